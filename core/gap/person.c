/* SPDX-License-Identifier: MIT */
/* From a request to what is judged. */
#include "gap/person.h"

#include "base/fault.h"

static sg_status day_of(const char *text, struct date *ret_day,
                        sg_error *reterr)
{
    if (date_day(text, ret_day))
        return SG_OK;
    return fault(reterr, SG_USAGE, "bad-date",
                 "Today has to be a day of the calendar, such as 2026-11-22.");
}

sg_status asked_open(struct asked *asked, const sg_catalogue *catalogue,
                     const sg_gap_request *request, sg_error *reterr)
{
    struct date today;
    sg_status status;

    *asked = (struct asked){.catalogue = catalogue, .request = request};
    if (!request->person) {
        asked->has_role = true;
        asked->role = request->from;
        return judging_check_months(request->months, reterr);
    }
    status = day_of(request->today, &today, reterr);
    if (status != SG_OK)
        return status;
    today = date_add_months(today, request->person->months_ahead);
    if (!held_build(&asked->held, request->person, catalogue, today)) {
        asked_done(asked);
        return fault_memory(reterr);
    }
    asked->has_role = asked->held.role_known;
    asked->role = asked->held.role;
    return SG_OK;
}

void asked_done(struct asked *asked)
{
    held_done(&asked->held);
}

struct judging asked_judging(const struct asked *asked, sg_role to)
{
    const sg_gap_request *request = asked->request;
    struct judging judging =
        request->person ? judging_of_person(asked->catalogue, &asked->held, to)
                        : judging_between(asked->catalogue, request->from, to,
                                          request->months);

    judging.post = request->post ? request->post->post : NULL;
    judging.evidence_only = request->person && request->evidence_only;
    return judging;
}

const sg_gap_person *asked_person(const struct asked *asked,
                                  struct arena *arena)
{
    const sg_gap_request *request = asked->request;
    const sg_person *person = request->person;
    char day[DATE_ROOM];

    if (!person)
        return NULL;
    sg_gap_person *told = arena_alloc(arena, sizeof(*told));
    if (!told)
        return NULL;
    date_write(asked->held.today, day);
    *told = (sg_gap_person){
        .name = person->person->name,
        .current_role = person->person->current_role,
        .role_known = asked->has_role,
        .evidence_only = request->evidence_only,
        .today = arena_strdup(arena, day),
        .assumed = person->assumed,
        .assumed_count = person->assumed_count,
    };
    if (request->post)
        told->post =
            request->post->post->title ? request->post->post->title : "";
    return told;
}
