/* SPDX-License-Identifier: MIT */
/* Numbers from chance that are the same everywhere, and lists that grow.
 * Without memory the process ends. */
#ifndef PATH_CHANCE_H
#define PATH_CHANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct chance {
    uint64_t state; /* any number is a seed */
};

uint32_t chance_below(struct chance *chance, uint32_t count);
uint32_t chance_between(struct chance *chance, uint32_t low, uint32_t high);
bool chance_one_in(struct chance *chance, uint32_t count);

struct list {
    void *items;
    size_t size; /* of one item */
    uint32_t count;
    uint32_t room;
};

/* A new item of zeros at the end; items move. */
void *list_add(struct list *list);

/* Zeros. */
void *must_have(size_t count, size_t size);

#endif
