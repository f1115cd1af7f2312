/* SPDX-License-Identifier: MIT */
/* The reports on roles to go to, one role, checked files, and errors. */
#include <criterion/criterion.h>

#include "base/text.h"
#include "report_sample.h"
#include "shipped.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static json_t *parsed(char *text)
{
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    cr_assert_not_null(root, "%s", text);
    free(text);
    return root;
}

static void expect_order(const char *text, const char *const *words,
                         size_t count)
{
    const char *from = text;
    for (size_t i = 0; i < count; i++) {
        const char *found = strstr(from, words[i]);
        cr_expect_not_null(found, "'%s' is missing or too early in:\n%s",
                           words[i], text);
        from = found ? found : from;
    }
}

Test(report, next_says_the_words_about_the_move_once_when_all_are_the_same)
{
    static const char *const words[] = {"Where to go from The role a",
                                        "UNMET",
                                        "ASK",
                                        "up",
                                        "The role b",
                                        "level",
                                        "county/b",
                                        "not known",
                                        "A post has to be vacant. (assumed)",
                                        "What this does not decide"};
    sg_next next = sample_next();
    sg_report_options options = {0};
    char *text = NULL;
    cr_assert_eq(sg_report_next(&next, &options, &text, NULL), SG_OK);
    expect_order(text, words, sizeof(words) / sizeof(words[0]));
    char *once = strstr(text, "A post has to be vacant.");
    cr_expect_null(strstr(once + 1, "A post has to be vacant."));
    cr_expect_null(strstr(once, "- The role b"));
    free(text);
}

Test(report, next_says_whom_the_words_are_for_when_they_differ)
{
    sg_next_role roles[2] = {sample_next_roles[0], sample_next_roles[1]};
    sg_next next = sample_next();
    sg_report_options options = {0};
    char *text = NULL;
    roles[1].mode.text = "Apply.";
    next.roles = roles;
    cr_assert_eq(sg_report_next(&next, &options, &text, NULL), SG_OK);
    cr_expect_not_null(strstr(text, "    - The role b"));
    free(text);
}

Test(report, next_as_json_has_every_key_of_the_contract)
{
    static const char *const keys[] = {"id",   "verdict", "counts",
                                       "mode", "move",    "skipped"};
    sg_next next = sample_next();
    sg_report_options options = {.json = true};
    char *text = NULL;
    cr_assert_eq(sg_report_next(&next, &options, &text, NULL), SG_OK);
    json_t *root = parsed(text);
    json_t *role = json_array_get(json_object_get(root, "roles"), 0);
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        cr_expect_not_null(json_object_get(role, keys[i]), "%s", keys[i]);
    cr_expect(json_is_null(json_object_get(root, "months")));
    json_decref(root);
}

Test(report, a_sheet_shows_bullets_measures_and_what_they_touch)
{
    static const char *const words[] = {
        "The role a",
        "Job reference: 1386",
        "Knowledge and skills",
        "Desirable (numbered in printed order):",
        "1, 2. Shorthand",
        "Key features",
        "Communication (level 2 of 5)",
        "- Asks questions with tact",
        "[tact and diplomacy]",
        "Measured by:",
        "What this was read from",
    };
    sg_sheet sheet = sample_sheet();
    sg_report_options options = {.width = 200};
    char *text = NULL;
    cr_assert_eq(sg_report_sheet(&sheet, &options, &text, NULL), SG_OK);
    expect_order(text, words, sizeof(words) / sizeof(words[0]));
    free(text);
}

static const sg_error problem_at_line = {.status = SG_INPUT,
                                         .reason = "syntax",
                                         .file = "a.json",
                                         .line = 3,
                                         .column = 14,
                                         .message = "A comma is missing."};

static const struct {
    sg_error error;
    const char *text;
} errors[] = {
    {{.status = SG_USAGE, .reason = "option", .message = "No such option."},
     "No such option.\n"},
    {{.status = SG_INPUT,
      .file = "a.json",
      .line = 3,
      .column = 14,
      .message = "A comma is missing."},
     "a.json:3:14: A comma is missing.\n"},
    {{.status = SG_INPUT,
      .file = "a.json",
      .pointer = "/roles/1",
      .message = "It has no title."},
     "a.json: /roles/1: It has no title.\n"},
    {{.status = SG_INPUT,
      .warning = true,
      .file = "a\033[1m.json",
      .message = "Caf\xC3\xA9 \xE2\x80\x93 odd."},
     "a?[1m.json: warning: Cafe - odd.\n"},
};

