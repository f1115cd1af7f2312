/* SPDX-License-Identifier: MIT */
/* skillgap next --from ROLE */
#include "commands.h"
#include "session.h"

sg_status cmd_next(struct session *session)
{
    const struct request *request = &session->request;
    sg_gap_request asked = {.months = request->months};
    sg_next *next = NULL;
    char *text = NULL;
    sg_status status = session_open(session);
    if (status == SG_OK)
        status = session_find(session, request->values[OPT_FROM], &asked.from);
    if (status == SG_OK)
        status =
            sg_next_new(session->catalogue, &asked, &next, &session->error);
    if (status == SG_OK)
        status = sg_report_next(next, &session->report, &text, &session->error);
    sg_next_free(next);
    return session_result(session, status, text);
}
