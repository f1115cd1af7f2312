/* SPDX-License-Identifier: MIT */
/* The ways of all lines of a target. */
#include "skillgap/ways.h"

#include "base/fault.h"
#include "ways/describe.h"
#include "ways/routes.h"
#include "ways/some.h"
#include "ways/target.h"

#include <stdlib.h>
#include <string.h>

/* The public struct comes first, so that the one is the other. */
struct ways {
    sg_ways public;
    struct arena arena;
};

sg_status target_open(struct target *target, const sg_catalogue *catalogue,
                      const sg_gap_request *request, struct arena *arena,
                      sg_error *reterr)
{
    sg_status status = asked_open(&target->asked, catalogue, request, reterr);

    if (status == SG_OK)
        status = asked_check_post(&target->asked, request->to, reterr);
    if (status != SG_OK)
        return status;
    const struct role *role = catalogue_role(catalogue, request->to);
    const struct judging judging = asked_judging(&target->asked, request->to);
    target->line_count = role->lines.count;
    target->wants =
        arena_array(arena, role->lines.count, sizeof *target->wants);
    bool made = target->wants &&
                planning_begin(&target->planning, &target->asked, arena);
    for (uint32_t i = 0; made && i < role->lines.count; i++) {
        target->wants[i] =
            planning_want(&target->planning, &judging, role->lines.first + i);
        made = target->wants[i] != NULL;
    }
    if (made && planning_finish(&target->planning))
        return SG_OK;
    return fault_memory(reterr);
}

void target_done(struct target *target)
{
    planning_done(&target->planning);
    asked_done(&target->asked);
}

static bool build_lines(const struct target *target, const bool *wanted,
                        struct ways *ways)
{
    sg_line_ways *lines =
        arena_array(&ways->arena, target->line_count, sizeof *lines);

    ways->public.lines = lines;
    ways->public.line_count = target->line_count;
    for (uint32_t i = 0; lines && i < target->line_count; i++) {
        const struct want *want = target->wants[i];
        const struct framework *to = want_framework(want);
        lines[i].line = framework_text(to, to->lines[want->line].id);
        if ((!wanted || wanted[i]) &&
            !routes_build(&target->planning, want, &lines[i]))
            return false;
    }
    return lines != NULL;
}

static void fill_heads(const struct courses *courses, sg_ways *ways)
{
    if (!courses)
        return;
    ways->study_hours_per_week = (double)courses->study_hours_per_week;
    ways->study_from = describe_sourced(&courses->study_hours_from);
    ways->courses_version = courses->version;
    ways->courses_as_of = courses->as_of;
}

sg_status ways_of_some(const sg_catalogue *catalogue,
                       const sg_gap_request *request, const bool *wanted,
                       sg_ways **ret_ways, sg_error *reterr)
{
    struct ways *ways = calloc(1, sizeof *ways);
    struct target target = {0};

    *ret_ways = NULL;
    if (!ways)
        return fault_memory(reterr);
    sg_status status =
        target_open(&target, catalogue, request, &ways->arena, reterr);
    if (status == SG_OK && !build_lines(&target, wanted, ways))
        status = fault_memory(reterr);
    fill_heads(catalogue->courses, &ways->public);
    target_done(&target);
    if (status == SG_OK)
        *ret_ways = &ways->public;
    else
        sg_ways_free(&ways->public);
    return status;
}

sg_status sg_ways_new(const sg_catalogue *catalogue,
                      const sg_gap_request *request, sg_ways **ret_ways,
                      sg_error *reterr)
{
    return ways_of_some(catalogue, request, NULL, ret_ways, reterr);
}

void sg_ways_free(sg_ways *ways)
{
    struct ways *whole = (struct ways *)ways;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
