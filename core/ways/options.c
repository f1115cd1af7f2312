/* SPDX-License-Identifier: MIT */
/* Which acts would close one leaf.
 *
 * Every act is tried before it is offered: judging says what the leaf would
 * be (see trial.h). */
#include "ways/options.h"

#include "judge/lookup.h"
#include "judge/same.h"

#include <string.h>

/* Level 3 is where council families begin to name specialist study: the
 * project's reading. */
enum { LOWEST_WORTH_STARTING = 3 };

/* ---- acts, each known once ---- */

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool is_same_work(const struct act *a, const struct act *b)
{
    return a->months == b->months && a->any_length == b->any_length &&
           a->role == b->role && same_text(a->area, b->area) &&
           want_framework(a->want) == want_framework(b->want);
}

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
    case ACT_WORK:
        return is_same_work(a, b);
    default:
        return leaf_same(want_framework(a->want), a->node,
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

void option_offer(struct finding *finding, struct act act, sg_verdict then)
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

/* Where a line asks only to be working towards something: what is higher than
 * what is held, and nothing where something is begun already. */
static bool is_worth_starting(const struct finding *finding,
                              const struct course *course)
{
    const struct held *held = finding->want->judging.held;

    if (course->claim.rqf_max < LOWEST_WORTH_STARTING)
        return false;
    for (uint32_t i = 0; held && i < held->claim_count; i++)
        if (held->claims[i].status == CLAIM_WORKING_TOWARDS ||
            held->claims[i].rqf_min >= course->claim.rqf_max)
            return false;
    return true;
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

    if (!starts || is_worth_starting(finding, course))
        option_offer(finding, act, try_course(finding, course));
}

/* Whether the present job touches what a course takes its evidence from: who
 * leads nobody cannot show how they lead. */
/* Whether there is a job at all that could give evidence. */
static bool has_job(const struct judging *judging)
{
    const struct held *held = judging->held;

    if (!held || judging->from)
        return true;
    for (uint32_t i = 0; i < held->post_count; i++)
        if (held->posts[i].last == held->month)
            return true;
    return false;
}

bool course_has_evidence(const struct judging *judging, uint16_t criterion)
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
            (course->needs_work && !has_job(&finding->want->judging)) ||
            !course_has_evidence(&finding->want->judging,
                                 course->evidence_criterion))
            continue;
        offer_course(finding, course);
    }
}

/* What is listed and closed, or taken out by the council, is not replaced by
 * training that nobody runs. */
static bool is_listed(const struct finding *finding)
{
    const struct courses *courses = finding->planning->courses;

    for (uint32_t i = 0; courses && i < courses->count; i++)
        if (courses->items[i].kind == COURSE_TRAINING &&
            settles_criterion(&courses->items[i], finding->node->criterion))
            return true;
    return false;
}

/* Training at work for what no course is listed for. */
static void offer_training(struct finding *finding)
{
    const struct act act = {.kind = ACT_TRAIN, .months_known = true};
    struct trial trial;

    trial_begin(&trial, &finding->want->judging, finding->planning->today,
                &finding->planning->titles);
    option_offer(finding, act, trial_criterion(&trial, finding->at));
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
        option_offer(finding, act, trial_claim(&trial, finding->at, &claim));
    }
}

/* ---- all of them ---- */

static void find_by_kind(struct finding *finding)
{
    switch ((sg_op)finding->node->op) {
    case SG_EXPERIENCE:
        options_of_work(finding);
        break;
    case SG_QUALIFICATION:
        offer_finishing(finding);
        offer_courses(finding);
        break;
    case SG_SKILL:
    case SG_TRAINING:
        offer_courses(finding);
        if (finding->count == 0 && !is_listed(finding))
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

    option_offer(finding, act, SG_ASK);
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
