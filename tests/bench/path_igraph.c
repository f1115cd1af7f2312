/* SPDX-License-Identifier: MIT */
#include "path_chance.h"
#include "path_rivals.h"

#include <igraph.h>
#include <stdlib.h>

/* More than any path has moves. */
#define MOVES_BASE 65536.0

struct rival_igraph {
    const struct path_problem *problem;
    igraph_t graph;
    igraph_vector_t months; /* by edge */
    igraph_vector_t both;   /* by edge: months * MOVES_BASE + 1 */
    igraph_matrix_t distance;
    igraph_vector_int_t edges; /* of a path */
};

struct rival_igraph *rival_igraph_new(const struct path_problem *problem)
{
    struct rival_igraph *rival = must_have(1, sizeof(*rival));
    igraph_vector_int_t ends;

    rival->problem = problem;
    igraph_vector_int_init(&ends, 0);
    igraph_vector_init(&rival->months, 0);
    igraph_vector_init(&rival->both, 0);
    for (uint32_t r = 0; r < problem->role_count; r++) {
        const struct path_role *role = &problem->roles[r];
        for (uint32_t i = 0; i < role->moves.count; i++) {
            igraph_vector_int_push_back(&ends, r);
            igraph_vector_int_push_back(&ends,
                                        problem->refs[role->moves.first + i]);
            igraph_vector_push_back(&rival->months, role->stay);
            igraph_vector_push_back(&rival->both, role->stay * MOVES_BASE + 1);
        }
    }
    igraph_create(&rival->graph, &ends, problem->role_count, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
    igraph_matrix_init(&rival->distance, 1, 1);
    igraph_vector_int_init(&rival->edges, 0);
    return rival;
}

void rival_igraph_free(struct rival_igraph *rival)
{
    igraph_destroy(&rival->graph);
    igraph_vector_destroy(&rival->months);
    igraph_vector_destroy(&rival->both);
    igraph_matrix_destroy(&rival->distance);
    igraph_vector_int_destroy(&rival->edges);
    free(rival);
}

static double distance(struct rival_igraph *rival, uint32_t start,
                       uint32_t target, const igraph_vector_t *weights)
{
    igraph_distances_dijkstra(&rival->graph, &rival->distance,
                              igraph_vss_1(start), igraph_vss_1(target),
                              weights, IGRAPH_OUT);
    return MATRIX(rival->distance, 0, 0);
}

/* The stay in the start counts in the weights, but no path takes it. As a
 * shortest path leaves the start once, it comes off at the end, and all
 * queries have the same weights. */
uint32_t rival_igraph_months(struct rival_igraph *rival, uint32_t start,
                             uint32_t target)
{
    return (uint32_t)distance(rival, start, target, &rival->months) -
           rival->problem->roles[start].stay;
}

uint32_t rival_igraph_months_of_path(struct rival_igraph *rival, uint32_t start,
                                     uint32_t target)
{
    double months = 0;
    igraph_get_shortest_path_dijkstra(&rival->graph, NULL, &rival->edges, start,
                                      target, &rival->months, IGRAPH_OUT);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&rival->edges); i++)
        months += VECTOR(rival->months)[VECTOR(rival->edges)[i]];
    return (uint32_t)months - rival->problem->roles[start].stay;
}

uint32_t rival_igraph_moves(struct rival_igraph *rival, uint32_t start,
                            uint32_t target)
{
    const uint64_t both =
        (uint64_t)distance(rival, start, target, &rival->both);
    return (uint32_t)(both % (uint64_t)MOVES_BASE);
}

const char *rival_igraph_version(void)
{
    return IGRAPH_VERSION;
}
