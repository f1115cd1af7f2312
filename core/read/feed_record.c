/* SPDX-License-Identifier: MIT */
/* Reading the record of a feed, and the configuration. */
#include "base/fault.h"
#include "read/feed.h"
#include "read/member.h"
#include "read/shaped.h"

#include <stdlib.h>

#define RECORD_FORMAT "skillgap-feed-record/1"
#define CONFIG_FORMAT "skillgap-config/1"

static const struct held_framework *build_frameworks(struct arena *arena,
                                                     const json_t *list)
{
    struct held_framework *frameworks =
        arena_array(arena, json_array_size(list), sizeof *frameworks);

    for (size_t i = 0; frameworks && i < json_array_size(list); i++) {
        const json_t *from = json_array_get(list, i);
        frameworks[i] = (struct held_framework){
            .id = member_text(arena, from, "id"),
            .version = member_text(arena, from, "version"),
            .serial = member_number(from, "serial"),
            .sha256 = member_text(arena, from, "sha256"),
        };
    }
    return frameworks;
}

static void build_held(struct feed_record *record, const json_t *list)
{
    struct arena *arena = &record->arena;

    record->held_count = json_array_size(list);
    record->held = arena_array(arena, record->held_count, sizeof *record->held);
    for (size_t i = 0; record->held && i < record->held_count; i++) {
        const json_t *from = json_array_get(list, i);
        const json_t *frameworks = json_object_get(from, "frameworks");
        record->held[i] = (struct held_publication){
            .serial = member_number(from, "serial"),
            .received = member_text(arena, from, "received"),
            .issued = member_text(arena, from, "issued"),
            .expires = member_text(arena, from, "expires"),
            .frameworks = build_frameworks(arena, frameworks),
            .count = json_array_size(frameworks),
        };
    }
}

static void build_floors(struct feed_record *record, const json_t *list)
{
    struct arena *arena = &record->arena;

    record->floor_count = json_array_size(list);
    record->floors =
        arena_array(arena, record->floor_count, sizeof *record->floors);
    for (size_t i = 0; record->floors && i < record->floor_count; i++) {
        const json_t *from = json_array_get(list, i);
        record->floors[i] = (struct serial_floor){
            .framework = member_text(arena, from, "framework"),
            .serial = member_number(from, "serial"),
        };
    }
}

static void build_record(struct feed_record *record, const json_t *root)
{
    struct arena *arena = &record->arena;

    record->key = member_text(arena, root, "key");
    record->url = member_text(arena, root, "url");
    record->id = member_text(arena, root, "feed");
    record->title = member_text(arena, root, "title");
    record->serial = member_number(root, "serial");
    record->current = member_number(root, "current");
    record->checked = member_text(arena, root, "checked");
    record->expires = member_text(arena, root, "expires");
    record->index_sha256 = member_text(arena, root, "index_sha256");
    record->etag = member_text(arena, root, "etag");
    record->modified = member_text(arena, root, "modified");
    record->rolled_back = member_text(arena, root, "rolled_back");
    record->not_before = member_number(root, "not_before");
    build_floors(record, json_object_get(root, "floors"));
    build_held(record, json_object_get(root, "held"));
}

/* A record that names a publication which it does not hold is of no use. */
static sg_status check_record(const struct feed_record *record,
                              const char *file, sg_error *reterr)
{
    if (record->arena.failed)
        return fault_memory(reterr);
    if (record->current && !feed_record_current(record))
        return fault_in(reterr, SG_INPUT, "dangling", file,
                        "This names publication %u, which it does not hold; "
                        "the file is damaged.",
                        record->current);
    return SG_OK;
}

sg_status read_feed_record(const struct buffer *bytes, const char *file,
                           struct feed_record **ret_record, sg_error *reterr)
{
    json_t *root = NULL;
    struct feed_record *record = NULL;
    sg_status status = shaped_parse(bytes, file, &feed_record_shape,
                                    RECORD_FORMAT, NULL, &root, reterr);

    *ret_record = NULL;
    if (status == SG_OK) {
        record = calloc(1, sizeof *record);
        if (record)
            build_record(record, root);
        status =
            record ? check_record(record, file, reterr) : fault_memory(reterr);
    }
    json_decref(root);
    if (status == SG_OK)
        *ret_record = record;
    else
        feed_record_free(record);
    return status;
}

static const char **build_folders(struct arena *arena, const json_t *list,
                                  size_t *ret_count)
{
    const size_t count = json_array_size(list);
    const char **folders = arena_array(arena, count, sizeof *folders);

    *ret_count = folders ? count : 0;
    for (size_t i = 0; folders && i < count; i++)
        folders[i] =
            arena_strdup(arena, json_string_value(json_array_get(list, i)));
    return folders;
}

static void build_config(struct config *config, const json_t *root)
{
    struct arena *arena = &config->arena;
    const json_t *feeds = json_object_get(root, "feeds");
    const json_t *folders = json_object_get(root, "folders");

    config->schema = member_text(arena, root, "$schema");
    config->feed_count = json_array_size(feeds);
    config->feeds =
        arena_array(arena, config->feed_count, sizeof *config->feeds);
    for (size_t i = 0; config->feeds && i < config->feed_count; i++) {
        const json_t *from = json_array_get(feeds, i);
        config->feeds[i] = (struct known_feed){
            .name = member_text(arena, from, "name"),
            .url = member_text(arena, from, "url"),
            .key = member_text(arena, from, "key"),
        };
    }
    config->ca_file =
        member_text(arena, json_object_get(root, "certificates"), "ca_file");
    config->data = build_folders(arena, json_object_get(folders, "data"),
                                 &config->data_count);
    config->plugins = build_folders(arena, json_object_get(folders, "plugins"),
                                    &config->plugin_count);
}

/* Two feeds of one name would share a place in the store. */
static sg_status check_config(const struct config *config, const char *file,
                              sg_error *reterr)
{
    if (config->arena.failed)
        return fault_memory(reterr);
    for (size_t i = 0; i < config->feed_count; i++)
        if (config_find(config, config->feeds[i].name) != &config->feeds[i])
            return fault_in(reterr, SG_INPUT, "duplicate-id", file,
                            "Two feeds are called '%.48s'; take one out.",
                            config->feeds[i].name);
    return SG_OK;
}

sg_status read_config(const struct buffer *bytes, const char *file,
                      struct problem_sink *sink, struct config **ret_config,
                      sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    json_t *root = NULL;
    struct config *config = NULL;

    sink = sink ? sink : &nowhere;
    const uint32_t before = sink->warnings;
    sg_status status = shaped_parse(bytes, file, &config_shape, CONFIG_FORMAT,
                                    sink, &root, reterr);

    *ret_config = NULL;
    if (status == SG_OK) {
        config = calloc(1, sizeof *config);
        if (config) {
            build_config(config, root);
            config->has_unknown = sink->warnings > before;
        }
        status =
            config ? check_config(config, file, reterr) : fault_memory(reterr);
    }
    json_decref(root);
    if (status == SG_OK)
        *ret_config = config;
    else
        config_free(config);
    return status;
}
