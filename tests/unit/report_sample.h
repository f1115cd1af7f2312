/* SPDX-License-Identifier: MIT */
/* Results made by hand, with something in every member.
 *
 *     sg_gap gap = sample_gap();
 *     sg_report_gap(&gap, &options, &text, &error);
 *
 * The labels are as nasty as labels get: a word longer than a line, wide
 * letters, an escape sequence, an override of the reading direction. */
#ifndef TESTS_REPORT_SAMPLE_H
#define TESTS_REPORT_SAMPLE_H

#include "skillgap/report.h"

#define LONG_WORD                                                              \
    "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten"    \
    "gesellschaftsvorsitzenderstellvertreter"
#define WIDE_WORDS "\xE8\x83\xBD\xE5\x8A\x9B\xE8\xAF\x81\xE4\xB9\xA6"
#define NASTY                                                                  \
    "a\033[31mred\xE2\x80\xAE"                                                 \
    "back\x07"                                                                 \
    "bell\xC2\x9B"                                                             \
    "5n"

static const char *const sample_measures[] = {"Documents done on time"};
static const char *const sample_settles[] = {"line-1"};
static const char *const sample_touches[] = {"tact and diplomacy"};

static const sg_funding sample_funding[] = {
    {.id = "loan",
     .title = "A loan " LONG_WORD,
     .pays = "Some of it.",
     .who = "Adults.",
     .employee_pays = "All of it in the end.",
     .ends = "2027-07-31",
     .from = {.source = "A page on loans", .as_of = "2026-01-02"}}};
static const sg_action sample_actions[] = {
    {.kind = "qualification",
     .label = "GCSEs",
     .for_what = "NVQ 2 in a relevant subject",
     .months = 10,
     .months_known = true,
     .who = "you",
     .evidence = "the certificate"},
    {.kind = "qualification",
     .label = "NVQ 2 in a relevant subject",
     .course = "nvq-2",
     .months = 12,
     .months_known = true,
     .months_from = {.source = "A provider", .assumed = true},
     .hours = 450,
     .guided_hours = 229,
     .hours_from = {.source = "A provider", .assumed = true},
     .cost_pence = 123450,
     .cost_least_pence = 60000,
     .cost_most_pence = 200000,
     .cost_from = {.source = "A price list " NASTY, .as_of = "2025-03-04"},
     .funding = sample_funding,
     .funding_count = 1,
     .awards = "A body 601/3607/8",
     .entry = "Usually asked for to start: GCSEs.",
     .note = "The job has to give evidence for it.",
     .who = "you",
     .evidence = "the certificate",
     .assume = "nvq-2",
     .assumed = true}};

static const sg_route sample_routes[] = {{.label = "by qualification",
                                          .verdict = SG_UNMET,
                                          .then = SG_MET,
                                          .months = 22,
                                          .months_known = true,
                                          .hours = 450,
                                          .cost_pence = 123450,
                                          .assumed = true,
                                          .cheapest = true,
                                          .actions = sample_actions,
                                          .action_count = 2}};
static const sg_line_ways sample_line_ways[] = {
    {.line = "line-1", .routes = sample_routes, .route_count = 1}};
static const sg_ways sample_ways = {.lines = sample_line_ways,
                                    .line_count = 1,
                                    .study_hours_per_week = 7.5,
                                    .study_from = {.source = "A policy"}};

static const sg_part sample_parts[] = {
    {.op = SG_QUALIFICATION,
     .label = "NVQ Level 2",
     .criterion = "vocational-qualification",
     .verdict = SG_UNMET,
     .reason = "The part has this reason."},
    {.op = SG_EXPERIENCE,
     .label = "Proven experience " LONG_WORD,
     .criterion = "work-experience",
     .verdict = SG_ASK,
     .reason = "Nobody said how long."},
};

#define SAMPLE_SOURCE                                                          \
    {                                                                          \
        .document = "The document", .section = "Knowledge and skills",         \
        .column = "Administrator 1", .item = "1, 2"                            \
    }

