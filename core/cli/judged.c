/* SPDX-License-Identifier: MIT */
/* From two names to a judged gap. */
#include "judged.h"

sg_status judged_gap(struct session *session, const char *from, const char *to,
                     sg_gap **ret_gap)
{
    sg_gap_request request = {.months = session->request.months};
    sg_status status = session_open(session);
    if (status == SG_OK)
        status = session_find(session, from, &request.from);
    if (status == SG_OK)
        status = session_find(session, to, &request.to);
    if (status == SG_OK)
        status =
            sg_gap_new(session->catalogue, &request, ret_gap, &session->error);
    return status;
}
