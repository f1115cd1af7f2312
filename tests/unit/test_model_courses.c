/* SPDX-License-Identifier: MIT */
/* Which courses, awards and funds are open on which day. */
#include "model/courses.h"

#include <criterion/criterion.h>
#include <string.h>

static struct date day(const char *text)
{
    struct date date = {0};
    if (*text)
        cr_assert(date_read(text, &date), "%s", text);
    return date;
}

static const struct {
    const char *opens, *closes, *today;
    bool open;
    const char *why;
} days[] = {
    {"", "", "2026-11-22", true, "no limit is known"},
    {"", "2026-11-22", "2026-11-22", true, "the last day counts"},
    {"", "2026-11-22", "2026-11-23", false, "the day after does not"},
    {"", "2026-11-22", "2026-11-21", true, "the day before the last"},
    {"2026-11-22", "", "2026-11-22", true, "the first day counts"},
    {"2026-11-22", "", "2026-11-21", false, "not yet"},
    {"2026-01-01", "2026-12-31", "2027-01-01", false, "over"},
    {"2026-01-01", "2026-12-31", "2025-12-31", false, "not begun"},
    {"2026-01-01", "2026-12-31", "2026-06-15", true, "within"},
};

Test(courses, the_first_and_the_last_day_are_open)
{
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
        const struct date opens = day(days[i].opens);
        const struct date closes = day(days[i].closes);
        const struct date today = day(days[i].today);
        const struct course_award award = {.opens = opens, .closes = closes};
        const struct course_fund fund = {.opens = opens, .ends = closes};
        const struct course course = {
            .offered = true, .opens = opens, .closes = closes};
        cr_expect_eq(course_award_is_open(&award, today), days[i].open, "%s",
                     days[i].why);
        cr_expect_eq(course_fund_is_open(&fund, today), days[i].open, "%s",
                     days[i].why);
        cr_expect_eq(course_is_open(&course, today), days[i].open, "%s",
                     days[i].why);
    }
}

Test(courses, one_that_is_taken_out_is_never_open)
{
    const struct course course = {.offered = false};
    cr_expect_not(course_is_open(&course, day("2026-11-22")));
}

Test(courses, of_several_awards_one_that_is_open_is_enough)
{
    const struct course_award awards[] = {{.closes = day("2022-09-30")},
                                          {.closes = day("2026-12-31")}};
    const struct course course = {
        .offered = true, .awards = awards, .award_count = 2};
    cr_expect(course_is_open(&course, day("2022-01-01")));
    cr_expect(course_is_open(&course, day("2026-12-31")), "the second is");
    cr_expect_not(course_is_open(&course, day("2027-01-01")), "none is");
}

Test(courses, they_are_found_by_id_or_not_at_all)
{
    struct course items[] = {{.id = "a"}, {.id = "b"}};
    const struct courses courses = {.items = items, .count = 2};
    cr_expect_eq(courses_find(&courses, "b"), &items[1]);
    cr_expect_null(courses_find(&courses, "c"));
    cr_expect_null(courses_find(NULL, "a"), "where no catalogue is known");
}

Test(courses, freeing_none_is_no_mistake)
{
    courses_free(NULL);
}
