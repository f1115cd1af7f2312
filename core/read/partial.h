/* SPDX-License-Identifier: MIT */
/* Reading a partial result back into a tally.
 *
 *     struct sg_tally *tally = NULL;
 *     status = read_partial(&bytes, file, catalogue, &sink, &tally, reterr);
 *     tally_free(tally);
 */
#ifndef READ_PARTIAL_H
#define READ_PARTIAL_H

#include "model/tally.h"
#include "read/read.h"

/* As read_framework. Every count is held against the others: what somebody
 * changed by hand is refused ("sums"), and so is what was made with other
 * frameworks or other versions of them ("other-framework"). */
sg_status read_partial(const struct buffer *bytes, const char *file,
                       const sg_catalogue *catalogue, struct problem_sink *sink,
                       struct sg_tally **ret_tally, sg_error *reterr);

#endif
