/* SPDX-License-Identifier: MIT */
/* Rows that the reports on two roles, gap and compare, have in common.
 *
 *     {"from", NULL, gap_from_json, gap_heading_text, NULL},
 *
 * Each takes an sg_gap. */
#ifndef REPORT_GAP_ROWS_H
#define REPORT_GAP_ROWS_H

#include "report/table.h"

json_t *gap_from_json(struct maker *maker, const void *subject);
json_t *gap_to_json(struct maker *maker, const void *subject);
json_t *gap_from_role_json(struct maker *maker, const void *subject);
json_t *gap_to_role_json(struct maker *maker, const void *subject);
json_t *gap_framework_json(struct maker *maker, const void *subject);
json_t *gap_from_framework_json(struct maker *maker, const void *subject);
json_t *gap_notice_json(struct maker *maker, const void *subject);
json_t *gap_mode_json(struct maker *maker, const void *subject);
json_t *gap_move_json(struct maker *maker, const void *subject);
json_t *gap_skipped_json(struct maker *maker, const void *subject);
json_t *gap_lines_json(struct maker *maker, const void *subject);
json_t *gap_changes_json(struct maker *maker, const void *subject);
json_t *gap_ungraded_json(struct maker *maker, const void *subject);
json_t *gap_dropped_json(struct maker *maker, const void *subject);

void gap_framework_text(struct page *page, const void *subject);
void gap_notice_text(struct page *page, const void *subject);
void gap_mode_text(struct page *page, const void *subject);
void gap_lines_text(struct page *page, const void *subject);
/* What is there, and the evidence; with --why also what is now, and why. */
void gap_changes_text(struct page *page, const void *subject);
void gap_dropped_text(struct page *page, const void *subject);

#endif
