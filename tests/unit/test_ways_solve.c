/* SPDX-License-Identifier: MIT */
/* The best set of acts, against trying every set. */
#include "ways/solve.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* ---- another way to say what a set does, which shares no code ---- */

static bool holds(const struct problem *problem, unsigned set, uint32_t at)
{
    const struct term *term = &problem->terms[at];
    unsigned all = 0, true_parts = 0;

    if (term->op == TERM_TRUE)
        return true;
    if (term->op == TERM_FALSE)
        return false;
    if (term->op == TERM_ACTS) {
        for (uint32_t i = 0; i < term->act_count; i++)
            if (set >> problem->act_refs[term->first_act + i] & 1)
                return true;
        return false;
    }
    for (uint32_t p = at + 1; p < term->end; p = problem->terms[p].end) {
        all++;
        true_parts += holds(problem, set, p);
    }
    return true_parts >= (term->op == TERM_ALL ? all : term->n);
}

/* Month by month: what can be done is begun at once. 0 to `most` months. */
static unsigned month_when_all_hold(const struct problem *problem, unsigned set)
{
    enum { MOST = 13 * 10 }; /* all of them, one after another */
    unsigned done_in[16];
    unsigned begun = 0;

    memset(done_in, 0, sizeof(done_in));
    for (unsigned month = 0; month <= MOST; month++) {
        unsigned done = 0;
        bool again = true;
        while (again) {
            again = false;
            for (uint32_t i = 0; i < problem->act_count; i++) {
                if (!(set >> i & 1))
                    continue;
                if ((begun >> i & 1) && done_in[i] <= month &&
                    !(done >> i & 1)) {
                    done |= 1u << i;
                    again = true;
                }
                if (!(begun >> i & 1) &&
                    (problem->acts[i].requires == NO_TERM ||
                     holds(problem, done, problem->acts[i].requires))) {
                    begun |= 1u << i;
                    done_in[i] = month + problem->acts[i].months;
                    again = true;
                }
            }
        }
        bool all = true;
        for (uint32_t i = 0; i < problem->root_count; i++)
            all = all && holds(problem, done, problem->roots[i]);
        if (all && begun == set)
            return month;
    }
    return UINT32_MAX;
}

static struct solve_sum sum_of(const struct problem *problem, unsigned set)
{
    struct solve_sum sum = {0};
    for (uint32_t i = 0; i < problem->act_count; i++) {
        if (!(set >> i & 1))
            continue;
        sum.pence += problem->acts[i].pence;
        sum.hours += problem->acts[i].hours;
        sum.off_the_job += problem->acts[i].off_the_job;
        sum.elsewhere += problem->acts[i].elsewhere;
        sum.unsuited += problem->acts[i].unsuited;
        sum.count++;
    }
    sum.months = month_when_all_hold(problem, set);
    unsigned studied = 0;
    while ((double)studied * problem->hours_per_month + 1e-9 <
           (double)sum.hours)
        studied++;
    if (sum.months < studied)
        sum.months = studied;
    return sum;
}

/* Which is better, written out aim by aim. */
static bool is_better(enum solve_aim aim, struct solve_sum a,
                      struct solve_sum b)
{
    if (a.elsewhere != b.elsewhere)
        return a.elsewhere < b.elsewhere;
    if (aim == SOLVE_ON_THE_JOB && a.off_the_job != b.off_the_job)
        return a.off_the_job < b.off_the_job;
    if (aim == SOLVE_QUICKEST && a.months != b.months)
        return a.months < b.months;
    if (a.pence != b.pence)
        return a.pence < b.pence;
    if (a.unsuited != b.unsuited)
        return a.unsuited < b.unsuited;
    if (a.months != b.months)
        return a.months < b.months;
    return a.count < b.count;
}

static bool best_of_all(const struct problem *problem, enum solve_aim aim,
                        struct solve_sum *ret_best)
{
    bool found = false;
    for (unsigned set = 0; set < 1u << problem->act_count; set++) {
        bool possible = true; /* with all the time in the world */
        for (uint32_t i = 0; i < problem->root_count; i++)
            possible = possible && holds(problem, set, problem->roots[i]);
        if (!possible)
            continue;
        const struct solve_sum sum = sum_of(problem, set);
        if (sum.months == UINT32_MAX ||
            (found && !is_better(aim, sum, *ret_best)))
            continue;
        *ret_best = sum;
        found = true;
    }
    return found;
}

