/* SPDX-License-Identifier: MIT */
/* The groups of staff that a report tells of. */
#include "workforce/making.h"

#include "base/fault.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NO_GRADE "No grade published"

/* ---- teams ---- */

struct team {
    const char *name;
    uint32_t index; /* of the tally */
};

static int compare_teams(const void *left, const void *right)
{
    const struct team *a = left;
    const struct team *b = right;

    return strcmp(a->name, b->name);
}

static uint32_t add_group(struct making *making, struct group group)
{
    making->groups[making->group_count] = group;
    return (uint32_t)making->group_count++;
}

static bool has_team(const sg_tally *tally, uint32_t team)
{
    for (uint32_t i = 0; i < tally->role_count; i++) {
        const struct tally_target *target = tally->targets[i];
        if (target && team < target->team_room && target->teams[team])
            return true;
    }
    return false;
}

/* No team's own name is the same as what others are called here. */
static const char *team_name(struct making *making, const char *name)
{
    if (*name == '\0')
        return TEAM_NONE;
    if (strcasecmp(name, TEAM_NONE) == 0 || strcasecmp(name, TEAMS_SMALL) == 0)
        return arena_printf(making->arena, "%s (a team of this name)", name);
    return name;
}

/* By name; those without a team come last. */
static bool add_teams(struct making *making)
{
    const struct strings *names = &making->tally->teams;
    struct team *teams =
        arena_array(&making->scratch, names->count, sizeof *teams);
    size_t count = 0;

    if (!teams)
        return false;
    for (uint32_t i = 0; i < names->count; i++)
        if (has_team(making->tally, i))
            teams[count++] = (struct team){names->texts[i], i};
    if (count > 0)
        qsort(teams, count, sizeof *teams, compare_teams);
    for (int nameless = 0; nameless < 2; nameless++)
        for (size_t i = 0; i < count; i++) {
            const bool has_name = *teams[i].name != '\0';
            if (has_name == (nameless == 1))
                continue;
            const char *told = team_name(making, teams[i].name);
            if (!told)
                return false;
            making->team_group[teams[i].index] =
                add_group(making, (struct group){.by = BY_TEAM, .name = told});
        }
    return true;
}

/* ---- grades and roles ---- */

static bool has_role(const sg_tally *tally, uint32_t number)
{
    for (uint32_t i = 0; i < tally->role_count; i++)
        if (tally->targets[i] && tally->targets[i]->roles[number])
            return true;
    return false;
}

/* Grades of different councils are kept apart. */
static bool is_grade(const struct group *group, const sg_role_info *role)
{
    if (group->by != BY_GRADE || !role->grade)
        return group->by == BY_GRADE && !group->id;
    return group->id && strcmp(group->name, role->grade) == 0 &&
           strcmp(group->id, role->council) == 0;
}

static uint32_t grade_of(const struct making *making, const sg_role_info *role)
{
    for (uint32_t i = 0; i < making->group_count; i++)
        if (is_grade(&making->groups[i], role))
            return i;
    return NO_INDEX;
}

struct graded {
    sg_role_info role;
    uint32_t framework;
};

static int compare_grades(const void *left, const void *right)
{
    const struct graded *a = left;
    const struct graded *b = right;

    if (a->framework != b->framework)
        return a->framework < b->framework ? -1 : 1;
    if ((a->role.grade == NULL) != (b->role.grade == NULL))
        return a->role.grade ? -1 : 1;
    if (a->role.grade_rank != b->role.grade_rank)
        return a->role.grade_rank < b->role.grade_rank ? -1 : 1;
    return a->role.grade ? strcmp(a->role.grade, b->role.grade) : 0;
}

static bool add_grades(struct making *making)
{
    const sg_tally *tally = making->tally;
    struct graded *list =
        arena_array(&making->scratch, tally->role_count, sizeof *list);
    size_t count = 0;

    if (!list)
        return false;
    for (uint32_t i = 0; i < tally->role_count; i++) {
        const sg_role role = sg_catalogue_role_at(making->catalogue, i);
        if (has_role(tally, i))
            list[count++] = (struct graded){
                sg_role_info_of(making->catalogue, role), role.framework};
    }
    if (count > 0)
        qsort(list, count, sizeof *list, compare_grades);
    for (size_t i = 0; i < count; i++)
        if (grade_of(making, &list[i].role) == NO_INDEX)
            add_group(
                making,
                (struct group){
                    .by = BY_GRADE,
                    .name = list[i].role.grade ? list[i].role.grade : NO_GRADE,
                    .id = list[i].role.grade ? list[i].role.council : NULL});
    return true;
}

static void add_roles(struct making *making)
{
    const sg_tally *tally = making->tally;

    for (uint32_t i = 0; i < tally->role_count; i++) {
        if (!has_role(tally, i))
            continue;
        const sg_role_info role = sg_role_info_of(
            making->catalogue, sg_catalogue_role_at(making->catalogue, i));
        making->role_group[i] = add_group(
            making, (struct group){.by = BY_ROLE,
                                   .name = role.title,
                                   .id = role.id,
                                   .inside = grade_of(making, &role)});
    }
}

sg_status making_groups(struct making *making)
{
    const sg_tally *tally = making->tally;
    const size_t most = 1 + (size_t)tally->teams.count +
                        2 * (size_t)tally->role_count + tally->class_keys.count;

    making->groups =
        arena_array(&making->scratch, most, sizeof *making->groups);
    making->team_group = arena_array(&making->scratch, tally->teams.count,
                                     sizeof *making->team_group);
    making->role_group = arena_array(&making->scratch, tally->role_count,
                                     sizeof *making->role_group);
    if (making->scratch.failed)
        return fault_memory(making->reterr);
    add_group(making, (struct group){.by = BY_ALL, .name = "All"});
    if (!add_teams(making) || !add_grades(making))
        return fault_memory(making->reterr);
    add_roles(making);
    return SG_OK;
}
