/* SPDX-License-Identifier: MIT */
/* Which experience no longer matters, by what is done already.
 *
 * Who has the qualification needs no months that were the other way to meet the
 * line. So for each set of facts the most months of each counter are found that
 * any line asks for which no fact of the set has met. README.md, "What nobody
 * asks for is dropped". */
#include "path/inside.h"

#include <stdlib.h>
#include <string.h>

/* A line that asks for months, and the facts of which any one meets it. */
struct line_wish {
    uint32_t counter; /* place among those of the search */
    uint16_t months;
    struct line_wish *next; /* of the same counter */
    uint64_t met_by[];
};

struct context {
    struct context *next; /* of the same hash */
    uint16_t *caps;       /* by place of the counter */
    uint64_t bits[];
};

enum { BUCKETS = 1024 };

struct moot {
    struct line_wish **wishes; /* by place of the counter */
    uint32_t counter_count;
    struct context *buckets[BUCKETS];
};

/* ---- lines ---- */

static bool is_met_by(const struct run *run, uint32_t at, uint32_t fact)
{
    const struct path_term *term = &run->problem->terms[at];
    uint32_t parts = 0;

    if (term->op == PATH_LEAF) {
        const uint32_t own = run->search->leaf_fact[term->leaf];
        return own != PATH_NONE && run->fact_at[own] == fact;
    }
    if (term->op != PATH_AT_LEAST)
        return term->op == PATH_TRUE;
    for (uint32_t p = at + 1; p < term->end; p = run->problem->terms[p].end)
        parts += is_met_by(run, p, fact);
    return parts >= term->n;
}

static void note_facts(const struct run *run, uint32_t root, uint64_t *met_by)
{
    const struct path_problem *problem = run->problem;

    for (uint32_t t = root; t < problem->terms[root].end; t++) {
        if (problem->terms[t].op != PATH_LEAF)
            continue;
        const uint32_t own = run->search->leaf_fact[problem->terms[t].leaf];
        if (own != PATH_NONE && is_met_by(run, root, run->fact_at[own]))
            bit_add(met_by, run->fact_at[own]);
    }
}

/* Adds a wish, or raises the one of the same counter that the same facts
 * meet. */
static bool add_wish(struct run *run, uint32_t counter, uint32_t months,
                     const uint64_t *met_by)
{
    const size_t size = run->fact_words * sizeof *met_by;
    struct line_wish **own = &run->moot->wishes[counter];

    for (struct line_wish *wish = *own; wish; wish = wish->next)
        if (memcmp(wish->met_by, met_by, size) == 0) {
            wish->months =
                months > wish->months ? (uint16_t)months : wish->months;
            return true;
        }
    struct line_wish *wish = arena_alloc(&run->arena, sizeof *wish + size);
    if (!wish)
        return false;
    wish->counter = counter;
    wish->months = (uint16_t)months;
    wish->next = *own;
    memcpy(wish->met_by, met_by, size);
    *own = wish;
    return true;
}

static bool add_line(struct run *run, uint32_t root, uint64_t *met_by)
{
    const struct path_problem *problem = run->problem;

    memset(met_by, 0, run->fact_words * sizeof *met_by);
    note_facts(run, root, met_by);
    for (uint32_t t = root; t < problem->terms[root].end; t++) {
        if (problem->terms[t].op != PATH_LEAF)
            continue;
        const struct path_leaf *leaf = &problem->leaves[problem->terms[t].leaf];
        if (leaf->counter == PATH_NONE ||
            leaf->months <= problem->initial[leaf->counter] ||
            run->place_of[leaf->counter] == PATH_NONE)
            continue;
        if (!add_wish(run, run->place_of[leaf->counter], leaf->months, met_by))
            return false;
    }
    return true;
}

bool moot_build(struct run *run, uint32_t counter_count)
{
    if (counter_count == 0)
        return true;
    const struct path_problem *problem = run->problem;
    uint64_t *met_by =
        arena_array(&run->arena, (size_t)run->fact_words + 1, sizeof *met_by);

    run->moot = arena_alloc(&run->arena, sizeof *run->moot);
    if (!run->moot || !met_by)
        return false;
    run->moot->counter_count = counter_count;
    run->moot->wishes = arena_array(&run->arena, (size_t)counter_count + 1,
                                    sizeof *run->moot->wishes);
    if (!run->moot->wishes)
        return false;
    for (uint32_t s = 0; s < run->stop_count; s++) {
        const struct path_span asks = problem->roles[run->stops[s].role].asks;
        for (uint32_t i = 0; i < asks.count; i++)
            if (!add_line(run, problem->refs[asks.first + i], met_by))
                return false;
    }
    return true;
}

/* ---- sets of facts ---- */

static uint32_t hash_of(const struct run *run, const uint64_t *bits)
{
    uint64_t hash = 0x9e3779b97f4a7c15u;

    for (uint32_t w = 0; w < run->fact_words; w++) {
        hash = (hash ^ bits[w]) * 0xff51afd7ed558ccdu;
        hash ^= hash >> 32;
    }
    return (uint32_t)(hash % BUCKETS);
}

static uint16_t most_left(const struct run *run, const struct line_wish *wish,
                          const uint64_t *bits)
{
    uint16_t most = 0;

    for (; wish; wish = wish->next) {
        bool met = false;
        for (uint32_t w = 0; w < run->fact_words; w++)
            met |= (wish->met_by[w] & bits[w]) != 0;
        if (!met && wish->months > most)
            most = wish->months;
    }
    return most;
}

const uint16_t *moot_caps(struct run *run, const uint64_t *bits)
{
    static const uint16_t none[1] = {0};
    struct moot *moot = run->moot;

    if (!moot)
        return none; /* no experience matters */
    const size_t size = run->fact_words * sizeof *bits;
    struct context **bucket = &moot->buckets[hash_of(run, bits)];

    for (const struct context *one = *bucket; one; one = one->next)
        if (memcmp(one->bits, bits, size) == 0)
            return one->caps;
    struct context *new = arena_alloc(&run->arena, sizeof *new + size);
    uint16_t *caps =
        arena_array(&run->arena, (size_t)moot->counter_count + 1, sizeof *caps);
    if (!new || !caps) {
        run->failed = true;
        return NULL;
    }
    memcpy(new->bits, bits, size);
    for (uint32_t c = 0; c < moot->counter_count; c++)
        caps[c] = most_left(run, moot->wishes[c], bits);
    new->caps = caps;
    new->next = *bucket;
    *bucket = new;
    return caps;
}
