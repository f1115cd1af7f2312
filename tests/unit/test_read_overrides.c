/* SPDX-License-Identifier: MIT */
/* Reading a council's own numbers: what is taken, and what is refused where. */
#include "base/limits.h"
#include "read/read.h"
#include "support.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In single quotes, which become double ones. */
static const char full[] =
    "{'format': 'skillgap-overrides/1', 'frameworks': {'county': {\n"
    " 'source': 'HR policy 12, 2026', 'as_of': '2026-01-10',\n"
    " 'experience_months': [\n"
    "  {'word': 'proven', 'months': 18},\n"
    "  {'word': null, 'criterion': 'work-experience', 'months': 6},\n"
    "  {'equivalent_to': {'scale': 'NVQ', 'level': 3}, 'months': 36}]},\n"
    " 'st-albans': {'source': 'Page 4'}}, 'full_time_hours': 36.5,\n"
    " 'stay_months': 9, 'source': 'Policy 3', 'as_of': '2026-04-01',\n"
    " 'statutory': ['health-safety', 'icdl']}\n";

#define LIST "/frameworks/county/experience_months"

static struct reference *reference;

/* jansson gets so many pieces of memory, then one time none. */
static long pieces_left;

static void *piece(size_t size)
{
    return pieces_left-- == 0 ? NULL : malloc(size);
}

static void open_reference(void)
{
    json_set_alloc_funcs(piece, free);
    pieces_left = -1;
    reference = support_reference();
}

static void close_reference(void)
{
    reference_free(reference);
}

TestSuite(read_overrides, .init = open_reference, .fini = close_reference,
          .timeout = 120);

/* The file with its first `from` exchanged for `to`. To be freed. */
static char *with(const char *from, const char *to)
{
    const char *at = strstr(full, from);
    cr_assert_not_null(at, "the file holds no %s", from);
    const size_t room = sizeof(full) + strlen(to);
    char *text = malloc(room);
    cr_assert_not_null(text);
    snprintf(text, room, "%.*s%s%s", (int)(at - full), full, to,
             at + strlen(from));
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    return text;
}

/* The first problem, and how many there were. */
struct found {
    sg_error first;
    size_t count;
};

static void keep(const sg_error *problem, void *user)
{
    struct found *found = user;
    if (found->count++ == 0)
        found->first = *problem;
}

/* From memory of just that size. NULL when it has errors. */
static struct overrides *read_bytes(const char *text, size_t size,
                                    struct found *found)
{
    struct buffer bytes = {0};
    struct problem_sink sink = {.tell = keep, .user = found};
    struct overrides *overrides = NULL;
    sg_error error = {0};
    buffer_add(&bytes, text, size);
    read_overrides(&bytes, "o.json", reference, &sink, &overrides, &error);
    buffer_done(&bytes);
    return overrides;
}

static struct overrides *read_text(const char *text, struct found *found)
{
    return read_bytes(text, strlen(text), found);
}

Test(read_overrides, a_good_file_is_taken_as_it_is)
{
    struct found found = {0};
    char *text = with("", "");
    struct overrides *own = read_text(text, &found);
    cr_assert_not_null(own, "%s", found.first.message);
    cr_expect_eq(found.count, 0);
    cr_assert_eq(own->month_count, 3);
    cr_expect_str_eq(own->file, "o.json");
    cr_expect_str_eq(own->months[0].framework, "county");
    cr_expect_str_eq(own->months[0].word, "proven");
    cr_expect_eq(own->months[0].word_rank, 2, "as words.json has it");
    cr_expect_eq(own->months[1].word_rank, 0);
    cr_expect_null(own->months[0].criterion);
    cr_expect_eq(own->months[0].months, 18);
    cr_expect_str_eq(own->months[0].reason,
                     "HR policy 12, 2026, as of 2026-01-10");
    cr_expect_null(own->months[1].word);
    cr_expect_str_eq(own->months[1].criterion, "work-experience");
    cr_expect_eq(own->months[2].equivalent_level, 3);
    cr_expect_float_eq(own->full_time_hours, 36.5F, 0.001F);
    cr_expect(own->stay_given);
    cr_expect_eq(own->stay_months, 9);
    cr_expect_str_eq(own->stay_source, "Policy 3");
    cr_expect(own->statutory_given);
    cr_assert_eq(own->statutory_count, 2);
    cr_expect_str_eq(reference->criteria[own->statutory[0]].id,
                     "health-safety");
    cr_expect_str_eq(reference->criteria[own->statutory[1]].id, "icdl");
    cr_expect_str_eq(own->statutory_source, "Policy 3, as of 2026-04-01");
    overrides_free(own);
    free(text);
}

