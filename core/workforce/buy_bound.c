/* SPDX-License-Identifier: MIT */
/* Boxes of plans, and what is proved about them. */
#include "workforce/buy_bound.h"

#include <stdlib.h>
#include <string.h>

/* ---- boxes ---- */

bool box_init(struct box *box, struct market *market)
{
    *box = (struct box){.market = market};
    box->ranges =
        arena_array(&market->arena, box_count(market), sizeof(*box->ranges));
    return !market->arena.failed;
}

void box_done(struct box *box)
{
    free(box->changes);
    box->changes = NULL;
}

void box_reset(struct box *box, int64_t people)
{
    const struct market *market = box->market;

    box->people = people;
    box->change_count = 0;
    for (uint32_t o = 0; o < market->choice_count; o++) {
        const uint32_t crowd = market->choices[o].crowd;
        box->ranges[o] = (struct range){0, market->crowds[crowd].people};
    }
    for (uint32_t c = 0; c < market->crowd_count; c++)
        box->ranges[box_of_crowd(market, c)] =
            (struct range){0, market->crowds[c].people};
    for (uint32_t i = 0; i < market->shared_count; i++)
        box->ranges[box_of_shared(market, i)] =
            (struct range){0, market->shared[i].most};
}

void box_set(struct box *box, uint32_t which, int64_t low, int64_t high)
{
    if (box->change_count == box->change_room) {
        const size_t room = box->change_room * 2 + 256;
        struct change *changes = realloc(box->changes, room * sizeof(*changes));
        if (!changes) { /* memory */
            box->failed = true;
            return;
        }
        box->changes = changes;
        box->change_room = room;
    }
    box->changes[box->change_count++] =
        (struct change){.which = which, .before = box->ranges[which]};
    box->ranges[which] = (struct range){low, high};
}

void box_undo(struct box *box, size_t change_count)
{
    while (box->change_count > change_count) {
        const struct change *change = &box->changes[--box->change_count];
        box->ranges[change->which] = change->before;
    }
}

/* ---- proofs ---- */

bool proof_init(struct proof *proof, struct market *market)
{
    struct arena *arena = &market->arena;

    *proof = (struct proof){
        .seat = arena_array(arena, market->shared_count, sizeof(int64_t)),
        .rest = arena_array(arena, market->choice_count, sizeof(wide)),
        .margin = arena_array(arena, market->crowd_count, sizeof(wide))};
    return !arena->failed;
}

static void find_rests(const struct market *market, struct proof *proof)
{
    for (uint32_t o = 0; o < market->choice_count; o++) {
        const struct choice *choice = &market->choices[o];
        wide rest = ((wide)choice->fixed << PART_BITS) - proof->person;
        for (uint32_t i = choice->first; i < choice->first + choice->count; i++)
            rest += proof->seat[market->parts[i]];
        proof->rest[o] = rest;
    }
}

/* The choice after `last` when those of a crowd are sorted by what they leave,
 * then by their place. UINT32_MAX: that was the last one. */
static uint32_t next_cheapest(const struct crowd *crowd, const wide *rest,
                              uint32_t last)
{
    uint32_t best = UINT32_MAX;

    for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++) {
        const bool is_after = last == UINT32_MAX || rest[o] > rest[last] ||
                              (rest[o] == rest[last] && o > last);
        if (is_after && (best == UINT32_MAX || rest[o] < rest[best]))
            best = o;
    }
    return best;
}

/* The least of a crowd's lines: cheapest first, as long as that is below 0 or
 * the crowd must have more. */
static bool prove_crowd(const struct box *box, struct proof *proof, uint32_t c,
                        wide *least)
{
    const struct market *market = box->market;
    const struct crowd *crowd = &market->crowds[c];
    const struct range total = box->ranges[box_of_crowd(market, c)];
    int64_t people = 0;

    for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++) {
        if (box->ranges[o].low > box->ranges[o].high)
            return false;
        people += box->ranges[o].low;
        *least += proof->rest[o] * box->ranges[o].low;
    }
    proof->margin[c] = 0;
    uint32_t o = UINT32_MAX;
    while ((o = next_cheapest(crowd, proof->rest, o)) != UINT32_MAX) {
        const wide rest = proof->rest[o];
        const int64_t up_to = rest < 0 ? total.high : total.low;
        int64_t more = box->ranges[o].high - box->ranges[o].low;
        if (more == 0)
            continue;
        if (people >= up_to) {
            /* Full from the start: nobody else gets in, cheap as it is. */
            if (rest < 0 && proof->margin[c] == 0)
                proof->margin[c] = rest;
            break;
        }
        more = more < up_to - people ? more : up_to - people;
        people += more;
        *least += rest * more;
        if (people == up_to)
            proof->margin[c] = rest;
    }
    return people >= total.low && people <= total.high;
}

