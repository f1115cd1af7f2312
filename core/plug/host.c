/* SPDX-License-Identifier: MIT */
/* The list of plugins: finding files, settling conflicts, answering who. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "plug/host.h"

#include "base/fault.h"
#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static sg_status refuse(struct plug_host *host, struct plugin *plugin,
                        const char *why, sg_error *reterr)
{
    plugin->state = SG_PLUGIN_REFUSED;
    plugin->reason = arena_strdup(&host->arena, why);
    return plugin->reason ? SG_OK : fault_memory(reterr);
}

static struct plugin *add(struct plug_host *host, const char *file)
{
    struct plugin *plugin = arena_alloc(&host->arena, sizeof *plugin);

    if (plugin) {
        plugin->file = file;
        host->plugins[host->count++] = plugin;
    }
    return plugin;
}

static bool serves(const struct plugin *plugin, const char *council)
{
    for (size_t i = 0; i < plugin->council_count; i++)
        if (strcmp(plugin->councils[i], council) == 0)
            return true;
    return false;
}

/* The council that both serve, or NULL. */
static const char *shared_council(const struct plugin *a,
                                  const struct plugin *b)
{
    for (size_t i = 0; i < a->council_count; i++)
        if (serves(b, a->councils[i]))
            return a->councils[i];
    return NULL;
}

/* Two plugins must not answer for one council: which of them did would depend
 * on the order of folders. */
static sg_status check_conflicts(const struct plug_host *host,
                                 const struct plugin *plugin, sg_error *reterr)
{
    for (size_t i = 0; i < host->count; i++) {
        const struct plugin *other = host->plugins[i];
        if (other == plugin || other->state != SG_PLUGIN_LOADED)
            continue;
        if (strcmp(other->id, plugin->id) == 0)
            return fault_in(reterr, SG_PLUGIN, "duplicate-id", plugin->file,
                            "A plugin of the same id, \"%.64s\", is already in "
                            "use (%.200s): keep only one of them.",
                            other->id, other->file);
        const char *council = shared_council(plugin, other);
        if (council)
            return fault_in(reterr, SG_PLUGIN, "duplicate-council",
                            plugin->file,
                            "The council \"%.96s\" already has the plugin "
                            "\"%.64s\" (%.200s): keep only one of them.",
                            council, other->id, other->file);
    }
    return SG_OK;
}

/* What to do with a file that is no plugin at all: it depends on how it came
 * to be tried. */
#define REMEDY_IN_FOLDER " Move it out of the plugin folder."
#define REMEDY_BY_NAME " Check that it is the right file."

static void add_remedy(sg_error *why, const char *remedy)
{
    static const char *const strangers[] = {"not-a-file", "not-elf",
                                            "not-shared", "no-entry"};
    for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
        if (strcmp(why->reason, strangers[i]) == 0)
            strncat(why->message, remedy,
                    sizeof why->message - strlen(why->message) - 1);
}

/* Any status but SG_STORAGE leaves the file in the list, with its state. */
static sg_status try_file(struct plug_host *host, const char *file,
                          const char *remedy, sg_error *reterr)
{
    struct plugin *plugin = add(host, file);
    if (!plugin)
        return fault_memory(reterr);

    sg_error why = {0};
    plugin->state = SG_PLUGIN_REFUSED; /* until it has passed everything */
    sg_status status = plugin_open(plugin, &host->arena, &why);
    if (status == SG_OK)
        status = check_conflicts(host, plugin, &why);
    if (status == SG_OK) {
        plugin->state = SG_PLUGIN_LOADED;
        plugin_adapt(plugin);
        return SG_OK;
    }
    add_remedy(&why, remedy);
    if (reterr && reterr->status == SG_OK)
        *reterr = why;
    if (status != SG_STORAGE &&
        refuse(host, plugin, why.message, reterr) != SG_OK)
        return SG_STORAGE;
    return status;
}

static sg_status add_file(struct plug_host *host, const char *file,
                          sg_error *reterr)
{
    if (host->count == LIMIT_PLUGINS)
        return SG_OK; /* the last place has been given to the refusal below */
    if (host->count + 1 < LIMIT_PLUGINS) {
        sg_error why = {0};
        if (try_file(host, file, REMEDY_IN_FOLDER, &why) == SG_STORAGE)
            return fault_memory(reterr);
        return SG_OK;
    }
    struct plugin *plugin = add(host, file);
    if (!plugin)
        return fault_memory(reterr);
    return refuse(host, plugin,
                  "There are too many files in the plugin folders: this one "
                  "and those after it are not looked at. Remove some.",
                  reterr);
}

/* A folder that is there but cannot be listed stands in the list itself, for
 * there is nothing else that could be named. */
