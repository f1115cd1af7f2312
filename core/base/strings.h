/* SPDX-License-Identifier: MIT */
/* Texts, each kept once and close together.
 *
 *     struct strings texts = {.arena = &staff->arena};
 *     uint32_t index = strings_add(&texts, text, size);
 *     const char *kept = texts.texts[index];
 *     strings_done(&texts); // the texts stay in the arena
 *
 * Costs the text and its NUL, and 32 bytes or less while the table is in use.
 * Finding takes the same time however many there are. */
#ifndef BASE_STRINGS_H
#define BASE_STRINGS_H

#include "base/arena.h"

#include <stdint.h>

#define STRINGS_NONE UINT32_MAX

struct string_slot {
    uint32_t hash;
    uint32_t number; /* index + 1; 0: free */
};

struct strings {
    struct arena *arena;
    const char **texts; /* in the order of adding */
    uint32_t count, room;
    struct string_slot *slots;
    uint32_t slot_count;
    char *at; /* where the next text goes */
    size_t left;
};

/* The text's index, which is new when it was not there. STRINGS_NONE when
 * memory ran out. `size` is without the NUL. */
uint32_t strings_add(struct strings *strings, const char *text, size_t size);

/* Its index, or STRINGS_NONE. */
uint32_t strings_find(const struct strings *strings, const char *text,
                      size_t size);

void strings_done(struct strings *strings);

/* A number for bytes that differs from run to run with `seed`. */
uint64_t strings_hash(const char *bytes, size_t size, uint64_t seed);

#endif
