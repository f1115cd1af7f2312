/* SPDX-License-Identifier: MIT */
/* Reading what was staged, and clearing it away. */
#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/save.h"
#include "feed/incoming.h"
#include "feed/rules.h"
#include "read/read.h"

/* The framework's own problems are told; this says whose it is to mend them. */
static sg_status no_good(const struct feed_item *item, const sg_error *why,
                         uint32_t errors, sg_error *reterr)
{
    return fault_in(reterr, SG_INPUT, why->reason, item->path,
                    "This is signed, but it cannot be used: it has %u "
                    "error%s, the first being: %.300s Nothing was changed; "
                    "tell the publisher.",
                    (unsigned)errors, errors == 1 ? "" : "s", why->message);
}

static sg_status read_item(const struct incoming *incoming,
                           const struct feed_item *item,
                           const struct reference *reference, sg_error *reterr)
{
    struct arena arena = {0};
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink sink = {.tell = incoming->problem,
                                .user = incoming->user};
    struct framework *framework = NULL;
    sg_error why = {0};
    const char *file =
        store_framework(&arena, incoming->staged, item->framework);
    sg_status status =
        file ? file_read(file, &bytes, reterr) : fault_memory(reterr);

    if (status == SG_OK) {
        status = read_framework(&bytes, item->path, reference, &sink,
                                &framework, &why);
        buffer_done(&bytes);
        if (status == SG_INPUT)
            status = no_good(item, &why, sink.errors, reterr);
        else if (status == SG_OK)
            status = rules_framework(item, framework, item->path, reterr);
        else
            status = fault_memory(reterr);
    }
    framework_free(framework);
    buffer_done(&bytes);
    arena_done(&arena);
    return status;
}

sg_status incoming_read(struct incoming *incoming,
                        const struct reference *reference, sg_error *reterr)
{
    const struct feed_index *index = incoming->index;
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < index->count; i++)
        if (feed_item_is_present(index, &index->items[i]))
            status = read_item(incoming, &index->items[i], reference, reterr);
    return status;
}

void incoming_done(struct incoming *incoming)
{
    if (incoming->staged)
        (void)save_remove(incoming->staged, NULL); /* else the next run does */
    fetched_done(&incoming->index_bytes);
    fetched_done(&incoming->index_signature);
    feed_index_free(incoming->index);
    arena_done(&incoming->arena);
}
