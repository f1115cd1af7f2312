/* SPDX-License-Identifier: MIT */
/* The reports on a person: gap --person and next --person. */
#include <criterion/criterion.h>

#include "base/text.h"
#include "report_sample.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const sg_gap_person plain_person = {.name = "Ada Smith",
                                           .current_role = "county/a",
                                           .role_known = true,
                                           .today = "2026-11-22"};
static const sg_gap_person only_file = {.name = "Ada Smith",
                                        .current_role = "county/a",
                                        .role_known = true,
                                        .evidence_only = true,
                                        .today = "2026-11-22"};
static const sg_gap_person no_role = {.name = "Ada Smith",
                                      .today = "2026-11-22"};
static const sg_gap_person odd_role = {
    .name = "Ada Smith", .current_role = "Clerk" NASTY, .today = "2026-11-22"};
static const sg_gap_person no_role_only_file = {
    .evidence_only = true, .today = "2026-11-22", .post = ""};

enum { WIDE = 240 };

static char *gap_text(sg_gap gap, sg_report_options options)
{
    sg_error error = {0};
    char *text = NULL;
    cr_assert_eq(sg_report_gap(&gap, &options, &text, &error), SG_OK);
    return text;
}

static char *next_text(const sg_gap_person *person, sg_report_options options)
{
    sg_next next = sample_next_of(person);
    sg_error error = {0};
    char *text = NULL;
    cr_assert_eq(sg_report_next(&next, &options, &text, &error), SG_OK);
    return text;
}

static char *wide_gap(const sg_gap_person *person, bool why)
{
    return gap_text(sample_gap_of(person),
                    (sg_report_options){.width = WIDE, .why = why});
}

/* Frees `text`. */
static void expect_words(char *text, const char *const *there,
                         const char *const *missing)
{
    for (; *there != NULL; there++)
        cr_expect_not_null(strstr(text, *there), "'%s' is missing in:\n%s",
                           *there, text);
    for (; *missing != NULL; missing++)
        cr_expect_null(strstr(text, *missing), "'%s' stands in:\n%s", *missing,
                       text);
    free(text);
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static const struct {
    uint32_t unmet, ask;
    sg_verdict verdict;
    const char *sentence;
} answers[] = {
    {0, 0, SG_MET,
     "\nMET: Every essential point is met: you are ready to be considered. "
     "That is not a promotion.\n"},
    {0, 1, SG_ASK,
     "\nASK: No essential point is ruled out, but 1 needs an answer. You "
     "can be considered while it is open. That is not a promotion.\n"},
    {0, 3, SG_ASK,
     "\nASK: No essential point is ruled out, but 3 need an answer. You "
     "can be considered while they are open. That is not a promotion.\n"},
    {1, 0, SG_UNMET, "\nUNMET: 1 essential point is not met.\n"},
    {2, 0, SG_UNMET, "\nUNMET: 2 essential points are not met.\n"},
    {1, 2, SG_UNMET,
     "\nUNMET: 1 essential point is not met, and 2 more need an answer.\n"},
    {2, 1, SG_UNMET,
     "\nUNMET: 2 essential points are not met, and 1 more needs an "
     "answer.\n"},
};

Test(report, one_sentence_answers_a_person)
{
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
        sg_gap gap = sample_gap_of(&plain_person);
        gap.verdict = answers[i].verdict;
        gap.counts[SG_ESSENTIAL] =
            (sg_counts){.by = {answers[i].unmet, answers[i].ask, 5}};
        expect_words(gap_text(gap, (sg_report_options){.width = WIDE}),
                     WORDS(answers[i].sentence), WORDS("current role."));
    }
}

Test(report, a_person_is_told_what_the_answer_rests_on)
{
    sg_gap_person person = sample_person;
    person.name = "Ada Smith";
    person.post = "Planning clerk";
    person.assumed_count = 1;
    expect_words(
        wide_gap(&person, false),
        WORDS("From Ada Smith to The role b\n============================\n"
              "Role wanted: county/b\n"
              "Current role: The role a (county/a)\n"
              "This answer is for 2028-11-22.\n"
              "Supposed, as asked: 24 more months\n"
              "The post: Planning clerk\n"
              "\nUNMET: "),
        WORDS("Time in your role", "--evidence-only", "->"));
}

Test(report, what_is_left_out_on_request_is_said)
{
    expect_words(wide_gap(&only_file, false),
                 WORDS("Only what is on file counts, as asked "
                       "(--evidence-only): not what your role asks for.\n",
                       "Current role: The role a"),
                 WORDS("The post:", "Supposed"));
    expect_words(wide_gap(&no_role_only_file, false),
                 WORDS("From a person file to The role b\n",
                       "No current role is on file.\n",
                       "Only what is on file counts, as asked "
                       "(--evidence-only).\n",
                       "The post: its file gives no title\n"),
                 WORDS("Current role"));
}

