/* SPDX-License-Identifier: MIT */
/* What closes each need, and what that costs.
 *
 * The ways are those of ways.h for somebody who has nothing on file and is in
 * the role below the target's (in the target's own where there is none): no
 * price depends on who is there. Of them a budget can buy those that consist of
 * courses, training and credentials only. */
#include "workforce/making.h"

#include "base/fault.h"
#include "catalogue/knowledge.h"
#include "model/courses.h"
#include "quals/claim.h"
#include "ways/some.h"

#include <stdlib.h>
#include <string.h>

enum { REMEDIES_MOST = 8, THINGS_MOST = 16 };

/* ---- things ---- */

uint64_t thing_cost(const struct thing *thing, uint64_t seats,
                    uint64_t *ret_groups, uint64_t *ret_singles)
{
    uint64_t best_groups = 0;
    uint64_t best = seats * thing->seat_pence;

    /* The last group may be half empty; before it either all or none pay. */
    if (thing->group_seats > 0 && seats > 0) {
        const uint64_t full = seats / thing->group_seats;
        for (uint64_t groups = full; groups <= full + 1; groups++) {
            const uint64_t sits = groups * thing->group_seats;
            const uint64_t rest = seats > sits ? seats - sits : 0;
            const uint64_t cost =
                groups * thing->group_pence + rest * thing->seat_pence;
            if (cost < best) {
                best = cost;
                best_groups = groups;
            }
        }
    }
    const uint64_t sits = best_groups * thing->group_seats;
    if (ret_groups)
        *ret_groups = best_groups;
    if (ret_singles)
        *ret_singles = seats > sits ? seats - sits : 0;
    return best;
}

uint64_t remedy_cost(const struct making *making, const struct remedy *remedy,
                     uint64_t people)
{
    uint64_t cost = 0;

    for (size_t i = 0; i < remedy->count; i++)
        cost +=
            thing_cost(&making->things[remedy->things[i]], people, NULL, NULL);
    return cost;
}

static bool make_thing_room(struct making *making)
{
    if (making->thing_keys.count < making->thing_room)
        return true;
    const size_t room = making->thing_room ? making->thing_room * 2 : 64;
    struct thing *things = arena_array(&making->scratch, room, sizeof *things);
    if (!things)
        return false;
    if (making->thing_room > 0)
        memcpy(things, making->things, making->thing_room * sizeof *things);
    making->things = things;
    making->thing_room = room;
    return true;
}

static struct thing thing_of(struct making *making, const sg_action *action)
{
    const struct course *course =
        action->course
            ? courses_find(making->catalogue->courses, action->course)
            : NULL;
    struct thing thing = {
        .label = arena_strdup(making->arena, action->label),
        .course = course ? course->id : NULL,
        .seat_pence = action->cost_pence,
        .source = action->cost_from.source
                      ? arena_strdup(making->arena, action->cost_from.source)
                      : NULL,
        .as_of = action->cost_from.as_of
                     ? arena_strdup(making->arena, action->cost_from.as_of)
                     : NULL,
        .assumed = action->cost_from.assumed,
    };

    if (course && course->group_seats > 0) {
        thing.group_seats = course->group_seats;
        thing.group_pence = course->group_price_pence;
        thing.assumed |= course->group_from.assumed;
    }
    thing.key = thing.course ? thing.course : thing.label;
    return thing;
}

/* STRINGS_NONE without memory. */
static uint32_t add_thing(struct making *making, const sg_action *action)
{
    if (!make_thing_room(making))
        return STRINGS_NONE;
    const struct thing thing = thing_of(making, action);
    if (making->arena->failed)
        return STRINGS_NONE;
    const uint32_t before = making->thing_keys.count;
    const uint32_t at =
        strings_add(&making->thing_keys, thing.key, strlen(thing.key));
    if (at == before)
        making->things[at] = thing;
    return at;
}

/* ---- the ways of a line ---- */

/* Somebody who has nothing on file. */
struct nobody {
    struct person person;
    struct sg_person handle;
};

