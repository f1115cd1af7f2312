/* SPDX-License-Identifier: MIT */
/* The ways to close a line. */
#include "report/ways.h"

#include "report/figures.h"
#include "report/shared.h"

#include <stdio.h>
#include <string.h>

enum { WHAT_ROOM = 1024, MARKS_ROOM = 48, BRANCH_MOST = 8 };

const sg_line_ways *ways_of_line(const sg_gap *gap, const sg_gap_line *line)
{
    static const sg_line_ways none = {0};
    for (size_t i = 0; gap->ways != NULL && i < gap->ways->line_count; i++)
        if (line->id != NULL && strcmp(gap->ways->lines[i].line, line->id) == 0)
            return &gap->ways->lines[i];
    return &none;
}

/* ---- JSON ---- */

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
    maker_put(maker, object, "filled_months",
              maker_number_or_null(maker, action->filled_months));
    maker_put_number(maker, object, "cost_pence", action->cost_pence);
    maker_put_number(maker, object, "cost_least_pence",
                     action->cost_least_pence);
    maker_put_number(maker, object, "cost_most_pence", action->cost_most_pence);
    maker_put(maker, object, "cost_from",
              sourced_json(maker, &action->cost_from));
    maker_put(maker, object, "funding", funding);
    maker_put_text(maker, object, "lapsed_funding", action->lapsed);
    maker_put_text(maker, object, "awards", action->awards);
    maker_put(maker, object, "from", sourced_json(maker, &action->from));
    maker_put_text(maker, object, "entry", action->entry);
    maker_put(maker, object, "entry_from",
              sourced_json(maker, &action->entry_from));
    maker_put_text(maker, object, "note", action->note);
    maker_put_text(maker, object, "who", action->who);
    maker_put_text(maker, object, "evidence", action->evidence);
    maker_put_text(maker, object, "assume", action->assume);
    maker_put_flag(maker, object, "assumed", action->assumed);
    return object;
}

json_t *route_json(struct maker *maker, const sg_route *route)
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

/* ---- ways in words ---- */

/* Whether a way that a person still has to agree to costs or takes less. */
static bool is_undercut(const sg_line_ways *ways, const sg_route *route,
                        bool by_months)
{
    for (size_t i = 0; ways != NULL && i < ways->route_count; i++) {
        const sg_route *other = &ways->routes[i];
        if (other->confirm || other->then == SG_MET || !other->months_known)
            continue;
        if (by_months ? other->months < route->months
                      : other->cost_pence < route->cost_pence)
            return true;
    }
    return false;
}