Test(report, a_short_error_as_text_is_one_line_with_its_place)
{
    sg_report_options options = {.ascii = true};
    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
        char *text = NULL;
        cr_assert_eq(sg_report_error(&errors[i].error, &options, &text), SG_OK);
        cr_expect_str_eq(text, errors[i].text);
        cr_expect_eq(strchr(text, '\n'), text + strlen(text) - 1);
        free(text);
    }
}

#define PATH "/srv/people of the council/2026/administration/staff list.json"

/* What does not fit into one line. */
static const struct {
    const char *program;
    uint32_t width;
    sg_error error;
    const char *text;
    const char *why;
} long_errors[] = {
    {"skillgap",
     0,
     {.file = "a.json", .line = 3, .column = 14, .message = "It is short."},
     "skillgap: a.json:3:14: It is short.\n",
     "it fits"},
    {"skillgap",
     30,
     {.file = "a.json",
      .line = 3,
      .column = 14,
      .message = "A comma is missing in front of this."},
     "skillgap: a.json:3:14:\n"
     "          A comma is missing\n"
     "          in front of this.\n",
     "the place first, the message below it"},
    {NULL,
     30,
     {.file = "a.json",
      .line = 3,
      .column = 14,
      .message = "A comma is missing in front of this."},
     "a.json:3:14:\n"
     "  A comma is missing in front\n"
     "  of this.\n",
     "without a program"},
    {"skillgap",
     40,
     {.file = PATH, .line = 3, .column = 14, .message = "A comma is missing."},
     "skillgap: " PATH ":3:14:\n          A comma is missing.\n",
     "a place is never cut, spaces or not"},
    {"skillgap",
     40,
     {.file = PATH,
      .warning = true,
      .has_pointer = true,
      .pointer = "/a b",
      .message = "It is odd."},
     "skillgap: " PATH ": /a b: warning:\n          It is odd.\n",
     "nor is a pointer"},
    {"skillgap",
     30,
     {.message = "There is no such option of this command."},
     "skillgap: There is no such\n"
     "          option of this\n"
     "          command.\n",
     "what has no place begins beside the program"},
};

Test(report, a_long_error_is_wrapped_below_its_whole_place)
{
    for (size_t i = 0; i < sizeof(long_errors) / sizeof(long_errors[0]); i++) {
        const sg_report_options options = {.program = long_errors[i].program,
                                           .width = long_errors[i].width};
        char *text = NULL;
        cr_assert_eq(sg_report_error(&long_errors[i].error, &options, &text),
                     SG_OK);
        cr_expect_str_eq(text, long_errors[i].text, "%s:\n%s",
                         long_errors[i].why, text);
        free(text);
    }
    char *text = NULL;
    cr_assert_eq(sg_report_error(&long_errors[0].error, NULL, &text), SG_OK);
    cr_expect_str_eq(text, "a.json:3:14: It is short.\n");
    free(text);
}

Test(report, an_error_as_json_is_one_object_with_a_reason)
{
    sg_report_options options = {.json = true};
    sg_error others[2] = {problem_at_line, problem_at_line};
    char *text = NULL;
    cr_assert_eq(
        sg_report_failure(&problem_at_line, others, 2, 60, &options, &text),
        SG_OK);
    cr_expect_eq(strchr(text, '\n'), text + strlen(text) - 1);
    json_t *root = parsed(text);
    cr_expect_str_eq(json_string_value(json_object_get(root, "kind")), "error");
    cr_expect_str_eq(json_string_value(json_object_get(root, "reason")),
                     "syntax");
    cr_expect_eq(json_integer_value(json_object_get(root, "exit_code")), 3);
    cr_expect_eq(json_integer_value(json_object_get(root, "line")), 3);
    cr_expect(json_is_null(json_object_get(root, "pointer")));
    cr_expect_eq(json_array_size(json_object_get(root, "problems")), 2);
    cr_expect_eq(json_integer_value(json_object_get(root, "problem_count")), 60,
                 "those that were not kept are counted");
    json_decref(root);
}

