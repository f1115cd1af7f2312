/* SPDX-License-Identifier: MIT */
/* The tables of a workforce's needs that are made of counts: the summary, the
 * needs, and the needs of each group. */
#include "report/needs/inside.h"
#include "report/needs/table.h"
#include "report/shared.h"

#include <string.h>

/* ---- the needs ---- */

static const sg_need *need_at(const struct needs_view *view, size_t row)
{
    return &view->needs->needs[row];
}

static struct needs_cell strength_cell(const struct needs_view *view,
                                       size_t row)
{
    return cell_text(sg_strength_word(need_at(view, row)->strength));
}

static struct needs_cell label_cell(const struct needs_view *view, size_t row)
{
    return cell_text(need_at(view, row)->label);
}

static struct needs_cell id_cell(const struct needs_view *view, size_t row)
{
    return cell_text(need_at(view, row)->id);
}

static struct needs_cell kind_cell(const struct needs_view *view, size_t row)
{
    return cell_text(need_at(view, row)->kind);
}

static struct needs_cell level_cell(const struct needs_view *view, size_t row)
{
    return cell_number_or_none(need_at(view, row)->level);
}

static struct needs_cell law_cell(const struct needs_view *view, size_t row)
{
    return cell_yes(need_at(view, row)->statutory);
}

static struct needs_cell unmet_cell(const struct needs_view *view, size_t row)
{
    return cell_figure(&need_at(view, row)->all.unmet);
}

static struct needs_cell ask_cell(const struct needs_view *view, size_t row)
{
    return cell_figure(&need_at(view, row)->all.ask);
}

static struct needs_cell met_cell(const struct needs_view *view, size_t row)
{
    return cell_figure(&need_at(view, row)->all.met);
}

static struct needs_cell rest_cell(const struct needs_view *view, size_t row)
{
    return cell_figure(&need_at(view, row)->all.rest);
}

static struct needs_cell cost_of(const sg_need *need,
                                 const sg_need_counts *counts)
{
    return need->price.known ? cell_pence(&counts->cost_pence)
                             : cell_text(NULL);
}

static struct needs_cell cost_cell(const struct needs_view *view, size_t row)
{
    return cost_of(need_at(view, row), &need_at(view, row)->all);
}

static struct needs_cell hidden_cell(const struct needs_view *view, size_t row)
{
    return cell_yes(needs_counts_hidden(&need_at(view, row)->all));
}

/* NULL without a known course. */
static const sg_need_price *price_at(const struct needs_view *view, size_t row)
{
    const sg_need_price *price = &need_at(view, row)->price;
    return price->known ? price : NULL;
}

static struct needs_cell course_cell(const struct needs_view *view, size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return cell_text(price != NULL ? price->course : NULL);
}

static struct needs_cell training_cell(const struct needs_view *view,
                                       size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return cell_text(price != NULL ? price->label : "no course is known");
}

static struct needs_cell seat_price_cell(const struct needs_view *view,
                                         size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return price != NULL ? cell_pounds(price->seat_pence) : cell_text(NULL);
}

static struct needs_cell group_seats_cell(const struct needs_view *view,
                                          size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return cell_number_or_none(price != NULL ? price->group_seats : 0);
}

static struct needs_cell group_price_cell(const struct needs_view *view,
                                          size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return price != NULL && price->group_seats > 0
               ? cell_pounds(price->group_pence)
               : cell_text(NULL);
}

static struct needs_cell hours_cell(const struct needs_view *view, size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return cell_number_or_none(price != NULL ? price->hours : 0);
}

static struct needs_cell months_cell(const struct needs_view *view, size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return cell_number_or_none(price != NULL ? price->months : 0);
}

static struct needs_cell source_cell(const struct needs_view *view, size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return cell_text(price != NULL ? price->source : NULL);
}

static struct needs_cell as_of_cell(const struct needs_view *view, size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return cell_text(price != NULL ? price->as_of : NULL);
}

static struct needs_cell assumed_cell(const struct needs_view *view, size_t row)
{
    const sg_need_price *price = price_at(view, row);
    return cell_yes(price != NULL && price->assumed);
}

static struct needs_cell becomes_cell(const struct needs_view *view, size_t row)
{
    return cell_text(need_at(view, row)->becomes_essential_at);
}

static struct needs_cell roles_cell(const struct needs_view *view, size_t row)
{
    const sg_need *need = need_at(view, row);
    const char *roles = "";
    for (size_t i = 0; i < need->role_count && roles != NULL; i++)
        roles = arena_printf(view->arena, "%s%s%s", roles, i > 0 ? " " : "",
                             need->roles[i]);
    return cell_text(roles);
}

