/* SPDX-License-Identifier: MIT */
/* The alternative ways of meeting one line.
 *
 * A way is one choice at each "or" of the line - just what a world is of the
 * current role's lines, so the same walk finds both - and for each leaf that is
 * not met one of the acts that close it. What such an act needs before it is
 * found by the exact search, and belongs to the way. */
#include "ways/routes.h"

#include "base/buffer.h"
#include "gap/phrase.h"
#include "judge/worlds.h"
#include "ways/describe.h"

#include <stdlib.h>
#include <string.h>

enum { LEAVES_MOST = 32, SHOWN_OF_A_LEAF = 48 };

/* One choice of branches, with what is worth showing for each open leaf. */
struct branch {
    const struct planning *planning;
    const struct want *want;
    const char *label;
    sg_verdict verdict;
    struct option options[LEAVES_MOST][SHOWN_OF_A_LEAF];
    uint32_t counts[LEAVES_MOST];
    uint32_t nodes[LEAVES_MOST];
    uint32_t leaf_count;
    size_t left_out;
};

/* A way that is being made, with what it is sorted by. */
struct made {
    sg_route route;
    struct solve_sum sum;
    size_t order; /* in which it was found */
};

struct making {
    struct made made[LIMIT_ROUTES];
    size_t count;
    size_t left_out;
};

/* ---- what is worth showing of one leaf ---- */

static const struct act *act_of(const struct planning *planning,
                                const struct option *option)
{
    return &planning->acts[option->act];
}

static const struct act_cost *cost_of(const struct planning *planning,
                                      const struct option *option)
{
    return &planning->problem.acts[option->act];
}

static bool is_study(const struct act *act)
{
    return act->kind == ACT_COURSE && act->course->gives_qualification;
}

/* More than is asked for is worth showing only where it is cheaper or
 * quicker than all that is just enough. */
static bool is_outdone(const struct branch *branch,
                       const struct leaf_options *leaf,
                       const struct option *option)
{
    const struct act *act = act_of(branch->planning, option);
    const struct act_cost *cost = cost_of(branch->planning, option);

    for (uint32_t i = 0; is_study(act) && i < leaf->count; i++) {
        const struct act *other = act_of(branch->planning, &leaf->options[i]);
        const struct act_cost *its =
            cost_of(branch->planning, &leaf->options[i]);
        if (is_study(other) && leaf->options[i].then >= option->then &&
            other->course->claim.rqf_max < act->course->claim.rqf_max &&
            its->pence <= cost->pence && its->months <= cost->months &&
            its->hours <= cost->hours)
            return true;
    }
    return false;
}

/* The lowest level that surely closes the leaf by study; above all levels when
 * none does. */
static unsigned sure_level(const struct branch *branch,
                           const struct leaf_options *leaf)
{
    unsigned lowest = CLAIM_LEVEL_MOST + 1;

    for (uint32_t i = 0; i < leaf->count; i++) {
        const struct act *act = act_of(branch->planning, &leaf->options[i]);
        if (leaf->options[i].then == SG_MET && is_study(act) &&
            act->course->claim.rqf_max < lowest)
            lowest = act->course->claim.rqf_max;
    }
    return lowest;
}

static bool has_full_level(const struct branch *branch,
                           const struct leaf_options *leaf)
{
    for (uint32_t i = 0; i < leaf->count; i++) {
        const struct act *act = act_of(branch->planning, &leaf->options[i]);
        if (is_study(act) && act->course->claim.full_min > 0)
            return true;
    }
    return false;
}

/* Study that leaves it to a person to agree is worth showing where nothing of
 * its level surely closes the leaf, and what is a full level before what may
 * be none. */
static bool is_sure_enough(const struct branch *branch,
                           const struct leaf_options *leaf,
                           const struct option *option)
{
    const struct act *act = act_of(branch->planning, option);

    if (option->then == SG_MET || !is_study(act))
        return true;
    return act->course->claim.rqf_max < sure_level(branch, leaf) &&
           (act->course->claim.full_min > 0 || !has_full_level(branch, leaf));
}

