/* SPDX-License-Identifier: MIT */
/* Days as numbers, held to a plain count. */
#include "base/date.h"

#include <criterion/criterion.h>

TestSuite(base_days, .timeout = 60);

static bool is_leap(unsigned year)
{
    return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
}

static unsigned length_of(unsigned year, unsigned month)
{
    if (month == 2)
        return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* The day after, as a calendar on the wall has it. */
static struct date next(struct date day)
{
    if (day.day < length_of(day.year, day.month))
        return (struct date){day.year, day.month, (uint8_t)(day.day + 1)};
    if (day.month < 12)
        return (struct date){day.year, (uint8_t)(day.month + 1), 1};
    return (struct date){(uint16_t)(day.year + 1), 1, 1};
}

static bool same(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static const struct date first = {1900, 1, 1}, last = {2999, 12, 31};

Test(base_days, each_day_is_one_more_than_the_day_before)
{
    int32_t count = date_days(first);
    uint32_t days = 1;

    for (struct date day = first; !same(day, last); days++) {
        const struct date after = next(day);
        cr_assert_eq(date_days(after), ++count, "%u-%u-%u", after.year,
                     after.month, after.day);
        cr_assert(same(date_add_days(day, 1), after), "after %u-%u-%u",
                  day.year, day.month, day.day);
        cr_assert(same(date_add_days(day, 0), day), "%u-%u-%u", day.year,
                  day.month, day.day);
        day = after;
    }
    cr_expect_eq(days, 401767, "1100 years, 267 of them leap years: %u", days);
}

Test(base_days, any_number_of_days_from_the_first_leads_to_its_day)
{
    struct date day = first;

    for (uint32_t days = 0; days < 401767; days++) {
        cr_assert(same(date_add_days(first, days), day), "%u days", days);
        day = next(day);
    }
}

/* 3650 is the most that a publication is good for. */
Test(base_days, what_is_added_is_the_difference)
{
    static const uint32_t some[] = {1, 28, 29, 30, 31, 59, 60, 365, 366, 3650};

    for (struct date day = first; !same(day, last); day = next(day))
        for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
            const struct date later = date_add_days(day, some[i]);
            cr_assert_eq(date_days(later) - date_days(day), (int32_t)some[i],
                         "%u-%u-%u and %u", day.year, day.month, day.day,
                         some[i]);
            cr_assert(later.month >= 1 && later.month <= 12 && later.day >= 1 &&
                      later.day <= length_of(later.year, later.month));
        }
}

static const struct {
    struct date from, to;
    int32_t days;
    const char *reason;
} known[] = {
    {{1970, 1, 1}, {2001, 9, 9}, 11574, "a billion seconds of Unix time"},
    {{1970, 1, 1}, {2038, 1, 19}, 24855, "2^31 seconds"},
    {{1900, 2, 28}, {1900, 3, 1}, 1, "100 years make no leap year"},
    {{2000, 2, 28}, {2000, 3, 1}, 2, "400 years do"},
    {{2026, 11, 27}, {2027, 2, 25}, 90, "what a publication is usually good"},
    {{1, 1, 1}, {1970, 1, 1}, 719162, "a year long past"},
};

Test(base_days, days_that_other_calendars_tell_are_told_here)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        cr_expect_eq(date_days(known[i].to) - date_days(known[i].from),
                     known[i].days, "%s", known[i].reason);
        cr_expect(same(date_add_days(known[i].from, (uint32_t)known[i].days),
                       known[i].to),
                  "%s", known[i].reason);
    }
}
