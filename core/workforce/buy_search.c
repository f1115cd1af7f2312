/* SPDX-License-Identifier: MIT */
/* Branch and bound over boxes of plans. */
#include "workforce/buy_search.h"

#include <math.h>
#include <stdlib.h>

/* What counts as broken, and as money. */
static const double BROKEN = 1e-6;

/* A limit that nothing reaches. */
static const wide NO_LIMIT = (wide)1 << 100;

bool search_init(struct search *search, struct market *market)
{
    *search = (struct search){.market = market};
    return box_init(&search->box, market) &&
           proof_init(&search->proof, market) &&
           basket_init(&search->best, market) &&
           basket_init(&search->trial, market);
}

void search_done(struct search *search)
{
    relax_done(search);
    box_done(&search->box);
    free(search->nodes);
    search->nodes = NULL;
}

/* ---- proving ---- */

static wide to_parts(wide units)
{
    return units * ((wide)1 << PART_BITS);
}

/* The whole units that so many parts come to; money comes in whole ones. */
static wide from_parts(wide parts)
{
    const wide one = (wide)1 << PART_BITS;

    return parts <= 0 ? 0 : (parts + one - 1) / one;
}

/* Whether any plan within the limit can lie in the box, by the prices at hand;
 * if so, the box is narrowed to where they can. */
static bool is_open(struct search *search)
{
    wide least;

    search->looked += 4 * (uint64_t)box_count(search->market);
    if (!bound_prove(&search->box, &search->proof, &least))
        return false;
    search->proved = least;
    const wide more = to_parts(search->limit) - least;
    if (more < 0)
        return false;
    bound_narrow(&search->box, &search->proof, more);
    return true;
}

static void lower_limit(struct search *search)
{
    if (search->to_the_end && search->best.people == search->box.people &&
        search->best.cost <= search->limit)
        search->limit = search->best.cost - 1;
}

static bool is_found(const struct search *search)
{
    return search->best.people > search->box.people ||
           (!search->to_the_end && search->best.people == search->box.people);
}

/* ---- dividing ---- */

struct cut {
    uint32_t which;
    int64_t at; /* the lower half goes up to there */
    bool upper_first;
};

/* Where the cost is furthest above its hull: from `worth` seats over whole
 * groups on, another group. On both sides of it the hull is the cost itself, as
 * far as the next whole group. */
static bool cut_at_gap(const struct search *search, struct cut *cut)
{
    const struct market *market = search->market;
    double most = BROKEN * 1000.0;
    bool found = false;

    for (uint32_t i = 0; i < market->shared_count; i++) {
        const double gap = relax_gap(search, i);
        if (!(gap > most))
            continue;
        const uint32_t which = box_of_shared(market, i);
        const struct shared *shared = &market->shared[i];
        const double seats = relax_seats(search, i);
        const int64_t groups =
            (int64_t)floor(seats / shared->group_seats + 1e-9);
        const int64_t at =
            groups * shared->group_seats + (int64_t)shared->worth - 1;
        if (at < search->box.ranges[which].low ||
            at >= search->box.ranges[which].high)
            continue;
        most = gap;
        found = true;
        *cut = (struct cut){which, at, seats > (double)at};
    }
    return found;
}

static void consider(const struct search *search, uint32_t which, double value,
                     double *most, struct cut *cut)
{
    const struct range *range = &search->box.ranges[which];
    const double whole = floor(value);
    const double part = value - whole;
    const double broken = part < 0.5 ? part : 1.0 - part;

    if (!(broken > *most) || (int64_t)whole < range->low ||
        (int64_t)whole >= range->high)
        return;
    *most = broken;
    *cut = (struct cut){which, (int64_t)whole, part > 0.5};
}