static void nobody_in(struct nobody *nobody, const struct making *making,
                      const char *role)
{
    *nobody = (struct nobody){0};
    nobody->person.current_role = role;
    nobody->person.qualifications.given = true;
    nobody->person.experience.given = true;
    nobody->person.skills.given = true;
    nobody->person.credentials.given = true;
    nobody->person.training.given = true;
    nobody->handle.person = &nobody->person;
    nobody->handle.file = "nobody";
    nobody->handle.quals = knowledge_of(making->catalogue);
    nobody->handle.titles = claim_knowledge(nobody->handle.quals);
}

/* The next lower level of the family, or the role itself. */
static const char *role_below(const struct making *making, sg_role role)
{
    const struct framework *framework =
        catalogue_in_use(making->catalogue, role)->framework;
    const struct role *there = &framework->roles[role.index];
    const struct span family = framework->families[there->family].roles;
    const struct role *below = there;

    for (uint32_t r = family.first; r < family.first + family.count; r++) {
        const struct role *other = &framework->roles[r];
        if (other->rank < there->rank &&
            (below == there || other->rank > below->rank))
            below = other;
    }
    return framework_text(framework, below->id);
}

static bool is_bought(const sg_action *action)
{
    return strcmp(action->kind, "experience") != 0 &&
           strcmp(action->kind, "confirm") != 0 && !action->elsewhere;
}

/* Whether money closes the line this way. Somebody may have to agree that it
 * counts: then it is open, and nobody who has it is short of it. */
static bool route_is_bought(const sg_route *route)
{
    bool bought = route->then != SG_UNMET && !route->elsewhere &&
                  !route->confirm && route->action_count > 0 &&
                  route->action_count <= THINGS_MOST;

    for (size_t i = 0; i < route->action_count; i++)
        bought &= is_bought(&route->actions[i]);
    return bought;
}

