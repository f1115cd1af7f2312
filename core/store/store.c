/* SPDX-License-Identifier: MIT */
/* Reading what is known of the feeds. */
#include "store/store.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "read/feed.h"

#include <stdlib.h>
#include <string.h>

struct opening {
    struct store *store;
    sg_problem_fn problem;
    void *user;
    sg_error *reterr;
};

static sg_status read_known(const struct opening *opening)
{
    struct store *store = opening->store;
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink sink = {.tell = opening->problem,
                                .user = opening->user};
    sg_error why = {0};
    sg_status status = store->config_file
                           ? file_read(store->config_file, &bytes, &why)
                           : SG_INPUT;

    if (status == SG_OK)
        status = read_config(&bytes, store->config_file, &sink, &store->config,
                             opening->reterr);
    else if (!store->config_file || strcmp(why.reason, "missing") == 0) {
        store->config = calloc(1, sizeof *store->config);
        status = store->config ? SG_OK : fault_memory(opening->reterr);
    } else if (opening->reterr) {
        *opening->reterr = why;
    }
    buffer_done(&bytes);
    return status;
}

static void tell_broken(const struct opening *opening, const char *name,
                        const sg_error *why)
{
    sg_error problem = {0};

    fault_in(&problem, why->status, why->reason, why->file,
             "What is held of the feed '%.48s' cannot be used: %.300s Fetch it "
             "again: skillgap feed update %.48s",
             name, why->message, name);
    problem.warning = true;
    if (opening->problem)
        opening->problem(&problem, opening->user);
}

static sg_status read_one(const struct opening *opening,
                          struct stored_feed *feed)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_error why = {0};
    const char *file =
        arena_printf(&opening->store->arena, "%s/record.json", feed->folder);

    if (!file)
        return fault_memory(opening->reterr);
    sg_status status = file_read(file, &bytes, &why);
    if (status == SG_OK)
        status = read_feed_record(&bytes, file, &feed->record, &why);
    buffer_done(&bytes);
    if (status == SG_STORAGE)
        return fault_memory(opening->reterr);
    feed->broken = status != SG_OK && strcmp(why.reason, "missing") != 0;
    if (feed->broken)
        tell_broken(opening, feed->known->name, &why);
    if (feed->record && strcmp(feed->record->key, feed->known->key) != 0)
        feed->key_changed = true;
    return SG_OK;
}

static sg_status read_feeds(const struct opening *opening)
{
    struct store *store = opening->store;
    const struct config *config = store->config;
    sg_status status = SG_OK;

    store->feeds =
        arena_array(&store->arena, config->feed_count, sizeof *store->feeds);
    if (!store->feeds)
        return fault_memory(opening->reterr);
    store->count = store->folder ? config->feed_count : 0;
    for (size_t i = 0; status == SG_OK && i < store->count; i++) {
        struct stored_feed *feed = &store->feeds[i];
        feed->known = &config->feeds[i];
        feed->folder = arena_printf(&store->arena, "%s/%s", store->folder,
                                    feed->known->name);
        status = feed->folder ? read_one(opening, feed)
                              : fault_memory(opening->reterr);
    }
    return status;
}

sg_status store_open(const char *config_file, const char *user_folder,
                     sg_problem_fn problem, void *user,
                     struct store **ret_store, sg_error *reterr)
{
    struct store *store = calloc(1, sizeof *store);
    const struct opening opening = {store, problem, user, reterr};

    *ret_store = NULL;
    if (!store)
        return fault_memory(reterr);
    if (config_file)
        store->config_file = arena_strdup(&store->arena, config_file);
    if (user_folder)
        store->folder = arena_printf(&store->arena, "%s/feeds", user_folder);
    sg_status status =
        store->arena.failed ? fault_memory(reterr) : read_known(&opening);
    if (status == SG_OK)
        status = read_feeds(&opening);
    if (status == SG_OK)
        *ret_store = store;
    else
        store_free(store);
    return status;
}

void store_free(struct store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < store->count; i++)
        feed_record_free(store->feeds[i].record);
    config_free(store->config);
    arena_done(&store->arena);
    free(store);
}

struct stored_feed *store_find(const struct store *store, const char *name)
{
    for (size_t i = 0; i < store->count; i++)
        if (strcmp(store->feeds[i].known->name, name) == 0)
            return &store->feeds[i];
    return NULL;
}

const char *store_publication(struct arena *arena, const char *feed_folder,
                              uint32_t serial)
{
    return arena_printf(arena, "%s/publication-%u", feed_folder,
                        (unsigned)serial);
}

const char *store_framework(struct arena *arena, const char *publication,
                            const char *framework)
{
    return arena_printf(arena, "%s/frameworks/%s.json", publication, framework);
}
