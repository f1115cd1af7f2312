/* SPDX-License-Identifier: MIT */
/* What a council's rules and its own numbers may decide, and what not. */
#include "councils.h"

#include "judge/judge.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define L3(subject) VOCATIONAL(LEVEL("RQF", 3) ",'subject':" subject)
#define PROVEN WORKED(",'word':'proven','areas':['office']")

/* 15.2 is relevant, 15.3 is not, of others nothing is known. */
static int relevance(const void *context, const char *family,
                     const char *subject)
{
    (void)context;
    cr_expect_str_eq(family, "f");
    return strcmp(subject, "15.2") == 0   ? 1
           : strcmp(subject, "15.3") == 0 ? 0
                                          : -1;
}

/* Twelve months, by nobody's word. */
static bool twelve(const void *context, const struct rules_experience *words,
                   struct months_rule *months)
{
    (void)context;
    (void)words;
    *months = (struct months_rule){.months = 12, .assumed = true};
    return true;
}

static bool no_months(const void *context, const struct rules_experience *words,
                      struct months_rule *months)
{
    (void)context;
    (void)words;
    (void)months;
    return false;
}

static bool opinion_met(const void *context, const struct rules_line *line,
                        struct opinion_rule *opinion)
{
    (void)context;
    (void)line;
    opinion->verdict = SG_MET;
    return true;
}

static bool opinion_none(const void *context, const struct rules_line *line,
                         struct opinion_rule *opinion)
{
    (void)context;
    (void)line;
    opinion->verdict = SG_UNMET;
    return false;
}

static bool opinion_open(const void *context, const struct rules_line *line,
                         struct opinion_rule *opinion)
{
    (void)context;
    (void)line;
    opinion->verdict = SG_ASK;
    return true;
}

static const struct rules none = {.id = "none"};
static const struct rules subjects = {.id = "subjects",
                                      .subject_relevance = relevance};
static const struct rules months = {.id = "months",
                                    .experience_months = twelve};
static const struct rules silent = {
    .id = "silent", .experience_months = no_months, .opinion = opinion_none};
static const struct rules undecided = {.id = "undecided",
                                       .opinion = opinion_open};
static const struct rules eager = {
    .id = "eager", .experience_months = twelve, .opinion = opinion_met};

static const struct override_months own = {
    .framework = "t", .word = "proven", .months = 24, .reason = "the council"};

enum { WITHOUT_RULES = 1, OWN_NUMBERS = 2 };

