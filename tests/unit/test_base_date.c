/* SPDX-License-Identifier: MIT */
/* Dates of three precisions. */
#include "base/date.h"

#include <criterion/criterion.h>

static const struct {
    const char *text;
    struct date date;
    const char *reason;
} good[] = {
    {"1998", {1998, 0, 0}, "a year alone"},
    {"1998-06", {1998, 6, 0}, "a month"},
    {"1998-06-30", {1998, 6, 30}, "a day"},
    {"1900", {1900, 0, 0}, "the first year"},
    {"2999-12-31", {2999, 12, 31}, "the last day"},
    {"2024-02-29", {2024, 2, 29}, "a leap day"},
    {"2000-02-29", {2000, 2, 29}, "400 years make a leap year"},
};

Test(base_date, a_date_is_read_as_exactly_as_it_is_given)
{
    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        struct date date = {1, 1, 1};
        char text[DATE_ROOM];
        cr_expect(date_read(good[i].text, &date), "%s", good[i].reason);
        cr_expect_eq(date.year, good[i].date.year, "%s", good[i].reason);
        cr_expect_eq(date.month, good[i].date.month, "%s", good[i].reason);
        cr_expect_eq(date.day, good[i].date.day, "%s", good[i].reason);
        date_write(date, text);
        cr_expect_str_eq(text, good[i].text);
    }
}

static const struct {
    const char *text;
    const char *reason;
} bad[] = {
    {"", "nothing"},
    {"98", "a year of two digits"},
    {"1899", "too early"},
    {"3000", "too late"},
    {"19981", "five digits"},
    {"1998-", "a part is missing"},
    {"1998-6", "a month of one digit"},
    {"1998-00", "no month"},
    {"1998-13", "no such month"},
    {"1998/06", "another sign"},
    {"1998-06-", "a part is missing"},
    {"1998-06-00", "no day"},
    {"1998-06-31", "June has thirty days"},
    {"2023-02-29", "no leap year"},
    {"1900-02-29", "100 years make none"},
    {"1998-06-300", "three digits"},
    {"1998-06-30 ", "something after it"},
    {" 1998", "something before it"},
    {"30/06/1998", "another order"},
    {"-998", "a sign"},
};

Test(base_date, what_is_no_date_is_refused_and_leaves_none)
{
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct date date = {1, 1, 1};
        cr_expect_not(date_read(bad[i].text, &date), "%s: %s", bad[i].text,
                      bad[i].reason);
        cr_expect_eq(date.year + date.month + date.day, 0, "%s", bad[i].reason);
    }
}

static const struct {
    const char *a, *b;
    int order;
    const char *reason;
} orders[] = {
    {"1998", "1999", -1, "years"},
    {"1999-01", "1998-12", 1, "years before months"},
    {"1998-05", "1998-06", -1, "months"},
    {"1998-06-02", "1998-06-01", 1, "days"},
    {"1998-06-02", "1998-06-02", 0, "the same day"},
    {"1998", "1998-06", 0, "a month that is not given may be any"},
    {"1998-06", "1998-06-30", 0, "so may a day"},
    {"1998-06-30", "1998", 0, "on either side"},
};

Test(base_date, a_part_that_is_not_given_is_equal_to_any)
{
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
        struct date a, b;
        cr_assert(date_read(orders[i].a, &a) && date_read(orders[i].b, &b));
        cr_expect_eq(date_compare(a, b), orders[i].order, "%s",
                     orders[i].reason);
        cr_expect_eq(date_compare(b, a), -orders[i].order, "%s",
                     orders[i].reason);
    }
}

Test(base_date, no_date_comes_before_all_others)
{
    const struct date none = {0}, some = {1900, 1, 1};
    char text[DATE_ROOM];
    cr_expect_eq(date_compare(none, some), -1);
    date_write(none, text);
    cr_expect_str_eq(text, "");
}

Test(base_date, months_are_counted_from_year_to_year)
{
    const struct date from = {2020, 11, 0}, to = {2022, 2, 28},
                      year = {2021, 0, 0};
    cr_expect_eq(date_month(to, 1) - date_month(from, 1), 15);
    cr_expect_eq(date_month(year, 12) - date_month(year, 1), 11);
}

Test(base_date, today_is_a_whole_date)
{
    const struct date today = date_today();
    char text[DATE_ROOM];
    struct date again;
    date_write(today, text);
    cr_expect(date_read(text, &again), "%s", text);
    cr_expect_neq(today.day, 0);
}

struct later {
    struct date from;
    unsigned months;
    struct date to;
};

static const struct later laters[] = {
    {{2022, 9, 0}, 36, {2025, 9, 0}},  {{2022, 9, 12}, 36, {2025, 9, 12}},
    {{2024, 1, 31}, 1, {2024, 2, 29}}, {{2023, 11, 30}, 3, {2024, 2, 29}},
    {{2026, 12, 1}, 1, {2027, 1, 1}},  {{2026, 11, 22}, 0, {2026, 11, 22}},
    {{2020, 0, 0}, 36, {2023, 0, 0}},  {{2020, 0, 0}, 13, {2022, 0, 0}},
    {{0, 0, 0}, 12, {0, 0, 0}},
};

Test(base_date, months_are_added_as_exactly_as_the_date_is)
{
    for (size_t i = 0; i < sizeof(laters) / sizeof(laters[0]); i++) {
        char got[DATE_ROOM], wanted[DATE_ROOM];
        date_write(date_add_months(laters[i].from, laters[i].months), got);
        date_write(laters[i].to, wanted);
        cr_expect_str_eq(got, wanted, "row %zu", i);
    }
}

Test(base_date, a_date_without_parts_spans_days)
{
    const struct date dates[] = {{2024, 0, 0}, {2024, 2, 0}, {2024, 2, 3}};
    const char *first[] = {"2024-01-01", "2024-02-01", "2024-02-03"};
    const char *last[] = {"2024-12-31", "2024-02-29", "2024-02-03"};
    char text[DATE_ROOM];
    for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
        date_write(date_earliest(dates[i]), text);
        cr_expect_str_eq(text, first[i]);
        date_write(date_latest(dates[i]), text);
        cr_expect_str_eq(text, last[i]);
    }
    cr_expect_eq(date_latest((struct date){0}).month, 0);
    cr_expect_eq(date_earliest((struct date){0}).day, 0);
}

Test(base_date, a_day_is_whole_or_it_is_none)
{
    struct date day;
    cr_expect(date_day("2026-11-22", &day));
    cr_expect_eq(day.day, 22);
    cr_expect_not(date_day("2026-11", &day));
    cr_expect_eq(day.year, 0);
    cr_expect_not(date_day("2026-02-30", &day));
    cr_expect(date_day(NULL, &day));
}
