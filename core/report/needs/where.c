/* SPDX-License-Identifier: MIT */
/* Which groups lack a need, in a few words. */
#include "report/needs/inside.h"
#include "report/shared.h"

#include <string.h>

/* The group with the most people who lack it among those that come behind
 * `last` in that order (NULL: among all); of equals the first comes first.
 * NULL when there is none. */
static const sg_need_group *next_most(const sg_needs *needs, const char *by,
                                      size_t need, const sg_need_group *last)
{
    const sg_need_group *best = NULL;
    for (size_t i = 0; i < needs->group_count; i++) {
        const sg_need_group *group = &needs->groups[i];
        const sg_figure *unmet = &group->needs[need].unmet;
        if (strcmp(group->by, by) != 0 || unmet->hidden || unmet->value == 0)
            continue;
        if (last != NULL) {
            const uint64_t before = last->needs[need].unmet.value;
            if (unmet->value > before ||
                (unmet->value == before && group <= last))
                continue;
        }
        if (best == NULL || unmet->value > best->needs[need].unmet.value)
            best = group;
    }
    return best;
}

static size_t hidden_groups(const sg_needs *needs, const char *by, size_t need)
{
    size_t count = 0;
    for (size_t i = 0; i < needs->group_count; i++)
        count += strcmp(needs->groups[i].by, by) == 0 &&
                 needs->groups[i].needs[need].unmet.hidden;
    return count;
}

void needs_where(struct buffer *out, const sg_needs *needs, const char *by,
                 size_t need, size_t most)
{
    const size_t hidden = hidden_groups(needs, by, need);
    const sg_need_group *group = NULL;
    char number[FIGURE_ROOM];
    size_t told = 0;
    size_t more = 0;
    while ((group = next_most(needs, by, need, group)) != NULL) {
        if (told == most) {
            more++;
            continue;
        }
        buffer_printf(out, "%s%s %s", told > 0 ? ", " : "",
                      text_or_none(group->name),
                      needs_figure_text(&group->needs[need].unmet, number));
        told++;
    }
    if (more > 0)
        buffer_printf(out, ", and %zu more", more);
    if (hidden > 0)
        buffer_printf(out, "%snot told of %zu", told > 0 ? "; " : "", hidden);
    buffer_add(out, "", 0);
}
