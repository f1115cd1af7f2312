/* SPDX-License-Identifier: MIT */
/* The index of a feed, the record and the configuration: what is written is
 * read as it was. */
#include "feeding.h"
#include "read/feed.h"
#include "write/feed.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

TestSuite(write_feed, .timeout = 20);

static void expect_config(const struct config *got, const struct config *wanted)
{
    cr_assert_eq(got->feed_count, wanted->feed_count);
    for (size_t i = 0; i < got->feed_count; i++) {
        cr_expect_str_eq(got->feeds[i].name, wanted->feeds[i].name);
        cr_expect_str_eq(got->feeds[i].url, wanted->feeds[i].url);
        cr_expect_str_eq(got->feeds[i].key, wanted->feeds[i].key);
    }
    cr_expect_str_eq(got->ca_file, wanted->ca_file);
    cr_assert_eq(got->data_count, wanted->data_count);
    for (size_t i = 0; i < got->data_count; i++)
        cr_expect_str_eq(got->data[i], wanted->data[i]);
    cr_assert_eq(got->plugin_count, wanted->plugin_count);
    for (size_t i = 0; i < got->plugin_count; i++)
        cr_expect_str_eq(got->plugins[i], wanted->plugins[i]);
}

Test(write_feed, a_configuration_is_read_as_it_was_written)
{
    const struct config wanted = feeding_config();
    struct feeding_told told = {0};
    struct problem_sink sink = {.tell = feeding_tell, .user = &told};
    struct config *got = NULL;
    char *text = write_config(&wanted);
    cr_assert_not_null(text);
    const struct buffer bytes = {.data = text, .size = strlen(text)};
    cr_assert_eq(read_config(&bytes, "F", &sink, &got, NULL), SG_OK);
    cr_expect_eq(told.count, 0);
    expect_config(got, &wanted);
    char *again = write_config(got);
    cr_expect_str_eq(again, text);
    config_free(got);
    free(again);
    free(text);
}

Test(write_feed, the_schema_that_a_configuration_names_stays)
{
    static const char text[] = "{\"$schema\": \"x.json\", \"format\": "
                               "\"skillgap-config/1\"}";
    struct buffer bytes = {0};
    struct config *got = NULL;
    buffer_puts(&bytes, text);
    cr_assert_eq(read_config(&bytes, "F", NULL, &got, NULL), SG_OK);
    char *again = write_config(got);
    cr_expect_not_null(strstr(again, "\"$schema\": \"x.json\""), "%s", again);
    cr_expect_not(got->has_unknown);
    config_free(got);
    buffer_done(&bytes);
    free(again);
}

Test(write_feed, an_empty_configuration_is_one)
{
    const struct config none = {0};
    struct config *got = NULL;
    char *text = write_config(&none);
    cr_assert_not_null(text);
    const struct buffer bytes = {.data = text, .size = strlen(text)};
    cr_assert_eq(read_config(&bytes, "F", NULL, &got, NULL), SG_OK);
    cr_expect_eq(got->feed_count + got->data_count + got->plugin_count, 0);
    cr_expect_null(got->ca_file);
    config_free(got);
    free(text);
}

static void expect_held(const struct held_publication *got,
                        const struct held_publication *wanted)
{
    cr_expect_eq(got->serial, wanted->serial);
    cr_expect_str_eq(got->received, wanted->received);
    cr_expect_str_eq(got->issued, wanted->issued);
    cr_expect_str_eq(got->expires, wanted->expires);
    cr_assert_eq(got->count, wanted->count);
    for (size_t i = 0; i < got->count; i++) {
        cr_expect_str_eq(got->frameworks[i].id, wanted->frameworks[i].id);
        cr_expect_str_eq(got->frameworks[i].version,
                         wanted->frameworks[i].version);
        cr_expect_eq(got->frameworks[i].serial, wanted->frameworks[i].serial);
        cr_expect_str_eq(got->frameworks[i].sha256,
                         wanted->frameworks[i].sha256);
    }
}

static void expect_record(const struct feed_record *got,
                          const struct feed_record *wanted)
{
    cr_expect_str_eq(got->key, wanted->key);
    cr_expect_str_eq(got->url, wanted->url);
    cr_expect_str_eq(got->id, wanted->id);
    cr_expect_str_eq(got->title, wanted->title);
    cr_expect_eq(got->serial, wanted->serial);
    cr_expect_eq(got->current, wanted->current);
    cr_expect_str_eq(got->checked, wanted->checked);
    cr_expect_str_eq(got->expires, wanted->expires);
    cr_expect_str_eq(got->index_sha256, wanted->index_sha256);
    cr_expect_str_eq(got->etag, wanted->etag);
    cr_expect_str_eq(got->modified, wanted->modified);
    cr_expect_str_eq(got->rolled_back, wanted->rolled_back);
    cr_expect_eq(got->not_before, wanted->not_before);
    cr_assert_eq(got->floor_count, wanted->floor_count);
    for (size_t i = 0; i < got->floor_count; i++) {
        cr_expect_str_eq(got->floors[i].framework, wanted->floors[i].framework);
        cr_expect_eq(got->floors[i].serial, wanted->floors[i].serial);
    }
    cr_assert_eq(got->held_count, wanted->held_count);
    for (size_t i = 0; i < got->held_count; i++)
        expect_held(&got->held[i], &wanted->held[i]);
}