Test(read_overrides, a_file_may_say_nothing_yet)
{
    struct found found = {0};
    struct overrides *own =
        read_text("{\"format\":\"skillgap-overrides/1\"}", &found);
    cr_assert_not_null(own);
    cr_expect_eq(own->month_count, 0);
    cr_expect_eq(own->full_time_hours, 0);
    cr_expect_not(own->stay_given);
    cr_expect_null(own->stay_source, "no source stands at the top");
    cr_expect_not(own->statutory_given);
    overrides_free(own);
}

Test(read_overrides, that_nothing_is_statutory_is_said_too)
{
    struct found found = {0};
    char *text = with("'health-safety', 'icdl'", "");
    struct overrides *own = read_text(text, &found);
    cr_assert_not_null(own, "%s", found.first.message);
    cr_expect_eq(found.count, 0);
    cr_expect(own->statutory_given);
    cr_expect_eq(own->statutory_count, 0);
    overrides_free(own);
    free(text);
}

Test(read_overrides, what_is_not_known_leaves_the_rest_of_a_list_as_it_is)
{
    struct found found = {0};
    char *text = with("'health-safety'", "'health-saftey'");
    struct overrides *own = read_text(text, &found);
    cr_assert_not_null(own, "%s", found.first.message);
    cr_expect_not_null(
        strstr(found.first.message, "Did you mean 'health-safety'?"), "%s",
        found.first.message);
    cr_assert_eq(own->statutory_count, 1);
    cr_expect_str_eq(reference->criteria[own->statutory[0]].id, "icdl");
    overrides_free(own);
    free(text);
}

static const struct {
    const char *from, *to;
    const char *reason;
    const char *pointer;
} wrong[] = {
    {"overrides/1", "overrides/2", "newer-version", "/format"},
    {"skillgap-overrides/1", "skillgap-person/1", "wrong-format", "/format"},
    {"'format': 'skillgap-overrides/1', ", "", "missing-field", ""},
    {"'county': {", "'County': {", "bad-pattern", "/frameworks/County"},
    {"'source': 'HR policy 12, 2026', ", "", "missing-field",
     "/frameworks/county"},
    {"'HR policy 12, 2026'", "' '", "out-of-range",
     "/frameworks/county/source"},
    {"2026-01-10", "2026-02-30", "out-of-range", "/frameworks/county/as_of"},
    {"2026-01-10", "10/01/2026", "bad-pattern", "/frameworks/county/as_of"},
    {"'months': 18", "'months': 0", "out-of-range", LIST "/0/months"},
    {"'months': 18", "'months': 1201", "out-of-range", LIST "/0/months"},
    {"'months': 18", "'months': '18'", "wrong-type", LIST "/0/months"},
    {", 'months': 18", "", "missing-field", LIST "/0"},
    {"'word': 'proven', ", "", "missing-field", LIST "/0"},
    {"'proven'", "'some'", "any-time", LIST "/0/word"},
    {"'proven'", "'some previous'", "any-time", LIST "/0/word"},
    {"work-experience", "work-experiense", "unknown-criterion",
     LIST "/1/criterion"},
    {"'level': 3", "'level': 9", "bad-level", LIST "/2/equivalent_to/level"},
    {"'level': 3", "'level': 1e300", "out-of-range",
     LIST "/2/equivalent_to/level"},
    {"'NVQ'", "'NVO'", "unknown-word", LIST "/2/equivalent_to/scale"},
    {"{'equivalent_to'", "{'word': null, 'equivalent_to'", "contradiction",
     LIST "/2"},
    {"  {'word': 'proven'",
     "{'word': 'proven', 'months': 1}, {'word': 'proven'", "duplicate-entry",
     LIST "/1"},
    {"{'equivalent_to'",
     "{'equivalent_to': {'scale': 'RQF', 'level': 3}, 'months': 1}, "
     "{'equivalent_to'",
     "duplicate-entry", LIST "/3"},
    {"'months': 36}",
     "'months': 36}, {'word': null, 'criterion': 'work-experience', "
     "'months': 7}",
     "duplicate-entry", LIST "/3"},
    {"36.5", "0", "out-of-range", "/full_time_hours"},
    {"36.5", "365", "out-of-range", "/full_time_hours"},
    {"'stay_months': 9", "'stay_months': 121", "out-of-range", "/stay_months"},
    {"'stay_months': 9", "'stay_months': -1", "out-of-range", "/stay_months"},
    {"'stay_months': 9", "'stay_months': 1.5", "wrong-type", "/stay_months"},
    {"'source': 'Policy 3', ", "", "missing-field", ""},
    {" 'as_of': '2026-04-01',", "", "missing-field", ""},
    {"['health-safety', 'icdl']", "'health-safety'", "wrong-type",
     "/statutory"},
    {"['health-safety', 'icdl']", "null", "wrong-type", "/statutory"},
    {"'health-safety'", "3", "wrong-type", "/statutory/0"},
    {"'health-safety'", "''", "out-of-range", "/statutory/0"},
    {"'icdl'", "'health-safety'", "duplicate-entry", "/statutory/1"},
};

