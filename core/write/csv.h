/* SPDX-License-Identifier: MIT */
/* CSV that is safe to open in a spreadsheet.
 *
 *     struct buffer bytes = {0};
 *     struct csv_writer csv;
 *     csv_writer_begin(&csv, &bytes);
 *     csv_put_text(&csv, row->team);
 *     csv_put_number(&csv, row->staff);
 *     csv_put_end(&csv);
 *     if (bytes.failed) ... // checked once, at the end
 *
 * As RFC 4180 has it: commas, CRLF, quotes where they are needed; UTF-8 with a
 * byte order mark, which Excel asks for. A spreadsheet runs a cell that begins
 * like a formula, whoever wrote it, so such a cell gets an apostrophe in front
 * (OWASP, "CSV Injection"). What is no UTF-8, and control characters, become
 * U+FFFD. Same cells, same bytes. */
#ifndef WRITE_CSV_H
#define WRITE_CSV_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct csv_writer {
    struct buffer *out; /* borrowed */
    bool inside;        /* the row has a cell already */
};

/* Writes the byte order mark. */
void csv_writer_begin(struct csv_writer *csv, struct buffer *out);

/* One cell. NULL and "" are an empty one. "-12.5" stays a number; everything
 * else that begins with = + - @, a tab or an end of line, be it behind spaces
 * or as a wide letter, is made harmless. */
void csv_put_text(struct csv_writer *csv, const char *text);

void csv_put_number(struct csv_writer *csv, int64_t number);

/* Pounds with two digits of pence and nothing else: "1640.00". */
void csv_put_pounds(struct csv_writer *csv, uint64_t pence);

/* Ends the row. */
void csv_put_end(struct csv_writer *csv);

/* A row of texts, and its end. */
void csv_put_row(struct csv_writer *csv, const char *const *texts,
                 size_t count);

/* Whether a spreadsheet may run a cell with this text: csv_put_text() puts an
 * apostrophe in front of it. */
bool csv_is_formula(const char *text);

#endif
