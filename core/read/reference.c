/* SPDX-License-Identifier: MIT */
/* Reading the lists that all councils share, from a folder's reference/. */
#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "read/json.h"
#include "read/shape.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_RQF = 8 };

/* What the list files have in common at the top. */
#define LIST_FIELDS                                                            \
    {"format", &any_text, REQUIRED}, {"version", &any_text, REQUIRED},         \
        {"as_of", &any_text, false},                                           \
    {                                                                          \
        "note", &any_text, false                                               \
    }

enum { NOUN_NONE, NOUN_CRITERION, NOUN_SCALE, NOUN_COUNT };

static const char *const nouns[NOUN_COUNT] = {"", "criterion", "scale"};

static const struct shape any_text = {.kind = SHAPE_TEXT, .least = 1};
static const struct shape any_flag = {.kind = SHAPE_FLAG};

/* criteria.json */
static const char *const work_words[] = {"supervising", NULL};
static const struct shape work_word = {.kind = SHAPE_TEXT, .words = work_words};
static const struct shape criterion_id = {
    .kind = SHAPE_TEXT, .least = 1, .most = 96, .defines = NOUN_CRITERION};
static const struct field criterion_fields[] = {
    {"id", &criterion_id, REQUIRED},
    {"title", &any_text, REQUIRED},
    {"question", &any_text, false},
    {"post_question", &any_text, false},
    {"shown_by", &work_word, false},
    {"left_open_by", &work_word, false},
    {0}};
static const struct shape criterion = {.kind = SHAPE_OBJECT,
                                       .fields = criterion_fields};
static const struct shape criteria = {.kind = SHAPE_ARRAY,
                                      .least = 1,
                                      .most = UINT16_MAX - 1,
                                      .items = &criterion};
static const struct field criteria_fields[] = {
    LIST_FIELDS, {"criteria", &criteria, REQUIRED}, {0}};
static const struct shape criteria_file = {.kind = SHAPE_OBJECT,
                                           .fields = criteria_fields};

/* levels.json: each level is itself, the lowest and the highest on RQF. */
static const char *const scale_words[] = {"RQF",  "NVQ", "SVQ", "SCQF",
                                          "CQFW", "EQF", NULL};
static const struct shape scale_word = {
    .kind = SHAPE_TEXT, .words = scale_words, .defines = NOUN_SCALE};
static const struct shape level_number = {
    .kind = SHAPE_NUMBER, .least = 1, .most = LEVELS_PER_SCALE - 1};

static void check_level(struct checker *checker, json_t *levels, json_t *level)
{
    (void)levels;
    const double min = json_number_value(json_array_get(level, 1));
    const double max = json_number_value(json_array_get(level, 2));
    if (min > max || max > MOST_RQF)
        checker_error(checker, "out-of-range",
                      "The second number is the lowest RQF level and the "
                      "third the highest, up to %d; correct them.",
                      MOST_RQF);
}

static const struct shape level = {.kind = SHAPE_ARRAY,
                                   .least = 3,
                                   .most = 3,
                                   .items = &level_number,
                                   .check = check_level};
static const struct shape levels = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &level};
static const struct field scale_fields[] = {
    {"id", &scale_word, REQUIRED}, {"title", &any_text, REQUIRED},
    {"source", &any_text, false},  {"assumed", &any_flag, false},
    {"levels", &levels, REQUIRED}, {0}};
static const struct shape scale = {.kind = SHAPE_OBJECT,
                                   .fields = scale_fields};
static const struct shape scales = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &scale};
static const struct field levels_fields[] = {
    LIST_FIELDS, {"scales", &scales, REQUIRED}, {0}};
static const struct shape levels_file = {.kind = SHAPE_OBJECT,
                                         .fields = levels_fields};

/* words.json */
static const struct shape words = {
    .kind = SHAPE_ARRAY, .least = 1, .items = &any_text};
static const struct shape experience_order = {
    .kind = SHAPE_ARRAY, .least = 1, .most = UINT8_MAX, .items = &words};
static const struct field words_fields[] = {
    LIST_FIELDS, {"experience_order", &experience_order, REQUIRED}, {0}};
static const struct shape words_file = {.kind = SHAPE_OBJECT,
                                        .fields = words_fields};

/* Where defaults.json does not say when a plan is looked at again. */
enum { USUAL_REVIEW_MONTHS = 6 };

/* And where it does not say how long people stay in a role. */
enum { USUAL_STAY_MONTHS = 6 };
static const char usual_stay_source[] = "the project's assumption";

/* defaults.json: numbers that stand where a council has not set its own. */
static const struct shape hours = {
    .kind = SHAPE_NUMBER, .least = 1, .most = 168};
static const struct field number_fields[] = {{"value", &hours, REQUIRED},
                                             {"assumed", &any_flag, REQUIRED},
                                             {"source", &any_text, REQUIRED},
                                             {0}};
static const struct shape number = {.kind = SHAPE_OBJECT,
                                    .fields = number_fields};
static const struct shape months = {
    .kind = SHAPE_NUMBER, .least = 1, .most = 60};
