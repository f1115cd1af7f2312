/* SPDX-License-Identifier: MIT */
/* The index of a feed, the record of what is held of it, the configuration, as
 * JSON: what read/feed.h reads.
 *
 *     char *text = write_feed_record(record);
 *
 * Each gives a whole text with a newline, to be free()d; NULL without memory.
 * The same struct always gives the same bytes. */
#ifndef WRITE_FEED_H
#define WRITE_FEED_H

#include "model/feed.h"

/* `base`: the address of the folder in which the index will stand, ending in
 * "/"; NULL: what it names is then relative to the index. */
char *write_feed_index(const struct feed_index *index, const char *base);

char *write_feed_record(const struct feed_record *record);
char *write_config(const struct config *config);

#endif