/* The least that seats cost beyond their price. Between two numbers of whole
 * groups the cost rises and then stays, so it is bent upwards: only the ends
 * and whole groups can be the least, and of these the first and the last. */
static bool prove_shared(const struct box *box, const struct proof *proof,
                         uint32_t i, wide *least)
{
    const struct market *market = box->market;
    const struct shared *shared = &market->shared[i];
    const struct range seats = box->ranges[box_of_shared(market, i)];
    const int64_t size = shared->group_seats;
    const int64_t tries[] = {seats.low, seats.high,
                             (seats.low + size - 1) / size * size,
                             seats.high / size * size};
    bool found = false;
    wide best = 0;

    for (size_t t = 0; t < sizeof(tries) / sizeof(tries[0]); t++) {
        if (tries[t] < seats.low || tries[t] > seats.high)
            continue;
        const wide rest = ((wide)shared_price(shared, tries[t]) << PART_BITS) -
                          (wide)proof->seat[i] * tries[t];
        if (!found || rest < best)
            best = rest;
        found = true;
    }
    *least += best;
    return found;
}

bool bound_prove(const struct box *box, struct proof *proof, wide *ret_least)
{
    const struct market *market = box->market;
    wide least = (wide)proof->person * box->people;

    find_rests(market, proof);
    for (uint32_t c = 0; c < market->crowd_count; c++)
        if (!prove_crowd(box, proof, c, &least))
            return false;
    for (uint32_t i = 0; i < market->shared_count; i++)
        if (!prove_shared(box, proof, i, &least))
            return false;
    *ret_least = least;
    return true;
}

/* ---- narrowing ---- */

/* How many people more than need be are paid for by so much. */
static int64_t people_for(wide more, wide each)
{
    const wide people = more / each;

    return people > BUY_PEOPLE_MOST ? BUY_PEOPLE_MOST : (int64_t)people;
}

static void narrow(struct box *box, uint32_t which, wide each, wide more)
{
    struct range range = box->ranges[which];

    if (each > 0) {
        const int64_t most = range.low + people_for(more, each);
        if (most < range.high)
            box_set(box, which, range.low, most);
    } else if (each < 0) {
        const int64_t fewest = range.high - people_for(more, -each);
        if (fewest > range.low)
            box_set(box, which, fewest, range.high);
    }
}

/* What the total of a crowd leaves to each of its choices, when the others have
 * as many or as few as they can. */
static void spread_total(struct box *box, uint32_t c)
{
    const struct crowd *crowd = &box->market->crowds[c];
    const struct range total = box->ranges[box_of_crowd(box->market, c)];
    int64_t fewest = 0, most = 0;

    for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++) {
        fewest += box->ranges[o].low;
        most += box->ranges[o].high;
    }
    for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++) {
        const struct range own = box->ranges[o];
        const int64_t low = total.low - (most - own.high);
        const int64_t high = total.high - (fewest - own.low);
        if (low > own.low || high < own.high)
            box_set(box, o, low > own.low ? low : own.low,
                    high < own.high ? high : own.high);
    }
}

/* With a crowd's margin as the price of belonging to its total, each choice
 * stands at an end of its range, and each person away from there costs at least
 * what is left of its line. */
void bound_narrow(struct box *box, const struct proof *proof, wide more)
{
    const struct market *market = box->market;

    for (uint32_t c = 0; c < market->crowd_count; c++) {
        const struct crowd *crowd = &market->crowds[c];
        narrow(box, box_of_crowd(market, c), proof->margin[c], more);
        for (uint32_t o = crowd->first; o < crowd->first + crowd->count; o++)
            narrow(box, o, proof->rest[o] - proof->margin[c], more);
        spread_total(box, c);
    }
}
