/* SPDX-License-Identifier: MIT */
/* From points of numbers to paths that somebody can follow.
 *
 *     sg_path *paths = steps_build(compiled, &answer);
 */
#ifndef PATH_STEPS_H
#define PATH_STEPS_H

#include "path/compile.h"
#include "path/search.h"

/* One path for each point, in the compiled arena; NULL without memory. */
sg_path *steps_build(struct compiled *compiled,
                     const struct path_answer *answer);

#endif
