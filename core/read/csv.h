/* SPDX-License-Identifier: MIT */
/* A CSV file to rows of cells: the one door to libcsv.
 *
 *     const struct csv_source source = {.file = name, .fd = fd};
 *     struct csv_reader *reader = NULL;
 *     sg_status status = csv_reader_new(&source, &reader, reterr);
 *     struct csv_row row;
 *     while (status == SG_OK &&
 *            (status = csv_reader_next(reader, &row, reterr)) == SG_OK &&
 *            row.number > 0)
 *         look_at(&row);
 *     csv_reader_free(reader);
 *
 * UTF-8, UTF-16 with a byte order mark, or Windows-1252 (what is no UTF-8);
 * comma, semicolon or tab, whichever the first row has most of, or what an
 * Excel line "sep=;" says. Lines end in LF, CRLF or CR. One row is held at a
 * time, and a window of the file: memory does not grow with it. Cost: one pass
 * over the bytes. */
#ifndef READ_CSV_H
#define READ_CSV_H

#include "read/csv_text.h"

#include <stddef.h>
#include <stdint.h>

struct csv_reader;

struct csv_cell {
    char *text; /* UTF-8, ends in NUL; may be changed in place */
    size_t size;
};

enum csv_fault {
    ROW_WHOLE,
    ROW_QUOTE, /* a quote is never closed, or does not enclose a whole cell */
    ROW_LONG,  /* past LIMIT_CSV_ROW_BYTES */
    ROW_WIDE,  /* past LIMIT_CSV_CELLS */
};

/* Valid until the next one is read. */
struct csv_row {
    uint32_t number; /* from 1, as a spreadsheet counts; 0: the file is over */
    enum csv_fault fault; /* if any, there are no cells */
    struct csv_cell *cells;
    uint32_t count;
    const char *bytes; /* all cells, with NUL behind each */
    size_t size;
};

/* Looks at the beginning. What the source borrows must outlive the reader.
 * SG_INPUT: "empty", "wrong-format" (a workbook or a PDF), "encoding" (zero
 * bytes, half a UTF-16 character), "unreadable". */
sg_status csv_reader_new(const struct csv_source *source,
                         struct csv_reader **ret_reader, sg_error *reterr);

/* The next row that is not blank. After a row with a fault reading goes on
 * with the line behind the one in which it begins. SG_STORAGE without memory;
 * SG_INPUT as above, and "too-large" past LIMIT_CSV_ROWS. */
sg_status csv_reader_next(struct csv_reader *reader, struct csv_row *ret_row,
                          sg_error *reterr);

/* Whether a cell so far was no UTF-8, and was read as Windows text. */
bool csv_reader_is_windows(const struct csv_reader *reader);

/* How many bytes of the source were gone through. */
uint64_t csv_reader_bytes(const struct csv_reader *reader);

/* Accepts NULL. */
void csv_reader_free(struct csv_reader *reader);

#endif
