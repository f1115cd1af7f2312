/* SPDX-License-Identifier: MIT */
/* Reading a post file, and each way to break it. */
#include "breakable.h"
#include "read/post.h"
#include "read/quals.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct reference *reference;
static struct quals *quals;

static void open_lists(void)
{
    sg_error error = {0};
    reference = support_reference();
    cr_assert_eq(read_quals(support_data(), reference, &quals, &error), SG_OK,
                 "%s", error.message);
}

static void close_lists(void)
{
    quals_free(quals);
    reference_free(reference);
}

TestSuite(read_post, .init = open_lists, .fini = close_lists);

static void keep(const sg_error *problem, void *user)
{
    struct problems *problems = user;
    if (problems->count < KEPT)
        problems->list[problems->count++] = *problem;
}

/* Reads so many bytes as a post file, from memory of just that size; NULL when
 * it has errors. */
static struct post *read_bytes(const char *text, size_t size,
                               struct problems *found)
{
    struct problem_sink sink = {.tell = keep, .user = found};
    struct post *post = NULL;
    sg_error error = {0};
    char *exact = malloc(size > 0 ? size : 1);
    cr_assert_not_null(exact);
    memcpy(exact, text, size);
    const struct buffer bytes = {.data = exact, .size = size};
    const sg_status status =
        read_post(&bytes, "post.json", reference, quals, &sink, &post, &error);
    free(exact);
    cr_expect_eq(status, post ? SG_OK : SG_INPUT, "%s", error.message);
    cr_expect_eq(error.message[0] == '\0', post != NULL);
    return post;
}

/* In single quotes, which become double ones. */
static struct post *read_text(const char *json, struct problems *found)
{
    char text[4096];
    snprintf(text, sizeof(text), "%s", json);
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    return read_bytes(text, strlen(text), found);
}

#define HEAD "{'format': 'skillgap-post/1'"

Test(read_post, all_of_it_is_read)
{
    struct problems found = {0};
    struct post *post = read_text(
        HEAD ", 'title': 'Planning', 'role': 'county/office-manager', "
             "'needs': ['icdl'], 'does_not_need': ['in-house-training', "
             "'tact-diplomacy'], 'specialist_subjects': ['15.1', '05.3']}",
        &found);
    cr_assert_not_null(post);
    cr_expect_eq(found.count, 0);
    cr_expect_str_eq(post->title, "Planning");
    cr_expect_str_eq(post->role, "county/office-manager");
    cr_assert_eq(post->specialist_subject_count, 2);
    cr_expect_str_eq(post->specialist_subjects[1], "05.3");
    cr_expect_eq(post_says(post, "icdl"), POST_NEEDED);
    cr_expect_eq(post_says(post, "tact-diplomacy"), POST_NOT_NEEDED);
    cr_expect_eq(post_says(post, "it-keyboard"), POST_SILENT);
    post_free(post);
}

Test(read_post, only_the_format_is_needed)
{
    struct problems found = {0};
    struct post *post = read_text(HEAD "}", &found);
    cr_assert_not_null(post);
    cr_expect_eq(found.count, 0);
    cr_expect_null(post->title);
    cr_expect_eq(post_says(post, "icdl"), POST_SILENT);
    post_free(post);
}

static const struct {
    const char *json;
    const char *reason;
    const char *pointer;
    const char *says;
} mistakes[] = {
    {"{}", "missing-field", "", "'format'"},
    {"{'format': 'skillgap-person/1'}", "wrong-format", "/format",
     "skillgap-post/1"},
    {"{'format': 'skillgap-post/2'}", "newer-version", "/format",
     "newer program"},
    {"{'format': 7}", "wrong-type", "/format", "text"},
    {"[]", "wrong-type", "", "object"},
    {HEAD ", 'title': ''}", "out-of-range", "/title", "empty"},
    {HEAD ", 'title': ['x']}", "wrong-type", "/title", "text"},
    {HEAD ", 'role': 3}", "wrong-type", "/role", "text"},
    {HEAD ", 'needs': 'icdl'}", "wrong-type", "/needs", "list"},
    {HEAD ", 'needs': null}", "wrong-type", "/needs", "list"},
    {HEAD ", 'needs': [1]}", "wrong-type", "/needs/0", "text"},
    {HEAD ", 'needs': ['it-keybord']}", "unknown-criterion", "/needs/0",
     "Did you mean 'it-keyboard'?"},
    {HEAD ", 'does_not_need': ['icdl', 'idcl']}", "unknown-criterion",
     "/does_not_need/1", "Did you mean 'icdl'?"},
    {HEAD ", 'needs': ['icdl', 'icdl']}", "duplicate-entry", "/needs/1",
     "'icdl'"},
    {HEAD ", 'needs': ['icdl'], 'does_not_need': ['icdl']}", "contradiction",
     "/does_not_need/0", "'needs' as well"},
    {HEAD ", 'does_not_need': ['icdl'], 'needs': ['icdl']}", "contradiction",
     "/does_not_need/0", "'needs' as well"},
    {HEAD ", 'specialist_subjects': ['15']}", "unknown-subject",
     "/specialist_subjects/0", "such as 15.2"},
    {HEAD ", 'specialist_subjects': ['99.9']}", "unknown-subject",
     "/specialist_subjects/0", "'99.9'"},
    {HEAD ", 'specialist_subjects': [15.1]}", "wrong-type",
     "/specialist_subjects/0", "text"},
    {HEAD ", 'needs': [], 'needs': []}", "duplicate-key", NULL, "twice"},
};

