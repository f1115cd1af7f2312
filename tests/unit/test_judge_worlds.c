/* SPDX-License-Identifier: MIT */
/* The worlds that a set of requirement lines leaves open. */
#include "judge/worlds.h"

#include "shipped.h"
#include "small.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* Goes through all worlds of t/low and returns how many there are; writes the
 * number of facts of the first one. */
static size_t count_worlds(const char *lines, size_t *ret_facts)
{
    struct shipped small;
    struct worlds worlds;
    uint32_t at[16];
    size_t count = 0;

    shipped_from_json(&small, small_framework(lines, "", "", ""));
    const struct framework *framework = small.in_use[0].framework;
    const struct role *role = &framework->roles[0];
    for (uint32_t i = 0; i < role->lines.count; i++)
        at[i] = role->lines.first + i;
    if (worlds_start(&worlds, framework, at, role->lines.count)) {
        *ret_facts = worlds.fact_count;
        do
            count++;
        while (worlds_next(&worlds));
    }
    shipped_close(&small);
    return count;
}

Test(worlds, each_choice_of_branches_is_one_world)
{
    static const struct {
        const char *lines;
        size_t worlds, facts;
        const char *reason;
    } cases[] = {
        {"", 1, 0, "no line: one world without facts"},
        {LINE("a", NVQ(2)), 1, 1, "one leaf"},
        {LINE("a", ALL(NVQ(1) "," NVQ(2))), 1, 2, "an and has no choice"},
        {LINE("a", ANY(NVQ(1) "," NVQ(2))), 2, 1, "an or has one for each"},
        {LINE("a", ANY(NVQ(1) "," NVQ(2))) "," LINE(
             "b", ANY(NVQ(1) "," NVQ(2) "," NVQ(3))),
         6, 2, "choices multiply"},
        {LINE("a", TWO_OF(NVQ(1) "," NVQ(2) "," NVQ(3))), 3, 2,
         "two of three in three ways"},
        {LINE("a", ANY(NVQ(1) "," ALL(NVQ(2) "," NVQ(3)))), 2, 1,
         "a world is kept even if another says more"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t facts = 0;
        cr_expect_eq(count_worlds(cases[i].lines, &facts), cases[i].worlds,
                     "%s", cases[i].reason);
        cr_expect_eq(facts, cases[i].facts, "%s", cases[i].reason);
    }
}

/* Lines with 2 choices each: two to the power of `count` worlds. */
static void many_choices(char *out, size_t room, int count)
{
    size_t used = 0;

    for (int i = 0; i < count; i++)
        used += (size_t)snprintf(
            out + used, room - used,
            "%s{\"id\":\"a%d\",\"items\":[\"1\"],\"needs\":" ANY(
                NVQ(1) "," NVQ(2)) "}",
            i ? "," : "", i);
}

Test(worlds, past_the_limit_there_are_none_and_the_line_is_ask)
{
    static char lines[20000];
    struct shipped small;
    size_t facts;

    many_choices(lines, sizeof lines, 12);
    cr_expect_eq(count_worlds(lines, &facts), 4096);
    many_choices(lines, sizeof lines, 13);
    cr_expect_eq(count_worlds(lines, &facts), 0);

    shipped_from_json(&small,
                      small_framework(lines, "", LINE("x", NVQ(1)), ""));
    sg_gap *gap = shipped_gap(&small, "t/low", "t/high", SG_MONTHS_UNKNOWN);
    cr_expect_eq(gap->lines[0].verdict, SG_ASK);
    cr_expect_str_eq(
        gap->lines[0].reason,
        "Your role can be met in more ways than can be gone through here.");
    sg_gap_free(gap);
    shipped_close(&small);
}
