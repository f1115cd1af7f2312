/* SPDX-License-Identifier: MIT */
/* Whether tokens could be the beginning of JSON.
 *
 *     if (grammar_allows(text, token.end)) ...
 *
 * jansson reports a lack of memory as if the text were wrong: a text with
 * which nothing is wrong up to that place tells the two apart. */
#ifndef READ_GRAMMAR_H
#define READ_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>

/* Looks at the first `size` bytes, whose nesting has been checked. */
bool grammar_allows(const char *bytes, size_t size);

#endif
