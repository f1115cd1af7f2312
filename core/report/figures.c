/* SPDX-License-Identifier: MIT */
/* The figures of actions, and where they are from. */
#include "report/figures.h"

#include "base/buffer.h"
#include "report/shared.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { PENCE = 100 };

/* ---- collecting ---- */

static bool same_text(const char *a, const char *b)
{
    return a != NULL && b != NULL ? strcmp(a, b) == 0 : a == b;
}

static bool same_source(const sg_sourced *a, const sg_sourced *b)
{
    return same_text(a->source, b->source) && same_text(a->as_of, b->as_of);
}

/* From 1; 0: it is not among them. */
static size_t number_of(const struct origins *origins, const sg_sourced *from)
{
    for (size_t i = 0; i < origins->source_count; i++)
        if (same_source(origins->sources[i], from))
            return i + 1;
    return 0;
}

void origins_add_source(struct origins *origins, const sg_sourced *from)
{
    if (from->source != NULL && origins->source_count < ORIGINS_MOST &&
        number_of(origins, from) == 0)
        origins->sources[origins->source_count++] = from;
}

static void add_fund(struct origins *origins, const sg_funding *funding)
{
    for (size_t i = 0; i < origins->fund_count; i++)
        if (same_text(origins->funds[i]->id, funding->id))
            return;
    if (origins->fund_count < ORIGINS_MOST)
        origins->funds[origins->fund_count++] = funding;
}

void origins_add(struct origins *origins, const sg_action *action)
{
    if (strcmp(action->kind, "confirm") == 0)
        return;
    origins_add_source(origins, &action->months_from);
    if (action->hours > 0)
        origins_add_source(origins, &action->hours_from);
    if (action->hours > 0 && action->filled_months > 0 &&
        origins->study_from != NULL)
        origins_add_source(origins, origins->study_from);
    origins_add_source(origins, &action->cost_from);
    if (origins->in_short)
        return;
    if (action->awards != NULL)
        origins_add_source(origins, &action->from);
    if (action->entry != NULL)
        origins_add_source(origins, &action->entry_from);
    for (size_t i = 0; i < action->funding_count; i++) {
        origins_add_source(origins, &action->funding[i].from);
        add_fund(origins, &action->funding[i]);
    }
}

static void add_route(struct origins *origins, const sg_route *route)
{
    for (size_t i = 0; i < route->action_count; i++)
        origins_add(origins, &route->actions[i]);
}

void origins_of_gap(struct origins *origins, const sg_gap *gap)
{
    const sg_ways *ways = gap->ways;
    if (ways == NULL)
        return;
    origins->study_hours_per_week = ways->study_hours_per_week;
    origins->study_from = &ways->study_from;
    for (size_t i = 0; i < ways->line_count; i++)
        for (size_t r = 0; r < ways->lines[i].route_count; r++)
            add_route(origins, &ways->lines[i].routes[r]);
}

void origins_of_plan(struct origins *origins, const sg_plan *plan,
                     size_t strengthen, bool in_short)
{
    origins->in_short = in_short;
    origins->study_hours_per_week = plan->study_hours_per_week;
    origins->study_from = &plan->study_from;
    for (size_t i = 0; i < plan->step_count; i++)
        origins_add(origins, &plan->steps[i].action);
    for (size_t i = 0; i < plan->open_count; i++)
        if (plan->open[i].otherwise != NULL)
            add_route(origins, plan->open[i].otherwise);
    for (size_t i = 0; i < plan->open_count; i++)
        if (plan->open[i].surely != NULL)
            add_route(origins, plan->open[i].surely);
    for (size_t i = 0; i < plan->strengthen_count && i < strengthen; i++)
        add_route(origins, &plan->strengthen[i].route);
    if (plan->hours > 0)
        origins_add_source(origins, &plan->study_from);
    origins_add_source(origins, &plan->review_from);
}