static const struct field review_fields[] = {{"value", &months, REQUIRED},
                                             {"assumed", &any_flag, REQUIRED},
                                             {"source", &any_text, REQUIRED},
                                             {0}};
static const struct shape review = {.kind = SHAPE_OBJECT,
                                    .fields = review_fields};

/* The criteria have been read, unless their own file has errors. */
static void check_statutory(struct checker *checker, json_t *entry,
                            json_t *value)
{
    (void)entry;
    const struct reference *reference = checker->context;
    const char *id = json_string_value(value);
    if (reference->criterion_count == 0 ||
        reference_criterion(reference, id) >= 0)
        return;
    checker_error(checker, "unknown-criterion",
                  "There is no criterion with the id '%.96s'; use one of "
                  "criteria.json.",
                  id);
}

static const struct shape statutory_id = {.kind = SHAPE_TEXT,
                                          .least = 1,
                                          .most = 96,
                                          .defines = NOUN_CRITERION,
                                          .check = check_statutory};
static const struct field statutory_fields[] = {
    {"criterion", &statutory_id, REQUIRED},
    {"assumed", &any_flag, REQUIRED},
    {"source", &any_text, REQUIRED},
    {0}};
static const struct shape statutory_entry = {.kind = SHAPE_OBJECT,
                                             .fields = statutory_fields};
static const struct shape statutory = {
    .kind = SHAPE_ARRAY, .most = UINT16_MAX - 1, .items = &statutory_entry};
static const struct field defaults_fields[] = {
    LIST_FIELDS,
    {"full_time_hours", &number, REQUIRED},
    {"review_months", &review, false},
    {"stay_months", &review, false},
    {"statutory", &statutory, false},
    {0}};
static const struct shape defaults_file = {.kind = SHAPE_OBJECT,
                                           .fields = defaults_fields};

/* NULL when there is none. */
static const char *text_in(struct arena *arena, const json_t *from,
                           const char *name)
{
    const char *text = json_string_value(json_object_get(from, name));

    return text ? arena_strdup(arena, text) : NULL;
}

static void take_criteria(struct reference *reference, const json_t *root)
{
    const json_t *list = json_object_get(root, "criteria");
    const size_t count = json_array_size(list);
    struct arena *arena = &reference->arena;
    reference->criteria =
        arena_array(arena, count, sizeof(*reference->criteria));
    if (!reference->criteria)
        return;
    for (size_t i = 0; i < count; i++) {
        const json_t *from = json_array_get(list, i);
        reference->criteria[i] = (struct criterion){
            .id = arena_strdup(arena,
                               json_string_value(json_object_get(from, "id"))),
            .title = arena_strdup(
                arena, json_string_value(json_object_get(from, "title"))),
            .question = text_in(arena, from, "question"),
            .post_question = text_in(arena, from, "post_question"),
            .shown_by_supervising = json_object_get(from, "shown_by") != NULL,
            .left_open_by_supervising =
                json_object_get(from, "left_open_by") != NULL,
        };
    }
    reference->criterion_count = (uint16_t)count;
}

static uint8_t number_at(const json_t *array, size_t index)
{
    return (uint8_t)json_number_value(json_array_get(array, index));
}

static void take_levels(struct reference *reference, const json_t *root)
{
    const json_t *list = json_object_get(root, "scales");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *from = json_array_get(list, i);
        const json_t *rows = json_object_get(from, "levels");
        const enum scale_id id =
            scale_from_name(json_string_value(json_object_get(from, "id")));
        reference->scale_assumed[id] =
            json_is_true(json_object_get(from, "assumed"));
        for (size_t j = 0; j < json_array_size(rows); j++) {
            const json_t *row = json_array_get(rows, j);
            reference->levels[id][number_at(row, 0)] = (struct level_range){
                .min = number_at(row, 1), .max = number_at(row, 2)};
        }
    }
}

static size_t count_words(const json_t *order)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(order); i++)
        count += json_array_size(json_array_get(order, i));
    return count;
}

static void take_words(struct reference *reference, const json_t *root)
{
    const json_t *order = json_object_get(root, "experience_order");
    const size_t count = count_words(order);
    struct arena *arena = &reference->arena;
    reference->words = arena_array(arena, count, sizeof(*reference->words));
    reference->word_ranks =
        arena_array(arena, count, sizeof(*reference->word_ranks));
    if (arena->failed)
        return;
    size_t at = 0;
    for (size_t i = 0; i < json_array_size(order); i++) {
        const json_t *group = json_array_get(order, i);
        for (size_t j = 0; j < json_array_size(group); j++, at++) {
            reference->words[at] = arena_strdup(
                arena, json_string_value(json_array_get(group, j)));
            reference->word_ranks[at] = (uint8_t)(i + 1);
        }
    }
    reference->word_count = (uint16_t)count;
}

/* An index is -1 only where the criteria have errors of their own. */
static void take_statutory(struct reference *reference, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *entry = json_array_get(list, i);
        const int index = reference_criterion(
            reference, json_string_value(json_object_get(entry, "criterion")));
        if (index >= 0)
            reference->criteria[index].statutory_source =
                text_in(&reference->arena, entry, "source");
    }
}

