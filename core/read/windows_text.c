/* SPDX-License-Identifier: MIT */
/* Text of old Windows programs as UTF-8. */
#include "read/windows_text.h"

#include "base/text.h"

#include <string.h>

enum { GROWTH = 3 }; /* bytes that one byte can become */

/* 0x80 to 0x9F, where Windows has characters and Latin-1 has none. */
static const uint16_t windows_points[] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

static size_t put_point(char *out, uint32_t point)
{
    if (point < 0x800) {
        out[0] = (char)(0xC0 | (point >> 6));
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | (point >> 12));
    out[1] = (char)(0x80 | ((point >> 6) & 0x3F));
    out[2] = (char)(0x80 | (point & 0x3F));
    return 3;
}

static size_t put_byte(char *out, unsigned char byte)
{
    return put_point(out, byte < 0xA0 ? windows_points[byte - 0x80] : byte);
}

/* The bytes of the character at `text`, which ends in NUL. */
static size_t character_size(const char *text)
{
    const char *next = text;
    (void)text_next(&next);
    return (size_t)(next - text);
}

char *windows_text(struct arena *arena, const char *bytes, size_t size)
{
    char *copy = arena_strndup(arena, bytes, size);
    char *text = arena_alloc(arena, size * GROWTH + 1);
    size_t used = 0;
    if (!copy || !text)
        return NULL;
    for (const char *at = copy; *at;) {
        const size_t length = character_size(at);
        if (length == 1 && (unsigned char)*at >= 0x80) {
            used += put_byte(text + used, (unsigned char)*at);
        } else {
            memcpy(text + used, at, length);
            used += length;
        }
        at += length;
    }
    text[used] = '\0';
    return text;
}
