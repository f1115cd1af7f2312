/* SPDX-License-Identifier: MIT */
/* One plan for all lines. */
#include "small_courses.h"

#include <criterion/criterion.h>
#include <string.h>

static sg_plan *plan_for(const struct small *small, sg_prefer prefer,
                         sg_gap **ret_gap)
{
    const sg_gap_request request = small_request(small, TODAY);
    sg_plan *plan = NULL;
    sg_error error = {0};

    cr_assert_eq(
        sg_gap_new(&small->shipped.catalogue, &request, ret_gap, &error),
        SG_OK);
    cr_assert_eq(sg_plan_new(&small->shipped.catalogue, &request, *ret_gap,
                             prefer, &plan, &error),
                 SG_OK, "%s", error.message);
    return plan;
}

Test(ways_plan, one_course_that_serves_two_lines_is_in_the_plan_once)
{
    struct small small;
    sg_gap *gap = NULL;

    small_open(&small, "", LINE("x", NVQ(2)) "," LINE("y", NVQ(3)),
               COURSE("two", "2", "6", "0", "600",
                      "") "," COURSE("three", "3", "12", "0", "1000", ""));
    sg_plan *plan = plan_for(&small, SG_CHEAPEST, &gap);
    cr_assert_eq(plan->step_count, 1);
    cr_expect_str_eq(plan->steps[0].action.course, "three");
    cr_expect_eq(plan->steps[0].close_count, 2);
    cr_expect_eq(plan->cost_pence, 100000);
    cr_expect_str_eq(plan->steps[0].by, "2027-11");
    cr_expect(plan->exact);
    sg_plan_free(plan);
    sg_gap_free(gap);
    small_close(&small);
}

/* What each wish takes: a course for money or time here, or another post. */
static const struct {
    sg_prefer prefer;
    const char *kind;
    const char *course;
    const char *reason;
} wishes[] = {
    {SG_CHEAPEST, "experience", NULL, "eight months in the role cost nothing"},
    {SG_QUICKEST, "qualification", "fast", "six months for money"},
    {SG_ON_THE_JOB, "experience", NULL, "no study beside the job"},
};

Test(ways_plan, what_to_do_when_the_answer_is_no_follows_what_is_preferred)
{
    for (size_t i = 0; i < sizeof wishes / sizeof wishes[0]; i++) {
        struct small small;
        sg_gap *gap = NULL;
        small_open(&small, "", LINE("x", ANY(NVQ(2) "," AT("proven", "t/low"))),
                   COURSE("slow", "2", "9", "0", "500",
                          "") "," COURSE("fast", "2", "6", "0", "900", ""));
        sg_plan *plan = plan_for(&small, wishes[i].prefer, &gap);
        cr_expect_eq(plan->step_count, 0, "an ask is no gap");
        cr_assert_eq(plan->open_count, 1);
        cr_expect_geq(plan->open[0].question_count, 1);
        cr_assert_not_null(plan->open[0].otherwise);
        const sg_action *action = &plan->open[0].otherwise->actions[0];
        cr_expect_str_eq(action->kind, wishes[i].kind, "%s", wishes[i].reason);
        cr_expect(wishes[i].course
                      ? action->course &&
                            strcmp(action->course, wishes[i].course) == 0
                      : action->course == NULL,
                  "%s", wishes[i].reason);
        sg_plan_free(plan);
        sg_gap_free(gap);
        small_close(&small);
    }
}

Test(ways_plan, a_plan_for_what_is_unmet_follows_what_is_preferred)
{
    static const char *const chosen[] = {"slow", "fast", "slow"};
    for (int prefer = SG_CHEAPEST; prefer <= SG_ON_THE_JOB; prefer++) {
        struct small small;
        sg_gap *gap = NULL;
        small_open(&small, "", LINE("x", NVQ(2)),
                   COURSE("slow", "2", "9", "0", "500",
                          "") "," COURSE("fast", "2", "6", "0", "900", ""));
        sg_plan *plan = plan_for(&small, (sg_prefer)prefer, &gap);
        cr_assert_eq(plan->step_count, 1);
        cr_expect_str_eq(plan->steps[0].action.course, chosen[prefer]);
        sg_plan_free(plan);
        sg_gap_free(gap);
        small_close(&small);
    }
}

Test(ways_plan,
     what_needs_another_post_is_planned_only_when_nothing_else_closes_it)
{
    struct small small;
    sg_gap *gap = NULL;

    small_open(&small, "", LINE("x", ANY(NVQ(2) "," AT("proven", "t/high"))),
               COURSE("dear", "2", "9", "0", "5000", ""));
    sg_plan *plan = plan_for(&small, SG_CHEAPEST, &gap);
    cr_assert_eq(plan->step_count, 1);
    cr_expect_str_eq(plan->steps[0].action.course, "dear");
    sg_plan_free(plan);
    sg_gap_free(gap);
    small_close(&small);
}

/* Whoever is in the role holds NVQ 2 or has the work; what is unmet either way
 * is closed in both worlds. */
Test(ways_plan, a_plan_does_in_every_world_of_the_current_role)
{
    struct small small;
    sg_gap *gap = NULL;

    small_open(&small, LINE("a", ANY(NVQ(2) "," WORK("proven"))),
               LINE("x", NVQ(2)) "," LINE("y", NVQ(3)),
               COURSE("two", "2", "6", "0", "600",
                      "") "," COURSE("three", "3", "12", "0", "1000", ""));
    sg_plan *plan = plan_for(&small, SG_CHEAPEST, &gap);
    cr_expect_eq(gap->lines[0].verdict, SG_ASK);
    cr_expect_eq(gap->lines[1].verdict, SG_UNMET);
    cr_assert_eq(plan->step_count, 1);
    cr_expect_str_eq(plan->steps[0].action.course, "three");
    cr_assert_eq(plan->open_count, 1);
    cr_expect_str_eq(plan->open[0].line, "x");
    sg_plan_free(plan);
    sg_gap_free(gap);
    small_close(&small);
}

Test(ways_plan, what_is_needed_first_is_the_first_step_and_says_for_what)
{
    struct small small;
    sg_gap *gap = NULL;

    small_open(
        &small, "", LINE("x", NVQ(3)),
        COURSE("three", "3", "12", "520", "1000",
               NEEDS_LEVEL("2")) "," COURSE("two", "2", "5", "260", "600", ""));
    sg_plan *plan = plan_for(&small, SG_CHEAPEST, &gap);
    cr_assert_eq(plan->step_count, 2);
    cr_expect_str_eq(plan->steps[0].action.course, "two");
    cr_expect_str_eq(plan->steps[0].action.for_what, "Course three");
    cr_expect_eq(plan->steps[0].close_count, 0);
    cr_expect_eq(plan->steps[1].close_count, 1);
    /* 260 hours fill 6 months, and 780 fill 18: the last step ends the plan. */
    cr_expect_str_eq(plan->steps[0].by, "2027-05");
    cr_expect_str_eq(plan->steps[1].by, "2028-05");
    cr_expect_eq(plan->months, 18);
    sg_plan_free(plan);
    sg_gap_free(gap);
    small_close(&small);
}

Test(ways_plan, words_for_preferences_are_read_as_they_are_written)
{
    for (int i = SG_CHEAPEST; i <= SG_ON_THE_JOB; i++) {
        sg_prefer prefer;
        cr_expect(sg_prefer_from_word(sg_prefer_word((sg_prefer)i), &prefer));
        cr_expect_eq((int)prefer, i);
    }
    sg_prefer prefer;
    cr_expect(!sg_prefer_from_word("dearest", &prefer));
}
