/* SPDX-License-Identifier: MIT */
/* The ways to close a line, in words and as JSON; one action as JSON: shared
 * by the reports on a gap and on a plan.
 *
 *     maker_put(maker, object, "routes", ways_json(maker, gap, line));
 */
#ifndef REPORT_WAYS_H
#define REPORT_WAYS_H

#include "report/page.h"
#include "skillgap/ways.h"
#include "write/maker.h"

/* The ways of one of a gap's lines; none when gap->ways is NULL. */
const sg_line_ways *ways_of_line(const sg_gap *gap, const sg_gap_line *line);

json_t *ways_json(struct maker *maker, const sg_gap *gap,
                  const sg_gap_line *line);
json_t *route_json(struct maker *maker, const sg_route *route);
json_t *action_json(struct maker *maker, const sg_action *action);

/* A few ways in short; with --why all of them, with every figure's source. */
void ways_text(struct page *page, size_t indent, const sg_gap *gap,
               const sg_gap_line *line);

/* A way as one item: what is to be done, how long, what it costs, and the marks
 * that it has among `ways`. */
void route_item(struct page *page, size_t indent, const char *lead,
                const sg_line_ways *ways, const sg_route *route);

#endif
