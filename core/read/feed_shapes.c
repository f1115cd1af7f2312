/* SPDX-License-Identifier: MIT */
/* The tables of a feed's index and record and of the configuration. */
#include "base/date.h"
#include "read/feed.h"
#include "read/framework_check.h"
#include "read/shape.h"

#include <ctype.h>
#include <string.h>

enum {
    MOST_ITEMS = 5000,
    MOST_FRAMEWORKS = LIMIT_FRAMEWORKS,
    MOST_FEEDS = 64,
    MOST_FOLDERS = 64,
    MOST_HELD = 16,
    MOST_FILE = LIMIT_FILE_BYTES
};

static bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

static bool consists_of(const char *text, const char *others)
{
    for (; *text; text++)
        if ((unsigned char)*text > '~' ||
            (!isalnum((unsigned char)*text) && !strchr(others, *text)))
            return false;
    return true;
}

bool fits_feed_id(const char *text)
{
    const size_t size = strlen(text);

    return size > 0 && size <= 96 && consists_of(text, "-._:+");
}

bool fits_feed_name(const char *text)
{
    return fits_id(text) && strlen(text) <= 48;
}

bool fits_feed_key(const char *text)
{
    return strlen(text) == FEED_KEY_CHARS && strncmp(text, "RW", 2) == 0 &&
           strchr("QRST", text[2]) && consists_of(text, "+/");
}

bool fits_sha256(const char *text)
{
    return strlen(text) == FEED_SHA256_CHARS &&
           strspn(text, "0123456789abcdef") == FEED_SHA256_CHARS;
}

bool fits_moment(const char *text)
{
    const char *pattern = "9999-99-99T99:99:99Z";

    for (; *pattern; text++, pattern++)
        if (*pattern == '9' ? !is_digit(*text) : *text != *pattern)
            return false;
    return *text == '\0';
}

bool fits_program(const char *text)
{
    unsigned dots = 0;

    if (!is_digit(*text))
        return false;
    for (; *text; text++) {
        if (!is_digit(*text) && *text != '.')
            return false;
        dots += *text == '.';
        if (*text == '.' && !is_digit(text[1]))
            return false;
    }
    return dots == 2;
}

/* Whatever else a JSON Feed holds is none of our business. */
static const struct shape *nothing_to_check(struct checker *checker,
                                            json_t *value)
{
    (void)checker;
    (void)value;
    return NULL;
}

static const struct shape anything = {.kind = SHAPE_CHOICE,
                                      .choose = nothing_to_check};

static const struct shape any_text = {.kind = SHAPE_TEXT};
static const struct shape title = {.kind = SHAPE_TEXT, .least = 1, .most = 200};
static const struct shape words = {.kind = SHAPE_TEXT, .most = 20000};
static const struct shape address = {
    .kind = SHAPE_TEXT, .least = 1, .most = 2000};
static const struct shape header = {.kind = SHAPE_TEXT, .most = 1000};
static const struct shape serial = {.kind = SHAPE_NUMBER, .least = 1};
static const struct shape number = {.kind = SHAPE_NUMBER, .most = UINT32_MAX};
static const struct shape file_size = {
    .kind = SHAPE_NUMBER, .least = 1, .most = MOST_FILE};
static const struct shape framework = {.kind = SHAPE_TEXT,
                                       .most = 96,
                                       .fits = fits_id,
                                       .remedy = "the id of a framework"};
static const struct shape version = {
    .kind = SHAPE_TEXT, .least = 1, .most = 64};
static const struct shape feed_id = {
    .kind = SHAPE_TEXT,
    .fits = fits_feed_id,
    .remedy = "letters, digits and - . _ : + (at most 96)"};
static const struct shape feed_name = {
    .kind = SHAPE_TEXT,
    .fits = fits_feed_name,
    .remedy = "small letters, digits and hyphens (at most 48)"};
static const struct shape feed_key = {
    .kind = SHAPE_TEXT,
    .fits = fits_feed_key,
    .remedy = "a minisign public key: 56 characters that begin with RW"};
static const struct shape sha256 = {.kind = SHAPE_TEXT,
                                    .fits = fits_sha256,
                                    .remedy = "64 digits from 0 to 9, a to f"};
static const struct shape moment = {
    .kind = SHAPE_TEXT,
    .fits = fits_moment,
    .remedy = "a time in UTC, such as 2026-11-27T09:00:00Z"};
/* A day that cannot be compared would never be over. */
static bool fits_day(const char *text)
{
    struct date day;

    return fits_date(text) && date_read(text, &day);
}

static const struct shape day = {.kind = SHAPE_TEXT,
                                 .fits = fits_day,
                                 .remedy =
                                     "a day that exists, as in 2026-11-27"};
static const struct shape program = {.kind = SHAPE_TEXT,
                                     .fits = fits_program,
                                     .remedy = "a version such as 0.1.0"};

/* The index. */
static const struct field item_extension_fields[] = {
    {"framework", &framework, REQUIRED},
    {"version", &version, REQUIRED},
    {"serial", &serial, REQUIRED},
    {"sha256", &sha256, REQUIRED},
    {"expires", &day, REQUIRED},
    {"min_program", &program, REQUIRED},
    {0}};
static const struct shape item_extension = {
    .kind = SHAPE_OBJECT, .fields = item_extension_fields, .values = &anything};
static const struct field attachment_fields[] = {
    {"url", &address, REQUIRED},
    {"mime_type", &any_text, REQUIRED},
    {"size_in_bytes", &file_size, REQUIRED},
    {0}};
