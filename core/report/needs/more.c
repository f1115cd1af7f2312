/* SPDX-License-Identifier: MIT */
/* The needs of a workforce, in words: who is near, what runs out, what a budget
 * buys first, and what it all costs. */
#include "report/needs/inside.h"
#include "report/shared.h"

#include <stdio.h>
#include <string.h>

enum { LEAD_ROOM = FIGURE_ROOM + 8, LEAD_INDENT = 9 };

/* A number of people in front of what is said about them. */
static void staff_item(struct page *page, const sg_figure *staff,
                       const char *words)
{
    char lead[LEAD_ROOM];
    char number[FIGURE_ROOM];
    (void)snprintf(lead, sizeof(lead), "%7s  ",
                   needs_figure_text(staff, number));
    page_item(page, 0, lead, STYLE_STRONG, "%s", words);
}

static void label_items(struct page *page, size_t indent, const sg_needs *needs,
                        const size_t *places, size_t count)
{
    for (size_t i = 0; i < count; i++)
        page_item(page, indent, "- ", STYLE_PLAIN, "%s",
                  text_or_none(needs->needs[places[i]].label));
}

void needs_one_step_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    if (needs->one_step_count == 0)
        return;
    page_text(page, 0,
              "These people lack what one thing would give them, and nothing "
              "else that is essential.");
    for (size_t i = 0; i < needs->one_step_count; i++) {
        const sg_one_step *step = &needs->one_step[i];
        staff_item(page, &step->staff,
                   step->action != NULL ? step->action
                                        : "Nothing is known that gives them:");
        label_items(page, LEAD_INDENT, needs, step->needs, step->need_count);
    }
}

void needs_holders_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    if (!needs->internal || needs->single_holder_count == 0)
        return;
    page_text(page, 0,
              "Of the people who were looked at, nobody else there is known to "
              "have it. Those who have to be asked may have it, and so may "
              "those who are in the target role already. Names stay inside.");
    for (size_t i = 0; i < needs->single_holder_count; i++) {
        const sg_single_holder *holder = &needs->single_holders[i];
        page_item(page, 2, "- ", STYLE_PLAIN, "%s, %s: %s",
                  text_or_none(needs->needs[holder->need].label),
                  holder->team != NULL ? holder->team : "in all teams",
                  text_or_none(holder->person));
    }
}

void needs_expiring_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    if (needs->expiring_count == 0)
        return;
    page_heading(page, '-', "What runs out within %d days", SG_EXPIRING_DAYS);
    for (size_t i = 0; i < needs->expiring_count; i++)
        staff_item(page, &needs->expiring[i].staff,
                   text_or_none(needs->needs[needs->expiring[i].need].label));
}

void needs_becoming_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    for (size_t i = 0; i < needs->need_count; i++) {
        const sg_need *need = &needs->needs[i];
        char unmet[FIGURE_ROOM];
        if (need->becomes_essential_at == NULL)
            continue;
        page_item(page, 2, "- ", STYLE_PLAIN, "%s: for %s. Unmet now: %s.",
                  text_or_none(need->label), need->becomes_essential_at,
                  needs_figure_text(&need->all.unmet, unmet));
    }
}

/* ---- the plan ---- */

/* "12 seats: 1 group of up to 10 at £8,000, 2 one by one at £950 each". */
static void seats_text(struct page *page, size_t indent,
                       const struct origins *origins, const sg_buy *buy)
{
    const sg_sourced from = {
        .source = buy->source, .as_of = buy->as_of, .assumed = buy->assumed};
    char seats[FIGURE_ROOM];
    char number[FIGURE_ROOM];
    char price[MONEY_ROOM];
    char note[ORIGIN_ROOM];
    struct buffer out = {0};
    buffer_printf(&out, "%s seat%s", needs_number_text(buy->seats, seats),
                  plural(buy->seats));
    if (buy->groups > 0)
        buffer_printf(&out, ": %s group%s of up to %u at %s each",
                      needs_number_text(buy->groups, number),
                      plural(buy->groups), (unsigned)buy->group_seats,
                      needs_pounds_text(buy->group_pence, price));
    if (buy->singles > 0)
        buffer_printf(&out, "%s%s one by one at %s each",
                      buy->groups > 0 ? ", and " : ": ",
                      needs_number_text(buy->singles, number),
                      needs_pounds_text(buy->seat_pence, price));
    if (out.failed)
        page->out.failed = true;
    else
        page_text(page, indent, "%s%s.", out.data,
                  origins_note(origins, &from, note));
    buffer_done(&out);
}

/* Whether somebody has to agree that what is bought counts. */
static bool is_asked_first(const sg_needs *needs, const sg_buy *buy)
{
    for (size_t i = 0; i < buy->need_count; i++) {
        const sg_need_price *price = &needs->needs[buy->needs[i]].price;
        if (price->ask_first && price->course && buy->course &&
            strcmp(price->course, buy->course) == 0)
            return true;
    }
    return false;
}

static void buy_text(struct page *page, const struct needs_told *told,
                     size_t number)
{
    const sg_buy *buy = &told->needs->plan->buys[number];
    char lead[LEAD_ROOM];
    char cost[MONEY_ROOM];
    const int in = snprintf(lead, sizeof(lead), "%zu. ", number + 1);
    page_item(page, 2, lead, STYLE_STRONG, "%s: %s%s", text_or_none(buy->label),
              needs_pounds_text(buy->cost_pence, cost),
              buy->statutory ? ". The law asks for it" : "");
    seats_text(page, 2 + (size_t)in, &told->origins, buy);
    if (is_asked_first(told->needs, buy))
        page_text(page, 2 + (size_t)in,
                  "Ask the manager first whether it counts.");
    page_text(page, 2 + (size_t)in, "It gives:");
    label_items(page, 2 + (size_t)in, told->needs, buy->needs, buy->need_count);
}

