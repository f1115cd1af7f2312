/* SPDX-License-Identifier: MIT */
/* What one role guarantees of another, case by case. */
#include "shipped.h"
#include "small.h"

#include <criterion/criterion.h>
#include <string.h>

struct row {
    const char *now, *now_desirable; /* lines of the current role */
    const char *line;                /* the target's essential line, id "x" */
    int32_t months;
    sg_verdict verdict;
    sg_change change;
    const char *reason;
};

#define UNKNOWN SG_MONTHS_UNKNOWN

static const struct row rows[] = {
    {LINE("a", NVQ(2)), "", LINE("x", NVQ(2)), UNKNOWN, SG_MET, SG_SAME,
     "the identical requirement is guaranteed"},
    {LINE("a", NVQ(3)), "", LINE("x", NVQ(2)), UNKNOWN, SG_MET, SG_LOWERED,
     "a higher level satisfies a lower one of the same subject"},
    {LINE("a", NVQ(2)), "", LINE("x", NVQ(3)), UNKNOWN, SG_UNMET, SG_RAISED,
     "a lower level does not satisfy a higher one"},
    {LINE("a", NVQ(4)), "", LINE("x", RQF(4)), UNKNOWN, SG_MET, SG_LOWERED,
     "an old NVQ 4 is worth 4 at the least"},
    {LINE("a", NVQ(4)), "", LINE("x", RQF(5)), UNKNOWN, SG_ASK, SG_RAISED,
     "an old NVQ 4 is worth 4 to 6"},
    {LINE("a", RQF(6)), "", LINE("x", NVQ(4)), UNKNOWN, SG_MET, SG_LOWERED,
     "level 6 is as high as an old NVQ 4 can be"},
    {LINE("a", RQF(3)), "", LINE("x", NVQ(4)), UNKNOWN, SG_UNMET, SG_RAISED,
     "level 3 is below all that an old NVQ 4 can be"},
    {LINE("a", ANY(NVQ(2) "," WORK("some"))), "", LINE("x", NVQ(2)), UNKNOWN,
     SG_ASK, SG_RAISED, "met in one world and not in the other"},
    {LINE("a", ALL(NVQ(2) "," WORK("some"))), "", LINE("x", NVQ(2)), UNKNOWN,
     SG_MET, SG_LOWERED, "an and guarantees both of its parts"},
    {LINE("a", NVQ(2)), "", LINE("x", ANY(NVQ(2) "," NVQ(3))), UNKNOWN, SG_MET,
     SG_SAME, "an or is met when either side is met; NVQ 3 is no new way in"},
    {LINE("a", NVQ(2)), "", LINE("x", ALL(NVQ(2) "," NVQ(3))), UNKNOWN,
     SG_UNMET, SG_RAISED, "an and is unmet when either side is unmet"},
    {LINE("a", ANY(NVQ(2) "," AT("proven", "t/low"))), "",
     LINE("x", ANY(NVQ(2) "," AT("proven", "t/low"))), UNKNOWN, SG_MET, SG_SAME,
     "an or against itself is met in each world"},
    {LINE("a", SKILL("it-keyboard", "basic")), "",
     LINE("x", SKILL("it-keyboard", "appropriate")), UNKNOWN, SG_ASK, SG_RAISED,
     "a higher level word is ask"},
    {LINE("a", SKILL("it-keyboard", "appropriate")), "",
     LINE("x", SKILL("it-keyboard", "basic")), UNKNOWN, SG_MET, SG_LOWERED,
     "a lower level word is met"},
    {LINE("a", SKILL("it-keyboard", "straightforward")), "",
     LINE("x", SKILL("it-keyboard", "appropriate")), UNKNOWN, SG_ASK, SG_RAISED,
     "a word that the framework does not order is ask"},
    {"", LINE("a", SKILL("it-keyboard", "basic")),
     LINE("x", SKILL("it-keyboard", "basic")), UNKNOWN, SG_UNMET, SG_RAISED,
     "a desirable line guarantees nothing"},
    {"", LINE("a", NVQ(3)), LINE("x", NVQ(2)), UNKNOWN, SG_UNMET, SG_RAISED,
     "desirable now and essential there is raised, even at a lower level"},
    {"", "", LINE("x", SKILL("it-keyboard", "basic")), UNKNOWN, SG_UNMET,
     SG_NEW, "nothing of the kind is listed"},
    {"", "", LINE("x", WORK("some")), UNKNOWN, SG_MET, SG_NEW,
     "some experience is met by any time in such a post"},
    {"", "", LINE("x", WORK("some")), 0, SG_UNMET, SG_NEW,
     "no month at all is no experience"},
    {"", "", LINE("x", WORK("proven")), UNKNOWN, SG_ASK, SG_NEW,
     "more than some needs the months"},
    {"", "", LINE("x", WORK("proven")), 600, SG_ASK, SG_NEW,
     "nobody says how long proven is"},
    {"", "", LINE("x", ANY(AT("proven", "t/high") "," NVQ(3))), UNKNOWN,
     SG_UNMET, SG_NEW, "a lower role is not time in a higher one"},
    {LINE("a", WORK("significant")), "", LINE("x", WORK("proven")), UNKNOWN,
     SG_MET, SG_LOWERED, "significant is at least proven"},
    {LINE("a", WORK("experienced")), "", LINE("x", WORK("proven")), UNKNOWN,
     SG_MET, SG_SAME, "experienced and proven count as the same"},
    {LINE("a", WORK("some")), "", LINE("x", WORK("extensive")), UNKNOWN, SG_ASK,
     SG_RAISED, "some but less is ask"},
    {LINE("a", NVQ(2)) "," LINE("b", SKILL("it-keyboard", "basic")), "",
     LINE("x", TWO_OF(NVQ(2) "," SKILL("it-keyboard", "basic") "," NVQ(3))),
     UNKNOWN, SG_MET, SG_LOWERED, "two of three are guaranteed"},
    {LINE("a",
          TWO_OF(NVQ(2) "," SKILL("it-keyboard", "basic") "," WORK("some"))),
     "", LINE("x", NVQ(2)), UNKNOWN, SG_ASK, SG_RAISED,
     "two of three leave a world without the one that is asked for"},
    {"", "",
     LINE("x", ANY("{\"op\":\"not-needed-here\",\"label\":\"not here\","
                   "\"criterion\":\"icdl\"},"
                   "{\"op\":\"credential\",\"label\":\"ICDL\","
                   "\"criterion\":\"icdl\",\"credential\":\"icdl\"}")),
     UNKNOWN, SG_ASK, SG_NEW, "where appropriate is for the post to say"},
    {"", "",
     LINE("x", "{\"op\":\"no-formal-qualification\",\"label\":\"None\","
               "\"criterion\":\"vocational-qualification\"}"),
     UNKNOWN, SG_MET, SG_NEW, "no formal qualification is always met"},
};

