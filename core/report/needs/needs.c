/* SPDX-License-Identifier: MIT */
/* The needs of a workforce: what the report is made of, and its beginning. */
#include "report/needs/inside.h"
#include "report/shared.h"
#include "report/table.h"

#include <stdio.h>

/* ---- what its forms have in common ---- */

static void add_source(struct needs_told *told, const char *source,
                       const char *as_of)
{
    const size_t place = told->origins.source_count;
    if (place == ORIGINS_MOST)
        return;
    told->froms[place] = (sg_sourced){.source = source, .as_of = as_of};
    origins_add_source(&told->origins, &told->froms[place]);
}

void needs_told_init(struct needs_told *told, const sg_needs *needs,
                     const char *by)
{
    *told = (struct needs_told){.needs = needs, .by = by != NULL ? by : "team"};
    for (size_t i = 0; i < needs->need_count; i++)
        if (needs->needs[i].price.known)
            add_source(told, needs->needs[i].price.source,
                       needs->needs[i].price.as_of);
    for (size_t i = 0; needs->plan != NULL && i < needs->plan->buy_count; i++)
        add_source(told, needs->plan->buys[i].source,
                   needs->plan->buys[i].as_of);
}

bool needs_counts_hidden(const sg_need_counts *counts)
{
    return counts->suppressed || counts->unmet.hidden || counts->ask.hidden ||
           counts->met.hidden || counts->rest.hidden ||
           counts->cost_pence.hidden;
}

bool needs_somebody(const sg_need_counts *counts)
{
    return counts->unmet.hidden || counts->ask.hidden ||
           counts->unmet.value > 0 || counts->ask.value > 0;
}

bool needs_lacked(const sg_need_counts *counts)
{
    return counts->unmet.hidden || counts->unmet.value > 0;
}

bool needs_row_told(const sg_need_counts *counts)
{
    return needs_somebody(counts) ||
           (!counts->met.hidden && counts->met.value > 0);
}

const char *needs_target_word(const sg_needs *needs)
{
    if (needs->target == SG_NEEDS_ROLE)
        return needs->to.id;
    return needs->target == SG_NEEDS_NEXT ? "next" : "stated";
}

const char *needs_title(const sg_needs *needs, char out[NEEDS_TITLE_ROOM])
{
    if (needs->target == SG_NEEDS_ROLE)
        (void)snprintf(out, NEEDS_TITLE_ROOM, "What staff need to become %s",
                       text_or_none(needs->to.title));
    else if (needs->target == SG_NEEDS_NEXT)
        (void)snprintf(out, NEEDS_TITLE_ROOM,
                       "What staff need for the next role up");
    else
        (void)snprintf(out, NEEDS_TITLE_ROOM,
                       "What staff need for the roles that they aim at");
    return out;
}

/* ---- as JSON ---- */

static json_t *internal_json(struct maker *maker, const void *subject)
{
    (void)maker;
    return json_boolean(needs_of(subject)->internal);
}

static json_t *today_json(struct maker *maker, const void *subject)
{
    return maker_text(maker, needs_of(subject)->today);
}

static json_t *target_json(struct maker *maker, const void *subject)
{
    return maker_text(maker, needs_target_word(needs_of(subject)));
}

static json_t *needs_to_role_json(struct maker *maker, const void *subject)
{
    return from_role_json(maker, &needs_of(subject)->to);
}

static json_t *staff_json(struct maker *maker, const void *subject)
{
    return needs_figure_json(maker, &needs_of(subject)->staff);
}

static json_t *assessed_json(struct maker *maker, const void *subject)
{
    return needs_figure_json(maker, &needs_of(subject)->assessed);
}

static json_t *budget_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *budget = needs->has_budget
                         ? json_integer((json_int_t)needs->budget_pence)
                         : json_null();
    maker->failed |= budget == NULL;
    return budget;
}

static json_t *combined_json(struct maker *maker, const void *subject)
{
    json_t *flag = json_boolean(needs_of(subject)->combined);
    maker->failed |= flag == NULL;
    return flag;
}

static json_t *eligible_json(struct maker *maker, const void *subject)
{
    return needs_figure_json(maker, &needs_of(subject)->eligible);
}

static json_t *cost_json(struct maker *maker, const void *subject)
{
    return needs_figure_json(maker, &needs_of(subject)->cost_pence);
}

/* Of the figures of the whole. */
static json_t *suppressed_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    (void)maker;
    return json_boolean(needs->staff.hidden || needs->assessed.hidden ||
                        needs->eligible.hidden || needs->cost_pence.hidden ||
                        needs->rejected_rows.hidden ||
                        needs->several_posts.hidden);
}

static json_t *assumed_json(struct maker *maker, const void *subject)
{
    (void)maker;
    return json_boolean(needs_of(subject)->assumed);
}

static json_t *rejected_json(struct maker *maker, const void *subject)
{
    return needs_figure_json(maker, &needs_of(subject)->rejected_rows);
}

static json_t *several_json(struct maker *maker, const void *subject)
{
    return needs_figure_json(maker, &needs_of(subject)->several_posts);
}

static json_t *not_assessed_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < needs->not_assessed_count; i++) {
        const sg_not_assessed *some = &needs->not_assessed[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "reason", some->reason);
        maker_put_text(maker, object, "sentence", some->sentence);
        maker_put(maker, object, "staff",
                  needs_figure_json(maker, &some->staff));
        maker_put_flag(maker, object, "suppressed", some->staff.hidden);
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *becoming_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < needs->need_count; i++) {
        if (needs->needs[i].becomes_essential_at == NULL)
            continue;
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "need", needs->needs[i].id);
        maker_put_text(maker, object, "at",
                       needs->needs[i].becomes_essential_at);
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *sources_json(struct maker *maker, const void *subject)
{
    const struct needs_told *told = subject;
    return origins_sources_json(maker, &told->origins);
}

