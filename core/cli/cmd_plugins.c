/* SPDX-License-Identifier: MIT */
/* skillgap plugins [--check FILE.so] */
#include "commands.h"
#include "session.h"

static sg_status list_plugins(struct session *session)
{
    char *text = NULL;
    session->problems.unwanted = SG_PLUGIN;
    sg_status status = session_open(session);
    if (status == SG_OK)
        status = sg_report_plugins(session->catalogue, &session->report, &text,
                                   &session->error);
    return session_result(session, status, text);
}

/* What is known of the file is the result, also when it cannot be used; the
 * status then says so. */
static sg_status check_plugin(struct session *session, const char *path)
{
    sg_plugin_check *check = NULL;
    char *text = NULL;
    sg_error error = {0};
    sg_status found = sg_plugin_check_new(path, &check, &session->error);
    if (check == NULL)
        return found;
    sg_status written =
        sg_report_plugin_check(check, &session->report, &text, &error);
    sg_plugin_check_free(check);
    if (written != SG_OK)
        session->error = error;
    written = session_result(session, written, text);
    return written != SG_OK ? written : found;
}

sg_status cmd_plugins(struct session *session)
{
    const char *path = session->request.values[OPT_CHECK];
    return path != NULL ? check_plugin(session, path) : list_plugins(session);
}
