/* SPDX-License-Identifier: MIT */
/* Checking one framework file, a council's own numbers, or a catalogue of
 * courses, for somebody who writes it. */
#include "skillgap/framework.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "catalogue/input.h"
#include "model/framework.h"
#include "read/read.h"

#include <stdio.h>

static void summarise(const struct framework *framework,
                      sg_check_summary *summary)
{
    snprintf(summary->id, sizeof summary->id, "%s",
             framework_text(framework, framework->id));
    snprintf(summary->version, sizeof summary->version, "%s",
             framework_text(framework, framework->version));
    summary->families = framework->family_count;
    summary->roles = framework->role_count;
    summary->lines = framework->line_count;
    summary->cells = framework->cell_count;
}

/* What is being checked. */
struct checked {
    const struct buffer *bytes;
    const char *file;
    const struct reference *reference;
    struct problem_sink *sink;
    sg_check_summary *summary;
};

static sg_status check_framework(const struct checked *checked,
                                 sg_error *reterr)
{
    struct framework *framework = NULL;
    const sg_status status =
        read_framework(checked->bytes, checked->file, checked->reference,
                       checked->sink, &framework, reterr);

    if (framework)
        summarise(framework, checked->summary);
    framework_free(framework);
    return status;
}

static sg_status check_overrides(const struct checked *checked,
                                 sg_error *reterr)
{
    struct overrides *overrides = NULL;
    const sg_status status =
        read_overrides(checked->bytes, checked->file, checked->reference,
                       checked->sink, &overrides, reterr);

    checked->summary->overrides = true;
    if (overrides) {
        checked->summary->numbers =
            (uint32_t)(overrides->month_count + overrides->course_figures) +
            (overrides->full_time_hours > 0) + overrides->stay_given;
        checked->summary->statutory = (uint32_t)overrides->statutory_count;
        checked->summary->courses = (uint32_t)overrides->courses_added;
    }
    overrides_free(overrides);
    return status;
}

static void summarise_courses(const struct courses *courses,
                              sg_check_summary *summary)
{
    snprintf(summary->version, sizeof summary->version, "%s", courses->version);
    summary->courses = courses->count;
    summary->funds = courses->fund_count;
    for (uint32_t i = 0; i < courses->count; i++)
        summary->awards += courses->items[i].award_count;
}

static sg_status check_courses(const struct checked *checked, sg_error *reterr)
{
    struct courses *courses = NULL;
    const sg_status status =
        read_courses(checked->bytes, checked->file, checked->reference,
                     checked->sink, &courses, reterr);

    checked->summary->catalogue = true;
    if (courses)
        summarise_courses(courses, checked->summary);
    courses_free(courses);
    return status;
}

static sg_status check_bytes(const struct checked *checked, sg_error *reterr)
{
    if (read_has_format(checked->bytes, "skillgap-overrides/"))
        return check_overrides(checked, reterr);
    return read_has_format(checked->bytes, "skillgap-courses/")
               ? check_courses(checked, reterr)
               : check_framework(checked, reterr);
}

sg_status sg_framework_check(const char *path, const char *const *data_dirs,
                             size_t data_dir_count, sg_problem_fn problem,
                             void *user, sg_check_summary *ret_summary,
                             sg_error *reterr)
{
    struct reference *reference = NULL;
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink sink = {.tell = problem, .user = user};

    *ret_summary = (sg_check_summary){0};
    sg_status status =
        input_reference(data_dirs, data_dir_count, &sink, &reference, reterr);
    if (status == SG_OK)
        status = input_bytes(path, &bytes, &sink, reterr);
    if (status == SG_OK)
        status = check_bytes(&(struct checked){&bytes, file_label(path),
                                               reference, &sink, ret_summary},
                             reterr);
    ret_summary->errors = sink.errors;
    ret_summary->warnings = sink.warnings;

    buffer_done(&bytes);
    reference_free(reference);
    return status;
}
