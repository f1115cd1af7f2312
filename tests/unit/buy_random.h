/* SPDX-License-Identifier: MIT */
/* Random problems of what to buy.
 *
 *     static struct buy_random random;
 *     buy_random_init(&random, seed, &buy_random_small);
 *     buy_best(&random.problem, &plan, NULL);
 *
 * Same seed and size, same problem. */
#ifndef TESTS_BUY_RANDOM_H
#define TESTS_BUY_RANDOM_H

#include "workforce/buy.h"

enum {
    RANDOM_ITEMS = 40,
    RANDOM_CLASSES = 300,
    RANDOM_OPTIONS = 8 * RANDOM_CLASSES,
    RANDOM_SET = 6 * RANDOM_OPTIONS
};

/* The most of each; at least one. */
struct buy_size {
    uint32_t items, classes, people, options, needs, group_seats;
    uint32_t least_percent; /* of these counts: how small a problem can be */
    uint32_t price;         /* of a seat, in units of so many pence: */
    uint32_t pence;
};

/* For trying every plan; the same with prices so low that many plans cost the
 * same or a penny more; for an integer solver; and as a council might be. */
extern const struct buy_size buy_random_tiny, buy_random_alike,
    buy_random_small, buy_random_council;

struct buy_random {
    struct buy_problem problem;
    struct buy_item items[RANDOM_ITEMS];
    struct buy_class classes[RANDOM_CLASSES];
    struct buy_option options[RANDOM_OPTIONS];
    uint32_t set[RANDOM_SET];
};

void buy_random_init(struct buy_random *random, uint32_t seed,
                     const struct buy_size *size);

/* A number below `below`; the state is the seed. */
uint32_t buy_random_draw(uint32_t *state, uint32_t below);

#endif
