/* SPDX-License-Identifier: MIT */
/* A whole file of JSON, parsed and held to its table: what reading an index, a
 * record, a configuration and a map of columns begins with.
 *
 *     status = shaped_parse(bytes, file, &config_shape, FORMAT, sink, &root,
 *                         reterr);
 */
#ifndef READ_SHAPED_H
#define READ_SHAPED_H

#include "read/read.h"
#include "read/shape.h"

/* Parses and checks a whole file. `format`: what its "format" has to be; NULL:
 * it has none. `sink` may be NULL. *ret_root is to be released in any case. */
sg_status shaped_parse(const struct buffer *bytes, const char *file,
                       const struct shape *shape, const char *format,
                       struct problem_sink *sink, json_t **ret_root,
                       sg_error *reterr);

#endif
