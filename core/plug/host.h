/* SPDX-License-Identifier: MIT */
/* One plugin and the list of them, as the files of this room share them. */
#ifndef PLUG_HOST_H
#define PLUG_HOST_H

#include "base/arena.h"
#include "base/limits.h"
#include "model/rules.h"
#include "plug/plug.h"
#include "skillgap/plugin.h"

struct plugin {
    const char *file; /* absolute */
    sg_plugin_state state;
    const char *reason; /* why it is not loaded, or NULL */

    /* Known once its entry has answered; NULL and 0 until then. */
    uint32_t abi;
    const char *id;
    const char *version;
    const char *const *councils;
    size_t council_count;

    /* A copy: what the plugin's own descriptor is too short for is NULL. */
    sg_plugin descriptor;
    struct rules rules; /* its context is this struct */
};

struct plug_host {
    struct arena arena;
    const char *folders[LIMIT_PLUGINS]; /* seen so far, without links */
    size_t folder_count;
    struct plugin *plugins[LIMIT_PLUGINS];
    size_t count;
};

/* Looks at plugin->file, opens it, and fills in the rest but for state and
 * reason. SG_PLUGIN when it cannot be used, SG_STORAGE without memory. */
sg_status plugin_open(struct plugin *plugin, struct arena *arena,
                      sg_error *reterr);

/* Checks what an entry returned and copies it. As plugin_open(). */
sg_status descriptor_read(const sg_plugin *theirs, struct plugin *plugin,
                          struct arena *arena, sg_error *reterr);

/* Whether a string that a plugin gave is there, not empty, not endless, and
 * valid UTF-8. */
bool plugin_text_is_fine(const char *text);

/* Fills plugin->rules from plugin->descriptor. */
void plugin_adapt(struct plugin *plugin);

#endif
