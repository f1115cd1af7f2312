/* SPDX-License-Identifier: MIT */
/* Writing files so that a reader sees the old one or the new one, whole.
 *
 *     sg_status status = save_file(path, text, size, SAVE_PRIVATE, reterr);
 *
 * A file is written beside its place under a fresh name, flushed, renamed, and
 * then its folder is flushed: after a crash at any moment the one or the other
 * is there. Whatever cannot be flushed counts as not written. What a crash
 * leaves behind begins with SAVE_FRESH and is swept away later. All failures
 * are SG_STORAGE with the reason "disk-full", "file-limit", "read-only",
 * "not-allowed", "missing", "not-a-folder" or "storage". */
#ifndef BASE_SAVE_H
#define BASE_SAVE_H

#include "base/arena.h"
#include "skillgap/error.h"

#include <stdbool.h>
#include <stddef.h>

/* How the name of whatever is not finished begins. */
#define SAVE_FRESH ".new-"

enum save_mode {
    SAVE_PRIVATE, /* files 0600, folders 0700 */
    SAVE_PUBLIC   /* as the user's umask has it, for what others fetch */
};

/* Replaces a file, or makes it. Its folder has to be there. */
sg_status save_file(const char *path, const void *bytes, size_t size,
                    enum save_mode mode, sg_error *reterr);

/* The same, but refuses a file that is there: SG_STORAGE, "exists". */
sg_status save_new_file(const char *path, const void *bytes, size_t size,
                        enum save_mode mode, sg_error *reterr);

/* What is to be written where. */
struct save_part {
    const char *path;
    const void *bytes;
    size_t size;
};

/* Two files that belong together: neither gets its name before both are written
 * and flushed, so that a full disk leaves both as they were. */
sg_status save_pair(const struct save_part *first,
                    const struct save_part *second, enum save_mode mode,
                    sg_error *reterr);

/* Makes a folder, and those above it, unless they are there. */
sg_status save_folder(const char *path, enum save_mode mode, sg_error *reterr);

/* Makes a folder of a fresh name in `folder`; *ret_path is of the arena. */
sg_status save_fresh_folder(struct arena *arena, const char *folder,
                            const char **ret_path, sg_error *reterr);

/* Gives a finished folder its name, and flushes the folder above. Nothing of
 * that name may be there. */
sg_status save_rename(const char *from, const char *to, sg_error *reterr);

sg_status save_flush_folder(const char *path, sg_error *reterr);

/* Removes a file, or a folder with all that is in it; follows no link. What is
 * not there is no error. */
sg_status save_remove(const char *path, sg_error *reterr);

/* Removes what earlier runs left unfinished in a folder. Nobody else may be
 * writing there. */
sg_status save_sweep(const char *folder, sg_error *reterr);

#endif
