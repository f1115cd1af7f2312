/* SPDX-License-Identifier: MIT */
/* A CSV file to rows of cells.
 *
 * libcsv gets the file line by line. So it is always known where a row began,
 * and a row in which a quote is never closed costs that row and no other. */
#include "read/csv.h"

#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"
#include "read/windows_text.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* Strict: a quote that encloses less than a cell is a fault. Otherwise libcsv
 * takes what follows, rows and all, into the cell. */
enum { OPTIONS = CSV_STRICT | CSV_STRICT_FINI };

struct csv_reader {
    struct csv_parser parser;
    struct csv_text text;
    const char *line_feed; /* the next one, or the end; NULL: not looked for */
    char separator;
    bool windows;
    uint32_t number;

    /* The row on its way. */
    bool ended; /* libcsv says so */
    bool wide;
    uint32_t count;
    size_t used;
    struct arena arena; /* its cells in UTF-8, when they were not */
    struct csv_cell cells[LIMIT_CSV_CELLS];
    char bytes[LIMIT_CSV_ROW_BYTES + LIMIT_CSV_CELLS];
};

/* ---- libcsv ---- */

static void take_cell(void *text, size_t size, void *user)
{
    struct csv_reader *reader = user;
    if (reader->count == LIMIT_CSV_CELLS) {
        reader->wide = true;
        return;
    }
    char *place = reader->bytes + reader->used;
    if (size > 0)
        memcpy(place, text, size);
    place[size] = '\0';
    reader->used += size + 1;
    reader->cells[reader->count++] =
        (struct csv_cell){.text = place, .size = size};
}

static void take_end(int byte, void *user)
{
    (void)byte;
    ((struct csv_reader *)user)->ended = true;
}

/* As new: also after a fault, and in the middle of a row. */
static void parser_begin(struct csv_reader *reader)
{
    csv_free(&reader->parser);
    csv_init(&reader->parser, OPTIONS);
    csv_set_delim(&reader->parser, (unsigned char)reader->separator);
}

/* ---- the beginning ---- */

/* Of the first line, outside quotes. The first of equals wins. */
static char separator_of(const char *at, const char *end)
{
    static const char separators[] = {',', ';', '\t'};
    size_t counts[sizeof(separators)] = {0}, best = 0;
    bool quoted = false;
    for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++) {
        quoted ^= *at == '"';
        for (size_t i = 0; !quoted && i < sizeof(separators); i++)
            counts[i] += *at == separators[i];
    }
    for (size_t i = 1; i < sizeof(separators); i++)
        if (counts[i] > counts[best])
            best = i;
    return separators[best];
}

/* Sees to it that a whole row is here, or all there is. */
static sg_status look_ahead(struct csv_reader *reader, sg_error *reterr)
{
    if (reader->text.over || reader->text.end - reader->text.at >= CSV_LEAST)
        return SG_OK;
    reader->line_feed = NULL;
    return csv_text_fill(&reader->text, reterr);
}

/* Behind the line end; the end of what is here when there is none. */
static const char *end_of_line(struct csv_reader *reader)
{
    const char *at = reader->text.at, *end = reader->text.end;
    if (reader->line_feed < at || !reader->line_feed) {
        reader->line_feed = memchr(at, '\n', (size_t)(end - at));
        if (!reader->line_feed)
            reader->line_feed = end;
    }
    const char *feed = reader->line_feed;
    const char *back = memchr(at, '\r', (size_t)(feed - at));
    if (!back)
        return feed < end ? feed + 1 : end;
    return back + 1 == feed && feed < end ? feed + 1 : back + 1;
}

/* Excel's own line in front of the header: "sep=;". */
static bool take_separator_line(struct csv_reader *reader)
{
    const char *line = reader->text.at;
    const char *end = end_of_line(reader);
    size_t size = (size_t)(end - line);
    while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r'))
        size--;
    if (size != sizeof("sep=;") - 1 || memcmp(line, "sep=", 4) != 0 ||
        !strchr(",;\t", line[4]))
        return false;
    reader->separator = line[4];
    reader->text.at = end;
    reader->number++;
    return true;
}

