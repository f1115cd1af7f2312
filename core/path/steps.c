/* SPDX-License-Identifier: MIT */
/* Paths in words: where, how long, what to do, what to ask, and why a step is
 * possible then. */
#include "path/steps.h"

#include "path/steps_inside.h"
#include "ways/describe.h"

#include <string.h>

enum { TOLD_MOST = 256 }; /* of one path; past it something is told twice */

/* ---- actions ---- */

/* The act of this step that requires another one of it; NULL: none does. */
static const struct act *needed_for(const struct walk *walk,
                                    const struct path_step *step, uint32_t act)
{
    const struct compiled *compiled = walk->compiled;
    const struct path_problem *problem = &compiled->problem;

    for (uint32_t i = 0; i < step->acts.count; i++) {
        const uint32_t other = walk->answer->acts[step->acts.first + i];
        const struct path_span requires = problem->acts[other].requires;
        for (uint32_t r = 0; r < requires.count; r++)
            if (problem->refs[requires.first + r] == act)
                return &compiled->planning.acts[compiled->acts_of[other]];
    }
    return NULL;
}

static sg_action study(const struct walk *walk, const struct path_step *step,
                       uint32_t act)
{
    const struct compiled *compiled = walk->compiled;

    return describe_act(&compiled->planning,
                        &compiled->planning.acts[compiled->acts_of[act]],
                        needed_for(walk, step, act), 0);
}

/* Time in roles, or at such work within a job, as something to do. */
static sg_action experience(const struct walk *walk,
                            const struct wanted_time *time, uint32_t step)
{
    struct act act = time->meant;

    act.months = time->months;
    sg_action action = describe_act(&walk->compiled->planning, &act, NULL, 0);
    if (act.kind != ACT_JOB)
        action.label =
            arena_printf(walk->arena, "%s (%s)",
                         framework_node_label(want_framework(act.want),
                                              act.node, walk->arena),
                         walk_months_from(walk, step, time->counter));
    if (act.kind != ACT_JOB)
        action.assume = NULL; /* the post itself would be */
    action.on_the_job = true;
    return action;
}

/* Whether the same was told before, or there from the start. */
static bool is_told(const struct walk *walk, const struct wanted_time *time)
{
    if (walk->compiled->problem.initial[time->counter] >= time->months)
        return true;
    for (uint32_t i = 0; i < walk->told_count; i++)
        if (walk->told[i]->counter == time->counter &&
            walk->told[i]->months >= time->months &&
            act_node(&walk->told[i]->meant)->criterion ==
                act_node(&time->meant)->criterion)
            return true;
    return false;
}

/* Experience that a line rests on and that no step before it told of. Without
 * `actions` it only says how many there are at most. */
static uint32_t add_experience(struct walk *walk, const struct place *place,
                               uint32_t step, sg_action *actions)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < place->want_count; i++) {
        const struct want *want = place->wants[i];
        const struct resting resting = walk_resting(walk, want);
        for (uint32_t r = 0; r < resting.count; r++) {
            const struct wanted_leaf *leaf =
                compile_leaf(walk->compiled, want, resting.nodes[r]);
            const struct wanted_time *time =
                compile_full_time(leaf, walk->months);
            if (!time || is_told(walk, time))
                continue;
            if (actions) {
                actions[count] = experience(walk, time, step);
                if (walk->told_count < TOLD_MOST)
                    walk->told[walk->told_count++] = time;
            }
            count++;
        }
    }
    return count;
}

/* The acts of a step, what others require first: an act has more requirements
 * than any of those that it requires. */
static uint32_t *in_order(const struct walk *walk, const struct path_step *step)
{
    const struct path_act *all = walk->compiled->problem.acts;
    uint32_t *acts = arena_array(walk->arena, step->acts.count, sizeof *acts);

    for (uint32_t i = 0; acts && i < step->acts.count; i++) {
        const uint32_t act = walk->answer->acts[step->acts.first + i];
        uint32_t at = i;
        for (; at > 0 &&
               all[acts[at - 1]].requires.count > all[act].requires.count;
             at--)
            acts[at] = acts[at - 1];
        acts[at] = act;
    }
    return acts;
}

static bool add_actions(struct walk *walk, const struct place *place,
                        uint32_t at)
{
    const struct path_step *from = walk_step(walk, at);
    sg_path_step *step = &walk->steps[at];
    const uint32_t most = add_experience(walk, place, at, NULL);
    sg_action *actions =
        arena_array(walk->arena, from->acts.count + most, sizeof *actions);

    const uint32_t *acts = in_order(walk, from);

    if (!actions || !acts)
        return false;
    for (uint32_t i = 0; i < from->acts.count; i++) {
        const uint32_t act = acts[i];
        const struct path_act *is = &walk->compiled->problem.acts[act];
        actions[i] = study(walk, from, act);
        step->cost_pence += is->pence;
        walk->path->hours += is->hours;
        walk->path->assumed |= actions[i].assumed;
    }
    const uint32_t more =
        add_experience(walk, place, at, actions + from->acts.count);
    for (uint32_t i = 0; i < more; i++)
        walk->path->assumed |= actions[from->acts.count + i].assumed;
    step->actions = actions;
    step->action_count = from->acts.count + more;
    return true;
}

/* ---- one step, one path, all of them ---- */

static const char *month_after(const struct walk *walk, uint32_t months)
{
    const struct date then =
        date_add_months(walk->compiled->planning.today, months);

    return arena_printf(walk->arena, "%04u-%02u", then.year, then.month);
}

