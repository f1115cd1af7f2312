/* SPDX-License-Identifier: MIT */
/* Frameworks in folders that nobody named, which cannot be used.
 *
 *     left_out_add(&list, file, &sink, &arena);
 *     ...
 *     left_out_tell(list, catalogue, problem, user);
 *
 * Each is one warning, told when all places have been looked at: only then it
 * is known what is used in its place. */
#ifndef CATALOGUE_LEFT_OUT_H
#define CATALOGUE_LEFT_OUT_H

#include "base/arena.h"
#include "model/catalogue.h"
#include "read/read.h"

#include <stdbool.h>

struct left_out;

/* Adds a file with the errors and the id that its sink knows. The file's name
 * must live as long as the arena. False without memory. */
bool left_out_add(struct left_out **list, const char *file,
                  const struct problem_sink *sink, struct arena *arena);

/* In the order of adding. `tell` may be NULL. */
void left_out_tell(const struct left_out *list, const sg_catalogue *catalogue,
                   sg_problem_fn tell, void *user);

#endif
