/* SPDX-License-Identifier: MIT */
/* The explaining layer: sentences for what judge.h found.
 *
 *     explain_line(&judging, line, &judgement, &arena, &result);
 *
 * It fills the public result in the caller's arena and never changes a
 * verdict. */
#ifndef GAP_EXPLAIN_H
#define GAP_EXPLAIN_H

#include "judge/judge.h"
#include "skillgap/gap.h"

/* The sentence for one leaf's answer. NULL without memory. */
const char *explain_answer(const struct judging *judging, uint32_t node,
                           const struct leaf_answer *answer,
                           struct arena *arena);

/* Fills a whole line: tree, reason, who decided, what is missing.
 * `pivotal` is left to the caller. False without memory. */
bool explain_line(const struct judging *judging, uint32_t line,
                  const struct judgement *judgement, struct arena *arena,
                  sg_gap_line *result);

/* Where the target's description still touches what a dropped line is about:
 * a sentence, or NULL when it does not. `root` is the line's, in `from`. */
const char *explain_dropped(const struct judging *judging, uint32_t root,
                            struct arena *arena);

#endif
