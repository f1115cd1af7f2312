/* SPDX-License-Identifier: MIT */
/* What is judged against what, and the answer for one leaf.
 *
 *     struct leaf_answer answer = answer_of(SG_ASK, CAUSE_POST);
 */
#ifndef JUDGE_ANSWER_H
#define JUDGE_ANSWER_H

#include "judge/held.h"
#include "model/catalogue.h"
#include "model/post.h"

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

    /* What a person's file says. `held` is the place in the list meant. */
    CAUSE_FILE_SILENT,    /* ask: the file has no such list */
    CAUSE_FILE_NONE,      /* unmet: it has one, and nothing there could count */
    CAUSE_WORK_TOO_SHORT, /* unmet: work of no stated kind, and too little of
                             it whatever it is */

    CAUSE_CLAIM_FITS,          /* met */
    CAUSE_CLAIM_STUDYING,      /* unmet: worked towards, not held yet */
    CAUSE_CLAIM_FEW,           /* unmet: the level, but too few of them */
    CAUSE_CLAIM_BELOW,         /* unmet: full at a lower level */
    CAUSE_CLAIM_NOT_FULL,      /* unmet: the level, but known to be smaller */
    CAUSE_CLAIM_BELOW_SMALL,   /* unmet: a lower level, and not full there */
    CAUSE_CLAIM_OVER,          /* unmet: it has run out */
    CAUSE_CLAIM_OVER_SHORT,    /* unmet: it has, and it was never enough */
    CAUSE_CLAIM_SUBJECT_OPEN,  /* ask: met on level, its subject is not known */
    CAUSE_CLAIM_SUBJECT_OTHER, /* ask: met on level, in a subject that nobody
                                  has called relevant */
    CAUSE_CLAIM_SPECIALIST,    /* ask: is this the post's specialist area? */
    CAUSE_CLAIM_NOT_NAMED,     /* ask: as high, but not an NVQ, and the line
                                  names no equivalent */
    CAUSE_CLAIM_SIMILAR,       /* ask: whether it is similar to what is named */
    CAUSE_CLAIM_OVERSEAS,    /* ask: a statement of comparability settles it */
    CAUSE_CLAIM_SIZE_OPEN,   /* ask: is it a full level? */
    CAUSE_CLAIM_LEVEL_OPEN,  /* ask: it may be high enough, or not */
    CAUSE_CLAIM_STATUS_OPEN, /* ask: is it held? */
    CAUSE_CLAIM_UNKNOWN,     /* ask: its words do not say what it is */

    CAUSE_WORK_ANY_TIME,       /* met: such work, and any length is enough */
    CAUSE_WORK_ENOUGH,         /* met: long enough */
    CAUSE_WORK_SHORT,          /* ask: some, but less than wanted */
    CAUSE_WORK_DATES_OPEN,     /* ask: long enough or not, by months that the
                                  file leaves out */
    CAUSE_WORK_LENGTH_UNKNOWN, /* ask: since when is not on file */
    CAUSE_WORK_WORDS_UNKNOWN,  /* ask: nobody says how long the words mean */
    CAUSE_WORK_WEIGH,          /* ask: is it equivalent to that level? */
    CAUSE_WORK_KIND_OPEN,      /* ask: is it such work? */

    CAUSE_SKILL_LISTED,    /* met */
    CAUSE_SKILL_NO_WORD,   /* ask: listed without (all of) the level words */
    CAUSE_SKILL_WORD_OPEN, /* ask: nobody orders these level words */
    CAUSE_SKILL_BELOW,     /* ask: the level word wanted is the higher one */

    CAUSE_CREDENTIAL_HELD, /* met */
    CAUSE_CREDENTIAL_OPEN, /* ask: it may have run out */
    CAUSE_CREDENTIAL_OVER, /* unmet: it has run out */

    CAUSE_TRAINING_DONE, /* met */
    CAUSE_TRAINING_OPEN, /* ask: whether any of it is this */
    CAUSE_TRAINING_OVER, /* unmet: it has run out */

    CAUSE_POST_NEEDS, /* unmet: the post file says that it is needed */
    CAUSE_POST_FREE,  /* met: the post file says that it is not */
    CAUSE_COUNT
};

enum { ALSO_MOST = 2 };

/* The answer for one leaf, and what it rests on. */
struct leaf_answer {
    sg_verdict verdict;
    enum cause cause;
    uint32_t fact;  /* node of the current role's framework, or NO_INDEX */
    uint32_t place; /* CAUSE_LOWER_ROLE: role; CAUSE_TOUCHED, KIND_OPEN: item;
                       or NO_INDEX */
    uint32_t held;  /* of a person: the claim, post, skill, credential or
                       training that it rests on; or NO_INDEX */
    uint32_t also[ALSO_MOST]; /* CAUSE_WORK_KIND_OPEN: further posts that are
                                 as open, the nearest first; or NO_INDEX */
    uint16_t needed_months;
    uint16_t missing_months;
    uint16_t held_months;      /* of a person: calendar months, surely */
    uint16_t may_months;       /* and at most, where the file leaves it open */
    uint16_t held_fte_tenths;  /* the same in full-time terms, tenths of a
                                  month; 0: the hours are not known */
    uint16_t held_posts;       /* how many posts these months are of */
    uint16_t acting_months;    /* how many of them were done acting up */
    bool subject_open;         /* CAUSE_CLAIM_OVERSEAS: so is its subject */
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
    const struct held *held; /* what a person has on file; NULL: judge from the
                                role alone */
    const struct post *post; /* what the post wanted needs, or NULL */
    bool evidence_only; /* of a person: what the current role guarantees is left
                           out */
    const struct overrides *overrides; /* the council's own numbers, or NULL */
    float full_time_hours;             /* a week */
    bool full_time_assumed;
    bool words_only; /* compare requirements with each other: time in the role,
                        what it touches and plugins stay out */
    bool without_rules; /* leave the plugin out */
};

/* An answer that rests on nothing further. */
struct leaf_answer answer_of(sg_verdict verdict, enum cause cause);

/* The better of two answers; the first of equals. */
struct leaf_answer answer_better(struct leaf_answer a, struct leaf_answer b);

#endif
