/* SPDX-License-Identifier: MIT */
/* A graph while it is made: path_graph.c makes families and moves, path_asks.c
 * what can be studied and what is asked for. */
#ifndef PATH_MAKER_H
#define PATH_MAKER_H

#include "path_chance.h"
#include "path_graph.h"

enum {
    ENTRY_GRADES = 5, /* a ladder begins at one of the first */
    LEAST_LEVELS = 4, /* of a ladder */
    MOST_LEVELS = 8,
    MOST_GRADE = ENTRY_GRADES + MOST_LEVELS - 1,
    COURSE_LEVELS = 5, /* RQF 2 to 6 */
    MOST_SUBJECTS = 20
};

struct family {
    uint32_t first; /* role */
    uint32_t levels;
    uint32_t grade; /* of the first role */
    uint32_t area;
    uint32_t other_area; /* or the same one again */
    uint32_t subjects[2];
};

struct maker {
    struct chance chance;
    struct path_graph *graph;
    struct list families;
    struct list roles;
    struct list refs;
    struct list terms;
    struct list leaves;
    struct list acts;
    uint32_t *seen; /* by role: the last role that has a move there */
    /* The courses of subject s at level k or above: acts course[s][k] up to
     * course[s][COURSE_LEVELS]. */
    uint32_t course[MOST_SUBJECTS][COURSE_LEVELS + 1];
    uint32_t credentials;      /* the first one's act; by area */
    uint32_t family_trainings; /* by family */
    uint32_t grade_trainings;  /* by grade */
};

struct family *family_at(const struct maker *maker, uint32_t index);
struct path_role *role_at(const struct maker *maker, uint32_t index);

/* A span holds the refs that are added between its begin and its end. */
void add_ref(struct maker *maker, uint32_t ref);
void begin_span(const struct maker *maker, struct path_span *span);
void end_span(const struct maker *maker, struct path_span *span);

/* With the families there: acts, what each role asks for, counters. */
void make_asks(struct maker *maker);

#endif
