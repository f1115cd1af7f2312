/* SPDX-License-Identifier: MIT */
/* Checking one framework file, for somebody who writes it. */
#include "skillgap/framework.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "catalogue/folders.h"
#include "model/framework.h"
#include "read/read.h"

#include <stdio.h>

/* References are looked up where opening a catalogue would look. */
static sg_status find_reference(const char *const *data_dirs, size_t count,
                                struct reference **ret_reference,
                                sg_error *reterr)
{
    const sg_catalogue_options options = {.data_dirs = data_dirs,
                                          .data_dir_count = count};
    struct arena arena = {0};
    struct places places;
    sg_status status = folders_check(data_dirs, count, reterr);

    if (status == SG_OK)
        status = places_find(&options, &arena, &places, reterr);
    if (status == SG_OK)
        status = folders_reference(&places, &arena, ret_reference, reterr);
    arena_done(&arena);
    return status;
}

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

/* A file that cannot be read is the file's one error: told like the others. */
static sg_status read_bytes(const char *path, struct buffer *bytes,
                            struct problem_sink *sink, sg_error *reterr)
{
    sg_error why = {0};
    const sg_status status = file_read(path, bytes, &why);

    if (status == SG_OK)
        return SG_OK;
    if (reterr && reterr->status == SG_OK)
        *reterr = why;
    sink->errors++;
    if (sink->tell)
        sink->tell(&why, sink->user);
    return status;
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
        find_reference(data_dirs, data_dir_count, &reference, reterr);
    if (status == SG_OK)
        status = read_bytes(path, &bytes, &sink, reterr);
    if (status == SG_OK)
        status =
            read_framework(&bytes, path, reference, &sink, &framework, reterr);
    if (framework)
        summarise(framework, ret_summary);
    ret_summary->errors = sink.errors;
    ret_summary->warnings = sink.warnings;

    framework_free(framework);
    buffer_done(&bytes);
    reference_free(reference);
    return status;
}
