/* SPDX-License-Identifier: MIT */
/* The table of functions that a council may supply.
 *
 *     struct months_rule months;
 *     if (rules && rules->experience_months &&
 *         rules->experience_months(rules->context, &words, &months)) ...
 *
 * The engine knows only this table: plug/ fills it from a plugin, tests from
 * static functions, and without one every such question stays open. Functions
 * may be NULL. Strings that they give live as long as the program. */
#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include "model/framework.h"

struct rules_experience {
    const struct framework *framework; /* of the role that asks */
    uint32_t role;
    const char *word;  /* or NULL */
    uint8_t word_rank; /* of words that count as the same; 0: in no order */
    const char *criterion;
    unsigned equivalent_level; /* RQF; 0: not "equivalent experience" */
};

struct months_rule {
    unsigned months;
    bool assumed;
    const char *reason; /* or NULL */
};

struct move_rule {
    const char *kind;
    const char *text;
    bool assumed;
};

struct rules_line {
    const struct framework *framework; /* of the target */
    uint32_t role;
    const struct framework *from_framework; /* NULL: no current role */
    uint32_t from_role;
    const char *line;
    const char *criterion;
    bool essential;
    int32_t months; /* in the current role; -1: not known */
};

struct opinion_rule {
    sg_verdict verdict;
    const char *reason; /* or NULL */
};

struct rules {
    const char *id; /* of the plugin: "county" */
    const char *version;
    const void *context; /* passed back to each function */

    bool (*experience_months)(const void *context,
                              const struct rules_experience *experience,
                              struct months_rule *months);
    /* 1 relevant, 0 not, -1 not known. `subject` is a code such as "15.2". */
    int (*subject_relevance)(const void *context, const char *family,
                             const char *subject);
    /* Both roles are of `framework`. */
    bool (*move)(const void *context, const struct framework *framework,
                 uint32_t from, uint32_t to, struct move_rule *move);
    bool (*opinion)(const void *context, const struct rules_line *line,
                    struct opinion_rule *opinion);
};

#endif
