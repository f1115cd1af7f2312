/* SPDX-License-Identifier: MIT */
/* One role in two versions: its facts, its lines, its job. */
#include "gap/revision_parts.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

static const struct role *older_of(const struct revising *revising)
{
    return &revising->older.framework->roles[revising->older_role];
}

static const struct role *newer_of(const struct revising *revising)
{
    return &revising->newer.framework->roles[revising->newer_role];
}

static bool same_text(const struct revising *revising, text_at older,
                      text_at newer)
{
    return strcmp(framework_text(revising->older.framework, older),
                  framework_text(revising->newer.framework, newer)) == 0;
}

/* ---- facts ---- */

static void tell_text(struct revising *revising, sg_revision_part part,
                      const char *what, text_at older, text_at newer)
{
    const struct fact fact = {
        .part = part,
        .kind = part == SG_REVISION_TITLE ? SG_REVISION_REWORDED
                                          : SG_REVISION_DIFFERENT,
        .what = what,
        .from = framework_text_or_null(revising->older.framework, older),
        .to = framework_text_or_null(revising->newer.framework, newer),
    };

    if (!same_text(revising, older, newer))
        revise_fact(revising, &fact);
}

/* A sentence with two texts in it. NULL without memory. */
static const char *revise_sentence(struct revising *revising,
                                   const char *format, const char *first,
                                   const char *second)
{
    return revising->arena.failed
               ? NULL
               : arena_printf(&revising->arena, format, first, second);
}

/* "place 3 in the family Administration". */
static const char *place_text(struct revising *revising,
                              const struct framework *framework,
                              const struct role *role)
{
    return arena_printf(
        &revising->arena, "place %u in the family %s", (unsigned)role->rank,
        framework_text(framework, framework->families[role->family].title));
}

static void tell_place(struct revising *revising)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct role *a = older_of(revising);
    const struct role *b = newer_of(revising);
    const bool same_family = same_text(revising, fa->families[a->family].id,
                                       fb->families[b->family].id);
    const bool same_grade = same_text(revising, a->grade, b->grade);
    struct fact fact = {.part = SG_REVISION_OTHER,
                        .kind = SG_REVISION_DIFFERENT,
                        .what = "place in its family"};

    if (!same_family || a->rank != b->rank) {
        fact.from = place_text(revising, fa, a);
        fact.to = place_text(revising, fb, b);
        fact.sentence = revise_sentence(revising, "Now has %s. It had %s.",
                                        fact.to, fact.from);
        revise_fact(revising, &fact);
    }
    if (same_grade && a->grade_rank != b->grade_rank) {
        fact.what = "place among the grades";
        fact.from = fact.to = NULL;
        fact.sentence = "Its grade has another place among the grades.";
        revise_fact(revising, &fact);
    }
}

/* "office work, customer service", or NULL for none. */
static const char *areas_text(struct revising *revising,
                              const struct framework *framework,
                              struct span areas)
{
    struct buffer out = {0};

