/* SPDX-License-Identifier: MIT */
/* What is known of the feeds, without asking the network. */
#include "base/fault.h"
#include "feed/keep.h"
#include "feed/operation.h"

#include <stdlib.h>

/* The public struct comes first, so that the one is the other. */
struct feed_list {
    sg_feeds public;
    struct arena arena;
};

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

static uint32_t days_since(struct date today, const char *day)
{
    struct date then = {0};

    if (!day || today.year == 0 || !date_read(day, &then))
        return 0;
    const int32_t days = date_days(today) - date_days(then);
    return days > 0 ? (uint32_t)days : 0;
}

static void fill_publication(struct arena *arena,
                             const struct feed_record *record,
                             const struct held_publication *held,
                             sg_feed_publication *publication)
{
    sg_feed_framework *frameworks =
        arena_array(arena, held->count, sizeof *frameworks);

    *publication = (sg_feed_publication){
        .serial = held->serial,
        .received = copy(arena, held->received),
        .issued = copy(arena, held->issued),
        .expires = copy(arena, held->expires),
        .in_use = held->serial == record->current,
        .frameworks = frameworks,
        .framework_count = held->count,
    };
    for (size_t i = 0; frameworks && i < held->count; i++)
        frameworks[i] = (sg_feed_framework){
            .id = copy(arena, held->frameworks[i].id),
            .version = copy(arena, held->frameworks[i].version),
            .serial = held->frameworks[i].serial,
        };
}

static void fill_record(struct arena *arena, const struct feed_record *record,
                        struct date today, sg_feed_info *info)
{
    sg_feed_publication *publications =
        arena_array(arena, record->held_count, sizeof *publications);

    info->title = copy(arena, record->title);
    info->current = record->current;
    info->newest = record->serial;
    info->checked = copy(arena, record->checked);
    info->checked_days = days_since(today, record->checked);
    info->expires = copy(arena, record->expires);
    info->days_past = days_since(today, record->expires);
    info->expired = info->days_past > 0;
    info->rolled_back = copy(arena, record->rolled_back);
    info->publications = publications;
    info->publication_count = record->held_count;
    for (size_t i = 0; publications && i < record->held_count; i++)
        fill_publication(arena, record, &record->held[i], &publications[i]);
}

static void fill_feed(const struct operation *operation, struct arena *arena,
                      const struct stored_feed *feed, sg_feed_info *info)
{
    struct public_key key;
    char id[KEY_ID_ROOM] = "";

    if (key_read(&operation->sodium, feed->known->key, &key))
        key_id_write(key.id, id);
    *info = (sg_feed_info){
        .name = copy(arena, feed->known->name),
        .url = copy(arena, feed->known->url),
        .key_id = copy(arena, id),
        .key_changed = feed->key_changed,
    };
    if (feed->record && !feed->key_changed) {
        fill_record(arena, feed->record, operation->today, info);
        info->damaged =
            !keep_is_whole(&operation->sodium, feed->folder, feed->record);
    }
}

static sg_status fill(struct operation *operation, const char *name,
                      struct feed_list *list, sg_error *reterr)
{
    const struct store *store = operation->store;
    struct stored_feed *only = NULL;
    sg_feed_info *feeds =
        arena_array(&list->arena, store->count, sizeof *feeds);
    const sg_status status =
        name ? operation_find(operation, name, &only, reterr) : SG_OK;

    if (status != SG_OK)
        return status;
    for (size_t i = 0; feeds && i < store->count; i++)
        if (!only || only == &store->feeds[i])
            fill_feed(operation, &list->arena, &store->feeds[i],
                      &feeds[list->public.count++]);
    list->public.feeds = feeds;
    return list->arena.failed ? fault_memory(reterr) : SG_OK;
}

sg_status sg_feeds_new(const char *name, const sg_feed_options *options,
                       sg_feeds **ret_feeds, sg_error *reterr)
{
    struct operation operation;
    struct feed_list *list = calloc(1, sizeof *list);
    sg_feed_result *nothing = NULL;
    sg_status status = operation_look(&operation, options, reterr);

    *ret_feeds = NULL;
    if (status == SG_OK)
        status =
            list ? fill(&operation, name, list, reterr) : fault_memory(reterr);
    operation_end(&operation, &nothing);
    if (status == SG_OK)
        *ret_feeds = &list->public;
    else if (list)
        sg_feeds_free(&list->public);
    return status;
}

void sg_feeds_free(sg_feeds *feeds)
{
    struct feed_list *list = (struct feed_list *)feeds;

    if (!list)
        return;
    arena_done(&list->arena);
    free(list);
}
