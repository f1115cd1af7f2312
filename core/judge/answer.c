/* SPDX-License-Identifier: MIT */
/* What is judged against what, and the answer for one leaf. */
#include "judge/answer.h"

struct leaf_answer answer_of(sg_verdict verdict, enum cause cause)
{
    return (struct leaf_answer){.verdict = verdict,
                                .cause = cause,
                                .fact = NO_INDEX,
                                .place = NO_INDEX,
                                .held = NO_INDEX,
                                .also = {NO_INDEX, NO_INDEX}};
}

struct leaf_answer answer_better(struct leaf_answer a, struct leaf_answer b)
{
    return b.verdict > a.verdict ? b : a;
}