Test(report, without_a_known_role_nothing_is_said_of_one)
{
    const char *const *gone =
        WORDS("by your role", "Stays the same", "What changes", "(none)",
              "Time in", "In your role's", "do not say if this is up");
    expect_words(wide_gap(&no_role, false),
                 WORDS("No current role is on file.\n", "Not met: not on file",
                       "Met: on file (1):", "A post has to be vacant."),
                 gone);
    expect_words(wide_gap(&odd_role, false),
                 WORDS("The current role on file is not known here: the answer "
                       "rests on the file alone. The file says: Clerk"),
                 WORDS("No current role", "Stays the same", "(none)"));
}

Test(report, groups_say_where_their_verdict_comes_from)
{
    expect_words(wide_gap(&plain_person, false),
                 WORDS("Not met: neither on file nor guaranteed by your role "
                       "(1):\n",
                       "To ask: nothing on file settles this (1):\n",
                       "Met: on file, or guaranteed by your role (1):\n",
                       "In your role's specification, and not in the other",
                       "This is a move up."),
                 WORDS("Covered", "Not covered", "not on file ("));
    expect_words(wide_gap(&only_file, false),
                 WORDS("Not met: not on file (1):\n",
                       "To ask: nothing on file settles this (1):\n",
                       "Met: on file (1):\n"),
                 WORDS("guaranteed"));
}

Test(report, who_confirmed_a_line_is_named_as_that)
{
    sg_gap_line lines[2] = {sample_lines[0], sample_lines[1]};
    sg_gap gap = sample_gap_of(&plain_person);
    lines[0].decided_by = "P. Smith" NASTY;
    gap.lines = lines;
    gap.line_count = 2;
    char *text = gap_text(gap, (sg_report_options){.width = WIDE});
    cr_expect_null(strpbrk(text, "\033\x07"));
    expect_words(text,
                 WORDS("Decided by: P. Smith", " (confirmed)\n",
                       "Decided by: plugin:county\n"),
                 WORDS("plugin:county (confirmed)", "engine"));
}

Test(report, why_says_what_a_confirmation_of_an_open_line_needs)
{
    static const char needed[] = "         To confirm it in the person file: "
                                 "line line-1, hash 1-0123456789abcdef, "
                                 "framework_version 2026.1\n";
    char *text = wide_gap(&plain_person, true);
    char *first = strstr(text, "To confirm it");
    cr_assert_not_null(first);
    cr_expect_null(strstr(first + 1, "To confirm it"), "only for asks");
    expect_words(text, WORDS(needed), WORDS("line line-0"));
    expect_words(wide_gap(&plain_person, false), WORDS("ASK"),
                 WORDS("To confirm it"));
    expect_words(gap_text(sample_gap(), (sg_report_options){.why = true}),
                 WORDS("ASK"), WORDS("To confirm it"));
}

Test(report, a_place_says_in_which_list_the_item_stands)
{
    expect_words(
        wide_gap(&plain_person, false),
        WORDS("Where: items 1, 2 of Knowledge and skills (essential)\n"),
        WORDS("of Knowledge and skills\n"));
}

Test(report, next_for_a_person_says_what_its_counts_mean)
{
    sg_report_options wide = {.width = WIDE};
    expect_words(
        next_text(&plain_person, wide),
        WORDS("Where to go from here: Ada Smith\n",
              "UNMET: neither on file nor guaranteed by your role. ASK: a "
              "person has to answer. MET: on file, or guaranteed by your role.",
              "Current role: The role a (county/a)\n",
              "This answer is for 2026-11-22.\n", "What this was read from\n",
              "A post has to be vacant. (assumed)"),
        WORDS("Time in your role", "does not ask for it"));
    expect_words(next_text(&no_role_only_file, wide),
                 WORDS("Where to go from here: a person file\n",
                       "UNMET: not on file. ASK: a person has to answer. MET: "
                       "on file.\n",
                       "No current role is on file.\n"),
                 WORDS("your role", "(none)"));
    expect_words(next_text(&only_file, wide),
                 WORDS("UNMET: not on file.", "not what your role asks for"),
                 WORDS("guaranteed"));
}

static void expect_lines_within(const char *text, size_t width)
{
    char line[1024];
    for (const char *at = text; *at != '\0';) {
        size_t size = strcspn(at, "\n");
        (void)snprintf(line, sizeof(line), "%.*s", (int)size, at);
        cr_expect_leq(text_width(line), width, "%zu: %s", width, line);
        at += size + (at[size] == '\n');
    }
}

