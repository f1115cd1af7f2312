/* SPDX-License-Identifier: MIT */
/* One problem, as JSON and as "file:line:column: message".
 *
 *     problem_text(&page, "skillgap", &problem);
 */
#ifndef REPORT_PROBLEM_H
#define REPORT_PROBLEM_H

#include "base/buffer.h"
#include "report/page.h"
#include "skillgap/error.h"
#include "write/maker.h"

/* The members of a problem, put into an object that may hold more. */
void problem_put(struct maker *maker, json_t *object, const sg_error *problem);
json_t *problems_json(struct maker *maker, const sg_error *problems,
                      size_t count);

/* Lines of up to the page's width. What is longer than one has its place, which
 * stays whole, on a line of its own. `program` stands in front ("skillgap"); or
 * NULL. */
void problem_text(struct page *page, const char *program,
                  const sg_error *problem);

#endif