static bool comes_before(const struct branch *branch, const struct option *a,
                         const struct option *b)
{
    const struct act_cost *cost_a = cost_of(branch->planning, a);
    const struct act_cost *cost_b = cost_of(branch->planning, b);
    const bool asks_a = act_of(branch->planning, a)->kind == ACT_CONFIRM;
    const bool asks_b = act_of(branch->planning, b)->kind == ACT_CONFIRM;

    if (asks_a != asks_b)
        return asks_a;
    if ((cost_a->pence > 0) != (cost_b->pence > 0))
        return cost_a->pence == 0;
    if (cost_a->unsuited != cost_b->unsuited)
        return cost_a->unsuited < cost_b->unsuited;
    return cost_a->pence < cost_b->pence;
}

/* Keeps the first few, in order. */
static void keep_option(struct branch *branch, const struct option *option)
{
    struct option *list = branch->options[branch->leaf_count];
    uint32_t *count = &branch->counts[branch->leaf_count];
    uint32_t at = *count;

    while (at > 0 && comes_before(branch, option, &list[at - 1]))
        at--;
    if (*count == SHOWN_OF_A_LEAF) {
        branch->left_out++;
        if (at == *count)
            return;
        (*count)--;
    }
    memmove(&list[at + 1], &list[at], (*count - at) * sizeof *list);
    list[at] = *option;
    (*count)++;
}

static bool add_leaf(struct branch *branch, uint32_t node)
{
    const struct leaf_options *leaf =
        &branch->want->leaves[node - branch->want->judgement.first];

    if (branch->leaf_count == LEAVES_MOST)
        return false;
    branch->counts[branch->leaf_count] = 0;
    branch->nodes[branch->leaf_count] = node;
    for (uint32_t i = 0; i < leaf->count; i++) {
        const struct option *option = &leaf->options[i];
        if (is_sure_enough(branch, leaf, option) &&
            !is_outdone(branch, leaf, option))
            keep_option(branch, option);
    }
    return branch->counts[branch->leaf_count++] > 0;
}

/* ---- one way ---- */

static void add_action(const struct planning *planning, sg_route *route,
                       sg_action *actions, const struct act *act,
                       const struct act *needed, uint32_t start)
{
    sg_action *action = &actions[route->action_count++];

    *action = describe_act(planning, act, needed, start);
    route->assumed |= action->assumed;
    route->months_known &= act->months_known;
    route->confirm |= act->kind == ACT_CONFIRM;
}

/* What has to be done before the rest. */
static void add_needed(const struct branch *branch,
                       const struct act_set *chosen, const struct act_set *acts,
                       sg_route *route, sg_action *actions)
{
    const struct planning *planning = branch->planning;

    for (uint32_t i = 0; i < planning->problem.act_count; i++)
        if (act_set_has(acts, i) && !act_set_has(chosen, i))
            add_action(planning, route, actions, &planning->acts[i],
                       planning_needed_for(planning, acts, i),
                       solve_start_of(&planning->problem, acts, i));
}

/* An act that closes several leaves is told once, for the first of them. */
static void add_chosen(const struct branch *branch,
                       const struct option *const *chosen,
                       const struct act_set *acts, bool asked, sg_route *route,
                       sg_action *actions)
{
    struct act_set told = {{0}};

    for (uint32_t i = 0; i < branch->leaf_count; i++) {
        struct act act = branch->planning->acts[chosen[i]->act];
        if ((act.kind == ACT_CONFIRM) != asked ||
            act_set_has(&told, chosen[i]->act))
            continue;
        act_set_add(&told, chosen[i]->act);
        act.want = branch->want;
        act.node = branch->nodes[i];
        add_action(
            branch->planning, route, actions, &act, NULL,
            solve_start_of(&branch->planning->problem, acts, chosen[i]->act));
    }
}

