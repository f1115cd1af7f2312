/* SPDX-License-Identifier: MIT */
/* The counters of a search: how much of each is asked for ahead of each stop,
 * and how they can fill on the way. */
#include "path/inside.h"

#include <stdlib.h>
#include <string.h>

/* The counters that can change something. */
struct wanted {
    uint16_t *most;   /* by counter: that any role asks for; 0: what is there
                         from the start is enough */
    uint32_t *ids;    /* those that some role feeds, rising */
    uint32_t *number; /* by counter: its place in ids; PATH_NONE */
    uint32_t count;
};

/* ---- which matter ---- */

static bool asks_more(const struct path_problem *problem,
                      const struct path_leaf *leaf)
{
    return leaf->counter != PATH_NONE &&
           leaf->months > problem->initial[leaf->counter];
}

static int by_number(const void *a, const void *b)
{
    const uint32_t *x = a;
    const uint32_t *y = b;
    return (*x > *y) - (*x < *y);
}

static void note_wanted(const struct run *run, struct wanted *wanted)
{
    const struct path_problem *problem = run->problem;
    const struct path_leaf *leaf;

    for (uint32_t s = 0; s < run->stop_count; s++)
        FOR_LEAVES(problem, run->stops[s].role, leaf)
    if (asks_more(problem, leaf) && leaf->months > wanted->most[leaf->counter])
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
    qsort(wanted->ids, wanted->count, sizeof *wanted->ids, by_number);
    for (uint32_t c = 0; c < wanted->count; c++)
        wanted->number[wanted->ids[c]] = c;
}

static bool find_wanted(struct run *run, struct wanted *wanted)
{
    const uint32_t count = run->problem->counter_count;

    wanted->most = arena_array(&run->arena, count, sizeof *wanted->most);
    wanted->ids = arena_array(&run->arena, count, sizeof *wanted->ids);
    wanted->number = arena_array(&run->arena, count, sizeof *wanted->number);
    if (!wanted->most || !wanted->ids || !wanted->number)
        return false;
    for (uint32_t c = 0; c < count; c++)
        wanted->number[c] = PATH_NONE;
    note_wanted(run, wanted);
    return true;
}

/* ---- thresholds ---- */

static bool add_thresholds(struct run *run, const struct wanted *wanted)
{
    const struct path_problem *problem = run->problem;
    const struct path_leaf *leaf;
    uint32_t total = 0;

    run->thresholds = arena_array(&run->arena, problem->counter_count + 1,
                                  sizeof *run->thresholds);
    if (!run->thresholds)
        return false;
    for (uint32_t s = 0; s < run->stop_count; s++)
        FOR_LEAVES(problem, run->stops[s].role, leaf)
    if (asks_more(problem, leaf) &&
        wanted->number[leaf->counter] != PATH_NONE) {
        run->thresholds[leaf->counter].count++;
        total++;
    }
    run->threshold_months = arena_array(&run->arena, (size_t)total + 1,
                                        sizeof *run->threshold_months);
    if (!run->threshold_months)
        return false;
    total = 0;
    for (uint32_t c = 0; c < problem->counter_count; c++) {
        run->thresholds[c].first = total;
        total += run->thresholds[c].count;
        run->thresholds[c].count = 0;
    }
    for (uint32_t s = 0; s < run->stop_count; s++)
        FOR_LEAVES(problem, run->stops[s].role, leaf)
    if (asks_more(problem, leaf) &&
        wanted->number[leaf->counter] != PATH_NONE &&
        !ahead_is_threshold(run, leaf->counter, leaf->months)) {
        struct path_span *own = &run->thresholds[leaf->counter];
        run->threshold_months[own->first + own->count++] =
            (uint16_t)leaf->months;
    }
    return true;
}

bool ahead_is_threshold(const struct run *run, uint32_t counter,
                        uint32_t months)
{
    const struct path_span own = run->thresholds[counter];

    for (uint32_t i = 0; i < own.count; i++)
        if (run->threshold_months[own.first + i] == months)
            return true;
    return false;
}

/* ---- what is asked for ahead, and what counts there ---- */

/* Whole tables, by moves left, stop and wanted counter, from which each stop
 * then takes its own counters. */
