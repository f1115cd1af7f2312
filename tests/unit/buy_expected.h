/* SPDX-License-Identifier: MIT */
/* What a plan of what to buy has to be, whatever problem it is for.
 *
 *     struct buy_plan plan = buy_expected_best(&problem);
 *     ...
 *     buy_plan_done(&plan);
 *
 * Both functions end the test where there is no plan, and fail it where one
 * does not add up, costs more than it need, or contradicts itself. Problems
 * have up to RANDOM_ITEMS items. */
#ifndef TESTS_BUY_EXPECTED_H
#define TESTS_BUY_EXPECTED_H

#include "buy_random.h"

struct buy_plan buy_expected_best(const struct buy_problem *problem);
struct buy_plan buy_expected_greedy(const struct buy_problem *problem);

/* What so many seats cost: the least over all numbers of groups, as it is
 * written down. */
uint64_t buy_expected_price(const struct buy_item *item, uint32_t seats);

#endif
