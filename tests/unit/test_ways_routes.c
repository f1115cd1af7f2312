/* SPDX-License-Identifier: MIT */
/* The ways of a line and the plan for all of them, on a small ladder with a few
 * courses whose figures can be added up by hand. */
#include "shipped.h"
#include "small.h"
#include "support.h"
#include "title_table.h"

#include "model/courses.h"
#include "quals/claim.h"
#include "read/read.h"
#include "skillgap/ways.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TODAY "2026-11-22"

/* A course that gives a qualification; in single quotes, as all JSON here. */
#define COURSE(id, level, months, hours, price, more)                          \
    "{'id':'" id "','title':'Course " id "','kind':'qualification',"           \
    "'source':'list','gives':{'qualification':{'type':'diploma','level'"       \
    ":" level ",'scale':'RQF','size':'diploma','subject':'15.2'}},"            \
    "'hours':{'total':" hours ",'source':'list'},"                             \
    "'months':{'typical':" months ",'source':'list'},"                         \
    "'price':{'typical':" price ",'least':0,'most':9000,'source':'list'}" more \
    "}"
#define NEEDS_LEVEL(level)                                                     \
    ",'requires':{'op':'qualification','label':'level " level "',"             \
    "'criterion':'vocational-qualification','scale':'RQF','level':" level      \
    ",'equivalent':true,'subject':'any'},'requires_source':'list'"
#define FUND(dates) ",'funding':[{'fund':'loan'" dates "}]"
#define AWARD(dates)                                                           \
    ",'awards':[{'number':'601/3608/X','body':'A body','source':'list'" dates  \
    "}]"

static int all_relevant(const void *context, const char *family,
                        const char *subject)
{
    (void)context;
    (void)family;
    (void)subject;
    return 1;
}

/* "proven" is a year. */
static bool year(const void *context, const struct rules_experience *experience,
                 struct months_rule *months)
{
    (void)context;
    *months = (struct months_rule){
        .months = 12, .assumed = true, .reason = "nobody says"};
    return experience->word && strcmp(experience->word, "proven") == 0;
}

static const struct rules rules = {
    .id = "test", .subject_relevance = all_relevant, .experience_months = year};

struct small {
    struct shipped shipped;
    struct courses *courses;
    struct quals *quals;
};

/* A list of courses, at 10 hours a week of study. */
static void read_list(struct small *small, const char *courses)
{
    char text[8192];
    sg_error error = {0};

    snprintf(text, sizeof text,
             "{'format':'skillgap-courses/1','version':'1','as_of':"
             "'2026-11-22','sources':[{'id':'list','title':'A "
             "list','as_of':'2026-01-01'}],"
             "'study_hours_per_week':{'value':10,'source':'list'},"
             "'usual_training':{'hours':7,'price':50,'source':'list'},"
             "'funding':[{'id':'loan','title':'Loan','pays':'All.',"
             "'who':'All.','employee_pays':'All.','source':'list'}],"
             "'courses':[%s]}",
             courses);
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    struct buffer bytes = support_bytes(text);
    cr_assert_eq(read_courses(&bytes, "courses.json", small->shipped.reference,
                              NULL, &small->courses, &error),
                 SG_OK, "%s %s", error.pointer, error.message);
    buffer_done(&bytes);
    for (uint32_t i = 0; i < small->courses->count; i++)
        if (small->courses->items[i].gives_qualification)
            claim_read(small->quals, &small->courses->items[i].qualification,
                       &small->courses->items[i].claim);
}

static void open_small(struct small *small, const char *low, const char *high,
                       const char *courses)
{
    memset(small, 0, sizeof *small);
    shipped_from_json(&small->shipped, small_framework(low, "", high, ""));
    small->shipped.in_use[0].rules = &rules;
    small->quals = table_quals();
    if (courses) {
        read_list(small, courses);
        small->shipped.catalogue.courses = small->courses;
    }
}

static void close_small(struct small *small)
{
    courses_free(small->courses);
    quals_free(small->quals);
    shipped_close(&small->shipped);
}

static sg_gap_request request_on(const struct small *small, const char *today)
{
    return (sg_gap_request){.from = shipped_role(&small->shipped, "t/low"),
                            .to = shipped_role(&small->shipped, "t/high"),
                            .months = 4,
                            .today = today};
}

