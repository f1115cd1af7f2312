/* SPDX-License-Identifier: MIT */
/* Sentences for what was judged, and the public form of a line. */
#include "gap/explain.h"

#include "gap/phrase.h"
#include "judge/lookup.h"
#include "judge/same.h"
#include "model/view.h"

#include <string.h>

/* One sentence for each cause; what stands in braces is filled in by
 * phrase.c. From a role nothing is known of the person, so that no sentence
 * says that anybody lacks anything. */
static const char *const sentences[CAUSE_COUNT] = {
    [CAUSE_NOT_ASKED] = "Your role does not ask for this.",
    [CAUSE_NO_ROLE] = "There is no current role that would ask for this.",
    [CAUSE_ALWAYS] = "No formal qualification is needed.",
    [CAUSE_SAME] = "Your role already asks for this.",
    [CAUSE_MORE] = "Your role already asks for as much or more: {have}.",
    [CAUSE_LEVEL_BELOW] = "Your role asks only for a lower level: {have}.",
    [CAUSE_LEVEL_OPEN] =
        "Your role asks for {have}, a level that can be worth more than one "
        "level today.",
    [CAUSE_NAME_OPEN] =
        "Your role asks for {have}, and no source says how the two compare.",
    [CAUSE_EQUIVALENT_OPEN] =
        "Your role asks for {have}, so that what you hold may be an "
        "equivalent, and this line names none.",
    [CAUSE_SUBJECT_OPEN] =
        "Met on level through {have}, but check that the subject fits.",
    [CAUSE_STUDYING] = "Your role asks only to be working towards it.",
    [CAUSE_WORD_ABOVE] = "Your role asks for less of this: {have}.",
    [CAUSE_WORD_OPEN] =
        "Nobody says which wording asks for more; your role's is \"{have}\".",
    [CAUSE_ANY_TIME] = "Your time as {role} counts, and any length is enough.",
    [CAUSE_TIME_ENOUGH] =
        "Your {months} as {role} are enough, since {needed} are wanted.",
    [CAUSE_TIME_SHORT] =
        "Your {months} as {role} count, but {needed} are wanted: {missing} "
        "more.",
    [CAUSE_TIME_UNKNOWN] =
        "Your time as {role} counts, but how long it is so far is not "
        "known{wanted}.",
    [CAUSE_WORDS_UNKNOWN] =
        "Your {months} as {role} count, but nobody says how long {word} "
        "means.",
    [CAUSE_KIND_OPEN] = "Whether your work as {role} is of this kind is "
                        "open{place}.",
    [CAUSE_LESS_TIME] = "Your role asks for {have}, which may be less than "
                        "this.",
    [CAUSE_POST] = "Only some posts need this: the manager of the post can "
                   "say whether it does.",
    [CAUSE_LOWER_ROLE] = "Your role does not ask for this, but a lower level "
                         "of its family does{place}.",
    [CAUSE_TOUCHED] =
        "Your role does not ask for this, but its description touches on "
        "it{place}.",
    [CAUSE_DEPENDS] = "Met if you came into your role with {have}, one of the "
                      "ways that it allows.",
    [CAUSE_TOO_MANY_WORLDS] =
        "Your role can be met in more ways than can be gone through here.",
    [CAUSE_OPINION] = "The council's own rule settles this.",
};

/* How the current role lists a leaf among its desirable lines. That asks for
 * nothing, but its reader wants to be told. */
enum desirable_now { NOT_DESIRABLE, DESIRABLE_LIKE_IT, DESIRABLE_SAME };

static enum desirable_now desirable_now(const struct judging *judging,
                                        uint32_t leaf)
{
    enum { LINES = 16 };
    uint32_t lines[LINES];
    uint32_t count;

    if (!judging->from)
        return NOT_DESIRABLE;
    const struct framework *from = judging->from->framework;
    const struct framework *to = judging->to->framework;
    count = lines_sharing(from, judging->from_role, false, true, to, leaf,
                          lines, LINES);
    for (uint32_t i = 0; i < count && i < LINES; i++) {
        uint32_t root = from->lines[lines[i]].root;
        for (uint32_t n = root; n < from->nodes[root].end; n++)
            if (!node_is_group(&from->nodes[n]) && leaf_same(from, n, to, leaf))
                return DESIRABLE_SAME;
    }
    return count > 0 ? DESIRABLE_LIKE_IT : NOT_DESIRABLE;
}

