/* SPDX-License-Identifier: MIT */
/* What to buy, against trying every plan; and what is proved without that. */
#include "buy_expected.h"
#include "rounds.h"
#include "workforce/buy_search.h"

#include <criterion/criterion.h>
#include <inttypes.h>

static struct buy_random drawn;

/* ---- against trying every plan ---- */

struct every {
    const struct buy_problem *problem;
    int64_t seats[RANDOM_ITEMS];
    uint64_t eligible, most, least; /* most people, and for how little */
};

static void count_plan(struct every *every)
{
    uint64_t cost = 0;

    for (size_t i = 0; i < every->problem->item_count; i++)
        cost += buy_expected_price(&every->problem->items[i],
                                   (uint32_t)every->seats[i]);
    if (cost > every->problem->budget_pence || every->eligible < every->most ||
        (every->eligible == every->most && cost >= every->least))
        return;
    every->most = every->eligible;
    every->least = cost;
}

static void take(struct every *every, uint32_t o, int64_t people)
{
    const struct buy_option *option = &every->problem->options[o];

    for (uint32_t i = 0; i < option->count; i++)
        every->seats[every->problem->set[option->first + i]] += people;
    every->eligible += (uint64_t)people;
}

/* All ways from an option of a class on, with so many people without. */
static void try_from(struct every *every, size_t c, uint32_t k, uint32_t left)
{
    const struct buy_problem *problem = every->problem;

    if (c == problem->class_count) {
        count_plan(every);
        return;
    }
    const struct buy_class *people = &problem->classes[c];
    if (k == people->option_count) {
        c++;
        try_from(every, c, 0,
                 c < problem->class_count ? problem->classes[c].people : 0);
        return;
    }
    for (uint32_t n = 0; n <= left; n++) {
        take(every, people->first_option + k, n);
        try_from(every, c, k + 1, left - n);
        take(every, people->first_option + k, -(int64_t)n);
    }
}

static struct every try_every(const struct buy_problem *problem)
{
    struct every every = {.problem = problem, .least = UINT64_MAX};

    try_from(&every, 0, 0,
             problem->class_count ? problem->classes[0].people : 0);
    return every;
}

Test(workforce_buy_every, no_plan_is_better_of_all_that_there_are)
{
    uint32_t beaten = 0;

    for (uint32_t seed = 1; seed <= ROUNDS(1500, 500); seed++) {
        buy_random_init(&drawn, seed,
                        seed % 2 ? &buy_random_tiny : &buy_random_alike);
        const struct every every = try_every(&drawn.problem);
        struct buy_plan plan = buy_expected_best(&drawn.problem);
        struct buy_plan greedy = buy_expected_greedy(&drawn.problem);
        cr_expect_eq(plan.eligible, every.most, "seed %" PRIu32, seed);
        cr_expect_eq(plan.spent_pence, every.least, "seed %" PRIu32, seed);
        cr_expect(plan.optimal && plan.cheapest, "seed %" PRIu32, seed);
        cr_expect_leq(greedy.eligible, every.most, "seed %" PRIu32, seed);
        beaten +=
            greedy.eligible < every.most || greedy.spent_pence > every.least;
        buy_plan_done(&plan);
        buy_plan_done(&greedy);
    }
    cr_expect_gt(beaten, 10, "only %" PRIu32, beaten);
}

/* ---- limits ---- */

/* What is left open after a part of the steps. */
struct open {
    uint32_t people, money;
};

static void stop_early(uint32_t seed, const struct buy_size *size,
                       uint64_t parts, struct open *open)
{
    buy_random_init(&drawn, seed, size);
    struct buy_plan best = buy_expected_best(&drawn.problem);
    cr_expect(best.optimal && best.cheapest, "seed %" PRIu32, seed);
    for (uint64_t part = 2; part <= parts; part *= 2) {
        drawn.problem.step_limit = best.steps / part + 1;
        struct buy_plan early = buy_expected_best(&drawn.problem);
        cr_expect_leq(early.eligible, best.eligible, "seed %" PRIu32, seed);
        cr_expect_geq(early.bound, best.eligible, "seed %" PRIu32, seed);
        if (early.eligible == best.eligible)
            cr_expect_leq(early.least_pence, best.spent_pence, "seed %" PRIu32,
                          seed);
        open->people += !early.optimal;
        open->money += !early.cheapest;
        buy_plan_done(&early);
    }
    buy_plan_done(&best);
}

