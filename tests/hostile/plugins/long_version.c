/* SPDX-License-Identifier: MIT */
/* Its version is longer than any string may be. */
#include "skillgap/plugin.h"

#include <stddef.h>

#define TEN(x) x x x x x x x x x x

static const char *const councils[] = {"long-version", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = sizeof(sg_plugin),
    .id = "long-version",
    .version = TEN(TEN(TEN("many"))),
    .councils = councils,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
