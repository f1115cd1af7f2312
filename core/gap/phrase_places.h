/* SPDX-License-Identifier: MIT */
/* What stands in braces in a sentence, and what fills it: shared by phrase.c
 * (the documents and the current role) and phrase_file.c (a person's file). */
#ifndef GAP_PHRASE_PLACES_H
#define GAP_PHRASE_PLACES_H

#include "gap/phrase.h"

/* What a place in a sentence is filled from. */
struct filling {
    const struct judging *judging;
    uint32_t node; /* the target's leaf */
    const struct leaf_answer *answer;
    struct arena *arena;
};

struct place {
    const char *name; /* "{title}" */
    const char *(*fill)(const struct filling *filling);
};

extern const struct place file_places[];
extern const size_t file_place_count;

/* "1 month", "2 months". */
const char *phrase_months(struct arena *arena, unsigned months);

#endif
