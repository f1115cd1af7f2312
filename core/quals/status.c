/* SPDX-License-Identifier: MIT */
/* Held or on the way; from abroad; renamed or closed. */
#include "quals/reader.h"

#include <string.h>

static bool is_before_date(const struct word *word)
{
    static const char *const words[] = {"in", "on", "from"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(word->text, words[i]) == 0)
            return true;
    return false;
}

uint8_t month_named(const struct word *word)
{
    static const char *const months[] = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december",
    };
    enum { MONTH_LEAST = 3, MONTHS = sizeof(months) / sizeof(months[0]) };
    const size_t length = strlen(word->text);
    for (uint8_t i = 0; length >= MONTH_LEAST && i < MONTHS; i++)
        if (strncmp(word->text, months[i], length) == 0)
            return (uint8_t)(i + 1);
    return 0;
}

/* "2026", "Sept 2026", "09/2026", "1 September"; "in" may stand before it. */
static bool is_date(const struct reader *reader, size_t at)
{
    const struct words *words = &reader->words;
    if (at < words->count && is_before_date(&words->at[at]))
        at++;
    if (at >= words->count)
        return false;
    if (words->at[at].kind != WORD_NUMBER)
        return words->at[at].kind == WORD_YEAR ||
               month_named(&words->at[at]) > 0;
    return at + 1 < words->count && (month_named(&words->at[at + 1]) > 0 ||
                                     (words->at[at + 1].kind != WORD_TEXT &&
                                      words->at[at + 1].before != '\0'));
}

static bool is_begun(const struct reader *reader)
{
    for (size_t i = 0; i < reader->mark_count; i++) {
        const struct mark *mark = &reader->marks[i];
        if (mark->class == PHRASE_STATUS && mark->index == MEANS_BEGUN &&
            is_date(reader, (size_t)mark->first + mark->length))
            return true;
    }
    return false;
}

/* "year 2 of 6". */
static bool is_part_way(const struct reader *reader)
{
    const struct word *words = reader->words.at;
    for (size_t at = 0; at + 3 < reader->words.count; at++)
        if ((strcmp(words[at].text, "year") == 0 ||
             strcmp(words[at].text, "yr") == 0) &&
            is_number(reader, at + 1) && is_number(reader, at + 3) &&
            strcmp(words[at + 2].text, "of") == 0 &&
            words[at + 1].number <= words[at + 3].number)
            return true;
    return false;
}

bool status_says(const struct reader *reader, enum status_meaning meaning)
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
    const bool towards = status_says(reader, MEANS_WORKING_TOWARDS) ||
                         is_begun(reader) || is_part_way(reader);
    const bool held = status_says(reader, MEANS_HELD);
    if (status_says(reader, MEANS_DOUBT) || only_attended(reader) ||
        expiry_is_open(reader) || (towards && held))
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
    const bool unsure = status_says(reader, MEANS_UNSURE);
    const bool question = reader->words.question;
    const bool unknown = status_says(reader, MEANS_LEVEL_UNKNOWN);
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

static void keep_expiry(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    reading->expiry_open = expiry_is_open(reader);
    if (reading->expiry_open)
        return;
    reading->expires_year = reader->expires.year;
    reading->expires_month = reader->expires.month;
    reading->expires_day = reader->expires.day;
}

static bool names_nothing(const struct reader *reader)
{
    const struct mark *mark = mark_of(reader, PHRASE_CREDENTIAL);
    if (reader->award != NO_MARK || reader->statement_count > 0 ||
        reader->reading->size != SG_SIZE_OPEN)
        return false;
    return status_says(reader, MEANS_NONE) ||
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
    keep_expiry(reader);
    reading->not_a_qualification = names_nothing(reader);
    if (reading->not_a_qualification)
        reading->subject = reading->subject_title = NULL;
    if (status_says(reader, MEANS_NONE))
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
