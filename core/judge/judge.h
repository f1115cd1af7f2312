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
#ifndef JUDGE_JUDGE_H
#define JUDGE_JUDGE_H

#include "base/limits.h"
#include "judge/answer.h"

/* Somebody in one role looking at another. `months`: in the current role, or
 * SG_MONTHS_UNKNOWN. */
struct judging judging_between(const sg_catalogue *catalogue, sg_role from,
                               sg_role to, int32_t months);

/* A person looking at a role: `held` was built from the same catalogue. */
struct judging judging_of_person(const sg_catalogue *catalogue,
                                 const struct held *held, sg_role to);

/* SG_USAGE for a number of months that cannot be. */
sg_status judging_check_months(int32_t months, sg_error *reterr);

/* What became of the confirmations that a person's file has for a line. */
enum confirmation_state {
    CONFIRMATION_NONE,      /* there is none, or nothing was open */
    CONFIRMATION_SETTLES,   /* it settled the line */
    CONFIRMATION_LAPSED,    /* the line or the framework has changed since */
    CONFIRMATION_UNDATED,   /* it says neither hash nor framework version */
    CONFIRMATION_UNSETTLED, /* it says "ask", or two of one day contradict */
};

struct judgement {
    sg_verdict verdict;
    enum confirmation_state confirmation;
    const struct person_confirmation *confirmed; /* the one meant, or NULL */
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

/* Whether the verdict rests on a number that no source gives: for "met", that
 * without it the line would not be; otherwise, that one was used. */
bool judgement_assumed(const struct framework *framework,
                       const struct judgement *judgement);

/* The two halves of judging a person by a line: what the current role settles
 * of it, which is the same for everybody in that role, and what this person's
 * file adds to it. judge_line() is the one after the other. `role` has the
 * answers of the first, and is left as it is; who is not in the role yet has
 * answers of their own. */
void judge_by_role_alone(const struct judging *judging, uint32_t line,
                         struct judgement *judgement);
sg_verdict judge_with_file(const struct judging *judging, uint32_t line,
                           const struct leaf_answer *role,
                           struct judgement *judgement);

/* Only the verdict, the opinion included. */
sg_verdict judge_verdict(const struct judging *judging, uint32_t line);

/* How many essential and desirable lines have which verdict, and the smallest
 * of the essential ones. `counts` is indexed by strength, then verdict;
 * *ret_assumed: a line is met by a number that no source gives. */
sg_verdict judge_role(const struct judging *judging, uint32_t counts[2][3],
                      bool *ret_assumed);

#endif
