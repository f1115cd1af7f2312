/* SPDX-License-Identifier: MIT */
/* The reports on a gap and on two roles side by side. */
#include <criterion/criterion.h>

#include "base/text.h"
#include "report/table.h"
#include "report_sample.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 80 };

static char *gap_report(sg_report_options options)
{
    sg_gap gap = sample_gap();
    sg_error error = {0};
    char *text = NULL;
    cr_assert_eq(sg_report_gap(&gap, &options, &text, &error), SG_OK);
    return text;
}

static json_t *gap_object(void)
{
    char *text = gap_report((sg_report_options){.json = true});
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    cr_assert_not_null(root);
    free(text);
    return root;
}

/* Follows "lines/1/routes/0/label". NULL when there is no such place. */
static const json_t *at(const json_t *value, const char *path)
{
    char steps[128];
    (void)snprintf(steps, sizeof(steps), "%s", path);
    for (char *step = strtok(steps, "/"); step && value;
         step = strtok(NULL, "/"))
        value = json_is_array(value)
                    ? json_array_get(value, (size_t)strtoul(step, NULL, 10))
                    : json_object_get(value, step);
    return value;
}

/* Every place that the contract names, with a value of the sample. */
static const struct {
    const char *path;
    const char *text; /* NULL: null */
} promised[] = {
    {"kind", "gap"},
    {"from", "county/a"},
    {"person", NULL},
    {"to", "county/b"},
    {"to_role/ref", "1386"},
    {"to_role/grade", NULL},
    {"verdict", "unmet"},
    {"lines/1/id", "line-1"},
    {"lines/1/strength", "essential"},
    {"lines/0/label", "Health and safety awareness"},
    {"lines/1/verdict", "ask"},
    {"lines/0/reason", "Your role asks for the same."},
    {"lines/3/reason", NULL},
    {"lines/1/decided_by", "plugin:county"},
    {"lines/1/change", "raised"},
    {"lines/3/change", NULL},
    {"lines/0/missing/level", NULL},
    {"lines/0/missing/months", NULL},
    {"lines/1/source/document", "The document"},
    {"lines/1/source/section", "Knowledge and skills"},
    {"lines/1/source/column", "Administrator 1"},
    {"lines/1/source/item", "1, 2"},
    {"lines/1/routes/0/label", "by qualification"},
    {"lines/1/routes/0/verdict", "unmet"},
    {"lines/1/routes/0/actions/1/kind", "qualification"},
    {"lines/1/routes/0/actions/1/label", "NVQ 2 in a relevant subject"},
    {"lines/1/routes/0/actions/1/months_from/source", "A provider"},
    {"lines/1/routes/0/actions/1/funding/0/ends", "2027-07-31"},
    {"lines/0/parts/0/op", "skill"},
    {"lines/1/parts/0/op", "any"},
    {"lines/1/parts/0/n", NULL},
    {"lines/1/parts/0/parts/0/criterion", "vocational-qualification"},
    {"lines/1/parts/0/parts/0/label", "NVQ Level 2"},
    {"lines/1/parts/0/parts/0/verdict", "unmet"},
    {"lines/1/parts/0/parts/0/reason", "The part has this reason."},
    {"changes/0/section", "Outputs"},
    {"changes/0/area", "Producing documents"},
    {"changes/0/kind", "raised"},
    {"changes/1/from", NULL},
    {"changes/1/to", "Interruptions"},
    {"changes/0/why", "The range is wider."},
    {"changes/0/measures/0", "Documents done on time"},
    {"dropped/0/label", "Shorthand"},
    {"becomes_essential/0/line", "line-3"},
    {"becomes_essential/0/criterion", "equality-diversity"},
    {"becomes_essential/0/label", "Equality awareness"},
    {"becomes_essential/0/desirable_at", "county/b"},
    {"becomes_essential/0/essential_at", "county/c"},
    {"questions/0/text", "Do you hold the licence?"},
    {"questions/0/settles/0", "line-1"},
    {"mode/kind", "vacancy"},
    {"mode/text", "A post has to be vacant."},
    {"move", "up"},
    {"notice", "This does not decide who is appointed."},
    {"framework/id", "county"},
    {"framework/version", "2026.1"},
    {"framework/as_of", "2026-11-22"},
    {"from_framework/id", "county"},
};

