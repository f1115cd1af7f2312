/* SPDX-License-Identifier: MIT */
/* Bringing one feed up to date, from the web or from a folder.
 *
 *     const struct taking taking = {.operation = &operation, .known = known,
 *                                   .feed_folder = folder, .record = record};
 *     status = take_news(&taking, news, reterr);
 */
#ifndef FEED_TAKE_H
#define FEED_TAKE_H

#include "feed/operation.h"

struct taking {
    struct operation *operation;
    const struct known_feed *known;
    const char *feed_folder;
    const struct feed_record *record; /* NULL: nothing counts that is here */
    const char *copy; /* a folder with what the publisher serves; NULL: ask
                         the publisher */
    const struct config *config; /* to save just before the switch, or NULL */
    bool may_end_rollback;
};

/* Fetches, verifies, reads and puts to use. Fills `news` (its outcome is to be
 * SG_FEED_FAILED before); `outcome` of a feed that is new is SG_FEED_UPDATED.
 */
sg_status take_news(const struct taking *taking, sg_feed_news *news,
                    sg_error *reterr);

#endif
