/* SPDX-License-Identifier: MIT */
/* Looking things up in the lists that all councils share. */
#include "model/reference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const scale_names[SCALE_COUNT] = {
    [SCALE_NONE] = "",   [SCALE_RQF] = "RQF",   [SCALE_NVQ] = "NVQ",
    [SCALE_SVQ] = "SVQ", [SCALE_SCQF] = "SCQF", [SCALE_CQFW] = "CQFW",
    [SCALE_EQF] = "EQF",
};

int reference_criterion(const struct reference *reference, const char *id)
{
    for (int i = 0; i < reference->criterion_count; i++)
        if (strcmp(reference->criteria[i].id, id) == 0)
            return i;
    return -1;
}

uint8_t reference_word_rank(const struct reference *reference, const char *word)
{
    for (int i = 0; i < reference->word_count; i++)
        if (strcmp(reference->words[i], word) == 0)
            return reference->word_ranks[i];
    return 0;
}

struct level_range reference_level(const struct reference *reference,
                                   enum scale_id scale, unsigned level)
{
    if (scale <= SCALE_NONE || scale >= SCALE_COUNT ||
        level >= LEVELS_PER_SCALE)
        return (struct level_range){0};
    return reference->levels[scale][level];
}

bool level_is_entry(const struct level_range levels[LEVELS_PER_SCALE],
                    unsigned level)
{
    for (unsigned lower = 0; lower <= level && lower < LEVELS_PER_SCALE;
         lower++)
        if (levels[lower].min > 0)
            return false;
    return level > 0 && level < LEVELS_PER_SCALE;
}

void reference_list_levels(const struct reference *reference,
                           enum scale_id scale, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (unsigned level = 1; level < LEVELS_PER_SCALE; level++)
        if (reference_level(reference, scale, level).min > 0 && used < room)
            used += (size_t)snprintf(out + used, room - used, "%s%u",
                                     used ? ", " : "", level);
}

enum scale_id scale_from_name(const char *name)
{
    for (int i = SCALE_NONE + 1; i < SCALE_COUNT; i++)
        if (strcmp(scale_names[i], name) == 0)
            return (enum scale_id)i;
    return SCALE_NONE;
}

const char *scale_name(enum scale_id scale)
{
    return scale > SCALE_NONE && scale < SCALE_COUNT ? scale_names[scale] : "";
}

void reference_free(struct reference *reference)
{
    if (!reference)
        return;
    arena_done(&reference->arena);
    free(reference);
}
