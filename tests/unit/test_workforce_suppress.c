/* SPDX-License-Identifier: MIT */
/* What is hidden cannot be worked out: against an attacker who has everything
 * that is published, and tries every row that a group can have. */
#include "suppress_random.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Cases of one need are written as rows of met, ask, unmet; group 0 first, and
 * all others are teams. */
static void from_rows(struct suppress_random *random, size_t groups,
                      const uint32_t rows[][SUPPRESS_STATES])
{
    suppress_random_init(random, 1, SUPPRESS_LEAST);
    random->table.need_count = 1;
    random->table.group_count = groups;
    memset(random->known, 0, sizeof(random->known));
    for (size_t g = 0; g < groups; g++) {
        random->by[g] = 1;
        random->inside[g] = 0;
        random->staff[g] = 0;
        for (size_t s = 0; s < SUPPRESS_STATES; s++) {
            random->counts[g * SUPPRESS_STATES + s] = rows[g][s];
            random->staff[g] += rows[g][s];
        }
    }
}

static struct suppress_random own;

Test(workforce_suppress, nothing_is_hidden_where_nothing_is_small)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {
        {20, 5, 0}, {10, 5, 0}, {10, 0, 0}};

    from_rows(&own, 3, rows);
    cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
    for (size_t i = 0; i < 3 * SUPPRESS_STATES; i++)
        cr_expect_not(own.hidden[i], "count %zu", i);
}

Test(workforce_suppress, one_small_count_takes_three_others_with_it)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {
        {47, 0, 19}, {12, 0, 2}, {10, 0, 10}, {25, 0, 7}};
    static const char *const marks[] = {"...", "?.?", "?.?", "..."};

    from_rows(&own, 4, rows);
    cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
    for (size_t i = 0; i < 4 * SUPPRESS_STATES; i++)
        cr_expect_eq(own.hidden[i],
                     marks[i / SUPPRESS_STATES][i % SUPPRESS_STATES] == '?',
                     "count %zu", i);
}

Test(workforce_suppress, what_everybody_knows_is_no_cover)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {
        {46, 0, 8}, {10, 0, 4}, {1, 0, 4}, {10, 0, 0}, {25, 0, 0}};
    static const char *const marks[2][5] = {
        {"...", "?.?", "?.?", "?.?", "..."},
        {"...", "?.?", "?.?", "...", "?.?"}};

    for (unsigned known = 0; known < 2; known++) {
        from_rows(&own, 5, rows);
        own.known[3] = known == 1;
        cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
        for (size_t i = 0; i < 5 * SUPPRESS_STATES; i++)
            cr_expect_eq(
                own.hidden[i],
                marks[known][i / SUPPRESS_STATES][i % SUPPRESS_STATES] == '?',
                "known: %u, count %zu", known, i);
    }
}

Test(workforce_suppress, put_together_with_others_a_known_row_no_longer_is)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {
        {33, 0, 3}, {3, 0, 0}, {1, 0, 3}, {29, 0, 0}};

    for (unsigned both = 0; both < 2; both++) {
        from_rows(&own, 4, rows);
        own.known[1] = true;
        own.known[2] = both == 1;
        cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
        cr_expect_eq(own.shown[2], 1);
        cr_expect_eq(own.known[1], both == 1);
    }
}

/* One role each in two grades, three in a third: their cover is found there. */
Test(workforce_suppress, a_need_of_many_small_counts_is_not_hidden_whole)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {
        {13, 150, 0}, {11, 100, 0}, {1, 20, 0}, {1, 30, 0}, {5, 40, 0},
        {4, 40, 0},   {2, 20, 0},   {1, 20, 0}, {1, 30, 0}};
    static const uint32_t inside[] = {0, 0, 0, 0, 1, 1, 1, 2, 3};
    static const char *const marks[] = {"...", "??.", "??.", "??.", "...",
                                        "??.", "??.", "??.", "??."};

    from_rows(&own, 9, rows);
    for (size_t g = 1; g < 9; g++) {
        own.inside[g] = inside[g];
        own.by[g] = inside[g] == 0 ? 2 : 3;
    }
    cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
    for (size_t i = 0; i < 9 * SUPPRESS_STATES; i++)
        cr_expect_eq(own.hidden[i],
                     marks[i / SUPPRESS_STATES][i % SUPPRESS_STATES] == '?',
                     "count %zu", i);
}

Test(workforce_suppress, two_groups_of_4_take_a_third_with_them)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {
        {44, 0, 0}, {4, 0, 0}, {20, 0, 0}, {4, 0, 0}, {16, 0, 0}};

    from_rows(&own, 5, rows);
    cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
    cr_expect_eq(own.shown[2], 2);
    for (size_t g = 1; g < 5; g += g == 1 ? 2 : 1)
        cr_expect_eq(own.shown[g], 1, "group %zu", g);
    cr_expect_eq(own.staff[1], 24);
    cr_expect_eq(own.counts[SUPPRESS_STATES], 24);
    cr_expect_eq(own.staff[3], 0);
}

