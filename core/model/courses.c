/* SPDX-License-Identifier: MIT */
/* Which courses and funds are open, and finding one. */
#include "model/courses.h"

#include <stdlib.h>
#include <string.h>

/* Both days count; no date is no limit. */
static bool within(struct date opens, struct date closes, struct date today)
{
    return (opens.year == 0 || date_compare(today, opens) >= 0) &&
           (closes.year == 0 || date_compare(today, closes) <= 0);
}

bool course_award_is_open(const struct course_award *award, struct date today)
{
    return within(award->opens, award->closes, today);
}

bool course_is_open(const struct course *course, struct date today)
{
    if (!course->offered || !within(course->opens, course->closes, today))
        return false;
    for (uint32_t i = 0; i < course->award_count; i++)
        if (course_award_is_open(&course->awards[i], today))
            return true;
    return course->award_count == 0;
}

bool course_fund_is_open(const struct course_fund *fund, struct date today)
{
    return within(fund->opens, fund->ends, today);
}

const struct course *courses_find(const struct courses *courses, const char *id)
{
    for (uint32_t i = 0; courses && i < courses->count; i++)
        if (strcmp(courses->items[i].id, id) == 0)
            return &courses->items[i];
    return NULL;
}

void courses_free(struct courses *courses)
{
    if (!courses)
        return;
    framework_free(courses->entry.framework);
    arena_done(&courses->arena);
    free(courses);
}
