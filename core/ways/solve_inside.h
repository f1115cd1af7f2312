/* SPDX-License-Identifier: MIT */
/* What the search and the sums of solve.h share. */
#ifndef WAYS_SOLVE_INSIDE_H
#define WAYS_SOLVE_INSIDE_H

#include "ways/solve.h"

/* After how many months a term is true when each act of `set` is done after
 * `finish` months; MONTHS_NEVER. */
uint32_t solve_ready(const struct problem *problem, const struct act_set *set,
                     const uint32_t *finish, uint32_t term);

/* When each act of a set is done, its own requirement first. */
void solve_finish_all(const struct problem *problem, const struct act_set *set,
                      uint32_t finish[ACTS_MOST]);

/* All that a set takes but the months. */
struct solve_sum solve_add_up(const struct problem *problem,
                              const struct act_set *set);

/* How long a set takes until every root is true, and no sooner than so many
 * hours of study are done. */
uint32_t solve_months_of(const struct problem *problem,
                         const struct act_set *set, const uint32_t *finish,
                         uint64_t hours);

#endif
