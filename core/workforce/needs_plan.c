/* SPDX-License-Identifier: MIT */
/* What a budget buys first: training that the law asks for, then what makes the
 * most people eligible.
 *
 * It looks at the classes that may be told of (making.h), so that a published
 * plan says nothing about people that the published counts do not say. */
#include "workforce/making.h"

#include "base/fault.h"
#include "workforce/buy.h"

#include <stdlib.h>
#include <string.h>

enum { OPTIONS_MOST = 12 };

/* A set of things that closes all needs of a class. */
struct basket {
    uint32_t *things; /* ascending */
    size_t count;
    uint64_t pence; /* one seat of each */
};

struct planning {
    struct making *making;
    sg_needs_plan *plan;
    uint64_t left; /* of the budget */
    bool *bought;  /* of each need: the law asks for it, and all who lack it
                      get it */
    uint64_t *statutory_seats; /* of each thing */
    uint64_t *seats;           /* of each thing, all together */
    bool *for_need;            /* of each thing and need */

    struct buy_item *items;
    struct buy_class *classes;
    struct buy_option *options;
    uint32_t *set;
    const struct lacking **who; /* of each class */
    size_t class_count, option_count, set_count;
    size_t option_room, set_room;
};

/* ---- statutory first ---- */

/* People of the classes looked at who lack a need. */
static uint64_t people_who_lack(const struct making *making, uint32_t need)
{
    uint64_t people = 0;

    for (size_t i = 0; i < making->class_count; i++) {
        const struct lacking *class = &making->classes[i];
        for (uint32_t n = 0; n < class->need_count; n++)
            if (class->needs[n] == need && class->told)
                people += class->staff;
    }
    return people;
}