static void expect_harmless(char *text, uint32_t width)
{
    cr_expect_null(strpbrk(text, "\033\x07\r\t"));
    cr_expect_null(strstr(text, "\xC2\x9B"), "an eight-bit escape");
    cr_expect_null(strstr(text, "\xE2\x80\xAE"), "right-to-left override");
    expect_lines_within(text, width);
    free(text);
}

/* A file may come from anywhere: neither its words nor those of a command line
 * reach the terminal as they are. */
Test(report, what_a_file_says_does_nothing_to_a_terminal_of_any_width)
{
    sg_gap_person person = sample_person;
    sg_gap_line line = sample_lines[1];
    line.decided_by = NASTY LONG_WORD;
    for (int known = 0; known <= 1; known++)
        for (uint32_t width = 40; width <= 80; width++) {
            sg_report_options options = {.width = width, .why = true};
            person.role_known = known == 1;
            person.current_role = NASTY LONG_WORD;
            sg_gap gap = sample_gap_of(&person);
            gap.lines = &line;
            gap.line_count = 1;
            expect_harmless(gap_text(gap, options), width);
            expect_harmless(next_text(&person, options), width);
        }
}

Test(report, a_line_break_in_a_name_begins_no_line)
{
    sg_gap_person person = plain_person;
    person.name = "Ada\nMET: Every essential point is met\r\n";
    person.post = "x\nMET: all";
    expect_words(wide_gap(&person, false),
                 WORDS("From Ada MET: Every essential"), WORDS("\nMET:"));
    expect_words(next_text(&person, (sg_report_options){.width = WIDE}),
                 WORDS("here: Ada MET: Every"), WORDS("\nMET:"));
}

static json_t *parsed(char *text)
{
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    cr_assert_not_null(root, "%s", text);
    cr_expect_null(strchr(text, '\033'));
    free(text);
    return root;
}

static void expect_person_json(const json_t *person)
{
    const json_t *assumed = json_object_get(person, "assumed");
    cr_expect_str_eq(json_string_value(json_object_get(person, "name")),
                     sample_person.name);
    cr_expect_str_eq(json_string_value(json_object_get(person, "current_role")),
                     "county/a");
    cr_expect(json_is_true(json_object_get(person, "role_known")));
    cr_expect(json_is_false(json_object_get(person, "evidence_only")));
    cr_expect_str_eq(json_string_value(json_object_get(person, "today")),
                     "2028-11-22");
    cr_assert_eq(json_array_size(assumed), 2);
    cr_expect_str_eq(json_string_value(json_array_get(assumed, 0)),
                     "24 more months");
    cr_expect_str_eq(json_string_value(json_object_get(person, "post")),
                     sample_person.post);
}

Test(report, the_person_of_an_answer_is_one_object)
{
    sg_report_options json = {.json = true};
    json_t *gap = parsed(gap_text(sample_gap_of(&sample_person), json));
    json_t *next = parsed(next_text(&sample_person, json));
    expect_person_json(json_object_get(gap, "person"));
    expect_person_json(json_object_get(next, "person"));
    cr_expect(json_is_object(json_object_get(gap, "from_role")));
    cr_expect(json_is_object(json_object_get(next, "from_framework")));
    json_decref(gap);
    json_decref(next);
}

Test(report, without_a_known_role_json_says_null)
{
    static const char *const keys[] = {"from", "from_role", "from_framework",
                                       "months"};
    sg_report_options json = {.json = true};
    json_t *roots[] = {parsed(gap_text(sample_gap_of(&no_role), json)),
                       parsed(next_text(&no_role, json))};
    for (size_t r = 0; r < sizeof(roots) / sizeof(roots[0]); r++) {
        const json_t *person = json_object_get(roots[r], "person");
        for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
            cr_expect(json_is_null(json_object_get(roots[r], keys[i])), "%s",
                      keys[i]);
        cr_expect(json_is_null(json_object_get(person, "current_role")));
        cr_expect(json_is_null(json_object_get(person, "post")));
        cr_expect(json_is_false(json_object_get(person, "role_known")));
        cr_expect_eq(json_array_size(json_object_get(person, "assumed")), 0);
        json_decref(roots[r]);
    }
}

Test(report, months_of_a_person_are_not_said_even_with_a_number)
{
    sg_gap gap = sample_gap_of(&plain_person);
    gap.months = 18;
    json_t *root = parsed(gap_text(gap, (sg_report_options){.json = true}));
    cr_expect(json_is_null(json_object_get(root, "months")));
    json_decref(root);
}

Test(report, a_line_as_json_has_its_hash_after_its_id)
{
    char *text = gap_text(sample_gap(), (sg_report_options){.json = true});
    expect_words(text,
                 WORDS("\"id\": \"line-1\",\n"
                       "      \"hash\": \"1-0123456789abcdef\",\n"
                       "      \"strength\""),
                 WORDS("\"hash\": \"\""));
}
