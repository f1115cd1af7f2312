/* SPDX-License-Identifier: MIT */
/* UTF-8 text: decoding, width, nearness, and showing it safely. */
#include "base/text.h"

#include <criterion/criterion.h>
#include <string.h>

struct decoding {
    const char *bytes;
    uint32_t point;
    size_t length;
    const char *why;
};

static const struct decoding decodings[] = {
    {"a", 'a', 1, "ASCII"},
    {"\xC3\xA9", 0xE9, 2, "two bytes"},
    {"\xE2\x82\xAC", 0x20AC, 3, "three bytes"},
    {"\xF0\x9F\x98\x80", 0x1F600, 4, "four bytes"},
    {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4, "the last code point"},
    {"\xC0\x80", 0xFFFD, 1, "an overlong NUL"},
    {"\xE0\x80\x80", 0xFFFD, 1, "an overlong form of three bytes"},
    {"\xF0\x80\x80\x80", 0xFFFD, 1, "an overlong form of four bytes"},
    {"\xED\xA0\x80", 0xFFFD, 1, "a surrogate"},
    {"\xF4\x90\x80\x80", 0xFFFD, 1, "past the last code point"},
    {"\x80", 0xFFFD, 1, "a continuation byte alone"},
    {"\xC3", 0xFFFD, 1, "cut after the first byte"},
    {"\xE2\x82", 0xFFFD, 1, "cut after the second byte"},
    {"\xFF", 0xFFFD, 1, "a byte that UTF-8 never has"},
};

Test(text, each_sequence_is_decoded_or_replaced)
{
    for (size_t i = 0; i < sizeof(decodings) / sizeof(decodings[0]); i++) {
        const struct decoding *row = &decodings[i];
        const char *at = row->bytes;
        cr_expect_eq(text_next(&at), row->point, "%s", row->why);
        cr_expect_eq((size_t)(at - row->bytes), row->length, "%s", row->why);
        cr_expect_eq(text_is_utf8(row->bytes, strlen(row->bytes)),
                     row->point != 0xFFFD, "%s", row->why);
    }
}

Test(text, validity_stops_at_the_count)
{
    cr_expect(text_is_utf8("ab\xFF", 2));
    cr_expect_not(text_is_utf8("ab\xFF", 3));
    cr_expect_not(text_is_utf8("\xE2\x82\xAC", 2), "a character cut in two");
    cr_expect(text_is_utf8("a\0b", 3));
    cr_expect(text_is_utf8("", 0));
}

Test(text, width_counts_columns)
{
    cr_expect_eq(text_width("office"), 6);
    cr_expect_eq(text_width("caf\xC3\xA9"), 4);
    cr_expect_eq(text_width("cafe\xCC\x81"), 4, "a combining accent");
    cr_expect_eq(text_width("\xE6\x97\xA5\xE6\x9C\xAC"), 4, "wide characters");
    cr_expect_eq(text_width("a\x01\n"), 1, "controls have no width");
    cr_expect_eq(text_width(""), 0);
}

Test(text, same_ignores_the_case_of_ascii_only)
{
    cr_expect(text_same("Office Manager", "oFFICE mANAGER"));
    cr_expect_not(text_same("office", "offic"));
    cr_expect_not(text_same("offic", "office"));
    cr_expect_not(text_same("\xC3\x89", "\xC3\xA9"));
    cr_expect(text_same("", ""));
}

struct distance {
    const char *a, *b;
    size_t most, steps;
    const char *why;
};

static const struct distance distances[] = {
    {"level", "level", 3, 0, "equal"},
    {"level", "LEVEL", 3, 0, "case is free"},
    {"level", "levels", 3, 1, "one is inserted"},
    {"level", "lvel", 3, 1, "one is dropped"},
    {"level", "lavel", 3, 1, "one is changed"},
    {"level", "elvel", 3, 1, "neighbours are swapped"},
    {"manager", "manger", 2, 1, "a usual slip"},
    {"kitten", "sitting", 5, 3, "the classic"},
    {"kitten", "sitting", 3, 3, "exactly the limit"},
    {"kitten", "sitting", 2, 3, "one past the limit"},
    {"", "abc", 5, 3, "from nothing"},
    {"", "abc", 2, 3, "from nothing, past the limit"},
    {"abc", "", 5, 3, "to nothing"},
    {"", "", 0, 0, "nothing at all"},
    {"abc", "abd", 0, 1, "no step is allowed"},
    {"ab", "ba", 1, 1, "a swap within the limit"},
    {"abcd", "badc", 2, 2, "two swaps"},
    {"caf\xC3\xA9", "cafe", 3, 1, "a character is one step, not two bytes"},
};

