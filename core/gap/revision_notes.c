/* SPDX-License-Identifier: MIT */
/* What changed in a framework outside its roles. */
#include "gap/revision_parts.h"

#include <string.h>

static bool same_text(const struct revising *revising, text_at older,
                      text_at newer)
{
    return strcmp(framework_text(revising->older.framework, older),
                  framework_text(revising->newer.framework, newer)) == 0;
}

static void note(struct revising *revising, sg_revision_kind kind,
                 const char *what, const char *sentence)
{
    const struct fact fact = {.part = SG_REVISION_OTHER,
                              .kind = kind,
                              .what = what,
                              .sentence = sentence};

    revise_fact(revising, &fact);
}

static void note_council(struct revising *revising)
{
    const struct framework *a = revising->older.framework;
    const struct framework *b = revising->newer.framework;
    const struct fact fact = {
        .part = SG_REVISION_OTHER,
        .kind = SG_REVISION_REWORDED,
        .what = "name of the council",
        .from = framework_text_or_null(a, a->council),
        .to = framework_text_or_null(b, b->council),
    };

    if (!same_text(revising, a->council, b->council))
        revise_fact(revising, &fact);
}

static bool areas_same(const struct revising *revising)
{
    const struct framework *a = revising->older.framework;
    const struct framework *b = revising->newer.framework;

    if (a->area_count != b->area_count)
        return false;
    for (uint32_t i = 0; i < a->area_count; i++)
        if (!same_text(revising, a->areas[i].id, b->areas[i].id) ||
            !same_text(revising, a->areas[i].title, b->areas[i].title))
            return false;
    return true;
}

static bool word_orders_same(const struct revising *revising)
{
    const struct framework *a = revising->older.framework;
    const struct framework *b = revising->newer.framework;

    if (a->word_order_count != b->word_order_count)
        return false;
    for (uint32_t i = 0; i < a->word_order_count; i++) {
        const struct span in_a = a->word_orders[i].words;
        const struct span in_b = b->word_orders[i].words;
        if (in_a.count != in_b.count)
            return false;
        for (uint32_t w = 0; w < in_a.count; w++)
            if (!same_text(revising, a->words[in_a.first + w],
                           b->words[in_b.first + w]))
                return false;
    }
    return true;
}

static bool scale_same(const struct revising *revising, uint32_t at)
{
    const struct framework *a = revising->older.framework;
    const struct framework *b = revising->newer.framework;
    const struct scale *in_a = &a->scales[at];
    const struct scale *in_b = &b->scales[at];

    if (!same_text(revising, in_a->id, in_b->id) ||
        !same_text(revising, in_a->title, in_b->title) ||
        !same_text(revising, a->sections[in_a->section].id,
                   b->sections[in_b->section].id) ||
        in_a->heading_printed != in_b->heading_printed ||
        in_a->when_raised != in_b->when_raised ||
        in_a->levels.count != in_b->levels.count)
        return false;
    for (uint32_t i = 0; i < in_a->levels.count; i++) {
        const struct scale_level *one =
            &a->scale_levels[in_a->levels.first + i];
        const struct scale_level *other =
            &b->scale_levels[in_b->levels.first + i];
        if (!same_text(revising, one->summary, other->summary) ||
            !same_text(revising, one->why, other->why))
            return false;
    }
    return true;
}

static bool scales_same(const struct revising *revising)
{
    const uint32_t count = revising->older.framework->scale_count;

    if (count != revising->newer.framework->scale_count)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!scale_same(revising, i))
            return false;
    return true;
}

