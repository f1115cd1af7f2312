/* SPDX-License-Identifier: MIT */
/* A workbook that is being written: sheets, cells of a few looks, tables.
 *
 *     struct book book;
 *     sg_status status = book_open(&book, "needs.xlsx", today, reterr);
 *     if (status == SG_OK) {
 *         struct book_sheet sheet = book_sheet(&book, "Plan");
 *         book_text(&sheet, 0, 0, LOOK_TITLE, title);
 *         book_sheet_end(&sheet);
 *         status = book_save(&book, "needs.xlsx", SAVE_PUBLIC, reterr);
 *     }
 *
 * Texts are written as strings and nothing else, so no cell is a formula, a
 * link or a number by accident. A failure is kept until book_save(). */
#ifndef REPORT_NEEDS_BOOK_H
#define REPORT_NEEDS_BOOK_H

#include "base/arena.h"
#include "base/save.h"
#include "report/needs/late.h"
#include "report/needs/table.h"

/* How a cell looks. No colour says what its words or numbers do not. */
enum book_look {
    LOOK_TITLE,
    LOOK_BANNER,  /* who may see it */
    LOOK_NOTE,    /* what explains the cells below, on one long line */
    LOOK_HEADING, /* above a table */
    LOOK_HEAD,    /* of a column of texts */
    LOOK_HEAD_NUMBER,
    LOOK_HEAD_UP, /* the same, read from below */
    LOOK_TEXT,
    LOOK_STRONG,
    LOOK_NUMBER,
    LOOK_POUNDS,
    LOOK_HIDDEN,
    LOOKS
};

/* A sign that is no number stands for what is not told. */
#define BOOK_HIDDEN "\u2013"

enum { BOOK_COLUMNS_MOST = 512 };

struct book {
    struct late_xlsx xlsx;
    lxw_workbook *workbook;
    lxw_format *looks[LOOKS];
    struct arena arena; /* of the names below */
    const char *folder; /* nobody else's, beside the file; removed again */
    const char *fresh;  /* what is written, in there */
    size_t bytes;       /* that its cells will take, about */
    bool failed;
};

/* One sheet; each column is as wide as the widest of its tables asks for. */
struct book_sheet {
    struct book *book;
    lxw_worksheet *sheet;
    double widths[BOOK_COLUMNS_MOST];
    size_t row; /* that was written to last, and how many lines it has */
    size_t lines;
};

/* Opens the library and begins. `today` is the day that the workbook says it
 * was made on, so that the same cells give the same bytes. On failure nothing
 * is left behind, and book_save() must not be called. */
sg_status book_open(struct book *book, const char *file, const char *today,
                    sg_error *reterr);

/* Prints on A4 across, one page wide. `inside`: each page says so. */
struct book_sheet book_sheet(struct book *book, const char *name, bool inside);

/* All of it goes on one page. */
void book_one_page(struct book_sheet *sheet);

/* Sets the widths; the last thing to do with a sheet. */
void book_sheet_end(struct book_sheet *sheet);

void book_width(struct book_sheet *sheet, size_t column, double width);

/* Texts must be clean (needs_clean()). Past what a cell holds they are cut, and
 * say so. A row is made as high as its texts need in columns of the widths set
 * so far: not every program does that when it opens a file. */
void book_text(struct book_sheet *sheet, size_t row, size_t column,
               enum book_look look, const char *text);
void book_cell(struct book_sheet *sheet, size_t row, size_t column,
               const struct needs_cell *cell);

/* The rows above `row` stay in sight and are printed on each page; of the
 * columns, those before `column` stay in sight. */
void book_freeze(struct book_sheet *sheet, size_t row, size_t column);

/* Only so many rows and columns go on paper; 0 columns: all of them. */
void book_print(struct book_sheet *sheet, size_t rows, size_t columns);

/* How many lines a text takes in a column. */
size_t book_lines(const char *text, size_t room);

/* The columns' titles at `row`, and the rows of a table from the `from`th on
 * below it. Returns the row behind. With `filter` each title has a menu. */
size_t book_table(struct book_sheet *sheet, size_t row,
                  const struct needs_table *table, const sg_needs *needs,
                  size_t from, bool filter);

/* Writes the file, or replaces it, and ends the book in any case. */
sg_status book_save(struct book *book, const char *file, enum save_mode mode,
                    sg_error *reterr);

#endif
