/* SPDX-License-Identifier: MIT */
/* Hours of study, in months. */
#include "path/problem.h"

/* A month is 13/3 weeks; an hour has 60 minutes. */
enum { WEEKS_X3 = 13, MINUTES_X3 = 180 };

uint32_t path_months_of_hours(uint64_t hours, uint32_t study_minutes)
{
    const uint64_t need = hours * MINUTES_X3;
    const uint64_t month = (uint64_t)WEEKS_X3 * study_minutes;

    if (need == 0)
        return 0;
    if (month == 0 || need / month >= PATH_NONE)
        return PATH_NONE;
    return (uint32_t)((need + month - 1) / month);
}
