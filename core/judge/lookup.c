/* SPDX-License-Identifier: MIT */
/* Finding what a role says about a criterion. */
#include "judge/lookup.h"

static bool trees_share(const struct framework *a, uint32_t root_a,
                        const struct framework *b, uint32_t root_b)
{
    for (uint32_t i = root_a; i < a->nodes[root_a].end; i++) {
        uint16_t criterion = a->nodes[i].criterion;
        if (node_is_group(&a->nodes[i]) || criterion == NO_CRITERION)
            continue;
        for (uint32_t j = root_b; j < b->nodes[root_b].end; j++)
            if (!node_is_group(&b->nodes[j]) &&
                b->nodes[j].criterion == criterion)
                return true;
    }
    return false;
}

uint32_t lines_sharing(const struct framework *framework, uint32_t role_at,
                       bool essential, bool desirable,
                       const struct framework *other, uint32_t root,
                       uint32_t *lines, uint32_t room)
{
    const struct role *role = &framework->roles[role_at];
    uint32_t count = 0;

    for (uint32_t i = 0; i < role->lines.count; i++) {
        uint32_t at = role->lines.first + i;
        bool wanted = framework->lines[at].strength == SG_ESSENTIAL ? essential
                                                                    : desirable;
        if (!wanted ||
            !trees_share(framework, framework->lines[at].root, other, root))
            continue;
        if (count < room)
            lines[count] = at;
        count++;
    }
    return count;
}

static uint32_t touching_item(const struct framework *framework,
                              struct span items, uint16_t criterion)
{
    for (uint32_t i = items.first; i < items.first + items.count; i++) {
        struct span touches = framework->items[i].touches;
        for (uint32_t t = 0; t < touches.count; t++)
            if (framework->touches[touches.first + t] == criterion)
                return i;
    }
    return NO_INDEX;
}

uint32_t role_touching_item(const struct framework *framework, uint32_t role_at,
                            uint16_t criterion)
{
    const struct role *role = &framework->roles[role_at];
    uint32_t found = NO_INDEX;

    for (uint32_t c = 0; c < role->cells.count && found == NO_INDEX; c++) {
        const struct cell *cell = &framework->cells[role->cells.first + c];
        found = touching_item(framework, cell->items, criterion);
        if (found == NO_INDEX)
            found = touching_item(framework, cell->measures, criterion);
    }
    for (uint32_t s = 0; s < role->statements.count && found == NO_INDEX; s++)
        found = touching_item(
            framework, framework->statements[role->statements.first + s].items,
            criterion);
    return found;
}
