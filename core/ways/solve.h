/* SPDX-License-Identifier: MIT */
/* The best set of things to do that makes requirements true: exact.
 *
 *     struct solution best;
 *     solve(&problem, SOLVE_CHEAPEST, &best);
 *     if (best.found) use(best.acts);
 *
 * A requirement is a tree of "all", "any" and "at least n" over acts: doing
 * more never makes it false. An act may itself have a requirement, which is
 * then part of doing it; acts that only require each other are never done.
 * One act may serve several requirements, and is paid for once.
 *
 * Nothing here knows what an act is. The search is branch and bound over sets
 * of acts: some requirement that is still false needs one of the acts in its
 * false leaves, so each is tried, and left out for good once it was. It goes
 * no deeper where even the least that is still needed cannot beat what was
 * found. Same problem, same answer. */
#ifndef WAYS_SOLVE_H
#define WAYS_SOLVE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    ACTS_MOST = 512,
    ACT_WORDS = ACTS_MOST / 64,
    NO_TERM = UINT16_MAX,
};

/* Months of what cannot be done at all. */
#define MONTHS_NEVER UINT32_MAX

struct act_set {
    uint64_t words[ACT_WORDS];
};

enum term_op { TERM_TRUE, TERM_FALSE, TERM_ACTS, TERM_ALL, TERM_AT_LEAST };

/* One node of a requirement, in preorder: the first part of term i is i + 1,
 * the next part stands at the end of the one before. "Any" is at least 1. */
struct term {
    uint8_t op;
    uint8_t n;          /* TERM_AT_LEAST */
    uint16_t end;       /* one past the last term below this one */
    uint32_t first_act; /* TERM_ACTS: any one of these act_refs */
    uint16_t act_count;
};

/* What doing something takes. Hours add up, since they are one person's; what
 * is done side by side takes as long as the longest. */
struct act_cost {
    uint32_t pence;
    uint32_t months;
    uint32_t hours;
    bool off_the_job;  /* study beside the job */
    bool elsewhere;    /* needs another post than the present one */
    uint8_t unsuited;  /* how far it is from the work that is wanted; 0: just
                          that */
    uint16_t requires; /* a term to be true before, or NO_TERM */
};

struct problem {
    const struct term *terms;
    const uint16_t *act_refs;
    const uint16_t *roots; /* terms that are all to be true */
    uint32_t root_count;
    const struct act_cost *acts;
    uint32_t act_count;     /* up to ACTS_MOST */
    double hours_per_month; /* for study; above 0 */
    uint32_t most_steps;    /* of the search; 0: without limit */
};

/* What is to be small first: money, months, or study beside the job; then
 * money, what is far from the wanted work, months. What needs another post
 * comes last in each. */
enum solve_aim { SOLVE_CHEAPEST, SOLVE_QUICKEST, SOLVE_ON_THE_JOB };

/* What a set of acts takes altogether. */
struct solve_sum {
    uint32_t elsewhere;   /* acts that need another post */
    uint32_t off_the_job; /* acts of study beside the job */
    uint32_t unsuited;    /* of all acts together */
    uint64_t pence;
    uint32_t months;
    uint64_t hours;
    uint32_t count;
};

struct solution {
    bool found; /* false: nothing makes all of them true */
    bool exact; /* false: the search stopped at most_steps; what was found
                   still does what it says */
    struct act_set acts;
    struct solve_sum sum;
};

void solve(const struct problem *problem, enum solve_aim aim,
           struct solution *ret_solution);

/* The best within a set: no other act is taken. */
void solve_within(const struct problem *problem, enum solve_aim aim,
                  const struct act_set *within, struct solution *ret_solution);

/* What a set takes. MONTHS_NEVER when it does not make every root true. */
struct solve_sum solve_sum_of(const struct problem *problem,
                              const struct act_set *acts);

/* Whether a set makes every root true, whatever else is in it. */
bool solve_is_ready(const struct problem *problem, const struct act_set *acts);

/* How many months pass before an act of a set can begin: until what it requires
 * is done. MONTHS_NEVER when it never is. */
uint32_t solve_start_of(const struct problem *problem,
                        const struct act_set *acts, uint32_t act);

/* -1, 0 or 1: which of two sums is the better one for an aim. */
int solve_compare(enum solve_aim aim, const struct solve_sum *a,
                  const struct solve_sum *b);

/* How many whole months so many hours of study fill. */
uint32_t solve_months_of_hours(uint64_t hours, double hours_per_month);

static inline bool act_set_has(const struct act_set *set, uint32_t act)
{
    return (set->words[act / 64] >> (act % 64) & 1) != 0;
}

static inline void act_set_add(struct act_set *set, uint32_t act)
{
    set->words[act / 64] |= (uint64_t)1 << (act % 64);
}

static inline void act_set_remove(struct act_set *set, uint32_t act)
{
    set->words[act / 64] &= ~((uint64_t)1 << (act % 64));
}

#endif
