/* SPDX-License-Identifier: MIT */
/* What qualifications.json and subjects.json must be like.
 *
 *     shape_check(&checker, &subjects_file, NULL, root);
 *
 * The subjects are read first: the other file refers to their codes. */
#ifndef READ_QUALS_SHAPE_H
#define READ_QUALS_SHAPE_H

#include "read/shape.h"

enum quals_noun {
    QUALS_NONE,
    QUALS_SOURCE,
    QUALS_SUBJECT,
    QUALS_AWARD,
    QUALS_CREDENTIAL,
    QUALS_CHANGED,
    QUALS_FRAMEWORK,
    QUALS_NOUN_COUNT
};

extern const char *const quals_nouns[QUALS_NOUN_COUNT];

extern const struct shape subjects_file;
extern const struct shape qualifications_file;

/* The words of an enumeration, in the order of its numbers; ended by NULL. The
 * first stands for what is open. */
extern const char *const rqf_words[];
extern const char *const size_words[];
extern const char *const full_words[];
extern const char *const rank_words[];
extern const char *const meaning_words[];

/* The number of a word in such a list; 0 when it is not there, or NULL. */
uint8_t word_index(const char *const *words, const char *text);

#endif
