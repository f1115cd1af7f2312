/* SPDX-License-Identifier: MIT */
/* What is left open, of what matters for the kind of title. */
#include "quals/reader.h"

/* Of what is read of a title that names several, nothing fits all of them. */
static void forget_all(struct sg_title_reading *reading)
{
    reading->type = SG_TYPE_OPEN;
    reading->award = NULL;
    reading->scale = SG_SCALE_OPEN;
    reading->level[0] = '\0';
    reading->rqf_min = reading->rqf_max = SG_RQF_OPEN;
    reading->size = SG_SIZE_OPEN;
    reading->full = SG_FULL_OPEN;
    reading->full_assumed = false;
    reading->subject = reading->subject_title = NULL;
    reading->count = reading->grade_count = 0;
    reading->valid_months = 0;
}

/* Two levels of one award ("NVQ 2 and 3") are alike in all else. */
static bool names_unlike_things(const struct reader *reader)
{
    if (!reader->reading->several || reader->size_unclear)
        return false;
    for (size_t i = 0; i < reader->statement_count; i++)
        if (reader->statements[i].both)
            return reader->rivals;
    return true;
}

/* Highers have: they are counted, but no rule says how many are a full level.
 */
static bool has_sizes(const struct reader *reader)
{
    static const unsigned none = 1u << SG_TYPE_GCSE | 1u << SG_TYPE_A_LEVEL |
                                 1u << SG_TYPE_DEGREE |
                                 1u << SG_TYPE_FUNCTIONAL_SKILLS;
    const struct award *award = award_of(reader);
    const unsigned type =
        award && award->counted ? award->type : reader->reading->type;
    return (none & 1u << type) == 0;
}

/* What is a full level by the rules is as large as one, whatever its words. */
static void full_size(struct sg_title_reading *reading)
{
    const bool full = reading->full == SG_FULL_2 || reading->full == SG_FULL_3;
    if (full && !reading->full_assumed && reading->size == SG_SIZE_OPEN)
        reading->size = SG_SIZE_FULL;
}

static bool can_be_full(const struct sg_title_reading *reading)
{
    return reading->rqf_min == SG_RQF_OPEN ||
           (reading->rqf_min <= SG_RQF_3 && reading->rqf_max >= SG_RQF_2);
}

static uint32_t open_of_school(const struct sg_title_reading *reading,
                               const struct award *award)
{
    uint32_t open = 0;
    if (reading->count == 0)
        open |= SG_OPEN_COUNT;
    if (reading->grade_count == 0 && award->grade_count > 0)
        open |= SG_OPEN_GRADES;
    return open;
}

void open_decide(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    reader->unlike = names_unlike_things(reader);
    if (reader->unlike)
        forget_all(reading);
    full_size(reading);
    reading->needs_human = reading->needs_human || reading->several;
    if (reading->not_a_qualification)
        return;
    const struct award *award = award_of(reader);
    const bool school = award && award->counted && !reading->several;
    if (reading->type == SG_TYPE_OPEN)
        reading->open |= SG_OPEN_TYPE;
    if (reading->rqf_min != reading->rqf_max || reading->rqf_min == SG_RQF_OPEN)
        reading->open |= SG_OPEN_LEVEL;
    if (reading->size == SG_SIZE_OPEN && has_sizes(reader))
        reading->open |= SG_OPEN_SIZE;
    if (!reading->subject)
        reading->open |= SG_OPEN_SUBJECT;
    if (reading->status == SG_STATUS_OPEN)
        reading->open |= SG_OPEN_STATUS;
    if (school)
        reading->open |= open_of_school(reading, award);
    if (reading->full == SG_FULL_OPEN && can_be_full(reading))
        reading->open |= SG_OPEN_FULL;
    if (reading->type == SG_TYPE_OPEN && reading->rqf_min == SG_RQF_OPEN)
        reading->needs_human = true;
}
