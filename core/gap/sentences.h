/* SPDX-License-Identifier: MIT */
/* One sentence for each cause; phrase.c fills what stands in braces.
 *
 *     phrase_fill(judging, node, &answer, sentence_of(answer.cause), arena);
 */
#ifndef GAP_SENTENCES_H
#define GAP_SENTENCES_H

#include "judge/answer.h"

const char *sentence_of(enum cause cause);

#endif
