/* SPDX-License-Identifier: MIT */
#include "path_graph.h"

#include "path_maker.h"

#include <stdlib.h>

enum {
    LEAST_MOVES = 16, /* that a role wants; */
    MOST_MOVES = 24,
    TRIES_A_MOVE = 40, /* some have not as many, on top above all */
    TWO_UP_TRIES = 3,
    STAY = 6,
    STUDY_MINUTES = 8 * 60
};

struct family *family_at(const struct maker *maker, uint32_t index)
{
    return (struct family *)maker->families.items + index;
}

struct path_role *role_at(const struct maker *maker, uint32_t index)
{
    return (struct path_role *)maker->roles.items + index;
}

void add_ref(struct maker *maker, uint32_t ref)
{
    *(uint32_t *)list_add(&maker->refs) = ref;
}

void begin_span(const struct maker *maker, struct path_span *span)
{
    span->first = maker->refs.count;
}

void end_span(const struct maker *maker, struct path_span *span)
{
    span->count = maker->refs.count - span->first;
}

/* ---- Families and moves ---- */

/* So many levels that what is left over is enough for ladders, too. */
static uint32_t levels_of_next(struct maker *maker, uint32_t left)
{
    const uint32_t levels =
        chance_between(&maker->chance, LEAST_LEVELS, MOST_LEVELS);
    if (left >= levels + LEAST_LEVELS || left == levels)
        return levels;
    return left <= MOST_LEVELS ? left : left - LEAST_LEVELS;
}

static void add_family(struct maker *maker, uint32_t levels)
{
    struct path_graph *graph = maker->graph;
    struct family *family = list_add(&maker->families);
    /* Few ladders have to stand side by side. */
    const uint32_t entry_grades =
        graph->problem.role_count < 100 ? 2 : ENTRY_GRADES;

    family->first = maker->roles.count;
    family->levels = levels;
    family->grade = chance_between(&maker->chance, 1, entry_grades);
    for (uint32_t i = 0; i < levels; i++) {
        graph->grades[maker->roles.count] = family->grade + i;
        ((struct path_role *)list_add(&maker->roles))->stay = STAY;
    }
}

/* Two to four families in a row share an area of work, and the subjects that
 * are studied for it; one family in three counts towards the next area too. */
static void share_areas(struct maker *maker)
{
    struct chance *chance = &maker->chance;
    struct path_graph *graph = maker->graph;
    uint32_t left = 0;

    graph->subject_count =
        graph->family_count < 10 ? 10 : (graph->family_count < 200 ? 15 : 20);
    for (uint32_t f = 0; f < graph->family_count; f++) {
        struct family *family = family_at(maker, f);
        if (left == 0) {
            left = chance_between(chance, 2, 4);
            graph->area_count++;
        }
        left--;
        family->area = graph->area_count - 1;
        family->subjects[0] = family->area % graph->subject_count;
        family->subjects[1] = chance_below(chance, graph->subject_count);
    }
    for (uint32_t f = 0; f < graph->family_count; f++) {
        struct family *family = family_at(maker, f);
        family->other_area = family->area;
        if (family->area + 1 < graph->area_count && chance_one_in(chance, 3))
            family->other_area++;
    }
}

static uint32_t role_of_grade(const struct family *family, uint32_t grade)
{
    if (grade < family->grade || grade >= family->grade + family->levels)
        return PATH_NONE;
    return family->first + grade - family->grade;
}

/* A family close by; one time in ten any. */
static const struct family *other_family(struct maker *maker, uint32_t from)
{
    struct chance *chance = &maker->chance;
    const uint32_t count = maker->families.count;
    uint32_t apart = 1;

    if (chance_one_in(chance, 10))
        return family_at(maker, chance_below(chance, count));
    while (apart < count && !chance_one_in(chance, 6))
        apart++;
    if (chance_one_in(chance, 2))
        return from + apart < count ? family_at(maker, from + apart) : NULL;
    return apart <= from ? family_at(maker, from - apart) : NULL;
}

static void add_move(struct maker *maker, uint32_t from, uint32_t to)
{
    if (to == PATH_NONE || to == from || maker->seen[to] == from)
        return;
    maker->seen[to] = from;
    add_ref(maker, to);
}

/* To a role of that grade, if the family that chance picks has one. */
static void try_move(struct maker *maker, uint32_t from, uint32_t family_index,
                     uint32_t grade)
{
    const struct family *other = other_family(maker, family_index);
    if (other && other != family_at(maker, family_index))
        add_move(maker, from, role_of_grade(other, grade));
}

/* First the few that are unusual, then sideways and one up until there are
 * enough. */