Test(judge, one_role_guarantees_of_another_what_the_table_says)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct shipped small;
        shipped_from_json(&small,
                          small_framework(rows[i].now, rows[i].now_desirable,
                                          rows[i].line, ""));
        sg_gap *gap = shipped_gap(&small, "t/low", "t/high", rows[i].months);
        const sg_gap_line *line = gap_line(gap, "x");
        cr_expect_eq(line->verdict, rows[i].verdict, "row %zu (%s): %s, %s", i,
                     rows[i].reason, sg_verdict_word(line->verdict),
                     line->reason);
        cr_expect_eq(line->change, rows[i].change, "row %zu (%s): change %s", i,
                     rows[i].reason, sg_change_word(line->change));
        sg_gap_free(gap);
        shipped_close(&small);
    }
}

/* ---- rules of a council ---- */

static bool twelve_months(const void *context,
                          const struct rules_experience *words,
                          struct months_rule *months)
{
    (void)context;
    if (!words->word || strcmp(words->word, "proven") != 0)
        return false;
    *months = (struct months_rule){12, true, "a test"};
    return true;
}

static bool always_met(const void *context, const struct rules_line *line,
                       struct opinion_rule *opinion)
{
    (void)context;
    (void)line;
    *opinion = (struct opinion_rule){SG_MET, "The test says so."};
    return true;
}

static const struct rules test_rules = {.id = "test",
                                        .experience_months = twelve_months};
static const struct rules eager_rules = {.id = "eager", .opinion = always_met};

