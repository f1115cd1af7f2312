/* SPDX-License-Identifier: MIT */
/* The search for a plan with so many people that costs no more than a limit.
 *
 *     if (search_init(&search, &market)) {
 *         search_bound(&search, &most);
 *         search_run(&search, most, budget, false, quota);
 *     }
 *     search_done(&search);
 *
 * Branch and bound, depth first. A node is a box of plans (buy_bound.h). Its
 * linear program is the problem with fractions of people, and with each item's
 * cost bent down to its convex hull over the range of its seats. It gives the
 * prices that the bound is proved with, a plan to round, and where to divide
 * the box: at the number of seats from which on one more group is the cheaper
 * way, where the cost of an item is furthest above its hull; or else where a
 * number of people is broken. Where the floating-point numbers say that nothing
 * is left to divide, and the proof does not, any range that is not yet a single
 * number is halved. So each path ends, and what was left out was proved. */
#ifndef WORKFORCE_BUY_SEARCH_H
#define WORKFORCE_BUY_SEARCH_H

#include "workforce/buy_bound.h"
#include "workforce/buy_program.h"

/* Where the linear program of a box stands. */
struct relaxed {
    struct program program;
    struct arena arena;
    bool built;
    uint32_t *choice_of; /* of each column of a choice */
    uint32_t choice_count;
    int32_t *column_of;   /* of each choice; -1: none, its range is a number */
    int32_t *slack_of;    /* of each crowd; -1: no row of its own */
    int64_t *seats_fixed; /* of each shared item, by choices without column */
    double *hull;         /* of each shared item, its cost at the values */
    double constant;      /* to be added to what the program finds */
};

struct node {
    size_t change_count; /* where to go back to */
    uint32_t which;      /* the other half */
    int64_t low, high;
};

enum search_end { SEARCH_FOUND, SEARCH_NONE, SEARCH_LIMIT, SEARCH_MEMORY };

struct search {
    struct market *market;
    struct box box;
    struct proof proof;
    struct relaxed relaxed;
    struct basket best; /* so far */
    struct basket trial;
    struct node *nodes;
    size_t node_count, node_room;
    wide limit;      /* units: what a plan may cost */
    wide least;      /* units: no plan for the number of people that was looked
                        at last costs less, or it costs more than the limit */
    bool too_large;  /* for the linear program: there is only a plain bound */
    bool to_the_end; /* go on for cheaper plans after one was found */
    bool bare;       /* tests only: nothing is rounded, so that plans are found
                        by dividing alone */
    wide proved;     /* parts: the same for the last box */
    uint64_t visited;
    uint64_t looked, looked_most; /* numbers */
};

bool search_init(struct search *search, struct market *market);
void search_done(struct search *search);

/* A number of people that no plan within the budget exceeds; `best` may become
 * better. False when memory ran out. Where `too_large` is set there can be no
 * search. */
bool search_bound(struct search *search, int64_t *ret_most);

/* Looks for a plan with `people` that costs up to `limit`; `best` is replaced
 * by what is better, in any case. With `to_the_end` the cheapest is looked for,
 * and SEARCH_NONE means that `best` is it (or that there is none within
 * the limit). */
enum search_end search_run(struct search *search, int64_t people, wide limit,
                           bool to_the_end, uint64_t looked_most);

/* ---- between the files of the search ---- */

/* The linear program of a box as it is now: choices whose range is one number
 * get no column. False when memory ran out. */
bool relax_build(struct search *search);
bool relax_is_too_large(const struct search *search);
void relax_done(struct search *search);

/* Solves it for the box, whose ranges lie within those it was built for, and
 * fills the prices of the proof. False: the least is above the limit, or there
 * are too many pivots; the prices are to be used, the values are not. */
bool relax_solve(struct search *search, double limit);

/* People of a choice, and seats of a shared item, at the values. */
double relax_people(const struct search *search, uint32_t choice);
double relax_seats(const struct search *search, uint32_t shared);

/* What a shared item costs above its hull there. */
double relax_gap(const struct search *search, uint32_t shared);

/* Makes plans of the values, and keeps what is better. */
void round_values(struct search *search);
void keep_better_plan(struct search *search);

#endif
