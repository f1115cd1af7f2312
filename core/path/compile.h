/* SPDX-License-Identifier: MIT */
/* From a request to the problem of numbers that is searched.
 *
 *     struct compiled *compiled = NULL;
 *     sg_status status = compile_open(catalogue, request, &compiled, reterr);
 *     path_search_new(&compiled->problem);
 *     compile_free(compiled);
 *
 * What counts for what is asked of the engine: a line is judged as `gap` judges
 * it, and what would close it is found as `ways` finds it. Here it is only
 * written down, once for all roles that can lie on the way. */
#ifndef PATH_COMPILE_H
#define PATH_COMPILE_H

#include "path/moves.h"
#include "path/problem.h"
#include "skillgap/path.h"
#include "ways/planning.h"

/* A role of the problem, and what it asks for. */
struct place {
    bool is_role; /* false: the start of somebody without a current role */
    sg_role role;
    struct want **wants; /* essential lines */
    uint32_t want_count;
};

/* A leaf of a line that is not met: what would close it. */
struct wanted_leaf {
    uint32_t *acts; /* of the planning; those that close it best */
    uint32_t act_count;
    uint32_t months;  /* of work; 0: no time closes it */
    uint32_t counter; /* of the problem; PATH_NONE */
    uint32_t leaf;    /* of the problem; PATH_NONE: it is in none */
    struct act meant; /* whose numbers the months are */
};

struct compiled {
    struct arena arena;
    struct asked asked;
    struct planning planning;
    struct moving moving;
    struct path_problem problem;
    uint32_t start, target;      /* roles of the problem */
    struct place *places;        /* by role of the problem */
    struct wanted_leaf **leaves; /* by number of a want, then node from its
                                    line's first */
    const uint32_t *acts_of;     /* by act of the problem: of the planning */
    uint32_t fewest; /* moves that the graph alone takes; PATH_NONE: no moves
                        lead there */
    uint32_t most;   /* moves that are looked at */
    uint32_t study_minutes;
    uint32_t stay; /* months */
};

/* SG_USAGE where the target is the start; as sg_gap_new() otherwise. */
sg_status compile_open(const sg_catalogue *catalogue,
                       const sg_path_request *request,
                       struct compiled **ret_compiled, sg_error *reterr);
void compile_free(struct compiled *compiled);

/* The verdict of a node of a line in one world when some acts of the problem
 * are done and counters have their months. */
struct standing_of {
    const struct compiled *compiled;
    const bool *done;       /* by act of the planning */
    const uint32_t *months; /* by counter */
};
sg_verdict compile_verdict(const struct standing_of *standing,
                           const struct want *want, uint32_t world,
                           uint32_t node);

static inline const struct wanted_leaf *
compile_leaf(const struct compiled *compiled, const struct want *want,
             uint32_t node)
{
    return &compiled->leaves[want->number][node - want->judgement.first];
}

#endif
