/* SPDX-License-Identifier: MIT */
/* Reading the index of a feed. */
#include "base/fault.h"
#include "read/feed.h"
#include "read/member.h"
#include "read/shaped.h"

#include <stdlib.h>
#include <string.h>

static void build_item(struct arena *arena, struct feed_item *item,
                       const json_t *from)
{
    const json_t *own = json_object_get(from, "_skillgap");
    const json_t *files = json_object_get(from, "attachments");
    const json_t *file = json_array_get(files, 0);

    *item = (struct feed_item){
        .framework = member_text(arena, own, "framework"),
        .version = member_text(arena, own, "version"),
        .serial = member_number(own, "serial"),
        .sha256 = member_text(arena, own, "sha256"),
        .expires = member_text(arena, own, "expires"),
        .min_program = member_text(arena, own, "min_program"),
        .path = member_text(arena, file, "url"),
        .mime_type = member_text(arena, file, "mime_type"),
        .size = member_number(file, "size_in_bytes"),
        .files = json_array_size(files),
        .title = member_text(arena, from, "title"),
        .words = member_text(arena, from, "content_text"),
        .published = member_text(arena, from, "date_published"),
    };
}

static void build(struct feed_index *index, const json_t *root)
{
    struct arena *arena = &index->arena;
    const json_t *own = json_object_get(root, "_skillgap");
    const json_t *items = json_object_get(root, "items");

    index->title = member_text(arena, root, "title");
    index->id = member_text(arena, own, "feed");
    index->serial = member_number(own, "serial");
    index->issued = member_text(arena, own, "issued");
    index->expires = member_text(arena, own, "expires");
    index->items =
        arena_array(arena, json_array_size(items), sizeof *index->items);
    for (size_t i = 0; index->items && i < json_array_size(items); i++) {
        const json_t *item = json_array_get(items, i);
        if (json_object_get(item, "_skillgap"))
            build_item(arena, &index->items[index->count++], item);
    }
}

sg_status read_feed_index(const struct buffer *bytes, const char *file,
                          struct problem_sink *sink,
                          struct feed_index **ret_index, sg_error *reterr)
{
    json_t *root = NULL;
    struct feed_index *index = NULL;
    sg_status status =
        shaped_parse(bytes, file, &feed_index_shape, NULL, sink, &root, reterr);

    *ret_index = NULL;
    if (status == SG_OK) {
        index = calloc(1, sizeof *index);
        if (index)
            build(index, root);
        if (!index || index->arena.failed)
            status = fault_memory(reterr);
    }
    json_decref(root);
    if (status == SG_OK)
        *ret_index = index;
    else
        feed_index_free(index);
    return status;
}
