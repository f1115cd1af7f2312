/* SPDX-License-Identifier: MIT */
/* The search: layer by layer, a layer being all labels of as many moves. */
#include "path/search.h"

#include "path/inside.h"

#include <stdlib.h>
#include <string.h>

/* Labels of a stop and layer that the quick first search goes on with. */
enum { BEAM = 4 };

/* ---- going on from a label ---- */

static uint16_t smaller(uint32_t months, uint16_t cap)
{
    return months < cap ? (uint16_t)months : cap;
}

/* The months and facts with which a stop is entered, as far as anything ahead
 * of it asks for them. */
static void fill_scratch(struct run *run, struct label *label,
                         const struct stop *from, const struct stop *to,
                         const struct choice *choice, const uint16_t *moot,
                         uint32_t stay)
{
    struct label *next = label_scratch(run, to);
    next->before = label;
    next->moves = label->moves + 1;
    next->entered = label->entered + stay;
    next->stay = stay;
    next->hours = choice->hours;
    next->pence = choice->pence;
    const uint32_t left = moves_left(run, next);
    const uint16_t *caps = to->caps + (size_t)left * to->counter_count;
    const uint64_t *live = to->live + (size_t)left * run->fact_words;

    for (uint32_t w = 0; w < run->fact_words; w++)
        next->bits[w] = choice->bits[w] & live[w];
    memcpy(label_acts(run, next), choice->bits + run->fact_words,
           run->act_words * sizeof(uint64_t));
    uint16_t *months = label_months(run, next);
    uint16_t *enough = label_caps(run, next, to);
    for (uint32_t c = 0; c < to->counter_count; c++) {
        enough[c] = smaller(caps[c], moot[to->places[c]]);
        months[c] = enough[c] == 0
                        ? 0
                        : smaller(counter_months(run, label, from,
                                                 to->counters[c], stay),
                                  enough[c]);
    }
}

/* A counter for which a longer stay can be of use: a month here counts towards
 * it, a month in the next role does not, and it is asked for ahead of that. */
struct useful {
    uint32_t counter;
    uint32_t have;  /* months without any stay */
    uint32_t cap;   /* the most that is asked for */
    bool fed_ahead; /* a month in some later role counts too */
};

enum { USEFUL_MOST = 64 };

/* Those counters, and how long a stay can be of use for any. Past USEFUL_MOST
 * they are only counted. */
static uint32_t find_useful(const struct run *run, struct label *label,
                            const struct stop *from, const struct stop *to,
                            const uint16_t *moot,
                            struct useful useful[USEFUL_MOST],
                            uint32_t *ret_longest)
{
    const uint32_t left = run->query->most_moves - label->moves - 1;
    const size_t row = (size_t)left * to->counter_count;
    uint32_t count = 0;

    *ret_longest = 0;
    if (to == &run->stops[run->target] || run->beam > 0 ||
        run->broken == PATH_WAITS_AT_THRESHOLDS)
        return 0;
    for (uint32_t c = 0; c < to->counter_count; c++) {
        const uint32_t at = run->counter_at[to->counters[c]];
        if (to->feeds[c] || at == PATH_NONE || !from->feeds[at])
            continue;
        const struct useful one = {
            .counter = to->counters[c],
            .have = label_months(run, label)[at],
            .cap = smaller(to->caps[row + c], moot[to->places[c]]),
            .fed_ahead = to->fed_ahead[row + c]};
        if (one.cap <= one.have)
            continue;
        *ret_longest = one.cap - one.have > *ret_longest ? one.cap - one.have
                                                         : *ret_longest;
        if (count < USEFUL_MOST)
            useful[count] = one;
        count++;
    }
    return count;
}

/* Whether a stay longer than the shortest is of use: it fills a counter just up
 * to what some role asks for, or one that can be filled further later. */
static bool stay_is_useful(const struct run *run, const struct useful *useful,
                           uint32_t count, uint32_t stay)
{
    if (count > USEFUL_MOST)
        return true;
    for (uint32_t i = 0; i < count; i++)
        if (useful[i].have + stay <= useful[i].cap &&
            (useful[i].fed_ahead ||
             ahead_is_threshold(run, useful[i].counter, useful[i].have + stay)))
            return true;
    return false;
}

