/* SPDX-License-Identifier: MIT */
/* skillgap path (--from ROLE | --person FILE) --to ROLE */
#include "commands.h"
#include "complain.h"
#include "judged.h"

#include "skillgap/path.h"

#include <errno.h>
#include <stdlib.h>

#define HOURS_LEAST 0.1

static sg_status read_hours(struct session *session, double *ret_hours)
{
    const char *value = session->request.values[OPT_STUDY_HOURS];
    char *end = NULL;
    *ret_hours = 0;
    if (value == NULL)
        return SG_OK;
    const double hours = strtod(value, &end);
    if (end != value && *end == '\0' && hours >= HOURS_LEAST &&
        hours <= SG_PATH_HOURS_MOST) {
        *ret_hours = hours;
        return SG_OK;
    }
    return complain(&session->error, SG_USAGE, "option-value",
                    "--study-hours takes hours a week, from 0.1 to %d, "
                    "and not '%.64s'.",
                    (int)SG_PATH_HOURS_MOST, value);
}

static sg_status read_moves(struct session *session, uint32_t *ret_moves)
{
    const char *value = session->request.values[OPT_MAX_MOVES];
    char *end = NULL;
    *ret_moves = 0;
    if (value == NULL)
        return SG_OK;
    errno = 0;
    const long moves = strtol(value, &end, 10);
    if (end != value && *end == '\0' && errno == 0 && moves >= 1 &&
        moves <= SG_PATH_MOVES_MOST) {
        *ret_moves = (uint32_t)moves;
        return SG_OK;
    }
    return complain(&session->error, SG_USAGE, "option-value",
                    "--max-moves takes a whole number from 1 to %d, and not "
                    "'%.64s'.",
                    (int)SG_PATH_MOVES_MOST, value);
}

sg_status cmd_path(struct session *session)
{
    const char *const *values = session->request.values;
    struct judged judged = {0};
    sg_path_request request = {.allow_down = values[OPT_ALLOW_DOWN] != NULL,
                               .through_others =
                                   values[OPT_THROUGH_OTHERS] != NULL};
    sg_paths *paths = NULL;
    char *text = NULL;
    sg_status status = read_hours(session, &request.study_hours_per_week);
    if (status == SG_OK)
        status = read_moves(session, &request.most_moves);
    if (status == SG_OK)
        status = judged_open(session, &judged);
    if (status == SG_OK)
        status = session_find(session, values[OPT_TO], &judged.request.to);
    request.gap = judged.request;
    if (status == SG_OK)
        status =
            sg_paths_new(session->catalogue, &request, &paths, &session->error);
    if (status == SG_OK)
        status =
            sg_report_paths(paths, &session->report, &text, &session->error);
    sg_paths_free(paths);
    judged_done(&judged);
    return session_result(session, status, text);
}
