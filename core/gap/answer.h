/* SPDX-License-Identifier: MIT */
/* What is judged against what, and the answer for one leaf.
 *
 *     struct leaf_answer answer = answer_of(SG_ASK, CAUSE_POST);
 */
#ifndef GAP_ANSWER_H
#define GAP_ANSWER_H

#include "model/catalogue.h"

/* Why a leaf has its verdict. explain.c holds one sentence for each. */
enum cause {
    CAUSE_NOT_ASKED,       /* unmet: the current role does not ask for it */
    CAUSE_NO_ROLE,         /* unmet: there is no current role at all */
    CAUSE_ALWAYS,          /* met: no formal qualification is needed */
    CAUSE_SAME,            /* met: the current role asks for the same */
    CAUSE_MORE,            /* met: the current role asks for more */
    CAUSE_LEVEL_BELOW,     /* unmet: it asks only for a lower level */
    CAUSE_LEVEL_OPEN,      /* ask: a level that may be one of several */
    CAUSE_NAME_OPEN,       /* ask: a named award of no stated level */
    CAUSE_EQUIVALENT_OPEN, /* ask: an equivalent may be what is held */
    CAUSE_SUBJECT_OPEN,    /* ask: met on level, check the subject */
    CAUSE_STUDYING,        /* unmet: it asks only to be working towards it */
    CAUSE_WORD_ABOVE,      /* ask: the level word here is the higher one */
    CAUSE_WORD_OPEN,       /* ask: nobody orders these level words */
    CAUSE_ANY_TIME,        /* met: any time in such a post is enough */
    CAUSE_TIME_ENOUGH,     /* met: the months are enough */
    CAUSE_TIME_SHORT,      /* ask: some months, but fewer than wanted */
    CAUSE_TIME_UNKNOWN,    /* ask: how long is not known */
    CAUSE_WORDS_UNKNOWN,   /* ask: nobody says how long the words mean */
    CAUSE_KIND_OPEN,       /* ask: whether it is such work is open */
    CAUSE_LESS_TIME,       /* ask: the role asks for less than this */
    CAUSE_POST,            /* ask: it depends on this post */
    CAUSE_LOWER_ROLE,      /* ask: a lower level of the family lists it */
    CAUSE_TOUCHED,         /* ask: the role's description touches it */
    CAUSE_DEPENDS,         /* ask: met in one world, not in another */
    CAUSE_TOO_MANY_WORLDS, /* ask: more ways than can be gone through */
    CAUSE_OPINION,         /* the council's plugin settled it */
    CAUSE_COUNT
};

/* The answer for one leaf, and what it rests on. */
struct leaf_answer {
    sg_verdict verdict;
    enum cause cause;
    uint32_t fact;  /* node of the current role's framework, or NO_INDEX */
    uint32_t place; /* CAUSE_LOWER_ROLE: role; CAUSE_TOUCHED, KIND_OPEN: item;
                       or NO_INDEX */
    uint16_t needed_months;
    uint16_t missing_months;
    bool assumed;              /* a number that no source gives was used */
    bool notice;               /* two councils or families use the same words */
    const char *months_reason; /* who says how long, or NULL */
};

/* What is judged against what. */
struct judging {
    const struct reference *reference;
    const struct in_use *from; /* NULL: no current role */
    uint32_t from_role;
    int32_t months; /* in the current role, or SG_MONTHS_UNKNOWN */
    const struct in_use *to;
    uint32_t to_role;
    bool words_only; /* compare requirements with each other: time in the role,
                        what it touches and plugins stay out */
    bool without_rules; /* leave the plugin out */
};

/* An answer that rests on nothing further. */
struct leaf_answer answer_of(sg_verdict verdict, enum cause cause);

/* The better of two answers; the first of equals. */
struct leaf_answer answer_better(struct leaf_answer a, struct leaf_answer b);

#endif
