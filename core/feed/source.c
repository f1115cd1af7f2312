/* SPDX-License-Identifier: MIT */
/* Getting one file of a feed. */
#include "feed/source.h"

#include "base/fault.h"
#include "base/file.h"

#include <string.h>

static sg_status from_folder(const struct source *source, const char *path,
                             size_t limit, struct fetched *got,
                             sg_error *reterr)
{
    struct arena arena = {0};
    const char *file = arena_printf(&arena, "%s/%s", source->folder, path);
    sg_error why = {0};

    got->body = (struct buffer){.limit = limit};
    sg_status status =
        file ? file_read(file, &got->body, &why) : fault_memory(&why);
    if (status == SG_INPUT && strcmp(why.reason, "too-large") == 0)
        status = fault_in(reterr, SG_NETWORK, "endless-data", file,
                          "This file is longer than it can be (endless data). "
                          "Ask the publisher for a good copy.");
    else if (status != SG_OK && reterr && reterr->status == SG_OK)
        *reterr = why;
    arena_done(&arena);
    return status;
}

static sg_status from_web(const struct source *source, const char *path,
                          size_t limit, const struct held_tags *tags,
                          struct fetched *got, sg_error *reterr)
{
    struct arena arena = {0};
    const char *url =
        arena_printf(&arena, "%s%s", source->address->folder, path);
    const bool is_index =
        strcmp(path, strrchr(source->address->url, '/') + 1) == 0;
    const struct fetch_wanted wanted = {
        .address = source->address,
        .url = is_index ? source->address->url : url,
        .limit = limit,
        .ca_file = source->ca_file,
        .etag = tags ? tags->etag : NULL,
        .modified = tags ? tags->modified : NULL,
        .progress = source->progress,
        .user = source->user,
    };
    const sg_status status =
        url ? fetch(source->curl, &wanted, got, reterr) : fault_memory(reterr);

    arena_done(&arena);
    return status;
}

/* A login page of the network, or a filter's, comes with a 200 like the file
 * itself. */
static bool is_web_page(const struct buffer *body)
{
    size_t at = 0;

    while (at < body->size && strchr(" \t\r\n\xEF\xBB\xBF", body->data[at]) &&
           body->data[at])
        at++;
    return at < body->size && body->data[at] == '<';
}

sg_status source_get(const struct source *source, const char *path,
                     size_t limit, const struct held_tags *tags,
                     struct fetched *got, sg_error *reterr)
{
    const sg_status status =
        source->curl ? from_web(source, path, limit, tags, got, reterr)
                     : from_folder(source, path, limit, got, reterr);

    if (status == SG_OK && !got->unchanged && is_web_page(&got->body))
        return fault_in(
            reterr, SG_NETWORK, "web-page",
            source->curl ? source->address->url : source->folder,
            "A web page came in place of the feed: perhaps the login page of "
            "this network, or a filter's. Open the address in a browser; if "
            "the page is the network's, ask for %.100s to be let through.",
            source->address->host);
    return status;
}