/* Documents, headings and the notes on the framework itself. */
static bool texts_same(const struct revising *revising)
{
    const struct framework *a = revising->older.framework;
    const struct framework *b = revising->newer.framework;
    bool same = a->document_count == b->document_count &&
                a->section_count == b->section_count &&
                a->council_named == b->council_named &&
                same_text(revising, a->note, b->note) &&
                same_text(revising, a->council_note, b->council_note);

    for (uint32_t i = 0; same && i < a->document_count; i++)
        same =
            same_text(revising, a->documents[i].id, b->documents[i].id) &&
            same_text(revising, a->documents[i].title, b->documents[i].title) &&
            same_text(revising, a->documents[i].note, b->documents[i].note);
    for (uint32_t i = 0; same && i < a->section_count; i++)
        same = same_text(revising, a->sections[i].id, b->sections[i].id) &&
               same_text(revising, a->sections[i].title, b->sections[i].title);
    return same;
}

/* ---- families ---- */

static bool statements_same(const struct revising *revising, struct span of_a,
                            struct span of_b)
{
    const struct framework *a = revising->older.framework;
    const struct framework *b = revising->newer.framework;

    if (of_a.count != of_b.count)
        return false;
    for (uint32_t i = 0; i < of_a.count; i++) {
        const struct statement *one = &a->statements[of_a.first + i];
        const struct statement *other = &b->statements[of_b.first + i];
        if (!same_text(revising, a->sections[one->section].id,
                       b->sections[other->section].id) ||
            !items_text_same(a, one->items, b, other->items))
            return false;
    }
    return true;
}

/* One note for a family: the weightiest of what changed. */
static void note_family(struct revising *revising, uint32_t older,
                        uint32_t newer)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct family *a = older == NO_INDEX ? NULL : &fa->families[older];
    const struct family *b = newer == NO_INDEX ? NULL : &fb->families[newer];
    const char *format = NULL;
    struct fact fact = {.part = SG_REVISION_OTHER,
                        .kind = SG_REVISION_DIFFERENT};

    if (!a || !b) {
        fact.kind = a ? SG_REVISION_DROPPED : SG_REVISION_NEW;
        format = a ? "There is no job family \"%s\" any more."
                   : "There is a new job family, \"%s\".";
    } else if (!areas_named_same(fa, a->areas, fb, b->areas)) {
        format = "Other work counts as relevant in the job family \"%s\", so "
                 "some answers may differ.";
    } else if (!same_text(revising, a->title, b->title) ||
               !same_text(revising, fa->documents[a->document].id,
                          fb->documents[b->document].id) ||
               !statements_same(revising, a->statements, b->statements)) {
        fact.kind = SG_REVISION_REWORDED;
        format = "The job family \"%s\" is described in other words.";
    }
    if (!format)
        return;
    fact.id = b ? framework_text(fb, b->id) : framework_text(fa, a->id);
    fact.from = a ? framework_text(fa, a->title) : NULL;
    fact.to = b ? framework_text(fb, b->title) : NULL;
    const char *title = fact.to ? fact.to : fact.from;
    fact.what = arena_printf(&revising->arena, "job family %s", title);
    fact.sentence = arena_printf(&revising->arena, format, title);
    if (fact.what && fact.sentence)
        revise_fact(revising, &fact);
}

static const char *family_id(const struct framework *framework, uint32_t at)
{
    return framework_text(framework, framework->families[at].id);
}

void revise_notes(struct revising *revising)
{
    const struct span older = {0, revising->older.framework->family_count};
    const struct span newer = {0, revising->newer.framework->family_count};

    note_council(revising);
    revise_pairs(revising, &revising->inner, family_id, older, newer,
                 note_family);
    if (!areas_same(revising))
        note(revising, SG_REVISION_DIFFERENT, "kinds of work",
             "The list of kinds of work is another one, so some answers may "
             "differ.");
    if (!word_orders_same(revising))
        note(
            revising, SG_REVISION_DIFFERENT, "order of level words",
            "Level words, as \"basic\" can be one, are ordered in another way, "
            "so some answers may differ.");
    if (!scales_same(revising))
        note(revising, SG_REVISION_REWORDED, "graded rows",
             "What the levels of graded rows mean is put in another way.");
    if (!texts_same(revising))
        note(revising, SG_REVISION_REWORDED, "titles and notes",
             "Titles of documents or headings, or notes on them, are others.");
}
