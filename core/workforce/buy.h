/* SPDX-License-Identifier: MIT */
/* With a budget, which seats of training make the most people eligible.
 *
 *     struct buy_problem problem = {.items = items, .item_count = 1,
 *                                   .classes = classes, .class_count = 1,
 *                                   .options = options, .option_count = 1,
 *                                   .set = set, .set_count = 1,
 *                                   .budget_pence = 500000};
 *     struct buy_plan plan = {0};
 *     if (buy_best(&problem, &plan, reterr) == SG_OK) ...
 *     buy_plan_done(&plan);
 *
 * People who lack the same are a class. One of them is eligible as soon as he
 * or she has a seat of each item of any one option of the class. Seats are
 * bought one by one, or a whole group at a price of its own; a group that is
 * not full is paid for all the same, and whoever else needs the item can sit in
 * it. For s seats an item costs the least, over all k, of
 *
 *     k * group_pence + max(0, s - k * group_seats) * seat_pence.
 *
 * What is wanted, in this order:
 *
 *   1. as many people eligible as can be;
 *   2. as little spent on them as can be;
 *   3. of what is equal in both, the plan that the search comes to first. It
 *      goes by the order of classes, options and items, and by no clock and no
 *      chance: same problem, same plan. In another order another plan may come
 *      out; where `optimal` and `cheapest` are set, the numbers 1. and 2. are
 *      the same in any order.
 *
 * Without group prices the cheapest people come first, and that is all. With
 * them the problem is a hard one (people share groups, as sets of a set-union
 * knapsack share elements), so the search has a limit. When that is reached the
 * best plan so far is given with what is proved about it: `bound` and
 * `least_pence` hold in any case.
 *
 * How: branch and bound on how many seats of an item are bought and how many
 * people take an option. A linear program leads the search; it works with
 * floating-point numbers, and nothing that it says is believed. Its prices of a
 * seat are rounded, and what they prove is added up anew in whole numbers
 * (buy_bound.h), which is right for any prices. */
#ifndef WORKFORCE_BUY_H
#define WORKFORCE_BUY_H

#include "skillgap/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The usual limit: about a second where it is reached. */
enum { BUY_STEPS = 600000 };

/* The most people of all classes together. */
#define BUY_PEOPLE_MOST INT32_MAX

struct buy_item {
    uint32_t seat_pence;  /* 0: free */
    uint32_t group_seats; /* 0: there is no group price */
    uint32_t group_pence; /* of so many seats */
};

/* Items of which one person needs one seat each: a run of problem->set,
 * ascending, none twice. An empty run: nothing is needed. */
struct buy_option {
    uint32_t first, count;
};

/* People who lack the same. With no option they cannot be made eligible. Runs
 * of different classes do not overlap. */
struct buy_class {
    uint32_t people;
    uint32_t first_option, option_count;
};

struct buy_problem {
    const struct buy_item *items;
    size_t item_count;
    const struct buy_class *classes;
    size_t class_count;
    const struct buy_option *options;
    size_t option_count;
    const uint32_t *set; /* indices of items */
    size_t set_count;
    uint64_t budget_pence;
    uint64_t step_limit; /* 0: BUY_STEPS. A step is a thousand numbers of the
                            search's tables looked at */
};

/* A zeroed one is empty. */
struct buy_plan {
    uint32_t *taken;      /* of each option: people who get it */
    uint32_t *seats;      /* of each item: seats that these people need */
    uint32_t *groups;     /* of each item: groups bought */
    uint32_t *singles;    /* of each item: seats bought one by one; where a
                             group costs just as much, these are preferred */
    uint64_t spent_pence; /* up to the budget */
    uint64_t eligible;    /* people */
    uint64_t bound;       /* nobody can make more than this eligible */
    uint64_t least_pence; /* nobody can make `eligible` people eligible for
                             less */
    bool optimal;         /* eligible is bound */
    bool cheapest;        /* spent_pence is least_pence */
    uint64_t steps;       /* taken */
};

/* The best plan. SG_INPUT, reason "people", when there are more than
 * BUY_PEOPLE_MOST; SG_STORAGE when memory runs out. The plan is then empty. */
sg_status buy_best(const struct buy_problem *problem, struct buy_plan *ret_plan,
                   sg_error *reterr);

/* What a careful person does by hand: again and again the purchase with the
 * most people per pound. A purchase is seats for some people of one class, or a
 * group of one item with whoever can use it for the least besides. `bound` is
 * everybody who has an option; nothing is proved about money. */
sg_status buy_greedy(const struct buy_problem *problem,
                     struct buy_plan *ret_plan, sg_error *reterr);

/* Frees what a plan holds; it is then empty. */
void buy_plan_done(struct buy_plan *plan);

#endif
