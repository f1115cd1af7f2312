/* SPDX-License-Identifier: MIT */
/* The ways to close a line. */
#include "report/ways.h"

#include "report/shared.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WAYS_IN_SHORT = 4, TEXT_ROOM = 512, PENCE = 100 };

const sg_line_ways *ways_of_line(const sg_gap *gap, const sg_gap_line *line)
{
    static const sg_line_ways none = {0};
    for (size_t i = 0; gap->ways != NULL && i < gap->ways->line_count; i++)
        if (line->id != NULL && strcmp(gap->ways->lines[i].line, line->id) == 0)
            return &gap->ways->lines[i];
    return &none;
}

/* ---- JSON ---- */

json_t *sourced_json(struct maker *maker, const sg_sourced *from)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "source", from->source);
    maker_put_text(maker, object, "as_of", from->as_of);
    maker_put_flag(maker, object, "assumed", from->assumed);
    return object;
}

static json_t *funding_json(struct maker *maker, const sg_funding *funding)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "id", funding->id);
    maker_put_text(maker, object, "title", funding->title);
    maker_put_text(maker, object, "pays", funding->pays);
    maker_put_text(maker, object, "who", funding->who);
    maker_put_text(maker, object, "employee_pays", funding->employee_pays);
    maker_put_text(maker, object, "ends", funding->ends);
    maker_put(maker, object, "from", sourced_json(maker, &funding->from));
    return object;
}

static json_t *months_json(struct maker *maker, uint32_t months, bool known)
{
    return known ? maker_number(maker, months) : maker_text(maker, NULL);
}

json_t *action_json(struct maker *maker, const sg_action *action)
{
    json_t *object = maker_object(maker);
    json_t *funding = maker_array(maker);
    for (size_t i = 0; i < action->funding_count; i++)
        maker_add(maker, funding, funding_json(maker, &action->funding[i]));
    maker_put_text(maker, object, "kind", action->kind);
    maker_put_text(maker, object, "label", action->label);
    maker_put_text(maker, object, "course", action->course);
    maker_put_text(maker, object, "for", action->for_what);
    maker_put_flag(maker, object, "on_the_job", action->on_the_job);
    maker_put_flag(maker, object, "elsewhere", action->elsewhere);
    maker_put(maker, object, "months",
              months_json(maker, action->months, action->months_known));
    maker_put(maker, object, "months_from",
              sourced_json(maker, &action->months_from));
    maker_put(maker, object, "hours",
              maker_number_or_null(maker, action->hours));
    maker_put(maker, object, "guided_hours",
              maker_number_or_null(maker, action->guided_hours));
    maker_put_flag(maker, object, "paid_hours", action->paid_hours);
    maker_put(maker, object, "hours_from",
              sourced_json(maker, &action->hours_from));
    maker_put_number(maker, object, "cost_pence", action->cost_pence);
    maker_put_number(maker, object, "cost_least_pence",
                     action->cost_least_pence);
    maker_put_number(maker, object, "cost_most_pence", action->cost_most_pence);
    maker_put(maker, object, "cost_from",
              sourced_json(maker, &action->cost_from));
    maker_put(maker, object, "funding", funding);
    maker_put_text(maker, object, "awards", action->awards);
    maker_put_text(maker, object, "entry", action->entry);
    maker_put_text(maker, object, "note", action->note);
    maker_put_text(maker, object, "who", action->who);
    maker_put_text(maker, object, "evidence", action->evidence);
    maker_put_text(maker, object, "assume", action->assume);
    maker_put_flag(maker, object, "assumed", action->assumed);
    return object;
}

static json_t *route_json(struct maker *maker, const sg_route *route)
{
    json_t *object = maker_object(maker);
    json_t *actions = maker_array(maker);
    for (size_t i = 0; i < route->action_count; i++)
        maker_add(maker, actions, action_json(maker, &route->actions[i]));
    maker_put_text(maker, object, "label", route->label);
    maker_put_text(maker, object, "verdict", sg_verdict_word(route->verdict));
    maker_put_text(maker, object, "then", sg_verdict_word(route->then));
    maker_put(maker, object, "months",
              months_json(maker, route->months, route->months_known));
    maker_put_number(maker, object, "hours", route->hours);
    maker_put_number(maker, object, "cost_pence", (int64_t)route->cost_pence);
    maker_put_flag(maker, object, "elsewhere", route->elsewhere);
    maker_put_flag(maker, object, "confirm", route->confirm);
    maker_put_flag(maker, object, "assumed", route->assumed);
    maker_put_flag(maker, object, "cheapest", route->cheapest);
    maker_put_flag(maker, object, "quickest", route->quickest);
    maker_put(maker, object, "actions", actions);
    return object;
}

