/* SPDX-License-Identifier: MIT */
/* HR exports, person by person: up to three CSV files and a map.
 *
 *     const struct staff_files files = {.staff = "staff.csv"};
 *     const struct staff_visitor visitor = {begin, see, NULL, &counting};
 *     struct staff_account *account = NULL;
 *     sg_status status =
 *         read_staff(&files, false, &visitor, &sink, &account, reterr);
 *     staff_account_free(account);
 *
 * Columns and formats are those of the contract (core/read/staff/columns.c
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

/* Who is shown the persons. The functions return false without memory. */
struct staff_visitor {
    /* Nobody was shown yet: whoever was is to be forgotten. Comes before the
     * first person, and once more when files turn out to be in no order. */
    bool (*begin)(void *user);
    /* Ascending by id, bytewise; valid during the call. */
    bool (*person)(const struct staff_person *person, void *user);
    /* Bytes of the files gone through; NULL: not wanted. */
    void (*progress)(uint64_t done, uint64_t of, void *user);
    void *user;
};

/* A row that cannot be used is left out, told to the sink as a warning and
 * kept in the list of rejected rows; `line` is its row as a spreadsheet counts
 * it, `column` the column's place in the file. Files are told of at the end,
 * then their rows. With `strict` it is an error, and after all were told there
 * is no account: SG_INPUT.
 *
 * SG_INPUT as well, told to the sink, for a file that cannot be read as a
 * whole: see csv_reader_new, staff_header_read and read_staff_map. SG_USAGE
 * when two are "-". No problem quotes a cell below the header.
 *
 * Cost: one pass over the files, side by side. When each is sorted by person
 * (bytewise, as `LC_ALL=C sort` does), memory does not grow with them, but for
 * standard input, which is held whole. Otherwise reading starts over, with the
 * needed cells of all rows in memory (some 60 bytes and the cells for each) and
 * sorted. `sink` may be NULL. Free with staff_account_free. */
sg_status read_staff(const struct staff_files *files, bool strict,
                     const struct staff_visitor *visitor,
                     struct problem_sink *sink,
                     struct staff_account **ret_account, sg_error *reterr);

#endif
