/* SPDX-License-Identifier: MIT */
/* How the graded rows of the two roles differ: features, factors, outputs,
 * accountabilities, competencies. */
#include "gap/parts.h"

#include "base/buffer.h"
#include "model/view.h"

static const struct cell *cell_on(const struct framework *framework,
                                  uint32_t role_at, uint32_t scale)
{
    const struct role *role = &framework->roles[role_at];

    for (uint32_t i = 0; i < role->cells.count; i++)
        if (framework->cells[role->cells.first + i].scale == scale)
            return &framework->cells[role->cells.first + i];
    return NULL;
}

/* The texts of a cell's items as one. */
static const char *cell_text(const struct framework *framework,
                             const struct cell *cell, struct arena *arena)
{
    struct buffer out = {0};

    for (uint32_t i = 0; i < cell->items.count; i++) {
        if (i > 0)
            buffer_puts(&out, "; ");
        buffer_puts(
            &out, framework_text(framework,
                                 framework->items[cell->items.first + i].text));
    }
    const char *text =
        out.failed ? NULL : arena_strdup(arena, out.data ? out.data : "");
    if (!text)
        arena->failed = true;
    buffer_done(&out);
    return text;
}

static const char *const *cell_measures(const struct framework *framework,
                                        const struct cell *cell,
                                        struct arena *arena)
{
    const char **measures =
        arena_array(arena, cell->measures.count, sizeof *measures);

    for (uint32_t i = 0; measures && i < cell->measures.count; i++)
        measures[i] = framework_text(
            framework, framework->items[cell->measures.first + i].text);
    return measures;
}

/* Why the higher of two levels is higher: one reason for each step between. */
static const char *steps_text(const struct framework *framework,
                              const struct scale *scale, uint32_t low,
                              uint32_t high, struct arena *arena)
{
    struct buffer out = {0};

    for (uint32_t level = low + 1; level <= high; level++) {
        const struct scale_level *step =
            &framework->scale_levels[scale->levels.first + level - 1];
        if (level > low + 1)
            buffer_puts(&out, " ");
        buffer_puts(&out, framework_text(framework, step->why));
    }
    const char *text =
        out.failed || !out.data ? NULL : arena_strdup(arena, out.data);
    if (!text)
        arena->failed = true;
    buffer_done(&out);
    return text;
}

static sg_change cell_change(const struct cell *now, const struct cell *there)
{
    if (!now)
        return SG_NEW;
    if (!there)
        return SG_DROPPED;
    if (now->level == 0 || there->level == 0)
        return SG_CHANGE_NONE;
    if (now->level == there->level)
        return SG_SAME;
    return there->level > now->level ? SG_RAISED : SG_LOWERED;
}

static void build_change(const struct judging *judging, uint32_t scale_at,
                         const struct cell *now, const struct cell *there,
                         struct arena *arena, sg_gap_change *change)
{
    const struct framework *framework = judging->to->framework;
    const struct scale *scale = &framework->scales[scale_at];
    uint32_t skipped;
    bool rises;

    *change = (sg_gap_change){
        .section = framework_text(framework,
                                  framework->sections[scale->section].title),
        .area = framework_text(framework, scale->title),
        .kind = cell_change(now, there),
    };
    if (now) {
        change->from = cell_text(framework, now, arena);
        change->from_measures = cell_measures(framework, now, arena);
        change->from_measure_count = now->measures.count;
        change->from_source = view_cell_source(
            framework, &framework->roles[judging->from_role], now, arena);
    }
    if (there) {
        change->to = cell_text(framework, there, arena);
        change->measures = cell_measures(framework, there, arena);
        change->measure_count = there->measures.count;
        change->to_source = view_cell_source(
            framework, &framework->roles[judging->to_role], there, arena);
    }
    if (change->kind == SG_RAISED)
        change->why =
            steps_text(framework, scale, now->level, there->level, arena);
    if (change->kind == SG_LOWERED)
        change->why =
            steps_text(framework, scale, there->level, now->level, arena);
    /* Going down, what is new there is nothing to seek. */
    rises = (change->kind == SG_RAISED || change->kind == SG_NEW) &&
            move_direction(judging, &skipped) != SG_MOVE_DOWN;
    change->seek = rises && scale->when_raised == RAISED_SEEK;
    change->expect = rises && scale->when_raised == RAISED_EXPECT;
}

/* A row that the documents do not let anybody grade is told apart. */
static bool is_ungraded(const struct cell *now, const struct cell *there)
{
    return now && there && (now->level == 0 || there->level == 0);
}

bool grades_build(const struct judging *judging, struct arena *arena,
                  sg_gap *gap)
{
    const struct framework *framework = judging->to->framework;

    if (!judging->from || judging->from->framework != framework)
        return true;
    sg_gap_change *changes =
        arena_array(arena, framework->scale_count, sizeof *changes);
    sg_gap_change *ungraded =
        arena_array(arena, framework->scale_count, sizeof *ungraded);
    gap->changes = changes;
    gap->ungraded = ungraded;
    for (uint32_t s = 0; changes && ungraded && s < framework->scale_count;
         s++) {
        const struct cell *now = cell_on(framework, judging->from_role, s);
        const struct cell *there = cell_on(framework, judging->to_role, s);
        if (!now && !there)
            continue;
        sg_gap_change *change = is_ungraded(now, there)
                                    ? &ungraded[gap->ungraded_count++]
                                    : &changes[gap->change_count++];
        build_change(judging, s, now, there, arena, change);
    }
    return !arena->failed;
}
