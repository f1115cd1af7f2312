/* SPDX-License-Identifier: MIT */
/* One small valid framework file, and changing it in one place.
 *
 *     char *text = breakable_with("'rank': 2", "'rank': 1");
 *     struct problems found = {0};
 *     breakable_read(reference, text, &found);
 *     free(text);
 *
 * It has two roles, t/low and t/high, and something of each noun. */
#ifndef TESTS_BREAKABLE_H
#define TESTS_BREAKABLE_H

#include "model/framework.h"
#include "model/reference.h"
#include "skillgap/error.h"

enum { KEPT = 40 };

/* The problems of one reading. */
struct problems {
    sg_error list[KEPT];
    size_t count;
};

/* The file with its first `from` exchanged for `to`, both in single quotes
 * where JSON has double ones. To be freed. */
char *breakable_with(const char *from, const char *to);

/* Reads a text as a framework file and keeps its problems. NULL when it has
 * errors; otherwise to be freed. */
struct framework *breakable_read(const struct reference *reference,
                                 const char *text, struct problems *problems);

/* Where things stand in it. */
#define FAMILY "/families/0"
#define LOW "/families/0/roles/0"
#define HIGH "/families/0/roles/1"
#define OR HIGH "/specification/essential/0/needs"
#define TWO HIGH "/specification/essential/1/needs"

/* The whole of some lines' needs, to be exchanged. */
#define LOW_NEEDS                                                              \
    "'needs': {'op': 'skill',\n      'label': 'Basic IT', "                    \
    "'criterion': 'it-keyboard',\n      'degree': 'basic'}"
#define WISH_NEEDS                                                             \
    "'needs': {'op': 'training',\n      'label': 'Trained', "                  \
    "'criterion': 'in-house-training'}"

#endif
