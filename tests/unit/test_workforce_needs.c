/* SPDX-License-Identifier: MIT */
/* Needs of a workforce: nothing small is told, of classes neither, and every
 * figure is what the tally says. */
#include "hr_people.h"
#include "rounds.h"
#include "support.h"

#include "workforce/making.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_MOST = 32, TALLIES = ROUNDS(40, 16) };

/* ---- random small tallies ---- */

struct dice {
    uint64_t state;
};

static uint32_t throw(struct dice * dice, uint32_t sides)
{
    dice->state = dice->state * UINT64_C(6364136223846793005) +
                  UINT64_C(1442695040888963407);
    return (uint32_t)(dice->state >> 33) % sides;
}

/* So many people of one team and role who stand alike, by a state of each
 * line. */
static void add_people(struct sg_tally *tally, sg_role to, sg_role from,
                       const char *team, uint32_t people,
                       const uint32_t *states)
{
    const struct role *role = catalogue_role(tally->catalogue, to);
    struct tally_target *target = tally_target(tally, to);
    struct tally_cell *cells[] = {tally_team(tally, target, team),
                                  tally_role(tally, target, from)};
    uint32_t lacking[LINES_MOST];
    uint32_t count = 0;

    for (uint32_t i = 0; i < target->line_count; i++) {
        const uint32_t state = states[i];
        if (state == SG_UNMET && i < role->essential_count)
            lacking[count++] = i;
        for (int c = 0; c < 2; c++)
            cells[c]->counts[i * TALLY_STATES + state] += people;
        if (state == SG_MET && people == 1)
            cells[0]->holders[i] = "E1";
    }
    for (int c = 0; c < 2; c++)
        cells[c]->staff += people;
    tally_class(tally, target, lacking, count)->staff += people;
    tally->staff += people;
}

static void add_alike(struct sg_tally *tally, struct dice *dice, sg_role to,
                      sg_role from, const char *team, uint32_t people)
{
    uint32_t states[LINES_MOST];

    for (uint32_t i = 0; i < LINES_MOST; i++)
        states[i] = SG_MET;
    for (uint32_t i = 0; i < tally_target(tally, to)->line_count; i++) {
        if (i < 3 && throw(dice, 3) == 0)
            states[i] = SG_UNMET;
        else if (i == 4 && throw(dice, 4) == 0)
            states[i] = SG_ASK;
    }
    add_people(tally, to, from, team, people, states);
}

