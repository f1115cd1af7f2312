/* SPDX-License-Identifier: MIT */
/* Built when the description ended with the councils: it has no functions,
 * whatever stands behind. */
#include "skillgap/plugin.h"

#include <stddef.h>

/* Stands past the size that is given, so nobody may call it. */
static int32_t beyond(const sg_plugin_experience *experience,
                      sg_plugin_months *months)
{
    (void)experience;
    *months = (sg_plugin_months){.months = 1};
    return 1;
}

static const char *const councils[] = {"short-descriptor", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = offsetof(sg_plugin, experience_months),
    .id = "short-descriptor",
    .version = "1",
    .councils = councils,
    .experience_months = beyond,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
