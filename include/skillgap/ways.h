/* SPDX-License-Identifier: MIT */
/**
 * What closes a gap: the alternative ways of meeting each line, what they take,
 * and a plan for the one-to-one.
 *
 *     sg_ways *ways = NULL;
 *     if (sg_ways_new(catalogue, &request, &ways, &error) == SG_OK)
 *         printf("%zu ways\n", ways->lines[0].route_count);
 *     sg_ways_free(ways);
 *
 * Money is in pence, to the council and before funding: the catalogue's typical
 * price. Months are whole calendar months from today. Hours are those of study
 * and assessment. Every figure names its source and says when it is assumed;
 * a council changes them in overrides.json.
 *
 * Not reckoned with: start dates of courses, vacancies, and that what is held
 * may run out meanwhile.
 */
#ifndef SKILLGAP_WAYS_H
#define SKILLGAP_WAYS_H

#include "skillgap/gap.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where a figure is from. */
typedef struct sg_sourced {
    const char *source; /**< in a few words; NULL: there is no figure */
    const char *as_of;  /**< YYYY-MM-DD, or NULL */
    bool assumed;       /**< no source gives it for just this */
} sg_sourced;

/** Somebody who may pay, on the day of the answer. */
typedef struct sg_funding {
    const char *id;
    const char *title;
    const char *pays;          /**< what, in a sentence */
    const char *who;           /**< for whom */
    const char *employee_pays; /**< the employee's own share */
    const char *ends;          /**< last day, or NULL: none is known */
    sg_sourced from;
} sg_funding;

/** One thing to do. */
typedef struct sg_action {
    const char *kind; /**< qualification experience training credential
                           confirm */
    const char *label;
    const char *course;   /**< id in the course catalogue, or NULL */
    const char *for_what; /**< label of the action that needs this first; NULL:
                               it serves the line itself */
    bool on_the_job;      /**< done within the job */
    bool elsewhere;       /**< needs another post than the present one */
    bool months_known;    /**< false: how long is not known, months is 0 */
    uint32_t months;
    sg_sourced months_from;
    uint32_t hours;        /**< all of it; 0: none, or not known */
    uint32_t guided_hours; /**< of them, taught; 0: not known */
    bool paid_hours;       /**< in working hours */
    sg_sourced hours_from;
    uint32_t filled_months; /**< months that the hours fill beside work; 0:
                                 they do not count beside it */
    uint32_t cost_pence;    /**< typical */
    uint32_t cost_least_pence;
    uint32_t cost_most_pence;
    sg_sourced cost_from; /**< source NULL: it is free */
    const sg_funding *funding;
    size_t funding_count;
    const char *lapsed; /**< funds that were listed and have ended, or NULL */
    const char *awards; /**< numbers and bodies that offer it, or NULL */
    sg_sourced from;    /**< of the course itself, its awards and its funds */
    const char *entry;  /**< what is usually asked for to start, and how that
                             stands; or NULL */
    sg_sourced entry_from;
    const char *note;     /**< or NULL */
    const char *evidence; /**< what shows that it is done */
    const char *who;      /**< who has to act */
    const char *assume;   /**< words for --assume that suppose it is done; NULL:
                               they cannot be said */
    bool assumed;         /**< any of its figures is */
} sg_action;

/** One alternative way to meet a line: a choice at each "or" in it. */
typedef struct sg_route {
    const char *label;
    sg_verdict verdict; /**< of the way as things stand */
    sg_verdict then;    /**< of the way when all of it is done: met, or ask
                             where a person has to look all the same */
    const sg_action *actions; /**< what is to be done first stands first */
    size_t action_count;
    uint32_t months; /**< side by side, and no sooner than the hours are done */
    bool months_known;
    uint32_t hours;
    uint64_t cost_pence;
    bool elsewhere;    /**< an action needs another post */
    uint32_t unsuited; /**< how far its courses are from the work of the role
                            that is aimed at; 0: just that */
    bool confirm;  /**< an action is to ask somebody: it costs nothing, and may
                        not settle the line */
    bool assumed;  /**< a figure is */
    bool cheapest; /**< of the ways that surely close the line */
    bool quickest;
} sg_route;

