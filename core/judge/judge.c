/* SPDX-License-Identifier: MIT */
/* One line over all worlds, and one role over all lines. */
#include "judge/judge.h"

#include "base/fault.h"
#include "judge/confirmation.h"
#include "judge/held_leaf.h"
#include "judge/leaf.h"
#include "judge/lookup.h"
#include "judge/worlds.h"
#include "skillgap/gap.h"

#include <string.h>

enum { SOURCE_LINES = 256 };

sg_verdict judge_group(const struct framework *framework, uint32_t node,
                       const sg_verdict *verdicts, uint32_t first)
{
    const struct node *group = &framework->nodes[node];
    uint32_t at_least[3] = {0}; /* parts that reach each verdict */
    uint32_t parts = 0;

    for (uint32_t p = node + 1; p < group->end; p = framework->nodes[p].end) {
        parts++;
        for (int v = SG_UNMET; v <= (int)verdicts[p - first]; v++)
            at_least[v]++;
    }
    uint32_t needed = group->op == SG_ANY   ? 1
                      : group->op == SG_ALL ? parts
                                            : group->n;
    if (at_least[SG_MET] >= needed)
        return SG_MET;
    return at_least[SG_ASK] >= needed ? SG_ASK : SG_UNMET;
}

/* Whether an open answer rests on something beside the world: then "met in
 * another world" says more. */
static bool is_other_ground(const struct leaf_answer *answer)
{
    return answer->cause == CAUSE_LOWER_ROLE || answer->cause == CAUSE_TOUCHED;
}

/* The answer for a node that differs between worlds: always ask. What one
 * world leaves open is the thing to ask about; otherwise it just depends on
 * how the current role was come into. */
static struct leaf_answer differing(struct leaf_answer a, struct leaf_answer b)
{
    struct leaf_answer high = a.verdict > b.verdict ? a : b;
    struct leaf_answer low = a.verdict > b.verdict ? b : a;
    struct leaf_answer answer = low.verdict == SG_ASK ? low : high;

    if (high.verdict == SG_MET &&
        (low.verdict == SG_UNMET || is_other_ground(&low))) {
        answer = answer_of(SG_ASK, CAUSE_DEPENDS);
        answer.fact = high.fact;
    }
    answer.verdict = SG_ASK;
    return answer;
}

/* What one node was found to be in the worlds gone through so far. */
static void add_world(struct leaf_answer *all, struct leaf_answer one,
                      bool first)
{
    if (first) {
        *all = one;
        return;
    }
    bool assumed = all->assumed || one.assumed;
    bool notice = all->notice || one.notice;
    bool depends = all->cause == CAUSE_DEPENDS && all->fact != NO_INDEX;
    /* What depends on the way already is ask, and stays so. */
    if (all->verdict != one.verdict && !depends)
        *all = differing(*all, one);
    all->assumed = assumed;
    all->notice = notice;
}

/* Judges every node of the line in one world and adds it to the answers. */
static void judge_world(const struct judging *judging,
                        const struct worlds *world, bool first,
                        struct judgement *judgement)
{
    const struct framework *to = judging->to->framework;
    sg_verdict verdicts[LIMIT_TREE_NODES];

    /* Backwards, so that the parts are known before their group. */
    for (uint32_t i = judgement->count; i-- > 0;) {
        uint32_t node = judgement->first + i;
        struct leaf_answer answer;
        if (node_is_group(&to->nodes[node]))
            answer =
                answer_of(judge_group(to, node, verdicts, judgement->first),
                          CAUSE_DEPENDS);
        else
            answer = leaf_judge(judging, world, node);
        verdicts[i] = answer.verdict;
        add_world(&judgement->answers[i], answer, first);
    }
}

static void start_judgement(const struct framework *to, uint32_t line,
                            struct judgement *judgement)
{
    judgement->by_opinion = false;
    judgement->opinion_reason = NULL;
    judgement->confirmation = CONFIRMATION_NONE;
    judgement->confirmed = NULL;
    judgement->first = to->lines[line].root;
    judgement->count = to->nodes[judgement->first].end - judgement->first;
}

static void judge_nothing(struct judgement *judgement)
{
    for (uint32_t i = 0; i < judgement->count; i++)
        judgement->answers[i] = answer_of(SG_ASK, CAUSE_TOO_MANY_WORLDS);
}

