/* SPDX-License-Identifier: MIT */
/* The needs of a workforce as a workbook. */
#include "report/needs/xlsx.h"

#include "report/needs/inside.h"
#include "skillgap/report.h"

#include <stdio.h>

#define SMALL_NOTE                                                             \
    BOOK_HIDDEN ": from 1 to 4 people, or kept back so that no such number "   \
                "can be worked out."

size_t needs_xlsx_head(struct book_sheet *sheet, const sg_needs *needs,
                       const char *title)
{
    book_text(sheet, 0, 0, LOOK_TITLE, title);
    if (needs->internal)
        book_text(sheet, 1, 0, LOOK_BANNER,
                  NEEDS_BANNER ". Do not publish this or pass it on.");
    else
        book_text(sheet, 1, 0, LOOK_NOTE, SMALL_NOTE);
    return 3;
}

/* One table on a sheet of its own. */
static void table_sheet(struct book *book, const sg_needs *needs,
                        const char *name, const char *title, int table,
                        const char *none)
{
    struct book_sheet sheet = book_sheet(book, name, needs->internal);
    const size_t head = needs_xlsx_head(&sheet, needs, title);
    const size_t end =
        book_table(&sheet, head, needs_table_at(table), needs, 0,
                   table == TABLE_NEEDS || table == TABLE_GROUPS);
    if (end == head + 1)
        book_text(&sheet, end, 0, LOOK_NOTE, none);
    book_freeze(&sheet, head + 1, table == TABLE_NEEDS ? 2 : 0);
    book_print(&sheet, end, needs_table_at(table)->printed);
    book_sheet_end(&sheet);
}

/* A table among others on a sheet; nothing without rows. */
static size_t table_below(struct book_sheet *sheet, size_t row,
                          const sg_needs *needs, const char *heading, int id)
{
    const struct needs_table *table = needs_table_at(id);
    if (table->rows(needs) == 0)
        return row;
    book_text(sheet, row, 0, LOOK_HEADING, heading);
    return book_table(sheet, row + 1, table, needs, 0, false) + 1;
}

static void plan_sheet(struct book *book, const sg_needs *needs)
{
    const sg_needs_plan *plan = needs->plan;
    char title[64] = "What a budget buys first";
    char budget[MONEY_ROOM];
    if (needs->has_budget)
        (void)snprintf(title, sizeof(title), "What %s buys first",
                       needs_pounds_text(needs->budget_pence, budget));
    table_sheet(book, needs, "Plan", title, TABLE_PLAN,
                !needs->has_budget ? "No budget was given, so there is no plan."
                : plan == NULL
                    ? needs_plan_kept_back
                    : "Nothing that is needed can be had for this money.");
}

/* Who is near, what runs out, what hangs on one person. */
static void outlook_sheet(struct book *book, const sg_needs *needs)
{
    struct book_sheet sheet = book_sheet(book, "Outlook", needs->internal);
    const size_t head = needs_xlsx_head(&sheet, needs, "What lies ahead");
    char heading[64];
    (void)snprintf(heading, sizeof(heading), "What runs out within %d days",
                   SG_EXPIRING_DAYS);
    size_t row = table_below(&sheet, head, needs,
                             "One step away: all that these people lack",
                             TABLE_ONE_STEP);
    row = table_below(&sheet, row, needs, heading, TABLE_EXPIRING);
    row = table_below(&sheet, row, needs, "Held by one person only",
                      TABLE_HOLDERS);
    if (row == head)
        book_text(&sheet, row, 0, LOOK_NOTE, "Nothing is known.");
    book_sheet_end(&sheet);
}

sg_status sg_report_needs_xlsx(const sg_needs *needs, const char *file,
                               sg_error *reterr)
{
    struct book book;
    const enum save_mode mode = needs->internal ? SAVE_PRIVATE : SAVE_PUBLIC;
    const sg_status status = book_open(&book, file, needs->today, reterr);
    if (status != SG_OK)
        return status;
    needs_xlsx_summary(&book, needs);
    table_sheet(&book, needs, "Needs", "What they need", TABLE_NEEDS,
                "Nobody could be looked at, so no need is known.");
    needs_xlsx_matrix(&book, needs);
    table_sheet(&book, needs, "Groups",
                "What they need, by team, by grade and by role", TABLE_GROUPS,
                "No team, grade or role can be told.");
    plan_sheet(&book, needs);
    outlook_sheet(&book, needs);
    table_sheet(&book, needs, "Not assessed", "Who could not be looked at",
                TABLE_NOT_ASSESSED, "Everybody could be looked at.");
    table_sheet(&book, needs, "Notes", "Sources, and how this is counted",
                TABLE_NOTES, "");
    return book_save(&book, file, mode, reterr);
}
