/* SPDX-License-Identifier: MIT */
/* The ways to close a line, and one thing to do, in words and as JSON: shared
 * by the reports on a gap and on a plan.
 *
 *     maker_put(maker, object, "routes", ways_json(maker, gap, line));
 */
#ifndef REPORT_WAYS_H
#define REPORT_WAYS_H

#include "report/maker.h"
#include "report/page.h"
#include "skillgap/ways.h"

/* The ways of one of a gap's lines; none when gap->ways is NULL. */
const sg_line_ways *ways_of_line(const sg_gap *gap, const sg_gap_line *line);

json_t *ways_json(struct maker *maker, const sg_gap *gap,
                  const sg_gap_line *line);
json_t *action_json(struct maker *maker, const sg_action *action);
json_t *sourced_json(struct maker *maker, const sg_sourced *from);

/* A few ways in short; with --why all of them, with every figure's source. */
void ways_text(struct page *page, size_t indent, const sg_gap *gap,
               const sg_gap_line *line);

enum { MONEY_ROOM = 32 };

/* "£1,640", "£12.50", or "no cost" for nothing. */
void money_text(uint64_t pence, char out[MONEY_ROOM]);

/* "12 months", "less than a month", "how long is not known". */
void duration_text(uint32_t months, bool known, char *out, size_t room);

/* The figures of one action, each with its source: one line for each. */
void action_figures_text(struct page *page, size_t indent,
                         const sg_action *action);

#endif
