/* SPDX-License-Identifier: MIT */
/* skillgap gap --from ROLE --to ROLE */
#include "commands.h"
#include "judged.h"

sg_status cmd_gap(struct session *session)
{
    const char *const *values = session->request.values;
    sg_gap *gap = NULL;
    char *text = NULL;
    sg_status status =
        judged_gap(session, values[OPT_FROM], values[OPT_TO], &gap);
    if (status == SG_OK) {
        session->unmet = values[OPT_EXIT_STATUS] != NULL &&
                         gap->counts[SG_ESSENTIAL].by[SG_UNMET] > 0;
        status = sg_report_gap(gap, &session->report, &text, &session->error);
    }
    sg_gap_free(gap);
    return session_result(session, status, text);
}
