/* SPDX-License-Identifier: MIT */
/* A request, with everything that could be done about each line of its target.
 *
 *     struct target target = {0};
 *     status = target_open(&target, catalogue, request, &arena, reterr);
 *     use(target.wants[i], &target.planning);
 *     target_done(&target);
 */
#ifndef WAYS_TARGET_H
#define WAYS_TARGET_H

#include "ways/planning.h"

struct target {
    struct asked asked;
    struct planning planning;
    struct want **wants; /* the target's lines, in order */
    uint32_t line_count;
};

/* Everything lives in the arena. target_done() in any case. */
sg_status target_open(struct target *target, const sg_catalogue *catalogue,
                      const sg_gap_request *request, struct arena *arena,
                      sg_error *reterr);
void target_done(struct target *target);

#endif
