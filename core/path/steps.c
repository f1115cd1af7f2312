/* SPDX-License-Identifier: MIT */
/* Paths in words: where, how long, what to do, what to ask, and why a step is
 * possible then. */
#include "path/steps.h"

#include "base/buffer.h"
#include "gap/questions.h"
#include "path/walk.h"
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

/* ---- reasons ---- */

static const char *reason_for(const struct walk *walk, const struct want *want,
                              uint32_t node, uint32_t step)
{
    const struct wanted_time *time = compile_full_time(
        compile_leaf(walk->compiled, want, node), walk->months);
    const struct act *act = walk_act_behind(walk, want, node);

    if (time && time->meant.kind != ACT_JOB)
        return arena_printf(walk->arena, "%u wanted; by then %s.",
                            (unsigned)time->months,
                            walk_months_from(walk, step, time->counter));
    if (time)
        act = &time->meant;
    if (act)
        return arena_printf(walk->arena, "Done by then: %s.",
                            describe_label(&walk->compiled->planning, act));
    return NULL; /* open: it is asked */
}

static uint32_t add_line_reasons(struct walk *walk, const struct want *want,
                                 uint32_t at, sg_path_reason *reasons)
{
    const struct framework *to = want_framework(want);
    const struct resting resting = walk_resting(walk, want);
    uint32_t count = 0;

    for (uint32_t r = 0; r < resting.count; r++) {
        const uint32_t node = resting.nodes[r];
        const struct wanted_time *time = compile_full_time(
            compile_leaf(walk->compiled, want, node), walk->months);
        const char *how = reason_for(walk, want, node, at);
        if (!how)
            continue;
        if (reasons)
            reasons[count] = (sg_path_reason){
                .line = framework_text(to, to->lines[want->line].id),
                .label = framework_node_label(to, node, walk->arena),
                .how = how,
                .assumed = time && time->meant.word_assumed};
        count++;
    }
    return count;
}

static bool add_reasons(struct walk *walk, const struct place *place,
                        uint32_t at)
{
    sg_path_step *step = &walk->steps[at];
    uint32_t count = 0;

    for (uint32_t i = 0; i < place->want_count; i++)
        count += add_line_reasons(walk, place->wants[i], at, NULL);
    sg_path_reason *reasons = arena_array(walk->arena, count, sizeof *reasons);
    if (!reasons)
        return false;
    step->reasons = reasons;
    for (uint32_t i = 0; i < place->want_count; i++)
        step->reason_count += add_line_reasons(walk, place->wants[i], at,
                                               reasons + step->reason_count);
    for (uint32_t i = 0; i < count; i++)
        walk->path->assumed |= reasons[i].assumed;
    return true;
}

/* ---- asks ---- */

static const char *question_about(const struct walk *walk,
                                  const struct want *want, uint32_t node)
{
    const struct act *act = walk_act_behind(walk, want, node);

    if (act)
        return arena_printf(
            walk->arena,
            "Ask HR, before it is begun, whether this counts here: %s",
            describe_label(&walk->compiled->planning, act));
    return question_text(&want->judging, node,
                         &want->judgement.answers[node - want->judgement.first],
                         walk->arena);
}

/* Adds a question, unless it is there already. */
static void join_question(struct buffer *out, const char *question)
{
    if (!question || (out->data && strstr(out->data, question)))
        return;
    if (out->data && *out->data)
        buffer_puts(out, " ");
    buffer_puts(out, question);
}

static const char *joined(struct buffer *out, struct arena *arena)
{
    const char *text =
        out->failed || !out->data ? NULL : arena_strdup(arena, out->data);

    buffer_done(out);
    return text;
}

/* What is open of a line on arrival. */
static const char *question_of(const struct walk *walk, const struct want *want)
{
    const struct standing_of standing = walk_standing(walk);
    const struct resting resting = walk_resting(walk, want);
    struct buffer out = {0};

    for (uint32_t w = 0; w < want->world_count; w++)
        for (uint32_t r = 0; r < resting.count; r++)
            if (compile_verdict(&standing, want, w, resting.nodes[r]) == SG_ASK)
                join_question(&out,
                              question_about(walk, want, resting.nodes[r]));
    return joined(&out, walk->arena);
}

/* What of a line is open today, though the path does not wait for an answer. */
static const char *question_today(const struct walk *walk,
                                  const struct want *want)
{
    const struct framework *to = want_framework(want);
    struct buffer out = {0};

    for (uint32_t i = 0; i < want->judgement.count; i++) {
        const uint32_t node = want->judgement.first + i;
        if (!node_is_group(&to->nodes[node]) &&
            want->judgement.answers[i].verdict == SG_ASK)
            join_question(&out, question_text(&want->judging, node,
                                              &want->judgement.answers[i],
                                              walk->arena));
    }
    return joined(&out, walk->arena);
}

static bool is_among(const sg_path_ask *asks, size_t count,
                     const char *question)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(asks[i].question, question) == 0)
            return true;
    return false;
}

static bool was_asked(const struct walk *walk, uint32_t at,
                      const char *question)
{
    for (uint32_t s = 0; question && s < at; s++)
        if (is_among(walk->steps[s].asks, walk->steps[s].ask_count, question) ||
            is_among(walk->steps[s].spares, walk->steps[s].spare_count,
                     question))
            return true;
    return false;
}

static bool add_asks(struct walk *walk, const struct place *place, uint32_t at)
{
    sg_path_step *step = &walk->steps[at];
    sg_path_ask *asks =
        arena_array(walk->arena, place->want_count, sizeof *asks);

    if (!asks)
        return false;
    for (uint32_t i = 0; i < place->want_count; i++) {
        const struct want *want = place->wants[i];
        const struct framework *to = want_framework(want);
        if (walk_line(walk, want) == SG_MET)
            continue;
        const char *question = question_of(walk, want);
        asks[step->ask_count++] =
            (sg_path_ask){.line = framework_text(to, to->lines[want->line].id),
                          .label = framework_node_label(
                              to, want->judgement.first, walk->arena),
                          .question = question ? question : "",
                          .again = was_asked(walk, at, question)};
    }
    step->asks = asks;
    return true;
}

/* Lines that are open today and rest on something that is done on the way. */
static bool add_spares(struct walk *walk, const struct place *place,
                       uint32_t at)
{
    sg_path_step *step = &walk->steps[at];
    sg_path_ask *spares =
        arena_array(walk->arena, place->want_count, sizeof *spares);

    if (!spares)
        return false;
    for (uint32_t i = 0; i < place->want_count; i++) {
        const struct want *want = place->wants[i];
        const struct framework *to = want_framework(want);
        if (want->judgement.verdict != SG_ASK ||
            walk_line(walk, want) != SG_MET || step->action_count == 0)
            continue;
        const char *question = question_today(walk, want);
        if (!question || was_asked(walk, at + 1, question))
            continue;
        spares[step->spare_count++] =
            (sg_path_ask){.line = framework_text(to, to->lines[want->line].id),
                          .label = framework_node_label(
                              to, want->judgement.first, walk->arena),
                          .question = question};
        step->spares = spares;
    }
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
    return add_actions(walk, place, at) && add_reasons(walk, place, at) &&
           add_asks(walk, place, at) && add_spares(walk, place, at);
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
