/* SPDX-License-Identifier: MIT */
/* The parts of a step beside what is done for it. Each fills its members of
 * walk->steps[at]; false without memory. */
#ifndef PATH_STEPS_INSIDE_H
#define PATH_STEPS_INSIDE_H

#include "path/walk.h"

bool steps_add_reasons(struct walk *walk, const struct place *place,
                       uint32_t at);
bool steps_add_asks(struct walk *walk, const struct place *place, uint32_t at);

/* What of a line is open today, in one text; NULL: nothing is. */
const char *steps_question_today(const struct want *want, struct arena *arena);

/* To be called after the asks. */
bool steps_add_spares(struct walk *walk, const struct place *place,
                      uint32_t at);

#endif
