/* SPDX-License-Identifier: MIT */
/* What every change to the feeds begins and ends with. */
#include "feed/operation.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/save.h"
#include "base/text.h"
#include "catalogue/input.h"
#include "catalogue/places.h"
#include "feed/keep.h"

#include <stdlib.h>
#include <string.h>

static sg_status open_store(struct operation *operation, sg_error *reterr)
{
    const sg_feed_options *options = &operation->options;
    struct own_places own;
    const sg_status status = places_own(&operation->arena, &own, reterr);

    return status == SG_OK
               ? store_open(own.config_file, own.data, options->problem,
                            options->user, &operation->store, reterr)
               : status;
}

/* What a run could not clear away that was cut off after its switch. */
static void tidy(const struct store *store)
{
    for (size_t i = 0; i < store->count; i++)
        if (store->feeds[i].record)
            keep_tidy(store->feeds[i].folder, store->feeds[i].record);
}

/* What was never finished: publications, and the configuration. */
static sg_status sweep(struct operation *operation, sg_error *reterr)
{
    const char *config = operation->store->config_file;
    const char *folder = arena_strndup(&operation->arena, config,
                                       (size_t)(strrchr(config, '/') - config));
    const sg_status status =
        folder ? save_sweep(folder, reterr) : fault_memory(reterr);

    return status == SG_OK ? save_sweep(operation->store->folder, reterr)
                           : status;
}

/* Two reads, so that who comes second does not work from what was there before
 * the first had finished. */
static sg_status open_locked(struct operation *operation, sg_error *reterr)
{
    sg_status status = open_store(operation, reterr);

    if (status == SG_OK)
        status = store_lock(operation->store, &operation->lock, reterr);
    if (status != SG_OK)
        return status;
    store_free(operation->store);
    operation->store = NULL;
    status = open_store(operation, reterr);
    if (status != SG_OK)
        return status;
    tidy(operation->store);
    return sweep(operation, reterr);
}

static sg_status read_today(struct operation *operation, sg_error *reterr)
{
    if (date_day(operation->options.today, &operation->today))
        return SG_OK;
    return operation->options.today
               ? fault(reterr, SG_USAGE, "option-value",
                       "The day has to be written as in 2026-03-31.")
               : SG_OK; /* a machine without a clock finds nothing too old */
}

static sg_status make_room(struct operation *operation, sg_error *reterr)
{
    struct feed_result *result = calloc(1, sizeof *result);

    operation->result = result;
    if (!result)
        return fault_memory(reterr);
    result->news =
        arena_array(&result->arena, operation->room, sizeof *result->news);
    result->public.news = result->news;
    return result->news ? SG_OK : fault_memory(reterr);
}

sg_status operation_begin(struct operation *operation,
                          const sg_feed_options *options, size_t room,
                          sg_error *reterr)
{
    *operation = (struct operation){.lock = -1, .room = room};
    if (options)
        operation->options = *options;
    sg_status status = read_today(operation, reterr);
    if (status == SG_OK)
        status = late_sodium_open(&operation->sodium, reterr);
    if (status == SG_OK)
        status = open_locked(operation, reterr);
    if (status == SG_OK && room == 0)
        operation->room = operation->store->count;
    return status == SG_OK ? make_room(operation, reterr) : status;
}

sg_status operation_look(struct operation *operation,
                         const sg_feed_options *options, sg_error *reterr)
{
    *operation = (struct operation){.lock = -1, .room = 1};
    if (options)
        operation->options = *options;
    sg_status status = read_today(operation, reterr);
    if (status == SG_OK)
        status = late_sodium_open(&operation->sodium, reterr);
    if (status == SG_OK)
        status = open_store(operation, reterr);
    return status == SG_OK ? make_room(operation, reterr) : status;
}

void operation_end(struct operation *operation, sg_feed_result **ret_result)
{
    struct feed_result *result = operation->result;
    const bool told = result && result->public.count > 0;

    *ret_result = told ? &result->public : NULL;
    if (!told && result)
        sg_feed_result_free(&result->public);
    store_unlock(operation->lock);
    store_free(operation->store);
    reference_free(operation->reference);
    arena_done(&operation->arena);
}

