/* SPDX-License-Identifier: MIT */
/* What the files of buy.h share: the problem made ready, a basket of seats for
 * people, the linear program, and what can be proved.
 *
 *     struct market market;
 *     if (market_init(&market, problem)) ...
 *     market_done(&market);
 *
 * Money is counted in `unit`s here, the largest amount that divides all prices.
 * Only items whose group price can pay ("shared": what one more seat costs
 * depends on who else sits there) are looked at one by one; the seats of all
 * others are a fixed amount for each person. */
#ifndef WORKFORCE_BUY_INSIDE_H
#define WORKFORCE_BUY_INSIDE_H

#include "base/arena.h"
#include "workforce/buy.h"

/* For sums of money: 31 bits of people, 32 of pence, and room for fractions and
 * for many items. */
__extension__ typedef __int128 wide;

/* ---- the problem made ready ---- */

struct shared {
    int64_t single, group; /* prices, above 0 */
    uint32_t group_seats;
    uint32_t worth; /* seats over whole groups from which on one more group is
                       no dearer than single seats */
    int64_t most;   /* seats that could be needed */
    uint32_t item;
};

struct choice { /* an option that can be of use */
    uint32_t crowd;
    uint32_t first, count; /* run of market->parts */
    int64_t fixed;         /* price of all that is not shared */
    uint32_t option;
};

struct crowd { /* a class that has choices */
    int64_t people;
    uint32_t first, count; /* run of market->choices */
};

struct market {
    const struct buy_problem *problem;
    struct arena arena;
    uint32_t shared_count, choice_count, crowd_count;
    struct shared *shared;
    struct choice *choices;
    struct crowd *crowds;
    uint32_t *parts; /* indices of shared */
    int64_t people;  /* of all crowds */
    uint64_t unit;   /* pence */
    wide budget;     /* units; never more than everything costs */
};

/* False when memory ran out. */
bool market_init(struct market *market, const struct buy_problem *problem);
void market_done(struct market *market);

/* What so many seats of a shared item cost. */
static inline int64_t shared_price(const struct shared *shared, int64_t seats)
{
    const uint32_t groups = (uint32_t)seats / shared->group_seats;
    const uint32_t rest = (uint32_t)seats % shared->group_seats;

    return groups * shared->group +
           (rest < shared->worth ? rest * shared->single : shared->group);
}

/* ---- a basket ---- */

struct basket {
    const struct market *market;
    int64_t *taken; /* of each choice: people */
    int64_t *left;  /* of each crowd: people without */
    int64_t *seats; /* of each shared item */
    int64_t *added; /* of each choice, while a group is filled */
    int64_t people;
    wide cost;
};

/* An empty one in the market's arena; false when memory ran out. */
bool basket_init(struct basket *basket, struct market *market);
void basket_clear(struct basket *basket);
void basket_copy(struct basket *into, const struct basket *from);

/* What `people` more (or fewer: below 0) for a choice would cost. */
wide basket_cost_of(const struct basket *basket, uint32_t choice,
                    int64_t people);
void basket_add(struct basket *basket, uint32_t choice, int64_t people);

/* Whether one has more people, or as many for less. */
bool basket_is_better(const struct basket *a, const struct basket *b);

/* Buys on, best people per pound first, up to so many people and so much money.
 * Returns the numbers looked at. */
uint64_t basket_fill(struct basket *basket, int64_t people, wide budget,
                     bool with_groups);

/* Takes out, most money per person first, until it costs no more than
 * `budget`. Returns the numbers looked at. */
uint64_t basket_empty(struct basket *basket, wide budget);

/* Lets people take another choice, or others take their place, as long as that
 * saves money. Returns the numbers looked at, about `most` of them. */
uint64_t basket_exchange(struct basket *basket, uint64_t most);

#endif
