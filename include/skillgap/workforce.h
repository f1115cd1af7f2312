/* SPDX-License-Identifier: MIT */
/**
 * The training needs of a whole workforce.
 *
 *     sg_tally *tally = NULL;
 *     sg_needs *needs = NULL;
 *     sg_tally_request request = {.staff = "staff.csv", .to = role};
 *     sg_needs_options options = {0};
 *     if (sg_tally_new(catalogue, &request, &tally, &error) == SG_OK &&
 *         sg_needs_new(catalogue, tally, &options, &needs, &error) == SG_OK)
 *         printf("%zu needs\n", needs->need_count);
 *     sg_needs_free(needs);
 *     sg_tally_free(tally);
 *
 * A tally counts what sg_gap_new() answers for each person of an HR export.
 * Tallies of different people add up to the tally of all of them, in any
 * order, as long as one person is in one of them only. Needs are what a tally
 * means: counts of staff, costs, and what to buy first. Counts from 1 to 4,
 * and all from which one could be worked out, are left out of them unless they
 * are asked for the inside.
 *
 * Money is in pence, to the council and before funding.
 */
#ifndef SKILLGAP_WORKFORCE_H
#define SKILLGAP_WORKFORCE_H

#include "skillgap/ways.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What everybody is looked at for. */
typedef enum sg_needs_target {
    SG_NEEDS_ROLE,  /**< one role for all */
    SG_NEEDS_NEXT,  /**< the next role up of each one's own */
    SG_NEEDS_STATED /**< what the export's target column says */
} sg_needs_target;

/** How many bytes of the exports have been gone through. */
typedef void (*sg_progress_fn)(uint64_t done, uint64_t of, void *user);

typedef struct sg_tally_request {
    const char *staff;          /**< CSV; "-" is standard input, for one */
    const char *qualifications; /**< CSV, or NULL */
    const char *experience;     /**< CSV, or NULL */
    const char *map;            /**< JSON, renames columns; or NULL */
    const char *rejected;  /**< CSV to write the rejected rows to, so that they
                                can be corrected; or NULL. 0600 */
    const char *unmatched; /**< CSV to write to what was not understood, the
                                most frequent first; or NULL. 0600 */
    bool strict;           /**< refuse an export with a row that is rejected */
    sg_needs_target target;
    sg_role to;              /**< read with SG_NEEDS_ROLE only */
    const char *today;       /**< YYYY-MM-DD, or NULL for the clock's */
    sg_problem_fn problem;   /**< told of every row that is left out */
    sg_progress_fn progress; /**< or NULL */
    void *user;
} sg_tally_request;

/** Counts of people. Personal until sg_needs_new() has made it publishable. */
typedef struct sg_tally sg_tally;

/**
 * Counts all people of an export. SG_INPUT for a file that cannot be read, with
 * file, row and column, every problem told; SG_STORAGE when a file asked for
 * cannot be written. Catalogue must outlive it.
 * Cost: one pass over the files. When each is sorted by person (bytewise), its
 * memory does not grow with the number of people; otherwise reading starts over
 * with all rows in memory.
 */
SG_API sg_status sg_tally_new(const sg_catalogue *catalogue,
                              const sg_tally_request *request,
                              sg_tally **ret_tally, sg_error *reterr);

/** Writes a partial result ("skillgap-partial/1"), 0600; "-" is standard
    output. */
SG_API sg_status sg_tally_write(const sg_tally *tally, const char *path,
                                sg_error *reterr);

/** Reads a partial result back. SG_INPUT, "other-framework", when it was made
    with other frameworks or other versions of them. */
SG_API sg_status sg_tally_read(const sg_catalogue *catalogue, const char *path,
                               sg_problem_fn problem, void *user,
                               sg_tally **ret_tally, sg_error *reterr);

/** Adds `more` to `tally`. SG_INPUT, "other-question", when the two are for
    another target or day. */
SG_API sg_status sg_tally_add(sg_tally *tally, const sg_tally *more,
                              sg_error *reterr);

/** Accepts NULL. */
SG_API void sg_tally_free(sg_tally *tally);

/** A number of people or of pence that may have to stay inside. */
typedef struct sg_figure {
    uint64_t value; /**< 0 when hidden */
    bool hidden;
} sg_figure;

/** How the staff of a group stand to one need. */
typedef struct sg_need_counts {
    sg_figure unmet;
    sg_figure ask;
    sg_figure met;  /**< hidden as well where the need is not asked of all: then
                         only `rest` is published */
    sg_figure rest; /**< they meet it, or their target does not ask for it */
    sg_figure cost_pence; /**< of seats for those who do not meet it */
    bool suppressed;      /**< unmet, ask or rest is hidden */
} sg_need_counts;

/** What one seat of training for a need costs. */
typedef struct sg_need_price {
    bool known;           /**< false: no course is known to close it */
    const char *label;    /**< what is bought, or done */
    const char *course;   /**< id in the course catalogue, or NULL */
    uint64_t seat_pence;  /**< all that one person needs */
    uint32_t group_seats; /**< 0: there is no price for a group */
    uint64_t group_pence;
    uint32_t hours;  /**< of study and assessment; 0: none, or not known */
    uint32_t months; /**< 0: less than one, or not known */
    const char *source;
    const char *as_of; /**< YYYY-MM-DD, or NULL */
    bool assumed;      /**< a figure comes from no source */
    bool ask_first;    /**< somebody has to agree first that it counts */
    bool others;       /**< there are other ways to close it */
} sg_need_price;