static const sg_gap_line sample_lines[] = {
    {.id = "line-0",
     .strength = SG_ESSENTIAL,
     .label = "Health and safety awareness",
     .verdict = SG_MET,
     .reason = "Your role asks for the same.",
     .decided_by = "engine",
     .change = SG_SAME,
     .source = SAMPLE_SOURCE,
     .needs = {.op = SG_SKILL,
               .label = "Health and safety awareness",
               .criterion = "health-safety",
               .verdict = SG_MET}},
    {.id = "line-1",
     .hash = "1-0123456789abcdef",
     .strength = SG_ESSENTIAL,
     .label = "NVQ 2 or " WIDE_WORDS WIDE_WORDS WIDE_WORDS WIDE_WORDS WIDE_WORDS
         WIDE_WORDS WIDE_WORDS WIDE_WORDS WIDE_WORDS WIDE_WORDS,
     .verdict = SG_ASK,
     .reason = "It depends \xE2\x80\x93 ask.",
     .decided_by = "plugin:county",
     .change = SG_RAISED,
     .pivotal = true,
     .assumed = true,
     .missing_level = 2,
     .missing_months = 7,
     .source = SAMPLE_SOURCE,
     .needs = {.op = SG_ANY,
               .label = "either",
               .verdict = SG_ASK,
               .parts = sample_parts,
               .part_count = 2}},
    {.id = "line-2",
     .hash = "1-fedcba9876543210",
     .strength = SG_ESSENTIAL,
     .label = "In-house training " LONG_WORD,
     .verdict = SG_UNMET,
     .reason = "Nothing in your role names it.",
     .decided_by = "engine",
     .change = SG_NEW,
     .source = SAMPLE_SOURCE,
     .needs = {.op = SG_TRAINING, .label = "training"}},
    {.id = "line-3",
     .strength = SG_DESIRABLE,
     .label = NASTY,
     .verdict = SG_UNMET,
     .change = SG_CHANGE_NONE,
     .needs = {.op = SG_SKILL, .label = NASTY}},
};

static const sg_sheet_line sample_dropped[] = {{.id = "old-1",
                                                .strength = SG_DESIRABLE,
                                                .label = "Shorthand",
                                                .needs = {.op = SG_AT_LEAST,
                                                          .n = 1,
                                                          .label = "one of two",
                                                          .parts = sample_parts,
                                                          .part_count = 2},
                                                .source = SAMPLE_SOURCE}};

static const sg_gap_change sample_changes[] = {
    {.section = "Outputs",
     .area = "Producing documents",
     .kind = SG_RAISED,
     .from = "Produces letters " LONG_WORD,
     .to = "Produces a range of reports " WIDE_WORDS,
     .why = "The range is wider.",
     .seek = true,
     .measures = sample_measures,
     .measure_count = 1,
     .from_source = SAMPLE_SOURCE,
     .to_source = SAMPLE_SOURCE},
    {.section = "Factors",
     .area = "Demands",
     .kind = SG_NEW,
     .to = "Interruptions",
     .expect = true},
    {.section = "Factors", .area = "Knowledge", .kind = SG_SAME},
    {.section = "Factors",
     .area = "Cash",
     .kind = SG_DROPPED,
     .from = "Counts the till"},
};

static const sg_becoming sample_becoming[] = {
    {.line = "line-3",
     .criterion = "equality-diversity",
     .label = "Equality awareness",
     .desirable_at = "county/b",
     .essential_at = "county/c",
     .essential_title = "The third role",
     .alternative = true}};

static const sg_question sample_questions[] = {
    {.text = "Do you hold the licence?",
     .settles = sample_settles,
     .settle_count = 1}};

#define SAMPLE_ROLE(name)                                                      \
    {                                                                          \
        .id = "county/" name, .title = "The role " name, .family = "fam",      \
        .family_title = "The family", .level = "1", .ref = "1386",             \
        .council = "county"                                                    \
    }

#define SAMPLE_FRAMEWORK                                                       \
    {                                                                          \
        .id = "county", .version = "2026.1", .as_of = "2026-11-22",            \
        .council = "A county council", .note = "A note.",                      \
        .file = "county.json", .plugin = "county"                              \
    }

#define SAMPLE_COUNTS                                                          \
    {                                                                          \
        {.by = {1, 1, 1}},                                                     \
        {                                                                      \
            .by = { 1, 0, 0 }                                                  \
        }                                                                      \
    }

#define SAMPLE_MODE                                                            \
    {                                                                          \
        .kind = "vacancy", .text = "A post has to be vacant.", .assumed = true \
    }

