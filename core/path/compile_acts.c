/* SPDX-License-Identifier: MIT */
/* The acts of the problem.
 *
 * A course that asks for something to start is one act for each way to have
 * that: each with the other courses that it requires. */
#include "path/compile_inside.h"

#include "judge/same.h"

#include <stdlib.h>
#include <string.h>

/* Ways to be let in to one course, the cheapest first; and the acts of one. */
enum { WAYS_MOST = 64, TRIED_MOST = 256, NEEDED_MOST = 8 };

/* ---- acts that another one outdoes ---- */

/* Which leaves each act of the planning closes: a bit for each leaf. */
struct closing {
    uint64_t *bits; /* by act */
    size_t words;
};

static bool find_closing(struct compiling *compiling, struct closing *closing)
{
    const struct compiled *compiled = compiling->compiled;
    const struct planning *planning = &compiled->planning;
    size_t leaves = 0, at = 0;

    for (uint32_t w = 0; w < planning->want_count; w++)
        leaves += planning->wants[w]->judgement.count;
    closing->words = leaves / 64 + 1;
    closing->bits = arena_array(
        compiling->arena, closing->words * planning->problem.act_count + 1,
        sizeof *closing->bits);
    if (!closing->bits)
        return false;
    for (uint32_t w = 0; w < planning->want_count; w++)
        for (uint32_t i = 0; i < planning->wants[w]->judgement.count; i++) {
            const struct wanted_leaf *leaf = &compiled->leaves[w][i];
            for (uint32_t a = 0; a < leaf->act_count; a++)
                closing->bits[leaf->acts[a] * closing->words + at / 64] |=
                    (uint64_t)1 << (at % 64);
            at++;
        }
    return true;
}

static bool needs_nothing(const struct act *act)
{
    return !act->entry || act->entry->judgement.verdict != SG_UNMET;
}

static bool is_sure(const struct act *act)
{
    return !act->entry || act->entry->judgement.verdict != SG_ASK;
}

/* Whether an act asks for no more to start than another one. */
static bool starts_as_easily(const struct act *a, const struct act *b)
{
    if (needs_nothing(a))
        return true;
    if (needs_nothing(b))
        return false;
    const struct framework *entry = want_framework(a->entry);
    return tree_same(entry, entry->lines[a->entry->line].root, entry,
                     entry->lines[b->entry->line].root);
}

/* As in ways/reduce.h: whatever holds the one can hold the other instead. */
static bool outdoes(const struct planning *planning,
                    const struct closing *closing, uint32_t a, uint32_t b)
{
    const struct act_cost x = planning_cost(planning, &planning->acts[a]);
    const struct act_cost y = planning_cost(planning, &planning->acts[b]);

    if (!starts_as_easily(&planning->acts[a], &planning->acts[b]) ||
        (is_sure(&planning->acts[b]) && !is_sure(&planning->acts[a])) ||
        x.pence > y.pence || x.months > y.months || x.hours > y.hours)
        return false;
    for (size_t w = 0; w < closing->words; w++)
        if ((closing->bits[b * closing->words + w] &
             ~closing->bits[a * closing->words + w]) != 0)
            return false;
    return true;
}

static bool drop_outdone(struct compiling *compiling)
{
    const struct planning *planning = &compiling->compiled->planning;
    const uint32_t count = planning->problem.act_count;
    struct closing closing;
    bool *left = arena_array(compiling->arena, (size_t)count + 1, sizeof *left);

    if (!left || !find_closing(compiling, &closing))
        return false;
    for (uint32_t b = 0; b < count; b++)
        for (uint32_t a = 0; a < count && !left[b]; a++)
            left[b] = a != b && !left[a] && outdoes(planning, &closing, a, b);
    for (uint32_t w = 0; w < planning->want_count; w++)
        for (uint32_t i = 0; i < planning->wants[w]->judgement.count; i++) {
            struct wanted_leaf *leaf = &compiling->compiled->leaves[w][i];
            uint32_t kept = 0;
            for (uint32_t a = 0; a < leaf->act_count; a++)
                if (!left[leaf->acts[a]])
                    leaf->acts[kept++] = leaf->acts[a];
            leaf->act_count = kept;
        }
    return true;
}

/* ---- ways to be let in ---- */

/* One set of acts of the problem, rising, with all that they require. */
struct needed {
    uint32_t acts[NEEDED_MOST];
    uint32_t count;
    uint32_t parts; /* of an "at least n": how many it makes true */
};

struct ways_in {
    struct needed sets[TRIED_MOST];
    uint32_t count;
    bool cut; /* there were more */
};

/* Adds an act in its place; false when there are too many. */
static bool needs_too(struct needed *needed, uint32_t act)
{
    uint32_t at = 0;

    while (at < needed->count && needed->acts[at] < act)
        at++;
    if (at < needed->count && needed->acts[at] == act)
        return true;
    if (needed->count == NEEDED_MOST)
        return false; /* more than anybody does first */
    memmove(&needed->acts[at + 1], &needed->acts[at],
            (needed->count - at) * sizeof *needed->acts);
    needed->acts[at] = act;
    needed->count++;
    return true;
}

