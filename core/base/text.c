/* SPDX-License-Identifier: MIT */
/* UTF-8 text: decoding, width, and showing it safely. */
#include "base/text.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

struct range {
    uint32_t first;
    uint32_t last;
};

static bool in_ranges(uint32_t point, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return true;
    return false;
}

#define IN(point, ranges)                                                      \
    in_ranges(point, ranges, sizeof(ranges) / sizeof((ranges)[0]))

/* What a lead byte announces, and the lowest code point that needs so many
 * bytes: anything lower is an overlong form. */
struct lead {
    unsigned char first, last;
    unsigned char length;
    uint32_t lowest;
};

static const struct lead leads[] = {{0x00, 0x7F, 1, 0},
                                    {0xC2, 0xDF, 2, 0x80},
                                    {0xE0, 0xEF, 3, 0x800},
                                    {0xF0, 0xF4, 4, 0x10000}};

static const struct lead *lead_of(unsigned char byte)
{
    for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++)
        if (byte >= leads[i].first && byte <= leads[i].last)
            return &leads[i];
    return NULL;
}

/* Decodes at most `count` bytes; the length used, or 0 when invalid. */
static size_t decode(const char *bytes, size_t count, uint32_t *ret_point)
{
    const unsigned char byte = (unsigned char)bytes[0];
    const struct lead *lead = lead_of(byte);
    if (!lead || lead->length > count)
        return 0;
    const size_t length = lead->length;
    uint32_t point = length == 1 ? byte : byte & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        const unsigned char next = (unsigned char)bytes[i];
        if ((next & 0xC0) != 0x80)
            return 0;
        point = point << 6 | (next & 0x3F);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < lead->lowest || point > 0x10FFFF || surrogate)
        return 0;
    *ret_point = point;
    return length;
}

uint32_t text_next(const char **text)
{
    uint32_t point = 0;
    /* A NUL is no continuation byte, so decode() stops at it by itself. */
    const size_t length = decode(*text, 4, &point);
    if (length == 0) {
        *text += 1;
        return REPLACEMENT;
    }
    *text += length;
    return point;
}

bool text_is_utf8(const char *bytes, size_t count)
{
    size_t at = 0;
    while (at < count) {
        uint32_t point = 0;
        const size_t length = decode(bytes + at, count - at, &point);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

static bool is_control(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point <= 0x9F);
}

static const struct range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489},  {0x0591, 0x05BD}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0900, 0x0902},  {0x093C, 0x093C}, {0x0941, 0x0948},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},  {0x200B, 0x200F}, {0x202A, 0x202E},
    {0x2060, 0x2069}, {0x20D0, 0x20FF},  {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xE0000, 0xE01EF}};

static const struct range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0x33FF}, {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},  {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
    {0xFE30, 0xFE4F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
    {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

static size_t point_width(uint32_t point)
{
    if (is_control(point) || IN(point, combining))
        return 0;
    return IN(point, wide) ? 2 : 1;
}

size_t text_width(const char *text)
{
    size_t width = 0;
    while (*text)
        width += point_width(text_next(&text));
    return width;
}

/* Marks that turn the direction of the text around them, line separators,
 * invisible characters and tags: each can make a line read otherwise than it
 * is, or two names look like one. */
static const struct range deceptive[] = {{0x061C, 0x061C}, {0x200B, 0x200F},
                                         {0x2028, 0x202E}, {0x2060, 0x2069},
                                         {0xFEFF, 0xFEFF}, {0xE0000, 0xE007F}};

struct likeness {
    uint32_t point;
    const char *ascii;
};

static const struct likeness likenesses[] = {
    {0x00A0, " "},   {0x00A3, "GBP "}, {0x00AB, "\""}, {0x00B7, "*"},
    {0x00BB, "\""},  {0x00BD, "1/2"},  {0x00D7, "x"},  {0x0174, "W"},
    {0x0175, "w"},   {0x0176, "Y"},    {0x0177, "y"},  {0x2010, "-"},
    {0x2011, "-"},   {0x2012, "-"},    {0x2013, "-"},  {0x2014, "-"},
    {0x2015, "-"},   {0x2018, "'"},    {0x2019, "'"},  {0x201A, "'"},
    {0x201C, "\""},  {0x201D, "\""},   {0x201E, "\""}, {0x2022, "*"},
    {0x2026, "..."}, {0x202F, " "},    {0x2032, "'"},  {0x2033, "\""},
    {0x20AC, "EUR"}, {0x2192, "->"},   {0x2212, "-"},  {0x2265, ">="},
    {0x2264, "<="}};

/* U+00C0 to U+00FF without their accents. */
static const char latin_letters[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs"
                                    "aaaaaaaceeeeiiiidnooooo/ouuuuyty";

static size_t nearest_ascii(uint32_t point, char out[4])
{
    for (size_t i = 0; i < sizeof(likenesses) / sizeof(likenesses[0]); i++)
        if (likenesses[i].point == point) {
            const size_t length = strlen(likenesses[i].ascii);
            memcpy(out, likenesses[i].ascii, length);
            return length;
        }
    const bool latin = point >= 0xC0 && point <= 0xFF;
    out[0] = latin ? latin_letters[point - 0xC0] : '?';
    return 1;
}

/* What is shown for the character from `from` to `to`: one to four bytes. */
static size_t shown_as(uint32_t point, const char *from, const char *to,
                       bool ascii, char out[4])
{
    const size_t length = (size_t)(to - from);
    if (is_control(point) || IN(point, deceptive)) {
        out[0] = '?';
        return 1;
    }
    if (ascii && point >= 0x80)
        return nearest_ascii(point, out);
    if (point == REPLACEMENT) {
        memcpy(out, "\xEF\xBF\xBD", 3);
        return 3;
    }
    memcpy(out, from, length);
    return length;
}

void text_plain(char *out, size_t room, const char *text, bool ascii)
{
    size_t used = 0;
    while (*text) {
        char shown[4];
        const char *from = text;
        const uint32_t point = text_next(&text);
        const size_t length = shown_as(point, from, text, ascii, shown);
        if (used + length >= room)
            break;
        memcpy(out + used, shown, length);
        used += length;
    }
    if (room > 0)
        out[used] = '\0';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

char text_inner_first(const char *text)
{
    const char *second = strchr(text, ' ');

    if (!is_capital(text[0]) || text[1] < 'a' || text[1] > 'z' ||
        (second && is_capital(second[1]) && second[2] >= 'a' &&
         second[2] <= 'z'))
        return text[0];
    return (char)(text[0] - 'A' + 'a');
}
