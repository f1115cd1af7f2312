/* SPDX-License-Identifier: MIT */
/* From a request to what is judged. */
#include "gap/person.h"

#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static sg_status day_of(const char *text, struct date *ret_day,
                        sg_error *reterr)
{
    if (date_day(text, ret_day))
        return SG_OK;
    return fault(reterr, SG_USAGE, "bad-date",
                 "Today has to be a day of the calendar, such as 2026-11-22.");
}

/* Whether a post file speaks of a role: it names that role, or none. */
static bool is_post_of(const struct post *post, const sg_catalogue *catalogue,
                       sg_role role)
{
    const struct framework *framework =
        catalogue_in_use(catalogue, role)->framework;

    return !post->role ||
           strcmp(post->role,
                  framework_text(framework, framework->roles[role.index].id)) ==
               0;
}

/* What is wrong is the file's role, and it is told at its place. */
__attribute__((format(printf, 3, 4))) static sg_status
refuse_role(const sg_post *post, sg_error *reterr, const char *format, ...)
{
    sg_error problem = {0};
    char message[sizeof(problem.message)];
    va_list values;

    va_start(values, format);
    vsnprintf(message, sizeof(message), format, values);
    va_end(values);
    fault_in(&problem, SG_INPUT, "post-role", post->file, "%s", message);
    problem.has_pointer = true;
    snprintf(problem.pointer, sizeof(problem.pointer), "/role");
    if (reterr && reterr->status == SG_OK)
        *reterr = problem;
    return SG_INPUT;
}

static sg_status check_post_role(const sg_post *post,
                                 const sg_catalogue *catalogue,
                                 sg_error *reterr)
{
    const char *written = post->post->role;

    for (size_t i = 0; i < sg_catalogue_role_count(catalogue); i++)
        if (is_post_of(post->post, catalogue,
                       sg_catalogue_role_at(catalogue, i)))
            return SG_OK;
    const char *nearest = catalogue_role_meant(catalogue, written);
    return refuse_role(
        post, reterr,
        "'%.100s' is no role that is known here; correct it, or "
        "leave it out: then the file counts for any role.%s%.100s"
        "%s",
        written, nearest ? " Did you mean '" : "", nearest ? nearest : "",
        nearest ? "'?" : "");
}

sg_status asked_check_post(const struct asked *asked, sg_role to,
                           sg_error *reterr)
{
    const sg_post *post = asked->request->post;

    if (!post || is_post_of(post->post, asked->catalogue, to))
        return SG_OK;
    return refuse_role(post, reterr,
                       "This post is in the role '%.100s', and the role wanted "
                       "is '%.100s'; give the file of a post in that role.",
                       post->post->role,
                       sg_role_info_of(asked->catalogue, to).id);
}

sg_status asked_open(struct asked *asked, const sg_catalogue *catalogue,
                     const sg_gap_request *request, sg_error *reterr)
{
    sg_status status = SG_OK;

    *asked = (struct asked){.catalogue = catalogue, .request = request};
    if (request->post)
        status = check_post_role(request->post, catalogue, reterr);
    if (status == SG_OK)
        status = day_of(request->today, &asked->today, reterr);
    if (status != SG_OK)
        return status;
    if (!request->person) {
        asked->has_role = true;
        asked->role = request->from;
        return judging_check_months(request->months, reterr);
    }
    asked->today = date_add_months(asked->today, request->person->months_ahead);
    if (!held_build(&asked->held, request->person, catalogue, asked->today)) {
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

    if (request->post && is_post_of(request->post->post, asked->catalogue, to))
        judging.post = request->post->post;
    judging.evidence_only = request->person && request->evidence_only;
    return judging;
}

const char *person_work_in(const struct judging *judging)
{
    static const char *const words[] = {"holds", "acting", "held", "acted"};
    enum { WORDS = sizeof(words) / sizeof(words[0]) };
    const struct held *held = judging->held;
    size_t best = WORDS;

    for (uint32_t i = 0; held && i < held->post_count; i++) {
        const struct held_post *post = &held->posts[i];
        const size_t acting = post->basis == BASIS_ACTING;
        const size_t over = post->last_may < held->month;
        const size_t word = 2 * over + acting;
        if (post->framework == judging->to->framework &&
            post->role == judging->to_role && word < best)
            best = word;
    }
    return best < WORDS ? words[best] : NULL;
}

/* No current role and none of the lists, not even an empty one. */
static bool is_blank(const struct person *person)
{
    return !person->current_role && !person->qualifications.given &&
           !person->experience.given && !person->skills.given &&
           !person->credentials.given && !person->training.given &&
           !person->confirmed.given;
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
        .nothing_on_file = is_blank(person->person),
        .today = arena_strdup(arena, day),
        .assumed = person->assumed,
        .assumed_count = person->assumed_count,
    };
    if (request->post)
        told->post =
            request->post->post->title ? request->post->post->title : "";
    return told;
}
