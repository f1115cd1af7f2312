/* SPDX-License-Identifier: MIT */
/* Counts of what many people meet, in a form that adds up. */
#include "model/tally.h"

#include <stdlib.h>
#include <string.h>

const char *const tally_reason_words[REASON_COUNT] = {
    "no-role",        "role-unknown", "no-target",
    "target-unknown", "no-next-role", "in-role",
};

const char *const tally_wanted_words[] = {"role", "next", "stated", NULL};

struct sg_tally *tally_new(const sg_catalogue *catalogue)
{
    struct sg_tally *tally = calloc(1, sizeof(*tally));

    if (!tally)
        return NULL;
    tally->catalogue = catalogue;
    tally->role_count = (uint32_t)sg_catalogue_role_count(catalogue);
    tally->teams.arena = &tally->arena;
    tally->class_keys.arena = &tally->arena;
    tally->targets =
        arena_array(&tally->arena, tally->role_count, sizeof(*tally->targets));
    if (!tally->targets) {
        tally_free(tally);
        return NULL;
    }
    return tally;
}

uint32_t tally_role_number(const sg_catalogue *catalogue, sg_role role)
{
    uint32_t number = role.index;

    for (uint32_t i = 0; i < role.framework; i++)
        number += catalogue->frameworks[i].framework->role_count;
    return number;
}

struct tally_target *tally_target(struct sg_tally *tally, sg_role role)
{
    struct tally_target **place =
        &tally->targets[tally_role_number(tally->catalogue, role)];

    if (*place)
        return *place;
    const uint32_t lines = catalogue_role(tally->catalogue, role)->lines.count;
    struct tally_target *target = arena_alloc(&tally->arena, sizeof(*target));
    if (!target)
        return NULL;
    *target = (struct tally_target){
        .role = role,
        .line_count = lines,
        .roles = arena_array(&tally->arena, tally->role_count,
                             sizeof(*target->roles)),
        .expiring =
            arena_array(&tally->arena, lines, sizeof(*target->expiring)),
    };
    if (tally->arena.failed)
        return NULL;
    return *place = target;
}

static struct tally_cell *cell_new(struct sg_tally *tally, uint32_t lines,
                                   bool with_holders)
{
    struct tally_cell *cell = arena_alloc(&tally->arena, sizeof(*cell));

    if (!cell)
        return NULL;
    cell->counts = arena_array(&tally->arena, (size_t)lines * TALLY_STATES,
                               sizeof(*cell->counts));
    if (with_holders)
        cell->holders =
            arena_array(&tally->arena, lines, sizeof(*cell->holders));
    return tally->arena.failed ? NULL : cell;
}

/* Makes room for a team that came after the target. */
static bool make_team_room(struct sg_tally *tally, struct tally_target *target,
                           uint32_t team)
{
    if (team < target->team_room)
        return true;
    const uint32_t room = (team + 1) * 2;
    struct tally_cell **teams =
        arena_array(&tally->arena, room, sizeof(*teams));
    if (!teams)
        return false;
    if (target->team_room > 0)
        memcpy(teams, target->teams, target->team_room * sizeof(*teams));
    target->teams = teams;
    target->team_room = room;
    return true;
}

struct tally_cell *tally_team(struct sg_tally *tally,
                              struct tally_target *target, const char *team)
{
    const uint32_t at = strings_add(&tally->teams, team, strlen(team));

    if (at == STRINGS_NONE)
        tally->arena.failed = true;
    if (at == STRINGS_NONE || !make_team_room(tally, target, at))
        return NULL;
    if (!target->teams[at])
        target->teams[at] = cell_new(tally, target->line_count, true);
    return target->teams[at];
}

struct tally_cell *tally_role(struct sg_tally *tally,
                              struct tally_target *target, sg_role from)
{
    const uint32_t at = tally_role_number(tally->catalogue, from);

    if (!target->roles[at])
        target->roles[at] = cell_new(tally, target->line_count, false);
    return target->roles[at];
}

enum { DIGIT_BITS = 6, DIGITS = 6 };

/* A number as characters of which none is NUL. */
static char *put_number(char *at, uint32_t number)
{
    for (int i = 0; i < DIGITS; i++, number >>= DIGIT_BITS)
        *at++ = (char)('0' + (number & ((1u << DIGIT_BITS) - 1)));
    return at;
}

/* Two classes are one when this is equal. To be freed. */
static char *class_key(const struct sg_tally *tally,
                       const struct tally_target *target, const uint32_t *lines,
                       uint32_t count)
{
    char *key = malloc(((size_t)count + 1) * DIGITS + 1);

    if (!key)
        return NULL;
    char *at =
        put_number(key, tally_role_number(tally->catalogue, target->role));
    for (uint32_t i = 0; i < count; i++)
        at = put_number(at, lines[i]);
    *at = '\0';
    return key;
}

