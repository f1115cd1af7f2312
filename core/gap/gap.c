/* SPDX-License-Identifier: MIT */
/* Putting a gap together: judge every line, then explain. */
#include "skillgap/gap.h"

#include "base/fault.h"
#include "gap/change.h"
#include "gap/explain.h"
#include "gap/parts.h"
#include "gap/person.h"
#include "gap/questions.h"
#include "judge/judge.h"
#include "model/view.h"

#include <stdlib.h>

/* The public struct comes first, so that the one is the other. */
struct gap {
    sg_gap public;
    struct arena arena;
};

static void count_line(sg_gap *gap, const sg_gap_line *line)
{
    gap->counts[line->strength].by[line->verdict]++;
    if (line->strength == SG_ESSENTIAL && line->verdict < gap->verdict)
        gap->verdict = line->verdict;
}

/* A line is pivotal when it alone holds the overall verdict down. */
static void mark_pivotal(sg_gap *gap, sg_gap_line *lines)
{
    if (gap->verdict == SG_MET ||
        gap->counts[SG_ESSENTIAL].by[gap->verdict] != 1)
        return;
    for (size_t i = 0; i < gap->line_count; i++)
        lines[i].pivotal = lines[i].strength == SG_ESSENTIAL &&
                           lines[i].verdict == gap->verdict;
}

static bool same_words_used(const struct judgement *judgement)
{
    for (uint32_t i = 0; i < judgement->count; i++)
        if (judgement->answers[i].notice)
            return true;
    return false;
}

static bool build_lines(const struct judging *judging,
                        struct judgement *judgements, struct gap *gap,
                        bool *ret_same_words, bool *ret_assumed)
{
    const struct role *role = &judging->to->framework->roles[judging->to_role];
    sg_gap_line *lines =
        arena_array(&gap->arena, role->lines.count, sizeof *lines);

    gap->public.lines = lines;
    gap->public.line_count = role->lines.count;
    gap->public.verdict = SG_MET;
    for (uint32_t i = 0; lines && i < role->lines.count; i++) {
        uint32_t line = role->lines.first + i;
        judge_line(judging, line, &judgements[i]);
        if (!explain_line(judging, line, &judgements[i], &gap->arena,
                          &lines[i]))
            return false;
        lines[i].change = change_of_line(judging, line);
        count_line(&gap->public, &lines[i]);
        *ret_same_words |= same_words_used(&judgements[i]);
        *ret_assumed |= lines[i].assumed;
    }
    if (lines)
        mark_pivotal(&gap->public, lines);
    return lines != NULL;
}

static bool build_dropped(const struct judging *judging, struct gap *gap)
{
    if (!judging->from)
        return true;
    const struct framework *from = judging->from->framework;
    const struct role *role = &from->roles[judging->from_role];
    sg_sheet_line *lines =
        arena_array(&gap->arena, role->lines.count, sizeof *lines);

    gap->public.dropped = lines;
    for (uint32_t i = 0; lines && i < role->lines.count; i++) {
        uint32_t line = role->lines.first + i;
        if (!line_is_dropped(judging, line))
            continue;
        sg_sheet_line *view = &lines[gap->public.dropped_count++];
        if (!view_line(from, judging->reference, &from->lines[line],
                       &gap->arena, view))
            return false;
        view->needs.reason =
            explain_dropped(judging, from->lines[line].root, &gap->arena);
    }
    return lines != NULL;
}

static bool build(const struct judging *judging, struct judgement *judgements,
                  struct gap *gap)
{
    const struct role *role = &judging->to->framework->roles[judging->to_role];
    bool same_words = false;
    bool assumed = false;

    if (!build_lines(judging, judgements, gap, &same_words, &assumed) ||
        !build_dropped(judging, gap) ||
        !grades_build(judging, &gap->arena, &gap->public) ||
        !becoming_build(judging, &gap->arena, &gap->public) ||
        !questions_build(judging, judgements, role->lines.first,
                         role->lines.count, &gap->arena, &gap->public))
        return false;
    gap->public.target_work = person_work_in(judging);
    move_mode(judging, &gap->public.mode);
    gap->public.move = move_direction(judging, &gap->public.skipped);
    gap->public.notice = notice_text(judging, same_words, assumed, &gap->arena);
    return !gap->arena.failed;
}

static bool fill_heads(const struct asked *asked, struct gap *gap)
{
    const sg_catalogue *catalogue = asked->catalogue;
    const sg_gap_request *request = asked->request;

    gap->public.person = asked_person(asked, &gap->arena);
    gap->public.to = sg_role_info_of(catalogue, request->to);
    gap->public.framework =
        sg_catalogue_framework_at(catalogue, request->to.framework);
    gap->public.months = request->person ? SG_MONTHS_UNKNOWN : request->months;
    if (asked->has_role) {
        gap->public.from = sg_role_info_of(catalogue, asked->role);
        gap->public.from_framework =
            sg_catalogue_framework_at(catalogue, asked->role.framework);
    }
    return !gap->arena.failed;
}

static sg_status make(const struct asked *asked, sg_gap **ret_gap,
                      sg_error *reterr)
{
    const sg_role to = asked->request->to;
    const struct role *role = catalogue_role(asked->catalogue, to);
    const struct judging judging = asked_judging(asked, to);
    struct gap *gap = calloc(1, sizeof *gap);
    struct judgement *judgements =
        calloc((size_t)role->lines.count + 1, sizeof *judgements);
    const bool made = gap && judgements && build(&judging, judgements, gap) &&
                      fill_heads(asked, gap);

    free(judgements);
    if (!made) {
        sg_gap_free(gap ? &gap->public : NULL);
        return fault_memory(reterr);
    }
    *ret_gap = &gap->public;
    return SG_OK;
}

sg_status sg_gap_new(const sg_catalogue *catalogue,
                     const sg_gap_request *request, sg_gap **ret_gap,
                     sg_error *reterr)
{
    struct asked asked;
    sg_status status = asked_open(&asked, catalogue, request, reterr);

    *ret_gap = NULL;
    if (status != SG_OK)
        return status;
    status = asked_check_post(&asked, request->to, reterr);
    if (status == SG_OK)
        status = make(&asked, ret_gap, reterr);
    asked_done(&asked);
    return status;
}

void sg_gap_free(sg_gap *gap)
{
    struct gap *whole = (struct gap *)gap;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
