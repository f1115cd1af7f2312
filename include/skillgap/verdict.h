/* SPDX-License-Identifier: MIT */
/**
 * The three answers that a requirement can have, and other small word lists.
 *
 *     puts(sg_verdict_word(SG_ASK)); // "ask"
 *
 * The verdicts are ordered, so that "and" is the smaller and "or" the larger.
 */
#ifndef SKILLGAP_VERDICT_H
#define SKILLGAP_VERDICT_H

#include "skillgap/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum sg_verdict {
    SG_UNMET = 0, /**< known not to be there */
    SG_ASK = 1,   /**< nothing on file settles it: a person has to */
    SG_MET = 2,   /**< known to be there */
} sg_verdict;

typedef enum sg_strength {
    SG_ESSENTIAL = 0, /**< must be met to be shortlisted */
    SG_DESIRABLE = 1, /**< never decides */
} sg_strength;

/** How a line of the target compares with the whole current specification. */
typedef enum sg_change {
    SG_CHANGE_NONE = 0, /**< there is no current role to compare with */
    SG_SAME,            /**< the identical requirement, as strong as now */
    SG_RAISED,          /**< asks more than now, or is essential from now on */
    SG_LOWERED,         /**< asks less than now */
    SG_NEW,             /**< the current role lists nothing of the kind */
    SG_DROPPED,         /**< the current role has it, the target has not */
} sg_change;

/** The direction of a move, from what the framework publishes. */
typedef enum sg_move {
    SG_MOVE_UP = 0,  /**< a higher level of the family, or a higher grade */
    SG_MOVE_SIDE,    /**< the same level or grade */
    SG_MOVE_UNKNOWN, /**< no scale that both roles use says it */
    SG_MOVE_DOWN,
} sg_move;

/** What a line or a part of one is. */
typedef enum sg_op {
    SG_ALL = 0,
    SG_ANY,
    SG_AT_LEAST,
    SG_QUALIFICATION,
    SG_WORKING_TOWARDS,
    SG_EXPERIENCE,
    SG_SKILL,
    SG_CREDENTIAL,
    SG_TRAINING,
    SG_NOT_NEEDED_HERE,        /**< "where appropriate": perhaps not here */
    SG_NO_FORMAL_QUALIFICATION /**< always met */
} sg_op;

/** The words used in JSON and text; "?" for a value out of range. */
SG_API const char *sg_verdict_word(sg_verdict verdict);
SG_API const char *sg_strength_word(sg_strength strength);
SG_API const char *sg_change_word(sg_change change);
SG_API const char *sg_move_word(sg_move move);
SG_API const char *sg_op_word(sg_op op);

#ifdef __cplusplus
}
#endif

#endif
