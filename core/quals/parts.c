/* SPDX-License-Identifier: MIT */
/* A title that names several things: each is read by itself. GCSEs and O levels
 * add up; else what is held and higher than all the rest counts, if there is
 * such a thing. Otherwise the title stays as it was read: open. */
#include "quals/reader.h"

#include <stdio.h>
#include <string.h>

enum { PARTS_MOST = 8 };

struct part {
    size_t first;             /* word */
    size_t end;               /* the word behind it */
    const struct mark *named; /* the first name in it, or the one before it */
    struct sg_title_reading reading;
    bool says_held;
    bool led; /* what says that it is on its way stands before its name */
};

struct parts {
    const struct reader *whole;
    struct part at[PARTS_MOST];
    size_t count;
    bool crowded; /* there are more */
};

/* ---- taking it apart ---- */

static bool begins_item(const struct reader *reader, size_t at)
{
    const char before = reader->words.at[at].before;
    return (before != '\0' && strchr(",;+/", before) != NULL) ||
           word_is(reader, at - 1, KEY_AND);
}

static void part_add(struct parts *parts, size_t first,
                     const struct mark *named)
{
    if (parts->count == PARTS_MOST) {
        parts->crowded = true;
        return;
    }
    if (parts->count > 0)
        parts->at[parts->count - 1].end = first;
    parts->at[parts->count++] = (struct part){
        .first = first, .end = parts->whole->words.count, .named = named};
}

static bool has_level(const struct reader *reader, size_t first, size_t end)
{
    for (size_t i = 0; i < reader->statement_count; i++)
        if (reader->statements[i].first >= first &&
            reader->statements[i].first < end)
            return true;
    return false;
}

static bool has_phrase(const struct reader *reader, size_t first, size_t end,
                       enum phrase_class class)
{
    for (size_t at = first; at < end; at++)
        if (phrase_at(reader, at, CLASS(class)))
            return true;
    return false;
}

static const struct award *award_named(const struct parts *parts,
                                       const struct part *part)
{
    return &parts->whole->quals->awards[part->named->index];
}

/* "Key Skills: IT L2, Number L1": each item has a level, behind what it is
 * about, and one name is for all of them. Up to `end`. */
static void split_levels(struct parts *parts, size_t end)
{
    const struct reader *whole = parts->whole;
    const struct part *last = &parts->at[parts->count - 1];
    const struct mark *named = last->named;
    size_t first = last->first;
    if (award_named(parts, last)->type != SG_TYPE_FUNCTIONAL_SKILLS ||
        has_phrase(whole, first, end, PHRASE_SIZE))
        return;
    for (size_t at = (size_t)named->first + named->length; at < end; at++) {
        if (!begins_item(whole, at) || !has_level(whole, first, at) ||
            !has_level(whole, at + 1, end))
            continue;
        part_add(parts, at, named);
        first = at;
    }
}

/* Where the item begins that a name stands in; 0 when it is still the item of
 * the name before it, which ends at `least`, and when nobody can tell: "A level
 * Art, English and Maths GCSE". */
static size_t item_of(const struct reader *whole, const struct mark *mark,
                      size_t least)
{
    size_t found = 0;
    for (size_t at = mark->first; at >= least; at--) {
        if (!begins_item(whole, at))
            continue;
        if (found > 0)
            return 0;
        if (!has_phrase(whole, at, mark->first, PHRASE_SUBJECT))
            return at;
        found = at;
    }
    return found;
}

static void split(struct parts *parts)
{
    const struct reader *whole = parts->whole;
    size_t least = 0;
    for (size_t i = 0; i < whole->mark_count; i++) {
        const struct mark *mark = &whole->marks[i];
        if (mark->class != PHRASE_AWARD)
            continue;
        const size_t first = least > 0 ? item_of(whole, mark, least) : 0;
        if (least == 0 || first > 0) {
            if (least > 0)
                split_levels(parts, first);
            part_add(parts, first, mark);
        }
        least = (size_t)mark->first + mark->length;
    }
    if (least > 0)
        split_levels(parts, whole->words.count);
}

/* ---- reading each ---- */

static void copy_words(struct words *to, const struct words *from, size_t first,
                       size_t end)
{
    for (size_t at = first; at < end; at++) {
        to->at[to->count] = from->at[at];
        to->at[to->count++].used = false;
    }
}

/* Its words, behind the name that it goes by where that stands elsewhere. */
static void part_read(const struct parts *parts, struct part *part)
{
    const struct words *words = &parts->whole->words;
    const struct mark *named = part->named;
    struct reader reader = {.quals = parts->whole->quals,
                            .reading = &part->reading};
    if (named->first < part->first)
        copy_words(&reader.words, words, named->first,
                   (size_t)named->first + named->length);
    copy_words(&reader.words, words, part->first, part->end);
    title_steps(&reader);
    const struct mark *status = mark_of(&reader, PHRASE_STATUS);
    part->says_held = status_says(&reader, MEANS_HELD);
    part->led = status && part->first + status->first < named->first;
}

/* ---- adding up ---- */

static bool all_add_up(const struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->at[i];
        if (part->reading.type != SG_TYPE_GCSE || part->reading.count == 0 ||
            part->reading.rqf_min == SG_RQF_OPEN ||
            part->reading.status != SG_STATUS_HELD)
            return false;
    }
    return true;
}

