/* SPDX-License-Identifier: MIT */
/* Well described, but no answer of it makes sense. The word, subject, role or
 * line that is asked about chooses the nonsense. */
#include "skillgap/plugin.h"

#include <stddef.h>

static int32_t months_of(const sg_plugin_experience *experience,
                         sg_plugin_months *months)
{
    static const sg_plugin_months answers[] = {
        {.months = 0},
        {.months = 1201},
        {.months = 12, .assumed = 2},
        {.months = 12, .reason = "\xff"},
        {.months = 12, .reason = ""},
    };
    const uint32_t index = experience->equivalent_level;

    *months = answers[index % 5];
    return index < 5 ? 1 : 2;
}

static int32_t relevance_of(const char *family, const char *subject_area)
{
    (void)family;
    (void)subject_area;
    return 7;
}

static int32_t move_between(const sg_plugin_role *from,
                            const sg_plugin_role *to, sg_plugin_move *move)
{
    static const sg_plugin_move answers[] = {
        {.kind = NULL, .text = "There is a text."},
        {.kind = "teleport", .text = "There is a text."},
        {.kind = "vacancy", .text = NULL},
        {.kind = "vacancy", .text = "\xc0\x80"},
        {.kind = "vacancy", .text = "There is a text.", .assumed = 9},
    };

    (void)from;
    *move = answers[to->rank % 5];
    return 1;
}

static int32_t opinion_on(const sg_plugin_line *line,
                          sg_plugin_opinion *opinion)
{
    static const sg_plugin_opinion answers[] = {
        {.verdict = SG_PLUGIN_NO_OPINION},
        {.verdict = 3},
        {.verdict = INT32_MIN},
        {.verdict = SG_PLUGIN_MET, .reason = "\xed\xa0\x80"},
    };

    *opinion = answers[line->months % 4];
    return 1;
}

static const char *const councils[] = {"bad-answers", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "bad-answers",
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
