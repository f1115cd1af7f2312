/* SPDX-License-Identifier: MIT */
/* Its version is not valid UTF-8. */
#include "skillgap/plugin.h"

#include <stddef.h>

static const char *const councils[] = {"bad-version", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "bad-version",
    .version = "1.\xc3\x28",
    .councils = councils,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
