/* SPDX-License-Identifier: MIT */
/* The table of needs by groups: filled, suppressed, and told. */
#include "workforce/making.h"

#include "base/fault.h"

#include <string.h>

/* ---- filling ---- */

static void add_cell(struct making *making, const uint32_t *need_of,
                     const struct tally_cell *cell, uint32_t lines,
                     size_t group)
{
    making->table.staff[group] += cell->staff;
    for (uint32_t i = 0; i < lines; i++) {
        const size_t at = making_at(making, need_of[i], group);
        const uint32_t *counts = cell->counts + (size_t)i * TALLY_STATES;
        uint32_t *into = making->table.counts + at * SUPPRESS_STATES;
        into[SUPPRESS_UNMET] += counts[SG_UNMET];
        into[SUPPRESS_ASK] += counts[SG_ASK];
        making->asked[at] += cell->staff;
    }
}

static void add_target(struct making *making, uint32_t number)
{
    const sg_tally *tally = making->tally;
    const struct tally_target *target = tally->targets[number];
    const uint32_t *need_of = making->need_of[number];

    for (uint32_t i = 0; i < target->team_room; i++)
        if (target->teams[i]) {
            add_cell(making, need_of, target->teams[i], target->line_count, 0);
            add_cell(making, need_of, target->teams[i], target->line_count,
                     making->team_group[i]);
        }
    for (uint32_t i = 0; i < tally->role_count; i++)
        if (target->roles[i]) {
            const uint32_t group = making->role_group[i];
            add_cell(making, need_of, target->roles[i], target->line_count,
                     group);
            add_cell(making, need_of, target->roles[i], target->line_count,
                     making->groups[group].inside);
        }
}

static bool fill_table(struct making *making)
{
    const sg_tally *tally = making->tally;
    const size_t cells = making->need_count * making->group_count;
    uint32_t *by =
        arena_array(&making->scratch, making->group_count, sizeof *by);
    uint32_t *inside =
        arena_array(&making->scratch, making->group_count, sizeof *inside);
    struct suppress_table *table = &making->table;

    *table = (struct suppress_table){.need_count = making->need_count,
                                     .group_count = making->group_count,
                                     .by = by,
                                     .inside = inside};
    table->staff = arena_array(&making->scratch, making->group_count,
                               sizeof *table->staff);
    table->shown = arena_array(&making->scratch, making->group_count,
                               sizeof *table->shown);
    table->counts = arena_array(&making->scratch, cells,
                                SUPPRESS_STATES * sizeof *table->counts);
    table->hidden = arena_array(&making->scratch, cells,
                                SUPPRESS_STATES * sizeof *table->hidden);
    table->known = arena_array(&making->scratch, cells, sizeof *table->known);
    making->asked = arena_array(&making->scratch, cells, sizeof *making->asked);
    if (making->scratch.failed)
        return false;
    for (size_t g = 0; g < making->group_count; g++) {
        by[g] = making->groups[g].by;
        inside[g] = making->groups[g].inside;
        table->shown[g] = (uint32_t)g;
    }
    for (uint32_t i = 0; i < tally->role_count; i++)
        if (tally->targets[i])
            add_target(making, i);
    return true;
}

/* Who neither lacks it nor has to be asked: they meet it, or nobody asks them
 * for it. */
static void fill_rest(struct making *making)
{
    for (size_t need = 0; need < making->need_count; need++)
        for (size_t group = 0; group < making->group_count; group++) {
            uint32_t *counts = making->table.counts +
                               making_at(making, need, group) * SUPPRESS_STATES;
            counts[SUPPRESS_MET] = making->table.staff[group] -
                                   counts[SUPPRESS_UNMET] -
                                   counts[SUPPRESS_ASK];
        }
}

/* Which roles do not ask for a need on the way up is in the frameworks, so
 * that of their staff everybody knows that none lacks it. */
static void fill_known(struct making *making)
{
    for (size_t need = 0; need < making->need_count; need++)
        for (size_t group = 0; group < making->group_count; group++) {
            const size_t at = making_at(making, need, group);
            making->table.known[at] = making->groups[group].by == BY_ROLE &&
                                      making->tally->wanted == SG_NEEDS_NEXT &&
                                      making->asked[at] == 0;
        }
}

/* Those put together have the sums, also of who was asked. */
static void note_merged(struct making *making)
{
    for (size_t g = 0; g < making->group_count; g++) {
        const uint32_t into = making->table.shown[g];
        if (into == g)
            continue;
        making->groups[into].merged = true;
        for (size_t need = 0; need < making->need_count; need++)
            making->asked[making_at(making, need, into)] +=
                making->asked[making_at(making, need, g)];
    }
}

/* ---- telling ---- */

