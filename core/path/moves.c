/* SPDX-License-Identifier: MIT */
/* Which moves there are. */
#include "path/moves.h"

#include "gap/parts.h"

/* The next level up in the family, as its levels are numbered. */
static bool is_next_level(const struct framework *framework,
                          const struct role *from, const struct role *to)
{
    const struct span roles = framework->families[from->family].roles;

    if (from->family != to->family || to->rank <= from->rank)
        return false;
    for (uint32_t r = roles.first; r < roles.first + roles.count; r++)
        if (framework->roles[r].rank > from->rank &&
            framework->roles[r].rank < to->rank)
            return false;
    return true;
}

static bool is_next_grade(const struct role *from, const struct role *to)
{
    return from->next_grade > 0 && to->grade_rank == from->next_grade;
}

/* Where no rule speaks of moves. */
static bool usual_move(const struct framework *framework,
                       const struct role *from, const struct role *to,
                       bool allow_down, sg_mode *mode)
{
    const bool up =
        is_next_level(framework, from, to) || is_next_grade(from, to);
    const bool down =
        is_next_level(framework, to, from) || is_next_grade(to, from);

    if (!up && !(down && allow_down))
        return false;
    *mode = (sg_mode){
        .kind = "unknown",
        .assumed = true,
        .text = "No rule of this council says how one moves; one step at a "
                "time, in level or in grade, is the project's assumption. Ask "
                "HR how such posts are filled."};
    return true;
}

static bool moves_within(const struct moving *moving, sg_role from, sg_role to,
                         sg_mode *mode)
{
    struct judging judging =
        judging_between(moving->catalogue, from, to, SG_MONTHS_UNKNOWN);
    const struct rules *rules = judging.to->rules;
    const struct framework *framework = judging.to->framework;
    struct move_rule rule = {0};
    uint32_t skipped;

    if (from.index == to.index)
        return false;
    if (!rules || !rules->move)
        return usual_move(framework, &framework->roles[from.index],
                          &framework->roles[to.index], moving->allow_down,
                          mode);
    if (!rules->move(rules->context, framework, from.index, to.index, &rule))
        return false;
    *mode = (sg_mode){rule.kind, rule.text, rule.assumed};
    return moving->allow_down ||
           move_direction(&judging, &skipped) != SG_MOVE_DOWN;
}

bool move_between(const struct moving *moving, const sg_role *from, sg_role to,
                  sg_mode *ret_mode)
{
    if (from && from->framework == to.framework)
        return moves_within(moving, *from, to, ret_mode);
    if (to.framework != moving->to_framework && !moving->through_others)
        return false;
    *ret_mode =
        from ? (sg_mode){.kind = "apply",
                         .text = "This is another council: you apply for a "
                                 "vacancy there like anybody else."}
             : (sg_mode){.kind = "apply", .text = "You apply for the post."};
    return true;
}
