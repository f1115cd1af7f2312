/* SPDX-License-Identifier: MIT */
/* What each role asks for, as terms of the problem. */
#include "path/compile_inside.h"

/* ---- leaves ---- */

static bool add_leaf_acts(struct compiling *compiling,
                          const struct wanted_leaf *wanted,
                          struct path_leaf *leaf)
{
    leaf->acts.first = compiling->refs.count;
    for (uint32_t i = 0; i < wanted->act_count; i++) {
        const struct list *variants = &compiling->variants[wanted->acts[i]];
        for (uint32_t v = 0; v < variants->count; v++) {
            uint32_t *ref = LIST_ADD(compiling, &compiling->refs, uint32_t);
            if (!ref)
                return false;
            *ref = *LIST_AT(variants, uint32_t, v);
        }
    }
    leaf->acts.count = compiling->refs.count - leaf->acts.first;
    return true;
}

/* A leaf of the problem, made when first asked for: the acts with the first of
 * the times, or one of the further times. */
static bool leaf_of(struct compiling *compiling, struct wanted_leaf *wanted,
                    uint32_t time, uint32_t *ret_leaf)
{
    uint32_t *made = time == 0 ? &wanted->leaf : &wanted->times[time].leaf;

    if (*made == PATH_NONE) {
        struct path_leaf leaf = {.counter = PATH_NONE};
        struct path_leaf *added =
            LIST_ADD(compiling, &compiling->leaves, struct path_leaf);
        if (!added)
            return false;
        *made = compiling->leaves.count - 1;
        if (time < wanted->time_count) {
            leaf.counter = wanted->times[time].counter;
            leaf.months = wanted->times[time].months;
        }
        if (time == 0 && !add_leaf_acts(compiling, wanted, &leaf))
            return false;
        *LIST_AT(&compiling->leaves, struct path_leaf, *made) = leaf;
    }
    *ret_leaf = *made;
    return true;
}

/* ---- terms ---- */

/* Each of several times closes the leaf: any of them. */
static bool write_times(struct compiling *compiling, struct wanted_leaf *wanted,
                        struct path_term *term)
{
    term->op = PATH_AT_LEAST;
    term->n = 1;
    for (uint32_t t = 0; t < wanted->time_count; t++) {
        struct path_term *part =
            LIST_ADD(compiling, &compiling->terms, struct path_term);
        if (!part)
            return false;
        *part =
            (struct path_term){.op = PATH_LEAF, .end = compiling->terms.count};
        if (!leaf_of(compiling, wanted, t, &part->leaf))
            return false;
    }
    return true;
}

static bool write_leaf(struct compiling *compiling, const struct want *want,
                       uint32_t node, struct path_term *term)
{
    struct wanted_leaf *wanted =
        &compiling->compiled
             ->leaves[want->number][node - want->judgement.first];

    if (wanted->time_count > 1)
        return write_times(compiling, wanted, term);
    term->op = PATH_LEAF;
    return leaf_of(compiling, wanted, 0, &term->leaf);
}

static bool write_node(struct compiling *compiling, const struct want *want,
                       uint32_t world, uint32_t node);

static bool write_parts(struct compiling *compiling, const struct want *want,
                        uint32_t world, uint32_t node, struct path_term *term)
{
    const struct framework *to = want_framework(want);
    const struct node *is = &to->nodes[node];
    uint32_t parts = 0;

    for (uint32_t p = node + 1; p < is->end; p = to->nodes[p].end) {
        if (!write_node(compiling, want, world, p))
            return false;
        parts++;
    }
    term->op = PATH_AT_LEAST;
    term->n = (uint8_t)(is->op == SG_ALL   ? parts
                        : is->op == SG_ANY ? 1
                                           : is->n);
    return true;
}

static bool write_node(struct compiling *compiling, const struct want *want,
                       uint32_t world, uint32_t node)
{
    const uint32_t index = node - want->judgement.first;
    const uint32_t at = compiling->terms.count;
    struct path_term term = {.op = PATH_FALSE};
    bool written =
        LIST_ADD(compiling, &compiling->terms, struct path_term) != NULL;

    if (want->met[world * want->judgement.count + index]) {
        term.op = PATH_TRUE;
    } else if (want_node_is_open(want, node)) {
        term.op = want->open_passes ? PATH_TRUE : PATH_FALSE;
    } else if (node_is_group(&want_framework(want)->nodes[node])) {
        written = written && write_parts(compiling, want, world, node, &term);
    } else {
        written = written && write_leaf(compiling, want, node, &term);
    }
    if (!written)
        return false;
    term.end = compiling->terms.count;
    *LIST_AT(&compiling->terms, struct path_term, at) = term;
    return true;
}

/* A line that somebody has settled, or that is met, asks for nothing. */
static bool write_line(struct compiling *compiling, const struct want *want,
                       struct list *roots)
{
    if (want_is_met(want))
        return true;
    for (uint32_t w = 0; w < want->world_count; w++) {
        uint32_t *root = LIST_ADD(compiling, roots, uint32_t);
        if (!root)
            return false;
        *root = compiling->terms.count;
        if (!write_node(compiling, want, w, want->judgement.first))
            return false;
    }
    return true;
}

static bool write_role(struct compiling *compiling, const struct place *place,
                       struct path_role *role)
{
    struct list roots = {0};

    for (uint32_t i = 0; i < place->want_count; i++)
        if (!write_line(compiling, place->wants[i], &roots))
            return false;
    role->asks = (struct path_span){compiling->refs.count, roots.count};
    for (uint32_t i = 0; i < roots.count; i++) {
        uint32_t *ref = LIST_ADD(compiling, &compiling->refs, uint32_t);
        if (!ref)
            return false;
        *ref = *LIST_AT(&roots, uint32_t, i);
    }
    return true;
}

/* ---- counters ---- */

static bool write_counters(struct compiling *compiling, uint32_t number,
                           struct path_role *role)
{
    role->counters.first = compiling->refs.count;
    for (uint32_t c = 0; c < compiling->members.count; c++) {
        const uint64_t *members = *LIST_AT(&compiling->members, uint64_t *, c);
        if ((members[number / 64] >> (number % 64) & 1) == 0)
            continue;
        uint32_t *ref = LIST_ADD(compiling, &compiling->refs, uint32_t);
        if (!ref)
            return false;
        *ref = c;
    }
    role->counters.count = compiling->refs.count - role->counters.first;
    return true;
}

bool compile_terms(struct compiling *compiling)
{
    struct compiled *compiled = compiling->compiled;
    struct path_problem *problem = &compiled->problem;
    struct path_role *roles = (struct path_role *)problem->roles;

    for (uint32_t r = 0; r < problem->role_count; r++)
        if (!write_role(compiling, &compiled->places[r], &roles[r]) ||
            !write_counters(compiling, r, &roles[r]))
            return false;
    problem->terms = compiling->terms.items;
    problem->term_count = compiling->terms.count;
    problem->leaves = compiling->leaves.items;
    problem->leaf_count = compiling->leaves.count;
    problem->acts = compiling->acts.items;
    problem->act_count = compiling->acts.count;
    problem->initial = compiling->initial.items;
    problem->counter_count = compiling->initial.count;
    problem->refs = compiling->refs.items;
    problem->ref_count = compiling->refs.count;
    compiled->acts_of = compiling->acts_of.items;
    return true;
}
