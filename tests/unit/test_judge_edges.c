/* SPDX-License-Identifier: MIT */
/* What a role guarantees of another where a rule ends: each row is one line of
 * one role against the lines of another, and the cause that comes out. */
#include "councils.h"

#include "judge/judge.h"
#include "judge/lookup.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define UNKNOWN SG_MONTHS_UNKNOWN
#define L3(subject) VOCATIONAL(LEVEL("RQF", 3) ",'subject':" subject)
#define IT(rest) ABLE("it-keyboard", rest)
#define PROVEN(rest) WORKED(",'word':'proven'" rest)

enum { NOTICE = 1, WORDS_ONLY = 2 };

struct row {
    const char *from;  /* role */
    const char *below; /* what lower level asks for, or NULL */
    const char *now;   /* what the current role asks for */
    const char *want;
    int32_t months;
    sg_verdict verdict;
    enum cause cause;
    unsigned flags; /* WORDS_ONLY: ask so; NOTICE: a notice comes out */
    const char *reason;
};

static const struct row rows[] = {
    /* Subjects. */
    {"t/now", NULL, L3("['15.2']"), L3("['15.3','15.2']"), UNKNOWN, SG_MET,
     CAUSE_SAME, 0, "one of the two subjects that will do"},
    {"t/now", NULL, L3("['15.2']"),
     VOCATIONAL(LEVEL("RQF", 2) ",'subject':['15.2']"), UNKNOWN, SG_MET,
     CAUSE_MORE, 0, "the same subject"},
    {"t/now", NULL, L3("['15.3','15.2']"), L3("['15.2']"), UNKNOWN, SG_ASK,
     CAUSE_SUBJECT_OPEN, 0, "it may have been the other one"},
    {"t/now", NULL, L3("['15.2']"), L3("['15.2','15.3']"), UNKNOWN, SG_MET,
     CAUSE_SAME, 0, "the same, in another order"},
    {"t/now", NULL, L3("['15.2']"), L3("'specialist-area'"), UNKNOWN, SG_ASK,
     CAUSE_SUBJECT_OPEN, 0, "which area that is stands nowhere"},
    {"t/now", NULL, L3("'relevant-vocational'"), L3("'specialist-area'"),
     UNKNOWN, SG_ASK, CAUSE_SUBJECT_OPEN, 0, "nor does what is relevant"},
    {"t/now", NULL, L3("['15.2']"), L3("'relevant'"), UNKNOWN, SG_ASK,
     CAUSE_SUBJECT_OPEN, 0, "nobody has said which subjects are relevant"},
    {"t/now", NULL, L3("'relevant'"), L3("['15.2']"), UNKNOWN, SG_ASK,
     CAUSE_SUBJECT_OPEN, 0, "a relevant subject may be another one"},
    {"t/now", NULL, L3("'relevant-vocational'"), L3("'relevant'"), UNKNOWN,
     SG_MET, CAUSE_SAME, 0, "what is relevant and vocational is relevant"},
    {"t/now", NULL, L3("'relevant'"), L3("'relevant-vocational'"), UNKNOWN,
     SG_ASK, CAUSE_SUBJECT_OPEN, 0, "but not the other way round"},
    {"t/other", NULL, L3("'relevant'"), L3("'relevant'"), UNKNOWN, SG_MET,
     CAUSE_SAME, NOTICE, "relevant in another family: the same words"},
    {"u/now", NULL, L3("'relevant'"), L3("'relevant'"), UNKNOWN, SG_MET,
     CAUSE_SAME, NOTICE, "relevant in another council: the same words"},

    /* Names and levels. */
    {"t/now", NULL, VOCATIONAL(",'name':'CMS'"), VOCATIONAL(",'name':'CMS'"),
     UNKNOWN, SG_MET, CAUSE_SAME, 0, "the award that is named"},
    {"t/now", NULL, VOCATIONAL(",'name':'DMS'"), VOCATIONAL(",'name':'CMS'"),
     UNKNOWN, SG_ASK, CAUSE_NAME_OPEN, 0, "no level is stated for either"},
    {"t/now", NULL, VOCATIONAL(",'name':'DMS'"), VOCATIONAL(LEVEL("RQF", 3)),
     UNKNOWN, SG_ASK, CAUSE_NAME_OPEN, 0, "nor here for the one asked for now"},
    {"t/now", NULL, VOCATIONAL(LEVEL("RQF", 3)), VOCATIONAL(",'name':'CMS'"),
     UNKNOWN, SG_ASK, CAUSE_NAME_OPEN, 0, "nor here for the one wanted"},
    {"t/now", NULL, VOCATIONAL(LEVEL("RQF", 3) ",'name':'CMS'"),
     VOCATIONAL(LEVEL("RQF", 3)), UNKNOWN, SG_MET, CAUSE_MORE, 0,
     "another name, and the level that is wanted"},

    /* The same criterion, another kind of thing. */
    {"t/now", NULL, TOWARDS(LEVEL("RQF", 3)), TOWARDS(LEVEL("RQF", 3)), UNKNOWN,
     SG_MET, CAUSE_SAME, 0, "to work towards it is all that is wanted"},
    {"t/now", NULL, TRAINED("vocational-qualification"),
     VOCATIONAL(LEVEL("RQF", 3)), UNKNOWN, SG_UNMET, CAUSE_NOT_ASKED, 0,
     "training is no qualification"},
    {"t/now", NULL, TRAINED("it-keyboard"), IT(""), UNKNOWN, SG_UNMET,
     CAUSE_NOT_ASKED, 0, "nor is it a skill"},
    {"t/now", NULL, TRAINED("icdl"), HOLDS("icdl", "icdl"), UNKNOWN, SG_UNMET,
     CAUSE_NOT_ASKED, 0, "nor a credential"},
    {"t/now", NULL, HOLDS("icdl", "icdl"), TRAINED("icdl"), UNKNOWN, SG_UNMET,
     CAUSE_NOT_ASKED, 0, "and a credential is no training"},
    {"t/now", NULL, HOLDS("icdl", "other"), HOLDS("icdl", "icdl"), UNKNOWN,
     SG_UNMET, CAUSE_NOT_ASKED, 0, "another credential"},
    {"t/now", NULL,
     BOTH(
         PROVEN("") "," EXPERIENCE("supervisory-experience", ",'word':'some'")),
     EXPERIENCE("supervisory-experience", ",'word':'proven'"), UNKNOWN, SG_ASK,
     CAUSE_TIME_UNKNOWN, 0, "proven work is no proven supervising"},

    /* Experience. */
    {"t/other", NULL, PROVEN(",'areas':['care']"),
     PROVEN(",'areas':['office']"), UNKNOWN, SG_UNMET, CAUSE_NOT_ASKED, 0,
     "another kind of work"},
    {"t/other", NULL, PROVEN(",'relevant':true"), PROVEN(",'areas':['office']"),
     UNKNOWN, SG_ASK, CAUSE_KIND_OPEN, 0,
     "relevant to a family that does not say what its work is"},
    {"u/now", NULL, PROVEN(",'roles':['@/below']"),
     PROVEN(",'areas':['office']"), UNKNOWN, SG_MET, CAUSE_MORE, NOTICE,
     "the named role's work goes by the same words in another council"},
    {"t/other", NULL, PROVEN(",'roles':['@/below']"),
     PROVEN(",'areas':['office']"), UNKNOWN, SG_MET, CAUSE_MORE, 0,
     "and in this one is that work"},
    {"t/now", NULL, PROVEN(",'roles':['@/other']"),
     PROVEN(",'areas':['office']"), UNKNOWN, SG_ASK, CAUSE_TIME_UNKNOWN, 0,
     "the named role is of no such work: only the time in this one counts"},
    {"u/now", NULL, PROVEN(",'roles':['@/below']"),
     PROVEN(",'roles':['@/below']"), UNKNOWN, SG_UNMET, CAUSE_NOT_ASKED, 0,
     "a named role of another council is another role"},
    {"t/other", NULL, PROVEN(",'areas':['office']"),
     PROVEN(",'roles':['@/below']"), UNKNOWN, SG_UNMET, CAUSE_NOT_ASKED, 0,
     "named roles are counted by time in them and by nothing else"},
    {"t/now", NULL, WORKED(",'word':'extensive','areas':['office']"),
     WORKED(",'word':'ample','areas':['office']"), UNKNOWN, SG_ASK,
     CAUSE_TIME_UNKNOWN, 0, "no order has this amount"},
    {"t/other", NULL, WORKED(",'word':'extensive','areas':['office']"),
     WORKED(",'word':'ample','areas':['office']"), UNKNOWN, SG_ASK,
     CAUSE_LESS_TIME, 0, "and so nothing is known to be as much"},
    {"t/now", NULL, NULL,
     WORKED(",'word':'some','months':6,'areas':['office']"), 3, SG_ASK,
     CAUSE_TIME_SHORT, 0, "some, and six months of it"},
    {"t/now", NULL, NULL,
     WORKED(",'word':'some','months':6,'areas':['office']"), 6, SG_MET,
     CAUSE_TIME_ENOUGH, 0, "just as many"},

    /* This post does not need it. */
    {"t/now", NULL, SPARED("icdl"), SPARED("icdl"), UNKNOWN, SG_ASK, CAUSE_POST,
     0, "posts differ, whatever the words"},
    {"t/now", NULL, SPARED("icdl"), SPARED("icdl"), UNKNOWN, SG_MET, CAUSE_SAME,
     WORDS_ONLY, "only the words are compared"},
    {"t/now", NULL, NULL, SPARED("icdl"), UNKNOWN, SG_ASK, CAUSE_POST,
     WORDS_ONLY, "they are not there"},
    {"t/now", NULL, SPARED("health-safety"), SPARED("icdl"), UNKNOWN, SG_ASK,
     CAUSE_POST, WORDS_ONLY, "they are about another thing"},
    {"t/now", NULL, HOLDS("icdl", "icdl"), SPARED("icdl"), UNKNOWN, SG_ASK,
     CAUSE_POST, WORDS_ONLY, "it is asked for"},
};