Test(workforce_suppress, two_groups_of_3_and_4_are_enough)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {
        {27, 0, 0}, {4, 0, 0}, {20, 0, 0}, {3, 0, 0}};

    from_rows(&own, 4, rows);
    cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
    cr_expect_eq(own.shown[3], 1);
    cr_expect_eq(own.shown[2], 2);
    cr_expect_eq(own.staff[1], 7);
}

Test(workforce_suppress, of_less_than_5_people_nothing_is_published)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {{4, 0, 0}, {4, 0, 0}};

    from_rows(&own, 2, rows);
    cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
    for (size_t i = 0; i < 2 * SUPPRESS_STATES; i++)
        cr_expect(own.hidden[i], "count %zu", i);
}

Test(workforce_suppress, what_does_not_add_up_is_refused_and_hidden)
{
    static const uint32_t rows[][SUPPRESS_STATES] = {{20, 5, 0}, {20, 0, 5}};
    sg_error error = {0};

    from_rows(&own, 2, rows);
    cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "sums");
    for (size_t i = 0; i < 2 * SUPPRESS_STATES; i++)
        cr_expect(own.hidden[i], "count %zu", i);
}

/* ---- an attacker who shares no code and no theory: sets of rows ---- */

enum { STAFF_MOST = 40 };
#define NO_GUESS UINT32_MAX

/* The rows that a group can have: bit `ask` of rows[met]. */
struct rows {
    uint64_t rows[STAFF_MOST + 1];
};

/* What the attacker supposes: one count is 0, or it is 5 or more. */
struct guess {
    size_t need;
    uint32_t group, state;
    bool none;
};

static bool fits(const struct suppress_table *table, const struct guess *guess,
                 uint32_t group, uint32_t met, uint32_t ask)
{
    const uint32_t row[SUPPRESS_STATES] = {[SUPPRESS_MET] = met,
                                           [SUPPRESS_ASK] = ask,
                                           [SUPPRESS_UNMET] =
                                               table->staff[group] - met - ask};

    for (uint32_t s = 0; s < SUPPRESS_STATES; s++) {
        const size_t at = suppress_cell(table, guess->need, group, s);
        const bool open =
            table->hidden[at] && !suppress_is_known(table, guess->need, group);
        if (!open && table->counts[at] != row[s])
            return false;
    }
    if (group != guess->group)
        return true;
    return guess->none ? row[guess->state] == 0
                       : row[guess->state] >= SUPPRESS_LEAST;
}

static void add_rows(struct rows *sum, const struct rows *part)
{
    const struct rows old = *sum;

    memset(sum, 0, sizeof(*sum));
    for (uint32_t met = 0; met <= STAFF_MOST; met++)
        for (uint32_t ask = 0; part->rows[met] >> ask; ask++)
            if (part->rows[met] >> ask & 1)
                for (uint32_t i = 0; i + met <= STAFF_MOST; i++)
                    sum->rows[i + met] |= old.rows[i] << ask;
}

/* Of each group, without a guess; for the need at hand. */
static struct rows unguessed[RANDOM_GROUPS];

/* Whether a guess about a group says something about this one. */
static bool is_about(const struct suppress_table *table,
                     const struct guess *guess, uint32_t group)
{
    uint32_t g = guess->group;

    while (g != NO_GUESS && g != group && g != 0)
        g = table->shown[table->inside[g]];
    return g == group;
}

static void possible_rows(const struct suppress_table *table,
                          const struct guess *guess, uint32_t group,
                          struct rows *ret_rows)
{
    const uint32_t staff = table->staff[group];

    memset(ret_rows, 0, sizeof(*ret_rows));
    for (uint32_t met = 0; met <= staff; met++)
        for (uint32_t ask = 0; met + ask <= staff; ask++)
            if (fits(table, guess, group, met, ask))
                ret_rows->rows[met] |= (uint64_t)1 << ask;
    for (uint32_t by = 1; by <= 3; by++) {
        struct rows sum = {.rows = {1}}, part;
        bool any = false;
        for (uint32_t g = 1; g < table->group_count; g++) {
            if (table->shown[g] != g || table->by[g] != by ||
                table->shown[table->inside[g]] != group)
                continue;
            part = unguessed[g];
            if (is_about(table, guess, g))
                possible_rows(table, guess, g, &part);
            add_rows(&sum, &part);
            any = true;
        }
        for (uint32_t met = 0; any && met <= STAFF_MOST; met++)
            ret_rows->rows[met] &= sum.rows[met];
    }
}

/* A group has a greater number than the one that it is in. */
static void learn(const struct suppress_table *table, size_t need)
{
    const struct guess guess = {.need = need, .group = NO_GUESS};

    for (uint32_t g = (uint32_t)table->group_count; g-- > 0;)
        if (table->shown[g] == g)
            possible_rows(table, &guess, g, &unguessed[g]);
}