static void add_moves(struct maker *maker, uint32_t from, uint32_t family_index)
{
    struct chance *chance = &maker->chance;
    const struct family *family = family_at(maker, family_index);
    const uint32_t grade = maker->graph->grades[from];
    const uint32_t wanted = chance_between(chance, LEAST_MOVES, MOST_MOVES);
    struct path_span *moves = &role_at(maker, from)->moves;

    begin_span(maker, moves);
    add_move(maker, from, role_of_grade(family, grade + 1));
    if (chance_one_in(chance, 4))
        add_move(maker, from, role_of_grade(family, grade + 2));
    for (uint32_t i = 0; i < TWO_UP_TRIES; i++)
        try_move(maker, from, family_index, grade + 2);
    if (chance_one_in(chance, 2))
        try_move(maker, from, family_index, grade - 1);
    end_span(maker, moves);
    for (uint32_t i = 0; i < wanted * TRIES_A_MOVE && moves->count < wanted;
         i++) {
        try_move(maker, from, family_index, grade + chance_below(chance, 2));
        end_span(maker, moves);
    }
}

static void make_families(struct maker *maker, uint32_t role_count)
{
    maker->seen = must_have(role_count, sizeof(*maker->seen));
    for (uint32_t r = 0; r < role_count; r++)
        maker->seen[r] = PATH_NONE;
    while (maker->roles.count < role_count)
        add_family(maker,
                   levels_of_next(maker, role_count - maker->roles.count));
    maker->graph->family_count = maker->families.count;
    share_areas(maker);
    for (uint32_t f = 0; f < maker->families.count; f++)
        for (uint32_t i = 0; i < family_at(maker, f)->levels; i++)
            add_moves(maker, family_at(maker, f)->first + i, f);
}

/* ---- The whole ---- */

static void make_stays(struct maker *maker)
{
    for (uint32_t r = 0; r < maker->roles.count; r++)
        role_at(maker, r)->stay = chance_between(&maker->chance, 1, 24);
}

static void hand_over(struct maker *maker)
{
    struct path_problem *problem = &maker->graph->problem;
    problem->roles = maker->roles.items;
    problem->terms = maker->terms.items;
    problem->term_count = maker->terms.count;
    problem->leaves = maker->leaves.items;
    problem->leaf_count = maker->leaves.count;
    problem->acts = maker->acts.items;
    problem->act_count = maker->acts.count;
    problem->refs = maker->refs.items;
    problem->ref_count = maker->refs.count;
}

struct path_graph *path_graph_new(uint32_t role_count, uint64_t seed,
                                  enum path_graph_kind kind)
{
    struct path_graph *graph = must_have(1, sizeof(*graph));
    struct maker maker = {
        .chance = {seed},
        .graph = graph,
        .families = {.size = sizeof(struct family)},
        .roles = {.size = sizeof(struct path_role)},
        .refs = {.size = sizeof(uint32_t)},
        .terms = {.size = sizeof(struct path_term)},
        .leaves = {.size = sizeof(struct path_leaf)},
        .acts = {.size = sizeof(struct path_act)},
    };

    graph->grades = must_have(role_count, sizeof(*graph->grades));
    graph->problem.role_count = role_count;
    make_families(&maker, role_count);
    if (kind == PATH_GRAPH_WHOLE)
        make_asks(&maker);
    else
        make_stays(&maker);
    hand_over(&maker);
    free(maker.seen);
    free(maker.families.items);
    return graph;
}

void path_graph_free(struct path_graph *graph)
{
    if (!graph)
        return;
    free((void *)graph->problem.roles);
    free((void *)graph->problem.terms);
    free((void *)graph->problem.leaves);
    free((void *)graph->problem.acts);
    free((void *)graph->problem.initial);
    free((void *)graph->problem.refs);
    free(graph->grades);
    free(graph);
}

/* ---- Queries ---- */

uint32_t path_graph_reach(const struct path_graph *graph, uint32_t start,
                          uint32_t most_moves, uint32_t *ret_reached,
                          bool *seen)
{
    const struct path_problem *problem = &graph->problem;
    uint32_t count = 1;
    uint32_t begin = 0;

    for (uint32_t r = 0; r < problem->role_count; r++)
        seen[r] = r == start;
    ret_reached[0] = start;
    for (uint32_t i = 0; i < most_moves; i++) {
        const uint32_t end = count;
        for (; begin < end; begin++) {
            const struct path_span *moves =
                &problem->roles[ret_reached[begin]].moves;
            for (uint32_t m = 0; m < moves->count; m++) {
                const uint32_t to = problem->refs[moves->first + m];
                if (!seen[to])
                    ret_reached[count++] = to;
                seen[to] = true;
            }
        }
    }
    return count;
}

void path_graph_queries(const struct path_graph *graph, uint64_t seed,
                        uint32_t most_moves, struct path_query *ret_queries,
                        uint32_t count)
{
    const struct path_problem *problem = &graph->problem;
    struct chance chance = {seed};
    uint32_t *reached = must_have(problem->role_count, sizeof(*reached));
    bool *seen = must_have(problem->role_count, sizeof(*seen));

    for (uint32_t done = 0; done < count;) {
        const uint32_t start = chance_below(&chance, problem->role_count);
        const uint32_t found =
            path_graph_reach(graph, start, most_moves, reached, seen);
        const uint32_t target = reached[chance_below(&chance, found)];
        if (target == start || graph->grades[target] < graph->grades[start])
            continue;
        ret_queries[done++] =
            (struct path_query){.start = start,
                                .target = target,
                                .most_moves = most_moves,
                                .study_minutes = STUDY_MINUTES};
    }
    free(reached);
    free(seen);
}
