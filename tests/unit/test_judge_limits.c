/* SPDX-License-Identifier: MIT */
/* More than can be gone through: it comes out as ask, and says so. */
#include "councils.h"

#include "judge/judge.h"
#include "judge/worlds.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { ROOM = 60000 };

#define LEVEL_1 VOCATIONAL(LEVEL("RQF", 1))
#define LEVEL_3 VOCATIONAL(LEVEL("RQF", 3))

/* So many lines of their own, each with these needs. */
static const char *lines_of(char *out, int count, const char *needs)
{
    size_t used = 0;

    out[0] = '\0';
    for (int i = 0; i < count; i++)
        used += (size_t)snprintf(out + used, ROOM - used,
                                 "%s{'id':'%d','items':['1'],'needs':%s}",
                                 i ? "," : "", i, needs);
    cr_assert_lt(used, ROOM);
    return out;
}

/* A group of so many equal parts. */
static const char *group_of(char *out, const char *head, int count,
                            const char *part)
{
    size_t used = (size_t)snprintf(out, ROOM, "{%s,'parts':[", head);

    for (int i = 0; i < count; i++)
        used += (size_t)snprintf(out + used, ROOM - used, "%s%s", i ? "," : "",
                                 part);
    cr_assert_lt(used, ROOM - 3);
    strcpy(out + used, "]}");
    return out;
}

/* From t/now to t/want, which asks for level 3. */
static struct leaf_answer judged(struct council council)
{
    struct shipped councils;
    struct judgement judgement;

    council.want = ASKS("x", LEVEL_3);
    councils_open(&councils, &council);
    const struct judging judging =
        judging_between(&councils.catalogue, shipped_role(&councils, "t/now"),
                        shipped_role(&councils, "t/want"), SG_MONTHS_UNKNOWN);
    const struct framework *t = judging.to->framework;
    judge_line(&judging, t->roles[judging.to_role].lines.first, &judgement);
    cr_expect_eq(judgement.verdict, judgement.answers[0].verdict);
    shipped_close(&councils);
    return judgement.answers[0];
}

static const struct {
    int lines;
    sg_verdict verdict;
    enum cause cause;
    const char *reason;
} now_rows[] = {
    {256, SG_UNMET, CAUSE_LEVEL_BELOW, "as many lines as there is room for"},
    {257, SG_ASK, CAUSE_TOO_MANY_WORLDS, "one more"},
};

Test(judge_limits, too_many_lines_of_the_current_role_are_not_gone_through)
{
    static char now[ROOM];

    for (size_t i = 0; i < sizeof now_rows / sizeof now_rows[0]; i++) {
        lines_of(now, now_rows[i].lines, LEVEL_1);
        const struct leaf_answer answer = judged((struct council){.now = now});
        cr_expect_eq(answer.verdict, now_rows[i].verdict, "%s",
                     now_rows[i].reason);
        cr_expect_eq(answer.cause, now_rows[i].cause, "%s", now_rows[i].reason);
    }
}

static const struct {
    int lines;
    const char *needs;
    enum cause cause;
    const char *reason;
} below_rows[] = {
    {64, LEVEL_1, CAUSE_NOT_ASKED, "none of these lines reaches level 3"},
    {65, LEVEL_1, CAUSE_LOWER_ROLE, "too many to say so: one may"},
    {12, EITHER(LEVEL_1 "," LEVEL_1), CAUSE_NOT_ASKED, "nor in any world"},
    {13, EITHER(LEVEL_1 "," LEVEL_1), CAUSE_LOWER_ROLE, "too many worlds"},
};

Test(judge_limits, too_much_in_a_lower_role_may_settle_it)
{
    static char below[ROOM];

    for (size_t i = 0; i < sizeof below_rows / sizeof below_rows[0]; i++) {
        lines_of(below, below_rows[i].lines, below_rows[i].needs);
        const struct leaf_answer answer =
            judged((struct council){.below = below});
        cr_expect_eq(answer.cause, below_rows[i].cause, "row %zu: %s", i,
                     below_rows[i].reason);
    }
}

/* Groups of equal parts in the one line, or the lines, of t/now. */
static const struct {
    const char *head;
    int parts, lines;
    bool starts;
    const char *reason;
} world_rows[] = {
    {"'op':'at-least','n':8", 12, 1, true, "495 ways to take 8 of 12"},
    {"'op':'at-least','n':8", 16, 1, false, "12,870 ways to take 8 of 16"},
    {"'op':'at-least','n':12", 12, 1, true, "one way to take all"},
    {"'op':'all'", 64, 8, true, "512 facts: all that there is room for"},
    {"'op':'all'", 64, 9, false, "more facts"},
};

Test(judge_limits, worlds_end_at_so_many_ways_and_so_many_facts)
{
    static char group[ROOM], now[ROOM];

    for (size_t i = 0; i < sizeof world_rows / sizeof world_rows[0]; i++) {
        struct shipped councils;
        struct worlds worlds;
        uint32_t lines[16];

        group_of(group, world_rows[i].head, world_rows[i].parts,
                 TRAINED("icdl"));
        lines_of(now, world_rows[i].lines, group);
        councils_open(&councils, &(struct council){.now = now});
        const struct framework *t = councils.in_use[0].framework;
        for (int line = 0; line < world_rows[i].lines; line++)
            lines[line] = t->roles[0].lines.first + (uint32_t)line;
        cr_expect_eq(
            worlds_start(&worlds, t, lines, (uint32_t)world_rows[i].lines),
            world_rows[i].starts, "%s", world_rows[i].reason);
        shipped_close(&councils);
    }
}

Test(judge_limits, a_number_of_months_that_cannot_be_is_refused)
{
    sg_error error = {0};

    cr_expect_eq(judging_check_months(0, &error), SG_OK);
    cr_expect_eq(judging_check_months(SG_MONTHS_UNKNOWN, &error), SG_OK);
    cr_expect_eq(judging_check_months(SG_MONTHS_UNKNOWN - 1, &error), SG_USAGE);
    cr_expect_str_eq(error.reason, "months");
}