    if (areas.count == 0)
        return NULL;
    for (uint32_t i = 0; i < areas.count; i++) {
        const uint32_t area = framework->area_refs[areas.first + i];
        buffer_puts(&out, i > 0 ? ", " : "");
        buffer_puts(&out,
                    framework_text(framework, framework->areas[area].title));
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

bool areas_named_same(const struct framework *a, struct span of_a,
                      const struct framework *b, struct span of_b)
{
    if (of_a.count != of_b.count)
        return false;
    for (uint32_t i = 0; i < of_a.count; i++)
        if (strcmp(framework_text(a, a->areas[a->area_refs[of_a.first + i]].id),
                   framework_text(
                       b, b->areas[b->area_refs[of_b.first + i]].id)) != 0)
            return false;
    return true;
}

static void tell_areas(struct revising *revising)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct span a = older_of(revising)->areas;
    const struct span b = newer_of(revising)->areas;

    if (areas_named_same(fa, a, fb, b))
        return;
    struct fact fact = {.part = SG_REVISION_OTHER,
                        .kind = SG_REVISION_DIFFERENT,
                        .what = "kind of work that it counts as",
                        .from = areas_text(revising, fa, a),
                        .to = areas_text(revising, fb, b)};
    fact.sentence = revise_sentence(
        revising, "Counts as this kind of work: %s. It counted as: %s.",
        fact.to ? fact.to : "none", fact.from ? fact.from : "none");
    revise_fact(revising, &fact);
}

/* ---- lines ---- */

static const char *strength_of(const struct line *line)
{
    return line->strength == SG_ESSENTIAL ? "essential" : "desirable";
}

static const char *with_detail(struct revising *revising, const char *label,
                               const char *detail)
{
    return detail ? arena_printf(&revising->arena, "%s [%s]", label, detail)
                  : label;
}

static const char *line_sentence(struct revising *revising,
                                 const sg_revision_change *change,
                                 const struct line *a, const struct line *b)
{
    struct arena *arena = &revising->arena;

    if (arena->failed)
        return NULL;
    if (!a)
        return arena_printf(arena, "Now also asks for: %s (%s).", change->to,
                            strength_of(b));
    if (!b)
        return arena_printf(arena, "No longer asks for: %s (%s).", change->from,
                            strength_of(a));
    if (change->kind == SG_REVISION_REWORDED &&
        strcmp(change->from, change->to) == 0)
        return arena_printf(arena, "Asks for the same, set out anew: %s (%s).",
                            change->to, strength_of(b));
    if (change->kind == SG_REVISION_REWORDED)
        return arena_printf(arena,
                            "Asks for the same in other words: %s (%s). The "
                            "words were: %s.",
                            change->to, strength_of(b), change->from);
    if (strcmp(change->from, change->to) == 0 && a->strength != b->strength)
        return arena_printf(arena, "Now %s: %s. It was %s.", strength_of(b),
                            change->to, strength_of(a));
    if (strcmp(change->from, change->to) == 0)
        return arena_printf(arena,
                            "Asks for something else in the same words: %s "
                            "(%s).",
                            change->to, strength_of(b));
    return arena_printf(arena, "Now asks for: %s (%s). It asked for: %s (%s).",
                        change->to, strength_of(b), change->from,
                        strength_of(a));
}

static const struct section *specification_of(const struct framework *framework,
                                              const struct role *role)
{
    return &framework->sections[role->specification];
}

static void tell_line(struct revising *revising, uint32_t older, uint32_t newer)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct line *a = older == NO_INDEX ? NULL : &fa->lines[older];
    const struct line *b = newer == NO_INDEX ? NULL : &fb->lines[newer];
    const struct framework *shown = b ? fb : fa;
    struct arena *arena = &revising->arena;
    sg_revision_kind kind = b ? SG_REVISION_NEW : SG_REVISION_DROPPED;
    const char *detail_from = NULL;
    const char *detail_to = NULL;

    revising->moved |= a && b && !same_text(revising, a->items, b->items);
    if (a && b && !line_revised(revising, older, newer, &kind))
        return;
    const struct section *section =
        specification_of(shown, b ? newer_of(revising) : older_of(revising));
    sg_revision_change change = {
        .part = SG_REVISION_LINE,
        .kind = kind,
        .id = revise_copy(revising, framework_text(shown, (b ? b : a)->id)),
        .section = revise_copy(revising, framework_text(shown, section->title)),
        .from = a ? framework_node_label(fa, a->root, arena) : NULL,
        .to = b ? framework_node_label(fb, b->root, arena) : NULL,
        .from_essential = a && a->strength == SG_ESSENTIAL,
        .to_essential = b && b->strength == SG_ESSENTIAL,
    };
    change.what = b ? change.to : change.from;
    if (a && b && !arena->failed && kind != SG_REVISION_REWORDED &&
        strcmp(change.from, change.to) == 0) {
        line_details(revising, older, newer, &detail_from, &detail_to);
        change.from = with_detail(revising, change.from, detail_from);
        change.to = with_detail(revising, change.to, detail_to);
    }
    change.sentence = line_sentence(revising, &change, a, b);
    revise_add(revising, &change);
}

/* ---- what is touched, and where it is printed ---- */

