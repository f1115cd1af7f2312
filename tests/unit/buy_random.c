/* SPDX-License-Identifier: MIT */
/* Draws items, classes, and what people need. */
#include "buy_random.h"

#include <string.h>

const struct buy_size buy_random_tiny = {.items = 4,
                                         .classes = 4,
                                         .people = 6,
                                         .options = 2,
                                         .needs = 2,
                                         .group_seats = 5,
                                         .least_percent = 50,
                                         .price = 1000,
                                         .pence = 1};
const struct buy_size buy_random_alike = {.items = 4,
                                          .classes = 4,
                                          .people = 6,
                                          .options = 2,
                                          .needs = 2,
                                          .group_seats = 5,
                                          .least_percent = 50,
                                          .price = 6,
                                          .pence = 1};
const struct buy_size buy_random_small = {.items = 12,
                                          .classes = 24,
                                          .people = 20,
                                          .options = 3,
                                          .needs = 3,
                                          .group_seats = 16,
                                          .least_percent = 50,
                                          .price = 1000,
                                          .pence = 100};
const struct buy_size buy_random_council = {.items = 20,
                                            .classes = 60,
                                            .people = 60,
                                            .options = 4,
                                            .needs = 4,
                                            .group_seats = 16,
                                            .least_percent = 50,
                                            .price = 1000,
                                            .pence = 500};

uint32_t buy_random_draw(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)(*state >> 8) * below >> 24);
}

/* From 1, or a part of the most, to the most. */
static uint32_t size_up_to(uint32_t *state, const struct buy_size *size,
                           uint32_t most)
{
    const uint32_t least = most * size->least_percent / 100 + 1;

    return least > most ? most
                        : least + buy_random_draw(state, most - least + 1);
}

/* A group at 25 to 85 % of its seats. Some have no group price, a few one that
 * does not pay. */
static struct buy_item draw_item(uint32_t *state, const struct buy_size *size)
{
    struct buy_item item = {0};
    const uint32_t least = size->price / 32 + 1;
    const uint32_t seat =
        least + buy_random_draw(state, size->price - least + 1);
    const uint32_t kind = buy_random_draw(state, 20);

    item.seat_pence = kind == 0 ? 0 : seat * size->pence;
    if (kind > 3) {
        item.group_seats = 2 + buy_random_draw(state, size->group_seats - 1);
        item.group_pence = (uint32_t)((uint64_t)item.group_seats * seat *
                                      (25 + buy_random_draw(state, 60)) / 100) *
                           size->pence;
    }
    if (kind == 4)
        item.group_pence = item.group_seats * item.seat_pence + 1;
    return item;
}

static void draw_option(struct buy_random *random, uint32_t *state,
                        const struct buy_size *size)
{
    struct buy_problem *problem = &random->problem;
    bool wanted[RANDOM_ITEMS] = {false};
    const uint32_t needs = buy_random_draw(state, 30) == 0
                               ? 0
                               : 1 + buy_random_draw(state, size->needs);
    struct buy_option option = {.first = (uint32_t)problem->set_count};

    for (uint32_t i = 0; i < needs; i++)
        wanted[buy_random_draw(state, (uint32_t)problem->item_count)] = true;
    for (uint32_t i = 0; i < problem->item_count; i++)
        if (wanted[i])
            random->set[problem->set_count++] = i;
    option.count = (uint32_t)problem->set_count - option.first;
    random->options[problem->option_count++] = option;
}

static void draw_class(struct buy_random *random, uint32_t *state,
                       const struct buy_size *size)
{
    struct buy_problem *problem = &random->problem;
    const uint32_t a = buy_random_draw(state, size->people);
    const uint32_t b = buy_random_draw(state, size->people);
    struct buy_class people = {.people = 1 + (a < b ? a : b),
                               .first_option = (uint32_t)problem->option_count};
    const uint32_t options = buy_random_draw(state, 30) == 0
                                 ? 0
                                 : 1 + buy_random_draw(state, size->options);

    for (uint32_t o = 0; o < options; o++)
        draw_option(random, state, size);
    people.option_count = options;
    random->classes[problem->class_count++] = people;
}

/* What single seats for everybody cost, each class with its first option. */
static uint64_t cost_of_all(const struct buy_random *random)
{
    uint64_t cost = 0;

    for (size_t c = 0; c < random->problem.class_count; c++) {
        const struct buy_class *people = &random->classes[c];
        if (people->option_count == 0)
            continue;
        const struct buy_option *option =
            &random->options[people->first_option];
        for (uint32_t i = 0; i < option->count; i++)
            cost += (uint64_t)people->people *
                    random->items[random->set[option->first + i]].seat_pence;
    }
    return cost;
}

void buy_random_init(struct buy_random *random, uint32_t seed,
                     const struct buy_size *size)
{
    uint32_t state = seed * 2654435761u;
    struct buy_problem *problem = &random->problem;

    state = (state ^ state >> 15) * 2246822519u;
    state ^= state >> 13;
    memset(random, 0, sizeof(*random));
    problem->items = random->items;
    problem->classes = random->classes;
    problem->options = random->options;
    problem->set = random->set;
    problem->item_count = size_up_to(&state, size, size->items);
    for (size_t i = 0; i < problem->item_count; i++)
        random->items[i] = draw_item(&state, size);
    const uint32_t classes = size_up_to(&state, size, size->classes);
    for (uint32_t c = 0; c < classes; c++)
        draw_class(random, &state, size);
    const uint32_t kind = buy_random_draw(&state, 20);
    problem->budget_pence =
        kind == 0 ? 0
        : kind == 1
            ? cost_of_all(random)
            : cost_of_all(random) * (20 + buy_random_draw(&state, 400)) / 1000;
}