/* ---- random problems ---- */

enum { TERMS_ROOM = 400, REFS_ROOM = 1200, ACTS_ROOM = 9 };

struct made {
    struct problem problem;
    struct term terms[TERMS_ROOM];
    uint16_t refs[REFS_ROOM];
    uint16_t roots[8];
    struct act_cost acts[ACTS_ROOM];
    uint32_t term_count, ref_count;
};

static uint32_t seed_state;

static unsigned draw(unsigned below)
{
    seed_state = seed_state * 1664525u + 1013904223u;
    return (seed_state >> 12) % below;
}

static uint16_t make_term(struct made *made, unsigned depth)
{
    const uint16_t at = (uint16_t)made->term_count++;
    struct term term = {.first_act = made->ref_count};
    const unsigned kind = depth == 0 ? 0 : draw(4);

    if (draw(25) == 0) {
        term.op = draw(2) ? TERM_TRUE : TERM_FALSE;
    } else if (kind == 0) {
        term.op = TERM_ACTS;
        term.act_count = (uint16_t)(1 + draw(3));
        for (unsigned i = 0; i < term.act_count; i++)
            made->refs[made->ref_count++] =
                (uint16_t)draw(made->problem.act_count);
    } else {
        const unsigned parts = 1 + draw(3);
        term.op = kind == 1 ? TERM_ALL : TERM_AT_LEAST;
        term.n = (uint8_t)(kind == 2 ? 1 : 1 + draw(parts));
        for (unsigned i = 0; i < parts; i++)
            make_term(made, depth - 1);
    }
    term.end = (uint16_t)made->term_count;
    made->terms[at] = term;
    return at;
}

static void make(struct made *made, uint32_t seed)
{
    seed_state = seed;
    memset(made, 0, sizeof(*made));
    made->problem = (struct problem){.terms = made->terms,
                                     .act_refs = made->refs,
                                     .roots = made->roots,
                                     .acts = made->acts,
                                     .act_count = 3 + draw(ACTS_ROOM - 3),
                                     .hours_per_month = 10 + draw(30)};
    for (uint32_t i = 0; i < made->problem.act_count; i++)
        made->acts[i] = (struct act_cost){
            .pence = draw(3) == 0 ? 0 : draw(20) * 100,
            .months = draw(13),
            .hours = draw(2) ? draw(200) : 0,
            .off_the_job = draw(2),
            .elsewhere = draw(6) == 0,
            .unsuited = (uint8_t)draw(3),
            .requires = draw(4) == 0 ? make_term(made, 1) : NO_TERM};
    made->problem.root_count = 1 + draw(5);
    for (uint32_t i = 0; i < made->problem.root_count; i++)
        made->roots[i] = make_term(made, 2);
}

Test(ways_solve, finds_what_trying_every_set_finds)
{
    enum { CASES = 1000 };
    unsigned found_count = 0, shared = 0, required = 0;
    struct made *made = malloc(sizeof(*made));

    cr_assert_not_null(made);
    for (uint32_t seed = 1; seed <= CASES; seed++) {
        make(made, seed * 2654435761u);
        for (int aim = SOLVE_CHEAPEST; aim <= SOLVE_ON_THE_JOB; aim++) {
            struct solution best;
            struct solve_sum want = {0};
            const bool possible =
                best_of_all(&made->problem, (enum solve_aim)aim, &want);
            solve(&made->problem, (enum solve_aim)aim, &best);
            cr_assert_eq(best.found, possible, "case %u", seed);
            cr_assert(best.exact);
            if (!possible)
                continue;
            cr_assert(!is_better((enum solve_aim)aim, want, best.sum) &&
                          !is_better((enum solve_aim)aim, best.sum, want),
                      "case %u aim %d: %llu pence %u months, wanted %llu, %u",
                      seed, aim, (unsigned long long)best.sum.pence,
                      best.sum.months, (unsigned long long)want.pence,
                      want.months);
            found_count += best.sum.count > 0;
            shared +=
                best.sum.count > 0 && best.sum.count < made->problem.root_count;
            for (uint32_t i = 0; i < made->problem.act_count; i++)
            required +=
                act_set_has(&best.acts, i) && made->acts[i].requires != NO_TERM;
        }
    }
    /* Random cases are worth something only when they decide something. */
    cr_assert_gt(found_count, CASES);
    cr_assert_gt(shared, CASES / 4);
    cr_assert_gt(required, CASES / 4);
    free(made);
}