/* Judges the one line of t/want. */
static void judge(const struct shipped *councils, const struct row *row,
                  struct judging *judging, struct judgement *judgement)
{
    const sg_role from = shipped_role(councils, row->from);
    const struct framework *have = councils->in_use[from.framework].framework;
    const struct role *role = &have->roles[from.index];
    uint32_t lines[8];

    *judging = judging_between(&councils->catalogue, from,
                               shipped_role(councils, "t/want"), row->months);
    judging->words_only = (row->flags & WORDS_ONLY) != 0;
    const uint32_t line =
        judging->to->framework->roles[judging->to_role].lines.first;
    for (uint32_t i = 0; i < role->lines.count; i++)
        lines[i] = role->lines.first + i;
    if (judging->words_only)
        judge_line_over(judging, lines, role->lines.count, line, judgement);
    else
        judge_line(judging, line, judgement);
}

static const char *as_line(char *out, size_t room, const char *id,
                           const char *needs)
{
    out[0] = '\0';
    if (needs)
        snprintf(out, room, "{'id':'%s','items':['1'],'needs':%s}", id, needs);
    return out;
}

static void open_row(struct shipped *councils, const struct row *row)
{
    char below[1000], now[1000], want[1000];
    const bool other = strcmp(row->from + 2, "other") == 0;
    struct council council = {
        .below = as_line(below, sizeof below, "b", row->below),
        .want = as_line(want, sizeof want, "x", row->want)};
    *(other ? &council.other : &council.now) =
        as_line(now, sizeof now, "a", row->now);
    councils_open(councils, &council);
}

