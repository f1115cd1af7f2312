/* SPDX-License-Identifier: MIT */
#include "path_times.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int64_t times_now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;
    return (x > y) - (x < y);
}

void times_sort(double *values, size_t count)
{
    qsort(values, count, sizeof(*values), by_size);
}

double times_median(const double *values, size_t count)
{
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

double times_percentile(const double *values, size_t count, unsigned percent)
{
    const size_t rank = (count * percent + 99) / 100;
    return values[rank ? rank - 1 : 0];
}

uint32_t times_number(const char *text, uint32_t low, uint32_t high)
{
    char *end;
    errno = 0;
    const unsigned long long number = strtoull(text, &end, 10);
    if (*text >= '0' && *text <= '9' && !*end && !errno && number >= low &&
        number <= high)
        return (uint32_t)number;
    fprintf(stderr, "%s: a number from %u to %u is wanted\n", text, low, high);
    exit(EXIT_FAILURE);
}