void judge_line_over(const struct judging *judging, const uint32_t *lines,
                     uint32_t count, uint32_t line, struct judgement *judgement)
{
    const struct framework *to = judging->to->framework;
    struct worlds worlds = {0};
    bool first = true;

    start_judgement(to, line, judgement);
    if (judging->from &&
        !worlds_start(&worlds, judging->from->framework, lines, count)) {
        judge_nothing(judgement);
    } else {
        do {
            judge_world(judging, &worlds, first, judgement);
            first = false;
        } while (judging->from && worlds_next(&worlds));
    }
    judgement->verdict = judgement->answers[0].verdict;
}

/* The criterion of a tree's first leaf, by id. */
static const char *first_criterion(const struct judging *judging, uint32_t root)
{
    const struct framework *to = judging->to->framework;

    for (uint32_t i = root; i < to->nodes[root].end; i++)
        if (to->nodes[i].criterion != NO_CRITERION)
            return judging->reference->criteria[to->nodes[i].criterion].id;
    return "";
}

/* The council's rules may settle what is left at ask, and nothing else. */
static void ask_for_opinion(const struct judging *judging, uint32_t line_at,
                            struct judgement *judgement)
{
    const struct framework *to = judging->to->framework;
    const struct rules *rules = judging->to->rules;
    const struct line *line = &to->lines[line_at];
    struct opinion_rule opinion = {.verdict = SG_ASK};

    if (judgement->verdict != SG_ASK || judging->without_rules || !rules ||
        !rules->opinion)
        return;
    const struct rules_line question = {
        .framework = to,
        .role = judging->to_role,
        .from_framework = judging->from ? judging->from->framework : NULL,
        .from_role = judging->from_role,
        .line = framework_text(to, line->id),
        .criterion = first_criterion(judging, line->root),
        .essential = line->strength == SG_ESSENTIAL,
        .months = judging->months,
    };
    if (!rules->opinion(rules->context, &question, &opinion) ||
        opinion.verdict == SG_ASK)
        return;
    judgement->verdict = opinion.verdict;
    judgement->by_opinion = true;
    judgement->opinion_reason = opinion.reason;
}

/* What the current role's lines settle of this one. */
static void judge_by_role(const struct judging *judging, uint32_t line,
                          struct judgement *judgement)
{
    const struct framework *to = judging->to->framework;
    uint32_t lines[SOURCE_LINES];
    uint32_t count = 0;

    if (judging->from)
        count =
            lines_sharing(judging->from->framework, judging->from_role, true,
                          false, to, to->lines[line].root, lines, SOURCE_LINES);
    if (count > SOURCE_LINES) {
        start_judgement(to, line, judgement);
        judgement->verdict = SG_ASK;
        judge_nothing(judgement);
    } else {
        judge_line_over(judging, lines, count, line, judgement);
    }
}

/* Whether the file says nothing of a skill that the current role leaves open:
 * a list that leaves it out never makes worse what the role gives. */
static bool is_left_open(const struct node *want,
                         const struct leaf_answer *file,
                         const struct leaf_answer *role)
{
    return want->op == SG_SKILL && file->cause == CAUSE_FILE_NONE &&
           role->verdict == SG_ASK;
}

/* What the file shows, or the current role guarantees: the file first, unless
 * it needs an assumption that the role does without. */
static struct leaf_answer file_or_role(const struct node *want,
                                       struct leaf_answer file,
                                       const struct leaf_answer *role)
{
    if (is_left_open(want, &file, role))
        return *role;
    if (role->verdict != SG_MET || (file.verdict == SG_MET && !file.assumed))
        return file;
    return *role;
}

/* A person: each leaf by the file or by what the role guarantees in every
 * world, then the groups. `judgement` holds the role's answers. */
static void add_file(const struct judging *judging, struct judgement *judgement)
{
    const struct framework *to = judging->to->framework;
    sg_verdict verdicts[LIMIT_TREE_NODES];

    for (uint32_t i = judgement->count; i-- > 0;) {
        const uint32_t node = judgement->first + i;
        struct leaf_answer *answer = &judgement->answers[i];
        if (!node_is_group(&to->nodes[node]))
            *answer = file_or_role(&to->nodes[node],
                                   held_leaf_judge(judging, node), answer);
        else if (answer->verdict != SG_MET)
            *answer =
                answer_of(judge_group(to, node, verdicts, judgement->first),
                          CAUSE_DEPENDS);
        verdicts[i] = answer->verdict;
    }
    judgement->verdict = judgement->answers[0].verdict;
}

static bool is_ahead(const struct judging *judging)
{
    return judging->held && judging->held->role_ahead;
}

void judge_by_role_alone(const struct judging *judging, uint32_t line,
                         struct judgement *judgement)
{
    struct judging role = *judging;

