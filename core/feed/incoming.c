/* SPDX-License-Identifier: MIT */
/* Fetching and verifying the index. */
#include "feed/incoming.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/save.h"
#include "feed/rules.h"
#include "read/feed.h"

#include <string.h>

/* What to call the index in front of people. */
static const char *index_name(const struct incoming *incoming)
{
    return incoming->source->curl ? incoming->source->address->url
                                  : incoming->source->folder;
}

static sg_status get_index(struct incoming *incoming, sg_error *reterr)
{
    const struct feed_record *record = incoming->record;
    const struct held_tags tags = {
        .etag = record ? record->etag : NULL,
        .modified = record ? record->modified : NULL,
    };
    const bool whole = incoming->whole || !record;

    return source_get(incoming->source, STORE_INDEX, LIMIT_FEED_INDEX,
                      whole ? NULL : &tags, &incoming->index_bytes, reterr);
}

/* A file of which there is none on the server is one without a signature. */
static sg_status get_signature(const struct incoming *incoming,
                               const char *path, struct fetched *got,
                               sg_error *reterr)
{
    char name[400];
    sg_error why = {0};

    strcpy(name, path);
    strcat(name, STORE_SIGNATURE);
    const sg_status status = source_get(incoming->source, name,
                                        LIMIT_FEED_SIGNATURE, NULL, got, &why);
    if (status != SG_OK && strcmp(why.reason, "missing") == 0)
        return rules_signature(SIGN_UNREADABLE, why.file, reterr);
    if (status != SG_OK && reterr && reterr->status == SG_OK)
        *reterr = why;
    return status;
}

/* Fills `trusted` from what was signed. */
static sg_status verify(const struct incoming *incoming,
                        const struct buffer *bytes,
                        const struct buffer *signature, const char *file,
                        struct trusted *trusted, sg_error *reterr)
{
    char comment[SIGN_COMMENT_ROOM];
    const sg_status status =
        rules_signature(sign_verify(incoming->sodium, &incoming->public_key,
                                    bytes, signature, comment),
                        file, reterr);

    if (status != SG_OK)
        return status;
    if (trusted_read(comment, trusted))
        return SG_OK;
    return fault_in(reterr, SG_TRUST, "wrong-software", file,
                    "The publisher signed this, but not for a feed of skillgap "
                    "(wrong software). It was refused; tell the publisher.");
}

/* Heard of last time, byte for byte? */
static bool is_known(const struct incoming *incoming)
{
    return incoming->record &&
           strcmp(incoming->record->index_sha256, incoming->index_sha256) == 0;
}

static sg_status read_index(struct incoming *incoming, sg_error *reterr)
{
    struct problem_sink sink = {.tell = incoming->problem,
                                .user = incoming->user};
    sg_error why = {0};
    const sg_status status =
        read_feed_index(&incoming->index_bytes.body, index_name(incoming),
                        &sink, &incoming->index, &why);

    if (status != SG_INPUT) {
        if (status != SG_OK && reterr && reterr->status == SG_OK)
            *reterr = why;
        return status;
    }
    return fault_in(reterr, SG_INPUT, "feed-format", index_name(incoming),
                    "This index is signed, but it is no good: %.300s Tell the "
                    "publisher.",
                    why.message);
}

static sg_status check_index(struct incoming *incoming, sg_error *reterr)
{
    const char *file = index_name(incoming);
    struct trusted trusted;
    sg_status status = get_signature(incoming, STORE_INDEX,
                                     &incoming->index_signature, reterr);

    if (status == SG_OK)
        status =
            verify(incoming, &incoming->index_bytes.body,
                   &incoming->index_signature.body, file, &trusted, reterr);
    if (status == SG_OK)
        status = read_index(incoming, reterr);
    if (status == SG_OK)
        status = rules_index(incoming->index, &trusted, incoming->index_sha256,
                             incoming->record, incoming->today, file, reterr);
    if (status == SG_OK)
        status = rules_items(incoming->index, incoming->source->address,
                             incoming->record, file, reterr);
    return status;
}

sg_status incoming_index(struct incoming *incoming, sg_error *reterr)
{
    if (!key_read(incoming->sodium, incoming->key, &incoming->public_key))
        return fault(reterr, SG_INPUT, "key",
                     "The key that is pinned for this feed cannot be read. Pin "
                     "it again: skillgap feed trust NAME --key FILE");
    const sg_status status = get_index(incoming, reterr);
    if (status != SG_OK)
        return status;
    if (incoming->index_bytes.unchanged) {
        incoming->unchanged = true;
        return rules_expiry(incoming->record->expires, incoming->today,
                            index_name(incoming), reterr);
    }
    sha256_write(incoming->sodium, &incoming->index_bytes.body,
                 incoming->index_sha256);
    incoming->unchanged = is_known(incoming);
    return check_index(incoming, reterr);
}

