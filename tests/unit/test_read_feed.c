/* SPDX-License-Identifier: MIT */
/* The index of a feed, the record and the configuration: each way to break
 * them. */
#include "breakable.h"
#include "feeding.h"
#include "read/feed.h"
#include "support.h"
#include "write/feed.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(read_feed, .timeout = 60);

static void keep(const sg_error *problem, void *user)
{
    struct problems *problems = user;
    if (problems->count < KEPT)
        problems->list[problems->count++] = *problem;
}

enum kind { INDEX, RECORD, CONFIG, KINDS };

/* Reads so many bytes from memory of just that size, but for the zero that each
 * buffer ends in, and lets go of what they gave. */
static sg_error read_bytes(enum kind kind, const char *text, size_t size,
                           struct problems *found)
{
    struct problem_sink sink = {.tell = keep, .user = found};
    struct feed_index *index = NULL;
    struct feed_record *record = NULL;
    struct config *config = NULL;
    sg_error error = {0};
    char *exact = calloc(1, size + 1);
    cr_assert_not_null(exact);
    memcpy(exact, text, size);
    const struct buffer bytes = {.data = exact, .size = size};
    const sg_status status =
        kind == INDEX    ? read_feed_index(&bytes, "F", &sink, &index, &error)
        : kind == RECORD ? read_feed_record(&bytes, "F", &record, &error)
                         : read_config(&bytes, "F", &sink, &config, &error);
    free(exact);
    cr_expect_eq(status, error.status);
    cr_expect_eq(status == SG_OK, index || record || config);
    feed_index_free(index);
    feed_record_free(record);
    config_free(config);
    return error;
}

static const char index_text[] =
    "{'version': 'https://jsonfeed.org/version/1.1', 'title': 'Jobs',"
    " '_skillgap': {'feed': 'feed-1', 'serial': 7,"
    "  'issued': '2026-11-27T03:00:00Z', 'expires': '2027-02-25'},"
    " 'items': [{'id': 'feed-1/county/2', 'title': 'County, version 2',"
    "  'content_text': 'More.', 'date_published': '2026-11-27T03:00:00Z',"
    "  'attachments': [{'url': 'frameworks/county-2.json',"
    "   'mime_type': 'application/json', 'size_in_bytes': 100}],"
    "  '_skillgap': {'framework': 'county', 'version': '2', 'serial': 2,"
    "   'sha256': "
    "'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',"
    "   'expires': '2027-02-25', 'min_program': '0.1.0'}}]}";

/* The index above, the record and the configuration of feeding.h. */
static json_t *sample(enum kind kind)
{
    const struct feed_record record = feeding_record();
    const struct config config = feeding_config();
    char *text = kind == RECORD   ? write_feed_record(&record)
                 : kind == CONFIG ? write_config(&config)
                                  : strdup(index_text);
    cr_assert_not_null(text);
    for (char *quote = text; kind == INDEX && (quote = strchr(quote, '\''));)
        *quote = '"';
    json_t *root = json_loads(text, 0, NULL);
    cr_assert_not_null(root, "%s", text);
    free(text);
    return root;
}

static sg_error read_json(enum kind kind, const json_t *root)
{
    struct problems found = {0};
    char *text = json_dumps(root, 0);
    cr_assert_not_null(text);
    const sg_error error = read_bytes(kind, text, strlen(text), &found);
    free(text);
    return error;
}

/* What may be missing, by its name. */
static bool is_optional(enum kind kind, const char *pointer)
{
    static const char *const names[KINDS][8] = {
        {"/items/0/title", "/items/0/content_text", "/items/0/date_published",
         "/items/0/_skillgap"},
        {"/etag", "/modified", "/rolled_back", "/not_before"},
        {"/feeds", "/certificates", "/certificates/ca_file", "/folders",
         "/folders/data", "/folders/plugins"}};
    for (size_t i = 0; i < 8 && names[kind][i]; i++)
        if (strcmp(names[kind][i], pointer) == 0)
            return true;
    return false;
}

