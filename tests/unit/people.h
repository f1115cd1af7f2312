/* SPDX-License-Identifier: MIT */
/* One valid person file that has every field, and changing it in one place.
 *
 *     char *text = people_with("'level': 2", "'level': 9");
 *     struct problems found = {0};
 *     person_free(people_read(reference, text, &found));
 *     free(text);
 */
#ifndef TESTS_PEOPLE_H
#define TESTS_PEOPLE_H

#include "breakable.h"
#include "model/person.h"

/* The file with its first `from` exchanged for `to`, both in single quotes
 * where JSON has double ones. To be freed. */
char *people_with(const char *from, const char *to);

/* Reads so many bytes as a person file, from memory of just that size, and
 * keeps the problems. NULL when it has errors; otherwise to be freed. */
struct person *people_read_bytes(const struct reference *reference,
                                 const char *text, size_t size,
                                 struct problems *problems);

/* The same with a string. */
struct person *people_read(const struct reference *reference, const char *text,
                           struct problems *problems);

#endif
