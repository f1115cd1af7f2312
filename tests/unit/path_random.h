/* SPDX-License-Identifier: MIT */
/* Small path problems: written down by hand as a draft, or drawn by chance.
 *
 *     struct path_random random;
 *     path_random_init(&random, seed);              // or
 *     path_random_from(&random, &draft);
 *     path_exhaustive(&random, PATH_AS_IT_IS, &front);
 *     path_random_done(&random);
 *
 * The same seed is the same case, everywhere. In a draft a list of roles, acts
 * or counters is a set of bits. Each list of the problem has memory of its own
 * size, so that reading past it is seen. */
#ifndef TESTS_PATH_RANDOM_H
#define TESTS_PATH_RANDOM_H

#include "path/problem.h"

#include <stdio.h>

enum {
    PATH_DRAFT_ROLES = 8,
    PATH_DRAFT_ASKS = 16, /* of one role */
    PATH_DRAFT_TERMS = 520,
    PATH_DRAFT_LEAVES = 10,
    PATH_DRAFT_ACTS = 5,
    PATH_DRAFT_COUNTERS = 4
};

#define BIT(number) (1u << (number))

struct path_draft_role {
    uint32_t stay;
    uint32_t moves;                  /* bits: roles */
    uint32_t counters;               /* bits */
    uint32_t asks[PATH_DRAFT_ASKS];  /* terms */
    uint32_t lines[PATH_DRAFT_ASKS]; /* by ask: which line it is a world of */
    uint32_t ask_count;
};

struct path_draft_leaf {
    uint32_t acts; /* bits */
    uint32_t counter;
    uint32_t months; /* 0: no counter */
};

struct path_draft_act {
    uint32_t pence;
    uint32_t hours;
    uint32_t months;
    uint32_t requires; /* bits */
};

struct path_draft {
    struct path_draft_role roles[PATH_DRAFT_ROLES];
    uint32_t role_count;
    struct path_term terms[PATH_DRAFT_TERMS];
    uint32_t term_count;
    struct path_draft_leaf leaves[PATH_DRAFT_LEAVES];
    uint32_t leaf_count;
    struct path_draft_act acts[PATH_DRAFT_ACTS];
    uint32_t act_count;
    uint32_t initial[PATH_DRAFT_COUNTERS];
    uint32_t counter_count;
    struct path_query query;
};

/* A problem with all that is behind it, which a test may change. */
struct path_random {
    struct path_problem problem;
    struct path_query query;
    struct path_role *roles;
    struct path_term *terms;
    struct path_leaf *leaves;
    struct path_act *acts;
    uint32_t *initial;
    uint32_t *refs;
    uint32_t *lines; /* by place in refs, where that is a term that a role asks
                        for: the line, of which each world is such a term */
};

/* Stops the program when there is no memory. */
void path_random_init(struct path_random *ret_random, uint64_t seed);
void path_random_from(struct path_random *ret_random,
                      const struct path_draft *draft);
void path_random_done(struct path_random *random);

/* The case as facts for tests/oracle/path.lp. */
void path_random_facts(const struct path_random *random, FILE *to);

#endif
