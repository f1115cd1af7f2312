/* SPDX-License-Identifier: MIT */
/* From the words of a command line to what is judged. */
#include "judged.h"

#include "complain.h"

#include <string.h>

sg_status judged_roles(struct session *session, const char *from,
                       const char *to, sg_gap **ret_gap)
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

static sg_person_options options_of(const struct session *session)
{
    return (sg_person_options){
        .data_dirs = (const char *const *)session->request.data_dirs,
        .data_dir_count = session->request.data_dir_count,
        .catalogue = session->catalogue,
    };
}

/* Reads the file, says what of it is not known here, and adds what is only
 * supposed, in the order in which it was given. */
static sg_status open_person(struct session *session, struct judged *judged)
{
    const struct request *request = &session->request;
    const sg_person_options options = options_of(session);
    const char *today = request->values[OPT_TODAY];
    sg_status status =
        sg_person_read(request->values[OPT_PERSON], &options, problem_keep,
                       &session->problems, &judged->person, &session->error);
    if (status == SG_OK)
        status = sg_person_look_up(judged->person, session->catalogue, today,
                                   problem_keep, &session->problems,
                                   &session->error);
    for (size_t i = 0; status == SG_OK && i < request->assume_count; i++)
        status = sg_person_assume(judged->person, session->catalogue,
                                  request->assume[i], today, &session->error);
    judged->request.person = judged->person;
    judged->request.evidence_only = request->values[OPT_EVIDENCE_ONLY] != NULL;
    return status;
}

static bool is_stdin(const char *value)
{
    return value != NULL && strcmp(value, "-") == 0;
}

static sg_status open_post(struct session *session, struct judged *judged)
{
    const char *const *values = session->request.values;
    const sg_person_options options = options_of(session);
    if (is_stdin(values[OPT_PERSON]) && is_stdin(values[OPT_POST]))
        return complain(&session->error, SG_USAGE, "option-value",
                        "Standard input can be read only once: give a file "
                        "for --person or for --post.");
    const sg_status status =
        sg_post_read(values[OPT_POST], &options, problem_keep,
                     &session->problems, &judged->post, &session->error);
    judged->request.post = judged->post;
    return status;
}

sg_status judged_open(struct session *session, struct judged *judged)
{
    const char *const *values = session->request.values;
    *judged = (struct judged){.request = {.months = session->request.months,
                                          .today = values[OPT_TODAY]}};
    sg_status status = session_open(session);
    if (status == SG_OK && values[OPT_FROM] != NULL)
        status = session_find(session, values[OPT_FROM], &judged->request.from);
    if (status == SG_OK && values[OPT_POST] != NULL)
        status = open_post(session, judged);
    if (status == SG_OK && values[OPT_PERSON] != NULL)
        status = open_person(session, judged);
    return status;
}

void judged_done(struct judged *judged)
{
    sg_person_free(judged->person);
    sg_post_free(judged->post);
}