static const struct {
    const char *now, *want;
    const struct rules *rules;
    unsigned flags;
    int32_t months;
    sg_verdict verdict;
    enum cause cause;
    bool assumed; /* what judgement_assumed() says */
    const char *reason;
} rows[] = {
    {L3("['15.2']"), L3("'relevant'"), &subjects, 0, 0, SG_MET, CAUSE_SAME,
     false, "the council calls it relevant"},
    {L3("['15.3']"), L3("'relevant'"), &subjects, 0, 0, SG_ASK,
     CAUSE_SUBJECT_OPEN, false, "the council calls it not relevant"},
    {L3("['15.2','15.4']"), L3("'relevant'"), &subjects, 0, 0, SG_ASK,
     CAUSE_SUBJECT_OPEN, false, "the council does not know one of them"},
    {L3("['15.2']"), L3("'relevant'"), &subjects, WITHOUT_RULES, 0, SG_ASK,
     CAUSE_SUBJECT_OPEN, false, "its rules are left out"},
    {L3("['15.2']"), L3("'relevant'"), &none, 0, 0, SG_ASK, CAUSE_SUBJECT_OPEN,
     false, "its rules say nothing about subjects"},
    {NULL, PROVEN, &months, 0, 12, SG_MET, CAUSE_TIME_ENOUGH, true,
     "enough by an assumed number"},
    {NULL, PROVEN, &months, 0, 11, SG_ASK, CAUSE_TIME_SHORT, true,
     "short by an assumed number"},
    {NULL, PROVEN, &months, WITHOUT_RULES, 12, SG_ASK, CAUSE_WORDS_UNKNOWN,
     false, "its rules are left out"},
    {NULL, PROVEN, &none, 0, 12, SG_ASK, CAUSE_WORDS_UNKNOWN, false,
     "its rules say nothing about months"},
    {NULL, PROVEN, &silent, 0, 12, SG_ASK, CAUSE_WORDS_UNKNOWN, false,
     "nor about these words; and no opinion is no verdict"},
    {NULL, PROVEN, &undecided, 0, 12, SG_ASK, CAUSE_WORDS_UNKNOWN, false,
     "an opinion that leaves it open settles nothing"},
    {NULL, PROVEN, &eager, 0, 11, SG_MET, CAUSE_TIME_SHORT, false,
     "an opinion rests on no number"},
    {NULL, PROVEN, &eager, WITHOUT_RULES, 11, SG_ASK, CAUSE_WORDS_UNKNOWN,
     false, "opinions are rules too"},
    {NULL, PROVEN, &months, OWN_NUMBERS, 12, SG_ASK, CAUSE_TIME_SHORT, false,
     "the council's own number goes before its plugin's"},
    {NULL, PROVEN, NULL, OWN_NUMBERS, 24, SG_MET, CAUSE_TIME_ENOUGH, false,
     "and needs none"},
    {EITHER(WORKED(",'word':'significant','areas':['office']") "," L3("'any'")),
     PROVEN, &months, 0, 11, SG_ASK, CAUSE_TIME_SHORT, true,
     "in one world an assumed number is used, in the other none"},
    {EITHER(L3("'any'") "," WORKED(",'word':'significant','areas':['office']")),
     PROVEN, &months, 0, 11, SG_ASK, CAUSE_TIME_SHORT, true,
     "the other way round"},
};

static const char *as_line(char *out, size_t room, const char *id,
                           const char *needs)
{
    out[0] = '\0';
    if (needs)
        snprintf(out, room, "{'id':'%s','items':['1'],'needs':%s}", id, needs);
    return out;
}

Test(judge_rules, a_council_decides_what_the_table_says)
{
    struct override_months number = own;
    struct overrides numbers = {.months = &number, .month_count = 1};

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char now[1000], want[1000];
        struct shipped councils;
        struct judgement judgement;
        uint32_t counts[2][3];
        bool assumed;

        councils_open(
            &councils,
            &(struct council){
                .now = as_line(now, sizeof now, "a", rows[i].now),
                .want = as_line(want, sizeof want, "x", rows[i].want)});
        councils.in_use[0].rules = rows[i].rules;
        struct judging judging = judging_between(
            &councils.catalogue, shipped_role(&councils, "t/now"),
            shipped_role(&councils, "t/want"), rows[i].months);
        judging.without_rules = (rows[i].flags & WITHOUT_RULES) != 0;
        if ((rows[i].flags & OWN_NUMBERS) != 0)
            judging.overrides = &numbers;
        const struct framework *t = judging.to->framework;
        judge_line(&judging, t->roles[judging.to_role].lines.first, &judgement);
        cr_expect_eq(judgement.verdict, rows[i].verdict, "row %zu: %s", i,
                     rows[i].reason);
        cr_expect_eq(judgement.answers[0].cause, rows[i].cause,
                     "row %zu: %s: cause %d", i, rows[i].reason,
                     (int)judgement.answers[0].cause);
        cr_expect_eq(judgement.by_opinion,
                     rows[i].rules == &eager &&
                         (rows[i].flags & WITHOUT_RULES) == 0,
                     "row %zu: %s", i, rows[i].reason);
        cr_expect_eq(judgement_assumed(t, &judgement), rows[i].assumed,
                     "row %zu: %s", i, rows[i].reason);
        cr_expect_eq(judge_role(&judging, counts, &assumed), rows[i].verdict);
        cr_expect_eq(assumed, rows[i].assumed && rows[i].verdict == SG_MET,
                     "row %zu: %s", i, rows[i].reason);
        shipped_close(&councils);
    }
}
