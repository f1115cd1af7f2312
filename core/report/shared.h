/* SPDX-License-Identifier: MIT */
/* Pieces that several reports have in common, as JSON and as words.
 *
 *     maker_put(maker, root, "to_role", role_json(maker, &gap->to));
 */
#ifndef REPORT_SHARED_H
#define REPORT_SHARED_H

#include "report/page.h"
#include "skillgap/gap.h"
#include "write/maker.h"

/* A role's fields, put into an object that may hold more. */
void role_put(struct maker *maker, json_t *object, const sg_role_info *role);

json_t *role_json(struct maker *maker, const sg_role_info *role);
json_t *framework_json(struct maker *maker, const sg_framework_info *info);

/* The same for where somebody is now: null when there is no such role. */
json_t *from_role_json(struct maker *maker, const sg_role_info *role);
json_t *from_framework_json(struct maker *maker, const sg_framework_info *info);

/* Whom an answer is about; null for NULL. */
json_t *person_json(struct maker *maker, const sg_gap_person *person);

/* Months in a role; null when they are not said, or a file says them. */
json_t *time_json(struct maker *maker, int32_t months,
                  const sg_gap_person *person);
json_t *source_json(struct maker *maker, const sg_source *source);
json_t *counts_json(struct maker *maker, const sg_counts counts[2]);
json_t *mode_json(struct maker *maker, const sg_mode *mode);

/* A requirement tree; `judged` adds each part's verdict and reason. */
json_t *part_json(struct maker *maker, const sg_part *part, bool judged);

/* A line of a specification that was not judged. */
json_t *sheet_line_json(struct maker *maker, const sg_sheet_line *line);

/* "county, version 3, as its documents read on 2026-11-22". */
void framework_text_line(struct page *page, const sg_framework_info *info);

/* Which feed a framework came from, and how old it is; nothing for NULL. */
void feed_origin_text(struct page *page, size_t indent,
                      const sg_feed_origin *origin);

/* "Where: item 4 of Knowledge, skills and experience", with " (essential)"
 * behind it when `list` is that word. */
void source_text_line(struct page *page, size_t indent, const sg_source *source,
                      const char *list);

/* What an answer rests on, below its heading: the time in a role, or for a
 * person the role, the day, what is supposed and the post. */
void basis_text(struct page *page, const sg_gap_person *person,
                const sg_role_info *from, int32_t months);

/* Whether what the current role asks for counts for the person. */
bool counts_role(const sg_gap_person *person);

/* A label that data may have left out. */
const char *text_or_none(const char *text);

/* "" for 1, "s" for any other number. */
const char *plural(size_t count);

/* "MET", "ASK", "UNMET", and the colour that goes with it. */
const char *verdict_mark(sg_verdict verdict);
enum page_style verdict_style(sg_verdict verdict);

#endif
