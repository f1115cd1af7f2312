/* SPDX-License-Identifier: MIT */
/* What can be done, and how long waited, so that the next role may be entered.
 *
 * A choice is a set of acts with the shortest stay at which it is enough. Some
 * requirement that is still false needs one of its false leaves, so each is
 * tried: by one of its acts, or by staying until its counter is full. Only what
 * some requirement of this very role needs is done: README.md, "Not before it
 * is needed". */
#include "path/inside.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MOST = 64 };

/* One state of the trying: what would be done, and how long stayed. */
struct state {
    uint32_t stay;
    uint32_t months; /* until all acts are done */
    uint64_t hours;
    uint64_t pence;
    uint64_t *bits; /* facts, then acts */
};

struct trying {
    struct run *run;
    struct label *label;
    const struct stop *from;
    const struct stop *to;
    uint32_t ahead;      /* months from entering `to` to the target at least */
    uint32_t words;      /* of facts and acts together */
    uint64_t *bits;      /* DEPTH_MOST states */
    uint64_t *not_again; /* acts that an earlier branch has tried */
    struct choice *found;
    uint64_t *found_bits;
    uint32_t count, room;
};

bool choices_begin(struct run *run)
{
    struct trying *trying = arena_alloc(&run->arena, sizeof *trying);

    run->trying = trying;
    if (!trying)
        return false;
    trying->run = run;
    trying->words = run->fact_words + run->act_words;
    trying->bits = arena_array(
        &run->arena, (size_t)DEPTH_MOST * trying->words + 1, sizeof(uint64_t));
    trying->not_again = arena_array(
        &run->arena, (size_t)DEPTH_MOST * run->act_words + 1, sizeof(uint64_t));
    return trying->bits && trying->not_again;
}

/* ---- what is true ---- */

uint32_t counter_months(const struct run *run, struct label *label,
                        const struct stop *stop, uint32_t counter,
                        uint32_t stay)
{
    const uint32_t at = run->counter_at[counter];

    if (at == PATH_NONE)
        return run->problem->initial[counter];
    return label_months(run, label)[at] + (stop->feeds[at] ? stay : 0);
}

static uint32_t months_now(const struct trying *trying,
                           const struct path_leaf *leaf, uint32_t stay)
{
    return counter_months(trying->run, trying->label, trying->from,
                          leaf->counter, stay);
}

static bool leaf_is_true(const struct trying *trying, uint32_t at,
                         const struct state *state)
{
    const struct run *run = trying->run;
    const struct path_leaf *leaf = &run->problem->leaves[at];
    const uint32_t fact = run->search->leaf_fact[at];

    if (fact != PATH_NONE && bit_has(state->bits, run->fact_at[fact]))
        return true;
    if (leaf->counter == PATH_NONE)
        return false;
    /* What is there from the start is not carried along. */
    return run->problem->initial[leaf->counter] >= leaf->months ||
           months_now(trying, leaf, state->stay) >= leaf->months;
}

static bool is_true(const struct trying *trying, uint32_t at,
                    const struct state *state)
{
    const struct path_term *terms = trying->run->problem->terms;
    uint32_t parts = 0;

    switch ((enum path_op)terms[at].op) {
    case PATH_TRUE:
        return true;
    case PATH_FALSE:
        return false;
    case PATH_LEAF:
        return leaf_is_true(trying, terms[at].leaf, state);
    case PATH_AT_LEAST:
        break;
    }
    for (uint32_t p = at + 1; p < terms[at].end; p = terms[p].end)
        parts += is_true(trying, p, state);
    return parts >= terms[at].n;
}

/* The first requirement that is false; PATH_NONE: all are true. */
static uint32_t first_false(const struct trying *trying,
                            const struct state *state)
{
    const struct path_problem *problem = trying->run->problem;
    const struct path_span asks = problem->roles[trying->to->role].asks;

    for (uint32_t i = 0; i < asks.count; i++)
        if (!is_true(trying, problem->refs[asks.first + i], state))
            return problem->refs[asks.first + i];
    return PATH_NONE;
}

