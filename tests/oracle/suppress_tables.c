/* SPDX-License-Identifier: MIT */
/* Writes random tables as they would be published, for suppress_attack.py.
 *
 *     suppress_tables tables COUNT FIRST_SEED MOST_STAFF BROKEN
 *     suppress_tables pairs COUNT FIRST_SEED MOST_STAFF BROKEN
 *     suppress_tables large NEEDS TEAMS GRADES ROLES STAFF
 *     suppress_tables repeat STAFF...
 *
 * `tables`: each need is a block:
 *
 *     need SEED NUMBER
 *     group NUMBER GROUPING INSIDE STAFF MET ASK UNMET     "?" is hidden
 *     known NUMBER MET ASK UNMET                           hidden or not
 *     small GROUP STATE                                    what to aim at
 *
 * `pairs`: likewise two needs of which it may be told how many lack both, if
 * it may, with the truth to aim at:
 *
 *     pair SEED BOTH
 *     both GROUP BOTH FIRST SECOND     so many lack them
 *
 * `large`: how long one table of that size takes and how much of it is hidden.
 * `repeat`: all tables of some teams with so many staff: how often somebody who
 * knows how the program works, and runs it on each of them, is left with one
 * value of a small count. 0, or 1 with wrong arguments. */
#include "suppress_random.h"
#include "workforce/suppress_both.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool is_small(uint32_t count)
{
    return count > 0 && count < SUPPRESS_LEAST;
}

static bool suppress(struct suppress_table *table)
{
    sg_error error = {0};

    if (suppress_small(table, SUPPRESS_LEAST, &error) == SG_OK)
        return true;
    fprintf(stderr, "%s\n", error.message);
    return false;
}

/* ---- tables ---- */

static void print_need(const struct suppress_table *table, size_t need)
{
    for (uint32_t g = 0; g < table->group_count; g++) {
        if (table->shown[g] != g)
            continue;
        printf("group %u %u %u %u", g, table->by[g],
               table->shown[table->inside[g]], table->staff[g]);
        for (size_t s = 0; s < SUPPRESS_STATES; s++) {
            const size_t at = suppress_cell(table, need, g, s);
            if (table->hidden[at])
                fputs(" ?", stdout);
            else
                printf(" %u", table->counts[at]);
        }
        putchar('\n');
    }
    for (uint32_t g = 0; g < table->group_count; g++)
        if (table->shown[g] == g && suppress_is_known(table, need, g)) {
            const uint32_t *row =
                &table->counts[suppress_cell(table, need, g, 0)];
            printf("known %u %u %u %u\n", g, row[0], row[1], row[2]);
        }
    for (uint32_t g = 0; g < table->group_count; g++)
        for (size_t s = 0; s < SUPPRESS_STATES; s++)
            if (table->shown[g] == g &&
                is_small(table->counts[suppress_cell(table, need, g, s)]))
                printf("small %u %zu\n", g, s);
}

static int tables(const uint32_t *numbers)
{
    static struct suppress_random random;

    for (uint32_t i = 0; i < numbers[0]; i++) {
        suppress_random_init(&random, numbers[1] + i, numbers[2]);
        random.table.broken = (enum suppress_broken)numbers[3];
        if (!suppress(&random.table))
            return EXIT_FAILURE;
        for (size_t need = 0; need < random.table.need_count; need++) {
            printf("need %u %zu\n", numbers[1] + i, need);
            print_need(&random.table, need);
        }
    }
    return EXIT_SUCCESS;
}

/* ---- pairs ---- */

static void print_pair(const struct suppress_random *random, uint32_t seed)
{
    const struct suppress_table *table = &random->table;

    printf("pair %u %u\n", seed, random->both[0]);
    for (uint32_t g = 0; g < table->group_count; g++) {
        uint32_t both = 0;
        for (uint32_t i = 0; i < table->group_count; i++)
            both += table->shown[i] == g ? random->both[i] : 0;
        if (table->shown[g] == g)
            printf("both %u %u %u %u\n", g, both,
                   table->counts[suppress_cell(table, 0, g, SUPPRESS_UNMET)],
                   table->counts[suppress_cell(table, 1, g, SUPPRESS_UNMET)]);
    }
    for (size_t need = 0; need < table->need_count; need++) {
        printf("need %u %zu\n", seed, need);
        print_need(table, need);
    }
}

