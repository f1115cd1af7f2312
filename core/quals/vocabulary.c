/* SPDX-License-Identifier: MIT */
/* Finding a word in the vocabulary, also when it is written with a mistake. */
#include "quals/lex.h"

#include <stdlib.h>
#include <string.h>

/* Letters of a known word that may be mended, and of one that takes an s. */
enum { MEND_LEAST = 6, STEM_LEAST = 3 };

uint16_t vocabulary_find(const struct quals *quals, const char *text)
{
    size_t low = 0, high = quals->word_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = strcmp(text, quals->words[middle]);
        if (order == 0)
            return (uint16_t)middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NO_WORD;
}

/* Whether one letter more, less or other, or two neighbours that changed
 * places, make `typed` of `known`, which is another word. */
static bool one_step(const char *typed, size_t length, const char *known,
                     size_t known_length)
{
    size_t head = 0;
    while (head < length && typed[head] == known[head])
        head++;
    const char *a = typed + head, *b = known + head;
    if (length == known_length)
        return strcmp(a + 1, b + 1) == 0 ||
               (a[0] == b[1] && a[1] == b[0] && strcmp(a + 2, b + 2) == 0);
    return length > known_length ? strcmp(a + 1, b) == 0
                                 : strcmp(a, b + 1) == 0;
}

/* The only word that is one step away, or NO_WORD. */
static uint16_t mended(const struct quals *quals, const char *text)
{
    const size_t length = strlen(text);
    uint16_t found = NO_WORD;
    if (length + 1 < MEND_LEAST)
        return NO_WORD;
    for (uint16_t i = 0; i < quals->word_count; i++) {
        const char *known = quals->words[i];
        const size_t known_length = strlen(known);
        if (known_length < MEND_LEAST || known_length + 1 < length ||
            known_length > length + 1)
            continue;
        if (!one_step(text, length, known, known_length))
            continue;
        if (found != NO_WORD)
            return NO_WORD;
        found = i;
    }
    return found;
}

/* The word without its s, when that is a word too; "as" is no plural. */
static uint16_t singular(const struct quals *quals, const char *text)
{
    char stem[WORD_ROOM];
    const size_t length = strlen(text);
    if (length <= STEM_LEAST || text[length - 1] != 's')
        return NO_WORD;
    memcpy(stem, text, length - 1);
    stem[length - 1] = '\0';
    return vocabulary_find(quals, stem);
}

static uint16_t with_s(const struct quals *quals, const char *text)
{
    char longer[WORD_ROOM + 1];
    const size_t length = strlen(text);
    if (length < STEM_LEAST)
        return NO_WORD;
    memcpy(longer, text, length);
    memcpy(longer + length, "s", 2);
    return vocabulary_find(quals, longer);
}

uint16_t vocabulary_guess(const struct quals *quals, const char *text,
                          bool *ret_plural)
{
    uint16_t found = singular(quals, text);
    *ret_plural = found != NO_WORD;
    if (found == NO_WORD)
        found = vocabulary_find(quals, text);
    if (found == NO_WORD)
        found = with_s(quals, text);
    return found != NO_WORD ? found : mended(quals, text);
}
