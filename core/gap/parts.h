/* SPDX-License-Identifier: MIT */
/* The parts of a gap that are not lines: graded rows, what becomes essential,
 * how one moves, and what the answer does not decide.
 *
 *     grades_build(&judging, &arena, gap);
 *
 * Each fills its members of *gap in the arena; false without memory. */
#ifndef GAP_PARTS_H
#define GAP_PARTS_H

#include "judge/judge.h"
#include "skillgap/gap.h"

/* gap->changes: every graded row that either role has. None between two
 * frameworks, which share no scale. */
bool grades_build(const struct judging *judging, struct arena *arena,
                  sg_gap *gap);

/* gap->becoming: desirable now, essential at a later level of the family. */
bool becoming_build(const struct judging *judging, struct arena *arena,
                    sg_gap *gap);

/* The direction of a move and how many levels of the family it skips. */
sg_move move_direction(const struct judging *judging, uint32_t *ret_skipped);

/* How one moves, in the words of the council's rules or the engine's. */
void move_mode(const struct judging *judging, sg_mode *mode);

/* What this does not decide. `same_words`: two councils or families use the
 * same words; `assumed`: a number that no source gives was used. NULL without
 * memory. */
const char *notice_text(const struct judging *judging, bool same_words,
                        bool assumed, struct arena *arena);

#endif