/* One member: without it, and as something else. */
static unsigned break_member(enum kind kind, json_t *root, json_t *object,
                             const char *name, const char *above)
{
    char pointer[300], key[64]; /* the name goes with the member */
    snprintf(key, sizeof key, "%s", name);
    snprintf(pointer, sizeof pointer, "%s/%s", above, key);
    json_t *value = json_incref(json_object_get(object, key));

    json_object_del(object, key);
    sg_error error = read_json(kind, root);
    if (is_optional(kind, pointer)) {
        cr_expect_eq(error.status, SG_OK, "without %s: %s", pointer,
                     error.message);
    } else {
        cr_expect_str_eq(error.reason, "missing-field", "without %s", pointer);
        cr_expect_str_eq(error.pointer, above, "without %s", pointer);
        cr_expect_not_null(strstr(error.message, key), "%s", error.message);
        cr_expect_str_eq(error.file, "F");
    }
    json_object_set_new(object, key, json_true());
    error = read_json(kind, root);
    cr_expect_eq(error.status, SG_INPUT, "%s is true", pointer);
    cr_expect_str_eq(error.reason, "wrong-type", "%s is true", pointer);
    cr_expect_str_eq(error.pointer, pointer);
    json_object_set_new(object, key, json_null());
    cr_expect_eq(read_json(kind, root).status, SG_INPUT, "%s is null", pointer);
    json_object_set_new(object, key, value);
    return 1;
}

static unsigned break_below(enum kind kind, json_t *root, json_t *value,
                            const char *pointer)
{
    unsigned count = 0;
    char below[300];
    for (size_t i = 0; i < json_array_size(value); i++) {
        snprintf(below, sizeof below, "%s/%zu", pointer, i);
        count += break_below(kind, root, json_array_get(value, i), below);
    }
    char keys[32][32];
    size_t key_count = 0;
    for (void *at = json_object_iter(value); at;
         at = json_object_iter_next(value, at))
        snprintf(keys[key_count++], sizeof keys[0], "%.31s",
                 json_object_iter_key(at));
    for (size_t i = 0; i < key_count; i++) {
        snprintf(below, sizeof below, "%s/%s", pointer, keys[i]);
        count += break_member(kind, root, value, keys[i], pointer);
        count +=
            break_below(kind, root, json_object_get(value, keys[i]), below);
    }
    return count;
}

Test(read_feed, each_field_is_needed_and_of_its_type_and_its_place_is_told)
{
    static const unsigned fields[KINDS] = {23, 42, 13};
    for (enum kind kind = INDEX; kind < KINDS; kind++) {
        json_t *root = sample(kind);
        cr_assert_eq(read_json(kind, root).status, SG_OK);
        const unsigned count = break_below(kind, root, root, "");
        cr_expect_eq(count, fields[kind], "%u fields of %d", count, (int)kind);
        cr_expect_eq(read_json(kind, root).status, SG_OK, "all was put back");
        json_decref(root);
    }
}

