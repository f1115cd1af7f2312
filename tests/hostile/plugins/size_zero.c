/* SPDX-License-Identifier: MIT */
/* Says that its description has no size. */
#include "skillgap/plugin.h"

#include <stddef.h>

static const char *const councils[] = {"size-zero", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = 0,
    .id = "size-zero",
    .version = "1",
    .councils = councils,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
