/* SPDX-License-Identifier: MIT */
/* Which roles a search has to look at, and what is asked for ahead of each. */
#include "path/inside.h"

#include <stdlib.h>
#include <string.h>

/* ---- how far ---- */

struct distances {
    uint32_t *from_start; /* by role; PATH_NONE: further than the moves */
    uint32_t *to_target;
    uint32_t *queue;
};

/* Breadth first along `next`, up to `most` moves. The target ends a path. */
static void measure(const struct run *run, uint32_t begin,
                    const struct path_span *next, const uint32_t *refs,
                    uint32_t *far, uint32_t *queue)
{
    uint32_t head = 0, tail = 0;

    for (uint32_t r = 0; r < run->problem->role_count; r++)
        far[r] = PATH_NONE;
    far[begin] = 0;
    queue[tail++] = begin;
    while (head < tail) {
        const uint32_t role = queue[head++];
        if (far[role] == run->query->most_moves ||
            (role == run->query->target && far[role] > 0))
            continue;
        for (uint32_t i = 0; i < next[role].count; i++) {
            const uint32_t to = refs[next[role].first + i];
            if (far[to] != PATH_NONE)
                continue;
            far[to] = far[role] + 1;
            queue[tail++] = to;
        }
    }
}

static void measure_forth(const struct run *run, struct distances *far)
{
    const struct path_problem *problem = run->problem;
    uint32_t head = 0, tail = 0;

    for (uint32_t r = 0; r < problem->role_count; r++)
        far->from_start[r] = PATH_NONE;
    far->from_start[run->query->start] = 0;
    far->queue[tail++] = run->query->start;
    while (head < tail) {
        const uint32_t role = far->queue[head++];
        const struct path_span moves = problem->roles[role].moves;
        const uint32_t now = far->from_start[role];
        if (role == run->query->target)
            continue;
        for (uint32_t i = 0; i < moves.count; i++) {
            const uint32_t to = problem->refs[moves.first + i];
            if (far->from_start[to] != PATH_NONE ||
                far->to_target[to] == PATH_NONE ||
                now + 1 + far->to_target[to] > run->query->most_moves)
                continue;
            far->from_start[to] = now + 1;
            far->queue[tail++] = to;
        }
    }
}

/* ---- the stops ---- */

static bool add_stops(struct run *run, const struct distances *far)
{
    const struct path_problem *problem = run->problem;

    for (uint32_t r = 0; r < problem->role_count; r++)
        run->stop_count += far->from_start[r] != PATH_NONE;
    run->stops = arena_array(&run->arena, run->stop_count, sizeof *run->stops);
    if (!run->stops)
        return false;
    run->stop_count = 0;
    for (uint32_t r = 0; r < problem->role_count; r++) {
        run->stop_of[r] = PATH_NONE;
        if (far->from_start[r] == PATH_NONE)
            continue;
        run->stop_of[r] = run->stop_count;
        run->stops[run->stop_count++] = (struct stop){
            .role = r,
            .from_start = far->from_start[r],
            .to_target = far->to_target[r],
            .left_most = run->query->most_moves - far->from_start[r],
            .stay = problem->roles[r].stay};
    }
    run->start = run->stop_of[run->query->start];
    run->target = run->stop_of[run->query->target];
    return true;
}

static bool add_moves(struct run *run)
{
    for (uint32_t s = 0; s < run->stop_count; s++) {
        struct stop *stop = &run->stops[s];
        const struct path_span moves = run->problem->roles[stop->role].moves;
        stop->moves =
            arena_array(&run->arena, moves.count, sizeof *stop->moves);
        if (!stop->moves)
            return false;
        for (uint32_t i = 0; s != run->target && i < moves.count; i++) {
            const uint32_t to =
                run->stop_of[run->problem->refs[moves.first + i]];
            if (to != PATH_NONE && run->stops[to].to_target < stop->left_most)
                stop->moves[stop->move_count++] = to;
        }
    }
    return true;
}

/* Months from entering a stop to the target, whatever is asked for. */
static bool add_least(struct run *run)
{
    for (uint32_t s = 0; s < run->stop_count; s++) {
        struct stop *stop = &run->stops[s];
        stop->least = arena_array(&run->arena, (size_t)stop->left_most + 1,
                                  sizeof *stop->least);
        if (!stop->least)
            return false;
    }
    for (uint32_t left = 0; left <= run->query->most_moves; left++)
        for (uint32_t s = 0; s < run->stop_count; s++) {
            struct stop *stop = &run->stops[s];
            if (left > stop->left_most)
                continue;
            uint32_t best = s == run->target ? 0 : PATH_NONE;
            for (uint32_t i = 0; left > 0 && i < stop->move_count; i++) {
                const struct stop *to = &run->stops[stop->moves[i]];
                const uint32_t then = left - 1 < to->left_most
                                          ? to->least[left - 1]
                                          : to->least[to->left_most];
                if (then != PATH_NONE && then + stop->stay < best)
                    best = then + stop->stay;
            }
            stop->least[left] = best;
        }
    return true;
}

