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

/* Adds one, unless it is there. */
void subject_names_put(struct subject_names *names, const char *name);

/* All of them, with semicolons between; NULL for none. */
const char *subject_names_join(const struct subject_names *names,
                               struct arena *arena);

#endif
