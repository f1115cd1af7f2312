/* SPDX-License-Identifier: MIT */
/* What qualifications are about, in words: of several there is no one subject.
 *
 *     struct subject_names names = {0};
 *     subject_names_add(&names, quals, "6 GCSEs inc Eng Lang + Maths", arena);
 *     subject_names_join(&names, arena); "English language; Mathematics"
 *
 * Sorted and each once, so that the order of the file plays no part. Strings
 * are the arena's. */
#ifndef QUALS_SUBJECT_NAMES_H
#define QUALS_SUBJECT_NAMES_H

#include "quals/quals.h"

enum { SUBJECT_NAMES_MOST = 16 };

struct subject_names {
    const char *at[SUBJECT_NAMES_MOST];
    size_t count;
    bool more; /* there were more of them than are kept */
};

/* Adds the subjects that a title names; says how many it names. */
size_t subject_names_add(struct subject_names *names, const struct quals *quals,
                         const char *title, struct arena *arena);

/* The same as words to be compared, in small letters and without mistakes:
 * those of each subject that is known; or all words of the title that are not
 * of its award, grades or date as `one` name, whether they are known or not. */
void subject_keys_add(struct subject_names *keys, const struct quals *quals,
                      const char *title, bool one, struct arena *arena);

/* Adds one, unless it is there. */
void subject_names_put(struct subject_names *names, const char *name);

/* All of them, with semicolons between; NULL for none. */
const char *subject_names_join(const struct subject_names *names,
                               struct arena *arena);

#endif
