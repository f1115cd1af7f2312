/* SPDX-License-Identifier: MIT */
/* From what was judged to the public form of a line. */
#include "gap/explain.h"

#include "gap/phrase.h"
#include "gap/sentences.h"
#include "judge/lookup.h"
#include "judge/same.h"
#include "model/line_hash.h"
#include "model/view.h"

#include <string.h>

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

/* The same of a file without it, whose current role counts. */
static const char *desirable_only(enum desirable_now now)
{
    return now == DESIRABLE_SAME
               ? "Nothing on file shows this, and your role lists it only as "
                 "desirable."
               : "Nothing on file shows this, and your role lists something "
                 "of this kind only as desirable.";
}

static const char *sentence_for(const struct judging *judging, uint32_t leaf,
                                enum cause cause)
{
    enum desirable_now now = desirable_now(judging, leaf);

    if (now != NOT_DESIRABLE && cause == CAUSE_FILE_NONE &&
        !judging->evidence_only)
        return desirable_only(now);
    if (now == DESIRABLE_SAME &&
        (cause == CAUSE_NOT_ASKED || cause == CAUSE_LEVEL_BELOW))
        return "Your role lists this as desirable, but does not ask for it.";
    if (now == DESIRABLE_LIKE_IT && cause == CAUSE_NOT_ASKED)
        return "Your role lists something of this kind, but only as desirable.";
    if (now != NOT_DESIRABLE && cause == CAUSE_TOUCHED)
        return "Your role lists this only as desirable, but its description "
               "touches on it{place}.";
    return sentence_of(cause);
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

/* Whether a part is worth telling beside one that is open: it is open too, or
 * it is being studied for. */
static bool is_worth_telling(const struct sg_part *part,
                             const struct leaf_answer *answer)
{
    return part->verdict == SG_ASK || answer->cause == CAUSE_CLAIM_STUDYING;
}

/* Two reasons of an "or" as one sentence. */
static const char *either_reason(const struct judging *judging,
                                 const struct judgement *judgement,
                                 const struct sg_part *group, uint32_t at,
                                 const struct sg_part *first,
                                 struct arena *arena)
{
    const struct framework *to = judging->to->framework;
    const struct sg_part *second = NULL;
    uint32_t child = at + 1;

    for (size_t i = 0; i < group->part_count && !second; i++) {
        const struct leaf_answer *answer =
            &judgement->answers[child - judgement->first];
        if (&group->parts[i] != first &&
            is_worth_telling(&group->parts[i], answer))
            second = &group->parts[i];
        child = to->nodes[child].end;
    }
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

/* The same of a file: what it has says more than that it has nothing. */
static const char *none_on_file(const struct judging *judging,
                                const struct judgement *judgement,
                                const struct sg_part *group, uint32_t at)
{
    const struct framework *to = judging->to->framework;
    uint32_t child = at + 1;

    for (size_t i = 0; i < group->part_count; i++) {
        if (judgement->answers[child - judgement->first].held != NO_INDEX)
            return group->parts[i].reason;
        child = to->nodes[child].end;
    }
    return group->parts[0].reason;
}

/* The part that meets an "or" without an assumption, if there is one. */
static const char *met_reason(const struct judging *judging,
                              const struct judgement *judgement,
                              const struct sg_part *group, uint32_t at)
{
    const struct framework *to = judging->to->framework;
    const char *reason = NULL;
    uint32_t child = at + 1;

    for (size_t i = 0; i < group->part_count; i++) {
        const struct leaf_answer *answer =
            &judgement->answers[child - judgement->first];
        if (group->parts[i].verdict == SG_MET && (!reason || !answer->assumed))
            reason = group->parts[i].reason;
        if (group->parts[i].verdict == SG_MET && !answer->assumed)
            break;
        child = to->nodes[child].end;
    }
    return reason;
}

static const char *any_reason(const struct judging *judging,
                              const struct judgement *judgement,
                              const struct sg_part *group, uint32_t at,
                              struct arena *arena)
{
    const struct sg_part *best = first_part(group, group->verdict);

