/* SPDX-License-Identifier: MIT */
/* The shorter tables of a workforce's needs, and what all tables share. */
#include "report/needs/table.h"

#include "base/text.h"
#include "report/needs/inside.h"
#include "report/shared.h"

#include <stdio.h>
#include <string.h>

/* ---- cells ---- */

struct needs_cell cell_text(const char *text)
{
    return (struct needs_cell){.kind = text ? CELL_TEXT : CELL_EMPTY,
                               .text = text};
}

struct needs_cell cell_number(uint64_t number)
{
    return (struct needs_cell){.kind = CELL_NUMBER, .number = number};
}

struct needs_cell cell_number_or_none(uint64_t number)
{
    return number == 0 ? (struct needs_cell){.kind = CELL_EMPTY}
                       : cell_number(number);
}

struct needs_cell cell_pounds(uint64_t pence)
{
    return (struct needs_cell){.kind = CELL_POUNDS, .number = pence};
}

struct needs_cell cell_figure(const sg_figure *figure)
{
    return figure->hidden ? (struct needs_cell){.kind = CELL_HIDDEN}
                          : cell_number(figure->value);
}

struct needs_cell cell_pence(const sg_figure *figure)
{
    return figure->hidden ? (struct needs_cell){.kind = CELL_HIDDEN}
                          : cell_pounds(figure->value);
}

struct needs_cell cell_yes(bool yes)
{
    return cell_text(yes ? "yes" : NULL);
}

/* An invalid byte is shown as three. */
enum { CLEAN_GROWTH = 3 };

const char *needs_clean(struct arena *arena, const char *text)
{
    const size_t size = text != NULL ? strlen(text) : 0;
    char *spaced = arena_strdup(arena, text != NULL ? text : "");
    char *clean = arena_alloc(arena, size * CLEAN_GROWTH + 1);
    if (spaced == NULL || clean == NULL)
        return "";
    for (char *at = spaced; (at = strpbrk(at, "\t\n\r\v\f")) != NULL;)
        *at = ' ';
    text_plain(clean, size * CLEAN_GROWTH + 1, spaced, false);
    return clean;
}

/* The labels of needs that are given by their places. */
static struct needs_cell labels_cell(const struct needs_view *view,
                                     const size_t *places, size_t count)
{
    const char *labels = "";
    for (size_t i = 0; i < count && labels != NULL; i++)
        labels =
            arena_printf(view->arena, "%s%s%s", labels, i > 0 ? "; " : "",
                         text_or_none(view->needs->needs[places[i]].label));
    return cell_text(labels);
}

/* ---- the plan ---- */

static const sg_buy *buy_at(const struct needs_view *view, size_t row)
{
    return &view->needs->plan->buys[row];
}

static struct needs_cell order_cell(const struct needs_view *view, size_t row)
{
    (void)view;
    return cell_number(row + 1);
}

static struct needs_cell buy_cell(const struct needs_view *view, size_t row)
{
    return cell_text(buy_at(view, row)->label);
}

static struct needs_cell course_cell(const struct needs_view *view, size_t row)
{
    return cell_text(buy_at(view, row)->course);
}

static struct needs_cell gives_cell(const struct needs_view *view, size_t row)
{
    const sg_buy *buy = buy_at(view, row);
    return labels_cell(view, buy->needs, buy->need_count);
}

static struct needs_cell law_cell(const struct needs_view *view, size_t row)
{
    return cell_yes(buy_at(view, row)->statutory);
}

static struct needs_cell seats_cell(const struct needs_view *view, size_t row)
{
    return cell_number(buy_at(view, row)->seats);
}

static struct needs_cell groups_cell(const struct needs_view *view, size_t row)
{
    return cell_number(buy_at(view, row)->groups);
}

static struct needs_cell singles_cell(const struct needs_view *view, size_t row)
{
    return cell_number(buy_at(view, row)->singles);
}

static struct needs_cell cost_cell(const struct needs_view *view, size_t row)
{
    return cell_pounds(buy_at(view, row)->cost_pence);
}

static struct needs_cell seat_price_cell(const struct needs_view *view,
                                         size_t row)
{
    return cell_pounds(buy_at(view, row)->seat_pence);
}

