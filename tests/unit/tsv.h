/* SPDX-License-Identifier: MIT */
/* Reading the tables that tests are written in.
 *
 *     struct tsv tsv = tsv_open("tests/expected/pairs.tsv");
 *     while (tsv_next(&tsv))
 *         use(tsv.cells[0]);
 *     tsv_close(&tsv);
 *
 * The first row is a heading and is passed over. Paths are below the
 * repository. */
#ifndef TESTS_TSV_H
#define TESTS_TSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { TSV_CELLS = 24, TSV_ROW = 4096 };

struct tsv {
    FILE *file;
    size_t row; /* number of the row in the file, from 1 */
    char text[TSV_ROW];
    const char *cells[TSV_CELLS];
    size_t count;
};

/* Ends the test when the table cannot be read. */
struct tsv tsv_open(const char *path);
bool tsv_next(struct tsv *tsv);
void tsv_close(struct tsv *tsv);

#endif
