/* SPDX-License-Identifier: MIT */
/* What would close each leaf of each line: acts, and time in roles. */
#include "path/compile_inside.h"

#include "judge/experience.h"
#include "judge/kind.h"
#include "judge/lookup.h"

#include <string.h>

/* ---- acts ---- */

/* What can be planned: how long it takes is known, and it is no question. */
static bool can_be_planned(const struct act *act)
{
    return act->months_known && act->kind != ACT_CONFIRM &&
           act->kind != ACT_STAY && act->kind != ACT_WORK;
}

/* How surely an act closes a leaf. Somebody who may not be let in to a course
 * has still chosen one that counts. */
enum sureness { SURE_NOT, SURE_IF_IT_COUNTS, SURE_IF_LET_IN, SURE };

static enum sureness sureness_of(const struct compiling *compiling,
                                 const struct option *option)
{
    const struct act *act = &compiling->compiled->planning.acts[option->act];

    if (!can_be_planned(act) || option->then == SG_UNMET)
        return SURE_NOT;
    if (option->then == SG_ASK)
        return SURE_IF_IT_COUNTS;
    return act->entry && act->entry->judgement.verdict == SG_ASK
               ? SURE_IF_LET_IN
               : SURE;
}

/* Acts that surely close a leaf; where none does, the surest that there are. */
static bool take_acts(struct compiling *compiling,
                      const struct leaf_options *options,
                      struct wanted_leaf *leaf)
{
    enum sureness best = SURE_IF_IT_COUNTS;

    leaf->acts =
        arena_array(compiling->arena, options->count, sizeof *leaf->acts);
    if (!leaf->acts)
        return false;
    for (uint32_t i = 0; i < options->count; i++) {
        const enum sureness sure = sureness_of(compiling, &options->options[i]);
        best = sure > best ? sure : best;
    }
    for (uint32_t i = 0; i < options->count; i++)
        if (sureness_of(compiling, &options->options[i]) == best)
            leaf->acts[leaf->act_count++] = options->options[i].act;
    return true;
}

/* ---- time ---- */

static bool counts(const struct compiling *compiling, const struct want *want,
                   uint32_t node, const struct place *place)
{
    const sg_catalogue *catalogue = compiling->compiled->asked.catalogue;
    uint32_t item;

    return place->is_role &&
           kind_of_role(&want->judging,
                        catalogue_in_use(catalogue, place->role)->framework,
                        place->role.index, &want_framework(want)->nodes[node],
                        &item) >= KIND_BY_WORDS;
}

/* Months that are there already. One that stands only for "some time in that
 * year" adds nothing to months that follow. */
static uint32_t months_there(const struct compiling *compiling,
                             const struct want *want, uint32_t node)
{
    const struct leaf_answer *answer =
        &want->judgement.answers[node - want->judgement.first];
    const struct compiled *compiled = compiling->compiled;

    if (want->judging.held)
        return answer->held_months == 1 && answer->may_months > 1
                   ? 0
                   : answer->held_months;
    return want->judging.months > 0 &&
                   counts(compiling, want, node, &compiled->places[0])
               ? (uint32_t)want->judging.months
               : 0;
}

/* The counter of just these roles and months; a new one when there is none. */
static uint32_t counter_of(struct compiling *compiling, const uint64_t *members,
                           size_t words, uint32_t months)
{
    for (uint32_t c = 0; c < compiling->members.count; c++)
        if (*LIST_AT(&compiling->initial, uint32_t, c) == months &&
            memcmp(*LIST_AT(&compiling->members, uint64_t *, c), members,
                   words * sizeof *members) == 0)
            return c;
    uint64_t **own = LIST_ADD(compiling, &compiling->members, uint64_t *);
    uint32_t *initial = LIST_ADD(compiling, &compiling->initial, uint32_t);
    uint64_t *copy = arena_array(compiling->arena, words, sizeof *copy);
    if (!own || !initial || !copy)
        return PATH_NONE;
    memcpy(copy, members, words * sizeof *copy);
    *own = copy;
    *initial = months;
    return compiling->members.count - 1;
}

/* Words that stand for more months than a working life are nobody's plan. */
enum { MONTHS_MOST = 1200 };

/* Time of a kind, in the roles for which `in` is true. */
static bool add_time(struct compiling *compiling, struct wanted_leaf *leaf,
                     const struct act *meant, uint32_t months, uint32_t initial,
                     bool (*in)(const struct compiling *compiling,
                                const struct act *meant,
                                const struct place *place))
{
    const struct compiled *compiled = compiling->compiled;
    const uint32_t roles = compiled->problem.role_count;
    const size_t words = roles / 64 + 1;
    bool any = false;

    if (months > MONTHS_MOST || leaf->time_count == TIMES_MOST) {
        compiling->compiled->cut = true;
        return true;
    }
    uint64_t *members = arena_array(compiling->arena, words, sizeof *members);
    if (!members)
        return false;
    for (uint32_t r = 0; r < roles; r++)
        if (compiled->places[r].is_role &&
            in(compiling, meant, &compiled->places[r])) {
            members[r / 64] |= (uint64_t)1 << (r % 64);
            any = true;
        }
    if (!any)
        return true;
    const uint32_t counter = counter_of(compiling, members, words, initial);
    leaf->times[leaf->time_count++] = (struct wanted_time){.months = months,
                                                           .counter = counter,
                                                           .leaf = PATH_NONE,
                                                           .meant = *meant};
    return counter != PATH_NONE;
}

