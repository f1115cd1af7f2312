/* SPDX-License-Identifier: MIT */
/* How a line of the target compares with the whole current specification.
 *
 *     sg_change change = change_of_line(&judging, line);
 *
 * This compares two documents and nothing about a holder: time in the role,
 * what it touches and plugins play no part. */
#ifndef GAP_CHANGE_H
#define GAP_CHANGE_H

#include "judge/judge.h"

/* SG_CHANGE_NONE when there is no current role. */
sg_change change_of_line(const struct judging *judging, uint32_t line);

/* Whether a line of the current role shares no criterion with any line of the
 * target. */
bool line_is_dropped(const struct judging *judging, uint32_t from_line);

#endif
