/* SPDX-License-Identifier: MIT */
/* Makes a problem ready: prices in the largest unit, options left out that
 * another one of the same class outdoes, and which items are shared. */
#include "workforce/buy_inside.h"

#include <assert.h>

static uint64_t common_divisor(uint64_t a, uint64_t b)
{
    while (b != 0) {
        const uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* A group price that is not below that of its seats is none. */
static bool has_group(const struct buy_item *item)
{
    return item->group_seats > 0 &&
           item->group_pence < (uint64_t)item->group_seats * item->seat_pence;
}

static bool is_free(const struct buy_item *item)
{
    return item->seat_pence == 0 || (has_group(item) && item->group_pence == 0);
}

static const uint32_t *set_of(const struct buy_problem *problem,
                              const struct buy_option *option)
{
    assert(option->first <= problem->set_count &&
           option->count <= problem->set_count - option->first);
    return option->count ? &problem->set[option->first] : NULL;
}

/* Whether an option never costs more than another one, whatever else is
 * bought: one person more for it costs at most the single seats that the
 * other does not need, and spares at least what is not shared. */
static bool outdoes(const struct buy_problem *problem,
                    const struct buy_option *one,
                    const struct buy_option *other, const bool *is_shared)
{
    const uint32_t *a = set_of(problem, one), *b = set_of(problem, other);
    uint64_t more = 0, spared = 0;
    uint32_t i = 0, j = 0;

    while (i < one->count || j < other->count) {
        const bool in_one =
            j == other->count || (i < one->count && a[i] <= b[j]);
        const bool in_other =
            i == one->count || (j < other->count && b[j] <= a[i]);
        const uint32_t item = in_one ? a[i] : b[j];
        if (!in_other && !is_free(&problem->items[item]))
            more += problem->items[item].seat_pence;
        if (!in_one && !is_shared[item] && !is_free(&problem->items[item]))
            spared += problem->items[item].seat_pence;
        i += in_one;
        j += in_other;
    }
    return more <= spared;
}

/* Marks options that another one which is kept outdoes. The last goes first, so
 * that of two equal ones the first is kept. */
static void leave_out(const struct buy_problem *problem,
                      const struct buy_class *people, const bool *is_shared,
                      bool *out)
{
    const struct buy_option *options = problem->options;
    const uint32_t first = people->first_option;

    for (uint32_t o = first + people->option_count; o-- > first;)
        for (uint32_t by = first; by < first + people->option_count; by++)
            if (by != o && !out[by] &&
                outdoes(problem, &options[by], &options[o], is_shared)) {
                out[o] = true;
                break;
            }
}

/* How many seats of each item could be needed at most. */
static void count_most(const struct buy_problem *problem, int64_t *most)
{
    for (size_t c = 0; c < problem->class_count; c++) {
        const struct buy_class *people = &problem->classes[c];
        for (uint32_t o = 0; o < people->option_count; o++) {
            const struct buy_option *option =
                &problem->options[people->first_option + o];
            const uint32_t *set = set_of(problem, option);
            for (uint32_t i = 0; i < option->count; i++)
                most[set[i]] += people->people;
        }
    }
}

static void find_unit(struct market *market)
{
    const struct buy_problem *problem = market->problem;

    for (size_t i = 0; i < problem->item_count; i++) {
        const struct buy_item *item = &problem->items[i];
        if (is_free(item))
            continue;
        market->unit = common_divisor(item->seat_pence, market->unit);
        if (has_group(item))
            market->unit = common_divisor(item->group_pence, market->unit);
    }
    if (market->unit == 0)
        market->unit = 1;
}

static void find_shared(struct market *market, const int64_t *most,
                        bool *is_shared, uint32_t *number)
{
    const struct buy_problem *problem = market->problem;

    for (size_t i = 0; i < problem->item_count; i++) {
        const struct buy_item *item = &problem->items[i];
        if (is_free(item) || !has_group(item))
            continue;
        const uint32_t worth = (item->group_pence - 1) / item->seat_pence + 1;
        if (most[i] < worth)
            continue; /* too few people: the group price never pays */
        is_shared[i] = true;
        number[i] = market->shared_count;
        market->shared[market->shared_count++] = (struct shared){
            .single = (int64_t)(item->seat_pence / market->unit),
            .group = (int64_t)(item->group_pence / market->unit),
            .group_seats = item->group_seats,
            .worth = worth,
            .most = 0,
            .item = (uint32_t)i};
    }
}

static void add_choice(struct market *market, const bool *is_shared,
                       const uint32_t *number, uint32_t option, uint32_t *parts)
{
    const struct buy_problem *problem = market->problem;
    const struct buy_option *from = &problem->options[option];
    const uint32_t *set = set_of(problem, from);
    struct choice choice = {
        .crowd = market->crowd_count, .first = *parts, .option = option};

    for (uint32_t i = 0; i < from->count; i++) {
        assert(set[i] < problem->item_count && (i == 0 || set[i - 1] < set[i]));
        const struct buy_item *item = &problem->items[set[i]];
        if (is_shared[set[i]])
            market->parts[(*parts)++] = number[set[i]];
        else if (!is_free(item))
            choice.fixed += (int64_t)(item->seat_pence / market->unit);
    }
    choice.count = *parts - choice.first;
    market->choices[market->choice_count++] = choice;
}

static void add_crowds(struct market *market, const bool *is_shared,
                       const uint32_t *number, bool *out)
{
    const struct buy_problem *problem = market->problem;
    uint32_t parts = 0;

    for (size_t c = 0; c < problem->class_count; c++) {
        const struct buy_class *people = &problem->classes[c];
        assert(people->option_count == 0 ||
               (people->first_option < problem->option_count &&
                people->option_count <=
                    problem->option_count - people->first_option));
        if (people->people == 0 || people->option_count == 0)
            continue;
        leave_out(problem, people, is_shared, out);
        struct crowd *crowd = &market->crowds[market->crowd_count];
        *crowd = (struct crowd){.people = people->people,
                                .first = market->choice_count};
        for (uint32_t o = 0; o < people->option_count; o++)
            if (!out[people->first_option + o])
                add_choice(market, is_shared, number, people->first_option + o,
                           &parts);
        crowd->count = market->choice_count - crowd->first;
        market->people += crowd->people;
        market->crowd_count++;
    }
}

/* The most seats of a shared item, of choices that are left; each person sits
 * in one of them. And no more money than buys everything is of use. */
static void find_most(struct market *market)
{
    wide all = 0;

    for (uint32_t c = 0; c < market->crowd_count; c++) {
        const struct crowd *crowd = &market->crowds[c];
        int64_t dearest = 0;
        for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++) {
            const struct choice *choice = &market->choices[o];
            if (choice->fixed > dearest)
                dearest = choice->fixed;
            for (uint32_t i = 0; i < choice->count; i++) {
                const uint32_t part = market->parts[choice->first + i];
                bool before = false;
                for (uint32_t p = crowd->first; p < o && !before; p++)
                    for (uint32_t k = 0; k < market->choices[p].count; k++)
                        before =
                            before ||
                            market->parts[market->choices[p].first + k] == part;
                if (!before)
                    market->shared[part].most += crowd->people;
            }
        }
        all += (wide)dearest * crowd->people;
    }
    for (uint32_t i = 0; i < market->shared_count; i++)
        all += shared_price(&market->shared[i], market->shared[i].most);
    const uint64_t budget = market->problem->budget_pence / market->unit;
    market->budget = (wide)budget < all ? (wide)budget : all;
}

bool market_init(struct market *market, const struct buy_problem *problem)
{
    struct arena *arena = &market->arena;
    const size_t items = problem->item_count;

    *market = (struct market){.problem = problem};
    market->shared = arena_array(arena, items, sizeof(*market->shared));
    market->choices =
        arena_array(arena, problem->option_count, sizeof(*market->choices));
    market->crowds =
        arena_array(arena, problem->class_count, sizeof(*market->crowds));
    size_t run = 0;
    for (size_t o = 0; o < problem->option_count; o++)
        run += problem->options[o].count;
    market->parts = arena_array(arena, run, sizeof(*market->parts));
    int64_t *most = arena_array(arena, items, sizeof(*most));
    uint32_t *number = arena_array(arena, items, sizeof(*number));
    bool *is_shared = arena_array(arena, items, sizeof(*is_shared));
    bool *out = arena_array(arena, problem->option_count, sizeof(*out));
    if (arena->failed)
        return false;
    count_most(problem, most);
    find_unit(market);
    find_shared(market, most, is_shared, number);
    add_crowds(market, is_shared, number, out);
    find_most(market);
    return true;
}

void market_done(struct market *market)
{
    arena_done(&market->arena);
}
