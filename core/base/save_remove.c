/* SPDX-License-Identifier: MIT */
/* Removing files and folders. */
#include "base/fault.h"
#include "base/save.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MOST = 16 };

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static int remove_at(int at, const char *name, unsigned depth);

/* Removes what is in an open folder, and closes it. */
static int empty(int fd, unsigned depth)
{
    DIR *folder = depth < DEPTH_MOST ? fdopendir(fd) : NULL;
    int error = 0;

    if (!folder) {
        error = depth < DEPTH_MOST ? errno : ELOOP;
        close(fd);
        return error;
    }
    errno = 0;
    for (struct dirent *entry; !error && (entry = readdir(folder)); errno = 0)
        if (!is_dots(entry->d_name))
            error = remove_at(dirfd(folder), entry->d_name, depth + 1);
    if (!error)
        error = errno;
    closedir(folder);
    return error;
}

static int remove_at(int at, const char *name, unsigned depth)
{
    if (unlinkat(at, name, 0) == 0 || errno == ENOENT)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return errno;
    const int fd =
        openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno;
    const int error = empty(fd, depth);
    if (error)
        return error;
    return unlinkat(at, name, AT_REMOVEDIR) == 0 || errno == ENOENT ? 0 : errno;
}

sg_status save_remove(const char *path, sg_error *reterr)
{
    const int error = remove_at(AT_FDCWD, path, 0);

    return error ? fault_in(reterr, SG_STORAGE, "storage", path,
                            "This could not be removed (%s). Check who owns "
                            "it, and try again.",
                            strerror(error))
                 : SG_OK;
}

/* The first name in an open folder that was never finished; "" when there is
 * none. One at a time, since a folder is not to be changed while it is read. */
static void find_fresh(const char *folder, char *out, size_t room)
{
    DIR *opened = opendir(folder);

    out[0] = '\0';
    for (struct dirent *entry; opened && (entry = readdir(opened));)
        if (strncmp(entry->d_name, SAVE_FRESH, strlen(SAVE_FRESH)) == 0) {
            snprintf(out, room, "%.3900s/%s", folder, entry->d_name);
            break;
        }
    if (opened)
        closedir(opened);
}

sg_status save_sweep(const char *folder, sg_error *reterr)
{
    char path[4400];
    sg_status status = SG_OK;

    find_fresh(folder, path, sizeof path);
    while (status == SG_OK && path[0]) {
        status = save_remove(path, reterr);
        if (status == SG_OK)
            find_fresh(folder, path, sizeof path);
    }
    return status;
}
