/* SPDX-License-Identifier: MIT */
/* How many subjects several entries are passes of. A resit is no second GCSE.
 *
 * Whether two are the same is sure, ruled out, or open: "English" may be
 * "English language", and an entry that names no subject may be any. In the
 * reading with the fewest whatever may be the same is the same, in the one with
 * the most nothing is: what both come to is what is known. */
#include "quals/claim_inside.h"

#include <string.h>

/* More are nobody's, and are not compared. */
enum { PASSES_MOST = 256 };

/* A pass of one subject. */
struct pass {
    const char *name; /* small letters, or NULL */
    const char *code; /* sector subject area, or NULL */
    bool least;       /* surely passed; else it may be */
    bool within;      /* one of those that an entry of several has counted */
};

enum sameness { OTHER_SUBJECT, MAYBE_SAME, SAME_SUBJECT };

struct passes {
    struct pass *at;
    size_t count;
    uint32_t least, most; /* of the entries of several */
    uint32_t entries;     /* and how many these are */
    uint32_t nameless;    /* surely passed, of no subject that is known */
};

/* ---- names ---- */

static bool begins_word(const char *text, const char *word)
{
    const size_t length = strlen(word);
    return strncmp(text, word, length) == 0 &&
           (text[length] == ' ' || text[length] == '\0');
}

/* Where all words of one stand in another, one after the other; or NULL. */
static const char *place_in(const char *text, const char *words)
{
    for (const char *at = text; at; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (begins_word(at, words))
            return at;
    }
    return NULL;
}

/* "pe" for "physical education". */
static bool is_initials(const char *letters, const char *name)
{
    for (; *letters; letters++) {
        if (!name || *name != *letters)
            return false;
        const char *space = strchr(name, ' ');
        name = space ? space + 1 : NULL;
    }
    return !name;
}

/* "English literature" is no "English", nor are further mathematics
 * mathematics; "English language" may be. */
static bool is_another(const char *longer, const char *within, size_t length)
{
    static const char *const in_front[] = {"further", "additional"};
    for (size_t i = 0; i < sizeof(in_front) / sizeof(in_front[0]); i++)
        if (within > longer && begins_word(longer, in_front[i]))
            return true;
    return begins_word(within + length, " literature");
}

static enum sameness compare_names(const char *a, const char *b)
{
    const char *longer = strlen(a) > strlen(b) ? a : b;
    const char *shorter = longer == a ? b : a;
    const char *within = place_in(longer, shorter);
    if (strcmp(a, b) == 0)
        return SAME_SUBJECT;
    if (within)
        return is_another(longer, within, strlen(shorter)) ? OTHER_SUBJECT
                                                           : MAYBE_SAME;
    return is_initials(shorter, longer) ? MAYBE_SAME : OTHER_SUBJECT;
}

static enum sameness compare(const struct pass *a, const struct pass *b)
{
    if (a->name && b->name)
        return compare_names(a->name, b->name);
    return a->code && b->code && strcmp(a->code, b->code) != 0 ? OTHER_SUBJECT
                                                               : MAYBE_SAME;
}

/* The only name of a list of one or none. */
static const char *only(const struct subject_names *names)
{
    return names->count > 0 ? names->at[0] : NULL;
}

/* What an entry of one is about: by its field's words where the title says
 * less, or another thing. */
static const char *name_of(const struct entry *entry, struct arena *arena)
{
    const struct person_qualification *from = entry->from;
    struct subject_names titles = {0}, fields = {0};
    if (from->title)
        subject_keys_add(&titles, entry->quals, from->title, true, arena);
    if (from->subject && !entry->subject_given)
        subject_keys_add(&fields, entry->quals, from->subject, true, arena);
    const char *title = only(&titles), *field = only(&fields);
    const bool differs = (entry->differs & CLAIM_DIFFERS_SUBJECT) != 0;
    if (!field || !title)
        return field || differs ? field : title;
    return place_in(title, field) ? title : field;
}

/* ---- gathering ---- */

