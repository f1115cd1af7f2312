/* SPDX-License-Identifier: MIT */
/* One problem, as JSON and as "file:line:column: message".
 *
 *     problem_words(&problem, &line);
 */
#ifndef REPORT_PROBLEM_H
#define REPORT_PROBLEM_H

#include "base/buffer.h"
#include "report/maker.h"
#include "skillgap/error.h"

/* The members of a problem, put into an object that may hold more. */
void problem_put(struct maker *maker, json_t *object, const sg_error *problem);
json_t *problems_json(struct maker *maker, const sg_error *problems,
                      size_t count);

/* Adds the place, as far as it is known, and the message. */
void problem_words(const sg_error *problem, struct buffer *out);

#endif