    if (group->verdict == SG_UNMET && judging->held)
        return none_on_file(judging, judgement, group, at);
    if (group->verdict == SG_UNMET && judging->from)
        return none_reason(judging, judgement, group, at);
    if (group->verdict == SG_MET && best)
        return met_reason(judging, judgement, group, at);
    if (group->verdict == SG_MET && !best)
        return "Whichever way you came into your role, it is enough here.";
    if (group->verdict == SG_ASK && best)
        return either_reason(judging, judgement, group, at, best, arena);
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
        return sentence_of(CAUSE_TOO_MANY_WORLDS);
    if (group->op == SG_ANY)
        return any_reason(judging, judgement, group, at, arena);
    if (group->op == SG_AT_LEAST && group->verdict != SG_MET)
        return arena_printf(arena,
                            "At least %u of these are wanted, and %s "
                            "not known to cover so many.",
                            group->n,
                            judging->held ? "the file is" : "your role is");
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
        if (judgement->verdict != SG_MET && answer->verdict != SG_MET &&
            months > 0 &&
            (result->missing_months == 0 || months < result->missing_months))
            result->missing_months = months;
        if (judgement->verdict == SG_UNMET && node->op == SG_QUALIFICATION &&
            node->u.qualification.min_rqf > result->missing_level)
            result->missing_level = node->u.qualification.min_rqf;
    }
}

/* What a confirmation of the file adds to the reason, or is the reason. */
static const char *confirmation_reason(const struct judgement *judgement,
                                       const char *reason, struct arena *arena)
{
    static const char *const states[] = {
        [CONFIRMATION_LAPSED] = "it has lapsed, since the line or its "
                                "framework has changed",
        [CONFIRMATION_UNDATED] = "it names neither the line's hash nor the "
                                 "framework's version, so it cannot be held "
                                 "against the line",
        [CONFIRMATION_UNSETTLED] = "it settles nothing",
    };
    const struct person_confirmation *by = judgement->confirmed;
    char on[DATE_ROOM];

    if (judgement->confirmation == CONFIRMATION_NONE)
        return reason;
    date_write(by->on, on);
    if (judgement->confirmation != CONFIRMATION_SETTLES)
        return arena_printf(arena,
                            "%s A confirmation by %s (%s) is on file: "
                            "%s.",
                            reason, by->by, on,
                            states[judgement->confirmation]);
    return arena_printf(arena, "%s confirmed on %s that this is %s%s%s.",
                        by->by, on, sg_verdict_word(by->verdict),
                        by->evidence ? ": " : "",
                        by->evidence ? by->evidence : "");
}

/* The plugin decided when without it the verdict would be another. */
static const char *decided_by(const struct judging *judging, uint32_t line,
                              const struct judgement *judgement,
                              struct arena *arena)
{
    struct judging alone = *judging;

    if (judgement->confirmation == CONFIRMATION_SETTLES)
        return judgement->confirmed->by;
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
    char hash[LINE_HASH_ROOM];
    sg_sheet_line view;

    if (!view_line(to, judging->reference, line, arena, &view) ||
        !judge_tree(judging, judgement, line->root, arena, &view.needs))
        return false;
    line_hash(to, line_at, hash);
    *result = (sg_gap_line){
        .id = view.id,
        .hash = arena_strdup(arena, hash),
        .strength = view.strength,
        .label = view.label,
        .verdict = judgement->verdict,
        .reason = confirmation_reason(judgement, view.needs.reason, arena),
        .assumed = judgement_assumed(to, judgement),
        .decided_by = decided_by(judging, line_at, judgement, arena),
        .source = view.source,
        .needs = view.needs,
    };
    if (judgement->by_opinion)
        result->reason = judgement->opinion_reason ? judgement->opinion_reason
                                                   : sentence_of(CAUSE_OPINION);
    note_missing(judging, judgement, result);
    return result->hash && result->reason && result->decided_by;
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
