/* SPDX-License-Identifier: MIT */
/* The needs of a workforce as tables: one description for CSV and workbook.
 *
 *     const struct needs_table *table = needs_table_at(TABLE_PLAN);
 *     for (size_t row = 0; row < table->rows(needs); row++)
 *         for (size_t i = 0; i < table->column_count; i++)
 *             put(needs_table_cell(&view, table, row, i));
 */
#ifndef REPORT_NEEDS_TABLE_H
#define REPORT_NEEDS_TABLE_H

#include "base/arena.h"
#include "skillgap/workforce.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum needs_cell_kind {
    CELL_EMPTY,
    CELL_TEXT,
    CELL_NUMBER,
    CELL_POUNDS, /* the number is pence */
    CELL_HIDDEN, /* a figure that is not told; it has no number */
};

/* A text is one line that does nothing to a terminal or a reader's eyes; it is
 * of the view's arena. */
struct needs_cell {
    enum needs_cell_kind kind;
    const char *text;
    uint64_t number;
};

/* Where longer texts are put together; `failed` of the arena says when one
 * could not be. */
struct needs_view {
    const sg_needs *needs;
    struct arena *arena;
};

typedef struct needs_cell (*needs_cell_fn)(const struct needs_view *view,
                                           size_t row);

struct needs_column {
    const char *name;  /* in a CSV file */
    const char *title; /* in a workbook; NULL: it is not there, since a hidden
                          figure has a sign of its own */
    double width;      /* there, in digits */
    needs_cell_fn cell;
    bool number;
};

enum needs_table_id {
    TABLE_SUMMARY,
    TABLE_NEEDS,
    TABLE_GROUPS,
    TABLE_PLAN,
    TABLE_ONE_STEP,
    TABLE_EXPIRING,
    TABLE_HOLDERS,
    TABLE_NOT_ASSESSED,
    TABLE_NOTES,
    TABLES
};

struct needs_table {
    const char *file; /* of the CSV */
    const struct needs_column *columns;
    size_t column_count;
    size_t printed; /* columns of a workbook that go on paper; 0: all */
    size_t (*rows)(const sg_needs *needs);
    bool (*told)(const sg_needs *needs, size_t row); /* NULL: all are */
};

/* The first rows of the summary, which the head of a page says. */
enum { SUMMARY_HEAD = 2 };

/* The table for an enum needs_table_id. */
const struct needs_table *needs_table_at(int id);

bool needs_table_told(const struct needs_table *table, const sg_needs *needs,
                      size_t row);

/* The same as the column's function, with its text made harmless. */
struct needs_cell needs_table_cell(const struct needs_view *view,
                                   const struct needs_table *table, size_t row,
                                   size_t column);

/* A copy in the arena that is one line, and does nothing; "" for NULL. */
const char *needs_clean(struct arena *arena, const char *text);

/* What the files of tables share: a cell for each kind of value. */
struct needs_cell cell_text(const char *text);
struct needs_cell cell_number(uint64_t number);
struct needs_cell cell_number_or_none(uint64_t number);
struct needs_cell cell_pounds(uint64_t pence);
struct needs_cell cell_figure(const sg_figure *figure);
struct needs_cell cell_pence(const sg_figure *figure);
struct needs_cell cell_yes(bool yes); /* or an empty one */

/* The tables that have a file of their own; needs_table_at() knows them. */
extern const struct needs_table needs_summary_table;
extern const struct needs_table needs_needs_table;
extern const struct needs_table needs_groups_table;
extern const struct needs_table needs_notes_table;

#endif
