/* SPDX-License-Identifier: MIT */
/* What all searches of a problem share: where one comes from, and which acts
 * make what true.
 *
 * Leaves with the same acts are one fact. An act is not worth trying when
 * another one gives as much for no more: README.md, "Acts that another one
 * outdoes". */
#include "path/inside.h"

#include <stdlib.h>
#include <string.h>

/* ---- where one comes from ---- */

static bool turn_moves_round(struct path_search *search)
{
    const struct path_problem *problem = search->problem;
    uint32_t total = 0;

    search->back = arena_array(&search->arena, (size_t)problem->role_count + 1,
                               sizeof *search->back);
    if (!search->back)
        return false;
    for (uint32_t r = 0; r < problem->role_count; r++) {
        const struct path_span moves = problem->roles[r].moves;
        for (uint32_t i = 0; i < moves.count; i++)
            search->back[problem->refs[moves.first + i]].count++;
        total += moves.count;
    }
    search->back_refs =
        arena_array(&search->arena, (size_t)total + 1, sizeof(uint32_t));
    if (!search->back_refs)
        return false;
    total = 0;
    for (uint32_t r = 0; r < problem->role_count; r++) {
        search->back[r].first = total;
        total += search->back[r].count;
        search->back[r].count = 0;
    }
    for (uint32_t r = 0; r < problem->role_count; r++) {
        const struct path_span moves = problem->roles[r].moves;
        for (uint32_t i = 0; i < moves.count; i++) {
            struct path_span *back =
                &search->back[problem->refs[moves.first + i]];
            search->back_refs[back->first + back->count++] = r;
        }
    }
    return true;
}

/* ---- facts ---- */

/* By what their acts are, the first leaf of each kind. */
struct kinds {
    uint32_t *leaf; /* PATH_NONE: free */
    uint32_t size;  /* a power of two */
};

static uint32_t hash_of(const struct path_problem *problem,
                        struct path_span acts)
{
    uint32_t hash = 2166136261u;

    for (uint32_t i = 0; i < acts.count; i++)
        hash = (hash ^ problem->refs[acts.first + i]) * 16777619u;
    return hash;
}

static bool is_same(const struct path_problem *problem, struct path_span a,
                    struct path_span b)
{
    return a.count == b.count &&
           memcmp(&problem->refs[a.first], &problem->refs[b.first],
                  a.count * sizeof *problem->refs) == 0;
}

static void name_fact(struct path_search *search, struct kinds *kinds,
                      uint32_t leaf)
{
    const struct path_problem *problem = search->problem;
    const struct path_span acts = problem->leaves[leaf].acts;

    search->leaf_fact[leaf] = PATH_NONE;
    if (acts.count == 0)
        return;
    uint32_t at = hash_of(problem, acts) & (kinds->size - 1);
    while (kinds->leaf[at] != PATH_NONE &&
           !is_same(problem, acts, problem->leaves[kinds->leaf[at]].acts))
        at = (at + 1) & (kinds->size - 1);
    if (kinds->leaf[at] == PATH_NONE) {
        kinds->leaf[at] = leaf;
        search->leaf_fact[leaf] = search->fact_count++;
    } else {
        search->leaf_fact[leaf] = search->leaf_fact[kinds->leaf[at]];
    }
}

static bool name_facts(struct path_search *search)
{
    const struct path_problem *problem = search->problem;
    struct kinds kinds = {.size = 16};

    while (kinds.size < 2 * problem->leaf_count)
        kinds.size *= 2;
    kinds.leaf = malloc(kinds.size * sizeof *kinds.leaf);
    search->leaf_fact = arena_array(
        &search->arena, (size_t)problem->leaf_count + 1, sizeof(uint32_t));
    if (!kinds.leaf || !search->leaf_fact) {
        free(kinds.leaf);
        return false;
    }
    for (uint32_t i = 0; i < kinds.size; i++)
        kinds.leaf[i] = PATH_NONE;
    for (uint32_t i = 0; i < problem->leaf_count; i++)
        name_fact(search, &kinds, i);
    free(kinds.leaf);
    return true;
}

/* Acts that others require: "it is done" is a fact too. */
static bool name_own_facts(struct path_search *search)
{
    const struct path_problem *problem = search->problem;

    search->own_fact = arena_array(
        &search->arena, (size_t)problem->act_count + 1, sizeof(uint32_t));
    if (!search->own_fact)
        return false;
    for (uint32_t a = 0; a < problem->act_count; a++)
        search->own_fact[a] = PATH_NONE;
    for (uint32_t a = 0; a < problem->act_count; a++) {
        const struct path_span requires = problem->acts[a].requires;
        for (uint32_t i = 0; i < requires.count; i++) {
            const uint32_t before = problem->refs[requires.first + i];
            if (search->own_fact[before] == PATH_NONE)
                search->own_fact[before] = search->fact_count++;
        }
    }
    return true;
}

/* ---- which act gives which fact ---- */

struct pair {
    uint32_t act;
    uint32_t fact;
};

static int by_act(const void *a, const void *b)
{
    const struct pair *x = a;
    const struct pair *y = b;

    if (x->act != y->act)
        return x->act < y->act ? -1 : 1;
    return (x->fact > y->fact) - (x->fact < y->fact);
}

