/* SPDX-License-Identifier: MIT */
/* Built for another major version of the plugin interface. */
#include "skillgap/plugin.h"

#include <stddef.h>

static const char *const councils[] = {"wrong-major", NULL};

static const sg_plugin plugin = {
    .abi = (SG_PLUGIN_ABI_MAJOR + 1u) << 16,
    .size = sizeof(sg_plugin),
    .id = "wrong-major",
    .version = "1",
    .councils = councils,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
