/* SPDX-License-Identifier: MIT */
/* From a request to the problem. */
#include "path/compile_inside.h"

#include "base/fault.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_MOVES_MOST = 6, MINUTES_PER_HOUR = 60 };

void *list_add(struct compiling *compiling, struct list *list, size_t size)
{
    if (list->count == list->room) {
        const uint32_t room = list->room * 2 + 32;
        void *more = arena_array(compiling->arena, room, size);
        if (!more)
            return NULL;
        if (list->count > 0)
            memcpy(more, list->items, list->count * size);
        list->items = more;
        list->room = room;
    }
    return (char *)list->items + list->count++ * size;
}

static sg_status check_request(const sg_path_request *request, sg_error *reterr)
{
    if (request->most_moves > SG_PATH_MOVES_MOST)
        return fault(reterr, SG_USAGE, "moves",
                     "A path can have at most %d moves.",
                     (int)SG_PATH_MOVES_MOST);
    if (!(request->study_hours_per_week >= 0 &&
          request->study_hours_per_week <= SG_PATH_HOURS_MOST))
        return fault(reterr, SG_USAGE, "study-hours",
                     "Study beside work can be up to %d hours a week.",
                     (int)SG_PATH_HOURS_MOST);
    return SG_OK;
}

static sg_status open_asked(struct compiled *compiled,
                            const sg_catalogue *catalogue,
                            const sg_path_request *request, sg_error *reterr)
{
    struct asked *asked = &compiled->asked;
    const sg_role to = request->gap.to;
    sg_status status = asked_open(asked, catalogue, &request->gap, reterr);

    if (compiled->whole)
        return status;
    if (status == SG_OK)
        status = asked_check_post(asked, to, reterr);
    if (status == SG_OK && asked->has_role &&
        asked->role.framework == to.framework && asked->role.index == to.index)
        return fault(reterr, SG_USAGE, "same-role",
                     "The role wanted is the one that is held now: give "
                     "another one.");
    return status;
}

uint32_t compile_most_moves(const sg_path_request *request)
{
    return request->most_moves > 0 ? request->most_moves : USUAL_MOVES_MOST;
}

static void set_numbers(struct compiled *compiled,
                        const sg_catalogue *catalogue,
                        const sg_path_request *request)
{
    const struct courses *courses = catalogue->courses;
    double hours = request->study_hours_per_week;

    if (hours <= 0 && courses)
        hours = (double)courses->study_hours_per_week;
    compiled->study_minutes = (uint32_t)lround(hours * MINUTES_PER_HOUR);
    compiled->most = compile_most_moves(request);
    compiled->stay = catalogue_stay_months(catalogue, NULL, NULL);
    compiled->moving =
        (struct moving){.catalogue = catalogue,
                        .to_framework = request->gap.to.framework,
                        .through_others = request->through_others,
                        .allow_down = request->allow_down};
}

static bool compile(struct compiled *compiled)
{
    struct compiling compiling = {.compiled = compiled,
                                  .arena = &compiled->arena};

    if (!planning_begin(&compiled->planning, &compiled->asked,
                        &compiled->arena))
        return false;
    compiled->planning.along_a_path = true;
    compiled->planning.problem.hours_per_month =
        compiled->study_minutes > 0 ? compiled->study_minutes / 60.0 * 13 / 3
                                    : 1;
    return compile_moves(&compiling) && compile_leaves(&compiling) &&
           compile_acts(&compiling) && compile_terms(&compiling) &&
           !compiled->arena.failed;
}

static sg_status open_any(const sg_catalogue *catalogue,
                          const sg_path_request *request, bool whole,
                          struct compiled **ret_compiled, sg_error *reterr)
{
    struct compiled *compiled = calloc(1, sizeof *compiled);

    *ret_compiled = NULL;
    if (!compiled)
        return fault_memory(reterr);
    compiled->whole = whole;
    sg_status status = check_request(request, reterr);
    if (status == SG_OK)
        status = open_asked(compiled, catalogue, request, reterr);
    if (status == SG_OK) {
        set_numbers(compiled, catalogue, request);
        if (!compile(compiled))
            status = fault_memory(reterr);
    }
    if (status == SG_OK)
        *ret_compiled = compiled;
    else
        compile_free(compiled);
    return status;
}

sg_status compile_open(const sg_catalogue *catalogue,
                       const sg_path_request *request,
                       struct compiled **ret_compiled, sg_error *reterr)
{
    return open_any(catalogue, request, false, ret_compiled, reterr);
}

sg_status compile_open_all(const sg_catalogue *catalogue,
                           const sg_path_request *request,
                           struct compiled **ret_compiled, sg_error *reterr)
{
    return open_any(catalogue, request, true, ret_compiled, reterr);
}

void compile_free(struct compiled *compiled)
{
    if (!compiled)
        return;
    planning_done(&compiled->planning);
    asked_done(&compiled->asked);
    arena_done(&compiled->arena);
    free(compiled);
}

/* ---- how things stand when something is done ---- */

const struct wanted_time *compile_full_time(const struct wanted_leaf *leaf,
                                            const uint32_t *months)
{
    for (uint32_t t = 0; t < leaf->time_count; t++)
        if (months[leaf->times[t].counter] >= leaf->times[t].months)
            return &leaf->times[t];
    return NULL;
}

/* A licence is looked for among qualifications too. */
static bool shows_credential(const struct standing_of *standing,
                             const struct want *want, uint32_t node)
{
    const struct planning *planning = &standing->compiled->planning;
    struct trial trial;

    if (want_framework(want)->nodes[node].op != SG_CREDENTIAL)
        return false;
    trial_begin(&trial, &want->judging, planning->today, &planning->titles);
    for (uint32_t a = 0; a < planning->problem.act_count; a++) {
        const struct course *course = planning->acts[a].course;
        if (standing->done[a] && course && course->gives_qualification &&
            trial_claim(&trial, node, &course->claim) == SG_MET)
            return true;
    }
    return false;
}

static sg_verdict leaf_verdict(const struct standing_of *standing,
                               const struct want *want, uint32_t node)
{
    const struct wanted_leaf *leaf =
        compile_leaf(standing->compiled, want, node);
    const struct leaf_options *options =
        &want->leaves[node - want->judgement.first];
    sg_verdict verdict = want_node_is_open(want, node) ? SG_ASK : SG_UNMET;

    if (compile_full_time(leaf, standing->months) ||
        shows_credential(standing, want, node))
        return SG_MET;
    for (uint32_t i = 0; i < options->count; i++)
        if (standing->done[options->options[i].act] &&
            options->options[i].then > verdict)
            verdict = options->options[i].then;
    return verdict;
}

sg_verdict compile_verdict(const struct standing_of *standing,
                           const struct want *want, uint32_t world,
                           uint32_t node)
{
    const struct framework *to = want_framework(want);
    const struct node *is = &to->nodes[node];
    const uint32_t first = want->judgement.first;
    sg_verdict verdicts[LIMIT_TREE_NODES];

    if (want->met[world * want->judgement.count + node - first])
        return SG_MET;
    if (!node_is_group(is))
        return leaf_verdict(standing, want, node);
    for (uint32_t p = node + 1; p < is->end; p = to->nodes[p].end)
        verdicts[p - first] = compile_verdict(standing, want, world, p);
    return judge_group(to, node, verdicts, first);
}
