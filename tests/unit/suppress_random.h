/* SPDX-License-Identifier: MIT */
/* Random tables to suppress: counted from people, so that they add up.
 *
 *     static struct suppress_random random;
 *     suppress_random_init(&random, seed, most_staff);
 *     suppress_small(&random.table, SUPPRESS_LEAST, NULL);
 *
 * Group 0 is the whole staff; then teams, grades, and roles, each in a grade.
 * In two of three tables some needs are not asked of some roles: all of their
 * staff count as met, and everybody knows it.
 * Same seed, same table. */
#ifndef TESTS_SUPPRESS_RANDOM_H
#define TESTS_SUPPRESS_RANDOM_H

#include "workforce/suppress.h"

enum {
    RANDOM_NEEDS = 2,
    RANDOM_GROUPS = 20,
    RANDOM_CELLS = RANDOM_NEEDS * RANDOM_GROUPS * SUPPRESS_STATES
};

struct suppress_random {
    struct suppress_table table;
    uint32_t by[RANDOM_GROUPS], inside[RANDOM_GROUPS], staff[RANDOM_GROUPS];
    uint32_t shown[RANDOM_GROUPS], counts[RANDOM_CELLS];
    bool hidden[RANDOM_CELLS];
    bool known[RANDOM_NEEDS * RANDOM_GROUPS];
    uint32_t both[RANDOM_GROUPS]; /* of each group: unmet in both needs; those
                                     put together are not added up */
};

void suppress_random_init(struct suppress_random *random, uint32_t seed,
                          uint32_t most_staff);

/* The same with needs that go together in several ways: who lacks the one often
 * lacks the other, always or never does, or everybody lacks one of them. */
void suppress_random_pair(struct suppress_random *random, uint32_t seed,
                          uint32_t most_staff);

static inline size_t suppress_cell(const struct suppress_table *table,
                                   size_t need, size_t group, size_t state)
{
    return (need * table->group_count + group) * SUPPRESS_STATES + state;
}

/* Whether everybody knows the row of a group, hidden or not. */
static inline bool suppress_is_known(const struct suppress_table *table,
                                     size_t need, size_t group)
{
    return table->known && table->known[need * table->group_count + group];
}

#endif