static struct sg_tally *random_tally(const sg_catalogue *catalogue,
                                     uint32_t seed)
{
    static const char *const teams[] = {"Tax", "Parks", "Libraries", ""};
    struct dice dice = {.state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
    struct sg_tally *tally = tally_new(catalogue);
    const uint32_t kinds = 2 + throw(&dice, 12);
    const bool next = throw(&dice, 3) == 0;

    throw(&dice, 2);
    tally->wanted = next ? SG_NEEDS_NEXT : SG_NEEDS_ROLE;
    tally->to = hr_role(catalogue, "1367");
    tally->today = (struct date){2026, 11, 22};
    for (uint32_t i = 0; i < kinds; i++) {
        const sg_role from = hr_role(catalogue, next              ? "1366"
                                                : throw(&dice, 2) ? "1386"
                                                                  : "1387");
        const sg_role to =
            next && throw(&dice, 2) ? hr_role(catalogue, "1366") : tally->to;
        add_alike(tally, &dice, to,
                  next && to.index != tally->to.index
                      ? hr_role(catalogue, "1387")
                      : from,
                  teams[throw(&dice, 4)], 1 + throw(&dice, 9));
    }
    for (int r = 0; r < REASON_COUNT; r++) {
        tally->not_assessed[r] = throw(&dice, 3) ? 0 : throw(&dice, 8);
        tally->staff += tally->not_assessed[r];
    }
    tally->rejected_rows = throw(&dice, 8);
    tally->several_posts = throw(&dice, 8);
    for (uint32_t t = 0; t < tally->role_count; t++)
        for (uint32_t i = 0;
             tally->targets[t] && i < tally->targets[t]->line_count; i++)
            for (uint32_t c = 0; c < tally->role_count; c++)
                if (tally->targets[t]->roles[c] && throw(&dice, 4) == 0)
                    tally->targets[t]->expiring[i] += throw(
                        &dice, tally->targets[t]
                                       ->roles[c]
                                       ->counts[i * TALLY_STATES + SG_MET] +
                                   1);
    return tally;
}

static sg_needs *needs_of(const sg_catalogue *catalogue, const sg_tally *tally,
                          bool internal, uint64_t pence)
{
    const sg_needs_options options = {
        .internal = internal, .has_budget = true, .budget_pence = pence};
    sg_needs *needs = NULL;
    sg_error error = {0};

    cr_assert_eq(sg_needs_new(catalogue, tally, &options, &needs, &error),
                 SG_OK, "%s", error.message);
    return needs;
}

/* ---- the whole struct ---- */

struct walk {
    bool internal;
    uint32_t seed;
    unsigned hidden, small, shown;
};

/* A number of people or pence. */
static void look(struct walk *walk, sg_figure figure, bool people,
                 const char *what)
{
    const bool small = people && figure.value > 0 && figure.value < 5;

    walk->hidden += figure.hidden;
    walk->small += small;
    walk->shown += !figure.hidden;
    cr_expect(!figure.hidden || figure.value == 0, "%u: %s", walk->seed, what);
    if (walk->internal)
        cr_expect_not(figure.hidden, "%u: %s", walk->seed, what);
    else
        cr_expect_not(small, "%u: %s is %d", walk->seed, what,
                      (int)figure.value);
}

static void look_counts(struct walk *walk, const sg_need_counts *counts,
                        const char *what)
{
    look(walk, counts->unmet, true, what);
    look(walk, counts->ask, true, what);
    look(walk, counts->met, true, what);
    look(walk, counts->rest, true, what);
    look(walk, counts->cost_pence, false, what);
    cr_expect_eq(counts->cost_pence.hidden, counts->unmet.hidden);
    cr_expect_eq(counts->suppressed, counts->unmet.hidden ||
                                         counts->ask.hidden ||
                                         counts->rest.hidden);
}

static void look_plan(struct walk *walk, const sg_needs_plan *plan)
{
    look(walk, plan->eligible_before, true, "eligible before");
    look(walk, plan->eligible_after, true, "eligible after");
    look(walk, plan->considered, true, "considered");
    cr_expect_leq(plan->spent_pence, plan->budget_pence);
    cr_expect_leq(plan->greedy_pence, plan->budget_pence);
    cr_expect_geq(plan->more, plan->greedy_more);
    cr_expect_geq(plan->bound, plan->more);
    bool ordinary = false;
    uint64_t spent = 0;
    for (size_t i = 0; i < plan->buy_count; i++) {
        const sg_buy *buy = &plan->buys[i];
        cr_expect(!(ordinary && buy->statutory), "what the law asks for first");
        ordinary |= !buy->statutory;
        cr_expect_geq(buy->groups * buy->group_seats + buy->singles,
                      buy->seats);
        cr_expect_eq(buy->cost_pence, buy->groups * buy->group_pence +
                                          buy->singles * buy->seat_pence);
        cr_expect_gt(buy->need_count, 0);
        spent += buy->cost_pence;
    }
    cr_expect_eq(spent, plan->spent_pence);
}

static void look_all(struct walk *walk, const sg_needs *needs)
{
    look(walk, needs->staff, true, "staff");
    look(walk, needs->assessed, true, "assessed");
    look(walk, needs->rejected_rows, true, "rejected rows");
    look(walk, needs->several_posts, true, "several posts");
    look(walk, needs->eligible, true, "eligible");
    look(walk, needs->cost_pence, false, "cost");
    for (size_t i = 0; i < needs->not_assessed_count; i++)
        look(walk, needs->not_assessed[i].staff, true, "not assessed");
    for (size_t i = 0; i < needs->need_count; i++)
        look_counts(walk, &needs->needs[i].all, needs->needs[i].label);
    for (size_t g = 0; g < needs->group_count; g++) {
        const sg_need_group *group = &needs->groups[g];
        look(walk, group->staff, true, group->name);
        for (size_t i = 0; i < needs->need_count; i++)
            look_counts(walk, &group->needs[i], group->name);
        cr_expect(!group->merged || strstr(group->name, "together"),
                  "'%s' tells a name", group->name);
        cr_expect(!group->merged || !group->id);
    }
    for (size_t i = 0; i < needs->one_step_count; i++)
        look(walk, needs->one_step[i].staff, true, "one step");
    for (size_t i = 0; i < needs->expiring_count; i++)
        look(walk, needs->expiring[i].staff, true, "expiring");
    if (!needs->internal)
        cr_expect_eq(needs->single_holder_count, 0);
    cr_expect(needs->combined || (!needs->plan && needs->eligible.hidden &&
                                  needs->one_step_count == 0));
    if (needs->plan)
        look_plan(walk, needs->plan);
}

Test(workforce_needs, nothing_from_1_to_4_is_told_and_hidden_is_0)
{
    sg_catalogue *catalogue = support_catalogue(false);
    struct walk inside = {.internal = true};
    struct walk outside = {.internal = false};

    for (uint32_t seed = 1; seed <= TALLIES; seed++) {
        struct sg_tally *tally = random_tally(catalogue, seed);
        sg_needs *all = needs_of(catalogue, tally, true, 500000);
        sg_needs *public = needs_of(catalogue, tally, false, 500000);
        inside.seed = outside.seed = seed;
        look_all(&inside, all);
        look_all(&outside, public);
        sg_needs_free(all);
        sg_needs_free(public);
        sg_tally_free(tally);
    }
    cr_expect_gt(inside.small, 100, "there was something to hide");
    cr_expect_gt(outside.hidden, 100);
    cr_expect_gt(outside.shown, 100, "and something is told");
    sg_catalogue_free(catalogue);
}

/* ---- classes ---- */

/* As sg_needs_new() goes about it, up to the classes. */
static void make_classes(struct making *making)
{
    cr_assert_eq(making_needs(making), SG_OK);
    cr_assert_eq(making_groups(making), SG_OK);
    cr_assert_eq(making_prices(making), SG_OK);
    cr_assert_eq(making_counts(making), SG_OK);
    cr_assert_eq(making_classes(making), SG_OK);
}

static void make_done(struct making *making)
{
    strings_done(&making->need_ids);
    strings_done(&making->class_keys);
    strings_done(&making->thing_keys);
    arena_done(&making->scratch);
    arena_done(making->arena);
}

/* Whether the published totals say already how many are in a class. */
static bool totals_say(const struct making *making, const struct lacking *class)
{
    uint64_t lacking = 0;

    for (size_t need = 0; need < making->need_count; need++) {
        const sg_figure total = making->needs[need].all.unmet;
        if (making->needs[need].strength != SG_ESSENTIAL)
            continue;
        if (total.hidden || (lacking > 0 && total.value > 0))
            return false;
        lacking += total.value;
    }
    return class->staff ==
           (class->need_count > 0 ? lacking : making->table.staff[0] - lacking);
}

/* In each of two teams 50 lack nothing, the one, the other; and so many
 * both. */
static struct sg_tally *two_needs(const sg_catalogue *catalogue, uint32_t both)
{
    struct sg_tally *tally = tally_new(catalogue);

    tally->wanted = SG_NEEDS_ROLE;
    tally->to = hr_role(catalogue, "1367");
    tally->today = (struct date){2026, 11, 22};
    for (uint32_t class = 0; class < 8; class ++) {
        uint32_t states[LINES_MOST];
        for (uint32_t i = 0; i < LINES_MOST; i++)
            states[i] = i < 2 && class >> i & 1 ? SG_UNMET : SG_MET;
        add_people(tally, tally->to, hr_role(catalogue, "1386"),
                   class < 4 ? "Tax" : "Parks", class % 4 == 3 ? both : 50,
                   states);
    }
    return tally;
}

Test(workforce_needs, of_two_needs_a_plan_is_told_when_no_class_is_near_small)
{
    sg_catalogue *catalogue = support_catalogue(false);

    for (uint32_t both = 1; both <= 40; both++) {
        struct sg_tally *tally = two_needs(catalogue, both);
        sg_needs *needs = needs_of(catalogue, tally, false, 500000);
        cr_expect_eq(needs->combined, 2 * both >= 3 * SUPPRESS_LEAST, "%u",
                     both);
        cr_expect_eq(needs->plan != NULL, needs->combined);
        cr_expect_eq(needs->eligible.hidden, !needs->combined);
        cr_expect_eq(needs->eligible.value, needs->combined ? 100 : 0);
        sg_needs_free(needs);
        sg_tally_free(tally);
    }
    sg_catalogue_free(catalogue);
}

/* Or whether it is one of four that are far from small (suppress_both.h). */
static bool is_one_of_four(const struct making *making,
                           const struct lacking *class)
{
    size_t lacked = 0;

    for (size_t need = 0; need < making->need_count; need++) {
        const sg_figure total = making->needs[need].all.unmet;
        if (making->needs[need].strength != SG_ESSENTIAL)
            continue;
        if (total.hidden)
            return false;
        lacked += total.value > 0;
    }
    return lacked == 2 && class->staff >= 3 * SUPPRESS_LEAST;
}

/* Of 5 for "no role, unknown role", with somebody in each, it would be known
 * that each has 1 to 4. */
Test(workforce_needs, reasons_put_together_are_told_with_those_of_nobody)
{
    sg_catalogue *catalogue = support_catalogue(false);
    struct sg_tally *tally = two_needs(catalogue, 100);

    tally->not_assessed[REASON_NO_ROLE] = 2;
    tally->not_assessed[REASON_ROLE_UNKNOWN] = 3;
    tally->staff += 5;
    sg_needs *needs = needs_of(catalogue, tally, false, 0);
    cr_assert_eq(needs->not_assessed_count, 1);
    cr_expect_str_eq(needs->not_assessed[0].reason,
                     "no-role, role-unknown, in-role");
    cr_expect_eq(needs->not_assessed[0].staff.value, 5);
    sg_needs_free(needs);
    tally->not_assessed[REASON_ROLE_UNKNOWN] = 0;
    tally->not_assessed[REASON_NO_ROLE] = 5;
    needs = needs_of(catalogue, tally, false, 0);
    cr_expect_str_eq(needs->not_assessed[0].reason, "no-role");
    sg_needs_free(needs);
    tally_free(tally);
    sg_catalogue_free(catalogue);
}

Test(workforce_needs, classes_say_nothing_small_that_the_totals_do_not_say)
{
    enum { MANY = ROUNDS(100, 30) };
    sg_catalogue *catalogue = support_catalogue(false);
    unsigned told = 0, untold = 0;

    for (uint32_t seed = 1; seed <= MANY; seed++) {
        struct sg_tally *tally = random_tally(catalogue, seed);
        const sg_needs_options options = {0};
        sg_needs result = {0};
        struct arena arena = {0};
        struct making making = {.catalogue = catalogue,
                                .tally = tally,
                                .options = &options,
                                .arena = &arena,
                                .result = &result};
        make_classes(&making);
        for (size_t c = 0; c < making.class_count; c++) {
            const struct lacking *class = &making.classes[c];
            cr_expect_eq(class->told, result.combined);
            const bool is_large = is_one_of_four(&making, class);
            cr_expect(!class->told || totals_say(&making, class) || is_large,
                      "seed %u: %u people", seed, class->staff);
            told += class->told;
            untold += !class->told;
        }
        make_done(&making);
        sg_tally_free(tally);
    }
    cr_expect_gt(told, 0);
    cr_expect_gt(untold, 0);
    sg_catalogue_free(catalogue);
}

/* ---- figures ---- */

Test(workforce_needs, the_same_tally_gives_the_same_and_inside_is_the_truth)
{
    sg_catalogue *catalogue = support_catalogue(false);

    for (uint32_t seed = 1; seed <= TALLIES / 3; seed++) {
        struct sg_tally *tally = random_tally(catalogue, seed);
        sg_needs *needs = needs_of(catalogue, tally, true, 300000);
        sg_needs *again = needs_of(catalogue, tally, true, 300000);
        uint64_t eligible = 0;
        for (uint32_t i = 0; i < tally->class_keys.count; i++)
            if (tally->classes[i].line_count == 0)
                eligible += tally->classes[i].staff;
        cr_expect_eq(needs->staff.value, tally->staff);
        cr_expect_eq(needs->assessed.value, tally_assessed(tally));
        cr_expect_eq(needs->eligible.value, eligible, "seed %u", seed);
        cr_expect_eq(needs->plan->eligible_after.value,
                     eligible + needs->plan->more);
        for (size_t i = 0; i < needs->need_count; i++) {
            const sg_need_counts *all = &needs->needs[i].all;
            cr_expect_eq(all->unmet.value + all->ask.value + all->rest.value,
                         needs->assessed.value);
            cr_expect_str_eq(needs->needs[i].id, again->needs[i].id);
            cr_expect_eq(all->unmet.value, again->needs[i].all.unmet.value);
            cr_expect_eq(all->cost_pence.value,
                         again->needs[i].all.cost_pence.value);
        }
        cr_expect_eq(needs->plan->more, again->plan->more);
        cr_expect_eq(needs->plan->spent_pence, again->plan->spent_pence);
        cr_expect_eq(needs->plan->buy_count, again->plan->buy_count);
        cr_expect_eq(needs->one_step_count, again->one_step_count);
        sg_needs_free(needs);
        sg_needs_free(again);
        sg_tally_free(tally);
    }
    sg_catalogue_free(catalogue);
}

/* ---- prices ---- */

static uint64_t cheapest(const struct thing *thing, uint64_t seats)
{
    uint64_t best = seats * thing->seat_pence;

    for (uint64_t groups = 0; thing->group_seats > 0 && groups <= seats;
         groups++) {
        const uint64_t sits = groups * thing->group_seats;
        const uint64_t cost =
            groups * thing->group_pence +
            (seats > sits ? seats - sits : 0) * thing->seat_pence;
        best = cost < best ? cost : best;
    }
    return best;
}

Test(workforce_needs, seats_cost_the_best_mix_of_groups_and_singles)
{
    enum { SEATS = 40 };

    for (uint32_t size = 0; size <= 9; size++)
        for (uint32_t pence = 0; pence <= 60; pence += 3)
            for (uint64_t seats = 0; seats <= SEATS; seats++) {
                const struct thing thing = {
                    .seat_pence = 7, .group_seats = size, .group_pence = pence};
                uint64_t groups, singles;
                const uint64_t cost =
                    thing_cost(&thing, seats, &groups, &singles);
                cr_assert_eq(cost, cheapest(&thing, seats),
                             "%u for %u, %d seats", pence, size, (int)seats);
                cr_assert_eq(cost, groups * pence + singles * 7);
                cr_assert_geq(groups * size + singles, seats);
                cr_assert_eq(thing_cost(&thing, seats, NULL, NULL), cost);
            }
}
