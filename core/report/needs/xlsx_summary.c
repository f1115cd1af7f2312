/* SPDX-License-Identifier: MIT */
/* The first sheet of the workbook on a workforce: the answers. */
#include "report/needs/inside.h"
#include "report/needs/xlsx.h"
#include "report/shared.h"

#include <stdio.h>

enum { NEEDS_MOST = 10, BUYS_MOST = 10, TEAMS_MOST = 5 };

static const double widths[] = {46, 24, 12, 16, 70};

static void head_row(struct book_sheet *sheet, size_t row,
                     const char *const titles[5])
{
    for (size_t i = 0; i < 5; i++)
        book_text(sheet, row, i, i > 0 && i < 4 ? LOOK_HEAD_NUMBER : LOOK_HEAD,
                  titles[i]);
}

/* What is not told counts for least. */
static uint64_t lack_of(const sg_needs *needs, size_t place)
{
    const sg_figure *unmet = &needs->needs[place].all.unmet;
    return unmet->hidden ? 0 : unmet->value;
}

/* How many essential needs nobody is known to lack, though some have to be
 * asked. */
static size_t count_asked(const sg_needs *needs)
{
    size_t count = 0;
    for (size_t i = 0; i < needs->need_count; i++)
        count += needs->needs[i].strength == SG_ESSENTIAL &&
                 !needs_lacked(&needs->needs[i].all) &&
                 needs_somebody(&needs->needs[i].all);
    return count;
}

/* The essential or desirable need that most people lack among those behind
 * `last` in that order (SIZE_MAX: among all). SIZE_MAX when there is none. */
static size_t next_most(const sg_needs *needs, sg_strength strength,
                        size_t last)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < needs->need_count; i++) {
        const uint64_t lack = lack_of(needs, i);
        if (needs->needs[i].strength != strength ||
            !needs_lacked(&needs->needs[i].all))
            continue;
        if (last != SIZE_MAX && (lack > lack_of(needs, last) ||
                                 (lack == lack_of(needs, last) && i <= last)))
            continue;
        if (best == SIZE_MAX || lack > lack_of(needs, best))
            best = i;
    }
    return best;
}

static void need_row(struct book_sheet *sheet, size_t row,
                     const sg_needs *needs, size_t place)
{
    const sg_need *need = &needs->needs[place];
    struct arena arena = {0};
    struct buffer where = {0};
    const struct needs_cell unmet = cell_figure(&need->all.unmet);
    const struct needs_cell ask = cell_figure(&need->all.ask);
    const struct needs_cell cost = need->price.known
                                       ? cell_pence(&need->all.cost_pence)
                                       : cell_text("not known");
    needs_where(&where, needs, "team", place, TEAMS_MOST);
    book_text(sheet, row, 0, LOOK_TEXT, needs_clean(&arena, need->label));
    book_cell(sheet, row, 1, &unmet);
    book_cell(sheet, row, 2, &ask);
    book_cell(sheet, row, 3, &cost);
    book_text(sheet, row, 4, LOOK_TEXT, needs_clean(&arena, where.data));
    sheet->book->failed |= arena.failed || where.failed;
    buffer_done(&where);
    arena_done(&arena);
}

/* Those of one strength under titles of their own; none without needs. */
static size_t strength_rows(struct book_sheet *sheet, size_t row,
                            const sg_needs *needs, sg_strength strength)
{
    const char *const titles[] = {strength == SG_ESSENTIAL ? "Essential need"
                                                           : "Desirable need",
                                  "Unmet", "Ask", "Cost", "In which teams"};
    size_t place = SIZE_MAX;
    size_t told = 0;
    while ((place = next_most(needs, strength, place)) != SIZE_MAX) {
        if (told == 0)
            head_row(sheet, row++, titles);
        if (told++ < NEEDS_MOST)
            need_row(sheet, row++, needs, place);
    }
    if (told > NEEDS_MOST)
        book_text(sheet, row++, 0, LOOK_NOTE, "The others: sheet Needs.");
    return row;
}