/** One thing that target roles ask for. */
typedef struct sg_need {
    const char *id; /**< of what is asked for and how strongly: the same in
                         every role, report and year */
    const char *label;
    const char *kind; /**< qualification experience skill training credential
                           working-towards */
    uint32_t level;   /**< on the RQF; 0: none is named */
    sg_strength strength;
    bool statutory;           /**< the law asks for it: bought first */
    bool asked_of_all;        /**< by every target role that anybody here has */
    const char *const *roles; /**< ids of the target roles that ask for it */
    size_t role_count;
    const char *becomes_essential_at; /**< title of the next role of the family
                                           where it is; or NULL */
    sg_need_counts all;               /**< of all who were assessed */
    sg_need_price price;
} sg_need;

/** A team, a grade or a role. */
typedef struct sg_need_group {
    const char *by;   /**< team grade role */
    const char *name; /**< as shown; where several small ones were put together,
                           it says so */
    const char *id;   /**< of a role; otherwise NULL */
    bool merged;      /**< several that were too small to be shown */
    sg_figure staff;
    const sg_need_counts *needs; /**< in the order of sg_needs.needs */
} sg_need_group;

/** Why people could not be assessed. */
typedef struct sg_not_assessed {
    const char *reason;   /**< no-role role-unknown no-target target-unknown
                               no-next-role in-role; several together are joined
                               by a comma */
    const char *sentence; /**< and what to do about it */
    sg_figure staff;
} sg_not_assessed;

/** People who lack this, and nothing else that is essential. */
typedef struct sg_one_step {
    const size_t *needs; /**< one action closes all of these */
    size_t need_count;
    const char *action; /**< or NULL: none is known */
    sg_figure staff;
} sg_one_step;

/** A thing that is asked for and that only one person holds. */
typedef struct sg_single_holder {
    size_t need;
    const char *team; /**< NULL: of all who were assessed */
    const char *person;
} sg_single_holder;

/** Something that is met now and runs out. */
typedef struct sg_expiring {
    size_t need;
    sg_figure staff;
} sg_expiring;

/** One purchase. */
typedef struct sg_buy {
    const char *label;
    const char *course; /**< id, or NULL */
    const size_t *needs;
    size_t need_count;
    bool statutory;
    uint64_t seats;   /**< people who get one */
    uint64_t groups;  /**< bought at the price for a group */
    uint64_t singles; /**< bought one by one */
    uint64_t cost_pence;
    uint64_t seat_pence;
    uint32_t group_seats;
    uint64_t group_pence;
    const char *source;
    const char *as_of;
    bool assumed;
} sg_buy;

/** What a budget buys first. */
typedef struct sg_needs_plan {
    uint64_t budget_pence;
    uint64_t spent_pence;
    const sg_buy *buys; /**< statutory first */
    size_t buy_count;
    sg_figure eligible_before; /**< no essential line is unmet; what is open
                                    has to be asked all the same */
    sg_figure eligible_after;  /**< hidden when the other is */
    uint64_t more;             /**< people whom the plan makes eligible */
    sg_figure considered;      /**< people whom the plan looked at; hidden where
                                    nobody's needs may be told */
    uint64_t bound; /**< nobody can make more than so many more eligible with
                         this budget */
    bool optimal;   /**< `more` reaches it */
    uint64_t greedy_more;  /**< what buying the best value first would reach */
    uint64_t greedy_pence; /**< and spend */
} sg_needs_plan;

typedef struct sg_needs {
    bool internal; /**< not to be published */
    const char *today;
    sg_needs_target target;
    sg_role_info to; /**< with SG_NEEDS_ROLE; otherwise all NULL */
    const sg_framework_info *frameworks; /**< those of the target roles */
    size_t framework_count;
    sg_figure staff; /**< in the exports */
    sg_figure assessed;
    const sg_not_assessed *not_assessed;
    size_t not_assessed_count;
    sg_figure rejected_rows;
    sg_figure several_posts; /**< people with more than one post: the first
                                  whose role is known counts */
    const sg_need *needs;    /**< essential first, in published order */
    size_t need_count;
    const sg_need_group *groups; /**< teams by name, grades from the lowest,
                                      roles in published order */
    size_t group_count;
    bool combined; /**< false: how needs go together in single people may not be
                        told, so `eligible` is hidden, and there are no one_step
                        and no plan */
    sg_figure eligible;   /**< no essential line is unmet */
    sg_figure cost_pence; /**< of all essential needs; what no course is known
                               for is not in it */
    const sg_one_step *one_step;
    size_t one_step_count;
    const sg_single_holder *single_holders; /**< inside only */
    size_t single_holder_count;
    const sg_expiring *expiring; /**< within SG_EXPIRING_DAYS */
    size_t expiring_count;
    bool has_budget; /**< one was asked about: budget_pence */
    uint64_t budget_pence;
    const sg_needs_plan *plan; /**< NULL without a budget, and where `combined`
                                    says that there is none */
    bool assumed;              /**< a figure comes from no source */
    const char *const *notes;  /**< what this does not say, and how it is
                                    counted; sentences */
    size_t note_count;
} sg_needs;

/** How far ahead is looked for what runs out. */
#define SG_EXPIRING_DAYS 90

typedef struct sg_needs_options {
    bool internal; /**< small counts and names are told */
    bool has_budget;
    uint64_t budget_pence;
} sg_needs_options;

/**
 * What a tally means. Same tally, same needs, to the byte. SG_STORAGE without
 * memory. Tally and catalogue must outlive it.
 * Cost: counts times groups, and with a budget an exact search that is cut off
 * after a fixed number of steps, which is then said.
 */
SG_API sg_status sg_needs_new(const sg_catalogue *catalogue,
                              const sg_tally *tally,
                              const sg_needs_options *options,
                              sg_needs **ret_needs, sg_error *reterr);

/** Accepts NULL. */
SG_API void sg_needs_free(sg_needs *needs);

#ifdef __cplusplus
}
#endif

#endif
