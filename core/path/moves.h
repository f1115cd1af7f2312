/* SPDX-License-Identifier: MIT */
/* Which moves there are from role to role, and how each is made.
 *
 *     sg_mode mode;
 *     if (move_between(&moving, from, to, &mode)) puts(mode.text);
 *
 * Within a council its rules say it (the plugin's move()). Without such a rule
 * it is the next level of the family, or the next grade that the framework has:
 * the project's assumption. Into another council one applies. */
#ifndef PATH_MOVES_H
#define PATH_MOVES_H

#include "model/catalogue.h"
#include "skillgap/gap.h"

struct moving {
    const sg_catalogue *catalogue;
    uint32_t to_framework; /* the target's: another council's framework is only
                              entered on the way to it, */
    bool through_others;   /* unless this is set */
    bool allow_down;
};

/* `from`: NULL without a current role, who applies for whatever there is. */
bool move_between(const struct moving *moving, const sg_role *from, sg_role to,
                  sg_mode *ret_mode);

#endif
