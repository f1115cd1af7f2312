/* SPDX-License-Identifier: MIT */
/* Adds plans up again. */
#include "buy_expected.h"

#include <criterion/criterion.h>

uint64_t buy_expected_price(const struct buy_item *item, uint32_t seats)
{
    uint64_t least = (uint64_t)seats * item->seat_pence;

    for (uint32_t k = 1; item->group_seats > 0 && k <= seats; k++) {
        const uint64_t full = (uint64_t)k * item->group_seats;
        const uint64_t cost =
            (uint64_t)k * item->group_pence +
            (full < seats ? seats - full : 0) * item->seat_pence;
        if (cost < least)
            least = cost;
    }
    return least;
}

static void expect_a_plan(const struct buy_problem *problem,
                          const struct buy_plan *plan)
{
    uint64_t eligible = 0, spent = 0;
    uint32_t seats[RANDOM_ITEMS] = {0};

    for (size_t c = 0; c < problem->class_count; c++) {
        const struct buy_class *people = &problem->classes[c];
        uint64_t of_class = 0;
        for (uint32_t k = 0; k < people->option_count; k++) {
            const uint32_t o = people->first_option + k;
            const struct buy_option *option = &problem->options[o];
            of_class += plan->taken[o];
            for (uint32_t i = 0; i < option->count; i++)
                seats[problem->set[option->first + i]] += plan->taken[o];
        }
        cr_expect_leq(of_class, people->people, "class %zu", c);
        eligible += of_class;
    }
    for (size_t i = 0; i < problem->item_count; i++) {
        const struct buy_item *item = &problem->items[i];
        cr_expect_eq(plan->seats[i], seats[i], "item %zu", i);
        cr_expect_geq((uint64_t)plan->groups[i] * item->group_seats +
                          plan->singles[i],
                      seats[i], "item %zu", i);
        const uint64_t cost = (uint64_t)plan->groups[i] * item->group_pence +
                              (uint64_t)plan->singles[i] * item->seat_pence;
        if (seats[i] < 5000)
            cr_expect_eq(cost, buy_expected_price(item, seats[i]), "item %zu",
                         i);
        spent += cost;
    }
    cr_expect_eq(plan->eligible, eligible);
    cr_expect_eq(plan->spent_pence, spent);
    cr_expect_leq(spent, problem->budget_pence);
    cr_expect_geq(plan->bound, eligible);
    cr_expect_leq(plan->least_pence, spent);
    cr_expect_eq(plan->optimal, plan->bound == eligible);
    cr_expect_eq(plan->cheapest, plan->least_pence == spent);
}

struct buy_plan buy_expected_best(const struct buy_problem *problem)
{
    struct buy_plan plan;

    cr_assert_eq(buy_best(problem, &plan, NULL), SG_OK);
    expect_a_plan(problem, &plan);
    return plan;
}

struct buy_plan buy_expected_greedy(const struct buy_problem *problem)
{
    struct buy_plan plan;

    cr_assert_eq(buy_greedy(problem, &plan, NULL), SG_OK);
    expect_a_plan(problem, &plan);
    return plan;
}
