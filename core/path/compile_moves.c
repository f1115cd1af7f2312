/* SPDX-License-Identifier: MIT */
/* The roles that can lie between a start and a target. */
#include "path/compile_inside.h"

/* ---- which roles moves lead to ---- */

static uint32_t *known_at(const struct compiling *compiling, sg_role role)
{
    return &compiling->known[compiling->first_of[role.framework] + role.index];
}

static bool make_known(struct compiling *compiling)
{
    const sg_catalogue *catalogue = compiling->compiled->asked.catalogue;
    const size_t roles = sg_catalogue_role_count(catalogue);
    uint32_t first = 0;

    compiling->known =
        arena_array(compiling->arena, roles + 1, sizeof *compiling->known);
    compiling->first_of =
        arena_array(compiling->arena, (size_t)catalogue->framework_count + 1,
                    sizeof *compiling->first_of);
    if (!compiling->known || !compiling->first_of)
        return false;
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        compiling->first_of[f] = first;
        first += catalogue->frameworks[f].framework->role_count;
    }
    for (size_t r = 0; r < roles; r++)
        compiling->known[r] = PATH_NONE;
    return true;
}

/* The number of a role among those reached; PATH_NONE without memory. */
static uint32_t reach(struct compiling *compiling, sg_role role, uint32_t moves)
{
    uint32_t *known = known_at(compiling, role);

    if (*known != PATH_NONE)
        return *known;
    struct reached *reached =
        LIST_ADD(compiling, &compiling->reached, struct reached);
    if (!reached)
        return PATH_NONE;
    *reached = (struct reached){.role = role,
                                .from_start = moves,
                                .to_target = PATH_NONE,
                                .number = PATH_NONE};
    return *known = compiling->reached.count - 1;
}

static bool is_target(const struct compiling *compiling, sg_role role)
{
    const sg_role to = compiling->compiled->asked.request->to;

    return !compiling->compiled->whole && role.framework == to.framework &&
           role.index == to.index;
}

/* All moves from one of the roles reached. */
static bool follow(struct compiling *compiling, uint32_t at)
{
    const struct compiled *compiled = compiling->compiled;
    const sg_catalogue *catalogue = compiled->asked.catalogue;
    const size_t roles = sg_catalogue_role_count(catalogue);
    const struct reached from =
        *LIST_AT(&compiling->reached, struct reached, at);
    const bool nowhere = at == 0 && !compiled->asked.has_role;
    uint32_t count = 0;
    uint32_t *moves = arena_array(compiling->arena, roles, sizeof *moves);

    for (size_t r = 0; moves && r < roles; r++) {
        const sg_role to = sg_catalogue_role_at(catalogue, r);
        sg_mode mode;
        if (!move_between(&compiled->moving, nowhere ? NULL : &from.role, to,
                          &mode))
            continue;
        const uint32_t number = reach(compiling, to, from.from_start + 1);
        if (number == PATH_NONE)
            return false;
        moves[count++] = number;
    }
    struct reached *reached = LIST_AT(&compiling->reached, struct reached, at);
    reached->moves = moves;
    reached->move_count = count;
    return moves != NULL;
}

static bool follow_all(struct compiling *compiling)
{
    struct compiled *compiled = compiling->compiled;
    struct reached *start =
        LIST_ADD(compiling, &compiling->reached, struct reached);

    if (!start)
        return false;
    *start = (struct reached){.role = compiled->asked.role,
                              .to_target = PATH_NONE,
                              .number = PATH_NONE};
    if (compiled->asked.has_role)
        *known_at(compiling, compiled->asked.role) = 0;
    compiling->target = PATH_NONE;
    for (uint32_t at = 0; at < compiling->reached.count; at++) {
        const struct reached *reached =
            LIST_AT(&compiling->reached, struct reached, at);
        if (at > 0 && is_target(compiling, reached->role))
            compiling->target = at;
        else if (reached->from_start < SG_PATH_MOVES_MOST &&
                 !follow(compiling, at))
            return false;
    }
    return true;
}

