/* SPDX-License-Identifier: MIT */
/* Adding feeds, bringing them up to date, going back, changing keys. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "skillgap/feed.h"

#include "base/fault.h"
#include "base/save.h"
#include "feed/keep.h"
#include "feed/take.h"
#include "read/feed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What goes on when one feed fails and others follow. */
static sg_status keep_failure(sg_feed_news *news, sg_status status,
                              const sg_error *why, sg_error *reterr)
{
    news->outcome = SG_FEED_FAILED;
    news->error = *why;
    if (reterr && reterr->status == SG_OK)
        *reterr = *why;
    return status;
}

/* What is held counts only with the key that it was checked with. */
static const struct feed_record *record_of(const struct stored_feed *feed)
{
    return feed->key_changed ? NULL : feed->record;
}

static sg_status take_known(struct operation *operation,
                            const struct stored_feed *feed, const char *copy,
                            sg_error *reterr)
{
    sg_feed_news *news =
        operation_news(operation, feed->known->name, SG_FEED_FAILED);
    const struct taking taking = {
        .operation = operation,
        .known = feed->known,
        .feed_folder = feed->folder,
        .record = record_of(feed),
        .copy = copy,
        .may_end_rollback = operation->options.forward,
    };
    sg_error why = {0};
    const sg_status status = take_news(&taking, news, &why);

    return status == SG_OK ? SG_OK : keep_failure(news, status, &why, reterr);
}

static sg_status update_named(struct operation *operation,
                              const char *const *names, size_t count,
                              sg_error *reterr)
{
    struct stored_feed *feed = NULL;
    sg_status first = SG_OK;

    for (size_t i = 0; i < count; i++) {
        const sg_status status =
            operation_find(operation, names[i], &feed, reterr);
        if (status != SG_OK)
            return status; /* before anything is done */
    }
    for (size_t i = 0; i < count; i++) {
        (void)operation_find(operation, names[i], &feed, NULL);
        const sg_status status = take_known(operation, feed, NULL, reterr);
        first = first == SG_OK ? status : first;
    }
    return first;
}

static sg_status update_all(struct operation *operation, sg_error *reterr)
{
    const struct store *store = operation->store;
    sg_status first = SG_OK;

    if (store->count == 0)
        return fault(reterr, SG_NOT_FOUND, "not-found",
                     "No feed has been added yet. For example: skillgap feed "
                     "add NAME URL --key FILE");
    for (size_t i = 0; i < store->count; i++) {
        const sg_status status =
            take_known(operation, &store->feeds[i], NULL, reterr);
        first = first == SG_OK ? status : first;
    }
    return first;
}

sg_status sg_feed_update(const char *const *names, size_t count,
                         const sg_feed_options *options,
                         sg_feed_result **ret_result, sg_error *reterr)
{
    struct operation operation;
    sg_status status = operation_begin(&operation, options, count, reterr);

    if (status == SG_OK)
        status = count > 0 ? update_named(&operation, names, count, reterr)
                           : update_all(&operation, reterr);
    operation_end(&operation, ret_result);
    return status;
}

static sg_status import_known(struct operation *operation,
                              const struct stored_feed *feed,
                              const void *folder, sg_error *reterr)
{
    return take_known(operation, feed, folder, reterr);
}

sg_status sg_feed_import(const char *name, const char *folder,
                         const sg_feed_options *options,
                         sg_feed_result **ret_result, sg_error *reterr)
{
    return operation_on(name, options, import_known, folder, ret_result,
                        reterr);
}

/* A path that is good from any folder; NULL when there is no such file, which
 * is then told by who reads it. */
static const char *whole_path(struct operation *operation, const char *path)
{
    char *whole = realpath(path, NULL);
    const char *kept = whole ? arena_strdup(&operation->arena, whole) : NULL;

    free(whole);
    return kept;
}

/* The configuration with one more feed, or with another key for one. Shares all
 * else with the one that is there, but for certificates that were named on the
 * way: updates will need them too. */
