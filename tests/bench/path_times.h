/* SPDX-License-Identifier: MIT */
/* What the benchmarks of paths share: a clock, and figures of a list. */
#ifndef PATH_TIMES_H
#define PATH_TIMES_H

#include <stddef.h>
#include <stdint.h>

enum { GRAPH_SEED = 1, MOST_QUERIES = 10000 };

int64_t times_now_ns(void);

/* Puts the values in order; all that follow want them so. */
void times_sort(double *values, size_t count);
double times_median(const double *values, size_t count);

/* The least value that so many in a hundred do not exceed. */
double times_percentile(const double *values, size_t count, unsigned percent);

/* "12" within the bounds, or the process ends saying what is wrong. */
uint32_t times_number(const char *text, uint32_t low, uint32_t high);

#endif
