/* SPDX-License-Identifier: MIT */
/* The alternative ways of meeting one line, as a reader sees them.
 *
 *     routes_build(&planning, want, &line_ways);
 */
#ifndef WAYS_ROUTES_H
#define WAYS_ROUTES_H

#include "skillgap/ways.h"
#include "ways/planning.h"

/* Fills all but `line`. False without memory. */
bool routes_build(const struct planning *planning, const struct want *want,
                  sg_line_ways *ret_ways);

#endif
