/* SPDX-License-Identifier: MIT */
/* The parts of an examination; each adds what it finds.
 *
 *     doctor_fine(&doctor, "clock", "Today is %s.", today);
 *     doctor_problem(&doctor, "clock", SG_TRUST, "Set it.", "It says %s.",
 * day);
 */
#ifndef DOCTOR_DOCTOR_H
#define DOCTOR_DOCTOR_H

#include "base/arena.h"
#include "base/date.h"
#include "catalogue/places.h"
#include "skillgap/doctor.h"
#include "store/store.h"

enum { DOCTOR_CHECKS = 512, DOCTOR_PLACES = 256, DOCTOR_REMOVALS = 128 };

struct doctor {
    sg_doctor public; /* comes first, so that the one is the other */
    struct arena arena;
    sg_doctor_check *checks;
    sg_doctor_place *places;
    const char **removals;

    /* What the parts look at. */
    sg_catalogue_options options;
    struct own_places own;
    struct places found;
    struct store *store; /* NULL: the configuration cannot be read */
    sg_error store_error;
    struct date today;
};

/* What was found. Past the room for it, nothing is added. */
__attribute__((format(printf, 3, 4))) void
doctor_fine(struct doctor *doctor, const char *topic, const char *format, ...);
__attribute__((format(printf, 3, 4))) void
doctor_note(struct doctor *doctor, const char *topic, const char *format, ...);
/* `fix` is one sentence, and is copied. */
__attribute__((format(printf, 5, 6))) void
doctor_problem(struct doctor *doctor, const char *topic, sg_status status,
               const char *fix, const char *format, ...);

void doctor_place(struct doctor *doctor, const char *what, const char *path);
__attribute__((format(printf, 2, 3))) void
doctor_removal(struct doctor *doctor, const char *format, ...);

/* The parts, in the order of the report. */
void doctor_places(struct doctor *doctor);
void doctor_clock(struct doctor *doctor);
void doctor_network(struct doctor *doctor);
void doctor_feeds(struct doctor *doctor);
void doctor_frameworks(struct doctor *doctor);

#endif
