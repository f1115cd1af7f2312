/* SPDX-License-Identifier: MIT */
/* Reading a post file, each way to break it, and what it settles. */
#include "breakable.h"
#include "support.h"

#include "model/post.h"
#include "skillgap/gap.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TODAY "2026-11-22"

static void keep(const sg_error *problem, void *user)
{
    struct problems *problems = user;
    if (problems->count < KEPT)
        problems->list[problems->count++] = *problem;
}

/* Reads so many bytes as a post file; NULL when it has errors. */
static sg_post *read_bytes(const char *bytes, size_t size,
                           struct problems *found)
{
    const char *const dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = dirs, .data_dir_count = 1};
    char path[] = "/tmp/skillgap-post.XXXXXX";
    sg_post *post = NULL;
    sg_error error = {0};
    FILE *file = fdopen(mkstemp(path), "wb");
    cr_assert_not_null(file);
    fwrite(bytes, 1, size, file);
    fclose(file);
    const sg_status status =
        sg_post_read(path, &options, keep, found, &post, &error);
    unlink(path);
    cr_expect(post ? status == SG_OK : status == SG_INPUT, "%d: %s",
              (int)status, error.message);
    if (!post && found->count > 0)
        cr_expect_neq(error.message[0], '\0');
    return post;
}

/* In single quotes, which become double ones. */
static sg_post *read_text(const char *json, struct problems *found)
{
    char text[4096];
    snprintf(text, sizeof(text), "%s", json);
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    return read_bytes(text, strlen(text), found);
}

#define HEAD "{'format': 'skillgap-post/1'"

Test(post, all_of_it_is_read)
{
    struct problems found = {0};
    sg_post *post = read_text(
        HEAD ", 'title': 'Planning', 'role': 'county/office-manager', "
             "'needs': ['icdl'], 'does_not_need': ['in-house-training', "
             "'tact-diplomacy'], 'specialist_subjects': ['15.1', '05.3']}",
        &found);
    cr_assert_not_null(post);
    cr_expect_eq(found.count, 0);
    cr_expect_str_eq(post->post->title, "Planning");
    cr_expect_str_eq(post->post->role, "county/office-manager");
    cr_assert_eq(post->post->specialist_subject_count, 2);
    cr_expect_str_eq(post->post->specialist_subjects[1], "05.3");
    cr_expect_eq(post_says(post->post, "icdl"), POST_NEEDED);
    cr_expect_eq(post_says(post->post, "tact-diplomacy"), POST_NOT_NEEDED);
    cr_expect_eq(post_says(post->post, "it-keyboard"), POST_SILENT);
    sg_post_free(post);
}

Test(post, only_the_format_is_needed)
{
    struct problems found = {0};
    sg_post *post = read_text(HEAD "}", &found);
    cr_assert_not_null(post);
    cr_expect_eq(found.count, 0);
    cr_expect_null(post->post->title);
    cr_expect_eq(post_says(post->post, "icdl"), POST_SILENT);
    sg_post_free(post);
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
     "/specialist_subjects/0", "15.1"},
    {HEAD ", 'specialist_subjects': ['99.9']}", "unknown-subject",
     "/specialist_subjects/0", "'99.9'"},
    {HEAD ", 'specialist_subjects': [15.1]}", "wrong-type",
     "/specialist_subjects/0", "text"},
    {HEAD ", 'needs': [], 'needs': []}", "duplicate-key", NULL, "twice"},
};

Test(post, each_mistake_is_told_at_its_place)
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
        cr_expect_neq(first->file[0], '\0');
    }
}

Test(post, all_mistakes_are_told)
{
    struct problems found = {0};
    cr_expect_null(read_text(HEAD ", 'needs': ['a', 'icdl', 'b'], "
                                  "'does_not_need': ['icdl', 5], "
                                  "'specialist_subjects': ['x'], 'titel': 1}",
                             &found));
    cr_expect_eq(found.count, 6, "%zu", found.count);
}

Test(post, an_unknown_field_only_warns)
{
    struct problems found = {0};
    sg_post *post = read_text(HEAD ", 'need': ['icdl']}", &found);
    cr_assert_not_null(post);
    cr_assert_eq(found.count, 1);
    cr_expect(found.list[0].warning);
    cr_expect_not_null(strstr(found.list[0].message, "'needs'?"), "%s",
                       found.list[0].message);
    sg_post_free(post);
}

Test(post, more_than_any_post_needs_is_refused)
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

Test(post, a_file_that_is_cut_short_anywhere_is_refused)
{
    for (size_t size = 0; size < sizeof(whole) - 1; size++) {
        struct problems found = {0};
        cr_expect_null(read_bytes(whole, size, &found), "%zu bytes", size);
        cr_expect_eq(found.count, 1, "%zu bytes", size);
    }
}