Test(text, distance_counts_steps_up_to_the_limit)
{
    for (size_t i = 0; i < sizeof(distances) / sizeof(distances[0]); i++) {
        const struct distance *row = &distances[i];
        cr_expect_eq(text_distance(row->a, row->b, row->most), row->steps,
                     "%s: %zu", row->why,
                     text_distance(row->a, row->b, row->most));
        cr_expect_eq(text_distance(row->b, row->a, row->most), row->steps,
                     "the other way: %s", row->why);
    }
}

Test(text, distance_of_very_long_texts_is_far_or_none)
{
    char a[400], b[400];
    memset(a, 'a', sizeof(a));
    memset(b, 'a', sizeof(b));
    a[399] = b[399] = '\0';
    cr_expect_eq(text_distance(a, b, 3), 0);
    b[0] = 'b';
    cr_expect_eq(text_distance(a, b, 3), 4);
}

Test(text, nearest_finds_what_was_meant_and_nothing_else)
{
    static const char *const ids[] = {
        "county/administrator-1", "county/administrator-2",
        "county/office-manager", "st-albans/community-support-2"};
    const size_t count = sizeof(ids) / sizeof(ids[0]);
    cr_expect_str_eq(text_nearest("county/ofice-manager", ids, count), ids[2]);
    cr_expect_str_eq(text_nearest("COUNTY/OFFICE-MANAGER", ids, count), ids[2]);
    cr_expect_str_eq(text_nearest("county/administrator-3", ids, count), ids[0],
                     "the first of equals");
    cr_expect_null(text_nearest("zzzz", ids, count));
    cr_expect_null(text_nearest("", ids, count));
    cr_expect_null(text_nearest("office", ids, 0));
}

Test(text, nearest_of_ids_goes_by_their_words_too)
{
    static const char *const ids[] = {"work-experience", "literacy-numeracy",
                                      "tact-diplomacy", "t/work-manager"};
    const size_t count = sizeof(ids) / sizeof(ids[0]);
    cr_expect_str_eq(text_nearest_words("numeracy", ids, count), ids[1]);
    cr_expect_str_eq(text_nearest_words("experience-work", ids, count), ids[0]);
    cr_expect_str_eq(text_nearest_words("tact", ids, count), ids[2]);
    cr_expect_str_eq(text_nearest_words("tact-diplomcy", ids, count), ids[2]);
    cr_expect_str_eq(text_nearest_words("great-tact", ids, count), ids[2]);
    static const char *const fields[] = {"does_not_need", "needs"};
    cr_expect_str_eq(text_nearest_words("need", fields, 2), fields[1],
                     "one slip before a name that has the word");
    cr_expect_null(text_nearest_words("t/zzzz", ids, count));
    cr_expect_null(text_nearest_words("", ids, count));
}

struct showing {
    const char *text;
    bool ascii;
    const char *shown;
};

static const struct showing showings[] = {
    {"plain", false, "plain"},
    {"caf\xC3\xA9", false, "caf\xC3\xA9"},
    {"a\x1B[31mb\r\n\tc", false, "a?[31mb???c"},
    {"a\x7F\xC2\x9B", false, "a??"},
    {"x\xE2\x80\xAEy\xE2\x81\xA6z", false, "x?y?z"},
    {"a\xE2\x80\x8B"
     "b\xE2\x81\xA0"
     "c\xEF\xBB\xBF"
     "d",
     false, "a?b?c?d"},
    {"bad \xFF byte", false, "bad \xEF\xBF\xBD byte"},
    {"\xE2\x80\x98q\xE2\x80\x99 \xE2\x80\x93 \xE2\x80\xA6", true, "'q' - ..."},
    {"caf\xC3\xA9 \xC2\xA3"
     "5",
     true, "cafe GBP 5"},
    {"\xE6\x97\xA5", true, "?"},
    {"\xFF", true, "?"},
};

Test(text, plain_shows_text_and_does_nothing_else)
{
    for (size_t i = 0; i < sizeof(showings) / sizeof(showings[0]); i++) {
        char out[64];
        text_plain(out, sizeof(out), showings[i].text, showings[i].ascii);
        cr_expect_str_eq(out, showings[i].shown, "row %zu: %s", i, out);
    }
}

Test(text, plain_is_cut_between_characters_and_ended)
{
    char out[6];
    text_plain(out, sizeof(out), "abc\xE2\x82\xAC", false);
    cr_expect_str_eq(out, "abc", "the euro sign has no room");
    text_plain(out, sizeof(out), "ab\xE2\x82\xAC", false);
    cr_expect_str_eq(out, "ab\xE2\x82\xAC", "it just fits");
    text_plain(out, 1, "abc", false);
    cr_expect_str_eq(out, "");
}
