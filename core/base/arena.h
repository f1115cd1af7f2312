/* SPDX-License-Identifier: MIT */
/* Memory that is taken piece by piece and given back all at once.
 *
 *     struct arena arena = {0};
 *     char *label = arena_printf(&arena, "%s level %u", scale, level);
 *     if (arena.failed) ... // one check at the end is enough
 *     arena_done(&arena);
 *
 * A zeroed struct is an empty arena. Once memory runs out `failed` stays set
 * and every later call returns NULL, so a builder may check once, provided
 * that it does not write through what it was given before checking. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;
    bool failed;
};

/* Zeroed memory, aligned for any type; NULL when none is left. A size of 0
 * gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);

/* Zeroed memory for count items; NULL on overflow too. */
void *arena_array(struct arena *arena, size_t count, size_t size);

char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);

__attribute__((format(printf, 2, 3))) char *
arena_printf(struct arena *arena, const char *format, ...);

/* Frees everything; the arena is empty and usable again. */
void arena_done(struct arena *arena);

/* Empties it as well, and keeps one block for what comes next: for work that
 * is done over and over. */
void arena_clear(struct arena *arena);

#endif