static sg_status add_unreadable(struct plug_host *host, const char *folder,
                                sg_error *reterr)
{
    const char *name = arena_strdup(&host->arena, folder);
    if (!name)
        return fault_memory(reterr);
    if (host->count == LIMIT_PLUGINS)
        return SG_OK;
    struct plugin *plugin = add(host, name);
    if (!plugin)
        return fault_memory(reterr);
    return refuse(host, plugin,
                  "This plugin folder cannot be read; check its name and who "
                  "may read it.",
                  reterr);
}

/* Gives the folder's one true name (an arena's), or NULL: seen before, or too
 * many. Without this a folder that is named twice would quarrel with itself. */
static sg_status enter(struct plug_host *host, const char *true_name,
                       const char **ret_folder, sg_error *reterr)
{
    *ret_folder = NULL;
    for (size_t i = 0; i < host->folder_count; i++)
        if (strcmp(host->folders[i], true_name) == 0)
            return SG_OK;
    if (host->folder_count == LIMIT_PLUGINS)
        return SG_OK;
    const char *folder = arena_strdup(&host->arena, true_name);
    if (!folder)
        return fault_memory(reterr);
    host->folders[host->folder_count++] = folder;
    *ret_folder = folder;
    return SG_OK;
}

static sg_status add_folder(struct plug_host *host, const char *folder,
                            sg_error *reterr)
{
    char *true_name = realpath(folder, NULL);
    if (!true_name && errno == ENOMEM)
        return fault_memory(reterr);
    if (!true_name)
        return errno == ENOENT ? SG_OK : add_unreadable(host, folder, reterr);
    const char *entered = NULL;
    sg_status status = enter(host, true_name, &entered, reterr);
    free(true_name);
    if (status != SG_OK || !entered)
        return status;

    const char *const *files = NULL;
    size_t count = 0;
    sg_error why = {0};
    status = file_list(&host->arena, entered, ".so", &files, &count, &why);
    if (status == SG_STORAGE)
        return fault_memory(reterr);
    if (status != SG_OK)
        return add_unreadable(host, entered, reterr);
    for (size_t i = 0; status == SG_OK && i < count; i++)
        status = add_file(host, files[i], reterr);
    return status;
}

static struct plug_host *host_new(sg_error *reterr)
{
    struct plug_host *host = calloc(1, sizeof *host);

    if (!host)
        fault_memory(reterr);
    return host;
}

sg_status plug_open(const char *const *folders, size_t count,
                    struct plug_host **ret_host, sg_error *reterr)
{
    *ret_host = NULL;
    struct plug_host *host = host_new(reterr);
    if (!host)
        return SG_STORAGE;

    sg_status status = SG_OK;
    for (size_t i = 0; status == SG_OK && i < count; i++)
        status = add_folder(host, folders[i], reterr);
    if (status != SG_OK) {
        plug_free(host);
        return status;
    }
    *ret_host = host;
    return SG_OK;
}

/* A file's absolute name. Links in its folder's name are followed; the last
 * part is left as it is, so that a link is still seen to be one. NULL without
 * memory; a folder that is not there leaves the name as given. */
static const char *absolute(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash
                       ? arena_strndup(arena, path, (size_t)(slash - path) + 1)
                       : arena_strdup(arena, "./");
    if (!folder)
        return NULL;
    char *true_name = realpath(folder, NULL);
    if (!true_name)
        return arena_strdup(arena, path);
    const char *file =
        arena_printf(arena, "%s/%s", true_name, slash ? slash + 1 : path);
    free(true_name);
    return file;
}

sg_status plug_open_file(const char *path, struct plug_host **ret_host,
                         sg_error *reterr)
{
    *ret_host = NULL;
    struct plug_host *host = host_new(reterr);
    if (!host)
        return SG_STORAGE;

    const char *file = absolute(&host->arena, path);
    const sg_status status = file ? try_file(host, file, REMEDY_BY_NAME, reterr)
                                  : fault_memory(reterr);
    if (status == SG_STORAGE)
        plug_free(host);
    else
        *ret_host = host;
    return status;
}

const struct rules *plug_rules(const struct plug_host *host,
                               const char *framework_id)
{
    for (size_t i = 0; i < host->count; i++) {
        const struct plugin *plugin = host->plugins[i];
        if (plugin->state == SG_PLUGIN_LOADED && serves(plugin, framework_id))
            return &plugin->rules;
    }
    return NULL;
}

size_t plug_count(const struct plug_host *host)
{
    return host->count;
}

sg_plugin_info plug_at(const struct plug_host *host, size_t index)
{
    const struct plugin *plugin = host->plugins[index];

    return (sg_plugin_info){
        .id = plugin->id,
        .version = plugin->version,
        .file = plugin->file,
        .state = plugin->state,
        .reason = plugin->reason,
        .abi = plugin->abi,
        .councils = plugin->councils,
        .council_count = plugin->council_count,
    };
}

void plug_free(struct plug_host *host)
{
    if (!host)
        return;
    arena_done(&host->arena);
    free(host);
}
