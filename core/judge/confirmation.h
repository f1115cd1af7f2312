/* SPDX-License-Identifier: MIT */
/* What a named person has confirmed about a line that is open.
 *
 *     confirmation_apply(judging, line, judgement);
 *
 * A confirmation settles "ask" and nothing else. It holds as long as the line
 * asks for the same: by its hash when it has one, else by the framework's
 * version. The latest one of a line counts; two of the same day that
 * contradict each other settle nothing. */
#ifndef JUDGE_CONFIRMATION_H
#define JUDGE_CONFIRMATION_H

#include "judge/judge.h"

void confirmation_apply(const struct judging *judging, uint32_t line,
                        struct judgement *judgement);

#endif
