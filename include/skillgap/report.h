/* SPDX-License-Identifier: MIT */
/**
 * Results as text for a person, or as JSON for a program.
 *
 *     sg_report_options options = {.width = 80};
 *     sg_report_gap(gap, &options, &text, &error);
 *     fputs(text, stdout);
 *     free(text);
 *
 * Each function builds the whole report in memory, so that a full disk cannot
 * leave half of one unnoticed. *ret_text is the caller's to free() and ends
 * with a newline. The same result always gives the same bytes.
 */
#ifndef SKILLGAP_REPORT_H
#define SKILLGAP_REPORT_H

#include "skillgap/doctor.h"
#include "skillgap/feed.h"
#include "skillgap/framework.h"
#include "skillgap/gap.h"
#include "skillgap/path.h"
#include "skillgap/person.h"
#include "skillgap/plugins.h"
#include "skillgap/publish.h"
#include "skillgap/titles.h"
#include "skillgap/ways.h"
#include "skillgap/workforce.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sg_report_options {
    bool json;
    bool color;     /**< text: verdicts in colour as well as in words */
    bool ascii;     /**< text: only ASCII, for a terminal that has no more */
    bool why;       /**< gap: each part of a line with its own reason */
    uint32_t width; /**< text: columns; 0 means 80 */
    const char
        *program; /**< errors as text: stands in front of each; or NULL */
} sg_report_options;

SG_API sg_status sg_report_gap(const sg_gap *gap,
                               const sg_report_options *options,
                               char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_plan(const sg_plan *plan,
                                const sg_report_options *options,
                                char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_paths(const sg_paths *paths,
                                 const sg_report_options *options,
                                 char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_compare(const sg_gap *gap,
                                   const sg_report_options *options,
                                   char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_next(const sg_next *next,
                                const sg_report_options *options,
                                char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_sheet(const sg_sheet *sheet,
                                 const sg_report_options *options,
                                 char **ret_text, sg_error *reterr);

/** The roles of a council and a family (NULL: of all). */
SG_API sg_status sg_report_roles(const sg_catalogue *catalogue,
                                 const char *council, const char *family,
                                 const sg_report_options *options,
                                 char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_plugins(const sg_catalogue *catalogue,
                                   const sg_report_options *options,
                                   char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_plugin_check(const sg_plugin_check *check,
                                        const sg_report_options *options,
                                        char **ret_text, sg_error *reterr);

/** What a check found: the summary, and every problem in order. */
typedef struct sg_checked_file {
    const char *path;
    sg_check_summary summary;
    const sg_error *problems;
    size_t problem_count; /**< those kept; the summary counts all */
} sg_checked_file;

SG_API sg_status sg_report_check(const sg_checked_file *files, size_t count,
                                 const sg_report_options *options,
                                 char **ret_text, sg_error *reterr);

/** What was understood of a person file, and every problem in order. */
typedef struct sg_checked_person {
    const char *path;
    const sg_person_account *account; /**< NULL: it has errors */
    const sg_error *problems;
    size_t problem_count; /**< those kept; the next two count all */
    uint32_t errors;
    uint32_t warnings;
} sg_checked_person;

SG_API sg_status sg_report_titles(const sg_titles *titles,
                                  const sg_report_options *options,
                                  char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_person_check(const sg_checked_person *checked,
                                        const sg_report_options *options,
                                        char **ret_text, sg_error *reterr);

SG_API sg_status sg_report_doctor(const sg_doctor *doctor,
                                  const sg_report_options *options,
                                  char **ret_text, sg_error *reterr);

/** The feeds; `whole` for one, with all that is kept of it. */
SG_API sg_status sg_report_feeds(const sg_feeds *feeds, bool whole,
                                 const sg_report_options *options,
                                 char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_feed_news(const sg_feed_result *result,
                                     const sg_report_options *options,
                                     char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_feed_diff(const sg_feed_diff *diff,
                                     const sg_report_options *options,
                                     char **ret_text, sg_error *reterr);
SG_API sg_status sg_report_published(const sg_published *published,
                                     const sg_report_options *options,
                                     char **ret_text, sg_error *reterr);

/** The needs of a workforce. As text the groups are those of one kind: `by` is
    "team" (NULL too), "grade" or "role"; as JSON they are all there. */
SG_API sg_status sg_report_needs(const sg_needs *needs, const char *by,
                                 const sg_report_options *options,
                                 char **ret_text, sg_error *reterr);

/** The same as CSV files for spreadsheets, one for each table, into a folder,
    which is made if it is not there: summary.csv, needs.csv, groups.csv,
    plan.csv, one-step.csv, expiring.csv, single-holders.csv, not-assessed.csv,
    notes.csv. Files of these names are replaced, all of them each time: none
    of an earlier run is left. Those of the inside are 0600. SG_STORAGE when one
    cannot be written. */
SG_API sg_status sg_report_needs_csv(const sg_needs *needs, const char *folder,
                                     sg_error *reterr);

/** The same as a workbook, which replaces a file of that name; of the inside,
    0600. No cell is a formula. SG_STORAGE when it cannot be written, or with
    the reason "no-library" where libxlsxwriter is not installed. */
SG_API sg_status sg_report_needs_xlsx(const sg_needs *needs, const char *file,
                                      sg_error *reterr);

/** An error as text ("file:line:column: message") or as a JSON object with
    `reason`. Text that is wider than a line has its place whole on a line of
    its own, and the message below. */
SG_API sg_status sg_report_error(const sg_error *error,
                                 const sg_report_options *options,
                                 char **ret_text);

/** The same; as JSON the other problems of the input are its `problems`, so
    that a failure is one object. `count` are there in all, and those that were
    kept are given: `kept` of them. */
SG_API sg_status sg_report_failure(const sg_error *error,
                                   const sg_error *problems, size_t kept,
                                   size_t count,
                                   const sg_report_options *options,
                                   char **ret_text);

/** The problems of what succeeded all the same: as JSON one object of the kind
    "warnings", as text one below the other. */
SG_API sg_status sg_report_warnings(const sg_error *problems, size_t kept,
                                    size_t count,
                                    const sg_report_options *options,
                                    char **ret_text);

/** The name that is nearest to what was typed, or NULL when none is near
    enough to be meant. */
SG_API const char *sg_nearest(const char *typed, const char *const *names,
                              size_t count);

#ifdef __cplusplus
}
#endif

#endif
