/* SPDX-License-Identifier: MIT */
/* How experience that is wanted can be gained.
 *
 * Time that passes anyway is looked at first: what goes on in the present posts
 * closes some leaves by itself, and then nothing else is to be credited with
 * it. */
#include "ways/options.h"

#include "judge/experience.h"
#include "judge/held_leaf.h"
#include "judge/kind.h"
#include "skillgap/gap.h"

enum { SHORTEST_MONTHS = 1, AREAS_OFFERED = 4 };

uint32_t work_months_wanted(const struct want *want, uint32_t node,
                            struct act *act)
{
    const struct node *is = &want_framework(want)->nodes[node];
    struct leaf_answer said = answer_of(SG_ASK, CAUSE_TIME_UNKNOWN);

    if (experience_any_length(is)) {
        act->any_length = true;
        return SHORTEST_MONTHS;
    }
    const unsigned months = experience_months_meant(&want->judging, is, &said);
    act->word_assumed = said.assumed;
    act->months_reason = said.months_reason;
    return months;
}

static uint32_t months_wanted(const struct finding *finding, struct act *act)
{
    return work_months_wanted(finding->want, finding->at, act);
}

/* What is still missing of them. */
static uint32_t months_missing(const struct want *want,
                               const struct leaf_answer *answer,
                               uint32_t wanted, uint32_t there)
{
    if (want->judging.held)
        there = answer->held_months;
    return wanted > there ? wanted - there : SHORTEST_MONTHS;
}

/* ---- going on ---- */

static bool role_counts(const struct finding *finding)
{
    const struct judging *judging = &finding->want->judging;
    uint32_t item;

    return judging->from &&
           kind_of_role(judging, judging->from->framework, judging->from_role,
                        finding->node, &item) >= KIND_BY_WORDS;
}

/* How many different posts of today go on beside the one that counts first. */
static uint32_t posts_open(const struct held *ahead, uint32_t counts)
{
    uint32_t open = 0;

    for (uint32_t i = 0; i < ahead->post_count; i++) {
        const struct held_post *post = &ahead->posts[i];
        if (post->last == ahead->month && post->framework &&
            (post->framework != ahead->posts[counts].framework ||
             post->role != ahead->posts[counts].role))
            open++;
    }
    return open + 1;
}

/* Whether the posts that go on close the leaf after so many months, and which
 * of them is such work. */
static bool posts_close_it(const struct finding *finding, uint32_t months,
                           struct act *act)
{
    struct judging judging = finding->want->judging;
    const struct held *ahead = planning_ahead(finding->planning, months);

    if (!ahead)
        return false; /* memory */
    judging.held = ahead;
    const struct leaf_answer answer = held_leaf_judge(&judging, finding->at);
    if (answer.verdict != SG_MET)
        return false;
    if (answer.held != NO_INDEX) {
        act->post_title = ahead->posts[answer.held].title;
        act->acting = ahead->posts[answer.held].basis == BASIS_ACTING;
        act->several_posts = posts_open(ahead, answer.held) > 1;
    }
    return true;
}

static bool offer_staying(struct finding *finding)
{
    const struct judging *judging = &finding->want->judging;
    struct act act = {.kind = ACT_STAY, .months_known = true};
    const uint32_t wanted = months_wanted(finding, &act);

    if (wanted == 0)
        return false;
    act.months =
        months_missing(finding->want, finding->answer, wanted,
                       judging->months > 0 ? (uint32_t)judging->months : 0);
    if (judging->held ? !judging->held->person->current_role ||
                            !posts_close_it(finding, act.months, &act)
                      : !role_counts(finding))
        return false;
    option_offer(finding, act, SG_MET);
    return true;
}

/* ---- on the job ---- */

bool work_on_the_job(const struct planning *planning, const struct want *want,
                     uint32_t node, const struct course *course,
                     struct act *ret_act)
{
    const struct held_post post = {.area = course->area,
                                   .supervises = course->supervises,
                                   .supervises_given = course->supervises};
    const struct leaf_answer *answer =
        &want->judgement.answers[node - want->judgement.first];
    struct trial trial;

