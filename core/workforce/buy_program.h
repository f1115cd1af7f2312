/* SPDX-License-Identifier: MIT */
/* A linear program over variables that all have a least and a most, solved by
 * the dual simplex method on a dense table.
 *
 *     struct program program = {.rows = 2, .columns = 5};
 *     if (program_init(&program, &arena)) ...
 *     program_put(&program, 0, 3, -1.0); ...
 *     program_begin(&program);
 *     program_solve(&program, limit)
 *
 * Each row is a sum that has to be 0. Since every variable has two ends, any
 * basis can be begun from: a variable outside goes to the end that its reduced
 * cost asks for. So after any change of ends and costs the search goes on from
 * the basis at hand.
 *
 * All of it is floating-point and none of it is a proof: see buy_bound.h. The
 * operations are those of C's double in a fixed order, so the result is the
 * same each time. */
#ifndef WORKFORCE_BUY_PROGRAM_H
#define WORKFORCE_BUY_PROGRAM_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* No a * b + c in one go on machines that can: gcc does not with -std=c11. */
#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#endif

struct candidate {
    double ratio;
    uint32_t column;
};

struct program {
    uint32_t rows, columns;
    double *original; /* rows * columns, as it was put */
    double *table;    /* the same, solved for the basis */
    uint32_t *basis;  /* of each row */
    uint32_t *first;  /* the basis to begin with: of each row a column that has
                         its only number there */
    int32_t *row_of;  /* of each column; -1: outside the basis */
    double *low, *high, *cost;
    double *reduced;
    double *value;
    struct candidate *candidates; /* while a column is chosen */
    uint32_t *filled;             /* columns of a row that are not 0 */
    bool *wanted;                 /* columns of a basis to be made anew */
    uint32_t pivots;              /* since the table was made anew */
    uint64_t looked;              /* numbers looked at, altogether */
};

enum program_end {
    PROGRAM_DONE,  /* the least; `value` is it */
    PROGRAM_LIMIT, /* the least is above the limit, or there is none; `reduced`
                      shows it */
    PROGRAM_STUCK  /* too many pivots; `reduced` is good for something still */
};

/* False when memory ran out. All numbers are 0. */
bool program_init(struct program *program, struct arena *arena);

void program_put(struct program *program, uint32_t row, uint32_t column,
                 double number);

/* After the last put and with `first` filled. */
void program_begin(struct program *program);

/* After ends and costs were changed. */
enum program_end program_solve(struct program *program, double limit);

#endif
