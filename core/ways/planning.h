/* SPDX-License-Identifier: MIT */
/* Everything that could be done about some lines, and what each would do.
 *
 *     struct planning planning;
 *     planning_begin(&planning, &asked, &arena);
 *     struct want *want = planning_want(&planning, &judging, line);
 *     planning_finish(&planning);            // the requirements, as terms
 *     solve(&planning.problem, SOLVE_CHEAPEST, &best);
 *
 * A want is one line that is to be met: the target's, or what a course asks
 * for to start. For each of its leaves that is not met stand the acts that
 * would close it, each known once, whichever lines it serves. */
#ifndef WAYS_PLANNING_H
#define WAYS_PLANNING_H

#include "gap/person.h"
#include "model/courses.h"
#include "ways/solve.h"
#include "ways/trial.h"

enum act_kind {
    ACT_STAY,    /* go on in the present role */
    ACT_JOB,     /* a course of the catalogue that is done on the job */
    ACT_TRAIN,   /* usual training at work: no course is listed */
    ACT_FINISH,  /* complete what is begun */
    ACT_COURSE,  /* a course of the catalogue */
    ACT_START,   /* begin one: that is all the line asks for */
    ACT_WORK,    /* work of the wanted kind, in another post */
    ACT_CONFIRM, /* ask somebody; never part of a plan's acts */
};

struct want;

struct act {
    enum act_kind kind;
    const struct course *course; /* JOB, COURSE, START */
    const struct claim *claim;   /* FINISH */
    const struct want *want;     /* where it was found first, */
    uint32_t node;               /* and for which leaf */
    uint32_t months;             /* of work or study */
    bool months_known;
    uint32_t role;             /* WORK: as this role, or NO_INDEX */
    const char *area;          /* WORK: of this kind, or NULL */
    bool any_work;             /* WORK: whatever kind it is */
    const char *post_title;    /* STAY: of a person, the post that counts */
    bool acting;               /* and is done acting up */
    bool several_posts;        /* STAY: several posts count together */
    bool any_length;           /* of work: one month stands for any length */
    bool word_assumed;         /* the months are what assumed words mean */
    const char *months_reason; /* who says what the words mean, or NULL */
    struct want *entry; /* what is asked for to start, unless nothing is */
};

/* One way to close one leaf, and the leaf's verdict when it is done. */
struct option {
    uint16_t act;
    sg_verdict then;
};

struct leaf_options {
    struct option *options;
    uint32_t count;
};

struct want {
    uint32_t number; /* its place among planning->wants */
    struct judging judging;
    uint32_t line;
    struct judgement judgement;
    struct leaf_options *leaves; /* by node, from the line's first */
    /* In each world that the current role leaves open, which nodes are met. A
     * person has one world. */
    bool *met;
    uint32_t world_count;
    bool open_passes; /* it cannot be true with what only a person can settle
                         left false: then that passes, and is asked */
    uint16_t *roots;  /* its terms, one for each world */
};

struct planning {
    const struct asked *asked;
    const struct courses *courses; /* or NULL */
    struct arena *arena;
    struct date today;
    struct title_knowledge titles;
    const struct judging *target; /* of the first want: the role that is
                                     aimed at */
    struct act *acts;
    struct want **wants; /* all of them, those of courses too */
    uint32_t want_count, want_room;

    struct problem problem;
    struct term *terms;
    uint16_t *act_refs;
    uint32_t term_count, term_room, ref_count, ref_room;
    uint16_t *single_terms; /* by act: "this one is done" */
    struct ahead *ahead;    /* what is held later, if all goes on */
    bool along_a_path;      /* time in roles is the path's own matter: no work
                               is an act */
    bool too_many;          /* more acts or terms than there is room for */
};

/* False without memory, here and below: the arena remembers. */
bool planning_begin(struct planning *planning, const struct asked *asked,
                    struct arena *arena);

/* Judges a line and finds what could be done about it. Borrowed; NULL without
 * memory. */
struct want *planning_want(struct planning *planning,
                           const struct judging *judging, uint32_t line);

/* What the person holds so many months from now, if the posts of today go on
 * without anything else. Borrowed; NULL without memory. */
const struct held *planning_ahead(struct planning *planning, uint32_t months);

/* Frees what is not the arena's. */
void planning_done(struct planning *planning);

/* Writes all requirements down as terms and the acts' costs. To be called
 * once, after the last planning_want(). */
bool planning_finish(struct planning *planning);

/* The parts of it: what the acts ask for to start becomes wanted too; whether a
 * node is open, which only a person can settle; and to count by what is met
 * in every world. */
bool planning_find_entries(struct planning *planning);
bool want_node_is_open(const struct want *want, uint32_t node);
void want_note_judgement(struct want *want);

/* How long the work of an experience leaf has to be; in the act's members, who
 * says so. 0: nobody does. */
uint32_t work_months_wanted(const struct want *want, uint32_t node,
                            struct act *act);

/* Whether such work within a job would close an experience leaf, whatever the
 * job is otherwise; and how long it takes, as an act. */
bool work_on_the_job(const struct planning *planning, const struct want *want,
                     uint32_t node, const struct course *course,
                     struct act *ret_act);

/* What an act takes, apart from what it requires. */
struct act_cost planning_cost(const struct planning *planning,
                              const struct act *act);

/* Whether only a person can settle a leaf that is not met. */
bool want_leaf_is_open(const struct want *want, uint32_t node);

/* The act of a set that needs another one of it first; NULL: none does. */
const struct act *planning_needed_for(const struct planning *planning,
                                      const struct act_set *acts, uint32_t act);

/* Solves it without courses that are closed by the time at which they could
 * begin. What is found then holds, but is not proved to be the best:
 * *ret_solution is not exact. */
void planning_solve(const struct planning *planning,
                    const struct problem *problem, enum solve_aim aim,
                    struct solution *ret_solution);

/* Whether anything to be done makes the line true. */
bool want_is_possible(const struct planning *planning, const struct want *want);

static inline const struct framework *want_framework(const struct want *want)
{
    return want->judging.to->framework;
}

static inline bool want_is_met(const struct want *want)
{
    return want->judgement.verdict == SG_MET;
}

#endif
