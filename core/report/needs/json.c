/* SPDX-License-Identifier: MIT */
/* The needs of a workforce as JSON. */
#include "report/needs/inside.h"

json_t *needs_figure_json(struct maker *maker, const sg_figure *figure)
{
    return figure->hidden ? json_null()
                          : maker_number(maker, (int64_t)figure->value);
}

static void put_figure(struct maker *maker, json_t *object, const char *key,
                       const sg_figure *figure)
{
    maker_put(maker, object, key, needs_figure_json(maker, figure));
}

/* One number of people, and whether it is hidden beside it. */
static void put_staff(struct maker *maker, json_t *object,
                      const sg_figure *staff)
{
    put_figure(maker, object, "staff", staff);
    maker_put_flag(maker, object, "suppressed", staff->hidden);
}

/* `priced`: a course is known. Without one the cost is null, and that is not
 * because it is hidden. */
static void put_counts(struct maker *maker, json_t *object,
                       const sg_need_counts *counts, bool priced)
{
    put_figure(maker, object, "unmet", &counts->unmet);
    put_figure(maker, object, "ask", &counts->ask);
    put_figure(maker, object, "met", &counts->met);
    put_figure(maker, object, "rest", &counts->rest);
    maker_put(maker, object, "cost_pence",
              priced ? needs_figure_json(maker, &counts->cost_pence)
                     : json_null());
    maker_put_flag(maker, object, "suppressed", needs_counts_hidden(counts));
}

static json_t *number_or_null(struct maker *maker, uint64_t number)
{
    return number == 0 ? json_null() : maker_number(maker, (int64_t)number);
}

static json_t *price_json(struct maker *maker, const sg_need_price *price)
{
    if (!price->known)
        return json_null();
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "label", price->label);
    maker_put_text(maker, object, "course", price->course);
    maker_put_number(maker, object, "seat_pence", (int64_t)price->seat_pence);
    maker_put(maker, object, "group_seats",
              maker_number_or_null(maker, price->group_seats));
    maker_put(maker, object, "group_pence",
              price->group_seats == 0
                  ? json_null()
                  : maker_number(maker, (int64_t)price->group_pence));
    maker_put(maker, object, "hours",
              maker_number_or_null(maker, price->hours));
    maker_put(maker, object, "months",
              maker_number_or_null(maker, price->months));
    maker_put_text(maker, object, "source", price->source);
    maker_put_text(maker, object, "as_of", price->as_of);
    maker_put_flag(maker, object, "assumed", price->assumed);
    maker_put_flag(maker, object, "ask_first", price->ask_first);
    maker_put_flag(maker, object, "others", price->others);
    return object;
}

json_t *needs_list_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < needs->need_count; i++) {
        const sg_need *need = &needs->needs[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "need", need->id);
        maker_put_text(maker, object, "label", need->label);
        maker_put_text(maker, object, "kind", need->kind);
        maker_put(maker, object, "level",
                  maker_number_or_null(maker, need->level));
        maker_put_text(maker, object, "strength",
                       sg_strength_word(need->strength));
        maker_put_flag(maker, object, "statutory", need->statutory);
        maker_put_flag(maker, object, "asked_of_all", need->asked_of_all);
        maker_put(maker, object, "roles",
                  maker_texts(maker, need->roles, need->role_count));
        maker_put_text(maker, object, "becomes_essential_at",
                       need->becomes_essential_at);
        put_counts(maker, object, &need->all, need->price.known);
        maker_put(maker, object, "price", price_json(maker, &need->price));
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *group_needs_json(struct maker *maker, const sg_needs *needs,
                                const sg_need_group *group)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < needs->need_count; i++) {
        if (!needs_row_told(&group->needs[i]))
            continue;
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "need", needs->needs[i].id);
        put_counts(maker, object, &group->needs[i],
                   needs->needs[i].price.known);
        maker_add(maker, array, object);
    }
    return array;
}