    /* The time in it is on file; of one that has not begun there is none. */
    role.months = is_ahead(judging) ? 0 : SG_MONTHS_UNKNOWN;
    role.held = NULL;
    if (judging->evidence_only)
        role.from = NULL;
    judge_by_role(&role, line, judgement);
}

static void judge_person(const struct judging *judging, uint32_t line,
                         struct judgement *judgement)
{
    add_file(judging, judgement);
    confirmation_apply(judging, line, judgement);
    ask_for_opinion(judging, line, judgement);
}

sg_verdict judge_with_file(const struct judging *judging, uint32_t line,
                           const struct leaf_answer *role,
                           struct judgement *judgement)
{
    if (is_ahead(judging)) {
        judge_by_role_alone(judging, line, judgement);
    } else {
        start_judgement(judging->to->framework, line, judgement);
        memcpy(judgement->answers, role, judgement->count * sizeof *role);
    }
    judge_person(judging, line, judgement);
    return judgement->verdict;
}

void judge_line(const struct judging *judging, uint32_t line,
                struct judgement *judgement)
{
    if (judging->held) {
        judge_by_role_alone(judging, line, judgement);
        judge_person(judging, line, judgement);
    } else {
        judge_by_role(judging, line, judgement);
        ask_for_opinion(judging, line, judgement);
    }
}

sg_verdict judge_verdict(const struct judging *judging, uint32_t line)
{
    struct judgement judgement;

    judge_line(judging, line, &judgement);
    return judgement.verdict;
}

bool judgement_assumed(const struct framework *framework,
                       const struct judgement *judgement)
{
    sg_verdict with[LIMIT_TREE_NODES];
    sg_verdict without[LIMIT_TREE_NODES];
    bool used = false;

    for (uint32_t i = judgement->count; i-- > 0;) {
        const uint32_t node = judgement->first + i;
        const struct leaf_answer *answer = &judgement->answers[i];
        used |= answer->assumed;
        with[i] = without[i] = answer->verdict;
        if (node_is_group(&framework->nodes[node])) {
            with[i] = judge_group(framework, node, with, judgement->first);
            without[i] =
                judge_group(framework, node, without, judgement->first);
            /* What only the worlds together settle is left as it is. */
            if (with[i] != answer->verdict)
                with[i] = without[i] = answer->verdict;
        } else if (answer->assumed && answer->verdict == SG_MET) {
            without[i] = SG_ASK;
        }
    }
    return used && (judgement->verdict != SG_MET || without[0] != SG_MET) &&
           judgement->confirmation != CONFIRMATION_SETTLES &&
           !judgement->by_opinion;
}

sg_verdict judge_role(const struct judging *judging, uint32_t counts[2][3],
                      bool *ret_assumed)
{
    const struct framework *to = judging->to->framework;
    const struct role *role = &to->roles[judging->to_role];
    struct judgement judgement;
    sg_verdict smallest = SG_MET;

    *ret_assumed = false;
    memset(counts, 0, 2 * sizeof counts[0]);
    for (uint32_t i = 0; i < role->lines.count; i++) {
        uint32_t line = role->lines.first + i;
        judge_line(judging, line, &judgement);
        *ret_assumed |=
            judgement.verdict == SG_MET && judgement_assumed(to, &judgement);
        counts[to->lines[line].strength][judgement.verdict]++;
        if (to->lines[line].strength == SG_ESSENTIAL &&
            judgement.verdict < smallest)
            smallest = judgement.verdict;
    }
    return smallest;
}

sg_status judging_check_months(int32_t months, sg_error *reterr)
{
    if (months >= SG_MONTHS_UNKNOWN)
        return SG_OK;
    return fault(reterr, SG_USAGE, "months",
                 "The months in the current role must be 0 or more.");
}

struct judging judging_between(const sg_catalogue *catalogue, sg_role from,
                               sg_role to, int32_t months)
{
    return (struct judging){
        .reference = catalogue->reference,
        .from = catalogue_in_use(catalogue, from),
        .from_role = from.index,
        .months = months,
        .to = catalogue_in_use(catalogue, to),
        .to_role = to.index,
        .overrides = catalogue->overrides,
    };
}

struct judging judging_of_person(const sg_catalogue *catalogue,
                                 const struct held *held, sg_role to)
{
    struct judging judging =
        judging_between(catalogue, held->role_known ? held->role : to, to,
                        held_role_months(held));

    if (!held->role_known)
        judging.from = NULL;
    judging.held = held;
    judging.full_time_hours =
        catalogue_full_time_hours(catalogue, &judging.full_time_assumed);
    return judging;
}
