/* SPDX-License-Identifier: MIT */
/* A plugin with nothing wrong: the others are refused for what they do. */
#include "skillgap/plugin.h"

#include <stddef.h>

static int32_t months_of(const sg_plugin_experience *experience,
                         sg_plugin_months *months)
{
    if (!experience->word || experience->target->rank == 0)
        return 0;
    *months = (sg_plugin_months){
        .months = experience->word[0] == 'l' ? 1200 : 7,
        .assumed = 1,
        .reason = "said by fair",
    };
    return 1;
}

static int32_t relevance_of(const char *family, const char *subject_area)
{
    if (family[0] != 'f')
        return SG_PLUGIN_RELEVANCE_UNKNOWN;
    return subject_area[0] == '1' ? SG_PLUGIN_RELEVANT : SG_PLUGIN_NOT_RELEVANT;
}

static int32_t move_between(const sg_plugin_role *from,
                            const sg_plugin_role *to, sg_plugin_move *move)
{
    if (from->next_grade_rank == 0 || to->grade_rank != from->next_grade_rank)
        return 0;
    *move = (sg_plugin_move){.kind = "vacancy", .text = "Wait for one."};
    return 1;
}

static int32_t opinion_on(const sg_plugin_line *line,
                          sg_plugin_opinion *opinion)
{
    if (line->months < 12 || !line->from)
        return 0;
    *opinion = (sg_plugin_opinion){.verdict = SG_PLUGIN_MET,
                                   .reason = line->target->title};
    return 1;
}

static const char *const councils[] = {"fair", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "fair",
    .version = "1",
    .councils = councils,
    .experience_months = months_of,
    .subject_relevance = relevance_of,
    .move = move_between,
    .opinion = opinion_on,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
