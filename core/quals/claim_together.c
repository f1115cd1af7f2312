/* SPDX-License-Identifier: MIT */
/* Entries that count together: two A levels on two lines are a full level 3.
 *
 * Five GCSEs on one line may hold the one of another line, so that where an
 * entry of several meets others, the sum is only what it may be. */
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

/* Letters only, without grades: "GCSE Maths (C)" taken twice is one GCSE. */
static bool same_title(const struct entry *a, const struct entry *b)
{
    const char *x = a->from->title;
    const char *y = b->from->title;
    return x && y && strcasecmp(x, y) == 0;
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
    uint32_t entries;
    uint32_t least, most; /* passes of all */
    uint32_t best_least;  /* of the best alone */
    bool of_several;      /* an entry is several by itself */
    const char *subject;
    const char *subject_title;
    const char *subject_b;
    bool subject_missing;
    bool subject_assumed;
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
        if (sum->subject)
            sum->subject_b = sum->subject;
        sum->subject = code;
        sum->subject_title = entry->reading.subject_title;
    } else if (strcmp(code, sum->subject) != 0) {
        sum->subject_missing |=
            sum->subject_b && strcmp(code, sum->subject_b) != 0;
        sum->subject_b = code;
    }
}

static void add_entry(struct sum *sum, const struct entry *entry)
{
    sum->one = entry;
    sum->entries++;
    sum->least += entry->passes_least;
    sum->most += entry->passes_most;
    sum->of_several |= entry->reading.count > 1;
    if (entry->passes_least > sum->best_least)
        sum->best_least = entry->passes_least;
    add_subject(sum, entry);
}

/* As if one entry said it all. */
static void make_claim(const struct group *group, const struct sum *sum,
                       struct arena *arena, struct claim *claim)
{
    const uint32_t least = sum->of_several ? sum->best_least : sum->least;
    const struct person_qualification none = {0};
    struct entry all = *sum->one;
    all.from = &none;
    all.passes_least = least;
    all.passes_most = sum->most;
    all.reading.count = least > 0 ? least : sum->most;
    entry_claim(&all, claim);
    claim->title =
        arena_printf(arena, "%u %s together", (unsigned)sum->most, group->many);
    if (!claim->title)
        claim->title = "";
    claim->subject = sum->subject;
    claim->subject_title = sum->subject_title;
    claim->subject_b = sum->subject_b;
    claim->subject_mixed = sum->subject_missing;
    claim->subject_assumed = sum->subject && sum->subject_assumed;
    claim->together = true;
    claim->differs = 0;
    if (group->others[0] && least > 0) {
        claim->rqf_max = 2;
        claim->rqf_min = 2;
    }
}

size_t claims_together(const struct entry *entries, size_t count,
                       struct arena *arena, struct claim *claims)
{
    size_t made = 0;
    for (size_t g = 0; g < TOGETHER_MOST; g++) {
        struct sum sum = {0};
        for (size_t i = 0; i < count; i++)
            if (belongs(&groups[g], &entries[i]) &&
                entries[i].passes_most > 0 &&
                !seen_before(&groups[g], entries, i))
                add_entry(&sum, &entries[i]);
        if (sum.entries > 1)
            make_claim(&groups[g], &sum, arena, &claims[made++]);
    }
    return made;
}