/* ---- what is asked for ---- */

/* Calls `each` for every leaf that a role asks for. */
#define FOR_LEAVES(problem, role, leaf)                                        \
    for (uint32_t r_ = 0; r_ < (problem)->roles[role].asks.count; r_++)        \
        for (uint32_t                                                          \
                 t_ = (problem)->refs[(problem)->roles[role].asks.first + r_], \
                 end_ = (problem)->terms[t_].end;                              \
             t_ < end_; t_++)                                                  \
            if ((problem)->terms[t_].op == PATH_LEAF &&                        \
                ((leaf) = &(problem)->leaves[(problem)->terms[t_].leaf],       \
                 true))

static void number_fact(struct run *run, uint32_t fact)
{
    if (fact != PATH_NONE && run->fact_at[fact] == PATH_NONE)
        run->fact_at[fact] = run->fact_count++;
}

static void number_act(struct run *run, uint32_t act)
{
    if (run->act_at[act] != PATH_NONE)
        return;
    run->act_of[run->act_count] = act;
    run->act_at[act] = run->act_count++;
}

/* Numbers the facts of a leaf and the acts that make it true. */
static void number_leaf(struct run *run, const struct path_leaf *leaf)
{
    const struct path_search *search = run->search;
    const uint32_t fact = search->leaf_fact[leaf - run->problem->leaves];

    if (fact == PATH_NONE)
        return;
    number_fact(run, fact);
    for (uint32_t m = 0; m < search->makers[fact].count; m++) {
        const uint32_t act = search->maker_refs[search->makers[fact].first + m];
        const struct path_span requires = run->problem->acts[act].requires;
        number_act(run, act);
        for (uint32_t i = 0; i < requires.count; i++) {
            const uint32_t before = run->problem->refs[requires.first + i];
            number_act(run, before);
            number_fact(run, search->own_fact[before]);
        }
    }
}

static bool number_all(struct run *run)
{
    const struct path_search *search = run->search;
    const struct path_leaf *leaf;

    for (uint32_t f = 0; f < search->fact_count; f++)
        run->fact_at[f] = PATH_NONE;
    for (uint32_t a = 0; a < run->problem->act_count; a++)
        run->act_at[a] = PATH_NONE;
    for (uint32_t s = 0; s < run->stop_count; s++)
        FOR_LEAVES(run->problem, run->stops[s].role, leaf)
    number_leaf(run, leaf);
    run->fact_words = (run->fact_count + 63) / 64;
    run->act_words = (run->act_count + 63) / 64;
    run->act_gives =
        arena_array(&run->arena, (size_t)run->act_count * run->fact_words + 1,
                    sizeof *run->act_gives);
    if (!run->act_gives)
        return false;
    for (uint32_t a = 0; a < run->act_count; a++) {
        const struct path_span gives = search->gives[run->act_of[a]];
        for (uint32_t i = 0; i < gives.count; i++) {
            const uint32_t at =
                run->fact_at[search->give_refs[gives.first + i]];
            if (at != PATH_NONE)
                bit_add(run->act_gives + (size_t)a * run->fact_words, at);
        }
    }
    return true;
}

/* The facts that entering a role needs, the acts required before them too. */
static void add_facts(const struct run *run, uint32_t role, uint64_t *live)
{
    const struct path_search *search = run->search;
    const struct path_leaf *leaf;

    FOR_LEAVES(run->problem, role, leaf)
    {
        const uint32_t fact = search->leaf_fact[leaf - run->problem->leaves];
        if (fact == PATH_NONE)
            continue;
        bit_add(live, run->fact_at[fact]);
        for (uint32_t m = 0; m < search->makers[fact].count; m++) {
            const uint32_t act =
                search->maker_refs[search->makers[fact].first + m];
            const struct path_span requires = run->problem->acts[act].requires;
            for (uint32_t i = 0; i < requires.count; i++)
                bit_add(
                    live,
                    run->fact_at[search->own_fact
                                     [run->problem->refs[requires.first + i]]]);
        }
    }
}

