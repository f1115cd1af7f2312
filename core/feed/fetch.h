/* SPDX-License-Identifier: MIT */
/* One file from a web server that may be broken or hostile.
 *
 *     struct fetched got = {0};
 *     status = fetch(&curl, &wanted, &got, reterr);
 *     fetched_done(&got);
 *
 * https alone (and http to this machine where the address says so), TLS 1.2 or
 * newer, certificates always checked; no compression; connecting takes 10
 * seconds at most, the whole 120, and less than 1 KB a second for 15 seconds
 * ends it. Redirects are followed three times, within the feed's own folder.
 * Proxies are as libcurl reads them. Whatever goes wrong is SG_NETWORK with a
 * reason of its own, and names the setting to change; what a proxy's address
 * says before its "@" is never repeated. */
#ifndef FEED_FETCH_H
#define FEED_FETCH_H

#include "base/buffer.h"
#include "feed/address.h"
#include "feed/late.h"

#include <stdint.h>

struct fetch_wanted {
    const struct address *address;
    const char *url;
    size_t limit;         /* more bytes than this are refused */
    const char *ca_file;  /* certificates to trust as well, or NULL */
    const char *etag;     /* of what is here already, or NULL */
    const char *modified; /* likewise */
    void (*progress)(uint64_t bytes, uint64_t total, void *user); /* or NULL */
    void *user;
};

struct fetched {
    struct buffer body;
    bool unchanged; /* it is what is here already; there is no body */
    char *etag;     /* or NULL */
    char *modified;
    uint32_t retry_after; /* seconds that the server asks to be left alone */
};

/* `got` is to be given to fetched_done in any case; after "too-many-requests"
 * it says for how long. */
sg_status fetch(const struct late_curl *curl, const struct fetch_wanted *wanted,
                struct fetched *got, sg_error *reterr);
void fetched_done(struct fetched *got);

#endif