static struct needs_cell group_seats_cell(const struct needs_view *view,
                                          size_t row)
{
    return cell_number_or_none(buy_at(view, row)->group_seats);
}

static struct needs_cell group_price_cell(const struct needs_view *view,
                                          size_t row)
{
    const sg_buy *buy = buy_at(view, row);
    return buy->group_seats > 0 ? cell_pounds(buy->group_pence)
                                : cell_text(NULL);
}

static struct needs_cell source_cell(const struct needs_view *view, size_t row)
{
    return cell_text(buy_at(view, row)->source);
}

static struct needs_cell as_of_cell(const struct needs_view *view, size_t row)
{
    return cell_text(buy_at(view, row)->as_of);
}

static struct needs_cell assumed_cell(const struct needs_view *view, size_t row)
{
    return cell_yes(buy_at(view, row)->assumed);
}

static const struct needs_column plan_columns[] = {
    {"order", "Order", 7, order_cell, true},
    {"training", "What to buy", 34, buy_cell, false},
    {"gives", "What it gives", 40, gives_cell, false},
    {"by_law", "By law", 8, law_cell, false},
    {"seats", "Seats", 8, seats_cell, true},
    {"groups", "Groups", 8, groups_cell, true},
    {"singles", "One by one", 8, singles_cell, true},
    {"cost_pounds", "Cost", 13, cost_cell, true},
    {"seat_pounds", "Price of a seat", 11, seat_price_cell, true},
    {"group_seats", "Seats in a group", 9, group_seats_cell, true},
    {"group_pounds", "Price of a group", 12, group_price_cell, true},
    {"source", "Who gives the price", 34, source_cell, false},
    {"as_of", "As of", 12, as_of_cell, false},
    {"assumed", "Assumed", 10, assumed_cell, false},
    {"course", NULL, 0, course_cell, false},
};

static size_t plan_rows(const sg_needs *needs)
{
    return needs->plan != NULL ? needs->plan->buy_count : 0;
}

/* ---- one step away ---- */

static struct needs_cell step_staff_cell(const struct needs_view *view,
                                         size_t row)
{
    return cell_figure(&view->needs->one_step[row].staff);
}

static struct needs_cell step_hidden_cell(const struct needs_view *view,
                                          size_t row)
{
    return cell_yes(view->needs->one_step[row].staff.hidden);
}

static struct needs_cell step_action_cell(const struct needs_view *view,
                                          size_t row)
{
    return cell_text(view->needs->one_step[row].action);
}

static struct needs_cell step_needs_cell(const struct needs_view *view,
                                         size_t row)
{
    const sg_one_step *step = &view->needs->one_step[row];
    return labels_cell(view, step->needs, step->need_count);
}

static const struct needs_column one_step_columns[] = {
    {"staff", "Staff", 9, step_staff_cell, true},
    {"suppressed", NULL, 0, step_hidden_cell, false},
    {"action", "What would do", 44, step_action_cell, false},
    {"needs", "What they lack", 60, step_needs_cell, false},
};

static size_t one_step_rows(const sg_needs *needs)
{
    return needs->one_step_count;
}

/* ---- what runs out ---- */

static const sg_need *expiring_need(const struct needs_view *view, size_t row)
{
    return &view->needs->needs[view->needs->expiring[row].need];
}

static struct needs_cell out_staff_cell(const struct needs_view *view,
                                        size_t row)
{
    return cell_figure(&view->needs->expiring[row].staff);
}

static struct needs_cell out_hidden_cell(const struct needs_view *view,
                                         size_t row)
{
    return cell_yes(view->needs->expiring[row].staff.hidden);
}

static struct needs_cell out_label_cell(const struct needs_view *view,
                                        size_t row)
{
    return cell_text(expiring_need(view, row)->label);
}

static struct needs_cell out_id_cell(const struct needs_view *view, size_t row)
{
    return cell_text(expiring_need(view, row)->id);
}

static const struct needs_column expiring_columns[] = {
    {"staff", "Staff", 9, out_staff_cell, true},
    {"suppressed", NULL, 0, out_hidden_cell, false},
    {"label", "What runs out", 44, out_label_cell, false},
    {"need", "Id", 20, out_id_cell, false},
};

static size_t expiring_rows(const sg_needs *needs)
{
    return needs->expiring_count;
}

