/* SPDX-License-Identifier: MIT */
/* Texts, each kept once and close together. */
#include "base/strings.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 64, BLOCK = 64 * 1024 };

static uint64_t mixed(uint64_t value)
{
    value ^= value >> 32;
    value *= 0xd6e8feb86659fd93u;
    return value ^ value >> 29;
}

uint64_t strings_hash(const char *bytes, size_t size, uint64_t seed)
{
    uint64_t value = seed ^ size * 0x9e3779b97f4a7c15u;
    uint64_t word;
    for (; size >= sizeof(word); size -= sizeof(word), bytes += sizeof(word)) {
        memcpy(&word, bytes, sizeof(word));
        value = mixed(value ^ word) * 0x9e3779b97f4a7c15u;
    }
    word = 0;
    if (size > 0)
        memcpy(&word, bytes, size);
    return mixed(mixed(value ^ word));
}

/* Begun with the table's place in memory: a file cannot be made to have all
 * its texts in one slot. */
static uint32_t hash_of(const struct strings *strings, const char *text,
                        size_t size)
{
    return (uint32_t)strings_hash(text, size,
                                  (uint64_t)(uintptr_t)strings->texts);
}

static struct string_slot *slot_of(const struct strings *strings, uint32_t hash,
                                   const char *text)
{
    const uint32_t mask = strings->slot_count - 1;
    uint32_t at = hash & mask;
    for (;; at = (at + 1) & mask) {
        struct string_slot *slot = &strings->slots[at];
        if (slot->number == 0 ||
            (slot->hash == hash &&
             strcmp(strings->texts[slot->number - 1], text) == 0))
            return slot;
    }
}

/* The list may move, and with it the hashes. */
static bool grow(struct strings *strings)
{
    if (strings->room > UINT32_MAX / 8)
        return false;
    const uint32_t room = strings->room ? strings->room * 2 : FIRST_ROOM;
    struct string_slot *slots = calloc(2 * (size_t)room, sizeof(*slots));
    const char **texts =
        slots ? realloc(strings->texts, room * sizeof(*texts)) : NULL;
    if (!texts) {
        free(slots);
        return false;
    }
    free(strings->slots);
    strings->texts = texts;
    strings->room = room;
    strings->slots = slots;
    strings->slot_count = 2 * room;
    for (uint32_t i = 0; i < strings->count; i++) {
        const uint32_t hash = hash_of(strings, texts[i], strlen(texts[i]));
        *slot_of(strings, hash, texts[i]) =
            (struct string_slot){.hash = hash, .number = i + 1};
    }
    return true;
}

/* Many small texts share a block, without the padding of an arena's piece. */
static const char *keep(struct strings *strings, const char *text, size_t size)
{
    if (strings->left <= size) {
        const size_t block = size < BLOCK ? BLOCK : size + 1;
        char *place = arena_alloc(strings->arena, block);
        if (!place)
            return NULL;
        strings->at = place;
        strings->left = block;
    }
    char *kept = strings->at;
    memcpy(kept, text, size);
    kept[size] = '\0';
    strings->at += size + 1;
    strings->left -= size + 1;
    return kept;
}

uint32_t strings_add(struct strings *strings, const char *text, size_t size)
{
    if (strings->count == strings->room && !grow(strings))
        return STRINGS_NONE;
    const uint32_t hash = hash_of(strings, text, size);
    struct string_slot *slot = slot_of(strings, hash, text);
    if (slot->number > 0)
        return slot->number - 1;
    const char *kept = keep(strings, text, size);
    if (!kept)
        return STRINGS_NONE;
    strings->texts[strings->count] = kept;
    *slot = (struct string_slot){.hash = hash, .number = ++strings->count};
    return strings->count - 1;
}

uint32_t strings_find(const struct strings *strings, const char *text,
                      size_t size)
{
    if (strings->count == 0)
        return STRINGS_NONE;
    const uint32_t hash = hash_of(strings, text, size);
    const uint32_t number = slot_of(strings, hash, text)->number;
    return number > 0 ? number - 1 : STRINGS_NONE;
}

void strings_done(struct strings *strings)
{
    free(strings->texts);
    free(strings->slots);
    *strings = (struct strings){0};
}
