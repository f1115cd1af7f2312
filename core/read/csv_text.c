/* SPDX-License-Identifier: MIT */
/* What kind of text a CSV file is, and the text. */
#include "read/csv_text.h"

#include "base/fault.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum {
    UNIT = 2,   /* bytes of UTF-16 */
    GROWTH = 3, /* bytes of UTF-8 that one unit can become */
    HIGH_FIRST = 0xD800,
    LOW_FIRST = 0xDC00,
    LOW_LAST = 0xDFFF,
    REPLACEMENT = 0xFFFD
};

static sg_status refuse(const char *file, struct problem_sink *sink,
                        const char *reason, const char *message,
                        sg_error *reterr)
{
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, reason, file, "%s", message);
    problem_tell(sink, reterr, &problem);
    return SG_INPUT;
}

static bool begins(const struct buffer *bytes, const char *with, size_t size)
{
    return bytes->size >= size && memcmp(bytes->data, with, size) == 0;
}

/* What people give instead of a CSV file, by its first bytes. */
static const struct {
    const char *bytes;
    size_t size;
    const char *message;
} foreign[] = {
    {"PK\x03\x04", 4,
     "This is an Excel workbook (.xlsx) or another zip file; open it, save "
     "the sheet as 'CSV UTF-8' and give that file."},
    {"\xD0\xCF\x11\xE0", 4,
     "This is an old Excel workbook (.xls); open it, save the sheet as 'CSV "
     "UTF-8' and give that file."},
    {"%PDF-", 5,
     "This is a PDF; export the rows as CSV from the program that made it."},
};

static sg_status refuse_foreign(const struct buffer *bytes, const char *file,
                                struct problem_sink *sink, sg_error *reterr)
{
    if (bytes->size == 0)
        return refuse(file, sink, "empty",
                      "This file is empty; was it saved completely?", reterr);
    for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
        if (begins(bytes, foreign[i].bytes, foreign[i].size))
            return refuse(file, sink, "wrong-format", foreign[i].message,
                          reterr);
    return SG_OK;
}

/* ---- UTF-16 ---- */

static uint32_t unit_at(const unsigned char *bytes, bool big_end_first)
{
    return big_end_first ? (uint32_t)bytes[0] << 8 | bytes[1]
                         : (uint32_t)bytes[1] << 8 | bytes[0];
}

static size_t put_point(char *out, uint32_t point)
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

/* One character, of one unit or of two; half of one is U+FFFD. */
static uint32_t take_point(const unsigned char **at, const unsigned char *end,
                           bool big_end_first)
{
    const uint32_t first = unit_at(*at, big_end_first);
    *at += UNIT;
    if (first < HIGH_FIRST || first > LOW_LAST)
        return first;
    if (first >= LOW_FIRST || *at == end)
        return REPLACEMENT;
    const uint32_t second = unit_at(*at, big_end_first);
    if (second < LOW_FIRST || second > LOW_LAST)
        return REPLACEMENT;
    *at += UNIT;
    return 0x10000 + ((first - HIGH_FIRST) << 10) + (second - LOW_FIRST);
}

static sg_status convert(const struct buffer *bytes, const char *file,
                         struct problem_sink *sink, struct csv_text *text,
                         sg_error *reterr)
{
    const bool big_end_first = begins(bytes, "\xFE\xFF", UNIT);
    if (bytes->size % UNIT != 0)
        return refuse(file, sink, "encoding",
                      "This is UTF-16 text that ends in half a character; "
                      "export or copy the file again.",
                      reterr);
    const unsigned char *at = (const unsigned char *)bytes->data + UNIT;
    const unsigned char *end = (const unsigned char *)bytes->data + bytes->size;
    text->converted = malloc(bytes->size / UNIT * GROWTH + 1);
    if (!text->converted)
        return fault_memory(reterr);
    while (at < end)
        text->size += put_point(text->converted + text->size,
                                take_point(&at, end, big_end_first));
    text->bytes = text->converted;
    return SG_OK;
}

/* ---- other text ---- */

/* As text_is_utf8, eight bytes at a time where they are ASCII. */
static bool is_utf8(const char *at, const char *end)
{
    static const uint64_t high_bits = 0x8080808080808080u;
    uint64_t word;
    while (at < end) {
        for (; end - at >= (ptrdiff_t)sizeof(word); at += sizeof(word)) {
            memcpy(&word, at, sizeof(word));
            if (word & high_bits)
                break;
        }
        while (at < end && !(*at & 0x80))
            at++;
        const char *run = at;
        while (at < end && (*at & 0x80))
            at++;
        if (!text_is_utf8(run, (size_t)(at - run)))
            return false;
    }
    return true;
}

static void look_at_letters(const char *file, struct problem_sink *sink,
                            struct csv_text *text)
{
    if (is_utf8(text->bytes, text->bytes + text->size))
        return;
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, "encoding", file,
             "This file is not all UTF-8, and what is not is read as Windows "
             "text; save it as UTF-8 if letters with accents look wrong.");
    problem.warning = true;
    problem_tell(sink, NULL, &problem);
    text->windows = true;
}

static sg_status look_for_zeros(const char *file, struct problem_sink *sink,
                                struct csv_text *text, sg_error *reterr)
{
    if (!memchr(text->bytes, '\0', text->size))
        return SG_OK;
    free(text->converted);
    *text = (struct csv_text){0};
    return refuse(file, sink, "encoding",
                  "There is a zero byte in this file, which text never has; "
                  "save it as 'CSV UTF-8' again.",
                  reterr);
}

sg_status csv_text_of(const struct buffer *bytes, const char *file,
                      struct problem_sink *sink, struct csv_text *ret_text,
                      sg_error *reterr)
{
    *ret_text = (struct csv_text){0};
    sg_status status = refuse_foreign(bytes, file, sink, reterr);
    if (status != SG_OK)
        return status;
    if (begins(bytes, "\xFF\xFE", UNIT) || begins(bytes, "\xFE\xFF", UNIT)) {
        status = convert(bytes, file, sink, ret_text, reterr);
        if (status != SG_OK)
            return status;
    } else {
        const size_t mark = begins(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
        ret_text->bytes = bytes->data + mark;
        ret_text->size = bytes->size - mark;
    }
    status = look_for_zeros(file, sink, ret_text, reterr);
    if (status == SG_OK)
        look_at_letters(file, sink, ret_text);
    return status;
}
