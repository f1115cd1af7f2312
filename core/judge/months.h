/* SPDX-License-Identifier: MIT */
/* Adding up intervals of whole months.
 *
 *     struct months_span spans[] = {{24300, 24309, 18.5f}, {24302,
 * 24309, 18.5f}}; uint32_t calendar = months_union(spans, 2);           10
 *     uint32_t tenths = months_full_time(spans, 2, 37.0f);  90
 *
 * Both ends of an interval count. What overlaps counts once. The order plays
 * no part; the functions sort in place. Nothing is allocated. */
#ifndef JUDGE_MONTHS_H
#define JUDGE_MONTHS_H

#include <stddef.h>
#include <stdint.h>

struct months_span {
    int32_t first; /* month; first > last: none at all */
    int32_t last;
    float hours_per_week; /* 0: not known */
};

/* Calendar months in which there is at least one of the spans. */
uint32_t months_union(struct months_span *spans, size_t count);

/* The same in full-time terms, in tenths of a month: hours of the same month
 * add up to one full-time post at most. 0 when the hours of any are not known.
 */
uint32_t months_full_time(struct months_span *spans, size_t count,
                          float full_time_hours);

#endif
