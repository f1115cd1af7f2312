/* SPDX-License-Identifier: MIT */
/* The one door to jansson for reading: text with ceilings to a JSON value.
 *
 *     json_t *root = NULL;
 *     if (json_read(&bytes, file, &root, reterr) == SG_OK) ...
 *
 * Depth, the number of values and so the memory are counted before jansson
 * sees the text, since it would need 70 times the size of the worst input. */
#ifndef READ_JSON_H
#define READ_JSON_H

#include "base/buffer.h"
#include "skillgap/error.h"

#include <jansson.h>

/* Parses one whole JSON value. SG_INPUT with line and column; reasons
 * "empty", "syntax", "nesting", "too-large", "duplicate-key", "encoding",
 * "out-of-range" (a number that no machine number holds). */
sg_status json_read(const struct buffer *bytes, const char *file,
                    json_t **ret_root, sg_error *reterr);

#endif
