/* SPDX-License-Identifier: MIT */
/* What a rightly signed index may say, to the number and to the day. */
#include "feed/rules.h"

#include "base/limits.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(feed_rules, .timeout = 30);

enum { MOST = 4 };

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER_SHA                                                              \
    "1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const struct address address = {
    .url = "https://c.example/jobs/feed.json",
    .folder = "https://c.example/jobs/",
    .host = "c.example",
};
static const struct date today = {2026, 11, 27};

/* An index, what was signed, and what is known of the feed; all is well. */
struct rig {
    struct feed_item items[MOST];
    struct feed_index index;
    struct trusted trusted;
    struct serial_floor floors[MOST];
    struct feed_record record;
    sg_error error;
};

static struct feed_item item_of(const char *framework, uint32_t serial)
{
    return (struct feed_item){
        .framework = framework,
        .version = "1",
        .serial = serial,
        .sha256 = SHA,
        .expires = "2027-02-25",
        .min_program = "0.1.0",
        .path = "frameworks/a.json",
        .mime_type = "application/json",
        .size = 100,
        .files = 1,
    };
}

static void rig_init(struct rig *rig)
{
    *rig = (struct rig){
        .index = {.id = "a",
                  .serial = 7,
                  .issued = "2026-11-27T03:00:00Z",
                  .expires = "2027-02-25",
                  .items = rig->items,
                  .count = 1},
        .trusted = {.feed = "a", .serial = 7},
        .floors = {{"county", 3}},
        .record = {.id = "a",
                   .serial = 7,
                   .index_sha256 = SHA,
                   .floors = rig->floors,
                   .floor_count = 1},
    };
    rig->items[0] = item_of("county", 3);
}

static const char *judge_index(struct rig *rig, bool known)
{
    rig->error = (sg_error){0};
    const sg_status status =
        rules_index(&rig->index, &rig->trusted, SHA,
                    known ? &rig->record : NULL, today, "F", &rig->error);

    cr_expect_eq(status, rig->error.status);
    if (status != SG_OK)
        cr_expect_str_eq(rig->error.file, "F");
    return rig->error.reason;
}

static const char *judge_items(struct rig *rig, bool known)
{
    rig->error = (sg_error){0};
    const sg_status status = rules_items(
        &rig->index, &address, known ? &rig->record : NULL, "F", &rig->error);

    cr_expect_eq(status, rig->error.status);
    if (status != SG_OK)
        cr_expect_str_eq(rig->error.file, "F");
    return rig->error.reason;
}

Test(feed_rules, each_verdict_on_a_signature_has_its_reason)
{
    static const struct {
        enum sign_verdict verdict;
        const char *reason;
    } rows[] = {{SIGN_UNREADABLE, "signature-missing"},
                {SIGN_OTHER_KEY, "unknown-key"},
                {SIGN_WRONG, "signature"}};
    cr_expect_eq(rules_signature(SIGN_GOOD, "F", NULL), SG_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        sg_error error = {0};
        cr_expect_eq(rules_signature(rows[i].verdict, "F", &error), SG_TRUST);
        cr_expect_str_eq(error.reason, rows[i].reason);
        cr_expect_not_null(strstr(error.message, "arbitrary installation"));
    }
}

Test(feed_rules, all_is_well_with_what_is_well)
{
    struct rig rig;
    rig_init(&rig);
    cr_expect_str_eq(judge_index(&rig, false), "");
    cr_expect_str_eq(judge_index(&rig, true), "");
    cr_expect_str_eq(judge_items(&rig, false), "");
    cr_expect_str_eq(judge_items(&rig, true), "");
    cr_expect_str_eq(rig.items[0].path, "frameworks/a.json");
}

