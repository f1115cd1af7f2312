/* SPDX-License-Identifier: MIT */
/* Entries that count together: two A levels on two lines are a full level 3. */
#include "quals/claim_inside.h"

#include <string.h>
#include <strings.h>

struct group {
    const char *award; /* id of the one that gives it its name */
    const char *others[2];
    const char *many; /* "A levels" */
};

static const struct group groups[TOGETHER_MOST] = {
    {"a-level", {NULL, NULL}, "A levels"},
    {"as-level", {NULL, NULL}, "AS levels"},
    {"gcse", {"o-level", "cse"}, "GCSEs and the like"},
};

static bool belongs(const struct group *group, const struct entry *entry)
{
    const char *award;
    if (!entry_is_counted(entry) || entry->reading.several || entry->overseas ||
        entry->reading.status != SG_STATUS_HELD)
        return false;
    award = entry->quals->awards[entry->award].id;
    if (strcmp(group->award, award) == 0)
        return true;
    for (size_t i = 0; i < 2; i++)
        if (group->others[i] && strcmp(group->others[i], award) == 0)
            return true;
    return false;
}

static bool same_words(const char *a, const char *b)
{
    return a && b ? strcasecmp(a, b) == 0 : a == b;
}

/* One certificate of several entered twice. */
static bool same_title(const struct entry *a, const struct entry *b)
{
    return a->from->title && same_words(a->from->title, b->from->title) &&
           same_words(a->from->subject, b->from->subject);
}

static bool seen_before(const struct group *group, const struct entry *entries,
                        size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (belongs(group, &entries[i]) &&
            same_title(&entries[i], &entries[at]))
            return true;
    return false;
}

/* What the entries of one group come to. */
struct sum {
    const struct entry *one; /* any of them */
    uint32_t least, most;    /* passes of all */
    struct date awarded;     /* the latest */
    bool undated;            /* one has no date */
    const char *subject;     /* the first of all codes, in their own order */
    const char *subject_title;
    const char *subject_b; /* the last of them */
    bool subject_missing;
    bool subject_assumed;
    struct subject_names names;
    bool names_missing;
};

static void add_subject(struct sum *sum, const struct entry *entry)
{
    const char *code = entry->reading.subject;
    if (!code) {
        sum->subject_missing = true;
        return;
    }
    sum->subject_assumed |= !entry->subject_given;
    if (!sum->subject || strcmp(code, sum->subject) < 0) {
        sum->subject = code;
        sum->subject_title = entry->reading.subject_title;
    }
    if (!sum->subject_b || strcmp(code, sum->subject_b) > 0)
        sum->subject_b = code;
}

static void add_entry(struct sum *sum, const struct entry *entry,
                      struct arena *arena)
{
    const struct date awarded = entry->from->awarded;
    sum->one = entry;
    sum->undated |= awarded.year == 0;
    if (date_compare(date_latest(awarded), date_latest(sum->awarded)) > 0)
        sum->awarded = awarded;
    add_subject(sum, entry);
    sum->names_missing |= !entry_name_subjects(entry, &sum->names, arena);
}

/* As if one entry said it all. */
static void make_claim(const struct group *group, const struct sum *sum,
                       bool third_subject, struct arena *arena,
                       struct claim *claim)
{
    const uint32_t least = sum->least;
    const struct person_qualification none = {
        .awarded = sum->undated ? (struct date){0} : sum->awarded};
    struct entry all = *sum->one;
    all.from = &none;
    all.passes_least = least;
    all.passes_most = sum->most;
    all.reading.count = least > 0 ? least : sum->most;
    all.reading.expires_year = 0;
    entry_claim(&all, claim);
    claim->title =
        arena_printf(arena, "%u %s together", (unsigned)sum->most, group->many);
    if (!claim->title) /* memory */
        claim->title = "";
    claim->subject = sum->subject;
    claim->subject_title = sum->subject_title;
    claim->subject_b = sum->subject_b;
    claim->subject_mixed = sum->subject_missing || third_subject;
    claim->subject_assumed = sum->subject && sum->subject_assumed;
    claim->subjects = subject_names_join(&sum->names, arena);
    claim->subjects_missing = sum->names_missing;
    claim->together = true;
    claim->differs = 0;
    if (group->others[0] && least > 0) {
        claim->rqf_max = 2;
        claim->rqf_min = 2;
    }
}

/* Of entries of one subject the subject says whether it is the same. */
static bool counts(const struct group *group, const struct entry *entries,
                   size_t at)
{
    return belongs(group, &entries[at]) && entries[at].passes_most > 0 &&
           (entries[at].reading.count == 1 || !seen_before(group, entries, at));
}

/* Whether an entry has a subject between the first and the last of all. */
static bool has_third_subject(const struct entry *const *entries, size_t count,
                              const struct sum *sum)
{
    for (size_t i = 0; i < count; i++) {
        const char *code = entries[i]->reading.subject;
        if (code && strcmp(code, sum->subject) != 0 &&
            strcmp(code, sum->subject_b) != 0)
            return true;
    }
    return false;
}

/* Whether the entries of one group make a claim together. */
static bool add_up(const struct group *group, const struct entry *const *some,
                   size_t count, struct arena *arena, struct claim *claim)
{
    struct sum sum = {0};
    if (count < 2)
        return false;
    const struct distinct distinct = entries_distinct(some, count, arena);
    if (distinct.things < 2)
        return false;
    sum.least = distinct.least;
    sum.most = distinct.most;
    for (size_t i = 0; i < count; i++)
        add_entry(&sum, some[i], arena);
    make_claim(group, &sum, has_third_subject(some, count, &sum), arena, claim);
    return true;
}

size_t claims_together(const struct entry *entries, size_t count,
                       struct arena *arena, struct claim *claims)
{
    const struct entry **some = arena_array(arena, count, sizeof(*some));
    size_t made = 0;
    if (!some) /* memory */
        return 0;
    for (size_t g = 0; g < TOGETHER_MOST; g++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++)
            if (counts(&groups[g], entries, i))
                some[found++] = &entries[i];
        made += add_up(&groups[g], some, found, arena, &claims[made]);
    }
    return made;
}
