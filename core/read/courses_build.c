/* SPDX-License-Identifier: MIT */
/* From the checked JSON of one course to the course. */
#include "read/courses_build.h"

#include "read/member.h"

#include <string.h>

static const json_t *member(const json_t *object, const char *key)
{
    return json_object_get(object, key);
}

/* Members that are left out are NULL, 0 or no date. */
static const char *text_of(const struct making *making, const json_t *object,
                           const char *key)
{
    return member_text(&making->courses->arena, object, key);
}

static uint16_t number_of(const json_t *object, const char *key)
{
    return (uint16_t)json_number_value(member(object, key));
}

uint32_t course_pence(const json_t *pounds)
{
    return (uint32_t)(json_number_value(pounds) * 100 + 0.5);
}

/* ---- sources ---- */

static struct sourced sourced_by(const struct making *making, const char *id,
                                 bool assumed)
{
    const uint32_t index = id ? names_index(&making->sources, id) : NAMES_NONE;
    if (index == NAMES_NONE)
        return (struct sourced){0};
    const json_t *source = making->sources.owners[index];
    return (struct sourced){
        .source = text_of(making, source, "title"),
        .as_of = text_of(making, source, "as_of"),
        .assumed = assumed || json_is_true(member(source, "assumed")),
    };
}

static struct sourced sourced_in(const struct making *making,
                                 const json_t *object, const char *key,
                                 bool own)
{
    const bool assumed = json_is_true(member(object, "assumed"));
    const char *source = json_string_value(member(object, key));
    if (!own)
        return sourced_by(making, source, assumed);
    struct sourced from = making->council;
    if (source)
        from.source = text_of(making, object, key);
    from.assumed = assumed;
    return from;
}

struct sourced course_sourced(const struct making *making, const json_t *figure,
                              bool own)
{
    return figure ? sourced_in(making, figure, "source", own)
                  : (struct sourced){0};
}

/* ---- what it gives ---- */

static void build_qualification(const struct making *making, const json_t *from,
                                struct course *course)
{
    const int size = member_word(from, "size", person_sizes);
    const char *title = text_of(making, from, "title");
    course->gives_qualification = true;
    course->qualification = (struct person_qualification){
        .title = title ? title : course->title,
        .type = text_of(making, from, "type"),
        .subject = text_of(making, from, "subject"),
        .scale = scale_from_name(json_string_value(member(from, "scale"))),
        .level = (uint8_t)number_of(from, "level"),
        .size = size < 0 ? SIZE_UNKNOWN : (enum person_size)(SIZE_AWARD + size),
        .status = STATUS_HELD,
        .status_given = true,
    };
}

static void build_criteria(const struct making *making, const json_t *list,
                           struct course *course)
{
    const size_t count = json_array_size(list);
    uint16_t *criteria =
        arena_array(&making->courses->arena, count, sizeof(*criteria));
    for (size_t i = 0; criteria && i < count; i++)
        criteria[i] = (uint16_t)reference_criterion(
            making->reference, json_string_value(json_array_get(list, i)));
    course->criteria = criteria;
    course->criterion_count = criteria ? (uint32_t)count : 0;
}

static void build_gives(const struct making *making, const json_t *gives,
                        struct course *course)
{
    const json_t *qualification = member(gives, "qualification");
    const json_t *work = member(gives, "experience");
    if (qualification)
        build_qualification(making, qualification, course);
    build_criteria(making, member(gives, "criteria"), course);
    course->credential = text_of(making, gives, "credential");
    course->supervises = json_is_true(member(work, "supervises"));
    course->area = text_of(making, work, "area");
}

/* ---- what it takes ---- */

static void build_hours(const struct making *making, const struct made_of *from,
                        struct course *course)
{
    const json_t *shipped = member(from->course, "hours");
    const json_t *changed = member(from->change, "hours");
    const json_t *hours = changed ? changed : shipped;
    course->guided_hours = number_of(hours, "guided");
    course->total_hours = number_of(hours, "total");
    course->paid_hours = json_is_true(member(shipped, "paid"));
    course->hours_from = course_sourced(making, hours, changed || from->own);
}

static void build_months(const struct making *making,
                         const struct made_of *from, struct course *course)
{
    const json_t *changed = member(from->change, "months");
    const json_t *months = member(from->course, "months");
    course->months = changed ? (uint16_t)json_number_value(changed)
                             : number_of(months, "typical");
    course->months_from =
        changed ? making->council : course_sourced(making, months, from->own);
}

static void build_price(const struct making *making, const struct made_of *from,
                        struct course *course)
{
    const json_t *changed = member(from->change, "price");
    const json_t *price = changed ? changed : member(from->course, "price");
    const bool one = json_is_number(price);
    course->price_pence = course_pence(one ? price : member(price, "typical"));
    course->price_least_pence =
        course_pence(one ? price : member(price, "least"));
    course->price_most_pence =
        course_pence(one ? price : member(price, "most"));
    course->price_from =
        changed ? making->council : course_sourced(making, price, from->own);
}

