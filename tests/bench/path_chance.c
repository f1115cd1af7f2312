/* SPDX-License-Identifier: MIT */
#include "path_chance.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* splitmix64: each state gives a good number, so seeds may stand close
 * together. */
static uint64_t next(struct chance *chance)
{
    uint64_t z = chance->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

uint32_t chance_below(struct chance *chance, uint32_t count)
{
    return (uint32_t)((next(chance) >> 32) * count >> 32);
}

uint32_t chance_between(struct chance *chance, uint32_t low, uint32_t high)
{
    return low + chance_below(chance, high - low + 1);
}

bool chance_one_in(struct chance *chance, uint32_t count)
{
    return chance_below(chance, count) == 0;
}

static void end_without_memory(void)
{
    fputs("no memory\n", stderr);
    exit(EXIT_FAILURE);
}

void *list_add(struct list *list)
{
    if (list->count == list->room) {
        const uint32_t room = list->room ? 2 * list->room : 64;
        void *items = realloc(list->items, room * list->size);
        if (!items)
            end_without_memory();
        list->items = items;
        list->room = room;
    }
    return memset((char *)list->items + list->count++ * list->size, 0,
                  list->size);
}

void *must_have(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory)
        end_without_memory();
    return memory;
}
