/* SPDX-License-Identifier: MIT */
/* Reading a council's own numbers: parse, check everything, then build. */
#include "base/fault.h"
#include "read/overrides_check.h"
#include "read/read.h"

#include <stdlib.h>
#include <string.h>

#define FORMAT "skillgap-overrides/1"

static sg_status check_root(json_t *root, const char *file,
                            const struct reference *reference,
                            struct problem_sink *sink, sg_error *reterr)
{
    const uint32_t before = sink->errors;
    struct courses_check check = {.framework = {.reference = reference},
                                  .own = true};
    struct checker checker = {.file = file,
                              .sink = sink,
                              .reterr = reterr,
                              .context = &check,
                              .nouns = course_nouns,
                              .names = check.names};
    checker.failed = !courses_note_criteria(&check);
    if (checker_reads(&checker, root, FORMAT,
                      "a council's own numbers are of format"))
        shape_check(&checker, &overrides_shape, NULL, root);
    courses_check_done(&check);
    if (checker.failed)
        return fault_memory(reterr);
    return sink->errors > before ? SG_INPUT : SG_OK;
}

static const char *text_of(struct arena *arena, const json_t *object,
                           const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? arena_strdup(arena, text) : NULL;
}

/* "HR policy 12, 2026", and since when it holds. */
static const char *reason_of(struct arena *arena, const json_t *council)
{
    const char *source = json_string_value(json_object_get(council, "source"));
    const char *as_of = json_string_value(json_object_get(council, "as_of"));
    return as_of ? arena_printf(arena, "%s, as of %s", source, as_of)
                 : arena_strdup(arena, source);
}

static size_t count_months(json_t *frameworks)
{
    const char *id;
    json_t *council;
    size_t count = 0;
    json_object_foreach(frameworks, id, council)
    {
        count += json_array_size(json_object_get(council, "experience_months"));
    }
    return count;
}

static void build_council(struct overrides *overrides,
                          const struct reference *reference, const char *id,
                          const json_t *council)
{
    struct arena *arena = &overrides->arena;
    const json_t *list = json_object_get(council, "experience_months");
    const char *framework = arena_strdup(arena, id);
    const char *reason = reason_of(arena, council);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *from = json_array_get(list, i);
        const char *word = json_string_value(json_object_get(from, "word"));
        overrides->months[overrides->month_count++] = (struct override_months){
            .framework = framework,
            .word = text_of(arena, from, "word"),
            .word_rank = word ? reference_word_rank(reference, word) : 0,
            .criterion = text_of(arena, from, "criterion"),
            .equivalent_level = overrides_level(
                reference, json_object_get(from, "equivalent_to")),
            .months =
                (uint16_t)json_number_value(json_object_get(from, "months")),
            .reason = reason,
        };
    }
}

/* What is said of courses itself is taken by read_courses_with. */
static void count_courses(struct overrides *overrides, const json_t *root)
{
    static const char *const figures[] = {"offered", "months", "hours", "price",
                                          "group"};
    const json_t *courses = json_object_get(root, "courses");
    const json_t *changes = json_object_get(courses, "change");
    overrides->courses_added = json_array_size(json_object_get(courses, "add"));
    overrides->course_figures =
        json_object_get(root, "study_hours_per_week") != NULL;
    for (size_t i = 0; i < json_array_size(changes); i++)
        for (size_t f = 0; f < sizeof(figures) / sizeof(*figures); f++)
            overrides->course_figures +=
                json_object_get(json_array_get(changes, i), figures[f]) != NULL;
}

static void take_stay(struct overrides *overrides, const json_t *root)
{
    const json_t *months = json_object_get(root, "stay_months");
    const char *source = json_string_value(json_object_get(root, "source"));
    overrides->stay_given = months != NULL;
    overrides->stay_months = (uint8_t)json_number_value(months);
    overrides->stay_source =
        source ? arena_strdup(&overrides->arena, source) : NULL;
}

/* Whether the list is there is said apart: an empty one says that nothing is
 * asked for by law. A criterion that there is not has been told. */
static void take_statutory(struct overrides *overrides,
                           const struct reference *reference,
                           const json_t *root)
{
    const json_t *list = json_object_get(root, "statutory");
    const size_t count = json_array_size(list);
    if (!list)
        return;
    uint16_t *criteria =
        arena_array(&overrides->arena, count, sizeof(*criteria));
    for (size_t i = 0; criteria && i < count; i++) {
        const int index = reference_criterion(
            reference, json_string_value(json_array_get(list, i)));
        if (index >= 0)
            criteria[overrides->statutory_count++] = (uint16_t)index;
    }
    overrides->statutory_given = true;
    overrides->statutory = criteria;
    overrides->statutory_source = reason_of(&overrides->arena, root);
}

static void build_all(struct overrides *overrides,
                      const struct reference *reference, const char *file,
                      const json_t *root)
{
    json_t *frameworks = json_object_get(root, "frameworks");
    const char *id;
    json_t *council;
    overrides->file = arena_strdup(&overrides->arena, file);
    overrides->full_time_hours =
        (float)json_number_value(json_object_get(root, "full_time_hours"));
    take_stay(overrides, root);
    take_statutory(overrides, reference, root);
    count_courses(overrides, root);
    overrides->months = arena_array(&overrides->arena, count_months(frameworks),
                                    sizeof(*overrides->months));
    if (!overrides->months)
        return;
    json_object_foreach(frameworks, id, council)
    {
        build_council(overrides, reference, id, council);
    }
}

static sg_status build(const json_t *root, const char *file,
                       const struct reference *reference,
                       struct overrides **ret_overrides, sg_error *reterr)
{
    struct overrides *overrides = calloc(1, sizeof(*overrides));
    if (overrides)
        build_all(overrides, reference, file, root);
    if (!overrides || overrides->arena.failed) {
        overrides_free(overrides);
        return fault_memory(reterr);
    }
    *ret_overrides = overrides;
    return SG_OK;
}

sg_status read_overrides(const struct buffer *bytes, const char *file,
                         const struct reference *reference,
                         struct problem_sink *sink,
                         struct overrides **ret_overrides, sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    json_t *root = NULL;
    *ret_overrides = NULL;
    sink = sink ? sink : &nowhere;
    sg_status status = checker_parse(bytes, file, sink, &root, reterr);
    if (status == SG_OK)
        status = check_root(root, file, reference, sink, reterr);
    if (status == SG_OK)
        status = build(root, file, reference, ret_overrides, reterr);
    json_decref(root);
    return status;
}
