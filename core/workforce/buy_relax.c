/* SPDX-License-Identifier: MIT */
/* The linear program of a box of plans. Columns: a choice's people; then for
 * each shared item three pieces of its hull; then a slack for each crowd that
 * has several choices to divide; then one for the number of all people.
 *
 *     shared item   people of its choices - pieces = 0
 *     crowd         people of its choices + slack  = 0
 *     all           people + number                = 0 */
#include "workforce/buy_search.h"

#include <math.h>

enum { PIECES = 3, CELLS_MOST = 3 * 1000 * 1000 };

static uint32_t piece_at(const struct relaxed *relaxed, uint32_t shared)
{
    return relaxed->choice_count + shared * PIECES;
}

/* ---- building ---- */

static bool is_fixed(const struct search *search, uint32_t choice)
{
    const struct range *range = &search->box.ranges[choice];

    return range->low >= range->high;
}

static uint32_t count_columns(const struct search *search, uint32_t *crowds)
{
    const struct market *market = search->market;
    uint32_t columns = 0;

    *crowds = 0;
    for (uint32_t c = 0; c < market->crowd_count; c++) {
        const struct crowd *crowd = &market->crowds[c];
        uint32_t count = 0;
        for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++)
            count += !is_fixed(search, o);
        *crowds += count > 1;
        columns += count;
    }
    return columns;
}

bool relax_is_too_large(const struct search *search)
{
    const struct market *market = search->market;
    uint32_t crowds;
    const uint64_t choices = count_columns(search, &crowds);

    return (choices + (uint64_t)market->shared_count * PIECES + crowds + 1) *
               ((uint64_t)market->shared_count + crowds + 1) >
           CELLS_MOST;
}

static bool take_memory(struct search *search, uint32_t choices,
                        uint32_t crowds)
{
    const struct market *market = search->market;
    struct relaxed *relaxed = &search->relaxed;
    struct arena *arena = &relaxed->arena;
    struct program *program = &relaxed->program;

    program->rows = market->shared_count + crowds + 1;
    program->columns = choices + market->shared_count * PIECES + crowds + 1;
    relaxed->choice_count = choices;
    relaxed->choice_of = arena_array(arena, choices, sizeof(uint32_t));
    relaxed->column_of =
        arena_array(arena, market->choice_count, sizeof(int32_t));
    relaxed->slack_of =
        arena_array(arena, market->crowd_count, sizeof(int32_t));
    relaxed->seats_fixed =
        arena_array(arena, market->shared_count, sizeof(int64_t));
    relaxed->hull = arena_array(arena, market->shared_count, sizeof(double));
    return program_init(program, arena) && !arena->failed;
}

static void put_choice(struct search *search, uint32_t choice, uint32_t column,
                       int64_t crowd_row)
{
    const struct market *market = search->market;
    const struct choice *from = &market->choices[choice];
    struct relaxed *relaxed = &search->relaxed;
    struct program *program = &relaxed->program;

    relaxed->choice_of[column] = choice;
    relaxed->column_of[choice] = (int32_t)column;
    program->cost[column] = (double)from->fixed;
    for (uint32_t i = from->first; i < from->first + from->count; i++)
        program_put(program, market->parts[i], column, 1.0);
    if (crowd_row >= 0)
        program_put(program, (uint32_t)crowd_row, column, 1.0);
    program_put(program, program->rows - 1, column, 1.0);
}

static void put_fixed(struct search *search, uint32_t choice)
{
    const struct market *market = search->market;
    const struct choice *from = &market->choices[choice];
    struct relaxed *relaxed = &search->relaxed;

    relaxed->column_of[choice] = -1;
    for (uint32_t i = from->first; i < from->first + from->count; i++)
        relaxed->seats_fixed[market->parts[i]] +=
            search->box.ranges[choice].low;
}

