/* SPDX-License-Identifier: MIT */
/* What the stated levels are worth on RQF, and whether they agree. */
#include "quals/reader.h"

#include <stdio.h>

/* In "SVQ 3 (SCQF 6)" the framework belongs to the 6. */
static bool is_of_next(const struct reader *reader, const struct mark *mark)
{
    for (size_t i = 0; i < reader->statement_count; i++)
        if (reader->statements[i].first == mark->first + mark->length)
            return true;
    return false;
}

static const struct mark *framework_beside(const struct reader *reader,
                                           const struct statement *statement)
{
    const uint32_t class = CLASS(PHRASE_FRAMEWORK);
    const struct mark *mark = NULL;
    if (statement->first > 0)
        mark = mark_over(reader, statement->first - 1u, class);
    if (!mark) {
        mark = mark_over(reader, statement->end, class);
        mark = mark && is_of_next(reader, mark) ? NULL : mark;
    }
    if (!mark && reader->statement_count == 1)
        mark = mark_of(reader, PHRASE_FRAMEWORK);
    return mark;
}

static bool size_follows(const struct reader *reader,
                         const struct statement *statement)
{
    return phrase_at(reader, statement->end, CLASS(PHRASE_SIZE)) != NULL;
}

static bool award_follows(const struct reader *reader,
                          const struct statement *statement)
{
    return reader->marks[reader->award].first == statement->end;
}

/* "NVQ Diploma" was never an old NVQ. */
static bool size_after_award(const struct reader *reader)
{
    const struct mark *mark = &reader->marks[reader->award];
    const size_t next = (size_t)mark->first + mark->length;
    return phrase_at(reader, next, CLASS(PHRASE_SIZE)) != NULL;
}

static bool award_before(const struct reader *reader,
                         const struct statement *statement)
{
    const struct mark *mark = &reader->marks[reader->award];
    return (size_t)mark->first + mark->length == statement->first;
}

/* In the titles of today the level stands first: "Level 4 NVQ Diploma". */
static bool is_todays_title(const struct reader *reader,
                            const struct statement *statement)
{
    if (award_follows(reader, statement) || size_after_award(reader))
        return true;
    return size_follows(reader, statement) && !award_before(reader, statement);
}

static enum scale_id scale_of(const struct reader *reader,
                              const struct statement *statement,
                              const struct level_framework *framework)
{
    if (framework && framework->scale != SCALE_NONE)
        return framework->scale;
    const struct award *award = award_of(reader);
    if (!award || award->scale == SCALE_NONE)
        return SCALE_RQF;
    if (award->scale == SCALE_NVQ && is_todays_title(reader, statement))
        return SCALE_RQF;
    return award->scale;
}

/* Whether nobody can tell which levels are counted. */
static bool is_unclear(const struct reader *reader,
                       const struct statement *statement,
                       const struct level_framework *framework)
{
    const struct award *award = award_of(reader);
    if (!framework || framework->scale != SCALE_NONE || framework->has_own)
        return false;
    if (award && award->scale != SCALE_NONE)
        return false;
    if (award && award->rank != RANK_BODY && !framework->always)
        return false;
    return framework->always || !size_follows(reader, statement);
}

static uint8_t rqf_of(unsigned level)
{
    return (uint8_t)(level + SG_RQF_1 - 1);
}

static struct rqf_range from_levels(const struct level_range *levels,
                                    unsigned low, unsigned high)
{
    if (levels[low].min == 0 || levels[high].max == 0)
        return (struct rqf_range){0};
    return (struct rqf_range){.min = rqf_of(levels[low].min),
                              .max = rqf_of(levels[high].max)};
}

static struct rqf_range from_own(const struct level_framework *framework,
                                 const struct statement *statement)
{
    return (struct rqf_range){.min = framework->own[statement->low].min,
                              .max = framework->own[statement->high].max};
}

static bool is_known(struct rqf_range range)
{
    return range.min != SG_RQF_OPEN;
}

static void weigh_entry(struct statement *statement)
{
    statement->scale = SCALE_RQF;
    statement->rqf = (struct rqf_range){.min = SG_RQF_E1, .max = SG_RQF_E3};
    if (statement->low > 0)
        statement->rqf.min = statement->rqf.max = statement->low;
}

