/* SPDX-License-Identifier: MIT */
/* Checking one framework file, for somebody who writes it. */
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

sg_status sg_framework_check(const char *path, const char *const *data_dirs,
                             size_t data_dir_count, sg_problem_fn problem,
                             void *user, sg_check_summary *ret_summary,
                             sg_error *reterr)
{
    struct reference *reference = NULL;
    struct framework *framework = NULL;
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink sink = {.tell = problem, .user = user};

    *ret_summary = (sg_check_summary){0};
    sg_status status =
        input_reference(data_dirs, data_dir_count, &sink, &reference, reterr);
    if (status == SG_OK)
        status = input_bytes(path, &bytes, &sink, reterr);
    if (status == SG_OK)
        status = read_framework(&bytes, file_label(path), reference, &sink,
                                &framework, reterr);
    if (framework)
        summarise(framework, ret_summary);
    ret_summary->errors = sink.errors;
    ret_summary->warnings = sink.warnings;

    framework_free(framework);
    buffer_done(&bytes);
    reference_free(reference);
    return status;
}
