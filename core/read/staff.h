/* SPDX-License-Identifier: MIT */
/* HR exports to staff: up to three CSV files and a map, joined by person.
 *
 *     const struct staff_files files = {.staff = "staff.csv"};
 *     struct staff *staff = NULL;
 *     sg_status status = read_staff(&files, false, &sink, &staff, reterr);
 *     staff_free(staff);
 *
 * Columns and formats are those of the contract (core/read/staff_columns.c
 * has the synonyms). Columns that are not needed are never kept. */
#ifndef READ_STAFF_H
#define READ_STAFF_H

#include "model/staff.h"
#include "read/read.h"

/* Names of files; "-" is standard input, for one of them at most. */
struct staff_files {
    const char *staff;
    const char *qualifications; /* or NULL */
    const char *experience;     /* or NULL */
    const char *map;            /* or NULL */
};

/* A row that cannot be used is left out, told to the sink as a warning and
 * kept in the list of rejected rows; `line` is its row as a spreadsheet counts
 * it, `column` the column's place in the file. With `strict` it is an error,
 * and after all were told nothing is built: SG_INPUT.
 *
 * SG_INPUT as well, told to the sink, for a file that cannot be read as a
 * whole: see csv_reader_new, staff_header_read and read_staff_map. Then the
 * files after it are not looked at. SG_USAGE when two are "-". No problem
 * quotes a cell below the header.
 *
 * Cost: one pass over each file, which is in memory while it is read.
 * `sink` may be NULL. Free with staff_free. */
sg_status read_staff(const struct staff_files *files, bool strict,
                     struct problem_sink *sink, struct staff **ret_staff,
                     sg_error *reterr);

#endif