static bool is_possible(const struct suppress_table *table,
                        const struct guess *guess)
{
    struct rows rows;
    uint64_t any = 0;

    possible_rows(table, guess, 0, &rows);
    for (uint32_t met = 0; met <= STAFF_MOST; met++)
        any |= rows.rows[met];
    return any != 0;
}

static bool is_small(uint32_t count)
{
    return count > 0 && count < SUPPRESS_LEAST;
}

/* Even with nothing published but numbers of staff and what is known. */
static bool is_possible_hidden(const struct suppress_table *table,
                               const struct guess *guess)
{
    static bool hidden[RANDOM_CELLS];
    struct suppress_table empty = *table;

    if (!table->known)
        return true;
    memset(hidden, true, sizeof(hidden));
    empty.hidden = hidden;
    learn(&empty, guess->need);
    const bool possible = is_possible(&empty, guess);
    learn(table, guess->need);
    return possible;
}

struct tally {
    unsigned tables, broken, attacks, cells, hidden, small;
};

/* Whether anything from 1 to 4 is published or known too well. */
static bool is_broken(const struct suppress_table *table, struct tally *tally)
{
    bool broken = false;

    for (uint32_t g = 0; g < table->group_count; g++)
        broken = broken || (table->shown[g] == g && is_small(table->staff[g]));
    struct guess guess = {0};
    for (guess.need = 0; guess.need < table->need_count; guess.need++) {
        learn(table, guess.need);
        for (guess.group = 0; guess.group < table->group_count; guess.group++)
            for (guess.state = 0; guess.state < SUPPRESS_STATES;
                 guess.state++) {
                const size_t at =
                    suppress_cell(table, guess.need, guess.group, guess.state);
                if (table->shown[guess.group] != guess.group)
                    continue;
                tally->cells++;
                tally->hidden += table->hidden[at];
                if (!is_small(table->counts[at]))
                    continue;
                tally->small++;
                broken = broken || !table->hidden[at];
                for (unsigned i = 0; i < 2 && !broken; i++) {
                    guess.none = i == 0;
                    tally->attacks++;
                    broken = !is_possible(table, &guess) &&
                             is_possible_hidden(table, &guess);
                }
            }
    }
    return broken;
}

static struct tally attack(enum suppress_broken broken, unsigned tables)
{
    static struct suppress_random random;
    struct tally tally = {.tables = tables};

    for (uint32_t seed = 1; seed <= tables; seed++) {
        suppress_random_init(&random, seed, STAFF_MOST);
        random.table.broken = broken;
        cr_assert_eq(suppress_small(&random.table, SUPPRESS_LEAST, NULL),
                     SG_OK);
        const bool found = is_broken(&random.table, &tally);
        tally.broken += found;
        if (broken == SUPPRESS_AS_IT_IS)
            cr_expect(!found, "seed %u is known too well", seed);
    }
    return tally;
}

static unsigned tables_wanted(unsigned otherwise)
{
    const char *text = getenv("SUPPRESS_TABLES");

    return text ? (unsigned)strtoul(text, NULL, 10) : otherwise;
}

/* Of a hundred counts, in tables where three of ten are small. */
enum { MOST_HIDDEN = 47 };

Test(workforce_suppress, nothing_small_can_be_worked_out)
{
    const struct tally tally = attack(SUPPRESS_AS_IT_IS, tables_wanted(500));

    cr_log_info("%u tables, %u attacks; of %u counts %u are small and %u "
                "hidden\n",
                tally.tables, tally.attacks, tally.cells, tally.small,
                tally.hidden);
    cr_assert_eq(tally.broken, 0);
    cr_assert_gt(tally.attacks, tally.tables);
    cr_assert_lt(tally.hidden * 100, tally.cells * MOST_HIDDEN);
}

/* How many of a hundred tables are broken at least. */
static const struct {
    enum suppress_broken broken;
    unsigned at_least;
    const char *what;
} rules[] = {
    {SUPPRESS_ONLY_SMALL, 85, "only small counts are hidden"},
    {SUPPRESS_ONLY_ROWS, 25, "nothing is hidden for the sake of sums"},
    {SUPPRESS_NO_NESTING, 2, "roles are not known to make up grades"},
    {SUPPRESS_NO_LEAST, 2, "a hidden count need not be able to be 0"},
    {SUPPRESS_NO_MOST, 2, "it need not be able to be 5"},
    {SUPPRESS_NO_MERGING, 50, "small groups are shown"},
    {SUPPRESS_NO_KNOWN, 2, "rows that everybody knows are taken for cover"},
};

Test(workforce_suppress, without_any_one_rule_the_attacker_succeeds)
{
    for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
        const struct tally tally =
            attack(rules[i].broken, tables_wanted(500) / 4);
        cr_log_info("%s: %u of %u broken\n", rules[i].what, tally.broken,
                    tally.tables);
        cr_expect_geq(tally.broken * 100, tally.tables * rules[i].at_least,
                      "%s: only %u of %u", rules[i].what, tally.broken,
                      tally.tables);
    }
}
