/* SPDX-License-Identifier: MIT */
/* How soon each role can be reached: one problem for all targets of a
 * framework, one search for each. */
#include "skillgap/path.h"

#include "base/fault.h"
#include "path/usual.h"

#include <stdlib.h>

/* The public struct comes first, so that the one is the other. */
struct reach {
    sg_reach public;
    struct arena arena;
};

/* The number of a role of the problem; PATH_NONE: no moves lead there. */
static uint32_t place_of(const struct compiled *compiled, sg_role role)
{
    for (uint32_t r = 0; r < compiled->problem.role_count; r++)
        if (r != compiled->start && compiled->places[r].is_role &&
            compiled->places[r].role.framework == role.framework &&
            compiled->places[r].role.index == role.index)
            return r;
    return PATH_NONE;
}

static bool reach_role(struct compiled *compiled, struct path_search *search,
                       sg_role role, bool given, sg_reach_role *ret_role)
{
    struct path_answer answer = {0};

    if (!usual_search(compiled, search, place_of(compiled, role), given,
                      &answer))
        return false;
    for (uint32_t i = 0; i < answer.point_count; i++)
        if (ret_role->moves == 0 || answer.points[i].moves < ret_role->moves)
            ret_role->moves = answer.points[i].moves;
    if (answer.point_count > 0)
        ret_role->months_at_least = answer.months_at_least;
    path_answer_done(&answer);
    return true;
}

/* All roles of `next` that are of one framework. */
static sg_status reach_framework(const sg_catalogue *catalogue,
                                 const sg_path_request *request,
                                 const sg_next *next, uint32_t framework,
                                 sg_reach_role *roles, sg_error *reterr)
{
    struct compiled *compiled = NULL;
    sg_path_request own = *request;

    own.gap.to = (sg_role){.framework = framework, .index = 0};
    sg_status status = compile_open_all(catalogue, &own, &compiled, reterr);
    if (status != SG_OK)
        return status;
    struct path_search *search = path_search_new(&compiled->problem);
    bool done = search != NULL;
    for (size_t i = 0; done && i < next->role_count; i++) {
        sg_role role;
        if (sg_catalogue_find(catalogue, next->roles[i].role.id, &role, NULL) ==
                SG_OK &&
            role.framework == framework)
            done = reach_role(compiled, search, role, request->most_moves > 0,
                              &roles[i]);
    }
    path_search_free(search);
    compile_free(compiled);
    return done ? SG_OK : fault_memory(reterr);
}

sg_status sg_reach_new(const sg_catalogue *catalogue,
                       const sg_path_request *request, const sg_next *next,
                       sg_reach **ret_reach, sg_error *reterr)
{
    struct reach *reach = calloc(1, sizeof *reach);
    sg_status status = SG_OK;

    *ret_reach = NULL;
    if (!reach)
        return fault_memory(reterr);
    if (next->role_count <= LIMIT_REACH_ROLES)
        reach->public.role_count = next->role_count;
    sg_reach_role *roles =
        arena_array(&reach->arena, next->role_count + 1, sizeof *roles);
    reach->public.roles = roles;
    reach->public.most_moves = compile_most_moves(request);
    if (!roles)
        status = fault_memory(reterr);
    for (uint32_t f = 0; status == SG_OK && reach->public.role_count > 0 &&
                         f < catalogue->framework_count;
         f++)
        if (catalogue->frameworks[f].framework->role_count > 0)
            status =
                reach_framework(catalogue, request, next, f, roles, reterr);
    if (status == SG_OK)
        *ret_reach = &reach->public;
    else
        sg_reach_free(&reach->public);
    return status;
}

void sg_reach_free(sg_reach *reach)
{
    struct reach *whole = (struct reach *)reach;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
