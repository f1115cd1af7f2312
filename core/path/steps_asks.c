/* SPDX-License-Identifier: MIT */
/* Why a step is possible on arrival, what has to be asked for it, and what
 * might be spared by asking. */
#include "path/steps_inside.h"

#include "base/buffer.h"
#include "gap/questions.h"
#include "ways/describe.h"

#include <string.h>

/* ---- reasons ---- */

static const char *reason_for(const struct walk *walk, const struct want *want,
                              uint32_t node, uint32_t step)
{
    const struct wanted_time *time = compile_full_time(
        compile_leaf(walk->compiled, want, node), walk->months);
    const struct act *act = walk_act_behind(walk, want, node);

    if (time && time->meant.kind != ACT_JOB)
        return arena_printf(walk->arena, "%u wanted; by then %s.",
                            (unsigned)time->months,
                            walk_months_from(walk, step, time->counter));
    if (time)
        act = &time->meant;
    if (act)
        return arena_printf(walk->arena, "Done by then: %s.",
                            describe_label(&walk->compiled->planning, act));
    return NULL; /* open: it is asked */
}

static uint32_t add_line_reasons(struct walk *walk, const struct want *want,
                                 uint32_t at, sg_path_reason *reasons)
{
    const struct framework *to = want_framework(want);
    const struct resting resting = walk_resting(walk, want);
    uint32_t count = 0;

    for (uint32_t r = 0; r < resting.count; r++) {
        const uint32_t node = resting.nodes[r];
        const struct wanted_time *time = compile_full_time(
            compile_leaf(walk->compiled, want, node), walk->months);
        const char *how = reason_for(walk, want, node, at);
        if (!how)
            continue;
        if (reasons)
            reasons[count] = (sg_path_reason){
                .line = framework_text(to, to->lines[want->line].id),
                .label = framework_node_label(to, node, walk->arena),
                .how = how,
                .assumed = time && time->meant.word_assumed};
        count++;
    }
    return count;
}

bool steps_add_reasons(struct walk *walk, const struct place *place,
                       uint32_t at)
{
    sg_path_step *step = &walk->steps[at];
    uint32_t count = 0;

    for (uint32_t i = 0; i < place->want_count; i++)
        count += add_line_reasons(walk, place->wants[i], at, NULL);
    sg_path_reason *reasons = arena_array(walk->arena, count, sizeof *reasons);
    if (!reasons)
        return false;
    step->reasons = reasons;
    for (uint32_t i = 0; i < place->want_count; i++)
        step->reason_count += add_line_reasons(walk, place->wants[i], at,
                                               reasons + step->reason_count);
    for (uint32_t i = 0; i < count; i++)
        walk->path->assumed |= reasons[i].assumed;
    return true;
}

/* ---- asks ---- */

static const char *question_about(const struct walk *walk,
                                  const struct want *want, uint32_t node)
{
    const struct act *act = walk_act_behind(walk, want, node);

    if (act)
        return arena_printf(
            walk->arena,
            "Ask HR, before it is begun, whether this counts here: %s",
            describe_label(&walk->compiled->planning, act));
    return question_text(&want->judging, node,
                         &want->judgement.answers[node - want->judgement.first],
                         walk->arena);
}

/* Adds a question, unless it is there already. */
static void join_question(struct buffer *out, const char *question)
{
    if (!question || (out->data && strstr(out->data, question)))
        return;
    if (out->data && *out->data)
        buffer_puts(out, " ");
    buffer_puts(out, question);
}

static const char *joined(struct buffer *out, struct arena *arena)
{
    const char *text =
        out->failed || !out->data ? NULL : arena_strdup(arena, out->data);

    buffer_done(out);
    return text;
}

/* What is open of a line on arrival. */
static const char *question_of(const struct walk *walk, const struct want *want)
{
    const struct standing_of standing = walk_standing(walk);
    const struct resting resting = walk_resting(walk, want);
    struct buffer out = {0};

    for (uint32_t w = 0; w < want->world_count; w++)
        for (uint32_t r = 0; r < resting.count; r++)
            if (compile_verdict(&standing, want, w, resting.nodes[r]) == SG_ASK)
                join_question(&out,
                              question_about(walk, want, resting.nodes[r]));
    return joined(&out, walk->arena);
}

/* What of a line is open today, though the path does not wait for an answer. */
const char *steps_question_today(const struct want *want, struct arena *arena)
{
    const struct framework *to = want_framework(want);
    struct buffer out = {0};

    for (uint32_t i = 0; i < want->judgement.count; i++) {
        const uint32_t node = want->judgement.first + i;
        if (!node_is_group(&to->nodes[node]) &&
            want->judgement.answers[i].verdict == SG_ASK)
            join_question(&out,
                          question_text(&want->judging, node,
                                        &want->judgement.answers[i], arena));
    }
    return joined(&out, arena);
}

static bool is_among(const sg_path_ask *asks, size_t count,
                     const char *question)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(asks[i].question, question) == 0)
            return true;
    return false;
}

static bool was_asked(const struct walk *walk, uint32_t at,
                      const char *question)
{
    for (uint32_t s = 0; question && s < at; s++)
        if (is_among(walk->steps[s].asks, walk->steps[s].ask_count, question) ||
            is_among(walk->steps[s].spares, walk->steps[s].spare_count,
                     question))
            return true;
    return false;
}

bool steps_add_asks(struct walk *walk, const struct place *place, uint32_t at)
{
    sg_path_step *step = &walk->steps[at];
    sg_path_ask *asks =
        arena_array(walk->arena, place->want_count, sizeof *asks);

    if (!asks)
        return false;
    for (uint32_t i = 0; i < place->want_count; i++) {
        const struct want *want = place->wants[i];
        const struct framework *to = want_framework(want);
        if (walk_line(walk, want) == SG_MET)
            continue;
        const char *question = question_of(walk, want);
        asks[step->ask_count++] =
            (sg_path_ask){.line = framework_text(to, to->lines[want->line].id),
                          .label = framework_node_label(
                              to, want->judgement.first, walk->arena),
                          .question = question ? question : "",
                          .again = was_asked(walk, at, question)};
    }
    step->asks = asks;
    return true;
}

/* Lines that are open today and rest on something that is done on the way. */
bool steps_add_spares(struct walk *walk, const struct place *place, uint32_t at)
{
    sg_path_step *step = &walk->steps[at];
    sg_path_ask *spares =
        arena_array(walk->arena, place->want_count, sizeof *spares);

    if (!spares)
        return false;
    for (uint32_t i = 0; i < place->want_count; i++) {
        const struct want *want = place->wants[i];
        const struct framework *to = want_framework(want);
        if (want->judgement.verdict != SG_ASK ||
            walk_line(walk, want) != SG_MET || step->action_count == 0)
            continue;
        const char *question = steps_question_today(want, walk->arena);
        if (!question || was_asked(walk, at + 1, question))
            continue;
        spares[step->spare_count++] =
            (sg_path_ask){.line = framework_text(to, to->lines[want->line].id),
                          .label = framework_node_label(
                              to, want->judgement.first, walk->arena),
                          .question = question};
        step->spares = spares;
    }
    return true;
}