static void put_crowds(struct search *search)
{
    const struct market *market = search->market;
    struct relaxed *relaxed = &search->relaxed;
    struct program *program = &relaxed->program;
    uint32_t column = 0, row = market->shared_count;
    uint32_t slack = piece_at(relaxed, market->shared_count);

    for (uint32_t c = 0; c < market->crowd_count; c++) {
        const struct crowd *crowd = &market->crowds[c];
        uint32_t count = 0;
        for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++)
            count += !is_fixed(search, o);
        for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++)
            if (is_fixed(search, o))
                put_fixed(search, o);
            else
                put_choice(search, o, column++, count > 1 ? (int64_t)row : -1);
        relaxed->slack_of[c] = -1;
        if (count > 1) {
            relaxed->slack_of[c] = (int32_t)slack;
            program->first[row] = slack;
            program_put(program, row++, slack++, 1.0);
        }
    }
    program->first[row] = slack;
    program_put(program, row, slack, 1.0);
}

void relax_done(struct search *search)
{
    struct relaxed *relaxed = &search->relaxed;

    search->looked += relaxed->program.looked;
    arena_done(&relaxed->arena);
    *relaxed = (struct relaxed){.built = false};
}

bool relax_build(struct search *search)
{
    const struct market *market = search->market;
    struct relaxed *relaxed = &search->relaxed;
    struct program *program = &relaxed->program;
    uint32_t crowds;

    relax_done(search);
    const uint32_t choices = count_columns(search, &crowds);
    if (!take_memory(search, choices, crowds))
        return false;
    for (uint32_t i = 0; i < market->shared_count; i++) {
        program->first[i] = piece_at(relaxed, i);
        for (uint32_t k = 0; k < PIECES; k++)
            program_put(program, i, piece_at(relaxed, i) + k, -1.0);
    }
    put_crowds(search);
    program_begin(program);
    relaxed->built = true;
    return true;
}

/* ---- a box ---- */

static void set_ends(struct program *program, uint32_t column, int64_t low,
                     int64_t high)
{
    program->low[column] = (double)low;
    program->high[column] = (double)(low < high ? high : low);
}

static void load_crowd(struct search *search, uint32_t c)
{
    const struct market *market = search->market;
    const struct crowd *crowd = &market->crowds[c];
    struct relaxed *relaxed = &search->relaxed;
    struct range total = search->box.ranges[box_of_crowd(market, c)];

    for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++)
        if (relaxed->column_of[o] < 0) {
            const int64_t people = search->box.ranges[o].low;
            relaxed->constant +=
                (double)market->choices[o].fixed * (double)people;
            total.low -= people;
            total.high -= people;
        }
    for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++) {
        struct range range = search->box.ranges[o];
        if (relaxed->column_of[o] < 0)
            continue;
        if (relaxed->slack_of[c] < 0) { /* the only one */
            range.low = total.low > range.low ? total.low : range.low;
            range.high = total.high < range.high ? total.high : range.high;
        }
        set_ends(&relaxed->program, (uint32_t)relaxed->column_of[o], range.low,
                 range.high);
    }
    if (relaxed->slack_of[c] >= 0)
        set_ends(&relaxed->program, (uint32_t)relaxed->slack_of[c], -total.high,
                 -total.low);
}

/* The hull of what an item costs between two numbers of seats: down to the
 * first whole number of groups, along whole groups, and to the end. */
static void load_shared(struct search *search, uint32_t i)
{
    const struct market *market = search->market;
    const struct shared *shared = &market->shared[i];
    const struct range seats = search->box.ranges[box_of_shared(market, i)];
    struct relaxed *relaxed = &search->relaxed;
    struct program *program = &relaxed->program;
    const int64_t size = shared->group_seats;
    const uint32_t at = piece_at(relaxed, i);
    int64_t ends[PIECES + 1] = {seats.low, (seats.low + size - 1) / size * size,
                                seats.high / size * size, seats.high};

    if (ends[1] > ends[2]) /* no whole number of groups between */
        ends[1] = ends[2] = seats.high;
    for (uint32_t k = 0; k < PIECES; k++) {
        const int64_t length = ends[k + 1] - ends[k];
        program->cost[at + k] =
            length > 0 ? (double)(shared_price(shared, ends[k + 1]) -
                                  shared_price(shared, ends[k])) /
                             (double)length
                       : (double)shared->group / (double)size;
        set_ends(program, at + k, 0, length);
    }
    const int64_t base = seats.low - relaxed->seats_fixed[i];
    set_ends(program, at, base, base + ends[1] - ends[0]);
    relaxed->constant += (double)shared_price(shared, seats.low) -
                         program->cost[at] * (double)base;
}