static inline sg_gap sample_gap(void)
{
    return (sg_gap){
        .from = SAMPLE_ROLE("a"),
        .to = SAMPLE_ROLE("b"),
        .from_framework = SAMPLE_FRAMEWORK,
        .framework = SAMPLE_FRAMEWORK,
        .months = 18,
        .verdict = SG_UNMET,
        .counts = SAMPLE_COUNTS,
        .lines = sample_lines,
        .line_count = sizeof(sample_lines) / sizeof(sample_lines[0]),
        .dropped = sample_dropped,
        .dropped_count = 1,
        .changes = sample_changes,
        .change_count = sizeof(sample_changes) / sizeof(sample_changes[0]),
        .becoming = sample_becoming,
        .becoming_count = 1,
        .questions = sample_questions,
        .question_count = 1,
        .move = SG_MOVE_UP,
        .skipped = 2,
        .mode = SAMPLE_MODE,
        .notice = "This does not decide who is appointed.",
        .ways = &sample_ways,
    };
}

static const char *const sample_assumed[] = {"24 more months",
                                             "NVQ 3 " NASTY LONG_WORD};

/* Whatever a file or a command line can hold, in every member. */
static const sg_gap_person sample_person = {
    .name = "Ada " NASTY,
    .current_role = "county/a",
    .role_known = true,
    .today = "2028-11-22",
    .assumed = sample_assumed,
    .assumed_count = sizeof(sample_assumed) / sizeof(sample_assumed[0]),
    .post = "Clerk " NASTY LONG_WORD,
};

/* The sample for a person; without a known role when `person` has none. */
static inline sg_gap sample_gap_of(const sg_gap_person *person)
{
    sg_gap gap = sample_gap();
    gap.person = person;
    gap.months = SG_MONTHS_UNKNOWN;
    if (person->role_known)
        return gap;
    gap.from = (sg_role_info){0};
    gap.from_framework = (sg_framework_info){0};
    gap.dropped_count = 0;
    gap.change_count = 0;
    gap.move = SG_MOVE_UNKNOWN;
    gap.skipped = 0;
    return gap;
}

static const sg_next_role sample_next_roles[] = {
    {.role = SAMPLE_ROLE("b"),
     .verdict = SG_ASK,
     .counts = SAMPLE_COUNTS,
     .move = SG_MOVE_UP,
     .skipped = 1,
     .mode = SAMPLE_MODE},
    {.role = {.id = "city/" LONG_WORD, .title = WIDE_WORDS " " LONG_WORD},
     .verdict = SG_MET,
     .counts = SAMPLE_COUNTS,
     .move = SG_MOVE_UNKNOWN,
     .mode = SAMPLE_MODE},
};

static const sg_framework_info sample_frameworks[] = {SAMPLE_FRAMEWORK};

static inline sg_next sample_next(void)
{
    return (sg_next){.from = SAMPLE_ROLE("a"),
                     .from_framework = SAMPLE_FRAMEWORK,
                     .months = SG_MONTHS_UNKNOWN,
                     .roles = sample_next_roles,
                     .role_count = 2,
                     .notice = "This does not decide anything.",
                     .frameworks = sample_frameworks,
                     .framework_count = 1};
}

static inline sg_next sample_next_of(const sg_gap_person *person)
{
    sg_next next = sample_next();
    next.person = person;
    if (person->role_known)
        return next;
    next.from = (sg_role_info){0};
    next.from_framework = (sg_framework_info){0};
    return next;
}

static const sg_item sample_items[] = {
    {.text = "Asks questions with tact " LONG_WORD,
     .item = "1",
     .touches = sample_touches,
     .touch_count = 1},
    {.text = NASTY, .item = NASTY},
};

static const sg_cell sample_cells[] = {
    {.title = "Communication",
     .heading_printed = true,
     .level = 2,
     .level_count = 5,
     .items = sample_items,
     .item_count = 2,
     .measures = sample_items,
     .measure_count = 1,
     .source = SAMPLE_SOURCE},
    {.items = sample_items, .item_count = 1}};

static const sg_section sample_sections[] = {{.id = "features",
                                              .title = "Key features",
                                              .cells = sample_cells,
                                              .cell_count = 2}};

static inline sg_sheet sample_sheet(void)
{
    return (sg_sheet){.role = SAMPLE_ROLE("a"),
                      .framework = SAMPLE_FRAMEWORK,
                      .document = "The document",
                      .sections = sample_sections,
                      .section_count = 1,
                      .specification = "Knowledge and skills",
                      .lines = sample_dropped,
                      .line_count = 1};
}

#endif
