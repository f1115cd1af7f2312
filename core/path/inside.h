/* SPDX-License-Identifier: MIT */
/* What the files of the search share. Only they include this.
 *
 * A search is one `run`: the roles that matter to it are its stops, and a label
 * is one way to have come to a stop. */
#ifndef PATH_INSIDE_H
#define PATH_INSIDE_H

#include "base/arena.h"
#include "path/search.h"

/* What all searches of a problem share. */
struct path_search {
    struct arena arena;
    const struct path_problem *problem;
    struct path_span *back; /* by role: where one comes from, of back_refs */
    uint32_t *back_refs;
    uint32_t *leaf_fact; /* by leaf: "one of its acts is done"; PATH_NONE: it
                            has none */
    uint32_t *own_fact;  /* by act: "it is done", for acts that others require;
                            or PATH_NONE */
    struct path_span *gives; /* by act: facts, of give_refs */
    uint32_t *give_refs;
    struct path_span *makers; /* by fact: the acts that make it true and are
                                 worth it, of maker_refs */
    uint32_t *maker_refs;
    uint32_t fact_count;
};

/* One way to be in a role. The bits and months behind it are `bits` words of
 * facts, then of acts, then the months of the stop's counters. */
struct label {
    struct label *before; /* in the role before; NULL at the start */
    uint32_t stop;
    uint32_t moves;
    uint32_t entered; /* months from today */
    uint32_t stay;    /* months in the role before */
    uint32_t hours;
    bool dead; /* another one outdid it before its turn */
    uint64_t pence;
    uint64_t bits[];
};

struct label_list {
    struct label **items;
    uint32_t count;
    uint32_t room;
};

/* What dominance looks at first, side by side. */
struct standing {
    uint64_t pence;
    uint32_t entered;
    uint32_t hours;
    struct label *label;
};

struct standing_list { /* by pence */
    struct standing *items;
    uint32_t count;
    uint32_t room;
};

/* A role from which the target can be reached in the moves that are left. */
struct stop {
    uint32_t role;
    uint32_t from_start; /* moves at least */
    uint32_t to_target;
    uint32_t left_most; /* moves that can be left here at most */
    uint32_t stay;      /* before the next move */
    uint32_t *moves;    /* stops */
    uint32_t move_count;
    uint32_t *counters; /* that some role ahead asks for, rising */
    uint32_t *places;   /* of these */
    uint32_t counter_count;
    uint32_t *feeds; /* by own counter: all bits set where a month here counts,
                        else 0 */
    uint16_t *caps;  /* by moves left, own counter: the most that is asked
                        for ahead; 0: nothing is */
    bool *fed_ahead; /* the same: whether a month in some role ahead
                        counts towards something beyond it */
    uint64_t *live;  /* by moves left: facts that are asked for ahead */
    uint32_t *least; /* by moves left: months until the target at least,
                        from entering on; PATH_NONE: none gets there */
    struct standing_list all; /* whatever stands, of all layers */
    uint32_t last;            /* of `all`, the one that last outdid another */
    struct label_list fresh;  /* of the layer that is being made */
    struct label_list turn;   /* of the layer whose turn it is */
};

struct run {
    struct path_search *search;
    const struct path_problem *problem;
    const struct path_query *query;
    enum path_broken broken;
    uint32_t most_labels;
    uint32_t beam; /* labels of a stop and layer at most; 0: all */

    struct arena arena;
    struct stop *stops; /* in the order of their roles */
    uint32_t stop_count;
    uint32_t *stop_of;      /* by role; PATH_NONE: none */
    uint32_t start, target; /* stops */

    uint32_t *fact_at; /* by fact of the problem: its bit; PATH_NONE */
    uint32_t fact_count, fact_words;
    uint32_t *act_at; /* by act; its bit */
    uint32_t *act_of; /* back */
    uint32_t act_count, act_words;
    uint64_t *act_gives;    /* by bit of an act: fact_words of facts */
    uint32_t *counter_at;   /* by counter: its place at the stop whose turn it
                               is; PATH_NONE: its months never change */
    uint32_t *place_of;     /* by counter: among all that can change something;
                               PATH_NONE */
    uint32_t counter_count; /* of these places */
    struct moot *moot;
    struct path_span *thresholds; /* by counter: rising, of threshold_months */
    uint16_t *threshold_months;
    uint32_t *target_at;   /* by counter: its place among those that the target
                              asks for; PATH_NONE */
    uint32_t *apart_least; /* by that place, stop: months that pass on the way
                              to the target without counting, at least;
                              PATH_NONE: on no way does one count */
    uint64_t *apart; /* what the target asks for: a bit for each that shares no
                        act with one before it */

    struct path_point *points; /* of the front, by months then money */
    struct label **arrivals;   /* each with its label */
    uint32_t point_count, point_room;

