/* SPDX-License-Identifier: MIT */
/* Who is eligible or one step away, single holders, and what runs out. */
#include "workforce/making.h"

#include "base/fault.h"

#include <string.h>

/* ---- eligible ---- */

/* Nobody can tell 0 from 4 where small ones are left out. */
static sg_figure eligible(const struct making *making)
{
    const uint64_t assessed = making->table.staff[0];
    sg_figure figure = {0};

    if (making->class_count > 0 && making->classes[0].need_count == 0) {
        figure.value = making->classes[0].staff;
        figure.hidden = !making->classes[0].told;
    }
    figure.hidden |= !making->result->combined;
    if (!making->options->internal)
        figure.hidden |= figure.value < SUPPRESS_LEAST ||
                         making_is_small(assessed - figure.value);
    if (figure.hidden)
        figure.value = 0;
    return figure;
}

/* ---- one step away ---- */

static bool closes(const struct making *making, size_t need, uint32_t thing)
{
    const struct need *inside = &making->inside[need];

    for (size_t i = 0; i < inside->remedy_count; i++)
        if (inside->remedies[i].count == 1 &&
            inside->remedies[i].things[0] == thing)
            return true;
    return false;
}

/* The one thing that closes all of a class's needs, or NULL. */
static const char *one_action(const struct making *making,
                              const struct lacking *class)
{
    const struct need *first = &making->inside[class->needs[0]];

    if (class->need_count == 1)
        return first->single;
    for (size_t i = 0; i < first->remedy_count; i++) {
        const struct remedy *remedy = &first->remedies[i];
        bool all = remedy->count == 1;
        for (uint32_t n = 1; all && n < class->need_count; n++)
            all = closes(making, class->needs[n], remedy->things[0]);
        if (all)
            return making->things[remedy->things[0]].label;
    }
    return NULL;
}

static bool tell_one_step(struct making *making)
{
    sg_needs *result = making->result;
    sg_one_step *list =
        arena_array(making->arena, making->class_count, sizeof *list);

    for (size_t i = 0; list && i < making->class_count; i++) {
        const struct lacking *class = &making->classes[i];
        const char *action =
            class->need_count > 0 ? one_action(making, class) : NULL;
        if (!action || !class->told)
            continue;
        size_t *needs =
            arena_array(making->arena, class->need_count, sizeof *needs);
        if (!needs)
            return false;
        for (uint32_t n = 0; n < class->need_count; n++)
            needs[n] = class->needs[n];
        list[result->one_step_count++] = (sg_one_step){
            .needs = needs,
            .need_count = class->need_count,
            .action = action,
            .staff = {.value = class->staff},
        };
    }
    result->one_step = list;
    return list != NULL;
}

/* ---- single holders ---- */

/* The one who meets a need, of one team or of all; NULL when it is not just
 * one. */
static const char *holder_of(const struct making *making, size_t need,
                             uint32_t team)
{
    const sg_tally *tally = making->tally;
    const char *holder = NULL;
    uint64_t met = 0;

    for (uint32_t t = 0; t < tally->role_count; t++) {
        const struct tally_target *target = tally->targets[t];
        for (uint32_t line = 0; target && line < target->line_count; line++) {
            if (making->need_of[t][line] != need)
                continue;
            for (uint32_t i = 0; i < target->team_room; i++) {
                const struct tally_cell *cell = target->teams[i];
                if (!cell || (team != STRINGS_NONE && i != team))
                    continue;
                const uint32_t count =
                    cell->counts[line * TALLY_STATES + SG_MET];
                met += count;
                holder = count == 1 ? cell->holders[line] : holder;
            }
        }
    }
    return met == 1 ? holder : NULL;
}

static void add_holder(struct making *making, sg_single_holder *list,
                       size_t need, uint32_t team)
{
    const char *holder = holder_of(making, need, team);

    if (holder)
        list[making->result->single_holder_count++] = (sg_single_holder){
            .need = need,
            .team = team == STRINGS_NONE
                        ? NULL
                        : making->groups[making->team_group[team]].name,
            .person = holder,
        };
}

/* Teams in the order of their groups. */
static bool tell_holders(struct making *making)
{
    const uint32_t teams = making->tally->teams.count;
    sg_single_holder *list;

    if (!making->options->internal)
        return true;
    list = arena_array(making->arena, making->need_count * ((size_t)teams + 1),
                       sizeof *list);
    making->result->single_holders = list;
    for (size_t need = 0; list && need < making->need_count; need++) {
        if (making->needs[need].strength != SG_ESSENTIAL)
            continue;
        add_holder(making, list, need, STRINGS_NONE);
        for (size_t g = 1; g < making->group_count; g++)
            for (uint32_t team = 0; team < teams; team++)
                if (making->groups[g].by == BY_TEAM &&
                    making->team_group[team] == g)
                    add_holder(making, list, need, team);
    }
    return list != NULL;
}

/* ---- what runs out ---- */

static uint64_t expiring(const struct making *making, size_t need)
{
    const sg_tally *tally = making->tally;
    uint64_t count = 0;

    for (uint32_t t = 0; t < tally->role_count; t++) {
        const struct tally_target *target = tally->targets[t];
        for (uint32_t line = 0; target && line < target->line_count; line++)
            if (making->need_of[t][line] == need)
                count += target->expiring[line];
    }
    return count;
}

/* To be published a count has to be large enough, and so has what is left of
 * those who meet it. */
static bool tell_expiring(struct making *making)
{
    sg_needs *result = making->result;
    sg_expiring *list =
        arena_array(making->arena, making->need_count, sizeof *list);

    for (size_t need = 0; list && need < making->need_count; need++) {
        const uint64_t count = expiring(making, need);
        const sg_figure rest = making_figure(making, need, 0, SUPPRESS_MET);
        const bool may_tell = making->options->internal ||
                              (!rest.hidden && !making_is_small(count) &&
                               !making_is_small(rest.value - count));
        if (count > 0 && may_tell)
            list[result->expiring_count++] =
                (sg_expiring){.need = need, .staff = {.value = count}};
    }
    result->expiring = list;
    return list != NULL;
}

sg_status making_rest(struct making *making)
{
    making->result->eligible = eligible(making);
    return tell_one_step(making) && tell_holders(making) &&
                   tell_expiring(making)
               ? SG_OK
               : fault_memory(making->reterr);
}