static int pairs(const uint32_t *numbers)
{
    static struct suppress_random random;

    for (uint32_t i = 0; i < numbers[0]; i++) {
        suppress_random_pair(&random, numbers[1] + i, numbers[2]);
        random.table.broken = (enum suppress_broken)numbers[3];
        if (!suppress(&random.table))
            return EXIT_FAILURE;
        bool may_tell = true;
        for (size_t need = 0; need < 2; need++) {
            const size_t at =
                suppress_cell(&random.table, need, 0, SUPPRESS_UNMET);
            may_tell &= !random.hidden[at] && random.counts[at] > 0;
        }
        if (may_tell && suppress_both(&random.table, 0, 1, random.both[0],
                                      SUPPRESS_LEAST, &may_tell, NULL) != SG_OK)
            return EXIT_FAILURE;
        if (may_tell)
            print_pair(&random, numbers[1] + i);
    }
    return EXIT_SUCCESS;
}

/* ---- large ---- */

static uint32_t seed_state = 1;

static uint32_t draw(uint32_t below)
{
    seed_state = seed_state * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)(seed_state >> 8) * below >> 24);
}

static void *zeroed(size_t count, size_t size)
{
    void *memory = calloc(count, size);

    if (!memory)
        abort();
    return memory;
}

/* Each need is asked of a part of the staff and met by a share of its own; the
 * rest of the staff meets it. */
static void count_person(struct suppress_table *table, const uint32_t *groups)
{
    for (unsigned i = 0; i < 4; i++)
        table->staff[groups[i]]++;
    for (uint32_t need = 0; need < table->need_count; need++) {
        const uint32_t number = draw(100), share = need * 7919 % 90;
        const uint32_t state = number >= share          ? SUPPRESS_MET
                               : number < share * 2 / 3 ? SUPPRESS_UNMET
                                                        : SUPPRESS_ASK;
        for (unsigned i = 0; i < 4; i++)
            table->counts[suppress_cell(table, need, groups[i], state)]++;
    }
}

static void print_large(const struct suppress_table *table, double seconds)
{
    uint64_t cells = 0, small = 0, hidden = 0, unmet = 0, merged = 0;

    for (uint32_t g = 0; g < table->group_count; g++) {
        merged += table->shown[g] != g;
        for (size_t need = 0; need < table->need_count; need++)
            for (size_t s = 0; s < SUPPRESS_STATES; s++) {
                const size_t at = suppress_cell(table, need, g, s);
                if (table->shown[g] != g)
                    continue;
                cells++;
                small += is_small(table->counts[at]);
                hidden += table->hidden[at];
                unmet += s == SUPPRESS_UNMET && table->hidden[at];
            }
    }
    printf("%zu needs, %zu groups (%" PRIu64 " not shown), %u staff: %.3f s; "
           "of %" PRIu64 " counts %.1f %% are small, %.1f %% hidden; of the "
           "unmet %.1f %% hidden\n",
           table->need_count, table->group_count, merged, table->staff[0],
           seconds, cells, 100.0 * (double)small / (double)cells,
           100.0 * (double)hidden / (double)cells,
           300.0 * (double)unmet / (double)cells);
}

