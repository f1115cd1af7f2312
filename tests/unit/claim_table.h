/* SPDX-License-Identifier: MIT */
/* Tables of what qualifications of a file claim.
 *
 *     static const struct claim_case cases[] = {...};
 *     claim_cases_check(cases, sizeof cases / sizeof cases[0]);
 */
#ifndef UNIT_CLAIM_TABLE_H
#define UNIT_CLAIM_TABLE_H

#include "model/person.h"

#include <stddef.h>

/* Words that a row compares: "level 3", "level 4-6", "level ?"; "full 2",
 * "full 0-3"; "15.2", "15.2*" (assumed), "-"; status; flags. */
struct claim_case {
    const char *entries; /* JSON, single quotes for double ones */
    const char *level;
    const char *full;
    const char *subject;
    const char
        *flags; /* in this order: nvq overseas together working (working*:
                   only expected) open
                   differs:LETTERS assumed failed expires:DATE*
                   until?: it runs out, nobody knows when */
    const char *why;
};

/* Reads the entries of each row and compares the last claim that is made. */
void claim_cases_check(const struct claim_case *cases, size_t count);

/* A person with these entries, single quotes for double ones. */
struct person *claim_person(const struct reference *reference,
                            const char *entries);

#endif
