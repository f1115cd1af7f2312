/* SPDX-License-Identifier: MIT */
/* One leaf of a target's line, judged in one world.
 *
 *     struct leaf_answer answer = leaf_judge(judging, &worlds, node);
 *
 * Part of the judging layer: allocates nothing. */
#ifndef JUDGE_LEAF_H
#define JUDGE_LEAF_H

#include "judge/answer.h"
#include "judge/worlds.h"

struct leaf_answer leaf_judge(const struct judging *judging,
                              const struct worlds *world, uint32_t node);

/* "This post does not need it": met or unmet when a post file says so, else
 * ask. */
struct leaf_answer leaf_judge_need(const struct judging *judging,
                                   const struct node *want);

#endif
