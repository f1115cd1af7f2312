/* SPDX-License-Identifier: MIT */
/* What a person file says: its words, and giving its memory back. */
#include "model/person.h"

#include <stdlib.h>

const char *const person_types[] = {
    "gcse",
    "a-level",
    "nvq",
    "svq",
    "vocational",
    "award",
    "certificate",
    "diploma",
    "degree",
    "apprenticeship",
    "functional-skills",
    "professional",
    "other",
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