Test(workforce_buy_every, what_an_early_stop_proves_is_true)
{
    /* Of these the number of people takes long to prove. */
    static const uint32_t hard[] = {4, 28, 30, 34, 52};
    const size_t hard_count = ROUNDS(sizeof(hard) / sizeof(hard[0]), 2);
    struct open open = {0, 0};

    for (uint32_t seed = 1; seed <= ROUNDS(60, 20); seed++)
        stop_early(seed, &buy_random_small, 64, &open);
    for (size_t i = 0; i < hard_count; i++)
        stop_early(hard[i], &buy_random_council, 4, &open);
    cr_expect_gt(open.people, ROUNDS(50, 15));
    cr_expect_gt(open.money, ROUNDS(50, 15));
}

Test(workforce_buy_every, the_limit_is_kept)
{
    const struct buy_size large = {40, 300, 5000, 8, 5, 16, 90, 1000, 1};

    buy_random_init(&drawn, 5, &large);
    drawn.problem.step_limit = 1000;
    struct buy_plan plan = buy_expected_best(&drawn.problem);
    /* The way to the first bound is gone in any case. */
    cr_expect_lt(plan.steps, 400000);
    cr_expect_not(plan.optimal && plan.cheapest);
    /* And that is near: 1 in 1,000. */
    cr_expect_leq(plan.bound - plan.eligible, plan.bound / 1000);
    buy_plan_done(&plan);
}

/* ---- what is proved about a box, whatever the prices ---- */

static struct market market;
static struct box box;
static struct proof proof;
static uint32_t state;

/* All plans with so many people: what those in the box cost at least; and, once
 * the box is narrowed, that those up to a limit are still in it. */
struct inside {
    struct basket basket;
    const struct range *ranges;
    bool narrowed;
    wide least, limit;
    uint32_t count, lost;
};

static bool is_inside(const struct inside *inside, const struct range *ranges)
{
    const struct basket *basket = &inside->basket;
    bool in = true;

    for (uint32_t o = 0; o < market.choice_count; o++)
        in = in && basket->taken[o] >= ranges[o].low &&
             basket->taken[o] <= ranges[o].high;
    for (uint32_t c = 0; c < market.crowd_count; c++) {
        const struct range range = ranges[box_of_crowd(&market, c)];
        const int64_t people = market.crowds[c].people - basket->left[c];
        in = in && people >= range.low && people <= range.high;
    }
    for (uint32_t i = 0; i < market.shared_count; i++) {
        const struct range range = ranges[box_of_shared(&market, i)];
        in = in && basket->seats[i] >= range.low &&
             basket->seats[i] <= range.high;
    }
    return in;
}

static void look_inside(struct inside *inside, uint32_t o)
{
    struct basket *basket = &inside->basket;

    if (o < market.choice_count) {
        const int64_t left = basket->left[market.choices[o].crowd];
        for (int64_t n = 0; n <= left; n++) {
            basket_add(basket, o, n);
            look_inside(inside, o + 1);
            basket_add(basket, o, -n);
        }
        return;
    }
    if (basket->people != box.people || !is_inside(inside, inside->ranges))
        return;
    inside->count++;
    if (basket->cost < inside->least)
        inside->least = basket->cost;
    if (inside->narrowed && basket->cost <= inside->limit)
        inside->lost += !is_inside(inside, box.ranges);
}

static int64_t draw_price(int64_t around)
{
    const int64_t parts = (around << PART_BITS) / 1000;

    return parts * ((int64_t)buy_random_draw(&state, 3000) - 500);
}