/* ---- held by one person only: inside ---- */

static const sg_single_holder *holder_at(const struct needs_view *view,
                                         size_t row)
{
    return &view->needs->single_holders[row];
}

static struct needs_cell holder_person_cell(const struct needs_view *view,
                                            size_t row)
{
    return cell_text(holder_at(view, row)->person);
}

static struct needs_cell holder_label_cell(const struct needs_view *view,
                                           size_t row)
{
    return cell_text(view->needs->needs[holder_at(view, row)->need].label);
}

static struct needs_cell holder_team_cell(const struct needs_view *view,
                                          size_t row)
{
    const char *team = holder_at(view, row)->team;
    return cell_text(team != NULL ? team : "(all teams)");
}

static struct needs_cell holder_id_cell(const struct needs_view *view,
                                        size_t row)
{
    return cell_text(view->needs->needs[holder_at(view, row)->need].id);
}

static const struct needs_column holder_columns[] = {
    {"person", "Person", 18, holder_person_cell, false},
    {"label", "The only one who has", 44, holder_label_cell, false},
    {"team", "In the team", 30, holder_team_cell, false},
    {"need", "Id", 20, holder_id_cell, false},
};

static size_t holder_rows(const sg_needs *needs)
{
    return needs->internal ? needs->single_holder_count : 0;
}

/* ---- who could not be looked at ---- */

static struct needs_cell out_of_it_staff_cell(const struct needs_view *view,
                                              size_t row)
{
    return cell_figure(&view->needs->not_assessed[row].staff);
}

static struct needs_cell out_of_it_hidden_cell(const struct needs_view *view,
                                               size_t row)
{
    return cell_yes(view->needs->not_assessed[row].staff.hidden);
}

static struct needs_cell reason_cell(const struct needs_view *view, size_t row)
{
    return cell_text(view->needs->not_assessed[row].reason);
}

static struct needs_cell sentence_cell(const struct needs_view *view,
                                       size_t row)
{
    return cell_text(view->needs->not_assessed[row].sentence);
}

static const struct needs_column not_assessed_columns[] = {
    {"staff", "Staff", 9, out_of_it_staff_cell, true},
    {"suppressed", NULL, 0, out_of_it_hidden_cell, false},
    {"why", "Why, and what to do", 90, sentence_cell, false},
    {"reason", "Reason", 24, reason_cell, false},
};

static size_t not_assessed_rows(const sg_needs *needs)
{
    return needs->not_assessed_count;
}

/* ---- all of them ---- */

#define TABLE(name, list, count)                                               \
    {                                                                          \
        .file = (name), .columns = (list),                                     \
        .column_count = sizeof(list) / sizeof((list)[0]), .rows = (count)      \
    }

const struct needs_table *needs_table_at(int id)
{
    static const struct needs_table
        plan = TABLE("plan.csv", plan_columns, plan_rows),
        one_step = TABLE("one-step.csv", one_step_columns, one_step_rows),
        expiring = TABLE("expiring.csv", expiring_columns, expiring_rows),
        holders = TABLE("single-holders.csv", holder_columns, holder_rows),
        not_assessed =
            TABLE("not-assessed.csv", not_assessed_columns, not_assessed_rows);
    static const struct needs_table *const all[TABLES] = {
        [TABLE_SUMMARY] = &needs_summary_table,
        [TABLE_NEEDS] = &needs_needs_table,
        [TABLE_GROUPS] = &needs_groups_table,
        [TABLE_PLAN] = &plan,
        [TABLE_ONE_STEP] = &one_step,
        [TABLE_EXPIRING] = &expiring,
        [TABLE_HOLDERS] = &holders,
        [TABLE_NOT_ASSESSED] = &not_assessed,
        [TABLE_NOTES] = &needs_notes_table,
    };
    return all[id];
}

bool needs_table_told(const struct needs_table *table, const sg_needs *needs,
                      size_t row)
{
    return table->told == NULL || table->told(needs, row);
}

struct needs_cell needs_table_cell(const struct needs_view *view,
                                   const struct needs_table *table, size_t row,
                                   size_t column)
{
    struct needs_cell cell = table->columns[column].cell(view, row);
    if (cell.kind == CELL_TEXT)
        cell.text = needs_clean(view->arena, cell.text);
    return cell;
}