static void weigh(struct reader *reader, struct statement *statement)
{
    const struct quals *quals = reader->quals;
    const struct mark *mark = framework_beside(reader, statement);
    const struct level_framework *framework =
        mark ? &quals->frameworks[mark->index] : NULL;
    if (statement->entry) {
        weigh_entry(statement);
        return;
    }
    if (is_unclear(reader, statement, framework)) {
        add_note(reader, framework->note);
        return;
    }
    const bool own_only =
        framework && framework->has_own && framework->scale == SCALE_NONE;
    if (!own_only)
        statement->scale = (uint8_t)scale_of(reader, statement, framework);
    if (framework && is_known(framework->own[statement->low]))
        statement->rqf = from_own(framework, statement);
    else
        statement->rqf = from_levels(quals->scales[statement->scale],
                                     statement->low, statement->high);
    statement->legacy = statement->low == statement->high &&
                        statement->rqf.min != statement->rqf.max;
}

/* What both say; they may contradict each other. */
static struct rqf_range combine(struct reader *reader, struct rqf_range a,
                                struct rqf_range b)
{
    const uint8_t low_max = a.max < b.max ? a.max : b.max;
    const uint8_t high_min = a.min > b.min ? a.min : b.min;
    if (!is_known(a) || !is_known(b))
        return is_known(a) ? a : b;
    if (high_min <= low_max)
        return (struct rqf_range){.min = high_min, .max = low_max};
    reader->conflict = true;
    return (struct rqf_range){0};
}

/* "HNC 2019", but neither "HNC" nor "HNC 1993, updated 2019". */
static bool is_since(const struct reader *reader, uint16_t year)
{
    bool found = false;
    for (size_t at = 0; year > 0 && at < reader->words.count; at++) {
        const struct word *word = &reader->words.at[at];
        if (word->kind != WORD_YEAR)
            continue;
        if (word->number < year)
            return false;
        found = true;
    }
    return found;
}

/* The award's own worth, a stage's in its place. */
static struct rqf_range worth_by_name(const struct reader *reader)
{
    const struct award *award = award_of(reader);
    if (reader->stage != NO_MARK)
        return reader->quals->stages[reader->stage].rqf;
    if (!award)
        return (struct rqf_range){0};
    return is_since(reader, award->since_year) ? award->since : award->rqf;
}

/* As it is written, if it is written once. */
static void keep_written(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    const struct statement *kept = NULL;
    for (size_t i = 0; i < reader->statement_count; i++) {
        const struct statement *statement = &reader->statements[i];
        const bool same = kept && kept->low == statement->low &&
                          kept->high == statement->high;
        if (!kept || (kept->entry && kept->low == 0))
            kept = statement;
        else if (kept->scale == statement->scale && !same &&
                 !(statement->entry && statement->low == 0))
            return;
    }
    if (!kept) {
        const struct award *award = award_of(reader);
        reading->scale = (sg_title_scale)(award ? award->scale : SCALE_NONE);
        return;
    }
    reading->scale = (sg_title_scale)kept->scale;
    if (kept->low != kept->high || kept->scale == SCALE_NONE)
        return;
    const char *entry = kept->entry ? "E" : "";
    if (kept->low == 0)
        snprintf(reading->level, sizeof(reading->level), "E");
    else
        snprintf(reading->level, sizeof(reading->level), "%s%u", entry,
                 (unsigned)kept->low);
}

/* A statement that nobody can place leaves the whole open, and so do two that
 * contradict each other. */
void levels_weigh(struct reader *reader)
{
    struct sg_title_reading *reading = reader->reading;
    struct rqf_range all = worth_by_name(reader);
    bool unplaced = false;
    for (size_t i = 0; i < reader->statement_count; i++) {
        struct statement *statement = &reader->statements[i];
        weigh(reader, statement);
        unplaced = unplaced || !is_known(statement->rqf);
        reading->several = reading->several || statement->both;
        reader->legacy = reader->legacy || statement->legacy;
        all = combine(reader, all, statement->rqf);
    }
    all = combine(reader, all, reader->grades);
    keep_written(reader);
    if (unplaced || reader->grades_odd || reader->conflict)
        all = (struct rqf_range){0};
    reading->rqf_min = (sg_rqf)all.min;
    reading->rqf_max = (sg_rqf)all.max;
    /* Without a statement it is the award that is known. */
    reading->level_assumed = is_known(all) && reader->statement_count == 0 &&
                             award_of(reader)->assumed;
    reading->needs_human = reading->needs_human || unplaced ||
                           reader->conflict || reader->legacy ||
                           reader->grades_odd;
}
