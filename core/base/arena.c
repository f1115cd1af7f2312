/* SPDX-License-Identifier: MIT */
/* Memory that is taken piece by piece and given back all at once. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    _Alignas(max_align_t) unsigned char bytes[];
};

static size_t rounded_up(size_t size)
{
    const size_t grain = _Alignof(max_align_t);
    return (size + grain - 1) / grain * grain;
}

/* Blocks double, so that a small arena stays small and a large one has few. */
static size_t block_size_for(const struct arena *arena, size_t size)
{
    size_t usual = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    if (usual > LARGEST_BLOCK)
        usual = LARGEST_BLOCK;
    return size > usual ? size : usual;
}

static struct arena_block *block_add(struct arena *arena, size_t size)
{
    const size_t room = block_size_for(arena, size);
    struct arena_block *block = malloc(sizeof(*block) + room);
    if (!block)
        return NULL;
    block->used = 0;
    block->size = room;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (arena->failed)
        return NULL;
    if (size > SIZE_MAX / 2) {
        arena->failed = true;
        return NULL;
    }
    const size_t wanted = rounded_up(size ? size : 1);
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < wanted)
        block = block_add(arena, wanted);
    if (!block) {
        arena->failed = true;
        return NULL;
    }
    void *place = block->bytes + block->used;
    block->used += wanted;
    return memset(place, 0, wanted);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) {
        arena->failed = true;
        return NULL;
    }
    return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX) {
        arena->failed = true;
        return NULL;
    }
    char *copy = arena_alloc(arena, length + 1);
    if (copy && length > 0)
        memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    const int length = vsnprintf(NULL, 0, format, values);
    va_end(values);
    if (length < 0) {
        arena->failed = true;
        return NULL;
    }
    char *text = arena_alloc(arena, (size_t)length + 1);
    if (!text)
        return NULL;
    va_start(values, format);
    vsnprintf(text, (size_t)length + 1, format, values);
    va_end(values);
    return text;
}

static void blocks_free(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void arena_done(struct arena *arena)
{
    blocks_free(arena->blocks);
    *arena = (struct arena){0};
}

/* The newest block is the largest, or was made for one large piece. */
void arena_clear(struct arena *arena)
{
    struct arena_block *kept = arena->blocks;
    if (kept && kept->size <= LARGEST_BLOCK) {
        blocks_free(kept->next);
        kept->next = NULL;
        kept->used = 0;
        *arena = (struct arena){.blocks = kept};
    } else {
        arena_done(arena);
    }
}
