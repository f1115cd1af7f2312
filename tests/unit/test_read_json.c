/* SPDX-License-Identifier: MIT */
/* Text to a JSON value, and what is said when it is not one. */
#include "base/limits.h"
#include "base/text.h"
#include "read/json.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Reads some bytes; the error, which is empty when they are JSON. */
static sg_error read_bytes(const char *bytes, size_t size)
{
    struct buffer buffer = {0};
    buffer_add(&buffer, bytes, size);
    cr_assert_not(buffer.failed);
    json_t *root = NULL;
    sg_error error = {0};
    const sg_status status = json_read(&buffer, "x.json", &root, &error);
    cr_expect_eq(status, error.status);
    cr_expect_eq(root != NULL, status == SG_OK);
    json_decref(root);
    buffer_done(&buffer);
    return error;
}

struct refusal {
    const char *text;
    const char *reason;
    uint32_t line, column;
    const char *says;
};

static const struct refusal refusals[] = {
    /* Nothing, or not all. */
    {"", "empty", 1, 1, "empty"},
    {" \n\t ", "empty", 1, 1, "empty"},
    {"\xEF\xBB\xBF", "empty", 1, 1, "empty"},
    {"{", "syntax", 1, 2, "cut off"},
    {"{\n  \"a\": [1,\n", "syntax", 3, 1, "cut off"},
    {"{\"a\": \"tex", "syntax", 1, 11, "cut off"},
    {"{\"a\": tru", "syntax", 1, 10, "cut off"},
    {"{\"a\": trux", "syntax", 1, 7, "value"},
    {"[1, 2", "syntax", 1, 6, "cut off"},
    /* Too much. */
    {"{} {}", "syntax", 1, 4, "after the end"},
    {"[1]]", "syntax", 1, 4, "after the end"},
    {"{\"a\": 1}\nthe end", "syntax", 2, 1, "after the end"},
    /* Twice. */
    {"{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", "duplicate-key", 3, 2, "'a'"},
    {"[{\"x\": {\"k\": 1, \"k\": 1}}]", "duplicate-key", 1, 17, "'k'"},
    /* Other formats than JSON. */
    {"[NaN]", "syntax", 1, 2, "NaN"},
    {"[Infinity]", "syntax", 1, 2, "Infinity"},
    {"[-Infinity]", "syntax", 1, 2, "Infinity"},
    {"// note\n{}", "syntax", 1, 1, "comments"},
    {"{\n/* note */ \"a\": 1}", "syntax", 2, 1, "comments"},
    {"[1, # note\n2]", "syntax", 1, 5, "comments"},
    {"{'a': 1}", "syntax", 1, 2, "double quotes"},
    {"[True]", "syntax", 1, 2, "lower case"},
    {"[None]", "syntax", 1, 2, "null"},
    {"[+1]", "syntax", 1, 2, "+"},
    {"[.5]", "syntax", 1, 2, "point"},
    {"[01]", "syntax", 1, 2, "zero"},
    {"[-]", "syntax", 1, 2, "value"},
    {"hello", "syntax", 1, 1, "value"},
    /* Slips. */
    {"[1, 2, ]", "syntax", 1, 8, "comma"},
    {"{\"a\": 1, }", "syntax", 1, 10, "comma"},
    {"[1,, 2]", "syntax", 1, 4, "two commas"},
    {"{\"a\": 1 \"b\": 2}", "syntax", 1, 9, "comma"},
    {"{\"a\" 1}", "syntax", 1, 6, "colon"},
    {"{\"a\": }", "syntax", 1, 7, "bracket"},
    {"{\"a\": [1}", "syntax", 1, 9, "bracket"},
    {"{1: 2}", "syntax", 1, 2, "name"},
    {"{\"a\": \"b\n\"}", "syntax", 1, 9, "not closed"},
    {"[\"a\tb\"]", "syntax", 1, 4, "control"},
    {"[\"a\\qb\"]", "syntax", 1, 5, "backslash"},
    /* Characters. */
    {"[\"a\\u0000b\"]", "encoding", 1, 2, "u0000"},
    {"[\"a\\u12\"]", "syntax", 1, 2, "does not name a character"},
    {"[\"a\\u\", 1]", "syntax", 1, 2, "does not name a character"},
    {"{\"a\\u0000\": 1}", "encoding", 1, 2, "u0000"},
    {"[\"\\ud800\"]", "syntax", 1, 2, "character"},
    {"{\n \"caf\xC3\xA9\": \"\xFF\"}", "encoding", 2, 11, "UTF-8"},
    {"[\"\xE2\x82\"]", "encoding", 1, 3, "UTF-8"},
    {"[\"\xC3\xA9\xC3\xA9\", nope]", "syntax", 1, 8, "value"},
    /* Numbers. */
    {"[1e999]", "out-of-range", 1, 2, "too large"},
    {"[123456789012345678901234567890]", "out-of-range", 1, 2, "too large"},
    /* Another file by mistake. */
    {"\n<!DOCTYPE html>", "syntax", 2, 1, "web page"},
    {"PK\x03\x04zip", "syntax", 1, 1, "Excel"},
    {"\x1F\x8B\x08", "syntax", 1, 1, "gzip"},
    {"%PDF-1.7", "syntax", 1, 1, "PDF"},
    {"\xFF\xFE{", "encoding", 1, 1, "UTF-16"},
    {"\xFE\xFF{", "encoding", 1, 1, "UTF-16"},
};

