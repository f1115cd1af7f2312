/* SPDX-License-Identifier: MIT */
/* Publishing: what is written, and what is never written. */
#include "site.h"
#include "skillgap/publish.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct site_rig rig;

static void prepare(void)
{
    feeding_begin();
    site_begin(&rig);
}

static void clean_up(void)
{
    site_done(&rig);
    feeding_end();
}

TestSuite(feed_publish, .init = prepare, .fini = clean_up, .timeout = 60);

static const char *text_of(const char *name)
{
    struct buffer bytes = feeding_bytes(name);
    const char *text = arena_strndup(feeding_arena(), bytes.data, bytes.size);

    buffer_done(&bytes);
    return text;
}

Test(feed_publish, the_first_publication_has_all_that_a_feed_needs)
{
    site_well(&rig);
    const sg_published *published = rig.published;
    cr_expect_eq(published->serial, 1);
    cr_expect_str_eq(published->expires, "2027-02-25");
    cr_expect_str_eq(published->title, "Job frameworks: county");
    cr_expect_str_eq(published->id, arena_printf(feeding_arena(), "feed-%s",
                                                 published->key_id));
    cr_expect_str_eq(published->site, rig.options.site);
    cr_assert_eq(published->framework_count, 1);
    cr_expect_str_eq(published->frameworks[0].id, "county");
    cr_expect_str_eq(published->frameworks[0].version, "1");
    cr_expect_eq(published->frameworks[0].serial, 1);
    cr_expect(published->frameworks[0].changed);
    cr_expect_not_null(published->frameworks[0].revision);
    cr_expect_eq(published->withdrawn_count, 0);
    cr_expect_str_eq(text_of("site/frameworks/county-1.json"),
                     text_of("jobs/county.json"), "byte for byte");
    cr_expect_str_eq(
        site_comment("site/feed.json", rig.key),
        arena_printf(feeding_arena(),
                     "skillgap-feed:1\tfeed:%s\tserial:1\ttimestamp:1795737600",
                     published->id));
    cr_expect_str_eq(
        site_comment("site/frameworks/county-1.json", rig.key),
        arena_printf(feeding_arena(),
                     "skillgap-framework:1\tfeed:%s\tframework:county\tserial:1"
                     "\ttimestamp:1795737600",
                     published->id));
    cr_expect_eq(feeding_count("site"), 3);
    cr_expect_eq(feeding_count("site/frameworks"), 2);
}

Test(feed_publish, the_index_says_what_the_format_asks_for)
{
    rig.options.id = "gov.uk:jobs";
    rig.options.title = "Jobs of \xC3\xA9t\xC3\xA9";
    rig.options.days = 1;
    site_well(&rig);
    json_t *root = site_index();
    const char *version, *title, *language, *id, *issued, *expires, *item_id,
        *words, *published, *url, *type, *framework, *item_version, *sha256,
        *item_expires, *program;
    int serial, item_serial, size;
    cr_assert_eq(
        json_unpack(root,
                    "{s:s,s:s,s:s,s:{s:s,s:i,s:s,s:s},s:[{s:s,s:s,s:s,s:[{s:s,"
                    "s:s,s:i}],s:{s:s,s:s,s:i,s:s,s:s,s:s}}]}",
                    "version", &version, "title", &title, "language", &language,
                    "_skillgap", "feed", &id, "serial", &serial, "issued",
                    &issued, "expires", &expires, "items", "id", &item_id,
                    "content_text", &words, "date_published", &published,
                    "attachments", "url", &url, "mime_type", &type,
                    "size_in_bytes", &size, "_skillgap", "framework",
                    &framework, "version", &item_version, "serial",
                    &item_serial, "sha256", &sha256, "expires", &item_expires,
                    "min_program", &program),
        0);
    cr_expect_str_eq(version, "https://jsonfeed.org/version/1.1");
    cr_expect_str_eq(title, rig.options.title);
    cr_expect_str_eq(language, "en-GB");
    cr_expect_str_eq(id, "gov.uk:jobs");
    cr_expect_eq(serial, 1);
    cr_expect_str_eq(issued, "2026-11-27T00:00:00Z");
    cr_expect_str_eq(expires, "2026-11-28");
    cr_expect_str_eq(item_id, "gov.uk:jobs/county/1");
    cr_expect_gt(strlen(words), 0);
    cr_expect_str_eq(published, "2026-11-27T00:00:00Z");
    cr_expect_str_eq(url, "frameworks/county-1.json");
    cr_expect_str_eq(type, "application/json");
    cr_expect_eq((size_t)size, strlen(text_of("jobs/county.json")));
    cr_expect_str_eq(framework, "county");
    cr_expect_str_eq(item_version, "1");
    cr_expect_eq(item_serial, 1);
    cr_expect_eq(strlen(sha256), FEED_SHA256_CHARS);
    cr_expect_str_eq(item_expires, "2026-11-28");
    cr_expect_str_eq(program, "0.1.0");
    cr_expect_null(json_object_get(root, "feed_url"));
    json_decref(root);
}

