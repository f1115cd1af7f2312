/* SPDX-License-Identifier: MIT */
/* Bytes of a CSV file to rows of cells.
 *
 * libcsv gets the file line by line. So it is always known where a row began,
 * and a row in which a quote is never closed costs that row and no other. */
#include "read/csv.h"

#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"
#include "read/csv_text.h"
#include "read/windows_text.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* Strict: a quote that encloses less than a cell is a fault. Otherwise libcsv
 * takes what follows, rows and all, into the cell. */
enum { OPTIONS = CSV_STRICT | CSV_STRICT_FINI };

struct csv_reader {
    struct csv_parser parser;
    char *converted; /* the text, when it was UTF-16 */
    const char *at, *end;
    const char *line_feed; /* the next one, or the end */
    const char *file;
    struct problem_sink *sink;
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
static void parser_begin(struct csv_reader *reader, char separator)
{
    csv_free(&reader->parser);
    csv_init(&reader->parser, OPTIONS);
    csv_set_delim(&reader->parser, (unsigned char)separator);
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

static const char *end_of_line(struct csv_reader *reader)
{
    const char *at = reader->at, *end = reader->end;
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
static bool take_separator_line(struct csv_reader *reader, char *ret_separator)
{
    const char *line = reader->at, *end = end_of_line(reader);
    size_t size = (size_t)(end - line);
    while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r'))
        size--;
    if (size != sizeof("sep=;") - 1 || memcmp(line, "sep=", 4) != 0 ||
        !strchr(",;\t", line[4]))
        return false;
    *ret_separator = line[4];
    reader->at = end;
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

static void skip_blank_lines(struct csv_reader *reader)
{
    while (reader->at < reader->end) {
        const char *end = end_of_line(reader);
        if (!is_blank(reader->at, end))
            return;
        reader->at = end;
        reader->number++;
    }
}

sg_status csv_reader_new(const struct buffer *bytes, const char *file,
                         struct problem_sink *sink,
                         struct csv_reader **ret_reader, sg_error *reterr)
{
    struct csv_text text = {0};
    *ret_reader = NULL;
    const sg_status status = csv_text_of(bytes, file, sink, &text, reterr);
    if (status != SG_OK)
        return status;
    struct csv_reader *reader = calloc(1, sizeof(*reader));
    if (!reader) {
        free(text.converted);
        return fault_memory(reterr);
    }
    reader->file = file;
    reader->sink = sink;
    reader->converted = text.converted;
    reader->windows = text.windows;
    reader->at = text.bytes;
    reader->end = text.bytes + text.size;
    skip_blank_lines(reader);
    char separator = ',';
    if (!take_separator_line(reader, &separator))
        separator = separator_of(reader->at, reader->end);
    csv_init(&reader->parser, OPTIONS);
    csv_set_delim(&reader->parser, (unsigned char)separator);
    *ret_reader = reader;
    return SG_OK;
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

/* Hands libcsv lines until a row is whole. */
static sg_status parse_row(struct csv_reader *reader, enum csv_fault *ret_fault,
                           sg_error *reterr)
{
    const char *start = reader->at;
    *ret_fault = ROW_WHOLE;
    while (!reader->ended && reader->at < reader->end) {
        const char *end = end_of_line(reader);
        if (end - start > LIMIT_CSV_ROW_BYTES) {
            *ret_fault = reader->at == start ? ROW_LONG : ROW_QUOTE;
            return SG_OK;
        }
        const size_t size = (size_t)(end - reader->at);
        if (csv_parse(&reader->parser, reader->at, size, take_cell, take_end,
                      reader) != size) {
            if (csv_error(&reader->parser) != CSV_EPARSE)
                return fault_memory(reterr);
            *ret_fault = ROW_QUOTE;
            return SG_OK;
        }
        reader->at = end;
    }
    if (!reader->ended &&
        csv_fini(&reader->parser, take_cell, take_end, reader) != 0) {
        if (csv_error(&reader->parser) != CSV_EPARSE)
            return fault_memory(reterr);
        *ret_fault = ROW_QUOTE;
    }
    return SG_OK;
}

static bool is_empty(const struct csv_reader *reader)
{
    for (uint32_t i = 0; i < reader->count; i++)
        if (reader->cells[i].size > 0)
            return false;
    return true;
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
    }
    return SG_OK;
}

static sg_status too_many_rows(struct csv_reader *reader, sg_error *reterr)
{
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, "too-large", reader->file,
             "There are more rows than are read at once (%d); split the file "
             "so that all rows of one person stay together.",
             (int)LIMIT_CSV_ROWS);
    problem.line = reader->number;
    problem_tell(reader->sink, reterr, &problem);
    return SG_INPUT;
}

/* `feed` is what was the next line feed at the start: to look for it anew for
 * each faulty row of a file that has none would take for ever. */
static void go_on_behind(struct csv_reader *reader, const char *start,
                         const char *feed)
{
    reader->at = start;
    reader->line_feed = feed;
    reader->at = end_of_line(reader);
    parser_begin(reader, (char)csv_get_delim(&reader->parser));
}

sg_status csv_reader_next(struct csv_reader *reader, struct csv_row *ret_row,
                          sg_error *reterr)
{
    enum csv_fault fault = ROW_WHOLE;
    *ret_row = (struct csv_row){0};
    do {
        skip_blank_lines(reader);
        if (reader->at == reader->end)
            return SG_OK;
        const char *start = reader->at, *feed = reader->line_feed;
        row_begin(reader);
        if (reader->number >= LIMIT_CSV_ROWS)
            return too_many_rows(reader, reterr);
        reader->number++;
        const sg_status status = parse_row(reader, &fault, reterr);
        if (status != SG_OK)
            return status;
        if (fault != ROW_WHOLE)
            go_on_behind(reader, start, feed);
        else if (reader->wide)
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
    return reader->windows ? convert_cells(reader, reterr) : SG_OK;
}

void csv_reader_free(struct csv_reader *reader)
{
    if (!reader)
        return;
    csv_free(&reader->parser);
    arena_done(&reader->arena);
    free(reader->converted);
    free(reader);
}
