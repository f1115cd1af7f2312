/* SPDX-License-Identifier: MIT */
/* Changing what is known of the feeds: the lock, the two files. */
#include "base/fault.h"
#include "base/save.h"
#include "store/store.h"
#include "write/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static sg_status cannot_lock(const char *path, int error, sg_error *reterr)
{
    if (error == EWOULDBLOCK)
        return fault(reterr, SG_STORAGE, "busy",
                     "Another skillgap is changing the feeds at this moment; "
                     "nothing was done. Try again when it has finished.");
    return fault_in(reterr, SG_STORAGE,
                    error == EROFS                       ? "read-only"
                    : error == EACCES || error == EPERM  ? "not-allowed"
                    : error == ENOSPC || error == EDQUOT ? "disk-full"
                                                         : "storage",
                    path,
                    "The feeds cannot be changed here (%s). Check who owns "
                    "the folder, and whether the disk can be written.",
                    strerror(error));
}

/* Others who may write to the store could slip in what nobody signed. */
static sg_status check_owner(const char *folder, sg_error *reterr)
{
    struct stat seen;

    if (stat(folder, &seen) != 0 || (seen.st_mode & (S_IWGRP | S_IWOTH)) == 0)
        return SG_OK;
    return fault_in(reterr, SG_STORAGE, "writable-by-others", folder,
                    "Others may write to this folder, so that what is in it "
                    "cannot be trusted. Close it: chmod go-w '%.200s'",
                    folder);
}

sg_status store_lock(const struct store *store, int *ret_lock, sg_error *reterr)
{
    struct arena arena = {0};

    *ret_lock = -1;
    if (!store->folder || !store->config_file)
        return fault(
            reterr, SG_STORAGE, "no-home",
            "Nothing says where your files are kept. Set HOME, or "
            "XDG_DATA_HOME and XDG_CONFIG_HOME, to a folder of yours.");
    sg_status status = save_folder(store->folder, SAVE_PRIVATE, reterr);
    if (status == SG_OK)
        status = check_owner(store->folder, reterr);
    const char *path = arena_printf(&arena, "%s/.lock", store->folder);
    if (status == SG_OK && !path)
        status = fault_memory(reterr);
    if (status == SG_OK) {
        const int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
                            S_IRUSR | S_IWUSR);
        const bool locked = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;
        if (locked) {
            *ret_lock = fd;
        } else {
            status = cannot_lock(path, errno, reterr);
            if (fd >= 0)
                close(fd);
        }
    }
    arena_done(&arena);
    return status;
}

void store_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

/* Saves a text that was made, and frees it. */
static sg_status save_text(const char *path, char *text, sg_error *reterr)
{
    const sg_status status =
        path && text ? save_file(path, text, strlen(text), SAVE_PRIVATE, reterr)
                     : fault_memory(reterr);

    free(text);
    return status;
}

sg_status store_save_config(const struct store *store,
                            const struct config *config, sg_error *reterr)
{
    if (config->has_unknown)
        return fault_in(reterr, SG_INPUT, "unknown-field", store->config_file,
                        "This file holds fields that are not known here, and "
                        "writing it anew would lose them. Take them out first; "
                        "nothing was changed.");
    struct arena arena = {0};
    const char *slash = strrchr(store->config_file, '/');
    const char *folder =
        arena_strndup(&arena, store->config_file,
                      slash ? (size_t)(slash - store->config_file) : 0);
    sg_status status = folder ? save_folder(folder, SAVE_PRIVATE, reterr)
                              : fault_memory(reterr);

    if (status == SG_OK)
        status = save_text(store->config_file, write_config(config), reterr);
    arena_done(&arena);
    return status;
}

sg_status store_save_record(const char *feed_folder,
                            const struct feed_record *record, sg_error *reterr)
{
    struct arena arena = {0};
    const sg_status status =
        save_text(arena_printf(&arena, "%s/record.json", feed_folder),
                  write_feed_record(record), reterr);

    arena_done(&arena);
    return status;
}
