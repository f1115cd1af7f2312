/* SPDX-License-Identifier: MIT */
/* What the commands of feeds have in common.
 *
 *     struct feed_progress progress = {0};
 *     sg_feed_options options = feed_options(session, &progress);
 *     ...
 *     feed_progress_done(&progress);
 */
#ifndef CLI_FEED_H
#define CLI_FEED_H

#include "session.h"

/* What is shown while files come in; nothing unless standard error is a
 * terminal. */
struct feed_progress {
    struct session *session;
    bool shown;
    uint64_t last; /* bytes at the last time it was shown */
};

sg_feed_options feed_options(struct session *session,
                             struct feed_progress *progress);

/* Clears what was shown: before a result is printed, on the same terminal. */
void feed_progress_done(struct feed_progress *progress);

/* A whole number of at least 1, from an argument. SG_USAGE. */
sg_status feed_number(struct session *session, const char *what,
                      const char *text, uint32_t *ret_number);

#endif
