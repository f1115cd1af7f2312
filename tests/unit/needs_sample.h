/* SPDX-License-Identifier: MIT */
/* The needs of a workforce made by hand, with something in every member.
 *
 *     sg_needs needs = sample_needs();
 *     sg_report_needs(&needs, NULL, &options, &text, &error);
 *
 * Every hidden figure has SAMPLE_SECRET for its value, and a report that looks
 * at it shows that. Names are what somebody types who wants a spreadsheet to
 * run them. */
#ifndef TESTS_NEEDS_SAMPLE_H
#define TESTS_NEEDS_SAMPLE_H

#include "report_sample.h"

#include "skillgap/workforce.h"

/* Shown, it would begin with one of these, whatever is done to it. */
#define SAMPLE_SECRET 7654321
#define SAMPLE_SECRET_SHOWN "7654321", "7,654,321", "76543", "76,543"

#define SHOWN(number)                                                          \
    {                                                                          \
        .value = (number)                                                      \
    }
#define HIDDEN_FIGURE                                                          \
    {                                                                          \
        .value = SAMPLE_SECRET, .hidden = true                                 \
    }
#define ALL_HIDDEN                                                             \
    {                                                                          \
        .unmet = HIDDEN_FIGURE, .ask = HIDDEN_FIGURE, .met = HIDDEN_FIGURE,    \
        .rest = HIDDEN_FIGURE, .cost_pence = HIDDEN_FIGURE, .suppressed = true \
    }
#define ALL_SHOWN(lack, open, have, pence)                                     \
    {                                                                          \
        .unmet = SHOWN(lack), .ask = SHOWN(open), .met = SHOWN(have),          \
        .rest = SHOWN(have), .cost_pence = SHOWN(pence)                        \
    }

static const char *const needs_roles[] = {"county/administrator-1"};

enum { NEED_NVQ, NEED_AID, NEED_LAW, NEED_TACT, NEEDS };

static const sg_need needs_list[NEEDS] = {
    [NEED_NVQ] = {.id = "e-0011223344556677",
                  .label = "NVQ level 3 in a relevant subject " LONG_WORD,
                  .kind = "qualification",
                  .level = 3,
                  .strength = SG_ESSENTIAL,
                  .asked_of_all = true,
                  .roles = needs_roles,
                  .role_count = 1,
                  .all = ALL_SHOWN(1204, 88, 601, 14568400),
                  .price = {.known = true,
                            .label = "Level 3 diploma",
                            .course = "nvq-3",
                            .seat_pence = 121000,
                            .group_seats = 10,
                            .group_pence = 800000,
                            .hours = 450,
                            .months = 12,
                            .source = "A price list " NASTY,
                            .as_of = "2026-03-04",
                            .assumed = true,
                            .others = true}},
    [NEED_AID] = {.id = "e-8899aabbccddeeff",
                  .label = "=HYPERLINK(\"http://x\",\"First aid\")",
                  .kind = "credential",
                  .strength = SG_ESSENTIAL,
                  .roles = needs_roles,
                  .role_count = 1,
                  .all = {.unmet = SHOWN(62),
                          .ask = HIDDEN_FIGURE,
                          .met = HIDDEN_FIGURE,
                          .rest = HIDDEN_FIGURE,
                          .cost_pence = SHOWN(558000),
                          .suppressed = true},
                  .price = {.known = true,
                            .label = "-2+3",
                            .seat_pence = 9000,
                            .source = "A provider",
                            .as_of = "2026-01-02"}},
    [NEED_LAW] = {.id = "e-1234123412341234",
                  .label = "Fire warden training",
                  .kind = "training",
                  .strength = SG_ESSENTIAL,
                  .statutory = true,
                  .roles = needs_roles,
                  .role_count = 1,
                  .all = {.unmet = SHOWN(10),
                          .ask = SHOWN(0),
                          .met = HIDDEN_FIGURE,
                          .rest = SHOWN(1883),
                          .cost_pence = SHOWN(0)},
                  .price = {.known = true,
                            .label = "A morning with the fire service",
                            .source = "A provider",
                            .as_of = "2026-01-02"}},
    [NEED_TACT] = {.id = "d-0123012301230123",
                   .label = "Tact " NASTY,
                   .kind = "skill",
                   .strength = SG_DESIRABLE,
                   .asked_of_all = true,
                   .becomes_essential_at = "@SUM(A1) Office Manager",
                   .all = ALL_SHOWN(0, 1893, 0, 0)},
};

static const sg_need_counts needs_of_a[NEEDS] = {
    ALL_SHOWN(40, 6, 74, 484000), ALL_HIDDEN, ALL_SHOWN(10, 0, 110, 0),
    ALL_SHOWN(0, 120, 0, 0)};
