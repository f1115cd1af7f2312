/* SPDX-License-Identifier: MIT */
/* What the files that compile a request share. */
#ifndef PATH_COMPILE_INSIDE_H
#define PATH_COMPILE_INSIDE_H

#include "path/compile.h"

/* A list that grows in the arena. */
struct list {
    void *items;
    uint32_t count;
    uint32_t room;
};

/* A role that moves lead to. */
struct reached {
    sg_role role;
    uint32_t *moves; /* of reached */
    uint32_t move_count;
    uint32_t from_start;
    uint32_t to_target;
    uint32_t number; /* of the problem; PATH_NONE: it lies too far off */
};

struct compiling {
    struct compiled *compiled;
    struct arena *arena;
    struct list reached; /* struct reached; [0] is the start */
    uint32_t target;     /* of reached; PATH_NONE */
    uint32_t *known;     /* by framework and role: of reached */
    uint32_t *first_of;  /* by framework: where its roles begin in `known` */

    struct list refs;      /* uint32_t */
    struct list terms;     /* struct path_term */
    struct list leaves;    /* struct path_leaf */
    struct list acts;      /* struct path_act */
    struct list acts_of;   /* uint32_t */
    struct list initial;   /* uint32_t, by counter */
    struct list members;   /* uint64_t *, by counter: a bit for each role of the
                              problem */
    struct list *variants; /* by act of the planning: uint32_t, acts of the
                              problem */
};

/* A new last item, zeroed; NULL without memory. */
void *list_add(struct compiling *compiling, struct list *list, size_t size);
#define LIST_ADD(compiling, list, type)                                        \
    ((type *)list_add(compiling, list, sizeof(type)))
#define LIST_AT(list, type, index) (&((type *)(list)->items)[index])

/* compile_moves.c: the roles that lie between, and their moves. */
bool compile_moves(struct compiling *compiling);

/* compile_leaves.c: what would close each leaf. */
bool compile_leaves(struct compiling *compiling);

/* compile_acts.c: the acts of the problem, each with what it requires. */
bool compile_acts(struct compiling *compiling);

/* compile_terms.c: what is asked for. */
bool compile_terms(struct compiling *compiling);

#endif
