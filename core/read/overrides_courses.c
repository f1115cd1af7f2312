/* SPDX-License-Identifier: MIT */
/* What a council may say of courses: its own figures for those that are
 * shipped, and courses of its own. */
#include "read/courses_check.h"
#include "read/overrides_check.h"

#include <string.h>

static const struct shape id = {
    .kind = SHAPE_TEXT,
    .most = 96,
    .fits = fits_id,
    .remedy = "the id of a course: lower-case letters and digits, with single "
              "hyphens between them"};

/* Nobody writes an entry that says nothing. */
static void check_change(struct checker *checker, json_t *list, json_t *change)
{
    (void)list;
    static const char *const figures[] = {"offered", "months", "hours",
                                          "price",   "group",  "note"};
    for (size_t i = 0; i < sizeof(figures) / sizeof(*figures); i++)
        if (json_object_get(change, figures[i]))
            return;
    checker_error(checker, "missing-field",
                  "This says nothing of the course; add 'offered', 'months', "
                  "'hours', 'price', 'group' or 'note'.");
}

static const struct field change_fields[] = {
    {"id", &id, REQUIRED},
    {"offered", &flag, false},
    {"months", &course_months_own, false},
    {"hours", &course_hours_own, false},
    {"price", &course_price_own, false},
    {"group", &course_group_own, false},
    {"note", &course_note, false},
    {0}};
static const struct shape change = {
    .kind = SHAPE_OBJECT, .fields = change_fields, .check = check_change};
static const struct shape changes = {
    .kind = SHAPE_ARRAY, .most = LIMIT_OVERRIDES, .items = &change};
static const struct shape added = {
    .kind = SHAPE_ARRAY, .most = LIMIT_OVERRIDES, .items = &course_shape};

static const char *id_at(const json_t *list, size_t index)
{
    return json_string_value(
        json_object_get(json_array_get(list, index), "id"));
}

/* Whether one of the first `count` entries has this id. */
static bool is_among(const json_t *list, size_t count, const char *wanted)
{
    for (size_t i = 0; i < count && i < json_array_size(list); i++) {
        const char *other = id_at(list, i);
        if (other && strcmp(other, wanted) == 0)
            return true;
    }
    return false;
}

/* Of two entries for one course one would be ignored. */
static void check_once(struct checker *checker, json_t *root, json_t *courses)
{
    (void)root;
    const json_t *list = json_object_get(courses, "change");
    const json_t *own = json_object_get(courses, "add");
    checker_enter(checker, "change", 0);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *one = id_at(list, i);
        if (!one)
            continue;
        checker_enter(checker, NULL, i);
        if (is_among(list, i, one))
            checker_error(checker, "duplicate-entry",
                          "Another entry of this list is about '%.96s' "
                          "already; join the two.",
                          one);
        else if (is_among(own, LIMIT_OVERRIDES, one))
            checker_error(checker, "contradiction",
                          "'%.96s' is in 'add' too, which has all of its "
                          "figures; say them there, and take this out.",
                          one);
        checker_leave(checker);
    }
    checker_leave(checker);
}

static const struct field courses_fields[] = {
    {"change", &changes, false}, {"add", &added, false}, {0}};
const struct shape overrides_courses = {
    .kind = SHAPE_OBJECT, .fields = courses_fields, .check = check_once};

/* ---- the top of the file ---- */

/* Each number says who decided it, and since when. */
void check_own_source(struct checker *checker, json_t *parent, json_t *root)
{
    static const char *const wanted[] = {"source", "as_of"};
    (void)parent;
    if (!json_object_get(root, "study_hours_per_week") &&
        !json_object_get(root, "courses") &&
        !json_object_get(root, "statutory"))
        return;
    for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
        if (!json_object_get(root, wanted[i]))
            checker_error(checker, "missing-field",
                          "The field '%s' is missing here; say who decided "
                          "the study hours, the courses and what is "
                          "statutory, and since when they hold.",
                          wanted[i]);
}
