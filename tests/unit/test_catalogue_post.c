/* SPDX-License-Identifier: MIT */
/* A post file from a path, and what it settles in an answer. */
#include "support.h"

#include "skillgap/gap.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Reads a text in single quotes, which become double ones, from a file. */
static sg_post *read_text(const char *json)
{
    const char *const dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = dirs, .data_dir_count = 1};
    char path[] = "/tmp/skillgap-post.XXXXXX";
    sg_post *post = NULL;
    sg_error error = {0};
    FILE *file = fdopen(mkstemp(path), "w");
    cr_assert_not_null(file);
    for (; *json; json++)
        fputc(*json == '\'' ? '"' : *json, file);
    fclose(file);
    sg_post_read(path, &options, NULL, NULL, &post, &error);
    unlink(path);
    cr_assert_not_null(post, "%s", error.message);
    return post;
}

#define HEAD "{'format': 'skillgap-post/1'"

Test(post_file, a_missing_file_is_named)
{
    const char *const dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = dirs, .data_dir_count = 1};
    sg_post *post = NULL;
    sg_error error = {0};
    cr_expect_eq(
        sg_post_read("/nowhere/post.json", &options, NULL, NULL, &post, &error),
        SG_INPUT);
    cr_expect_null(post);
    cr_expect_str_eq(error.file, "/nowhere/post.json");
}

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
    sg_post *post = read_text(FREES("county/administrator-1"));
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

/* Each with what its message holds. */
static const char *const other_roles[][2] = {
    {FREES("county/office-manager"), "'county/administrator-1'"},
    {FREES("county/nobody"), "leave it out"},
    {FREES("county/administrtor-1"), "Did you mean 'county/administrator-1'?"},
    {FREES("1366"), "Did you mean 'county/administrator-1'?"},
    {FREES("Office Manager / Team Leader"),
     "Did you mean 'county/office-manager'?"},
};

Test(post_counts, a_post_of_another_role_is_refused_at_its_place)
{
    for (size_t i = 0; i < sizeof(other_roles) / sizeof(other_roles[0]); i++) {
        sg_post *post = read_text(other_roles[i][0]);
        sg_gap_request request = {.from = role_of("1387"),
                                  .to = role_of("1366"),
                                  .months = SG_MONTHS_UNKNOWN,
                                  .post = post};
        sg_gap *gap = NULL;
        sg_error error = {0};
        cr_expect_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_INPUT);
        cr_expect_null(gap);
        cr_expect_str_eq(error.reason, "post-role", "%s", error.message);
        cr_expect_str_eq(error.pointer, "/role");
        cr_expect(error.has_pointer);
        cr_expect_eq(strncmp(error.file, "/tmp/skillgap-post.", 19), 0);
        cr_expect_not_null(strstr(error.message, other_roles[i][1]), "%s",
                           error.message);
        /* Whoever wants no error gets the status. */
        cr_expect_eq(sg_gap_new(catalogue, &request, &gap, NULL), SG_INPUT);
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
    sg_post *one = read_text(FREES("county/administrator-1"));
    sg_post *any = read_text(HEAD ", 'does_not_need': ['icdl']}");
    static const char *const ids[] = {"county/administrator-1",
                                      "county/administrator-2"};
    cr_expect_eq(asks_of(one, ids[0]), asks_of(NULL, ids[0]) - 1);
    cr_expect_eq(asks_of(one, ids[1]), asks_of(NULL, ids[1]));
    cr_expect_eq(asks_of(any, ids[0]), asks_of(NULL, ids[0]) - 1);
    cr_expect_eq(asks_of(any, ids[1]), asks_of(NULL, ids[1]) - 1);
    sg_post_free(one);
    sg_post_free(any);
}
