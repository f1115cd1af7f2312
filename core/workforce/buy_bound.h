/* SPDX-License-Identifier: MIT */
/* What can be proved about all plans within some ranges, in whole numbers.
 *
 *     bound_prove(&box, &proof, &least) && least <= proof_limit(limit) ...
 *
 * Let there be a price p for a seat of each shared item and a price q for a
 * person, whatever they are. Whoever sells seats at the price p, after buying
 * them as the item's prices go, and pays q for each person who is made eligible
 * out of it, turns
 *
 *     cost of a plan with n people  =  q n
 *       + for each choice: people * (fixed price + p of its items - q)
 *       + for each shared item: what its seats cost - p * seats
 *
 * which is the same number. The least of each line by itself, over all people
 * and seats within the ranges, is easy to find; their sum is no more than what
 * any plan with n people costs. So the bound holds for any p and q, and where
 * they come from needs no trust. (It is Lagrange's; with the best prices it is
 * the bound of the linear program in which each item's cost is bent down to
 * its convex hull.)
 *
 * The prices are whole numbers of parts of a unit, 2^PART_BITS of them; sums
 * have 128 bits. A price has up to 62, people 31, so a product has 93, and
 * neither items nor choices are enough to reach 127. */
#ifndef WORKFORCE_BUY_BOUND_H
#define WORKFORCE_BUY_BOUND_H

#include "workforce/buy_inside.h"

enum { PART_BITS = 24 };
#define PRICE_MOST ((int64_t)1 << 62)

struct range {
    int64_t low, high;
};

struct change {
    uint32_t which;
    struct range before;
};

/* Plans in which exactly so many people are eligible, and the people of each
 * choice, those of each crowd altogether and the seats that they need of each
 * shared item lie in ranges. */
struct box {
    const struct market *market;
    struct range *ranges;   /* choices, then crowds, then shared items */
    struct change *changes; /* to be undone */
    size_t change_count, change_room;
    bool failed; /* memory ran out */
    int64_t people;
};

bool box_init(struct box *box, struct market *market);
void box_done(struct box *box);

/* Everything is possible, for so many people. */
void box_reset(struct box *box, int64_t people);

/* Which range is a choice's, a crowd's or a shared item's. */
static inline uint32_t box_of_crowd(const struct market *market, uint32_t crowd)
{
    return market->choice_count + crowd;
}

static inline uint32_t box_of_shared(const struct market *market,
                                     uint32_t shared)
{
    return market->choice_count + market->crowd_count + shared;
}

static inline uint32_t box_count(const struct market *market)
{
    return box_of_shared(market, market->shared_count);
}

void box_set(struct box *box, uint32_t which, int64_t low, int64_t high);
void box_undo(struct box *box, size_t change_count);

struct proof {
    int64_t *seat;  /* price of a seat of each shared item, parts */
    int64_t person; /* price of a person */
    wide *rest;     /* filled: of each choice, fixed + seats - person */
    wide *margin;   /* filled: of each crowd, what one person more that it may
                       have is worth; 0 where its total does not bind */
};

bool proof_init(struct proof *proof, struct market *market);

/* False when no plan lies in the box; otherwise no plan in it costs less than
 * `least` parts. */
bool bound_prove(const struct box *box, struct proof *proof, wide *ret_least);

/* After bound_prove: narrows the ranges to plans that cost up to so much more
 * than `least`. */
void bound_narrow(struct box *box, const struct proof *proof, wide more);

#endif