static bool join(struct needed *all, const struct needed *more)
{
    for (uint32_t i = 0; i < more->count; i++)
        if (!needs_too(all, more->acts[i]))
            return false;
    return true;
}

static bool is_part_of(const struct needed *some, const struct needed *all)
{
    uint32_t found = 0;

    for (uint32_t i = 0; i < some->count; i++)
        for (uint32_t j = 0; j < all->count; j++)
            found += some->acts[i] == all->acts[j];
    return found == some->count;
}

/* Adds a set, unless one that is there is a part of it. */
static void add_way(struct ways_in *ways, const struct needed *set)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < ways->count; i++)
        if (ways->sets[i].parts >= set->parts &&
            is_part_of(&ways->sets[i], set))
            return;
    for (uint32_t i = 0; i < ways->count; i++)
        if (ways->sets[i].parts > set->parts ||
            !is_part_of(set, &ways->sets[i]))
            ways->sets[kept++] = ways->sets[i];
    ways->count = kept;
    if (ways->count < TRIED_MOST)
        ways->sets[ways->count++] = *set;
    else
        ways->cut = true;
}

static bool node_ways(struct compiling *compiling, const struct want *want,
                      uint32_t world, uint32_t node, struct ways_in *ways);

static bool leaf_ways(struct compiling *compiling, const struct want *want,
                      uint32_t node, struct ways_in *ways)
{
    const struct wanted_leaf *leaf =
        compile_leaf(compiling->compiled, want, node);

    for (uint32_t i = 0; i < leaf->act_count; i++) {
        const struct list *variants = &compiling->variants[leaf->acts[i]];
        for (uint32_t v = 0; v < variants->count; v++) {
            const uint32_t act = *LIST_AT(variants, uint32_t, v);
            const struct path_span requires =
                LIST_AT(&compiling->acts, struct path_act, act)->requires;
            struct needed set = {.parts = 1};
            bool fits = needs_too(&set, act);
            for (uint32_t r = 0; r < requires.count; r++)
                fits &= needs_too(&set, *LIST_AT(&compiling->refs, uint32_t,
                                                 requires.first + r));
            if (fits)
                add_way(ways, &set);
        }
    }
    return true;
}

/* Part by part: whatever was there, and whatever was there with this part. */
static bool add_part(struct ways_in *all, const struct ways_in *part)
{
    struct ways_in *next = calloc(1, sizeof *next);

    if (!next)
        return false;
    for (uint32_t i = 0; i < all->count; i++) {
        for (uint32_t j = 0; j < part->count; j++) {
            struct needed both = all->sets[i];
            both.parts++;
            if (join(&both, &part->sets[j]))
                add_way(next, &both);
        }
        add_way(next, &all->sets[i]);
    }
    *all = *next;
    free(next);
    return true;
}

static bool group_ways(struct compiling *compiling, const struct want *want,
                       uint32_t world, uint32_t node, struct ways_in *ways)
{
    const struct framework *to = want_framework(want);
    const struct node *is = &to->nodes[node];
    struct ways_in *all = calloc(2, sizeof *all);
    uint32_t parts = 0;
    bool done = all != NULL;

    if (!all)
        return false;
    all[0].count = 1;
    for (uint32_t p = node + 1; done && p < is->end; p = to->nodes[p].end) {
        parts++;
        all[1].count = 0;
        done = node_ways(compiling, want, world, p, &all[1]) &&
               add_part(&all[0], &all[1]);
    }
    const uint32_t n = is->op == SG_ALL ? parts : is->op == SG_ANY ? 1 : is->n;
    for (uint32_t i = 0; done && i < all[0].count; i++) {
        if (all[0].sets[i].parts < n)
            continue;
        all[0].sets[i].parts = 1;
        add_way(ways, &all[0].sets[i]);
    }
    free(all);
    return done;
}

static bool node_ways(struct compiling *compiling, const struct want *want,
                      uint32_t world, uint32_t node, struct ways_in *ways)
{
    const struct needed nothing = {.parts = 1};
    const uint32_t at = node - want->judgement.first;

    if (want->met[world * want->judgement.count + at] ||
        (want_node_is_open(want, node) && want->open_passes))
        add_way(ways, &nothing);
    else if (node_is_group(&want_framework(want)->nodes[node]))
        return group_ways(compiling, want, world, node, ways);
    else if (!want_node_is_open(want, node))
        return leaf_ways(compiling, want, node, ways);
    return true;
}

/* In every world of the current role. */
static bool entry_ways(struct compiling *compiling, const struct want *entry,
                       struct ways_in *ways)
{
    struct ways_in *part = calloc(1, sizeof *part);
    bool done = part != NULL;

    ways->count = 1;
    ways->sets[0] = (struct needed){.parts = 0};
    for (uint32_t w = 0; done && w < entry->world_count; w++) {
        part->count = 0;
        done = node_ways(compiling, entry, w, entry->judgement.first, part) &&
               add_part(ways, part);
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ways->count; i++)
        if (ways->sets[i].parts == entry->world_count)
            ways->sets[kept++] = ways->sets[i];
    ways->count = kept;
    free(part);
    return done;
}

