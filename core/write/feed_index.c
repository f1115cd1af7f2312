/* SPDX-License-Identifier: MIT */
/* The index of a feed as JSON Feed 1.1. */
#include "base/buffer.h"
#include "write/feed.h"
#include "write/maker.h"

#include <stdio.h>
#include <stdlib.h>

#define FEED_VERSION "https://jsonfeed.org/version/1.1"
#define INDEX_NAME "feed.json"

static void put_joined(struct maker *maker, json_t *object, const char *key,
                       const char *base, const char *path)
{
    struct buffer text = {0};

    buffer_printf(&text, "%s%s", base ? base : "", path);
    char *joined = buffer_take(&text);
    if (!joined)
        maker->failed = true;
    maker_put_text(maker, object, key, joined);
    free(joined);
}

static json_t *attachments_json(struct maker *maker,
                                const struct feed_item *item, const char *base)
{
    json_t *list = maker_array(maker);
    json_t *file = maker_object(maker);

    put_joined(maker, file, "url", base, item->path);
    maker_put_text(maker, file, "mime_type", item->mime_type);
    maker_put_text(maker, file, "title", item->title);
    maker_put_number(maker, file, "size_in_bytes", item->size);
    maker_add(maker, list, file);
    return list;
}

static json_t *item_extension_json(struct maker *maker,
                                   const struct feed_item *item)
{
    json_t *own = maker_object(maker);

    maker_put_text(maker, own, "framework", item->framework);
    maker_put_text(maker, own, "version", item->version);
    maker_put_number(maker, own, "serial", item->serial);
    maker_put_text(maker, own, "sha256", item->sha256);
    maker_put_text(maker, own, "expires", item->expires);
    maker_put_text(maker, own, "min_program", item->min_program);
    return own;
}

static json_t *item_json(struct maker *maker, const struct feed_index *index,
                         const struct feed_item *item, const char *base)
{
    char id[256];
    json_t *object = maker_object(maker);

    (void)snprintf(id, sizeof(id), "%s/%s/%u", index->id, item->framework,
                   (unsigned)item->serial);
    maker_put_text(maker, object, "id", id);
    maker_put_text(maker, object, "title", item->title);
    maker_put_text(maker, object, "content_text", item->words);
    maker_put_text(maker, object, "date_published", item->published);
    maker_put(maker, object, "attachments",
              attachments_json(maker, item, base));
    maker_put(maker, object, "_skillgap", item_extension_json(maker, item));
    return object;
}

static json_t *feed_extension_json(struct maker *maker,
                                   const struct feed_index *index)
{
    json_t *own = maker_object(maker);

    maker_put_text(maker, own, "feed", index->id);
    maker_put_number(maker, own, "serial", index->serial);
    maker_put_text(maker, own, "issued", index->issued);
    maker_put_text(maker, own, "expires", index->expires);
    return own;
}

char *write_feed_index(const struct feed_index *index, const char *base)
{
    struct maker maker = {0};
    json_t *root = maker_object(&maker);
    json_t *items = maker_array(&maker);

    maker_put_text(&maker, root, "version", FEED_VERSION);
    maker_put_text(&maker, root, "title", index->title);
    if (base) {
        maker_put_text(&maker, root, "home_page_url", base);
        put_joined(&maker, root, "feed_url", base, INDEX_NAME);
    }
    maker_put_text(&maker, root, "description",
                   "Job frameworks for skillgap. Each item is one version of "
                   "one framework; the file is attached, and signed.");
    maker_put_text(&maker, root, "language", "en-GB");
    maker_put(&maker, root, "_skillgap", feed_extension_json(&maker, index));
    for (size_t i = 0; i < index->count; i++)
        maker_add(&maker, items,
                  item_json(&maker, index, &index->items[i], base));
    maker_put(&maker, root, "items", items);
    return maker_print(&maker, root, MAKER_INDENTED);
}
