/* SPDX-License-Identifier: MIT */
/* Which acts would close one leaf.
 *
 * Every act is tried before it is offered: judging says what the leaf would
 * be (see trial.h). */
#include "ways/options.h"

#include "judge/experience.h"
#include "judge/kind.h"
#include "judge/lookup.h"
#include "judge/same.h"
#include "skillgap/gap.h"

#include <string.h>

enum { OPTIONS_MOST = 64, SHORTEST_MONTHS = 1 };

/* One leaf that is not met, and what was found for it so far. */
struct finding {
    struct planning *planning;
    struct want *want;
    uint32_t at;
    const struct node *node;
    const struct leaf_answer *answer;
    struct option options[OPTIONS_MOST];
    uint32_t count;
};

/* ---- acts, each known once ---- */

static bool is_same_act(const struct act *a, const struct act *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case ACT_JOB:
        return a->course == b->course && a->months == b->months;
    case ACT_COURSE:
    case ACT_START:
        return a->course == b->course;
    case ACT_FINISH:
        return a->claim == b->claim;
    case ACT_STAY:
        return a->months == b->months;
    default:
        return (a->kind != ACT_WORK || a->months == b->months) &&
               leaf_same(want_framework(a->want), a->node,
                         want_framework(b->want), b->node);
    }
}

/* The index of an act, which is added when it is new; ACTS_MOST when there is
 * no room. */
static uint32_t act_index(struct planning *planning, const struct act *act)
{
    const uint32_t count = planning->problem.act_count;

    for (uint32_t i = 0; i < count; i++)
        if (is_same_act(&planning->acts[i], act))
            return i;
    if (count == ACTS_MOST) {
        planning->too_many = true;
        return ACTS_MOST;
    }
    planning->acts[count] = *act;
    planning->problem.act_count++;
    return count;
}

static void offer(struct finding *finding, struct act act, sg_verdict then)
{
    struct planning *planning = finding->planning;

    if (then == SG_UNMET || finding->count == OPTIONS_MOST)
        return;
    act.want = finding->want;
    act.node = finding->at;
    const uint32_t index = act_index(planning, &act);
    if (index < ACTS_MOST)
        finding->options[finding->count++] =
            (struct option){.act = (uint16_t)index, .then = then};
}

/* ---- work ---- */

/* How long the work has to be, and who says so; 0: nobody does. */
static uint32_t months_wanted(const struct finding *finding, struct act *act)
{
    struct leaf_answer said = answer_of(SG_ASK, CAUSE_TIME_UNKNOWN);

    if (finding->node->u.experience.word_rank == 1 &&
        finding->node->u.experience.months == 0) {
        act->any_length = true;
        return SHORTEST_MONTHS;
    }
    const unsigned months =
        experience_months_meant(&finding->want->judging, finding->node, &said);
    act->word_assumed = said.assumed;
    act->months_reason = said.months_reason;
    return months;
}

/* Months of such work that are there already. */
static uint32_t months_there(const struct finding *finding, bool in_role)
{
    const struct judging *judging = &finding->want->judging;

    if (judging->held)
        return finding->answer->held_months;
    return in_role && judging->months > 0 ? (uint32_t)judging->months : 0;
}

static bool role_counts(const struct finding *finding)
{
    const struct judging *judging = &finding->want->judging;
    uint32_t item;

    return judging->from &&
           kind_of_role(judging, judging->from->framework, judging->from_role,
                        finding->node, &item) >= KIND_BY_WORDS;
}

/* Going on in the present role, where that is such work; else such work in
 * another post. */
static void offer_work(struct finding *finding)
{
    const bool stays = role_counts(finding);
    struct act act = {.kind = stays ? ACT_STAY : ACT_WORK,
                      .months_known = true};
    const uint32_t wanted = months_wanted(finding, &act);
    const uint32_t there = months_there(finding, stays);

    if (wanted == 0)
        return;
    act.months = wanted > there ? wanted - there : SHORTEST_MONTHS;
    offer(finding, act, SG_MET);
}

/* A course on the job that gives just such work in the present post, whatever
 * the post is otherwise. */
static void offer_job(struct finding *finding, const struct course *course)
{
    const struct judging *judging = &finding->want->judging;
    struct act act = {.kind = ACT_JOB, .course = course, .months_known = true};
    struct held_post post = {.area = course->area,
                             .supervises = course->supervises,
                             .supervises_given = course->supervises};
    const uint32_t wanted = months_wanted(finding, &act);
    const uint32_t there = months_there(finding, false);
    struct trial trial;

    if (!judging->from || wanted == 0 ||
        (!course->area && !course->supervises) ||
        kind_any_will_do(finding->node) || role_counts(finding))
        return;
    trial_begin(&trial, judging, finding->planning->today,
                &finding->planning->titles);
    const sg_verdict then = trial_work(&trial, finding->at, &post, wanted);
    act.months = wanted > there ? wanted - there : SHORTEST_MONTHS;
    act.any_length = act.any_length && course->months <= act.months;
    if (act.months < course->months)
        act.months = course->months;
    offer(finding, act, then);
}

/* ---- courses ---- */

static bool settles_criterion(const struct course *course, uint16_t criterion)
{
    for (uint32_t i = 0; i < course->criterion_count; i++)
        if (course->criteria[i] == criterion)
            return true;
    return false;
}

