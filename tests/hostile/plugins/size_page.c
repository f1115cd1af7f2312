/* SPDX-License-Identifier: MIT */
/* Says 4096 bytes, the most that is believed: the host reads only its own part.
 */
#include "skillgap/plugin.h"

#include <stddef.h>

static const char *const councils[] = {"size-page", NULL};

static const sg_plugin plugin = {
    .abi = SG_PLUGIN_ABI,
    .size = 4096,
    .id = "size-page",
    .version = "1",
    .councils = councils,
};

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return &plugin;
}