/* Facts of all stops that can be entered from here, by moves left. */
static bool add_live(struct run *run)
{
    const size_t words = run->fact_words;
    uint64_t *asked =
        arena_array(&run->arena, run->stop_count * words + 1, sizeof *asked);

    if (!asked)
        return false;
    for (uint32_t s = 0; s < run->stop_count; s++) {
        struct stop *stop = &run->stops[s];
        add_facts(run, stop->role, asked + s * words);
        stop->live =
            arena_array(&run->arena, ((size_t)stop->left_most + 1) * words + 1,
                        sizeof *stop->live);
        if (!stop->live)
            return false;
    }
    for (uint32_t left = 1; left <= run->query->most_moves; left++)
        for (uint32_t s = 0; s < run->stop_count; s++) {
            struct stop *stop = &run->stops[s];
            if (left > stop->left_most)
                continue;
            uint64_t *live = stop->live + left * words;
            for (uint32_t i = 0; i < stop->move_count; i++) {
                const struct stop *to = &run->stops[stop->moves[i]];
                if (to->to_target > left - 1)
                    continue;
                const uint32_t then =
                    left - 1 < to->left_most ? left - 1 : to->left_most;
                for (size_t w = 0; w < words; w++)
                    live[w] |= asked[stop->moves[i] * words + w] |
                               to->live[then * words + w];
            }
        }
    return true;
}

/* ---- counters ---- */

/* The most that is asked of each counter on entering a role. */
struct wanted {
    uint16_t *most; /* by counter; all roles */
    uint32_t *ids;  /* those with something wanted and fed */
    uint32_t count;
    uint32_t *number; /* by counter: its place in ids */
};

static void note_wanted(const struct run *run, struct wanted *wanted)
{
    const struct path_problem *problem = run->problem;
    const struct path_leaf *leaf;

    for (uint32_t s = 0; s < run->stop_count; s++)
        FOR_LEAVES(problem, run->stops[s].role, leaf)
    if (leaf->counter != PATH_NONE &&
        leaf->months > problem->initial[leaf->counter] &&
        leaf->months > wanted->most[leaf->counter])
        wanted->most[leaf->counter] = (uint16_t)leaf->months;
    for (uint32_t s = 0; s < run->stop_count; s++) {
        const struct path_span fed =
            problem->roles[run->stops[s].role].counters;
        for (uint32_t i = 0; s != run->target && i < fed.count; i++) {
            const uint32_t counter = problem->refs[fed.first + i];
            if (wanted->most[counter] == 0 ||
                wanted->number[counter] != PATH_NONE)
                continue;
            wanted->number[counter] = wanted->count;
            wanted->ids[wanted->count++] = counter;
        }
    }
}

/* What is asked ahead of every stop, by moves left: whole tables of all
 * counters that change, from which each stop then takes its own. */
static uint16_t *caps_ahead(struct run *run, const struct wanted *wanted)
{
    const size_t n = wanted->count;
    const size_t layer = run->stop_count * n;
    uint16_t *caps =
        calloc(((size_t)run->query->most_moves + 2) * layer + 1, sizeof *caps);
    const struct path_leaf *leaf;

    if (!caps)
        return NULL; /* memory */
    uint16_t *asked = caps + (run->query->most_moves + 1) * layer;
    for (uint32_t s = 0; s < run->stop_count; s++)
        FOR_LEAVES(run->problem, run->stops[s].role, leaf)
        {
            if (leaf->counter == PATH_NONE ||
                wanted->number[leaf->counter] == PATH_NONE)
                continue;
            uint16_t *most = &asked[s * n + wanted->number[leaf->counter]];
            if (leaf->months > *most &&
                leaf->months > run->problem->initial[leaf->counter])
                *most = (uint16_t)leaf->months;
        }
    for (uint32_t left = 1; left <= run->query->most_moves; left++)
        for (uint32_t s = 0; s < run->stop_count; s++) {
            const struct stop *stop = &run->stops[s];
            uint16_t *cap = caps + left * layer + s * n;
            if (left > stop->left_most)
                continue;
            for (uint32_t i = 0; i < stop->move_count; i++) {
                const uint32_t to = stop->moves[i];
                if (run->stops[to].to_target > left - 1)
                    continue;
                const uint32_t then = left - 1 < run->stops[to].left_most
                                          ? left - 1
                                          : run->stops[to].left_most;
                const uint16_t *there = caps + then * layer + to * n;
                for (size_t c = 0; c < n; c++) {
                    const uint16_t more = there[c] > asked[to * n + c]
                                              ? there[c]
                                              : asked[to * n + c];
                    cap[c] = more > cap[c] ? more : cap[c];
                }
            }
        }
    return caps;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t *x = a;
    const uint32_t *y = b;
    return (*x > *y) - (*x < *y);
}

