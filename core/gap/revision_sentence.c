/* SPDX-License-Identifier: MIT */
/* The one sentence that says what a version changes over all.
 *
 * A single change is told in full; otherwise roles are counted by what became
 * of them, and the first of each kind is named. Texts are cut until all of it
 * is short enough. */
#include "gap/revision_parts.h"

#include "gap/revision_wording.h"

#include <string.h>

enum { ID_WIDTH = 40 };

/* "version 2 of county". */
static void put_version(struct wording *wording, const char *first,
                        const char *version)
{
    wording_add(wording, first);
    wording_cut(wording, version, ID_WIDTH, false);
    wording_add(wording, " of ");
    wording_cut(wording, wording->revision->framework, ID_WIDTH, false);
}

/* ---- counts of roles ---- */

/* What becomes of roles, in the order of the clauses. */
enum group {
    GROUP_NEW,
    GROUP_DROPPED,
    GROUP_EFFECTS, /* and then one for each sg_revision_effect */
    GROUP_COUNT = GROUP_EFFECTS + SG_EFFECT_NONE + 1
};

static enum group group_of(const sg_revision_role *role)
{
    if (role->fate == SG_ROLE_CHANGED)
        return (enum group)(GROUP_EFFECTS + (int)role->effect);
    return role->fate == SG_ROLE_NEW ? GROUP_NEW : GROUP_DROPPED;
}

static uint32_t group_count(const sg_revision *revision, enum group group)
{
    if (group >= GROUP_EFFECTS)
        return revision->counts.effects[group - GROUP_EFFECTS];
    return group == GROUP_NEW ? revision->counts.added
                              : revision->counts.dropped;
}

/* " (Administrator 1 and 2 others)". */
static void put_names(struct wording *wording, enum group group)
{
    const sg_revision *revision = wording->revision;
    const uint32_t others = group_count(revision, group) - 1;
    size_t first = 0;

    if (wording->width == 0)
        return;
    while (first < revision->role_count &&
           group_of(&revision->roles[first]) != group)
        first++;
    if (first == revision->role_count)
        return;
    wording_add(wording, " (");
    wording_text(wording, revision->roles[first].title);
    if (others > 0)
        buffer_printf(&wording->out, " and %u other%s", (unsigned)others,
                      others == 1 ? "" : "s");
    wording_add(wording, ")");
}

/* "3 roles (...)", or only "3 (...)" where "roles" was said. */
static void put_roles(struct wording *wording, enum group group, bool say_roles)
{
    const uint32_t count = group_count(wording->revision, group);

    buffer_printf(&wording->out, "%u", (unsigned)count);
    if (say_roles)
        wording_add(wording, count == 1 ? " role" : " roles");
    if (count > 0)
        put_names(wording, group);
}

static void put_notes(struct wording *wording)
{
    const size_t count = wording->revision->note_count;

    buffer_printf(&wording->out, "%zu thing%s outside the roles", count,
                  count == 1 ? "" : "s");
}

/* ---- the forms of the sentence ---- */

static const char *const heads[] = {
    [GROUP_NEW] = "adds ",
    [GROUP_DROPPED] = "drops ",
    [GROUP_EFFECTS + SG_EFFECT_MORE] = "asks more of ",
    [GROUP_EFFECTS + SG_EFFECT_LESS] = "asks less of ",
    [GROUP_EFFECTS + SG_EFFECT_OTHERWISE] = "changes what it asks of ",
    [GROUP_EFFECTS + SG_EFFECT_DESIRABLE] =
        "changes only what is desirable in ",
    [GROUP_EFFECTS + SG_EFFECT_NONE] = "makes smaller changes to ",
};

/* Whether all that is there changes names or texts and nothing else, and
 * whether any of it can alter answers though nothing else is asked. */
static void weigh(const sg_revision_change *changes, size_t count,
                  bool *only_texts, bool *answers)
{
    for (size_t i = 0; i < count; i++) {
        *only_texts &= changes[i].part <= SG_REVISION_TITLE ||
                       changes[i].kind == SG_REVISION_REWORDED;
        *answers |= changes[i].part == SG_REVISION_OTHER &&
                    changes[i].kind == SG_REVISION_DIFFERENT;
    }
}

static void put_whole_life(struct wording *wording, bool first)
{
    const sg_revision *revision = wording->revision;

    put_version(wording, "Version ", first ? revision->newer : revision->older);
    wording_add(wording,
                first ? " is new here, with " : " is withdrawn, and with it ");
    put_roles(wording, first ? GROUP_NEW : GROUP_DROPPED, true);
}

static void put_same(struct wording *wording)
{
    const sg_revision *revision = wording->revision;

    put_version(wording, "Version ", revision->newer);
    wording_add(wording, " says the same as ");
    if (strcmp(revision->older, revision->newer) == 0) {
        wording_add(wording, "before");
        return;
    }
    wording_add(wording, "version ");
    wording_cut(wording, revision->older, ID_WIDTH, false);
}

