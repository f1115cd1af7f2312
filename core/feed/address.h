/* SPDX-License-Identifier: MIT */
/* The address of a feed, and what lies in its folder.
 *
 *     struct address address;
 *     status = address_read("https://council.example/jobs/", false, &arena,
 *                           &address, reterr); // ".../jobs/feed.json"
 *     const char *path = address_path(&address, item_url);
 */
#ifndef FEED_ADDRESS_H
#define FEED_ADDRESS_H

#include "base/arena.h"
#include "skillgap/error.h"

#include <stdbool.h>

struct address {
    const char *url;    /* of the index */
    const char *folder; /* the same up to its last "/" */
    const char *host;   /* with the port, if one is named */
};

/* Takes https:// only; with `plain_http` also http://, but of this machine
 * alone. Names, passwords, questions and marks ("?", "#") are refused, and
 * whatever could be read in two ways. SG_USAGE, "address". The strings are of
 * the arena. */
sg_status address_read(const char *text, bool plain_http, struct arena *arena,
                       struct address *ret_address, sg_error *reterr);

/* The path below the feed's folder that a file of the feed has, or NULL when
 * it leads elsewhere or is no ".json" file: "frameworks/county-2.json". Small
 * letters, digits, "-", "." and "_" in parts that do not begin with a dot. */
const char *address_path(const struct address *address, const char *url);

/* Whether an absolute address is in the folder of the feed. */
bool address_holds(const struct address *address, const char *url);

#endif
