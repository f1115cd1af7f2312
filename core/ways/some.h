/* SPDX-License-Identifier: MIT */
/* The ways of some lines of a target, for who does not need those of all.
 *
 *     const bool wanted[] = {false, true, false};
 *     status = ways_of_some(catalogue, &request, wanted, &ways, reterr);
 *     use(&ways->lines[1]);
 *     sg_ways_free(ways);
 */
#ifndef WAYS_SOME_H
#define WAYS_SOME_H

#include "skillgap/ways.h"

#include <stdbool.h>

/* As sg_ways_new(), but a line that is not wanted has no routes. `wanted` has
 * one for each line of the target; NULL: all are. The ways of a wanted line are
 * the same, whichever others are. */
sg_status ways_of_some(const sg_catalogue *catalogue,
                       const sg_gap_request *request, const bool *wanted,
                       sg_ways **ret_ways, sg_error *reterr);

#endif