Test(write_feed, a_record_is_read_as_it_was_written)
{
    const struct feed_record wanted = feeding_record();
    struct feed_record *got = NULL;
    char *text = write_feed_record(&wanted);
    cr_assert_not_null(text);
    const struct buffer bytes = {.data = text, .size = strlen(text)};
    cr_assert_eq(read_feed_record(&bytes, "F", &got, NULL), SG_OK);
    expect_record(got, &wanted);
    cr_expect_eq(feed_record_current(got), &got->held[0]);
    cr_expect_eq(feed_record_floor(got, "st-albans"), 9);
    cr_expect_eq(feed_record_floor(got, "nowhere"), 0);
    char *again = write_feed_record(got);
    cr_expect_str_eq(again, text);
    feed_record_free(got);
    free(again);
    free(text);
}

Test(write_feed, an_index_is_read_as_it_was_written)
{
    struct feed_item items[2] = {
        {"county", "2", 2, "", "2027-02-25", "0.1.0",
         "frameworks/county-2.json", "application/json", 100, 1,
         "County, version 2", "More.\n\xE2\x80\xA2 x", "2026-11-27T03:00:00Z"},
        {"county", "1", 1, "", "2027-02-25", "0.1.0",
         "frameworks/county-1.json", "application/json", 33554432, 1,
         "County, version 1", "", "2026-10-01T00:00:00Z"}};
    const struct feed_record record = feeding_record();
    items[0].sha256 = items[1].sha256 = record.index_sha256;
    const struct feed_index wanted = {.title = "Jobs",
                                      .id = "feed-1",
                                      .serial = INT32_MAX,
                                      .issued = "2026-11-27T03:00:00Z",
                                      .expires = "2027-02-25",
                                      .items = items,
                                      .count = 2};
    struct feed_index *got = NULL;
    char *text = write_feed_index(&wanted, NULL);
    cr_assert_not_null(text);
    const struct buffer bytes = {.data = text, .size = strlen(text)};
    cr_assert_eq(read_feed_index(&bytes, "F", NULL, &got, NULL), SG_OK);
    cr_expect_str_eq(got->title, "Jobs");
    cr_expect_str_eq(got->id, "feed-1");
    cr_expect_eq(got->serial, INT32_MAX);
    cr_expect_str_eq(got->items[0].words, items[0].words);
    cr_expect_str_eq(got->items[0].path, "frameworks/county-2.json");
    cr_expect_eq(got->items[1].size, 33554432);
    cr_expect_eq(feed_index_find(got, "county"), &got->items[0]);
    cr_expect_null(feed_index_find(got, "st-albans"));
    char *again = write_feed_index(got, NULL);
    cr_expect_str_eq(again, text);
    feed_index_free(got);
    free(again);
    free(text);
}

/* https://jsonfeed.org/version/1.1 asks for version, title and items, and for
 * an id and some content of each item. */
Test(write_feed, an_index_is_a_json_feed_for_anybody)
{
    struct feed_item items[] = {{"county", "2", 2, "", "2027-02-25", "0.1.0",
                                 "frameworks/county-2.json", "application/json",
                                 100, 1, "County, version 2", "More.",
                                 "2026-11-27T03:00:00Z"}};
    const struct feed_index index = {.title = "Jobs",
                                     .id = "feed-1",
                                     .serial = 7,
                                     .issued = "2026-11-27T03:00:00Z",
                                     .expires = "2027-02-25",
                                     .items = items,
                                     .count = 1};
    static const char *const bases[] = {NULL, "https://c.example/jobs/"};
    for (size_t i = 0; i < 2; i++) {
        char *text = write_feed_index(&index, bases[i]);
        cr_assert_not_null(text);
        json_t *root = json_loads(text, 0, NULL);
        const char *version, *title, *id, *words, *url;
        json_int_t size;
        cr_assert_eq(json_unpack(root, "{s:s,s:s,s:[{s:s,s:s,s:[{s:s,s:I}]}]}",
                                 "version", &version, "title", &title, "items",
                                 "id", &id, "content_text", &words,
                                 "attachments", "url", &url, "size_in_bytes",
                                 &size),
                     0, "%s", text);
        cr_expect_str_eq(version, "https://jsonfeed.org/version/1.1");
        cr_expect_str_eq(id, "feed-1/county/2");
        cr_expect_str_eq(words, "More.");
        cr_expect_eq(size, 100);
        const char *at = json_string_value(json_object_get(root, "feed_url"));
        const char *home =
            json_string_value(json_object_get(root, "home_page_url"));
        if (bases[i]) {
            cr_expect_str_eq(url,
                             "https://c.example/jobs/frameworks/county-2.json");
            cr_expect_str_eq(at, "https://c.example/jobs/feed.json");
            cr_expect_str_eq(home, "https://c.example/jobs/");
        } else {
            cr_expect_str_eq(url, "frameworks/county-2.json");
            cr_expect_null(at);
            cr_expect_null(home);
        }
        json_decref(root);
        free(text);
    }
}
