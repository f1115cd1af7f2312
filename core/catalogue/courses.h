/* SPDX-License-Identifier: MIT */
/* The courses that close a gap, from the first place that has any.
 *
 *     status = courses_open(&places, &own, &sink, catalogue, reterr);
 */
#ifndef CATALOGUE_COURSES_H
#define CATALOGUE_COURSES_H

#include "catalogue/places.h"
#include "model/catalogue.h"
#include "read/read.h"

/* Fills catalogue->courses, which stays NULL where no place has
 * reference/courses.json. `own`: the council's own numbers, as they were read;
 * its `bytes` are NULL when there are none. The reference lists must be open
 * already. SG_INPUT when the file has errors, wherever it stands. */
sg_status courses_open(const struct places *places,
                       const struct own_courses *own, struct problem_sink *sink,
                       sg_catalogue *catalogue, sg_error *reterr);

/* Gives the courses back with what stands behind them. Accepts NULL. */
void courses_close(struct courses *courses);

#endif
