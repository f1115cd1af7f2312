/* SPDX-License-Identifier: MIT */
/* Members of a JSON object that has been checked already.
 *
 *     const struct date awarded = member_date(object, "awarded");
 *
 * What is left out is NULL, no date, or -1. */
#ifndef READ_MEMBER_H
#define READ_MEMBER_H

#include "base/arena.h"
#include "base/date.h"

#include <jansson.h>

/* A copy in the arena; NULL also when memory ran out (arena->failed). */
const char *member_text(struct arena *arena, const json_t *object,
                        const char *key);

struct date member_date(const json_t *object, const char *key);

/* The place of a text among words, of which NULL is the end. */
int member_word(const json_t *object, const char *key,
                const char *const *words);

/* A whole number; 0 when it is left out. */
uint32_t member_number(const json_t *object, const char *key);

#endif
