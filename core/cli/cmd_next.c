/* SPDX-License-Identifier: MIT */
/* skillgap next (--from ROLE | --person FILE) */
#include "commands.h"
#include "judged.h"

sg_status cmd_next(struct session *session)
{
    struct judged judged;
    sg_next *next = NULL;
    char *text = NULL;
    sg_status status = judged_open(session, &judged);
    if (status == SG_OK)
        status = sg_next_new(session->catalogue, &judged.request, &next,
                             &session->error);
    if (status == SG_OK)
        status = sg_report_next(next, &session->report, &text, &session->error);
    sg_next_free(next);
    judged_done(&judged);
    return session_result(session, status, text);
}
