/* SPDX-License-Identifier: MIT */
/* What of a person's file no framework in use knows. */
#include "catalogue/look_up.h"

#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIST_ROOM = 320, MESSAGE_ROOM = 480, FIRST_ROOM = 16 };

void look_warn(const struct looking *looking, const char *reason,
               const char *message, const char *pointer, ...)
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

/* ---- names that the frameworks use ---- */

void look_names_add(struct look_names *names, const char *name)
{
    if (names->count == names->room) {
        const size_t room = names->room ? names->room * 2 : FIRST_ROOM;
        const char **more = realloc(names->names, room * sizeof(*more));
        if (!more)
            return;
        names->names = more;
        names->room = room;
    }
    names->names[names->count++] = name;
}

bool look_names_has(const struct look_names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->names[i], name) == 0)
            return true;
    return false;
}

void look_names_done(struct look_names *names)
{
    free(names->names);
    *names = (struct look_names){0};
}

static void add_once(struct look_names *names, const char *name)
{
    if (!look_names_has(names, name))
        look_names_add(names, name);
}

bool look_wants_hint(struct looking *looking)
{
    return looking->problem != NULL && looking->hints++ < LIMIT_PROBLEMS_SHOWN;
}

void look_add_hint(const char *message, const char *meant,
                   char out[LOOK_MESSAGE_ROOM])
{
    snprintf(out, LOOK_MESSAGE_ROOM, "%s%s%.100s%s", message,
             meant ? " Did you mean '" : "", meant ? meant : "",
             meant ? "'?" : "");
}

void look_hint(struct looking *looking, const char *message, const char *typed,
               const struct look_names *names, char out[LOOK_MESSAGE_ROOM])
{
    const char *meant = NULL;
    if (look_wants_hint(looking))
        meant = text_nearest_words(typed, names->names, names->count);
    look_add_hint(message, meant, out);
}

/* "administration, customer-support", or "(none)"; "..." where more would not
 * fit. */
static const char *write_names(const struct look_names *names,
                               char out[LIST_ROOM])
{
    enum { NAME_MOST = 60, REST = sizeof(", ...") };
    size_t used = 0;
    snprintf(out, LIST_ROOM, "(none)");
    for (size_t i = 0; i < names->count; i++) {
        const char *between = i > 0 ? ", " : "";
        if (used + NAME_MOST + REST >= LIST_ROOM) {
            snprintf(out + used, LIST_ROOM - used, "%s...", between);
            break;
        }
        used += (size_t)snprintf(out + used, LIST_ROOM - used, "%s%.*s",
                                 between, NAME_MOST, names->names[i]);
    }
    return out;
}

/* ---- roles and kinds of work ---- */

static bool role_known(const struct looking *looking, const char *id)
{
    const struct sg_catalogue *catalogue = looking->catalogue;
    for (uint32_t f = 0; f < catalogue->framework_count; f++)
        if (framework_role(catalogue->frameworks[f].framework, id) != NO_INDEX)
            return true;
    return false;
}

static void hint_role(struct looking *looking, const char *message,
                      const char *typed, char out[LOOK_MESSAGE_ROOM])
{
    const char *meant = NULL;
    if (look_wants_hint(looking))
        meant = catalogue_role_meant(looking->catalogue, typed);
    look_add_hint(message, meant, out);
}

static struct look_names list_areas(const struct sg_catalogue *catalogue)
{
    struct look_names names = {0};
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t a = 0; a < framework->area_count; a++)
            add_once(&names, framework_text(framework, framework->areas[a].id));
    }
    return names;
}

/* Work counts by the month, and this month does. */
static bool is_later_month(const struct looking *looking, struct date date)
{
    enum { JANUARY = 1 };
    return date.year != 0 &&
           date_month(date, JANUARY) > date_month(looking->today, JANUARY);
}