static void enter(struct run *run, struct label *label, const struct stop *from,
                  struct stop *to, const struct choice *choice)
{
    struct useful useful[USEFUL_MOST];
    uint32_t longest;
    const uint16_t *moot = moot_caps(run, choice->bits);

    if (!moot)
        return; /* memory */
    const uint32_t count =
        find_useful(run, label, from, to, moot, useful, &longest);

    for (uint32_t stay = choice->stay;
         (stay == choice->stay || stay <= longest) && !run->failed; stay++) {
        if (stay > choice->stay && !stay_is_useful(run, useful, count, stay))
            continue;
        fill_scratch(run, label, from, to, choice, moot, stay);
        if (to == &run->stops[run->target])
            front_arrive(run);
        else if (!front_is_hopeless(run, run->scratch, to))
            label_keep(run, to);
    }
}

static void go_on(struct run *run, struct label *label, const struct stop *from)
{
    const uint32_t left = moves_left(run, label);

    for (uint32_t i = 0; i < from->move_count && !run->failed; i++) {
        struct stop *to = &run->stops[from->moves[i]];
        if (to->to_target < left)
            choices_find(run, label, from, to, enter);
    }
}

/* ---- layers ---- */

/* The labels that were made become those whose turn it is. */
static bool turn_over(struct run *run)
{
    bool any = false;

    for (uint32_t s = 0; s < run->stop_count; s++) {
        struct stop *stop = &run->stops[s];
        const struct label_list done = stop->turn;
        stop->turn = stop->fresh;
        stop->fresh = done;
        stop->fresh.count = 0;
        labels_drop_dead(&stop->turn);
        if (run->beam > 0)
            labels_narrow(&stop->turn, run->beam);
        any |= stop->turn.count > 0;
    }
    return any;
}

static void note_left(struct run *run, struct label *label)
{
    const struct stop *stop = &run->stops[label->stop];
    uint32_t ahead = stop->least[moves_left(run, label)];

    if (ahead == PATH_NONE)
        return;
    if (!label->before) /* at the start nobody has to stay */
        ahead = ahead > stop->stay ? ahead - stop->stay : 0;
    if (label->entered + ahead < run->least_left)
        run->least_left = label->entered + ahead;
}

static void take_stop(struct run *run, struct stop *stop)
{
    for (uint32_t c = 0; c < stop->counter_count; c++)
        run->counter_at[stop->counters[c]] = c;
    for (uint32_t i = 0; i < stop->turn.count && !run->failed; i++) {
        struct label *label = stop->turn.items[i];
        if (run->labels - run->quick_labels >= run->most_labels &&
            run->beam == 0)
            run->full = true;
        if (run->full) {
            note_left(run, label);
            continue;
        }
        if (label->before && front_is_hopeless(run, label, stop))
            continue;
        go_on(run, label, stop);
    }
    for (uint32_t c = 0; c < stop->counter_count; c++)
        run->counter_at[stop->counters[c]] = PATH_NONE;
}

static void note_fresh(struct run *run)
{
    for (uint32_t s = 0; s < run->stop_count; s++)
        labels_drop_dead(&run->stops[s].fresh);
    for (uint32_t s = 0; s < run->stop_count; s++)
        for (uint32_t i = 0; i < run->stops[s].fresh.count; i++)
            note_left(run, run->stops[s].fresh.items[i]);
}

static void walk_layers(struct run *run)
{
    for (uint32_t moves = 0;
         moves < run->query->most_moves && !run->full && !run->failed;
         moves++) {
        if (!turn_over(run))
            break;
        for (uint32_t s = 0; s < run->stop_count && !run->failed; s++)
            take_stop(run, &run->stops[s]);
    }
    if (run->full)
        note_fresh(run);
}

/* ---- one run ---- */