Test(report, warnings_as_json_are_one_object)
{
    sg_report_options options = {.json = true};
    sg_error warnings[2] = {problem_at_line, problem_at_line};
    char *text = NULL;
    cr_assert_eq(sg_report_warnings(warnings, 2, 53, &options, &text), SG_OK);
    cr_expect_eq(strchr(text, '\n'), text + strlen(text) - 1);
    json_t *root = parsed(text);
    cr_expect_str_eq(json_string_value(json_object_get(root, "kind")),
                     "warnings");
    cr_expect_eq(json_integer_value(json_object_get(root, "skillgap")), 1);
    cr_expect_eq(json_array_size(json_object_get(root, "problems")), 2);
    cr_expect_eq(json_integer_value(json_object_get(root, "problem_count")),
                 53);
    json_decref(root);
}

Test(report, warnings_as_text_have_a_line_each)
{
    sg_report_options options = {0};
    sg_error warnings[2] = {problem_at_line, problem_at_line};
    char *text = NULL;
    cr_assert_eq(sg_report_warnings(warnings, 2, 3, &options, &text), SG_OK);
    cr_expect_str_eq(text, "a.json:3:14: A comma is missing.\n"
                           "a.json:3:14: A comma is missing.\n"
                           "... and 1 more\n");
    free(text);
    cr_assert_eq(sg_report_warnings(NULL, 0, 0, &options, &text), SG_OK);
    cr_expect_str_eq(text, "");
    free(text);
}

static void expect_lines_within(const char *text, size_t width)
{
    char line[512];
    for (const char *at = text; *at != '\0';) {
        size_t size = strcspn(at, "\n");
        (void)snprintf(line, sizeof(line), "%.*s", (int)size, at);
        cr_expect_leq(text_width(line), width, "%zu: %s", width, line);
        at += size + (at[size] == '\n');
    }
}

Test(report, next_and_roles_keep_to_a_narrow_terminal_without_cutting_ids)
{
    sg_next next = sample_next();
    struct shipped shipped;
    shipped_open(&shipped);
    for (uint32_t width = 40; width <= 80; width++) {
        sg_report_options options = {.width = width};
        char *text = NULL;
        cr_assert_eq(sg_report_next(&next, &options, &text, NULL), SG_OK);
        expect_lines_within(text, width);
        cr_expect_not_null(strstr(text, "county/b\n"), "%s", text);
        free(text);
        cr_assert_eq(sg_report_roles(&shipped.catalogue, NULL, NULL, &options,
                                     &text, NULL),
                     SG_OK);
        expect_lines_within(text, width);
        cr_expect_not_null(strstr(text, "st-albans/technical-professional-a"),
                           "%s", text);
        free(text);
    }
    shipped_close(&shipped);
}

static sg_checked_file checked_file(uint32_t errors_found)
{
    return (sg_checked_file){.path = "a.json",
                             .summary = {.id = "county",
                                         .version = "1",
                                         .roles = 6,
                                         .errors = errors_found},
                             .problems = &problem_at_line,
                             .problem_count = errors_found > 0 ? 1 : 0};
}

Test(report, a_check_lists_problems_and_says_how_many_more)
{
    sg_checked_file files[] = {checked_file(0), checked_file(3)};
    static const char *const words[] = {
        "OK   a.json: 0 errors, 0 warnings", "6 roles",
        "a.json:3:14: A comma is missing.", "... and 2 more, 2 of them errors.",
        "BAD  a.json: 3 errors, 0 warnings"};
    sg_report_options options = {0};
    char *text = NULL;
    cr_assert_eq(sg_report_check(files, 2, &options, &text, NULL), SG_OK);
    expect_order(text, words, sizeof(words) / sizeof(words[0]));
    free(text);
}

Test(report, a_check_as_json_has_each_problem_with_its_place)
{
    sg_checked_file file = checked_file(1);
    sg_report_options options = {.json = true};
    char *text = NULL;
    cr_assert_eq(sg_report_check(&file, 1, &options, &text, NULL), SG_OK);
    json_t *root = parsed(text);
    json_t *first = json_array_get(json_object_get(root, "files"), 0);
    json_t *problem = json_array_get(json_object_get(first, "problems"), 0);
    cr_expect(json_is_false(json_object_get(first, "ok")));
    cr_expect_eq(json_integer_value(json_object_get(problem, "column")), 14);
    json_decref(root);
}

Test(report, the_nearest_name_is_found_and_nothing_is_near_nonsense)
{
    static const char *const names[] = {"gap", "roles", "compare"};
    cr_expect_str_eq(sg_nearest("rolse", names, 3), "roles");
    cr_expect_null(sg_nearest("zzzzzzz", names, 3));
}
