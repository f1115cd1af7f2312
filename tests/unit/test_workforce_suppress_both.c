/* SPDX-License-Identifier: MIT */
/* How many lack two needs at once is told only far from what else is known.
 * That it is far enough is held to an attacker in tests/oracle. */
#include "suppress_random.h"
#include "workforce/suppress_both.h"

#include <criterion/criterion.h>
#include <string.h>

struct group {
    uint32_t by, inside, staff, first, second; /* so many lack the needs */
};

static struct suppress_random own;

static void from_groups(const struct group *groups, size_t count)
{
    suppress_random_init(&own, 1, SUPPRESS_LEAST);
    memset(own.known, 0, sizeof(own.known));
    own.table.group_count = count;
    for (size_t g = 0; g < count; g++) {
        const uint32_t lack[] = {groups[g].first, groups[g].second};
        own.by[g] = groups[g].by;
        own.inside[g] = groups[g].inside;
        own.staff[g] = groups[g].staff;
        for (size_t need = 0; need < 2; need++) {
            uint32_t *row = &own.counts[suppress_cell(&own.table, need, g, 0)];
            row[SUPPRESS_MET] = groups[g].staff - lack[need];
            row[SUPPRESS_ASK] = 0;
            row[SUPPRESS_UNMET] = lack[need];
        }
    }
    cr_assert_eq(suppress_small(&own.table, SUPPRESS_LEAST, NULL), SG_OK);
}

static bool may_tell(uint32_t both)
{
    bool may = false;

    cr_assert_eq(
        suppress_both(&own.table, 0, 1, both, SUPPRESS_LEAST, &may, NULL),
        SG_OK);
    return may;
}

Test(workforce_suppress_both, what_was_worked_out_once_is_not_told)
{
    /* 28 of 60 lack something. */
    static const struct group groups[] = {
        {0, 0, 60, 12, 18}, {1, 0, 30, 6, 9}, {1, 0, 30, 6, 9}};

    from_groups(groups, 3);
    for (uint32_t both = 0; both <= 12; both++)
        cr_expect_not(may_tell(both), "%u", both);
}

/* By teams 5 to 50 can lack both, by roles 15 to 80, by the whole 0 to 100. */
static const struct group halves[] = {
    {0, 0, 200, 100, 100}, {1, 0, 95, 25, 75},  {1, 0, 105, 75, 25},
    {2, 0, 60, 45, 25},    {2, 0, 140, 55, 75}, {3, 3, 30, 25, 15},
    {3, 3, 30, 20, 10},    {3, 4, 70, 35, 40},  {3, 4, 70, 20, 35}};

enum { LEAST_BOTH = 15, MOST_BOTH = 50 };

Test(workforce_suppress_both, it_is_told_15_from_what_is_possible_and_no_nearer)
{
    from_groups(halves, sizeof(halves) / sizeof(*halves));
    for (uint32_t both = 0; both <= 100; both++)
        cr_expect_eq(may_tell(both),
                     both >= LEAST_BOTH + 15 && both + 15 <= MOST_BOTH, "%u",
                     both);
}

Test(workforce_suppress_both, of_the_whole_staff_alone_likewise)
{
    from_groups(halves, 1);
    for (uint32_t both = 0; both <= 100; both++)
        cr_expect_eq(may_tell(both), both >= 15 && both + 15 <= 100, "%u",
                     both);
}

Test(workforce_suppress_both, of_groups_that_the_proof_is_not_for_it_is_not)
{
    /* A third grouping, and a group inside one inside one. */
    static const struct group third[] = {{0, 0, 200, 100, 100},
                                         {1, 0, 200, 100, 100},
                                         {2, 0, 200, 100, 100},
                                         {3, 0, 200, 100, 100}};
    static const struct group deep[] = {{0, 0, 200, 100, 100},
                                        {1, 0, 200, 100, 100},
                                        {2, 1, 200, 100, 100},
                                        {3, 2, 200, 100, 100}};
    static const struct group twice[] = {{0, 0, 200, 100, 100},
                                         {1, 0, 200, 100, 100},
                                         {2, 1, 200, 100, 100},
                                         {3, 1, 200, 100, 100}};

    from_groups(third, 3);
    cr_expect(may_tell(50));
    from_groups(third, 4);
    cr_expect_not(may_tell(50));
    from_groups(deep, 3);
    cr_expect(may_tell(50));
    from_groups(deep, 4);
    cr_expect_not(may_tell(50));
    from_groups(twice, 4);
    cr_expect_not(may_tell(50));
}