Test(report, a_gap_as_json_has_every_text_that_the_contract_names)
{
    json_t *root = gap_object();
    for (size_t i = 0; i < sizeof(promised) / sizeof(promised[0]); i++) {
        const json_t *value = at(root, promised[i].path);
        cr_expect_not_null(value, "%s is missing", promised[i].path);
        if (promised[i].text == NULL)
            cr_expect(json_is_null(value), "%s is not null", promised[i].path);
        else if (json_is_string(value))
            cr_expect_str_eq(json_string_value(value), promised[i].text, "%s",
                             promised[i].path);
        else
            cr_expect(false, "%s is no string", promised[i].path);
    }
    json_decref(root);
}

static const struct {
    const char *path;
    json_int_t number;
} numbers[] = {
    {"skillgap", 1},
    {"months", 18},
    {"skipped", 2},
    {"counts/essential/met", 1},
    {"counts/essential/ask", 1},
    {"counts/essential/unmet", 1},
    {"counts/desirable/met", 0},
    {"counts/desirable/ask", 0},
    {"counts/desirable/unmet", 1},
    {"lines/1/missing/level", 2},
    {"lines/1/missing/months", 7},
    {"dropped/0/parts/0/n", 1},
};

Test(report, a_gap_as_json_has_every_number_that_the_contract_names)
{
    json_t *root = gap_object();
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        const json_t *value = at(root, numbers[i].path);
        cr_expect(json_is_integer(value), "%s", numbers[i].path);
        cr_expect_eq(json_integer_value(value), numbers[i].number, "%s",
                     numbers[i].path);
    }
    cr_expect(json_is_true(at(root, "lines/1/pivotal")));
    cr_expect(json_is_false(at(root, "lines/0/pivotal")));
    cr_expect(json_is_true(at(root, "lines/1/assumed")));
    cr_expect(json_is_true(at(root, "becomes_essential/0/alternative")));
    cr_expect(json_is_true(at(root, "mode/assumed")));
    json_decref(root);
}

Test(report, json_begins_with_the_format_and_the_kind)
{
    static const char begin[] = "{\n  \"skillgap\": 1,\n  \"kind\": \"gap\",\n";
    char *text = gap_report((sg_report_options){.json = true});
    cr_expect_eq(strncmp(text, begin, strlen(begin)), 0);
    cr_expect_eq(text[strlen(text) - 1], '\n');
    free(text);
}

Test(report, the_same_gap_gives_the_same_bytes)
{
    for (int json = 0; json <= 1; json++) {
        sg_report_options options = {.json = json == 1};
        char *once = gap_report(options);
        char *again = gap_report(options);
        cr_expect_str_eq(once, again);
        free(once);
        free(again);
    }
}

/* What a reader has to find, in this order. */
static const char *const read_in_order[] = {
    "From The role a to The role b",
    "UNMET: 1 essential point is not covered by your current role",
    "your role does not ask for this (1)",
    "In-house training",
    "To ask",
    "Settling this line alone would improve",
    "items 1, 2 of Knowledge and skills",
    "Covered by your role",
    "Desirable",
    "Questions to ask",
    " 1. Do you hold the licence?",
    "settles: NVQ 2",
    "Work to seek now",
    "Evidence to collect",
    "Expect this",
    "no longer there",
    "Stays the same: 1 part of the job",
    "and not in the other",
    "Shorthand",
    "one way to meet an essential",
    "This is a move up.",
    "It skips 2 levels",
    "A post has to be vacant. (assumed)",
    "What this does not decide",
    "version 2026.1",
};