static const struct {
    uint32_t held, got;
    const char *sha256; /* of the index that was held */
    const char *reason;
    const char *why;
} serials[] = {
    {7, 7, SHA, "", "the same, byte for byte"},
    {7, 7, OTHER_SHA, "rollback", "the same number, other bytes"},
    {7, 7, NULL, "", "nothing is known of its bytes"},
    {7, 8, OTHER_SHA, "", "the next"},
    {7, 6, OTHER_SHA, "rollback", "one less"},
    {7, 6, SHA, "rollback", "one less, whatever its bytes"},
    {7, 1, OTHER_SHA, "rollback", "the first"},
    {7, 7 + 9999, OTHER_SHA, "", "a long way"},
    {7, 7 + 10000, OTHER_SHA, "", "the longest way"},
    {7, 7 + 10001, OTHER_SHA, "fast-forward", "one more"},
    {7, INT32_MAX, OTHER_SHA, "fast-forward", "the most there is"},
    {INT32_MAX, INT32_MAX, SHA, "", "at the end nothing is lost"},
    {INT32_MAX, 1, OTHER_SHA, "rollback", "nor begun anew"},
    {INT32_MAX - 1, INT32_MAX, OTHER_SHA, "", "the last step"},
    {0, 10000, OTHER_SHA, "", "from nothing"},
};

Test(feed_rules, the_number_of_an_index_never_falls_and_never_leaps)
{
    cr_assert_eq(LIMIT_FEED_JUMP, 10000);
    for (size_t i = 0; i < sizeof serials / sizeof *serials; i++) {
        struct rig rig;
        rig_init(&rig);
        rig.record.serial = serials[i].held;
        rig.record.index_sha256 = serials[i].sha256;
        rig.index.serial = rig.trusted.serial = serials[i].got;
        cr_expect_str_eq(judge_index(&rig, true), serials[i].reason, "%s",
                         serials[i].why);
        if (serials[i].reason[0]) {
            cr_expect_eq(rig.error.status, SG_TRUST);
            cr_expect_not_null(strstr(rig.error.message, serials[i].reason),
                               "%s", rig.error.message);
        }
    }
}

static const struct {
    struct date today;
    const char *reason;
    const char *why;
} days[] = {
    {{2027, 2, 24}, "", "the day before"},
    {{2027, 2, 25}, "", "the day itself"},
    {{2027, 2, 26}, "expired", "the day after"},
    {{2028, 1, 1}, "expired", "the year after"},
    {{2026, 12, 31}, "", "the year before, with a larger month and day"},
    {{0, 0, 0}, "", "without a clock nothing is old"},
};

Test(feed_rules, what_has_expired_is_refused_from_the_day_after)
{
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct rig rig;
        rig_init(&rig);
        const sg_status status =
            rules_index(&rig.index, &rig.trusted, SHA, &rig.record,
                        days[i].today, "F", &rig.error);
        cr_expect_eq(status, days[i].reason[0] ? SG_TRUST : SG_OK, "%s",
                     days[i].why);
        cr_expect_str_eq(rig.error.reason, days[i].reason, "%s", days[i].why);
        cr_expect_eq(rules_expiry("2027-02-25", days[i].today, "F", NULL),
                     status, "%s", days[i].why);
    }
}

Test(feed_rules, an_older_index_is_a_rollback_even_when_it_has_expired)
{
    struct rig rig;
    rig_init(&rig);
    rig.index.serial = rig.trusted.serial = 6;
    rig.index.expires = "2020-01-01";
    cr_expect_str_eq(judge_index(&rig, true), "rollback");
    rig.index.serial = rig.trusted.serial = 8;
    cr_expect_str_eq(judge_index(&rig, true), "expired");
    cr_expect_not_null(strstr(rig.error.message, "freeze"));
}

Test(feed_rules, what_was_signed_for_something_else_is_refused)
{
    struct rig rig;
    rig_init(&rig);
    strcpy(rig.trusted.framework, "county");
    cr_expect_str_eq(judge_index(&rig, true), "wrong-software", "a framework");
    rig_init(&rig);
    strcpy(rig.trusted.feed, "ab");
    cr_expect_str_eq(judge_index(&rig, true), "wrong-software", "another feed");
    rig_init(&rig);
    rig.trusted.serial = 8;
    cr_expect_str_eq(judge_index(&rig, true), "wrong-software", "another day");
    rig_init(&rig);
    rig.record.id = "b";
    cr_expect_str_eq(judge_index(&rig, true), "wrong-software",
                     "not the feed that was added");
    cr_expect_str_eq(judge_index(&rig, false), "", "but a feed all the same");
}