Test(json, each_slip_has_its_place_and_its_remedy)
{
    for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
        const struct refusal *row = &refusals[i];
        const sg_error error = read_bytes(row->text, strlen(row->text));
        cr_expect_eq(error.status, SG_INPUT, "%s", row->text);
        cr_expect_str_eq(error.reason, row->reason, "%s: %s", row->text,
                         error.reason);
        cr_expect(strstr(error.message, row->says), "%s: %s", row->text,
                  error.message);
        cr_expect(error.line == row->line && error.column == row->column,
                  "%s: %u:%u", row->text, (unsigned)error.line,
                  (unsigned)error.column);
        cr_expect_str_eq(error.file, "x.json");
    }
}

static const char *const accepted[] = {
    "{}",
    "[]",
    "\xEF\xBB\xBF{\"a\": 1}",
    " \r\n\t[1, -2.5e3, true, false, null, \"x\"] \n",
    "\"only a text\"",
    "{\"a\": {\"a\": {\"a\": 1}}}",
    "[\"\\u00e9 \\ud83d\\ude00 \\\" \\\\ \\/\"]",
    "[\"\xEF\xBF\xBD is a real character\"]",
    "[\"brackets in a text: [[[{{{ and \\\"\"]",
};

Test(json, what_is_json_is_read)
{
    for (size_t i = 0; i < sizeof(accepted) / sizeof(accepted[0]); i++) {
        const sg_error error = read_bytes(accepted[i], strlen(accepted[i]));
        cr_expect_eq(error.status, SG_OK, "%s: %s", accepted[i], error.message);
    }
}

Test(json, a_zero_byte_is_refused_at_its_place)
{
    const char text[] = "{\n\"a\0b\": 1}";
    const sg_error error = read_bytes(text, sizeof(text) - 1);
    cr_expect_str_eq(error.reason, "encoding");
    cr_expect_eq(error.line, 2);
    cr_expect_eq(error.column, 3);
    const sg_error end = read_bytes("{}\0", 3);
    cr_expect_str_eq(end.reason, "encoding");
}

Test(json, utf_16_without_a_mark_is_named)
{
    cr_expect(strstr(read_bytes("{\0\"\0", 4).message, "UTF-16"));
    cr_expect(strstr(read_bytes("\0{\0\"", 4).message, "UTF-16"));
}