static size_t needs_rows(struct book_sheet *sheet, size_t row,
                         const sg_needs *needs)
{
    const size_t asked = count_asked(needs);
    char note[128];
    book_text(sheet, row++, 0, LOOK_HEADING, "What most people lack");
    const size_t head = row;
    row = strength_rows(sheet, row, needs, SG_ESSENTIAL);
    row = strength_rows(sheet, row, needs, SG_DESIRABLE);
    if (row == head)
        book_text(sheet, row++, 0, LOOK_NOTE,
                  "Nobody is known to lack anything.");
    if (asked > 0) {
        (void)snprintf(note, sizeof(note),
                       "Some people have to be asked about %zu need%s that "
                       "nobody is known to lack: see the sheet Needs.",
                       asked, plural(asked));
        book_text(sheet, row++, 0, LOOK_NOTE, note);
    }
    return row + 1;
}

/* "For NVQ level 3; First aid. The law asks for it." */
static void buy_row(struct book_sheet *sheet, size_t row, const sg_needs *needs,
                    const sg_buy *buy)
{
    struct arena arena = {0};
    struct buffer gives = {0};
    const struct needs_cell seats = cell_number(buy->seats);
    const struct needs_cell groups = cell_number_or_none(buy->groups);
    const struct needs_cell cost = cell_pounds(buy->cost_pence);
    for (size_t i = 0; i < buy->need_count; i++)
        buffer_printf(&gives, "%s%s", i > 0 ? "; " : "",
                      text_or_none(needs->needs[buy->needs[i]].label));
    buffer_puts(&gives, buy->statutory ? " (the law asks for it)" : "");
    book_text(sheet, row, 0, LOOK_TEXT, needs_clean(&arena, buy->label));
    book_cell(sheet, row, 1, &seats);
    book_cell(sheet, row, 2, &groups);
    book_cell(sheet, row, 3, &cost);
    book_text(sheet, row, 4, LOOK_TEXT, needs_clean(&arena, gives.data));
    sheet->book->failed |= arena.failed || gives.failed;
    buffer_done(&gives);
    arena_done(&arena);
}

static size_t plan_rows(struct book_sheet *sheet, size_t row,
                        const sg_needs *needs)
{
    static const char *const titles[] = {"What to buy", "Seats", "Groups",
                                         "Cost", "What it gives"};
    const sg_needs_plan *plan = needs->plan;
    char heading[64];
    char budget[MONEY_ROOM];
    if (!needs->has_budget)
        return row;
    (void)snprintf(heading, sizeof(heading), "What %s buys first",
                   needs_pounds_text(needs->budget_pence, budget));
    book_text(sheet, row++, 0, LOOK_HEADING, heading);
    if (plan == NULL) {
        book_text(sheet, row++, 0, LOOK_NOTE, needs_plan_kept_back);
        return row + 1;
    }
    head_row(sheet, row++, titles);
    for (size_t i = 0; i < plan->buy_count && i < BUYS_MOST; i++)
        buy_row(sheet, row++, needs, &plan->buys[i]);
    if (plan->buy_count == 0)
        book_text(sheet, row++, 0, LOOK_NOTE,
                  "Nothing that is needed can be had for this money.");
    if (plan->buy_count > BUYS_MOST)
        book_text(sheet, row++, 0, LOOK_NOTE, "The others: sheet Plan.");
    return row + 1;
}

void needs_xlsx_summary(struct book *book, const sg_needs *needs)
{
    struct book_sheet sheet = book_sheet(book, "Summary", needs->internal);
    struct arena arena = {0};
    char title[NEEDS_TITLE_ROOM];
    for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
        book_width(&sheet, i, widths[i]);
    size_t row = needs_xlsx_head(
        &sheet, needs, needs_clean(&arena, needs_title(needs, title)));
    row = book_table(&sheet, row, needs_table_at(TABLE_SUMMARY), needs,
                     SUMMARY_HEAD, false) +
          1;
    row = needs_rows(&sheet, row, needs);
    (void)plan_rows(&sheet, row, needs);
    book_one_page(&sheet);
    book_sheet_end(&sheet);
    book->failed |= arena.failed;
    arena_done(&arena);
}
