/* SPDX-License-Identifier: MIT */
/* Counting people: each of an HR export is judged as `gap --person` would, and
 * added to a tally.
 *
 *     struct counting counting;
 *     counting_begin(&counting, tally, quals);
 *     if (count_person(&counting, &staff->persons[i])) ...
 *     counting_done(&counting);
 */
#ifndef WORKFORCE_COUNT_H
#define WORKFORCE_COUNT_H

#include "judge/held.h"
#include "model/tally.h"
#include "workforce/by_role.h"
#include "workforce/person.h"

/* A text that was not understood, and how often it stands there. */
struct unmatched {
    const char *kind; /* "role", "target role", "qualification", ... */
    struct strings texts;
    uint32_t *rows; /* of each text */
    uint32_t room;
};

enum unmatched_kind {
    UNMATCHED_ROLE,
    UNMATCHED_TARGET,
    UNMATCHED_TITLE,
    UNMATCHED_LEVEL,
    UNMATCHED_KINDS
};

struct counting {
    struct sg_tally *tally;
    struct staff_reading reading;
    struct by_role by_role;
    struct staff_facts facts; /* of the person who is counted, */
    struct held held;         /* put in order, */
    struct held then;         /* and as they will be some days later */
    struct arena arena;
    struct unmatched unmatched[UNMATCHED_KINDS];
    uint32_t *lines;      /* room for those that somebody lacks */
    sg_verdict *verdicts; /* room for each line of a role: now, */
    sg_verdict *later;    /* and when something has run out */
    bool failed;
};

/* False without memory; counting_done() in every case. */
bool counting_begin(struct counting *counting, struct sg_tally *tally,
                    const struct quals *quals);

/* False without memory. */
bool count_person(struct counting *counting, const struct staff_person *person);

void counting_done(struct counting *counting);

#endif
