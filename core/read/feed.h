/* SPDX-License-Identifier: MIT */
/* The index of a feed, the record of what is held of it, the configuration.
 *
 *     struct feed_index *index = NULL;
 *     if (read_feed_index(&bytes, url, &sink, &index, reterr) == SG_OK) ...
 *
 * As read_framework: every error goes to the sink (which may be NULL), the
 * first one to reterr. An index may hold what a JSON Feed may hold and items
 * that are not ours; both are passed over without a word. */
#ifndef READ_FEED_H
#define READ_FEED_H

#include "model/feed.h"
#include "read/read.h"

sg_status read_feed_index(const struct buffer *bytes, const char *file,
                          struct problem_sink *sink,
                          struct feed_index **ret_index, sg_error *reterr);

sg_status read_feed_record(const struct buffer *bytes, const char *file,
                           struct feed_record **ret_record, sg_error *reterr);

sg_status read_config(const struct buffer *bytes, const char *file,
                      struct problem_sink *sink, struct config **ret_config,
                      sg_error *reterr);

/* What names and numbers of a feed look like. */
bool fits_feed_id(const char *text);   /* letters, digits, "-._:+" */
bool fits_feed_name(const char *text); /* a name that somebody gives to it */
bool fits_feed_key(const char *text);  /* a minisign public key */
bool fits_sha256(const char *text);
bool fits_moment(const char *text);  /* YYYY-MM-DDThh:mm:ssZ */
bool fits_program(const char *text); /* 0.1.0 */

/* The tables, for the test that holds them to the schema. */
struct shape;
extern const struct shape feed_index_shape;
extern const struct shape feed_record_shape;
extern const struct shape config_shape;

#endif
