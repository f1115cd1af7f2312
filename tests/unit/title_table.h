/* SPDX-License-Identifier: MIT */
/* Tables of titles in tests/titles/, and the knowledge to read them with.
 *
 *     struct table table = table_read("titles/readings.tsv", '\t');
 *     const char *title = table_cell(&table, row, "title");
 *     table_free(&table);
 *
 * Each function ends the test with the reason when it cannot do its part. */
#ifndef TESTS_TITLE_TABLE_H
#define TESTS_TITLE_TABLE_H

#include "base/arena.h"
#include "quals/title.h"

struct table {
    struct arena arena;
    char **cells; /* the header first */
    size_t columns;
    size_t rows; /* without the header */
};

/* A file below tests/; cells with commas may stand in quotes. */
struct table table_read(const char *name, char separator);
void table_free(struct table *table);

/* A cell by row (from 0) and column name. */
const char *table_cell(const struct table *table, size_t row,
                       const char *column);

/* What data/reference/ knows. Free with quals_free. */
struct quals *table_quals(void);

/* What a reading has to say for a column of the tables: "-" when it is open.
 * The text is static, and good until the next call. */
const char *reading_cell(const struct sg_title_reading *reading,
                         const char *column);

#endif
