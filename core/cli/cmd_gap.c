/* SPDX-License-Identifier: MIT */
/* skillgap gap (--from ROLE | --person FILE) --to ROLE */
#include "commands.h"
#include "judged.h"

sg_status cmd_gap(struct session *session)
{
    const char *const *values = session->request.values;
    struct judged judged;
    sg_gap *gap = NULL;
    char *text = NULL;
    sg_status status = judged_open(session, &judged);
    if (status == SG_OK)
        status = session_find(session, values[OPT_TO], &judged.request.to);
    if (status == SG_OK)
        status = sg_gap_new(session->catalogue, &judged.request, &gap,
                            &session->error);
    if (status == SG_OK) {
        session->unmet = values[OPT_EXIT_STATUS] != NULL &&
                         gap->counts[SG_ESSENTIAL].by[SG_UNMET] > 0;
        status = sg_report_gap(gap, &session->report, &text, &session->error);
    }
    sg_gap_free(gap);
    judged_done(&judged);
    return session_result(session, status, text);
}
