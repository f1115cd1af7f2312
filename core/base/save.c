/* SPDX-License-Identifier: MIT */
/* Writing files beside their place, and folders. */
#include "base/save.h"

#include "base/fault.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FRESH_TRIES = 100, ROOM = 4096 };

static sg_status failed(const char *what, const char *path, int error,
                        sg_error *reterr)
{
    if (error == ENOMEM)
        return fault_memory(reterr);
    if (error == ENOSPC || error == EDQUOT)
        return fault_in(reterr, SG_STORAGE, "disk-full", path,
                        "%s: the disk is full. Make room and try again.", what);
    if (error == EFBIG)
        return fault_in(reterr, SG_STORAGE, "file-limit", path,
                        "%s: files may not grow that large here. Raise the "
                        "limit (ulimit -f), or ask whoever looks after this "
                        "machine.",
                        what);
    if (error == EROFS)
        return fault_in(reterr, SG_STORAGE, "read-only", path,
                        "%s: the disk can only be read. Use another place, or "
                        "ask whoever looks after this machine.",
                        what);
    if (error == EACCES || error == EPERM)
        return fault_in(reterr, SG_STORAGE, "not-allowed", path,
                        "%s: you may not write there. Check who owns the "
                        "folder and who may write to it.",
                        what);
    if (error == ENOTDIR)
        return fault_in(reterr, SG_STORAGE, "not-a-folder", path,
                        "%s: a file is in the way, where a folder has to be. "
                        "Name another place, or move that file.",
                        what);
    if (error == ENOENT)
        return fault_in(reterr, SG_STORAGE, "missing", path,
                        "%s: its folder is not there. Make the folder first.",
                        what);
    return fault_in(reterr, SG_STORAGE, "storage", path,
                    "%s (%s). Check the disk, and try again.", what,
                    strerror(error));
}

/* The folder that a path lies in, in `out`. */
static bool folder_of(const char *path, char out[ROOM])
{
    const char *slash = strrchr(path, '/');
    const size_t size = slash ? (size_t)(slash - path) : 0;

    if (size >= ROOM)
        return false;
    if (!slash)
        strcpy(out, ".");
    else if (size == 0)
        strcpy(out, "/");
    else
        snprintf(out, ROOM, "%.*s", (int)size, path);
    return true;
}

static sg_status too_long(const char *path, sg_error *reterr)
{
    return fault_in(reterr, SG_STORAGE, "storage", path,
                    "This name is too long; use a folder with a shorter one.");
}

sg_status save_flush_folder(const char *path, sg_error *reterr)
{
    const int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int error = fd < 0 || fsync(fd) != 0 ? errno : 0;

    if (fd >= 0)
        close(fd);
    if (error == EINVAL) /* some file systems cannot flush a folder */
        error = 0;
    return error
               ? failed("This folder could not be flushed", path, error, reterr)
               : SG_OK;
}

/* A name beside the file that nobody has yet. */
static void fresh_name(const char *folder, unsigned number, char out[ROOM])
{
    snprintf(out, ROOM, "%.3900s/" SAVE_FRESH "%ld-%u", folder, (long)getpid(),
             number);
}

static int open_fresh(const char *folder, enum save_mode mode, char out[ROOM])
{
    const mode_t bits = mode == SAVE_PRIVATE ? 0600 : 0666;
    int fd = -1;

    errno = EEXIST;
    for (unsigned i = 0; fd < 0 && errno == EEXIST && i < FRESH_TRIES; i++) {
        fresh_name(folder, i, out);
        fd = open(out, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                  bits);
    }
    return fd;
}

static int write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t count = write(fd, bytes, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        bytes += count;
        size -= (size_t)count;
    }
    return 0;
}