void sg_feed_result_free(sg_feed_result *result)
{
    struct feed_result *whole = (struct feed_result *)result;

    if (!result)
        return;
    for (size_t i = 0; i < result->count; i++)
        for (size_t r = 0; r < result->news[i].revision_count; r++)
            sg_revision_free(result->news[i].revisions[r]);
    arena_done(&whole->arena);
    free(whole);
}

sg_status operation_curl(struct operation *operation, sg_error *reterr)
{
    if (operation->has_curl)
        return SG_OK;
    const sg_status status = late_curl_open(&operation->curl, reterr);
    operation->has_curl = status == SG_OK;
    return status;
}

sg_status operation_reference(struct operation *operation, sg_error *reterr)
{
    const sg_feed_options *options = &operation->options;
    struct problem_sink sink = {.tell = options->problem,
                                .user = options->user};

    if (operation->reference)
        return SG_OK;
    return input_reference(options->data_dirs, options->data_dir_count, &sink,
                           &operation->reference, reterr);
}

static sg_status no_such_feed(const struct store *store, const char *name,
                              sg_error *reterr)
{
    const char *names[64];
    size_t count = 0;

    for (size_t i = 0; i < store->count && count < 64; i++)
        names[count++] = store->feeds[i].known->name;
    const char *near = text_nearest(name, names, count);
    if (near)
        return fault(reterr, SG_NOT_FOUND, "not-found",
                     "There is no feed called '%.64s'. Did you mean '%s'?",
                     name, near);
    return fault(reterr, SG_NOT_FOUND, "not-found",
                 "There is no feed called '%.64s'. 'skillgap feed list' shows "
                 "those that were added.",
                 name);
}

sg_status operation_find(struct operation *operation, const char *name,
                         struct stored_feed **ret_feed, sg_error *reterr)
{
    *ret_feed = store_find(operation->store, name);
    return *ret_feed ? SG_OK : no_such_feed(operation->store, name, reterr);
}

sg_status operation_on(const char *name, const sg_feed_options *options,
                       operation_act act, const void *what,
                       sg_feed_result **ret_result, sg_error *reterr)
{
    struct operation operation;
    struct stored_feed *feed = NULL;
    sg_status status = operation_begin(&operation, options, 1, reterr);

    if (status == SG_OK)
        status = operation_find(&operation, name, &feed, reterr);
    if (status == SG_OK)
        status = act(&operation, feed, what, reterr);
    operation_end(&operation, ret_result);
    return status;
}

sg_feed_news *operation_news(struct operation *operation, const char *name,
                             sg_feed_outcome outcome)
{
    struct feed_result *result = operation->result;
    sg_feed_news *news = &result->news[result->public.count++];
    const char *kept = arena_strdup(&result->arena, name);

    *news = (sg_feed_news){.name = kept ? kept : "", .outcome = outcome};
    return news;
}

sg_status operation_key(struct operation *operation, const char *file,
                        const char **ret_word, sg_error *reterr)
{
    struct buffer bytes = {.limit = LIMIT_FEED_SIGNATURE};
    struct public_key key;
    char word[KEY_WORD_ROOM];
    sg_status status = file_read(file, &bytes, reterr);

    *ret_word = NULL;
    if (status == SG_OK &&
        (bytes.size == 0 || !key_read(&operation->sodium, bytes.data, &key)))
        status = fault_in(reterr, SG_INPUT, "key", file,
                          "This is no public key of minisign. It has two "
                          "lines, and the second begins with RW; the publisher "
                          "gives it to you, usually as a file that ends in "
                          ".pub.");
    if (status == SG_OK) {
        key_write(&operation->sodium, &key, word);
        *ret_word = arena_strdup(&operation->arena, word);
        status = *ret_word ? SG_OK : fault_memory(reterr);
    }
    buffer_done(&bytes);
    return status;
}
