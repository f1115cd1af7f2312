/* SPDX-License-Identifier: MIT */
/* An act in words. */
#include "ways/describe.h"

#include "base/buffer.h"
#include "gap/phrase.h"
#include "gap/questions.h"

#include <string.h>

/* ---- pieces ---- */

const struct node *act_node(const struct act *act)
{
    return &want_framework(act->want)->nodes[act->node];
}

static const char *months_text(struct arena *arena, uint32_t months)
{
    return arena_printf(arena, "%u month%s", (unsigned)months,
                        months == 1 ? "" : "s");
}

sg_sourced describe_sourced(const struct sourced *from)
{
    return (sg_sourced){from->source, from->as_of, from->assumed};
}

const char *describe_leaf(const struct planning *planning,
                          const struct want *want, uint32_t node)
{
    return phrase_lower(
        framework_node_label(want_framework(want), node, planning->arena),
        planning->arena);
}

static const char *role_title(const struct in_use *in_use, uint32_t role)
{
    return framework_text(in_use->framework,
                          in_use->framework->roles[role].title);
}

static const char *criterion_id(const struct act *act)
{
    return act->want->judging.reference->criteria[act_node(act)->criterion].id;
}

static const char *criterion_title(const struct act *act)
{
    return act->want->judging.reference->criteria[act_node(act)->criterion]
        .title;
}

/* The words that a skill is asked at: "appropriate awareness", or "". */
static const char *skill_words(const struct planning *planning,
                               const struct act *act)
{
    const struct framework *to = want_framework(act->want);
    const struct node *node = act_node(act);

    if (node->op != SG_SKILL)
        return "";
    const char *degree = framework_text(to, node->u.skill.degree);
    const char *depth = framework_text(to, node->u.skill.depth);
    return arena_printf(planning->arena, "%s%s%s%s",
                        *degree || *depth ? " " : "", degree,
                        *degree && *depth ? " " : "", depth);
}

static const char *with_word(const struct planning *planning,
                             const char *assume, const char *word)
{
    return *word && !strstr(assume, word)
               ? arena_printf(planning->arena, "%s %s", assume, word)
               : assume;
}

const char *describe_words(const struct planning *planning,
                           const struct want *want, uint32_t node,
                           const char *assume)
{
    const struct framework *to = want_framework(want);
    const struct node *is = &to->nodes[node];

    if (is->op != SG_SKILL)
        return assume;
    assume =
        with_word(planning, assume, framework_text(to, is->u.skill.degree));
    return assume ? with_word(planning, assume,
                              framework_text(to, is->u.skill.depth))
                  : NULL;
}

/* ---- what kind of work is wanted ---- */

static const char *area_title(const struct framework *framework, const char *id)
{
    for (uint32_t i = 0; i < framework->area_count; i++)
        if (strcmp(framework_text(framework, framework->areas[i].id), id) == 0)
            return framework_text(framework, framework->areas[i].title);
    return id;
}

/* "as Administrator 1 or above", "of administrative work". */
static const char *work_text(const struct planning *planning,
                             const struct act *act)
{
    const struct framework *to = want_framework(act->want);

    if (act->role != NO_INDEX)
        return arena_printf(planning->arena, "as %s or above",
                            framework_text(to, to->roles[act->role].title));
    if (act->any_work || !act->area)
        return "of work";
    return arena_printf(planning->arena, "of %s", area_title(to, act->area));
}

/* ---- labels ---- */

static bool time_is_known(const struct act *act)
{
    const struct judging *judging = &act->want->judging;
    const struct leaf_answer *answer =
        &act->want->judgement.answers[act->node - act->want->judgement.first];

    if (!judging->held)
        return judging->months >= 0;
    return answer->cause != CAUSE_WORK_LENGTH_UNKNOWN &&
           answer->cause != CAUSE_WORK_DATES_OPEN;
}

static const char *stay_label(const struct planning *planning,
                              const struct act *act)
{
    const struct judging *judging = &act->want->judging;
    const char *months = months_text(planning->arena, act->months);
    const char *post = act->post_title;

    if (!post && judging->from)
        post = role_title(judging->from, judging->from_role);
    if (!post)
        post = "you do now";
    if (act->several_posts && !act->acting)
        return arena_printf(planning->arena,
                            "Work on in your present posts for %s", months);
    if (act->acting)
        return arena_printf(planning->arena, "Go on acting as %s for %s", post,
                            months);
    return time_is_known(act)
               ? arena_printf(planning->arena, "Work on as %s for %s", post,
                              months)
               : arena_printf(planning->arena,
                              "Work on until you have %s as %s, sooner by the "
                              "time that you have already",
                              months, post);
}

/* Without a post there is nobody to second. */
static const char *work_label(const struct planning *planning,
                              const struct act *act)
{
    const char *work = work_text(planning, act);
    const bool employed = act->want->judging.from != NULL;
    const char *months = months_text(planning->arena, act->months);

    if (act->any_length)
        return arena_printf(planning->arena,
                            "Some time %s, of any length, %s or unpaid", work,
                            employed ? "in another post" : "in a post");
    return arena_printf(planning->arena, "%s %s, %s", months, work,
                        employed ? "by acting up, a secondment or a move"
                                 : "in a post to apply for");
}