void origins_of_paths(struct origins *origins, const sg_paths *paths)
{
    origins->study_hours_per_week = paths->study_hours_per_week;
    origins->study_from = &paths->study_from;
    for (size_t p = 0; p < paths->path_count; p++)
        for (size_t s = 0; s < paths->paths[p].moves; s++)
            for (size_t a = 0; a < paths->paths[p].steps[s].action_count; a++)
                origins_add(origins, &paths->paths[p].steps[s].actions[a]);
    origins_add_source(origins, &paths->study_from);
    origins_add_source(origins, &paths->stay_from);
}

/* ---- telling the lists ---- */

json_t *sourced_json(struct maker *maker, const sg_sourced *from)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "source", from->source);
    maker_put_text(maker, object, "as_of", from->as_of);
    maker_put_flag(maker, object, "assumed", from->assumed);
    return object;
}

json_t *origins_sources_json(struct maker *maker, const struct origins *origins)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < origins->source_count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "source", origins->sources[i]->source);
        maker_put_text(maker, object, "as_of", origins->sources[i]->as_of);
        maker_add(maker, array, object);
    }
    return array;
}

json_t *origins_funds_json(struct maker *maker, const struct origins *origins)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < origins->fund_count; i++) {
        const sg_funding *fund = origins->funds[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "id", fund->id);
        maker_put_text(maker, object, "title", fund->title);
        maker_put_text(maker, object, "pays", fund->pays);
        maker_put_text(maker, object, "who", fund->who);
        maker_put_text(maker, object, "employee_pays", fund->employee_pays);
        maker_put(maker, object, "from", sourced_json(maker, &fund->from));
        maker_add(maker, array, object);
    }
    return array;
}

void origins_sources_text(struct page *page, const struct origins *origins)
{
    for (size_t i = 0; i < origins->source_count; i++) {
        const sg_sourced *from = origins->sources[i];
        char lead[24];
        (void)snprintf(lead, sizeof(lead), "[%zu] ", i + 1);
        page_item(page, 2, lead, STYLE_PLAIN, "%s%s%s", from->source,
                  from->as_of != NULL ? ", as of " : "",
                  from->as_of != NULL ? from->as_of : "");
    }
}

const char *origins_note(const struct origins *origins, const sg_sourced *from,
                         char out[ORIGIN_ROOM])
{
    const size_t number = number_of(origins, from);
    const char *assumed = from->assumed ? ", assumed" : "";
    out[0] = '\0';
    if (from->source != NULL && number > 0)
        (void)snprintf(out, ORIGIN_ROOM, " [%zu%s]", number, assumed);
    else if (from->source != NULL)
        (void)snprintf(out, ORIGIN_ROOM, " (%s%s)", from->source, assumed);
    return out;
}

void origins_funds_text(struct page *page, const struct origins *origins)
{
    for (size_t i = 0; i < origins->fund_count; i++) {
        const sg_funding *fund = origins->funds[i];
        char note[ORIGIN_ROOM];
        page_item(page, 2, "- ", STYLE_PLAIN, "%s: %s %s Your share: %s%s",
                  fund->title, fund->pays, fund->who, fund->employee_pays,
                  origins_note(origins, &fund->from, note));
    }
}

/* ---- figures in words ---- */

void money_text(uint64_t pence, char out[MONEY_ROOM])
{
    char digits[MONEY_ROOM];
    char grouped[MONEY_ROOM];
    size_t at = 0;
    (void)snprintf(digits, sizeof(digits), "%" PRIu64, pence / PENCE);
    const size_t count = strlen(digits);
    for (size_t i = 0; i < count && at + 2 < sizeof(grouped); i++) {
        if (i > 0 && (count - i) % 3 == 0)
            grouped[at++] = ',';
        grouped[at++] = digits[i];
    }
    grouped[at] = '\0';
    if (pence == 0)
        (void)snprintf(out, MONEY_ROOM, "no cost");
    else if (pence % PENCE == 0)
        (void)snprintf(out, MONEY_ROOM, "\u00a3%.20s", grouped);
    else
        (void)snprintf(out, MONEY_ROOM, "\u00a3%.20s.%02u", grouped,
                       (unsigned)(pence % PENCE));
}

