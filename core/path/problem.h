/* SPDX-License-Identifier: MIT */
/* Career paths as a problem of numbers: roles, moves, what each role asks for,
 * what can be studied, and what time in a role counts towards.
 *
 *     struct path_problem problem = {.roles = roles, .role_count = 18, ...};
 *     struct path_search *search = path_search_new(&problem);   // search.h
 *
 * Nothing here knows a council, a person or a word. compile.h makes it from a
 * request; the tests and the benchmark make it from chance. README.md states
 * what a path is and what makes one better than another.
 *
 * Money is in pence, time in whole months, study in hours. */
#ifndef PATH_PROBLEM_H
#define PATH_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

#define PATH_NONE UINT32_MAX

/* A run of one of the lists of references. */
struct path_span {
    uint32_t first;
    uint32_t count;
};

enum path_op {
    PATH_TRUE,
    PATH_FALSE,
    PATH_LEAF,
    PATH_AT_LEAST, /* n of its parts; "any" is 1, "all" is their number */
};

/* One node of a requirement, in preorder: the first part of term i is i + 1,
 * the next part stands at the end of the one before. */
struct path_term {
    uint8_t op;    /* enum path_op */
    uint8_t n;     /* PATH_AT_LEAST */
    uint32_t end;  /* one past the last term below this one */
    uint32_t leaf; /* PATH_LEAF */
};

/* True once any of the acts is done, or the counter has the months. */
struct path_leaf {
    struct path_span acts; /* of refs */
    uint32_t counter;      /* or PATH_NONE */
    uint32_t months;       /* 1 to 60000 with a counter */
};

/* Something to study or to be trained in. */
struct path_act {
    uint32_t pence;
    uint32_t hours;            /* of study beside work */
    uint32_t months;           /* until it is done when it is begun today, what
                                  it requires included */
    struct path_span requires; /* of refs: acts that are done with it, and
                                  theirs too; never itself */
};

struct path_role {
    uint32_t stay;             /* months at least before the next move; of the
                                  role at the start none */
    struct path_span asks;     /* of refs: terms that are all to be true on
                                  entering */
    struct path_span moves;    /* of refs: roles, each once, never itself */
    struct path_span counters; /* of refs: what a month here counts towards */
};

struct path_problem {
    const struct path_role *roles;
    uint32_t role_count;
    const struct path_term *terms;
    uint32_t term_count;
    const struct path_leaf *leaves;
    uint32_t leaf_count;
    const struct path_act *acts;
    uint32_t act_count;
    const uint32_t *initial; /* by counter: months that are there already */
    uint32_t counter_count;
    const uint32_t *refs;
    uint32_t ref_count;
};

/* What is looked for. */
struct path_query {
    uint32_t start;
    uint32_t target; /* another role than the start */
    uint32_t most_moves;
    uint32_t study_minutes; /* a week; a month is 13/3 weeks */
};

/* Months until so many hours of study are done; PATH_NONE: never. */
uint32_t path_months_of_hours(uint64_t hours, uint32_t study_minutes);

#endif
