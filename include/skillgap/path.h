/* SPDX-License-Identifier: MIT */
/**
 * Career paths: every route to a role that is worth choosing between.
 *
 *     sg_path_request request = {.gap = {.from = from, .to = to,
 *                                        .months = SG_MONTHS_UNKNOWN}};
 *     sg_paths *paths = NULL;
 *     if (sg_paths_new(catalogue, &request, &paths, &error) == SG_OK)
 *         printf("%zu paths\n", paths->path_count);
 *     sg_paths_free(paths);
 *
 * A path is a list of moves. What is gained on one step stays gained,
 * experience accrues in the roles passed through, and study runs beside work.
 * The answer holds one path for every combination of months, money and moves
 * that no other path outdoes. core/path/README.md states the model.
 *
 * Money is in pence, to the council and before funding: the catalogue's typical
 * price. Months are whole calendar months from today.
 *
 * Not reckoned with: that what is held may run out, start dates of courses,
 * vacancies, and changes of working hours.
 */
#ifndef SKILLGAP_PATH_H
#define SKILLGAP_PATH_H

#include "skillgap/ways.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sg_path_request {
    sg_gap_request gap;          /**< who, from where, to which role */
    double study_hours_per_week; /**< beside work; 0: as the course catalogue
                                      has it */
    uint32_t most_moves; /**< 0: two more than the fewest possible, but no more
                              than 6 */
    bool allow_down;     /**< moves down too, where the council's rules know
                              them */
    bool through_others; /**< other councils may be passed through; without it
                              the target's council is entered and not left */
} sg_path_request;

/** Something to ask somebody before a step. */
typedef struct sg_path_ask {
    const char *line; /**< id */
    const char *label;
    const char *question;
    bool again; /**< an earlier step of the path asks just this too */
} sg_path_ask;

/** Why a line is met on arrival: what did not hold at the start. */
typedef struct sg_path_reason {
    const char *line; /**< id */
    const char *label;
    const char *how; /**< in a sentence */
    bool assumed;    /**< a number that no source gives was used */
} sg_path_reason;

/** One move of a path, and the time before it. */
typedef struct sg_path_step {
    sg_role_info from_role;   /**< all NULL: no role is known */
    sg_role_info role;        /**< that is moved into */
    uint32_t months;          /**< in from_role before the move */
    uint32_t entered;         /**< months from today until the move */
    const char *on;           /**< YYYY-MM */
    const sg_action *actions; /**< done for this step and not for one before:
                                   courses, training, experience */
    size_t action_count;
    const char *begin;   /**< YYYY-MM: the study for it has to begin by then at
                              the latest; NULL: there is none */
    uint32_t begin_in;   /**< the same in months from today; 0: now */
    uint64_t cost_pence; /**< of these */
    const sg_path_ask *asks;
    size_t ask_count;
    const sg_path_ask *spares; /**< what is open today, and may spare some of
                                  the actions when the answer is yes */
    size_t spare_count;
    const sg_path_reason *reasons;
    size_t reason_count;
    sg_mode mode; /**< how the move is made */
} sg_path_step;

typedef struct sg_path {
    uint32_t months;
    uint64_t cost_pence;
    uint32_t moves;
    uint32_t hours;            /**< of study beside work */
    const sg_path_step *steps; /**< there are `moves` */
    bool quickest; /**< of the paths here, unless all are alike in it */
    bool cheapest;
    bool fewest_moves;
    bool assumed; /**< a figure of it is */
} sg_path;

/** Why there is no path. */
typedef struct sg_path_block {
    sg_role_info role;   /**< that cannot be entered */
    const char *line;    /**< id; NULL: it is not a line that blocks */
    const char *label;   /**< or NULL */
    const char *why;     /**< in a sentence */
    const char *unblock; /**< what would help, in a sentence */
} sg_path_block;

typedef struct sg_paths {
    const sg_gap_person *person; /**< NULL: from a role alone */
    sg_role_info from;           /**< all NULL: no role is known */
    sg_role_info to;
    sg_framework_info from_framework;
    sg_framework_info framework; /**< the target's */
    const char *today;           /**< YYYY-MM-DD, the day of the answer */
    int32_t months;              /**< said to be spent in `from` already */
    const sg_path *paths;        /**< by months, then money */
    size_t path_count;
    const sg_path_block *blocked; /**< when there is none */
    size_t block_count;
    sg_role_info nearest;     /**< when there is none: the role nearest to the
                                 target     that can be reached; all NULL: none */
    bool exact;               /**< false: a limit cut the search short */
    const char *reason;       /**< then which; or NULL */
    uint32_t months_at_least; /**< no path is shorter than this */
    uint32_t most_moves;      /**< that were looked at */
    bool through_others;      /**< so were paths through other councils */
    bool allow_down;          /**< and moves down */
    double study_hours_per_week;
    sg_sourced study_from;
    uint32_t stay_months; /**< in each role before the next move */
    sg_sourced stay_from;
    const char *notice;              /**< what this does not decide */
    const char *const *not_modelled; /**< sentences */
    size_t not_modelled_count;
} sg_paths;

/**
 * Finds the paths. Catalogue, person and post must outlive the result.
 * SG_USAGE when the target is the current role, when study hours are out of
 * range, or more moves are asked for than SG_PATH_MOVES_MOST; otherwise fails
 * as sg_gap_new() does. No path is no failure: see `blocked`.
 * Cost: grows with the roles that lie between and the moves that are allowed;
 * past a ceiling the paths are still valid, and `exact` is false.
 */
SG_API sg_status sg_paths_new(const sg_catalogue *catalogue,
                              const sg_path_request *request,
                              sg_paths **ret_paths, sg_error *reterr);
SG_API void sg_paths_free(sg_paths *paths);

/** How soon one role can be reached. */
typedef struct sg_reach_role {
    uint32_t moves;           /**< the fewest of any path; 0: there is none */
    uint32_t months_at_least; /**< of any path of up to two moves more */
} sg_reach_role;

typedef struct sg_reach {
    const sg_reach_role *roles; /**< in the order of sg_next.roles */
    size_t role_count;   /**< 0: there are more roles than are looked at */
    uint32_t most_moves; /**< of a path */
} sg_reach;

/**
 * Finds how soon each role of `next` can be reached; `request` is that of
 * sg_paths_new(), and its `to` is not read. To have it reported, put it into
 * next->reach. Cost: one search a role.
 */
SG_API sg_status sg_reach_new(const sg_catalogue *catalogue,
                              const sg_path_request *request,
                              const sg_next *next, sg_reach **ret_reach,
                              sg_error *reterr);
SG_API void sg_reach_free(sg_reach *reach);

enum {
    SG_PATH_MOVES_MOST = 12, /**< that can be asked for */
    SG_PATH_HOURS_MOST = 80, /**< of study, a week */
};

#ifdef __cplusplus
}
#endif

#endif
