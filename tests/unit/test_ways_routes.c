/* SPDX-License-Identifier: MIT */
/* The ways of a line, with figures that can be added up by hand. */
#include "small_courses.h"

#include "ways/some.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

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

    small_open(&small, LINE("a", NVQ(2)),
               LINE("x", ANY(NVQ(2) "," ALL(NVQ(2) "," NVQ(3)))), NULL);
    sg_ways *ways = small_ways(&small, TODAY);
    cr_assert_eq(ways->lines[0].route_count, 2);
    cr_expect_eq(ways->lines[0].routes[0].verdict, SG_MET);
    cr_expect_eq(ways->lines[0].routes[1].verdict, SG_UNMET);
    cr_expect_eq(ways->lines[0].routes[0].action_count, 0);
    sg_ways_free(ways);
    small_close(&small);
}

Test(ways, months_are_the_longest_or_what_the_hours_fill)
{
    struct small small;

    /* 10 hours a week are 43.3 a month: 300 hours are 6.9, and so 7. */
    small_open(&small, "", LINE("x", NVQ(2)),
               COURSE("short", "2", "3", "300", "500",
                      "") "," COURSE("long", "2", "9", "300", "400", ""));
    sg_ways *ways = small_ways(&small, TODAY);
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
    small_close(&small);
}

Test(ways, what_a_course_asks_for_first_is_part_of_the_way)
{
    struct small small;

    small_open(
        &small, "", LINE("x", NVQ(3)),
        COURSE("three", "3", "12", "0", "1000", NEEDS_LEVEL("2")) "," COURSE(
            "two", "2", "6", "0", "600", "") "," COURSE("two-dear", "2", "5",
                                                        "0", "900", ""));
    sg_ways *ways = small_ways(&small, TODAY);
    const sg_route *route = route_by(ways, "three");
    cr_assert_not_null(route);
    cr_assert_eq(route->action_count, 2);
    cr_expect_str_eq(route->actions[0].course, "two");
    cr_expect_str_eq(route->actions[0].for_what, "Course three");
    cr_expect_str_eq(route->actions[1].course, "three");
    cr_expect_eq(route->cost_pence, 160000);
    cr_expect_eq(route->months, 18); /* one after the other */
    sg_ways_free(ways);
    small_close(&small);
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
        small_open(&small, "", LINE("x", NVQ(2)), course);
        sg_ways *ways = small_ways(&small, dates[i].today);
        cr_expect_eq(route_by(ways, "c") != NULL, dates[i].offered, "%s",
                     dates[i].reason);
        sg_ways_free(ways);
        small_close(&small);
    }
}

/* Five months pass before it could begin. */
Test(ways, a_course_that_closes_before_it_can_begin_is_no_way)
{
    struct small small;

    small_open(&small, "", LINE("x", NVQ(3)),
               COURSE("three", "3", "12", "0", "1000",
                      NEEDS_LEVEL(
                          "2") ",'closes':'2027-04-21'") "," COURSE("two", "2",
                                                                    "5", "0",
                                                                    "600", ""));
    sg_ways *ways = small_ways(&small, TODAY);
    cr_expect_null(route_by(ways, "three"));
    sg_ways_free(ways);
    ways = small_ways(&small, "2026-11-20");
    cr_expect_not_null(route_by(ways, "three"));
    sg_ways_free(ways);
    small_close(&small);
}

Test(ways, a_fund_that_has_ended_is_not_shown)
{
    static const struct {
        const char *today;
        size_t funds;
    } days[] = {{"2026-07-31", 1}, {"2026-08-01", 0}, {"2026-01-01", 0}};
    struct small small;

    small_open(&small, "", LINE("x", NVQ(2)),
               COURSE("c", "2", "6", "0", "600",
                      FUND(",'opens':'2026-02-01','ends':'2026-07-31'")));
    for (size_t i = 0; i < 3; i++) {
        sg_ways *ways = small_ways(&small, days[i].today);
        const sg_route *route = route_by(ways, "c");
        cr_assert_not_null(route);
        cr_expect_eq(route->actions[0].funding_count, days[i].funds, "%s",
                     days[i].today);
        sg_ways_free(ways);
    }
    small_close(&small);
}

Test(ways, time_in_the_role_is_a_way_with_its_source)
{
    struct small small;

    small_open(&small, "", LINE("x", AT("proven", "t/low")), NULL);
    sg_ways *ways = small_ways(&small, TODAY);
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
    small_close(&small);
}

Test(ways, work_that_is_not_done_here_needs_another_post)
{
    struct small small;

    small_open(&small, "", LINE("x", ANY(NVQ(5) "," AT("proven", "t/high"))),
               NULL);
    sg_ways *ways = small_ways(&small, TODAY);
    const sg_route *route = NULL;
    for (size_t r = 0; r < ways->lines[0].route_count; r++)
        if (ways->lines[0].routes[r].elsewhere)
            route = &ways->lines[0].routes[r];
    cr_assert_not_null(route);
    cr_expect_eq(route->months, 12);
    cr_expect_str_eq(route->actions[0].assume, "12 months as t/high");
    sg_ways_free(ways);
    small_close(&small);
}

Test(ways, a_skill_without_a_course_has_the_usual_training)
{
    struct small small;

    small_open(&small, "", LINE("x", SKILL("health-safety", "basic")),
               COURSE("c", "2", "6", "0", "600", ""));
    sg_ways *ways = small_ways(&small, TODAY);
    cr_assert_eq(ways->lines[0].route_count, 1);
    cr_expect_eq(ways->lines[0].routes[0].cost_pence, 5000);
    cr_expect_str_eq(ways->lines[0].routes[0].actions[0].kind, "training");
    cr_expect_str_eq(ways->lines[0].routes[0].actions[0].assume,
                     "health-safety basic");
    sg_ways_free(ways);
    small_close(&small);
}

/* What each line has is told apart by the label, the money and the months. */
Test(ways, a_line_has_the_same_ways_whichever_others_are_wanted)
{
    struct small small;
    const bool wanted[] = {false, true, false};

    small_open(
        &small, "",
        LINE("x", NVQ(3)) "," LINE("y", ANY(NVQ(2) "," NVQ(3))) "," LINE(
            "z", NVQ(2)),
        COURSE("three", "3", "12", "0", "1000",
               NEEDS_LEVEL("2")) "," COURSE("two", "2", "6", "0", "600", ""));
    const sg_gap_request request = small_request(&small, TODAY);
    sg_ways *all = small_ways(&small, TODAY);
    sg_ways *some = NULL;
    cr_assert_eq(
        ways_of_some(&small.shipped.catalogue, &request, wanted, &some, NULL),
        SG_OK);
    cr_assert_eq(some->line_count, 3);
    cr_expect_eq(some->lines[0].route_count, 0);
    cr_expect_eq(some->lines[2].route_count, 0);
    cr_assert_gt(all->lines[1].route_count, 1);
    cr_assert_eq(some->lines[1].route_count, all->lines[1].route_count);
    cr_expect_str_eq(some->lines[1].line, "y");
    for (size_t r = 0; r < all->lines[1].route_count; r++) {
        const sg_route *one = &all->lines[1].routes[r];
        const sg_route *other = &some->lines[1].routes[r];
        cr_expect_str_eq(other->label, one->label);
        cr_expect_eq(other->cost_pence, one->cost_pence);
        cr_expect_eq(other->months, one->months);
        cr_expect_eq(other->action_count, one->action_count);
        cr_expect_eq(other->cheapest, one->cheapest);
    }
    sg_ways_free(some);
    sg_ways_free(all);
    small_close(&small);
}