Test(feed_rules, a_clock_that_is_behind_is_noticed_after_a_day)
{
    struct rig rig;
    rig_init(&rig);
    rig.index.issued = "2026-11-27T00:00:01Z";
    cr_expect_not(
        rules_clock_is_behind(&rig.index, (struct date){2026, 11, 28}));
    cr_expect_not(
        rules_clock_is_behind(&rig.index, (struct date){2026, 11, 27}));
    cr_expect_not(
        rules_clock_is_behind(&rig.index, (struct date){2026, 11, 26}),
        "that may be the time zone");
    cr_expect(rules_clock_is_behind(&rig.index, (struct date){2026, 11, 25}));
    cr_expect(rules_clock_is_behind(&rig.index, (struct date){1970, 1, 1}));
    cr_expect_not(rules_clock_is_behind(&rig.index, (struct date){0}));
    rig.index.issued = "9999-99-99T99:99:99Z";
    cr_expect_not(rules_clock_is_behind(&rig.index, today), "no day at all");
}

/* The number of a framework is that of the publication in which it changed. */
static const struct {
    uint32_t got; /* 3 is held, and the publication is number 7 */
    const char *reason;
    const char *reason_new; /* for a feed that is new */
    const char *why;
} floors[] = {
    {2, "rollback", "", "one less"},
    {1, "rollback", "", "the first"},
    {3, "", "", "the same"},
    {4, "", "", "the next"},
    {7, "", "", "the publication's own"},
    {8, "fast-forward", "fast-forward", "one more"},
    {INT32_MAX, "fast-forward", "fast-forward", "the most there is"},
};

Test(feed_rules, the_number_of_a_framework_never_falls_and_never_leaps)
{
    for (size_t i = 0; i < sizeof floors / sizeof *floors; i++) {
        struct rig rig;
        rig_init(&rig);
        rig.index.serial = 7;
        rig.items[0].serial = floors[i].got;
        cr_expect_str_eq(judge_items(&rig, true), floors[i].reason, "%s",
                         floors[i].why);
        cr_expect_str_eq(judge_items(&rig, false), floors[i].reason_new, "%s",
                         floors[i].why);
    }
}

Test(feed_rules, a_number_stands_for_the_same_bytes_for_ever)
{
    struct rig rig;
    rig_init(&rig);
    const struct held_framework framework = {rig.items[0].framework, "3",
                                             rig.items[0].serial, "another"};
    struct held_publication held = {
        .serial = 1, .frameworks = &framework, .count = 1};
    rig.record.held = &held;
    rig.record.held_count = 1;
    cr_expect_str_eq(judge_items(&rig, true), "rollback");
    rig.index.serial = ++rig.items[0].serial;
    cr_expect_str_eq(judge_items(&rig, true), "", "other bytes, other number");
}

/* Who could make a feed start at the end could leave no number for later. */
Test(feed_rules, a_framework_that_is_new_to_a_known_feed_may_not_leap_either)
{
    struct rig rig;
    rig_init(&rig);
    rig.index.serial = 7;
    rig.items[1] = item_of("st-albans", 8);
    rig.index.count = 2;
    cr_expect_str_eq(judge_items(&rig, true), "fast-forward");
    rig.items[1].serial = 7;
    cr_expect_str_eq(judge_items(&rig, true), "");
}

