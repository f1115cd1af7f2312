/* SPDX-License-Identifier: MIT */
/* Reading the shared reference lists. */
#include "read/read.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const names[] = {"criteria.json", "levels.json",
                                    "words.json", "defaults.json"};
enum { LISTS = sizeof(names) / sizeof(names[0]) };

static const char *const good[] = {
    "{\"format\":\"skillgap-criteria/1\",\"version\":\"1\","
    "\"criteria\":[{\"id\":\"a\",\"title\":\"A\"}]}",
    "{\"format\":\"skillgap-levels/1\",\"version\":\"1\",\"scales\":["
    "{\"id\":\"NVQ\",\"title\":\"N\",\"levels\":[[1,1,1],[4,4,6]]}]}",
    "{\"format\":\"skillgap-words/1\",\"version\":\"1\","
    "\"experience_order\":[[\"some\"],[\"proven\",\"experienced\"]]}",
    "{\"format\":\"skillgap-defaults/1\",\"version\":\"1\","
    "\"full_time_hours\":{\"value\":37,\"assumed\":true,\"source\":\"s\"},"
    "\"statutory\":[{\"criterion\":\"a\",\"assumed\":true,"
    "\"source\":\"a law\"}]}",
};

static char folder[64];

static void path_of(char path[128], const char *name)
{
    snprintf(path, 128, "%s/reference/%s", folder, name);
}

