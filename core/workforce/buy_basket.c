/* SPDX-License-Identifier: MIT */
/* A basket of seats for people: filling it as a careful person would, emptying
 * it again, and exchanging. */
#include "workforce/buy_inside.h"

#include <string.h>

bool basket_init(struct basket *basket, struct market *market)
{
    struct arena *arena = &market->arena;

    *basket = (struct basket){
        .market = market,
        .taken = arena_array(arena, market->choice_count, sizeof(int64_t)),
        .left = arena_array(arena, market->crowd_count, sizeof(int64_t)),
        .seats = arena_array(arena, market->shared_count, sizeof(int64_t)),
        .added = arena_array(arena, market->choice_count, sizeof(int64_t))};
    if (arena->failed)
        return false;
    basket_clear(basket);
    return true;
}

void basket_clear(struct basket *basket)
{
    const struct market *market = basket->market;

    memset(basket->taken, 0, market->choice_count * sizeof(int64_t));
    memset(basket->seats, 0, market->shared_count * sizeof(int64_t));
    for (uint32_t c = 0; c < market->crowd_count; c++)
        basket->left[c] = market->crowds[c].people;
    basket->people = 0;
    basket->cost = 0;
}

void basket_copy(struct basket *into, const struct basket *from)
{
    const struct market *market = from->market;

    memcpy(into->taken, from->taken, market->choice_count * sizeof(int64_t));
    memcpy(into->left, from->left, market->crowd_count * sizeof(int64_t));
    memcpy(into->seats, from->seats, market->shared_count * sizeof(int64_t));
    into->people = from->people;
    into->cost = from->cost;
}

wide basket_cost_of(const struct basket *basket, uint32_t choice,
                    int64_t people)
{
    const struct market *market = basket->market;
    const struct choice *of = &market->choices[choice];
    wide cost = (wide)of->fixed * people;

    for (uint32_t i = of->first; i < of->first + of->count; i++) {
        const struct shared *shared = &market->shared[market->parts[i]];
        const int64_t seats = basket->seats[market->parts[i]];
        cost += shared_price(shared, seats + people);
        cost -= shared_price(shared, seats);
    }
    return cost;
}

void basket_add(struct basket *basket, uint32_t choice, int64_t people)
{
    const struct market *market = basket->market;
    const struct choice *of = &market->choices[choice];

    basket->cost += basket_cost_of(basket, choice, people);
    basket->taken[choice] += people;
    basket->left[of->crowd] -= people;
    basket->people += people;
    for (uint32_t i = of->first; i < of->first + of->count; i++)
        basket->seats[market->parts[i]] += people;
}

bool basket_is_better(const struct basket *a, const struct basket *b)
{
    return a->people > b->people ||
           (a->people == b->people && a->cost < b->cost);
}

/* ---- numbers of people worth trying ---- */

enum { TRIES = 24 };

struct tries {
    int64_t people[TRIES];
    unsigned count;
};

static void try_number(struct tries *tries, int64_t people, int64_t most)
{
    if (people < 1 || people > most || tries->count == TRIES)
        return;
    for (unsigned i = 0; i < tries->count; i++)
        if (tries->people[i] == people)
            return;
    tries->people[tries->count++] = people;
}

/* One, all, and for each shared item: up to the end of the group that is
 * begun, and as many whole groups as can be. */
static void tries_more(struct tries *tries, const struct basket *basket,
                       uint32_t choice, int64_t most)
{
    const struct market *market = basket->market;
    const struct choice *of = &market->choices[choice];

    try_number(tries, 1, most);
    try_number(tries, most, most);
    for (uint32_t i = of->first; i < of->first + of->count; i++) {
        const struct shared *shared = &market->shared[market->parts[i]];
        const int64_t size = shared->group_seats;
        const int64_t begun = basket->seats[market->parts[i]] % size;
        try_number(tries, size - begun, most);
        try_number(tries, most - (begun + most) % size, most);
        if (begun < (int64_t)shared->worth - 1)
            try_number(tries, shared->worth - 1 - begun, most);
    }
}

/* The other way: down to where the group that is begun is not needed, and to
 * where whole ones are left. */
static void tries_fewer(struct tries *tries, const struct basket *basket,
                        uint32_t choice, int64_t most)
{
    const struct market *market = basket->market;
    const struct choice *of = &market->choices[choice];

    try_number(tries, 1, most);
    try_number(tries, most, most);
    for (uint32_t i = of->first; i < of->first + of->count; i++) {
        const struct shared *shared = &market->shared[market->parts[i]];
        const int64_t size = shared->group_seats;
        const int64_t begun = basket->seats[market->parts[i]] % size;
        try_number(tries, begun ? begun : size, most);
        if (most > begun)
            try_number(tries, most - (most - begun) % size, most);
        try_number(tries, begun - ((int64_t)shared->worth - 1), most);
    }
}

