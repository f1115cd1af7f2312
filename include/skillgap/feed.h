/* SPDX-License-Identifier: MIT */
/**
 * Feeds: frameworks that a council publishes, kept current on this machine.
 *
 *     sg_feed_options options = {0};
 *     sg_feed_result *result = NULL;
 *     if (sg_feed_update(NULL, 0, &options, &result, &error) == SG_OK)
 *         for (size_t i = 0; i < result->count; i++)
 *             puts(result->news[i].name);
 *     sg_feed_result_free(result);
 *
 * A feed brings data, never code. Each has a public key that was pinned when
 * it was added; nothing is believed that it did not sign. What is fetched is
 * checked and read in a folder of its own, by the code that will use it, and
 * then put to use in one step: after a crash at any moment the old publication
 * or the new one is there, whole. Nothing about a person is ever sent.
 *
 * Only these functions load libcurl and libsodium. They are not meant for
 * several threads at once; two processes keep out of each other's way, and the
 * second is told SG_STORAGE, "busy".
 */
#ifndef SKILLGAP_FEED_H
#define SKILLGAP_FEED_H

#include "skillgap/catalogue.h"
#include "skillgap/revision.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How far a file has come. `total` is 0 when the server does not say. */
typedef void (*sg_feed_progress_fn)(const char *feed, uint64_t bytes,
                                    uint64_t total, void *user);

/** All members may be NULL, 0 or false. */
typedef struct sg_feed_options {
    const char *const *data_dirs; /**< where the shared lists are, searched
                                       before the usual places */
    size_t data_dir_count;
    const char *today;   /**< YYYY-MM-DD; NULL: the clock's day */
    const char *ca_file; /**< certificates to trust as well, a PEM file; NULL:
                              what the configuration names */
    bool plain_http;     /**< http:// is allowed, to this machine alone */
    bool forward;        /**< updates: end a rollback, take the newest */
    sg_feed_progress_fn progress;
    sg_problem_fn problem; /**< told every problem of what was fetched */
    void *user;            /**< of both */
} sg_feed_options;

typedef enum sg_feed_outcome {
    SG_FEED_FAILED = 0, /**< nothing has changed; `error` says why */
    SG_FEED_ADDED,
    SG_FEED_UPDATED,
    SG_FEED_UNCHANGED,
    SG_FEED_HELD_BACK, /**< there is a newer one, but somebody went back */
    SG_FEED_ROLLED_BACK,
    SG_FEED_TRUSTED, /**< a new key is pinned */
    SG_FEED_REMOVED
} sg_feed_outcome;

/** What became of one feed. */
typedef struct sg_feed_news {
    const char *name;
    sg_feed_outcome outcome;
    uint32_t before;     /**< publication in use until now; 0: none */
    uint32_t after;      /**< publication in use from now on; 0: none */
    uint32_t newest;     /**< the newest that the publisher has; 0: unknown */
    const char *expires; /**< the day until which it is good, or NULL */
    sg_revision *const *revisions; /**< what changed, framework by framework */
    size_t revision_count;
    sg_error error; /**< failed: why. Otherwise a remark, or empty */
} sg_feed_news;

typedef struct sg_feed_result {
    const sg_feed_news *news;
    size_t count;
} sg_feed_result;

/**
 * Adds a feed: `name` in small letters, digits and hyphens; `url` of its index
 * (https); `key_file` the publisher's public key as minisign writes it. What it
 * offers is fetched, checked and put to use. *ret_result is the caller's to
 * free; NULL when nothing could be done at all. SG_USAGE for a bad name or
 * address, "name-taken"; SG_NETWORK; SG_TRUST with the reasons "signature",
 * "signature-missing", "unknown-key", "rollback", "fast-forward", "expired",
 * "mix-and-match", "wrong-software", "extraneous"; SG_INPUT for signed data
 * that is no good; SG_STORAGE.
 */
SG_API sg_status sg_feed_add(const char *name, const char *url,
                             const char *key_file,
                             const sg_feed_options *options,
                             sg_feed_result **ret_result, sg_error *reterr);

/** Brings feeds up to date: those named, or all (count 0). One that fails
 * keeps no other from being updated; the status is that of the first. */
