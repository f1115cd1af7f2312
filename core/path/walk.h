/* SPDX-License-Identifier: MIT */
/* Somebody on the way along one path, and how a line stands on arrival.
 *
 *     walk_pass_time(&walk, step);
 *     if (walk_line(&walk, want) == SG_ASK) ...
 */
#ifndef PATH_WALK_H
#define PATH_WALK_H

#include "path/compile.h"
#include "path/search.h"

/* Somebody on the way along one path. */
struct walk {
    struct compiled *compiled;
    struct arena *arena;
    const struct path_answer *answer;
    const struct path_point *point;
    sg_path *path;
    sg_path_step *steps;
    bool *done;                      /* by act of the planning */
    uint32_t *months;                /* by counter, on the day of the move */
    const struct wanted_time **told; /* experience that a step told of */
    uint32_t told_count;
};

/* The leaves that a line rests on: of an "or", the first part that is true, or
 * else the first that is open. */
struct resting {
    uint32_t nodes[LIMIT_TREE_NODES];
    uint32_t count;
};

const struct path_step *walk_step(const struct walk *walk, uint32_t step);

/* The role that a step leaves. */
uint32_t walk_role_before(const struct walk *walk, uint32_t step);

/* Adds the months in that role to what they count towards. */
void walk_pass_time(struct walk *walk, uint32_t step);

/* "18 months: 12 before today, 6 as Administrator 1". */
const char *walk_months_from(const struct walk *walk, uint32_t step,
                             uint32_t counter);

struct standing_of walk_standing(const struct walk *walk);

/* The verdict of a line: met in every world, or there is something to ask. */
sg_verdict walk_line(const struct walk *walk, const struct want *want);

/* In all worlds together; none for a line that is met from the start. */
struct resting walk_resting(const struct walk *walk, const struct want *want);

/* The act that is done and makes a leaf true; NULL: none does. */
const struct act *walk_act_behind(const struct walk *walk,
                                  const struct want *want, uint32_t node);

/* A role as others see it; all NULL for nowhere. */
sg_role_info compiled_role(const struct compiled *compiled, uint32_t place);

#endif
