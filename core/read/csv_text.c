/* SPDX-License-Identifier: MIT */
/* The text of a CSV file, a window at a time. */
#include "read/csv_text.h"

#include "base/fault.h"
#include "base/file.h"

#include <stdlib.h>
#include <string.h>

enum {
    UNIT = 2,   /* bytes of UTF-16 */
    GROWTH = 3, /* bytes of UTF-8 that one unit can become */
    RAW_ROOM = LIMIT_CSV_ROW_BYTES,
    HIGH_FIRST = 0xD800,
    LOW_FIRST = 0xDC00,
    LOW_LAST = 0xDFFF,
    REPLACEMENT = 0xFFFD
};

_Static_assert(CSV_LEAST + RAW_ROOM / UNIT * GROWTH <= CSV_WINDOW,
               "UTF-16 that was read has room as UTF-8");

static sg_status refuse(const struct csv_text *text, const char *reason,
                        const char *message, sg_error *reterr)
{
    return fault_in(reterr, SG_INPUT, reason, text->source.file, "%s", message);
}

/* ---- bytes ---- */

/* The next bytes of the source, as many as there is room for; fewer only at
 * its end. */
static sg_status take_bytes(struct csv_text *text, void *to, size_t room,
                            size_t *ret_count, sg_error *reterr)
{
    const struct csv_source *source = &text->source;
    *ret_count = 0;
    while (!text->drained && *ret_count < room) {
        char *place = (char *)to + *ret_count;
        size_t count = room - *ret_count;
        if (source->bytes) {
            const size_t left = source->bytes->size - (size_t)text->read;
            count = left < count ? left : count;
            memcpy(place, source->bytes->data + text->read, count);
        } else {
            const sg_status status = file_read_on(source->fd, source->file,
                                                  place, count, &count, reterr);
            if (status != SG_OK)
                return status;
        }
        *ret_count += count;
        text->read += count;
        text->drained = count == 0;
    }
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

/* Where more goes. */
static char *room_of(const struct csv_text *text)
{
    return text->window + (text->end - text->window);
}

/* As much of the raw bytes as is whole: what may be the first half of a
 * character waits for the second, unless nothing comes any more. */
static void convert(struct csv_text *text)
{
    const unsigned char *at = text->raw;
    const unsigned char *end = text->raw + text->raw_size / UNIT * UNIT;
    while (at < end) {
        const uint32_t unit = unit_at(at, text->big_end_first);
        if (!text->drained && end - at == UNIT && unit >= HIGH_FIRST &&
            unit < LOW_FIRST)
            break;
        text->end +=
            put_point(room_of(text), take_point(&at, end, text->big_end_first));
    }
    text->raw_size -= (size_t)(at - text->raw);
    memmove(text->raw, at, text->raw_size);
}

static sg_status add_units(struct csv_text *text, sg_error *reterr)
{
    size_t count;
    const sg_status status =
        take_bytes(text, text->raw + text->raw_size, RAW_ROOM - text->raw_size,
                   &count, reterr);
    if (status != SG_OK)
        return status;
    text->raw_size += count;
    convert(text);
    text->over = text->drained;
    if (text->over && text->raw_size > 0)
        return refuse(text, "encoding",
                      "This is UTF-16 text that ends in half a character; "
                      "export or copy the file again.",
                      reterr);
    return SG_OK;
}

/* ---- the window ---- */

static sg_status add_bytes(struct csv_text *text, sg_error *reterr)
{
    size_t count;
    const size_t room = (size_t)(text->window + CSV_WINDOW - text->end);
    const sg_status status =
        take_bytes(text, room_of(text), room, &count, reterr);
    text->end += count;
    text->over = text->drained;
    return status;
}

static sg_status look_for_zeros(const struct csv_text *text, const char *from,
                                sg_error *reterr)
{
    if (!memchr(from, '\0', (size_t)(text->end - from)))
        return SG_OK;
    return refuse(text, "encoding",
                  "There is a zero byte in this file, which text never has; "
                  "save it as 'CSV UTF-8' again.",
                  reterr);
}

sg_status csv_text_fill(struct csv_text *text, sg_error *reterr)
{
    sg_status status = SG_OK;
    if (text->over || text->end - text->at >= CSV_LEAST)
        return SG_OK;
    const size_t left = (size_t)(text->end - text->at);
    memmove(text->window, text->at, left);
    text->at = text->window;
    text->end = text->window + left;
    while (status == SG_OK && !text->over && text->end - text->at < CSV_LEAST) {
        const char *before = text->end;
        status = text->unit == UNIT ? add_units(text, reterr)
                                    : add_bytes(text, reterr);
        if (status == SG_OK)
            status = look_for_zeros(text, before, reterr);
    }
    return status;
}

/* ---- the beginning ---- */

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

struct beginning {
    char bytes[16];
    size_t size;
};

static bool begins(const struct beginning *beginning, const char *with,
                   size_t size)
{
    return beginning->size >= size && memcmp(beginning->bytes, with, size) == 0;
}

static sg_status refuse_foreign(const struct csv_text *text,
                                const struct beginning *beginning,
                                sg_error *reterr)
{
    if (beginning->size == 0)
        return refuse(text, "empty",
                      "This file is empty; was it saved completely?", reterr);
    for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
        if (begins(beginning, foreign[i].bytes, foreign[i].size))
            return refuse(text, "wrong-format", foreign[i].message, reterr);
    return SG_OK;
}

/* Takes a byte order mark off, and puts the rest where what it says goes. */
static sg_status take_mark(struct csv_text *text,
                           const struct beginning *beginning, sg_error *reterr)
{
    const size_t mark = begins(beginning, "\xEF\xBB\xBF", 3) ? 3 : 0;
    text->big_end_first = begins(beginning, "\xFE\xFF", UNIT);
    if (text->big_end_first || begins(beginning, "\xFF\xFE", UNIT)) {
        text->unit = UNIT;
        text->raw = malloc(RAW_ROOM);
        if (!text->raw)
            return fault_memory(reterr);
        text->raw_size = beginning->size - UNIT;
        memcpy(text->raw, beginning->bytes + UNIT, text->raw_size);
        return SG_OK;
    }
    memcpy(text->window, beginning->bytes + mark, beginning->size - mark);
    text->end += beginning->size - mark;
    return look_for_zeros(text, text->at, reterr);
}

sg_status csv_text_open(struct csv_text *text, const struct csv_source *source,
                        sg_error *reterr)
{
    struct beginning beginning = {.size = 0};
    *text = (struct csv_text){.source = *source, .unit = 1};
    text->window = malloc(CSV_WINDOW);
    if (!text->window)
        return fault_memory(reterr);
    text->at = text->end = text->window;
    sg_status status =
        take_bytes(text, beginning.bytes, sizeof(beginning.bytes),
                   &beginning.size, reterr);
    if (status == SG_OK)
        status = refuse_foreign(text, &beginning, reterr);
    if (status == SG_OK)
        status = take_mark(text, &beginning, reterr);
    return status == SG_OK ? csv_text_fill(text, reterr) : status;
}

void csv_text_done(struct csv_text *text)
{
    free(text->window);
    free(text->raw);
    *text = (struct csv_text){0};
}
