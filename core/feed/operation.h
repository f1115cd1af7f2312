/* SPDX-License-Identifier: MIT */
/* What every change to the feeds begins and ends with.
 *
 *     struct operation operation;
 *     status = operation_begin(&operation, options, reterr);
 *     ...
 *     operation_end(&operation, &status, ret_result);
 */
#ifndef FEED_OPERATION_H
#define FEED_OPERATION_H

#include "base/date.h"
#include "feed/incoming.h"
#include "feed/late.h"
#include "skillgap/feed.h"
#include "store/store.h"

/* A result with what it is made of. The public struct comes first, so that the
 * one is the other. */
struct feed_result {
    sg_feed_result public;
    struct arena arena;
    sg_feed_news *news;
};

struct operation {
    sg_feed_options options;
    struct arena arena;
    struct store *store;
    int lock;
    struct late_sodium sodium;
    struct late_curl curl;
    bool has_curl;
    struct reference *reference; /* once something is read */
    struct date today;
    struct feed_result *result;
    size_t room; /* for news */
};

/* Takes the lock, reads what is known, opens libsodium, sweeps up what an
 * earlier run left unfinished. `room`: for how many feeds there may be news; 0:
 * for as many as there are. To be ended in any case. */
sg_status operation_begin(struct operation *operation,
                          const sg_feed_options *options, size_t room,
                          sg_error *reterr);

/* The same for who only looks: without a lock, and nothing is swept. */
sg_status operation_look(struct operation *operation,
                         const sg_feed_options *options, sg_error *reterr);

/* Gives the lock back. The result goes to *ret_result when there are news. */
void operation_end(struct operation *operation, sg_feed_result **ret_result);

/* Opens libcurl, once. */
sg_status operation_curl(struct operation *operation, sg_error *reterr);

/* The lists that all councils share, read once. */
sg_status operation_reference(struct operation *operation, sg_error *reterr);

/* SG_NOT_FOUND, "not-found", with the nearest name. */
sg_status operation_find(struct operation *operation, const char *name,
                         struct stored_feed **ret_feed, sg_error *reterr);

/* What is done to one feed that was named. `what` is the action's own. */
typedef sg_status (*operation_act)(struct operation *operation,
                                   const struct stored_feed *feed,
                                   const void *what, sg_error *reterr);

/* Begins, finds the feed, acts, and ends. */
sg_status operation_on(const char *name, const sg_feed_options *options,
                       operation_act act, const void *what,
                       sg_feed_result **ret_result, sg_error *reterr);

/* Makes news of a feed. There is room for them. */
sg_feed_news *operation_news(struct operation *operation, const char *name,
                             sg_feed_outcome outcome);

/* Reads a public key from a file. *ret_word is its base64, of the arena.
 * SG_INPUT, "key". */
sg_status operation_key(struct operation *operation, const char *file,
                        const char **ret_word, sg_error *reterr);

/* What changed between two folders of frameworks, for each framework of either.
 * Either may be NULL. */
sg_status operation_revisions(struct operation *operation,
                              const struct held_publication *older,
                              const char *older_folder,
                              const struct held_publication *newer,
                              const char *newer_folder, sg_feed_news *news,
                              sg_error *reterr);

#endif
