/* SPDX-License-Identifier: MIT */
/* Teams by needs, as a sheet of a workbook. */
#include "report/needs/inside.h"
#include "report/needs/xlsx.h"
#include "report/shared.h"

#include <string.h>

enum {
    COLUMN_TEAM,
    COLUMN_STAFF,
    COLUMN_FIRST, /* of the needs */
    NEEDS_MOST = 400,
    HEAD_HEIGHT = 190, /* points */
    HEAD_LETTERS = 28, /* that fit into them */
    NEED_WIDTH = 8,
    LINE_WIDTH = 3, /* of a line that is read from below */
    TEAM_WIDTH = 34,
    /* One hue; black on the darkest is 9 : 1. */
    COLOR_LEAST = 0xFFFFFF,
    COLOR_MOST = 0x7FB2E5
};

static bool is_team(const sg_need_group *group)
{
    return strcmp(group->by, "team") == 0;
}

/* Whether somebody in a team lacks it, or may. */
static bool is_lacked(const sg_needs *needs, size_t need)
{
    for (size_t i = 0; i < needs->group_count; i++) {
        const sg_figure *unmet = &needs->groups[i].needs[need].unmet;
        if (is_team(&needs->groups[i]) && (unmet->hidden || unmet->value > 0))
            return true;
    }
    return false;
}

/* The needs that have a column; how many. */
static size_t choose(const sg_needs *needs, size_t chosen[NEEDS_MOST],
                     size_t *ret_left_out)
{
    size_t count = 0;
    *ret_left_out = 0;
    for (size_t i = 0; i < needs->need_count; i++) {
        if (!is_lacked(needs, i))
            continue;
        if (count < NEEDS_MOST)
            chosen[count++] = i;
        else
            ++*ret_left_out;
    }
    return count;
}

static void head_row(struct book_sheet *sheet, size_t row,
                     const sg_needs *needs, const size_t *chosen, size_t count)
{
    struct arena arena = {0};
    book_text(sheet, row, COLUMN_TEAM, LOOK_HEAD, "Team");
    book_text(sheet, row, COLUMN_STAFF, LOOK_HEAD_NUMBER, "Staff");
    for (size_t i = 0; i < count; i++) {
        const sg_need *need = &needs->needs[chosen[i]];
        const char *label = needs_clean(
            &arena,
            arena_printf(&arena, "%s%s", text_or_none(need->label),
                         need->strength == SG_DESIRABLE ? " (desirable)" : ""));
        const size_t lines = book_lines(label, HEAD_LETTERS);
        book_text(sheet, row, COLUMN_FIRST + i, LOOK_HEAD_UP, label);
        book_width(sheet, COLUMN_FIRST + i, NEED_WIDTH);
        book_width(sheet, COLUMN_FIRST + i, (double)(LINE_WIDTH * lines));
    }
    book_width(sheet, COLUMN_TEAM, TEAM_WIDTH);
    if (sheet->sheet != NULL)
        sheet->book->xlsx.worksheet_set_row(sheet->sheet, (lxw_row_t)row,
                                            HEAD_HEIGHT, NULL);
    sheet->book->failed |= arena.failed;
    arena_done(&arena);
}

static void figure_at(struct book_sheet *sheet, size_t row, size_t column,
                      const sg_figure *figure)
{
    const struct needs_cell cell = cell_figure(figure);
    book_cell(sheet, row, column, &cell);
}

static void group_row(struct book_sheet *sheet, size_t row,
                      const sg_need_group *group, const size_t *chosen,
                      size_t count)
{
    struct arena arena = {0};
    book_text(sheet, row, COLUMN_TEAM, LOOK_TEXT,
              needs_clean(&arena, group->name));
    figure_at(sheet, row, COLUMN_STAFF, &group->staff);
    for (size_t i = 0; i < count; i++)
        figure_at(sheet, row, COLUMN_FIRST + i, &group->needs[chosen[i]].unmet);
    sheet->book->failed |= arena.failed;
    arena_done(&arena);
}

/* The sum of the column, as far as it may be told; it has no colour. */
static void all_row(struct book_sheet *sheet, size_t row, const sg_needs *needs,
                    const size_t *chosen, size_t count)
{
    book_text(sheet, row, COLUMN_TEAM, LOOK_STRONG, "All who were looked at");
    figure_at(sheet, row, COLUMN_STAFF, &needs->assessed);
    for (size_t i = 0; i < count; i++)
        figure_at(sheet, row, COLUMN_FIRST + i,
                  &needs->needs[chosen[i]].all.unmet);
}

/* Numbers are shaded from none to the most; what is no number is not. */
static void shade(struct book_sheet *sheet, size_t first, size_t behind,
                  size_t count)
{
    lxw_conditional_format scale = {
        .type = LXW_CONDITIONAL_2_COLOR_SCALE,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .min_value = 0,
        .min_color = COLOR_LEAST,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_MAXIMUM,
        .max_color = COLOR_MOST,
    };
    if (sheet->sheet == NULL || behind == first || count == 0)
        return;
    if (sheet->book->xlsx.worksheet_conditional_format_range(
            sheet->sheet, (lxw_row_t)first, COLUMN_FIRST, (lxw_row_t)behind - 1,
            (lxw_col_t)(COLUMN_FIRST + count - 1), &scale) != LXW_NO_ERROR)
        sheet->book->failed = true;
}

void needs_xlsx_matrix(struct book *book, const sg_needs *needs)
{
    struct book_sheet sheet = book_sheet(book, "Matrix", needs->internal);
    size_t chosen[NEEDS_MOST];
    size_t left_out = 0;
    const size_t count = choose(needs, chosen, &left_out);
    size_t row =
        needs_xlsx_head(&sheet, needs, "Who lacks what: teams by needs");
    book_text(&sheet, row++, 0, LOOK_NOTE,
              "The numbers are staff who do not have it, by what is on file. "
              "The darker, the more. Who has to be asked is on the sheet "
              "Groups.");
    if (left_out > 0)
        book_text(&sheet, row++, 0, LOOK_NOTE,
                  "There is no room for all needs here: the others are on the "
                  "sheet Groups.");
    head_row(&sheet, row++, needs, chosen, count);
    book_freeze(&sheet, row, COLUMN_FIRST);
    all_row(&sheet, row++, needs, chosen, count);
    const size_t first = row;
    for (size_t i = 0; i < needs->group_count; i++)
        if (is_team(&needs->groups[i]))
            group_row(&sheet, row++, &needs->groups[i], chosen, count);
    shade(&sheet, first, row, count);
    if (row == first)
        book_text(&sheet, row, 0, LOOK_NOTE, "No team can be told.");
    book_sheet_end(&sheet);
}