static json_t *notes_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    return maker_texts(maker, needs->notes, needs->note_count);
}

static json_t *frameworks_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < needs->framework_count; i++)
        maker_add(maker, list, framework_json(maker, &needs->frameworks[i]));
    return list;
}

/* ---- as text ---- */

static void assessed_text(struct page *page, const sg_needs *needs)
{
    char staff[FIGURE_ROOM];
    char assessed[FIGURE_ROOM];
    char eligible[FIGURE_ROOM];
    char cost[MONEY_ROOM] = "-";
    needs_figure_text(&needs->staff, staff);
    needs_figure_text(&needs->assessed, assessed);
    needs_figure_text(&needs->eligible, eligible);
    if (!needs->cost_pence.hidden)
        needs_pounds_text(needs->cost_pence.value, cost);
    page_text(page, 0, "Staff in the exports: %s. Looked at: %s.", staff,
              assessed);
    page_text(page, 0,
              "Ready now: %s. They meet every essential point, but for what "
              "still has to be asked.",
              eligible);
    page_text(page, 0,
              "Training for all essential needs: %s%s, before funding. What no "
              "course is known for is not in it.",
              cost, needs->assumed ? " (assumed)" : "");
}

static void head_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    char title[NEEDS_TITLE_ROOM];
    page_heading(page, '=', "%s", needs_title(needs, title));
    if (needs->internal)
        page_item(page, 0, "", STYLE_STRONG, "%s",
                  NEEDS_BANNER ". Do not publish this or pass it on.");
    if (needs->target == SG_NEEDS_ROLE)
        page_text(page, 0, "Role: %s", text_or_none(needs->to.id));
    page_text(page, 0, "This answer is for %s.", text_or_none(needs->today));
    if (!needs->internal)
        page_text(page, 0,
                  "A number of people from 1 to 4 is shown as -, and so is any "
                  "figure from which one could be worked out.");
    assessed_text(page, needs);
}

static void not_assessed_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    char number[FIGURE_ROOM];
    for (size_t i = 0; i < needs->not_assessed_count; i++) {
        char lead[FIGURE_ROOM + 8];
        (void)snprintf(
            lead, sizeof(lead), "%7s  ",
            needs_figure_text(&needs->not_assessed[i].staff, number));
        page_item(page, 0, lead, STYLE_STRONG, "%s",
                  text_or_none(needs->not_assessed[i].sentence));
    }
    if (needs->rejected_rows.hidden || needs->rejected_rows.value > 0)
        page_text(page, 0, "Rows of the exports that could not be used: %s.",
                  needs_figure_text(&needs->rejected_rows, number));
    if (needs->several_posts.hidden || needs->several_posts.value > 0)
        page_text(page, 0,
                  "People with more than one post: %s. The first of their "
                  "roles that is known counts.",
                  needs_figure_text(&needs->several_posts, number));
}

static void notes_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    for (size_t i = 0; i < needs->note_count; i++)
        page_item(page, 2, "- ", STYLE_PLAIN, "%s", needs->notes[i]);
}

static void frameworks_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    for (size_t i = 0; i < needs->framework_count; i++)
        framework_text_line(page, &needs->frameworks[i]);
}

static const struct report_row rows[] = {
    {"internal", NULL, internal_json, NULL, "target"},
    {"today", NULL, today_json, NULL, "target"},
    {"target", NULL, target_json, head_text, NULL},
    {"to_role", NULL, needs_to_role_json, NULL, "target"},
    {"staff", NULL, staff_json, NULL, "target"},
    {"assessed", NULL, assessed_json, NULL, "target"},
    {"combined", NULL, combined_json, NULL, "target"},
    {"eligible", NULL, eligible_json, NULL, "target"},
    {"cost_pence", NULL, cost_json, NULL, "target"},
    {"assumed", NULL, assumed_json, NULL, "target"},
    {"rejected_rows", NULL, rejected_json, NULL, "not_assessed"},
    {"several_posts", NULL, several_json, NULL, "not_assessed"},
    {"suppressed", NULL, suppressed_json, NULL, "target"},
    {"not_assessed", "Who could not be looked at", not_assessed_json,
     not_assessed_text, NULL},
    {"needs", "What they need", needs_list_json, needs_list_text, NULL},
    {"groups", NULL, needs_groups_json, needs_groups_text, NULL},
    {"one_step", "One step away", needs_one_step_json, needs_one_step_text,
     NULL},
    {"single_holders", "Held by one person only", needs_holders_json,
     needs_holders_text, NULL},
    {"expiring", NULL, needs_expiring_json, needs_expiring_text, NULL},
    {"becomes_essential", "What becomes essential at a next step",
     becoming_json, needs_becoming_text, NULL},
    {"budget_pence", NULL, budget_json, NULL, "plan"},
    {"plan", NULL, needs_plan_json, needs_plan_text, NULL},
    {"sources", "What training costs, and who says so", sources_json,
     needs_costs_text, NULL},
    {"notes", "How this is counted, and what it does not say", notes_json,
     notes_text, NULL},
    {"frameworks", "What this was read from", frameworks_json, frameworks_text,
     NULL},
};

const struct report *report_needs_table(void)
{
    static const struct report report = {
        .kind = "needs",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_needs(const sg_needs *needs, const char *by,
                          const sg_report_options *options, char **ret_text,
                          sg_error *reterr)
{
    struct needs_told told;
    needs_told_init(&told, needs, by);
    return report_write(report_needs_table(), &told, options, ret_text, reterr);
}