/* Writes and closes; the error, or 0. */
static int fill(int fd, const void *bytes, size_t size)
{
    int error = write_all(fd, bytes, size);

    if (!error && fsync(fd) != 0)
        error = errno;
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

static sg_status save(const char *path, const void *bytes, size_t size,
                      enum save_mode mode, bool replace, sg_error *reterr)
{
    const char *what = "This file could not be written";
    char folder[ROOM], fresh[ROOM];

    if (strlen(path) + 1 >= ROOM || !folder_of(path, folder))
        return too_long(path, reterr);
    const int fd = open_fresh(folder, mode, fresh);
    if (fd < 0)
        return failed(what, path, errno, reterr);
    int error = fill(fd, bytes, size);
    /* link() does what rename() cannot: it fails when the name is taken. */
    if (!error && (replace ? rename(fresh, path) : link(fresh, path)) != 0)
        error = errno;
    if (error || !replace)
        unlink(fresh);
    if (error == EEXIST)
        return fault_in(reterr, SG_STORAGE, "exists", path,
                        "There is a file of this name already; it is left as "
                        "it is. Give another name, or remove it first.");
    return error ? failed(what, path, error, reterr)
                 : save_flush_folder(folder, reterr);
}

sg_status save_file(const char *path, const void *bytes, size_t size,
                    enum save_mode mode, sg_error *reterr)
{
    return save(path, bytes, size, mode, true, reterr);
}

sg_status save_new_file(const char *path, const void *bytes, size_t size,
                        enum save_mode mode, sg_error *reterr)
{
    return save(path, bytes, size, mode, false, reterr);
}

/* Writes a part under a fresh name. */
static sg_status write_fresh(const struct save_part *part, enum save_mode mode,
                             char fresh[ROOM], sg_error *reterr)
{
    const char *what = "This file could not be written";
    char folder[ROOM];

    fresh[0] = '\0';
    if (strlen(part->path) + 1 >= ROOM || !folder_of(part->path, folder))
        return too_long(part->path, reterr);
    const int fd = open_fresh(folder, mode, fresh);
    if (fd < 0) {
        fresh[0] = '\0';
        return failed(what, part->path, errno, reterr);
    }
    const int error = fill(fd, part->bytes, part->size);
    return error ? failed(what, part->path, error, reterr) : SG_OK;
}

sg_status save_pair(const struct save_part *first,
                    const struct save_part *second, enum save_mode mode,
                    sg_error *reterr)
{
    char fresh[2][ROOM] = {"", ""};
    sg_status status = write_fresh(first, mode, fresh[0], reterr);

    if (status == SG_OK)
        status = write_fresh(second, mode, fresh[1], reterr);
    if (status == SG_OK)
        status = save_rename(fresh[0], first->path, reterr);
    if (status == SG_OK)
        status = save_rename(fresh[1], second->path, reterr);
    for (int i = 0; status != SG_OK && i < 2; i++)
        if (fresh[i][0])
            unlink(fresh[i]);
    return status;
}

static bool is_folder(const char *path)
{
    struct stat seen;

    return stat(path, &seen) == 0 && S_ISDIR(seen.st_mode);
}

sg_status save_folder(const char *path, enum save_mode mode, sg_error *reterr)
{
    const mode_t bits = mode == SAVE_PRIVATE ? 0700 : 0777;
    const size_t size = strlen(path);
    char part[ROOM];

    if (size >= ROOM)
        return too_long(path, reterr);
    for (size_t i = 1; i <= size; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        snprintf(part, ROOM, "%.*s", (int)i, path);
        if (mkdir(part, bits) == 0 || is_folder(part))
            continue;
        return failed("This folder could not be made", part,
                      errno == EEXIST ? ENOTDIR : errno, reterr);
    }
    return SG_OK;
}

sg_status save_fresh_folder(struct arena *arena, const char *folder,
                            const char **ret_path, sg_error *reterr)
{
    char fresh[ROOM];
    int made = -1;

    errno = EEXIST;
    for (unsigned i = 0; made != 0 && errno == EEXIST && i < FRESH_TRIES; i++) {
        fresh_name(folder, i, fresh);
        made = mkdir(fresh, 0700);
    }
    if (made != 0)
        return failed("A folder could not be made in here", folder, errno,
                      reterr);
    *ret_path = arena_strdup(arena, fresh);
    return *ret_path ? SG_OK : fault_memory(reterr);
}

sg_status save_rename(const char *from, const char *to, sg_error *reterr)
{
    char folder[ROOM];

    if (!folder_of(to, folder))
        return too_long(to, reterr);
    if (rename(from, to) != 0)
        return failed("This could not be put in its place", to, errno, reterr);
    return save_flush_folder(folder, reterr);
}
