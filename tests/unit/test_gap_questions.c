/* SPDX-License-Identifier: MIT */
/* The fewest questions that settle the most open lines. */
#include "shipped.h"
#include "small.h"

#include <criterion/criterion.h>
#include <string.h>

#define IT SKILL("it-keyboard", "appropriate")
#define SAFETY SKILL("health-safety", "appropriate")
#define LITERACY SKILL("literacy-numeracy", "appropriate")

/* The current role asks for the lower word of all three, so that each is
 * open. */
static const char now[] = LINE("a", SKILL("it-keyboard", "basic")) "," LINE(
    "b", SKILL("health-safety",
               "basic")) "," LINE("c", SKILL("literacy-numeracy", "basic"));

static const struct {
    const char *lines;
    size_t questions;
    const char *first; /* part of its text */
    size_t settles;
    const char *reason;
} cases[] = {
    {LINE("x", IT), 1, "programs", 1, "one open line, one question"},
    {LINE("x", IT) "," LINE("y", IT), 1, "programs", 2,
     "the same question is asked once"},
    {LINE("x", ALL(IT "," SAFETY)), 2, "programs", 1, "an and needs both"},
    {LINE("x", ANY(IT "," SAFETY)), 1, "programs", 1,
     "an or needs one, the first when nothing else decides"},
    {LINE("x", ANY(IT "," SAFETY)) "," LINE("y", ANY(SAFETY "," LITERACY)), 1,
     "health", 2, "one question that settles two lines beats two"},
    {LINE("x", SKILL("it-keyboard", "basic")), 0, NULL, 0,
     "nothing is open, nothing is asked"},
};

Test(questions, are_the_fewest_that_settle_what_can_be_settled)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct shipped small;
        shipped_from_json(&small, small_framework(now, "", cases[i].lines, ""));
        sg_gap *gap = shipped_gap(&small, "t/low", "t/high", -1);
        cr_assert_eq(gap->question_count, cases[i].questions, "%s: %zu",
                     cases[i].reason, gap->question_count);
        if (cases[i].first) {
            cr_expect(strstr(gap->questions[0].text, cases[i].first), "%s: %s",
                      cases[i].reason, gap->questions[0].text);
            cr_expect_eq(gap->questions[0].settle_count, cases[i].settles, "%s",
                         cases[i].reason);
        }
        sg_gap_free(gap);
        shipped_close(&small);
    }
}

Test(questions, leave_no_open_line_of_the_documents_without_one)
{
    struct shipped shipped;

    shipped_open(&shipped);
    size_t count = sg_catalogue_role_count(&shipped.catalogue);
    for (size_t i = 0; i < count * count; i++) {
        const sg_gap_request request = {
            .from = sg_catalogue_role_at(&shipped.catalogue, i / count),
            .to = sg_catalogue_role_at(&shipped.catalogue, i % count),
            .months = -1};
        sg_gap *gap = NULL;
        cr_assert_eq(sg_gap_new(&shipped.catalogue, &request, &gap, NULL),
                     SG_OK);
        for (size_t l = 0; l < gap->line_count; l++) {
            bool asked = gap->lines[l].verdict != SG_ASK;
            for (size_t q = 0; q < gap->question_count; q++)
                for (size_t s = 0; s < gap->questions[q].settle_count; s++)
                    asked |= strcmp(gap->questions[q].settles[s],
                                    gap->lines[l].id) == 0;
            cr_expect(asked, "%s > %s: nothing is asked about %s", gap->from.id,
                      gap->to.id, gap->lines[l].id);
        }
        sg_gap_free(gap);
    }
    shipped_close(&shipped);
}

Test(questions, a_higher_level_of_the_same_subject_answers_the_lower_one_too)
{
    struct shipped small;

    shipped_from_json(
        &small, small_framework(LINE("a", ANY(NVQ(3) "," WORK("some"))), "",
                                LINE("x", NVQ(2)) "," LINE("y", NVQ(3)), ""));
    sg_gap *gap = shipped_gap(&small, "t/low", "t/high", -1);
    cr_assert_eq(gap->question_count, 1, "%zu", gap->question_count);
    cr_expect(strstr(gap->questions[0].text, "NVQ 3"), "%s",
              gap->questions[0].text);
    cr_expect_eq(gap->questions[0].settle_count, 2);
    sg_gap_free(gap);
    shipped_close(&small);
}
