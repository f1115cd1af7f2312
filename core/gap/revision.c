/* SPDX-License-Identifier: MIT */
/* Putting the comparison of two versions together. */
#include "gap/revision.h"

#include "base/fault.h"
#include "gap/revision_parts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The public struct comes first, so that the one is the other. */
struct revision {
    sg_revision public;
    struct arena arena;
};

#define WORD_OF(table, value)                                                  \
    ((size_t)(value) < sizeof(table) / sizeof(table)[0] ? (table)[(value)]     \
                                                        : "?")

const char *sg_revision_kind_word(sg_revision_kind kind)
{
    static const char *const words[] = {"new",     "dropped",   "raised",
                                        "lowered", "different", "reworded"};

    return WORD_OF(words, kind);
}

const char *sg_revision_part_word(sg_revision_part part)
{
    static const char *const words[] = {"line",  "row",   "statement", "title",
                                        "level", "grade", "ref",       "other"};

    return WORD_OF(words, part);
}

const char *sg_revision_fate_word(sg_revision_fate fate)
{
    static const char *const words[] = {"new", "dropped", "changed"};

    return WORD_OF(words, fate);
}

const char *sg_revision_effect_word(sg_revision_effect effect)
{
    static const char *const words[] = {"more", "less", "otherwise",
                                        "desirable", "none"};

    return WORD_OF(words, effect);
}

/* ---- what the changes of a role come to ---- */

static sg_revision_effect effect_of(const sg_revision_change *changes,
                                    size_t count)
{
    bool more = false;
    bool less = false;
    bool desirable = false;

    for (size_t i = 0; i < count; i++) {
        const sg_revision_change *change = &changes[i];
        const sg_revision_kind kind = change->kind;
        if (change->part > SG_REVISION_CELL || kind == SG_REVISION_REWORDED)
            continue;
        if (change->part == SG_REVISION_LINE && !change->from_essential &&
            !change->to_essential) {
            desirable = true;
            continue;
        }
        more |= kind == SG_REVISION_NEW || kind == SG_REVISION_RAISED ||
                kind == SG_REVISION_DIFFERENT;
        less |= kind == SG_REVISION_DROPPED || kind == SG_REVISION_LOWERED ||
                kind == SG_REVISION_DIFFERENT;
    }
    if (more || less)
        return more && less ? SG_EFFECT_OTHERWISE
               : more       ? SG_EFFECT_MORE
                            : SG_EFFECT_LESS;
    return desirable ? SG_EFFECT_DESIRABLE : SG_EFFECT_NONE;
}

static const char *role_sentence(struct arena *arena,
                                 const sg_revision_role *role)
{
    static const char *const words[] = {
        [SG_EFFECT_MORE] = "Asks for more",
        [SG_EFFECT_LESS] = "Asks for less",
        [SG_EFFECT_OTHERWISE] = "Asks for other things",
        [SG_EFFECT_DESIRABLE] = "Only what is desirable has changed",
        [SG_EFFECT_NONE] = "Asks for the same, but other things have changed",
    };

    if (role->fate != SG_ROLE_CHANGED)
        return role->fate == SG_ROLE_NEW ? "This role is new."
                                         : "This role is dropped.";
    if (role->change_count == 1)
        return role->changes[0].sentence;
    return arena_printf(arena, "%s, in %zu places.", words[role->effect],
                        role->change_count);
}

/* ---- building ---- */

struct building {
    struct revising revising; /* first: what is told of is cast back */
    sg_revision *revision;
    sg_revision_role *roles;
};

/* Moves the list of changes into the arena. */
static const sg_revision_change *take_changes(struct revising *revising,
                                              size_t *ret_count)
{
    const size_t count = revising->change_count;
    sg_revision_change *taken =
        arena_array(&revising->arena, count, sizeof *taken);

    revising->change_count = 0;
    *ret_count = taken ? count : 0;
    if (taken && count > 0)
        memcpy(taken, revising->changes, count * sizeof *taken);
    return taken;
}

