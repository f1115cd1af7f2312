/* SPDX-License-Identifier: MIT */
/* UTF-8 text: is it valid, how wide is it, what is it nearest to?
 *
 *     const char *guess = text_nearest(typed, names, count);
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one code point and moves *text past it; U+FFFD and one byte for
 * anything invalid. */
uint32_t text_next(const char **text);

bool text_is_utf8(const char *bytes, size_t count);

/* Columns on a terminal: one for each code point that is not a combining mark
 * or a control; two for the wide East Asian blocks. */
size_t text_width(const char *text);

/* Equal but for ASCII case. */
bool text_same(const char *a, const char *b);

/* The first character as it stands within a sentence: a small letter, unless
 * the text begins with a short form (NVQ) or a name of several words (European
 * Computer Driving Licence). */
char text_inner_first(const char *text);

/* Steps (insert, drop, change, swap of neighbours; ASCII case is free) from a
 * to b, counted up to `most`; most + 1 when there are more. */
size_t text_distance(const char *a, const char *b, size_t most);

/* The name that is nearest, or NULL when none is near enough to be meant (a
 * third of the longer length). The first of equals wins. */
const char *text_nearest(const char *typed, const char *const *names,
                         size_t count);

/* As text_nearest, for ids of several words: one that has all the typed words
 * in it, in whatever order, is what was meant ("numeracy" is "literacy-
 * numeracy"); and rather than none, one that shares a long word. */
const char *text_nearest_words(const char *typed, const char *const *names,
                               size_t count);

/* Writes `text` so that a terminal shows it and does nothing else: control
 * characters and bidirectional overrides as "?"; with `ascii`, also dashes,
 * quotes and the like as their nearest ASCII, the rest as "?". At most
 * room - 1 bytes, always ended, never in the middle of a character. */
void text_plain(char *out, size_t room, const char *text, bool ascii);

#endif
