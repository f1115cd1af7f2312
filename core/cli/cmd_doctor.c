/* SPDX-License-Identifier: MIT */
/* skillgap doctor */
#include "commands.h"
#include "complain.h"
#include "session.h"

/* The report lists everything; standard error gets one line about it. */
static sg_status verdict(struct session *session, sg_status worst)
{
    return worst == SG_OK
               ? SG_OK
               : complain(&session->error, worst, "doctor",
                          "Something is not in order; the report says what, "
                          "and what to do.");
}

sg_status cmd_doctor(struct session *session)
{
    const struct request *request = &session->request;
    const sg_catalogue_options options = {
        .data_dirs = (const char *const *)request->data_dirs,
        .data_dir_count = request->data_dir_count,
        .plugin_dirs = (const char *const *)request->plugin_dirs,
        .plugin_dir_count = request->plugin_dir_count,
        .today = request->values[OPT_TODAY],
    };
    sg_doctor *doctor = NULL;
    char *text = NULL;
    sg_status worst = SG_OK;
    sg_status status = sg_doctor_new(&options, &doctor, &session->error);
    if (status == SG_OK) {
        worst = doctor->worst;
        status =
            sg_report_doctor(doctor, &session->report, &text, &session->error);
    }
    sg_doctor_free(doctor);
    status = session_result(session, status, text);
    return status != SG_OK ? status : verdict(session, worst);
}