static sg_status next_config(struct operation *operation,
                             const struct known_feed *known,
                             struct config *ret_config, sg_error *reterr)
{
    const struct config *now = operation->store->config;
    struct known_feed *feeds =
        arena_array(&operation->arena, now->feed_count + 1, sizeof *feeds);
    size_t at = now->feed_count;

    if (!feeds)
        return fault_memory(reterr);
    for (size_t i = 0; i < now->feed_count; i++) {
        feeds[i] = now->feeds[i];
        if (strcmp(feeds[i].name, known->name) == 0)
            at = i;
    }
    feeds[at] = *known;
    *ret_config = *now;
    if (!now->ca_file && operation->options.ca_file)
        ret_config->ca_file = whole_path(operation, operation->options.ca_file);
    ret_config->feeds = feeds;
    ret_config->feed_count = now->feed_count + (at == now->feed_count);
    return operation->arena.failed ? fault_memory(reterr) : SG_OK;
}

static sg_status check_name(const struct operation *operation, const char *name,
                            sg_error *reterr)
{
    if (!fits_feed_name(name))
        return fault(reterr, SG_USAGE, "feed-name",
                     "'%.64s' cannot be the name of a feed: use small letters, "
                     "digits and hyphens, at most 48.",
                     name);
    if (!store_find(operation->store, name))
        return SG_OK;
    return fault(reterr, SG_USAGE, "name-taken",
                 "There is a feed called '%.48s' already. Give this one "
                 "another name, or take that one out: skillgap feed remove "
                 "%.48s",
                 name, name);
}

static sg_status check_address(struct operation *operation,
                               struct known_feed *known, sg_error *reterr)
{
    struct address address;
    const sg_status status =
        address_read(known->url, operation->options.plain_http,
                     &operation->arena, &address, reterr);

    if (status == SG_OK)
        known->url = address.url;
    return status;
}

static sg_status add(struct operation *operation, struct known_feed *known,
                     sg_error *reterr)
{
    struct config config;
    const char *folder = arena_printf(&operation->arena, "%s/%s",
                                      operation->store->folder, known->name);
    sg_status status = folder ? next_config(operation, known, &config, reterr)
                              : fault_memory(reterr);

    if (status != SG_OK)
        return status;
    const struct taking taking = {
        .operation = operation,
        .known = known,
        .feed_folder = folder,
        .config = &config,
    };
    sg_feed_news *news = operation_news(operation, known->name, SG_FEED_FAILED);
    sg_error why = {0};
    status = take_news(&taking, news, &why);
    if (status != SG_OK)
        return keep_failure(news, status, &why, reterr);
    news->outcome = SG_FEED_ADDED;
    return SG_OK;
}

sg_status sg_feed_add(const char *name, const char *url, const char *key_file,
                      const sg_feed_options *options,
                      sg_feed_result **ret_result, sg_error *reterr)
{
    struct operation operation;
    struct known_feed known = {.name = name, .url = url};
    sg_status status = operation_begin(&operation, options, 1, reterr);

    if (status == SG_OK)
        status = check_name(&operation, name, reterr);
    if (status == SG_OK)
        status = check_address(&operation, &known, reterr);
    if (status == SG_OK)
        status = operation_key(&operation, key_file, &known.key, reterr);
    if (status == SG_OK)
        status = add(&operation, &known, reterr);
    operation_end(&operation, ret_result);
    return status;
}

/* The key is pinned first: whatever happens then, the old one counts no more.
 */
static sg_status trust(struct operation *operation,
                       const struct stored_feed *feed, const char *key,
                       sg_error *reterr)
{
    struct known_feed known = *feed->known;
    struct config config;
    sg_error why = {0};

    known.key = key;
    sg_status status = next_config(operation, &known, &config, reterr);
    if (status == SG_OK)
        status = store_save_config(operation->store, &config, reterr);
    if (status != SG_OK)
        return status;
    const struct taking taking = {
        .operation = operation, .known = &known, .feed_folder = feed->folder};
    sg_feed_news *news = operation_news(operation, known.name, SG_FEED_FAILED);
    status = take_news(&taking, news, &why);
    news->outcome = SG_FEED_TRUSTED;
    if (status == SG_OK)
        return SG_OK;
    (void)fault_in(&news->error, status, why.reason, why.file,
                   "The new key is pinned, and nothing counts that the old one "
                   "signed: until an update works, what came with the program "
                   "is used. %.400s",
                   why.message);
    if (reterr && reterr->status == SG_OK)
        *reterr = news->error;
    return status;
}

