/* SPDX-License-Identifier: MIT */
/* Where the files of a feed come from: a web server, or a folder with a copy.
 *
 *     struct source source = {.address = &address, .curl = &curl};
 *     status = source_get(&source, "feed.json", limit, NULL, &got, reterr);
 *
 * Nothing that comes from here is believed before it has been verified. */
#ifndef FEED_SOURCE_H
#define FEED_SOURCE_H

#include "feed/fetch.h"

struct source {
    const struct address *address;
    const struct late_curl *curl; /* NULL: from the folder */
    const char *folder;
    const char *ca_file;                                          /* or NULL */
    void (*progress)(uint64_t bytes, uint64_t total, void *user); /* or NULL */
    void *user;
};

/* What is here already; both may be NULL. */
struct held_tags {
    const char *etag;
    const char *modified;
};

/* Gets one file below the feed's folder. `tags` may be NULL: then the whole
 * file is wanted. A web page in place of a file is SG_NETWORK, "web-page".
 * `got` is to be given to fetched_done. */
sg_status source_get(const struct source *source, const char *path,
                     size_t limit, const struct held_tags *tags,
                     struct fetched *got, sg_error *reterr);

#endif