static size_t count_acts(const struct act_set *set)
{
    size_t count = 0;

    for (uint32_t i = 0; i < ACTS_MOST; i++)
        count += act_set_has(set, i);
    return count;
}

/* The acts that are chosen, with what they need before. False when there is
 * no way to have that, or no memory. */
static bool make_route(const struct branch *branch,
                       const struct option *const *chosen, struct made *made)
{
    const struct planning *planning = branch->planning;
    struct problem problem = planning->problem;
    uint16_t roots[LEAVES_MOST];
    struct act_set picked = {{0}};
    struct solution best;
    sg_route route = {.label = branch->label,
                      .verdict = branch->verdict,
                      .then = SG_MET,
                      .months_known = true};

    problem.roots = roots;
    for (uint32_t i = 0; i < branch->leaf_count; i++) {
        act_set_add(&picked, chosen[i]->act);
        if (chosen[i]->then < route.then)
            route.then = chosen[i]->then;
        roots[problem.root_count++] = planning->single_terms[chosen[i]->act];
    }
    planning_solve(planning, &problem, SOLVE_CHEAPEST, &best);
    if (!best.found)
        return false;
    sg_action *actions =
        arena_array(planning->arena, count_acts(&best.acts), sizeof *actions);
    if (!actions)
        return false;
    route.actions = actions;
    add_chosen(branch, chosen, &best.acts, true, &route, actions);
    add_needed(branch, &picked, &best.acts, &route, actions);
    add_chosen(branch, chosen, &best.acts, false, &route, actions);
    route.months = route.months_known ? best.sum.months : 0;
    route.hours = (uint32_t)best.sum.hours;
    route.cost_pence = best.sum.pence;
    route.elsewhere = best.sum.elsewhere > 0;
    route.unsuited = best.sum.unsuited;
    made->route = route;
    made->sum = best.sum;
    return true;
}

/* ---- all ways of one choice of branches ---- */

static void take(struct making *making, const struct branch *branch,
                 const struct option *const *chosen)
{
    struct made *made = &making->made[making->count];

    if (making->count == LIMIT_ROUTES) {
        making->left_out++;
    } else if (make_route(branch, chosen, made)) {
        made->order = making->count++;
    }
}

/* Every combination of what closes each leaf. */
static void combine(struct making *making, const struct branch *branch)
{
    const struct option *chosen[LEAVES_MOST];
    uint32_t at[LEAVES_MOST] = {0};
    uint32_t i;

    making->left_out += branch->left_out;
    do {
        for (i = 0; i < branch->leaf_count; i++)
            chosen[i] = &branch->options[i][at[i]];
        take(making, branch, chosen);
        for (i = 0; i < branch->leaf_count; i++) {
            at[i] = (at[i] + 1) % branch->counts[i];
            if (at[i] > 0)
                break;
        }
    } while (i < branch->leaf_count);
}

static const char *branch_label(const struct planning *planning,
                                const struct framework *to,
                                const struct worlds *way)
{
    struct arena *arena = planning->arena;
    struct buffer out = {0};

    for (uint32_t i = 0; i < way->fact_count; i++) {
        const char *label = framework_node_label(to, way->facts[i], arena);
        if (i > 0)
            buffer_puts(&out, " and ");
        if (label)
            buffer_puts(&out, i > 0 ? phrase_lower(label, arena) : label);
    }
    const char *result =
        out.data && !out.failed ? arena_strdup(arena, out.data) : "";
    buffer_done(&out);
    return result;
}

