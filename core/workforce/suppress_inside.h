/* SPDX-License-Identifier: MIT */
/* What the two halves of the suppression share.
 *
 *     struct sums sums;
 *     if (sums_init(&sums, &table, true)) ... suppress_need(&sums, need) ...
 *     sums_done(&sums);
 */
#ifndef WORKFORCE_SUPPRESS_INSIDE_H
#define WORKFORCE_SUPPRESS_INSIDE_H

#include "base/arena.h"
#include "workforce/suppress.h"

#define NO_GROUP UINT32_MAX

/* The groups of one grouping inside one group: they add up to it. */
struct sum {
    uint32_t whole;
    uint32_t by;
    uint32_t first; /* of sums.parts */
    uint32_t count;
};

/* All numbers from `low` to `high` that add up to the staff of the group. */
struct box {
    int64_t low[SUPPRESS_STATES];
    int64_t high[SUPPRESS_STATES];
};

struct sums {
    struct arena arena;
    const struct suppress_table *table;
    uint32_t least;
    struct sum *sums; /* sorted by whole, then by grouping */
    uint32_t sum_count;
    uint32_t *parts;    /* shown groups */
    uint32_t *sum_of;   /* of each group, the sum that it is a part of */
    uint32_t *first_of; /* of each group and one more, its first sum */
    struct box *below;  /* of each group: what those inside it allow */
    struct box *beside; /* of each group: what all others allow */
    struct box *added;  /* of each sum: its parts' together */
    bool stale;         /* more was hidden since they were worked out */
    int64_t *floor;     /* of each count: it is no less, as can be worked out
                           from the numbers of staff and the known rows */
    bool *fixed;        /* of each group: so can its whole row */
    const uint32_t *counts; /* of the need at hand */
    const bool *known;      /* `fixed`, or NULL: nothing is known */
    bool *hidden;
};

/* The sums of the shown groups; each group inside 0 unless `nested`. False:
 * memory ran out. */
bool sums_init(struct sums *sums, const struct suppress_table *table,
               bool nested);
void sums_done(struct sums *sums);

/* Hides what has to be hidden of one need. */
void suppress_need(struct sums *sums, size_t need);

static inline bool is_small(uint32_t count, uint32_t least)
{
    return count > 0 && count < least;
}

#endif
