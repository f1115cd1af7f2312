/* SPDX-License-Identifier: MIT */
/* A plan in the making, shared by the files that make it. */
#ifndef WAYS_PLAN_INSIDE_H
#define WAYS_PLAN_INSIDE_H

#include "skillgap/ways.h"
#include "ways/target.h"

/* The public struct comes first, so that the one is the other. */
struct plan {
    sg_plan public;
    struct arena arena;
};

/* A plan in the making. */
struct planned {
    struct target target;
    struct plan *plan;
    struct solution best;
    enum solve_aim aim;
};

const char *plan_line_id(const struct want *want);

/* Whether a set of acts makes a want true. */
bool plan_serves(const struct planning *planning, const struct want *want,
                 const struct act_set *acts);

/* "2027-06", so many months from today; what takes less than a month is for
 * next month. */
const char *plan_month(const struct planning *planning, uint32_t months);

/* Fills the steps from the best set: what others need first comes first. False
 * without memory. */
bool plan_fill_steps(struct planned *planned);

#endif