Test(report, the_text_of_a_gap_says_the_most_useful_thing_first)
{
    char *text = gap_report((sg_report_options){0});
    const char *from = text;
    for (size_t i = 0; i < sizeof(read_in_order) / sizeof(read_in_order[0]);
         i++) {
        const char *found = strstr(from, read_in_order[i]);
        cr_expect_not_null(found, "'%s' is missing or too early in:\n%s",
                           read_in_order[i], text);
        from = found ? found : from;
    }
    cr_expect_null(strstr(text, "lack"), "the person may well have it");
    free(text);
}

Test(report, why_adds_the_reason_of_each_part_and_the_other_ways)
{
    char *without = gap_report((sg_report_options){0});
    char *with = gap_report((sg_report_options){.why = true});
    cr_expect_null(strstr(without, "The part has this reason."));
    cr_expect_not_null(strstr(with, "The part has this reason."));
    cr_expect_not_null(strstr(with, "One way: by qualification (unmet)"));
    free(without);
    free(with);
}

Test(report, why_names_no_way_that_is_the_line_itself)
{
    static const sg_action action = {.kind = "training",
                                     .label = "Train for this: first aid"};
    static const sg_route route = {.label = "First aid",
                                   .verdict = SG_UNMET,
                                   .then = SG_MET,
                                   .actions = &action,
                                   .action_count = 1};
    static const sg_line_ways line_ways = {
        .line = "x", .routes = &route, .route_count = 1};
    static const sg_ways ways = {.lines = &line_ways, .line_count = 1};
    static const sg_gap_line line = {
        .id = "x",
        .label = "First aid",
        .verdict = SG_UNMET,
        .needs = {.op = SG_TRAINING, .label = "First aid"}};
    sg_gap gap = sample_gap();
    sg_report_options options = {.why = true};
    char *text = NULL;
    gap.lines = &line;
    gap.line_count = 1;
    gap.question_count = 0;
    gap.ways = &ways;
    cr_assert_eq(sg_report_gap(&gap, &options, &text, NULL), SG_OK);
    cr_expect_not_null(strstr(text, "- Train for this: first aid: "));
    cr_expect_null(strstr(text, "training: Train"));
    cr_expect_null(strstr(text, "One way: First aid"));
    free(text);
}

Test(report, each_figure_refers_to_its_source_and_each_source_is_told_once)
{
    char *text = gap_report((sg_report_options){.why = true, .width = 400});
    cr_expect_not_null(strstr(text, "Time: 12 months [1, assumed]."));
    cr_expect_not_null(strstr(text, "Hours: 450, of them 229 taught [1, "));
    cr_expect_not_null(strstr(text, "\u00a31,234.50"));
    cr_expect_not_null(strstr(text, "[1] A provider\n"));
    cr_expect_not_null(strstr(text, "as of 2025-03-04\n"));
    cr_expect_not_null(strstr(text, "Who may pay\n"));
    cr_expect_not_null(strstr(text, "All of it in the end. [3]"));
    free(text);
}

Test(report, a_line_that_is_open_names_its_ways_in_short)
{
    char *text = gap_report((sg_report_options){0});
    cr_expect_not_null(strstr(text, "If not, ways to close it"));
    cr_expect_not_null(strstr(text, "first GCSEs; NVQ 2"));
    cr_expect_not_null(strstr(text, "(assumed) [cheapest]"));
    cr_expect_null(strstr(text, "A price list"));
    free(text);
}

static const struct {
    uint32_t unmet, ask;
    sg_verdict verdict;
    const char *sentence;
} answers[] = {
    {0, 0, SG_MET, "MET: Your current role covers every essential point."},
    {0, 1, SG_ASK,
     "ASK: No essential point is ruled out, but 1 needs an answer."},
    {0, 3, SG_ASK,
     "ASK: No essential point is ruled out, but 3 need an answer."},
    {1, 0, SG_UNMET,
     "UNMET: 1 essential point is not covered by your current role."},
    {2, 0, SG_UNMET,
     "UNMET: 2 essential points are not covered by your current role."},
};