static const char *course_label(const struct planning *planning,
                                const struct act *act)
{
    const struct course *course = act->course;

    if (act->kind == ACT_START)
        return arena_printf(planning->arena, "Start on: %s", course->title);
    if (act->kind == ACT_JOB && act_node(act)->op == SG_EXPERIENCE)
        return arena_printf(planning->arena, "%s, for %s", course->title,
                            months_text(planning->arena, act->months));
    if (course->reference)
        return arena_printf(planning->arena, "%s (%s)", course->title,
                            course->reference);
    return course->title;
}

const char *describe_label(const struct planning *planning,
                           const struct act *act)
{
    const struct leaf_answer *answer =
        &act->want->judgement.answers[act->node - act->want->judgement.first];

    switch (act->kind) {
    case ACT_STAY:
        return stay_label(planning, act);
    case ACT_WORK:
        return work_label(planning, act);
    case ACT_TRAIN:
        return arena_printf(planning->arena, "In-house training: %s",
                            criterion_title(act));
    case ACT_FINISH:
        return arena_printf(planning->arena, "Finish what is begun: %s",
                            act->claim->title);
    case ACT_CONFIRM:
        return question_text(&act->want->judging, act->node, answer,
                             planning->arena);
    default:
        return course_label(planning, act);
    }
}

/* ---- what would suppose it ---- */

static const char *assume_work(const struct planning *planning,
                               const struct act *act)
{
    const struct framework *to = want_framework(act->want);
    const char *months = months_text(planning->arena, act->months);

    if (act->kind == ACT_STAY)
        return arena_printf(planning->arena, "%u more months",
                            (unsigned)act->months);
    if (act->kind == ACT_JOB && act->course->supervises)
        return arena_printf(planning->arena, "%s supervising", months);
    if (act->kind == ACT_JOB)
        return arena_printf(planning->arena, "%s of %s", months,
                            act->course->area);
    if (act->role != NO_INDEX)
        return arena_printf(planning->arena, "%s as %s", months,
                            framework_text(to, to->roles[act->role].id));
    return act->area
               ? arena_printf(planning->arena, "%s of %s", months, act->area)
               : NULL;
}

static const char *assume_text(const struct planning *planning,
                               const struct act *act)
{
    switch (act->kind) {
    case ACT_CONFIRM:
        return NULL;
    case ACT_STAY:
    case ACT_WORK:
        return assume_work(planning, act);
    case ACT_FINISH:
        return arena_printf(planning->arena, "finish %s", act->claim->title);
    case ACT_START:
        return arena_printf(planning->arena, "start %s", act->course->id);
    case ACT_TRAIN:
        return arena_printf(planning->arena, "%s%s", criterion_id(act),
                            skill_words(planning, act));
    default:
        if (act_node(act)->op == SG_EXPERIENCE)
            return assume_work(planning, act);
        return arena_printf(planning->arena, "%s%s", act->course->id,
                            skill_words(planning, act));
    }
}

/* ---- who, and what shows it ---- */

static const char *kind_word(const struct act *act)
{
    if (act->kind == ACT_CONFIRM)
        return "confirm";
    switch ((sg_op)act_node(act)->op) {
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

static const char *who_acts(const struct act *act)
{
    switch (act->kind) {
    case ACT_STAY:
        return act->acting ? "you, your manager and HR, if the cover lasts"
                           : "you";
    case ACT_JOB:
        return "you and your manager";
    case ACT_WORK:
        return act->want->judging.from ? "you, your manager and HR" : "you";
    case ACT_CONFIRM:
        return "you, with your manager";
    case ACT_FINISH:
        return "you and the provider";
    case ACT_TRAIN:
        return "you; the learning team books it";
    default:
        if (act->want->judging.held && !act->want->judging.from)
            return "you";
        return act->course->kind == COURSE_APPRENTICESHIP
                   ? "you, your manager and the learning team"
                   : "you; the learning team books it";
    }
}

static const char *what_shows_it(const struct act *act)
{
    switch (act->kind) {
    case ACT_STAY:
        return "the dates of the post, and two or three pieces of work";
    case ACT_WORK:
        return "the dates of that work, and a note by whoever led it";
    case ACT_CONFIRM:
        return "a short note of the answer, by whom and when";
    case ACT_JOB:
        return "the dates, what was done, and a note by your manager";
    case ACT_TRAIN:
        return "a record of attendance, and how you use it at work";
    case ACT_START:
        return "the enrolment";
    case ACT_FINISH:
        return "the certificate";
    default:
        return act->course->kind == COURSE_TRAINING
                   ? "a record of attendance, and how you use it at work"
                   : "the certificate";
    }
}

sg_action describe_act(const struct planning *planning, const struct act *act,
                       const struct act *for_what, uint32_t start)
{
    sg_action action = {
        .kind = kind_word(act),
        .label = describe_label(planning, act),
        .for_what = for_what ? describe_label(planning, for_what) : NULL,
        .on_the_job = act->kind == ACT_STAY || act->kind == ACT_JOB ||
                      act->kind == ACT_TRAIN,
        .elsewhere = act->kind == ACT_WORK,
        .months_known = act->months_known,
        .months = act->months_known ? act->months : 0,
        .evidence = what_shows_it(act),
        .who = who_acts(act),
        .assume = assume_text(planning, act),
    };

    describe_figures(planning, act, start, &action);
    action.assumed = action.months_from.assumed ||
                     (action.hours > 0 && action.hours_from.assumed) ||
                     action.cost_from.assumed;
    return action;
}
