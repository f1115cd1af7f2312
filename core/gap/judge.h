/* SPDX-License-Identifier: MIT */
/* The judging layer: verdicts and their causes, without a word of text.
 *
 *     struct judgement judgement;
 *     judge_line(&judging, line, &judgement);
 *     if (judgement.verdict == SG_ASK) ...
 *
 * It writes into the caller's buffer and allocates nothing, so that paths and
 * workforces can call it millions of times. The explaining layer (explain.h)
 * turns its causes into sentences and never judges anew. */
#ifndef GAP_JUDGE_H
#define GAP_JUDGE_H

#include "base/limits.h"
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

/* Somebody in one role looking at another. `months`: in the current role, or
 * SG_MONTHS_UNKNOWN. */
struct judging judging_between(const sg_catalogue *catalogue, sg_role from,
                               sg_role to, int32_t months);

/* SG_USAGE for a number of months that cannot be. */
sg_status judging_check_months(int32_t months, sg_error *reterr);

struct judgement {
    sg_verdict verdict;
    bool by_opinion; /* the plugin's opinion settled it */
    const char *opinion_reason;
    uint32_t first; /* node of answers[0]: the line's root */
    uint32_t count;
    struct leaf_answer answers[LIMIT_TREE_NODES]; /* of each node; groups have
                                                     only a verdict */
};

/* Judges one line (an index into to->framework->lines) over every world of the
 * current role's essential lines that share a criterion with it. */
void judge_line(const struct judging *judging, uint32_t line,
                struct judgement *judgement);

/* The same over the given lines of `from`, whatever their strength. */
void judge_line_over(const struct judging *judging, const uint32_t *lines,
                     uint32_t count, uint32_t line,
                     struct judgement *judgement);

/* The verdict of a group from those of its parts: "and" is the smallest, "or"
 * the largest, "at least n" the n-th largest. verdicts[i] is that of node
 * first + i. */
sg_verdict judge_group(const struct framework *framework, uint32_t node,
                       const sg_verdict *verdicts, uint32_t first);

/* Only the verdict, the opinion included. */
sg_verdict judge_verdict(const struct judging *judging, uint32_t line);

/* How many essential and desirable lines have which verdict, and the smallest
 * of the essential ones. `counts` is indexed by strength, then verdict. */
sg_verdict judge_role(const struct judging *judging, uint32_t counts[2][3]);

/* Collects the lines of a role that share a criterion with another's tree;
 * at most `room`; returns how many there are in all. */
uint32_t lines_sharing(const struct framework *framework, uint32_t role,
                       bool essential, bool desirable,
                       const struct framework *other, uint32_t root,
                       uint32_t *lines, uint32_t room);

#endif
