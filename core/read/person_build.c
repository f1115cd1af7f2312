/* SPDX-License-Identifier: MIT */
/* From the JSON of a person file without errors to a person. */
#include "read/person_check.h"

#include "read/member.h"

#include <string.h>

/* Members that are left out are NULL, 0, or no date. */
static const char *text_of(struct person *person, const json_t *object,
                           const char *key)
{
    return member_text(&person->arena, object, key);
}

static uint8_t number_of(const json_t *object, const char *key)
{
    return (uint8_t)json_number_value(json_object_get(object, key));
}

static void build_scale_and_size(struct person_qualification *one,
                                 const json_t *from)
{
    const json_t *scale = json_object_get(from, "scale");
    const int size = member_word(from, "size", person_sizes);
    if (scale)
        one->scale = scale_from_name(json_string_value(scale));
    one->scale_unknown = scale && one->scale == SCALE_NONE;
    one->size_unknown = size < 0 && json_object_get(from, "size");
    one->size = size < 0 ? SIZE_UNKNOWN : (enum person_size)(SIZE_AWARD + size);
}

static void build_grades(struct person *person,
                         struct person_qualification *one, const json_t *from)
{
    const json_t *list = json_object_get(from, "grades");
    const size_t count = json_array_size(list);
    const char **grades = arena_array(&person->arena, count, sizeof(*grades));
    for (size_t i = 0; grades && i < count; i++)
        grades[i] = arena_strdup(&person->arena,
                                 json_string_value(json_array_get(list, i)));
    one->grades = grades;
    one->grade_count = grades ? count : 0;
}

static void build_qualification(struct person *person, size_t index,
                                const json_t *from)
{
    struct person_qualification *one = &person->qualifications.items[index];
    const int status = member_word(from, "status", person_statuses);
    one->title = text_of(person, from, "title");
    one->type = text_of(person, from, "type");
    one->subject = text_of(person, from, "subject");
    one->number = text_of(person, from, "number");
    one->country = text_of(person, from, "country");
    one->level = number_of(from, "level");
    one->count = number_of(from, "count");
    one->status_given = status >= 0;
    one->status = status < 0 ? STATUS_HELD : (enum person_status)status;
    one->awarded = member_date(from, "awarded");
    one->expected = member_date(from, "expected");
    one->expires = member_date(from, "expires");
    build_scale_and_size(one, from);
    build_grades(person, one, from);
}

static void build_post(struct person *person, size_t index, const json_t *from)
{
    struct person_experience *one = &person->experience.items[index];
    const int basis = member_word(from, "basis", person_bases);
    const json_t *supervises = json_object_get(from, "supervises");
    one->role = text_of(person, from, "role");
    one->area = text_of(person, from, "area");
    one->title = text_of(person, from, "title");
    one->from = member_date(from, "from");
    one->to = member_date(from, "to");
    one->hours_per_week =
        (float)json_number_value(json_object_get(from, "hours_per_week"));
    one->basis_given = basis >= 0;
    one->basis = basis < 0 ? BASIS_PAID : (enum person_basis)basis;
    one->supervises = json_is_true(supervises);
    one->supervises_given = supervises != NULL;
}

static void build_skill(struct person *person, size_t index, const json_t *from)
{
    struct person_skill *one = &person->skills.items[index];
    one->id = text_of(person, from, "id");
    one->level = text_of(person, from, "level");
}

static void build_credential(struct person *person, size_t index,
                             const json_t *from)
{
    struct person_credential *one = &person->credentials.items[index];
    one->id = text_of(person, from, "id");
    one->issued = member_date(from, "issued");
    one->expires = member_date(from, "expires");
}

static void build_course(struct person *person, size_t index,
                         const json_t *from)
{
    struct person_training *one = &person->training.items[index];
    one->title = text_of(person, from, "title");
    one->criterion = text_of(person, from, "criterion");
    one->completed = member_date(from, "completed");
    one->expires = member_date(from, "expires");
}

static sg_verdict verdict_of(const json_t *object)
{
    const char *text = json_string_value(json_object_get(object, "verdict"));
    if (text && strcmp(text, sg_verdict_word(SG_MET)) == 0)
        return SG_MET;
    if (text && strcmp(text, sg_verdict_word(SG_UNMET)) == 0)
        return SG_UNMET;
    return SG_ASK;
}

static void build_confirmation(struct person *person, size_t index,
                               const json_t *from)
{
    struct person_confirmation *one = &person->confirmed.items[index];
    one->line = text_of(person, from, "line");
    one->verdict = verdict_of(from);
    one->by = text_of(person, from, "by");
    one->on = member_date(from, "on");
    one->evidence = text_of(person, from, "evidence");
    one->framework_version = text_of(person, from, "framework_version");
    one->hash = text_of(person, from, "hash");
}

typedef void (*build_fn)(struct person *person, size_t index,
                         const json_t *from);

/* Fills the entries that there is room for. */
static void build_entries(struct person *person, const json_t *list,
                          const void *room, build_fn build)
{
    for (size_t i = 0; room && i < json_array_size(list); i++)
        build(person, i, json_array_get(list, i));
}

/* The lists have the same members, but not one type. */
#define BUILD_LIST(person, root, name, build)                                  \
    do {                                                                       \
        const json_t *list = json_object_get((root), #name);                   \
        (person)->name.given = list != NULL;                                   \
        (person)->name.items =                                                 \
            arena_array(&(person)->arena, json_array_size(list),               \
                        sizeof(*(person)->name.items));                        \
        (person)->name.count =                                                 \
            (person)->name.items ? json_array_size(list) : 0;                  \
        build_entries((person), list, (person)->name.items, (build));          \
    } while (0)

void person_build(struct person *person, const json_t *root)
{
    person->name = text_of(person, root, "name");
    person->current_role = text_of(person, root, "current_role");
    BUILD_LIST(person, root, qualifications, build_qualification);
    BUILD_LIST(person, root, experience, build_post);
    BUILD_LIST(person, root, skills, build_skill);
    BUILD_LIST(person, root, credentials, build_credential);
    BUILD_LIST(person, root, training, build_course);
    BUILD_LIST(person, root, confirmed, build_confirmation);
}
