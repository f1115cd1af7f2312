/* SPDX-License-Identifier: MIT */
/* The search for what to buy by itself: with nothing but dividing, against
 * trying every plan, for each number of people. */
#include "buy_expected.h"
#include "rounds.h"
#include "workforce/buy_search.h"

#include <criterion/criterion.h>
#include <inttypes.h>

enum { PEOPLE = 24, SEEDS = ROUNDS(150, 50) };
#define MUCH ((wide)1 << 62)

static struct buy_random drawn;
static struct market market;
static struct search search;
static wide least_for[PEOPLE + 1]; /* what so many people cost at least */

static void try_from(struct basket *basket, uint32_t o)
{
    if (o == market.choice_count) {
        if (basket->cost < least_for[basket->people])
            least_for[basket->people] = basket->cost;
        return;
    }
    const int64_t left = basket->left[market.choices[o].crowd];
    for (int64_t n = 0; n <= left; n++) {
        basket_add(basket, o, n);
        try_from(basket, o + 1);
        basket_add(basket, o, -n);
    }
}

static void begin(uint32_t seed, const struct buy_size *size)
{
    struct basket basket;

    buy_random_init(&drawn, seed, size);
    cr_assert(market_init(&market, &drawn.problem));
    cr_assert(search_init(&search, &market));
    cr_assert(basket_init(&basket, &market));
    cr_assert_leq(market.people, PEOPLE);
    market.budget = MUCH;
    for (int64_t n = 0; n <= market.people; n++)
        least_for[n] = MUCH;
    try_from(&basket, 0);
}

static void end(void)
{
    search_done(&search);
    market_done(&market);
}

static const struct buy_size *const sizes[] = {&buy_random_tiny,
                                               &buy_random_alike};

static enum search_end run(int64_t people, wide limit, bool to_the_end)
{
    basket_clear(&search.best);
    return search_run(&search, people, limit, to_the_end, UINT64_MAX);
}

Test(workforce_buy_search, dividing_alone_finds_the_cheapest_and_nothing_below)
{
    for (uint32_t seed = 1; seed <= 2 * SEEDS; seed++) {
        begin(seed, sizes[seed % 2]);
        search.bare = true;
        for (int64_t n = 1; n <= market.people; n++) {
            const wide least = least_for[n];
            cr_expect_eq(run(n, least + 20, true), SEARCH_NONE);
            cr_expect(search.best.people == n && search.best.cost == least,
                      "seed %" PRIu32 ", %" PRId64 " people", seed, n);
            cr_expect(search.least <= least);
            cr_expect_eq(run(n, least, false), SEARCH_FOUND,
                         "seed %" PRIu32 ", %" PRId64 " people", seed, n);
            cr_expect_eq(run(n, least - 1, false), SEARCH_NONE);
            cr_expect_eq(search.best.people, 0);
        }
        end();
    }
}

Test(workforce_buy_search, no_bound_is_below_what_can_be_done)
{
    for (uint32_t seed = 1; seed <= 2 * SEEDS; seed++) {
        begin(seed, sizes[seed % 2]);
        for (int64_t n = 0; n <= market.people; n++)
            for (int64_t less = 0; less < 2; less++) {
                int64_t bound = 0, most = market.people;
                market.budget = least_for[n] - less;
                if (market.budget < 0)
                    continue;
                while (least_for[most] > market.budget)
                    most--;
                basket_clear(&search.best);
                cr_assert(search_bound(&search, &bound));
                cr_expect_geq(bound, most, "seed %" PRIu32, seed);
                cr_expect_leq(search.best.people, most, "seed %" PRIu32, seed);
            }
        end();
    }
}

Test(workforce_buy_search, a_plan_for_more_people_is_found_as_well)
{
    begin(1, &buy_random_tiny);
    for (uint32_t o = 0; o < market.choice_count; o++)
        basket_add(&search.best, o, search.best.left[market.choices[o].crowd]);
    cr_assert_gt(search.best.people, 1);
    cr_expect_eq(search_run(&search, 1, MUCH, true, UINT64_MAX), SEARCH_FOUND);
    end();
}

/* A guard of the way to the proof, not of the proof: a linear program that says
 * the wrong thing costs steps, and nothing else would show it. */
Test(workforce_buy_search, problems_of_the_usual_size_take_few_steps)
{
    uint64_t steps = 0;

    for (uint32_t seed = 1; seed <= 20; seed++) {
        buy_random_init(&drawn, seed, &buy_random_council);
        struct buy_plan plan = buy_expected_best(&drawn.problem);
        cr_expect(plan.optimal && plan.cheapest, "seed %" PRIu32, seed);
        steps += plan.steps;
        buy_plan_done(&plan);
    }
    cr_expect_lt(steps, 20 * 10000, "%" PRIu64 " steps", steps);
}