/* ---- what is found ---- */

/* Staying longer, until the acts are done and the hours fit. False: they never
 * do. */
static bool stay_for_study(const struct trying *trying, struct state *state)
{
    const uint32_t months =
        path_months_of_hours(state->hours, trying->run->query->study_minutes);
    const uint32_t until = months > state->months ? months : state->months;

    if (months == PATH_NONE)
        return false;
    if (until > trying->label->entered + state->stay)
        state->stay = until - trying->label->entered;
    return true;
}

static bool outdoes(const struct trying *trying, const struct choice *a,
                    const struct choice *b)
{
    if (a->stay > b->stay || a->pence > b->pence || a->hours > b->hours)
        return false;
    for (uint32_t w = 0; w < trying->run->fact_words; w++)
        if ((b->bits[w] & ~a->bits[w]) != 0)
            return false;
    return true;
}

static bool make_room(struct trying *trying)
{
    const uint32_t room = trying->room * 2 + 16;

    struct choice *found =
        arena_array(&trying->run->arena, room, sizeof *found);
    uint64_t *bits = arena_array(
        &trying->run->arena, (size_t)room * trying->words + 1, sizeof *bits);
    if (!found || !bits) {
        trying->run->failed = true;
        return false;
    }
    for (uint32_t i = 0; i < trying->count; i++) {
        uint64_t *own = bits + (size_t)i * trying->words;
        memcpy(own, trying->found[i].bits, trying->words * sizeof *bits);
        found[i] = trying->found[i];
        found[i].bits = own;
    }
    trying->found = found;
    trying->found_bits = bits;
    trying->room = room;
    return true;
}

/* Notes a state at which all is true, unless one that is noted outdoes it. */
static void note(struct trying *trying, const struct state *state)
{
    const struct choice choice = {.stay = state->stay,
                                  .hours = (uint32_t)state->hours,
                                  .pence = state->pence,
                                  .bits = state->bits};

    for (uint32_t i = 0; i < trying->count; i++)
        if (outdoes(trying, &trying->found[i], &choice))
            return;
    if (trying->count == trying->room && !make_room(trying))
        return;
    uint64_t *bits = trying->found_bits + (size_t)trying->count * trying->words;
    memcpy(bits, state->bits, trying->words * sizeof *bits);
    trying->found[trying->count] = choice;
    trying->found[trying->count++].bits = bits;
}

/* ---- trying ---- */

static void go_on(struct trying *trying, const struct state *state,
                  uint32_t depth);

static struct state copy_of(const struct trying *trying,
                            const struct state *state, uint32_t depth)
{
    struct state copy = *state;

    copy.bits = trying->bits + (size_t)(depth + 1) * trying->words;
    memcpy(copy.bits, state->bits, trying->words * sizeof *copy.bits);
    return copy;
}

static void do_act(const struct run *run, struct state *state, uint32_t act)
{
    const struct path_act *is = &run->problem->acts[act];
    const uint32_t at = run->act_at[act];
    const uint64_t *gives = run->act_gives + (size_t)at * run->fact_words;

    if (bit_has(state->bits + run->fact_words, at))
        return;
    bit_add(state->bits + run->fact_words, at);
    state->pence += is->pence;
    state->hours += is->hours;
    state->months = is->months > state->months ? is->months : state->months;
    for (uint32_t w = 0; w < run->fact_words; w++)
        state->bits[w] |= gives[w];
}

static void try_act(struct trying *trying, const struct state *state,
                    uint32_t act, uint32_t depth)
{
    const struct path_problem *problem = trying->run->problem;
    const struct path_span requires = problem->acts[act].requires;
    struct state next = copy_of(trying, state, depth);

    for (uint32_t i = 0; i < requires.count; i++)
        do_act(trying->run, &next, problem->refs[requires.first + i]);
    do_act(trying->run, &next, act);
    go_on(trying, &next, depth + 1);
}

