/* SPDX-License-Identifier: MIT */
/**
 * What stands between a current role and a target role, and why.
 *
 *     sg_gap_request request = {.from = from, .to = to,
 *                               .months = SG_MONTHS_UNKNOWN};
 *     sg_gap *gap = NULL;
 *     if (sg_gap_new(catalogue, &request, &gap, &error) == SG_OK)
 *         puts(sg_verdict_word(gap->verdict));
 *     sg_gap_free(gap);
 *
 * From a role to a role, "unmet" means: not guaranteed by the current role.
 * It never means that the person lacks it. From a person, it means: neither on
 * file nor guaranteed by the current role. What closes the gap: ways.h.
 */
#ifndef SKILLGAP_GAP_H
#define SKILLGAP_GAP_H

#include "skillgap/framework.h"
#include "skillgap/post.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Time in the current role when nobody has said. */
#define SG_MONTHS_UNKNOWN (-1)

typedef struct sg_gap_request {
    sg_role from; /**< not read when there is a person */
    sg_role to;
    int32_t months;          /**< whole months in `from`, or SG_MONTHS_UNKNOWN;
                                  not read when there is a person */
    const sg_person *person; /**< or NULL: from a role alone */
    bool evidence_only;      /**< leave out what the person's current role
                                  guarantees: only the file counts */
    const sg_post *post;     /**< what the post wanted needs, or NULL */
    const char *today;       /**< YYYY-MM-DD, or NULL for the clock's */
} sg_gap_request;

struct sg_ways;
struct sg_reach;

/** What an answer about a person rests on. */
typedef struct sg_gap_person {
    const char *name;         /**< as on file, or NULL */
    const char *current_role; /**< as on file, or NULL */
    bool role_known; /**< false: no such role is known here, or none is given */
    bool evidence_only;
    const char *today;          /**< the day that the answer is for */
    const char *const *assumed; /**< what --assume added, in its own words */
    size_t assumed_count;
    const char *post; /**< title of the post, "" for one without; NULL: none */
    bool nothing_on_file; /**< no role and none of the lists: nothing can be
                               judged yet */
} sg_gap_person;

typedef struct sg_gap_line {
    const char *id;
    const char *hash; /**< of what the line asks for: another one, and what was
                           confirmed about it lapses */
    sg_strength strength;
    const char *label;
    sg_verdict verdict;
    const char *reason;     /**< one sentence */
    const char *decided_by; /**< "engine", "plugin:ID", or the name of whoever
                                 confirmed it */
    sg_change change;
    bool pivotal;            /**< meeting it alone would improve the whole */
    bool assumed;            /**< a number that no source gives was used */
    uint32_t missing_level;  /**< RQF level that is wanted; 0: none */
    uint32_t missing_months; /**< months short; 0: none or not known */
    sg_source source;
    sg_part needs; /**< the line as a tree, each part judged */
} sg_gap_line;

/** How one graded row changes between the two roles. */
typedef struct sg_gap_change {
    const char *section; /**< heading */
    const char *area;    /**< row or heading within it */
    sg_change kind;
    const char *from; /**< what the current role's cell says, or NULL */
    const char *to;   /**< what the target's cell says, or NULL */
    const char *why;  /**< why it is higher or lower, or NULL */
    bool seek;        /**< work of this kind is worth seeking now */
    bool expect;      /**< a demand to expect there */
    const char *const *measures; /**< the target's performance measures */
    size_t measure_count;
    const char *const *from_measures; /**< those of the current role */
    size_t from_measure_count;
    sg_source from_source;
    sg_source to_source;
} sg_gap_change;

/** Desirable now, essential at a later level of the family. */
typedef struct sg_becoming {
    const char *line;         /**< id of the desirable line */
    const char *criterion;    /**< id */
    const char *label;        /**< of the desirable leaf */
    const char *desirable_at; /**< role id */
    const char *desirable_title;
    const char *essential_at; /**< first role id where it is essential */
    const char *essential_title;
    bool alternative; /**< it is one branch of an "or" there */
} sg_becoming;

