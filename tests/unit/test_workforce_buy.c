/* SPDX-License-Identifier: MIT */
/* What to buy: by hand, in large numbers, and what may not matter. */
#include "buy_expected.h"
#include "rounds.h"

#include <criterion/criterion.h>
#include <inttypes.h>

static struct buy_random drawn;

/* ---- by hand ---- */

/* Classes have options one after another, options are runs of set. */
struct by_hand {
    const char *why;
    struct buy_item items[4];
    struct buy_class classes[4];
    struct buy_option options[4];
    uint32_t set[8];
    uint64_t budget;
    uint32_t taken[4], groups[4], singles[4];
    uint64_t eligible, spent, greedy;
};

static const struct by_hand by_hand[] = {
    {.why = "a group beats eight singles",
     .items = {{100, 10, 600}},
     .classes = {{8, 0, 1}},
     .options = {{0, 1}},
     .budget = 600,
     .taken = {8},
     .groups = {1},
     .eligible = 8,
     .spent = 600,
     .greedy = 8},
    {.why = "five singles beat a group",
     .items = {{100, 10, 600}},
     .classes = {{5, 0, 1}},
     .options = {{0, 1}},
     .budget = 10000,
     .taken = {5},
     .singles = {5},
     .eligible = 5,
     .spent = 500,
     .greedy = 5},
    {.why = "where both cost the same no seat is left over",
     .items = {{100, 10, 600}},
     .classes = {{6, 0, 1}},
     .options = {{0, 1}},
     .budget = 10000,
     .taken = {6},
     .singles = {6},
     .eligible = 6,
     .spent = 600,
     .greedy = 6},
    {.why = "a group, and singles for the rest",
     .items = {{100, 10, 600}},
     .classes = {{13, 0, 1}},
     .options = {{0, 1}},
     .budget = 10000,
     .taken = {13},
     .groups = {1},
     .singles = {3},
     .eligible = 13,
     .spent = 900,
     .greedy = 13},
    {.why = "a group price above that of its seats is none",
     .items = {{100, 3, 301}},
     .classes = {{3, 0, 1}},
     .options = {{0, 1}},
     .budget = 300,
     .taken = {3},
     .singles = {3},
     .eligible = 3,
     .spent = 300,
     .greedy = 3},
    {.why = "with no money only what is free",
     .items = {{100, 10, 600}, {0, 0, 0}},
     .classes = {{8, 0, 1}, {5, 1, 1}},
     .options = {{0, 1}, {1, 1}},
     .set = {0, 1},
     .taken = {0, 5},
     .singles = {0, 5},
     .eligible = 5,
     .greedy = 5},
    {.why = "a free group is free",
     .items = {{100, 10, 0}},
     .classes = {{12, 0, 1}},
     .options = {{0, 1}},
     .taken = {12},
     .groups = {2},
     .eligible = 12,
     .greedy = 12},
    {.why = "who needs nothing is eligible; who has no option never is",
     .items = {{100, 0, 0}},
     .classes = {{7, 0, 1}, {9, 0, 0}, {3, 1, 1}},
     .options = {{0, 0}, {0, 1}},
     .budget = 10000,
     .taken = {7, 3},
     .singles = {3},
     .eligible = 10,
     .spent = 300,
     .greedy = 10},
    {.why = "ten of a class fill a group, two take the other option",
     .items = {{100, 0, 0}, {200, 10, 500}},
     .classes = {{12, 0, 2}},
     .options = {{0, 1}, {1, 1}},
     .set = {0, 1},
     .budget = 700,
     .taken = {2, 10},
     .groups = {0, 1},
     .singles = {2},
     .eligible = 12,
     .spent = 700,
     .greedy = 12},
    {.why = "the group with most people per pound leaves too little for the "
            "other two",
     .items = {{1000, 10, 100}, {1000, 9, 95}, {1000, 9, 95}},
     .classes = {{10, 0, 1}, {9, 1, 1}, {9, 2, 1}},
     .options = {{0, 1}, {1, 1}, {2, 1}},
     .set = {0, 1, 2},
     .budget = 190,
     .taken = {0, 9, 9},
     .groups = {0, 1, 1},
     .eligible = 18,
     .spent = 190,
     .greedy = 10},
    {.why = "two classes share a group that neither fills",
     .items = {{100, 10, 500}, {10, 0, 0}},
     .classes = {{4, 0, 1}, {6, 1, 1}},
     .options = {{0, 1}, {1, 2}},
     .set = {0, 0, 1},
     .budget = 560,
     .taken = {4, 6},
     .groups = {1, 0},
     .singles = {0, 6},
     .eligible = 10,
     .spent = 560,
     .greedy = 10},
    {.why = "seats left in a group make the dearer option the cheaper one",
     .items = {{100, 10, 500}, {60, 0, 0}},
     .classes = {{8, 0, 1}, {2, 1, 2}},
     .options = {{0, 1}, {1, 1}, {2, 1}},
     .set = {0, 1, 0},
     .budget = 500,
     .taken = {8, 0, 2},
     .groups = {1},
     .eligible = 10,
     .spent = 500,
     .greedy = 10},
    {.why = "nobody takes more than is needed",
     .items = {{10, 0, 0}, {1, 0, 0}},
     .classes = {{4, 0, 2}},
     .options = {{0, 2}, {2, 1}},
     .set = {0, 1, 0},
     .budget = 10000,
     .taken = {0, 4},
     .singles = {4},
     .eligible = 4,
     .spent = 40,
     .greedy = 4},
    {.why = "of equal options the first",
     .items = {{10, 0, 0}, {10, 0, 0}},
     .classes = {{4, 0, 2}},
     .options = {{0, 1}, {1, 1}},
     .set = {1, 0},
     .budget = 25,
     .taken = {2, 0},
     .singles = {0, 2},
     .eligible = 2,
     .spent = 20,
     .greedy = 2},
    {.why = "as many people, for less",
     .items = {{100, 5, 300}, {90, 0, 0}},
     .classes = {{5, 0, 2}},
     .options = {{0, 1}, {1, 1}},
     .set = {0, 1},
     .budget = 450,
     .taken = {5, 0},
     .groups = {1},
     .eligible = 5,
     .spent = 300,
     .greedy = 5},
};

