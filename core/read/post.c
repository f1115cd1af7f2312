/* SPDX-License-Identifier: MIT */
/* Reading a post file: what one post needs. It is about no person, so that its
 * values may be quoted. */
#include "read/post.h"

#include "base/fault.h"
#include "read/shape.h"

#include <stdlib.h>
#include <string.h>

#define FORMAT "skillgap-post/1"

/* What the `check` functions look things up in. */
struct post_check {
    struct names criteria;
    const struct subject *subjects;
    size_t subject_count;
};

static void check_criterion_known(struct checker *checker, json_t *list,
                                  json_t *value)
{
    (void)list;
    const struct post_check *check = checker->context;
    const char *text = json_string_value(value);
    char hint[HINT_ROOM];
    if (names_index(&check->criteria, text) != NAMES_NONE)
        return;
    checker_hint(checker, text, check->criteria.ids, check->criteria.count,
                 hint);
    checker_error(checker, "unknown-criterion",
                  "'%.80s' is none of the criteria that councils share; use an "
                  "id of reference/criteria.json.%s",
                  text, hint);
}

static void check_subject_known(struct checker *checker, json_t *list,
                                json_t *value)
{
    (void)list;
    const struct post_check *check = checker->context;
    const char *text = json_string_value(value);
    for (size_t i = 0; i < check->subject_count; i++)
        if (strcmp(check->subjects[i].code, text) == 0)
            return;
    checker_error(checker, "unknown-subject",
                  "'%.40s' is no sector subject area; use a code of "
                  "reference/subjects.json, such as 15.2.",
                  text);
}

static bool holds(const json_t *list, const char *text)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *one = json_string_value(json_array_get(list, i));
        if (one && strcmp(one, text) == 0)
            return true;
    }
    return false;
}

/* A post cannot both need something and not need it. */
static void check_not_both(struct checker *checker, json_t *root, json_t *list)
{
    const json_t *needs = json_object_get(root, "needs");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *text = json_string_value(json_array_get(list, i));
        if (!text || !holds(needs, text))
            continue;
        checker_enter(checker, NULL, i);
        checker_error(checker, "contradiction",
                      "'%.80s' stands in 'needs' as well; leave it in one of "
                      "the two lists.",
                      text);
        checker_leave(checker);
    }
}

enum { MOST_IN_LIST = 200 };

static const struct shape any_text = {.kind = SHAPE_TEXT};
static const struct shape title = {.kind = SHAPE_TEXT, .least = 1, .most = 200};
static const struct shape role = {.kind = SHAPE_TEXT, .least = 1, .most = 128};
static const struct shape criterion = {
    .kind = SHAPE_TEXT, .least = 1, .most = 96, .check = check_criterion_known};
static const struct shape subject = {
    .kind = SHAPE_TEXT, .least = 1, .most = 16, .check = check_subject_known};
static const struct shape needs = {.kind = SHAPE_ARRAY,
                                   .most = MOST_IN_LIST,
                                   .unique = true,
                                   .items = &criterion};
static const struct shape does_not_need = {.kind = SHAPE_ARRAY,
                                           .most = MOST_IN_LIST,
                                           .unique = true,
                                           .items = &criterion,
                                           .check = check_not_both};
static const struct shape subjects = {.kind = SHAPE_ARRAY,
                                      .most = MOST_IN_LIST,
                                      .unique = true,
                                      .items = &subject};
static const struct field fields[] = {{"$schema", &any_text, false},
                                      {"format", &any_text, REQUIRED},
                                      {"title", &title, false},
                                      {"role", &role, false},
                                      {"needs", &needs, false},
                                      {"does_not_need", &does_not_need, false},
                                      {"specialist_subjects", &subjects, false},
                                      {0}};
static const struct shape post_shape = {.kind = SHAPE_OBJECT, .fields = fields};

static sg_status check_root(json_t *root, const char *file,
                            const struct reference *reference,
                            const struct quals *quals,
                            struct problem_sink *sink, sg_error *reterr)
{
    const uint32_t before = sink->errors;
    struct post_check check = {.subjects = quals->subjects,
                               .subject_count = quals->subject_count};
    struct checker checker = {
        .file = file, .sink = sink, .reterr = reterr, .context = &check};
    for (uint16_t i = 0; i < reference->criterion_count; i++)
        checker.failed = checker.failed ||
                         !names_add(&check.criteria, reference->criteria[i].id,
                                    &reference->criteria[i]);
    if (checker_reads(&checker, root, FORMAT,
                      "give a post file, whose format is"))
        shape_check(&checker, &post_shape, NULL, root);
    names_done(&check.criteria);
    if (checker.failed)
        return fault_memory(reterr);
    return sink->errors > before ? SG_INPUT : SG_OK;
}

static const char *text_of(struct arena *arena, const json_t *value)
{
    const char *text = json_string_value(value);
    return text ? arena_strdup(arena, text) : NULL;
}

static const char *const *texts_of(struct arena *arena, const json_t *list,
                                   size_t *ret_count)
{
    const size_t count = json_array_size(list);
    const char **texts = arena_array(arena, count, sizeof(*texts));
    *ret_count = texts ? count : 0;
    for (size_t i = 0; texts && i < count; i++)
        texts[i] = text_of(arena, json_array_get(list, i));
    return texts;
}

static void build(struct post *post, const json_t *root)
{
    struct arena *arena = &post->arena;
    post->title = text_of(arena, json_object_get(root, "title"));
    post->role = text_of(arena, json_object_get(root, "role"));
    post->needs =
        texts_of(arena, json_object_get(root, "needs"), &post->needs_count);
    post->does_not_need =
        texts_of(arena, json_object_get(root, "does_not_need"),
                 &post->does_not_need_count);
    post->specialist_subjects =
        texts_of(arena, json_object_get(root, "specialist_subjects"),
                 &post->specialist_subject_count);
}

sg_status read_post(const struct buffer *bytes, const char *file,
                    const struct reference *reference,
                    const struct quals *quals, struct problem_sink *sink,
                    struct post **ret_post, sg_error *reterr)
{
    json_t *root = NULL;
    sg_status status = checker_parse(bytes, file, sink, &root, reterr);
    *ret_post = NULL;
    if (status == SG_OK)
        status = check_root(root, file, reference, quals, sink, reterr);
    if (status == SG_OK) {
        struct post *post = calloc(1, sizeof(*post));
        if (post)
            build(post, root);
        if (post && !post->arena.failed) {
            *ret_post = post;
        } else {
            post_free(post);
            status = fault_memory(reterr);
        }
    }
    json_decref(root);
    return status;
}
