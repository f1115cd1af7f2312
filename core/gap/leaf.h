/* SPDX-License-Identifier: MIT */
/* One leaf of a target's line, judged in one world.
 *
 *     struct leaf_answer answer = leaf_judge(judging, &worlds, node);
 *
 * Part of the judging layer: allocates nothing. */
#ifndef GAP_LEAF_H
#define GAP_LEAF_H

#include "gap/judge.h"
#include "gap/worlds.h"

struct leaf_answer leaf_judge(const struct judging *judging,
                              const struct worlds *world, uint32_t node);

/* The same for an experience leaf, before any other ground is looked for;
 * CAUSE_NOT_ASKED when neither the role nor a fact shows any. */
struct leaf_answer experience_judge(const struct judging *judging,
                                    const struct worlds *world, uint32_t node);

/* Whether two leaves say the same thing: every field but the label. */
bool leaf_same(const struct framework *a, uint32_t node_a,
               const struct framework *b, uint32_t node_b);

/* Whether two trees are the same, node for node. */
bool tree_same(const struct framework *a, uint32_t node_a,
               const struct framework *b, uint32_t node_b);

/* The item by which the role's cells touch a criterion, or NO_INDEX. */
uint32_t role_touching_item(const struct framework *framework, uint32_t role,
                            uint16_t criterion);

/* An answer that rests on nothing further. */
struct leaf_answer answer_of(sg_verdict verdict, enum cause cause);

/* The better of two answers; the first of equals. */
struct leaf_answer answer_better(struct leaf_answer a, struct leaf_answer b);

#endif
