/* SPDX-License-Identifier: MIT */
/* One graded row, and words under a heading, in two versions of a role. */
#include "gap/revision_parts.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

static bool texts_equal(const struct framework *a, text_at at_a,
                        const struct framework *b, text_at at_b)
{
    return strcmp(framework_text(a, at_a), framework_text(b, at_b)) == 0;
}

bool items_text_same(const struct framework *a, struct span of_a,
                     const struct framework *b, struct span of_b)
{
    if (of_a.count != of_b.count)
        return false;
    for (uint32_t i = 0; i < of_a.count; i++)
        if (!texts_equal(a, a->items[of_a.first + i].text, b,
                         b->items[of_b.first + i].text))
            return false;
    return true;
}

static bool items_number_same(const struct framework *a, struct span of_a,
                              const struct framework *b, struct span of_b)
{
    if (of_a.count != of_b.count)
        return false;
    for (uint32_t i = 0; i < of_a.count; i++)
        if (!texts_equal(a, a->items[of_a.first + i].number, b,
                         b->items[of_b.first + i].number))
            return false;
    return true;
}

/* The texts of some items as one; NULL for none. */
static const char *items_text(struct revising *revising,
                              const struct framework *framework,
                              struct span items)
{
    struct buffer out = {0};

    if (items.count == 0)
        return NULL;
    for (uint32_t i = 0; i < items.count; i++) {
        buffer_puts(&out, i > 0 ? "; " : "");
        buffer_puts(
            &out,
            framework_text(framework, framework->items[items.first + i].text));
    }
    char *text = buffer_take(&out);
    if (!text) {
        revising->arena.failed = true;
        return NULL;
    }
    const char *copy = arena_strdup(&revising->arena, text);
    free(text);
    return copy;
}

/* ---- graded rows ---- */

static text_at summary_of(const struct framework *framework,
                          const struct scale *scale, uint32_t level)
{
    return framework->scale_levels[scale->levels.first + level - 1].summary;
}

/* Where a level of `a` stands on the scale of `b`, by its summary, or 0. */
static uint32_t level_elsewhere(const struct framework *a,
                                const struct scale *scale_a, uint32_t level,
                                const struct framework *b,
                                const struct scale *scale_b)
{
    const text_at summary = summary_of(a, scale_a, level);

    for (uint32_t i = 1; i <= scale_b->levels.count; i++)
        if (texts_equal(a, summary, b, summary_of(b, scale_b, i)))
            return i;
    return 0;
}

/* Whether places on the two can be compared: as many levels, and none whose
 * words stand at another place. Words that are new to both are rewordings. */
static bool places_comparable(const struct framework *a,
                              const struct scale *scale_a,
                              const struct framework *b,
                              const struct scale *scale_b)
{
    if (scale_a->levels.count != scale_b->levels.count)
        return false;
    for (uint32_t i = 1; i <= scale_a->levels.count; i++) {
        if (texts_equal(a, summary_of(a, scale_a, i), b,
                        summary_of(b, scale_b, i)))
            continue;
        if (level_elsewhere(a, scale_a, i, b, scale_b) > 0 ||
            level_elsewhere(b, scale_b, i, a, scale_a) > 0)
            return false;
    }
    return true;
}

/* A scale may have gained a level between the versions: then a level is where
 * its summary stands, on either scale. */
static sg_revision_kind kind_of_levels(const struct framework *a,
                                       const struct cell *cell_a,
                                       const struct framework *b,
                                       const struct cell *cell_b)
{
    const struct scale *scale_a = &a->scales[cell_a->scale];
    const struct scale *scale_b = &b->scales[cell_b->scale];

    if (places_comparable(a, scale_a, b, scale_b))
        return cell_b->level > cell_a->level   ? SG_REVISION_RAISED
               : cell_b->level < cell_a->level ? SG_REVISION_LOWERED
                                               : SG_REVISION_REWORDED;
    const uint32_t was = level_elsewhere(a, scale_a, cell_a->level, b, scale_b);
    const uint32_t is = level_elsewhere(b, scale_b, cell_b->level, a, scale_a);
    const bool up =
        (was > 0 && cell_b->level > was) || (is > 0 && is > cell_a->level);
    const bool down =
        (was > 0 && cell_b->level < was) || (is > 0 && is < cell_a->level);
    if (up != down)
        return up ? SG_REVISION_RAISED : SG_REVISION_LOWERED;
    return up || was == 0 ? SG_REVISION_DIFFERENT : SG_REVISION_REWORDED;
}

/* False when all that it says and how it is graded are the same. */
static bool cell_revised(const struct framework *a, const struct cell *cell_a,
                         const struct framework *b, const struct cell *cell_b,
                         sg_revision_kind *ret_kind)
{
    const bool text_same =
        items_text_same(a, cell_a->items, b, cell_b->items) &&
        items_text_same(a, cell_a->measures, b, cell_b->measures);

    if (cell_a->level == 0 && cell_b->level == 0)
        *ret_kind = text_same ? SG_REVISION_REWORDED : SG_REVISION_DIFFERENT;
    else if (cell_a->level == 0 || cell_b->level == 0)
        *ret_kind = SG_REVISION_DIFFERENT;
    else
        *ret_kind = kind_of_levels(a, cell_a, b, cell_b);
    return *ret_kind != SG_REVISION_REWORDED || !text_same;
}

