/* SPDX-License-Identifier: MIT */
/* skillgap person titles FILE: nothing of the file is kept or logged. */
#include "person.h"

#include "skillgap/titles.h"

sg_status person_titles(struct session *session, const char *file)
{
    const struct request *request = &session->request;
    const sg_catalogue_options options = {
        .data_dirs = (const char *const *)request->data_dirs,
        .data_dir_count = request->data_dir_count,
        .problem = problem_keep,
        .user = &session->problems,
    };
    sg_titles *titles = NULL;
    char *text = NULL;
    sg_status status = sg_titles_new(file, &options, &titles, &session->error);
    if (status == SG_OK)
        status =
            sg_report_titles(titles, &session->report, &text, &session->error);
    sg_titles_free(titles);
    return session_result(session, status, text);
}