Test(read_overrides, what_is_wrong_is_refused_at_its_place)
{
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct found found = {0};
        char *text = with(wrong[i].from, wrong[i].to);
        struct overrides *own = read_text(text, &found);
        cr_expect_null(own, "row %zu: %s", i, wrong[i].to);
        cr_expect_eq(found.count, 1, "row %zu: %zu problems", i, found.count);
        cr_expect_str_eq(found.first.reason, wrong[i].reason, "row %zu: %s", i,
                         found.first.reason);
        cr_expect_str_eq(found.first.pointer, wrong[i].pointer, "row %zu: %s",
                         i, found.first.pointer);
        overrides_free(own);
        free(text);
    }
}

static const struct {
    const char *from, *to;
    const char *reason;
    const char *pointer;
} odd[] = {
    {"'proven'", "'provn'", "unknown-word", LIST "/0/word"},
    {"'months': 18", "'months': 18, 'assumed': false", "unknown-field",
     LIST "/0/assumed"},
    {"'source': 'Page 4'", "'source': 'Page 4', 'prices': []", "unknown-field",
     "/frameworks/st-albans/prices"},
    {"'full_time_hours'", "'full_time_hour'", "unknown-field",
     "/full_time_hour"},
    {"2026-01-10", "2999-01-10", "ahead", "/frameworks/county/as_of"},
    {"2026-04-01", "2999-04-01", "ahead", "/as_of"},
    {"'icdl'", "'icdll'", "unknown-criterion", "/statutory/1"},
    {"'icdl'", "'customer-care-day'", "unknown-criterion", "/statutory/1"},
    {"'months': 18}", "'months': 18}, {'word': 'significant', 'months': 17}",
     "wrong-order", LIST "/1"},
    {"'months': 18}",
     "'months': 18}, {'word': 'significant', 'months': 36}, "
     "{'word': 'extensive', 'months': 24}",
     "wrong-order", LIST "/2"},
    {"{'word': 'proven', 'months': 18}",
     "{'word': 'significant', 'months': 17}, {'word': 'proven', 'months': 18}",
     "wrong-order", LIST "/1"},
};

Test(read_overrides, what_is_odd_is_a_warning)
{
    for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
        struct found found = {0};
        char *text = with(odd[i].from, odd[i].to);
        struct overrides *own = read_text(text, &found);
        cr_expect_not_null(own, "row %zu", i);
        cr_expect_eq(found.count, 1, "row %zu", i);
        cr_expect(found.first.warning, "row %zu", i);
        cr_expect_str_eq(found.first.reason, odd[i].reason, "row %zu", i);
        cr_expect_str_eq(found.first.pointer, odd[i].pointer, "row %zu", i);
        overrides_free(own);
        free(text);
    }
}

/* What stands in the place of the months of "proven". */
static const struct {
    const char *to;
    const char *why;
} in_order[] = {
    {"'months': 18}, {'word': 'significant', 'months': 18}", "as much"},
    {"'months': 18}, {'word': 'experienced', 'months': 24}",
     "a word that counts as the same may be set apart"},
    {"'months': 18}, {'word': 'significant', 'months': 12, "
     "'criterion': 'it-keyboard'}",
     "for another kind of work"},
    {"'months': 18}, {'word': null, 'months': 30}", "no amount is in no order"},
};

Test(read_overrides, words_in_their_order_are_passed_over)
{
    for (size_t i = 0; i < sizeof(in_order) / sizeof(in_order[0]); i++) {
        struct found found = {0};
        char *text = with("'months': 18}", in_order[i].to);
        struct overrides *own = read_text(text, &found);
        cr_expect_not_null(own, "%s: %s", in_order[i].why, found.first.message);
        cr_expect_eq(found.count, 0, "%s: %s", in_order[i].why,
                     found.first.message);
        overrides_free(own);
        free(text);
    }
}

