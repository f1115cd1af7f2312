/* SPDX-License-Identifier: MIT */
/* The order of the search: first how many people, then for how little. */
#include "workforce/buy.h"

#include "base/fault.h"
#include "workforce/buy_search.h"

#include <stdlib.h>

enum { NUMBERS_OF_STEP = 1000 };

/* ---- plans ---- */

void buy_plan_done(struct buy_plan *plan)
{
    free(plan->taken);
    *plan = (struct buy_plan){0};
}

/* One piece of memory for all lists. */
static bool plan_init(struct buy_plan *plan, const struct buy_problem *problem)
{
    const size_t count = problem->option_count + 3 * problem->item_count;

    *plan = (struct buy_plan){0};
    plan->taken = calloc(count + 1, sizeof(*plan->taken));
    if (!plan->taken) /* memory */
        return false;
    plan->seats = plan->taken + problem->option_count;
    plan->groups = plan->seats + problem->item_count;
    plan->singles = plan->groups + problem->item_count;
    return true;
}

static void count_seats(const struct buy_problem *problem,
                        struct buy_plan *plan)
{
    for (size_t o = 0; o < problem->option_count; o++)
        for (uint32_t i = 0; i < problem->options[o].count; i++)
            plan->seats[problem->set[problem->options[o].first + i]] +=
                plan->taken[o];
}

/* The cheapest way to so many seats; of equal ones that with fewer groups. */
static uint64_t buy_seats(const struct buy_item *item, uint32_t seats,
                          uint32_t *groups, uint32_t *singles)
{
    uint32_t rest = seats;

    *groups = 0;
    if (item->group_seats > 0 &&
        item->group_pence < (uint64_t)item->group_seats * item->seat_pence) {
        *groups = seats / item->group_seats;
        rest = seats % item->group_seats;
        if ((uint64_t)rest * item->seat_pence > item->group_pence) {
            (*groups)++;
            rest = 0;
        }
    }
    *singles = rest;
    return (uint64_t)*groups * item->group_pence +
           (uint64_t)rest * item->seat_pence;
}

static void fill_plan(const struct basket *basket, struct buy_plan *plan)
{
    const struct market *market = basket->market;
    const struct buy_problem *problem = market->problem;

    for (uint32_t o = 0; o < market->choice_count; o++) {
        plan->taken[market->choices[o].option] = (uint32_t)basket->taken[o];
        plan->eligible += (uint64_t)basket->taken[o];
    }
    count_seats(problem, plan);
    for (size_t i = 0; i < problem->item_count; i++)
        plan->spent_pence += buy_seats(&problem->items[i], plan->seats[i],
                                       &plan->groups[i], &plan->singles[i]);
}

/* ---- searching ---- */

static uint64_t numbers_for(const struct buy_problem *problem)
{
    const uint64_t steps =
        problem->step_limit ? problem->step_limit : BUY_STEPS;

    return steps < UINT64_MAX / NUMBERS_OF_STEP ? steps * NUMBERS_OF_STEP
                                                : UINT64_MAX;
}

/* How many people: from below a plan for one more is looked for, from above it
 * is shown that there is none for so many. Each with little effort first; where
 * that does not tell, with more. */
static enum search_end find_people(struct search *search, int64_t *most,
                                   uint64_t looked_most)
{
    uint64_t effort = looked_most / 64 + 1;
    bool from_above = false;

    while (search->best.people < *most && search->looked < looked_most) {
        const int64_t people = from_above ? *most : search->best.people + 1;
        uint64_t until = looked_most;
        if (people < *most || from_above)
            until = effort < looked_most - search->looked
                        ? search->looked + effort
                        : looked_most;
        const enum search_end end =
            search_run(search, people, search->market->budget, false, until);
        if (end == SEARCH_MEMORY)
            return end;
        if (end == SEARCH_NONE)
            *most = people - 1;
        if (end != SEARCH_LIMIT)
            continue;
        if (from_above)
            effort *= 2;
        from_above = !from_above && people < *most;
    }
    return SEARCH_NONE;
}