/* ---- variants ---- */

struct total {
    uint64_t pence, hours;
    uint32_t months;
};

static struct total total_of(const struct compiling *compiling,
                             const struct needed *set)
{
    struct total total = {0};

    for (uint32_t i = 0; i < set->count; i++) {
        const struct path_act *act =
            LIST_AT(&compiling->acts, struct path_act, set->acts[i]);
        total.pence += act->pence;
        total.hours += act->hours;
        total.months = act->months > total.months ? act->months : total.months;
    }
    return total;
}

static bool is_cheaper(struct total a, struct total b)
{
    if (a.pence != b.pence)
        return a.pence < b.pence;
    return a.months != b.months ? a.months < b.months : a.hours < b.hours;
}

/* The cheapest first, so that what is cut off is the dearest. */
static void sort_ways(const struct compiling *compiling, struct ways_in *ways)
{
    for (uint32_t i = 1; i < ways->count; i++)
        for (uint32_t j = i;
             j > 0 && is_cheaper(total_of(compiling, &ways->sets[j]),
                                 total_of(compiling, &ways->sets[j - 1]));
             j--) {
            const struct needed set = ways->sets[j];
            ways->sets[j] = ways->sets[j - 1];
            ways->sets[j - 1] = set;
        }
}

static bool add_act(struct compiling *compiling, uint32_t of,
                    const struct needed *needed)
{
    const struct planning *planning = &compiling->compiled->planning;
    const struct act_cost cost = planning_cost(planning, &planning->acts[of]);
    struct path_act *act =
        LIST_ADD(compiling, &compiling->acts, struct path_act);
    uint32_t *acts_of = LIST_ADD(compiling, &compiling->acts_of, uint32_t);

    if (!act || !acts_of)
        return false;
    *acts_of = of;
    *act = (struct path_act){
        .pence = cost.pence,
        .hours = cost.hours,
        .months = cost.months + total_of(compiling, needed).months,
        .requires = {.first = compiling->refs.count, .count = needed->count}};
    for (uint32_t i = 0; i < needed->count; i++) {
        uint32_t *ref = LIST_ADD(compiling, &compiling->refs, uint32_t);
        if (!ref)
            return false;
        *ref = needed->acts[i];
    }
    return true;
}

/* Whether an act of the planning has a variant with just these requirements, or
 * is itself among them. */
static bool is_made(const struct compiling *compiling, uint32_t act,
                    const struct needed *needed)
{
    const struct list *variants = &compiling->variants[act];

    for (uint32_t v = 0; v < variants->count; v++) {
        const uint32_t made = *LIST_AT(variants, uint32_t, v);
        const struct path_span requires =
            LIST_AT(&compiling->acts, struct path_act, made)->requires;
        bool same = requires.count == needed->count;
        for (uint32_t i = 0; i < needed->count; i++) {
            if (needed->acts[i] == made)
                return true;
            same = same && *LIST_AT(&compiling->refs, uint32_t,
                                    requires.first + i) == needed->acts[i];
        }
        if (same)
            return true;
    }
    return false;
}

static bool add_variants(struct compiling *compiling, uint32_t act,
                         struct ways_in *ways, bool *more)
{
    struct list *variants = &compiling->variants[act];

    sort_ways(compiling, ways);
    for (uint32_t i = 0; i < ways->count; i++) {
        if (is_made(compiling, act, &ways->sets[i]))
            continue;
        if (variants->count == WAYS_MOST) {
            compiling->compiled->cut = true;
            return true;
        }
        uint32_t *own = LIST_ADD(compiling, variants, uint32_t);
        if (!own || !add_act(compiling, act, &ways->sets[i]))
            return false;
        *own = compiling->acts.count - 1;
        *more = true;
    }
    return true;
}

static bool make_variants(struct compiling *compiling, uint32_t act, bool *more)
{
    const struct act *is = &compiling->compiled->planning.acts[act];
    struct ways_in *ways = calloc(1, sizeof *ways);

    if (!ways)
        return false;
    ways->count = 1;
    const bool done =
        (needs_nothing(is) || entry_ways(compiling, is->entry, ways)) &&
        add_variants(compiling, act, ways, more);
    compiling->compiled->cut |= ways->cut;
    free(ways);
    return done;
}

/* Round by round: a course can begin once what it asks for can be had. Acts
 * that only require each other never can. */
enum { ROUNDS_MOST = 8 };

static bool make_all(struct compiling *compiling)
{
    const uint32_t count = compiling->compiled->planning.problem.act_count;
    bool more = true;

    for (uint32_t round = 0; more && round < ROUNDS_MOST; round++) {
        more = false;
        for (uint32_t a = 0; a < count; a++)
            if (!make_variants(compiling, a, &more))
                return false;
    }
    compiling->compiled->cut |= more;
    return true;
}

bool compile_acts(struct compiling *compiling)
{
    const uint32_t count = compiling->compiled->planning.problem.act_count;

    compiling->variants = arena_array(compiling->arena, (size_t)count + 1,
                                      sizeof *compiling->variants);
    return compiling->variants && drop_outdone(compiling) &&
           make_all(compiling);
}