/* All pairs of acts and facts, by act, each once; NULL without memory. */
static struct pair *list_pairs(const struct path_search *search,
                               uint32_t *ret_count)
{
    const struct path_problem *problem = search->problem;
    size_t room = problem->act_count;
    uint32_t count = 0, kept = 0;

    for (uint32_t i = 0; i < problem->leaf_count; i++)
        room += problem->leaves[i].acts.count;
    struct pair *pairs = malloc((room + 1) * sizeof *pairs);
    if (!pairs)
        return NULL;
    for (uint32_t i = 0; i < problem->leaf_count; i++) {
        const struct path_span acts = problem->leaves[i].acts;
        for (uint32_t a = 0; a < acts.count; a++)
            pairs[count++] = (struct pair){problem->refs[acts.first + a],
                                           search->leaf_fact[i]};
    }
    for (uint32_t a = 0; a < problem->act_count; a++)
        if (search->own_fact[a] != PATH_NONE)
            pairs[count++] = (struct pair){a, search->own_fact[a]};
    qsort(pairs, count, sizeof *pairs, by_act);
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || by_act(&pairs[kept - 1], &pairs[i]) != 0)
            pairs[kept++] = pairs[i];
    *ret_count = kept;
    return pairs;
}

static bool note_gives(struct path_search *search, const struct pair *pairs,
                       uint32_t count)
{
    search->gives =
        arena_array(&search->arena, (size_t)search->problem->act_count + 1,
                    sizeof *search->gives);
    search->give_refs =
        arena_array(&search->arena, (size_t)count + 1, sizeof(uint32_t));
    if (!search->gives || !search->give_refs)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        struct path_span *gives = &search->gives[pairs[i].act];
        if (gives->count++ == 0)
            gives->first = i;
        search->give_refs[i] = pairs[i].fact;
    }
    return true;
}

/* ---- acts that another one outdoes ---- */

/* Whether one rising list holds all of another. */
static bool holds_all(const uint32_t *list, uint32_t count,
                      const uint32_t *others, uint32_t other_count)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < other_count; i++) {
        while (at < count && list[at] < others[i])
            at++;
        if (at == count || list[at] != others[i])
            return false;
    }
    return true;
}

/* Whether all that one list names stands in another; short, in any order. */
static bool is_within(const struct path_problem *problem, struct path_span some,
                      struct path_span all)
{
    for (uint32_t i = 0; i < some.count; i++) {
        bool found = false;
        for (uint32_t j = 0; j < all.count && !found; j++)
            found =
                problem->refs[some.first + i] == problem->refs[all.first + j];
        if (!found)
            return false;
    }
    return true;
}

static bool outdoes(const struct path_search *search, uint32_t a, uint32_t b)
{
    const struct path_problem *problem = search->problem;
    const struct path_act *x = &problem->acts[a];
    const struct path_act *y = &problem->acts[b];
    const struct path_span gives = search->gives[a];
    const struct path_span wanted = search->gives[b];

    return x->pence <= y->pence && x->hours <= y->hours &&
           x->months <= y->months &&
           is_within(problem, x->requires, y->requires) &&
           holds_all(&search->give_refs[gives.first], gives.count,
                     &search->give_refs[wanted.first], wanted.count);
}

/* Takes acts out of each fact's makers that another maker of it outdoes. */
static void thin_out(struct path_search *search, struct path_span *makers)
{
    uint32_t *refs = &search->maker_refs[makers->first];
    uint32_t kept = 0;

    for (uint32_t i = 0; i < makers->count; i++) {
        bool outdone = false;
        for (uint32_t j = 0; j < makers->count && !outdone; j++)
            outdone = i != j && refs[j] != PATH_NONE &&
                      outdoes(search, refs[j], refs[i]);
        if (outdone)
            refs[i] = PATH_NONE;
    }
    for (uint32_t i = 0; i < makers->count; i++)
        if (refs[i] != PATH_NONE)
            refs[kept++] = refs[i];
    makers->count = kept;
}

static bool note_makers(struct path_search *search, const struct pair *pairs,
                        uint32_t count)
{
    uint32_t total = 0;

    search->makers = arena_array(&search->arena, (size_t)search->fact_count + 1,
                                 sizeof *search->makers);
    search->maker_refs =
        arena_array(&search->arena, (size_t)count + 1, sizeof(uint32_t));
    if (!search->makers || !search->maker_refs)
        return false;
    for (uint32_t i = 0; i < count; i++)
        search->makers[pairs[i].fact].count++;
    for (uint32_t f = 0; f < search->fact_count; f++) {
        search->makers[f].first = total;
        total += search->makers[f].count;
        search->makers[f].count = 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        struct path_span *makers = &search->makers[pairs[i].fact];
        search->maker_refs[makers->first + makers->count++] = pairs[i].act;
    }
    for (uint32_t f = 0; f < search->fact_count; f++)
        thin_out(search, &search->makers[f]);
    return true;
}

static bool note_acts(struct path_search *search)
{
    uint32_t count = 0;
    struct pair *pairs = list_pairs(search, &count);
    const bool noted = pairs && note_gives(search, pairs, count) &&
                       note_makers(search, pairs, count);

    free(pairs);
    return noted;
}

struct path_search *path_search_new(const struct path_problem *problem)
{
    struct path_search *search = calloc(1, sizeof *search);

    if (!search)
        return NULL;
    search->problem = problem;
    if (turn_moves_round(search) && name_facts(search) &&
        name_own_facts(search) && note_acts(search))
        return search;
    path_search_free(search);
    return NULL;
}

void path_search_free(struct path_search *search)
{
    if (!search)
        return;
    arena_done(&search->arena);
    free(search);
}
