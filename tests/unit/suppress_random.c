/* SPDX-License-Identifier: MIT */
/* Draws people and counts them. */
#include "suppress_random.h"

#include <string.h>

static uint32_t draw(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)(*state >> 8) * below >> 24);
}

/* Of two draws the smaller one, so that some groups are small. */
static uint32_t draw_low(uint32_t *state, uint32_t below)
{
    const uint32_t a = draw(state, below), b = draw(state, below);

    return a < b ? a : b;
}

static void add_group(struct suppress_random *random, uint32_t by,
                      uint32_t inside)
{
    const size_t at = random->table.group_count++;

    random->by[at] = by;
    random->inside[at] = inside;
}

static void count_one(struct suppress_random *random, uint32_t group,
                      const uint32_t *states)
{
    random->staff[group]++;
    random->both[group] +=
        states[0] == SUPPRESS_UNMET && states[1] == SUPPRESS_UNMET;
    for (size_t need = 0; need < random->table.need_count; need++)
        random->counts[suppress_cell(&random->table, need, group,
                                     states[need])]++;
}

enum kind { APART, OFTEN, ALWAYS, NEVER, ONE_OF_THEM, KINDS };

/* What lacking the first need says of the second. */
static void tie(uint32_t *states, enum kind kind, uint32_t of_ten)
{
    const bool lacks = states[0] == SUPPRESS_UNMET;

    if ((kind == OFTEN && lacks && of_ten < 6) || (kind == ALWAYS && lacks) ||
        (kind == ONE_OF_THEM && !lacks))
        states[1] = SUPPRESS_UNMET;
    else if (states[1] == SUPPRESS_UNMET && kind == NEVER && lacks)
        states[1] = SUPPRESS_MET;
}

/* In a third of the tables none. */
static void draw_known(struct suppress_random *random, uint32_t *state)
{
    const uint32_t of_ten = 3 * draw(state, 3);

    for (size_t need = 0; need < random->table.need_count; need++)
        for (size_t g = 0; g < random->table.group_count; g++)
            random->known[need * random->table.group_count + g] =
                random->by[g] == 3 && draw(state, 10) < of_ten;
}

static void count_people(struct suppress_random *random, uint32_t *state,
                         uint32_t staff, uint32_t teams, uint32_t roles,
                         enum kind kind)
{
    const uint32_t first_role = (uint32_t)random->table.group_count - roles;
    uint32_t of_ten[RANDOM_NEEDS][2], states[RANDOM_NEEDS];

    for (unsigned need = 0; need < RANDOM_NEEDS; need++) {
        of_ten[need][0] = draw(state, 11);
        of_ten[need][1] = of_ten[need][0] + draw(state, 11);
    }
    for (uint32_t i = 0; i < staff; i++) {
        const uint32_t role = first_role + draw_low(state, roles);
        for (unsigned need = 0; need < RANDOM_NEEDS; need++) {
            const uint32_t number = draw(state, 11);
            states[need] = number < of_ten[need][0]   ? SUPPRESS_MET
                           : number < of_ten[need][1] ? SUPPRESS_UNMET
                                                      : SUPPRESS_ASK;
        }
        if (kind != APART)
            tie(states, kind, draw(state, 10));
        for (unsigned need = 0; need < RANDOM_NEEDS; need++)
            if (suppress_is_known(&random->table, need, role))
                states[need] = SUPPRESS_MET;
        count_one(random, 0, states);
        count_one(random, 1 + draw_low(state, teams), states);
        count_one(random, random->inside[role], states);
        count_one(random, role, states);
    }
}

static void fill(struct suppress_random *random, uint32_t seed,
                 uint32_t most_staff, enum kind kind)
{
    uint32_t state = seed * 2654435761u + 1;

    memset(random, 0, sizeof(*random));
    random->table = (struct suppress_table){.need_count = RANDOM_NEEDS,
                                            .by = random->by,
                                            .inside = random->inside,
                                            .staff = random->staff,
                                            .counts = random->counts,
                                            .known = random->known,
                                            .shown = random->shown,
                                            .hidden = random->hidden};
    const uint32_t staff = 5 + draw(&state, most_staff - 4);
    const uint32_t teams = 1 + draw(&state, 5);
    const uint32_t grades = 1 + draw(&state, 4);
    const uint32_t roles = grades + draw(&state, 6);
    add_group(random, 0, 0);
    for (uint32_t i = 0; i < teams; i++)
        add_group(random, 1, 0);
    for (uint32_t i = 0; i < grades; i++)
        add_group(random, 2, 0);
    for (uint32_t i = 0; i < roles; i++)
        add_group(random, 3,
                  1 + teams + (i < grades ? i : draw(&state, grades)));
    draw_known(random, &state);
    count_people(random, &state, staff, teams, roles, kind);
}

void suppress_random_init(struct suppress_random *random, uint32_t seed,
                          uint32_t most_staff)
{
    fill(random, seed, most_staff, APART);
}

void suppress_random_pair(struct suppress_random *random, uint32_t seed,
                          uint32_t most_staff)
{
    fill(random, seed, most_staff, (enum kind)(seed % KINDS));
}
