/* SPDX-License-Identifier: MIT */
/* Courses that nobody can ever begin, since each asks for what another gives.
 *
 *     if (!courses_cycles(courses, sink)) ... // memory
 *
 * A course can be begun when what it asks for can be met: a skill, a training
 * or a credential by a course that can be begun, or outside of all courses
 * where none gives it; levels and work always. */
#ifndef READ_COURSES_CYCLE_H
#define READ_COURSES_CYCLE_H

#include "model/courses.h"
#include "read/read.h"

/* Tells each cycle once, with the ids of its courses, as a warning: nothing
 * else of the catalogue is wrong by it. False without memory. */
bool courses_cycles(const struct courses *courses, struct problem_sink *sink);

#endif
