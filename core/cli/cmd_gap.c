/* SPDX-License-Identifier: MIT */
/* skillgap gap (--from ROLE | --person FILE) --to ROLE [--plan] */
#include "commands.h"
#include "complain.h"
#include "judged.h"

#include "skillgap/ways.h"

static sg_status prefer_of(struct session *session, sg_prefer *ret_prefer)
{
    const char *word = session->request.values[OPT_PREFER];
    *ret_prefer = SG_CHEAPEST;
    if (word == NULL || sg_prefer_from_word(word, ret_prefer))
        return SG_OK;
    return complain(&session->error, SG_USAGE, "option-value",
                    "--prefer takes cheapest, quickest or on-the-job, and not "
                    "'%.64s'.",
                    word);
}

static sg_status write_gap(struct session *session,
                           const sg_gap_request *request, sg_gap *gap,
                           char **ret_text)
{
    sg_ways *ways = NULL;
    sg_status status =
        sg_ways_new(session->catalogue, request, &ways, &session->error);
    gap->ways = ways;
    if (status == SG_OK)
        status =
            sg_report_gap(gap, &session->report, ret_text, &session->error);
    gap->ways = NULL;
    sg_ways_free(ways);
    return status;
}

static sg_status write_plan(struct session *session,
                            const sg_gap_request *request, const sg_gap *gap,
                            sg_prefer prefer, char **ret_text)
{
    sg_plan *plan = NULL;
    sg_status status = sg_plan_new(session->catalogue, request, gap, prefer,
                                   &plan, &session->error);
    if (status == SG_OK)
        status =
            sg_report_plan(plan, &session->report, ret_text, &session->error);
    sg_plan_free(plan);
    return status;
}

sg_status cmd_gap(struct session *session)
{
    const char *const *values = session->request.values;
    struct judged judged = {0};
    sg_prefer prefer;
    sg_gap *gap = NULL;
    char *text = NULL;
    sg_status status = prefer_of(session, &prefer);
    if (status == SG_OK)
        status = judged_open(session, &judged);
    if (status == SG_OK)
        status = session_find(session, values[OPT_TO], &judged.request.to);
    if (status == SG_OK)
        status = sg_gap_new(session->catalogue, &judged.request, &gap,
                            &session->error);
    if (status == SG_OK) {
        session->unmet = values[OPT_EXIT_STATUS] != NULL &&
                         gap->counts[SG_ESSENTIAL].by[SG_UNMET] > 0;
        status = values[OPT_PLAN] != NULL
                     ? write_plan(session, &judged.request, gap, prefer, &text)
                     : write_gap(session, &judged.request, gap, &text);
    }
    sg_gap_free(gap);
    judged_done(&judged);
    return session_result(session, status, text);
}
