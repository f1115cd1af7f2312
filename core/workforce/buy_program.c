/* SPDX-License-Identifier: MIT */
/* The dual simplex method with two ends for each variable ("long step": columns
 * whose other end is reached before the row is mended go there). */
#include "workforce/buy_program.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double SMALLEST_PIVOT = 1e-7;
static const double ZERO = 1e-11;
static const double FEASIBLE = 1e-7;
/* A table is made anew after so many pivots, before errors add up. */
enum { PIVOTS_MOST = 400 };

bool program_init(struct program *program, struct arena *arena)
{
    const size_t rows = program->rows, columns = program->columns;
    const size_t cells = rows * columns;

    program->original = arena_array(arena, cells, sizeof(double));
    program->table = arena_array(arena, cells, sizeof(double));
    program->basis = arena_array(arena, rows, sizeof(uint32_t));
    program->first = arena_array(arena, rows, sizeof(uint32_t));
    program->row_of = arena_array(arena, columns, sizeof(int32_t));
    program->low = arena_array(arena, columns, sizeof(double));
    program->high = arena_array(arena, columns, sizeof(double));
    program->cost = arena_array(arena, columns, sizeof(double));
    program->reduced = arena_array(arena, columns, sizeof(double));
    program->value = arena_array(arena, columns, sizeof(double));
    program->candidates =
        arena_array(arena, columns, sizeof(*program->candidates));
    program->filled = arena_array(arena, columns, sizeof(uint32_t));
    program->wanted = arena_array(arena, columns, sizeof(bool));
    return !arena->failed;
}

static double *row_at(const struct program *program, uint32_t row)
{
    return &program->table[(size_t)row * program->columns];
}

void program_put(struct program *program, uint32_t row, uint32_t column,
                 double number)
{
    program->original[(size_t)row * program->columns + column] = number;
}

/* ---- the table ---- */

/* Solves for a column in a row. */
static void pivot(struct program *program, uint32_t row, uint32_t column)
{
    double *at = row_at(program, row);
    const double factor = 1.0 / at[column];
    uint32_t filled = 0;

    for (uint32_t j = 0; j < program->columns; j++)
        if (fabs(at[j]) > ZERO) {
            at[j] *= factor;
            program->filled[filled++] = j;
        } else
            at[j] = 0.0;
    at[column] = 1.0;
    for (uint32_t i = 0; i < program->rows; i++) {
        double *other = row_at(program, i);
        const double by = other[column];
        if (i == row || by == 0.0)
            continue;
        if (fabs(by) > ZERO)
            for (uint32_t k = 0; k < filled; k++)
                other[program->filled[k]] -= by * at[program->filled[k]];
        other[column] = 0.0;
        program->looked += filled;
    }
    program->looked += program->columns + program->rows;
    program->pivots++;
}

static void enter(struct program *program, uint32_t row, uint32_t column)
{
    program->basis[row] = column;
    program->row_of[column] = (int32_t)row;
}

void program_begin(struct program *program)
{
    const size_t cells = (size_t)program->rows * program->columns;

    memcpy(program->table, program->original, cells * sizeof(double));
    program->looked += cells;
    program->pivots = 0;
    for (uint32_t j = 0; j < program->columns; j++)
        program->row_of[j] = -1;
    for (uint32_t i = 0; i < program->rows; i++) {
        double *at = row_at(program, i);
        const double factor = 1.0 / at[program->first[i]];
        for (uint32_t j = 0; j < program->columns; j++)
            at[j] *= factor;
        enter(program, i, program->first[i]);
    }
}

/* The row that takes a column best, of those that can give theirs up. */
static uint32_t row_for(const struct program *program, uint32_t column)
{
    uint32_t best = UINT32_MAX;
    double most = SMALLEST_PIVOT;

    for (uint32_t i = 0; i < program->rows; i++) {
        const double size = fabs(row_at(program, i)[column]);
        if (!program->wanted[program->basis[i]] && size > most) {
            most = size;
            best = i;
        }
    }
    return best;
}

/* The same basis on a table from the start. A column that no row takes well any
 * more is left outside. */
static void make_anew(struct program *program)
{
    for (uint32_t j = 0; j < program->columns; j++)
        program->wanted[j] = program->row_of[j] >= 0;
    program_begin(program);
    for (uint32_t j = 0; j < program->columns; j++) {
        if (!program->wanted[j] || program->row_of[j] >= 0)
            continue;
        const uint32_t row = row_for(program, j);
        if (row == UINT32_MAX)
            continue;
        program->row_of[program->basis[row]] = -1;
        pivot(program, row, j);
        enter(program, row, j);
    }
    program->pivots = 0;
}

/* ---- costs and values ---- */

static void find_reduced(struct program *program)
{
    memcpy(program->reduced, program->cost,
           program->columns * sizeof(*program->cost));
    for (uint32_t i = 0; i < program->rows; i++) {
        const double cost = program->cost[program->basis[i]];
        const double *at = row_at(program, i);
        if (cost == 0.0)
            continue;
        for (uint32_t j = 0; j < program->columns; j++)
            program->reduced[j] -= cost * at[j];
    }
    for (uint32_t i = 0; i < program->rows; i++)
        program->reduced[program->basis[i]] = 0.0;
}

static void find_values(struct program *program)
{
    for (uint32_t j = 0; j < program->columns; j++)
        if (program->row_of[j] < 0)
            program->value[j] =
                program->reduced[j] < 0.0 ? program->high[j] : program->low[j];
    for (uint32_t i = 0; i < program->rows; i++) {
        const double *at = row_at(program, i);
        double sum = 0.0;
        for (uint32_t j = 0; j < program->columns; j++)
            if (program->row_of[j] < 0)
                sum += at[j] * program->value[j];
        program->value[program->basis[i]] = -sum;
    }
    program->looked += 2 * (uint64_t)program->rows * program->columns;
}

