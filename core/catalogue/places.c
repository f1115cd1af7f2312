/* SPDX-License-Identifier: MIT */
/* Where data and plugins are looked for. */
#define _GNU_SOURCE /* secure_getenv, realpath */

#include "catalogue/places.h"

#include "base/fault.h"
#include "plug/self.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* From the folder of the library to the one above share/. The build says it,
 * for some systems have lib/<machine>. */
#ifdef SKILLGAP_LIBRARY_TO_PREFIX
#define LIBRARY_TO_PREFIX SKILLGAP_LIBRARY_TO_PREFIX
#else
#define LIBRARY_TO_PREFIX ".."
#endif

/* A list in the making; it has room for all that can be added. */
struct list {
    struct arena *arena;
    const char **paths;
    size_t count;
};

/* A place that stands further up is not looked at twice. */
static bool is_listed(const struct list *list, const char *path)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->paths[i], path) == 0)
            return true;
    return false;
}

/* NULL, for a place that nothing names or for want of memory, adds nothing. */
static void add(struct list *list, const char *path)
{
    if (path && list->paths && !is_listed(list, path))
        list->paths[list->count++] = path;
}

static void add_given(struct list *list, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(list, arena_strdup(list->arena, paths[i]));
}

/* A list in the environment: parts between colons, empty ones left out. A
 * program that runs with somebody else's rights (setuid) gets none, for its
 * caller would then choose the code that it loads. */
static void add_environment(struct list *list, const char *name)
{
    const char *rest = secure_getenv(name);

    while (rest && *rest) {
        const size_t length = strcspn(rest, ":");
        if (length > 0)
            add(list, arena_strndup(list->arena, rest, length));
        rest += length + (rest[length] == ':');
    }
}

/* The XDG rule: a path that is not absolute is as good as none. NULL when
 * nothing says where the user's files are. */
static const char *user_folder(struct arena *arena, const char *variable,
                               const char *below_home)
{
    const char *folder = secure_getenv(variable);
    if (folder && folder[0] == '/')
        return arena_printf(arena, "%s/skillgap", folder);
    const char *home = secure_getenv("HOME");
    if (home && home[0] == '/')
        return arena_printf(arena, "%s/%s/skillgap", home, below_home);
    return NULL;
}

static void cut_last_part(char *path)
{
    char *slash = strrchr(path, '/');

    if (slash)
        *slash = '\0';
}

/* A lack of memory must not look as if nothing were installed. */
static const char *nothing_found(struct arena *arena)
{
    arena->failed = arena->failed || errno == ENOMEM;
    return NULL;
}

/* The folder under which everything was installed: "/usr" for
 * /usr/bin/skillgap and for /usr/lib/libskillgap.so.0, "" for the top. NULL
 * where nothing tells. */
static const char *prefix_of_self(struct arena *arena)
{
    bool program = false;
    char *file = self_file(&program);

    if (!file)
        return nothing_found(arena);
    cut_last_part(file);
    const char *above =
        arena_printf(arena, "%s/%s", file, program ? ".." : LIBRARY_TO_PREFIX);
    free(file);
    char *prefix = above ? realpath(above, NULL) : NULL;
    if (!prefix)
        return nothing_found(arena);
    const char *kept = arena_strdup(arena, strcmp(prefix, "/") ? prefix : "");
    free(prefix);
    return kept;
}

static void add_below(struct list *list, const char *folder, const char *below)
{
    if (folder)
        add(list, arena_printf(list->arena, "%s%s", folder, below));
}

/* At most so many places does a list in the environment name. */
static size_t count_environment(const char *name)
{
    const char *value = name ? secure_getenv(name) : NULL;
    size_t count = value ? 1 : 0;

    for (; value && *value; value++)
        count += *value == ':';
    return count;
}

/* Room for the given, those of the environment (NULL: there are none), the
 * user's own and what came with the program. `given` counts those that the
 * configuration names too. */
static struct list list_new(struct arena *arena, size_t given,
                            const char *environment)
{
    const size_t room = given + count_environment(environment) + 2;

    return (struct list){
        .arena = arena,
        .paths = arena_array(arena, room, sizeof(const char *)),
    };
}

/* What all the lists are made from. */
struct finding {
    const sg_catalogue_options *options;
    const struct config *config;
    struct own_places own;
    const char *prefix;
    struct arena *arena;
    struct places *places;
};

static void find_data(const struct finding *from)
{
    const sg_catalogue_options *options = from->options;
    const struct config *config = from->config;
    struct places *places = from->places;
    struct list list =
        list_new(from->arena, options->data_dir_count + config->data_count,
                 "SKILLGAP_DATA");

    add_given(&list, options->data_dirs, options->data_dir_count);
    places->data_given = list.count;
    add_environment(&list, "SKILLGAP_DATA");
    places->data_environment = list.count;
    add_given(&list, config->data, config->data_count);
    places->data_named = list.count;
    add(&list, from->own.data);
    places->data_own = list.count;
    add_below(&list, from->prefix, "/share/skillgap");
    places->data = list.paths;
    places->data_count = list.count;
}

static void find_plugins(const struct finding *from)
{
    const sg_catalogue_options *options = from->options;
    const struct config *config = from->config;
    struct places *places = from->places;
    struct list list =
        list_new(from->arena, options->plugin_dir_count + config->plugin_count,
                 "SKILLGAP_PLUGINS");

    add_given(&list, options->plugin_dirs, options->plugin_dir_count);
    places->plugins_given = list.count;
    add_environment(&list, "SKILLGAP_PLUGINS");
    places->plugins_environment = list.count;
    add_given(&list, config->plugins, config->plugin_count);
    places->plugins_named = list.count;
    add_below(&list, from->own.data, "/plugins");
    add_below(&list, from->prefix, "/lib/skillgap/plugins");
    places->plugins = list.paths;
    places->plugin_count = list.count;
}

static void find_overrides(const struct finding *from)
{
    struct places *places = from->places;
    struct list list = list_new(from->arena, places->data_named, NULL);

    for (size_t i = 0; i < places->data_named; i++)
        add_below(&list, places->data[i], "/overrides.json");
    add_below(&list, from->own.config, "/overrides.json");
    add_below(&list, from->prefix, "/share/skillgap/overrides.json");
    places->overrides = list.paths;
    places->override_count = list.count;
}

sg_status places_own(struct arena *arena, struct own_places *places,
                     sg_error *reterr)
{
    *places = (struct own_places){
        .data = user_folder(arena, "XDG_DATA_HOME", ".local/share"),
        .config = user_folder(arena, "XDG_CONFIG_HOME", ".config"),
    };
    if (places->config)
        places->config_file =
            arena_printf(arena, "%s/config.json", places->config);
    return arena->failed ? fault_memory(reterr) : SG_OK;
}

sg_status places_find(const sg_catalogue_options *options,
                      const struct config *config, struct arena *arena,
                      struct places *places, sg_error *reterr)
{
    static const sg_catalogue_options usual = {0};
    static const struct config none = {0};
    struct finding from = {.options = options ? options : &usual,
                           .config = config ? config : &none,
                           .arena = arena,
                           .places = places};

    *places = (struct places){0};
    const sg_status status = places_own(arena, &from.own, reterr);
    if (status != SG_OK)
        return status;
    from.prefix = prefix_of_self(arena);
    find_data(&from);
    find_plugins(&from);
    find_overrides(&from);
    return arena->failed ? fault_memory(reterr) : SG_OK;
}
