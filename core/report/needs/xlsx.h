/* SPDX-License-Identifier: MIT */
/* The sheets of the workbook on a workforce that are more than one table.
 *
 *     needs_xlsx_summary(&book, needs);
 */
#ifndef REPORT_NEEDS_XLSX_H
#define REPORT_NEEDS_XLSX_H

#include "report/needs/book.h"

/* The title, and below it who may see the sheet, or what the sign for hidden
 * figures means. Returns the row where the sheet goes on. */
size_t needs_xlsx_head(struct book_sheet *sheet, const sg_needs *needs,
                       const char *title);

/* The answers first: how many, what they need most and where, what the budget
 * buys. */
void needs_xlsx_summary(struct book *book, const sg_needs *needs);

/* Teams by needs: who lacks what. */
void needs_xlsx_matrix(struct book *book, const sg_needs *needs);

#endif