static const struct shape attachment = {
    .kind = SHAPE_OBJECT, .fields = attachment_fields, .values = &anything};
static const struct shape attachments = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &attachment};
static const struct field item_fields[] = {
    {"id", &any_text, REQUIRED},
    {"title", &title, false},
    {"content_text", &words, false},
    {"date_published", &moment, false},
    {"attachments", &attachments, REQUIRED},
    {"_skillgap", &item_extension, REQUIRED},
    {0}};
static const struct shape item = {
    .kind = SHAPE_OBJECT, .fields = item_fields, .values = &anything};

static const struct shape *choose_item(struct checker *checker, json_t *value)
{
    (void)checker;
    return json_object_get(value, "_skillgap") ? &item : NULL;
}

static const struct shape any_item = {.kind = SHAPE_CHOICE,
                                      .choose = choose_item};
static const struct shape items = {
    .kind = SHAPE_ARRAY, .most = MOST_ITEMS, .items = &any_item};
static const struct field feed_extension_fields[] = {
    {"feed", &feed_id, REQUIRED},
    {"serial", &serial, REQUIRED},
    {"issued", &moment, REQUIRED},
    {"expires", &day, REQUIRED},
    {0}};
static const struct shape feed_extension = {
    .kind = SHAPE_OBJECT, .fields = feed_extension_fields, .values = &anything};
static const char *const feed_versions[] = {"https://jsonfeed.org/version/1.1",
                                            NULL};
static const struct shape feed_version = {.kind = SHAPE_TEXT,
                                          .words = feed_versions};
static const struct field index_fields[] = {
    {"version", &feed_version, REQUIRED},
    {"title", &title, REQUIRED},
    {"items", &items, REQUIRED},
    {"_skillgap", &feed_extension, REQUIRED},
    {0}};
const struct shape feed_index_shape = {
    .kind = SHAPE_OBJECT, .fields = index_fields, .values = &anything};

/* The record. */
static const struct field held_framework_fields[] = {
    {"id", &framework, REQUIRED},
    {"version", &version, REQUIRED},
    {"serial", &serial, REQUIRED},
    {"sha256", &sha256, REQUIRED},
    {0}};
static const struct shape held_framework = {.kind = SHAPE_OBJECT,
                                            .fields = held_framework_fields};
static const struct shape held_frameworks = {
    .kind = SHAPE_ARRAY, .most = MOST_FRAMEWORKS, .items = &held_framework};
static const struct field publication_fields[] = {
    {"serial", &serial, REQUIRED},
    {"received", &day, REQUIRED},
    {"issued", &moment, REQUIRED},
    {"expires", &day, REQUIRED},
    {"frameworks", &held_frameworks, REQUIRED},
    {0}};
static const struct shape publication = {.kind = SHAPE_OBJECT,
                                         .fields = publication_fields};
static const struct shape publications = {
    .kind = SHAPE_ARRAY, .most = MOST_HELD, .items = &publication};
static const struct field floor_fields[] = {
    {"framework", &framework, REQUIRED}, {"serial", &serial, REQUIRED}, {0}};
static const struct shape serial_floor = {.kind = SHAPE_OBJECT,
                                          .fields = floor_fields};
static const struct shape floors = {
    .kind = SHAPE_ARRAY, .most = MOST_ITEMS, .items = &serial_floor};
static const struct field record_fields[] = {
    {"format", &any_text, REQUIRED},
    {"key", &feed_key, REQUIRED},
    {"url", &address, REQUIRED},
    {"feed", &feed_id, REQUIRED},
    {"title", &title, REQUIRED},
    {"serial", &number, REQUIRED},
    {"current", &number, REQUIRED},
    {"checked", &day, REQUIRED},
    {"expires", &day, REQUIRED},
    {"index_sha256", &sha256, REQUIRED},
    {"etag", &header, false},
    {"modified", &header, false},
    {"rolled_back", &day, false},
    {"not_before", &number, false},
    {"floors", &floors, REQUIRED},
    {"held", &publications, REQUIRED},
    {0}};
const struct shape feed_record_shape = {.kind = SHAPE_OBJECT,
                                        .fields = record_fields};

/* The configuration. */
static const struct field known_feed_fields[] = {{"name", &feed_name, REQUIRED},
                                                 {"url", &address, REQUIRED},
                                                 {"key", &feed_key, REQUIRED},
                                                 {0}};
static const struct shape known_feed = {.kind = SHAPE_OBJECT,
                                        .fields = known_feed_fields};
static const struct shape known_feeds = {
    .kind = SHAPE_ARRAY, .most = MOST_FEEDS, .items = &known_feed};
static const struct field certificate_fields[] = {{"ca_file", &address, false},
                                                  {0}};
static const struct shape certificates = {.kind = SHAPE_OBJECT,
                                          .fields = certificate_fields};
static const struct shape folder_list = {
    .kind = SHAPE_ARRAY, .most = MOST_FOLDERS, .items = &address};
static const struct field folder_fields[] = {
    {"data", &folder_list, false}, {"plugins", &folder_list, false}, {0}};
static const struct shape folders = {.kind = SHAPE_OBJECT,
                                     .fields = folder_fields};
static const struct field config_fields[] = {
    {"$schema", &any_text, false},  {"format", &any_text, REQUIRED},
    {"feeds", &known_feeds, false}, {"certificates", &certificates, false},
    {"folders", &folders, false},   {0}};
const struct shape config_shape = {.kind = SHAPE_OBJECT,
                                   .fields = config_fields};