/* The one change that there is, if so; *ret_role: whose, or NULL. */
static const sg_revision_change *only_change(const sg_revision *revision,
                                             const sg_revision_role **ret_role)
{
    *ret_role = revision->role_count == 1 ? &revision->roles[0] : NULL;
    if (!*ret_role)
        return revision->role_count == 0 && revision->note_count == 1
                   ? &revision->notes[0]
                   : NULL;
    return revision->note_count == 0 && (*ret_role)->change_count == 1
               ? &(*ret_role)->changes[0]
               : NULL;
}

static void put_only(struct wording *wording, const sg_revision_role *role,
                     const sg_revision_change *change)
{
    wording_add(wording, role ? ": " : ": the ");
    if (role)
        wording_change(wording, role, change);
    else
        wording_text(wording, change->what);
}

/* Nothing else is asked of anybody, and no role comes or goes. */
static void put_nothing_asked(struct wording *wording)
{
    const sg_revision *revision = wording->revision;
    const enum group group = (enum group)(GROUP_EFFECTS + (int)SG_EFFECT_NONE);
    const uint32_t roles = group_count(revision, group);
    const sg_revision_role *role = NULL;
    const sg_revision_change *only = only_change(revision, &role);
    bool only_texts = true;
    bool answers = false;

    weigh(revision->notes, revision->note_count, &only_texts, &answers);
    for (size_t i = 0; i < revision->role_count; i++)
        weigh(revision->roles[i].changes, revision->roles[i].change_count,
              &only_texts, &answers);
    put_version(wording, "Nothing that is asked has changed in version ",
                revision->newer);
    if (only) {
        wording_add(wording, only_texts ? "; only a name or text has"
                                        : "; only one other thing has");
        put_only(wording, role, only);
    } else {
        wording_add(wording, only_texts ? "; only names or texts have"
                                        : "; only other things have");
        wording_add(wording, ", in ");
        if (roles > 0)
            put_roles(wording, group, true);
        wording_add(wording,
                    roles > 0 && revision->note_count > 0 ? " and " : "");
        if (revision->note_count > 0)
            put_notes(wording);
    }
    wording_add(wording, answers ? ", so some answers may differ" : "");
}

/* "adds 1 role (A), drops 2 (B and 1 other) and asks less of 3 (C and 2
 * others)". */
static void put_clauses(struct wording *wording)
{
    const sg_revision *revision = wording->revision;
    const sg_revision_role *role = NULL;
    const sg_revision_change *only = only_change(revision, &role);
    unsigned left = revision->note_count > 0;
    bool first = true;

    for (int g = 0; g < GROUP_COUNT; g++)
        left += group_count(revision, (enum group)g) > 0;
    put_version(wording, "Version ", revision->newer);
    wording_add(wording, " ");
    for (int g = 0; g < GROUP_COUNT; g++) {
        if (group_count(revision, (enum group)g) == 0)
            continue;
        left--;
        wording_add(wording, first ? "" : left > 0 ? ", " : " and ");
        wording_add(wording, heads[g]);
        if (only)
            wording_add(wording, "1 role");
        else
            put_roles(wording, (enum group)g, first);
        first = false;
    }
    if (only)
        put_only(wording, role, only);
    else if (revision->note_count > 0) {
        wording_add(wording, " and changes ");
        put_notes(wording);
    }
}

static void compose(struct wording *wording)
{
    const sg_revision *revision = wording->revision;
    const sg_revision_counts *counts = &revision->counts;

    if (!revision->older || !revision->newer)
        put_whole_life(wording, !revision->older);
    else if (revision->role_count == 0 && revision->note_count == 0)
        put_same(wording);
    else if (counts->added == 0 && counts->dropped == 0 &&
             counts->changed == counts->effects[SG_EFFECT_NONE])
        put_nothing_asked(wording);
    else
        put_clauses(wording);
    wording_add(wording, ".");
}

const char *revision_sentence(const sg_revision *revision, struct arena *arena)
{
    static const size_t widths[] = {250, 160, 110, 80, 50, 35, 25, 0};
    enum { WIDTHS = sizeof widths / sizeof widths[0] };
    struct wording wording = {.revision = revision};
    const char *sentence = NULL;

    for (size_t i = 0; i < WIDTHS; i++) {
        wording.width = widths[i];
        wording.out.size = 0;
        compose(&wording);
        if (wording.out.failed || wording.out.size < REVISION_SENTENCE)
            break;
    }
    if (!wording.out.failed)
        sentence = arena_strdup(arena, wording.out.data);
    arena->failed |= !sentence;
    buffer_done(&wording.out);
    return sentence;
}
