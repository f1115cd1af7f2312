/* SPDX-License-Identifier: MIT */
/* Looking at a plugin file: whose it is, what it is, and whether it is whole.
 */
#define _XOPEN_SOURCE 700 /* S_ISVTX */

#include "plug/look.h"

#include "base/fault.h"
#include "base/limits.h"
#include "plug/image.h"
#include "skillgap/plugin.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_trusted_owner(uid_t owner)
{
    return owner == 0 || owner == geteuid();
}

static sg_status unreadable(const char *path, int error, sg_error *reterr)
{
    if (error == ENOMEM)
        return fault_memory(reterr);
    if (error == ENOENT || error == ENOTDIR)
        return fault_in(reterr, SG_INPUT, "missing", path,
                        "There is no file of this name; check its spelling "
                        "and its folder.");
    return fault_in(reterr, SG_PLUGIN, "unreadable", path,
                    "This file cannot be read (%s); check who may read it.",
                    strerror(error));
}

/* In a sticky folder (/tmp) only a file's owner may exchange it, and the owner
 * is checked: others may add files there, but not touch this one. */
static sg_status look_at_folder(const char *path, sg_error *reterr)
{
    const char *slash = strrchr(path, '/');
    char *folder = !slash          ? strdup(".")
                   : slash == path ? strdup("/")
                                   : strndup(path, (size_t)(slash - path));
    if (!folder)
        return fault_memory(reterr);

    struct stat seen;
    const int failed = stat(folder, &seen) != 0 ? errno : 0;
    free(folder);
    if (failed)
        return unreadable(path, failed, reterr);
    if (!is_trusted_owner(seen.st_uid))
        return fault_in(reterr, SG_PLUGIN, "folder-owner", path,
                        "The folder of this plugin belongs to another user; "
                        "put the plugin into a folder of your own, or ask the "
                        "administrator to install it.");
    if ((seen.st_mode & (S_IWGRP | S_IWOTH)) && !(seen.st_mode & S_ISVTX))
        return fault_in(reterr, SG_PLUGIN, "folder-writable", path,
                        "Other people may change what is in the folder of "
                        "this plugin; take that right away with \"chmod "
                        "go-w\" on the folder.");
    return SG_OK;
}

static sg_status look_at_kind(const char *path, mode_t mode, sg_error *reterr)
{
    if (S_ISREG(mode))
        return SG_OK;
    if (S_ISLNK(mode))
        return fault_in(reterr, SG_PLUGIN, "link", path,
                        "This is a link and not a file; put the plugin itself "
                        "into the folder.");
    return fault_in(reterr, SG_PLUGIN, "not-a-file", path,
                    "This is %s and not a file.",
                    S_ISDIR(mode) ? "a folder" : "a pipe or a device");
}

static sg_status look_at_rights(const char *path, const struct stat *seen,
                                sg_error *reterr)
{
    if (!is_trusted_owner(seen->st_uid))
        return fault_in(reterr, SG_PLUGIN, "owner", path,
                        "This plugin belongs to another user; it must belong "
                        "to you or to the administrator, so install it again "
                        "yourself or ask for it to be installed.");
    if (seen->st_mode & (S_IWGRP | S_IWOTH))
        return fault_in(reterr, SG_PLUGIN, "writable", path,
                        "Other people may change this plugin; check that it "
                        "is as its council made it, then take that right away "
                        "with \"chmod go-w\" on the file.");
    return SG_OK;
}

static sg_status look_at_size(const char *path, off_t size, sg_error *reterr)
{
    if (size == 0)
        return fault_in(reterr, SG_PLUGIN, "empty", path,
                        "This file is empty; copy the plugin again.");
    if (size > LIMIT_PLUGIN_BYTES)
        return fault_in(reterr, SG_PLUGIN, "too-large", path,
                        "This file is larger than %d MB, the most for a "
                        "plugin; check that it is the right file.",
                        LIMIT_PLUGIN_BYTES / (1024 * 1024));
    return SG_OK;
}

static sg_status look_at_file(const char *path, const struct stat *seen,
                              sg_error *reterr)
{
    sg_status status = look_at_kind(path, seen->st_mode, reterr);
    if (status == SG_OK)
        status = look_at_rights(path, seen, reterr);
    if (status == SG_OK)
        status = look_at_size(path, seen->st_size, reterr);
    return status;
}

static sg_status tell_image(enum image_fault found, const char *path,
                            sg_error *reterr)
{
    static const struct {
        const char *reason;
        const char *message;
    } said[] = {
        [IMAGE_NOT_ELF] = {"not-elf",
                           "This is not a plugin: a plugin is a shared library "
                           "for this system."},
        [IMAGE_OTHER_MACHINE] = {"machine",
                                 "This plugin was built for another kind of "
                                 "computer; ask its council for a build for "
                                 "this one."},
        [IMAGE_NOT_SHARED] = {"not-shared",
                              "This is a program and not a plugin."},
        [IMAGE_CUT_SHORT] = {"truncated",
                             "The end of this file is missing; copy the plugin "
                             "again."},
        [IMAGE_DAMAGED] = {"damaged",
                           "This file is damaged; copy the plugin again, or "
                           "ask its council for a new build."},
        [IMAGE_NO_ENTRY] = {"no-entry",
                            "This is a library but not a skillgap plugin: it "
                            "has no function " SG_PLUGIN_ENTRY "."},
    };
    if (found == IMAGE_FINE)
        return SG_OK;
    return fault_in(reterr, SG_PLUGIN, said[found].reason, path, "%s",
                    said[found].message);
}

/* How many bytes could be read; fewer than `size` at the file's end. */
static ssize_t read_whole(int fd, unsigned char *bytes, size_t size)
{
    size_t done = 0;

    while (done < size) {
        const ssize_t count = read(fd, bytes + done, size - done);
        if (count == 0)
            break;
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        done += (size_t)count;
    }
    return (ssize_t)done;
}

static sg_status look_at_image(int fd, const char *path, size_t size,
                               sg_error *reterr)
{
    unsigned char *bytes = malloc(size);
    if (!bytes)
        return fault_memory(reterr);

    const ssize_t count = read_whole(fd, bytes, size);
    const sg_status status =
        count < 0
            ? unreadable(path, errno, reterr)
            : tell_image(image_check(bytes, (size_t)count, SG_PLUGIN_ENTRY),
                         path, reterr);
    free(bytes);
    return status;
}

/* Looked at by name first, since opening a device can do things, and without
 * blocking, since opening a FIFO waits for ever; then once more through the
 * descriptor, for what has the name may have been exchanged in between. */
sg_status plug_look(const char *path, sg_error *reterr)
{
    struct stat seen;
    if (lstat(path, &seen) != 0)
        return unreadable(path, errno, reterr);
    sg_status status = look_at_kind(path, seen.st_mode, reterr);
    if (status == SG_OK)
        status = look_at_folder(path, reterr);
    if (status != SG_OK)
        return status;

    const int fd =
        open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return unreadable(path, errno, reterr);
    if (fstat(fd, &seen) != 0)
        status = unreadable(path, errno, reterr);
    else
        status = look_at_file(path, &seen, reterr);
    if (status == SG_OK)
        status = look_at_image(fd, path, (size_t)seen.st_size, reterr);
    close(fd);
    return status;
}
