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

#include <stdint.h>

/* Opens a regular file for reading; `limit`: the most bytes it may have, 0:
 * any. `*ret_size` is what it has now. SG_INPUT as file_read. */
sg_status file_open(const char *path, size_t limit, int *ret_fd,
                    uint64_t *ret_size, sg_error *reterr);

/* Reads at most `room` bytes on; 0 at the end. SG_INPUT, "unreadable". */
sg_status file_read_on(int fd, const char *path, void *bytes, size_t room,
                       size_t *ret_count, sg_error *reterr);

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
