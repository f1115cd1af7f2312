/* SPDX-License-Identifier: MIT */
/* Answers the entry with NULL. */
#include "skillgap/plugin.h"

#include <stddef.h>

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    (void)host_abi;
    return NULL;
}
