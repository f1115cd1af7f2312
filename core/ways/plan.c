/* SPDX-License-Identifier: MIT */
/* One plan for all essential lines: the best set of things to do, each once.
 */
#include "base/fault.h"
#include "ways/describe.h"
#include "ways/plan_inside.h"
#include "ways/routes.h"

#include <stdlib.h>
#include <string.h>

enum { QUESTIONS_MOST = 8 /* of one line */ };

/* ---- words for preferences ---- */

static const char *const words[] = {[SG_CHEAPEST] = "cheapest",
                                    [SG_QUICKEST] = "quickest",
                                    [SG_ON_THE_JOB] = "on-the-job"};

const char *sg_prefer_word(sg_prefer prefer)
{
    return words[prefer];
}

bool sg_prefer_from_word(const char *word, sg_prefer *ret_prefer)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i], word) != 0)
            continue;
        *ret_prefer = (sg_prefer)i;
        return true;
    }
    return false;
}

/* ---- which lines ---- */

static bool is_essential(const struct want *want)
{
    return want_framework(want)->lines[want->line].strength == SG_ESSENTIAL;
}

const char *plan_line_id(const struct want *want)
{
    const struct framework *to = want_framework(want);

    return framework_text(to, to->lines[want->line].id);
}

bool plan_serves(const struct planning *planning, const struct want *want,
                 const struct act_set *acts)
{
    struct problem problem = planning->problem;

    problem.roots = want->roots;
    problem.root_count = want->world_count;
    return solve_is_ready(&problem, acts);
}

/* Essential lines that are unmet, and that something can be done about. What is
 * open is asked first: an ask is never counted as a gap (semantics 1). */
static bool is_planned(const struct planned *planned, const struct want *want)
{
    return is_essential(want) && want->judgement.verdict == SG_UNMET &&
           want_is_possible(&planned->target.planning, want);
}

static bool find_best(struct planned *planned)
{
    const struct target *target = &planned->target;
    struct problem problem = target->planning.problem;
    size_t room = 0;

    for (uint32_t i = 0; i < target->line_count; i++)
        room += target->wants[i]->world_count;
    uint16_t *roots =
        arena_array(target->planning.arena, room + 1, sizeof *roots);
    if (!roots)
        return false;
    problem.roots = roots;
    for (uint32_t i = 0; i < target->line_count; i++) {
        const struct want *want = target->wants[i];
        if (!is_planned(planned, want))
            continue;
        for (uint32_t w = 0; w < want->world_count; w++)
            roots[problem.root_count++] = want->roots[w];
    }
    planning_solve(&target->planning, &problem, planned->aim, &planned->best);
    /* Nothing to be done is a plan too; that lines which can each be closed
     * cannot be closed together does not happen, since doing more never
     * makes one false. */
    if (!planned->best.found)
        planned->best.exact = false;
    return true;
}

/* ---- one way to one line ---- */

static bool all_on_the_job(const sg_route *route)
{
    for (size_t i = 0; i < route->action_count; i++)
        if (!route->actions[i].on_the_job)
            return false;
    return true;
}

static struct solve_sum sum_of(const sg_route *route)
{
    return (struct solve_sum){.elsewhere = route->elsewhere,
                              .off_the_job = all_on_the_job(route) ? 0 : 1,
                              .unsuited = route->unsuited,
                              .pence = route->cost_pence,
                              .months = route->months_known ? route->months
                                                            : MONTHS_NEVER,
                              .count = (uint32_t)route->action_count};
}

/* The best way to a line beside asking; NULL: there is none. */
static const sg_route *best_route(const struct planned *planned,
                                  const sg_line_ways *ways,
                                  sg_verdict least_then)
{
    const sg_route *best = NULL;

    for (size_t i = 0; i < ways->route_count; i++) {
        const sg_route *route = &ways->routes[i];
        if (route->confirm || route->then < least_then)
            continue;
        const struct solve_sum sum = sum_of(route);
        const struct solve_sum least = best ? sum_of(best) : sum;
        if (!best || solve_compare(planned->aim, &sum, &least) < 0)
            best = route;
    }
    return best;
}

