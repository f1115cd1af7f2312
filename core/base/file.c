/* SPDX-License-Identifier: MIT */
/* Reading a whole file, and listing a folder. */
#include "base/file.h"

#include "base/fault.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

static sg_status too_large(const char *path, size_t limit, sg_error *reterr)
{
    return fault_in(reterr, SG_INPUT, "too-large", path,
                    "This file is larger than %zu MB, the most that is read; "
                    "check that it is the right file.",
                    limit / (1024 * 1024));
}

static bool is_link(const char *path)
{
    struct stat seen;
    return lstat(path, &seen) == 0 && S_ISLNK(seen.st_mode);
}

static sg_status cannot_open(const char *path, int error, sg_error *reterr)
{
    if (error == ENOMEM)
        return fault_memory(reterr);
    if (path[0] == '\0')
        return fault_in(reterr, SG_INPUT, "missing", path,
                        "The name of the file is empty; give the name of a "
                        "file.");
    if (error == ENOENT && is_link(path))
        return fault_in(reterr, SG_INPUT, "missing", path,
                        "This is a link to a file that is not there; mend the "
                        "link, or give the name of the file itself.");
    if (error == ENOENT || error == ENOTDIR)
        return fault_in(reterr, SG_INPUT, "missing", path,
                        "There is no file of this name; check its spelling "
                        "and its folder.");
    return fault_in(reterr, SG_INPUT, "unreadable", path,
                    "This file cannot be opened (%s); check who may read it.",
                    strerror(error));
}

static sg_status not_a_file(const char *path, mode_t mode, sg_error *reterr)
{
    return fault_in(reterr, SG_INPUT, "not-a-file", path,
                    "This is %s and not a file; give the name of a file.",
                    S_ISDIR(mode) ? "a folder" : "a pipe or a device");
}

sg_status file_read_on(int fd, const char *path, void *bytes, size_t room,
                       size_t *ret_count, sg_error *reterr)
{
    ssize_t count;
    do
        count = read(fd, bytes, room);
    while (count < 0 && errno == EINTR);
    *ret_count = count > 0 ? (size_t)count : 0;
    return count >= 0 ? SG_OK
                      : fault_in(reterr, SG_INPUT, "unreadable", path,
                                 "This file cannot be read to its end (%s).",
                                 strerror(errno));
}

static sg_status read_all(int fd, const char *path, struct buffer *bytes,
                          sg_error *reterr)
{
    char chunk[CHUNK];
    for (;;) {
        size_t count;
        const sg_status status =
            file_read_on(fd, path, chunk, sizeof(chunk), &count, reterr);
        if (status != SG_OK || count == 0)
            return status;
        if (bytes->limit && count > bytes->limit - bytes->size)
            return too_large(path, bytes->limit, reterr);
        buffer_add(bytes, chunk, count);
        if (bytes->failed)
            return fault_memory(reterr);
    }
}

/* Opened without blocking and looked at again, for what has the name may have
 * been exchanged since it was looked at first. */
sg_status file_open(const char *path, size_t limit, int *ret_fd,
                    uint64_t *ret_size, sg_error *reterr)
{
    struct stat seen;
    if (stat(path, &seen) != 0)
        return cannot_open(path, errno, reterr);
    if (!S_ISREG(seen.st_mode))
        return not_a_file(path, seen.st_mode, reterr);
    const int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return cannot_open(path, errno, reterr);
    sg_status status = SG_OK;
    if (fstat(fd, &seen) != 0)
        status = cannot_open(path, errno, reterr);
    else if (!S_ISREG(seen.st_mode))
        status = not_a_file(path, seen.st_mode, reterr);
    else if (limit && (uintmax_t)seen.st_size > limit)
        status = too_large(path, limit, reterr);
    if (status != SG_OK) {
        close(fd);
        return status;
    }
    *ret_fd = fd;
    *ret_size = (uint64_t)seen.st_size;
    return SG_OK;
}

const char *file_label(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

sg_status file_read(const char *path, struct buffer *bytes, sg_error *reterr)
{
    if (strcmp(path, "-") == 0)
        return read_all(STDIN_FILENO, file_label(path), bytes, reterr);
    int fd = -1;
    uint64_t size;
    sg_status status = file_open(path, bytes->limit, &fd, &size, reterr);
    if (status != SG_OK)
        return status;
    status = read_all(fd, path, bytes, reterr);
    close(fd);
    return status;
}

struct found {
    struct found *next;
    const char *path;
};

/* Hidden files are an editor's or a copying program's, never meant as data. */
static bool is_wanted(const char *name, const char *ending)
{
    const size_t length = strlen(name), tail = strlen(ending);
    return name[0] != '.' && length > tail &&
           strcmp(name + length - tail, ending) == 0;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Reads the names of an open folder; errno says what stopped it, or 0. */
static struct found *collect(DIR *open_folder, struct arena *arena,
                             const char *folder, const char *ending,
                             size_t *ret_count)
{
    struct found *list = NULL;
    errno = 0;
    for (struct dirent *entry; (entry = readdir(open_folder)); errno = 0) {
        if (!is_wanted(entry->d_name, ending))
            continue;
        struct found *found = arena_alloc(arena, sizeof(*found));
        char *path = arena_printf(arena, "%s/%s", folder, entry->d_name);
        if (!found || !path) {
            errno = ENOMEM;
            return NULL;
        }
        *found = (struct found){.next = list, .path = path};
        list = found;
        ++*ret_count;
    }
    return list;
}

static sg_status cannot_list(const char *folder, int error, sg_error *reterr)
{
    if (error == ENOMEM)
        return fault_memory(reterr);
    return fault_in(reterr, SG_INPUT, "unreadable", folder,
                    "This folder cannot be read (%s); check its name and who "
                    "may read it.",
                    strerror(error));
}

sg_status file_list(struct arena *arena, const char *folder, const char *ending,
                    const char *const **ret_paths, size_t *ret_count,
                    sg_error *reterr)
{
    *ret_paths = NULL;
    *ret_count = 0;
    DIR *open_folder = opendir(folder);
    if (!open_folder)
        return errno == ENOENT ? SG_OK : cannot_list(folder, errno, reterr);
    size_t count = 0;
    struct found *list = collect(open_folder, arena, folder, ending, &count);
    const int error = errno;
    closedir(open_folder);
    if (error != 0)
        return cannot_list(folder, error, reterr);
    const char **paths = arena_array(arena, count, sizeof(*paths));
    if (!paths)
        return fault_memory(reterr);
    for (size_t i = 0; list; list = list->next)
        paths[i++] = list->path;
    qsort(paths, count, sizeof(*paths), by_bytes);
    *ret_paths = paths;
    *ret_count = count;
    return SG_OK;
}
