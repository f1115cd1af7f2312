/* SPDX-License-Identifier: MIT */
/* The trusted comment of a signature, which says what was signed: so that a
 * file that is rightly signed cannot be taken for another one.
 *
 *     struct trusted trusted;
 *     if (trusted_read(comment, &trusted) && trusted.serial == index->serial)
 */
#ifndef FEED_TRUSTED_H
#define FEED_TRUSTED_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

enum { TRUSTED_ROOM = 100 };

struct trusted {
    char feed[TRUSTED_ROOM];
    char framework[TRUSTED_ROOM]; /* "": it is the index */
    uint32_t serial;
};

/* False for the comment of anything else. */
bool trusted_read(const char *comment, struct trusted *ret_trusted);

/* `moment`: Unix time. */
void trusted_write(const struct trusted *trusted, uint64_t moment,
                   struct buffer *out);

#endif
