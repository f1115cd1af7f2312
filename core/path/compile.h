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

/* Time that closes a leaf: in roles of the kind that is wanted, or at such work
 * within any job. */
struct wanted_time {
    uint32_t months;
    uint32_t counter; /* of the problem */
    uint32_t leaf;    /* of the problem */
    struct act meant; /* ACT_JOB: such work within a job; else whose numbers the
                         months are */
};

enum { TIMES_MOST = 8 };

/* A leaf of a line that is not met: what would close it. */
struct wanted_leaf {
    uint32_t *acts; /* of the planning; those that close it best */
    uint32_t act_count;
    uint32_t months; /* of experience that its words mean; 0: nobody says, or
                        it is about something else */
    struct wanted_time times[TIMES_MOST];
    uint32_t time_count;
    uint32_t leaf; /* of the problem, with the acts; PATH_NONE: it is in none */
};

struct compiled {
    struct arena arena;
    struct asked asked;
    struct planning planning;
    struct moving moving;
    struct path_problem problem;
    bool cut;   /* something was left out at a ceiling: the answer may not be
                   exact */
    bool whole; /* for any target */
    uint32_t start, target;      /* roles of the problem */
    struct place *places;        /* by role of the problem */
    struct wanted_leaf **leaves; /* by number of a want, then node from its
                                    line's first */
    const uint32_t *acts_of;     /* by act of the problem: of the planning */
    uint32_t fewest; /* moves that the graph alone takes; PATH_NONE: no moves
                        lead there */
    uint32_t most;   /* moves that may be looked at, */
    uint32_t looked; /* and that the last search allowed */
    uint32_t study_minutes;
    uint32_t stay; /* months */
};

/* SG_USAGE where the target is the start; as sg_gap_new() otherwise. */
sg_status compile_open(const sg_catalogue *catalogue,
                       const sg_path_request *request,
                       struct compiled **ret_compiled, sg_error *reterr);

/* The same for any target of the framework of request->gap.to: with every role
 * that moves lead to, and none of them the target. */
sg_status compile_open_all(const sg_catalogue *catalogue,
                           const sg_path_request *request,
                           struct compiled **ret_compiled, sg_error *reterr);
void compile_free(struct compiled *compiled);

/* The moves that may be looked at: as asked for, or as many as are usual. */
uint32_t compile_most_moves(const sg_path_request *request);

/* The verdict of a node of a line in one world when some acts of the problem
 * are done and counters have their months. */
struct standing_of {
    const struct compiled *compiled;
    const bool *done;       /* by act of the planning */
    const uint32_t *months; /* by counter */
};
/* The first of a leaf's times whose counter is full; NULL: none is. */
const struct wanted_time *compile_full_time(const struct wanted_leaf *leaf,
                                            const uint32_t *months);

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