static sg_ways *ways_on(const struct small *small, const char *today)
{
    const sg_gap_request request = request_on(small, today);
    sg_ways *ways = NULL;
    sg_error error = {0};

    cr_assert_eq(
        sg_ways_new(&small->shipped.catalogue, &request, &ways, &error), SG_OK,
        "%s", error.message);
    return ways;
}

static const sg_route *route_by(const sg_ways *ways, const char *course)
{
    for (size_t i = 0; i < ways->line_count; i++)
        for (size_t r = 0; r < ways->lines[i].route_count; r++) {
            const sg_route *route = &ways->lines[i].routes[r];
            for (size_t a = 0; a < route->action_count; a++)
                if (route->actions[a].course &&
                    strcmp(route->actions[a].course, course) == 0)
                    return route;
        }
    return NULL;
}

Test(ways, each_route_has_the_smallest_verdict_of_its_parts)
{
    struct small small;

    open_small(&small, LINE("a", NVQ(2)),
               LINE("x", ANY(NVQ(2) "," ALL(NVQ(2) "," NVQ(3)))), NULL);
    sg_ways *ways = ways_on(&small, TODAY);
    cr_assert_eq(ways->lines[0].route_count, 2);
    cr_expect_eq(ways->lines[0].routes[0].verdict, SG_MET);
    cr_expect_eq(ways->lines[0].routes[1].verdict, SG_UNMET);
    cr_expect_eq(ways->lines[0].routes[0].action_count, 0);
    sg_ways_free(ways);
    close_small(&small);
}

Test(ways, months_are_the_longest_or_what_the_hours_fill)
{
    struct small small;

    /* 10 hours a week are 43.3 a month: 300 hours are 6.9, and so 7. */
    open_small(&small, "", LINE("x", NVQ(2)),
               COURSE("short", "2", "3", "300", "500",
                      "") "," COURSE("long", "2", "9", "300", "400", ""));
    sg_ways *ways = ways_on(&small, TODAY);
    const sg_route *hours = route_by(ways, "short");
    const sg_route *months = route_by(ways, "long");
    cr_assert(hours && months);
    cr_expect_eq(hours->months, 7);
    cr_expect_eq(months->months, 9);
    cr_expect_eq(hours->cost_pence, 50000);
    cr_expect_eq(hours->then, SG_MET);
    cr_expect(hours->quickest && !hours->cheapest);
    cr_expect(months->cheapest && !months->quickest);
    sg_ways_free(ways);
    close_small(&small);
}

Test(ways, what_a_course_asks_for_first_is_part_of_the_way)
{
    struct small small;

    open_small(
        &small, "", LINE("x", NVQ(3)),
        COURSE("three", "3", "12", "0", "1000", NEEDS_LEVEL("2")) "," COURSE(
            "two", "2", "6", "0", "600", "") "," COURSE("two-dear", "2", "5",
                                                        "0", "900", ""));
    sg_ways *ways = ways_on(&small, TODAY);
    const sg_route *route = route_by(ways, "three");
    cr_assert_not_null(route);
    cr_assert_eq(route->action_count, 2);
    cr_expect_str_eq(route->actions[0].course, "two");
    cr_expect_str_eq(route->actions[0].for_what, "Course three");
    cr_expect_str_eq(route->actions[1].course, "three");
    cr_expect_eq(route->cost_pence, 160000);
    cr_expect_eq(route->months, 18); /* one after the other */
    sg_ways_free(ways);
    close_small(&small);
}

/* When a course can be begun, by the dates of the course and of its award. */
static const struct {
    const char *more;
    const char *today;
    bool offered;
    const char *reason;
} dates[] = {
    {"", TODAY, true, "no dates are no limit"},
    {",'closes':'2026-11-22'", TODAY, true, "the last day still counts"},
    {",'closes':'2026-11-21'", TODAY, false, "closed the day before"},
    {",'opens':'2026-11-23'", TODAY, false, "opens tomorrow"},
    {",'opens':'2026-11-23'", "2026-11-23", true, "has opened"},
    {AWARD(",'closes':'2022-09-30'"), TODAY, false, "its only award is closed"},
    {AWARD(",'closes':'2022-09-30'"), "2022-09-30", true, "and was open then"},
    {AWARD(""), TODAY, true, "an award without an end"},
};

