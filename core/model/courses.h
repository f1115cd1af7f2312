/* SPDX-License-Identifier: MIT */
/* What people can do to close a gap: courses, apprenticeships, training at
 * work, with what they take and what they give.
 *
 *     for (uint32_t i = 0; i < courses->count; i++)
 *         if (course_is_open(courses, &courses->items[i], today)) ...
 *
 * Built once (read/courses.c) from data/reference/courses.json, changed by a
 * council's own numbers before it is used, then never changed. Each figure
 * says where it is from, as of when, and whether it is assumed. */
#ifndef MODEL_COURSES_H
#define MODEL_COURSES_H

#include "base/arena.h"
#include "base/date.h"
#include "model/catalogue.h"
#include "model/claim.h"
#include "model/person.h"

enum course_kind {
    COURSE_QUALIFICATION,  /* a regulated qualification */
    COURSE_APPRENTICESHIP, /* a standard: work and study together */
    COURSE_TRAINING,       /* in-house or bought, without a qualification */
    COURSE_ON_THE_JOB,     /* done within the present job, with the manager */
};

/* Where a figure is from. `source` is a short text for a reader. */
struct sourced {
    const char *source; /* never NULL where the figure is given */
    const char *as_of;  /* YYYY-MM-DD, or NULL */
    bool assumed;       /* no source gives it for just this */
};

/* Somebody who pays. */
struct fund {
    const char *id;
    const char *title;
    const char *pays;          /* what it pays, one sentence */
    const char *who;           /* for whom, one sentence */
    const char *employee_pays; /* the employee's own share, one sentence */
    struct sourced from;
};

/* A fund for one course or award, and from when to when (no date: no limit
 * known on that side). */
struct course_fund {
    const struct fund *fund;
    struct date opens;
    struct date ends; /* the last day */
};

/* One regulated qualification that the course is offered as. */
struct course_award {
    const char *number; /* Ofqual's, as text */
    const char *body;   /* who awards it */
    struct date opens;
    struct date closes; /* the last day for new learners */
    const struct course_fund *funds;
    uint32_t fund_count;
};

struct course {
    const char *id;
    const char *title;
    const char *note;      /* or NULL */
    const char *reference; /* of an apprenticeship standard, or NULL */
    enum course_kind kind;
    bool offered;    /* false: the council has taken it out */
    bool needs_work; /* only for those whose job gives evidence for it */
    uint16_t evidence_criterion; /* what that job has to touch, so that there
                                    can be evidence; or NO_CRITERION */
    bool own;                    /* the council's own entry */
    const char *const *work; /* kinds of work that it is about, by id: those of
                                a role's own work come first in its ways */
    uint32_t work_count;
    struct date opens;
    struct date closes; /* the last day for new learners */
    struct sourced from;

    /* What it gives. */
    bool gives_qualification;
    struct person_qualification qualification; /* as a person file says it */
    struct claim claim; /* the same, read by core/quals (core/catalogue fills
                           it); only with gives_qualification */
    const char *credential;   /* id, or NULL */
    const uint16_t *criteria; /* skills and training that it settles: indices
                                 of the reference */
    uint32_t criterion_count;
    bool supervises;  /* on the job: work that supervises others */
    const char *area; /* on the job: work of that kind, by id; or NULL */

    /* What it takes. */
    uint16_t guided_hours; /* GLH; 0: not known */
    uint16_t total_hours;  /* TQT, all study and assessment; 0: none known */
    bool paid_hours;       /* within paid working hours */
    struct sourced hours_from;
    uint16_t months; /* typical; 0: less than a month */
    struct sourced months_from;
    uint32_t price_pence; /* typical, to the council, before funding */
    uint32_t price_least_pence;
    uint32_t price_most_pence;
    struct sourced price_from;
    uint16_t group_seats; /* people whom one price buys places for; 0: there is
                             no price for a group */
    uint32_t group_price_pence; /* for the group as a whole, before funding */
    struct sourced group_from;

    /* What is usually asked for to start: a role of `entry` whose one line
     * says it; NO_INDEX: nothing. */
    uint32_t entry_role;
    struct sourced entry_from;

    const struct course_award *awards; /* none: it is no regulated one */
    uint32_t award_count;
    const struct course_fund *funds;
    uint32_t fund_count;
};

struct courses {
    struct arena arena;
    const char *file;
    const char *version;
    const char *as_of;
    struct course *items; /* in the order of the file, then the council's own */
    uint32_t count;
    const struct fund *funds; /* all that the file names */
    uint32_t fund_count;
    struct in_use entry; /* a framework whose roles are the courses that ask for
                            something to start; its framework is NULL when none
                            does */

    /* Study beside work, hours a week. */
    float study_hours_per_week;
    struct sourced study_hours_from;

    /* Training at work where no course is listed for a skill or a training. */
    uint16_t usual_training_hours;
    uint32_t usual_training_pence;
    struct sourced usual_training_from;

    struct quals *quals; /* behind the claims; only core/catalogue looks */
    struct title_knowledge titles; /* the same, for those who must not see it */
};

/* Whether somebody can begin it on that day: offered, within its dates, and
 * with an award that is open where it has awards. */
bool course_is_open(const struct course *course, struct date today);
bool course_award_is_open(const struct course_award *award, struct date today);

/* Whether a fund pays on that day. */
bool course_fund_is_open(const struct course_fund *fund, struct date today);

/* By id; NULL for none. `courses` may be NULL. */
const struct course *courses_find(const struct courses *courses,
                                  const char *id);

/* Frees all but `quals`. Accepts NULL. */
void courses_free(struct courses *courses);

#endif
