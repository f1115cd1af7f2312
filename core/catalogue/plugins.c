/* SPDX-License-Identifier: MIT */
/* The plugins of a catalogue, and one plugin file by itself. */
#include "skillgap/plugins.h"

#include "base/fault.h"
#include "model/catalogue.h"
#include "plug/plug.h"

#include <stdlib.h>

struct sg_plugin_check {
    struct plug_host *host; /* with the one file */
};

size_t sg_catalogue_plugin_count(const sg_catalogue *catalogue)
{
    return catalogue->plugins ? plug_count(catalogue->plugins) : 0;
}

sg_plugin_info sg_catalogue_plugin_at(const sg_catalogue *catalogue,
                                      size_t index)
{
    return plug_at(catalogue->plugins, index);
}

const char *sg_plugin_state_word(sg_plugin_state state)
{
    switch (state) {
    case SG_PLUGIN_LOADED:
        return "loaded";
    case SG_PLUGIN_REFUSED:
        return "refused";
    case SG_PLUGIN_QUARANTINED:
        return "quarantined";
    }
    return "?";
}

sg_status sg_plugin_check_new(const char *path, sg_plugin_check **ret_check,
                              sg_error *reterr)
{
    *ret_check = NULL;
    sg_plugin_check *check = calloc(1, sizeof *check);
    if (!check)
        return fault_memory(reterr);

    const sg_status status = plug_open_file(path, &check->host, reterr);
    if (check->host)
        *ret_check = check;
    else
        free(check);
    return status;
}

sg_plugin_info sg_plugin_check_info(const sg_plugin_check *check)
{
    return plug_at(check->host, 0);
}

void sg_plugin_check_free(sg_plugin_check *check)
{
    if (!check)
        return;
    plug_free(check->host);
    free(check);
}
