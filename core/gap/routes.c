/* SPDX-License-Identifier: MIT */
/* The alternative ways of meeting a line, each with what it takes.
 *
 * A way is one choice at each "or" of the line: just what a world is of the
 * current role's lines, so the same walk finds both. */
#include "gap/explain.h"

#include "base/buffer.h"
#include "gap/phrase.h"
#include "gap/questions.h"
#include "judge/worlds.h"

#include <string.h>

static const char *action_verb(const struct node *node)
{
    switch (node->op) {
    case SG_WORKING_TOWARDS:
        return "Start on";
    case SG_TRAINING:
        return "Take part in";
    case SG_SKILL:
        return "Train for this";
    default:
        return "Gain";
    }
}

static const char *action_kind(const struct node *node)
{
    switch (node->op) {
    case SG_QUALIFICATION:
    case SG_WORKING_TOWARDS:
        return "qualification";
    case SG_EXPERIENCE:
        return "experience";
    case SG_CREDENTIAL:
        return "credential";
    default:
        return "training";
    }
}

/* What is begun or has run out is not begun anew. */
static sg_action file_action(const struct judging *judging, uint32_t at,
                             const struct leaf_answer *answer,
                             struct arena *arena)
{
    const char *kind = action_kind(&judging->to->framework->nodes[at]);

    switch (answer->cause) {
    case CAUSE_CLAIM_STUDYING:
        return (sg_action){kind, phrase_fill(judging, at, answer,
                                             "Complete it: {title}", arena)};
    case CAUSE_CLAIM_OVER:
    case CAUSE_CREDENTIAL_OVER:
    case CAUSE_TRAINING_OVER:
        return (sg_action){
            kind, phrase_fill(judging, at, answer, "Renew it: {want}", arena)};
    default:
        return (sg_action){0};
    }
}

/* What to do about one part that is not met. */
static sg_action action_for(const struct judging *judging, uint32_t at,
                            const struct leaf_answer *answer,
                            struct arena *arena)
{
    const struct framework *to = judging->to->framework;
    const struct node *node = &to->nodes[at];
    const char *label =
        phrase_lower(framework_node_label(to, at, arena), arena);

    if (answer->cause == CAUSE_TIME_SHORT || answer->cause == CAUSE_WORK_SHORT)
        return (sg_action){"experience",
                           arena_printf(arena, "Work %u more months%s",
                                        (unsigned)answer->missing_months,
                                        answer->assumed ? " (assumed)" : "")};
    const sg_action begun = file_action(judging, at, answer, arena);
    if (begun.kind)
        return begun;
    if (answer->verdict == SG_ASK)
        return (sg_action){"confirm",
                           question_text(judging, at, answer, arena)};
    return (sg_action){
        action_kind(node),
        label ? arena_printf(arena, "%s: %s", action_verb(node), label) : NULL};
}

static const char *route_label(const struct framework *to,
                               const struct worlds *way, struct arena *arena)
{
    struct buffer out = {0};

    for (uint32_t i = 0; i < way->fact_count; i++) {
        const char *label = framework_node_label(to, way->facts[i], arena);
        if (i > 0)
            buffer_puts(&out, " and ");
        if (label)
            buffer_puts(&out, i > 0 ? phrase_lower(label, arena) : label);
    }
    const char *result =
        out.data && !out.failed ? arena_strdup(arena, out.data) : NULL;
    buffer_done(&out);
    return result;
}

/* What somebody settled as unmet is not asked about any more. */
static struct leaf_answer answer_in(const struct judgement *judgement,
                                    uint32_t node)
{
    struct leaf_answer answer = judgement->answers[node - judgement->first];

    if (judgement->verdict == SG_UNMET &&
        judgement->answers[0].verdict == SG_ASK && answer.verdict == SG_ASK)
        answer = answer_of(SG_UNMET, CAUSE_FILE_NONE);
    return answer;
}

static bool build_route(const struct judging *judging, const struct worlds *way,
                        const struct judgement *judgement, struct arena *arena,
                        sg_route *route)
{
    sg_action *actions = arena_array(arena, way->fact_count, sizeof *actions);

    *route = (sg_route){.verdict = SG_MET, .actions = actions};
    if (!actions)
        return false;
    for (uint32_t i = 0; i < way->fact_count; i++) {
        const struct leaf_answer answer = answer_in(judgement, way->facts[i]);
        if (answer.verdict < route->verdict)
            route->verdict = answer.verdict;
        if (answer.verdict == SG_MET)
            continue;
        sg_action action = action_for(judging, way->facts[i], &answer, arena);
        if (!action.label)
            return false;
        actions[route->action_count++] = action;
    }
    route->label = route_label(judging->to->framework, way, arena);
    return route->label != NULL;
}

/* A nested choice that is not taken repeats a way. */
static bool is_known(const sg_route *routes, size_t count, const char *label)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(routes[i].label, label) == 0)
            return true;
    return false;
}

bool explain_routes(const struct judging *judging, uint32_t line,
                    const struct judgement *judgement, struct arena *arena,
                    sg_gap_line *result)
{
    struct worlds ways = {0};
    sg_route *routes = arena_array(arena, LIMIT_ROUTES, sizeof *routes);

    result->routes = routes;
    if (!routes)
        return false;
    if (!worlds_start(&ways, judging->to->framework, &line, 1))
        return true; /* more ways than can be listed: none is */
    do {
        sg_route *route = &routes[result->route_count];
        if (!build_route(judging, &ways, judgement, arena, route))
            return false;
        if (!is_known(routes, result->route_count, route->label))
            result->route_count++;
    } while (result->route_count < LIMIT_ROUTES && worlds_next(&ways));
    return true;
}