static void look_at_post(struct looking *looking,
                         const struct person_experience *post,
                         const struct look_names *areas, size_t i)
{
    char list[LIST_ROOM], message[MESSAGE_ROOM], whole[LOOK_MESSAGE_ROOM];
    if (post->role && !role_known(looking, post->role)) {
        hint_role(looking,
                  "This is no role that is known here, so that the post counts "
                  "by its kind of work (area) or is asked about; "
                  "\"skillgap roles\" lists the ids.",
                  post->role, whole);
        look_warn(looking, "unknown-role", whole, "/experience/%zu/role", i);
    }
    if (post->area && !look_names_has(areas, post->area)) {
        snprintf(message, sizeof(message),
                 "No framework in use has this kind of work, so that it will "
                 "be asked about; the kinds are %s.",
                 write_names(areas, list));
        look_hint(looking, message, post->area, areas, whole);
        look_warn(looking, "unknown-area", whole, "/experience/%zu/area", i);
    }
    if (is_later_month(looking, post->from))
        look_warn(looking, "ahead",
                  "This day has not come yet, so that the post does not count "
                  "yet; correct the date, or leave the post out until then.",
                  "/experience/%zu/from", i);
    else if (is_later_month(looking, post->to))
        look_warn(looking, "ahead",
                  "This day has not come yet, so that the post counts up to "
                  "today; leave \"to\" out while the post goes on.",
                  "/experience/%zu/to", i);
}

static void look_at_posts(struct looking *looking, const struct person *person)
{
    struct look_names areas = list_areas(looking->catalogue);
    for (size_t i = 0; i < person->experience.count; i++)
        look_at_post(looking, &person->experience.items[i], &areas, i);
    look_names_done(&areas);
}

/* ---- skills and credentials ---- */

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
            look_warn(
                looking, "unused-skill",
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

static struct look_names list_credentials(const struct sg_catalogue *catalogue)
{
    struct look_names names = {0};
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        const struct framework *framework = catalogue->frameworks[f].framework;
        for (uint32_t i = 0; i < framework->node_count; i++)
            if (framework->nodes[i].op == SG_CREDENTIAL)
                add_once(&names,
                         framework_text(framework,
                                        framework->nodes[i].u.credential.id));
    }
    return names;
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
                                 const struct look_names *wanted,
                                 const char *id)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (is_same(looking, id, wanted->names[i]))
            return true;
    return false;
}

static void warn_of_credential(struct looking *looking, const char *id,
                               const struct look_names *wanted, size_t i)
{
    char list[LIST_ROOM], message[MESSAGE_ROOM], whole[LOOK_MESSAGE_ROOM];
    snprintf(message, sizeof(message),
             "No framework in use asks for this credential, so it counts for "
             "no line; those that are asked for are %s.",
             write_names(wanted, list));
    look_hint(looking, message, id, wanted, whole);
    look_warn(looking, "unused-credential", whole, "/credentials/%zu/id", i);
}

static void look_at_credentials(struct looking *looking,
                                const struct person *person)
{
    struct look_names wanted = list_credentials(looking->catalogue);
    for (size_t i = 0; i < person->credentials.count; i++) {
        const struct person_credential *one = &person->credentials.items[i];
        if (!credential_known(looking, one->id) &&
            !credential_asked_for(looking, &wanted, one->id))
            warn_of_credential(looking, one->id, &wanted, i);
        if (look_is_ahead(looking, one->issued))
            look_warn(looking, "ahead", LOOK_TOO_EARLY,
                      "/credentials/%zu/issued", i);
    }
    look_names_done(&wanted);
}

/* ---- all of it ---- */

static void look_at_current_role(struct looking *looking,
                                 const struct person *person)
{
    char message[LOOK_MESSAGE_ROOM];
    if (!person->current_role || role_known(looking, person->current_role))
        return;
    hint_role(looking,
              "This is no role that is known here, so that the answer rests on "
              "the rest of the file; \"skillgap roles\" lists the ids.",
              person->current_role, message);
    look_warn(looking, "unknown-role", message, "/current_role");
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
    look_at_current_role(&looking, person->person);
    look_at_qualifications(&looking);
    look_at_posts(&looking, person->person);
    look_at_skills(&looking, person->person);
    look_at_credentials(&looking, person->person);
    look_at_training(&looking);
    look_at_confirmed(&looking);
    return SG_OK;
}