static const char *by_route(const struct planned *planned,
                            const sg_route *route)
{
    const struct planning *planning = &planned->target.planning;

    return route->months_known ? plan_month(planning, route->months) : NULL;
}

/* False without memory. */
static bool route_to(const struct planned *planned, const struct want *want,
                     sg_verdict least_then, const sg_route **ret_route)
{
    struct arena *arena = planned->target.planning.arena;
    sg_line_ways ways = {0};

    *ret_route = NULL;
    if (!routes_build(&planned->target.planning, want, &ways))
        return false;
    const sg_route *best = best_route(planned, &ways, least_then);
    sg_route *chosen = best ? arena_alloc(arena, sizeof *chosen) : NULL;
    if (!chosen)
        return best == NULL;
    *chosen = *best;
    chosen->cheapest = chosen->quickest = false; /* it stands alone here */
    *ret_route = chosen;
    return true;
}

/* The order of the document among those that cost the same. */
static int free_first(const void *a, const void *b)
{
    const sg_plan_strengthen *x = a;
    const sg_plan_strengthen *y = b;

    if (x->route.cost_pence != y->route.cost_pence)
        return x->route.cost_pence < y->route.cost_pence ? -1 : 1;
    return strcmp(x->line, y->line);
}

/* What is in the plan already costs nothing more and is not told again. */
static bool find_strengthen(struct planned *planned)
{
    const struct target *target = &planned->target;
    sg_plan *plan = &planned->plan->public;
    sg_plan_strengthen *list =
        arena_array(target->planning.arena, target->line_count, sizeof *list);

    plan->strengthen = list;
    for (uint32_t i = 0; list && i < target->line_count; i++) {
        const struct want *want = target->wants[i];
        const sg_route *route = NULL;
        if (is_essential(want) || want_is_met(want) ||
            plan_serves(&target->planning, want, &planned->best.acts))
            continue;
        if (!route_to(planned, want, SG_ASK, &route))
            return false;
        if (route)
            list[plan->strengthen_count++] =
                (sg_plan_strengthen){.line = plan_line_id(want),
                                     .route = *route,
                                     .by = by_route(planned, route)};
    }
    if (list)
        qsort(list, plan->strengthen_count, sizeof *list, free_first);
    return list != NULL;
}

/* ---- what is asked first ---- */

/* An essential line that is open, or that nothing known closes. */
static bool stays_open(const struct planned *planned, const struct want *want)
{
    return is_essential(want) && !want_is_met(want) &&
           !is_planned(planned, want);
}

static bool is_asked(const sg_plan_open *open, const char *question)
{
    for (size_t i = 0; i < open->question_count; i++)
        if (strcmp(open->questions[i], question) == 0)
            return true;
    return false;
}

/* Every question of the line's ways, once. */
static bool fill_questions(const struct planned *planned,
                           const sg_line_ways *ways, sg_plan_open *open)
{
    const char **questions = arena_array(planned->target.planning.arena,
                                         QUESTIONS_MOST, sizeof *questions);

    open->questions = questions;
    for (size_t r = 0; questions && r < ways->route_count; r++)
        for (size_t a = 0; a < ways->routes[r].action_count; a++) {
            const sg_action *action = &ways->routes[r].actions[a];
            if (strcmp(action->kind, "confirm") == 0 &&
                open->question_count < QUESTIONS_MOST &&
                !is_asked(open, action->label))
                questions[open->question_count++] = action->label;
        }
    return questions != NULL;
}

static bool fill_one(const struct planned *planned, const struct want *want,
                     sg_plan_open *open)
{
    sg_line_ways ways = {0};

    open->line = plan_line_id(want);
    if (!routes_build(&planned->target.planning, want, &ways) ||
        !fill_questions(planned, &ways, open) ||
        !route_to(planned, want, SG_ASK, &open->otherwise))
        return false;
    if (open->otherwise && open->otherwise->then != SG_MET &&
        !route_to(planned, want, SG_MET, &open->surely))
        return false;
    open->surely_by = open->surely ? by_route(planned, open->surely) : NULL;
    open->by = open->otherwise ? by_route(planned, open->otherwise) : NULL;
    return true;
}

