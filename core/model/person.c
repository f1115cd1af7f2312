/* SPDX-License-Identifier: MIT */
/* What a person file says: its words, and giving its memory back. */
#include "model/person.h"

#include "skillgap/titles.h"

#include <stdlib.h>

const char *const person_types[] = {
    [SG_TYPE_OPEN] = "open",
    [SG_TYPE_GCSE] = "gcse",
    [SG_TYPE_A_LEVEL] = "a-level",
    [SG_TYPE_NVQ] = "nvq",
    [SG_TYPE_SVQ] = "svq",
    [SG_TYPE_VOCATIONAL] = "vocational",
    [SG_TYPE_AWARD] = "award",
    [SG_TYPE_CERTIFICATE] = "certificate",
    [SG_TYPE_DIPLOMA] = "diploma",
    [SG_TYPE_DEGREE] = "degree",
    [SG_TYPE_APPRENTICESHIP] = "apprenticeship",
    [SG_TYPE_FUNCTIONAL_SKILLS] = "functional-skills",
    [SG_TYPE_PROFESSIONAL] = "professional",
    [SG_TYPE_OTHER] = "other",
    NULL,
};

const char *const person_sizes[] = {"award", "certificate", "diploma", "full",
                                    NULL};

const char *const person_statuses[] = {
    [STATUS_HELD] = "held",
    [STATUS_WORKING_TOWARDS] = "working-towards",
    NULL,
};

const char *const person_bases[] = {
    [BASIS_PAID] = "paid",
    [BASIS_VOLUNTARY] = "voluntary",
    [BASIS_ACTING] = "acting",
    NULL,
};

void person_free(struct person *person)
{
    if (!person)
        return;
    arena_done(&person->arena);
    free(person);
}
