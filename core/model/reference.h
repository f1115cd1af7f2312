/* SPDX-License-Identifier: MIT */
/* What all councils share: criteria, levels, the order of amount words.
 *
 *     int found = reference_criterion(reference, "health-safety");
 *
 * Built once by read/reference.c from data/reference/, then never changed. */
#ifndef MODEL_REFERENCE_H
#define MODEL_REFERENCE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a person specification can be about. */
struct criterion {
    const char *id;
    const char *title;
    const char *question;      /* to ask when it is open, or NULL */
    const char *post_question; /* the part of it that the manager answers, where
                                  the file answers the rest; or NULL */
    bool shown_by_supervising; /* a post that supervises others shows it */
    bool left_open_by_supervising; /* ... leaves it open: it may show it */
    const char *statutory_source;  /* why the law is taken to ask for training
                                      in it, assumed; NULL: it does not. A
                                      council can say its own */
};

/* Scales on which a qualification's level can be written. */
enum scale_id {
    SCALE_NONE = 0,
    SCALE_RQF,
    SCALE_NVQ,
    SCALE_SVQ,
    SCALE_SCQF,
    SCALE_CQFW,
    SCALE_EQF,
    SCALE_COUNT
};

/* A level of a scale, and what it may be worth on RQF. 0 to 0: no such level.
 * An old NVQ 4 is 4 to 6. */
struct level_range {
    uint8_t min;
    uint8_t max;
};

enum { LEVELS_PER_SCALE = 16 };

struct reference {
    struct arena arena;
    struct criterion *criteria;
    uint16_t criterion_count;
    struct level_range levels[SCALE_COUNT][LEVELS_PER_SCALE];
    bool scale_assumed[SCALE_COUNT]; /* no source gives all of its levels */
    /* Amount words for experience, smallest first; equal rank, equal worth. */
    const char **words;
    uint8_t *word_ranks; /* from 1 */
    uint16_t word_count;
    float full_time_hours; /* a week, assumed; a council can say its own */
    uint8_t stay_months;   /* in a role before the next move, assumed; a council
                              can say its own */
    const char *stay_source;
    uint8_t review_months; /* until a plan is looked at again, assumed */
};

/* The index of a criterion, or -1. */
int reference_criterion(const struct reference *reference, const char *id);

/* The rank of an amount word, or 0 when the order does not hold it. */
uint8_t reference_word_rank(const struct reference *reference,
                            const char *word);

struct level_range reference_level(const struct reference *reference,
                                   enum scale_id scale, unsigned level);

/* Whether a level stands below all that the levels of a scale list, and so at
 * entry level: SCQF 3 is Entry 3. */
bool level_is_entry(const struct level_range levels[LEVELS_PER_SCALE],
                    unsigned level);

/* Writes the levels that a scale has: "1, 2, 3, 4, 5". */
void reference_list_levels(const struct reference *reference,
                           enum scale_id scale, char *out, size_t room);

/* "NVQ" -> SCALE_NVQ; SCALE_NONE for anything else. And back. */
enum scale_id scale_from_name(const char *name);
const char *scale_name(enum scale_id scale);

/* Frees it. Accepts NULL. */
void reference_free(struct reference *reference);

#endif