static const struct {
    const char *version;
    const char *reason;
    const char *why;
} programs[] = {
    {"0.0.0", "", "any program"},
    {"0.0.99", "", "numbers are not compared as texts"},
    {"0.1.0", "", "this program"},
    {"00.01.00", "", "this program, with zeros before it"},
    {"0.1.1", "newer-program", "the next one"},
    {"0.1.10", "newer-program", "later"},
    {"0.2.0", "newer-program", "later still"},
    {"0.10.0", "newer-program", "ten is more than one"},
    {"1.0.0", "newer-program", "the first whole one"},
    {"0.0.1048575", "", "a large number stays in its place"},
    {"0.0.99999999999999999999", "", "as does one that is too large"},
    {"99999999999999999999.0.0", "newer-program", "in the first place"},
};

Test(feed_rules, what_needs_a_newer_program_says_so)
{
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        struct rig rig;
        rig_init(&rig);
        rig.items[0].min_program = programs[i].version;
        cr_expect_str_eq(judge_items(&rig, true), programs[i].reason, "%s: %s",
                         programs[i].version, programs[i].why);
        if (programs[i].reason[0])
            cr_expect_eq(rig.error.status, SG_INPUT);
    }
}

static const struct {
    size_t files;
    const char *mime_type, *path;
    const char *why;
} extra[] = {
    {2, "application/json", "a.json", "two files"},
    {0, "application/json", "a.json", "none"},
    {1, "application/octet-stream", "a.json", "a program by its type"},
    {1, "", "a.json", "no type"},
    {1, "application/json; charset=utf-8", "a.json", "a type with more"},
    {1, "application/json", "a.so", "a program by its name"},
    {1, "application/json", "../a.json", "another folder"},
    {1, "application/json", "https://evil.example/a.json", "another host"},
    {1, "application/json", "https://c.example/jobsX/a.json", "looks alike"},
};

Test(feed_rules, an_item_brings_one_json_file_of_the_feed_and_nothing_else)
{
    for (size_t i = 0; i < sizeof extra / sizeof *extra; i++) {
        struct rig rig;
        rig_init(&rig);
        rig.items[0].files = extra[i].files;
        rig.items[0].mime_type = extra[i].mime_type;
        rig.items[0].path = extra[i].path;
        cr_expect_str_eq(judge_items(&rig, true), "extraneous", "%s",
                         extra[i].why);
        cr_expect_eq(rig.error.status, SG_TRUST);
    }
    struct rig rig;
    rig_init(&rig);
    rig.items[0].path = "https://c.example/jobs/frameworks/b.json";
    cr_expect_str_eq(judge_items(&rig, true), "");
    cr_expect_str_eq(rig.items[0].path, "frameworks/b.json");
}

/* Older ones are told for people, and never fetched. */
Test(feed_rules, only_the_present_item_of_a_framework_is_held_to_the_rules)
{
    struct rig rig;
    rig_init(&rig);
    rig.items[0] = item_of("county", 2);
    rig.items[0].path = "https://evil.example/a.so";
    rig.items[0].files = 3;
    rig.items[1] = item_of("county", 4);
    rig.items[2] = item_of("county", 1);
    rig.items[2].min_program = "9.0.0";
    rig.index.count = 3;
    cr_expect_str_eq(judge_items(&rig, true), "", "%s", rig.error.message);
    cr_expect_str_eq(rig.items[0].path, "https://evil.example/a.so");
    cr_expect(feed_item_is_present(&rig.index, &rig.items[1]));
    cr_expect_not(feed_item_is_present(&rig.index, &rig.items[0]));
}

Test(feed_rules, one_bad_item_among_good_ones_is_enough)
{
    for (size_t bad = 0; bad < 3; bad++) {
        struct rig rig;
        rig_init(&rig);
        rig.items[0] = item_of("a", 1);
        rig.items[1] = item_of("b", 1);
        rig.items[2] = item_of("county", 3);
        rig.index.count = 3;
        cr_expect_str_eq(judge_items(&rig, true), "");
        rig.items[bad].path = "x.so";
        cr_expect_str_eq(judge_items(&rig, true), "extraneous", "item %zu",
                         bad);
    }
}