Test(feed_publish, an_address_is_that_of_the_folder)
{
    static const char *const urls[] = {"https://C.example/jobs/",
                                       "https://c.example/jobs/feed.json"};
    for (size_t i = 0; i < 2; i++) {
        rig.options.url = urls[i];
        site_well(&rig);
        json_t *root = site_index();
        const char *home, *feed, *file;
        cr_assert_eq(json_unpack(root, "{s:s,s:s,s:[{s:[{s:s}]}]}",
                                 "home_page_url", &home, "feed_url", &feed,
                                 "items", "attachments", "url", &file),
                     0);
        cr_expect_str_eq(home, "https://c.example/jobs/");
        cr_expect_str_eq(feed, "https://c.example/jobs/feed.json");
        cr_expect_str_eq(file,
                         "https://c.example/jobs/frameworks/county-1.json");
        json_decref(root);
    }
    rig.options.url = NULL;
    site_well(&rig);
    cr_expect_null(strstr(text_of("site/feed.json"), "c.example"),
                   "what was absolute is relative again");
    rig.options.url = "http://c.example/";
    site_refused(&rig, SG_USAGE, "address", "in the open");
}

Test(feed_publish, what_has_not_changed_keeps_its_number_and_its_signature)
{
    site_well(&rig);
    const char *proof = text_of("site/frameworks/county-1.json.minisig");
    rig.options.today = "2026-12-01";
    site_well(&rig);
    cr_expect_eq(rig.published->serial, 2);
    cr_expect_str_eq(rig.published->expires, "2027-03-01");
    cr_expect_eq(rig.published->frameworks[0].serial, 1);
    cr_expect_not(rig.published->frameworks[0].changed);
    cr_expect_null(rig.published->frameworks[0].revision);
    cr_expect_str_eq(text_of("site/frameworks/county-1.json.minisig"), proof);
    json_t *root = site_index();
    json_t *items = json_object_get(root, "items");
    cr_expect_eq(json_array_size(items), 1);
    const char *published, *expires;
    json_unpack(json_array_get(items, 0), "{s:s,s:{s:s}}", "date_published",
                &published, "_skillgap", "expires", &expires);
    cr_expect_str_eq(published, "2026-11-27T00:00:00Z");
    cr_expect_str_eq(expires, "2027-03-01", "good for longer");
    json_decref(root);
}

/* With the day given nothing else is left to chance: Ed25519 signatures are the
 * same each time, too. */
Test(feed_publish, the_same_day_gives_the_same_bytes)
{
    site_well(&rig);
    const char *index = text_of("site/feed.json");
    const char *proof = text_of("site/feed.json.minisig");
    const char *other = text_of("site/frameworks/county-1.json.minisig");
    rig.options.site = feeding_path("second");
    site_well(&rig);
    cr_expect_str_eq(text_of("second/feed.json"), index);
    cr_expect_str_eq(text_of("second/feed.json.minisig"), proof);
    cr_expect_str_eq(text_of("second/frameworks/county-1.json.minisig"), other);
}

Test(feed_publish, a_change_has_the_next_number_and_the_older_ones_stay)
{
    site_well(&rig);
    feeding_framework("jobs/county.json", "county", "2", "Another role");
    site_well(&rig);
    cr_expect_eq(rig.published->serial, 2);
    cr_expect_eq(rig.published->frameworks[0].serial, 2);
    cr_expect(rig.published->frameworks[0].changed);
    json_t *root = site_index();
    json_t *items = json_object_get(root, "items");
    cr_assert_eq(json_array_size(items), 2);
    for (size_t i = 0; i < 2; i++) {
        const char *id;
        int serial;
        json_unpack(json_array_get(items, i), "{s:s,s:{s:i}}", "id", &id,
                    "_skillgap", "serial", &serial);
        cr_expect_eq(serial, i == 0 ? 2 : 1, "newest first");
    }
    json_decref(root);
    cr_expect(feeding_has("site/frameworks/county-1.json"));
    cr_expect_not_null(
        strstr(site_comment("site/frameworks/county-2.json", rig.key),
               "framework:county\tserial:2\t"));
}