static void load(struct search *search)
{
    const struct market *market = search->market;
    struct relaxed *relaxed = &search->relaxed;
    struct program *program = &relaxed->program;
    int64_t people = search->box.people;

    relaxed->constant = 0.0;
    for (uint32_t c = 0; c < market->crowd_count; c++)
        load_crowd(search, c);
    for (uint32_t i = 0; i < market->shared_count; i++)
        load_shared(search, i);
    for (uint32_t o = 0; o < market->choice_count; o++)
        if (relaxed->column_of[o] < 0)
            people -= search->box.ranges[o].low;
    set_ends(program, program->columns - 1, -people, -people);
    search->looked += 4 * (uint64_t)program->columns + market->choice_count;
}

/* ---- what it says ---- */

static int64_t price_in_parts(double price)
{
    const double parts = price * (double)((int64_t)1 << PART_BITS);

    if (isnan(parts))
        return 0;
    if (fabs(parts) >= (double)PRICE_MOST)
        return parts < 0.0 ? -PRICE_MOST : PRICE_MOST;
    return (int64_t)(parts < 0.0 ? parts - 0.5 : parts + 0.5);
}

static void read_prices(struct search *search)
{
    const struct relaxed *relaxed = &search->relaxed;
    const struct program *program = &relaxed->program;

    for (uint32_t i = 0; i < search->market->shared_count; i++) {
        const uint32_t at = piece_at(relaxed, i);
        search->proof.seat[i] =
            price_in_parts(program->cost[at] - program->reduced[at]);
    }
    search->proof.person =
        price_in_parts(-program->reduced[program->columns - 1]);
}

bool relax_solve(struct search *search, double limit)
{
    struct relaxed *relaxed = &search->relaxed;
    const struct program *program = &relaxed->program;

    load(search);
    const enum program_end end =
        program_solve(&relaxed->program, limit - relaxed->constant);
    read_prices(search);
    for (uint32_t i = 0; i < search->market->shared_count; i++) {
        const uint32_t at = piece_at(relaxed, i);
        const struct range *seats =
            &search->box.ranges[box_of_shared(search->market, i)];
        double hull =
            (double)shared_price(&search->market->shared[i], seats->low) -
            program->cost[at] * program->low[at];
        for (uint32_t k = 0; k < PIECES; k++)
            hull += program->cost[at + k] * program->value[at + k];
        relaxed->hull[i] = hull;
    }
    return end == PROGRAM_DONE;
}

double relax_people(const struct search *search, uint32_t choice)
{
    const struct relaxed *relaxed = &search->relaxed;
    const int32_t column = relaxed->column_of[choice];

    return column < 0 ? (double)search->box.ranges[choice].low
                      : relaxed->program.value[column];
}

double relax_seats(const struct search *search, uint32_t shared)
{
    const struct relaxed *relaxed = &search->relaxed;
    double seats = (double)relaxed->seats_fixed[shared];

    for (uint32_t k = 0; k < PIECES; k++)
        seats += relaxed->program.value[piece_at(relaxed, shared) + k];
    return seats;
}

double relax_gap(const struct search *search, uint32_t i)
{
    const struct shared *shared = &search->market->shared[i];
    const double seats = relax_seats(search, i);
    const double groups = floor(seats / shared->group_seats + 1e-9);
    const double rest = seats - groups * shared->group_seats;
    double singles = rest * (double)shared->single;

    if (singles > (double)shared->group)
        singles = (double)shared->group;
    return groups * (double)shared->group + singles - search->relaxed.hull[i];
}
