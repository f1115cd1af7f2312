/* SPDX-License-Identifier: MIT */
/* What to ask: the fewest questions that settle the most open lines.
 *
 *     questions_build(&judging, judgements, lines, count, &arena, gap);
 */
#ifndef GAP_QUESTIONS_H
#define GAP_QUESTIONS_H

#include "judge/judge.h"
#include "skillgap/gap.h"

/* The question that would settle one open leaf. NULL without memory. */
const char *question_text(const struct judging *judging, uint32_t node,
                          const struct leaf_answer *answer,
                          struct arena *arena);

/* Fills gap->questions from the judged lines, which are the target role's in
 * order. False without memory. Exact up to LIMIT_QUESTION_SEARCH subsets,
 * greedy past it. */
bool questions_build(const struct judging *judging,
                     const struct judgement *judgements, uint32_t first_line,
                     uint32_t line_count, struct arena *arena, sg_gap *gap);

#endif
