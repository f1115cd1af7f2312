/* SPDX-License-Identifier: MIT */
/* When a set of acts makes requirements true, and what it takes. */
#include "ways/solve_inside.h"

#include <math.h>
#include <stddef.h>

enum { PARTS_MOST = 256 };

static uint32_t later(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

/* The n-th earliest of some months. The list is short and is sorted. */
static uint32_t nth_earliest(uint32_t *months, uint32_t count, uint32_t n)
{
    if (n == 0)
        return 0;
    if (n > count)
        return MONTHS_NEVER;
    for (uint32_t i = 1; i < count; i++)
        for (uint32_t j = i; j > 0 && months[j] < months[j - 1]; j--) {
            const uint32_t swap = months[j];
            months[j] = months[j - 1];
            months[j - 1] = swap;
        }
    return months[n - 1];
}

/* After how many months a term is true when each act of `set` is done after
 * `finish` months. */
uint32_t solve_ready(const struct problem *problem, const struct act_set *set,
                     const uint32_t *finish, uint32_t at)
{
    const struct term *term = &problem->terms[at];
    uint32_t parts[PARTS_MOST];
    uint32_t count = 0;
    uint32_t months =
        term->op == TERM_TRUE || term->op == TERM_ALL ? 0 : MONTHS_NEVER;

    for (uint32_t i = 0; i < term->act_count; i++) {
        const uint32_t act = problem->act_refs[term->first_act + i];
        if (act_set_has(set, act) && finish[act] < months)
            months = finish[act];
    }
    for (uint32_t p = at + 1; p < term->end; p = problem->terms[p].end) {
        const uint32_t part = solve_ready(problem, set, finish, p);
        if (term->op == TERM_ALL)
            months = later(months, part);
        else if (count < PARTS_MOST)
            parts[count++] = part;
    }
    return term->op == TERM_AT_LEAST ? nth_earliest(parts, count, term->n)
                                     : months;
}

/* When each act of a set is done, its own requirement first. Acts that only
 * require each other are never done, so that one begins from never and lets
 * the months come down. */
void solve_finish_all(const struct problem *problem, const struct act_set *set,
                      uint32_t finish[ACTS_MOST])
{
    bool changed = true;

    for (uint32_t i = 0; i < problem->act_count; i++)
        finish[i] = MONTHS_NEVER;
    while (changed) {
        changed = false;
        for (uint32_t i = 0; i < problem->act_count; i++) {
            if (!act_set_has(set, i))
                continue;
            const struct act_cost *act = &problem->acts[i];
            const uint32_t before =
                act->requires == NO_TERM
                    ? 0
                    : solve_ready(problem, set, finish, act->requires);
            if (before == MONTHS_NEVER || before + act->months >= finish[i])
                continue;
            finish[i] = before + act->months;
            changed = true;
        }
    }
}

/* ---- what a set takes ---- */

uint32_t solve_months_of_hours(uint64_t hours, double hours_per_month)
{
    return (uint32_t)ceil((double)hours / hours_per_month - 1e-9);
}

static void add_act(struct solve_sum *sum, const struct act_cost *act)
{
    sum->elsewhere += act->elsewhere;
    sum->off_the_job += act->off_the_job;
    sum->unsuited += act->unsuited;
    sum->pence += act->pence;
    sum->hours += act->hours;
    sum->count++;
}

/* All but the months. */
struct solve_sum solve_add_up(const struct problem *problem,
                              const struct act_set *set)
{
    struct solve_sum sum = {0};

    for (uint32_t i = 0; i < problem->act_count; i++)
        if (act_set_has(set, i))
            add_act(&sum, &problem->acts[i]);
    return sum;
}

/* How long a set takes until every root is true: its acts side by side, and
 * no sooner than so many hours of study are done. */
uint32_t solve_months_of(const struct problem *problem,
                         const struct act_set *set, const uint32_t *finish,
                         uint64_t hours)
{
    uint32_t months = solve_months_of_hours(hours, problem->hours_per_month);

    for (uint32_t i = 0; i < problem->root_count; i++)
        months =
            later(months, solve_ready(problem, set, finish, problem->roots[i]));
    return months;
}

struct solve_sum solve_sum_of(const struct problem *problem,
                              const struct act_set *acts)
{
    struct solve_sum sum = solve_add_up(problem, acts);
    uint32_t finish[ACTS_MOST];

    solve_finish_all(problem, acts, finish);
    sum.months = solve_months_of(problem, acts, finish, sum.hours);
    /* What is begun has to be possible too. */
    for (uint32_t i = 0; i < problem->act_count; i++)
        if (act_set_has(acts, i) && finish[i] == MONTHS_NEVER)
            sum.months = MONTHS_NEVER;
    return sum;
}

bool solve_is_ready(const struct problem *problem, const struct act_set *acts)
{
    uint32_t finish[ACTS_MOST];

    solve_finish_all(problem, acts, finish);
    return solve_months_of(problem, acts, finish, 0) != MONTHS_NEVER;
}

uint32_t solve_start_of(const struct problem *problem,
                        const struct act_set *acts, uint32_t act)
{
    uint32_t finish[ACTS_MOST];

    if (problem->acts[act].requires == NO_TERM)
        return 0;
    solve_finish_all(problem, acts, finish);
    return solve_ready(problem, acts, finish, problem->acts[act].requires);
}

static int compare(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

int solve_compare(enum solve_aim aim, const struct solve_sum *a,
                  const struct solve_sum *b)
{
    const int elsewhere = compare(a->elsewhere, b->elsewhere);
    const int study = compare(a->off_the_job, b->off_the_job);
    const int pence = compare(a->pence, b->pence);
    const int far = compare(a->unsuited, b->unsuited);
    const int months = compare(a->months, b->months);
    const int count = compare(a->count, b->count);
    const int orders[][6] = {
        [SOLVE_CHEAPEST] = {elsewhere, pence, far, months, count},
        [SOLVE_QUICKEST] = {elsewhere, months, pence, far, count},
        [SOLVE_ON_THE_JOB] = {elsewhere, study, pence, far, months, count},
    };

    for (size_t i = 0; i < 6; i++)
        if (orders[aim][i] != 0)
            return orders[aim][i];
    return 0;
}
