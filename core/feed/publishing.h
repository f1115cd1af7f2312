/* SPDX-License-Identifier: MIT */
/* A publication in the making.
 *
 *     status = publishing_before(&publishing, reterr);     what is there
 *     status = publishing_frameworks(&publishing, reterr); what is to come
 *     status = publishing_write(&publishing, reterr);
 */
#ifndef FEED_PUBLISHING_H
#define FEED_PUBLISHING_H

#include "base/date.h"
#include "feed/sign.h"
#include "model/feed.h"
#include "model/reference.h"
#include "skillgap/publish.h"

/* The public struct comes first, so that the one is the other. */
struct published {
    sg_published public;
    struct arena arena;
    sg_published_framework *frameworks;
};

/* A framework file that is to be in the publication. */
struct published_file {
    const char *file; /* where it was read from */
    struct feed_item item;
    bool changed;
};

struct publishing {
    const sg_publish_options *options;
    struct late_sodium sodium;
    struct secret_key secret;
    struct public_key open;
    struct reference *reference;
    struct feed_index *before; /* NULL: the first publication */
    struct published *published;
    struct published_file *files; /* by id */
    size_t file_count;
    struct feed_index index; /* the new one; in the arena of `published` */
    uint64_t moment;         /* Unix time */
};

/* Reads and verifies the index that the site has. None: SG_OK. */
sg_status publishing_before(struct publishing *publishing, sg_error *reterr);

/* Gives the publication its number. */
sg_status publishing_number(struct publishing *publishing, sg_error *reterr);

/* Reads every framework, and holds it to what was published before. One that is
 * new or has changed gets the number of the publication: so its numbers only
 * ever rise, also when it was withdrawn for a while. All problems of all files
 * are told. */
sg_status publishing_frameworks(struct publishing *publishing,
                                sg_error *reterr);

/* Gives the feed its names. */
sg_status publishing_index(struct publishing *publishing, sg_error *reterr);

/* Makes the index, and writes what has changed, the index last. */
sg_status publishing_write(struct publishing *publishing, sg_error *reterr);

/* The path below the site of a file that an index names; NULL when it cannot be
 * one of ours. */
const char *publishing_path(const struct feed_item *item);

/* Adds what a revision says to `out`, for people who read feeds. */
void publishing_words(const sg_revision *revision, struct buffer *out);

#endif