Test(feed_publish, a_version_stands_for_one_thing_for_ever)
{
    site_well(&rig);
    const char *index = text_of("site/feed.json");
    feeding_framework("jobs/county.json", "county", "1", "Another role");
    site_refused(&rig, SG_INPUT, "same-version", "changed, and not said so");
    cr_expect_str_eq(text_of("site/feed.json"), index);
    feeding_framework("jobs/county.json", "county", "2", "Another role");
    site_well(&rig);
    index = text_of("site/feed.json");
    feeding_framework("jobs/county.json", "county", "1", "Role");
    site_refused(&rig, SG_INPUT, "old-version", "back to what was before");
    feeding_framework("jobs/county.json", "county", "1", "A third role");
    site_refused(&rig, SG_INPUT, "old-version", "an old name for a new thing");
    cr_expect_str_eq(text_of("site/feed.json"), index);
    cr_expect_eq(feeding_count("site/frameworks"), 4, "nothing is written");
}

Test(feed_publish, a_framework_goes_only_on_purpose)
{
    static const char *const ids[] = {"other", "county"};
    static const char *const misspelt[] = {"conuty"};
    feeding_framework("jobs/other.json", "other", "1", "Role");
    site_well(&rig);
    cr_expect_eq(rig.published->framework_count, 2);
    unlink(feeding_path("jobs/county.json"));
    site_refused(&rig, SG_INPUT, "withdrawn", "a file was lost");
    rig.options.withdraw = misspelt;
    rig.options.withdraw_count = 1;
    site_refused(&rig, SG_NOT_FOUND, "not-found", "nobody knows it");
    rig.options.withdraw = ids;
    site_refused(&rig, SG_INPUT, "withdrawn", "another one may go");
    rig.options.withdraw_count = 2;
    site_well(&rig);
    cr_expect_eq(rig.published->framework_count, 1);
    cr_assert_eq(rig.published->withdrawn_count, 1);
    cr_expect_str_eq(rig.published->withdrawn[0], "county");
    json_t *root = site_index();
    cr_expect_eq(json_array_size(json_object_get(root, "items")), 1);
    json_decref(root);
}

/* Everybody has seen its numbers, and refuses lower ones for ever. */
Test(feed_publish, a_framework_that_comes_back_counts_on)
{
    static const char *const county[] = {"county"};
    feeding_framework("jobs/other.json", "other", "1", "Role");
    site_well(&rig);
    feeding_framework("jobs/county.json", "county", "2", "Another role");
    site_well(&rig);
    unlink(feeding_path("jobs/county.json"));
    rig.options.withdraw = county;
    rig.options.withdraw_count = 1;
    site_well(&rig);
    feeding_framework("jobs/county.json", "county", "3", "A third role");
    site_well(&rig);
    cr_assert_eq(rig.published->framework_count, 2);
    cr_expect_geq(rig.published->frameworks[0].serial, 3, "number %u of %s",
                  rig.published->frameworks[0].serial,
                  rig.published->frameworks[0].id);
}

Test(feed_publish, a_number_is_never_lowered_and_never_leaps)
{
    rig.options.serial = 5;
    site_well(&rig);
    cr_expect_eq(rig.published->serial, 5);
    rig.options.serial = 4;
    site_refused(&rig, SG_TRUST, "lowered-serial", "one less");
    rig.options.serial = 5;
    site_refused(&rig, SG_TRUST, "lowered-serial", "the same");
    rig.options.serial = 5 + 10001;
    site_refused(&rig, SG_USAGE, "option-value", "one more than anybody takes");
    rig.options.serial = 5 + 10000;
    site_well(&rig);
    rig.options.serial = 0;
    site_well(&rig);
    cr_expect_eq(rig.published->serial, 10006);
}

/* Nobody reads a number beyond INT32_MAX, this program's own site included. */
Test(feed_publish, a_number_that_nobody_can_read_is_refused)
{
    rig.options.serial = (uint32_t)INT32_MAX + 1;
    cr_expect_neq(site_publish(&rig).status, SG_OK);
    cr_expect_not(feeding_has("site/feed.json"));
    rig.options.serial = INT32_MAX;
    site_well(&rig);
    rig.options.serial = 0;
    cr_expect_neq(site_publish(&rig).status, SG_OK, "there is no next one");
}
