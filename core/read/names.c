/* SPDX-License-Identifier: MIT */
/* A set of names, in the order of adding, found by hashing. */
#include "read/names.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 8 };

/* FNV-1a, begun with the place in memory of the table, which differs from run
 * to run: a file cannot be made to have all its names in one slot. */
static uint32_t hash(const uint32_t *slots, const char *id)
{
    uint64_t value = 0xcbf29ce484222325u ^ (uint64_t)(uintptr_t)slots;
    for (; *id; id++)
        value = (value ^ (unsigned char)*id) * 0x100000001b3u;
    return (uint32_t)(value ^ value >> 32);
}

/* The slot that holds the name, or the free one where it belongs. */
static uint32_t slot_of(const struct names *names, const char *id)
{
    const uint32_t mask = names->slot_count - 1;
    uint32_t slot = hash(names->slots, id) & mask;
    while (names->slots[slot] &&
           strcmp(names->ids[names->slots[slot] - 1], id) != 0)
        slot = (slot + 1) & mask;
    return slot;
}

static bool grow_lists(struct names *names, uint32_t room)
{
    const char **ids = realloc(names->ids, room * sizeof(*ids));
    if (!ids)
        return false;
    names->ids = ids;
    const void **owners = realloc(names->owners, room * sizeof(*owners));
    if (!owners)
        return false;
    names->owners = owners;
    names->room = room;
    return true;
}

/* At most half of the slots are ever used. */
static bool grow(struct names *names)
{
    if (names->room > UINT32_MAX / 8)
        return false;
    const uint32_t room = names->room ? names->room * 2 : FIRST_ROOM;
    uint32_t *slots = calloc(2 * (size_t)room, sizeof(*slots));
    if (!slots)
        return false;
    if (!grow_lists(names, room)) {
        free(slots);
        return false;
    }
    free(names->slots);
    names->slots = slots;
    names->slot_count = 2 * room;
    for (uint32_t i = 0; i < names->count; i++)
        slots[slot_of(names, names->ids[i])] = i + 1;
    return true;
}

bool names_add(struct names *names, const char *id, const void *owner)
{
    if (names->count == names->room && !grow(names))
        return false;
    const uint32_t slot = slot_of(names, id);
    if (names->slots[slot])
        return true;
    names->ids[names->count] = id;
    names->owners[names->count] = owner;
    names->slots[slot] = ++names->count;
    return true;
}

uint32_t names_index(const struct names *names, const char *id)
{
    if (names->count == 0)
        return NAMES_NONE;
    const uint32_t found = names->slots[slot_of(names, id)];
    return found ? found - 1 : NAMES_NONE;
}

void names_done(struct names *names)
{
    free(names->ids);
    free(names->owners);
    free(names->slots);
    *names = (struct names){0};
}