/* A place, what is put there, and the reason why it is no good. */
static const struct {
    enum kind kind;
    const char *pointer; /* its last part is a member */
    const char *json;
    const char *reason; /* "": it is good */
} values[] = {
    {INDEX, "/version", "\"https://jsonfeed.org/version/1\"", "unknown-word"},
    {INDEX, "/title", "\"\"", "out-of-range"},
    {INDEX, "/_skillgap/feed", "\"a b\"", "bad-pattern"},
    {INDEX, "/_skillgap/feed", "\"\"", "bad-pattern"},
    {INDEX, "/_skillgap/feed", "\"a\\tb\"", "bad-pattern"},
    {INDEX, "/_skillgap/feed", "\"\\u00e9\"", "bad-pattern"},
    {INDEX, "/_skillgap/serial", "0", "out-of-range"},
    {INDEX, "/_skillgap/serial", "-1", "out-of-range"},
    {INDEX, "/_skillgap/serial", "2147483647", ""},
    {INDEX, "/_skillgap/serial", "2147483648", "out-of-range"},
    {INDEX, "/_skillgap/serial", "4294967297", "out-of-range"},
    {INDEX, "/_skillgap/serial", "1.5", "wrong-type"},
    {INDEX, "/_skillgap/serial", "\"7\"", "wrong-type"},
    {INDEX, "/_skillgap/issued", "\"2026-11-27\"", "bad-pattern"},
    {INDEX, "/_skillgap/issued", "\"2026-11-27T03:00:00\"", "bad-pattern"},
    {INDEX, "/_skillgap/issued", "\"2026-11-27T03:00:00+01\"", "bad-pattern"},
    {INDEX, "/_skillgap/issued", "\"2026-11-27T03:00:00Zx\"", "bad-pattern"},
    {INDEX, "/_skillgap/expires", "\"2027-02\"", "bad-pattern"},
    {INDEX, "/_skillgap/expires", "\"2027-02-30\"", "bad-pattern"},
    {INDEX, "/_skillgap/expires", "\"2999-12-31\"", ""},
    {INDEX, "/items/0/_skillgap/framework", "\"County\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/framework", "\"../x\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/framework", "\"\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/version", "\"\"", "out-of-range"},
    {INDEX, "/items/0/_skillgap/sha256", "\"00\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/min_program", "\"1\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/min_program", "\"0.1.0-rc1\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/min_program", "\".1.0\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/min_program", "\"0.1.\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/min_program", "\"0.1.0.0\"", "bad-pattern"},
    {INDEX, "/items/0/_skillgap/serial", "0", "out-of-range"},
    {INDEX, "/items/0/attachments", "[]", "empty-list"},
    {INDEX, "/items/0/attachments/0/url", "\"\"", "out-of-range"},
    {INDEX, "/items/0/attachments/0/size_in_bytes", "0", "out-of-range"},
    {INDEX, "/items/0/attachments/0/size_in_bytes", "33554432", ""},
    {INDEX, "/items/0/attachments/0/size_in_bytes", "33554433", "out-of-range"},
    {INDEX, "/items/0/attachments/0/size_in_bytes", "-100", "out-of-range"},
    {INDEX, "/items", "{}", "wrong-type"},
    {RECORD, "/format", "\"skillgap-feed-record/2\"", "newer-version"},
    {RECORD, "/format", "\"skillgap-config/1\"", "wrong-format"},
    {RECORD, "/key", "\"RW\"", "bad-pattern"},
    {RECORD, "/current", "6", "dangling"},
    {RECORD, "/current", "5", ""},
    {RECORD, "/current", "0", ""},
    {RECORD, "/serial", "-1", "out-of-range"},
    {RECORD, "/index_sha256", "\"\"", "bad-pattern"},
    {RECORD, "/checked", "\"2026-02-30\"", "bad-pattern"},
    {RECORD, "/rolled_back", "\"yesterday\"", "bad-pattern"},
    {RECORD, "/not_before", "4294967296", "out-of-range"},
    {RECORD, "/held", "[]", "dangling"},
    {RECORD, "/held/0/frameworks/0/id", "\"../../x\"", "bad-pattern"},
    {CONFIG, "/format", "\"skillgap-config/2\"", "newer-version"},
    {CONFIG, "/feeds/0/name", "\"../x\"", "bad-pattern"},
    {CONFIG, "/feeds/0/name", "\"\"", "bad-pattern"},
    {CONFIG, "/feeds/0/name", "\".lock\"", "bad-pattern"},
    {CONFIG, "/feeds/0/name", "\"city-2\"", "duplicate-id"},
    {CONFIG, "/feeds/0/url", "\"\"", "out-of-range"},
    {CONFIG, "/feeds/0/key", "\"RWx\"", "bad-pattern"},
    {CONFIG, "/folders/data", "[1]", "wrong-type"},
    {CONFIG, "/folders/data", "[\"\"]", "out-of-range"},
};

/* The object in which a pointer's last part is a member. */
static json_t *parent_of(json_t *root, const char *pointer, const char **key)
{
    char part[64];
    for (const char *at = pointer + 1;; at += strlen(part) + 1) {
        snprintf(part, sizeof part, "%.*s", (int)strcspn(at, "/"), at);
        *key = at;
        if (!strchr(at, '/'))
            return root;
        root = json_is_array(root) ? json_array_get(root, (size_t)atoi(part))
                                   : json_object_get(root, part);
        cr_assert_not_null(root, "%s", pointer);
    }
}

Test(read_feed, each_value_has_its_bounds)
{
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        json_t *root = sample(values[i].kind);
        const char *key = NULL;
        json_t *parent = parent_of(root, values[i].pointer, &key);
        json_t *value = json_loads(values[i].json, JSON_DECODE_ANY, NULL);
        cr_assert_not_null(value, "%s", values[i].json);
        json_object_set_new(parent, key, value);
        const sg_error error = read_json(values[i].kind, root);
        cr_expect_str_eq(error.reason, values[i].reason, "%s as %s: %s",
                         values[i].pointer, values[i].json, error.message);
        json_decref(root);
    }
}

/* Dates are those of 1900 to 2999: what cannot be compared with today would
 * never be out of date. */
Test(read_feed, a_day_that_cannot_be_compared_is_refused)
{
    static const char *const days[] = {"9999-12-31", "3000-01-01", "1899-12-31",
                                       "0001-01-01"};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        json_t *root = sample(INDEX);
        json_object_set_new(json_object_get(root, "_skillgap"), "expires",
                            json_string(days[i]));
        cr_expect_eq(read_json(INDEX, root).status, SG_INPUT, "%s", days[i]);
        json_decref(root);
    }
}