static void tell_role(struct revising *revising, uint32_t older, uint32_t newer)
{
    struct building *building = (struct building *)revising;
    sg_revision_counts *counts = &building->revision->counts;
    const struct framework *shown = newer == NO_INDEX
                                        ? revising->older.framework
                                        : revising->newer.framework;
    const struct role *role = &shown->roles[newer == NO_INDEX ? older : newer];
    sg_revision_role told = {
        .fate = older == NO_INDEX   ? SG_ROLE_NEW
                : newer == NO_INDEX ? SG_ROLE_DROPPED
                                    : SG_ROLE_CHANGED,
        .effect = SG_EFFECT_NONE,
    };

    if (told.fate == SG_ROLE_CHANGED) {
        revise_role(revising, older, newer);
        if (revising->change_count == 0) {
            counts->same++;
            return;
        }
        told.effect = effect_of(revising->changes, revising->change_count);
        told.changes = take_changes(revising, &told.change_count);
        counts->effects[told.effect]++;
    }
    counts->added += told.fate == SG_ROLE_NEW;
    counts->dropped += told.fate == SG_ROLE_DROPPED;
    counts->changed += told.fate == SG_ROLE_CHANGED;
    told.id = revise_copy(revising, framework_text(shown, role->id));
    told.title = revise_copy(revising, framework_text(shown, role->title));
    if (!revising->arena.failed)
        told.sentence = role_sentence(&revising->arena, &told);
    building->roles[building->revision->role_count++] = told;
}

static const char *role_id(const struct framework *framework, uint32_t at)
{
    return framework_text(framework, framework->roles[at].id);
}

/* Clears ladders_same at a role that has another place in the two versions. */
static void compare_place(struct revising *revising, uint32_t older,
                          uint32_t newer)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;

    if (older == NO_INDEX || newer == NO_INDEX)
        return;
    const struct role *a = &fa->roles[older];
    const struct role *b = &fb->roles[newer];
    revising->ladders_same &=
        a->rank == b->rank &&
        strcmp(framework_text(fa, fa->families[a->family].id),
               framework_text(fb, fb->families[b->family].id)) == 0;
}

static void build(struct building *building)
{
    struct revising *revising = &building->revising;
    sg_revision *revision = building->revision;
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct span older = {0, fa ? fa->role_count : 0};
    const struct span newer = {0, fb ? fb->role_count : 0};
    const struct framework *shown = fb ? fb : fa;

    revision->framework =
        revise_copy(revising, framework_text(shown, shown->id));
    revision->older =
        revise_copy(revising, fa ? framework_text(fa, fa->version) : NULL);
    revision->newer =
        revise_copy(revising, fb ? framework_text(fb, fb->version) : NULL);
    building->roles =
        arena_array(&revising->arena, (size_t)older.count + newer.count,
                    sizeof *building->roles);
    revising->touched =
        arena_alloc(&revising->arena, revising->reference->criterion_count);
    revision->roles = building->roles;
    if (fa && fb && !revising->arena.failed) {
        revising->ladders_same = true;
        revise_pairs(revising, &revising->roles, role_id, older, newer,
                     compare_place);
        revise_notes(revising);
        revision->notes = take_changes(revising, &revision->note_count);
    }
    if (!revising->arena.failed)
        revise_pairs(revising, &revising->roles, role_id, older, newer,
                     tell_role);
    if (!revising->arena.failed)
        revision->sentence = revision_sentence(revision, &revising->arena);
}

sg_status revision_new(const struct reference *reference,
                       const struct framework *older,
                       const struct framework *newer,
                       sg_revision **ret_revision, sg_error *reterr)
{
    struct revision *revision = calloc(1, sizeof *revision);

    assert(older || newer);
    *ret_revision = NULL;
    if (!revision)
        return fault_memory(reterr);
    /* The judge reads frameworks in use; it changes none. */
    struct building building = {
        .revising = {.reference = reference,
                     .older = {.framework = (struct framework *)older},
                     .newer = {.framework = (struct framework *)newer}},
        .revision = &revision->public,
    };
    build(&building);
    pairing_done(&building.revising.roles);
    pairing_done(&building.revising.inner);
    free(building.revising.changes);
    revision->arena = building.revising.arena;
    if (revision->arena.failed) {
        sg_revision_free(&revision->public);
        return fault_memory(reterr);
    }
    *ret_revision = &revision->public;
    return SG_OK;
}

void sg_revision_free(sg_revision *revision)
{
    struct revision *whole = (struct revision *)revision;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
