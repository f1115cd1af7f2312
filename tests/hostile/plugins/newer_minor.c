/* SPDX-License-Identifier: MIT */
/* Built for a minor version that the host does not have yet. */
#include "skillgap/plugin.h"

#include <stddef.h>

static const char *const councils[] = {"newer-minor", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI + 1u,
    .size = sizeof(sg_plugin),
    .id = "newer-minor",
    .version = "1",
    .councils = councils,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
