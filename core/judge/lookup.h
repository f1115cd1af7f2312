/* SPDX-License-Identifier: MIT */
/* Finding what a role says about a criterion.
 *
 *     uint32_t item = role_touching_item(framework, role, criterion);
 */
#ifndef JUDGE_LOOKUP_H
#define JUDGE_LOOKUP_H

#include "model/framework.h"

/* Collects the lines of a role that share a criterion with another's tree;
 * at most `room`; returns how many there are in all. */
uint32_t lines_sharing(const struct framework *framework, uint32_t role,
                       bool essential, bool desirable,
                       const struct framework *other, uint32_t root,
                       uint32_t *lines, uint32_t room);

/* The item by which the role's cells touch a criterion, or NO_INDEX. */
uint32_t role_touching_item(const struct framework *framework, uint32_t role,
                            uint16_t criterion);

#endif
