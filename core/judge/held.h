/* SPDX-License-Identifier: MIT */
/* What a person has on file, made ready for judging: roles and kinds of work
 * looked up, dates as months, everything in an order of its own.
 *
 *     struct held held;
 *     if (held_build(&held, person, catalogue, today))
 *         judging.held = &held;
 *     held_done(&held);
 *
 * The order of the file plays no part: entries are sorted by what they say, so
 * that equal files in another order give equal answers to the letter.
 * Judging reads it and never writes. */
#ifndef JUDGE_HELD_H
#define JUDGE_HELD_H

#include "model/catalogue.h"
#include "model/claim.h"
#include "model/person.h"

/* Months are counted from January of year 0. */
enum { MONTH_UNKNOWN = INT32_MIN };

/* One post: which work, and when. Only months up to today are kept, and no post
 * that begins after today: what lies ahead is not experience yet. */
struct held_post {
    const struct framework *framework; /* of the role; NULL: it is none that is
                                          known here */
    uint32_t role;
    const char *area; /* kind of work by id, known to some framework; or NULL */
    const char *title; /* for sentences: the role's, else the file's, or NULL */
    int32_t first;     /* surely worked from this month on, both ends counted;
                          first > last: in no month surely */
    int32_t last;
    int32_t first_may; /* may have worked from here on, where a year stands
                          without a month */
    int32_t last_may;
    bool length_unknown;  /* no beginning is on file */
    float hours_per_week; /* 0: not given */
    enum person_basis basis;
    bool supervises, supervises_given;
};

struct held_skill {
    uint16_t criterion;
    const char *level; /* as the file has it, or NULL */
};

/* Whether something that runs out still stands. */
enum standing { STANDING_GOOD, STANDING_OPEN, STANDING_OVER };

struct held_credential {
    const char *id;
    enum standing standing;
    struct date expires; /* given or worked out; no date: it does not run out */
    bool expiry_assumed;
};

struct held_training {
    uint16_t criterion; /* NO_CRITERION: the file does not say what it is for */
    const char *title;  /* or NULL */
    enum standing standing;
    struct date expires;
};

struct held {
    struct arena arena;
    const struct person *person;
    struct date today;
    int32_t month;              /* today's */
    const struct claim *claims; /* best first */
    uint32_t claim_count;
    const struct held_post *posts;
    uint32_t post_count;
    const struct held_skill *skills;
    uint32_t skill_count;
    const struct held_credential *credentials;
    uint32_t credential_count;
    const struct held_training *trainings;
    uint32_t training_count;
    bool role_known; /* current_role is a role of the catalogue */
    sg_role role;    /* which */
    bool role_ahead; /* but it begins after today: no time in it counts */
    const struct title_knowledge *titles; /* never NULL; its functions may be */
};

/* Looks everything up. `today` has a day. False without memory. `person` and
 * `catalogue` must outlive it. */
bool held_build(struct held *held, const struct sg_person *person,
                const struct sg_catalogue *catalogue, struct date today);

/* The same in a `held` that was built before, whose memory is used again. */
bool held_build_again(struct held *held, const struct sg_person *person,
                      const struct sg_catalogue *catalogue, struct date today);

void held_done(struct held *held);

/* Whether something that expires then still stands on that day. */
enum standing standing_on(struct date day, struct date expires);

#endif