    struct pool *pool; /* of labels */
    size_t bytes;
    uint32_t labels;
    uint32_t quick_labels; /* of them, made by the quick search */
    bool full;             /* the ceiling is reached */
    bool deep;             /* some role asks for more at once than is tried */
    bool failed;           /* memory ran out */
    uint32_t least_left;   /* months of what was not gone on with, at least */

    struct label *scratch; /* the label that is being made */
    size_t scratch_size;
    struct trying *trying; /* choices.c */
};

/* A set of acts for one entry, and the stay before it. */
struct choice {
    uint32_t stay;
    uint32_t hours; /* with those of before */
    uint64_t pence;
    const uint64_t *bits; /* facts, then acts, with those of before */
};

static inline bool bit_has(const uint64_t *words, uint32_t at)
{
    return (words[at / 64] >> (at % 64) & 1) != 0;
}

static inline void bit_add(uint64_t *words, uint32_t at)
{
    words[at / 64] |= (uint64_t)1 << (at % 64);
}

/* For every leaf that a role asks for. */
#define FOR_LEAVES(problem, role, leaf)                                        \
    for (uint32_t r_ = 0; r_ < (problem)->roles[role].asks.count; r_++)        \
        for (uint32_t                                                          \
                 t_ = (problem)->refs[(problem)->roles[role].asks.first + r_], \
                 end_ = (problem)->terms[t_].end;                              \
             t_ < end_; t_++)                                                  \
            if ((problem)->terms[t_].op == PATH_LEAF &&                        \
                ((leaf) = &(problem)->leaves[(problem)->terms[t_].leaf],       \
                 true))

static inline uint64_t *label_acts(const struct run *run, struct label *label)
{
    return label->bits + run->fact_words;
}

static inline uint16_t *label_months(const struct run *run, struct label *label)
{
    return (uint16_t *)(label->bits + run->fact_words + run->act_words);
}

/* Beside them, the most that is asked for ahead of the label: what has as much
 * has enough. */
static inline uint16_t *label_caps(const struct run *run, struct label *label,
                                   const struct stop *stop)
{
    return label_months(run, label) + stop->counter_count;
}

static inline uint32_t moves_left(const struct run *run,
                                  const struct label *label)
{
    return run->query->most_moves - label->moves;
}

/* ---- corridor.c: the stops of a run and what lies ahead of them ---- */

/* False without memory. No stops: the target cannot be reached. */
bool corridor_build(struct run *run);

/* ---- ahead.c: the counters that matter, and how they can fill ---- */

bool ahead_build(struct run *run);

/* Whether some role of the search asks for just so many months of a counter. */
bool ahead_is_threshold(const struct run *run, uint32_t counter,
                        uint32_t months);

/* ---- moot.c: the experience that no longer matters ---- */

bool moot_build(struct run *run, uint32_t counter_count);

/* By place of a counter (run->place_of), the most months that any line asks for
 * which these facts have not met. Borrowed; NULL without memory. */
const uint16_t *moot_caps(struct run *run, const uint64_t *bits);

/* ---- labels.c ---- */

bool labels_begin(struct run *run);
void labels_done(struct run *run);

/* Room for a label of a stop, in run->scratch; NULL without memory. */
struct label *label_scratch(struct run *run, const struct stop *stop);

/* Takes the scratch over, unless another label outdoes it. */
void label_keep(struct run *run, struct stop *stop);

/* Takes out what another label outdid. */
void labels_drop_dead(struct label_list *list);

/* Leaves the quickest few, and of the others the cheapest few. */
void labels_narrow(struct label_list *list, uint32_t most);

/* A copy of the scratch that no list holds. */
struct label *label_copy(struct run *run, const struct stop *stop);

/* ---- choices.c ---- */

bool choices_begin(struct run *run);

/* Calls `each` for every choice that no other one outdoes for going from a
 * label to a stop. */
void choices_find(struct run *run, struct label *label, const struct stop *from,
                  struct stop *to,
                  void (*each)(struct run *run, struct label *label,
                               const struct stop *from, struct stop *to,
                               const struct choice *choice));

/* Months in the counter of a leaf after a stay; the counters of the stop are
 * in run->counter_at. */
uint32_t counter_months(const struct run *run, struct label *label,
                        const struct stop *stop, uint32_t counter,
                        uint32_t stay);

/* ---- front.c ---- */

/* Takes the scratch as an arrival at the target, unless a point outdoes it. */
void front_arrive(struct run *run);

/* Whether nothing that begins like this can still be on the front. */
bool front_outdoes(const struct run *run, uint32_t months, uint64_t pence,
                   uint32_t moves);

/* The same for a label that is entered, looking at what the target asks for. */
bool front_is_hopeless(const struct run *run, struct label *label,
                       const struct stop *stop);

/* ---- answer.c ---- */

/* Writes the points, each with one path. False without memory. */
bool answer_write(const struct run *run, struct path_answer *answer);

/* How sure it is, and how much work it was. */
void answer_sum_up(const struct run *run, struct path_answer *answer);

#endif