struct tables {
    uint16_t *caps;
    bool *fed;
    uint16_t *asked; /* by stop, wanted counter: on entering it */
    bool *feeds;
    size_t layer;
    size_t count;
};

static bool tables_begin(const struct run *run, const struct wanted *wanted,
                         struct tables *tables)
{
    const size_t n = wanted->count;
    const size_t layers = (size_t)run->query->most_moves + 1;

    tables->count = n;
    tables->layer = run->stop_count * n;
    tables->caps = calloc(layers * tables->layer + 1, sizeof *tables->caps);
    tables->fed = calloc(layers * tables->layer + 1, sizeof *tables->fed);
    tables->asked = calloc(tables->layer + 1, sizeof *tables->asked);
    tables->feeds = calloc(tables->layer + 1, sizeof *tables->feeds);
    return tables->caps && tables->fed && tables->asked && tables->feeds;
}

static void tables_done(struct tables *tables)
{
    free(tables->caps);
    free(tables->fed);
    free(tables->asked);
    free(tables->feeds);
}

static void note_own(const struct run *run, const struct wanted *wanted,
                     struct tables *tables)
{
    const struct path_problem *problem = run->problem;
    const struct path_leaf *leaf;

    for (uint32_t s = 0; s < run->stop_count; s++) {
        const struct path_span fed =
            problem->roles[run->stops[s].role].counters;
        for (uint32_t i = 0; s != run->target && i < fed.count; i++) {
            const uint32_t at = wanted->number[problem->refs[fed.first + i]];
            if (at != PATH_NONE)
                tables->feeds[s * tables->count + at] = true;
        }
        FOR_LEAVES(problem, run->stops[s].role, leaf)
        {
            if (!asks_more(problem, leaf) ||
                wanted->number[leaf->counter] == PATH_NONE)
                continue;
            uint16_t *most =
                &tables
                     ->asked[s * tables->count + wanted->number[leaf->counter]];
            *most = leaf->months > *most ? (uint16_t)leaf->months : *most;
        }
    }
}

/* What lies ahead of one stop through one of its moves. A month in a role
 * counts only where something is asked for beyond that role. */
static void look_through(struct tables *tables, size_t here, size_t there,
                         size_t there_own)
{
    for (size_t c = 0; c < tables->count; c++) {
        const uint16_t beyond = tables->caps[there + c];
        const uint16_t asked = tables->asked[there_own + c];
        const uint16_t more = beyond > asked ? beyond : asked;
        uint16_t *cap = &tables->caps[here + c];
        *cap = more > *cap ? more : *cap;
        tables->fed[here + c] |= tables->fed[there + c] ||
                                 (tables->feeds[there_own + c] && beyond > 0);
    }
}

static void look_ahead(const struct run *run, struct tables *tables)
{
    const size_t n = tables->count;

    for (uint32_t left = 1; left <= run->query->most_moves; left++)
        for (uint32_t s = 0; s < run->stop_count; s++) {
            const struct stop *stop = &run->stops[s];
            for (uint32_t i = 0;
                 left <= stop->left_most && i < stop->move_count; i++) {
                const uint32_t to = stop->moves[i];
                const uint32_t most = run->stops[to].left_most;
                const uint32_t then = left - 1 < most ? left - 1 : most;
                if (run->stops[to].to_target <= left - 1)
                    look_through(tables, left * tables->layer + s * n,
                                 then * tables->layer + to * n, to * n);
            }
        }
}

/* The counters that are asked for ahead of one stop. */
static bool take_own(struct run *run, const struct wanted *wanted,
                     const struct tables *tables, uint32_t s)
{
    struct stop *stop = &run->stops[s];
    const size_t n = tables->count;
    const uint16_t *most =
        tables->caps + stop->left_most * tables->layer + s * n;
    size_t count = 0;

    for (size_t c = 0; c < n; c++)
        count += most[c] > 0;
    const size_t room = ((size_t)stop->left_most + 1) * count;
    stop->counters = arena_array(&run->arena, count, sizeof *stop->counters);
    stop->places = arena_array(&run->arena, count, sizeof *stop->places);
    stop->feeds = arena_array(&run->arena, count, sizeof *stop->feeds);
    stop->caps = arena_array(&run->arena, room, sizeof *stop->caps);
    stop->fed_ahead = arena_array(&run->arena, room, sizeof *stop->fed_ahead);
    if (!stop->counters || !stop->places || !stop->feeds || !stop->caps ||
        !stop->fed_ahead)
        return false;
    for (size_t c = 0; c < n; c++) {
        if (most[c] == 0)
            continue;
        const uint32_t own = stop->counter_count++;
        stop->counters[own] = wanted->ids[c];
        stop->places[own] = (uint32_t)c;
        stop->feeds[own] = tables->feeds[s * n + c] ? UINT32_MAX : 0;
        for (uint32_t left = 0; left <= stop->left_most; left++) {
            const size_t at = left * tables->layer + s * n + c;
            stop->caps[left * count + own] = tables->caps[at];
            stop->fed_ahead[left * count + own] = tables->fed[at];
        }
    }
    return true;
}

