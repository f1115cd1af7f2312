/* SPDX-License-Identifier: MIT */
/* The front so far, and what can no longer come to stand on it. */
#include "path/inside.h"

#include <stdlib.h>
#include <string.h>

/* ---- points ---- */

static bool is_no_worse(const struct run *run, const struct path_point *a,
                        const struct path_point *b)
{
    return a->months <= b->months && a->pence <= b->pence &&
           (a->moves <= b->moves || run->broken == PATH_IGNORES_MOVES);
}

static bool points_have_room(struct run *run)
{
    if (run->point_count < run->point_room)
        return true;
    const uint32_t room = run->point_room * 2 + 8;
    struct path_point *points = arena_array(&run->arena, room, sizeof *points);
    struct label **arrivals = arena_array(&run->arena, room, sizeof *arrivals);
    if (!points || !arrivals) {
        run->failed = true;
        return false;
    }
    for (uint32_t i = 0; i < run->point_count; i++) {
        points[i] = run->points[i];
        arrivals[i] = run->arrivals[i];
    }
    run->points = points;
    run->arrivals = arrivals;
    run->point_room = room;
    return true;
}

static bool comes_before(const struct path_point *a, const struct path_point *b)
{
    if (a->months != b->months)
        return a->months < b->months;
    return a->pence != b->pence ? a->pence < b->pence : a->moves < b->moves;
}

static void insert(struct run *run, const struct path_point *point,
                   struct label *arrival)
{
    uint32_t at = run->point_count++;

    for (; at > 0 && comes_before(point, &run->points[at - 1]); at--) {
        run->points[at] = run->points[at - 1];
        run->arrivals[at] = run->arrivals[at - 1];
    }
    run->points[at] = *point;
    run->arrivals[at] = arrival;
}

void front_arrive(struct run *run)
{
    const struct path_point point = {.months = run->scratch->entered,
                                     .pence = run->scratch->pence,
                                     .moves = run->scratch->moves};
    uint32_t kept = 0;

    for (uint32_t i = 0; i < run->point_count; i++)
        if (is_no_worse(run, &run->points[i], &point))
            return;
    struct label *arrival = label_copy(run, &run->stops[run->target]);
    if (!arrival || !points_have_room(run))
        return;
    for (uint32_t i = 0; i < run->point_count; i++) {
        if (is_no_worse(run, &point, &run->points[i]))
            continue;
        run->points[kept] = run->points[i];
        run->arrivals[kept++] = run->arrivals[i];
    }
    run->point_count = kept;
    insert(run, &point, arrival);
}

bool front_outdoes(const struct run *run, uint32_t months, uint64_t pence,
                   uint32_t moves)
{
    for (uint32_t i = 0; i < run->point_count; i++)
        if (run->points[i].months <= months && run->points[i].pence <= pence &&
            run->points[i].moves <= moves)
            return true;
    return false;
}

/* ---- what the target still takes ---- */

enum { PARTS_MOST = UINT8_MAX + 1 }; /* an n has no more */
static const uint64_t never = UINT64_MAX;

/* A label, and how it would stand some months from today. */
struct outlook {
    const struct run *run;
    struct label *label;
    const struct stop *stop;
    uint32_t months;
};

/* The months that a label has in a counter that is asked for ahead. */
static uint32_t months_of(const struct outlook *outlook, uint32_t counter)
{
    const struct stop *stop = outlook->stop;
    uint32_t low = 0, high = stop->counter_count;

    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        if (stop->counters[middle] < counter)
            low = middle + 1;
        else
            high = middle;
    }
    return low < stop->counter_count && stop->counters[low] == counter
               ? label_months(outlook->run, outlook->label)[low]
               : 0;
}

/* Whether a counter that the target asks for can have its months by then: each
 * month on the way counts, but for those that cannot. */
static bool could_be_full(const struct outlook *outlook,
                          const struct path_leaf *leaf)
{
    const struct run *run = outlook->run;
    const uint32_t at = run->target_at[leaf->counter];

    if (run->problem->initial[leaf->counter] >= leaf->months)
        return true;
    if (at == PATH_NONE)
        return false;
    const uint32_t have = months_of(outlook, leaf->counter);
    const uint32_t lost =
        run->apart_least[at * run->stop_count + outlook->label->stop];
    const uint64_t time = outlook->months - outlook->label->entered;
    return have >= leaf->months || (lost != PATH_NONE && time >= lost &&
                                    have + (time - lost) >= leaf->months);
}