/* A broken number: of seats, of a crowd, of a choice. */
static bool cut_at_fraction(const struct search *search, struct cut *cut)
{
    const struct market *market = search->market;
    double most = BROKEN;

    for (uint32_t i = 0; i < market->shared_count; i++)
        consider(search, box_of_shared(market, i), relax_seats(search, i),
                 &most, cut);
    if (most > BROKEN)
        return true;
    for (uint32_t c = 0; c < market->crowd_count; c++) {
        const struct crowd *crowd = &market->crowds[c];
        double people = 0.0;
        for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++)
            people += relax_people(search, o);
        consider(search, box_of_crowd(market, c), people, &most, cut);
    }
    if (most > BROKEN)
        return true;
    for (uint32_t o = 0; o < market->choice_count; o++)
        consider(search, o, relax_people(search, o), &most, cut);
    return most > BROKEN;
}

/* The widest range of a choice. False: each is a single number. */
static bool cut_anywhere(const struct search *search, struct cut *cut)
{
    int64_t most = 0;

    for (uint32_t o = 0; o < search->market->choice_count; o++) {
        const struct range *range = &search->box.ranges[o];
        if (range->high - range->low <= most)
            continue;
        most = range->high - range->low;
        *cut = (struct cut){o, range->low + most / 2, false};
    }
    return most > 0;
}

/* Nothing to divide: the only plan in the box. */
static void try_only_plan(struct search *search)
{
    const struct market *market = search->market;

    basket_clear(&search->trial);
    for (uint32_t o = 0; o < market->choice_count; o++) {
        const int64_t people = search->box.ranges[o].low;
        if (people > search->trial.left[market->choices[o].crowd])
            return;
        if (people > 0)
            basket_add(&search->trial, o, people);
    }
    keep_better_plan(search);
}

static bool is_time_to_round(const struct search *search, bool divided)
{
    return !search->bare &&
           (!divided || search->visited < 64 || search->visited % 8 == 0);
}

/* False: there is nothing more in the box. */
static bool visit(struct search *search, struct cut *cut)
{
    bool solved = relax_solve(search, (double)search->limit);

    search->visited++;
    if (!is_open(search))
        return false;
    if (!solved) { /* it was thought closed, and is not */
        solved = relax_solve(search, HUGE_VAL);
        if (!is_open(search))
            return false;
    }
    if (solved) {
        const bool divided =
            cut_at_gap(search, cut) || cut_at_fraction(search, cut);
        if (is_time_to_round(search, divided))
            round_values(search);
        const wide before = search->limit;
        lower_limit(search);
        if (search->limit < before && !is_open(search))
            return false;
        const struct range *range = &search->box.ranges[cut->which];
        if (divided && range->low <= cut->at && cut->at < range->high)
            return true;
    }
    if (cut_anywhere(search, cut))
        return true;
    try_only_plan(search);
    lower_limit(search);
    return false;
}

/* ---- going through the tree ---- */

static bool push(struct search *search, const struct cut *cut)
{
    const struct range range = search->box.ranges[cut->which];

    if (search->node_count == search->node_room) {
        const size_t room = search->node_room * 2 + 64;
        struct node *nodes = realloc(search->nodes, room * sizeof(*nodes));
        if (!nodes) /* memory */
            return false;
        search->nodes = nodes;
        search->node_room = room;
    }
    struct node *node = &search->nodes[search->node_count++];
    *node = (struct node){.change_count = search->box.change_count,
                          .which = cut->which,
                          .low = cut->upper_first ? range.low : cut->at + 1,
                          .high = cut->upper_first ? cut->at : range.high};
    if (cut->upper_first)
        box_set(&search->box, cut->which, cut->at + 1, range.high);
    else
        box_set(&search->box, cut->which, range.low, cut->at);
    return true;
}

static bool pop(struct search *search)
{
    if (search->node_count == 0)
        return false;
    const struct node *node = &search->nodes[--search->node_count];
    box_undo(&search->box, node->change_count);
    box_set(&search->box, node->which, node->low, node->high);
    return true;
}

static enum search_end go_through(struct search *search)
{
    bool more = true;

    search->node_count = 0;
    while (more) {
        struct cut cut = {0};
        if (search->looked + search->relaxed.program.looked >
            search->looked_most)
            return SEARCH_LIMIT;
        const bool divide = visit(search, &cut);
        if (is_found(search))
            return SEARCH_FOUND;
        more = divide ? push(search, &cut) : pop(search);
        if ((divide && !more) || search->box.failed)
            return SEARCH_MEMORY;
    }
    return SEARCH_NONE;
}