static void try_waiting(struct trying *trying, const struct state *state,
                        const struct path_leaf *leaf, uint32_t depth)
{
    const uint32_t now = months_now(trying, leaf, state->stay);
    const uint32_t at = trying->run->counter_at[leaf->counter];
    struct state next = copy_of(trying, state, depth);

    if (at == PATH_NONE || !trying->from->feeds[at])
        return;
    next.stay += leaf->months - now;
    go_on(trying, &next, depth + 1);
}

static void try_leaf(struct trying *trying, const struct state *state,
                     uint32_t leaf_at, uint32_t depth)
{
    const struct run *run = trying->run;
    const struct path_leaf *leaf = &run->problem->leaves[leaf_at];
    const uint32_t fact = run->search->leaf_fact[leaf_at];
    uint64_t *tried = trying->not_again + (size_t)depth * run->act_words;

    if (leaf_is_true(trying, leaf_at, state))
        return;
    if (leaf->counter != PATH_NONE)
        try_waiting(trying, state, leaf, depth);
    if (fact == PATH_NONE)
        return;
    const struct path_span makers = run->search->makers[fact];
    for (uint32_t i = 0; i < makers.count; i++) {
        const uint32_t act = run->search->maker_refs[makers.first + i];
        if (bit_has(tried, run->act_at[act]))
            continue;
        try_act(trying, state, act, depth);
        bit_add(tried, run->act_at[act]);
    }
}

/* Tries every leaf below a requirement that is false, false parts only. */
static void try_term(struct trying *trying, const struct state *state,
                     uint32_t root, uint32_t depth)
{
    const struct path_term *terms = trying->run->problem->terms;
    uint32_t at = root;

    while (at < terms[root].end) {
        if (is_true(trying, at, state)) {
            at = terms[at].end;
            continue;
        }
        if (terms[at].op == PATH_LEAF)
            try_leaf(trying, state, terms[at].leaf, depth);
        at++;
    }
}

static void go_on(struct trying *trying, const struct state *state,
                  uint32_t depth)
{
    const struct run *run = trying->run;
    struct state now = *state;

    if (!stay_for_study(trying, &now) || run->failed)
        return;
    if (front_outdoes(run, trying->label->entered + now.stay + trying->ahead,
                      now.pence,
                      trying->label->moves + 1 + trying->to->to_target))
        return;
    const uint32_t root = first_false(trying, &now);
    if (root == PATH_NONE) {
        note(trying, &now);
        return;
    }
    if (depth + 1 == DEPTH_MOST) {
        trying->run->deep = true;
        return;
    }
    uint64_t *tried = trying->not_again + (size_t)depth * run->act_words;
    if (depth == 0)
        memset(tried, 0, run->act_words * sizeof *tried);
    else
        memcpy(tried, tried - run->act_words, run->act_words * sizeof *tried);
    try_term(trying, &now, root, depth);
}

/* ---- all of them ---- */

static void begin(struct run *run, struct label *label, const struct stop *from,
                  const struct stop *to)
{
    struct trying *trying = run->trying;
    struct state state = {.stay = label->before ? from->stay : 0,
                          .hours = label->hours,
                          .pence = label->pence,
                          .bits = trying->bits};

    trying->label = label;
    trying->from = from;
    trying->to = to;
    trying->count = 0;
    trying->ahead = to->least[moves_left(run, label) - 1];
    if (trying->ahead == PATH_NONE)
        return;
    memcpy(state.bits, label->bits, trying->words * sizeof *state.bits);
    go_on(trying, &state, 0);
}

void choices_find(struct run *run, struct label *label, const struct stop *from,
                  struct stop *to,
                  void (*each)(struct run *run, struct label *label,
                               const struct stop *from, struct stop *to,
                               const struct choice *choice))
{
    const struct trying *trying = run->trying;

    begin(run, label, from, to);
    for (uint32_t i = 0; i < trying->count && !run->failed; i++) {
        bool outdone = false;
        for (uint32_t j = i + 1; j < trying->count && !outdone; j++)
            outdone = outdoes(trying, &trying->found[j], &trying->found[i]);
        if (!outdone)
            each(run, label, from, to, &trying->found[i]);
    }
}