void duration_text(uint32_t months, bool known, char out[DURATION_ROOM])
{
    if (!known)
        (void)snprintf(out, DURATION_ROOM, "how long is not known");
    else if (months == 0)
        (void)snprintf(out, DURATION_ROOM, "less than a month");
    else
        (void)snprintf(out, DURATION_ROOM, "%u month%s", (unsigned)months,
                       plural(months));
}

static void put_time(struct buffer *out, const struct origins *origins,
                     const sg_action *action)
{
    char months[DURATION_ROOM];
    char note[ORIGIN_ROOM];
    duration_text(action->months, action->months_known, months);
    buffer_printf(out, "Time: %s%s.", months,
                  origins_note(origins, &action->months_from, note));
    if (action->hours == 0)
        return;
    buffer_printf(out, " Hours: %u", (unsigned)action->hours);
    if (action->guided_hours > 0)
        buffer_printf(out, ", of them %u taught",
                      (unsigned)action->guided_hours);
    buffer_printf(out, "%s%s", action->paid_hours ? ", in working hours" : "",
                  origins_note(origins, &action->hours_from, note));
    if (action->filled_months > 0 && origins->study_from != NULL)
        buffer_printf(out, ": %u month%s at %g hours a week%s",
                      (unsigned)action->filled_months,
                      plural(action->filled_months),
                      origins->study_hours_per_week,
                      origins_note(origins, origins->study_from, note));
    buffer_puts(out, ".");
}

static void put_cost(struct buffer *out, const struct origins *origins,
                     const sg_action *action)
{
    char cost[MONEY_ROOM];
    char least[MONEY_ROOM];
    char most[MONEY_ROOM];
    char note[ORIGIN_ROOM];
    money_text(action->cost_pence, cost);
    money_text(action->cost_least_pence, least);
    money_text(action->cost_most_pence, most);
    buffer_printf(out, " Cost: %s", cost);
    if (action->cost_least_pence < action->cost_most_pence)
        buffer_printf(out, ", from %s to %s",
                      action->cost_least_pence > 0 ? least : "nothing", most);
    buffer_printf(out, "%s.", origins_note(origins, &action->cost_from, note));
}

static void put_funding(struct buffer *out, const struct origins *origins,
                        const sg_action *action)
{
    char note[ORIGIN_ROOM];
    for (size_t i = 0; i < action->funding_count; i++) {
        const sg_funding *funding = &action->funding[i];
        buffer_printf(out, "%s%s%s%s%s%s", i == 0 ? " May pay: " : "; ",
                      funding->title, funding->ends != NULL ? " (until " : "",
                      funding->ends != NULL ? funding->ends : "",
                      funding->ends != NULL ? ")" : "",
                      origins_note(origins, &funding->from, note));
    }
    if (action->funding_count > 0)
        buffer_printf(out, ". Your share: %s",
                      action->funding[0].employee_pays);
    if (action->lapsed != NULL)
        buffer_printf(out, " Ask whether this was renewed: %s.",
                      action->lapsed);
}

/* An award can have closed since the list was made. */
static void put_offer(struct buffer *out, const struct origins *origins,
                      const sg_action *action)
{
    char note[ORIGIN_ROOM];
    if (action->awards != NULL)
        buffer_printf(out, " Offered as: %s%s; check that it still runs.",
                      action->awards,
                      origins_note(origins, &action->from, note));
    if (action->entry != NULL)
        buffer_printf(out, " %s%s.", action->entry,
                      origins_note(origins, &action->entry_from, note));
}

void figures_text(struct page *page, size_t indent,
                  const struct origins *origins, const sg_action *action,
                  bool in_short)
{
    struct buffer out = {0};
    if (strcmp(action->kind, "confirm") == 0)
        return;
    put_time(&out, origins, action);
    put_cost(&out, origins, action);
    if (!in_short) {
        put_funding(&out, origins, action);
        put_offer(&out, origins, action);
    }
    if (action->note != NULL && !in_short)
        buffer_printf(&out, " %s", action->note);
    if (out.failed)
        page->out.failed = true;
    else
        page_text(page, indent, "%s", out.data);
    buffer_done(&out);
}