static int compare_numbers(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left;
    const uint32_t b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

static bool fill_remedy(struct making *making, const sg_route *route,
                        struct remedy *remedy)
{
    uint32_t *things =
        arena_array(&making->scratch, route->action_count, sizeof *things);
    size_t count = 0;

    if (!things)
        return false;
    for (size_t i = 0; i < route->action_count; i++) {
        things[i] = add_thing(making, &route->actions[i]);
        if (things[i] == STRINGS_NONE)
            return false;
    }
    qsort(things, route->action_count, sizeof *things, compare_numbers);
    for (size_t i = 0; i < route->action_count; i++)
        if (i == 0 || things[i] != things[i - 1])
            things[count++] = things[i];
    *remedy = (struct remedy){things, count};
    return true;
}

static void fill_price(struct making *making, const sg_route *route,
                       sg_need *need)
{
    const sg_action *action = &route->actions[0];
    sg_need_price *price = &need->price;

    price->label = arena_strdup(making->arena, route->label);
    if (route->action_count == 1)
        price->label = arena_strdup(making->arena, action->label);
    price->hours = route->hours;
    price->months = route->months_known ? route->months : 0;
    price->assumed = route->assumed;
    price->ask_first = route->then == SG_ASK;
}

/* The figures of the cheapest way that money buys. */
static void fill_bought(struct making *making, const sg_route *route,
                        const struct remedy *remedy, sg_need *need)
{
    sg_need_price *price = &need->price;
    const struct thing *first = &making->things[remedy->things[0]];

    fill_price(making, route, need);
    price->known = true;
    price->seat_pence = remedy_cost(making, remedy, 1);
    price->source = first->source;
    price->as_of = first->as_of;
    if (remedy->count != 1)
        return;
    price->course = first->course;
    price->group_seats = first->group_seats;
    price->group_pence = first->group_pence;
}

/* Cheapest first, then as ways.h has them. */
static bool take_routes(struct making *making, const sg_line_ways *ways,
                        size_t at)
{
    struct need *inside = &making->inside[at];
    const sg_route *sorted[REMEDIES_MOST];
    size_t count = 0;

    for (size_t i = 0; i < ways->route_count; i++) {
        const sg_route *route = &ways->routes[i];
        if (route->action_count == 1 && route->then != SG_UNMET &&
            !route->confirm && !inside->single)
            inside->single =
                arena_strdup(making->arena, route->actions[0].label);
        if (!route_is_bought(route))
            continue;
        size_t place = count < REMEDIES_MOST ? count++ : count;
        for (; place > 0 && sorted[place - 1]->cost_pence > route->cost_pence;
             place--)
            if (place < REMEDIES_MOST)
                sorted[place] = sorted[place - 1];
        if (place < REMEDIES_MOST)
            sorted[place] = route;
    }
    inside->remedies =
        arena_array(&making->scratch, count, sizeof *inside->remedies);
    for (size_t i = 0; inside->remedies && i < count; i++)
        if (!fill_remedy(making, sorted[i], &inside->remedies[i]))
            return false;
    inside->remedy_count = count;
    for (size_t i = count; i-- > 0;)
        if (inside->remedies[i].count == 1)
            inside->single =
                making->things[inside->remedies[i].things[0]].label;
    making->needs[at].price.others = ways->route_count > 1;
    if (count > 0)
        fill_bought(making, sorted[0], &inside->remedies[0],
                    &making->needs[at]);
    else if (ways->route_count > 0)
        fill_price(making, &ways->routes[0], &making->needs[at]);
    return inside->remedies != NULL && !making->arena->failed;
}

/* Whether a line of a role is the one that a need is priced by: no other role
 * asks for it before. */
static bool is_first(const struct making *making, sg_role role, uint32_t line,
                     uint32_t need)
{
    const struct need *inside = &making->inside[need];

    return inside->role.framework == role.framework &&
           inside->role.index == role.index && inside->line == line;
}

/* Of all lines of a role those that a need is priced by; NULL without memory.
 */
static bool *lines_to_price(struct making *making, sg_role role,
                            const uint32_t *need_of, bool *ret_any)
{
    const struct span lines = catalogue_role(making->catalogue, role)->lines;
    bool *wanted = arena_array(&making->scratch, lines.count, sizeof *wanted);

    *ret_any = false;
    for (uint32_t i = 0; wanted && i < lines.count; i++) {
        wanted[i] = is_first(making, role, lines.first + i, need_of[i]);
        *ret_any |= wanted[i];
    }
    return wanted;
}

/* All needs that are first asked for by one role, from one set of ways. The
 * ways of a line take long, and most lines are not the first of their need. */
static sg_status price_role(struct making *making, sg_role role)
{
    const uint32_t *need_of =
        making->need_of[tally_role_number(making->catalogue, role)];
    struct nobody nobody;
    sg_ways *ways = NULL;
    char day[DATE_ROOM];
    bool any = false;

    const bool *wanted = lines_to_price(making, role, need_of, &any);
    if (!wanted)
        return fault_memory(making->reterr);
    if (!any)
        return SG_OK;
    nobody_in(&nobody, making, role_below(making, role));
    date_write(making->tally->today, day);
    const sg_gap_request request = {.to = role,
                                    .person = &nobody.handle,
                                    .evidence_only = true,
                                    .today = day};
    sg_status status = ways_of_some(making->catalogue, &request, wanted, &ways,
                                    making->reterr);
    for (size_t i = 0; status == SG_OK && i < ways->line_count; i++)
        if (wanted[i] && !take_routes(making, &ways->lines[i], need_of[i]))
            status = fault_memory(making->reterr);
    sg_ways_free(ways);
    return status;
}

sg_status making_prices(struct making *making)
{
    const sg_tally *tally = making->tally;
    sg_status status = SG_OK;

    making->thing_keys.arena = &making->scratch;
    for (uint32_t i = 0; status == SG_OK && i < tally->role_count; i++)
        if (tally->targets[i])
            status = price_role(making, tally->targets[i]->role);
    return status;
}