static bool make_class_room(struct sg_tally *tally)
{
    if (tally->class_keys.count < tally->class_room)
        return true;
    const uint32_t room = tally->class_room ? tally->class_room * 2 : 64;
    struct tally_class *classes =
        realloc(tally->classes, room * sizeof(*classes));
    if (!classes)
        return false;
    tally->classes = classes;
    tally->class_room = room;
    return true;
}

struct tally_class *tally_class(struct sg_tally *tally,
                                struct tally_target *target,
                                const uint32_t *lines, uint32_t count)
{
    char *key = class_key(tally, target, lines, count);
    const uint32_t before = tally->class_keys.count;
    const uint32_t at = key && make_class_room(tally)
                            ? strings_add(&tally->class_keys, key, strlen(key))
                            : STRINGS_NONE;

    free(key);
    if (at == STRINGS_NONE) {
        tally->arena.failed = true;
        return NULL;
    }
    struct tally_class *found = &tally->classes[at];
    if (at < before)
        return found;
    *found = (struct tally_class){.target = target, .line_count = count};
    found->lines = arena_array(&tally->arena, count, sizeof(*found->lines));
    if (found->lines && count > 0)
        memcpy(found->lines, lines, count * sizeof(*lines));
    return tally->arena.failed ? NULL : found;
}

uint32_t tally_assessed(const struct sg_tally *tally)
{
    uint32_t assessed = tally->staff;

    for (int i = 0; i < REASON_COUNT; i++)
        assessed -= tally->not_assessed[i];
    return assessed;
}

/* ---- adding up ---- */

/* All counts are at most the staff, which is looked at first. */
static void add_counts(uint32_t *counts, const uint32_t *more, size_t count)
{
    for (size_t i = 0; i < count; i++)
        counts[i] += more[i];
}

static void add_cell(struct sg_tally *tally, struct tally_cell *cell,
                     const struct tally_cell *more, uint32_t lines)
{
    cell->staff += more->staff;
    add_counts(cell->counts, more->counts, (size_t)lines * TALLY_STATES);
    for (uint32_t i = 0; more->holders && i < lines; i++)
        if (more->holders[i])
            cell->holders[i] = arena_strdup(&tally->arena, more->holders[i]);
}

static bool add_target(struct sg_tally *tally, const struct sg_tally *other,
                       const struct tally_target *more)
{
    struct tally_target *target = tally_target(tally, more->role);

    if (!target)
        return false;
    add_counts(target->expiring, more->expiring, more->line_count);
    for (uint32_t i = 0; i < more->team_room; i++) {
        if (!more->teams[i])
            continue;
        struct tally_cell *cell =
            tally_team(tally, target, other->teams.texts[i]);
        if (!cell)
            return false;
        add_cell(tally, cell, more->teams[i], more->line_count);
    }
    for (uint32_t i = 0; i < other->role_count; i++) {
        if (!more->roles[i])
            continue;
        if (!target->roles[i])
            target->roles[i] = cell_new(tally, target->line_count, false);
        if (!target->roles[i])
            return false;
        add_cell(tally, target->roles[i], more->roles[i], more->line_count);
    }
    return true;
}

static bool add_classes(struct sg_tally *tally, const struct sg_tally *more)
{
    for (uint32_t i = 0; i < more->class_keys.count; i++) {
        const struct tally_class *other = &more->classes[i];
        struct tally_target *target = tally_target(tally, other->target->role);
        struct tally_class *own =
            target ? tally_class(tally, target, other->lines, other->line_count)
                   : NULL;
        if (!own)
            return false;
        own->staff += other->staff;
    }
    return true;
}

bool tally_add(struct sg_tally *tally, const struct sg_tally *more)
{
    if (more->staff > UINT32_MAX - tally->staff ||
        more->rejected_rows > UINT32_MAX - tally->rejected_rows)
        return false;
    tally->staff += more->staff;
    tally->several_posts += more->several_posts;
    tally->rejected_rows += more->rejected_rows;
    add_counts(tally->not_assessed, more->not_assessed, REASON_COUNT);
    for (uint32_t i = 0; i < more->role_count; i++)
        if (more->targets[i] && !add_target(tally, more, more->targets[i]))
            return false;
    return add_classes(tally, more) && !tally->arena.failed;
}

void tally_free(struct sg_tally *tally)
{
    if (!tally)
        return;
    strings_done(&tally->teams);
    strings_done(&tally->class_keys);
    free(tally->classes);
    arena_done(&tally->arena);
    free(tally);
}