Test(judge_edges, a_line_comes_out_as_its_row_says)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *row = &rows[i];
        struct shipped councils;
        struct judging judging;
        struct judgement judgement;

        open_row(&councils, row);
        judge(&councils, row, &judging, &judgement);
        const struct leaf_answer *answer = &judgement.answers[0];
        cr_expect_eq(judgement.verdict, row->verdict, "row %zu: %s: %s", i,
                     row->reason, sg_verdict_word(judgement.verdict));
        cr_expect_eq(answer->cause, row->cause, "row %zu: %s: cause %d", i,
                     row->reason, (int)answer->cause);
        cr_expect_eq(answer->notice, (row->flags & NOTICE) != 0,
                     "row %zu: %s: notice", i, row->reason);
        shipped_close(&councils);
    }
}

/* ---- what a role beside the current one lists, or its duties touch ---- */

struct ground_row {
    struct council council;
    const char *from;
    sg_verdict verdict;
    enum cause cause;
    const char *place; /* a role's id; NULL: none is named */
    const char *reason;
};

static const struct ground_row ground_rows[] = {
    {{.below = ASKS("b", IT("")), .want = ASKS("x", IT(""))},
     "t/now",
     SG_ASK,
     CAUSE_LOWER_ROLE,
     "t/below",
     "a lower level lists it"},
    {{.below = ASKS("b", IT("")),
      .now = ASKS("a", IT("")),
      .want = ASKS("x", "{'op':'all','parts':[" IT("") "]}")},
     "t/now",
     SG_MET,
     CAUSE_DEPENDS,
     NULL,
     "the role itself lists it"},
    {{.touches = "'it-keyboard'", .want = ASKS("x", IT(""))},
     "t/now",
     SG_ASK,
     CAUSE_TOUCHED,
     NULL,
     "the duties touch it"},
    {{.touches = "'icdl','it-keyboard'", .want = ASKS("x", IT(""))},
     "u/other",
     SG_ASK,
     CAUSE_TOUCHED,
     NULL,
     "the duties of another council's role touch it"},
    {{.touches = "'icdl'", .want = ASKS("x", IT(""))},
     "t/now",
     SG_UNMET,
     CAUSE_NOT_ASKED,
     NULL,
     "they touch another thing"},
    {{.touches = "'work-experience'",
      .want = ASKS("x", WORKED(",'roles':['@/below']"))},
     "t/other",
     SG_UNMET,
     CAUSE_NOT_ASKED,
     NULL,
     "duties are no time in a named role"},
    {{.touches = "'work-experience'",
      .want = ASKS("x", WORKED(",'areas':['office']"))},
     "t/other",
     SG_ASK,
     CAUSE_TOUCHED,
     NULL,
     "nobody has been there for a month, but its duties touch such work"},
    {{.touches = "'it-keyboard'",
      .now = ASKS("a", EITHER(IT("") "," TRAINED("icdl"))),
      .want = ASKS("x", IT(""))},
     "t/now",
     SG_ASK,
     CAUSE_DEPENDS,
     NULL,
     "met in one world; that the duties touch it in the other says less"},
};

