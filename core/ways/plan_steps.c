/* SPDX-License-Identifier: MIT */
/* The steps of a plan: what, for which lines, and by when. */
#include "ways/plan_inside.h"

#include "ways/describe.h"

const char *plan_month(const struct planning *planning, uint32_t months)
{
    /* Nobody books training for the week that is left of this month. */
    const struct date then =
        date_add_months(planning->today, months > 0 ? months : 1);

    return arena_printf(planning->arena, "%04u-%02u", then.year, then.month);
}

/* Whether a line's own requirement names an act. */
static bool names_act(const struct planning *planning, const struct want *want,
                      uint32_t act)
{
    const struct problem *problem = &planning->problem;
    const uint32_t root = want->roots[0];

    for (uint32_t t = root; t < problem->terms[root].end; t++)
        for (uint32_t r = 0; r < problem->terms[t].act_count; r++)
            if (problem->act_refs[problem->terms[t].first_act + r] == act)
                return true;
    return false;
}

/* A line is closed with the help of an act when it is no longer true without
 * it: nothing in a best set can be left out, so each act helps some line. */
static bool helps(const struct planned *planned, const struct want *want,
                  uint32_t act)
{
    const struct planning *planning = &planned->target.planning;
    struct act_set without = planned->best.acts;

    act_set_remove(&without, act);
    return !want_is_met(want) && names_act(planning, want, act) &&
           plan_serves(planning, want, &planned->best.acts) &&
           !plan_serves(planning, want, &without);
}

/* The words at which another line asks for the same skill are supposed too. */
static const char *with_words(const struct planned *planned,
                              const struct want *want, uint32_t act,
                              const char *assume)
{
    const struct planning *planning = &planned->target.planning;

    for (uint32_t i = 0; assume && i < want->judgement.count; i++) {
        const struct leaf_options *leaf = &want->leaves[i];
        for (uint32_t o = 0; o < leaf->count; o++)
            if (leaf->options[o].act == act)
                assume = describe_words(planning, want,
                                        want->judgement.first + i, assume);
    }
    return assume;
}

/* Months until an act is done: what it needs, its own time, and the hours of
 * all that is studied up to it, one after the other. */
static uint32_t months_until(const struct planned *planned, uint32_t act,
                             uint64_t *hours)
{
    const struct problem *problem = &planned->target.planning.problem;
    const uint32_t done = solve_start_of(problem, &planned->best.acts, act) +
                          problem->acts[act].months;

    *hours += problem->acts[act].hours;
    const uint32_t studied =
        problem->acts[act].hours > 0
            ? solve_months_of_hours(*hours, problem->hours_per_month)
            : 0;
    return done > studied ? done : studied;
}

static bool fill_step(struct planned *planned, uint32_t act, uint64_t *hours,
                      sg_plan_step *step)
{
    const struct target *target = &planned->target;
    const struct planning *planning = &target->planning;
    const struct act_set *acts = &planned->best.acts;
    const uint32_t months = months_until(planned, act, hours);
    const char **closes =
        arena_array(planning->arena, target->line_count, sizeof *closes);

    if (!closes)
        return false;
    step->closes = closes;
    for (uint32_t i = 0; i < target->line_count; i++)
        if (helps(planned, target->wants[i], act))
            closes[step->close_count++] = plan_line_id(target->wants[i]);
    step->action = describe_act(planning, &planning->acts[act],
                                step->close_count == 0
                                    ? planning_needed_for(planning, acts, act)
                                    : NULL,
                                solve_start_of(&planning->problem, acts, act));
    for (uint32_t i = 0; i < target->line_count; i++)
        if (helps(planned, target->wants[i], act))
            step->action.assume =
                with_words(planned, target->wants[i], act, step->action.assume);
    if (planning->acts[act].months_known)
        step->by = plan_month(planning, months);
    planned->plan->public.assumed |= step->action.assumed;
    return true;
}

/* What others need first comes first, and so does what is done sooner. */
static uint32_t next_step(const struct planned *planned,
                          const struct act_set *told)
{
    const struct problem *problem = &planned->target.planning.problem;
    uint32_t next = ACTS_MOST, soonest = MONTHS_NEVER;

    for (uint32_t i = 0; i < problem->act_count; i++) {
        if (!act_set_has(&planned->best.acts, i) || act_set_has(told, i))
            continue;
        const uint32_t done = solve_start_of(problem, &planned->best.acts, i) +
                              problem->acts[i].months;
        if (next == ACTS_MOST || done < soonest) {
            next = i;
            soonest = done;
        }
    }
    return next;
}

static size_t count_of(const struct act_set *acts)
{
    size_t count = 0;

    for (uint32_t i = 0; i < ACTS_MOST; i++)
        count += act_set_has(acts, i);
    return count;
}

bool plan_fill_steps(struct planned *planned)
{
    sg_plan *plan = &planned->plan->public;
    sg_plan_step *steps =
        arena_array(planned->target.planning.arena,
                    count_of(&planned->best.acts), sizeof *steps);
    struct act_set told = {{0}};
    uint64_t hours = 0;

    plan->steps = steps;
    for (uint32_t act;
         steps && (act = next_step(planned, &told)) < ACTS_MOST;) {
        act_set_add(&told, act);
        if (!fill_step(planned, act, &hours, &steps[plan->step_count++]))
            return false;
    }
    return steps != NULL;
}