Test(read_overrides, the_same_word_may_have_months_of_its_own_for_a_criterion)
{
    struct found found = {0};
    char *text = with("{'word': null, ", "{'word': 'proven', ");
    struct overrides *own = read_text(text, &found);
    cr_expect_not_null(own);
    cr_expect_eq(found.count, 0);
    overrides_free(own);
    free(text);
}

/* A number of copies of one entry, each about a word of its own. */
static char *long_list(unsigned count)
{
    char *text = malloc(200 + (size_t)count * 40);
    cr_assert_not_null(text);
    size_t used = (size_t)sprintf(
        text, "{\"format\":\"skillgap-overrides/1\",\"frameworks\":{\"a\":{"
              "\"source\":\"x\",\"experience_months\":[");
    for (unsigned i = 0; i < count; i++)
        used += (size_t)sprintf(
            text + used, "%s{\"word\":\"w%u\",\"months\":1}", i ? "," : "", i);
    strcpy(text + used, "]}}}");
    return text;
}

Test(read_overrides, a_list_has_a_ceiling)
{
    struct found found = {0};
    char *text = long_list(LIMIT_OVERRIDES + 1);
    cr_expect_null(read_text(text, &found));
    free(text);
    text = long_list(LIMIT_OVERRIDES);
    struct overrides *own = read_text(text, &found);
    cr_expect_not_null(own);
    overrides_free(own);
    free(text);
}

Test(read_overrides, a_file_cut_at_any_byte_is_refused)
{
    char *text = with("", "");
    const size_t whole = strlen(text) - 1; /* the new line may go */
    for (size_t size = 0; size < whole; size++) {
        struct found found = {0};
        cr_assert_null(read_bytes(text, size, &found), "cut at %zu", size);
        cr_assert_eq(found.count, 1, "cut at %zu", size);
    }
    free(text);
}

/* Whatever it is then, it is read or refused with a sentence. */
Test(read_overrides, any_byte_may_be_another)
{
    static const char others[] = "\"\\{}[],:0-e\n\x80\xFF\0";
    char *text = with("", "");
    const size_t size = strlen(text);
    for (size_t i = 0; i < size; i++)
        for (size_t b = 0; b < sizeof(others); b++) {
            const char before = text[i];
            struct found found = {0};
            text[i] = others[b];
            struct overrides *own = read_bytes(text, size, &found);
            cr_assert(own || found.count > 0, "byte %zu as %d", i, others[b]);
            overrides_free(own);
            text[i] = before;
        }
    free(text);
}

Test(read_overrides, a_lack_of_memory_is_never_the_fault_of_the_file)
{
    char *text = with("", "");
    struct buffer bytes = support_bytes(text);
    sg_status status = SG_STORAGE;
    free(text);
    for (long n = 0; status == SG_STORAGE; n++) {
        struct problem_sink sink = {0};
        struct overrides *own = NULL;
        sg_error error = {0};
        pieces_left = n;
        status =
            read_overrides(&bytes, "o.json", reference, &sink, &own, &error);
        const bool ran_out = pieces_left < 0;
        pieces_left = -1;
        cr_assert(!ran_out || status == SG_STORAGE, "piece %ld: %s", n,
                  error.message);
        cr_assert_eq(sink.errors, 0, "piece %ld", n);
        overrides_free(own);
    }
    cr_expect_eq(status, SG_OK, "with memory it is read");
    buffer_done(&bytes);
}

static const struct {
    const char *text;
    bool has;
    const char *why;
} formats[] = {
    {"{\"format\":\"skillgap-overrides/1\"}", true, "the plain case"},
    {"{\"format\" : \"skillgap-overrides/7\"", true, "newer, and cut short"},
    {"\xEF\xBB\xBF{\"a\":{\"format\":1},\"format\":\"skillgap-overrides/1\"}",
     true, "behind a mark, and an inner format"},
    {"{\"a\":{\"format\":\"skillgap-overrides/1\"}}", false, "an inner one"},
    {"{\"a\":\"format\",\"b\":\"skillgap-overrides/1\"}", false, "a value"},
    {"{\"format\":\"skillgap-framework/1\"}", false, "another format"},
    {"{\"format\":\"skill", false, "cut within"},
    {"{\"format\":", false, "cut before"},
    {"{\"format\"", false, "cut behind the name"},
    {"", false, "nothing"},
};

Test(read_overrides, a_file_is_told_by_its_format)
{
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        struct buffer bytes = {0};
        buffer_add(&bytes, formats[i].text, strlen(formats[i].text));
        cr_expect_eq(read_has_format(&bytes, "skillgap-overrides/"),
                     formats[i].has, "%s", formats[i].why);
        buffer_done(&bytes);
    }
}
