/* SPDX-License-Identifier: MIT */
/* Bytes to knowledge about qualifications.
 *
 *     struct quals *quals = NULL;
 *     sg_status status = read_quals(folder, reference, &quals, reterr);
 */
#ifndef READ_QUALS_H
#define READ_QUALS_H

#include "quals/quals.h"
#include "read/read.h"

/* Reads subjects.json and qualifications.json of a folder's reference/, and
 * indexes them. The scales are those of `reference`. SG_INPUT with the first
 * problem in *reterr. Free with quals_free. */
sg_status read_quals(const char *folder, const struct reference *reference,
                     struct quals **ret_quals, sg_error *reterr);

#endif
