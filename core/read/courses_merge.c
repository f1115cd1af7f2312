/* SPDX-License-Identifier: MIT */
/* The shipped courses and what a council says of them, joined; then all of
 * them built. */
#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"
#include "read/courses_build.h"
#include "read/courses_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const json_t *own_list(const struct making *making, const char *name)
{
    return json_object_get(json_object_get(making->own, "courses"), name);
}

static const char *id_of(const json_t *object)
{
    return json_string_value(json_object_get(object, "id"));
}

/* The place of an id in a list, or its size. */
static size_t find(const json_t *list, const char *id)
{
    size_t i = 0;
    while (i < json_array_size(list) &&
           strcmp(id_of(json_array_get(list, i)), id) != 0)
        i++;
    return i;
}

/* ---- what of the council's file leads nowhere ---- */

__attribute__((format(printf, 4, 5))) static void
warn(const struct making *making, const char *reason, const char *message,
     const char *pointer, ...)
{
    sg_error problem = {0};
    va_list place;
    fault_in(&problem, SG_INPUT, reason, making->own_file, "%s", message);
    problem.warning = true;
    problem.has_pointer = true;
    va_start(place, pointer);
    vsnprintf(problem.pointer, sizeof(problem.pointer), pointer, place);
    va_end(place);
    problem_tell(making->sink, NULL, &problem);
}

/* The id of a list that is nearest, or NULL. */
static const char *nearest_in(const json_t *list, const char *id)
{
    const char *ids[LIMIT_COURSES];
    size_t count = 0;
    for (; count < json_array_size(list) && count < LIMIT_COURSES; count++)
        ids[count] = id_of(json_array_get(list, count));
    return text_nearest_words(id, ids, count);
}

static void say_unknown(const json_t *known, const char *noun, const char *id,
                        char message[512])
{
    const char *near = nearest_in(known, id);
    snprintf(message, 512,
             "No %s has the id '%.96s', so this is not used; correct the "
             "id.%s%.96s%s",
             noun, id, near ? " Did you mean '" : "", near ? near : "",
             near ? "'?" : "");
}

static void warn_unknown_changes(const struct making *making)
{
    const json_t *known = json_object_get(making->root, "courses");
    const json_t *changes = own_list(making, "change");
    char message[512];
    for (size_t i = 0; i < json_array_size(changes); i++) {
        const char *id = id_of(json_array_get(changes, i));
        if (find(known, id) < json_array_size(known))
            continue;
        say_unknown(known, "course", id, message);
        warn(making, "unknown-course", message, "/courses/change/%zu/id", i);
    }
}

static void warn_unknown_funds(const struct making *making, const json_t *list,
                               const char *place)
{
    const json_t *known = json_object_get(making->root, "funding");
    char message[512];
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *id =
            json_string_value(json_object_get(json_array_get(list, i), "fund"));
        if (find(known, id) < json_array_size(known))
            continue;
        say_unknown(known, "fund", id, message);
        warn(making, "unknown-fund", message, "%s/funding/%zu/fund", place, i);
    }
}

static void warn_funds_of_added(const struct making *making)
{
    const json_t *added = own_list(making, "add");
    char place[96];
    for (size_t i = 0; i < json_array_size(added); i++) {
        const json_t *course = json_array_get(added, i);
        const json_t *awards = json_object_get(course, "awards");
        snprintf(place, sizeof(place), "/courses/add/%zu", i);
        warn_unknown_funds(making, json_object_get(course, "funding"), place);
        for (size_t a = 0; a < json_array_size(awards); a++) {
            snprintf(place, sizeof(place), "/courses/add/%zu/awards/%zu", i, a);
            warn_unknown_funds(
                making, json_object_get(json_array_get(awards, a), "funding"),
                place);
        }
    }
}

/* ---- joining ---- */

void courses_merge(struct making *making)
{
    const json_t *shipped = json_object_get(making->root, "courses");
    const json_t *added = own_list(making, "add");
    const json_t *changes = own_list(making, "change");
    making->list = calloc(json_array_size(shipped) + json_array_size(added) + 1,
                          sizeof(*making->list));
    making->failed = making->failed || !making->list;
    if (making->failed)
        return;
    for (size_t i = 0; i < json_array_size(shipped); i++) {
        const json_t *course = json_array_get(shipped, i);
        if (find(added, id_of(course)) < json_array_size(added))
            continue; /* the council has one of its own in its place */
        making->list[making->count++] = (struct made_of){
            .course = course,
            .change = json_array_get(changes, find(changes, id_of(course))),
            .place = i,
        };
    }
    for (size_t i = 0; i < json_array_size(added); i++)
        making->list[making->count++] = (struct made_of){
            .course = json_array_get(added, i), .own = true, .place = i};
    warn_unknown_changes(making);
    warn_funds_of_added(making);
}