Test(judge, months_decide_once_the_council_says_what_its_words_mean)
{
    static const struct {
        int32_t months;
        sg_verdict verdict;
        uint32_t missing;
        const char *by, *reason;
    } cases[] = {
        {UNKNOWN, SG_ASK, 0, "engine", "how long is not known"},
        {0, SG_UNMET, 0, "engine", "none is none"},
        {11, SG_ASK, 1, "engine", "some but less: ask, with the shortfall"},
        {12, SG_MET, 0, "plugin:test", "enough"},
    };
    struct shipped small;

    shipped_from_json(&small,
                      small_framework("", "", LINE("x", WORK("proven")), ""));
    small.in_use[0].rules = &test_rules;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sg_gap *gap = shipped_gap(&small, "t/low", "t/high", cases[i].months);
        const sg_gap_line *line = gap_line(gap, "x");
        cr_expect_eq(line->verdict, cases[i].verdict, "%s", cases[i].reason);
        cr_expect_eq(line->missing_months, cases[i].missing, "%s",
                     cases[i].reason);
        cr_expect_str_eq(line->decided_by, cases[i].by, "%s", cases[i].reason);
        cr_expect(line->assumed == (cases[i].months != 0), "%s",
                  cases[i].reason);
        sg_gap_free(gap);
    }
    shipped_close(&small);
}

Test(judge, an_opinion_settles_an_ask_and_overturns_nothing_else)
{
    struct shipped small;

    shipped_from_json(
        &small,
        small_framework(LINE("a", SKILL("it-keyboard", "basic")), "",
                        LINE("x", SKILL("it-keyboard", "appropriate")) "," LINE(
                            "y", NVQ(3)),
                        ""));
    small.in_use[0].rules = &eager_rules;
    sg_gap *gap = shipped_gap(&small, "t/low", "t/high", UNKNOWN);
    cr_expect_eq(gap_line(gap, "x")->verdict, SG_MET);
    cr_expect_str_eq(gap_line(gap, "x")->decided_by, "plugin:eager");
    cr_expect_str_eq(gap_line(gap, "x")->reason, "The test says so.");
    cr_expect_eq(gap_line(gap, "y")->verdict, SG_UNMET);
    cr_expect_str_eq(gap_line(gap, "y")->decided_by, "engine");
    sg_gap_free(gap);
    shipped_close(&small);
}

Test(judge, a_line_alone_at_the_bottom_is_pivotal)
{
    struct shipped small;

    shipped_from_json(
        &small,
        small_framework("", "", LINE("x", NVQ(3)) "," LINE("y", WORK("proven")),
                        ""));
    sg_gap *gap = shipped_gap(&small, "t/low", "t/high", UNKNOWN);
    cr_expect(gap_line(gap, "x")->pivotal);
    cr_expect_not(gap_line(gap, "y")->pivotal);
    sg_gap_free(gap);
    shipped_close(&small);
}

Test(judge, two_lines_at_the_bottom_are_neither_pivotal)
{
    struct shipped small;

    shipped_from_json(&small,
                      small_framework("", "",
                                      LINE("x", NVQ(3)) "," LINE(
                                          "y", SKILL("it-keyboard", "basic")),
                                      ""));
    sg_gap *gap = shipped_gap(&small, "t/low", "t/high", UNKNOWN);
    cr_expect_not(gap_line(gap, "x")->pivotal);
    cr_expect_not(gap_line(gap, "y")->pivotal);
    sg_gap_free(gap);
    shipped_close(&small);
}

Test(judge, a_lower_level_of_the_family_makes_it_ask_and_is_named)
{
    struct shipped shipped;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "county/office-manager",
                              "county/senior-administrator", UNKNOWN);
    bool found = false;
    for (size_t i = 0; i < gap->line_count; i++)
        if (gap->lines[i].needs.criterion &&
            strcmp(gap->lines[i].needs.criterion, "literacy-numeracy") == 0) {
            cr_expect_eq(gap->lines[i].verdict, SG_ASK);
            cr_expect(strstr(gap->lines[i].reason, "Senior Administrator"));
            found = true;
        }
    cr_expect(found);
    sg_gap_free(gap);
    shipped_close(&shipped);
}