static void begin_at_start(struct run *run)
{
    struct stop *stop = &run->stops[run->start];
    struct label *label = label_scratch(run, stop);

    label->before = NULL;
    label->moves = label->entered = label->stay = label->hours = 0;
    label->pence = 0;
    memset(label->bits, 0,
           ((size_t)run->fact_words + run->act_words) * sizeof(uint64_t));
    const uint16_t *caps =
        stop->caps + (size_t)stop->left_most * stop->counter_count;
    for (uint32_t c = 0; c < stop->counter_count; c++) {
        label_caps(run, label, stop)[c] = caps[c];
        label_months(run, label)[c] =
            smaller(run->problem->initial[stop->counters[c]], caps[c]);
    }
    label_keep(run, stop);
}

/* Which requirements of the target share no act with one before them: their
 * money adds up. */
static bool find_apart(struct run *run)
{
    const struct path_problem *problem = run->problem;
    const struct path_search *search = run->search;
    const struct path_span asks = problem->roles[run->query->target].asks;
    bool *taken =
        arena_array(&run->arena, (size_t)problem->act_count + 1, sizeof *taken);

    run->apart =
        arena_array(&run->arena, asks.count / 64 + 1, sizeof *run->apart);
    if (!taken || !run->apart)
        return false;
    for (uint32_t i = 0; i < asks.count; i++) {
        const uint32_t root = problem->refs[asks.first + i];
        bool shared = false;
        for (int pass = 0; pass < 2 && !shared; pass++)
            for (uint32_t t = root; t < problem->terms[root].end; t++) {
                if (problem->terms[t].op != PATH_LEAF)
                    continue;
                const uint32_t fact = search->leaf_fact[problem->terms[t].leaf];
                for (uint32_t m = 0;
                     fact != PATH_NONE && m < search->makers[fact].count; m++) {
                    const uint32_t act =
                        search->maker_refs[search->makers[fact].first + m];
                    shared |= pass == 0 && taken[act];
                    taken[act] |= pass == 1;
                }
            }
        if (!shared)
            bit_add(run->apart, i);
    }
    return true;
}

static bool run_begin(struct run *run, struct path_search *search,
                      const struct path_query *query,
                      const struct path_limits *limits)
{
    *run = (struct run){.search = search,
                        .problem = search->problem,
                        .query = query,
                        .broken = limits->broken,
                        .most_labels = limits->most_labels,
                        .least_left = PATH_NONE};
    if (!corridor_build(run))
        return false;
    for (uint32_t c = 0; c < run->problem->counter_count; c++)
        run->counter_at[c] = PATH_NONE;
    return run->stop_count == 0 ||
           (labels_begin(run) && choices_begin(run) && find_apart(run));
}

static void run_done(struct run *run)
{
    labels_done(run);
    arena_done(&run->arena);
}

/* A quick search, which goes on with a few labels of each stop only: what it
 * finds is valid, and leaves the whole search less to look at. */
static void search_quickly(struct run *run)
{
    run->beam = BEAM;
    begin_at_start(run);
    walk_layers(run);
    for (uint32_t s = 0; s < run->stop_count; s++)
        run->stops[s].all.count = run->stops[s].fresh.count =
            run->stops[s].turn.count = 0;
    run->beam = 0;
    run->quick_labels = run->labels;
}

/* Where nothing that is asked for can change, all labels of a stop and layer
 * are few, and a quick search would save nothing. */
static void search_whole(struct run *run)
{
    if (run->fact_count > 0 || run->counter_count > 0)
        search_quickly(run);
    begin_at_start(run);
    walk_layers(run);
}

bool path_search_run(struct path_search *search, const struct path_query *query,
                     const struct path_limits *limits,
                     struct path_answer *ret_answer)
{
    struct run run;
    bool done = run_begin(&run, search, query, limits);

    *ret_answer = (struct path_answer){0};
    if (done && run.stop_count > 0)
        search_whole(&run);
    done = done && !run.failed && answer_write(&run, ret_answer);
    if (done)
        answer_sum_up(&run, ret_answer);
    run_done(&run);
    if (!done)
        path_answer_done(ret_answer);
    return done;
}