Test(report, one_sentence_gives_the_overall_answer)
{
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
        sg_gap gap = sample_gap();
        sg_report_options wide = {.width = 200};
        char *text = NULL;
        gap.verdict = answers[i].verdict;
        gap.counts[SG_ESSENTIAL] =
            (sg_counts){.by = {answers[i].unmet, answers[i].ask, 5}};
        cr_assert_eq(sg_report_gap(&gap, &wide, &text, NULL), SG_OK);
        cr_expect_not_null(strstr(text, answers[i].sentence), "%s",
                           answers[i].sentence);
        free(text);
    }
}

Test(report, an_empty_gap_is_a_report_too)
{
    sg_gap gap = {.months = SG_MONTHS_UNKNOWN, .verdict = SG_MET};
    for (int json = 0; json <= 1; json++) {
        sg_report_options options = {.json = json == 1};
        char *text = NULL;
        cr_expect_eq(sg_report_gap(&gap, &options, &text, NULL), SG_OK);
        free(text);
        text = NULL;
        cr_expect_eq(sg_report_compare(&gap, &options, &text, NULL), SG_OK);
        free(text);
    }
}

Test(report, no_heading_stands_above_nothing)
{
    sg_gap gap = sample_gap();
    sg_report_options options = {0};
    char *text = NULL;
    gap.question_count = 0;
    cr_assert_eq(sg_report_gap(&gap, &options, &text, NULL), SG_OK);
    cr_expect_null(strstr(text, "Questions to ask"));
    cr_expect_null(strstr(text, "\n\n\n"));
    free(text);
}

/* Whatever the report, no line is too wide and nothing acts on a terminal. */
static void expect_harmless(char *text, bool ascii, const char *which)
{
    cr_assert_not_null(text);
    cr_expect_null(strpbrk(text, "\033\x07"), "%s", which);
    for (const char *c = text; ascii && *c != '\0'; c++)
        cr_expect((unsigned char)*c < 0x7F, "%s", which);
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
        cr_expect_leq(text_width(line), WIDTH, "%s: %s", which, line);
    free(text);
}

Test(report, every_text_fits_the_terminal_and_leaves_it_alone)
{
    sg_gap gap = sample_gap();
    sg_next next = sample_next();
    sg_sheet sheet = sample_sheet();
    for (int ascii = 0; ascii <= 1; ascii++) {
        sg_report_options options = {.ascii = ascii == 1, .why = true};
        char *text = NULL;
        cr_expect_eq(sg_report_gap(&gap, &options, &text, NULL), SG_OK);
        expect_harmless(text, options.ascii, "gap");
        cr_expect_eq(sg_report_compare(&gap, &options, &text, NULL), SG_OK);
        expect_harmless(text, options.ascii, "compare");
        cr_expect_eq(sg_report_next(&next, &options, &text, NULL), SG_OK);
        expect_harmless(text, options.ascii, "next");
        cr_expect_eq(sg_report_sheet(&sheet, &options, &text, NULL), SG_OK);
        expect_harmless(text, options.ascii, "sheet");
    }
}

Test(report, compare_puts_two_cells_beside_each_other)
{
    sg_gap gap = sample_gap();
    sg_report_options options = {0};
    char *text = NULL;
    cr_assert_eq(sg_report_compare(&gap, &options, &text, NULL), SG_OK);
    cr_expect_not_null(strstr(text, "    (nothing)"));
    cr_expect_not_null(strstr(text, "Raised:\n  - NVQ 2"));
    cr_expect_not_null(
        strstr(text, "Counts the till                        (nothing)"), "%s",
        text);
    free(text);
}
