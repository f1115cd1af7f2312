/* SPDX-License-Identifier: MIT */
/* What reading one file begins with: the shared lists, and its bytes.
 *
 *     status = input_reference(dirs, count, &sink, &reference, reterr);
 *     if (status == SG_OK)
 *         status = input_bytes(path, &bytes, &sink, reterr);
 */
#ifndef CATALOGUE_INPUT_H
#define CATALOGUE_INPUT_H

#include "base/buffer.h"
#include "read/read.h"

/* Reads the reference lists from where opening a catalogue would look. */
sg_status input_reference(const char *const *data_dirs, size_t count,
                          struct problem_sink *sink,
                          struct reference **ret_reference, sg_error *reterr);

/* Reads a file; one that cannot be read is its own one error, and told like
 * the others. */
sg_status input_bytes(const char *path, struct buffer *bytes,
                      struct problem_sink *sink, sg_error *reterr);

#endif