static bool is_such_work(const struct compiling *compiling,
                         const struct act *meant, const struct place *place)
{
    return counts(compiling, meant->want, meant->node, place);
}

/* Whether work within a job can be done in a role: where the role touches what
 * its evidence is taken from. */
static bool gives_evidence(const struct compiling *compiling,
                           const struct act *meant, const struct place *place)
{
    const struct in_use *in_use =
        catalogue_in_use(compiling->compiled->asked.catalogue, place->role);
    const uint16_t criterion = meant->course->evidence_criterion;

    return criterion == NO_CRITERION ||
           role_touching_item(in_use->framework, place->role.index,
                              criterion) != NO_INDEX;
}

/* What is done within a job costs nothing and takes no study; what would is an
 * act like any other. */
static bool take_jobs(struct compiling *compiling, const struct want *want,
                      uint32_t node, struct wanted_leaf *leaf)
{
    const struct planning *planning = &compiling->compiled->planning;
    const struct courses *courses = planning->courses;
    struct act act;

    for (uint32_t i = 0; courses && i < courses->count; i++) {
        const struct course *course = &courses->items[i];
        if (course->kind == COURSE_ON_THE_JOB && course->price_pence == 0 &&
            work_on_the_job(planning, want, node, course, &act) &&
            !add_time(compiling, leaf, &act, act.months, 0, gives_evidence))
            return false;
    }
    return true;
}

static bool take_time(struct compiling *compiling, const struct want *want,
                      uint32_t node, struct wanted_leaf *leaf)
{
    struct act meant = {
        .kind = ACT_STAY, .want = want, .node = node, .months_known = true};

    leaf->months = meant.months = work_months_wanted(want, node, &meant);
    if (leaf->months == 0)
        return true;
    return add_time(compiling, leaf, &meant, leaf->months,
                    months_there(compiling, want, node), is_such_work) &&
           (kind_any_will_do(&want_framework(want)->nodes[node]) ||
            take_jobs(compiling, want, node, leaf));
}

/* ---- all leaves ---- */

static bool take_leaf(struct compiling *compiling, const struct want *want,
                      uint32_t index, bool on_the_way)
{
    struct compiled *compiled = compiling->compiled;
    const uint32_t node = want->judgement.first + index;
    const struct node *is = &want_framework(want)->nodes[node];
    struct wanted_leaf *leaf = &compiled->leaves[want->number][index];

    leaf->leaf = PATH_NONE;
    if (node_is_group(is) || want->judgement.answers[index].verdict == SG_MET)
        return true;
    if (is->op == SG_EXPERIENCE && on_the_way &&
        !take_time(compiling, want, node, leaf))
        return false;
    return take_acts(compiling, &want->leaves[index], leaf);
}

static bool take_leaves(struct compiling *compiling, const struct want *want,
                        bool on_the_way)
{
    struct compiled *compiled = compiling->compiled;

    compiled->leaves[want->number] = arena_array(
        compiling->arena, want->judgement.count, sizeof **compiled->leaves);
    if (!compiled->leaves[want->number])
        return false;
    for (uint32_t i = 0; i < want->judgement.count; i++)
        if (!take_leaf(compiling, want, i, on_the_way))
            return false;
    return true;
}

/* Judges the essential lines of a role and finds what would close them. */
static bool add_wants(struct compiling *compiling, struct place *place)
{
    struct compiled *compiled = compiling->compiled;
    const struct role *role =
        catalogue_role(compiled->asked.catalogue, place->role);
    const struct judging judging = asked_judging(&compiled->asked, place->role);

    place->wants = arena_array(compiling->arena, role->essential_count,
                               sizeof *place->wants);
    if (!place->wants)
        return false;
    for (uint32_t i = 0; i < role->essential_count; i++) {
        struct want *want =
            planning_want(&compiled->planning, &judging, role->lines.first + i);
        if (!want)
            return false;
        place->wants[place->want_count++] = want;
    }
    return true;
}

bool compile_leaves(struct compiling *compiling)
{
    struct compiled *compiled = compiling->compiled;
    struct planning *planning = &compiled->planning;

    for (uint32_t r = 0; r < compiled->problem.role_count; r++)
        if (compiled->places[r].is_role &&
            !add_wants(compiling, &compiled->places[r]))
            return false;
    const uint32_t on_the_way = planning->want_count;
    if (!planning_find_entries(planning))
        return false;
    compiled->leaves = arena_array(compiling->arena, planning->want_count,
                                   sizeof *compiled->leaves);
    if (!compiled->leaves)
        return false;
    for (uint32_t w = 0; w < planning->want_count; w++)
        if (!take_leaves(compiling, planning->wants[w], w < on_the_way))
            return false;
    return true;
}
