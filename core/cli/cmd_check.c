/* SPDX-License-Identifier: MIT */
/* skillgap check FILE... */
#include "commands.h"
#include "complain.h"
#include "session.h"

#include <stdlib.h>
#include <string.h>

/* The files of one run, and what was found in each. */
struct checking {
    sg_checked_file *files;
    struct problem_list *problems; /* one for each file */
    size_t count;
    size_t bad;
    sg_error first; /* the first error of the first bad file */
};

/* An error that no problem told of - a file that is not there - becomes one,
 * so that the report is whole. */
static void keep_error(struct problem_list *list, sg_check_summary *summary,
                       const sg_error *error)
{
    if (summary->errors > 0)
        return;
    problem_keep(error, list);
    summary->errors = 1;
}

static void check_one(const struct session *session, struct checking *checking,
                      const char *path)
{
    const struct request *request = &session->request;
    struct problem_list *list = &checking->problems[checking->count];
    sg_checked_file *file = &checking->files[checking->count++];
    sg_error error = {0};
    file->path = path;
    sg_status status = sg_framework_check(
        path, (const char *const *)request->data_dirs, request->data_dir_count,
        problem_keep, list, &file->summary, &error);
    if (status != SG_OK) {
        keep_error(list, &file->summary, &error);
        if (checking->bad++ == 0)
            checking->first = error;
    }
    file->problems = list->items;
    file->problem_count = list->count;
}

/* The report lists everything; standard error gets one line about it, with the
 * first error's own reason. */
static sg_status verdict(struct session *session,
                         const struct checking *checking)
{
    if (checking->bad == 0)
        return SG_OK;
    if (checking->bad == 1)
        (void)complain(&session->error, checking->first.status,
                       checking->first.reason,
                       "This file cannot be used as it is; the report lists "
                       "why.");
    else
        (void)complain(&session->error, checking->first.status,
                       checking->first.reason,
                       "This file and %zu more cannot be used as they are; "
                       "the report lists why.",
                       checking->bad - 1);
    memcpy(session->error.file, checking->first.file,
           sizeof(session->error.file));
    return session->error.status;
}

static sg_status check_all(struct session *session, struct checking *checking)
{
    const struct request *request = &session->request;
    char *text = NULL;
    bool failed = false;
    for (size_t i = 0; i < request->argument_count; i++)
        check_one(session, checking, request->arguments[i]);
    for (size_t i = 0; i < checking->count; i++)
        failed = failed || checking->problems[i].failed;
    if (failed)
        return complain_memory(&session->error);
    sg_status status =
        sg_report_check(checking->files, checking->count, &session->report,
                        &text, &session->error);
    status = session_result(session, status, text);
    return status != SG_OK ? status : verdict(session, checking);
}

sg_status cmd_check(struct session *session)
{
    size_t count = session->request.argument_count;
    struct checking checking = {
        .files = calloc(count, sizeof(*checking.files)),
        .problems = calloc(count, sizeof(*checking.problems)),
    };
    sg_status status;
    if (checking.files == NULL || checking.problems == NULL)
        status = complain_memory(&session->error);
    else
        status = check_all(session, &checking);
    for (size_t i = 0; i < checking.count; i++)
        problem_list_done(&checking.problems[i]);
    free(checking.files);
    free(checking.problems);
    return status;
}