Test(feed_rules, one_number_does_not_stand_for_two_files)
{
    struct rig rig;
    rig_init(&rig);
    rig.items[1] = item_of("county", 3);
    rig.items[1].sha256 = OTHER_SHA;
    rig.index.count = 2;
    cr_expect_str_eq(judge_items(&rig, true), "mix-and-match");
    cr_expect_str_eq(judge_items(&rig, false), "mix-and-match");
    rig.items[1].framework = "county-2";
    cr_expect_str_eq(judge_items(&rig, true), "", "of two frameworks it may");
}

Test(feed_rules, a_feed_offers_something_and_not_more_than_can_be_in_use)
{
    enum { MANY = LIMIT_FRAMEWORKS + 1 };
    static struct feed_item items[MANY];
    static char ids[MANY][16];
    struct rig rig;
    rig_init(&rig);
    rig.index.count = 0;
    cr_expect_str_eq(judge_items(&rig, true), "feed-format");
    cr_expect_eq(rig.error.status, SG_INPUT);
    for (size_t i = 0; i < MANY; i++) {
        snprintf(ids[i], sizeof ids[i], "id-%zu", i);
        items[i] = item_of(ids[i], 1);
    }
    rig.index.items = items;
    rig.index.count = MANY;
    cr_expect_str_eq(judge_items(&rig, true), "feed-format");
    rig.index.count = MANY - 1;
    cr_expect_str_eq(judge_items(&rig, true), "");
}

Test(feed_rules, bytes_are_held_to_their_number_and_their_sum)
{
    const struct feed_item item = item_of("county", 3);
    sg_error error = {0};
    cr_expect_eq(rules_bytes(&item, 100, SHA, "F", NULL), SG_OK);
    cr_expect_eq(rules_bytes(&item, 99, SHA, "F", NULL), SG_TRUST);
    cr_expect_eq(rules_bytes(&item, 101, SHA, "F", NULL), SG_TRUST);
    cr_expect_eq(rules_bytes(&item, (size_t)100 + (1ull << 32), SHA, "F", NULL),
                 SG_TRUST);
    cr_expect_eq(rules_bytes(&item, 100, "", "F", NULL), SG_TRUST);
    cr_expect_eq(rules_bytes(&item, 100, OTHER_SHA, "F", &error), SG_TRUST);
    cr_expect_str_eq(error.reason, "mix-and-match");
}

Test(feed_rules, a_framework_is_signed_for_this_feed_this_id_this_number)
{
    static const struct {
        struct trusted trusted;
        bool right;
        const char *why;
    } rows[] = {
        {{"a", "county", 3}, true, "right"},
        {{"b", "county", 3}, false, "of another feed"},
        {{"a", "st-albans", 3}, false, "another framework"},
        {{"a", "county-2", 3}, false, "one that begins so"},
        {{"a", "", 3}, false, "the index itself"},
        {{"a", "county", 2}, false, "an older one"},
        {{"a", "county", 4}, false, "a later one"},
    };
    struct rig rig;
    rig_init(&rig);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        sg_error error = {0};
        cr_expect_eq(rules_comment(&rig.index, &rig.items[0], &rows[i].trusted,
                                   "F", &error),
                     rows[i].right ? SG_OK : SG_TRUST, "%s", rows[i].why);
        cr_expect_str_eq(error.reason, rows[i].right ? "" : "wrong-software",
                         "%s", rows[i].why);
    }
}

Test(feed_rules, a_framework_says_itself_that_it_is_what_was_asked_for)
{
    struct reference *reference = support_reference();
    struct framework *framework = support_shipped(reference, "county");
    struct feed_item item = item_of("county", 3);
    sg_error error = {0};
    item.version = framework_text(framework, framework->version);
    cr_expect_eq(rules_framework(&item, framework, "F", NULL), SG_OK);
    item.framework = "st-albans";
    cr_expect_eq(rules_framework(&item, framework, "F", &error), SG_TRUST);
    cr_expect_str_eq(error.reason, "wrong-software");
    item.framework = "county";
    item.version = "x";
    cr_expect_eq(rules_framework(&item, framework, "F", NULL), SG_TRUST);
    framework_free(framework);
    reference_free(reference);
}