static struct buy_problem problem_of(const struct by_hand *given)
{
    return (struct buy_problem){.items = given->items,
                                .item_count = 4,
                                .classes = given->classes,
                                .class_count = 4,
                                .options = given->options,
                                .option_count = 4,
                                .set = given->set,
                                .set_count = 8,
                                .budget_pence = given->budget};
}

Test(workforce_buy, plans_are_those_found_by_hand)
{
    for (size_t t = 0; t < sizeof(by_hand) / sizeof(by_hand[0]); t++) {
        const struct by_hand *given = &by_hand[t];
        const struct buy_problem problem = problem_of(given);
        struct buy_plan plan = buy_expected_best(&problem);
        struct buy_plan greedy = buy_expected_greedy(&problem);
        cr_expect_eq(plan.eligible, given->eligible, "%s", given->why);
        cr_expect_eq(plan.spent_pence, given->spent, "%s", given->why);
        cr_expect(plan.optimal && plan.cheapest, "%s", given->why);
        cr_expect_eq(greedy.eligible, given->greedy, "%s", given->why);
        cr_expect_arr_eq(plan.taken, given->taken, sizeof(given->taken), "%s",
                         given->why);
        cr_expect_arr_eq(plan.groups, given->groups, sizeof(given->groups),
                         "%s", given->why);
        cr_expect_arr_eq(plan.singles, given->singles, sizeof(given->singles),
                         "%s", given->why);
        buy_plan_done(&plan);
        buy_plan_done(&greedy);
    }
}

Test(workforce_buy, nothing_at_all_is_a_plan)
{
    const struct buy_problem problem = {.budget_pence = 100};
    struct buy_plan plan = buy_expected_best(&problem);

    cr_expect_eq(plan.eligible, 0);
    cr_expect(plan.optimal && plan.cheapest);
    buy_plan_done(&plan);
    cr_expect_null(plan.taken);
    buy_plan_done(&plan);
}

/* ---- large numbers ---- */

