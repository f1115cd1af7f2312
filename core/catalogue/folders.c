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

static sg_status check_one(const char *path, sg_error *reterr)
{
    struct stat seen;

    if (stat(path, &seen) != 0)
        return errno == ENOENT || errno == ENOTDIR
                   ? fault_in(reterr, SG_INPUT, "missing", path,
                              "There is no folder of this name; check its "
                              "spelling.")
                   : fault_in(reterr, SG_INPUT, "unreadable", path,
                              "This folder cannot be read (%s); check who may "
                              "read it.",
                              strerror(errno));
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

sg_status folders_reference(const struct places *places, struct arena *arena,
                            struct reference **ret_reference, sg_error *reterr)
{
    for (size_t i = 0; i < places->data_count; i++) {
        const char *folder =
            arena_printf(arena, "%s/reference", places->data[i]);
        if (!folder)
            return fault_memory(reterr);
        if (folder_exists(folder))
            return read_reference(places->data[i], ret_reference, reterr);
    }
    return fault(reterr, SG_INPUT, "no-reference",
                 "The lists that all councils share (reference/) were not "
                 "found; install skillgap again, or name their folder with "
                 "--data or SKILLGAP_DATA.");
}
