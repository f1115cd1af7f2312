/* SPDX-License-Identifier: MIT */
/* Says that its description is 4 GB long. */
#include "skillgap/plugin.h"

#include <stddef.h>

static const char *const councils[] = {"size-huge", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = UINT32_MAX,
    .id = "size-huge",
    .version = "1",
    .councils = councils,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