static void take_defaults(struct reference *reference, const json_t *root)
{
    take_statutory(reference, json_object_get(root, "statutory"));
    const json_t *full_time = json_object_get(root, "full_time_hours");
    reference->full_time_hours =
        (float)json_number_value(json_object_get(full_time, "value"));
    const json_t *review_months = json_object_get(root, "review_months");
    reference->review_months =
        review_months ? (uint8_t)json_number_value(
                            json_object_get(review_months, "value"))
                      : USUAL_REVIEW_MONTHS;
    const json_t *stay = json_object_get(root, "stay_months");
    reference->stay_months =
        stay ? (uint8_t)json_number_value(json_object_get(stay, "value"))
             : USUAL_STAY_MONTHS;
    reference->stay_source =
        stay ? text_in(&reference->arena, stay, "source") : usual_stay_source;
}

/* One file of the folder, its format, its shape, and what is taken of it. */
struct list_file {
    const char *name;
    const char *format;
    const struct shape *shape;
    void (*take)(struct reference *reference, const json_t *root);
};

static const struct list_file list_files[] = {
    {"criteria.json", "skillgap-criteria/1", &criteria_file, take_criteria},
    {"levels.json", "skillgap-levels/1", &levels_file, take_levels},
    {"words.json", "skillgap-words/1", &words_file, take_words},
    {"defaults.json", "skillgap-defaults/1", &defaults_file, take_defaults},
};

static void check_format(struct checker *checker, const char *wanted,
                         const json_t *root)
{
    const char *format = json_string_value(json_object_get(root, "format"));
    if (!format || strcmp(format, wanted) == 0)
        return;
    checker_enter(checker, "format", 0);
    checker_error(checker, "wrong-format",
                  "This file is of format '%.60s' and '%s' is needed here.",
                  format, wanted);
    checker_leave(checker);
}

static sg_status check_list(const struct list_file *list, json_t *root,
                            const char *path, struct reference *reference,
                            struct problem_sink *sink, sg_error *reterr)
{
    const uint32_t before = sink->errors;
    struct names names[NOUN_COUNT] = {{0}};
    struct checker checker = {.file = path,
                              .sink = sink,
                              .reterr = reterr,
                              .context = reference,
                              .nouns = nouns,
                              .names = names};
    check_format(&checker, list->format, root);
    shape_check(&checker, list->shape, NULL, root);
    for (size_t i = 0; i < NOUN_COUNT; i++)
        names_done(&names[i]);
    if (checker.failed)
        return fault_memory(reterr);
    return sink->errors > before ? SG_INPUT : SG_OK;
}

/* A file that cannot be read, or is no JSON, has that one problem. */
static sg_status parse_list(const char *path, struct problem_sink *sink,
                            json_t **ret_root, sg_error *reterr)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_error problem = {0};
    sg_status status = file_read(path, &bytes, &problem);
    if (status == SG_OK)
        status = json_read(&bytes, path, ret_root, &problem);
    buffer_done(&bytes);
    if (status == SG_STORAGE)
        return fault_memory(reterr);
    if (status != SG_OK)
        problem_tell(sink, reterr, &problem);
    return status;
}

static sg_status read_list(const struct list_file *list, const char *path,
                           struct reference *reference,
                           struct problem_sink *sink, sg_error *reterr)
{
    json_t *root = NULL;
    sg_status status = parse_list(path, sink, &root, reterr);
    if (status == SG_OK)
        status = check_list(list, root, path, reference, sink, reterr);
    if (status == SG_OK) {
        list->take(reference, root);
        if (reference->arena.failed)
            status = fault_memory(reterr);
    }
    json_decref(root);
    return status;
}

/* A list with errors does not keep the next one from being looked at. */
static sg_status read_lists(const char *folder, struct reference *reference,
                            struct problem_sink *sink, sg_error *reterr)
{
    struct arena paths = {0};
    sg_status status = SG_OK;
    const size_t count = sizeof(list_files) / sizeof(list_files[0]);
    for (size_t i = 0; i < count && status != SG_STORAGE; i++) {
        const char *path =
            arena_printf(&paths, "%s/reference/%s", folder, list_files[i].name);
        const sg_status one =
            path ? read_list(&list_files[i], path, reference, sink, reterr)
                 : fault_memory(reterr);
        if (one == SG_STORAGE || status == SG_OK)
            status = one;
    }
    arena_done(&paths);
    return status;
}

sg_status read_reference(const char *folder, struct problem_sink *sink,
                         struct reference **ret_reference, sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    *ret_reference = NULL;
    struct reference *reference = calloc(1, sizeof(*reference));
    if (!reference)
        return fault_memory(reterr);
    const sg_status status =
        read_lists(folder, reference, sink ? sink : &nowhere, reterr);
    if (status == SG_OK)
        *ret_reference = reference;
    else
        reference_free(reference);
    return status;
}