static int large(const uint32_t *numbers)
{
    const uint32_t teams = numbers[1], grades = numbers[2], roles = numbers[3];
    const size_t groups = 1 + (size_t)teams + grades + roles;
    const size_t cells = numbers[0] * groups * SUPPRESS_STATES;
    uint32_t *by = zeroed(groups, sizeof(*by));
    uint32_t *inside = zeroed(groups, sizeof(*inside));
    struct suppress_table table = {
        .need_count = numbers[0],
        .group_count = groups,
        .by = by,
        .inside = inside,
        .staff = zeroed(groups, sizeof(*table.staff)),
        .counts = zeroed(cells, sizeof(*table.counts)),
        .shown = zeroed(groups, sizeof(*table.shown)),
        .hidden = zeroed(cells, sizeof(*table.hidden))};

    for (uint32_t g = 1; g < groups; g++) {
        by[g] = g <= teams ? 1 : g <= teams + grades ? 2 : 3;
        inside[g] = by[g] == 3 ? 1 + teams + (g - 1 - teams) % grades : 0;
    }
    for (uint32_t i = 0; i < numbers[4]; i++) {
        const uint32_t role = 1 + teams + grades + draw(roles);
        const uint32_t own[4] = {0, 1 + draw(teams), inside[role], role};
        count_person(&table, own);
    }
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    const bool good = suppress(&table);
    clock_gettime(CLOCK_MONOTONIC, &end);
    print_large(&table, (double)(end.tv_sec - begin.tv_sec) +
                            (double)(end.tv_nsec - begin.tv_nsec) / 1e9);
    free(by);
    free(inside);
    free(table.staff);
    free(table.counts);
    free(table.shown);
    free(table.hidden);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* ---- repeat ---- */

enum { TEAMS_MOST = 4, ROW = (TEAMS_MOST + 1) * SUPPRESS_STATES };

/* What is published (hidden: -1), then what is so. */
struct outcome {
    int32_t published[ROW];
    int32_t counts[ROW];
};

struct all {
    struct suppress_random random;
    uint32_t staff[TEAMS_MOST];
    uint32_t teams;
    struct outcome *outcomes;
    size_t count, room;
};

static void add_outcome(struct all *all)
{
    struct suppress_table *table = &all->random.table;
    struct outcome outcome = {0};

    if (all->count == all->room) {
        all->room = all->room * 2 + 1024;
        all->outcomes =
            realloc(all->outcomes, all->room * sizeof(*all->outcomes));
    }
    if (!all->outcomes || !suppress(table))
        abort();
    for (size_t i = 0; i < table->group_count * SUPPRESS_STATES; i++) {
        outcome.counts[i] = (int32_t)table->counts[i];
        outcome.published[i] = table->hidden[i] ? -1 : outcome.counts[i];
    }
    all->outcomes[all->count++] = outcome;
}

static void each_row(struct all *all, uint32_t team)
{
    struct suppress_table *table = &all->random.table;
    uint32_t *row = &table->counts[(size_t)(team + 1) * SUPPRESS_STATES];

    if (team == all->teams || team >= TEAMS_MOST) {
        for (size_t s = 0; s < SUPPRESS_STATES; s++) {
            table->counts[s] = 0;
            for (size_t g = 1; g < table->group_count; g++)
                table->counts[s] += table->counts[g * SUPPRESS_STATES + s];
        }
        add_outcome(all);
        return;
    }
    for (uint32_t met = 0; met <= all->staff[team]; met++)
        for (uint32_t ask = 0; met + ask <= all->staff[team]; ask++) {
            row[SUPPRESS_MET] = met;
            row[SUPPRESS_ASK] = ask;
            row[SUPPRESS_UNMET] = all->staff[team] - met - ask;
            each_row(all, team + 1);
        }
}

static int compare_outcomes(const void *a, const void *b)
{
    return memcmp(((const struct outcome *)a)->published,
                  ((const struct outcome *)b)->published,
                  sizeof(((const struct outcome *)a)->published));
}

/* Small counts that are the same in all tables that are published alike. */
static void count_known(const struct outcome *alike, size_t count,
                        uint64_t *known, uint64_t *small)
{
    for (size_t i = 0; i < ROW; i++) {
        bool same = true;
        for (size_t o = 0; o < count; o++) {
            same = same && alike[o].counts[i] == alike[0].counts[i];
            *small += is_small((uint32_t)alike[o].counts[i]);
        }
        if (same && is_small((uint32_t)alike[0].counts[i]))
            *known += count;
    }
}

static int repeat(const uint32_t *numbers, uint32_t teams)
{
    static struct all all;
    uint64_t known = 0, small = 0;

    suppress_random_init(&all.random, 1, 10);
    all.random.table.need_count = 1;
    all.random.table.group_count = teams + 1;
    all.teams = teams;
    memset(all.random.inside, 0, sizeof(all.random.inside));
    memset(all.random.known, 0, sizeof(all.random.known));
    all.random.staff[0] = 0;
    for (uint32_t i = 0; i < teams; i++) {
        all.random.by[i + 1] = 1;
        all.random.staff[i + 1] = all.staff[i] = numbers[i];
        all.random.staff[0] += numbers[i];
    }
    each_row(&all, 0);
    qsort(all.outcomes, all.count, sizeof(*all.outcomes), compare_outcomes);
    for (size_t i = 0, next; i < all.count; i = next) {
        next = i + 1;
        while (next < all.count &&
               compare_outcomes(&all.outcomes[i], &all.outcomes[next]) == 0)
            next++;
        count_known(&all.outcomes[i], next - i, &known, &small);
    }
    printf("%zu tables: %" PRIu64 " of %" PRIu64 " small counts (%.2f %%) are "
           "known to who runs the program on all of them\n",
           all.count, known, small, 100.0 * (double)known / (double)small);
    free(all.outcomes);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    uint32_t numbers[5] = {0};

    for (int i = 2; i < argc && i < 7; i++)
        numbers[i - 2] = (uint32_t)strtoul(argv[i], NULL, 10);
    if (argc == 6 && strcmp(argv[1], "tables") == 0)
        return tables(numbers);
    if (argc == 6 && strcmp(argv[1], "pairs") == 0)
        return pairs(numbers);
    if (argc == 7 && strcmp(argv[1], "large") == 0)
        return large(numbers);
    if (argc > 2 && argc <= 2 + TEAMS_MOST && strcmp(argv[1], "repeat") == 0)
        return repeat(numbers, (uint32_t)argc - 2);
    fputs("suppress_tables tables|pairs|large|repeat NUMBER...\n", stderr);
    return EXIT_FAILURE;
}
