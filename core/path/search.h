/* SPDX-License-Identifier: MIT */
/* The exact front of a path problem: every combination of months, money and
 * moves that no other path outdoes, and one path for each.
 *
 *     struct path_search *search = path_search_new(&problem);
 *     struct path_answer answer;
 *     if (path_search_run(search, &query, &limits, &answer))
 *         use(answer.points, answer.point_count);
 *     path_answer_done(&answer);
 *     path_search_free(search);
 *
 * README.md states the model and proves each rule by which the search leaves
 * something out. Same problem, same answer, to the last step. */
#ifndef PATH_SEARCH_H
#define PATH_SEARCH_H

#include "path/problem.h"

#include <stddef.h>

/* Rules that a test leaves out or breaks, to see that it would notice. */
enum path_broken {
    PATH_WHOLE,              /* none: what everybody but a test asks for */
    PATH_IGNORES_HOURS,      /* dominance does not look at study hours */
    PATH_IGNORES_COUNTERS,   /* nor at experience, */
    PATH_IGNORES_MOVES,      /* at moves, so that fewer are no better, */
    PATH_IGNORES_ACTS,       /* or at what is done already */
    PATH_WAITS_AT_THRESHOLDS /* no stay is longer than the next step needs */
};

struct path_limits {
    uint32_t most_labels; /* at least 1; past it the answer is not exact. The
                             quick search that goes before is not counted: it
                             holds a few labels of each role */
    enum path_broken broken;
};

struct path_step {
    uint32_t role;         /* that is entered */
    uint32_t entered;      /* months from today */
    uint32_t stay;         /* months in the role before it */
    struct path_span acts; /* of answer->acts: done for this step, and not for
                              one before */
};

struct path_point {
    uint32_t months;
    uint64_t pence;
    uint32_t moves;
    uint32_t first_step; /* of answer->steps; there are `moves` of them */
};

struct path_answer {
    const struct path_point *points; /* by months, then money */
    uint32_t point_count;
    const struct path_step *steps;
    const uint32_t *acts;
    bool exact; /* false: the ceiling of labels was reached. The paths are
                   valid, but others may be missing or better */
    uint32_t months_at_least; /* no path is shorter; PATH_NONE when there is
                                 none at all */
    uint32_t labels;          /* that were made, by the quick search too: how
                                 much work it was */
    size_t bytes;             /* that they took at most */
    void *memory;             /* behind all of these lists */
};

/* Makes what all searches of a problem share; the problem must outlive it. NULL
 * without memory. */
struct path_search *path_search_new(const struct path_problem *problem);
void path_search_free(struct path_search *search);

/* False without memory: then there is no answer. */
bool path_search_run(struct path_search *search, const struct path_query *query,
                     const struct path_limits *limits,
                     struct path_answer *ret_answer);
/* Adds the paths of another answer to the same question, as far as none that is
 * there outdoes them. How sure the answer is stays as it was. False without
 * memory: then it is as it was. */
bool path_answer_join(struct path_answer *answer,
                      const struct path_answer *other);

void path_answer_done(struct path_answer *answer);

#endif
