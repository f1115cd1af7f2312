/* SPDX-License-Identifier: MIT */
/* The acts that would close one leaf.
 *
 *     options_find(planning, want, node);
 */
#ifndef WAYS_OPTIONS_H
#define WAYS_OPTIONS_H

#include "ways/planning.h"

/* Fills want->leaves[node - first]; the acts that are new are added to the
 * planning. False without memory. */
bool options_find(struct planning *planning, struct want *want, uint32_t node);

#endif
