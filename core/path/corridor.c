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
           number_all(run) && add_live(run) && ahead_build(run);
}
