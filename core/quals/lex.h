/* SPDX-License-Identifier: MIT */
/* A title in words: folded, split where letters meet digits, short forms
 * written out, small mistakes mended.
 *
 *     struct words words;
 *     lex_title(quals, plain, &words);
 */
#ifndef QUALS_LEX_H
#define QUALS_LEX_H

#include "quals/quals.h"

enum { WORDS_MOST = 96, WORD_ROOM = 32 };

enum word_kind { WORD_TEXT, WORD_NUMBER, WORD_YEAR };

struct word {
    char text[WORD_ROOM]; /* small letters */
    uint16_t id;          /* of the vocabulary, or NO_WORD */
    uint16_t number;
    uint8_t kind; /* enum word_kind */
    char before;  /* the last mark before it: '-', '/', ',', '(', ...; or 0 */
    bool glued;   /* nothing at all stands before it */
    bool plural;  /* with an s that the vocabulary's word has not */
    bool star;    /* "A*" */
    bool capital; /* all capitals */
    bool roman;   /* a number that was written in letters */
    bool used;    /* some rule has taken it */
};

struct words {
    struct word at[WORDS_MOST];
    size_t count;
    bool question; /* a question mark stands in it */
    bool cut;      /* there were more words */
};

/* Splits ASCII text and finds each word in the vocabulary. */
void lex_title(const struct quals *quals, const char *text,
               struct words *words);

/* Splits only: for the phrases of the data, while there is no vocabulary. */
void lex_plain(const char *text, struct words *words);

/* The place of a word, exactly; or NO_WORD. */
uint16_t vocabulary_find(const struct quals *quals, const char *text);

/* The same for a word of struct word, taking a plural for its singular and
 * back, and a mistake of one letter in a long word for the only word it can
 * be. */
uint16_t vocabulary_guess(const struct quals *quals, const char *text,
                          bool *ret_plural);

#endif
