/* SPDX-License-Identifier: MIT */
/* Is a graph from chance sound, and what does it look like? */
#include "path_chance.h"
#include "path_graph.h"

#include <stdlib.h>

/* Is the span within the refs, and each of them below the ceiling? */
static bool is_in(const struct path_problem *problem, struct path_span span,
                  uint32_t ceiling)
{
    if (span.first > problem->ref_count ||
        span.count > problem->ref_count - span.first)
        return false;
    for (uint32_t i = 0; i < span.count; i++)
        if (problem->refs[span.first + i] >= ceiling)
            return false;
    return true;
}

static const char *wrong_role(const struct path_problem *problem, uint32_t role)
{
    const struct path_role *r = &problem->roles[role];
    if (!is_in(problem, r->asks, problem->term_count))
        return "asks";
    if (!is_in(problem, r->counters, problem->counter_count))
        return "counters";
    if (!is_in(problem, r->moves, problem->role_count))
        return "moves";
    for (uint32_t i = 0; i < r->moves.count; i++) {
        const uint32_t *to = &problem->refs[r->moves.first + i];
        if (*to == role)
            return "a move to itself";
        for (uint32_t k = 1; k <= i; k++)
            if (to[0] == *(to - k))
                return "a move twice";
    }
    return NULL;
}

static const char *wrong_term(const struct path_problem *problem, uint32_t term)
{
    const struct path_term *t = &problem->terms[term];
    uint32_t parts = 0;

    if (t->end <= term || t->end > problem->term_count)
        return "the end of a term";
    if (t->op == PATH_LEAF)
        return t->end == term + 1 && t->leaf < problem->leaf_count ? NULL
                                                                   : "a leaf";
    if (t->op != PATH_AT_LEAST)
        return "a kind of term";
    for (uint32_t i = term + 1; i < t->end; i = problem->terms[i].end)
        parts++;
    return t->n >= 1 && t->n <= parts ? NULL : "the parts of a group";
}

static const char *wrong_act(const struct path_problem *problem, uint32_t act)
{
    const struct path_act *a = &problem->acts[act];
    if (!is_in(problem, a->requires, problem->act_count))
        return "what an act requires";
    for (uint32_t i = 0; i < a->requires.count; i++) {
        const uint32_t other = problem->refs[a->requires.first + i];
        if (other == act || problem->acts[other].months > a->months)
            return "the months of an act that requires another";
    }
    return NULL;
}

const char *path_graph_wrong(const struct path_graph *graph)
{
    const struct path_problem *problem = &graph->problem;
    const char *wrong = NULL;

    for (uint32_t i = 0; !wrong && i < problem->role_count; i++)
        wrong = wrong_role(problem, i);
    for (uint32_t i = 0; !wrong && i < problem->term_count; i++)
        wrong = wrong_term(problem, i);
    for (uint32_t i = 0; !wrong && i < problem->act_count; i++)
        wrong = wrong_act(problem, i);
    for (uint32_t i = 0; !wrong && i < problem->leaf_count; i++) {
        const struct path_leaf *leaf = &problem->leaves[i];
        if (!is_in(problem, leaf->acts, problem->act_count))
            wrong = "the acts of a leaf";
        else if (leaf->counter == PATH_NONE)
            wrong = leaf->acts.count ? NULL : "a leaf of nothing";
        else if (leaf->counter >= problem->counter_count || !leaf->months)
            wrong = "the counter of a leaf";
    }
    return wrong;
}

/* ---- What it looks like ---- */

struct shape {
    uint32_t grades_up[4]; /* moves: up by 0, 1, 2, or down */
    uint32_t most_moves;
    uint32_t moves;
    uint32_t counters;
    uint32_t leaf_acts;
    uint32_t month_leaves;
};

static void add_role(const struct path_graph *graph, uint32_t role,
                     struct shape *shape)
{
    const struct path_problem *problem = &graph->problem;
    const struct path_role *r = &problem->roles[role];

    shape->moves += r->moves.count;
    shape->counters += r->counters.count;
    if (r->moves.count > shape->most_moves)
        shape->most_moves = r->moves.count;
    for (uint32_t i = 0; i < r->moves.count; i++) {
        const uint32_t to = problem->refs[r->moves.first + i];
        const uint32_t up = graph->grades[to] - graph->grades[role];
        shape->grades_up[up < 3 ? up : 3]++;
    }
}

static double share(uint32_t part, uint32_t whole)
{
    return whole ? (double)part / whole : 0;
}

/* How many roles a start reaches on average in one move, two, and so on. */
static void print_reach(const struct path_graph *graph, FILE *out)
{
    const uint32_t roles = graph->problem.role_count;
    const uint32_t step = roles < 200 ? 1 : roles / 200;
    uint32_t *reached = must_have(roles, sizeof(*reached));
    bool *seen = must_have(roles, sizeof(*seen));

    fputs("    reached in 1, 2, ... moves:", out);
    for (uint32_t moves = 1; moves <= 6; moves++) {
        uint32_t starts = 0;
        uint32_t sum = 0;
        for (uint32_t r = 0; r < roles; r += step, starts++)
            sum += path_graph_reach(graph, r, moves, reached, seen) - 1;
        fprintf(out, " %.0f", share(sum, starts));
    }
    fputc('\n', out);
    free(reached);
    free(seen);
}

void path_graph_print(const struct path_graph *graph, FILE *out)
{
    const struct path_problem *problem = &graph->problem;
    const uint32_t roles = problem->role_count;
    struct shape shape = {{0}, 0, 0, 0, 0, 0};

    for (uint32_t r = 0; r < roles; r++)
        add_role(graph, r, &shape);
    for (uint32_t i = 0; i < problem->leaf_count; i++) {
        shape.leaf_acts += problem->leaves[i].acts.count;
        shape.month_leaves += problem->leaves[i].counter != PATH_NONE;
    }
    fprintf(out, "%u roles in %u families and %u areas, %u moves\n", roles,
            graph->family_count, graph->area_count, shape.moves);
    fprintf(out,
            "    moves of a role: %.1f, most %u; to the same grade %.0f%%, one "
            "up %.0f%%, two %.0f%%, down %.0f%%\n",
            share(shape.moves, roles), shape.most_moves,
            100 * share(shape.grades_up[0], shape.moves),
            100 * share(shape.grades_up[1], shape.moves),
            100 * share(shape.grades_up[2], shape.moves),
            100 * share(shape.grades_up[3], shape.moves));
    print_reach(graph, out);
    fprintf(out,
            "    %u acts; of a role: %.1f terms, %.1f leaves with acts and "
            "%.1f acts in each, %.1f with months, counts towards %.1f\n",
            problem->act_count, share(problem->term_count, roles),
            share(problem->leaf_count - shape.month_leaves, roles),
            share(shape.leaf_acts, problem->leaf_count - shape.month_leaves),
            share(shape.month_leaves, roles), share(shape.counters, roles));
}