static const char *sentence_for(const struct judging *judging, uint32_t leaf,
                                enum cause cause)
{
    enum desirable_now now = desirable_now(judging, leaf);

    if (now == DESIRABLE_SAME &&
        (cause == CAUSE_NOT_ASKED || cause == CAUSE_LEVEL_BELOW))
        return "Your role lists this as desirable, but does not ask for it.";
    if (now == DESIRABLE_LIKE_IT && cause == CAUSE_NOT_ASKED)
        return "Your role lists something of this kind, but only as desirable.";
    if (now != NOT_DESIRABLE && cause == CAUSE_TOUCHED)
        return "Your role lists this only as desirable, but its description "
               "touches on it{place}.";
    return sentences[cause];
}

const char *explain_answer(const struct judging *judging, uint32_t node,
                           const struct leaf_answer *answer,
                           struct arena *arena)
{
    return phrase_fill(judging, node, answer,
                       sentence_for(judging, node, answer->cause), arena);
}

/* ---- groups ---- */

static const struct sg_part *first_part(const struct sg_part *group,
                                        sg_verdict verdict)
{
    for (size_t i = 0; i < group->part_count; i++)
        if (group->parts[i].verdict == verdict)
            return &group->parts[i];
    return NULL;
}

/* Two reasons of an "or" as one sentence. */
static const char *either_reason(const struct sg_part *group,
                                 const struct sg_part *first,
                                 struct arena *arena)
{
    const struct sg_part *second = NULL;

    for (const struct sg_part *p = first + 1;
         p < group->parts + group->part_count && !second; p++)
        if (p->verdict == SG_ASK)
            second = p;
    if (!second || first->op == SG_NOT_NEEDED_HERE || !first->reason ||
        !second->reason)
        return first->reason;
    return arena_printf(arena, "%.*s; or else: %s",
                        (int)strlen(first->reason) - 1, first->reason,
                        phrase_lower(second->reason, arena));
}

/* A reason that names what the role asks for says more than "not this". */
static const char *none_reason(const struct judging *judging,
                               const struct judgement *judgement,
                               const struct sg_part *group, uint32_t at)
{
    const struct framework *to = judging->to->framework;
    uint32_t child = at + 1;

    for (size_t i = 0; i < group->part_count; i++) {
        if (judgement->answers[child - judgement->first].fact != NO_INDEX)
            return group->parts[i].reason;
        child = to->nodes[child].end;
    }
    if (group->part_count == 1)
        return group->parts[0].reason;
    return group->part_count == 2 ? "Your role asks for neither of these."
                                  : "Your role asks for none of these.";
}

static const char *any_reason(const struct judging *judging,
                              const struct judgement *judgement,
                              const struct sg_part *group, uint32_t at,
                              struct arena *arena)
{
    const struct sg_part *best = first_part(group, group->verdict);

    if (group->verdict == SG_UNMET && judging->from)
        return none_reason(judging, judgement, group, at);
    if (group->verdict == SG_MET && !best)
        return "Whichever way you came into your role, it is enough here.";
    if (group->verdict == SG_ASK && best)
        return either_reason(group, best, arena);
    return best ? best->reason : group->parts[0].reason;
}

static const char *group_reason(const struct judging *judging,
                                const struct judgement *judgement,
                                const struct sg_part *group, uint32_t at,
                                struct arena *arena)
{
    const struct sg_part *part = first_part(group, group->verdict);

    if (judgement->answers[at - judgement->first].cause ==
        CAUSE_TOO_MANY_WORLDS)
        return sentences[CAUSE_TOO_MANY_WORLDS];
    if (group->op == SG_ANY)
        return any_reason(judging, judgement, group, at, arena);
    if (group->op == SG_AT_LEAST && group->verdict != SG_MET)
        return arena_printf(arena,
                            "At least %u of these are wanted, and your role "
                            "is not known to cover so many.",
                            group->n);
    if (part)
        return part->reason;
    return group->verdict == SG_MET
               ? "Whichever way you came into your role, it is enough here."
               : "It depends on the way in which you came into your role.";
}

