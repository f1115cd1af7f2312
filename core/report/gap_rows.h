/* SPDX-License-Identifier: MIT */
/* Rows that the reports on two roles, gap and compare, have in common.
 *
 *     static const struct report_row rows[] = {
 *         {"from", NULL, gap_from_json, heading_text, NULL},
 *         GAP_ROLE_ROWS,
 *         GAP_LAST_ROWS,
 *     };
 *
 * Each takes an sg_gap. */
#ifndef REPORT_GAP_ROWS_H
#define REPORT_GAP_ROWS_H

#include "report/table.h"
#include "skillgap/gap.h"

/* The rows on the two roles, which the row "from" says in words. */
#define GAP_ROLE_ROWS                                                          \
    {"from_role", NULL, gap_from_role_json, NULL, "from"},                     \
    {                                                                          \
        "to_role", NULL, gap_to_role_json, NULL, "from"                        \
    }

/* The rows that end a report. */
#define GAP_LAST_ROWS                                                          \
    {"mode", "How one moves", gap_mode_json, gap_mode_text, NULL},             \
        {"move", NULL, gap_move_json, NULL, "mode"},                           \
        {"skipped", NULL, gap_skipped_json, NULL, "mode"},                     \
        {"notice", "What this does not decide", gap_notice_json,               \
         gap_notice_text, NULL},                                               \
        {"framework", "What this was read from", gap_framework_json,           \
         gap_framework_text, NULL},                                            \
    {                                                                          \
        "from_framework", NULL, gap_from_framework_json, NULL, "framework"     \
    }

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
json_t *gap_target_work_json(struct maker *maker, const void *subject);
json_t *gap_ungraded_json(struct maker *maker, const void *subject);
json_t *gap_dropped_json(struct maker *maker, const void *subject);

/* "county/a -> county/b", below the heading of a report on two roles. */
void gap_ids_text(struct page *page, const sg_gap *gap);
void gap_framework_text(struct page *page, const void *subject);
void gap_notice_text(struct page *page, const void *subject);
void gap_mode_text(struct page *page, const void *subject);
void gap_lines_text(struct page *page, const void *subject);
/* What is there, and the evidence; with --why also what is now, and why. */
void gap_changes_text(struct page *page, const void *subject);
void gap_dropped_text(struct page *page, const void *subject);

#endif