static bool fill_open(struct planned *planned)
{
    const struct target *target = &planned->target;
    sg_plan *plan = &planned->plan->public;
    sg_plan_open *open =
        arena_array(target->planning.arena, target->line_count, sizeof *open);

    plan->open = open;
    for (uint32_t i = 0; open && i < target->line_count; i++)
        if (stays_open(planned, target->wants[i]) &&
            !fill_one(planned, target->wants[i], &open[plan->open_count++]))
            return false;
    return open != NULL;
}

/* ---- the whole ---- */

static bool months_known(const struct planned *planned)
{
    for (uint32_t i = 0; i < planned->target.planning.problem.act_count; i++)
        if (act_set_has(&planned->best.acts, i) &&
            !planned->target.planning.acts[i].months_known)
            return false;
    return true;
}

/* At the first of the steps that is done, if that is sooner. */
static unsigned months_to_review(const struct planned *planned,
                                 const struct reference *reference)
{
    const struct planning *planning = &planned->target.planning;
    unsigned months = reference->review_months;

    for (uint32_t i = 0; i < planning->problem.act_count; i++)
        if (act_set_has(&planned->best.acts, i) &&
            planning->acts[i].months_known && planning->acts[i].months > 0 &&
            planning->acts[i].months < months)
            months = planning->acts[i].months;
    return months;
}

static void fill_heads(struct planned *planned)
{
    const struct planning *planning = &planned->target.planning;
    const struct reference *reference =
        planned->target.asked.catalogue->reference;
    struct arena *arena = planning->arena;
    sg_plan *plan = &planned->plan->public;
    char day[DATE_ROOM];

    plan->months_known = months_known(planned);
    plan->months = plan->months_known ? planned->best.sum.months : 0;
    plan->hours = (uint32_t)planned->best.sum.hours;
    plan->cost_pence = planned->best.sum.pence;
    plan->exact = planned->best.exact && !planning->too_many;
    if (planning->courses) {
        plan->study_hours_per_week =
            (double)planning->courses->study_hours_per_week;
        plan->study_from =
            describe_sourced(&planning->courses->study_hours_from);
    }
    date_write(planning->today, day);
    plan->date = arena_strdup(arena, day);
    date_write(
        date_add_months(planning->today, months_to_review(planned, reference)),
        day);
    plan->review = arena_strdup(arena, day);
    plan->review_from = (sg_sourced){
        .source = "The project's assumption: appraisals are looked "
                  "at again half way through the year",
        .assumed = true};
}

static bool build(struct planned *planned)
{
    if (!find_best(planned) || !plan_fill_steps(planned) ||
        !find_strengthen(planned) || !fill_open(planned))
        return false;
    fill_heads(planned);
    return !planned->plan->arena.failed;
}

sg_status sg_plan_new(const sg_catalogue *catalogue,
                      const sg_gap_request *request, const sg_gap *gap,
                      sg_prefer prefer, sg_plan **ret_plan, sg_error *reterr)
{
    static const enum solve_aim aims[] = {[SG_CHEAPEST] = SOLVE_CHEAPEST,
                                          [SG_QUICKEST] = SOLVE_QUICKEST,
                                          [SG_ON_THE_JOB] = SOLVE_ON_THE_JOB};
    struct plan *plan = calloc(1, sizeof *plan);
    struct planned *planned = calloc(1, sizeof *planned);

    *ret_plan = NULL;
    if (!plan || !planned) {
        free(planned);
        free(plan);
        return fault_memory(reterr);
    }
    plan->public.gap = gap;
    plan->public.prefer = prefer;
    planned->plan = plan;
    planned->aim = aims[prefer];
    sg_status status =
        target_open(&planned->target, catalogue, request, &plan->arena, reterr);
    if (status == SG_OK && !build(planned))
        status = fault_memory(reterr);
    target_done(&planned->target);
    free(planned);
    if (status == SG_OK)
        *ret_plan = &plan->public;
    else
        sg_plan_free(&plan->public);
    return status;
}

void sg_plan_free(sg_plan *plan)
{
    struct plan *whole = (struct plan *)plan;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
