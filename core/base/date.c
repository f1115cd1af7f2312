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
