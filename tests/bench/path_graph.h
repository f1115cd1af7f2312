/* SPDX-License-Identifier: MIT */
/* Career graphs from chance, shaped like the frameworks of councils.
 *
 *     struct path_graph *graph = path_graph_new(500, 1, PATH_GRAPH_WHOLE);
 *     path_graph_queries(graph, 7, 6, queries, 200);
 *     path_graph_free(graph);
 *
 * Families are ladders of 4 to 8 levels and stand in a row; moves go up or
 * sideways in grade, mostly to families close by. Each role asks for three
 * lines: a qualification or experience close to it in the family, an area of
 * work that several families share, and a training or supervision. Nobody has
 * done or studied anything at the start, which is the hardest case.
 *
 * The same numbers make the same graph on every machine. A benchmark without
 * memory has nothing to say, so all of this ends the process then. */
#ifndef PATH_GRAPH_H
#define PATH_GRAPH_H

#include "path/problem.h"

#include <stdio.h>

enum path_graph_kind {
    PATH_GRAPH_WHOLE,
    PATH_GRAPH_STATIC /* the same moves, nothing asked for, stays of 1 to 24
                         months: a graph that any library can search */
};

struct path_graph {
    struct path_problem problem; /* its lists are the graph's */
    uint32_t *grades;            /* by role */
    uint32_t family_count;
    uint32_t area_count;
    uint32_t subject_count;
};

/* Of at least 4 roles. */
struct path_graph *path_graph_new(uint32_t role_count, uint64_t seed,
                                  enum path_graph_kind kind);
void path_graph_free(struct path_graph *graph);

/* Queries with a target at the grade of the start or above it, and no more
 * moves away than they allow. Eight hours of study a week. */
void path_graph_queries(const struct path_graph *graph, uint64_t seed,
                        uint32_t most_moves, struct path_query *ret_queries,
                        uint32_t count);

/* Puts all roles that so many moves reach into `ret_reached`, the start first,
 * whatever they ask for; tells how many. Both lists have room for all roles. */
uint32_t path_graph_reach(const struct path_graph *graph, uint32_t start,
                          uint32_t most_moves, uint32_t *ret_reached,
                          bool *seen);

/* What is not as problem.h says it is, or NULL. */
const char *path_graph_wrong(const struct path_graph *graph);

/* Counts and averages, one a line. */
void path_graph_print(const struct path_graph *graph, FILE *out);

#endif