/** The ways of one line of the target's specification. */
typedef struct sg_line_ways {
    const char *line;       /**< id */
    const sg_route *routes; /**< free and on the job first; none when met */
    size_t route_count;
    size_t left_out; /**< more ways than are listed */
} sg_line_ways;

typedef struct sg_ways {
    const sg_line_ways *lines; /**< in the order of sg_gap.lines */
    size_t line_count;
    double study_hours_per_week; /**< of study beside work */
    sg_sourced study_from;
    const char *courses_version; /**< of the course catalogue, or NULL */
    const char *courses_as_of;
} sg_ways;

/**
 * Finds the ways of every line that sg_gap_new() with the same request finds
 * unmet or open. Catalogue, person and post must outlive the result. Fails as
 * sg_gap_new() does. Cost: lines times courses, and one exact search a way.
 */
SG_API sg_status sg_ways_new(const sg_catalogue *catalogue,
                             const sg_gap_request *request, sg_ways **ret_ways,
                             sg_error *reterr);
SG_API void sg_ways_free(sg_ways *ways);

/** What a plan wants least of. What needs another post comes last in each. */
typedef enum sg_prefer {
    SG_CHEAPEST,   /**< money, then months */
    SG_QUICKEST,   /**< months, then money */
    SG_ON_THE_JOB, /**< study beside the job, then money, then months */
} sg_prefer;

/** "cheapest", "quickest", "on-the-job"; and back: false for other words. */
SG_API const char *sg_prefer_word(sg_prefer prefer);
SG_API bool sg_prefer_from_word(const char *word, sg_prefer *ret_prefer);

/** One thing to do in a plan. */
typedef struct sg_plan_step {
    sg_action action;
    const char *const *closes; /**< ids of the lines that it serves */
    size_t close_count;
    const char *by; /**< YYYY-MM; NULL: not known */
} sg_plan_step;

/** A desirable line, and the best way to it. */
typedef struct sg_plan_strengthen {
    const char *line;
    sg_route route;
    const char *by; /**< YYYY-MM; NULL: not known */
} sg_plan_strengthen;

/** An essential line that is to be asked about first, or that nothing known
    closes. */
typedef struct sg_plan_open {
    const char *line;
    const char *const *questions; /**< any "yes" may settle it */
    size_t question_count;
    const sg_route *otherwise; /**< what to do when the answer is no; NULL:
                                    nothing is known */
    const char *by;            /**< of `otherwise`, YYYY-MM; or NULL */
    const sg_route *surely;    /**< where `otherwise` still needs somebody to
                                    agree, the best way that does not; or NULL */
    const char *surely_by;
} sg_plan_open;

/** A plan for the essential lines: what is unmet is done, what is open is
    asked first. */
typedef struct sg_plan {
    const sg_gap *gap; /**< borrowed: of the same request */
    sg_prefer prefer;
    const sg_plan_step *steps; /**< for the lines that are unmet: together the
                                    best set for `prefer`, each act once,
                                    however many lines it serves */
    size_t step_count;
    const sg_plan_strengthen *strengthen; /**< desirable lines that the steps
                                               do not serve */
    size_t strengthen_count;
    const sg_plan_open *open;
    size_t open_count;
    uint32_t months; /**< of all steps, side by side; study no faster than
                          study_hours_per_week */
    bool months_known;
    uint32_t hours;
    uint64_t cost_pence;
    bool exact; /**< false: the search was cut short; the steps still close all
                     lines, but another set may be better */
    double study_hours_per_week;
    sg_sourced study_from;
    const char *date;   /**< of the plan, YYYY-MM-DD */
    const char *review; /**< when to look at it again, YYYY-MM-DD */
    sg_sourced review_from;
    bool assumed;
} sg_plan;

/**
 * The best plan for a preference. `gap` is the answer to the same request and
 * must outlive the plan.
 */
SG_API sg_status sg_plan_new(const sg_catalogue *catalogue,
                             const sg_gap_request *request, const sg_gap *gap,
                             sg_prefer prefer, sg_plan **ret_plan,
                             sg_error *reterr);
SG_API void sg_plan_free(sg_plan *plan);

#ifdef __cplusplus
}
#endif

#endif