static bool add_step(struct walk *walk, uint32_t at)
{
    struct compiled *compiled = walk->compiled;
    const struct path_step *from = walk_step(walk, at);
    const uint32_t left = walk_role_before(walk, at);
    const struct place *place = &compiled->places[from->role];
    const struct place *leaving = &compiled->places[left];
    sg_path_step *step = &walk->steps[at];

    walk_pass_time(walk, at);
    for (uint32_t i = 0; i < from->acts.count; i++)
        walk->done[compiled
                       ->acts_of[walk->answer->acts[from->acts.first + i]]] =
            true;
    *step = (sg_path_step){.from_role = compiled_role(compiled, left),
                           .role = compiled_role(compiled, from->role),
                           .months = from->stay,
                           .entered = from->entered,
                           .on = month_after(walk, from->entered)};
    move_between(&compiled->moving, leaving->is_role ? &leaving->role : NULL,
                 place->role, &step->mode);
    walk->path->assumed |= step->mode.assumed;
    return add_actions(walk, place, at) && steps_add_reasons(walk, place, at) &&
           steps_add_asks(walk, place, at) && steps_add_spares(walk, place, at);
}

static void note_begin(struct walk *walk, uint32_t at, uint32_t months)
{
    walk->steps[at].begin = month_after(walk, months);
    walk->steps[at].begin_in = months;
}

/* By when the study of each step has to begin: in time for its own hours, and
 * for those of the steps after it. */
static void add_begins(struct walk *walk)
{
    const struct path_problem *problem = &walk->compiled->problem;
    const uint32_t minutes = walk->compiled->study_minutes;
    uint32_t until = UINT32_MAX;

    for (uint32_t at = walk->point->moves; at-- > 0;) {
        const struct path_step *from = walk_step(walk, at);
        uint64_t hours = 0;
        uint32_t months = 0;
        for (uint32_t i = 0; i < from->acts.count; i++) {
            const struct path_act *act =
                &problem->acts[walk->answer->acts[from->acts.first + i]];
            hours += act->hours;
            months = act->months > months ? act->months : months;
        }
        const uint32_t filled = path_months_of_hours(hours, minutes);
        const uint32_t end = from->entered < until ? from->entered : until;
        uint32_t begin = end > filled ? end - filled : 0;
        if (from->entered - months < begin)
            begin = from->entered - months;
        if (hours > 0)
            until = begin;
        if (months > 0 || hours > 0)
            note_begin(walk, at, begin);
    }
}

static bool add_path(struct walk *walk)
{
    const struct path_problem *problem = &walk->compiled->problem;

    memset(walk->done, 0,
           walk->compiled->planning.problem.act_count * sizeof *walk->done);
    for (uint32_t c = 0; c < problem->counter_count; c++) {
        walk->months[c] = problem->initial[c];
    }
    walk->told_count = 0;
    walk->steps =
        arena_array(walk->arena, walk->point->moves, sizeof *walk->steps);
    if (!walk->steps)
        return false;
    *walk->path = (sg_path){.months = walk->point->months,
                            .cost_pence = walk->point->pence,
                            .moves = walk->point->moves,
                            .steps = walk->steps};
    for (uint32_t at = 0; at < walk->point->moves; at++)
        if (!add_step(walk, at))
            return false;
    add_begins(walk);
    return true;
}

/* What each is best at, of those that are there: what all are alike in tells
 * nothing. */
static void mark(sg_path *paths, uint32_t count)
{
    const sg_path *quick = paths, *slow = paths, *cheap = paths, *dear = paths,
                  *few = paths, *many = paths;

    for (uint32_t i = 1; i < count; i++) {
        const sg_path *path = &paths[i];
        quick = path->months < quick->months ? path : quick;
        slow = path->months > slow->months ? path : slow;
        cheap = path->cost_pence < cheap->cost_pence ? path : cheap;
        dear = path->cost_pence > dear->cost_pence ? path : dear;
        few = path->moves < few->moves ? path : few;
        many = path->moves > many->moves ? path : many;
    }
    for (uint32_t i = 0; i < count; i++) {
        sg_path *path = &paths[i];
        path->quickest =
            quick->months < slow->months && path->months == quick->months;
        path->cheapest = cheap->cost_pence < dear->cost_pence &&
                         path->cost_pence == cheap->cost_pence;
        path->fewest_moves =
            few->moves < many->moves && path->moves == few->moves;
    }
}

sg_path *steps_build(struct compiled *compiled,
                     const struct path_answer *answer)
{
    struct arena *arena = &compiled->arena;
    const size_t counters = (size_t)compiled->problem.counter_count + 1;
    struct walk walk = {
        .compiled = compiled,
        .arena = arena,
        .answer = answer,
        .done =
            arena_array(arena, (size_t)compiled->planning.problem.act_count + 1,
                        sizeof *walk.done),
        .months = arena_array(arena, counters, sizeof *walk.months),
        .told = arena_array(arena, TOLD_MOST, sizeof *walk.told)};
    sg_path *paths = arena_array(arena, answer->point_count, sizeof *paths);

    if (!paths || arena->failed)
        return NULL;
    for (uint32_t i = 0; i < answer->point_count; i++) {
        walk.point = &answer->points[i];
        walk.path = &paths[i];
        if (!add_path(&walk) || arena->failed)
            return NULL;
    }
    mark(paths, answer->point_count);
    return paths;
}
