/* SPDX-License-Identifier: MIT */
/* The record of a feed, and the configuration, as JSON. */
#include "write/feed.h"
#include "write/maker.h"

/* What is not there is left out. */
static void put_if(struct maker *maker, json_t *object, const char *key,
                   const char *text)
{
    if (text)
        maker_put_text(maker, object, key, text);
}

static json_t *frameworks_json(struct maker *maker,
                               const struct held_publication *held)
{
    json_t *list = maker_array(maker);

    for (size_t i = 0; i < held->count; i++) {
        const struct held_framework *framework = &held->frameworks[i];
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "id", framework->id);
        maker_put_text(maker, object, "version", framework->version);
        maker_put_number(maker, object, "serial", framework->serial);
        maker_put_text(maker, object, "sha256", framework->sha256);
        maker_add(maker, list, object);
    }
    return list;
}

static json_t *held_json(struct maker *maker, const struct feed_record *record)
{
    json_t *list = maker_array(maker);

    for (size_t i = 0; i < record->held_count; i++) {
        const struct held_publication *held = &record->held[i];
        json_t *object = maker_object(maker);
        maker_put_number(maker, object, "serial", held->serial);
        maker_put_text(maker, object, "received", held->received);
        maker_put_text(maker, object, "issued", held->issued);
        maker_put_text(maker, object, "expires", held->expires);
        maker_put(maker, object, "frameworks", frameworks_json(maker, held));
        maker_add(maker, list, object);
    }
    return list;
}

static json_t *floors_json(struct maker *maker,
                           const struct feed_record *record)
{
    json_t *list = maker_array(maker);

    for (size_t i = 0; i < record->floor_count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "framework", record->floors[i].framework);
        maker_put_number(maker, object, "serial", record->floors[i].serial);
        maker_add(maker, list, object);
    }
    return list;
}

char *write_feed_record(const struct feed_record *record)
{
    struct maker maker = {0};
    json_t *root = maker_object(&maker);

    maker_put_text(&maker, root, "format", "skillgap-feed-record/1");
    maker_put_text(&maker, root, "key", record->key);
    maker_put_text(&maker, root, "url", record->url);
    maker_put_text(&maker, root, "feed", record->id);
    maker_put_text(&maker, root, "title", record->title);
    maker_put_number(&maker, root, "serial", record->serial);
    maker_put_number(&maker, root, "current", record->current);
    maker_put_text(&maker, root, "checked", record->checked);
    maker_put_text(&maker, root, "expires", record->expires);
    maker_put_text(&maker, root, "index_sha256", record->index_sha256);
    put_if(&maker, root, "etag", record->etag);
    put_if(&maker, root, "modified", record->modified);
    put_if(&maker, root, "rolled_back", record->rolled_back);
    if (record->not_before)
        maker_put_number(&maker, root, "not_before", record->not_before);
    maker_put(&maker, root, "floors", floors_json(&maker, record));
    maker_put(&maker, root, "held", held_json(&maker, record));
    return maker_print(&maker, root, MAKER_INDENTED);
}

char *write_config(const struct config *config)
{
    struct maker maker = {0};
    json_t *root = maker_object(&maker);
    json_t *feeds = maker_array(&maker);

    put_if(&maker, root, "$schema", config->schema);
    maker_put_text(&maker, root, "format", "skillgap-config/1");
    for (size_t i = 0; i < config->feed_count; i++) {
        json_t *object = maker_object(&maker);
        maker_put_text(&maker, object, "name", config->feeds[i].name);
        maker_put_text(&maker, object, "url", config->feeds[i].url);
        maker_put_text(&maker, object, "key", config->feeds[i].key);
        maker_add(&maker, feeds, object);
    }
    maker_put(&maker, root, "feeds", feeds);
    if (config->ca_file) {
        json_t *certificates = maker_object(&maker);
        maker_put_text(&maker, certificates, "ca_file", config->ca_file);
        maker_put(&maker, root, "certificates", certificates);
    }
    if (config->data_count > 0 || config->plugin_count > 0) {
        json_t *folders = maker_object(&maker);
        maker_put(&maker, folders, "data",
                  maker_texts(&maker, config->data, config->data_count));
        maker_put(&maker, folders, "plugins",
                  maker_texts(&maker, config->plugins, config->plugin_count));
        maker_put(&maker, root, "folders", folders);
    }
    return maker_print(&maker, root, MAKER_INDENTED);
}