json_t *ways_json(struct maker *maker, const sg_gap *gap,
                  const sg_gap_line *line)
{
    const sg_line_ways *ways = ways_of_line(gap, line);
    json_t *routes = maker_array(maker);
    for (size_t i = 0; i < ways->route_count; i++)
        maker_add(maker, routes, route_json(maker, &ways->routes[i]));
    return routes;
}

/* ---- figures in words ---- */

void money_text(uint64_t pence, char out[MONEY_ROOM])
{
    char digits[MONEY_ROOM];
    char grouped[MONEY_ROOM];
    size_t at = 0;
    const uint64_t pounds = pence / PENCE;
    (void)snprintf(digits, sizeof(digits), "%" PRIu64, pounds);
    const size_t count = strlen(digits);
    for (size_t i = 0; i < count; i++) {
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

void duration_text(uint32_t months, bool known, char *out, size_t room)
{
    if (!known)
        (void)snprintf(out, room, "how long is not known");
    else if (months == 0)
        (void)snprintf(out, room, "less than a month");
    else
        (void)snprintf(out, room, "%u month%s", (unsigned)months,
                       plural(months));
}

/* "(assumed: a provider's page, as of 2014)"; "" without a source. */
static void source_note(const sg_sourced *from, char *out, size_t room)
{
    out[0] = '\0';
    if (from->source != NULL)
        (void)snprintf(out, room, " (%s%s%s%s)",
                       from->assumed ? "assumed: " : "", from->source,
                       from->as_of != NULL ? ", as of " : "",
                       from->as_of != NULL ? from->as_of : "");
}

static void time_figure(struct page *page, size_t indent,
                        const sg_action *action)
{
    char months[64];
    char note[TEXT_ROOM];
    if (strcmp(action->kind, "confirm") == 0)
        return;
    duration_text(action->months, action->months_known, months, sizeof(months));
    source_note(&action->months_from, note, sizeof(note));
    page_text(page, indent, "Time: %s%s.", months, note);
    if (action->hours == 0)
        return;
    source_note(&action->hours_from, note, sizeof(note));
    if (action->guided_hours > 0)
        page_text(page, indent, "Hours: %u in all, %u of them taught%s%s.",
                  (unsigned)action->hours, (unsigned)action->guided_hours,
                  action->paid_hours ? ", in working hours" : "", note);
    else
        page_text(page, indent, "Hours: %u%s%s.", (unsigned)action->hours,
                  action->paid_hours ? ", in working hours" : "", note);
}

static void cost_figure(struct page *page, size_t indent,
                        const sg_action *action)
{
    char cost[MONEY_ROOM];
    char least[MONEY_ROOM];
    char most[MONEY_ROOM];
    char note[TEXT_ROOM];
    if (action->cost_pence == 0)
        return;
    money_text(action->cost_pence, cost);
    money_text(action->cost_least_pence, least);
    money_text(action->cost_most_pence, most);
    source_note(&action->cost_from, note, sizeof(note));
    if (action->cost_least_pence < action->cost_most_pence)
        page_text(page, indent,
                  "Cost to the council before funding: %s, from %s to %s%s.",
                  cost, least, most, note);
    else
        page_text(page, indent, "Cost to the council before funding: %s%s.",
                  cost, note);
}

static void funding_figures(struct page *page, size_t indent,
                            const sg_action *action)
{
    for (size_t i = 0; i < action->funding_count; i++) {
        const sg_funding *funding = &action->funding[i];
        page_text(page, indent, "May pay: %s%s%s%s. %s %s Your share: %s",
                  funding->title, funding->ends != NULL ? " (until " : "",
                  funding->ends != NULL ? funding->ends : "",
                  funding->ends != NULL ? ")" : "", funding->pays, funding->who,
                  funding->employee_pays);
    }
}

void action_figures_text(struct page *page, size_t indent,
                         const sg_action *action)
{
    time_figure(page, indent, action);
    cost_figure(page, indent, action);
    funding_figures(page, indent, action);
    if (action->awards != NULL)
        page_text(page, indent, "Offered as: %s.", action->awards);
    if (action->entry != NULL)
        page_text(page, indent, "%s", action->entry);
    if (action->note != NULL)
        page_text(page, indent, "%s", action->note);
}

/* ---- ways in words ---- */

static const char *marks_of(const sg_route *route)
{
    if (route->cheapest && route->quickest)
        return " [cheapest, quickest]";
    if (route->cheapest)
        return " [cheapest]";
    return route->quickest ? " [quickest]" : "";
}

/* What is to be done, in one piece: "first GCSEs, then a diploma". */
static void actions_in_short(const sg_route *route, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < route->action_count && used < room; i++) {
        const sg_action *action = &route->actions[i];
        const int added =
            snprintf(out + used, room - used, "%s%s%s", i > 0 ? "; " : "",
                     action->for_what != NULL ? "first " : "",
                     text_or_none(action->label));
        used += added > 0 ? (size_t)added : 0;
    }
}

/* A way as one item; what is left open once it is done is said. */
static void route_item(struct page *page, size_t indent, const sg_route *route)
{
    char months[64];
    char cost[MONEY_ROOM];
    char what[TEXT_ROOM * 2];
    duration_text(route->months, route->months_known, months, sizeof(months));
    money_text(route->cost_pence, cost);
    actions_in_short(route, what, sizeof(what));
    page_item(page, indent, "- ", STYLE_PLAIN, "%s: %s, %s%s%s%s", what, months,
              cost, route->assumed ? " (assumed)" : "",
              route->then == SG_MET ? "" : "; a person still has to agree",
              marks_of(route));
}

/* The first few that surely help, and how many there are beside. */
static void ways_in_short(struct page *page, size_t indent,
                          const sg_line_ways *ways)
{
    size_t shown = 0, doing = 0;
    for (size_t i = 0; i < ways->route_count; i++)
        doing += !ways->routes[i].confirm;
    if (doing == 0)
        return;
    page_text(page, indent,
              "Ways to close it (cost to the council before funding):");
    for (size_t i = 0; i < ways->route_count; i++) {
        const sg_route *route = &ways->routes[i];
        const bool told =
            !route->confirm &&
            (shown < WAYS_IN_SHORT || route->cheapest || route->quickest);
        if (!told)
            continue;
        route_item(page, indent, route);
        shown++;
    }
    if (doing + ways->left_out > shown)
        page_text(page, indent, "  And %zu more: see --why.",
                  doing + ways->left_out - shown);
}

static void route_in_full(struct page *page, size_t indent,
                          const sg_route *route)
{
    if (route->action_count > 1)
        route_item(page, indent, route);
    for (size_t i = 0; i < route->action_count; i++) {
        const sg_action *action = &route->actions[i];
        const size_t in = indent + (route->action_count > 1 ? 2 : 0);
        page_item(page, in, "- ", STYLE_PLAIN, "%s%s%s",
                  action->for_what != NULL ? "First: " : "",
                  text_or_none(action->label),
                  route->action_count == 1 ? marks_of(route) : "");
        action_figures_text(page, in + 2, action);
        if (action->assume != NULL)
            page_text(page, in + 2, "To see what it changes: --assume \"%s\"",
                      action->assume);
    }
    if (route->then != SG_MET && !route->confirm)
        page_text(page, indent + 2,
                  "A person still has to agree that this is what is asked "
                  "for: ask before you start.");
}

static void ways_in_full(struct page *page, size_t indent,
                         const sg_line_ways *ways)
{
    const char *before = NULL;
    for (size_t i = 0; i < ways->route_count; i++) {
        const sg_route *route = &ways->routes[i];
        const char *label = text_or_none(route->label);
        if (before == NULL || strcmp(before, label) != 0)
            page_text(page, indent, "One way: %s (%s)", label,
                      sg_verdict_word(route->verdict));
        before = label;
        route_in_full(page, indent + 2, route);
    }
    if (ways->left_out > 0)
        page_text(page, indent, "And %zu more like these.", ways->left_out);
}

void ways_text(struct page *page, size_t indent, const sg_gap *gap,
               const sg_gap_line *line)
{
    const sg_line_ways *ways = ways_of_line(gap, line);
    if (line->verdict == SG_MET)
        return;
    if (page->why)
        ways_in_full(page, indent, ways);
    else
        ways_in_short(page, indent, ways);
}