static void mark_items(uint8_t *touched, uint8_t mark,
                       const struct framework *framework, struct span items)
{
    for (uint32_t i = items.first; i < items.first + items.count; i++) {
        const struct span touches = framework->items[i].touches;
        for (uint32_t t = 0; t < touches.count; t++)
            touched[framework->touches[touches.first + t]] |= mark;
    }
}

static void mark_role(uint8_t *touched, uint8_t mark,
                      const struct framework *framework,
                      const struct role *role)
{
    for (uint32_t i = 0; i < role->cells.count; i++) {
        const struct cell *cell = &framework->cells[role->cells.first + i];
        mark_items(touched, mark, framework, cell->items);
        mark_items(touched, mark, framework, cell->measures);
    }
    for (uint32_t i = 0; i < role->statements.count; i++)
        mark_items(touched, mark, framework,
                   framework->statements[role->statements.first + i].items);
}

/* Which criteria a description touches decides what is left to ask. */
static void tell_touched(struct revising *revising)
{
    enum { IN_OLDER = 1, IN_NEWER = 2 };
    const struct fact fact = {
        .part = SG_REVISION_OTHER,
        .kind = SG_REVISION_DIFFERENT,
        .what = "what its description touches on",
        .sentence = "Its description touches on other things than before, so "
                    "some answers may differ.",
    };
    uint8_t *touched = revising->touched;
    bool same = true;

    memset(touched, 0, revising->reference->criterion_count);
    mark_role(touched, IN_OLDER, revising->older.framework, older_of(revising));
    mark_role(touched, IN_NEWER, revising->newer.framework, newer_of(revising));
    for (size_t i = 0; i < revising->reference->criterion_count; i++)
        same &= touched[i] == 0 || touched[i] == (IN_OLDER | IN_NEWER);
    if (!same)
        revise_fact(revising, &fact);
}

static void tell_printed(struct revising *revising)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct role *a = older_of(revising);
    const struct role *b = newer_of(revising);
    const struct fact fact = {
        .part = SG_REVISION_OTHER,
        .kind = SG_REVISION_REWORDED,
        .what = "where it is printed",
        .sentence = "It is printed elsewhere, or in another order.",
    };

    if (revising->moved || !same_text(revising, a->column, b->column) ||
        !same_text(revising, fa->documents[a->document].id,
                   fb->documents[b->document].id) ||
        !same_text(revising, specification_of(fa, a)->id,
                   specification_of(fb, b)->id))
        revise_fact(revising, &fact);
}

/* ---- the role ---- */

static const char *line_id(const struct framework *framework, uint32_t at)
{
    return framework_text(framework, framework->lines[at].id);
}

static const char *cell_id(const struct framework *framework, uint32_t at)
{
    return framework_text(framework,
                          framework->scales[framework->cells[at].scale].id);
}

static const char *statement_id(const struct framework *framework, uint32_t at)
{
    return framework_text(
        framework, framework->sections[framework->statements[at].section].id);
}

void revise_role(struct revising *revising, uint32_t older, uint32_t newer)
{
    revising->older_role = older;
    revising->newer_role = newer;
    const struct role *a = older_of(revising);
    const struct role *b = newer_of(revising);
    const size_t before = revising->change_count;

    revising->moved = false;
    tell_text(revising, SG_REVISION_TITLE, "title", a->title, b->title);
    tell_text(revising, SG_REVISION_LEVEL, "level", a->level, b->level);
    tell_text(revising, SG_REVISION_GRADE, "grade", a->grade, b->grade);
    tell_text(revising, SG_REVISION_REF, "job reference", a->ref, b->ref);
    tell_place(revising);
    tell_areas(revising);
    revise_pairs(revising, &revising->inner, line_id, a->lines, b->lines,
                 tell_line);
    revise_pairs(revising, &revising->inner, cell_id, a->cells, b->cells,
                 revise_cell);
    revise_pairs(revising, &revising->inner, statement_id, a->statements,
                 b->statements, revise_statement);
    tell_touched(revising);
    /* Where something changed, numbers and places move with it. */
    if (revising->change_count == before)
        tell_printed(revising);
}