Test(read_feed, what_else_a_json_feed_holds_is_passed_over_without_a_word)
{
    struct problems found = {0};
    json_t *root = sample(INDEX);
    json_t *items = json_object_get(root, "items");
    json_object_set_new(root, "authors", json_pack("[{s:s}]", "name", "N"));
    json_object_set_new(root, "expired", json_true());
    json_object_set_new(json_object_get(root, "_skillgap"), "about",
                        json_integer(1));
    json_object_set_new(json_array_get(items, 0), "tags",
                        json_pack("[s]", "x"));
    json_array_append_new(items, json_pack("{s:s,s:s}", "id", "1",
                                           "content_html", "<p>News</p>"));
    json_array_append_new(items,
                          json_pack("{s:i,s:[]}", "id", 2, "attachments"));
    json_array_append_new(items, json_string("no item at all"));
    char *text = json_dumps(root, 0);
    struct problem_sink sink = {.tell = keep, .user = &found};
    struct feed_index *index = NULL;
    const struct buffer bytes = {.data = text, .size = strlen(text)};
    cr_assert_eq(read_feed_index(&bytes, "F", &sink, &index, NULL), SG_OK);
    cr_expect_eq(found.count, 0, "%s", found.list[0].message);
    cr_expect_eq(index->count, 1);
    cr_expect_eq(index->items[0].files, 1);
    feed_index_free(index);
    free(text);
    json_decref(root);
}

Test(read_feed, an_unknown_field_of_our_own_files_is_a_warning)
{
    struct problems found = {0};
    json_t *root = sample(CONFIG);
    json_object_set_new(root, "feed", json_array());
    char *text = json_dumps(root, 0);
    cr_expect_eq(read_bytes(CONFIG, text, strlen(text), &found).status, SG_OK);
    cr_assert_eq(found.count, 1);
    cr_expect(found.list[0].warning);
    cr_expect_not_null(strstr(found.list[0].message, "'feeds'?"), "%s",
                       found.list[0].message);
    free(text);
    json_decref(root);
}

/* Every byte of a record would be many; the shapes are the same. */
Test(read_feed, a_file_that_is_cut_short_anywhere_is_refused)
{
    for (enum kind kind = INDEX; kind < KINDS; kind++) {
        json_t *root = sample(kind);
        char *text = json_dumps(root, JSON_COMPACT);
        for (size_t size = 0; size < strlen(text); size++) {
            struct problems found = {0};
            cr_expect_eq(read_bytes(kind, text, size, &found).status, SG_INPUT,
                         "%zu bytes", size);
        }
        free(text);
        json_decref(root);
    }
}

Test(read_feed, a_wrong_byte_anywhere_crashes_nothing)
{
    static const char bytes[] = {'\0', '\xff', '"', '[', '}', '9'};
    for (enum kind kind = INDEX; kind < KINDS; kind++) {
        json_t *root = sample(kind);
        char *text = json_dumps(root, JSON_COMPACT);
        const size_t size = strlen(text);
        for (size_t at = 0; at < size; at++) {
            const char right = text[at];
            for (size_t b = 0; b < sizeof bytes; b++) {
                struct problems found = {0};
                text[at] = bytes[b];
                (void)read_bytes(kind, text, size, &found);
            }
            text[at] = right;
        }
        free(text);
        json_decref(root);
    }
}

/* jansson gets so many pieces of memory, then one time none. */
static long pieces_left;

static void *piece(size_t size)
{
    return pieces_left-- == 0 ? NULL : malloc(size);
}

Test(read_feed, a_lack_of_memory_is_never_the_files_fault)
{
    for (enum kind kind = INDEX; kind < KINDS; kind++) {
        json_t *root = sample(kind);
        char *text = json_dumps(root, JSON_COMPACT);
        const size_t size = strlen(text);
        bool ran_out = true;
        json_decref(root);
        json_set_alloc_funcs(piece, free);
        for (long n = 0; ran_out; n++) {
            struct problems found = {0};
            pieces_left = n;
            const sg_error error = read_bytes(kind, text, size, &found);
            ran_out = pieces_left < 0;
            cr_expect_str_eq(error.reason, ran_out ? "memory" : "", "piece %ld",
                             n);
            cr_expect_eq(found.count, 0, "piece %ld", n);
        }
        json_set_alloc_funcs(malloc, free);
        free(text);
    }
}