/* False when a leaf of this branch cannot be closed at all. */
static bool open_branch(struct branch *branch, const struct worlds *way)
{
    const struct want *want = branch->want;

    branch->label = branch_label(branch->planning, want_framework(want), way);
    branch->verdict = SG_MET;
    branch->leaf_count = 0;
    branch->left_out = 0;
    for (uint32_t i = 0; i < way->fact_count; i++) {
        const sg_verdict verdict =
            want->judgement.answers[way->facts[i] - want->judgement.first]
                .verdict;
        if (verdict < branch->verdict)
            branch->verdict = verdict;
        if (verdict != SG_MET && !want_is_met(want) &&
            !add_leaf(branch, way->facts[i]))
            return false;
    }
    return branch->label != NULL;
}

/* A nested choice that is not taken repeats a way. */
static bool is_repeated(const struct making *making, size_t before,
                        const char *label)
{
    for (size_t i = 0; i < before; i++)
        if (strcmp(making->made[i].route.label, label) == 0)
            return true;
    return false;
}

/* ---- order and marks ---- */

static int compare(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

/* What is asked first; then what is free; what is done on the job; and what is
 * nearest to the work that is wanted. */
static int by_order(const void *a, const void *b)
{
    const struct made *x = a;
    const struct made *y = b;
    const int orders[] = {
        compare(!x->route.confirm, !y->route.confirm),
        compare(x->sum.pence > 0, y->sum.pence > 0),
        compare(x->sum.elsewhere, y->sum.elsewhere),
        compare(x->sum.off_the_job, y->sum.off_the_job),
        compare(x->sum.unsuited, y->sum.unsuited),
        compare(x->sum.pence, y->sum.pence),
        compare(x->sum.months, y->sum.months),
        compare(x->order, y->order),
    };

    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++)
        if (orders[i] != 0)
            return orders[i];
    return 0;
}

/* By money, then months; or the other way round. */
static int compare_for_mark(const struct made *a, const struct made *b,
                            bool by_months)
{
    const int pence = compare(a->sum.pence, b->sum.pence);
    const int months = compare(a->sum.months, b->sum.months);
    const int first = by_months ? months : pence;

    return first != 0 ? first : by_months ? pence : months;
}

/* The best of those that surely close the line; of equals the first. */
static void mark(struct making *making, bool by_months)
{
    struct made *best = NULL;

    for (size_t i = 0; i < making->count; i++) {
        struct made *made = &making->made[i];
        if (made->route.confirm || made->route.then != SG_MET ||
            (by_months && !made->route.months_known))
            continue;
        if (!best || compare_for_mark(made, best, by_months) < 0)
            best = made;
    }
    if (best && by_months)
        best->route.quickest = true;
    else if (best)
        best->route.cheapest = true;
}

static bool hand_over(const struct planning *planning,
                      const struct making *making, sg_line_ways *ret_ways)
{
    sg_route *routes =
        arena_array(planning->arena, making->count, sizeof *routes);

    if (!routes)
        return false;
    for (size_t i = 0; i < making->count; i++)
        routes[i] = making->made[i].route;
    ret_ways->routes = routes;
    ret_ways->route_count = making->count;
    ret_ways->left_out = making->left_out;
    return !planning->arena->failed;
}

static void walk(const struct planning *planning, const struct want *want,
                 struct making *making)
{
    struct branch branch = {.planning = planning, .want = want};
    struct worlds ways = {0};

    if (!worlds_start(&ways, want_framework(want), &want->line, 1))
        return; /* more ways than can be listed: none is */
    do {
        const size_t before = making->count;
        if (open_branch(&branch, &ways) &&
            !is_repeated(making, before, branch.label))
            combine(making, &branch);
    } while (worlds_next(&ways));
}

bool routes_build(const struct planning *planning, const struct want *want,
                  sg_line_ways *ret_ways)
{
    struct making *making = calloc(1, sizeof *making);

    if (!making)
        return false;
    walk(planning, want, making);
    if (!want_is_met(want)) {
        qsort(making->made, making->count, sizeof *making->made, by_order);
        mark(making, false);
        mark(making, true);
    }
    const bool handed = hand_over(planning, making, ret_ways);
    free(making);
    return handed;
}
