/* SPDX-License-Identifier: MIT */
/* Filling the gaps in a sentence with what an answer rests on.
 *
 *     phrase_fill(judging, node, answer, "Your role asks for {have}.", arena);
 *
 * The places stand in one table in phrase.c. All strings are the arena's; NULL
 * only without memory. */
#ifndef GAP_PHRASE_H
#define GAP_PHRASE_H

#include "judge/answer.h"

char *phrase_fill(const struct judging *judging, uint32_t node,
                  const struct leaf_answer *answer, const char *sentence,
                  struct arena *arena);

/* The text with a small first letter, unless it begins with a short form such
 * as NVQ. NULL for NULL. */
const char *phrase_lower(const char *text, struct arena *arena);

#endif