/* Only ways that surely close the line are marked. */
static void put_marks(const sg_line_ways *ways, const sg_route *route,
                      char out[MARKS_ROOM])
{
    const bool unsure = (route->cheapest && is_undercut(ways, route, false)) ||
                        (route->quickest && is_undercut(ways, route, true));
    (void)snprintf(
        out, MARKS_ROOM, " [%s%s%s%s]", route->cheapest ? "cheapest" : "",
        route->cheapest && route->quickest ? ", " : "",
        route->quickest ? "quickest" : "", unsure ? " of the sure ways" : "");
    if (!route->cheapest && !route->quickest)
        out[0] = '\0';
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
void route_item(struct page *page, size_t indent, const char *lead,
                const sg_line_ways *ways, const sg_route *route)
{
    char marks[MARKS_ROOM];
    char months[DURATION_ROOM];
    char cost[MONEY_ROOM];
    char what[WHAT_ROOM];
    duration_text(route->months, route->months_known, months);
    money_text(route->cost_pence, cost);
    actions_in_short(route, what, sizeof(what));
    put_marks(ways, route, marks);
    if (route->confirm && route->action_count == 1) {
        page_item(page, indent, lead, STYLE_PLAIN, "%s%s",
                  strncmp(what, "Ask ", 4) == 0 ? "" : "Ask: ", what);
        return;
    }
    page_item(page, indent, lead, STYLE_PLAIN, "%s: %s, %s%s%s%s", what, months,
              cost, route->assumed ? " (assumed)" : "",
              route->then == SG_MET ? "" : "; ask first whether it counts",
              marks);
}

/* Ways that are much like each other: work or study, on the job or beside it,
 * here or in another post. */
static bool is_alike(const sg_route *a, const sg_route *b)
{
    const sg_action *of_a = &a->actions[a->action_count - 1];
    const sg_action *of_b = &b->actions[b->action_count - 1];
    return strcmp(of_a->kind, of_b->kind) == 0 &&
           of_a->on_the_job == of_b->on_the_job &&
           of_a->elsewhere == of_b->elsewhere &&
           (of_a->course == NULL) == (of_b->course == NULL);
}

/* In short: the best ones, and the first of each sort. */
static bool is_told_in_short(const sg_line_ways *ways, size_t at)
{
    const sg_route *route = &ways->routes[at];
    if (route->confirm || route->cheapest || route->quickest)
        return !route->confirm;
    for (size_t i = 0; i < at; i++)
        if (!ways->routes[i].confirm && is_alike(&ways->routes[i], route))
            return false;
    return true;
}

static void ways_in_short(struct page *page, size_t indent, sg_verdict verdict,
                          const sg_line_ways *ways)
{
    size_t shown = 0, doing = ways->left_out;
    for (size_t i = 0; i < ways->route_count; i++)
        doing += !ways->routes[i].confirm;
    if (doing == 0)
        return;
    page_text(page, indent, "%s (cost to the council before funding):",
              verdict == SG_ASK ? "If not, ways to close it"
                                : "Ways to close it");
    for (size_t i = 0; i < ways->route_count; i++) {
        if (!is_told_in_short(ways, i))
            continue;
        route_item(page, indent, "- ", ways, &ways->routes[i]);
        shown++;
    }
    if (doing > shown)
        page_text(page, indent, "  And %zu more: see --why.", doing - shown);
}

static void route_in_full(struct page *page, size_t indent,
                          const struct origins *origins,
                          const sg_line_ways *ways, const sg_route *route)
{
    route_item(page, indent, "- ", ways, route);
    for (size_t i = 0; i < route->action_count; i++) {
        const sg_action *action = &route->actions[i];
        if (route->action_count > 1)
            page_text(page, indent + 2,
                      "%s%s:", action->for_what != NULL ? "First: " : "",
                      text_or_none(action->label));
        figures_text(page, indent + 2, origins, action, false);
        if (action->assume != NULL)
            page_text(page, indent + 2,
                      "To see what it changes: --assume \"%s\"",
                      action->assume);
    }
}

static bool is_same_branch(const sg_route *a, const sg_route *b)
{
    return strcmp(text_or_none(a->label), text_or_none(b->label)) == 0;
}

/* All ways of one choice of branches, below its name; a line without parts
 * has just one, which is the line itself. */
static void branch_in_full(struct page *page, size_t indent,
                           const struct origins *origins, bool named,
                           const sg_line_ways *ways, size_t first)
{
    const sg_route *route = &ways->routes[first];
    const size_t in = named ? indent + 2 : indent;
    size_t all = 0, told = 0;
    for (size_t i = 0; i < first; i++)
        if (is_same_branch(&ways->routes[i], route))
            return;
    if (named)
        page_text(page, indent, "One way: %s (%s)", text_or_none(route->label),
                  sg_verdict_word(route->verdict));
    for (size_t i = first; i < ways->route_count; i++) {
        if (!is_same_branch(&ways->routes[i], route))
            continue;
        all++;
        if (all <= BRANCH_MOST || ways->routes[i].cheapest ||
            ways->routes[i].quickest) {
            route_in_full(page, in, origins, ways, &ways->routes[i]);
            told++;
        }
    }
    if (all > told)
        page_text(page, in, "And %zu more like these: see --json.", all - told);
}

static void ways_in_full(struct page *page, size_t indent, const sg_gap *gap,
                         const sg_gap_line *line, const sg_line_ways *ways)
{
    struct origins origins = {0};
    origins_of_gap(&origins, gap);
    for (size_t i = 0; i < ways->route_count; i++)
        branch_in_full(page, indent, &origins, line->needs.part_count > 0, ways,
                       i);
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
        ways_in_full(page, indent, gap, line, ways);
    else
        ways_in_short(page, indent, line->verdict, ways);
}
