/* SPDX-License-Identifier: MIT */
/* The search with as many moves as are asked for, or else as are usual: two
 * more than the fewest possible, up to a ceiling.
 *
 *     usual_search(compiled, search, compiled->target, false, &answer);
 */
#ifndef PATH_USUAL_H
#define PATH_USUAL_H

#include "path/compile.h"
#include "path/search.h"

/* `given`: just compiled->most moves are allowed. Notes in `compiled` how many
 * were looked at. No target: an exact answer without a path. False without
 * memory. */
bool usual_search(struct compiled *compiled, struct path_search *search,
                  uint32_t target, bool given, struct path_answer *answer);

#endif
