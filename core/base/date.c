/* SPDX-License-Identifier: MIT */
/* Reading, comparing and writing dates of three precisions. */
#include "base/date.h"

#include <stddef.h>
#include <stdio.h>
#include <time.h>

enum {
    YEAR_LEAST = 1900,
    YEAR_MOST = 2999,
    YEAR_DIGITS = 4,
    PART_DIGITS = 2,
    MONTHS = 12
};

static unsigned days_of(unsigned year, unsigned month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Reads exactly so many digits and moves past them. */
static bool read_digits(const char **text, int count, unsigned *ret_number)
{
    *ret_number = 0;
    for (; count > 0; count--, ++*text) {
        if (**text < '0' || **text > '9')
            return false;
        *ret_number = *ret_number * 10 + (unsigned)(**text - '0');
    }
    return true;
}

/* "-06", or the end of the text: then the part is 0. */
static bool read_part(const char **text, unsigned *ret_number)
{
    *ret_number = 0;
    if (**text == '\0')
        return true;
    if (*(*text)++ != '-')
        return false;
    return read_digits(text, PART_DIGITS, ret_number) && *ret_number > 0;
}

bool date_read(const char *text, struct date *ret_date)
{
    unsigned year, month, day;
    *ret_date = (struct date){0};
    if (!read_digits(&text, YEAR_DIGITS, &year) || !read_part(&text, &month) ||
        !read_part(&text, &day) || *text != '\0')
        return false;
    if (year < YEAR_LEAST || year > YEAR_MOST || month > MONTHS)
        return false;
    if (day > 0 && day > days_of(year, month))
        return false;
    *ret_date = (struct date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

int32_t date_month(struct date date, uint8_t month_if_none)
{
    const int32_t month = date.month ? date.month : month_if_none;
    return date.year * MONTHS + month - 1;
}

static int compare(int a, int b)
{
    return (a > b) - (a < b);
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year || !a.month || !b.month)
        return compare(a.year, b.year);
    if (a.month != b.month || !a.day || !b.day)
        return compare(a.month, b.month);
    return compare(a.day, b.day);
}

struct date date_add_months(struct date date, unsigned months)
{
    if (date.year == 0)
        return date;
    if (date.month == 0) {
        date.year = (uint16_t)(date.year + (months + MONTHS - 1) / MONTHS);
        return date;
    }
    const int32_t month = date_month(date, 1) + (int32_t)months;
    date.year = (uint16_t)(month / MONTHS);
    date.month = (uint8_t)(month % MONTHS + 1);
    const unsigned last = days_of(date.year, date.month);
    if (date.day > last)
        date.day = (uint8_t)last;
    return date;
}

struct date date_earliest(struct date date)
{
    if (date.year && !date.month)
        date.month = 1;
    if (date.year && !date.day)
        date.day = 1;
    return date;
}

struct date date_latest(struct date date)
{
    if (date.year && !date.month)
        date.month = MONTHS;
    if (date.year && !date.day)
        date.day = (uint8_t)days_of(date.year, date.month);
    return date;
}

struct date date_today(void)
{
    const time_t now = time(NULL);
    struct tm today;
    if (!gmtime_r(&now, &today))
        return (struct date){0};
    return (struct date){.year = (uint16_t)(today.tm_year + 1900),
                         .month = (uint8_t)(today.tm_mon + 1),
                         .day = (uint8_t)today.tm_mday};
}

bool date_day(const char *text, struct date *ret_day)
{
    *ret_day = (struct date){0};
    if (!text)
        *ret_day = date_today();
    else if (date_read(text, ret_day) && ret_day->day == 0)
        *ret_day = (struct date){0};
    return ret_day->year != 0;
}

void date_write(struct date date, char out[DATE_ROOM])
{
    /* The remainders only tell the compiler that it fits. */
    const unsigned year = date.year % 10000u;
    const unsigned month = date.month % 100u, day = date.day % 100u;
    if (date.year == 0)
        out[0] = '\0';
    else if (month == 0)
        snprintf(out, DATE_ROOM, "%04u", year);
    else if (day == 0)
        snprintf(out, DATE_ROOM, "%04u-%02u", year, month);
    else
        snprintf(out, DATE_ROOM, "%04u-%02u-%02u", year, month, day);
}

/* The year begins in March, so that the odd day comes last. */
int32_t date_days(struct date day)
{
    const int32_t month = (day.month + 9) % 12;
    const int32_t year = day.year - month / 10;

    return 365 * year + year / 4 - year / 100 + year / 400 +
           (month * 306 + 5) / 10 + day.day - 1;
}

struct date date_add_days(struct date day, uint32_t days)
{
    const int32_t left = date_days(day) + (int32_t)days;
    int32_t year = (int32_t)((10000 * (int64_t)left + 14780) / 3652425);
    int32_t rest = left - (365 * year + year / 4 - year / 100 + year / 400);

    if (rest < 0) {
        year--;
        rest = left - (365 * year + year / 4 - year / 100 + year / 400);
    }
    const int32_t month = (100 * rest + 52) / 3060;
    return (struct date){
        .year = (uint16_t)(year + (month + 2) / 12),
        .month = (uint8_t)((month + 2) % 12 + 1),
        .day = (uint8_t)(rest - (month * 306 + 5) / 10 + 1),
    };
}
