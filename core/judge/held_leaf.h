/* SPDX-License-Identifier: MIT */
/* One leaf of a target's line, judged by what a person has on file.
 *
 *     if (judging->held)
 *         answer = held_leaf_judge(judging, node);
 *
 * A list that is absent is ask; one that is there with nothing that could
 * count is unmet; something whose worth is unclear is ask. The role that the
 * person is in plays no part here but as a post.
 *
 * Part of the judging layer: allocates nothing. */
#ifndef JUDGE_HELD_LEAF_H
#define JUDGE_HELD_LEAF_H

#include "judge/answer.h"

struct leaf_answer held_leaf_judge(const struct judging *judging,
                                   uint32_t node);

/* The kinds of leaf, each by the list that it reads. */
struct leaf_answer held_claims_judge(const struct judging *judging,
                                     uint32_t node);
struct leaf_answer held_work_judge(const struct judging *judging,
                                   uint32_t node);
struct leaf_answer held_skills_judge(const struct judging *judging,
                                     uint32_t node);
struct leaf_answer held_credentials_judge(const struct judging *judging,
                                          uint32_t node);
struct leaf_answer held_trainings_judge(const struct judging *judging,
                                        uint32_t node);

/* Calendar months that the person has surely been in the current role, or
 * SG_MONTHS_UNKNOWN without one or when its beginning is not on file. */
int32_t held_role_months(const struct held *held);

#endif
