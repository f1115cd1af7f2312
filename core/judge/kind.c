/* SPDX-License-Identifier: MIT */
/* Whether some work is of the wanted kind. */
#include "judge/kind.h"

#include "judge/lookup.h"

#include <string.h>

static const char *area_id(const struct framework *framework, uint32_t ref)
{
    return framework_text(framework,
                          framework->areas[framework->area_refs[ref]].id);
}

static bool is_among(const char *area, const struct framework *framework,
                     struct span all)
{
    for (uint32_t i = all.first; i < all.first + all.count; i++)
        if (strcmp(area, area_id(framework, i)) == 0)
            return true;
    return false;
}

uint32_t kind_areas_among(const struct framework *a, struct span some,
                          const struct framework *b, struct span all)
{
    uint32_t count = 0;

    for (uint32_t i = some.first; i < some.first + some.count; i++)
        if (is_among(area_id(a, i), b, all))
            count++;
    return count;
}

bool kind_role_counts(const struct framework *framework, uint32_t role,
                      struct span named)
{
    const struct role *is = &framework->roles[role];

    for (uint32_t i = 0; i < named.count; i++) {
        const struct role *wanted =
            &framework->roles[framework->role_refs[named.first + i]];
        if (is->family == wanted->family && is->rank >= wanted->rank)
            return true;
    }
    return false;
}

struct span kind_wanted_areas(const struct judging *judging,
                              const struct node *want)
{
    const struct framework *to = judging->to->framework;

    if (want->u.experience.areas.count > 0)
        return want->u.experience.areas;
    return to->families[to->roles[judging->to_role].family].areas;
}

bool kind_any_will_do(const struct node *want)
{
    return want->u.experience.roles.count == 0 &&
           want->u.experience.areas.count == 0 && !want->u.experience.relevant;
}

enum kind_fit kind_of_role(const struct judging *judging,
                           const struct framework *framework, uint32_t role,
                           const struct node *want, uint32_t *ret_item)
{
    const struct framework *to = judging->to->framework;

    *ret_item = NO_INDEX;
    if (kind_any_will_do(want))
        return KIND_CERTAIN;
    if (want->u.experience.roles.count > 0)
        return framework == to && kind_role_counts(framework, role,
                                                   want->u.experience.roles)
                   ? KIND_CERTAIN
                   : KIND_OTHER;
    if (kind_areas_among(framework, framework->roles[role].areas, to,
                         kind_wanted_areas(judging, want)) > 0)
        return framework == to ? KIND_CERTAIN : KIND_BY_WORDS;
    *ret_item = role_touching_item(framework, role, want->criterion);
    return *ret_item == NO_INDEX ? KIND_OTHER : KIND_OPEN;
}

/* Whether a named role's work is of a kind: the same work may have had another
 * title. */
static bool named_roles_have(const struct framework *framework,
                             const char *area, struct span named)
{
    for (uint32_t i = 0; i < named.count; i++)
        if (is_among(
                area, framework,
                framework->roles[framework->role_refs[named.first + i]].areas))
            return true;
    return false;
}

uint32_t kind_area_place(const struct judging *judging, const char *area,
                         const struct node *want)
{
    const struct framework *to = judging->to->framework;
    const struct span named = want->u.experience.roles;
    uint32_t place = UINT32_MAX;

    for (uint32_t i = 0; i < named.count; i++) {
        const struct span areas =
            to->roles[to->role_refs[named.first + i]].areas;
        uint32_t at = 0;
        while (at < areas.count &&
               strcmp(area, area_id(to, areas.first + at)) != 0)
            at++;
        if (at < place)
            place = at;
    }
    return place;
}

enum kind_fit kind_of_area(const struct judging *judging, const char *area,
                           const struct node *want)
{
    if (want->u.experience.roles.count > 0)
        return named_roles_have(judging->to->framework, area,
                                want->u.experience.roles)
                   ? KIND_OPEN
                   : KIND_OTHER;
    return is_among(area, judging->to->framework,
                    kind_wanted_areas(judging, want))
               ? KIND_CERTAIN
               : KIND_OTHER;
}
