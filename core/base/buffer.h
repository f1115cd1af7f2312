/* SPDX-License-Identifier: MIT */
/* A string that grows, up to a ceiling.
 *
 *     struct buffer out = {.limit = LIMIT_FILE_BYTES};
 *     buffer_printf(&out, "%s\n", title);
 *     char *text = buffer_take(&out); // NULL if anything failed
 *
 * Like the arena it remembers a failure, so that it is checked once. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct buffer {
    char *data; /* always ends in NUL once anything was added */
    size_t size;
    size_t room;
    size_t limit; /* 0: no ceiling */
    bool failed;  /* memory ran out, or the ceiling was reached */
};

void buffer_add(struct buffer *buffer, const char *bytes, size_t count);
void buffer_puts(struct buffer *buffer, const char *text);
__attribute__((format(printf, 2, 3))) void
buffer_printf(struct buffer *buffer, const char *format, ...);

/* Hands the string over, to be free()d; NULL after a failure, and then
 * nothing is left to free. The buffer is empty again. */
char *buffer_take(struct buffer *buffer);
void buffer_done(struct buffer *buffer);

#endif