static const struct needs_column need_columns[] = {
    {"strength", "Strength", 11, strength_cell, false},
    {"label", "Need", 42, label_cell, false},
    {"unmet", "Unmet", 9, unmet_cell, true},
    {"ask", "Ask", 9, ask_cell, true},
    {"met", "Met", 9, met_cell, true},
    {"met_or_not_asked", "Met or not asked", 9, rest_cell, true},
    {"cost_pounds", "Cost", 14, cost_cell, true},
    {"suppressed", NULL, 0, hidden_cell, false},
    {"level", "Level", 7, level_cell, true},
    {"by_law", "By law", 8, law_cell, false},
    {"training", "Training", 30, training_cell, false},
    {"seat_pounds", "Price of a seat", 12, seat_price_cell, true},
    {"source", "Who gives the price", 30, source_cell, false},
    {"as_of", "As of", 12, as_of_cell, false},
    {"assumed", "Assumed", 10, assumed_cell, false},
    {"becomes_essential_at", "Essential at a next step", 24, becomes_cell,
     false},
    /* What follows is not printed. */
    {"kind", "Kind", 14, kind_cell, false},
    {"group_seats", "Seats in a group", 9, group_seats_cell, true},
    {"group_pounds", "Price of a group", 12, group_price_cell, true},
    {"hours", "Hours", 8, hours_cell, true},
    {"months", "Months", 8, months_cell, true},
    {"need", "Id", 20, id_cell, false},
    {"course", NULL, 0, course_cell, false},
    {"roles", NULL, 0, roles_cell, false},
};

static size_t need_rows(const sg_needs *needs)
{
    return needs->need_count;
}

const struct needs_table needs_needs_table = {
    .file = "needs.csv",
    .columns = need_columns,
    .column_count = sizeof(need_columns) / sizeof(need_columns[0]),
    .rows = need_rows,
    .printed = 15,
};

/* ---- the needs of each group, one below the other ---- */

static const sg_need_group *group_at(const struct needs_view *view, size_t row)
{
    return &view->needs->groups[row / view->needs->need_count];
}

static const sg_need *group_need(const struct needs_view *view, size_t row)
{
    return &view->needs->needs[row % view->needs->need_count];
}

static const sg_need_counts *group_counts(const struct needs_view *view,
                                          size_t row)
{
    return &group_at(view, row)->needs[row % view->needs->need_count];
}

static struct needs_cell by_cell(const struct needs_view *view, size_t row)
{
    return cell_text(group_at(view, row)->by);
}

static struct needs_cell group_cell(const struct needs_view *view, size_t row)
{
    return cell_text(group_at(view, row)->name);
}

static struct needs_cell group_id_cell(const struct needs_view *view,
                                       size_t row)
{
    return cell_text(group_at(view, row)->id);
}

static struct needs_cell group_staff_cell(const struct needs_view *view,
                                          size_t row)
{
    return cell_figure(&group_at(view, row)->staff);
}

static struct needs_cell group_label_cell(const struct needs_view *view,
                                          size_t row)
{
    return cell_text(group_need(view, row)->label);
}

static struct needs_cell group_need_cell(const struct needs_view *view,
                                         size_t row)
{
    return cell_text(group_need(view, row)->id);
}

static struct needs_cell group_strength_cell(const struct needs_view *view,
                                             size_t row)
{
    return cell_text(sg_strength_word(group_need(view, row)->strength));
}

static struct needs_cell group_unmet_cell(const struct needs_view *view,
                                          size_t row)
{
    return cell_figure(&group_counts(view, row)->unmet);
}

static struct needs_cell group_ask_cell(const struct needs_view *view,
                                        size_t row)
{
    return cell_figure(&group_counts(view, row)->ask);
}

static struct needs_cell group_met_cell(const struct needs_view *view,
                                        size_t row)
{
    return cell_figure(&group_counts(view, row)->met);
}

static struct needs_cell group_rest_cell(const struct needs_view *view,
                                         size_t row)
{
    return cell_figure(&group_counts(view, row)->rest);
}

static struct needs_cell group_cost_cell(const struct needs_view *view,
                                         size_t row)
{
    return cost_of(group_need(view, row), group_counts(view, row));
}

static struct needs_cell group_hidden_cell(const struct needs_view *view,
                                           size_t row)
{
    return cell_yes(group_at(view, row)->staff.hidden ||
                    needs_counts_hidden(group_counts(view, row)));
}

static const struct needs_column group_columns[] = {
    {"by", "By", 8, by_cell, false},
    {"group", "Team, grade or role", 34, group_cell, false},
    {"staff", "Staff", 9, group_staff_cell, true},
    {"strength", "Strength", 11, group_strength_cell, false},
    {"label", "Need", 54, group_label_cell, false},
    {"unmet", "Unmet", 9, group_unmet_cell, true},
    {"ask", "Ask", 9, group_ask_cell, true},
    {"met", "Met", 9, group_met_cell, true},
    {"met_or_not_asked", "Met or not asked", 9, group_rest_cell, true},
    {"cost_pounds", "Cost", 13, group_cost_cell, true},
    {"suppressed", NULL, 0, group_hidden_cell, false},
    {"need", "Id of the need", 20, group_need_cell, false},
    {"group_id", "Id of the role", 26, group_id_cell, false},
};

static size_t group_rows(const sg_needs *needs)
{
    return needs->group_count * needs->need_count;
}

static bool group_told(const sg_needs *needs, size_t row)
{
    const sg_need_group *group = &needs->groups[row / needs->need_count];
    return needs_row_told(&group->needs[row % needs->need_count]);
}

const struct needs_table needs_groups_table = {
    .file = "groups.csv",
    .columns = group_columns,
    .column_count = sizeof(group_columns) / sizeof(group_columns[0]),
    .rows = group_rows,
    .printed = 10,
    .told = group_told,
};