Test(read_post, each_mistake_is_told_at_its_place)
{
    for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
        struct problems found = {0};
        cr_expect_null(read_text(mistakes[i].json, &found), "%s",
                       mistakes[i].json);
        cr_assert_geq(found.count, 1, "%s", mistakes[i].json);
        const sg_error *first = &found.list[0];
        cr_expect_str_eq(first->reason, mistakes[i].reason, "%s: %s",
                         mistakes[i].json, first->message);
        if (mistakes[i].pointer)
            cr_expect_str_eq(first->pointer, mistakes[i].pointer, "%s",
                             mistakes[i].json);
        cr_expect_not_null(strstr(first->message, mistakes[i].says), "%s: %s",
                           mistakes[i].json, first->message);
        cr_expect_str_eq(first->file, "post.json");
    }
}

Test(read_post, all_mistakes_are_told)
{
    struct problems found = {0};
    cr_expect_null(read_text(HEAD ", 'needs': ['a', 'icdl', 'b'], "
                                  "'does_not_need': ['icdl', 5], "
                                  "'specialist_subjects': ['x'], 'titel': 1}",
                             &found));
    cr_expect_eq(found.count, 6, "%zu", found.count);
}

Test(read_post, an_unknown_field_only_warns)
{
    struct problems found = {0};
    struct post *post = read_text(HEAD ", 'need': ['icdl']}", &found);
    cr_assert_not_null(post);
    cr_assert_eq(found.count, 1);
    cr_expect(found.list[0].warning);
    cr_expect_not_null(strstr(found.list[0].message, "'needs'?"), "%s",
                       found.list[0].message);
    post_free(post);
}

Test(read_post, more_than_any_post_needs_is_refused)
{
    enum { ENTRIES = 201 };
    char *text = NULL;
    size_t size = 0;
    struct problems found = {0};
    FILE *out = open_memstream(&text, &size);
    cr_assert_not_null(out);
    fprintf(out, "{\"format\": \"skillgap-post/1\", \"needs\": [");
    for (int i = 0; i < ENTRIES; i++)
        fprintf(out, "%s\"icdl\"", i > 0 ? ", " : "");
    fprintf(out, "]}");
    fclose(out);
    cr_expect_null(read_bytes(text, size, &found));
    cr_expect_str_eq(found.list[0].reason, "out-of-range", "%s",
                     found.list[0].message);
    free(text);
}

static const char whole[] =
    "{\"format\": \"skillgap-post/1\", \"title\": \"Planning\", \"role\": "
    "\"county/office-manager\", \"needs\": [\"icdl\"], \"does_not_need\": "
    "[\"in-house-training\"], \"specialist_subjects\": [\"15.1\"]}";

Test(read_post, a_file_that_is_cut_short_anywhere_is_refused)
{
    for (size_t size = 0; size < sizeof(whole) - 1; size++) {
        struct problems found = {0};
        cr_expect_null(read_bytes(whole, size, &found), "%zu bytes", size);
        cr_expect_eq(found.count, 1, "%zu bytes", size);
    }
}

Test(read_post, a_wrong_byte_anywhere_crashes_nothing)
{
    static const char bytes[] = {'\0', '\xff', '"', '[', '}', '9'};
    char text[sizeof(whole)];
    for (size_t at = 0; at < sizeof(whole) - 1; at++)
        for (size_t b = 0; b < sizeof(bytes); b++) {
            struct problems found = {0};
            memcpy(text, whole, sizeof(whole));
            text[at] = bytes[b];
            post_free(read_bytes(text, sizeof(whole) - 1, &found));
        }
}
