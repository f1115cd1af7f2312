/* SPDX-License-Identifier: MIT */
/* Whether a feed brings in what nobody asked it for.
 *
 *     status = extraneous_check(&operation, "county", index, record, reterr);
 */
#ifndef FEED_EXTRANEOUS_H
#define FEED_EXTRANEOUS_H

#include "feed/operation.h"

/* A framework that another feed offers is never taken. A feed that has been in
 * use may bring in a new framework, but not take the place of one that is there
 * from elsewhere: whoever added the feed did not agree to that. `record` is
 * NULL for a feed that is new. SG_TRUST, "extraneous". */
sg_status extraneous_check(struct operation *operation, const char *name,
                           const struct feed_index *index,
                           const struct feed_record *record, sg_error *reterr);

#endif
