/* SPDX-License-Identifier: MIT */
/* From the words of a command line to what is judged: what gap, next and
 * compare have in common.
 *
 *     struct judged judged;
 *     status = judged_open(session, &judged);
 *     if (status == SG_OK)
 *         status = sg_next_new(session->catalogue, &judged.request, ...);
 *     judged_done(&judged);
 */
#ifndef CLI_JUDGED_H
#define CLI_JUDGED_H

#include "session.h"

/* A request with what stands behind it. */
struct judged {
    sg_gap_request request;
    sg_person *person;
    sg_post *post;
};

/* Opens the catalogue and fills the request: the role of --from or the file of
 * --person with what is supposed, the post of --post, the months, the day.
 * `to` is left to the caller. judged_done() in every case, after the answer has
 * been written. */
sg_status judged_open(struct session *session, struct judged *judged);
void judged_done(struct judged *judged);

/* Opens the catalogue, finds two roles and judges, without any person. *ret_gap
 * is for sg_gap_free(), before the session ends. */
sg_status judged_roles(struct session *session, const char *from,
                       const char *to, sg_gap **ret_gap);

#endif
