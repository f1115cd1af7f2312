/* SPDX-License-Identifier: MIT */
/* Opening one plugin file that has been looked at. */
#include "plug/host.h"

#include "base/fault.h"
#include "plug/look.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>

/* POSIX gives functions through void *, which ISO C does not convert. */
static sg_plugin_entry entry_of(void *library)
{
    void *const address = dlsym(library, SG_PLUGIN_ENTRY);
    sg_plugin_entry entry = NULL;

    _Static_assert(sizeof entry == sizeof address, "a pointer is a pointer");
    memcpy(&entry, &address, sizeof entry);
    return entry;
}

/* The loader has no code for it: its sentence ends in the system's own words,
 * or says it in one of its own. */
static bool was_memory(int error, const char *why)
{
    return error == ENOMEM || strstr(why, strerror(ENOMEM)) ||
           strstr(why, "out of memory");
}

static sg_status cannot_load(const char *file, int error, sg_error *reterr)
{
    const char *told = dlerror();
    const char *why = told ? told : "the system gives no reason";

    if (was_memory(error, why))
        return fault_memory(reterr);
    return fault_in(reterr, SG_PLUGIN, "cannot-load", file,
                    "This plugin cannot be loaded: %s. Ask its council "
                    "for a build for this system.",
                    why);
}

/* Everything is resolved now (RTLD_NOW), so that a missing function is a
 * sentence here and not a crash on some later role; nothing of it is offered
 * to the next plugin (RTLD_LOCAL). It is never closed: its strings and
 * functions are in use as long as the program runs, and a refused one may
 * have started things that unloading would pull the ground from under. */
sg_status plugin_open(struct plugin *plugin, struct arena *arena,
                      sg_error *reterr)
{
    const sg_status status = plug_look(plugin->file, reterr);
    if (status != SG_OK)
        return status;

    errno = 0;
    void *library = dlopen(plugin->file, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return cannot_load(plugin->file, errno, reterr);
    const sg_plugin_entry entry = entry_of(library);
    if (!entry)
        return fault_in(reterr, SG_PLUGIN, "no-entry", plugin->file,
                        "This library has no function " SG_PLUGIN_ENTRY ".");
    return descriptor_read(entry(SG_PLUGIN_ABI), plugin, arena, reterr);
}
