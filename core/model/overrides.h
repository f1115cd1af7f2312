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
    /* What it says of courses stands in struct courses itself: here only how
     * much it is. */
    size_t course_figures; /* study hours, and each figure that it changes */
    size_t courses_added;
};

/* What the council says that the words mean. `overrides` may be NULL. The
 * entry that names the criterion goes before one that names none. */
bool overrides_months(const struct overrides *overrides,
                      const struct rules_experience *words,
                      struct months_rule *ret_rule);

/* Frees it. Accepts NULL. */
void overrides_free(struct overrides *overrides);

#endif
