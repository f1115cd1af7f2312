/* SPDX-License-Identifier: MIT */
/* What of a person's file no framework in use knows. */
#include "base/fault.h"
#include "model/catalogue.h"
#include "model/person.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { IDS_SHOWN = 64, LIST_ROOM = 320, MESSAGE_ROOM = 512 };

/* What is looked at, and where the warnings go. */
struct looking {
    const struct sg_person *person;
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
    fault_in(&problem, SG_INPUT, reason, looking->person->file, "%s", message);
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

/* Ids that the frameworks use, each once, for a message. */
struct id_list {
    const char *ids[IDS_SHOWN];
    size_t count;
    bool more;
};

static void id_list_add(struct id_list *list, const char *id)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->ids[i], id) == 0)
            return;
    if (list->count < IDS_SHOWN)
        list->ids[list->count++] = id;
    else
        list->more = true;
}

/* "administration, customer-support", or "(none)". */
static const char *id_list_write(const struct id_list *list,
                                 char out[LIST_ROOM])
{
    size_t used = 0;
    snprintf(out, LIST_ROOM, "(none)");
    for (size_t i = 0; i < list->count && used < LIST_ROOM; i++)
        used += (size_t)snprintf(out + used, LIST_ROOM - used, "%s%.60s",
                                 i > 0 ? ", " : "", list->ids[i]);
    if (list->more && used < LIST_ROOM)
        snprintf(out + used, LIST_ROOM - used, ", ...");
    return out;
}

static struct id_list list_areas(const struct sg_catalogue *catalogue)
{
    struct id_list list = {0};
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t a = 0; a < framework->area_count; a++)
            id_list_add(&list,
                        framework_text(framework, framework->areas[a].id));
    }
    return list;
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
    const struct id_list areas = list_areas(looking->catalogue);
    char message[MESSAGE_ROOM], list[LIST_ROOM];
    snprintf(message, sizeof(message),
             "No framework in use has this kind of work, so that it will be "
             "asked about; the kinds are %s.",
             id_list_write(&areas, list));
    for (size_t i = 0; i < person->experience.count; i++) {
        const struct person_experience *post = &person->experience.items[i];
        if (post->role && !role_known(looking, post->role))
            warn(looking, "unknown-role",
                 "This is no role that is known here, so that the post counts "
                 "by its kind of work (area) or is asked about; "
                 "\"skillgap roles\" lists the ids.",
                 "/experience/%zu/role", i);
        if (post->area && !area_known(looking, post->area))
            warn(looking, "unknown-area", message, "/experience/%zu/area", i);
    }
}

/* Whether any framework asks for a skill of that criterion. */
static bool skill_asked_for(const struct looking *looking, int criterion)
{
    const struct sg_catalogue *catalogue = looking->catalogue;
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t i = 0; i < framework->node_count; i++)
            if (framework->nodes[i].op == SG_SKILL &&
                framework->nodes[i].criterion == criterion)
                return true;
    }
    return false;
}

/* What no council knows at all was told when the file was read. */
static void look_at_skills(const struct looking *looking,
                           const struct person *person)
{
    const struct reference *reference = looking->catalogue->reference;
    for (size_t i = 0; i < person->skills.count; i++) {
        const int criterion =
            reference_criterion(reference, person->skills.items[i].id);
        if (criterion >= 0 && !skill_asked_for(looking, criterion))
            warn(looking, "unused-skill",
                 "No framework in use asks for this as a skill, so it counts "
                 "for no line; if it is a qualification, a credential or a "
                 "post, write it in that list.",
                 "/skills/%zu/id", i);
    }
}

static bool is_same(const struct looking *looking, const char *have,
                    const char *want)
{
    const struct title_knowledge *titles = &looking->person->titles;
    return strcmp(have, want) == 0 ||
           (titles->same_credential &&
            titles->same_credential(titles->context, have, want));
}

static struct id_list list_credentials(const struct sg_catalogue *catalogue)
{
    struct id_list list = {0};
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t i = 0; i < framework->node_count; i++)
            if (framework->nodes[i].op == SG_CREDENTIAL)
                id_list_add(
                    &list, framework_text(framework,
                                          framework->nodes[i].u.credential.id));
    }
    return list;
}

/* Whether it is a credential at all: one of the reference lists that runs out,
 * such as first aid, is real even where no line asks for it. */
static bool credential_known(const struct looking *looking, const char *id)
{
    const struct title_knowledge *titles = &looking->person->titles;
    return titles->valid_months &&
           titles->valid_months(titles->context, id) > 0;
}

static bool credential_asked_for(const struct looking *looking,
                                 const struct id_list *wanted, const char *id)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (is_same(looking, id, wanted->ids[i]))
            return true;
    return wanted->more; /* some are not in the list */
}

static void look_at_credentials(const struct looking *looking,
                                const struct person *person)
{
    const struct id_list wanted = list_credentials(looking->catalogue);
    char message[MESSAGE_ROOM], list[LIST_ROOM];
    snprintf(message, sizeof(message),
             "No framework in use asks for this credential, so it counts for "
             "no line; those that are asked for are %s.",
             id_list_write(&wanted, list));
    for (size_t i = 0; i < person->credentials.count; i++) {
        const char *id = person->credentials.items[i].id;
        if (!credential_known(looking, id) &&
            !credential_asked_for(looking, &wanted, id))
            warn(looking, "unused-credential", message, "/credentials/%zu/id",
                 i);
    }
}

/* The first claims are those of the entries, in their order. */
static void look_at_dates(const struct looking *looking,
                          const struct person *person)
{
    static const char ahead[] =
        "This day has not come yet, but the file says that it is held, and so "
        "it counts; correct the date, or say \"working-towards\".";
    static const char too_early[] =
        "This day has not come yet, but it counts as done; correct the date, "
        "or leave the entry out until then.";
    for (size_t i = 0; i < person->qualifications.count; i++)
        if (looking->person->claims[i].status == CLAIM_HELD &&
            is_ahead(looking, person->qualifications.items[i].awarded))
            warn(looking, "ahead", ahead, "/qualifications/%zu/awarded", i);
    for (size_t i = 0; i < person->credentials.count; i++)
        if (is_ahead(looking, person->credentials.items[i].issued))
            warn(looking, "ahead", too_early, "/credentials/%zu/issued", i);
    for (size_t i = 0; i < person->training.count; i++)
        if (is_ahead(looking, person->training.items[i].completed))
            warn(looking, "ahead", too_early, "/training/%zu/completed", i);
}

sg_status sg_person_look_up(const sg_person *person,
                            const sg_catalogue *catalogue, const char *today,
                            sg_problem_fn problem, void *user, sg_error *reterr)
{
    struct looking looking = {.person = person,
                              .catalogue = catalogue,
                              .problem = problem,
                              .user = user};
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
    look_at_skills(&looking, person->person);
    look_at_credentials(&looking, person->person);
    look_at_dates(&looking, person->person);
    return SG_OK;
}
