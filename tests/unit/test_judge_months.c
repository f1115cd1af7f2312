/* SPDX-License-Identifier: MIT */
/* Adding up intervals of months. */
#include "judge/months.h"

#include <criterion/criterion.h>
#include <string.h>

enum { SPANS_MOST = 4 };

struct months_case {
    const char *what;
    struct months_span spans[SPANS_MOST];
    size_t count;
    uint32_t calendar;
    uint32_t tenths; /* at 37 hours a week */
};

static const struct months_case cases[] = {
    {"nothing", {{0}}, 0, 0, 0},
    {"both ends count", {{5, 5, 37}}, 1, 1, 10},
    {"a year", {{0, 11, 37}}, 1, 12, 120},
    {"an empty span", {{7, 6, 37}}, 1, 0, 0},
    {"two half posts at once count once",
     {{0, 9, 18.5f}, {2, 9, 18.5f}},
     2,
     10,
     90},
    {"one inside the other", {{0, 11, 10}, {3, 5, 37}}, 2, 12, 54},
    {"one after the other", {{0, 5, 37}, {6, 11, 37}}, 2, 12, 120},
    {"a gap is not counted", {{0, 5, 37}, {12, 17, 37}}, 2, 12, 120},
    {"two full posts are one", {{0, 5, 37}, {0, 5, 37}}, 2, 6, 60},
    {"more than full time is full time", {{0, 5, 60}}, 1, 6, 60},
    {"unknown hours are told as unknown", {{0, 5, 37}, {3, 8, 0}}, 2, 9, 0},
    {"the order plays no part",
     {{12, 17, 37}, {0, 5, 18.5f}, {4, 13, 18.5f}},
     3,
     18,
     130},
    {"an empty span beside a full one", {{7, 6, 37}, {0, 1, 37}}, 2, 2, 20},
};

Test(months, overlaps_count_once_and_full_time_is_told_apart)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct months_span spans[SPANS_MOST];
        memcpy(spans, cases[i].spans, sizeof spans);
        cr_expect_eq(months_union(spans, cases[i].count), cases[i].calendar,
                     "%s: %u months", cases[i].what,
                     months_union(spans, cases[i].count));
        memcpy(spans, cases[i].spans, sizeof spans);
        cr_expect_eq(months_full_time(spans, cases[i].count, 37.0f),
                     cases[i].tenths, "%s: %u tenths", cases[i].what,
                     months_full_time(spans, cases[i].count, 37.0f));
    }
}