/* A council's price for a group beside the listed price of one seat. One beside
 * its own has been looked at with the file. */
static void warn_odd_groups(const struct making *making)
{
    const json_t *changes = own_list(making, "change");
    char message[GROUP_ODDITY_ROOM];
    for (uint32_t i = 0; i < making->courses->count; i++) {
        const json_t *change = making->list[i].change;
        const struct course *course = &making->courses->items[i];
        if (!json_object_get(change, "group") ||
            json_object_get(change, "price"))
            continue;
        const char *odd =
            group_oddity(course->group_seats, course->group_price_pence / 100.0,
                         course->price_pence / 100.0, message);
        if (odd)
            warn(making, odd, message, "/courses/change/%zu/group",
                 find(changes, course->id));
    }
}

/* ---- building all of it ---- */

static const char *copy(struct making *making, const json_t *object,
                        const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? arena_strdup(&making->courses->arena, text) : NULL;
}

static void note_sources(struct making *making)
{
    const json_t *list = json_object_get(making->root, "sources");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *source = json_array_get(list, i);
        if (!names_add(&making->sources, id_of(source), source))
            making->failed = true;
    }
    making->council = (struct sourced){
        .source = copy(making, making->own, "source"),
        .as_of = copy(making, making->own, "as_of"),
    };
}

static void build_funds(struct making *making)
{
    struct courses *courses = making->courses;
    const json_t *list = json_object_get(making->root, "funding");
    const size_t count = json_array_size(list);
    struct fund *funds = arena_array(&courses->arena, count, sizeof(*funds));
    for (size_t i = 0; funds && i < count; i++) {
        const json_t *from = json_array_get(list, i);
        funds[i] = (struct fund){
            .id = copy(making, from, "id"),
            .title = copy(making, from, "title"),
            .pays = copy(making, from, "pays"),
            .who = copy(making, from, "who"),
            .employee_pays = copy(making, from, "employee_pays"),
            .from = course_sourced(making, from, false),
        };
    }
    courses->funds = funds;
    courses->fund_count = funds ? (uint32_t)count : 0;
}

static void build_study(struct making *making)
{
    struct courses *courses = making->courses;
    const json_t *own = json_object_get(making->own, "study_hours_per_week");
    const json_t *study = json_object_get(making->root, "study_hours_per_week");
    const json_t *usual = json_object_get(making->root, "usual_training");
    courses->study_hours_per_week =
        (float)json_number_value(own ? own : json_object_get(study, "value"));
    courses->study_hours_from =
        own ? making->council : course_sourced(making, study, false);
    courses->usual_training_hours =
        (uint16_t)json_number_value(json_object_get(usual, "hours"));
    courses->usual_training_pence =
        course_pence(json_object_get(usual, "price"));
    courses->usual_training_from = course_sourced(making, usual, false);
}

static void build_courses(struct making *making)
{
    struct courses *courses = making->courses;
    courses->items =
        arena_array(&courses->arena, making->count, sizeof(*courses->items));
    for (uint32_t i = 0; courses->items && i < making->count; i++)
        course_build(making, &making->list[i], &courses->items[i]);
    courses->count = courses->items ? making->count : 0;
}

static sg_status build_all(struct making *making, const char *file,
                           sg_error *reterr)
{
    struct courses *courses = making->courses;
    courses->file = arena_strdup(&courses->arena, file);
    courses->version = copy(making, making->root, "version");
    courses->as_of = copy(making, making->root, "as_of");
    note_sources(making);
    build_funds(making);
    build_study(making);
    courses_merge(making);
    if (!making->failed)
        build_courses(making);
    if (making->failed || courses->arena.failed)
        return fault_memory(reterr);
    warn_odd_groups(making);
    return courses_entry(making, reterr);
}

sg_status courses_build(struct making *making, const char *file,
                        struct courses **ret_courses, sg_error *reterr)
{
    making->courses = calloc(1, sizeof(*making->courses));
    sg_status status = making->courses ? build_all(making, file, reterr)
                                       : fault_memory(reterr);
    names_done(&making->sources);
    free(making->list);
    if (status == SG_OK)
        *ret_courses = making->courses;
    else
        courses_free(making->courses);
    return status;
}
