/* SPDX-License-Identifier: MIT */
/* The summary of a workforce's needs as a table: one figure a row. */
#include "report/needs/inside.h"
#include "report/needs/table.h"
#include "report/shared.h"

/* One row: its name for programs, for people, and its value. */
struct item {
    const char *name;
    const char *title;
    struct needs_cell (*value)(const struct needs_view *view);
    enum { ALWAYS, WITH_BUDGET, WITH_PLAN } when;
};

static struct needs_cell title_value(const struct needs_view *view)
{
    char title[NEEDS_TITLE_ROOM];
    return cell_text(
        arena_strdup(view->arena, needs_title(view->needs, title)));
}

static struct needs_cell use_value(const struct needs_view *view)
{
    return cell_text(view->needs->internal
                         ? NEEDS_BANNER
                         : "may be published: small counts are left out");
}

static struct needs_cell target_value(const struct needs_view *view)
{
    return cell_text(needs_target_word(view->needs));
}

static struct needs_cell today_value(const struct needs_view *view)
{
    return cell_text(view->needs->today);
}

static struct needs_cell staff_value(const struct needs_view *view)
{
    return cell_figure(&view->needs->staff);
}

static struct needs_cell assessed_value(const struct needs_view *view)
{
    return cell_figure(&view->needs->assessed);
}

static struct needs_cell eligible_value(const struct needs_view *view)
{
    return cell_figure(&view->needs->eligible);
}

static struct needs_cell cost_value(const struct needs_view *view)
{
    return cell_pence(&view->needs->cost_pence);
}

static struct needs_cell assumed_value(const struct needs_view *view)
{
    return cell_text(view->needs->assumed ? "yes" : "no");
}

static struct needs_cell rejected_value(const struct needs_view *view)
{
    return cell_figure(&view->needs->rejected_rows);
}

static struct needs_cell several_value(const struct needs_view *view)
{
    return cell_figure(&view->needs->several_posts);
}

static struct needs_cell budget_value(const struct needs_view *view)
{
    return cell_pounds(view->needs->budget_pence);
}

static struct needs_cell spent_value(const struct needs_view *view)
{
    return cell_pounds(view->needs->plan->spent_pence);
}

static struct needs_cell before_value(const struct needs_view *view)
{
    return cell_figure(&view->needs->plan->eligible_before);
}

static struct needs_cell after_value(const struct needs_view *view)
{
    return cell_figure(&view->needs->plan->eligible_after);
}

static struct needs_cell considered_value(const struct needs_view *view)
{
    return cell_figure(&view->needs->plan->considered);
}

static struct needs_cell optimal_value(const struct needs_view *view)
{
    return cell_text(view->needs->plan->optimal ? "yes" : "no");
}

static struct needs_cell more_value(const struct needs_view *view)
{
    return cell_number(view->needs->plan->more);
}

static struct needs_cell bound_value(const struct needs_view *view)
{
    return cell_number(view->needs->plan->bound);
}

static struct needs_cell greedy_value(const struct needs_view *view)
{
    return cell_number(view->needs->plan->greedy_more);
}

static struct needs_cell greedy_cost_value(const struct needs_view *view)
{
    return cell_pounds(view->needs->plan->greedy_pence);
}

static const struct item items[] = {
    {"title", "What this is about", title_value, ALWAYS},
    {"use", "Who may see it", use_value, ALWAYS},
    {"target", "Target", target_value, ALWAYS},
    {"today", "For the day", today_value, ALWAYS},
    {"staff", "Staff in the exports", staff_value, ALWAYS},
    {"assessed", "Looked at", assessed_value, ALWAYS},
    {"eligible", "Ready now: no essential point is unmet", eligible_value,
     ALWAYS},
    {"cost_pounds", "Training for all essential needs", cost_value, ALWAYS},
    {"assumed", "Some figures are assumed: no source gives them", assumed_value,
     ALWAYS},
    {"rejected_rows", "Rows that could not be used", rejected_value, ALWAYS},
    {"several_posts", "People with more than one post", several_value, ALWAYS},
    {"budget_pounds", "Budget", budget_value, WITH_BUDGET},
    {"spent_pounds", "Spent of it", spent_value, WITH_PLAN},
    {"more", "People whom it makes ready", more_value, WITH_PLAN},
    {"eligible_before", "Ready before", before_value, WITH_PLAN},
    {"eligible_after", "Ready after", after_value, WITH_PLAN},
    {"considered", "People whom the plan looked at", considered_value,
     WITH_PLAN},
    {"optimal", "Proved best", optimal_value, WITH_PLAN},
    {"bound", "At most, for this money, proved", bound_value, WITH_PLAN},
    {"greedy_more", "Made ready when the best value is bought first",
     greedy_value, WITH_PLAN},
    {"greedy_pounds", "Spent when the best value is bought first",
     greedy_cost_value, WITH_PLAN},
};

static struct needs_cell name_cell(const struct needs_view *view, size_t row)
{
    (void)view;
    return cell_text(items[row].name);
}

static struct needs_cell title_cell(const struct needs_view *view, size_t row)
{
    (void)view;
    return cell_text(items[row].title);
}

static struct needs_cell value_cell(const struct needs_view *view, size_t row)
{
    return items[row].value(view);
}

static struct needs_cell hidden_cell(const struct needs_view *view, size_t row)
{
    return cell_yes(items[row].value(view).kind == CELL_HIDDEN);
}

static const struct needs_column columns[] = {
    {"item", NULL, 0, name_cell, false},
    {"meaning", "Answer", 46, title_cell, false},
    {"value", "Value", 16, value_cell, true},
    {"suppressed", NULL, 0, hidden_cell, false},
};

static size_t item_rows(const sg_needs *needs)
{
    (void)needs;
    return sizeof(items) / sizeof(items[0]);
}

static bool item_told(const sg_needs *needs, size_t row)
{
    switch (items[row].when) {
    case WITH_BUDGET:
        return needs->has_budget;
    case WITH_PLAN:
        return needs->plan != NULL;
    default:
        return true;
    }
}

const struct needs_table needs_summary_table = {
    .file = "summary.csv",
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .rows = item_rows,
    .told = item_told,
};