static const sg_need_counts needs_of_b[NEEDS] = {
    ALL_HIDDEN, ALL_SHOWN(0, 0, 9, 0), ALL_SHOWN(0, 0, 0, 0),
    ALL_SHOWN(0, 0, 9, 0)};
static const sg_need_counts needs_of_c[NEEDS] = {
    ALL_SHOWN(0, 0, 12, 0), ALL_SHOWN(0, 0, 12, 0), ALL_SHOWN(0, 0, 12, 0),
    ALL_SHOWN(0, 0, 12, 0)};

static const sg_need_group needs_groups[] = {
    {.by = "team", .name = "=1+1", .staff = SHOWN(120), .needs = needs_of_a},
    {.by = "team",
     .name = "Libraries " WIDE_WORDS " " NASTY,
     .merged = true,
     .staff = HIDDEN_FIGURE,
     .needs = needs_of_b},
    {.by = "team", .name = "Parks", .staff = SHOWN(12), .needs = needs_of_c},
    {.by = "grade", .name = "-2+3", .staff = SHOWN(120), .needs = needs_of_a},
    {.by = "role",
     .name = "Clerk",
     .id = "county/clerk",
     .staff = SHOWN(120),
     .needs = needs_of_a},
};

static const sg_not_assessed needs_not_assessed[] = {
    {.reason = "no-role",
     .sentence = "No role is on file for them. Fill in the column role.",
     .staff = SHOWN(52)},
    {.reason = "role-unknown,no-target",
     .sentence = "Small groups: " NASTY,
     .staff = HIDDEN_FIGURE},
};

static const size_t needs_place_nvq[] = {NEED_NVQ};
static const size_t needs_place_two[] = {NEED_NVQ, NEED_AID};
static const size_t needs_place_law[] = {NEED_LAW};

static const sg_one_step needs_one_step[] = {
    {.needs = needs_place_two,
     .need_count = 2,
     .action = "+44 ring the college",
     .staff = SHOWN(23)},
    {.needs = needs_place_nvq, .need_count = 1, .staff = HIDDEN_FIGURE},
};

static const sg_single_holder needs_holders[] = {
    {.need = NEED_AID, .team = "=1+1", .person = "@P-00417"},
    {.need = NEED_LAW, .team = NULL, .person = "P-00009"},
};

static const sg_expiring needs_expiring[] = {
    {.need = NEED_AID, .staff = SHOWN(14)},
    {.need = NEED_LAW, .staff = HIDDEN_FIGURE},
};

static const sg_buy needs_buys[] = {
    {.label = "A morning with the fire service",
     .needs = needs_place_law,
     .need_count = 1,
     .statutory = true,
     .seats = 10,
     .singles = 10,
     .source = "A provider",
     .as_of = "2026-01-02"},
    {.label = "Level 3 diploma",
     .course = "nvq-3",
     .needs = needs_place_two,
     .need_count = 2,
     .seats = 22,
     .groups = 2,
     .singles = 2,
     .cost_pence = 1842000,
     .seat_pence = 121000,
     .group_seats = 10,
     .group_pence = 800000,
     .source = "A price list " NASTY,
     .as_of = "2026-03-04",
     .assumed = true},
};

static const sg_needs_plan needs_plan = {
    .budget_pence = 2000000,
    .spent_pence = 1842000,
    .buys = needs_buys,
    .buy_count = 2,
    .eligible_before = SHOWN(312),
    .eligible_after = SHOWN(334),
    .considered = SHOWN(1700),
    .more = 22,
    .bound = 24,
    .greedy_more = 13,
    .greedy_pence = 1999000,
};

static const char *const needs_notes[] = {
    "People are counted once, however many posts they have.",
    "=cmd|' /C calc'!A0",
};

static inline sg_needs sample_needs(void)
{
    return (sg_needs){
        .today = "2026-11-22",
        .target = SG_NEEDS_ROLE,
        .to = SAMPLE_ROLE("administrator-1"),
        .frameworks = sample_frameworks,
        .framework_count = 1,
        .staff = SHOWN(2000),
        .assessed = SHOWN(1893),
        .not_assessed = needs_not_assessed,
        .not_assessed_count = 2,
        .rejected_rows = SHOWN(12),
        .several_posts = HIDDEN_FIGURE,
        .needs = needs_list,
        .need_count = NEEDS,
        .groups = needs_groups,
        .group_count = sizeof(needs_groups) / sizeof(needs_groups[0]),
        .eligible = SHOWN(312),
        .cost_pence = SHOWN(15126400),
        .one_step = needs_one_step,
        .one_step_count = 2,
        .single_holders = needs_holders,
        .single_holder_count = 2,
        .expiring = needs_expiring,
        .expiring_count = 2,
        .has_budget = true,
        .budget_pence = 2000000,
        .plan = &needs_plan,
        .assumed = true,
        .notes = needs_notes,
        .note_count = 2,
    };
}

#endif
