/* SPDX-License-Identifier: MIT */
/* Held or on the way; from abroad; renamed or closed. */
#include "quals/reader.h"

#include <string.h>

static bool says(const struct reader *reader, enum status_meaning meaning)
{
    for (size_t i = 0; i < reader->mark_count; i++)
        if (reader->marks[i].class == PHRASE_STATUS &&
            reader->marks[i].index == meaning)
            return true;
    return false;
}

/* A certificate of attendance for an NVQ is no NVQ. */
static bool only_attended(const struct reader *reader)
{
    const struct mark *mark = mark_of(reader, PHRASE_CREDENTIAL);
    return mark && reader->quals->credentials[mark->index].doubt;
}

static sg_title_status status_said(const struct reader *reader)
{
    const bool towards = says(reader, MEANS_WORKING_TOWARDS);
    const bool held = says(reader, MEANS_HELD);
    if (says(reader, MEANS_DOUBT) || only_attended(reader) || (towards && held))
        return SG_STATUS_OPEN;
    return towards ? SG_STATUS_WORKING_TOWARDS : SG_STATUS_HELD;
}

static void forget_level(struct sg_title_reading *reading)
{
    reading->rqf_min = reading->rqf_max = SG_RQF_OPEN;
    reading->scale = SG_SCALE_OPEN;
    reading->level[0] = '\0';
    reading->full = SG_FULL_OPEN;
    reading->full_assumed = false;
}

/* "NVQ 3 or equivalent" and "NVQ 2?" name nothing that is certain; of "NVQ
 * (level not known)" only the level is not. */
static void weigh_doubt(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    const bool unsure = says(reader, MEANS_UNSURE);
    const bool question = reader->words.question;
    const bool unknown = says(reader, MEANS_LEVEL_UNKNOWN);
    if (!unsure && !question && !unknown)
        return;
    reading->needs_human = true;
    if (unsure) {
        reading->type = SG_TYPE_OPEN;
        reading->award = NULL;
    }
    if (unsure || question || reader->statement_count > 0)
        forget_level(reading);
}

/* What is from abroad stands at no level until a statement of comparability
 * says which. */
static void weigh_country(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    if (!mark_of(reader, PHRASE_OVERSEAS))
        return;
    reading->open |= SG_OPEN_COUNTRY;
    reading->needs_human = true;
    if (reading->type == SG_TYPE_OPEN)
        reading->type = SG_TYPE_OTHER;
    forget_level(reading);
}

static bool names_nothing(const struct reader *reader)
{
    const struct mark *mark = mark_of(reader, PHRASE_CREDENTIAL);
    if (reader->award != NO_MARK || reader->statement_count > 0 ||
        reader->reading->size != SG_SIZE_OPEN)
        return false;
    return says(reader, MEANS_NONE) ||
           (mark && !reader->quals->credentials[mark->index].qualification);
}

void status_find(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    reading->status = status_said(reader);
    if (reading->status == SG_STATUS_OPEN) {
        reading->needs_human = true;
        reading->full = SG_FULL_OPEN;
        reading->full_assumed = false;
    }
    weigh_doubt(reader);
    weigh_country(reader);
    reading->not_a_qualification = names_nothing(reader);
    if (says(reader, MEANS_NONE))
        reading->status = SG_STATUS_OPEN;
}

static void take_change(struct reader *reader, const struct changed *changed)
{
    add_note(reader, changed->note);
    if (!reader->reading->successor)
        reader->reading->successor = changed->successor;
}

static void changed_by_number(struct reader *reader)
{
    const struct quals *quals = reader->quals;
    for (uint32_t i = 0; i < quals->changed_count; i++)
        for (size_t j = 0; j < quals->changed[i].number_count; j++)
            if (strcmp(quals->changed[i].numbers[j], reader->reading->number) ==
                0)
                take_change(reader, &quals->changed[i]);
}

void changed_find(struct reader *reader)
{
    for (size_t at = 0; at < reader->words.count; at++) {
        const struct phrase *phrase =
            phrase_at(reader, at, CLASS(PHRASE_CHANGED));
        if (phrase)
            take_change(reader, &reader->quals->changed[phrase->index]);
    }
    changed_by_number(reader);
}
