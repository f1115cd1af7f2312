/* SPDX-License-Identifier: MIT */
/* Branch and bound over sets of acts; see solve.h. */
#include "ways/solve.h"

#include "ways/reduce.h"
#include "ways/solve_inside.h"

#include <string.h>

enum { ROOTS_MOST = ACTS_MOST + 64 };

/* One search. */
struct search {
    const struct problem *problem;
    enum solve_aim aim;
    struct act_set done;     /* taken into the set */
    struct act_set left_out; /* tried, and not to be taken below here */
    struct solution *best;
    uint32_t steps;
    bool stopped;
};

/* ---- what is still needed at least ---- */

/* The least that one term adds, for each thing that adds up: an act in the set
 * adds nothing more. */
struct least {
    uint64_t elsewhere, off_the_job, unsuited, pence, hours, count;
};

static const struct least nothing = {0};
static const struct least never = {UINT32_MAX, UINT32_MAX, UINT32_MAX,
                                   UINT32_MAX, UINT32_MAX, UINT32_MAX};

static uint64_t lower(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static struct least lower_each(struct least a, struct least b)
{
    return (struct least){
        lower(a.elsewhere, b.elsewhere), lower(a.off_the_job, b.off_the_job),
        lower(a.unsuited, b.unsuited),   lower(a.pence, b.pence),
        lower(a.hours, b.hours),         lower(a.count, b.count)};
}

static uint64_t higher(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}

static struct least higher_each(struct least a, struct least b)
{
    return (struct least){
        higher(a.elsewhere, b.elsewhere), higher(a.off_the_job, b.off_the_job),
        higher(a.unsuited, b.unsuited),   higher(a.pence, b.pence),
        higher(a.hours, b.hours),         higher(a.count, b.count)};
}

static struct least least_of_act(const struct search *search, uint32_t at)
{
    const struct act_cost *act = &search->problem->acts[at];

    if (act_set_has(&search->done, at))
        return nothing;
    if (act_set_has(&search->left_out, at))
        return never;
    return (struct least){act->elsewhere, act->off_the_job, act->unsuited,
                          act->pence,     act->hours,       1};
}

/* Parts may share acts, so that of several the largest counts and not their
 * sum; for "at least n" the n-th smallest is as much as is sure, which is no
 * less than the smallest. */
static struct least least_of(const struct search *search, uint32_t at)
{
    const struct problem *problem = search->problem;
    const struct term *term = &problem->terms[at];
    struct least least = term->op == TERM_TRUE || term->op == TERM_ALL ||
                                 (term->op == TERM_AT_LEAST && term->n == 0)
                             ? nothing
                             : never;

    for (uint32_t i = 0; i < term->act_count; i++)
        least = lower_each(
            least,
            least_of_act(search, problem->act_refs[term->first_act + i]));
    for (uint32_t p = at + 1; p < term->end; p = problem->terms[p].end)
        least = term->op == TERM_ALL ? higher_each(least, least_of(search, p))
                                     : lower_each(least, least_of(search, p));
    return least;
}

static void acts_below(const struct problem *problem, uint32_t at,
                       struct act_set *set)
{
    for (uint32_t t = at; t < problem->terms[at].end; t++)
        for (uint32_t i = 0; i < problem->terms[t].act_count; i++)
            act_set_add(set,
                        problem->act_refs[problem->terms[t].first_act + i]);
}

static bool sets_meet(const struct act_set *a, const struct act_set *b)
{
    for (size_t i = 0; i < ACT_WORDS; i++)
        if ((a->words[i] & b->words[i]) != 0)
            return true;
    return false;
}

static void set_join(struct act_set *into, const struct act_set *from)
{
    for (size_t i = 0; i < ACT_WORDS; i++)
        into->words[i] |= from->words[i];
}

/* Requirements that share no act need acts of their own: their least adds up.
 * Of those that share one, the largest counts. */
struct groups {
    struct act_set acts[ROOTS_MOST];
    struct least least[ROOTS_MOST];
    uint32_t count;
};

static void group_add(struct groups *groups, const struct search *search,
                      uint32_t term)
{
    struct act_set acts = {0};
    struct least least = least_of(search, term);
    uint32_t kept = 0;

    acts_below(search->problem, term, &acts);
    for (uint32_t i = 0; i < groups->count; i++) {
        if (sets_meet(&groups->acts[i], &acts)) {
            set_join(&acts, &groups->acts[i]);
            least = higher_each(least, groups->least[i]);
            continue;
        }
        groups->acts[kept] = groups->acts[i];
        groups->least[kept++] = groups->least[i];
    }
    groups->acts[kept] = acts;
    groups->least[kept] = least;
    groups->count = kept + 1;
}

static bool is_ready(const struct search *search, const uint32_t *finish,
                     uint32_t term)
{
    return solve_ready(search->problem, &search->done, finish, term) !=
           MONTHS_NEVER;
}

/* No set that goes on from here is better than this. */
static struct solve_sum bound(const struct search *search,
                              const uint32_t *finish)
{
    const struct problem *problem = search->problem;
    struct solve_sum sum = solve_add_up(problem, &search->done);
    struct act_set allowed = {0};
    struct groups groups;        /* large: what is not counted is not set */
    uint32_t soonest[ACTS_MOST]; /* with all that is not left out */

    groups.count = 0;
    for (uint32_t i = 0; i < problem->root_count; i++)
        if (!is_ready(search, finish, problem->roots[i]))
            group_add(&groups, search, problem->roots[i]);
    for (uint32_t i = 0; i < problem->act_count; i++) {
        if (!act_set_has(&search->left_out, i))
            act_set_add(&allowed, i);
        if (act_set_has(&search->done, i) && finish[i] == MONTHS_NEVER)
            group_add(&groups, search, problem->acts[i].requires);
    }
    for (uint32_t i = 0; i < groups.count; i++) {
        sum.elsewhere += (uint32_t)groups.least[i].elsewhere;
        sum.off_the_job += (uint32_t)groups.least[i].off_the_job;
        sum.unsuited += (uint32_t)groups.least[i].unsuited;
        sum.pence += groups.least[i].pence;
        sum.hours += groups.least[i].hours;
        sum.count += (uint32_t)groups.least[i].count;
    }
    solve_finish_all(problem, &allowed, soonest);
    sum.months = solve_months_of(problem, &allowed, soonest, sum.hours);
    return sum;
}

/* ---- the search ---- */

/* Collects the acts that could make a false term true: those in its false
 * leaves, and what an act that was taken already still waits for. */
static void candidates(const struct search *search, const uint32_t *finish,
                       uint32_t at, struct act_set *seen,
                       struct act_set *ret_acts)
{
    const struct problem *problem = search->problem;
    const struct term *term = &problem->terms[at];

    if (is_ready(search, finish, at))
        return;
    for (uint32_t i = 0; i < term->act_count; i++) {
        const uint32_t act = problem->act_refs[term->first_act + i];
        if (!act_set_has(&search->done, act)) {
            if (!act_set_has(&search->left_out, act))
                act_set_add(ret_acts, act);
        } else if (!act_set_has(seen, act)) {
            act_set_add(seen, act);
            candidates(search, finish, problem->acts[act].requires, seen,
                       ret_acts);
        }
    }
    for (uint32_t p = at + 1; p < term->end; p = problem->terms[p].end)
        candidates(search, finish, p, seen, ret_acts);
}

/* The first requirement that is not true yet, or NO_TERM. */
static uint32_t first_false(const struct search *search, const uint32_t *finish)
{
    const struct problem *problem = search->problem;

    for (uint32_t i = 0; i < problem->root_count; i++)
        if (!is_ready(search, finish, problem->roots[i]))
            return problem->roots[i];
    for (uint32_t i = 0; i < problem->act_count; i++)
        if (act_set_has(&search->done, i) && finish[i] == MONTHS_NEVER)
    return problem->acts[i].requires;
    return NO_TERM;
}

static bool can_beat(const struct search *search, const struct solve_sum *least)
{
    return least->months != MONTHS_NEVER &&
           (!search->best->found ||
            solve_compare(search->aim, least, &search->best->sum) < 0);
}

static void keep(struct search *search)
{
    const struct solve_sum sum = solve_sum_of(search->problem, &search->done);

    if (!can_beat(search, &sum))
        return;
    search->best->found = true;
    search->best->acts = search->done;
    search->best->sum = sum;
}

/* The acts that are worth trying next. When nothing is missing any more, every
 * other one: it may still make the whole quicker. */
static struct act_set next_acts(const struct search *search,
                                const uint32_t *finish, uint32_t missing)
{
    const struct problem *problem = search->problem;
    struct act_set seen = {0};
    struct act_set acts = {0};

    if (missing != NO_TERM)
        candidates(search, finish, missing, &seen, &acts);
    for (uint32_t i = 0; missing == NO_TERM && i < problem->act_count; i++)
        if (!act_set_has(&search->done, i) &&
            !act_set_has(&search->left_out, i))
            act_set_add(&acts, i);
    return acts;
}

static void step(struct search *search);

/* Takes each of the acts in turn, without those tried before it. */
static void try_each(struct search *search, const struct act_set *acts)
{
    struct act_set tried = {0};

    for (uint32_t i = 0; i < search->problem->act_count && !search->stopped;
         i++) {
        if (!act_set_has(acts, i))
            continue;
        act_set_add(&search->done, i);
        step(search);
        act_set_remove(&search->done, i);
        act_set_add(&search->left_out, i);
        act_set_add(&tried, i);
    }
    for (size_t i = 0; i < ACT_WORDS; i++)
        search->left_out.words[i] &= ~tried.words[i];
}

static void step(struct search *search)
{
    const struct problem *problem = search->problem;
    uint32_t finish[ACTS_MOST];

    if (problem->most_steps > 0 && search->steps++ >= problem->most_steps) {
        search->stopped = true;
        return;
    }
    solve_finish_all(problem, &search->done, finish);
    const struct solve_sum least = bound(search, finish);
    if (!can_beat(search, &least))
        return;
    const uint32_t missing = first_false(search, finish);
    if (missing == NO_TERM)
        keep(search);
    if (missing == NO_TERM && !can_beat(search, &least))
        return;
    const struct act_set acts = next_acts(search, finish, missing);
    try_each(search, &acts);
}

void solve_within(const struct problem *problem, enum solve_aim aim,
                  const struct act_set *within, struct solution *ret_solution)
{
    struct search search = {
        .problem = problem, .aim = aim, .best = ret_solution};

    *ret_solution = (struct solution){0};
    const struct act_set kept = reduce(problem, within);
    for (size_t i = 0; i < ACT_WORDS; i++)
        search.left_out.words[i] = ~kept.words[i];
    step(&search);
    ret_solution->exact = !search.stopped;
}

void solve(const struct problem *problem, enum solve_aim aim,
           struct solution *ret_solution)
{
    struct act_set all;

    memset(&all, 0xff, sizeof all);
    solve_within(problem, aim, &all, ret_solution);
}
