/* SPDX-License-Identifier: MIT */
/* Whether a value says what its text says.
 *
 * jansson does not notice when the buffer in which it gathers a string finds
 * no memory to grow: it drops a byte and goes on. A council's words would then
 * be other words, so every string is compared with the text it came from. */
#include "read/json_input.h"
#include "read/scan.h"

#include <string.h>

/* What follows a backslash, and the byte that it stands for. */
static char escaped_byte(char sign)
{
    static const char signs[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
    const char *found = strchr(signs, sign);
    return found ? bytes[found - signs] : sign;
}

static uint32_t hex_digit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return (uint32_t)(digit - '0');
    return (uint32_t)((digit | 0x20) - 'a') + 10;
}

/* The four digits after "\u"; the text has passed jansson, so they are there.
 */
static uint32_t hex_unit(const char *digits)
{
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++)
        unit = unit << 4 | hex_digit(digits[i]);
    return unit;
}

/* Writes the character of a "\u" escape, or of a pair of them, and moves past
 * it. The number of bytes. */
static size_t escaped_character(const char **at, const char *end, char out[4])
{
    uint32_t point = hex_unit(*at + 2);
    *at += 6;
    if (point >= 0xD800 && point <= 0xDBFF && end - *at >= 6) {
        point =
            0x10000 + ((point - 0xD800) << 10) + (hex_unit(*at + 2) - 0xDC00);
        *at += 6;
    }
    const size_t length = point < 0x80      ? 1
                          : point < 0x800   ? 2
                          : point < 0x10000 ? 3
                                            : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length; i-- > 1; point >>= 6)
        out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)(leads[length] | point);
    return length;
}

static size_t next_bytes(const char **at, const char *end, char out[4])
{
    if (**at != '\\') {
        out[0] = *(*at)++;
        return 1;
    }
    if (end - *at >= 6 && (*at)[1] == 'u')
        return escaped_character(at, end, out);
    out[0] = end - *at >= 2 ? escaped_byte((*at)[1]) : '\0';
    *at += 2;
    return 1;
}

static bool same_string(const char *at, const char *end, const char *text,
                        size_t length)
{
    const size_t size = (size_t)(end - at);
    if (!memchr(at, '\\', size))
        return size == length && memcmp(at, text, size) == 0;
    while (at < end) {
        char bytes[4];
        const size_t count = next_bytes(&at, end, bytes);
        if (count > length || memcmp(bytes, text, count) != 0)
            return false;
        text += count;
        length -= count;
    }
    return length == 0;
}

/* The next token that is a string, without its quotes, against a text. */
static bool same_next(struct scan *scan, const char *text, size_t length)
{
    struct token token;
    while (scan_next(scan, &token))
        if (token.kind == '"')
            return same_string(scan->bytes + token.start + 1,
                               scan->bytes + token.end - 1, text, length);
    return false;
}

/* Keys and entries come in the order of the text. Numbers are not compared: one
 * that is long enough to lose a digit is out of every range. */
static bool same_value(struct scan *scan, json_t *value)
{
    if (json_is_string(value))
        return same_next(scan, json_string_value(value),
                         json_string_length(value));
    size_t index;
    json_t *member;
    json_array_foreach(value, index, member)
    {
        if (!same_value(scan, member))
            return false;
    }
    const char *key;
    json_object_foreach(value, key, member)
    {
        if (!same_next(scan, key, strlen(key)) || !same_value(scan, member))
            return false;
    }
    return true;
}

bool json_same(const struct json_input *input, json_t *value)
{
    struct scan scan = {.bytes = input->bytes, .size = input->size};
    return same_value(&scan, value);
}
