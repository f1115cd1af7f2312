/* SPDX-License-Identifier: MIT */
/* How many, in which grades, and how far that is a full level. */
#include "quals/claim_inside.h"

#include <string.h>
#include <strings.h>

enum { COUNT_MANY = 20 };

/* ---- counting ---- */

bool entry_is_counted(const struct entry *entry)
{
    const struct award *award =
        entry->award == NO_AWARD ? NULL : &entry->quals->awards[entry->award];
    return award && award->counted &&
           (award->type == SG_TYPE_GCSE || award->type == SG_TYPE_A_LEVEL);
}

/* U is ungraded, X no result: no pass of anything. F is a grade of GCSE. */
static bool is_fail(const char *grade)
{
    static const char *const fails[] = {
        "U", "X", "Ungraded", "Unclassified", "No result", "Fail", "Failed",
    };
    for (size_t i = 0; i < sizeof(fails) / sizeof(fails[0]); i++)
        if (strcasecmp(fails[i], grade) == 0)
            return true;
    return false;
}

static uint32_t count_fails(const struct person_qualification *from)
{
    uint32_t fails = 0;
    for (size_t i = 0; i < from->grade_count; i++)
        fails += is_fail(from->grades[i]);
    return fails;
}

static uint8_t worth_of(const struct award *award, const char *grade)
{
    for (size_t i = 0; i < award->grade_count; i++)
        if (strcasecmp(award->grades[i].text, grade) == 0)
            return award->grades[i].rqf;
    return SG_RQF_OPEN;
}

/* "A*-C" is worth at least what its lower end is. */
static uint8_t worth_of_range(const struct award *award, const char *grades)
{
    const char *dash = strrchr(grades, '-');
    return worth_of(award, dash && dash[1] ? dash + 1 : grades);
}

/* What a pass of the award is: level 2 for GCSE, any grade for A level. */
static uint8_t pass_of(const struct award *award)
{
    return award->type == SG_TYPE_GCSE ? SG_RQF_2 : SG_RQF_3;
}

/* The file's own grades, one for each or one range for all of them. */
static void count_grades(struct entry *entry, const struct award *award,
                         uint32_t count)
{
    const struct person_qualification *from = entry->from;
    uint32_t passes = 0, fails = 0;
    for (size_t i = 0; i < from->grade_count; i++) {
        const uint8_t worth = worth_of_range(award, from->grades[i]);
        passes += worth >= pass_of(award);
        fails += is_fail(from->grades[i]) ||
                 (worth != SG_RQF_OPEN && worth < pass_of(award));
    }
    const bool one_for_all = from->grade_count == 1 && count > 1 &&
                             strchr(from->grades[0], '-') != NULL;
    if (one_for_all) {
        entry->passes_least = passes > 0 ? count : 0;
        entry->passes_most = fails > 0 ? 0 : count;
        return;
    }
    entry->passes_least = passes < count ? passes : count;
    entry->passes_most = fails < count ? count - fails : 0;
    /* More grades than there are: some were taken twice. */
    if (entry->passes_most < entry->passes_least)
        entry->passes_most = entry->passes_least;
}

/* "GCSEs" without a number may be any number of them. */
static bool is_many(const struct entry *entry)
{
    static const char *const endings[] = {"gcses", "levels", "cses"};
    const char *title = entry->from->title;
    for (size_t i = 0; title && i < sizeof(endings) / sizeof(endings[0]); i++)
        for (const char *at = title; *at; at++)
            if (strncasecmp(at, endings[i], strlen(endings[i])) == 0)
                return true;
    return false;
}

static uint32_t count_of(struct entry *entry)
{
    const struct person_qualification *from = entry->from;
    const struct sg_title_reading *reading = &entry->reading;
    if (from->count > 0) {
        if (reading->count > 0 && reading->count != from->count)
            entry->differs |= CLAIM_DIFFERS_COUNT;
        return from->count;
    }
    if (from->grade_count > 1)
        return (uint32_t)from->grade_count;
    if (reading->count > 0)
        return reading->count;
    return 1; /* an entry is at least one */
}

/* What the title's grades leave: its own range of levels. */
static void count_by_title(struct entry *entry, const struct award *award,
                           uint32_t count)
{
    const struct sg_title_reading *reading = &entry->reading;
    const bool all = reading->rqf_min >= pass_of(award);
    const bool none =
        reading->rqf_max != SG_RQF_OPEN && reading->rqf_max < pass_of(award);
    entry->passes_least = all ? count : 0;
    entry->passes_most = none ? 0 : count;
}