static void add_pass(struct passes *passes, struct pass pass)
{
    passes->at[passes->count++] = pass;
}

/* The names that an entry of several gives count for it where it passed all;
 * they are as many as it has, or some of them. */
static void add_several(struct passes *passes, const struct entry *entry,
                        struct arena *arena)
{
    const uint32_t count = entry->reading.count;
    const bool all = entry->passes_least == count;
    const bool may = entry->passes_most == count;
    const char *title = entry->from->title;
    struct subject_names names = {0};
    if (title && !entry->subject_given && may)
        subject_keys_add(&names, entry->quals, title, false, arena);
    if (names.count > count)
        names.count = 0;
    const bool each = names.count > 0 && names.count == count &&
                      (all || entry->passes_least == 0);
    for (size_t i = 0; i < names.count; i++)
        add_pass(
            passes,
            (struct pass){.name = names.at[i], .least = all, .within = !each});
    if (each)
        return;
    passes->entries++;
    passes->least += entry->passes_least;
    passes->most += entry->passes_most;
    passes->nameless += entry->passes_least - (all ? (uint32_t)names.count : 0);
}

static void add_entry(struct passes *passes, const struct entry *entry,
                      struct arena *arena)
{
    if (entry->reading.count != 1) {
        add_several(passes, entry, arena);
        return;
    }
    add_pass(passes, (struct pass){.name = name_of(entry, arena),
                                   .code = entry->reading.subject,
                                   .least = entry->passes_least > 0});
}

/* ---- counting ---- */

/* Of two that may be the same the one that says more is counted; names of one
 * length are the same or another. */
static bool says_more(const struct pass *a, const struct pass *b)
{
    const size_t length_a = a->name ? strlen(a->name) : 0;
    const size_t length_b = b->name ? strlen(b->name) : 0;
    if (length_a != length_b)
        return length_a > length_b;
    if (!a->code != !b->code)
        return a->code != NULL;
    return a < b;
}

/* Whether another pass stands for this one, in the reading with the fewest. */
static bool is_merged(const struct passes *passes, const struct pass *one)
{
    for (size_t i = 0; i < passes->count; i++) {
        const struct pass *other = &passes->at[i];
        if (other == one || !other->least)
            continue;
        const enum sameness same = compare(one, other);
        if ((same == SAME_SUBJECT && (other->within || other < one)) ||
            (same == MAYBE_SAME && (other->within || says_more(other, one))))
            return true;
    }
    return false;
}

/* And in the one with the most. */
static bool is_repeated(const struct passes *passes, const struct pass *one)
{
    for (size_t i = 0; i < passes->count; i++) {
        const struct pass *other = &passes->at[i];
        if (other != one && (other->within || other < one) &&
            compare(one, other) == SAME_SUBJECT)
            return true;
    }
    return false;
}

struct distinct entries_distinct(const struct entry *const *entries,
                                 size_t count, struct arena *arena)
{
    size_t room = 0;
    for (size_t i = 0; i < count; i++)
        room += entries[i]->reading.count == 1 ? 1 : SUBJECT_NAMES_MOST;
    struct passes passes = {.at = arena_array(arena, room, sizeof(*passes.at))};
    if (!passes.at) /* memory */
        return (struct distinct){0};
    for (size_t i = 0; i < count; i++)
        add_entry(&passes, entries[i], arena);

    uint32_t least = 0, most = 0;
    if (passes.count > PASSES_MOST)
        return (struct distinct){.most = passes.most + (uint32_t)passes.count,
                                 .things = (uint32_t)count};
    for (size_t i = 0; i < passes.count; i++) {
        const struct pass *one = &passes.at[i];
        if (one->within)
            continue;
        least += one->least && !is_merged(&passes, one);
        most += !is_repeated(&passes, one);
    }
    /* Those of other entries may be among those that are not named. */
    const uint32_t shared = least < passes.nameless ? least : passes.nameless;
    return (struct distinct){.least = passes.least + least - shared,
                             .most = passes.most + most,
                             .things = passes.entries + most};
}
