/* SPDX-License-Identifier: MIT */
/* Putting a publication to use, and what is kept of the older ones.
 *
 *     status = keep_incoming(&incoming, known, reterr);
 */
#ifndef FEED_KEEP_H
#define FEED_KEEP_H

#include "feed/incoming.h"

/* Whether the files of the publication in use are all there and what they were.
 * A record that is NULL has none to look for. Reads each file. */
bool keep_is_whole(const struct late_sodium *sodium, const char *feed_folder,
                   const struct feed_record *record);

/* Gives what was staged its name in the feed's folder, without using it. */
sg_status keep_staged(struct incoming *incoming, sg_error *reterr);

/* The record that comes after `incoming`: with it as the publication in use
 * when `use`, otherwise only heard of. Its strings are borrowed, from
 * `incoming` and its record, but for those of `arena`. False without memory. */
bool keep_record(const struct incoming *incoming, const char *url, bool use,
                 struct arena *arena, struct feed_record *ret_record);

/* Removes the publications that the record does not hold, and what was never
 * finished. What cannot be removed now is removed another time. */
void keep_tidy(const char *feed_folder, const struct feed_record *record);

#endif