static sg_status trust_file(struct operation *operation,
                            const struct stored_feed *feed,
                            const void *key_file, sg_error *reterr)
{
    const char *key = NULL;
    const sg_status status = operation_key(operation, key_file, &key, reterr);

    if (status != SG_OK)
        return status;
    if (strcmp(key, feed->known->key) == 0)
        return fault_in(reterr, SG_USAGE, "same-key", key_file,
                        "This key is the one that is pinned already; nothing "
                        "was changed.");
    return trust(operation, feed, key, reterr);
}

sg_status sg_feed_trust(const char *name, const char *key_file,
                        const sg_feed_options *options,
                        sg_feed_result **ret_result, sg_error *reterr)
{
    return operation_on(name, options, trust_file, key_file, ret_result,
                        reterr);
}

/* What the configuration says by now: a file can have got its name although its
 * folder could not be flushed after it. */
static bool is_listed(const struct operation *operation, const char *name)
{
    struct store *store = NULL;
    const bool listed = store_open(operation->store->config_file, NULL, NULL,
                                   NULL, &store, NULL) != SG_OK ||
                        config_find(store->config, name);

    store_free(store);
    return listed;
}

/* What was kept gets a fresh name first, which the next run sweeps away if this
 * one is cut off; it gets its own back when the configuration cannot be
 * written. */
static sg_status save_forgotten(struct operation *operation,
                                const struct stored_feed *feed,
                                const struct config *config, sg_error *reterr)
{
    const char *fresh = NULL;
    sg_status status = save_fresh_folder(
        &operation->arena, operation->store->folder, &fresh, reterr);

    if (status != SG_OK)
        return status;
    const bool there = access(feed->folder, F_OK) == 0;
    if (there)
        status = save_rename(feed->folder, fresh, reterr);
    const bool moved = there && access(feed->folder, F_OK) != 0;
    if (status == SG_OK)
        status = store_save_config(operation->store, config, reterr);
    if (status != SG_OK && moved && is_listed(operation, feed->known->name))
        (void)rename(fresh, feed->folder);
    (void)save_remove(fresh, NULL);
    return status;
}

static sg_status forget(struct operation *operation,
                        const struct stored_feed *feed, const void *nothing,
                        sg_error *reterr)
{
    (void)nothing;
    const struct config *now = operation->store->config;
    struct config config = *now;

    config.feeds = arena_array(&operation->arena, now->feed_count + 1,
                               sizeof *config.feeds);
    if (!config.feeds)
        return fault_memory(reterr);
    config.feed_count = 0;
    for (size_t i = 0; i < now->feed_count; i++)
        if (&now->feeds[i] != feed->known)
            config.feeds[config.feed_count++] = now->feeds[i];
    sg_feed_news *news =
        operation_news(operation, feed->known->name, SG_FEED_REMOVED);
    news->before = feed->record ? feed->record->current : 0;
    return save_forgotten(operation, feed, &config, reterr);
}

sg_status sg_feed_remove(const char *name, const sg_feed_options *options,
                         sg_feed_result **ret_result, sg_error *reterr)
{
    return operation_on(name, options, forget, NULL, ret_result, reterr);
}

const char *sg_feed_outcome_word(sg_feed_outcome outcome)
{
    static const char *const words[] = {
        [SG_FEED_FAILED] = "failed",
        [SG_FEED_ADDED] = "added",
        [SG_FEED_UPDATED] = "updated",
        [SG_FEED_UNCHANGED] = "unchanged",
        [SG_FEED_HELD_BACK] = "held-back",
        [SG_FEED_ROLLED_BACK] = "rolled-back",
        [SG_FEED_TRUSTED] = "trusted",
        [SG_FEED_REMOVED] = "removed",
    };
    return words[outcome];
}
