/* SPDX-License-Identifier: MIT */
/* What of a person's file no framework in use knows. */
#include "base/fault.h"
#include "model/catalogue.h"
#include "model/person.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Where the warnings go. */
struct looking {
    const struct sg_catalogue *catalogue;
    struct date today;
    sg_problem_fn problem;
    void *user;
};

__attribute__((format(printf, 4, 5))) static void
warn(const struct looking *looking, const char *reason, const char *message,
     const char *pointer, ...)
{
    sg_error problem = {0};
    va_list place;
    if (!looking->problem)
        return;
    fault(&problem, SG_INPUT, reason, "%s", message);
    problem.warning = true;
    problem.has_pointer = true;
    va_start(place, pointer);
    vsnprintf(problem.pointer, sizeof(problem.pointer), pointer, place);
    va_end(place);
    looking->problem(&problem, looking->user);
}

static bool role_known(const struct looking *looking, const char *id)
{
    const struct sg_catalogue *catalogue = looking->catalogue;
    for (uint32_t f = 0; f < catalogue->framework_count; f++)
        if (framework_role(catalogue->frameworks[f].framework, id) != NO_INDEX)
            return true;
    return false;
}

static bool area_known(const struct looking *looking, const char *id)
{
    const struct sg_catalogue *catalogue = looking->catalogue;
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t a = 0; a < framework->area_count; a++)
            if (strcmp(framework_text(framework, framework->areas[a].id), id) ==
                0)
                return true;
    }
    return false;
}

static bool is_ahead(const struct looking *looking, struct date date)
{
    return date.year != 0 &&
           date_compare(date_earliest(date), looking->today) > 0;
}

static void look_at_posts(const struct looking *looking,
                          const struct person *person)
{
    for (size_t i = 0; i < person->experience.count; i++) {
        const struct person_experience *post = &person->experience.items[i];
        if (post->role && !role_known(looking, post->role))
            warn(looking, "unknown-role",
                 "This is no role that is known here, so that the post counts "
                 "by its kind of work (area) or is asked about; "
                 "\"skillgap roles\" lists the ids.",
                 "/experience/%zu/role", i);
        if (post->area && !area_known(looking, post->area))
            warn(looking, "unknown-area",
                 "No framework in use has this kind of work, so that it will "
                 "be asked about; \"skillgap show\" names the kinds.",
                 "/experience/%zu/area", i);
    }
}

static void look_at_dates(const struct looking *looking,
                          const struct person *person)
{
    static const char ahead[] =
        "This day has not come yet, but the file says that it is held, and so "
        "it counts; correct the date, or say \"working-towards\".";
    for (size_t i = 0; i < person->qualifications.count; i++) {
        const struct person_qualification *one =
            &person->qualifications.items[i];
        if (one->status == STATUS_HELD && is_ahead(looking, one->awarded))
            warn(looking, "ahead", ahead, "/qualifications/%zu/awarded", i);
    }
    for (size_t i = 0; i < person->credentials.count; i++)
        if (is_ahead(looking, person->credentials.items[i].issued))
            warn(looking, "ahead", ahead, "/credentials/%zu/issued", i);
    for (size_t i = 0; i < person->training.count; i++)
        if (is_ahead(looking, person->training.items[i].completed))
            warn(looking, "ahead", ahead, "/training/%zu/completed", i);
}

sg_status sg_person_look_up(const sg_person *person,
                            const sg_catalogue *catalogue, const char *today,
                            sg_problem_fn problem, void *user, sg_error *reterr)
{
    struct looking looking = {
        .catalogue = catalogue, .problem = problem, .user = user};
    if (!date_day(today, &looking.today))
        return fault(reterr, SG_USAGE, "bad-date",
                     "Today has to be a day of the calendar, such as "
                     "2026-11-22.");
    if (person->person->current_role &&
        !role_known(&looking, person->person->current_role))
        warn(&looking, "unknown-role",
             "This is no role that is known here, so that the answer rests on "
             "the rest of the file; \"skillgap roles\" lists the ids.",
             "/current_role");
    look_at_posts(&looking, person->person);
    look_at_dates(&looking, person->person);
    return SG_OK;
}
