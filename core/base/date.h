/* SPDX-License-Identifier: MIT */
/* Dates as people give them: a year, a month, or a day.
 *
 *     struct date date;
 *     if (date_read("1998-06", &date))
 *         months = date_month(today, 1) - date_month(date, 1);
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* Parts that were not given are 0; year 0 means no date at all. */
struct date {
    uint16_t year;
    uint8_t month;
    uint8_t day;
};

/* Reads YYYY, YYYY-MM or YYYY-MM-DD. False for anything else and for a day
 * that does not exist; *ret_date is then no date. Years 1900 to 2999. */
bool date_read(const char *text, struct date *ret_date);

/* Months since January of year 0, the month of a bare year being
 * `month_if_none` (1 to 12). */
int32_t date_month(struct date date, uint8_t month_if_none);

/* -1, 0 or 1. A part that was not given is equal to any, so this is no order
 * to sort by. No date at all (year 0) comes before all others. */
int date_compare(struct date a, struct date b);

/* The date so many months later, as exact as it was: 2022-09 and 36 is 2025-09,
 * 2024-01-31 and 1 is 2024-02-29. A year alone moves by whole years, rounded
 * up. No date stays none. */
struct date date_add_months(struct date date, unsigned months);

/* The first and the last day that a date can mean. */
struct date date_earliest(struct date date);
struct date date_latest(struct date date);

/* A whole day, YYYY-MM-DD; NULL: the clock's. False, and no date, for anything
 * else. */
bool date_day(const char *text, struct date *ret_day);

/* Today in UTC; no date when the clock gives none. */
struct date date_today(void);

/* Days since 1 March of year 0, for the difference of two whole days. */
int32_t date_days(struct date day);

/* The day so many days later. */
struct date date_add_days(struct date day, uint32_t days);

enum { DATE_ROOM = sizeof("YYYY-MM-DD") };

/* Writes it as it would be read; "" for no date. */
void date_write(struct date date, char out[DATE_ROOM]);

#endif
