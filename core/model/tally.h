/* SPDX-License-Identifier: MIT */
/* Counts of what many people meet, in a form that adds up.
 *
 *     struct tally_target *target = tally_target(tally, role);
 *     struct tally_cell *cell = tally_team(tally, target, "Revenues");
 *     cell->counts[line * TALLY_STATES + SG_UNMET]++;
 *     if (tally->arena.failed) ...
 *
 * Everything is kept apart by target role: a line of a role is judged for those
 * who look at that role only. Two tallies of different people, added, are the
 * tally of all of them, whatever the order: nothing in it depends on the order
 * of adding but the places of texts and classes, and those who show it sort
 * them. It is about people: nothing of it may be shown before
 * workforce/suppress.h has had its say. */
#ifndef MODEL_TALLY_H
#define MODEL_TALLY_H

#include "base/date.h"
#include "base/strings.h"
#include "model/catalogue.h"
#include "skillgap/verdict.h"
#include "skillgap/workforce.h"

enum { TALLY_STATES = 3 }; /* indexed by sg_verdict */

/* Why somebody was not assessed. tally_reason_words has the stable words. */
enum tally_reason {
    REASON_NO_ROLE,
    REASON_ROLE_UNKNOWN,
    REASON_NO_TARGET,
    REASON_TARGET_UNKNOWN,
    REASON_NO_NEXT_ROLE,
    REASON_IN_ROLE,
    REASON_COUNT
};

extern const char *const tally_reason_words[REASON_COUNT];

/* The words of sg_needs_target in a partial result; NULL ends them. */
extern const char *const tally_wanted_words[];

/* The staff of one group that look at one role. */
struct tally_cell {
    uint32_t staff;
    uint32_t *counts;     /* of each line of the role, by verdict */
    const char **holders; /* of each line: the first who was found to meet it,
                             which means something when one does; teams only */
};

struct tally_target {
    sg_role role;
    uint32_t line_count;
    struct tally_cell **teams; /* by index of the tally's team; NULL: none */
    uint32_t team_room;
    struct tally_cell **roles; /* by tally_role_number of the current role */
    uint32_t *expiring;        /* of each line: met now, no longer
                                  SG_EXPIRING_DAYS later */
};

/* People who look at one role and lack the same essential lines of it. */
struct tally_class {
    struct tally_target *target;
    uint32_t *lines; /* ascending, within the role */
    uint32_t line_count;
    uint32_t staff;
};

struct sg_tally {
    struct arena arena;
    const sg_catalogue *catalogue;
    sg_needs_target wanted;
    sg_role to; /* with SG_NEEDS_ROLE only */
    struct date today;
    uint32_t role_count; /* of the catalogue */

    uint32_t staff;
    uint32_t not_assessed[REASON_COUNT];
    uint32_t several_posts;
    uint32_t rejected_rows;

    struct strings teams;          /* "" is none */
    struct tally_target **targets; /* by tally_role_number; NULL: nobody looks
                                      at it */
    struct strings class_keys;
    struct tally_class *classes;
    uint32_t class_room;
};

/* An empty one. NULL without memory. */
struct sg_tally *tally_new(const sg_catalogue *catalogue);

/* A number for each role of the catalogue, in published order, and back. */
uint32_t tally_role_number(const sg_catalogue *catalogue, sg_role role);

/* The place of a role, made when it is not there; NULL without memory, and the
 * arena has failed. Likewise the next three. */
struct tally_target *tally_target(struct sg_tally *tally, sg_role role);
struct tally_cell *tally_team(struct sg_tally *tally,
                              struct tally_target *target, const char *team);
struct tally_cell *tally_role(struct sg_tally *tally,
                              struct tally_target *target, sg_role from);
struct tally_class *tally_class(struct sg_tally *tally,
                                struct tally_target *target,
                                const uint32_t *lines, uint32_t count);

/* How many were assessed. */
uint32_t tally_assessed(const struct sg_tally *tally);

/* Adds the counts of `more`, which is of the same catalogue and question. False
 * without memory, or when a count would be too large to hold. */
bool tally_add(struct sg_tally *tally, const struct sg_tally *more);

void tally_free(struct sg_tally *tally);

#endif