static void write_list(size_t which, const char *text)
{
    char path[128];
    path_of(path, names[which]);
    FILE *file = fopen(path, "w");
    cr_assert_not_null(file);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

static void make_lists(void)
{
    char path[128];
    snprintf(folder, sizeof(folder), "/tmp/skillgap-test-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    path_of(path, "");
    cr_assert_eq(mkdir(path, 0700), 0);
    for (size_t i = 0; i < LISTS; i++)
        write_list(i, good[i]);
}

static void remove_lists(void)
{
    char path[128];
    for (size_t i = 0; i < LISTS; i++) {
        path_of(path, names[i]);
        unlink(path);
    }
    path_of(path, "");
    rmdir(path);
    rmdir(folder);
}

TestSuite(reference, .init = make_lists, .fini = remove_lists);

Test(reference, good_lists_are_taken_as_they_are)
{
    struct reference *reference = NULL;
    sg_error error = {0};
    cr_assert_eq(read_reference(folder, NULL, &reference, &error), SG_OK, "%s",
                 error.message);
    cr_expect_eq(reference->criterion_count, 1);
    cr_expect_null(reference->criteria[0].question);
    cr_expect_eq(reference_level(reference, SCALE_NVQ, 4).max, 6);
    cr_expect_eq(reference_level(reference, SCALE_NVQ, 2).max, 0);
    cr_expect_eq(reference_word_rank(reference, "some"), 1);
    cr_expect_eq(reference_word_rank(reference, "experienced"), 2);
    cr_expect_eq(reference->full_time_hours, 37.0f);
    cr_expect_not(reference->criteria[0].shown_by_supervising);
    cr_expect_not(reference->criteria[0].left_open_by_supervising);
    cr_expect_null(reference->criteria[0].post_question);
    cr_expect_str_eq(reference->criteria[0].statutory_source, "a law");
    reference_free(reference);
}

Test(reference, where_no_duty_is_named_there_is_none)
{
    struct reference *reference = NULL;
    sg_error error = {0};
    write_list(3, "{\"format\":\"skillgap-defaults/1\",\"version\":\"1\","
                  "\"full_time_hours\":{\"value\":37,\"assumed\":true,"
                  "\"source\":\"s\"}}");
    cr_assert_eq(read_reference(folder, NULL, &reference, &error), SG_OK, "%s",
                 error.message);
    cr_expect_null(reference->criteria[0].statutory_source);
    reference_free(reference);
    write_list(3, good[3]);
}

Test(reference, a_criterion_says_what_supervising_does_for_it)
{
    struct reference *reference = support_reference();
    const int guiding = reference_criterion(reference, "guiding-colleagues");
    const int icdl = reference_criterion(reference, "icdl");
    cr_assert(guiding >= 0 && icdl >= 0);
    cr_expect(reference->criteria[guiding].left_open_by_supervising);
    cr_expect_not(reference->criteria[guiding].shown_by_supervising);
    cr_expect_not(reference->criteria[icdl].left_open_by_supervising);
    cr_expect(strstr(reference->criteria[icdl].question, "do you hold it?"));
    cr_expect_null(
        strstr(reference->criteria[icdl].post_question, "do you hold it?"));
    reference_free(reference);
}

struct broken {
    size_t which;
    const char *from, *to;
    const char *reason;
    const char *pointer;
};

static const struct broken broken[] = {
    {3, "37", "0", "out-of-range", "/full_time_hours/value"},
    {3, "37", "169", "out-of-range", "/full_time_hours/value"},
    {3, "\"assumed\":true,", "", "missing-field", "/full_time_hours"},
    {3, "\"criterion\":\"a\"", "\"criterion\":\"b\"", "unknown-criterion",
     "/statutory/0/criterion"},
    {3, "\"criterion\":\"a\",\"assumed\":true,", "\"criterion\":\"a\",",
     "missing-field", "/statutory/0"},
    {3, "\"source\":\"a law\"", "\"source\":\"\"", "out-of-range",
     "/statutory/0/source"},
    {3, "}]}", "},{\"criterion\":\"a\",\"assumed\":true,\"source\":\"x\"}]}",
     "duplicate-id", "/statutory/1/criterion"},
    {0, "criteria/1", "criteria/2", "wrong-format", "/format"},
    {0, "\"id\":\"a\"", "\"id\":7", "wrong-type", "/criteria/0/id"},
    {0, "{\"id\":\"a\",\"title\":\"A\"}", "", "empty-list", "/criteria"},
    {0, "}]", "},{\"id\":\"a\",\"title\":\"B\"}]", "duplicate-id",
     "/criteria/1/id"},
    {0, "\"title\":\"A\"", "\"title\":\"A\",\"left_open_by\":\"acting\"",
     "unknown-word", "/criteria/0/left_open_by"},
    {1, "\"NVQ\"", "\"NVO\"", "unknown-word", "/scales/0/id"},
    {1, "[4,4,6]", "[4,6,4]", "out-of-range", "/scales/0/levels/1"},
    {1, "[4,4,6]", "[4,4,9]", "out-of-range", "/scales/0/levels/1"},
    {1, "[4,4,6]", "[16,4,6]", "out-of-range", "/scales/0/levels/1/0"},
    {1, "[4,4,6]", "[4,4]", "empty-list", "/scales/0/levels/1"},
    {2, "[\"some\"]", "\"some\"", "wrong-type", "/experience_order/0"},
    {2, "[\"some\"]", "[\"\"]", "out-of-range", "/experience_order/0/0"},
    {2, "]]}", "", "syntax", ""},
};

static void expect_refused(const struct broken *row)
{
    char text[512], path[128];
    const char *at = strstr(good[row->which], row->from);
    cr_assert_not_null(at, "%s", row->from);
    snprintf(text, sizeof(text), "%.*s%s%s", (int)(at - good[row->which]),
             good[row->which], row->to, at + strlen(row->from));
    write_list(row->which, text);
    struct reference *reference = NULL;
    sg_error error = {0};
    cr_expect_eq(read_reference(folder, NULL, &reference, &error), SG_INPUT,
                 "%s", row->to);
    cr_expect_null(reference);
    cr_expect_str_eq(error.reason, row->reason, "%s: %s", row->to,
                     error.reason);
    cr_expect_str_eq(error.pointer, row->pointer, "%s: %s", row->to,
                     error.pointer);
    path_of(path, names[row->which]);
    cr_expect_str_eq(error.file, path);
    write_list(row->which, good[row->which]);
}

Test(reference, a_broken_list_is_refused_at_its_place)
{
    for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
        expect_refused(&broken[i]);
}

static void count_errors(const sg_error *problem, void *user)
{
    size_t *errors = user;
    *errors += !problem->warning;
}

Test(reference, all_that_is_missing_is_told_of_all_lists)
{
    size_t errors = 0;
    struct problem_sink sink = {.tell = count_errors, .user = &errors};
    struct reference *reference = NULL;
    sg_error error = {0};
    write_list(0, "{}");
    write_list(2, "{}");
    cr_expect_eq(read_reference(folder, &sink, &reference, &error), SG_INPUT);
    cr_expect_null(reference);
    cr_expect_eq(errors, 6, "three fields of each: %zu", errors);
    cr_expect_str_eq(error.reason, "missing-field");
    write_list(0, good[0]);
    write_list(2, good[2]);
}

Test(reference, a_missing_list_is_named)
{
    char path[128];
    path_of(path, "words.json");
    unlink(path);
    struct reference *reference = NULL;
    sg_error error = {0};
    cr_expect_eq(read_reference(folder, NULL, &reference, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "missing");
    cr_expect_str_eq(error.file, path);
}
