/* SPDX-License-Identifier: MIT */
/* Names no council: it has no list. */
#include "skillgap/plugin.h"

#include <stddef.h>

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "null-councils",
    .version = "1",
    .councils = NULL,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
