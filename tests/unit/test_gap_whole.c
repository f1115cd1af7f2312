/* SPDX-License-Identifier: MIT */
/* What a whole gap says beside its lines: moves, grades, order. */
#include "shipped.h"
#include "small.h"

#include <criterion/criterion.h>
#include <string.h>

Test(gap, levels_that_lie_between_are_counted_as_skipped)
{
    static const struct {
        const char *from, *to;
        sg_move move;
        uint32_t skipped;
    } cases[] = {
        {"county/admin-assistant-1", "county/admin-assistant-2", SG_MOVE_UP, 0},
        {"county/admin-assistant-1", "county/senior-administrator", SG_MOVE_UP,
         3},
        {"county/office-manager", "county/administrator-1", SG_MOVE_DOWN, 0},
        {"st-albans/technical-professional-a", "st-albans/community-support-2",
         SG_MOVE_UP, 0},
        {"county/administrator-1", "st-albans/community-support-2",
         SG_MOVE_UNKNOWN, 0},
    };
    struct shipped shipped;

    shipped_open(&shipped);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sg_gap *gap = shipped_gap(&shipped, cases[i].from, cases[i].to, -1);
        cr_expect_eq(gap->move, cases[i].move, "%s > %s", cases[i].from,
                     cases[i].to);
        cr_expect_eq(gap->skipped, cases[i].skipped, "%s > %s: %u",
                     cases[i].from, cases[i].to, gap->skipped);
        sg_gap_free(gap);
    }
    shipped_close(&shipped);
}

static size_t count_seek(const struct shipped *shipped, const char *from,
                         const char *to)
{
    sg_gap *gap = shipped_gap(shipped, from, to, -1);
    size_t count = 0;

    for (size_t i = 0; i < gap->change_count; i++)
        count += gap->changes[i].seek || gap->changes[i].expect;
    sg_gap_free(gap);
    return count;
}

Test(gap, raised_work_is_to_be_sought_going_up_and_never_going_down)
{
    struct shipped shipped;

    shipped_open(&shipped);
    cr_expect_gt(count_seek(&shipped, "county/admin-assistant-1",
                            "county/office-manager"),
                 10);
    cr_expect_eq(count_seek(&shipped, "county/office-manager",
                            "county/admin-assistant-1"),
                 0);
    shipped_close(&shipped);
}

Test(gap, sections_are_compared_on_a_common_scale_only)
{
    struct shipped shipped;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "county/administrator-1",
                              "st-albans/community-support-2", -1);
    cr_expect_eq(gap->change_count, 0);
    cr_expect(strstr(gap->notice, "no common scale"), "%s", gap->notice);
    sg_gap_free(gap);
    gap = shipped_gap(&shipped, "st-albans/technical-professional-a",
                      "st-albans/community-support-2", -1);
    cr_expect_gt(gap->change_count, 15);
    sg_gap_free(gap);
    shipped_close(&shipped);
}

Test(gap, rows_that_nobody_can_grade_are_told_apart)
{
    struct shipped shipped;
    bool found = false;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "county/senior-administrator",
                              "county/office-manager", -1);
    for (size_t i = 0; i < gap->ungraded_count; i++)
        found |= strcmp(gap->ungraded[i].area,
                        "Building professional relationships") == 0;
    for (size_t i = 0; i < gap->change_count; i++)
        cr_expect_str_neq(gap->changes[i].area,
                          "Building professional relationships");
    cr_expect(found);
    sg_gap_free(gap);
    shipped_close(&shipped);
}

Test(gap, time_does_not_count_before_the_work_is_known_to_be_of_the_kind)
{
    struct shipped shipped;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "st-albans/technical-professional-a",
                              "st-albans/community-support-2", 600);
    const sg_gap_line *line = gap_line(gap, "cs2-e-work-experience");
    cr_expect_eq(line->verdict, SG_ASK);
    cr_expect_eq(line->missing_months, 0);
    cr_expect(strstr(line->reason, "is open"), "%s", line->reason);
    sg_gap_free(gap);
    shipped_close(&shipped);
}

Test(gap, a_named_role_is_met_by_time_in_it_and_not_by_a_description)
{
    struct shipped shipped;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "st-albans/technical-professional-a",
                              "county/administrator-1", -1);
    const sg_gap_line *line = gap_line(gap, "a1-e-qualification-or-experience");
    cr_assert_eq(line->needs.part_count, 2);
    cr_expect_eq(line->needs.parts[1].verdict, SG_UNMET, "%s",
                 line->needs.parts[1].reason);
    sg_gap_free(gap);
    shipped_close(&shipped);
}

Test(gap, what_is_missing_is_said_for_a_line_that_is_not_covered)
{
    struct shipped shipped;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "county/administrator-1",
                              "county/office-manager", -1);
    const sg_gap_line *line = gap_line(gap, "om-e-qualification-or-experience");
    cr_expect_eq(line->verdict, SG_UNMET);
    cr_expect_eq(line->missing_level, 3);
    sg_gap_free(gap);
    shipped_close(&shipped);
}

Test(gap, a_line_that_is_gone_says_where_the_other_role_still_touches_it)
{
    struct shipped shipped;
    bool found = false;

    shipped_open(&shipped);
    sg_gap *gap = shipped_gap(&shipped, "st-albans/community-support-2",
                              "county/administrator-1", -1);
    for (size_t i = 0; i < gap->dropped_count; i++)
        if (strcmp(gap->dropped[i].id, "cs2-e-tact-diplomacy") == 0)
            found = gap->dropped[i].needs.reason != NULL;
    cr_expect(found);
    sg_gap_free(gap);
    shipped_close(&shipped);
}

Test(next, goes_up_first_then_sideways_unknown_and_down)
{
    struct shipped shipped;
    sg_next *next = NULL;

    shipped_open(&shipped);
    const sg_gap_request request = {
        .from = shipped_role(&shipped, "county/administrator-1"),
        .months = SG_MONTHS_UNKNOWN,
    };
    cr_assert_eq(sg_next_new(&shipped.catalogue, &request, &next, NULL), SG_OK);
    cr_assert_eq(next->role_count, 7);
    for (size_t i = 1; i < next->role_count; i++) {
        const sg_next_role *a = &next->roles[i - 1];
        const sg_next_role *b = &next->roles[i];
        cr_expect_leq(a->move, b->move, "%s before %s", a->role.id, b->role.id);
        if (a->move == b->move)
            cr_expect_leq(a->counts[SG_ESSENTIAL].by[SG_UNMET],
                          b->counts[SG_ESSENTIAL].by[SG_UNMET], "%s before %s",
                          a->role.id, b->role.id);
    }
    sg_next_free(next);
    shipped_close(&shipped);
}