static bool add_tables(struct run *run, const struct wanted *wanted)
{
    struct tables tables = {0};
    bool made = tables_begin(run, wanted, &tables);

    if (made) {
        note_own(run, wanted, &tables);
        look_ahead(run, &tables);
    }
    for (uint32_t s = 0; made && s < run->stop_count; s++)
        made = take_own(run, wanted, &tables, s);
    tables_done(&tables);
    return made;
}

/* ---- months that do not count ---- */

static bool feeds(const struct run *run, const struct stop *stop,
                  uint32_t counter)
{
    const struct path_span fed = run->problem->roles[stop->role].counters;

    for (uint32_t i = 0; i < fed.count; i++)
        if (run->problem->refs[fed.first + i] == counter)
            return true;
    return false;
}

static uint32_t sum(uint32_t a, uint32_t b)
{
    return a == PATH_NONE || b == PATH_NONE ? PATH_NONE : a + b;
}

/* The months that pass from entering each stop to the target in roles that do
 * not feed a counter, at least: `any` of all ways, `own` of those on which some
 * role does. */
static void find_apart_least(const struct run *run, uint32_t counter,
                             uint32_t *any, uint32_t *own)
{
    for (uint32_t s = 0; s < run->stop_count; s++)
        any[s] = own[s] = PATH_NONE;
    any[run->target] = 0;
    for (uint32_t round = 0; round < run->query->most_moves; round++)
        for (uint32_t s = 0; s < run->stop_count; s++) {
            const struct stop *stop = &run->stops[s];
            const bool counts = feeds(run, stop, counter);
            const uint32_t pass = counts ? 0 : stop->stay;
            for (uint32_t i = 0; i < stop->move_count; i++) {
                const uint32_t to = stop->moves[i];
                const uint32_t through = sum(any[to], pass);
                const uint32_t with = counts ? any[to] : sum(own[to], pass);
                any[s] = through < any[s] ? through : any[s];
                own[s] = with < own[s] ? with : own[s];
            }
        }
}

static bool add_target(struct run *run, const struct wanted *wanted)
{
    const struct path_problem *problem = run->problem;
    const size_t stops = run->stop_count;
    const struct path_leaf *leaf;
    uint32_t count = 0;

    run->target_at = arena_array(&run->arena, problem->counter_count + 1,
                                 sizeof *run->target_at);
    if (!run->target_at)
        return false;
    for (uint32_t c = 0; c < problem->counter_count; c++)
        run->target_at[c] = PATH_NONE;
    FOR_LEAVES(problem, run->query->target, leaf)
    if (asks_more(problem, leaf) &&
        wanted->number[leaf->counter] != PATH_NONE &&
        run->target_at[leaf->counter] == PATH_NONE)
        run->target_at[leaf->counter] = count++;
    run->apart_least =
        arena_array(&run->arena, (count + 1) * stops, sizeof *run->apart_least);
    if (!run->apart_least)
        return false;
    for (uint32_t c = 0; c < problem->counter_count; c++)
        if (run->target_at[c] != PATH_NONE)
            find_apart_least(run, c, run->apart_least + count * stops,
                             run->apart_least + run->target_at[c] * stops);
    return true;
}

bool ahead_build(struct run *run)
{
    struct wanted wanted = {0};

    if (!find_wanted(run, &wanted))
        return false;
    run->place_of = wanted.number;
    run->counter_count = wanted.count;
    return add_thresholds(run, &wanted) && add_tables(run, &wanted) &&
           add_target(run, &wanted) && moot_build(run, wanted.count);
}
