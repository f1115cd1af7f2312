/* SPDX-License-Identifier: MIT */
/* Two libraries that find paths in a graph where nothing is asked for: a move
 * takes the stay of the role that is left, and of the start none.
 *
 * igraph's own handler ends the process on an error, and so does C++ when
 * memory runs out, so nothing here can fail. */
#ifndef PATH_RIVALS_H
#define PATH_RIVALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#include "path/problem.h"

/* Dijkstra: the fewest months from a role to another. */
struct rival_igraph;
struct rival_igraph *rival_igraph_new(const struct path_problem *problem);
void rival_igraph_free(struct rival_igraph *rival);
uint32_t rival_igraph_months(struct rival_igraph *rival, uint32_t start,
                             uint32_t target);

/* The same, with the path. */
uint32_t rival_igraph_months_of_path(struct rival_igraph *rival, uint32_t start,
                                     uint32_t target);

/* The fewest moves among the paths with the fewest months. */
uint32_t rival_igraph_moves(struct rival_igraph *rival, uint32_t start,
                            uint32_t target);

/* r_c_shortest_paths: the front of months and moves. */
struct rival_boost;
struct rival_pair {
    uint32_t months;
    uint32_t moves;
};
struct rival_boost *rival_boost_new(const struct path_problem *problem);
void rival_boost_free(struct rival_boost *rival);

/* By months; there is room for most_moves pairs. */
size_t rival_boost_front(const struct rival_boost *rival,
                         const struct path_query *query,
                         struct rival_pair *ret_front);

const char *rival_igraph_version(void);
const char *rival_boost_version(void);

#ifdef __cplusplus
}
#endif

#endif
