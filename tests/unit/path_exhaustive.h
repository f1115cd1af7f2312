/* SPDX-License-Identifier: MIT */
/* The model of core/path/README.md said again, straight: the front by trying
 * everything, and whether one path is what it says. Shares no code with
 * core/path.
 *
 *     struct path_front want, got;
 *     path_exhaustive(&random, PATH_AS_IT_IS, &want);
 *     path_front_of(&answer, &got);
 *     path_front_is_same(&want, &got);
 *     path_what_is_wrong(&random.problem, &random.query, &answer, 0) == NULL
 */
#ifndef TESTS_PATH_EXHAUSTIVE_H
#define TESTS_PATH_EXHAUSTIVE_H

#include "path_random.h"

#include "path/search.h"

/* The model with one rule changed. A rule decides a case when the case has
 * another front without it. */
enum path_without {
    PATH_AS_IT_IS,
    PATH_WITHOUT_ACCRUAL,     /* no month adds to a counter */
    PATH_WITHOUT_CARRYING,    /* each step has a set of acts of its own: what
                                 was done for a step before is not in it, its
                                 hours alone are to fit, and it is paid for
                                 again */
    PATH_WITHOUT_HOURS,       /* every act has 0 hours */
    PATH_WITHOUT_BRANCHES,    /* of "any" only the first part counts */
    PATH_WITHOUT_NAMED_ROLES, /* a counter that only one or two roles list
                                 stays at its initial months */
    PATH_WITHOUT_LONG_STAYS,  /* every stay is the least one: the role's, and
                                 none in r0 */
    PATH_WITHOUT_WAITING,     /* no stay is longer than what the next role
                                 needs to be entered at all */
    PATH_WITHOUT_WORLDS,      /* of the worlds of a line the first only */
    PATH_WITHOUTS
};

struct path_triple {
    uint32_t months;
    uint64_t pence;
    uint32_t moves;
};

enum { PATH_FRONT_MOST = 256 };

/* In the order of months, pence, moves. */
struct path_front {
    struct path_triple at[PATH_FRONT_MOST];
    uint32_t count;
};

/* Puts a point in, unless another is as good; takes out what it outdoes. Stops
 * the program when there is no room. */
void path_front_add(struct path_front *front, struct path_triple point);
bool path_front_is_same(const struct path_front *a, const struct path_front *b);

/* That each point of the one is outdone or equalled by one of the other. */
bool path_front_is_no_worse(const struct path_front *now,
                            const struct path_front *before);

/* Every point that is given, also those that another outdoes. */
void path_front_of(const struct path_answer *answer,
                   struct path_front *ret_front);

void path_exhaustive(const struct path_random *random,
                     enum path_without without, struct path_front *ret_front);

/* What is wrong with one path of an answer, in words; NULL when nothing is. */
const char *path_what_is_wrong(const struct path_problem *problem,
                               const struct path_query *query,
                               const struct path_answer *answer,
                               uint32_t point);

#endif
