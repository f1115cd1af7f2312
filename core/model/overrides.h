/* SPDX-License-Identifier: MIT */
/* A council's own numbers, in place of the plugin's or the project's.
 *
 *     if (overrides_months(catalogue->overrides, &words, &rule)) ...
 *
 * Built once (read/overrides.c), then never changed. What a council decided
 * itself is not assumed. */
#ifndef MODEL_OVERRIDES_H
#define MODEL_OVERRIDES_H

#include "model/rules.h"

/* How long some words of one framework mean. */
struct override_months {
    const char *framework;    /* id */
    const char *word;         /* NULL: where the document prints no amount */
    uint8_t word_rank;        /* in the order of words.json; 0: not in it */
    const char *criterion;    /* id; NULL: any */
    uint8_t equivalent_level; /* RQF level that experience is to be equivalent
                                 to; 0: not of that kind */
    uint16_t months;
    const char *reason; /* a few words for brackets: who says so */
};

struct overrides {
    struct arena arena;
    const char *file; /* where it was read from */
    struct override_months *months;
    size_t month_count;
    float full_time_hours; /* a week; 0: the shared default */
    bool stay_given;       /* how long people stay in a role before the next */
    uint8_t stay_months;
    const char *stay_source; /* who says so, or NULL */
    bool statutory_given;    /* which training the law asks for; it may say that
                                none is */
    const uint16_t *statutory; /* indices of the reference's criteria */
    size_t statutory_count;
    const char *statutory_source; /* who says so, and since when */
    /* What it says of courses stands in struct courses itself: here only how
     * much it is. */
    size_t course_figures; /* study hours, and each figure that it changes */
    size_t courses_added;
};

/* The entry that says what the words mean; NULL when none does. One of the very
 * word goes before one of a word that counts as the same, and then one that
 * names the criterion before one that names none. `overrides` may be NULL. */
const struct override_months *
overrides_find(const struct overrides *overrides,
               const struct rules_experience *words);

/* What that entry says; false when there is none. */
bool overrides_months(const struct overrides *overrides,
                      const struct rules_experience *words,
                      struct months_rule *ret_rule);

/* Frees it. Accepts NULL. */
void overrides_free(struct overrides *overrides);

#endif