typedef struct sg_question {
    const char *text;
    const char *const *settles; /**< ids of lines */
    size_t settle_count;
} sg_question;

/** Counts of one strength, indexed by sg_verdict. */
typedef struct sg_counts {
    uint32_t by[3];
} sg_counts;

/** How one gets from the one role to the other. */
typedef struct sg_mode {
    const char *kind; /**< career-grade linked-grade vacancy apply unknown */
    const char *text; /**< one or two sentences */
    bool assumed;     /**< the move itself is an assumption */
} sg_mode;

typedef struct sg_gap {
    const sg_gap_person *person; /**< NULL: from a role alone */
    sg_role_info from; /**< all NULL for a person without a known role */
    sg_role_info to;
    sg_framework_info from_framework;
    sg_framework_info framework; /**< the target's */
    int32_t months;
    sg_verdict verdict;       /**< the smallest of the essential lines */
    sg_counts counts[2];      /**< indexed by sg_strength */
    const sg_gap_line *lines; /**< in printed order, essential first */
    size_t line_count;
    const sg_sheet_line *dropped; /**< lines of `from` with nothing like them in
                                       `to`; needs.reason says where the other
                                       role's description still touches it */
    size_t dropped_count;
    const sg_gap_change *changes;
    size_t change_count;
    const sg_gap_change *ungraded; /**< rows that differ, where the documents do
                                        not say which is higher */
    size_t ungraded_count;
    const char *target_work; /**< whether the person does or did the target's
                                  work: holds acting held acted; or NULL */
    const sg_becoming *becoming;
    size_t becoming_count;
    const sg_question *questions; /**< the fewest that settle most asks */
    size_t question_count;
    sg_move move;
    uint32_t skipped; /**< levels of the family that the move would skip */
    sg_mode mode;
    const char *notice;         /**< what this does not decide, and cautions */
    const struct sg_ways *ways; /**< NULL; whoever wants a report to tell what
                                     closes the lines puts the ways of the same
                                     request here (ways.h) */
} sg_gap;

/**
 * Judges every line of `to` for somebody in `from`, or for a person. Catalogue,
 * person and post must outlive the result. SG_USAGE when months is below
 * SG_MONTHS_UNKNOWN or today is no day. SG_INPUT, with file and place, when the
 * post is of another role.
 * Cost: lines times worlds; a line with more worlds than the limit is ask.
 */
SG_API sg_status sg_gap_new(const sg_catalogue *catalogue,
                            const sg_gap_request *request, sg_gap **ret_gap,
                            sg_error *reterr);
SG_API void sg_gap_free(sg_gap *gap);

/** One role as a place to go next. */
typedef struct sg_next_role {
    sg_role_info role;
    sg_verdict verdict;
    sg_counts counts[2];
    bool assumed; /**< a line is met by a number that no source gives */
    sg_move move;
    uint32_t skipped;
    sg_mode mode;
} sg_next_role;

/** Every other role: up first, then side, unknown, down; within
    each the fewest unmet, then the fewest open, then published order. */
typedef struct sg_next {
    const sg_gap_person *person; /**< NULL: from a role alone */
    sg_role_info from;
    sg_framework_info from_framework;
    const sg_framework_info *frameworks; /**< those that all of this is from */
    size_t framework_count;
    int32_t months;
    const sg_next_role *roles;
    size_t role_count;
    const char *notice;
    const struct sg_reach *reach; /**< NULL; whoever wants a report to tell how
                                       soon each can be reached puts that here
                                       (path.h) */
} sg_next;

/** Judges every role but the current one as sg_gap_new() does; `to` of the
    request is not read. A post counts for its own role, or for all when it
    names none. */
SG_API sg_status sg_next_new(const sg_catalogue *catalogue,
                             const sg_gap_request *request, sg_next **ret_next,
                             sg_error *reterr);
SG_API void sg_next_free(sg_next *next);

#ifdef __cplusplus
}
#endif

#endif
