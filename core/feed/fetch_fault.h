/* SPDX-License-Identifier: MIT */
/* What went wrong with a request, in words and with what to change.
 *
 *     if (code != CURLE_OK)
 *         return fetch_failed(&outcome, reterr);
 */
#ifndef FEED_FETCH_FAULT_H
#define FEED_FETCH_FAULT_H

#include "feed/late.h"

#include <stdbool.h>
#include <stdint.h>

struct fetch_outcome {
    const struct late_curl *curl;
    CURL *handle;
    CURLcode code;
    const char *url;
    const char *host;
    bool too_much;
    bool compressed;
    bool conditional; /* "unchanged" is an answer */
    bool no_memory;
};

/* There was no whole answer. */
sg_status fetch_failed(const struct fetch_outcome *outcome, sg_error *reterr);

/* There was one: SG_OK for 200 and 304. */
sg_status fetch_answered(const struct fetch_outcome *outcome,
                         bool *ret_unchanged, uint32_t *ret_retry_after,
                         sg_error *reterr);

/* The answer was to look elsewhere. */
sg_status fetch_sent_away(const struct fetch_outcome *outcome,
                          const char *location, bool too_often,
                          sg_error *reterr);

#endif
