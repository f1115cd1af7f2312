/* SPDX-License-Identifier: MIT */
/* What reading an index, a record and a configuration have in common.
 *
 *     status = feed_parse(bytes, file, &config_shape, FORMAT, sink, &root,
 *                         reterr);
 */
#ifndef READ_FEED_PARSE_H
#define READ_FEED_PARSE_H

#include "read/read.h"
#include "read/shape.h"

/* Parses and checks a whole file. `format`: what its "format" has to be; NULL:
 * it has none. `sink` may be NULL. *ret_root is to be released in any case. */
sg_status feed_parse(const struct buffer *bytes, const char *file,
                     const struct shape *shape, const char *format,
                     struct problem_sink *sink, json_t **ret_root,
                     sg_error *reterr);

#endif