static sg_verdict try_course(const struct finding *finding,
                             const struct course *course)
{
    struct trial trial;
    struct claim claim = course->claim;

    trial_begin(&trial, &finding->want->judging, finding->planning->today,
                &finding->planning->titles);
    switch ((sg_op)finding->node->op) {
    case SG_WORKING_TOWARDS:
        claim.status = CLAIM_WORKING_TOWARDS;
        return course->gives_qualification
                   ? trial_claim(&trial, finding->at, &claim)
                   : SG_UNMET;
    case SG_QUALIFICATION:
        return course->gives_qualification
                   ? trial_claim(&trial, finding->at, &claim)
                   : SG_UNMET;
    case SG_CREDENTIAL:
        return course->credential
                   ? trial_credential(&trial, finding->at, course->credential)
                   : SG_UNMET;
    case SG_SKILL:
    case SG_TRAINING:
        return settles_criterion(course, finding->node->criterion)
                   ? trial_criterion(&trial, finding->at)
                   : SG_UNMET;
    default:
        return SG_UNMET;
    }
}

static void offer_course(struct finding *finding, const struct course *course)
{
    const bool starts = finding->node->op == SG_WORKING_TOWARDS;
    const struct act act = {.kind = starts ? ACT_START
                                    : course->kind == COURSE_ON_THE_JOB
                                        ? ACT_JOB
                                        : ACT_COURSE,
                            .course = course,
                            .months = starts ? 0 : course->months,
                            .months_known = true};

    offer(finding, act, try_course(finding, course));
}

/* Whether the present job touches what a course takes its evidence from: who
 * leads nobody cannot show how they lead. */
static bool gives_evidence(const struct judging *judging, uint16_t criterion)
{
    const bool by_supervising =
        criterion != NO_CRITERION &&
        judging->reference->criteria[criterion].shown_by_supervising;

    if (criterion == NO_CRITERION)
        return true;
    if (judging->from &&
        role_touching_item(judging->from->framework, judging->from_role,
                           criterion) != NO_INDEX)
        return true;
    for (uint32_t i = 0; judging->held && i < judging->held->post_count; i++)
        if (by_supervising && judging->held->posts[i].supervises &&
            judging->held->posts[i].last == judging->held->month)
            return true;
    return false;
}

static void offer_courses(struct finding *finding)
{
    const struct courses *courses = finding->planning->courses;

    for (uint32_t i = 0; courses && i < courses->count; i++) {
        const struct course *course = &courses->items[i];
        if (!course_is_open(course, finding->planning->today) ||
            !gives_evidence(&finding->want->judging,
                            course->evidence_criterion))
            continue;
        if (finding->node->op == SG_EXPERIENCE)
            offer_job(finding, course);
        else
            offer_course(finding, course);
    }
}

/* Training at work for what no course is listed for. */
static void offer_training(struct finding *finding)
{
    const struct act act = {.kind = ACT_TRAIN, .months_known = true};
    struct trial trial;

    trial_begin(&trial, &finding->want->judging, finding->planning->today,
                &finding->planning->titles);
    offer(finding, act, trial_criterion(&trial, finding->at));
}

/* ---- what is begun ---- */

static uint32_t months_until(struct date today, struct date then)
{
    const int32_t months =
        date_month(date_latest(then), 1) - date_month(today, 1);
    return months > 0 ? (uint32_t)months : 0;
}

/* What is worked towards, once it is complete. */
static void offer_finishing(struct finding *finding)
{
    const struct held *held = finding->want->judging.held;

    for (uint32_t i = 0; held && i < held->claim_count; i++) {
        struct claim claim = held->claims[i];
        struct trial trial;
        if (claim.status != CLAIM_WORKING_TOWARDS)
            continue;
        const bool known = claim.expected.year != 0;
        const struct act act = {
            .kind = ACT_FINISH,
            .claim = &held->claims[i],
            .months_known = known,
            .months =
                known ? months_until(finding->planning->today, claim.expected)
                      : 0};
        claim.status = CLAIM_HELD;
        trial_begin(&trial, &finding->want->judging, finding->planning->today,
                    held->titles);
        offer(finding, act, trial_claim(&trial, finding->at, &claim));
    }
}

/* ---- all of them ---- */

static void find_by_kind(struct finding *finding)
{
    switch ((sg_op)finding->node->op) {
    case SG_EXPERIENCE:
        offer_courses(finding);
        offer_work(finding);
        break;
    case SG_QUALIFICATION:
        offer_finishing(finding);
        offer_courses(finding);
        break;
    case SG_SKILL:
    case SG_TRAINING:
        offer_courses(finding);
        if (finding->count == 0)
            offer_training(finding);
        break;
    default:
        offer_courses(finding);
    }
}

/* Asking somebody costs nothing. */
static void offer_question(struct finding *finding)
{
    const struct act act = {.kind = ACT_CONFIRM, .months_known = true};

    offer(finding, act, SG_ASK);
}

bool options_find(struct planning *planning, struct want *want, uint32_t node)
{
    struct finding finding = {
        .planning = planning,
        .want = want,
        .at = node,
        .node = &want_framework(want)->nodes[node],
        .answer = &want->judgement.answers[node - want->judgement.first]};
    struct leaf_options *leaf = &want->leaves[node - want->judgement.first];

    find_by_kind(&finding);
    /* What is open is asked before anything is done about it, and so is what
     * nothing known can close; what a post file has settled is not. */
    if (finding.answer->verdict == SG_ASK ||
        (finding.count == 0 && finding.node->op != SG_NOT_NEEDED_HERE))
        offer_question(&finding);
    leaf->count = finding.count;
    leaf->options =
        arena_array(planning->arena, finding.count, sizeof *leaf->options);
    if (!leaf->options)
        return false;
    memcpy(leaf->options, finding.options,
           finding.count * sizeof *leaf->options);
    return true;
}