/* The most people that the rest of the budget pays for. */
static uint64_t affordable(const struct planning *planning,
                           const struct remedy *remedy, uint64_t people)
{
    uint64_t low = 0;
    uint64_t high = people;

    while (low < high) {
        const uint64_t middle = low + (high - low + 1) / 2;
        if (remedy_cost(planning->making, remedy, middle) <= planning->left)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static void buy_statutory(struct planning *planning, uint32_t need)
{
    const struct making *making = planning->making;
    const struct need *inside = &making->inside[need];
    const size_t needs = making->need_count;

    if (!making->needs[need].statutory || inside->remedy_count == 0)
        return;
    const struct remedy *remedy = &inside->remedies[0];
    const uint64_t people = people_who_lack(making, need);
    const uint64_t seats = affordable(planning, remedy, people);
    planning->bought[need] = seats == people;
    planning->left -= remedy_cost(making, remedy, seats);
    for (size_t i = 0; seats > 0 && i < remedy->count; i++) {
        planning->statutory_seats[remedy->things[i]] += seats;
        planning->for_need[remedy->things[i] * needs + need] = true;
    }
}

/* ---- the baskets of a class ---- */

static int compare_baskets(const void *left, const void *right)
{
    const struct basket *a = left;
    const struct basket *b = right;

    if (a->pence != b->pence)
        return a->pence < b->pence ? -1 : 1;
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = 0; i < a->count; i++)
        if (a->things[i] != b->things[i])
            return a->things[i] < b->things[i] ? -1 : 1;
    return 0;
}

static bool contains(const struct basket *large, const struct basket *small)
{
    size_t at = 0;

    for (size_t i = 0; i < small->count; i++) {
        while (at < large->count && large->things[at] < small->things[i])
            at++;
        if (at == large->count || large->things[at] != small->things[i])
            return false;
    }
    return true;
}

/* Both together. */
static bool join(struct making *making, const struct basket *basket,
                 const struct remedy *remedy, struct basket *both)
{
    size_t a = 0;
    size_t b = 0;

    *both = (struct basket){0};
    both->things = arena_array(&making->scratch, basket->count + remedy->count,
                               sizeof *both->things);
    if (!both->things)
        return false;
    while (a < basket->count || b < remedy->count) {
        const uint32_t left = a < basket->count ? basket->things[a] : NO_INDEX;
        const uint32_t right = b < remedy->count ? remedy->things[b] : NO_INDEX;
        const uint32_t next = left < right ? left : right;
        both->things[both->count++] = next;
        both->pence += making->things[next].seat_pence;
        a += left == next;
        b += right == next;
    }
    return true;
}

/* Drops what contains another, and the dearest when there are too many. */
static size_t thin_out(struct basket *baskets, size_t count)
{
    size_t kept = 0;

    qsort(baskets, count, sizeof *baskets, compare_baskets);
    for (size_t i = 0; i < count && kept < OPTIONS_MOST; i++) {
        bool needed = true;
        for (size_t k = 0; needed && k < kept; k++)
            needed = !contains(&baskets[i], &baskets[k]);
        if (needed)
            baskets[kept++] = baskets[i];
    }
    return kept;
}

/* How many ways there are to close all that a class lacks; 0: money cannot. */
static size_t baskets_of(struct planning *planning, const struct lacking *class,
                         struct basket *baskets, bool *ret_failed)
{
    struct making *making = planning->making;
    struct basket wider[OPTIONS_MOST * OPTIONS_MOST];
    size_t count = 1;

    baskets[0] = (struct basket){0};
    for (uint32_t n = 0; count > 0 && n < class->need_count; n++) {
        const struct need *need = &making->inside[class->needs[n]];
        size_t wide = 0;
        if (planning->bought[class->needs[n]])
            continue;
        for (size_t i = 0; i < count; i++)
            for (size_t r = 0; r < need->remedy_count; r++)
                if (!join(making, &baskets[i], &need->remedies[r],
                          &wider[wide++])) {
                    *ret_failed = true;
                    return 0;
                }
        count = thin_out(wider, wide);
        memcpy(baskets, wider, count * sizeof *baskets);
    }
    return count;
}

/* ---- the problem ---- */

static bool make_set_room(struct planning *planning, size_t more)
{
    if (planning->set_count + more > planning->set_room) {
        const size_t room = (planning->set_room + more) * 2;
        uint32_t *set = realloc(planning->set, room * sizeof *set);
        if (!set)
            return false;
        planning->set = set;
        planning->set_room = room;
    }
    return true;
}

static bool add_class(struct planning *planning, const struct lacking *class)
{
    struct basket baskets[OPTIONS_MOST];
    bool failed = false;
    const size_t count = baskets_of(planning, class, baskets, &failed);

    if (failed || count == 0)
        return !failed;
    planning->who[planning->class_count] = class;
    planning->classes[planning->class_count++] = (struct buy_class){
        .people = class->staff,
        .first_option = (uint32_t)planning->option_count,
        .option_count = (uint32_t)count,
    };
    for (size_t i = 0; i < count; i++) {
        const struct basket *basket = &baskets[i];
        if (!make_set_room(planning, basket->count + 1))
            return false;
        planning->options[planning->option_count++] = (struct buy_option){
            .first = (uint32_t)planning->set_count,
            .count = (uint32_t)basket->count,
        };
        if (basket->count > 0)
            memcpy(planning->set + planning->set_count, basket->things,
                   basket->count * sizeof *basket->things);
        planning->set_count += basket->count;
    }
    return true;
}

static bool make_problem(struct planning *planning)
{
    struct making *making = planning->making;
    const size_t classes = making->class_count;
    const size_t things = making->thing_keys.count;

    planning->items =
        arena_array(&making->scratch, things, sizeof *planning->items);
    planning->classes =
        arena_array(&making->scratch, classes, sizeof *planning->classes);
    planning->who =
        arena_array(&making->scratch, classes, sizeof(const struct lacking *));
    planning->options = arena_array(&making->scratch, classes * OPTIONS_MOST,
                                    sizeof *planning->options);
    if (making->scratch.failed || !make_set_room(planning, 1))
        return false;
    for (size_t i = 0; i < things; i++)
        planning->items[i] = (struct buy_item){
            .seat_pence = making->things[i].seat_pence,
            .group_seats = making->things[i].group_seats,
            .group_pence = making->things[i].group_pence,
        };
    for (size_t i = 0; i < classes; i++) {
        const struct lacking *class = &making->classes[i];
        if (!class->told)
            continue;
        planning->plan->considered.value += class->staff;
        if (class->need_count > 0 && !add_class(planning, class))
            return false;
    }
    return true;
}

/* ---- telling ---- */

/* Which needs a thing that was bought is for: those of the people who get it
 * that it takes part in closing. */
static void note_needs(struct planning *planning, const struct buy_plan *best)
{
    const struct making *making = planning->making;

    for (size_t c = 0; c < planning->class_count; c++)
        for (uint32_t o = 0; o < planning->classes[c].option_count; o++) {
            const uint32_t at = planning->classes[c].first_option + o;
            const struct buy_option *option = &planning->options[at];
            for (uint32_t s = 0; best->taken[at] > 0 && s < option->count;
                 s++) {
                const uint32_t thing = planning->set[option->first + s];
                for (uint32_t n = 0; n < planning->who[c]->need_count; n++) {
                    const uint32_t need = planning->who[c]->needs[n];
                    const struct need *inside = &making->inside[need];
                    bool in = false;
                    for (size_t r = 0; r < inside->remedy_count; r++)
                        for (size_t i = 0; i < inside->remedies[r].count; i++)
                            in |= inside->remedies[r].things[i] == thing;
                    planning->for_need[thing * making->need_count + need] |=
                        in && !planning->bought[need];
                }
            }
        }
}

static bool tell_buy(struct planning *planning, size_t thing_at, uint64_t seats,
                     bool statutory, sg_buy *buy)
{
    struct making *making = planning->making;
    const struct thing *thing = &making->things[thing_at];
    size_t *needs =
        arena_array(making->arena, making->need_count, sizeof *needs);
    size_t count = 0;

    if (!needs)
        return false;
    for (size_t need = 0; need < making->need_count; need++)
        if (planning->for_need[thing_at * making->need_count + need] &&
            (making->needs[need].statutory && planning->bought[need]) ==
                statutory)
            needs[count++] = need;
    *buy = (sg_buy){
        .label = thing->label,
        .course = thing->course,
        .needs = needs,
        .need_count = count,
        .statutory = statutory,
        .seats = seats,
        .seat_pence = thing->seat_pence,
        .group_seats = thing->group_seats,
        .group_pence = thing->group_pence,
        .source = thing->source,
        .as_of = thing->as_of,
        .assumed = thing->assumed,
    };
    buy->cost_pence = thing_cost(thing, seats, &buy->groups, &buy->singles);
    return true;
}

static bool tell_buys(struct planning *planning, const struct buy_plan *best)
{
    struct making *making = planning->making;
    const size_t things = making->thing_keys.count;
    sg_buy *buys = arena_array(making->arena, 2 * things, sizeof *buys);
    size_t count = 0;

    for (size_t i = 0; buys && i < things; i++)
        if (planning->statutory_seats[i] > 0 &&
            !tell_buy(planning, i, planning->statutory_seats[i], true,
                      &buys[count++]))
            return false;
    for (size_t i = 0; buys && i < things; i++) {
        if (best->seats[i] == 0)
            continue;
        if (!tell_buy(planning, i, best->seats[i], false, &buys[count]))
            return false;
        buys[count].groups = best->groups[i];
        buys[count++].singles = best->singles[i];
    }
    planning->plan->buys = buys;
    planning->plan->buy_count = count;
    for (size_t i = 0; i < count; i++)
        planning->plan->spent_pence += buys[i].cost_pence;
    return buys != NULL;
}

/* Those who lack nothing beforehand are eligible in any case. */
static void tell_eligible(struct planning *planning,
                          const struct buy_plan *best,
                          const struct buy_plan *greedy, uint64_t statutory)
{
    const sg_figure before = planning->making->result->eligible;
    sg_needs_plan *plan = planning->plan;

    plan->eligible_before = before;
    plan->eligible_after.hidden = before.hidden;
    if (!before.hidden)
        plan->eligible_after.value = before.value + best->eligible;
    else
        plan->considered.hidden = plan->considered.value == 0;
    plan->more = best->eligible;
    plan->bound = best->bound;
    plan->optimal = best->optimal;
    plan->greedy_more = greedy->eligible;
    plan->greedy_pence = statutory + greedy->spent_pence;
}

static sg_status solve(struct planning *planning)
{
    struct making *making = planning->making;
    const uint64_t statutory = planning->plan->budget_pence - planning->left;
    struct buy_plan best = {0};
    struct buy_plan greedy = {0};
    const struct buy_problem problem = {
        .items = planning->items,
        .item_count = making->thing_keys.count,
        .classes = planning->classes,
        .class_count = planning->class_count,
        .options = planning->options,
        .option_count = planning->option_count,
        .set = planning->set,
        .set_count = planning->set_count,
        .budget_pence = planning->left,
    };
    sg_status status = buy_best(&problem, &best, making->reterr);

    if (status == SG_OK)
        status = buy_greedy(&problem, &greedy, making->reterr);
    if (status == SG_OK) {
        note_needs(planning, &best);
        tell_eligible(planning, &best, &greedy, statutory);
        if (!tell_buys(planning, &best))
            status = fault_memory(making->reterr);
    }
    buy_plan_done(&best);
    buy_plan_done(&greedy);
    return status;
}

sg_status making_plan(struct making *making)
{
    const size_t things = making->thing_keys.count;
    struct planning planning = {.making = making};

    making->result->has_budget = making->options->has_budget;
    making->result->budget_pence = making->options->budget_pence;
    if (!making->options->has_budget || !making->result->combined)
        return SG_OK;
    planning.plan = arena_alloc(making->arena, sizeof *planning.plan);
    planning.bought = arena_array(&making->scratch, making->need_count,
                                  sizeof *planning.bought);
    planning.statutory_seats =
        arena_array(&making->scratch, things, sizeof *planning.statutory_seats);
    planning.for_need =
        arena_array(&making->scratch, things * making->need_count,
                    sizeof *planning.for_need);
    if (!planning.plan || making->scratch.failed)
        return fault_memory(making->reterr);
    planning.left = making->options->budget_pence;
    *planning.plan =
        (sg_needs_plan){.budget_pence = making->options->budget_pence};
    for (uint32_t need = 0; need < making->need_count; need++)
        buy_statutory(&planning, need);
    making->result->plan = planning.plan;
    const sg_status status = make_problem(&planning)
                                 ? solve(&planning)
                                 : fault_memory(making->reterr);
    free(planning.set);
    return status;
}
