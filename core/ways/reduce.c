/* SPDX-License-Identifier: MIT */
/* Acts that another one outdoes. */
#include "ways/reduce.h"

#include <stdlib.h>
#include <string.h>

/* In which leaves of the requirements each act stands. */
struct places {
    uint16_t *terms; /* of all acts, act after act, each in rising order */
    uint32_t first[ACTS_MOST + 1];
};

/* ---- where the acts stand ---- */

static void mark(const struct problem *problem, uint32_t at, bool *used)
{
    for (uint32_t t = at; t < problem->terms[at].end; t++)
        used[t] = true;
}

static uint32_t highest_term(const struct problem *problem)
{
    uint32_t highest = 0;

    for (uint32_t i = 0; i < problem->root_count; i++)
        if (problem->terms[problem->roots[i]].end > highest)
            highest = problem->terms[problem->roots[i]].end;
    for (uint32_t i = 0; i < problem->act_count; i++)
        if (problem->acts[i].requires != NO_TERM &&
            problem->terms[problem->acts[i].requires].end > highest)
            highest = problem->terms[problem->acts[i].requires].end;
    return highest;
}

/* Only leaves that a root or an act's own requirement has are looked at. */
static bool *used_terms(const struct problem *problem, uint32_t count)
{
    bool *used = calloc((size_t)count + 1, sizeof *used);

    if (!used)
        return NULL; /* memory */
    for (uint32_t i = 0; i < problem->root_count; i++)
        mark(problem, problem->roots[i], used);
    for (uint32_t i = 0; i < problem->act_count; i++)
        if (problem->acts[i].requires != NO_TERM)
            mark(problem, problem->acts[i].requires, used);
    return used;
}

/* Counts, or once the lists have their room fills them. */
static void walk(const struct problem *problem, const bool *used,
                 uint32_t count, uint32_t *next, uint16_t *terms)
{
    for (uint32_t t = 0; t < count; t++) {
        const struct term *term = &problem->terms[t];
        for (uint32_t i = 0; used[t] && i < term->act_count; i++) {
            const uint32_t act = problem->act_refs[term->first_act + i];
            if (terms)
                terms[next[act]] = (uint16_t)t;
            next[act]++;
        }
    }
}

static bool find_places(const struct problem *problem, struct places *places)
{
    const uint32_t count = highest_term(problem);
    bool *used = used_terms(problem, count);
    uint32_t next[ACTS_MOST] = {0};
    uint32_t total = 0;

    places->terms = NULL;
    if (!used)
        return false; /* memory */
    walk(problem, used, count, next, NULL);
    for (uint32_t i = 0; i < problem->act_count; i++) {
        places->first[i] = total;
        total += next[i];
        next[i] = places->first[i];
    }
    places->first[problem->act_count] = total;
    places->terms = calloc((size_t)total + 1, sizeof *places->terms);
    if (places->terms)
        walk(problem, used, count, next, places->terms);
    free(used);
    return places->terms != NULL;
}

/* ---- who outdoes whom ---- */

static bool stands_wherever(const struct places *places, uint32_t a, uint32_t b)
{
    uint32_t at = places->first[a];

    for (uint32_t i = places->first[b]; i < places->first[b + 1]; i++) {
        while (at < places->first[a + 1] &&
               places->terms[at] < places->terms[i])
            at++;
        if (at == places->first[a + 1] || places->terms[at] != places->terms[i])
            return false;
    }
    return true;
}

static bool takes_no_more(const struct act_cost *a, const struct act_cost *b)
{
    return a->pence <= b->pence && a->months <= b->months &&
           a->hours <= b->hours && a->off_the_job <= b->off_the_job &&
           a->elsewhere <= b->elsewhere && a->unsuited <= b->unsuited &&
           (a->requires == NO_TERM || a->requires == b->requires);
}

static bool outdoes(const struct problem *problem, const struct places *places,
                    uint32_t a, uint32_t b)
{
    return takes_no_more(&problem->acts[a], &problem->acts[b]) &&
           stands_wherever(places, a, b);
}

struct act_set reduce(const struct problem *problem,
                      const struct act_set *within)
{
    struct act_set kept = *within;
    struct places places;

    if (!find_places(problem, &places))
        return kept; /* memory */
    for (uint32_t b = 0; b < problem->act_count; b++)
        for (uint32_t a = 0; a < problem->act_count; a++)
            if (a != b && act_set_has(&kept, a) && act_set_has(&kept, b) &&
                outdoes(problem, &places, a, b))
                act_set_remove(&kept, b);
    free(places.terms);
    return kept;
}