Test(ways, a_closed_course_is_never_a_way)
{
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        struct small small;
        char course[2048];
        snprintf(course, sizeof course, "%s%s}",
                 "{'id':'c','title':'Course c','kind':'qualification',"
                 "'source':'list','gives':{'qualification':{'type':'diploma',"
                 "'level':2,'scale':'RQF','size':'diploma','subject':'15.2'}},"
                 "'hours':{'total':10,'source':'list'},'months':{'typical':1,"
                 "'source':'list'},'price':{'typical':1,'least':0,'most':2,"
                 "'source':'list'}",
                 dates[i].more);
        open_small(&small, "", LINE("x", NVQ(2)), course);
        sg_ways *ways = ways_on(&small, dates[i].today);
        cr_expect_eq(route_by(ways, "c") != NULL, dates[i].offered, "%s",
                     dates[i].reason);
        sg_ways_free(ways);
        close_small(&small);
    }
}

/* Five months pass before it could begin. */
Test(ways, a_course_that_closes_before_it_can_begin_is_no_way)
{
    struct small small;

    open_small(&small, "", LINE("x", NVQ(3)),
               COURSE("three", "3", "12", "0", "1000",
                      NEEDS_LEVEL(
                          "2") ",'closes':'2027-04-21'") "," COURSE("two", "2",
                                                                    "5", "0",
                                                                    "600", ""));
    sg_ways *ways = ways_on(&small, TODAY);
    cr_expect_null(route_by(ways, "three"));
    sg_ways_free(ways);
    ways = ways_on(&small, "2026-11-20");
    cr_expect_not_null(route_by(ways, "three"));
    sg_ways_free(ways);
    close_small(&small);
}

Test(ways, a_fund_that_has_ended_is_not_shown)
{
    static const struct {
        const char *today;
        size_t funds;
    } days[] = {{"2026-07-31", 1}, {"2026-08-01", 0}, {"2026-01-01", 0}};
    struct small small;

    open_small(&small, "", LINE("x", NVQ(2)),
               COURSE("c", "2", "6", "0", "600",
                      FUND(",'opens':'2026-02-01','ends':'2026-07-31'")));
    for (size_t i = 0; i < 3; i++) {
        sg_ways *ways = ways_on(&small, days[i].today);
        const sg_route *route = route_by(ways, "c");
        cr_assert_not_null(route);
        cr_expect_eq(route->actions[0].funding_count, days[i].funds, "%s",
                     days[i].today);
        sg_ways_free(ways);
    }
    close_small(&small);
}

Test(ways, time_in_the_role_is_a_way_with_its_source)
{
    struct small small;

    open_small(&small, "", LINE("x", AT("proven", "t/low")), NULL);
    sg_ways *ways = ways_on(&small, TODAY);
    const sg_route *route = NULL;
    for (size_t r = 0; r < ways->lines[0].route_count; r++)
        if (!ways->lines[0].routes[r].confirm)
            route = &ways->lines[0].routes[r];
    cr_assert_not_null(route);
    cr_expect_eq(route->months, 8); /* 12 wanted, 4 there */
    cr_expect_eq(route->cost_pence, 0);
    cr_expect_str_eq(route->actions[0].kind, "experience");
    cr_expect_str_eq(route->actions[0].assume, "8 more months");
    cr_expect_str_eq(route->actions[0].months_from.source,
                     "Assumed by the council's plugin: nobody says");
    cr_expect(route->actions[0].assumed && route->cheapest && route->quickest);
    sg_ways_free(ways);
    close_small(&small);
}

Test(ways, work_that_is_not_done_here_needs_another_post)
{
    struct small small;

    open_small(&small, "", LINE("x", ANY(NVQ(5) "," AT("proven", "t/high"))),
               NULL);
    sg_ways *ways = ways_on(&small, TODAY);
    const sg_route *route = NULL;
    for (size_t r = 0; r < ways->lines[0].route_count; r++)
        if (ways->lines[0].routes[r].elsewhere)
            route = &ways->lines[0].routes[r];
    cr_assert_not_null(route);
    cr_expect_eq(route->months, 12);
    cr_expect_str_eq(route->actions[0].assume, "12 months as t/high");
    sg_ways_free(ways);
    close_small(&small);
}

