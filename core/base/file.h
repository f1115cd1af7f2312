/* SPDX-License-Identifier: MIT */
/* Reading a whole file, and naming places.
 *
 *     struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
 *     sg_status status = file_read(path, &bytes, reterr);
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "skillgap/error.h"

/* Reads a regular file, or standard input for "-", into an empty buffer.
 * SG_INPUT with reason "missing", "not-a-file" (folder, FIFO, device: never
 * opened for reading), "too-large" (past the buffer's limit), "unreadable". */
sg_status file_read(const char *path, struct buffer *bytes, sg_error *reterr);

/* What to call a file in front of people: "standard input" for "-", else its
 * name. */
const char *file_label(const char *path);

/* The names in a folder that end in `ending`, sorted by byte value, as full
 * paths in the arena. A folder that does not exist has none: SG_OK. */
sg_status file_list(struct arena *arena, const char *folder, const char *ending,
                    const char *const **ret_paths, size_t *ret_count,
                    sg_error *reterr);

#endif
