/* SPDX-License-Identifier: MIT */
/* The next record, and what goes with it. */
#include "feed/keep.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/save.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PUBLICATION "publication-"

static bool is_file(const struct late_sodium *sodium, const char *file,
                    const char *sha256)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    char seen[SHA256_ROOM] = "";

    if (file && file_read(file, &bytes, NULL) == SG_OK)
        sha256_write(sodium, &bytes, seen);
    buffer_done(&bytes);
    return strcmp(seen, sha256) == 0;
}

bool keep_is_whole(const struct late_sodium *sodium, const char *feed_folder,
                   const struct feed_record *record)
{
    struct arena arena = {0};
    const struct held_publication *held =
        record ? feed_record_current(record) : NULL;
    const char *folder =
        held ? store_publication(&arena, feed_folder, held->serial) : NULL;
    bool whole = true;

    for (size_t i = 0; folder && whole && i < held->count; i++)
        whole = is_file(sodium,
                        store_framework(&arena, folder, held->frameworks[i].id),
                        held->frameworks[i].sha256);
    arena_done(&arena);
    return whole;
}

sg_status keep_staged(struct incoming *incoming, sg_error *reterr)
{
    const char *place = store_publication(
        &incoming->arena, incoming->feed_folder, incoming->index->serial);
    sg_status status =
        place ? save_folder(incoming->feed_folder, SAVE_PRIVATE, reterr)
              : fault_memory(reterr);

    if (status == SG_OK)
        status = save_flush_folder(incoming->store_folder, reterr);
    /* Left by a run that was cut off before the record spoke of it. */
    if (status == SG_OK)
        status = save_remove(place, reterr);
    if (status == SG_OK)
        status = save_rename(incoming->staged, place, reterr);
    if (status == SG_OK)
        incoming->staged = NULL;
    return status;
}

static bool fill_publication(const struct incoming *incoming,
                             struct arena *arena, struct held_publication *held)
{
    const struct feed_index *index = incoming->index;
    struct held_framework *frameworks =
        arena_array(arena, index->count, sizeof *frameworks);
    char today[DATE_ROOM];

    date_write(incoming->today, today);
    *held = (struct held_publication){
        .serial = index->serial,
        .received = arena_strdup(arena, today),
        .issued = index->issued,
        .expires = index->expires,
        .frameworks = frameworks,
    };
    for (size_t i = 0; frameworks && i < index->count; i++) {
        const struct feed_item *item = &index->items[i];
        if (feed_item_is_present(index, item))
            frameworks[held->count++] = (struct held_framework){
                .id = item->framework,
                .version = item->version,
                .serial = item->serial,
                .sha256 = item->sha256,
            };
    }
    return frameworks != NULL;
}

/* The publications to keep: the new one, if it is used, then those before it.
 */
static bool fill_held(const struct incoming *incoming, bool use,
                      struct arena *arena, struct feed_record *record)
{
    const struct feed_record *before = incoming->record;
    const size_t held = before ? before->held_count : 0;

    record->held = arena_array(arena, held + 1, sizeof *record->held);
    if (!record->held)
        return false;
    if (use &&
        !fill_publication(incoming, arena, &record->held[record->held_count++]))
        return false;
    for (size_t i = 0; i < held && record->held_count < STORE_KEPT; i++)
        if (!use || before->held[i].serial != incoming->index->serial)
            record->held[record->held_count++] = before->held[i];
    return true;
}

static void raise_floor(struct feed_record *record, const char *framework,
                        uint32_t serial)
{
    for (size_t i = 0; i < record->floor_count; i++)
        if (strcmp(record->floors[i].framework, framework) == 0) {
            if (serial > record->floors[i].serial)
                record->floors[i].serial = serial;
            return;
        }
    record->floors[record->floor_count++] =
        (struct serial_floor){.framework = framework, .serial = serial};
}

/* What was once heard of is never taken back, not even by a rollback here. */
static bool fill_floors(const struct incoming *incoming, struct arena *arena,
                        struct feed_record *record)
{
    const struct feed_record *before = incoming->record;
    const struct feed_index *index = incoming->index;
    const size_t known = before ? before->floor_count : 0;

    record->floor_count = 0;
    record->floors =
        arena_array(arena, known + index->count, sizeof *record->floors);
    for (size_t i = 0; record->floors && i < known; i++)
        record->floors[record->floor_count++] = before->floors[i];
    for (size_t i = 0; record->floors && i < index->count; i++)
        raise_floor(record, index->items[i].framework, index->items[i].serial);
    return record->floors != NULL;
}

bool keep_record(const struct incoming *incoming, const char *url, bool use,
                 struct arena *arena, struct feed_record *ret_record)
{
    const struct feed_record *before = incoming->record;
    const struct feed_index *index = incoming->index;
    const bool web = incoming->source->curl != NULL;
    char today[DATE_ROOM];

    date_write(incoming->today, today);
    *ret_record = (struct feed_record){
        .key = incoming->key,
        .url = url,
        .id = index->id,
        .title = index->title,
        .serial = index->serial,
        .current = use ? index->serial : before->current,
        .checked = arena_strdup(arena, today),
        .expires = index->expires,
        .index_sha256 = incoming->index_sha256,
        .etag = web ? incoming->index_bytes.etag : NULL,
        .modified = web ? incoming->index_bytes.modified : NULL,
        .rolled_back = use ? NULL : before->rolled_back,
    };
    return ret_record->checked && fill_held(incoming, use, arena, ret_record) &&
           fill_floors(incoming, arena, ret_record);
}

static bool is_kept(const struct feed_record *record, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *number = slash + 1 + strlen(PUBLICATION);

    return feed_record_held(record, (uint32_t)strtoul(number, NULL, 10)) !=
           NULL;
}

void keep_tidy(const char *feed_folder, const struct feed_record *record)
{
    struct arena arena = {0};
    const char *const *paths = NULL;
    size_t count = 0;

    (void)save_sweep(feed_folder, NULL);
    if (file_list(&arena, feed_folder, "", &paths, &count, NULL) != SG_OK)
        count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *name = strrchr(paths[i], '/') + 1;
        if (strncmp(name, PUBLICATION, strlen(PUBLICATION)) == 0 &&
            !is_kept(record, paths[i]))
            (void)save_remove(paths[i], NULL);
    }
    arena_done(&arena);
}
