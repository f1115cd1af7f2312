/* SPDX-License-Identifier: MIT */
/* Acts that another one outdoes, so that no best set needs them.
 *
 *     struct act_set left = reduce(&problem, &all);
 */
#ifndef WAYS_REDUCE_H
#define WAYS_REDUCE_H

#include "ways/solve.h"

/* The acts of `within` that are worth trying. An act is left out when another
 * one that is kept closes all that it closes, needs nothing or just the same
 * before it, and takes no more of anything: in any set that holds the first,
 * the second can stand for it. Without memory nothing is left out. */
struct act_set reduce(const struct problem *problem,
                      const struct act_set *within);

#endif