/* ---- what a reader can check by hand ---- */

static const uint16_t one_to_one[] = {0, 1, 2, 3, 4};

Test(ways_solve, one_act_that_serves_two_requirements_is_paid_for_once)
{
    /* 0: NVQ 2, £700; 1: NVQ 3, £1,000, which serves both lines. */
    static const uint16_t refs[] = {0, 1, 1};
    static const struct term terms[] = {
        {.op = TERM_ACTS, .end = 1, .first_act = 0, .act_count = 2},
        {.op = TERM_ACTS, .end = 2, .first_act = 2, .act_count = 1}};
    static const uint16_t roots[] = {0, 1};
    static const struct act_cost acts[] = {
        {.pence = 70000, .months = 12, .requires = NO_TERM},
        {.pence = 100000, .months = 18, .requires = NO_TERM}};
    const struct problem problem = {.terms = terms,
                                    .act_refs = refs,
                                    .roots = roots,
                                    .root_count = 2,
                                    .acts = acts,
                                    .act_count = 2,
                                    .hours_per_month = 30};
    struct solution best;

    solve(&problem, SOLVE_CHEAPEST, &best);
    cr_assert(best.found && best.exact);
    cr_assert_eq(best.sum.pence, 100000);
    cr_assert(!act_set_has(&best.acts, 0) && act_set_has(&best.acts, 1));
}

Test(ways_solve, acts_that_only_require_each_other_are_never_done)
{
    static const struct term terms[] = {
        {.op = TERM_ACTS, .end = 1, .first_act = 0, .act_count = 1},
        {.op = TERM_ACTS, .end = 2, .first_act = 1, .act_count = 1}};
    static const uint16_t roots[] = {0};
    static const struct act_cost acts[] = {{.months = 1, .requires = 1},
                                           {.months = 1, .requires = 0}};
    const struct problem problem = {.terms = terms,
                                    .act_refs = one_to_one,
                                    .roots = roots,
                                    .root_count = 1,
                                    .acts = acts,
                                    .act_count = 2,
                                    .hours_per_month = 30};
    struct solution best;

    solve(&problem, SOLVE_CHEAPEST, &best);
    cr_assert(!best.found);
}

Test(ways_solve, hours_of_study_add_up_and_months_run_side_by_side)
{
    static const struct term terms[] = {
        {.op = TERM_ACTS, .end = 1, .first_act = 0, .act_count = 1},
        {.op = TERM_ACTS, .end = 2, .first_act = 1, .act_count = 1}};
    static const uint16_t roots[] = {0, 1};
    static const struct act_cost acts[] = {
        {.months = 4, .hours = 90, .requires = NO_TERM},
        {.months = 6, .hours = 61, .requires = NO_TERM}};
    struct problem problem = {.terms = terms,
                              .act_refs = one_to_one,
                              .roots = roots,
                              .root_count = 2,
                              .acts = acts,
                              .act_count = 2,
                              .hours_per_month = 30};
    struct solution best;

    solve(&problem, SOLVE_QUICKEST, &best);
    cr_assert_eq(best.sum.months, 6); /* 151 hours fill 5.03 months: 6 */
    problem.hours_per_month = 15;
    solve(&problem, SOLVE_QUICKEST, &best);
    cr_assert_eq(best.sum.months, 11);
}

Test(ways_solve, a_search_that_stops_says_so)
{
    struct made *made = malloc(sizeof(*made));
    struct solution best;

    cr_assert_not_null(made);
    make(made, 77u * 2654435761u);
    made->problem.most_steps = 1;
    solve(&made->problem, SOLVE_CHEAPEST, &best);
    cr_assert(!best.exact);
    free(made);
}