enum shown { BY_GRADE, BY_ITEMS, BY_MEASURES };

/* What tells the two cells apart, or shows the one that there is. */
static enum shown what_to_show(const struct framework *fa, const struct cell *a,
                               const struct framework *fb, const struct cell *b,
                               sg_revision_kind kind)
{
    if (kind != SG_REVISION_REWORDED &&
        ((a && a->level > 0) || (b && b->level > 0)))
        return BY_GRADE;
    return a && b && items_text_same(fa, a->items, fb, b->items) ? BY_MEASURES
                                                                 : BY_ITEMS;
}

static const char *cell_text(struct revising *revising,
                             const struct framework *framework,
                             const struct cell *cell, enum shown shown)
{
    if (!cell)
        return NULL;
    if (shown != BY_GRADE)
        return items_text(revising, framework,
                          shown == BY_ITEMS ? cell->items : cell->measures);
    if (cell->level == 0)
        return revise_copy(revising, "not graded");
    return revise_copy(
        revising,
        framework_text(framework,
                       summary_of(framework, &framework->scales[cell->scale],
                                  cell->level)));
}

/* A text with a full stop, unless it has its own. */
static const char *stopped(struct revising *revising, const char *text)
{
    const char *shown = text ? text : "nothing";
    const size_t length = strlen(shown);

    return length > 0 && shown[length - 1] == '.'
               ? shown
               : arena_printf(&revising->arena, "%s.", shown);
}

static const char *cell_sentence(struct revising *revising,
                                 const sg_revision_change *change)
{
    static const char *const heads[] = {
        [SG_REVISION_RAISED] = "The job is graded higher on",
        [SG_REVISION_LOWERED] = "The job is graded lower on",
        [SG_REVISION_DIFFERENT] =
            "Nothing says which of the two asks for more on",
        [SG_REVISION_REWORDED] = "Only the words are others on",
    };
    struct arena *arena = &revising->arena;

    const char *from = stopped(revising, change->from);
    const char *to = stopped(revising, change->to);

    if (arena->failed)
        return NULL;
    if (change->kind == SG_REVISION_NEW)
        return arena_printf(arena, "There is now a row \"%s\": %s",
                            change->what, to);
    if (change->kind == SG_REVISION_DROPPED)
        return arena_printf(arena,
                            "There is no row \"%s\" any more. It said: %s",
                            change->what, from);
    return arena_printf(arena, "%s \"%s\". Now: %s Before: %s",
                        heads[change->kind], change->what, to, from);
}

void revise_cell(struct revising *revising, uint32_t older, uint32_t newer)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct cell *a = older == NO_INDEX ? NULL : &fa->cells[older];
    const struct cell *b = newer == NO_INDEX ? NULL : &fb->cells[newer];
    const struct framework *shown = b ? fb : fa;
    const struct scale *scale = &shown->scales[b ? b->scale : a->scale];
    sg_revision_kind kind = b ? SG_REVISION_NEW : SG_REVISION_DROPPED;

    revising->moved |= a && b &&
                       !(items_number_same(fa, a->items, fb, b->items) &&
                         items_number_same(fa, a->measures, fb, b->measures));
    if (a && b && !cell_revised(fa, a, fb, b, &kind))
        return;
    const enum shown by = what_to_show(fa, a, fb, b, kind);
    sg_revision_change change = {
        .part = SG_REVISION_CELL,
        .kind = kind,
        .id = revise_copy(revising, framework_text(shown, scale->id)),
        .section = revise_copy(
            revising,
            framework_text(shown, shown->sections[scale->section].title)),
        .what = revise_copy(revising, framework_text(shown, scale->title)),
        .from = cell_text(revising, fa, a, by),
        .to = cell_text(revising, fb, b, by),
    };
    change.sentence = cell_sentence(revising, &change);
    revise_add(revising, &change);
}

/* ---- headings ---- */

void revise_statement(struct revising *revising, uint32_t older, uint32_t newer)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct statement *a =
        older == NO_INDEX ? NULL : &fa->statements[older];
    const struct statement *b =
        newer == NO_INDEX ? NULL : &fb->statements[newer];
    const struct framework *shown = b ? fb : fa;
    const struct section *section =
        &shown->sections[b ? b->section : a->section];
    const sg_revision_kind kind = !a   ? SG_REVISION_NEW
                                  : !b ? SG_REVISION_DROPPED
                                       : SG_REVISION_REWORDED;

    revising->moved |= a && b && !items_number_same(fa, a->items, fb, b->items);
    if (a && b && items_text_same(fa, a->items, fb, b->items))
        return;
    const char *title =
        revise_copy(revising, framework_text(shown, section->title));
    if (!title)
        return;
    const sg_revision_change change = {
        .part = SG_REVISION_STATEMENT,
        .kind = kind,
        .id = revise_copy(revising, framework_text(shown, section->id)),
        .section = title,
        .what = title,
        .from = a ? items_text(revising, fa, a->items) : NULL,
        .to = b ? items_text(revising, fb, b->items) : NULL,
        .sentence = arena_printf(&revising->arena,
                                 "The words under \"%s\" are %s.", title,
                                 !a   ? "new"
                                 : !b ? "gone"
                                      : "others now"),
    };
    revise_add(revising, &change);
}
