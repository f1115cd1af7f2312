/* SPDX-License-Identifier: MIT */
/* One description of each report; text and JSON are two ways to walk it.
 *
 *     static const struct report_row rows[] = {
 *         {"questions", "Questions to ask", questions_json, questions_text},
 *     };
 *     report_write(&report, gap, options, ret_text, reterr);
 *
 * A row that adds no text of its own names the row that says it, so that
 * nothing can be in one form of a report and missing in the other. */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include "report/page.h"
#include "skillgap/report.h"
#include "write/maker.h"

enum { REPORT_JSON_VERSION = 1 }; /* the "skillgap" of every object */

struct report_row {
    const char *key;     /* the JSON member */
    const char *heading; /* of the text, or NULL; left out above no text */
    json_t *(*json)(struct maker *maker, const void *subject);
    void (*text)(struct page *page, const void *subject); /* or NULL */
    const char *said_by; /* then: key of the row whose text says it */
};

struct report {
    const char *kind; /* of the JSON */
    enum maker_layout layout;
    const struct report_row *rows;
    size_t row_count;
};

/* Builds the whole report. SG_STORAGE without memory. */
sg_status report_write(const struct report *report, const void *subject,
                       const sg_report_options *options, char **ret_text,
                       sg_error *reterr);

/* Every report there is, for the tests and whoever documents them. */
const struct report *report_gap_table(void);
const struct report *report_compare_table(void);
const struct report *report_plan_table(void);
const struct report *report_path_table(void);
const struct report *report_next_table(void);
const struct report *report_needs_table(void);
const struct report *report_sheet_table(void);
const struct report *report_roles_table(void);
const struct report *report_plugins_table(void);
const struct report *report_check_table(void);
const struct report *report_person_check_table(void);
const struct report *report_titles_table(void);
const struct report *report_doctor_table(void);
const struct report *report_feeds_table(void);
const struct report *report_feed_news_table(void);
const struct report *report_feed_diff_table(void);
const struct report *report_published_table(void);

#endif
