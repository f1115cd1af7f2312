/* SPDX-License-Identifier: MIT */
/* The paths, as others see them. */
#include "skillgap/path.h"

#include "base/fault.h"
#include "gap/parts.h"
#include "path/blocked.h"
#include "path/steps.h"
#include "path/usual.h"

#include <stdlib.h>

/* The public struct comes first, so that the one is the other. */
struct paths {
    sg_paths public;
    struct compiled *compiled; /* its arena holds the strings */
};

static bool search(struct compiled *compiled, bool given,
                   struct path_answer *answer)
{
    struct path_search *whole = path_search_new(&compiled->problem);
    const bool done =
        whole && usual_search(compiled, whole, compiled->target, given, answer);

    path_search_free(whole);
    return done;
}

/* ---- the answer ---- */

static const char *const not_modelled[] = {
    "That what is held may run out and has to be renewed.",
    "When courses begin, and whether there is a place.",
    "Whether there is a vacancy when it is wanted.",
    "Changes of working hours: each month counts as one.",
    "Work beside the path: in a further post, or unpaid. \"gap\" names it.",
    "Applying straight for a post further up: ask HR if that is open to you.",
};

static void fill_heads(struct compiled *compiled, sg_paths *paths)
{
    const struct asked *asked = &compiled->asked;
    const sg_catalogue *catalogue = asked->catalogue;
    const struct courses *courses = catalogue->courses;
    const struct judging judging = asked_judging(asked, asked->request->to);

    char day[DATE_ROOM];

    date_write(asked->today, day);
    paths->today = arena_strdup(&compiled->arena, day);
    paths->person = asked_person(asked, &compiled->arena);
    if (asked->has_role) {
        paths->from = sg_role_info_of(catalogue, asked->role);
        paths->from_framework =
            sg_catalogue_framework_at(catalogue, asked->role.framework);
    }
    paths->to = sg_role_info_of(catalogue, asked->request->to);
    paths->framework =
        sg_catalogue_framework_at(catalogue, asked->request->to.framework);
    paths->months =
        asked->request->person ? SG_MONTHS_UNKNOWN : asked->request->months;
    paths->most_moves = compiled->looked;
    paths->through_others = compiled->moving.through_others;
    paths->allow_down = compiled->moving.allow_down;
    paths->study_hours_per_week = compiled->study_minutes / 60.0;
    if (courses)
        paths->study_from = (sg_sourced){courses->study_hours_from.source,
                                         courses->study_hours_from.as_of,
                                         courses->study_hours_from.assumed};
    paths->stay_months = catalogue_stay_months(
        catalogue, &paths->stay_from.source, &paths->stay_from.assumed);
    paths->notice = notice_text(&judging, false, true, &compiled->arena);
    paths->not_modelled = not_modelled;
    paths->not_modelled_count = sizeof not_modelled / sizeof not_modelled[0];
}

static bool fill_paths(struct compiled *compiled,
                       const struct path_answer *answer, sg_paths *paths)
{
    paths->exact =
        answer->exact && !compiled->cut && !compiled->planning.too_many;
    paths->months_at_least =
        answer->months_at_least == PATH_NONE ? 0 : answer->months_at_least;
    if (!paths->exact && answer->exact)
        paths->reason = "There are more courses, or ways to begin one, than "
                        "are looked at (path-courses).";
    else if (!answer->exact)
        paths->reason = arena_printf(
            &compiled->arena,
            "The search stopped at its limit of %d labels (path-labels).",
            (int)LIMIT_PATH_LABELS);
    paths->path_count = answer->point_count;
    if (answer->point_count == 0)
        return blocked_build(compiled, answer->exact, paths);
    paths->paths = steps_build(compiled, answer);
    return paths->paths != NULL;
}

sg_status sg_paths_new(const sg_catalogue *catalogue,
                       const sg_path_request *request, sg_paths **ret_paths,
                       sg_error *reterr)
{
    struct paths *paths = calloc(1, sizeof *paths);
    struct path_answer answer = {0};

    *ret_paths = NULL;
    if (!paths)
        return fault_memory(reterr);
    sg_status status =
        compile_open(catalogue, request, &paths->compiled, reterr);
    if (status == SG_OK &&
        (!search(paths->compiled, request->most_moves > 0, &answer) ||
         !fill_paths(paths->compiled, &answer, &paths->public)))
        status = fault_memory(reterr);
    if (status == SG_OK) {
        fill_heads(paths->compiled, &paths->public);
        if (request->study_hours_per_week > 0)
            paths->public.study_from =
                (sg_sourced){"as asked for", NULL, false};
        if (paths->compiled->arena.failed)
            status = fault_memory(reterr);
    }
    path_answer_done(&answer);
    if (status == SG_OK)
        *ret_paths = &paths->public;
    else
        sg_paths_free(&paths->public);
    return status;
}

void sg_paths_free(sg_paths *paths)
{
    struct paths *whole = (struct paths *)paths;

    if (!whole)
        return;
    compile_free(whole->compiled);
    free(whole);
}