Test(post, a_wrong_byte_anywhere_crashes_nothing)
{
    static const char bytes[] = {'\0', '\xff', '"', '[', '}', '9'};
    char text[sizeof(whole)];
    for (size_t at = 0; at < sizeof(whole) - 1; at++)
        for (size_t b = 0; b < sizeof(bytes); b++) {
            struct problems found = {0};
            memcpy(text, whole, sizeof(whole));
            text[at] = bytes[b];
            sg_post_free(read_bytes(text, sizeof(whole) - 1, &found));
        }
}

Test(post, a_missing_file_is_named)
{
    sg_post *post = NULL;
    sg_error error = {0};
    cr_expect_eq(
        sg_post_read("/nowhere/post.json", NULL, NULL, NULL, &post, &error),
        SG_INPUT);
    cr_expect_null(post);
    cr_expect_str_eq(error.file, "/nowhere/post.json");
}

/* ---- what it settles ---- */

static sg_catalogue *catalogue;

static void open_catalogue(void)
{
    const char *const dirs[] = {support_data()};
    const sg_catalogue_options options = {
        .data_dirs = dirs, .data_dir_count = 1, .without_plugins = true};
    sg_error error = {0};
    cr_assert_eq(sg_catalogue_open(&options, &catalogue, &error), SG_OK, "%s",
                 error.message);
}

static void close_catalogue(void)
{
    sg_catalogue_free(catalogue);
}

TestSuite(post_counts, .init = open_catalogue, .fini = close_catalogue);

static sg_role role_of(const char *name)
{
    sg_role role = {0};
    sg_error error = {0};
    cr_assert_eq(sg_catalogue_find(catalogue, name, &role, &error), SG_OK);
    return role;
}

#define FREES(role) HEAD ", 'role': '" role "', 'does_not_need': ['icdl']}"

/* From a role too, what depends on the post is settled by its file. */
Test(post_counts, it_settles_what_depends_on_the_post)
{
    struct problems found = {0};
    sg_post *post = read_text(FREES("county/administrator-1"), &found);
    sg_gap_request request = {.from = role_of("1387"),
                              .to = role_of("1366"),
                              .months = SG_MONTHS_UNKNOWN,
                              .post = post};
    sg_gap *gap = NULL;
    sg_error error = {0};
    cr_assert_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_OK, "%s",
                 error.message);
    size_t met = 0;
    for (size_t i = 0; i < gap->line_count; i++)
        met += strcmp(gap->lines[i].id, "a1-e-icdl") == 0 &&
               gap->lines[i].verdict == SG_MET;
    cr_expect_eq(met, 1);
    sg_gap_free(gap);
    sg_post_free(post);
}

Test(post_counts, a_post_of_another_role_is_refused)
{
    static const char *const posts[] = {FREES("county/office-manager"),
                                        FREES("county/nobody")};
    for (size_t i = 0; i < sizeof(posts) / sizeof(posts[0]); i++) {
        struct problems found = {0};
        sg_post *post = read_text(posts[i], &found);
        sg_gap_request request = {.from = role_of("1387"),
                                  .to = role_of("1366"),
                                  .months = SG_MONTHS_UNKNOWN,
                                  .post = post};
        sg_gap *gap = NULL;
        sg_error error = {0};
        cr_expect_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_USAGE);
        cr_expect_null(gap);
        cr_expect_str_eq(error.reason, "post-role", "%s", error.message);
        sg_post_free(post);
    }
}

/* Essential asks of a role in the list of places to go. */
static uint32_t asks_of(const sg_post *post, const char *id)
{
    const sg_gap_request request = {
        .from = role_of("1387"), .months = SG_MONTHS_UNKNOWN, .post = post};
    sg_next *next = NULL;
    sg_error error = {0};
    uint32_t asks = UINT32_MAX;
    cr_assert_eq(sg_next_new(catalogue, &request, &next, &error), SG_OK, "%s",
                 error.message);
    for (size_t i = 0; i < next->role_count; i++)
        if (strcmp(next->roles[i].role.id, id) == 0)
            asks = next->roles[i].counts[SG_ESSENTIAL].by[SG_ASK];
    sg_next_free(next);
    return asks;
}

Test(post_counts, among_all_roles_it_counts_for_its_own)
{
    struct problems found = {0};
    sg_post *one = read_text(FREES("county/administrator-1"), &found);
    sg_post *any = read_text(HEAD ", 'does_not_need': ['icdl']}", &found);
    static const char *const ids[] = {"county/administrator-1",
                                      "county/administrator-2"};
    cr_expect_eq(asks_of(one, ids[0]), asks_of(NULL, ids[0]) - 1);
    cr_expect_eq(asks_of(one, ids[1]), asks_of(NULL, ids[1]));
    cr_expect_eq(asks_of(any, ids[0]), asks_of(NULL, ids[0]) - 1);
    cr_expect_eq(asks_of(any, ids[1]), asks_of(NULL, ids[1]) - 1);
    sg_post_free(one);
    sg_post_free(any);
}
