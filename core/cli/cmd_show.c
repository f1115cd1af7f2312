/* SPDX-License-Identifier: MIT */
/* skillgap show ROLE */
#include "commands.h"
#include "session.h"

sg_status cmd_show(struct session *session)
{
    sg_role role;
    sg_sheet *sheet = NULL;
    char *text = NULL;
    sg_status status = session_open(session);
    if (status == SG_OK)
        status = session_find(session, session->request.arguments[0], &role);
    if (status == SG_OK)
        status =
            sg_sheet_new(session->catalogue, role, &sheet, &session->error);
    if (status == SG_OK)
        status =
            sg_report_sheet(sheet, &session->report, &text, &session->error);
    sg_sheet_free(sheet);
    return session_result(session, status, text);
}