/* ---- filling ---- */

struct purchase {
    bool found, is_group;
    uint32_t which; /* a choice, or a shared item */
    int64_t people;
    wide cost;
};

/* More people per pound; of equal ones, more people. */
static bool is_better_buy(const struct purchase *a, const struct purchase *b)
{
    if (!b->found)
        return true;
    const wide left = (wide)a->people * b->cost;
    const wide right = (wide)b->people * a->cost;
    return left > right || (left == right && a->people > b->people);
}

static void keep_better(struct purchase *best, bool is_group, uint32_t which,
                        int64_t people, wide cost)
{
    const struct purchase purchase = {true, is_group, which, people, cost};

    if (people > 0 && is_better_buy(&purchase, best))
        *best = purchase;
}

/* The most people who can be paid for. */
static int64_t affordable(const struct basket *basket, uint32_t choice,
                          int64_t most, wide money)
{
    int64_t low = 0;

    while (low < most) {
        const int64_t middle = low + (most - low + 1) / 2;
        if (basket_cost_of(basket, choice, middle) <= money)
            low = middle;
        else
            most = middle - 1;
    }
    return low;
}

static uint64_t look_at_choice(const struct basket *basket, uint32_t choice,
                               int64_t people, wide money,
                               struct purchase *best)
{
    const struct choice *of = &basket->market->choices[choice];
    const int64_t left = basket->left[of->crowd];
    struct tries tries = {.count = 0};

    const int64_t most =
        affordable(basket, choice, left < people ? left : people, money);
    tries_more(&tries, basket, choice, most);
    for (unsigned i = 0; i < tries.count; i++)
        keep_better(best, false, choice, tries.people[i],
                    basket_cost_of(basket, choice, tries.people[i]));
    return (uint64_t)(8 + tries.count) * (of->count + 1);
}

static bool needs(const struct market *market, const struct choice *choice,
                  uint32_t part)
{
    for (uint32_t i = choice->first; i < choice->first + choice->count; i++)
        if (market->parts[i] == part)
            return true;
    return false;
}

/* Of who can use the item, the choice that costs least for one person more,
 * while there is room in the group. They are put in; the caller takes them
 * out again, or not. */
static uint64_t fill_group(struct basket *basket, uint32_t part, int64_t people,
                           wide money)
{
    const struct market *market = basket->market;
    const int64_t size = market->shared[part].group_seats;
    const wide before = basket->cost;
    int64_t room = size - basket->seats[part] % size;
    uint64_t looked = 0;

    room = room < people ? room : people;
    while (room > 0) {
        uint32_t best = UINT32_MAX;
        wide least = 0;
        for (uint32_t o = 0; o < market->choice_count; o++) {
            const struct choice *choice = &market->choices[o];
            looked += choice->count + 1;
            if (basket->left[choice->crowd] == 0 ||
                !needs(market, choice, part))
                continue;
            const wide cost = basket_cost_of(basket, o, 1);
            if (best == UINT32_MAX || cost < least) {
                best = o;
                least = cost;
            }
        }
        if (best == UINT32_MAX)
            break;
        int64_t most = basket->left[market->choices[best].crowd];
        most = affordable(basket, best, most < room ? most : room,
                          money - (basket->cost - before));
        if (most == 0)
            break;
        basket_add(basket, best, most);
        basket->added[best] += most;
        room -= most;
    }
    return looked;
}

static uint64_t look_at_group(struct basket *basket, uint32_t part,
                              int64_t people, wide money, struct purchase *best)
{
    const struct market *market = basket->market;
    const int64_t people_before = basket->people;
    const wide before = basket->cost;

    memset(basket->added, 0, market->choice_count * sizeof(int64_t));
    const uint64_t looked = fill_group(basket, part, people, money);
    keep_better(best, true, part, basket->people - people_before,
                basket->cost - before);
    for (uint32_t o = 0; o < market->choice_count; o++)
        if (basket->added[o])
            basket_add(basket, o, -basket->added[o]);
    return looked + market->choice_count;
}

/* Who shares a group is looked at until so many numbers were; then people of
 * one choice at a time, so that large problems do not take long. */
enum { GROUP_NUMBERS = 100 * 1000 * 1000 };

