/* SPDX-License-Identifier: MIT */
/* Folders that were named, and the reference lists in one of them. */
#include "catalogue/folders.h"

#include "base/fault.h"
#include "read/read.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

bool folder_exists(const char *path)
{
    struct stat seen;

    return stat(path, &seen) == 0 && S_ISDIR(seen.st_mode);
}

bool folder_is_other(const char *path)
{
    struct stat seen;

    return stat(path, &seen) == 0 && !S_ISDIR(seen.st_mode);
}

static bool is_link(const char *path)
{
    struct stat seen;

    return lstat(path, &seen) == 0 && S_ISLNK(seen.st_mode);
}

static sg_status check_one(const char *path, sg_error *reterr)
{
    struct stat seen;
    const int error = stat(path, &seen) != 0 ? errno : 0;

    if (error == ENOMEM)
        return fault_memory(reterr);
    if (path[0] == '\0')
        return fault_in(reterr, SG_INPUT, "missing", path,
                        "The name of the folder is empty; give the name of a "
                        "folder.");
    if (error == ENOENT && is_link(path))
        return fault_in(reterr, SG_INPUT, "missing", path,
                        "This is a link to a folder that is not there; mend "
                        "the link.");
    if (error)
        return error == ENOENT || error == ENOTDIR
                   ? fault_in(reterr, SG_INPUT, "missing", path,
                              "There is no folder of this name; check its "
                              "spelling.")
                   : fault_in(reterr, SG_INPUT, "unreadable", path,
                              "This folder cannot be read (%s); check who may "
                              "read it.",
                              strerror(error));
    if (!S_ISDIR(seen.st_mode))
        return fault_in(reterr, SG_INPUT, "not-a-folder", path,
                        "This is not a folder; give the name of the folder "
                        "that holds the files.");
    return SG_OK;
}

sg_status folders_check(const char *const *paths, size_t count,
                        sg_error *reterr)
{
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < count; i++)
        status = check_one(paths[i], reterr);
    return status;
}

static sg_status warn_one(const char *variable, const char *path,
                          sg_problem_fn tell, void *user, sg_error *reterr)
{
    sg_error why = {0}, problem = {0};
    const sg_status status = check_one(path, &why);

    if (status == SG_STORAGE)
        return fault_memory(reterr);
    if (status == SG_OK || !tell)
        return SG_OK;
    fault_in(&problem, status, why.reason, path,
             "%s names this, and it is not used. %s", variable, why.message);
    problem.warning = true;
    tell(&problem, user);
    return SG_OK;
}

sg_status folders_warn(const char *variable, const char *const *paths,
                       size_t count, sg_problem_fn tell, void *user,
                       sg_error *reterr)
{
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < count; i++)
        status = warn_one(variable, paths[i], tell, user, reterr);
    return status;
}

/* Of a list, those from `given` to `environment` and from there to `named`. */
static sg_status warn_list(const sg_catalogue_options *options,
                           const char *variable, const char *const *folders,
                           size_t given, size_t environment, size_t named,
                           sg_error *reterr)
{
    const sg_status status =
        folders_warn(variable, folders + given, environment - given,
                     options->problem, options->user, reterr);

    return status != SG_OK
               ? status
               : folders_warn("The configuration (config.json)",
                              folders + environment, named - environment,
                              options->problem, options->user, reterr);
}

sg_status folders_warn_named(const sg_catalogue_options *options,
                             const struct places *places, sg_error *reterr)
{
    const sg_status status =
        warn_list(options, "SKILLGAP_DATA", places->data, places->data_given,
                  places->data_environment, places->data_named, reterr);

    return status != SG_OK || options->without_plugins
               ? status
               : warn_list(options, "SKILLGAP_PLUGINS", places->plugins,
                           places->plugins_given, places->plugins_environment,
                           places->plugins_named, reterr);
}

sg_status folders_reference(const struct places *places, struct arena *arena,
                            struct problem_sink *sink,
                            struct reference **ret_reference, sg_error *reterr)
{
    for (size_t i = 0; i < places->data_count; i++) {
        const char *folder =
            arena_printf(arena, "%s/reference", places->data[i]);
        if (!folder)
            return fault_memory(reterr);
        if (folder_exists(folder))
            return read_reference(places->data[i], sink, ret_reference, reterr);
    }
    return fault(reterr, SG_INPUT, "no-reference",
                 "The lists that all councils share (reference/) were not "
                 "found; install skillgap again, or name their folder with "
                 "--data or SKILLGAP_DATA.");
}