/* The least money for a leaf by then. */
static uint64_t leaf_pence(const struct outlook *outlook, uint32_t at)
{
    const struct run *run = outlook->run;
    const struct path_search *search = run->search;
    const struct path_leaf *leaf = &run->problem->leaves[at];
    const uint32_t fact = search->leaf_fact[at];
    uint64_t least = never;

    if (leaf->counter != PATH_NONE && could_be_full(outlook, leaf))
        return 0;
    if (fact == PATH_NONE)
        return never;
    if (bit_has(outlook->label->bits, run->fact_at[fact]))
        return 0;
    const struct path_span makers = search->makers[fact];
    for (uint32_t i = 0; i < makers.count; i++) {
        const struct path_act *act =
            &run->problem->acts[search->maker_refs[makers.first + i]];
        if (act->months <= outlook->months && act->pence < least)
            least = act->pence;
    }
    return least;
}

/* The least money for a term: what the dearest of the n cheapest parts takes,
 * since one act may serve several. */
static uint64_t term_pence(const struct outlook *outlook, uint32_t at)
{
    const struct path_term *term = &outlook->run->problem->terms[at];
    uint64_t parts[PARTS_MOST];
    uint32_t count = 0;

    if (term->op == PATH_LEAF)
        return leaf_pence(outlook, term->leaf);
    if (term->op != PATH_AT_LEAST)
        return term->op == PATH_TRUE ? 0 : never;
    for (uint32_t p = at + 1; p < term->end;
         p = outlook->run->problem->terms[p].end) {
        const uint64_t pence = term_pence(outlook, p);
        uint32_t i = count < PARTS_MOST ? count++ : PARTS_MOST - 1;
        if (i == PARTS_MOST - 1 && count == PARTS_MOST && parts[i] <= pence)
            continue;
        for (; i > 0 && parts[i - 1] > pence; i--)
            parts[i] = parts[i - 1];
        parts[i] = pence;
    }
    if (term->n == 0)
        return 0;
    return term->n <= count ? parts[term->n - 1] : never;
}

/* The least money for all that the target asks for, by then. */
static uint64_t target_pence(const struct outlook *outlook)
{
    const struct run *run = outlook->run;
    const struct path_problem *problem = run->problem;
    const struct path_span asks =
        problem->roles[run->stops[run->target].role].asks;
    uint64_t most = 0, sum = 0;

    for (uint32_t i = 0; i < asks.count; i++) {
        const uint64_t pence =
            term_pence(outlook, problem->refs[asks.first + i]);
        if (pence == never)
            return never;
        most = pence > most ? pence : most;
        if (bit_has(run->apart, i))
            sum += pence;
    }
    return sum > most ? sum : most;
}

/* A point leaves room for what takes fewer months than it; and for what takes
 * as many and more, but less money. So for each stretch of months, up to the
 * next point, it is asked whether the target can be had for less than the
 * cheapest point up to there. */
bool front_is_hopeless(const struct run *run, struct label *label,
                       const struct stop *stop)
{
    const uint32_t ahead = stop->least[moves_left(run, label)];
    const uint32_t arrive = label->moves + stop->to_target;
    struct outlook outlook = {.run = run, .label = label, .stop = stop};
    uint64_t cheapest = never;

    if (ahead == PATH_NONE)
        return true;
    const uint32_t earliest = label->entered + ahead;
    for (uint32_t i = 0; i <= run->point_count; i++) {
        const struct path_point *point =
            i < run->point_count ? &run->points[i] : NULL;
        if (point && point->moves > arrive)
            continue;
        outlook.months = point ? point->months - 1 : UINT32_MAX;
        if (point && point->months == 0)
            outlook.months = 0;
        if (outlook.months >= earliest && (!point || point->months > 0)) {
            const uint64_t more = target_pence(&outlook);
            if (more != never && label->pence + more < cheapest)
                return false;
        }
        if (point && point->pence < cheapest)
            cheapest = point->pence;
    }
    return true;
}