static void add_grades(struct sg_title_reading *sum,
                       const struct sg_title_reading *reading)
{
    for (uint32_t i = 0;
         i < reading->grade_count && sum->grade_count < SG_TITLE_GRADES_MOST;
         i++)
        memcpy(sum->grades[sum->grade_count++], reading->grades[i],
               sizeof(sum->grades[0]));
}

/* Five O levels and a CSE are six. */
static void add_up(const struct parts *parts, struct sg_title_reading *sum)
{
    *sum = parts->at[0].reading;
    for (size_t i = 1; i < parts->count; i++) {
        const struct sg_title_reading *reading = &parts->at[i].reading;
        sum->count += reading->count;
        sum->rqf_min =
            reading->rqf_min < sum->rqf_min ? reading->rqf_min : sum->rqf_min;
        sum->rqf_max =
            reading->rqf_max > sum->rqf_max ? reading->rqf_max : sum->rqf_max;
        sum->open |= reading->open;
        add_grades(sum, reading);
    }
    sum->subject = sum->subject_title = NULL;
    full_by_rules(parts->whole->quals, parts->at[0].named->index, NULL, 0, sum);
    sum->size = sum->full == SG_FULL_2 ? SG_SIZE_FULL : SG_SIZE_OPEN;
    sum->open &= ~(uint32_t)SG_OPEN_FULL;
    sum->open |= SG_OPEN_SUBJECT;
    if (sum->full == SG_FULL_OPEN)
        sum->open |= SG_OPEN_FULL;
    if (sum->rqf_min != sum->rqf_max)
        sum->open |= SG_OPEN_LEVEL;
}

/* ---- the highest ---- */

/* "Passed NVQ 2, on NVQ 3": held, and not what the other's words are for. */
static bool is_surely_held(const struct parts *parts, size_t at)
{
    if (parts->at[at].says_held)
        return true;
    for (size_t i = 0; i < parts->count; i++)
        if (parts->at[i].reading.status == SG_STATUS_WORKING_TOWARDS &&
            (i < at || !parts->at[i].led))
            return false;
    return true;
}

static sg_rqf full_level(const struct sg_title_reading *reading)
{
    return reading->full == SG_FULL_3   ? SG_RQF_3
           : reading->full == SG_FULL_2 ? SG_RQF_2
                                        : SG_RQF_OPEN;
}

/* The level of which it surely is a full one; what stands above level 3 by its
 * name is. */
static sg_rqf full_least(const struct parts *parts, const struct part *part)
{
    return award_named(parts, part)->rqf.min >= SG_RQF_4
               ? part->reading.rqf_min
               : full_level(&part->reading);
}

/* And the highest of which it may be one; there is none below level 2. */
static sg_rqf full_most(const struct part *part)
{
    if (part->reading.full != SG_FULL_OPEN)
        return full_level(&part->reading);
    return part->reading.rqf_max < SG_RQF_2 ? SG_RQF_OPEN
                                            : part->reading.rqf_max;
}

/* In level, and no smaller: an AAT of level 3 is higher than an NVQ 2, but may
 * be less than a full level. */
static bool is_higher(const struct parts *parts, const struct part *part,
                      const struct part *than)
{
    return part->reading.rqf_min > than->reading.rqf_max &&
           than->reading.rqf_max != SG_RQF_OPEN &&
           full_least(parts, part) >= full_most(than);
}

static bool is_highest(const struct parts *parts, const struct part *part)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *other = &parts->at[i];
        if (other != part && other->reading.status == SG_STATUS_HELD &&
            !is_higher(parts, part, other))
            return false;
    }
    return true;
}

/* Among those that are held; NULL when that is not sure of one. */
static const struct part *highest(const struct parts *parts)
{
    const struct part *found = NULL;
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->at[i];
        if (part->reading.status == SG_STATUS_WORKING_TOWARDS)
            continue;
        if (part->reading.status == SG_STATUS_OPEN || part->reading.several ||
            !is_surely_held(parts, i))
            return NULL;
        if (is_highest(parts, part))
            found = part;
    }
    return found;
}

static bool is_doubtful(const struct reader *whole)
{
    return whole->words.question || status_says(whole, MEANS_UNSURE) ||
           status_says(whole, MEANS_LEVEL_UNKNOWN) ||
           mark_of(whole, PHRASE_OVERSEAS) != NULL;
}

void parts_read(struct reader *whole)
{
    struct parts parts = {.whole = whole};
    if (is_doubtful(whole))
        return;
    split(&parts);
    if (parts.count < 2 || parts.crowded)
        return;
    for (size_t i = 0; i < parts.count; i++)
        part_read(&parts, &parts.at[i]);
    struct sg_title_reading found;
    if (all_add_up(&parts)) {
        add_up(&parts, &found);
    } else {
        const struct part *part = highest(&parts);
        if (!part)
            return;
        found = part->reading;
        found.several = found.needs_human = true;
    }
    memcpy(found.number, whole->reading->number, sizeof(found.number));
    found.number_suspect = whole->reading->number_suspect;
    *whole->reading = found;
}
