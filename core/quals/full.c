/* SPDX-License-Identifier: MIT */
/* Whether it is a full level, by the first rule of the data that fits. */
#include "quals/reader.h"

#include <string.h>

static bool fits_awards(const struct full_rule *rule, int award)
{
    if (rule->award_count == 0)
        return true;
    for (size_t i = 0; i < rule->award_count; i++)
        if (rule->awards[i] == award)
            return true;
    return false;
}

static bool fits_framework(const struct full_rule *rule, const char *framework)
{
    return !rule->framework ||
           (framework && strcmp(framework, rule->framework) == 0);
}

static bool fits_bits(uint16_t bits, unsigned value)
{
    return bits == 0 || (bits & (1u << value)) != 0;
}

static bool fits_level(const struct sg_title_reading *reading,
                       const struct full_rule *rule)
{
    return rule->rqf.min == SG_RQF_OPEN || (reading->rqf_min >= rule->rqf.min &&
                                            reading->rqf_max <= rule->rqf.max);
}

static bool fits_count(const struct sg_title_reading *reading,
                       const struct full_rule *rule)
{
    if (rule->count_least == 0 && rule->count_most == 0)
        return true;
    return reading->count > 0 && reading->count >= rule->count_least &&
           (rule->count_most == 0 || reading->count <= rule->count_most);
}

/* A rule of an earlier time holds only for what is known to be of it. */
static bool fits_time(int32_t awarded, const struct full_rule *rule)
{
    return rule->before == 0 || (awarded != 0 && awarded < rule->before);
}

void full_by_rules(const struct quals *quals, int award, const char *framework,
                   int32_t awarded, struct sg_title_reading *reading)
{
    reading->full = SG_FULL_OPEN;
    reading->full_assumed = false;
    if (reading->rqf_min == SG_RQF_OPEN)
        return;
    for (uint32_t i = 0; i < quals->rule_count; i++) {
        const struct full_rule *rule = &quals->rules[i];
        if (!fits_awards(rule, award) || !fits_framework(rule, framework) ||
            !fits_bits(rule->types, reading->type) ||
            !fits_bits(rule->sizes, reading->size) ||
            !fits_level(reading, rule) || !fits_count(reading, rule) ||
            !fits_time(awarded, rule))
            continue;
        reading->full = (sg_title_full)rule->full;
        reading->full_assumed = rule->assumed;
        return;
    }
}

void full_decide(struct reader *reader)
{
    const struct mark *mark = mark_of(reader, PHRASE_FRAMEWORK);
    full_by_rules(reader->quals,
                  reader->award == NO_MARK
                      ? NO_AWARD
                      : (int)reader->marks[reader->award].index,
                  mark ? reader->quals->frameworks[mark->index].id : NULL, 0,
                  reader->reading);
}
