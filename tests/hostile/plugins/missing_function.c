/* SPDX-License-Identifier: MIT */
/* Uses a function that no library has: the host has to find out at once, and
 * not on the day when it is called. */
#include "skillgap/plugin.h"

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi);
const sg_plugin *a_function_that_nobody_has(uint32_t host_abi);

SG_PLUGIN_EXPORT const sg_plugin *skillgap_plugin(uint32_t host_abi)
{
    return a_function_that_nobody_has(host_abi);
}