sg_figure making_figure(const struct making *making, size_t need, size_t group,
                        int state)
{
    const size_t at =
        making_at(making, need, group) * SUPPRESS_STATES + (size_t)state;

    if (making->table.hidden[at])
        return (sg_figure){.hidden = true};
    return (sg_figure){.value = making->table.counts[at]};
}

static sg_need_counts counts_of(const struct making *making, size_t need,
                                size_t group)
{
    const struct need *inside = &making->inside[need];
    const uint32_t asked = making->asked[making_at(making, need, group)];
    sg_need_counts counts = {
        .unmet = making_figure(making, need, group, SUPPRESS_UNMET),
        .ask = making_figure(making, need, group, SUPPRESS_ASK),
        .rest = making_figure(making, need, group, SUPPRESS_MET),
    };

    counts.suppressed =
        counts.unmet.hidden || counts.ask.hidden || counts.rest.hidden;
    counts.met = counts.rest;
    if (!making->needs[need].asked_of_all) {
        counts.met.hidden |= !making->options->internal;
        counts.met.value = counts.met.hidden
                               ? 0
                               : asked - counts.unmet.value - counts.ask.value;
    }
    counts.cost_pence.hidden = counts.unmet.hidden;
    if (inside->remedy_count > 0 && !counts.unmet.hidden)
        counts.cost_pence.value =
            remedy_cost(making, &inside->remedies[0], counts.unmet.value);
    return counts;
}

static const char *group_words(const struct group *group)
{
    static const char *const words[] = {"all", "team", "grade", "role"};

    return words[group->by];
}

/* What those are called that were put together. */
static const char *merged_name(const struct group *group)
{
    if (group->by == BY_TEAM)
        return TEAMS_SMALL;
    return group->by == BY_GRADE ? "Grades with few staff together"
                                 : "Roles with few staff together";
}

static bool tell_group(struct making *making, size_t g, sg_need_group *told)
{
    const struct group *group = &making->groups[g];
    sg_need_counts *needs =
        arena_array(making->arena, making->need_count, sizeof *needs);

    if (!needs)
        return false;
    for (size_t need = 0; need < making->need_count; need++)
        needs[need] = counts_of(making, need, g);
    *told = (sg_need_group){
        .by = group_words(group),
        .name = group->merged ? merged_name(group) : group->name,
        .id = group->by == BY_ROLE && !group->merged ? group->id : NULL,
        .merged = group->merged,
        .staff = {.value = making->table.staff[g]},
        .needs = needs,
    };
    return true;
}

/* Those put together come last of their kind: their place would tell the name
 * of one of them. */
static bool tell_grouping(struct making *making, enum grouping by,
                          sg_need_group *told, size_t *count)
{
    for (int merged = 0; merged < 2; merged++)
        for (size_t g = 1; g < making->group_count; g++) {
            const struct group *group = &making->groups[g];
            if (group->by == by && group->merged == (merged == 1) &&
                making->table.shown[g] == g &&
                !tell_group(making, g, &told[(*count)++]))
                return false;
        }
    return true;
}

static bool tell_groups(struct making *making)
{
    sg_need_group *told =
        arena_array(making->arena, making->group_count, sizeof *told);
    size_t count = 0;

    /* Of very few nothing is told. */
    const bool all_hidden =
        !making->options->internal && making->table.staff[0] < SUPPRESS_LEAST;
    for (int by = BY_TEAM; told && !all_hidden && by <= BY_ROLE; by++)
        if (!tell_grouping(making, (enum grouping)by, told, &count))
            return false;
    making->result->groups = told;
    making->result->group_count = count;
    return told != NULL;
}

static void tell_all(struct making *making)
{
    sg_needs *result = making->result;

    for (size_t need = 0; need < making->need_count; need++) {
        sg_need *told = &making->needs[need];
        told->all = counts_of(making, need, 0);
        if (told->strength != SG_ESSENTIAL)
            continue;
        result->cost_pence.hidden |= told->all.cost_pence.hidden;
        result->cost_pence.value += told->all.cost_pence.value;
    }
    if (result->cost_pence.hidden)
        result->cost_pence.value = 0;
    result->needs = making->needs;
    result->need_count = making->need_count;
}

sg_status making_counts(struct making *making)
{
    sg_status status = SG_OK;

    if (!fill_table(making))
        return fault_memory(making->reterr);
    fill_rest(making);
    fill_known(making);
    for (size_t need = 0; need < making->need_count; need++)
        making->needs[need].asked_of_all =
            making->asked[making_at(making, need, 0)] == making->table.staff[0];
    if (!making->options->internal && making->need_count > 0)
        status = suppress_small(&making->table, SUPPRESS_LEAST, making->reterr);
    if (status != SG_OK)
        return status;
    note_merged(making);
    tell_all(making);
    return tell_groups(making) ? SG_OK : fault_memory(making->reterr);
}
