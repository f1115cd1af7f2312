/* SPDX-License-Identifier: MIT */
/* Why there is no path, and what would help.
 *
 *     blocked_build(compiled, exact, paths);
 */
#ifndef PATH_BLOCKED_H
#define PATH_BLOCKED_H

#include "path/compile.h"

/* Fills blocked and nearest. `exact`: the search was not cut short. False
 * without memory. */
bool blocked_build(struct compiled *compiled, bool exact, sg_paths *paths);

#endif
