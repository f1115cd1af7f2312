/* SPDX-License-Identifier: MIT */
/* Experience: of which kind, and how much of it.
 *
 *     struct leaf_answer answer = experience_judge(judging, &world, node);
 *
 * Part of the judging layer: allocates nothing. */
#ifndef JUDGE_EXPERIENCE_H
#define JUDGE_EXPERIENCE_H

#include "judge/answer.h"
#include "judge/worlds.h"

/* Judges an experience leaf, before any other ground is looked for;
 * CAUSE_NOT_ASKED when neither the role nor a fact shows any. */
struct leaf_answer experience_judge(const struct judging *judging,
                                    const struct worlds *world, uint32_t node);

/* How many months a leaf's words mean: stated in the document, else by the
 * council's own numbers, else by its plugin; 0 when nobody says. Notes in
 * *answer who says so, and whether it is assumed. */
unsigned experience_months_meant(const struct judging *judging,
                                 const struct node *want,
                                 struct leaf_answer *answer);

#endif