/* ---- lines ---- */

/* Verdicts and reasons into the tree that view_part() built, bottom up. */
static bool judge_tree(const struct judging *judging,
                       const struct judgement *judgement, uint32_t at,
                       struct arena *arena, sg_part *part)
{
    const struct framework *to = judging->to->framework;
    const struct leaf_answer *answer =
        &judgement->answers[at - judgement->first];
    sg_part *parts = (sg_part *)part->parts; /* built by us just now */
    uint32_t child = at + 1;

    part->verdict = answer->verdict;
    for (size_t i = 0; i < part->part_count; i++) {
        if (!judge_tree(judging, judgement, child, arena, &parts[i]))
            return false;
        child = to->nodes[child].end;
    }
    part->reason = node_is_group(&to->nodes[at])
                       ? group_reason(judging, judgement, part, at, arena)
                       : explain_answer(judging, at, answer, arena);
    return part->reason != NULL;
}

/* What is short: the least months of an open part, and for a line that is not
 * covered the highest level among its parts. */
static void note_missing(const struct judging *judging,
                         const struct judgement *judgement, sg_gap_line *result)
{
    const struct framework *to = judging->to->framework;

    for (uint32_t i = 0; i < judgement->count; i++) {
        const struct node *node = &to->nodes[judgement->first + i];
        const struct leaf_answer *answer = &judgement->answers[i];
        unsigned months = answer->missing_months;
        result->assumed |= answer->assumed;
        if (judgement->verdict != SG_MET && answer->verdict != SG_MET &&
            months > 0 &&
            (result->missing_months == 0 || months < result->missing_months))
            result->missing_months = months;
        if (judgement->verdict == SG_UNMET && node->op == SG_QUALIFICATION &&
            node->u.qualification.min_rqf > result->missing_level)
            result->missing_level = node->u.qualification.min_rqf;
    }
}

/* The plugin decided when without it the verdict would be another. */
static const char *decided_by(const struct judging *judging, uint32_t line,
                              const struct judgement *judgement,
                              struct arena *arena)
{
    struct judging alone = *judging;

    alone.without_rules = true;
    if (!judging->to->rules ||
        judge_verdict(&alone, line) == judgement->verdict)
        return "engine";
    return arena_printf(arena, "plugin:%s", judging->to->rules->id);
}

bool explain_line(const struct judging *judging, uint32_t line_at,
                  const struct judgement *judgement, struct arena *arena,
                  sg_gap_line *result)
{
    const struct framework *to = judging->to->framework;
    const struct line *line = &to->lines[line_at];
    sg_sheet_line view;

    if (!view_line(to, judging->reference, line, arena, &view) ||
        !judge_tree(judging, judgement, line->root, arena, &view.needs))
        return false;
    *result = (sg_gap_line){
        .id = view.id,
        .strength = view.strength,
        .label = view.label,
        .verdict = judgement->verdict,
        .reason = view.needs.reason,
        .decided_by = decided_by(judging, line_at, judgement, arena),
        .source = view.source,
        .needs = view.needs,
    };
    if (judgement->by_opinion)
        result->reason = judgement->opinion_reason ? judgement->opinion_reason
                                                   : sentences[CAUSE_OPINION];
    note_missing(judging, judgement, result);
    return result->decided_by &&
           explain_routes(judging, line_at, judgement, arena, result);
}

const char *explain_dropped(const struct judging *judging, uint32_t root,
                            struct arena *arena)
{
    const struct framework *from = judging->from->framework;
    const struct framework *to = judging->to->framework;

    for (uint32_t n = root; n < from->nodes[root].end; n++) {
        uint16_t criterion = from->nodes[n].criterion;
        if (node_is_group(&from->nodes[n]) || criterion == NO_CRITERION)
            continue;
        uint32_t item = role_touching_item(to, judging->to_role, criterion);
        if (item != NO_INDEX)
            return arena_printf(
                arena,
                "The other role's description still touches on it: "
                "\"%s\".",
                framework_text(to, to->items[item].text));
    }
    return NULL;
}
