/* SPDX-License-Identifier: MIT */
/* The title of an entry, and a scale that says what the title leaves out: who
 * fills in "Business Administration", level 3, scale NVQ means an NVQ. */
#include "quals/claim_inside.h"

#include <stdio.h>
#include <string.h>

/* What is cut off was longer than a title can be, and stays so. */
enum { TITLE_ROOM = 512 };

/* Whether the type that the file gives is none, or is only a size. */
static bool leaves_type(const char *type)
{
    static const char *const sizes[] = {"award", "certificate", "diploma"};
    if (!type)
        return true;
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
        if (strcmp(sizes[i], type) == 0)
            return true;
    return false;
}

/* Whether the title names no award, or only who gave it; and no other scale. */
static bool names_no_award(const struct entry *entry)
{
    const struct sg_title_reading *reading = &entry->reading;
    const int award = award_with_title(entry->quals, reading->award);
    if (reading->several || reading->not_a_qualification)
        return false;
    if (reading->scale != SG_SCALE_OPEN && reading->scale != SG_SCALE_RQF)
        return false;
    if (award != NO_AWARD)
        return entry->quals->awards[award].awards_others;
    return reading->type == SG_TYPE_OPEN || reading->type == SG_TYPE_AWARD ||
           reading->type == SG_TYPE_CERTIFICATE ||
           reading->type == SG_TYPE_DIPLOMA;
}

/* The word of a scale that is the name of an award too; or NULL. */
static const char *award_of_scale(enum scale_id scale)
{
    return scale == SCALE_NVQ ? "NVQ" : scale == SCALE_SVQ ? "SVQ" : NULL;
}

/* What the title would say if it had the word; where that leaves it open what
 * it is ("or equivalent", a question mark), it stays open. */
static void read_with(struct entry *entry, const char *title, const char *word)
{
    struct sg_title_reading with;
    char text[TITLE_ROOM];
    (void)snprintf(text, sizeof(text), "%s (%s)", title, word);
    title_memo_read(entry->memo, entry->quals, text, &with);
    const bool doubtful = with.needs_human && with.rqf_min == SG_RQF_OPEN;
    if (!doubtful)
        entry->reading = with;
}

void entry_read_title(struct entry *entry)
{
    const struct person_qualification *from = entry->from;
    const char *title = from->title ? from->title : "";
    const char *word =
        leaves_type(from->type) ? award_of_scale(from->scale) : NULL;
    title_memo_read(entry->memo, entry->quals, title, &entry->reading);
    if (word && names_no_award(entry))
        read_with(entry, title, word);
}
