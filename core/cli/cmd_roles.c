/* SPDX-License-Identifier: MIT */
/* skillgap roles [--council C] [--family F] */
#include "commands.h"
#include "complain.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FAMILIES_ROOM = 320, OWNER_ROOM = 128 };

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

/* The roles of a council (NULL: of all), and a family that was typed. */
struct family_search {
    const char *council;
    const char *typed;
    const char *id;            /* found in the council, or NULL */
    const char *other_council; /* that has it; NULL: none has */
    const char **ids;          /* of the council's families, each once */
    size_t id_count;
};

static void look_at_role(struct family_search *search, const sg_role_info *role)
{
    const bool fits = same(search->typed, role->family) ||
                      same(search->typed, role->family_title);
    size_t at = 0;
    if (search->council != NULL &&
        strcmp(search->council, role->council) != 0) {
        if (fits)
            search->other_council = role->council;
        return;
    }
    if (fits)
        search->id = role->family;
    while (at < search->id_count && strcmp(search->ids[at], role->family) != 0)
        at++;
    if (at == search->id_count)
        search->ids[search->id_count++] = role->family;
}

/* As many of the council's families as a sentence can hold. */
static const char *family_list(const struct family_search *search, char *out,
                               size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < search->id_count; i++) {
        size_t size = strlen(search->ids[i]) + strlen(", ...");
        if (used + size >= room) {
            (void)snprintf(out + used, room - used, ", ...");
            break;
        }
        used += (size_t)snprintf(out + used, room - used, "%s%s",
                                 used > 0 ? ", " : "", search->ids[i]);
    }
    return out;
}

static sg_status family_missing(struct session *session,
                                const struct family_search *search)
{
    char families[FAMILIES_ROOM], owner[OWNER_ROOM] = "";
    if (search->council == NULL)
        return nothing_called(session, "family", search->typed, search->ids,
                              search->id_count);
    if (search->other_council != NULL)
        (void)snprintf(owner, sizeof(owner), "; it belongs to %.96s",
                       search->other_council);
    return complain(&session->error, SG_NOT_FOUND, "unknown-family",
                    "%.96s has no family '%.64s'%s. The families of %.96s: %s.",
                    search->council, search->typed, owner, search->council,
                    family_list(search, families, sizeof(families)));
}

/* A family of `council` (NULL: of any), by its id or its title. */
static sg_status find_family(struct session *session, const char *council,
                             const char *typed, const char **ret_id)
{
    size_t count = sg_catalogue_role_count(session->catalogue);
    struct family_search search = {.council = council, .typed = typed};
    sg_status status = SG_OK;
    search.ids = calloc(count + 1, sizeof(*search.ids));
    if (search.ids == NULL)
        return complain_memory(&session->error);
    for (size_t i = 0; i < count && search.id == NULL; i++) {
        sg_role_info role = sg_role_info_of(
            session->catalogue, sg_catalogue_role_at(session->catalogue, i));
        look_at_role(&search, &role);
    }
    *ret_id = search.id;
    if (search.id == NULL)
        status = family_missing(session, &search);
    free(search.ids);
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