/* A framework that the publication in use holds already, or NULL. */
static const char *held_file(struct incoming *incoming,
                             const struct feed_item *item)
{
    const struct feed_record *record = incoming->record;

    for (size_t i = 0; record && i < record->held_count; i++) {
        const struct held_publication *held = &record->held[i];
        const struct held_framework *framework =
            held_framework_find(held, item->framework);
        if (!framework || framework->serial != item->serial ||
            strcmp(framework->sha256, item->sha256) != 0)
            continue;
        const char *folder = store_publication(
            &incoming->arena, incoming->feed_folder, held->serial);
        return folder
                   ? store_framework(&incoming->arena, folder, item->framework)
                   : NULL;
    }
    return NULL;
}

/* Reads what is held; false when it is not there or not what it was, and then
 * it is fetched like any other. */
static bool copy_held(struct incoming *incoming, const struct feed_item *item,
                      struct buffer *bytes, struct buffer *signature)
{
    const char *file = held_file(incoming, item);
    const char *proof =
        file ? arena_printf(&incoming->arena, "%s" STORE_SIGNATURE, file)
             : NULL;
    char sha256[SHA256_ROOM];

    *bytes = (struct buffer){.limit = LIMIT_FILE_BYTES};
    *signature = (struct buffer){.limit = LIMIT_FEED_SIGNATURE};
    if (!proof || file_read(file, bytes, NULL) != SG_OK ||
        file_read(proof, signature, NULL) != SG_OK)
        return false;
    sha256_write(incoming->sodium, bytes, sha256);
    return strcmp(sha256, item->sha256) == 0;
}

static sg_status fetch_item(struct incoming *incoming,
                            const struct feed_item *item, struct fetched *file,
                            struct fetched *signature, sg_error *reterr)
{
    char sha256[SHA256_ROOM];
    sg_status status = source_get(incoming->source, item->path, item->size,
                                  NULL, file, reterr);

    if (status == SG_OK) {
        sha256_write(incoming->sodium, &file->body, sha256);
        status = rules_bytes(item, file->body.size, sha256, item->path, reterr);
    }
    return status == SG_OK
               ? get_signature(incoming, item->path, signature, reterr)
               : status;
}

static sg_status save_item(const struct incoming *incoming,
                           const struct feed_item *item,
                           const struct buffer *bytes,
                           const struct buffer *signature, sg_error *reterr)
{
    struct arena arena = {0};
    const char *file =
        store_framework(&arena, incoming->staged, item->framework);
    const char *proof =
        file ? arena_printf(&arena, "%s" STORE_SIGNATURE, file) : NULL;
    sg_status status = proof ? SG_OK : fault_memory(reterr);

    if (status == SG_OK)
        status =
            save_file(file, bytes->data, bytes->size, SAVE_PRIVATE, reterr);
    if (status == SG_OK)
        status = save_file(proof, signature->data, signature->size,
                           SAVE_PRIVATE, reterr);
    arena_done(&arena);
    return status;
}

/* Even a copy of what is held is verified again: it may have been signed by a
 * key that is pinned no more, or changed on the disk. */
static sg_status stage_item(struct incoming *incoming,
                            const struct feed_item *item, sg_error *reterr)
{
    struct fetched file = {0}, signature = {0};
    struct trusted trusted;
    sg_status status = SG_OK;

    if (!copy_held(incoming, item, &file.body, &signature.body)) {
        fetched_done(&file);
        fetched_done(&signature);
        status = fetch_item(incoming, item, &file, &signature, reterr);
    }
    if (status == SG_OK)
        status = verify(incoming, &file.body, &signature.body, item->path,
                        &trusted, reterr);
    if (status == SG_OK)
        status =
            rules_comment(incoming->index, item, &trusted, item->path, reterr);
    if (status == SG_OK)
        status = save_item(incoming, item, &file.body, &signature.body, reterr);
    fetched_done(&file);
    fetched_done(&signature);
    return status;
}

static sg_status stage_index(const struct incoming *incoming, sg_error *reterr)
{
    struct arena arena = {0};
    const struct buffer *bytes = &incoming->index_bytes.body;
    const struct buffer *proof = &incoming->index_signature.body;
    const char *file =
        arena_printf(&arena, "%s/" STORE_INDEX, incoming->staged);
    const char *beside = arena_printf(&arena, "%s/" STORE_INDEX STORE_SIGNATURE,
                                      incoming->staged);
    const char *folder =
        arena_printf(&arena, "%s/frameworks", incoming->staged);
    sg_status status = arena.failed ? fault_memory(reterr) : SG_OK;

    if (status == SG_OK)
        status = save_folder(folder, SAVE_PRIVATE, reterr);
    if (status == SG_OK)
        status =
            save_file(file, bytes->data, bytes->size, SAVE_PRIVATE, reterr);
    if (status == SG_OK)
        status =
            save_file(beside, proof->data, proof->size, SAVE_PRIVATE, reterr);
    arena_done(&arena);
    return status;
}

sg_status incoming_stage(struct incoming *incoming, sg_error *reterr)
{
    const struct feed_index *index = incoming->index;
    sg_status status = save_fresh_folder(
        &incoming->arena, incoming->store_folder, &incoming->staged, reterr);

    if (status == SG_OK)
        status = stage_index(incoming, reterr);
    for (size_t i = 0; status == SG_OK && i < index->count; i++)
        if (feed_item_is_present(index, &index->items[i]))
            status = stage_item(incoming, &index->items[i], reterr);
    return status;
}