Test(ways, a_skill_without_a_course_has_the_usual_training)
{
    struct small small;

    open_small(&small, "", LINE("x", SKILL("health-safety", "basic")),
               COURSE("c", "2", "6", "0", "600", ""));
    sg_ways *ways = ways_on(&small, TODAY);
    cr_assert_eq(ways->lines[0].route_count, 1);
    cr_expect_eq(ways->lines[0].routes[0].cost_pence, 5000);
    cr_expect_str_eq(ways->lines[0].routes[0].actions[0].kind, "training");
    cr_expect_str_eq(ways->lines[0].routes[0].actions[0].assume,
                     "health-safety basic");
    sg_ways_free(ways);
    close_small(&small);
}

/* ---- plans ---- */

static sg_plan *plan_for(const struct small *small, sg_prefer prefer,
                         sg_gap **ret_gap)
{
    const sg_gap_request request = request_on(small, TODAY);
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

Test(ways, one_course_that_serves_two_lines_is_in_the_plan_once)
{
    struct small small;
    sg_gap *gap = NULL;

    open_small(&small, "", LINE("x", NVQ(2)) "," LINE("y", NVQ(3)),
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
    close_small(&small);
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

Test(ways, what_to_do_when_the_answer_is_no_follows_what_is_preferred)
{
    for (size_t i = 0; i < sizeof wishes / sizeof wishes[0]; i++) {
        struct small small;
        sg_gap *gap = NULL;
        open_small(&small, "", LINE("x", ANY(NVQ(2) "," AT("proven", "t/low"))),
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
        close_small(&small);
    }
}

Test(ways, a_plan_for_what_is_unmet_follows_what_is_preferred)
{
    static const char *const chosen[] = {"slow", "fast", "slow"};
    for (int prefer = SG_CHEAPEST; prefer <= SG_ON_THE_JOB; prefer++) {
        struct small small;
        sg_gap *gap = NULL;
        open_small(&small, "", LINE("x", NVQ(2)),
                   COURSE("slow", "2", "9", "0", "500",
                          "") "," COURSE("fast", "2", "6", "0", "900", ""));
        sg_plan *plan = plan_for(&small, (sg_prefer)prefer, &gap);
        cr_assert_eq(plan->step_count, 1);
        cr_expect_str_eq(plan->steps[0].action.course, chosen[prefer]);
        sg_plan_free(plan);
        sg_gap_free(gap);
        close_small(&small);
    }
}

Test(ways, what_needs_another_post_is_planned_only_when_nothing_else_closes_it)
{
    struct small small;
    sg_gap *gap = NULL;

    open_small(&small, "", LINE("x", ANY(NVQ(2) "," AT("proven", "t/high"))),
               COURSE("dear", "2", "9", "0", "5000", ""));
    sg_plan *plan = plan_for(&small, SG_CHEAPEST, &gap);
    cr_assert_eq(plan->step_count, 1);
    cr_expect_str_eq(plan->steps[0].action.course, "dear");
    sg_plan_free(plan);
    sg_gap_free(gap);
    close_small(&small);
}

/* Whoever is in the role holds NVQ 2 or has the work; what is unmet either way
 * is closed in both worlds. */
Test(ways, a_plan_does_in_every_world_of_the_current_role)
{
    struct small small;
    sg_gap *gap = NULL;

    open_small(&small, LINE("a", ANY(NVQ(2) "," WORK("proven"))),
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
    close_small(&small);
}

Test(ways, what_is_needed_first_is_the_first_step_and_says_for_what)
{
    struct small small;
    sg_gap *gap = NULL;

    open_small(
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
    close_small(&small);
}

Test(ways, words_for_preferences_are_read_as_they_are_written)
{
    for (int i = SG_CHEAPEST; i <= SG_ON_THE_JOB; i++) {
        sg_prefer prefer;
        cr_expect(sg_prefer_from_word(sg_prefer_word((sg_prefer)i), &prefer));
        cr_expect_eq((int)prefer, i);
    }
    sg_prefer prefer;
    cr_expect(!sg_prefer_from_word("dearest", &prefer));
}