uint64_t basket_fill(struct basket *basket, int64_t people, wide budget,
                     bool with_groups)
{
    const struct market *market = basket->market;
    uint64_t looked = 0;

    while (basket->people < people) {
        struct purchase best = {.found = false};
        const int64_t missing = people - basket->people;
        const wide money = budget - basket->cost;
        for (uint32_t o = 0; o < market->choice_count; o++)
            if (basket->left[market->choices[o].crowd] > 0)
                looked += look_at_choice(basket, o, missing, money, &best);
        for (uint32_t i = 0;
             with_groups && looked < GROUP_NUMBERS && i < market->shared_count;
             i++)
            looked += look_at_group(basket, i, missing, money, &best);
        if (!best.found)
            break;
        if (best.is_group)
            looked += fill_group(basket, best.which, missing, money);
        else
            basket_add(basket, best.which, best.people);
    }
    return looked;
}

/* ---- emptying ---- */

/* Where nobody's leaving alone saves anything: those of the choice that the
 * fewest take. */
static void take_out_fewest(struct basket *basket)
{
    uint32_t fewest = UINT32_MAX;

    for (uint32_t o = 0; o < basket->market->choice_count; o++)
        if (basket->taken[o] > 0 &&
            (fewest == UINT32_MAX || basket->taken[o] < basket->taken[fewest]))
            fewest = o;
    basket_add(basket, fewest, -basket->taken[fewest]);
}

/* The fewest people whose leaving saves so much; all, if nothing else does. */
static int64_t fewest_to_save(const struct basket *basket, uint32_t choice,
                              wide money)
{
    int64_t low = 1, high = basket->taken[choice];

    while (low < high) {
        const int64_t middle = low + (high - low) / 2;
        if (-basket_cost_of(basket, choice, -middle) >= money)
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

/* Most money for each who leaves; of equal ones, more people: nobody is taken
 * out beyond what is to be saved, and large classes do not take long. */
static uint64_t look_at_sale(const struct basket *basket, uint32_t choice,
                             wide money, struct purchase *best)
{
    struct tries tries = {.count = 0};
    const int64_t most = fewest_to_save(basket, choice, money);

    tries_fewer(&tries, basket, choice, most);
    for (unsigned i = 0; i < tries.count; i++) {
        const struct purchase sale = {
            true, false, choice, tries.people[i],
            -basket_cost_of(basket, choice, -tries.people[i])};
        const wide left = sale.cost * best->people;
        const wide right = best->cost * sale.people;
        if (sale.cost > 0 && (!best->found || left > right ||
                              (left == right && sale.people > best->people)))
            *best = sale;
    }
    return (uint64_t)(8 + tries.count) *
           (basket->market->choices[choice].count + 1);
}

uint64_t basket_empty(struct basket *basket, wide budget)
{
    const struct market *market = basket->market;
    uint64_t looked = 0;

    while (basket->cost > budget) {
        struct purchase best = {.found = false};
        for (uint32_t o = 0; o < market->choice_count; o++)
            if (basket->taken[o] > 0)
                looked += look_at_sale(basket, o, basket->cost - budget, &best);
        if (best.found)
            basket_add(basket, best.which, -best.people);
        else
            take_out_fewest(basket);
    }
    return looked;
}

/* ---- exchanging ---- */

/* The best number of people to go from one choice to another. 0: none. */
static int64_t best_exchange(struct basket *basket, uint32_t from, uint32_t to,
                             uint64_t *looked)
{
    const struct market *market = basket->market;
    const bool same_crowd =
        market->choices[from].crowd == market->choices[to].crowd;
    int64_t most = basket->taken[from], best = 0;
    const int64_t room = basket->left[market->choices[to].crowd];
    struct tries tries = {.count = 0};
    wide least = 0;

    if (!same_crowd && room < most)
        most = room;
    if (most == 0)
        return 0;
    tries_fewer(&tries, basket, from, most);
    tries_more(&tries, basket, to, most);
    for (unsigned i = 0; i < tries.count; i++) {
        const int64_t people = tries.people[i];
        const wide before = basket->cost;
        basket_add(basket, from, -people);
        const wide cost =
            basket->cost - before + basket_cost_of(basket, to, people);
        basket_add(basket, from, people);
        if (cost < least) {
            least = cost;
            best = people;
        }
    }
    *looked += (uint64_t)tries.count * (market->choices[from].count * 3 +
                                        market->choices[to].count + 4);
    return best;
}

uint64_t basket_exchange(struct basket *basket, uint64_t most)
{
    const struct market *market = basket->market;
    uint64_t looked = 0;
    bool again = true;

    while (again && looked < most) {
        again = false;
        for (uint32_t from = 0; from < market->choice_count; from++)
            for (uint32_t to = 0; basket->taken[from] > 0 && looked < most &&
                                  to < market->choice_count;
                 to++) {
                looked++;
                const int64_t people =
                    from == to ? 0 : best_exchange(basket, from, to, &looked);
                if (people == 0)
                    continue;
                basket_add(basket, from, -people);
                basket_add(basket, to, people);
                again = true;
            }
    }
    return looked;
}