SG_API sg_status sg_feed_update(const char *const *names, size_t count,
                                const sg_feed_options *options,
                                sg_feed_result **ret_result, sg_error *reterr);

/** The same from a folder that holds a copy of what the publisher serves. */
SG_API sg_status sg_feed_import(const char *name, const char *folder,
                                const sg_feed_options *options,
                                sg_feed_result **ret_result, sg_error *reterr);

/** Goes back to a publication that is still kept; 0: to the one before. This is
 * remembered: updates look and tell, but take nothing until
 * sg_feed_options.forward is set. */
SG_API sg_status sg_feed_rollback(const char *name, uint32_t publication,
                                  const sg_feed_options *options,
                                  sg_feed_result **ret_result,
                                  sg_error *reterr);

/** Pins another key. From that moment nothing counts that the old one signed,
 * not even what is here already; then the feed is fetched anew. When that fails
 * the key stays pinned, and the status says why. */
SG_API sg_status sg_feed_trust(const char *name, const char *key_file,
                               const sg_feed_options *options,
                               sg_feed_result **ret_result, sg_error *reterr);

/** Forgets a feed, and deletes what was kept of it. */
SG_API sg_status sg_feed_remove(const char *name,
                                const sg_feed_options *options,
                                sg_feed_result **ret_result, sg_error *reterr);

SG_API void sg_feed_result_free(sg_feed_result *result);

/** A framework that a publication holds. */
typedef struct sg_feed_framework {
    const char *id;
    const char *version;
    uint32_t serial;
} sg_feed_framework;

/** A publication that is kept. */
typedef struct sg_feed_publication {
    uint32_t serial;
    const char *received; /**< day */
    const char *issued;   /**< YYYY-MM-DDThh:mm:ssZ */
    const char *expires;  /**< day */
    bool in_use;
    const sg_feed_framework *frameworks;
    size_t framework_count;
} sg_feed_publication;

/** What is known of a feed without asking the network. Texts are NULL, and
 * numbers 0, as long as nothing has been fetched. */
typedef struct sg_feed_info {
    const char *name;
    const char *url;
    const char *key_id; /**< number of the pinned key, as minisign shows it */
    const char *title;
    uint32_t current;
    uint32_t newest;       /**< the newest that was heard of */
    const char *checked;   /**< the day on which the publisher was last heard */
    uint32_t checked_days; /**< days since then */
    const char *expires;   /**< the day until which that was good */
    bool expired;
    uint32_t days_past; /**< since that day */
    const char
        *rolled_back; /**< the day on which somebody went back, or NULL */
    bool damaged;     /**< files of what is in use are gone, or not what they
                       were */
    bool key_changed; /**< what is kept was signed by another key: not used */
    const sg_feed_publication *publications; /**< newest first */
    size_t publication_count;
} sg_feed_info;

typedef struct sg_feeds {
    const sg_feed_info *feeds; /**< in the order in which they were added */
    size_t count;
} sg_feeds;

/** All feeds, or only the one of that name (SG_NOT_FOUND when there is none).
 * Reads the store and nothing else. */
SG_API sg_status sg_feeds_new(const char *name, const sg_feed_options *options,
                              sg_feeds **ret_feeds, sg_error *reterr);
SG_API void sg_feeds_free(sg_feeds *feeds);

/** What changed between two publications of a feed. */
typedef struct sg_feed_diff {
    const char *name;
    uint32_t older; /**< 0: what came with the program */
    uint32_t newer;
    sg_revision *const *revisions;
    size_t revision_count;
} sg_feed_diff;

/** Compares two publications that are kept. `newer` 0: the one in use; `older`
 * 0: the one before that, or, when there is none, what came with the program.
 */
SG_API sg_status sg_feed_diff_new(const char *name, uint32_t older,
                                  uint32_t newer,
                                  const sg_feed_options *options,
                                  sg_feed_diff **ret_diff, sg_error *reterr);
SG_API void sg_feed_diff_free(sg_feed_diff *diff);

/** "failed", "added", "updated", "unchanged", "held-back", "rolled-back",
 * "trusted", "removed". */
SG_API const char *sg_feed_outcome_word(sg_feed_outcome outcome);

#ifdef __cplusplus
}
#endif

#endif
