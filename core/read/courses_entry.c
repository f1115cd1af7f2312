/* SPDX-License-Identifier: MIT */
/* What courses ask for to start, as a small framework: one role for each
 * course, and one essential line for each role. So it is judged as any person
 * specification is. */
#include "base/fault.h"
#include "read/builder.h"
#include "read/courses_build.h"

#include <string.h>

#define ID "courses"
#define SECTION "entry"

static json_t *role_of(const struct making *making, const json_t *course,
                       uint32_t rank)
{
    const char *id = json_string_value(json_object_get(course, "id"));
    const char *title = json_string_value(json_object_get(course, "title"));
    const char *role_id = arena_printf(&making->courses->arena, ID "/%s", id);
    if (!role_id)
        return NULL;
    return json_pack("{s:s, s:s, s:s, s:I, s:{s:s, s:[{s:s, s:[s], s:O}]}}",
                     "id", role_id, "title", title, "level", "1", "rank",
                     (json_int_t)rank, "specification", "section", SECTION,
                     "essential", "id", id, "items", "1", "needs",
                     json_object_get(course, "requires"));
}

/* The roles in the order of the courses; NULL without memory. *ret_count: how
 * many. */
static json_t *roles_of(const struct making *making, uint32_t *ret_count)
{
    json_t *roles = json_array();
    uint32_t count = 0;
    for (uint32_t i = 0; roles && i < making->count; i++) {
        const json_t *course = making->list[i].course;
        making->courses->items[i].entry_role = NO_INDEX;
        if (!json_object_get(course, "requires"))
            continue;
        json_t *role = role_of(making, course, count + 1);
        if (!role || json_array_append_new(roles, role) != 0) {
            json_decref(roles);
            return NULL;
        }
        making->courses->items[i].entry_role = count++;
    }
    *ret_count = count;
    return roles;
}

/* Takes the roles over. */
static json_t *framework_around(const struct courses *courses, json_t *roles)
{
    return json_pack(
        "{s:s, s:s, s:s, s:{s:s}, s:[{s:s, s:s}], s:[{s:s, s:s, s:s}], "
        "s:[{s:s, s:s, s:s, s:o}]}",
        "id", ID, "version", courses->version, "as_of", courses->as_of,
        "council", "name", "Courses", "documents", "id", ID, "title",
        "Courses, and what is usually asked for to start them", "sections",
        "id", SECTION, "title", "Usually asked for to start", "kind",
        "specification", "families", "id", ID, "title", "Courses", "document",
        ID, "roles", roles);
}

static bool note_nouns(struct names names[NOUN_COUNT],
                       const struct reference *reference)
{
    if (!names_add(&names[NOUN_DOCUMENT], ID, reference) ||
        !names_add(&names[NOUN_SECTION], SECTION, reference))
        return false;
    for (uint16_t i = 0; i < reference->criterion_count; i++)
        if (!names_add(&names[NOUN_CRITERION], reference->criteria[i].id,
                       &reference->criteria[i]))
            return false;
    return true;
}

static sg_status compile(const struct making *making, const json_t *root,
                         sg_error *reterr)
{
    struct names names[NOUN_COUNT] = {{0}};
    struct builder builder = {.names = names, .reference = making->reference};
    if (note_nouns(names, making->reference))
        build_framework(&builder, root);
    else
        builder.failed = true;
    const sg_status status =
        builder_finish(&builder, making->courses->file,
                       &making->courses->entry.framework, reterr);
    for (size_t i = 0; i < NOUN_COUNT; i++)
        names_done(&names[i]);
    return status;
}

sg_status courses_entry(const struct making *making, sg_error *reterr)
{
    uint32_t count = 0;
    json_t *roles = roles_of(making, &count);
    if (!roles)
        return fault_memory(reterr);
    if (count == 0) {
        json_decref(roles);
        return SG_OK;
    }
    json_t *root = framework_around(making->courses, roles);
    const sg_status status =
        root ? compile(making, root, reterr) : fault_memory(reterr);
    json_decref(root);
    return status;
}