/* An array in an array, `depth` deep. */
static sg_error read_nested(size_t depth)
{
    char *text = malloc(2 * depth);
    cr_assert_not_null(text);
    memset(text, '[', depth);
    memset(text + depth, ']', depth);
    const sg_error error = read_bytes(text, 2 * depth);
    free(text);
    return error;
}

Test(json, nesting_has_a_ceiling)
{
    cr_expect_eq(read_nested(LIMIT_JSON_DEPTH).status, SG_OK);
    const sg_error error = read_nested(LIMIT_JSON_DEPTH + 1);
    cr_expect_str_eq(error.reason, "nesting");
    cr_expect_eq(error.column, LIMIT_JSON_DEPTH + 1);
    cr_expect_str_eq(read_nested(100000).reason, "nesting");
}

Test(json, ten_megabytes_of_empty_objects_are_refused_before_parsing)
{
    const size_t size = 10 * 1024 * 1024;
    char *text = malloc(size);
    cr_assert_not_null(text);
    text[0] = '[';
    for (size_t i = 1; i < size; i++)
        text[i] = "{},"[(i - 1) % 3];
    text[size - 1] = ']';
    const sg_error error = read_bytes(text, size);
    free(text);
    cr_expect_str_eq(error.reason, "too-large");
    cr_expect_eq(error.line, 1);
    cr_expect_lt(error.column, size);
}

Test(json, no_message_quotes_what_the_file_says)
{
    const char text[] = "{\"name\": \"SECRET\" \"SECRET\"}";
    const sg_error error = read_bytes(text, sizeof(text) - 1);
    cr_expect_eq(error.status, SG_INPUT);
    cr_expect_null(strstr(error.message, "SECRET"));
}

Test(json, every_prefix_of_a_file_is_refused)
{
    const char text[] = "{\"a\": [1, -2.5, true, null, \"caf\xC3\xA9 \\u00e9\"]"
                        ",\n \"b\": {\"c\": false}}";
    for (size_t size = 0; size < sizeof(text) - 1; size++) {
        const sg_error error = read_bytes(text, size);
        cr_expect_eq(error.status, SG_INPUT, "cut at %zu", size);
        cr_expect(error.line > 0 && error.column > 0, "cut at %zu", size);
        cr_expect(text_is_utf8(error.message, strlen(error.message)));
    }
    cr_expect_eq(read_bytes(text, sizeof(text) - 1).status, SG_OK);
}

/* How many more times jansson is given memory; -1: always. */
static int gifts = -1;

static void *give(size_t size)
{
    if (gifts == 0)
        return NULL;
    gifts -= gifts > 0;
    return malloc(size);
}

Test(json, a_lack_of_memory_is_not_blamed_on_the_text)
{
    const char text[] = "{\"a\": [1, -2.5, true, \"caf\xC3\xA9 \\u00e9\"],"
                        " \"b\": {\"c\": null}}";
    json_set_alloc_funcs(give, free);
    sg_error error = {.status = SG_STORAGE};
    int failures = 0;
    for (; failures < 1000 && error.status != SG_OK; failures++) {
        gifts = failures;
        error = read_bytes(text, sizeof(text) - 1);
        cr_expect(error.status == SG_OK || error.status == SG_STORAGE,
                  "gift %d: %s", failures, error.message);
    }
    cr_expect_eq(error.status, SG_OK, "with enough of it the text is read");
    cr_expect_gt(failures, 10, "memory ran out at several places");
}

/* Strings are compared with their text, so each way to write one is tried. */
Test(json, every_escape_is_read_as_what_it_stands_for)
{
    static const char text[] =
        "{\"\\\"k\\\\\": [\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", "
        "\"\\u0041\\u00E9\\u20ac\\uD83D\\uDE00 \xC3\xA9\", \"\"]}";
    const sg_error error = read_bytes(text, strlen(text));
    cr_expect_eq(error.status, SG_OK, "%s: %s", error.reason, error.message);
}
