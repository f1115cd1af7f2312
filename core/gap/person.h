/* SPDX-License-Identifier: MIT */
/* From a request to what is judged: a role alone, or a person's file.
 *
 *     struct asked asked;
 *     sg_status status = asked_open(&asked, catalogue, request, reterr);
 *     struct judging judging = asked_judging(&asked, to);
 *     asked_done(&asked);
 */
#ifndef GAP_PERSON_H
#define GAP_PERSON_H

#include "judge/judge.h"
#include "skillgap/gap.h"

struct asked {
    const sg_catalogue *catalogue;
    const sg_gap_request *request;
    struct date today; /* with the months that are supposed to have passed */
    struct held held;  /* filled when there is a person */
    bool has_role;     /* there is a current role, and it is known */
    sg_role role;
};

/* SG_USAGE for months or a day that cannot be; SG_INPUT, with file and place,
 * for a post of a role that is not known. */
sg_status asked_open(struct asked *asked, const sg_catalogue *catalogue,
                     const sg_gap_request *request, sg_error *reterr);
void asked_done(struct asked *asked);

/* SG_INPUT when the post file is of another role than the one wanted. */
sg_status asked_check_post(const struct asked *asked, sg_role to,
                           sg_error *reterr);

/* A post file counts for its own role only. */
struct judging asked_judging(const struct asked *asked, sg_role to);

/* Whether a person does or did the work of a role: "holds" a post in it, is
 * "acting" in it, "held" one or has "acted" in it; NULL: none of these. */
const char *person_work_in(const struct judging *judging);

/* What the answer rests on, in the arena; NULL from a role alone, or without
 * memory. */
const sg_gap_person *asked_person(const struct asked *asked,
                                  struct arena *arena);

#endif