    *ret_act = (struct act){.kind = ACT_JOB,
                            .course = course,
                            .want = want,
                            .node = node,
                            .months_known = true};
    const uint32_t wanted = work_months_wanted(want, node, ret_act);
    if (wanted == 0 || (!course->area && !course->supervises) ||
        !course_is_open(course, planning->today))
        return false;
    trial_begin(&trial, &want->judging, planning->today, &planning->titles);
    if (trial_work(&trial, node, &post, wanted) != SG_MET)
        return false;
    ret_act->months = months_missing(want, answer, wanted, 0);
    ret_act->any_length =
        ret_act->any_length && course->months <= ret_act->months;
    if (ret_act->months < course->months)
        ret_act->months = course->months;
    return true;
}

static void offer_jobs(struct finding *finding)
{
    const struct planning *planning = finding->planning;
    const struct courses *courses = planning->courses;
    const struct judging *judging = &finding->want->judging;
    struct act act;

    if (!courses || !judging->from || kind_any_will_do(finding->node))
        return;
    for (uint32_t i = 0; i < courses->count; i++)
        if (course_has_evidence(judging,
                                courses->items[i].evidence_criterion) &&
            work_on_the_job(planning, finding->want, finding->at,
                            &courses->items[i], &act))
            option_offer(finding, act, SG_MET);
}

/* ---- in another post ---- */

static void offer_elsewhere(struct finding *finding, struct act act,
                            const struct held_post *post)
{
    const uint32_t wanted = months_wanted(finding, &act);
    struct trial trial;

    if (wanted == 0)
        return;
    trial_begin(&trial, &finding->want->judging, finding->planning->today,
                &finding->planning->titles);
    act.months = months_missing(finding->want, finding->answer, wanted, 0);
    if (trial_work(&trial, finding->at, post, wanted) == SG_MET)
        option_offer(finding, act, SG_MET);
}

/* The lowest of the roles that are named: whoever is in a higher one counts as
 * well. */
static void offer_role(struct finding *finding, struct span roles)
{
    const struct framework *to = want_framework(finding->want);
    const uint32_t role = to->role_refs[roles.first];
    const struct held_post post = {.framework = to, .role = role};

    offer_elsewhere(
        finding,
        (struct act){.kind = ACT_WORK, .months_known = true, .role = role},
        &post);
}

static void offer_areas(struct finding *finding, struct span areas)
{
    const struct framework *to = want_framework(finding->want);

    for (uint32_t i = 0; i < areas.count && i < AREAS_OFFERED; i++) {
        const struct area *area = &to->areas[to->area_refs[areas.first + i]];
        const struct held_post post = {.area = framework_text(to, area->id)};
        offer_elsewhere(finding,
                        (struct act){.kind = ACT_WORK,
                                     .months_known = true,
                                     .role = NO_INDEX,
                                     .area = post.area},
                        &post);
    }
}

/* Any work will do: the first kind that the framework names stands for it. */
static void offer_any(struct finding *finding)
{
    const struct framework *to = want_framework(finding->want);
    const struct held_post post = {
        .area =
            to->area_count > 0 ? framework_text(to, to->areas[0].id) : NULL};

    offer_elsewhere(finding,
                    (struct act){.kind = ACT_WORK,
                                 .months_known = true,
                                 .role = NO_INDEX,
                                 .area = post.area,
                                 .any_work = true},
                    &post);
}

void options_of_work(struct finding *finding)
{
    const struct span roles = finding->node->u.experience.roles;

    if (finding->planning->along_a_path || offer_staying(finding))
        return;
    offer_jobs(finding);
    if (roles.count > 0)
        offer_role(finding, roles);
    else if (kind_any_will_do(finding->node))
        offer_any(finding);
    else
        offer_areas(finding,
                    kind_wanted_areas(&finding->want->judging, finding->node));
}
