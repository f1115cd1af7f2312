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

/* Whether any time at all is enough: "some", and no months are stated. */
static inline bool experience_any_length(const struct node *want)
{
    return want->u.experience.word_rank == 1 && want->u.experience.months == 0;
}

/* How many months a leaf's words mean: stated in the document, else by the
 * council's own numbers, else by its plugin; 0 when nobody says. Notes in
 * *answer who says so, and whether it is assumed. */
unsigned experience_months_meant(const struct judging *judging,
                                 const struct node *want,
                                 struct leaf_answer *answer);

#endif