static void draw_box(void)
{
    box_reset(&box,
              (int64_t)buy_random_draw(&state, (uint32_t)market.people + 1));
    for (uint32_t k = 0; k < box_count(&market); k++) {
        const int64_t most = box.ranges[k].high;
        const int64_t a = buy_random_draw(&state, (uint32_t)most + 1);
        const int64_t b = buy_random_draw(&state, (uint32_t)most + 1);
        if (buy_random_draw(&state, 3) == 0)
            box_set(&box, k, a < b ? a : b, a < b ? b : a);
    }
    for (uint32_t i = 0; i < market.shared_count; i++)
        proof.seat[i] =
            draw_price(market.shared[i].group / market.shared[i].group_seats);
    proof.person =
        draw_price(market.shared_count ? market.shared[0].single : 500);
}

/* Whether there was a plan in the box. */
static bool is_proved_rightly(uint32_t seed)
{
    struct range before[64];
    struct inside inside = {.ranges = before, .least = (wide)1 << 100};
    wide least;

    cr_assert_leq(box_count(&market), 64);
    draw_box();
    for (uint32_t k = 0; k < box_count(&market); k++)
        before[k] = box.ranges[k];
    cr_assert(basket_init(&inside.basket, &market));
    const bool open = bound_prove(&box, &proof, &least);
    look_inside(&inside, 0);
    if (!open || inside.count == 0) {
        cr_expect_eq(inside.count, 0, "seed %" PRIu32, seed);
        return false;
    }
    const wide parts = inside.least * ((wide)1 << PART_BITS);
    cr_expect(least <= parts, "seed %" PRIu32, seed);
    inside.limit = inside.least + buy_random_draw(&state, 400);
    bound_narrow(&box, &proof, inside.limit * ((wide)1 << PART_BITS) - least);
    inside.narrowed = true;
    look_inside(&inside, 0);
    cr_expect_eq(inside.lost, 0, "seed %" PRIu32, seed);
    return true;
}

Test(workforce_buy_every, proofs_hold_for_any_prices)
{
    uint32_t held = 0;

    for (uint32_t seed = 1; seed <= ROUNDS(1500, 500); seed++) {
        buy_random_init(&drawn, seed, &buy_random_tiny);
        state = seed;
        cr_assert(market_init(&market, &drawn.problem));
        cr_assert(box_init(&box, &market));
        cr_assert(proof_init(&proof, &market));
        for (unsigned k = 0; k < 4; k++)
            held += is_proved_rightly(seed);
        box_done(&box);
        market_done(&market);
    }
    cr_expect_gt(held, ROUNDS(200, 60), "only %" PRIu32, held);
}

/* ---- what is too large for the search ---- */

enum { MANY = 1300 };

Test(workforce_buy_every, what_is_too_large_still_has_a_plan_and_a_bound)
{
    static struct buy_class classes[MANY];
    static struct buy_option options[2 * MANY];
    static const uint32_t set[] = {0, 1, 2};
    static const struct buy_item items[] = {
        {100, 10, 500}, {70, 0, 0}, {80, 8, 400}};
    struct buy_problem problem = {.items = items,
                                  .item_count = 3,
                                  .classes = classes,
                                  .class_count = MANY,
                                  .options = options,
                                  .option_count = (size_t)2 * MANY,
                                  .set = set,
                                  .set_count = 3,
                                  .budget_pence = 130000};

    for (uint32_t c = 0; c < MANY; c++) {
        classes[c] = (struct buy_class){5, 2 * c, 2};
        options[2 * c] = (struct buy_option){c % 2, 1};
        options[2 * c + 1] = (struct buy_option){2, 1};
    }
    struct buy_plan plan = buy_expected_best(&problem);
    /* By tens at 50 each: 130000 / 50. */
    cr_expect_eq(plan.eligible, 2600);
    cr_expect_eq(plan.bound, 2600);
    cr_expect_eq(plan.least_pence, 0);
    buy_plan_done(&plan);
}