static bool is_blank(const char *at, const char *end)
{
    while (at < end &&
           (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
        at++;
    return at == end;
}

/* One that is longer than any row is no blank line. */
static sg_status skip_blank_lines(struct csv_reader *reader, sg_error *reterr)
{
    for (;;) {
        const sg_status status = look_ahead(reader, reterr);
        if (status != SG_OK || reader->text.at == reader->text.end)
            return status;
        const char *end = end_of_line(reader);
        if (end - reader->text.at > LIMIT_CSV_ROW_BYTES ||
            !is_blank(reader->text.at, end))
            return SG_OK;
        reader->text.at = end;
        reader->number++;
    }
}

static sg_status begin(struct csv_reader *reader,
                       const struct csv_source *source, sg_error *reterr)
{
    sg_status status = csv_text_open(&reader->text, source, reterr);
    if (status == SG_OK)
        status = skip_blank_lines(reader, reterr);
    if (status == SG_OK && !take_separator_line(reader))
        reader->separator = separator_of(reader->text.at, reader->text.end);
    if (status == SG_OK)
        parser_begin(reader);
    return status;
}

sg_status csv_reader_new(const struct csv_source *source,
                         struct csv_reader **ret_reader, sg_error *reterr)
{
    *ret_reader = NULL;
    struct csv_reader *reader = calloc(1, sizeof(*reader));
    if (!reader)
        return fault_memory(reterr);
    csv_init(&reader->parser, OPTIONS);
    const sg_status status = begin(reader, source, reterr);
    if (status == SG_OK)
        *ret_reader = reader;
    else
        csv_reader_free(reader);
    return status;
}

/* ---- rows ---- */

static void row_begin(struct csv_reader *reader)
{
    reader->ended = false;
    reader->wide = false;
    reader->count = 0;
    reader->used = 0;
    if (reader->arena.blocks)
        arena_done(&reader->arena);
}

/* What libcsv says of a row that it stopped in. */
static sg_status stopped(struct csv_reader *reader, enum csv_fault *ret_fault,
                         sg_error *reterr)
{
    if (csv_error(&reader->parser) != CSV_EPARSE)
        return fault_memory(reterr);
    *ret_fault = ROW_QUOTE;
    return SG_OK;
}

/* Hands libcsv lines until a row is whole. */
static sg_status parse_row(struct csv_reader *reader, enum csv_fault *ret_fault,
                           sg_error *reterr)
{
    struct csv_text *text = &reader->text;
    const char *start = text->at;
    *ret_fault = ROW_WHOLE;
    while (!reader->ended && text->at < text->end) {
        const char *end = end_of_line(reader);
        if (end - start > LIMIT_CSV_ROW_BYTES) {
            *ret_fault = text->at == start ? ROW_LONG : ROW_QUOTE;
            return SG_OK;
        }
        const size_t size = (size_t)(end - text->at);
        if (csv_parse(&reader->parser, text->at, size, take_cell, take_end,
                      reader) != size)
            return stopped(reader, ret_fault, reterr);
        text->at = end;
    }
    if (!reader->ended &&
        csv_fini(&reader->parser, take_cell, take_end, reader) != 0)
        return stopped(reader, ret_fault, reterr);
    return SG_OK;
}

static bool is_empty(const struct csv_reader *reader)
{
    for (uint32_t i = 0; i < reader->count; i++)
        if (reader->cells[i].size > 0)
            return false;
    return true;
}

static bool has_high_bit(const char *at, size_t size)
{
    static const uint64_t high_bits = 0x8080808080808080u;
    uint64_t word, all = 0;
    for (; size >= sizeof(word); size -= sizeof(word), at += sizeof(word)) {
        memcpy(&word, at, sizeof(word));
        all |= word;
    }
    while (size > 0)
        all |= (unsigned char)at[--size];
    return (all & high_bits) != 0;
}

/* Cells that are no UTF-8 are Windows text. */
static sg_status convert_cells(struct csv_reader *reader, sg_error *reterr)
{
    for (uint32_t i = 0; i < reader->count; i++) {
        struct csv_cell *cell = &reader->cells[i];
        if (text_is_utf8(cell->text, cell->size))
            continue;
        cell->text = windows_text(&reader->arena, cell->text, cell->size);
        if (!cell->text)
            return fault_memory(reterr);
        cell->size = strlen(cell->text);
        reader->windows = true;
    }
    return SG_OK;
}

static sg_status too_many_rows(const struct csv_reader *reader,
                               sg_error *reterr)
{
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, "too-large", reader->text.source.file,
             "There are more rows than are read at once (%d); split the file "
             "so that all rows of one person stay together.",
             (int)LIMIT_CSV_ROWS);
    problem.line = reader->number;
    if (reterr && reterr->status == SG_OK)
        *reterr = problem;
    return SG_INPUT;
}

/* Goes behind the line that begins here, however long it is. */
static sg_status skip_line(struct csv_reader *reader, sg_error *reterr)
{
    struct csv_text *text = &reader->text;
    sg_status status = SG_OK;
    char last = '\0';
    while (status == SG_OK && last != '\n' && last != '\r' &&
           text->at < text->end) {
        text->at = end_of_line(reader);
        last = text->at[-1];
        status = look_ahead(reader, reterr);
    }
    /* The window may have ended between the two. */
    if (last == '\r' && text->at < text->end && *text->at == '\n')
        text->at++;
    return status;
}

sg_status csv_reader_next(struct csv_reader *reader, struct csv_row *ret_row,
                          sg_error *reterr)
{
    enum csv_fault fault = ROW_WHOLE;
    *ret_row = (struct csv_row){0};
    do {
        sg_status status = skip_blank_lines(reader, reterr);
        if (status != SG_OK || reader->text.at == reader->text.end)
            return status;
        const char *start = reader->text.at;
        const char *feed = reader->line_feed;
        row_begin(reader);
        if (reader->number >= LIMIT_CSV_ROWS)
            return too_many_rows(reader, reterr);
        reader->number++;
        status = parse_row(reader, &fault, reterr);
        if (status == SG_OK && fault != ROW_WHOLE) {
            reader->text.at = start;
            reader->line_feed = feed;
            parser_begin(reader);
            status = skip_line(reader, reterr);
        }
        if (status != SG_OK)
            return status;
        if (fault == ROW_WHOLE && reader->wide)
            fault = ROW_WIDE;
    } while (fault == ROW_WHOLE && is_empty(reader));
    if (fault != ROW_WHOLE)
        row_begin(reader);
    *ret_row = (struct csv_row){.number = reader->number,
                                .fault = fault,
                                .cells = reader->cells,
                                .count = reader->count,
                                .bytes = reader->bytes,
                                .size = reader->used};
    return has_high_bit(reader->bytes, reader->used)
               ? convert_cells(reader, reterr)
               : SG_OK;
}

bool csv_reader_is_windows(const struct csv_reader *reader)
{
    return reader->windows;
}

uint64_t csv_reader_bytes(const struct csv_reader *reader)
{
    return reader->text.read;
}

void csv_reader_free(struct csv_reader *reader)
{
    if (!reader)
        return;
    csv_free(&reader->parser);
    arena_done(&reader->arena);
    csv_text_done(&reader->text);
    free(reader);
}
