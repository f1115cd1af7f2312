/* SPDX-License-Identifier: MIT */
/* Looking things up in an index, a record, a configuration. */
#include "model/feed.h"

#include <stdlib.h>
#include <string.h>

const struct feed_item *feed_index_find(const struct feed_index *index,
                                        const char *framework)
{
    const struct feed_item *best = NULL;

    for (size_t i = 0; i < index->count; i++) {
        const struct feed_item *item = &index->items[i];
        if (strcmp(item->framework, framework) == 0 &&
            (!best || item->serial > best->serial))
            best = item;
    }
    return best;
}

bool feed_item_is_present(const struct feed_index *index,
                          const struct feed_item *item)
{
    return feed_index_find(index, item->framework) == item;
}

const struct held_publication *
feed_record_held(const struct feed_record *record, uint32_t serial)
{
    for (size_t i = 0; i < record->held_count; i++)
        if (record->held[i].serial == serial)
            return &record->held[i];
    return NULL;
}

const struct held_publication *
feed_record_current(const struct feed_record *record)
{
    return record->current ? feed_record_held(record, record->current) : NULL;
}

const struct held_framework *
held_framework_find(const struct held_publication *held, const char *id)
{
    for (size_t i = 0; held && i < held->count; i++)
        if (strcmp(held->frameworks[i].id, id) == 0)
            return &held->frameworks[i];
    return NULL;
}

uint32_t feed_record_floor(const struct feed_record *record,
                           const char *framework)
{
    for (size_t i = 0; i < record->floor_count; i++)
        if (strcmp(record->floors[i].framework, framework) == 0)
            return record->floors[i].serial;
    return 0;
}

const struct known_feed *config_find(const struct config *config,
                                     const char *name)
{
    for (size_t i = 0; i < config->feed_count; i++)
        if (strcmp(config->feeds[i].name, name) == 0)
            return &config->feeds[i];
    return NULL;
}

void feed_index_free(struct feed_index *index)
{
    if (!index)
        return;
    arena_done(&index->arena);
    free(index);
}

void feed_record_free(struct feed_record *record)
{
    if (!record)
        return;
    arena_done(&record->arena);
    free(record);
}

void config_free(struct config *config)
{
    if (!config)
        return;
    arena_done(&config->arena);
    free(config);
}
