/* SPDX-License-Identifier: MIT */
/* A course that somebody is supposed to have done: all that it gives. */
#include "catalogue/assume.h"

#include <string.h>
#include <strings.h>

const struct course *assume_which_course(const struct assuming *assuming,
                                         const char **ret_rest)
{
    const struct courses *courses = assuming->catalogue->courses;
    const char *words = assuming->words;
    const size_t length = strcspn(words, " ");
    *ret_rest = words + length + strspn(words + length, " ");
    for (uint32_t i = 0; courses && i < courses->count; i++) {
        const char *id = courses->items[i].id;
        if (strlen(id) == length && strncasecmp(id, words, length) == 0)
            return &courses->items[i];
    }
    return NULL;
}

/* Strings that are left out stay NULL. */
static const char *copied(const struct assuming *assuming, const char *text)
{
    return text ? arena_strdup(&assuming->person->person->arena, text) : NULL;
}

struct person_qualification
course_qualification(const struct assuming *assuming,
                     const struct course *course)
{
    struct person_qualification given = course->qualification;
    given.title = copied(assuming, given.title);
    given.type = copied(assuming, given.type);
    given.subject = copied(assuming, given.subject);
    return given;
}

static sg_status add_qualification(const struct assuming *assuming,
                                   const struct course *course)
{
    struct person *person = assuming->person->person;
    struct person_qualification held = course_qualification(assuming, course);
    held.awarded = assuming->by;
    ADD(person, qualifications, held);
    return SG_OK;
}

static sg_status add_credential(const struct assuming *assuming,
                                const struct course *course)
{
    struct person *person = assuming->person->person;
    const struct person_credential held = {
        .id = copied(assuming, course->credential), .issued = assuming->by};
    ADD(person, credentials, held);
    return SG_OK;
}

/* As the frameworks ask for it: a skill, or training. */
static sg_status add_criterion(const struct assuming *assuming,
                               const struct course *course, int criterion,
                               const char *level)
{
    struct person *person = assuming->person->person;
    const struct reference *reference = assuming->catalogue->reference;
    const char *id = copied(assuming, reference->criteria[criterion].id);
    const struct found_leaf found = assume_look(assuming, criterion);
    if (found.training && !found.skill) {
        const struct person_training training = {
            .title = copied(assuming, course->title),
            .criterion = id,
            .completed = assuming->by};
        ADD(person, training, training);
        return SG_OK;
    }
    const struct person_skill skill = {.id = id, .level = level};
    ADD(person, skills, skill);
    return SG_OK;
}

/* Work that it is, for as long as such work usually takes. */
static sg_status add_work(const struct assuming *assuming,
                          const struct course *course)
{
    struct work_said said = {.kind = WORK_SUPERVISING,
                             .months = course->months ? course->months : 1};
    if (!course->supervises) {
        said.kind = WORK_OF;
        said.name = course->area;
    }
    return assume_work(assuming, &said);
}

static bool is_work(const struct course *course)
{
    return course->supervises || course->area;
}

/* Before anything is added. */
static sg_status check_words(const struct assuming *assuming,
                             const struct course *course, const char *rest)
{
    if (*rest && course->criterion_count == 0)
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "The course '%.96s' gives no skill, so it has no level "
                     "words; take '%.60s' out.",
                     course->id, rest);
    if (assuming->by.year != 0 && is_work(course))
        return fault(assuming->reterr, SG_USAGE, "assume",
                     "'%.96s' is work that begins next month, so it has no "
                     "'by'; say, for example, \"3 months supervising\".",
                     course->id);
    return SG_OK;
}

sg_status assume_course(const struct assuming *assuming,
                        const struct course *course, const char *rest)
{
    sg_status status = check_words(assuming, course, rest);
    if (status == SG_OK && is_work(course))
        status = add_work(assuming, course); /* it can still be refused */
    if (status == SG_OK && course->gives_qualification)
        status = add_qualification(assuming, course);
    if (status == SG_OK && course->credential)
        status = add_credential(assuming, course);
    for (uint32_t i = 0; status == SG_OK && i < course->criterion_count; i++)
        status = add_criterion(assuming, course, course->criteria[i],
                               *rest ? rest : NULL);
    return status;
}
