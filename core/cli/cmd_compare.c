/* SPDX-License-Identifier: MIT */
/* skillgap compare ROLE ROLE */
#include "commands.h"
#include "judged.h"

sg_status cmd_compare(struct session *session)
{
    const char *const *names = session->request.arguments;
    sg_gap *gap = NULL;
    char *text = NULL;
    sg_status status = judged_roles(session, names[0], names[1], &gap);
    if (status == SG_OK)
        status =
            sg_report_compare(gap, &session->report, &text, &session->error);
    sg_gap_free(gap);
    return session_result(session, status, text);
}
