/* SPDX-License-Identifier: MIT */
/* Adding up intervals of whole months. */
#include "judge/months.h"

#include <stdlib.h>

static int compare_spans(const void *left, const void *right)
{
    const struct months_span *a = left;
    const struct months_span *b = right;

    return (a->first > b->first) - (a->first < b->first);
}

uint32_t months_union(struct months_span *spans, size_t count)
{
    uint32_t total = 0;
    int32_t reached = INT32_MIN; /* the last month that has been counted */

    qsort(spans, count, sizeof(*spans), compare_spans);
    for (size_t i = 0; i < count; i++) {
        const int32_t first =
            spans[i].first > reached ? spans[i].first : reached + 1;
        if (spans[i].last < first)
            continue;
        total += (uint32_t)(spans[i].last - first + 1);
        reached = spans[i].last;
    }
    return total;
}

/* The first month from `month` on in which a span begins or has just ended;
 * INT32_MAX after the last. */
static int32_t next_edge(const struct months_span *spans, size_t count,
                         int32_t month)
{
    int32_t next = INT32_MAX;

    for (size_t i = 0; i < count; i++) {
        if (spans[i].first > spans[i].last)
            continue;
        if (spans[i].first > month && spans[i].first < next)
            next = spans[i].first;
        if (spans[i].last + 1 > month && spans[i].last + 1 < next)
            next = spans[i].last + 1;
    }
    return next;
}

static double hours_in(const struct months_span *spans, size_t count,
                       int32_t month)
{
    double hours = 0;

    for (size_t i = 0; i < count; i++)
        if (spans[i].first <= month && month <= spans[i].last)
            hours += (double)spans[i].hours_per_week;
    return hours;
}

uint32_t months_full_time(struct months_span *spans, size_t count,
                          float full_time_hours)
{
    double months = 0;
    int32_t month = INT32_MIN;

    for (size_t i = 0; i < count; i++)
        if (spans[i].hours_per_week <= 0)
            return 0;
    for (;;) {
        const int32_t next = next_edge(spans, count, month);
        if (next == INT32_MAX)
            break;
        if (month != INT32_MIN) {
            const double share =
                hours_in(spans, count, month) / (double)full_time_hours;
            months += (share < 1 ? share : 1) * (next - month);
        }
        month = next;
    }
    return (uint32_t)(months * 10 + 0.5);
}