/* ---- from outside ---- */

static uint32_t count_open(const struct search *search)
{
    uint32_t count = 0;

    for (uint32_t o = 0; o < search->market->choice_count; o++)
        count += search->box.ranges[o].low < search->box.ranges[o].high;
    return count;
}

/* Builds the linear program for what is open, until that does not make it much
 * smaller any more. False: there is nothing in the box, or no memory. */
static bool settle(struct search *search, bool *failed)
{
    uint32_t before = UINT32_MAX;

    *failed = false;
    if (!is_open(search))
        return false;
    for (uint32_t open = count_open(search); open < before - before / 8;
         open = count_open(search)) {
        before = open;
        if (!relax_build(search)) {
            *failed = true;
            return false;
        }
        relax_solve(search, HUGE_VAL);
        if (!is_open(search))
            return false;
    }
    return true;
}

enum search_end search_run(struct search *search, int64_t people, wide limit,
                           bool to_the_end, uint64_t looked_most)
{
    bool failed;

    search->limit = limit;
    search->to_the_end = to_the_end;
    search->looked_most = looked_most;
    search->visited = 0;
    box_reset(&search->box, people);
    lower_limit(search);
    search->proved = 0;
    const bool open = settle(search, &failed);
    search->least = from_parts(search->proved);
    if (!open)
        return failed ? SEARCH_MEMORY : SEARCH_NONE;
    return go_through(search);
}

/* The most people whose bound is within the budget, by the prices at hand. */
static int64_t most_within(struct search *search)
{
    wide least;

    if (!bound_prove(&search->box, &search->proof, &least))
        return search->box.people - 1;
    const wide over = least - to_parts(search->market->budget);
    if (over <= 0)
        return search->box.people;
    if (search->proof.person <= 0)
        return search->box.people - 1;
    const wide people =
        search->box.people - (over - 1) / search->proof.person - 1;
    return people < 0 ? 0 : (int64_t)people;
}

/* What the people cost whose cheapest choice is below a price. */
static wide cost_below(const struct search *search, int64_t person)
{
    const struct market *market = search->market;
    wide cost = 0;

    for (uint32_t c = 0; c < market->crowd_count; c++) {
        const struct crowd *crowd = &market->crowds[c];
        wide least = person;
        for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++)
            if (search->proof.rest[o] < least)
                least = search->proof.rest[o];
        if (least < person)
            cost += least * crowd->people;
    }
    return cost;
}

/* A seat for its share of a full group, which it never costs less than; and
 * people as cheap as that until the money is spent. */
static void plain_prices(struct search *search)
{
    const struct market *market = search->market;
    struct proof *proof = &search->proof;
    int64_t low = 0, high = PRICE_MOST;
    wide least;

    for (uint32_t i = 0; i < market->shared_count; i++)
        proof->seat[i] = (market->shared[i].group << PART_BITS) /
                         market->shared[i].group_seats;
    proof->person = 0;
    bound_prove(&search->box, proof, &least);
    while (low < high) {
        const int64_t middle = low + (high - low + 1) / 2;
        if (cost_below(search, middle) <= to_parts(market->budget))
            low = middle;
        else
            high = middle - 1;
        search->looked += market->choice_count;
    }
    proof->person = low;
}

bool search_bound(struct search *search, int64_t *ret_most)
{
    search->limit = NO_LIMIT;
    search->to_the_end = false;
    search->visited = 1; /* so that plans are exchanged and emptied */
    box_reset(&search->box, search->market->people);
    plain_prices(search);
    search->box.people = most_within(search);
    search->too_large = relax_is_too_large(search);
    if (!search->too_large && !relax_build(search))
        return false;
    for (bool again = !search->too_large; again;) {
        relax_solve(search, HUGE_VAL);
        round_values(search);
        const int64_t most = most_within(search);
        again = most < search->box.people && most > search->best.people;
        search->box.people = most;
    }
    *ret_most = search->box.people;
    return true;
}