static void build_group(const struct making *making, const struct made_of *from,
                        struct course *course)
{
    const json_t *changed = member(from->change, "group");
    const json_t *group = changed ? changed : member(from->course, "group");
    course->group_seats = number_of(group, "seats");
    course->group_price_pence = course_pence(member(group, "price"));
    course->group_from = course_sourced(making, group, changed || from->own);
}

/* ---- funds and awards ---- */

static const struct fund *fund_named(const struct courses *courses,
                                     const char *id)
{
    for (uint32_t i = 0; i < courses->fund_count; i++)
        if (strcmp(courses->funds[i].id, id) == 0)
            return &courses->funds[i];
    return NULL;
}

/* Only a council's own course can name a fund that there is not, and that has
 * been told. */
static const struct course_fund *
funds_of(const struct making *making, const json_t *list, uint32_t *ret_count)
{
    const struct courses *courses = making->courses;
    struct course_fund *funds = arena_array(
        &making->courses->arena, json_array_size(list), sizeof(*funds));
    uint32_t count = 0;
    for (size_t i = 0; funds && i < json_array_size(list); i++) {
        const json_t *from = json_array_get(list, i);
        const struct fund *fund =
            fund_named(courses, json_string_value(member(from, "fund")));
        if (fund)
            funds[count++] = (struct course_fund){
                .fund = fund,
                .opens = member_date(from, "opens"),
                .ends = member_date(from, "ends"),
            };
    }
    *ret_count = count;
    return funds;
}

static void build_awards(const struct making *making, const json_t *list,
                         struct course *course)
{
    const size_t count = json_array_size(list);
    struct course_award *awards =
        arena_array(&making->courses->arena, count, sizeof(*awards));
    for (size_t i = 0; awards && i < count; i++) {
        const json_t *from = json_array_get(list, i);
        awards[i] = (struct course_award){
            .number = text_of(making, from, "number"),
            .body = text_of(making, from, "body"),
            .opens = member_date(from, "opens"),
            .closes = member_date(from, "closes"),
        };
        awards[i].funds =
            funds_of(making, member(from, "funding"), &awards[i].fund_count);
    }
    course->awards = awards;
    course->award_count = awards ? (uint32_t)count : 0;
}

/* ---- a whole course ---- */

static const char *const kind_words[] = {
    [COURSE_QUALIFICATION] = "qualification",
    [COURSE_APPRENTICESHIP] = "apprenticeship",
    [COURSE_TRAINING] = "training",
    [COURSE_ON_THE_JOB] = "on-the-job",
    [COURSE_ON_THE_JOB + 1] = NULL,
};

static void build_work(const struct making *making, const json_t *list,
                       struct course *course)
{
    const size_t count = json_array_size(list);
    const char **work =
        arena_array(&making->courses->arena, count, sizeof(*work));
    for (size_t i = 0; work && i < count; i++)
        work[i] = arena_strdup(&making->courses->arena,
                               json_string_value(json_array_get(list, i)));
    course->work = work;
    course->work_count = work ? (uint32_t)count : 0;
}

static uint16_t criterion_of(const struct making *making, const json_t *json,
                             const char *key)
{
    const char *id = json_string_value(member(json, key));
    return id ? (uint16_t)reference_criterion(making->reference, id)
              : NO_CRITERION;
}

static bool is_offered(const json_t *change)
{
    const json_t *offered = member(change, "offered");
    return !offered || json_is_true(offered);
}

void course_build(struct making *making, const struct made_of *from,
                  struct course *course)
{
    const json_t *json = from->course;
    const char *note = text_of(making, from->change, "note");
    *course = (struct course){
        .id = text_of(making, json, "id"),
        .title = text_of(making, json, "title"),
        .note = note ? note : text_of(making, json, "note"),
        .reference = text_of(making, json, "reference"),
        .kind = (enum course_kind)member_word(json, "kind", kind_words),
        .offered = is_offered(from->change),
        .needs_work = json_is_true(member(json, "needs_work")),
        .evidence_criterion = criterion_of(making, json, "evidence_from"),
        .own = from->own,
        .opens = member_date(json, "opens"),
        .closes = member_date(json, "closes"),
        .from = course_sourced(making, json, from->own),
        .entry_role = NO_INDEX,
    };
    if (member(json, "requires"))
        course->entry_from =
            sourced_in(making, json, "requires_source", from->own);
    build_work(making, member(json, "work"), course);
    build_gives(making, member(json, "gives"), course);
    build_hours(making, from, course);
    build_months(making, from, course);
    build_price(making, from, course);
    build_group(making, from, course);
    build_awards(making, member(json, "awards"), course);
    course->funds =
        funds_of(making, member(json, "funding"), &course->fund_count);
}
