/* SPDX-License-Identifier: MIT */
/* What a current role settles of a target's lines, worked out once for all who
 * are in it.
 *
 *     struct by_role cache;
 *     by_role_begin(&cache, catalogue);
 *     const struct leaf_answer *const *lines =
 *         by_role_answers(&cache, from, to);
 *     judge_with_file(&judging, first + i, lines[i], &judgement);
 *     by_role_done(&cache);
 */
#ifndef WORKFORCE_BY_ROLE_H
#define WORKFORCE_BY_ROLE_H

#include "base/arena.h"
#include "judge/judge.h"

struct by_role {
    const sg_catalogue *catalogue;
    struct arena arena;
    uint32_t role_count;
    const struct leaf_answer *const ***pairs; /* by target, then by role */
};

/* False without memory; by_role_done() in every case. */
bool by_role_begin(struct by_role *cache, const sg_catalogue *catalogue);
void by_role_done(struct by_role *cache);

/* The answers of each line of `to`, for judge_with_file(); NULL without
 * memory. */
const struct leaf_answer *const *by_role_answers(struct by_role *cache,
                                                 sg_role from, sg_role to);

#endif