void entry_count(struct entry *entry)
{
    struct sg_title_reading *reading = &entry->reading;
    const uint32_t fails = count_fails(entry->from);
    const bool all_fail = fails > 0 && fails == entry->from->grade_count;
    if (!entry_is_counted(entry) || reading->several) {
        entry->failed = all_fail && !reading->several;
        return;
    }
    const struct award *award = &entry->quals->awards[entry->award];
    const uint32_t count = count_of(entry);
    entry->failed = all_fail && fails >= count;
    if (count == 1 && entry->from->count == 0 && reading->count == 0 &&
        is_many(entry)) {
        entry->passes_most = COUNT_MANY;
        return;
    }
    reading->count = fails < count ? count - fails : count;
    if (entry->from->grade_count > 0)
        count_grades(entry, award, count);
    else
        count_by_title(entry, award, count);
    /* Of GCSEs the grades say the level. */
    if (award->type != SG_TYPE_GCSE || entry->from->grade_count == 0)
        return;
    reading->rqf_min = entry->passes_least > 0 ? SG_RQF_2 : SG_RQF_1;
    reading->rqf_max = entry->passes_most > 0 ? SG_RQF_2 : SG_RQF_1;
}

/* ---- weighing ---- */

/* The last month in which it can have been awarded; 0: not known. */
static int32_t awarded_before(const struct entry *entry)
{
    enum { DECEMBER = 12 };
    const struct date awarded = entry->from->awarded;
    return awarded.year ? date_month(awarded, DECEMBER) : 0;
}

/* A full level by the rules, for so many passes; 0: known to be none. Where no
 * rule speaks, `open`. */
static uint8_t full_for(const struct entry *entry, uint32_t passes,
                        uint8_t open)
{
    static const uint8_t levels[] = {
        [SG_FULL_NOT] = 0, [SG_FULL_2] = 2, [SG_FULL_3] = 3};
    struct sg_title_reading reading = entry->reading;
    if (passes == 0)
        return 0;
    reading.count = passes;
    reading.rqf_min = reading.rqf_max =
        (sg_rqf)pass_of(&entry->quals->awards[entry->award]);
    full_by_rules(entry->quals, entry->award, NULL, awarded_before(entry),
                  &reading);
    return reading.full == SG_FULL_OPEN ? open : levels[reading.full];
}

/* Whether a name alone says the level, and it is one of higher education. */
static bool is_higher_by_name(const struct entry *entry)
{
    const struct award *award =
        entry->award == NO_AWARD ? NULL : &entry->quals->awards[entry->award];
    return entry->reading.type == SG_TYPE_DEGREE ||
           (award && award->rqf.min >= SG_RQF_4);
}

/* What the rules leave open. */
static void weigh_by_kind(const struct entry *entry, struct claim *claim)
{
    const struct sg_title_reading *reading = &entry->reading;
    const bool by_custom = reading->size == SG_SIZE_DIPLOMA ||
                           reading->type == SG_TYPE_APPRENTICESHIP;
    const bool small =
        reading->size == SG_SIZE_CERTIFICATE || reading->size == SG_SIZE_AWARD;

    claim->full_max = claim->level_known ? claim->rqf_max : CLAIM_LEVEL_MOST;
    claim->full_min = 0;
    if (claim->level_known && claim->rqf_max < 2) {
        claim->full_max = 0;
    } else if (claim->level_known &&
               (reading->size == SG_SIZE_FULL || is_higher_by_name(entry) ||
                (claim->nvq && !small))) {
        claim->full_min = claim->rqf_min;
    } else if (claim->level_known && by_custom) {
        claim->full_min = claim->rqf_min;
        claim->full_assumed = true;
    } else if (reading->size == SG_SIZE_AWARD) {
        claim->full_max = 0;
    }
}

void claim_weigh(const struct entry *entry, struct claim *claim)
{
    struct sg_title_reading reading = entry->reading;

    if (entry_is_counted(entry) && !reading.several) {
        claim->full_min = full_for(entry, entry->passes_least, 0);
        claim->full_max = full_for(entry, entry->passes_most, claim->rqf_max);
        return;
    }
    full_by_rules(entry->quals, entry->award, NULL, awarded_before(entry),
                  &reading);
    if (reading.full == SG_FULL_OPEN && entry->reading.full != SG_FULL_OPEN &&
        entry->differs == 0)
        reading = entry->reading; /* the title names a framework as well */
    claim->full_assumed = reading.full_assumed;
    switch (reading.full) {
    case SG_FULL_NOT:
        claim->full_min = claim->full_max = 0;
        break;
    case SG_FULL_2:
    case SG_FULL_3:
        claim->full_min = claim->full_max = reading.full == SG_FULL_2 ? 2 : 3;
        break;
    default:
        weigh_by_kind(entry, claim);
        break;
    }
    if (entry->from->size == SIZE_FULL && claim->level_known) {
        claim->full_min = claim->rqf_min;
        claim->full_max = claim->rqf_max;
        claim->full_assumed = false;
    }
}