Test(workforce_buy, more_people_than_can_be_counted_are_refused)
{
    static const struct buy_class classes[] = {{BUY_PEOPLE_MOST, 0, 1},
                                               {1, 1, 1}};
    static const struct buy_option options[2];
    struct buy_problem problem = {.classes = classes,
                                  .class_count = 2,
                                  .options = options,
                                  .option_count = 2};
    struct buy_plan plan;
    sg_error error = {0};

    cr_expect_eq(buy_best(&problem, &plan, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "people");
    cr_expect_null(plan.taken);
    cr_expect_eq(buy_greedy(&problem, &plan, NULL), SG_INPUT);
    cr_expect_null(plan.taken);
    problem.class_count = 1;
    plan = buy_expected_best(&problem);
    cr_expect_eq(plan.eligible, BUY_PEOPLE_MOST);
    buy_plan_done(&plan);
}

/* With or without a group price the numbers fill all 64 bits. */
Test(workforce_buy, the_dearest_seats_for_the_most_people_add_up)
{
    enum { ITEMS = 8 };
    struct buy_item items[ITEMS];
    static const struct buy_class classes[] = {{BUY_PEOPLE_MOST, 0, 1}};
    static const struct buy_option options[] = {{0, ITEMS}};
    static const uint32_t set[ITEMS] = {0, 1, 2, 3, 4, 5, 6, 7};

    for (unsigned with_groups = 0; with_groups < 2; with_groups++) {
        for (size_t i = 0; i < ITEMS; i++)
            items[i] = (struct buy_item){UINT32_MAX, with_groups * UINT32_MAX,
                                         UINT32_MAX - with_groups};
        const struct buy_problem problem = {.items = items,
                                            .item_count = ITEMS,
                                            .classes = classes,
                                            .class_count = 1,
                                            .options = options,
                                            .option_count = 1,
                                            .set = set,
                                            .set_count = ITEMS,
                                            .budget_pence = UINT64_MAX};
        struct buy_plan plan = buy_expected_best(&problem);
        const uint64_t each = (uint64_t)ITEMS * UINT32_MAX;
        cr_expect_eq(plan.eligible,
                     with_groups ? BUY_PEOPLE_MOST : UINT64_MAX / each);
        cr_expect_eq(plan.spent_pence,
                     with_groups ? each - ITEMS : UINT64_MAX / each * each);
        cr_expect(plan.optimal && plan.cheapest);
        buy_plan_done(&plan);
    }
}

/* Nothing goes person by person, or group by group. */
Test(workforce_buy, whole_countries_take_no_longer)
{
    static const struct buy_item items[] = {
        {1000, 7, 4000}, {900, 10, 5000}, {800, 16, 7000}, {700, 0, 0}};
    static const struct buy_class classes[] = {
        {500000000, 0, 2}, {400000003, 2, 2}, {700000001, 4, 1}};
    static const struct buy_option options[] = {
        {0, 2}, {2, 2}, {1, 2}, {0, 1}, {0, 3}};
    static const uint32_t set[] = {0, 1, 2, 3};
    struct buy_problem problem = {.items = items,
                                  .item_count = 4,
                                  .classes = classes,
                                  .class_count = 3,
                                  .options = options,
                                  .option_count = 5,
                                  .set = set,
                                  .set_count = 4,
                                  .step_limit = 20000};

    for (uint64_t part = 1; part <= 20; part += ROUNDS(1, 4)) {
        problem.budget_pence = part * 100000000007;
        struct buy_plan plan = buy_expected_best(&problem);
        struct buy_plan greedy = buy_expected_greedy(&problem);
        cr_expect_leq(plan.bound - plan.eligible, 10);
        cr_expect_leq(greedy.eligible, plan.eligible);
        buy_plan_done(&plan);
        buy_plan_done(&greedy);
    }
}

/* ---- what may not matter ---- */

Test(workforce_buy, the_same_problem_has_the_same_plan)
{
    for (uint32_t seed = 1; seed <= ROUNDS(8, 2); seed++) {
        buy_random_init(&drawn, seed, &buy_random_council);
        drawn.problem.step_limit = 2000;
        struct buy_plan one = buy_expected_best(&drawn.problem);
        struct buy_plan other = buy_expected_best(&drawn.problem);
        cr_expect_arr_eq(one.taken, other.taken,
                         drawn.problem.option_count * sizeof(*one.taken));
        cr_expect_eq(one.bound, other.bound);
        cr_expect_eq(one.least_pence, other.least_pence);
        cr_expect_eq(one.steps, other.steps);
        buy_plan_done(&one);
        buy_plan_done(&other);
    }
}

/* Items, classes and the options of a class, all the other way round. */
static void turn_round(const struct buy_random *from, struct buy_random *to)
{
    const struct buy_problem *problem = &from->problem;
    const uint32_t items = (uint32_t)problem->item_count;
    uint32_t options = 0, set = 0;

    *to = *from;
    to->problem.items = to->items;
    to->problem.classes = to->classes;
    to->problem.options = to->options;
    to->problem.set = to->set;
    for (uint32_t i = 0; i < items; i++)
        to->items[i] = from->items[items - 1 - i];
    for (size_t c = 0; c < problem->class_count; c++) {
        struct buy_class *people = &to->classes[c];
        *people = from->classes[problem->class_count - 1 - c];
        for (uint32_t k = people->option_count; k-- > 0;) {
            const struct buy_option *option =
                &from->options[people->first_option + k];
            to->options[options++] = (struct buy_option){set, option->count};
            for (uint32_t i = option->count; i-- > 0;)
                to->set[set++] = items - 1 - from->set[option->first + i];
        }
        people->first_option = options - people->option_count;
    }
}

Test(workforce_buy, the_order_changes_neither_people_nor_money)
{
    static struct buy_random turned;

    for (uint32_t seed = 1; seed <= 60; seed++) {
        buy_random_init(&drawn, seed, &buy_random_small);
        turn_round(&drawn, &turned);
        struct buy_plan one = buy_expected_best(&drawn.problem);
        struct buy_plan other = buy_expected_best(&turned.problem);
        cr_expect_eq(one.eligible, other.eligible, "seed %" PRIu32, seed);
        cr_expect_eq(one.spent_pence, other.spent_pence, "seed %" PRIu32, seed);
        buy_plan_done(&one);
        buy_plan_done(&other);
    }
}

Test(workforce_buy, more_money_never_makes_fewer_people_eligible)
{
    for (uint32_t seed = 1; seed <= 10; seed++) {
        uint64_t before = 0;
        buy_random_init(&drawn, seed, &buy_random_small);
        const uint64_t all = drawn.problem.budget_pence * 2;
        for (uint64_t part = 0; part <= 10; part++) {
            drawn.problem.budget_pence = all * part / 10;
            struct buy_plan plan = buy_expected_best(&drawn.problem);
            cr_expect_geq(plan.eligible, before, "seed %" PRIu32, seed);
            before = plan.eligible;
            buy_plan_done(&plan);
        }
    }
}