/* How good the plan is, and what the usual way of buying would do. */
static void proof_text(struct page *page, const sg_needs_plan *plan)
{
    char bound[FIGURE_ROOM];
    char number[FIGURE_ROOM];
    char spent[MONEY_ROOM];
    if (plan->optimal)
        page_text(page, 0,
                  "This is proved best: no other purchases make more people "
                  "ready for this money.");
    else
        page_text(page, 0,
                  "There were too many combinations to try them all. Proved: "
                  "no purchases make more than %s people ready, %s more than "
                  "these do.",
                  needs_number_text(plan->bound, bound),
                  needs_number_text(plan->bound - plan->more, number));
    page_text(page, 0,
              "Buying the best value first would make %s ready, for %s.",
              needs_number_text(plan->greedy_more, number),
              needs_pounds_text(plan->greedy_pence, spent));
}

static void outcome_text(struct page *page, const sg_needs *needs)
{
    const sg_needs_plan *plan = needs->plan;
    char before[FIGURE_ROOM];
    char after[FIGURE_ROOM];
    char number[FIGURE_ROOM];
    char spent[MONEY_ROOM];
    char budget[MONEY_ROOM];
    needs_pounds_text(plan->spent_pence, spent);
    needs_pounds_text(plan->budget_pence, budget);
    page_text(page, 0,
              "Spent: %s of %s. It makes %s %s ready. Ready before: %s. Ready "
              "after: %s.",
              spent, budget, needs_number_text(plan->more, number),
              plan->more == 1 ? "person" : "people",
              needs_figure_text(&plan->eligible_before, before),
              needs_figure_text(&plan->eligible_after, after));
    if (!needs->internal)
        page_text(page, 0,
                  "Looked at for this: %s people, those whose set of needs may "
                  "be told.",
                  needs_figure_text(&plan->considered, number));
    proof_text(page, plan);
}

const char needs_plan_kept_back[] =
    "Not told: it would say how needs go together in single people, and small "
    "numbers could be worked out from that. --internal tells it.";

void needs_plan_text(struct page *page, const void *subject)
{
    const struct needs_told *told = subject;
    const sg_needs_plan *plan = told->needs->plan;
    char budget[MONEY_ROOM];
    if (!told->needs->has_budget)
        return;
    page_heading(page, '-', "What %s buys first",
                 needs_pounds_text(told->needs->budget_pence, budget));
    if (plan == NULL) {
        page_text(page, 0, needs_plan_kept_back);
        return;
    }
    outcome_text(page, told->needs);
    if (plan->buy_count == 0)
        page_text(page, 0,
                  "Nothing is bought: nothing that is needed can be "
                  "had for this money.");
    for (size_t i = 0; i < plan->buy_count; i++)
        buy_text(page, told, i);
}

/* ---- costs ---- */

static void price_text(struct page *page, const struct origins *origins,
                       const sg_need *need)
{
    const sg_need_price *price = &need->price;
    const sg_sourced from = {.source = price->source,
                             .as_of = price->as_of,
                             .assumed = price->assumed};
    char pounds[MONEY_ROOM];
    char note[ORIGIN_ROOM];
    struct buffer out = {0};
    buffer_printf(&out, "%s: %s a seat", text_or_none(price->label),
                  needs_pounds_text(price->seat_pence, pounds));
    if (price->group_seats > 0)
        buffer_printf(&out, ", or %s for a group of up to %u",
                      needs_pounds_text(price->group_pence, pounds),
                      (unsigned)price->group_seats);
    buffer_printf(&out, "%s.", origins_note(origins, &from, note));
    if (price->hours > 0)
        buffer_printf(&out, " Hours: %u.", (unsigned)price->hours);
    if (price->months > 0)
        buffer_printf(&out, " Months: %u.", (unsigned)price->months);
    if (price->ask_first)
        buffer_puts(&out, " Ask first whether it counts.");
    if (price->others)
        buffer_puts(&out, " There are other ways.");
    if (out.failed)
        page->out.failed = true;
    else {
        page_item(page, 2, "- ", STYLE_PLAIN, "%s", text_or_none(need->label));
        page_text(page, 4, "%s", out.data);
    }
    buffer_done(&out);
}

/* A need of nobody needs no price. */
static bool is_priced(const sg_need *need)
{
    return need->price.known && needs_somebody(&need->all);
}

static void no_price_text(struct page *page, const sg_needs *needs)
{
    bool told = false;
    for (size_t i = 0; i < needs->need_count; i++) {
        const sg_need *need = &needs->needs[i];
        if (need->price.known || !needs_somebody(&need->all))
            continue;
        if (!told)
            page_text(page, 0, "No course is known for:");
        told = true;
        page_item(page, 2, "- ", STYLE_PLAIN, "%s", text_or_none(need->label));
    }
}

void needs_costs_text(struct page *page, const void *subject)
{
    const struct needs_told *told = subject;
    const sg_needs *needs = told->needs;
    if (told->origins.source_count > 0)
        page_text(page, 0,
                  "To the council, before funding. A number in brackets names "
                  "the source below; \"assumed\" means that no source gives "
                  "the figure for just this.");
    for (size_t i = 0; i < needs->need_count; i++)
        if (is_priced(&needs->needs[i]))
            price_text(page, &told->origins, &needs->needs[i]);
    no_price_text(page, needs);
    origins_sources_text(page, &told->origins);
}
