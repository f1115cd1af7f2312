/* SPDX-License-Identifier: MIT */
/* Rows of a CSV file that have no quotation mark: cut at the separators.
 *
 *     if (csv_is_plain(line, end))
 *         count = csv_cut(line, end, ',', cells, LIMIT_CSV_CELLS);
 *
 * Most rows are like that, and then nothing is left to decide: what libcsv does
 * with them byte by byte is done here a cell at a time (csv.h says what that
 * saves). A test holds the two to the same cells. */
#ifndef READ_CSV_PLAIN_H
#define READ_CSV_PLAIN_H

#include "read/csv.h"

/* Whether there is no quotation mark from `line` up to `end`. */
bool csv_is_plain(const char *line, const char *end);

/* Cuts a plain line without its line end in place: NUL goes behind each cell,
 * the last one's to `*end`. Spaces and tabs around a cell are no part of it.
 * Returns how many cells there are, of which at most `room` were written.
 * `*ret_spaced`: some had such spaces, so that the cells do not follow each
 * other directly. */
uint32_t csv_cut(char *line, char *end, char separator, struct csv_cell *cells,
                 uint32_t room, bool *ret_spaced);

#endif