/* For how little. Whoever looks for that may come upon a plan for more people,
 * and then has to begin again. */
static enum search_end find_cost(struct search *search, uint64_t looked_most)
{
    for (;;) {
        const int64_t people = search->best.people;
        const enum search_end end =
            search_run(search, people, search->best.cost, true, looked_most);
        if (search->best.people == people || end == SEARCH_MEMORY)
            return end;
    }
}

static void fill_proved(const struct search *search, int64_t most,
                        bool cheapest, struct buy_plan *plan)
{
    plan->bound = (uint64_t)most;
    plan->optimal = plan->eligible == plan->bound;
    plan->least_pence = plan->spent_pence;
    if (!cheapest && search->least < search->best.cost)
        plan->least_pence = (uint64_t)search->least * search->market->unit;
    plan->cheapest = plan->least_pence == plan->spent_pence;
    plan->steps = search->looked / NUMBERS_OF_STEP;
}

static sg_status search_best(struct search *search, struct buy_plan *plan,
                             sg_error *reterr)
{
    const struct market *market = search->market;
    const uint64_t looked_most = numbers_for(market->problem);
    int64_t most = market->people;
    enum search_end end = SEARCH_LIMIT;

    search->looked +=
        basket_fill(&search->best, market->people, market->budget, true);
    if (!search_bound(search, &most))
        return fault_memory(reterr);
    if (!search->too_large)
        end = find_people(search, &most, looked_most - looked_most / 4);
    if (!search->too_large && end == SEARCH_NONE)
        end = find_cost(search, looked_most);
    if (end == SEARCH_MEMORY || search->box.failed)
        return fault_memory(reterr);
    relax_done(search);
    most = most > search->best.people ? most : search->best.people;
    fill_plan(&search->best, plan);
    fill_proved(search, most, end == SEARCH_NONE, plan);
    return SG_OK;
}

/* ---- from outside ---- */

static sg_status check_people(const struct buy_problem *problem,
                              sg_error *reterr)
{
    uint64_t people = 0;

    for (size_t c = 0; c < problem->class_count; c++)
        people += problem->classes[c].people;
    if (people > BUY_PEOPLE_MOST)
        return fault(reterr, SG_INPUT, "people",
                     "There are more than %d people to buy seats for; look at "
                     "a part of them.",
                     BUY_PEOPLE_MOST);
    return SG_OK;
}

sg_status buy_best(const struct buy_problem *problem, struct buy_plan *ret_plan,
                   sg_error *reterr)
{
    struct market market = {0};
    struct search search = {0};

    *ret_plan = (struct buy_plan){0};
    sg_status status = check_people(problem, reterr);
    if (status != SG_OK)
        return status;
    if (!market_init(&market, problem) || !search_init(&search, &market) ||
        !plan_init(ret_plan, problem))
        status = fault_memory(reterr);
    else
        status = search_best(&search, ret_plan, reterr);
    search_done(&search);
    market_done(&market);
    if (status != SG_OK)
        buy_plan_done(ret_plan);
    return status;
}

sg_status buy_greedy(const struct buy_problem *problem,
                     struct buy_plan *ret_plan, sg_error *reterr)
{
    struct market market = {0};
    struct basket basket;

    *ret_plan = (struct buy_plan){0};
    sg_status status = check_people(problem, reterr);
    if (status != SG_OK)
        return status;
    if (!market_init(&market, problem) || !basket_init(&basket, &market) ||
        !plan_init(ret_plan, problem)) {
        status = fault_memory(reterr);
    } else {
        basket_fill(&basket, market.people, market.budget, true);
        fill_plan(&basket, ret_plan);
        ret_plan->bound = (uint64_t)market.people;
        ret_plan->optimal = ret_plan->eligible == ret_plan->bound;
        ret_plan->cheapest = ret_plan->spent_pence == 0;
    }
    market_done(&market);
    return status;
}
