/* SPDX-License-Identifier: MIT */
/* Looking at a plugin file before any of its code can run.
 *
 *     sg_status status = plug_look("/usr/lib/skillgap/plugins/county.so",
 *                                  reterr);
 *
 * A plugin runs with the user's rights, so whoever can write the file or its
 * folder has those rights too: both must belong to the user or to root. */
#ifndef PLUG_LOOK_H
#define PLUG_LOOK_H

#include "skillgap/error.h"

/* SG_OK when the file may be opened. SG_INPUT, reason "missing", when there is
 * none. Otherwise SG_PLUGIN, with one of the reasons "link", "not-a-file",
 * "owner", "writable", "folder-owner", "folder-writable", "unreadable",
 * "empty", "too-large", "not-elf", "machine", "not-shared", "truncated",
 * "damaged", "no-entry"; or SG_STORAGE without memory. Never blocks, and opens
 * nothing but a regular file. Cost: reads the whole file. */
sg_status plug_look(const char *path, sg_error *reterr);

#endif