static double objective(const struct program *program)
{
    double sum = 0.0;

    for (uint32_t j = 0; j < program->columns; j++)
        sum += program->cost[j] * program->value[j];
    return sum;
}

/* ---- one step ---- */

/* The row whose variable is furthest outside its ends. */
static uint32_t row_to_mend(const struct program *program, double *by)
{
    uint32_t best = UINT32_MAX;

    *by = 0.0;
    for (uint32_t i = 0; i < program->rows; i++) {
        const uint32_t j = program->basis[i];
        const double value = program->value[j];
        const double below = program->low[j] - value;
        const double above = value - program->high[j];
        const double out = below > above ? below : above;
        if (out > FEASIBLE * (1.0 + fabs(value)) && out > fabs(*by)) {
            *by = below > above ? -below : above;
            best = i;
        }
    }
    return best;
}

static int compare_candidates(const void *first, const void *second)
{
    const struct candidate *a = first, *b = second;

    if (a->ratio != b->ratio)
        return a->ratio < b->ratio ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

/* The columns that can mend a row, those first that stop being cheap first. */
static uint32_t find_candidates(struct program *program, uint32_t row,
                                bool upward)
{
    const double *at = row_at(program, row);
    uint32_t count = 0;

    for (uint32_t j = 0; j < program->columns; j++) {
        if (program->row_of[j] >= 0 || program->low[j] == program->high[j] ||
            fabs(at[j]) < SMALLEST_PIVOT)
            continue;
        const bool at_low = program->value[j] == program->low[j];
        const bool raises = at_low == (at[j] < 0.0);
        if (raises == upward)
            program->candidates[count++] = (struct candidate){
                .ratio = fabs(program->reduced[j]) / fabs(at[j]), .column = j};
    }
    program->looked += program->columns;
    qsort(program->candidates, count, sizeof(*program->candidates),
          compare_candidates);
    return count;
}

/* How many of the candidates go to their other end before the row is mended;
 * then the one that enters. `count` when all of them are not enough: `out` is
 * then what remains. */
static uint32_t choose(const struct program *program, uint32_t row,
                       uint32_t count, double *out, uint32_t *ret_entering)
{
    const double *at = row_at(program, row);
    uint32_t k = 0;

    for (; k < count; k++) {
        const uint32_t j = program->candidates[k].column;
        *out -= fabs(at[j]) * (program->high[j] - program->low[j]);
        if (*out < FEASIBLE / 4)
            break;
    }
    if (k == count)
        return count;
    /* Of those that are as good, the one with the largest number. */
    const double ratio = program->candidates[k].ratio * (1.0 + 1e-9) + 1e-9;
    *ret_entering = program->candidates[k].column;
    for (uint32_t i = k; i < count && program->candidates[i].ratio <= ratio;
         i++) {
        const uint32_t j = program->candidates[i].column;
        if (fabs(at[j]) > fabs(at[*ret_entering]))
            *ret_entering = j;
    }
    return k;
}

/* Changes the value of a column outside the basis, and all that hang on it. */
static void move(struct program *program, uint32_t column, double to)
{
    const double by = to - program->value[column];

    program->value[column] = to;
    for (uint32_t i = 0; i < program->rows; i++)
        program->value[program->basis[i]] -= row_at(program, i)[column] * by;
    program->looked += program->rows;
}

/* What costs of a row show once they are followed far enough: nothing is as
 * cheap as the limit. */
static void follow(struct program *program, uint32_t row, bool upward,
                   double step)
{
    const double *at = row_at(program, row);

    for (uint32_t j = 0; j < program->columns; j++)
        program->reduced[j] += upward ? step * at[j] : -step * at[j];
}

static void replace(struct program *program, uint32_t row, uint32_t entering,
                    double target)
{
    const uint32_t leaving = program->basis[row];
    const double *at = row_at(program, row);
    const double factor = program->reduced[entering] / at[entering];
    const double by = (program->value[leaving] - target) / at[entering];

    move(program, entering, program->value[entering] + by);
    program->value[leaving] = target;
    for (uint32_t j = 0; j < program->columns; j++)
        program->reduced[j] -= factor * at[j];
    program->reduced[entering] = 0.0;
    pivot(program, row, entering);
    program->row_of[leaving] = -1;
    enter(program, row, entering);
}

enum program_end program_solve(struct program *program, double limit)
{
    const uint32_t most = 200 + 4 * program->rows;

    if (program->pivots > PIVOTS_MOST + program->rows)
        make_anew(program);
    find_reduced(program);
    find_values(program);
    for (uint32_t step = 0; step < most; step++) {
        double out;
        uint32_t entering;
        const uint32_t row = row_to_mend(program, &out);
        if (row == UINT32_MAX)
            return PROGRAM_DONE;
        if (objective(program) > limit)
            return PROGRAM_LIMIT;
        const bool upward = out < 0.0;
        out = fabs(out);
        const uint32_t leaving = program->basis[row];
        const uint32_t count = find_candidates(program, row, upward);
        const uint32_t turned = choose(program, row, count, &out, &entering);
        if (turned == count) {
            follow(program, row, upward,
                   (limit - objective(program) + 1.0) / out);
            return PROGRAM_LIMIT;
        }
        for (uint32_t k = 0; k < turned; k++) {
            const uint32_t j = program->candidates[k].column;
            if (j != entering)
                move(program, j,
                     program->value[j] == program->low[j] ? program->high[j]
                                                          : program->low[j]);
        }
        replace(program, row, entering,
                upward ? program->low[leaving] : program->high[leaving]);
    }
    return PROGRAM_STUCK;
}
