/* SPDX-License-Identifier: MIT */
/* skillgap roles [--council C] [--family F] */
#include "commands.h"
#include "complain.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool same(const char *typed, const char *name)
{
    return name != NULL && strcasecmp(typed, name) == 0;
}

static sg_status nothing_called(struct session *session, const char *what,
                                const char *typed, const char *const *names,
                                size_t count)
{
    const char *near = sg_nearest(typed, names, count);
    char reason[32];
    (void)snprintf(reason, sizeof(reason), "unknown-%s", what);
    if (near != NULL)
        return complain(&session->error, SG_NOT_FOUND, reason,
                        "There is no %s '%.64s'. Did you mean '%s'?", what,
                        typed, near);
    return complain(&session->error, SG_NOT_FOUND, reason,
                    "There is no %s '%.64s'. 'skillgap roles' lists what "
                    "there is.",
                    what, typed);
}

/* A council is named by its framework's id, or by its own name. */
static sg_status find_council(struct session *session, const char *typed,
                              const char **ret_id)
{
    size_t count = sg_catalogue_framework_count(session->catalogue);
    const char **ids = calloc(count + 1, sizeof(*ids));
    sg_status status = SG_OK;
    *ret_id = NULL;
    if (ids == NULL)
        return complain_memory(&session->error);
    for (size_t i = 0; i < count && *ret_id == NULL; i++) {
        sg_framework_info info =
            sg_catalogue_framework_at(session->catalogue, i);
        ids[i] = info.id;
        if (same(typed, info.id) || same(typed, info.council))
            *ret_id = info.id;
    }
    if (*ret_id == NULL)
        status = nothing_called(session, "council", typed, ids, count);
    free(ids);
    return status;
}

/* A family of `council` (NULL: of any), by its id or its title. */
static sg_status find_family(struct session *session, const char *council,
                             const char *typed, const char **ret_id)
{
    size_t count = sg_catalogue_role_count(session->catalogue);
    const char **ids = calloc(count + 1, sizeof(*ids));
    size_t id_count = 0;
    sg_status status = SG_OK;
    *ret_id = NULL;
    if (ids == NULL)
        return complain_memory(&session->error);
    for (size_t i = 0; i < count && *ret_id == NULL; i++) {
        sg_role_info role = sg_role_info_of(
            session->catalogue, sg_catalogue_role_at(session->catalogue, i));
        if (council != NULL && strcmp(council, role.council) != 0)
            continue;
        ids[id_count++] = role.family;
        if (same(typed, role.family) || same(typed, role.family_title))
            *ret_id = role.family;
    }
    if (*ret_id == NULL)
        status = nothing_called(session, "family", typed, ids, id_count);
    free(ids);
    return status;
}

sg_status cmd_roles(struct session *session)
{
    const char *const *values = session->request.values;
    const char *council = NULL;
    const char *family = NULL;
    char *text = NULL;
    sg_status status = session_open(session);
    if (status == SG_OK && values[OPT_COUNCIL] != NULL)
        status = find_council(session, values[OPT_COUNCIL], &council);
    if (status == SG_OK && values[OPT_FAMILY] != NULL)
        status = find_family(session, council, values[OPT_FAMILY], &family);
    if (status == SG_OK)
        status = sg_report_roles(session->catalogue, council, family,
                                 &session->report, &text, &session->error);
    return session_result(session, status, text);
}