/* ---- which of them lie on the way ---- */

/* Moves to the target, by going over all of them until nothing changes; there
 * are at most as many rounds as moves. */
static void measure(struct compiling *compiling)
{
    const uint32_t count = compiling->reached.count;
    bool changed = true;

    LIST_AT(&compiling->reached, struct reached, compiling->target)->to_target =
        0;
    while (changed) {
        changed = false;
        for (uint32_t i = 0; i < count; i++) {
            struct reached *from =
                LIST_AT(&compiling->reached, struct reached, i);
            for (uint32_t m = 0; m < from->move_count; m++) {
                const struct reached *to = LIST_AT(
                    &compiling->reached, struct reached, from->moves[m]);
                if (to->to_target == PATH_NONE ||
                    to->to_target + 1 >= from->to_target)
                    continue;
                from->to_target = to->to_target + 1;
                changed = true;
            }
        }
    }
}

static bool lies_between(const struct compiling *compiling,
                         const struct reached *reached)
{
    if (compiling->compiled->whole)
        return reached->from_start <= compiling->compiled->most;
    return reached->to_target != PATH_NONE &&
           reached->from_start + reached->to_target <=
               compiling->compiled->most;
}

/* Numbers the roles of the problem and hands over their places. */
static bool add_places(struct compiling *compiling)
{
    struct compiled *compiled = compiling->compiled;
    uint32_t count = 0;

    for (uint32_t i = 0; i < compiling->reached.count; i++) {
        struct reached *reached =
            LIST_AT(&compiling->reached, struct reached, i);
        if (i == 0 || lies_between(compiling, reached))
            reached->number = count++;
    }
    compiled->places =
        arena_array(compiling->arena, count, sizeof *compiled->places);
    struct path_role *roles =
        arena_array(compiling->arena, count, sizeof *roles);
    if (!compiled->places || !roles)
        return false;
    for (uint32_t i = 0; i < compiling->reached.count; i++) {
        const struct reached *reached =
            LIST_AT(&compiling->reached, struct reached, i);
        if (reached->number == PATH_NONE)
            continue;
        compiled->places[reached->number] =
            (struct place){.is_role = i > 0 || compiled->asked.has_role,
                           .role = reached->role};
    }
    compiled->problem.roles = roles;
    compiled->problem.role_count = count;
    return true;
}

static bool add_moves(struct compiling *compiling, struct path_role *roles)
{
    for (uint32_t i = 0; i < compiling->reached.count; i++) {
        const struct reached *from =
            LIST_AT(&compiling->reached, struct reached, i);
        if (from->number == PATH_NONE)
            continue;
        struct path_role *role = &roles[from->number];
        role->stay = compiling->compiled->stay;
        role->moves.first = compiling->refs.count;
        for (uint32_t m = 0; m < from->move_count; m++) {
            const struct reached *to =
                LIST_AT(&compiling->reached, struct reached, from->moves[m]);
            if (to->number == PATH_NONE)
                continue;
            uint32_t *ref = LIST_ADD(compiling, &compiling->refs, uint32_t);
            if (!ref)
                return false;
            *ref = to->number;
            role->moves.count++;
        }
    }
    return true;
}

bool compile_moves(struct compiling *compiling)
{
    struct compiled *compiled = compiling->compiled;

    if (!make_known(compiling) || !follow_all(compiling))
        return false;
    compiled->fewest = PATH_NONE;
    compiled->target = PATH_NONE;
    if (compiling->target != PATH_NONE) {
        measure(compiling);
        compiled->fewest =
            LIST_AT(&compiling->reached, struct reached, 0)->to_target;
    }
    if (!add_places(compiling) ||
        !add_moves(compiling, (struct path_role *)compiled->problem.roles))
        return false;
    if (compiling->target != PATH_NONE)
        compiled->target =
            LIST_AT(&compiling->reached, struct reached, compiling->target)
                ->number;
    return true;
}
