/* SPDX-License-Identifier: MIT */
/* The second of two plugins with one id. */
#include "skillgap/plugin.h"

#include <stddef.h>

static const char *const councils[] = {"twin-b", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "twin",
    .version = "1",
    .councils = councils,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
