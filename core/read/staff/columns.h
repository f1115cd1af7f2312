/* SPDX-License-Identifier: MIT */
/* The columns of HR exports, and where they stand in a file.
 *
 *     struct staff_header header;
 *     if (staff_header_read(&ask, &row, &header, reterr) == SG_OK)
 *         title = row.cells[header.place[COLUMN_TITLE]].text;
 *
 * Case, spaces, underscores, hyphens and the like are free. The synonyms are
 * what HR systems print over such columns; a map file goes before them. */
#ifndef READ_STAFF_COLUMNS_H
#define READ_STAFF_COLUMNS_H

#include "model/staff.h"
#include "read/csv.h"
#include "read/staff/map.h"

enum { NO_PLACE = UINT16_MAX, MOST_COLUMNS = COLUMN_COUNT };

struct staff_header {
    uint16_t place[COLUMN_COUNT]; /* in a row; NO_PLACE: not there */
    uint32_t width;
    uint32_t own_width; /* without staff_behind_columns at its end */
    enum staff_column columns[MOST_COLUMNS]; /* those that are there, in the
                                                order of the contract */
    size_t count;
};

/* What a header is held against. */
struct staff_header_ask {
    enum staff_file file;
    const char *name;      /* of the file */
    struct staff_map *map; /* notes which of its names were found */
    struct problem_sink *sink;
};

/* SG_INPUT, all told to the sink: "missing-column", "duplicate-column" (two of
 * one name), "ambiguous-column" (two that could be the person's id), "syntax"
 * (a broken quote). Warnings: "unknown-column" with all that are not
 * needed, "ambiguous-column" where one of two was chosen. The columns that a
 * file of rejected rows has behind ours are passed over. No cell is named
 * unless the row is surely a header. */
sg_status staff_header_read(const struct staff_header_ask *ask,
                            const struct csv_row *row,
                            struct staff_header *ret_header, sg_error *reterr);

/* Equal but for case and for what is no letter and no digit. */
bool staff_same_header(const char *a, const char *b);

/* Writes what of a name counts in that, and how many bytes it is: equal names
 * are then equal bytes. No more than the text with its NUL. */
size_t staff_header_fold(char *out, const char *text);

#endif
