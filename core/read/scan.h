/* SPDX-License-Identifier: MIT */
/* JSON text in tokens, without judging its grammar.
 *
 *     struct scan scan = {.bytes = text, .size = size};
 *     struct token token;
 *     while (scan_next(&scan, &token)) ...
 *
 * Used to count what parsing would cost, and to find the place of an error. */
#ifndef READ_SCAN_H
#define READ_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct scan {
    const char *bytes;
    size_t size;
    size_t at;
};

/* A bracket, comma or colon; '"' for a string with its quotes; 'w' for anything
 * else without spaces: numbers, true, nonsense. */
struct token {
    char kind;
    bool cut; /* a string that the end of the text leaves open */
    size_t start;
    size_t end;
};

/* False at the end of the text. */
bool scan_next(struct scan *scan, struct token *ret_token);

/* Line and column, both from 1, of a byte; columns are characters. */
void scan_place(const char *bytes, size_t at, uint32_t *ret_line,
                uint32_t *ret_column);

#endif