json_t *needs_groups_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < needs->group_count; i++) {
        const sg_need_group *group = &needs->groups[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "by", group->by);
        maker_put_text(maker, object, "name", group->name);
        maker_put_text(maker, object, "id", group->id);
        maker_put_flag(maker, object, "merged", group->merged);
        put_staff(maker, object, &group->staff);
        maker_put(maker, object, "needs",
                  group_needs_json(maker, needs, group));
        maker_add(maker, array, object);
    }
    return array;
}

/* The ids of needs that are given by their places. */
static json_t *ids_json(struct maker *maker, const sg_needs *needs,
                        const size_t *places, size_t count)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < count; i++)
        maker_add(maker, array, maker_text(maker, needs->needs[places[i]].id));
    return array;
}

json_t *needs_one_step_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < needs->one_step_count; i++) {
        const sg_one_step *step = &needs->one_step[i];
        json_t *object = maker_object(maker);
        maker_put(maker, object, "needs",
                  ids_json(maker, needs, step->needs, step->need_count));
        maker_put_text(maker, object, "action", step->action);
        put_staff(maker, object, &step->staff);
        maker_add(maker, array, object);
    }
    return array;
}

json_t *needs_holders_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; needs->internal && i < needs->single_holder_count; i++) {
        const sg_single_holder *holder = &needs->single_holders[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "need", needs->needs[holder->need].id);
        maker_put_text(maker, object, "team", holder->team);
        maker_put_text(maker, object, "person", holder->person);
        maker_add(maker, array, object);
    }
    return array;
}

json_t *needs_expiring_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < needs->expiring_count; i++) {
        const sg_expiring *expiring = &needs->expiring[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "need", needs->needs[expiring->need].id);
        put_staff(maker, object, &expiring->staff);
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *buy_json(struct maker *maker, const sg_needs *needs,
                        const sg_buy *buy)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "label", buy->label);
    maker_put_text(maker, object, "course", buy->course);
    maker_put(maker, object, "needs",
              ids_json(maker, needs, buy->needs, buy->need_count));
    maker_put_flag(maker, object, "statutory", buy->statutory);
    maker_put_number(maker, object, "seats", (int64_t)buy->seats);
    maker_put_number(maker, object, "groups", (int64_t)buy->groups);
    maker_put_number(maker, object, "singles", (int64_t)buy->singles);
    maker_put_number(maker, object, "cost_pence", (int64_t)buy->cost_pence);
    maker_put_number(maker, object, "seat_pence", (int64_t)buy->seat_pence);
    maker_put(maker, object, "group_seats",
              maker_number_or_null(maker, buy->group_seats));
    maker_put(maker, object, "group_pence",
              buy->group_seats == 0 ? json_null()
                                    : number_or_null(maker, buy->group_pence));
    maker_put_text(maker, object, "source", buy->source);
    maker_put_text(maker, object, "as_of", buy->as_of);
    maker_put_flag(maker, object, "assumed", buy->assumed);
    return object;
}

json_t *needs_plan_json(struct maker *maker, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    const sg_needs_plan *plan = needs->plan;
    if (plan == NULL)
        return json_null();
    json_t *object = maker_object(maker);
    json_t *buys = maker_array(maker);
    for (size_t i = 0; i < plan->buy_count; i++)
        maker_add(maker, buys, buy_json(maker, needs, &plan->buys[i]));
    maker_put_number(maker, object, "budget_pence",
                     (int64_t)plan->budget_pence);
    maker_put_number(maker, object, "spent_pence", (int64_t)plan->spent_pence);
    maker_put(maker, object, "buys", buys);
    put_figure(maker, object, "eligible_before", &plan->eligible_before);
    put_figure(maker, object, "eligible_after", &plan->eligible_after);
    put_figure(maker, object, "considered", &plan->considered);
    maker_put_flag(maker, object, "optimal", plan->optimal);
    maker_put_number(maker, object, "more", (int64_t)plan->more);
    maker_put_number(maker, object, "bound", (int64_t)plan->bound);
    maker_put_number(maker, object, "greedy_more", (int64_t)plan->greedy_more);
    maker_put_number(maker, object, "greedy_pence",
                     (int64_t)plan->greedy_pence);
    maker_put_flag(maker, object, "suppressed",
                   plan->eligible_before.hidden ||
                       plan->eligible_after.hidden || plan->considered.hidden);
    return object;
}