Test(judge_edges, what_the_role_does_not_guarantee_has_other_grounds)
{
    for (size_t i = 0; i < sizeof ground_rows / sizeof ground_rows[0]; i++) {
        const struct ground_row *row = &ground_rows[i];
        struct row plain = {.from = row->from, .months = 0};
        struct shipped councils;
        struct judging judging;
        struct judgement judgement;

        councils_open(&councils, &row->council);
        judge(&councils, &plain, &judging, &judgement);
        const struct leaf_answer *answer = &judgement.answers[0];
        cr_expect_eq(judgement.verdict, row->verdict, "row %zu: %s", i,
                     row->reason);
        cr_expect_eq(answer->cause, row->cause, "row %zu: %s: cause %d", i,
                     row->reason, (int)answer->cause);
        if (row->place) {
            const struct framework *from = judging.from->framework;
            cr_assert_neq(answer->place, NO_INDEX, "%s", row->reason);
            cr_expect_str_eq(
                framework_text(from, from->roles[answer->place].id), row->place,
                "%s", row->reason);
        }
        shipped_close(&councils);
    }
}

/* From the highest level to a role that asks for what both others list; in the
 * file the nearer one stands first. */
Test(judge_edges, of_two_lower_levels_the_nearer_one_is_named)
{
    struct shipped councils;
    struct judgement judgement;

    councils_open(&councils, &(struct council){.below = ASKS("b", IT("")),
                                               .now = ASKS("a", IT("")),
                                               .other = ASKS("o", IT(""))});
    const struct framework *t = councils.in_use[0].framework;
    const struct judging judging =
        judging_between(&councils.catalogue, shipped_role(&councils, "t/want"),
                        shipped_role(&councils, "t/other"), UNKNOWN);
    const uint32_t low = shipped_role(&councils, "t/below").index;
    const uint32_t near = shipped_role(&councils, "t/now").index;
    cr_assert_lt(near, low, "the nearer one stands first");
    judge_line(&judging, t->roles[judging.to_role].lines.first, &judgement);
    cr_expect_eq(judgement.answers[0].cause, CAUSE_LOWER_ROLE);
    cr_expect_eq(judgement.answers[0].place, near);
    shipped_close(&councils);
}
