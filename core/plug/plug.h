/* SPDX-License-Identifier: MIT */
/* Finding, looking at, opening and checking plugin files.
 *
 *     struct plug_host *host = NULL;
 *     plug_open(folders, count, &host, reterr);
 *     const struct rules *rules = plug_rules(host, "county");
 *
 * A file is looked at before any of its code can run: a regular file, of the
 * user or root, not writable by others, a whole ELF shared object for this
 * machine. Only then it is opened (RTLD_NOW | RTLD_LOCAL, absolute path), its
 * one entry is called, and its descriptor is checked. */
#ifndef PLUG_PLUG_H
#define PLUG_PLUG_H

#include "model/rules.h"
#include "skillgap/plugins.h"

struct plug_host;

/* Tries every *.so of the folders, in order. A plugin that cannot be used is
 * kept in the list with its reason: that is no error. The first plugin of an
 * id, and the first for a council, wins; a later one is refused. */
sg_status plug_open(const char *const *folders, size_t count,
                    struct plug_host **ret_host, sg_error *reterr);

/* Tries one file. The list then holds it alone: SG_OK when it is loaded, else
 * SG_PLUGIN (SG_INPUT: there is no such file) with the reason in both places.
 * *ret_host is NULL only without memory. */
sg_status plug_open_file(const char *path, struct plug_host **ret_host,
                         sg_error *reterr);

/* The rules for a framework, or NULL. */
const struct rules *plug_rules(const struct plug_host *host,
                               const char *framework_id);

size_t plug_count(const struct plug_host *host);
sg_plugin_info plug_at(const struct plug_host *host, size_t index);

/* Frees the list. The shared objects stay loaded. Accepts NULL. */
void plug_free(struct plug_host *host);

#endif
