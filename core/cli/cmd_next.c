/* SPDX-License-Identifier: MIT */
/* skillgap next (--from ROLE | --person FILE) */
#include "commands.h"
#include "judged.h"

#include "skillgap/path.h"

sg_status cmd_next(struct session *session)
{
    struct judged judged;
    sg_next *next = NULL;
    sg_reach *reach = NULL;
    char *text = NULL;
    sg_status status = judged_open(session, &judged);
    const sg_path_request request = {.gap = judged.request};
    if (status == SG_OK)
        status = sg_next_new(session->catalogue, &judged.request, &next,
                             &session->error);
    if (status == SG_OK)
        status = sg_reach_new(session->catalogue, &request, next, &reach,
                              &session->error);
    if (status == SG_OK) {
        next->reach = reach;
        status = sg_report_next(next, &session->report, &text, &session->error);
    }
    sg_reach_free(reach);
    sg_next_free(next);
    judged_done(&judged);
    return session_result(session, status, text);
}