static bool take_caps(struct run *run, const struct wanted *wanted,
                      const uint16_t *caps, uint32_t s)
{
    struct stop *stop = &run->stops[s];
    const size_t n = wanted->count;
    const size_t layer = run->stop_count * n;
    const uint16_t *most = caps + stop->left_most * layer + s * n;
    uint32_t count = 0;

    for (size_t c = 0; c < n; c++)
        count += most[c] > 0;
    stop->counters = arena_array(&run->arena, count, sizeof *stop->counters);
    stop->feeds = arena_array(&run->arena, count, sizeof *stop->feeds);
    stop->caps = arena_array(&run->arena, ((size_t)stop->left_most + 1) * count,
                             sizeof *stop->caps);
    if (!stop->counters || !stop->feeds || !stop->caps)
        return false;
    for (size_t c = 0; c < n; c++) {
        if (most[c] == 0)
            continue;
        for (uint32_t left = 0; left <= stop->left_most; left++)
            stop->caps[left * count + stop->counter_count] =
                caps[left * layer + s * n + c];
        stop->counters[stop->counter_count++] = wanted->ids[c];
    }
    return true;
}

static void note_fed(const struct run *run, struct stop *stop)
{
    const struct path_span fed = run->problem->roles[stop->role].counters;

    for (uint32_t i = 0; i < fed.count; i++) {
        const uint32_t counter = run->problem->refs[fed.first + i];
        for (uint32_t c = 0; c < stop->counter_count; c++)
            if (stop->counters[c] == counter)
                stop->feeds[c] = true;
    }
}

static bool add_counters(struct run *run)
{
    const uint32_t count = run->problem->counter_count;
    struct wanted wanted = {
        .most = arena_array(&run->arena, count, sizeof *wanted.most),
        .ids = arena_array(&run->arena, count, sizeof *wanted.ids),
        .number = arena_array(&run->arena, count, sizeof *wanted.number),
    };

    if (!wanted.most || !wanted.ids || !wanted.number)
        return false;
    for (uint32_t c = 0; c < count; c++)
        wanted.number[c] = PATH_NONE;
    note_wanted(run, &wanted);
    qsort(wanted.ids, wanted.count, sizeof *wanted.ids, by_number);
    for (uint32_t c = 0; c < wanted.count; c++)
        wanted.number[wanted.ids[c]] = c;
    uint16_t *caps = caps_ahead(run, &wanted);
    bool taken = caps != NULL;
    for (uint32_t s = 0; taken && s < run->stop_count; s++) {
        taken = take_caps(run, &wanted, caps, s);
        if (taken)
            note_fed(run, &run->stops[s]);
    }
    free(caps);
    return taken;
}

/* ---- all of it ---- */

static bool make_room(struct run *run, struct distances *far)
{
    const struct path_problem *problem = run->problem;
    const size_t roles = (size_t)problem->role_count + 1;
    struct arena *arena = &run->arena;

    far->from_start = arena_array(arena, roles, sizeof *far->from_start);
    far->to_target = arena_array(arena, roles, sizeof *far->to_target);
    far->queue = arena_array(arena, roles, sizeof *far->queue);
    run->stop_of = arena_array(arena, roles, sizeof *run->stop_of);
    run->fact_at = arena_array(arena, (size_t)run->search->fact_count + 1,
                               sizeof *run->fact_at);
    run->act_at =
        arena_array(arena, (size_t)problem->act_count + 1, sizeof *run->act_at);
    run->act_of =
        arena_array(arena, (size_t)problem->act_count + 1, sizeof *run->act_of);
    run->counter_at = arena_array(arena, (size_t)problem->counter_count + 1,
                                  sizeof *run->counter_at);
    return !arena->failed;
}

bool corridor_build(struct run *run)
{
    const struct path_search *search = run->search;
    struct distances far;

    if (!make_room(run, &far))
        return false;
    measure(run, run->query->target, search->back, search->back_refs,
            far.to_target, far.queue);
    if (far.to_target[run->query->start] == PATH_NONE)
        return true;
    measure_forth(run, &far);
    return add_stops(run, &far) && add_moves(run) && add_least(run) &&
           number_all(run) && add_live(run) && add_counters(run);
}
