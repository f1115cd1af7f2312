/* SPDX-License-Identifier: MIT */
/* What a site has been publishing until now. */
#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "feed/publishing.h"
#include "feed/trusted.h"
#include "read/feed.h"
#include "store/store.h"

#include <string.h>

static sg_status not_ours(const struct publishing *publishing,
                          enum sign_verdict verdict, const char *file,
                          sg_error *reterr)
{
    if (verdict == SIGN_GOOD || publishing->options->replace_key)
        return SG_OK;
    if (verdict == SIGN_OTHER_KEY)
        return fault_in(reterr, SG_TRUST, "other-key", file,
                        "This site was signed with another key, and whoever "
                        "has added the feed believes that one alone. If the "
                        "key is to change: --replace-key signs all anew; then "
                        "tell everybody to run skillgap feed trust.");
    return fault_in(reterr, SG_TRUST, "signature", file,
                    "This index is not what was signed: a publication was cut "
                    "off, or somebody changed the file. Look at it; if it is "
                    "right, --replace-key signs all anew.");
}

/* A file that may not be there: *ret_found says. */
static sg_status read_if(const char *file, struct buffer *bytes,
                         bool *ret_found, sg_error *reterr)
{
    sg_error why = {0};
    const sg_status status = file_read(file, bytes, &why);

    *ret_found = status == SG_OK;
    if (status == SG_OK || strcmp(why.reason, "missing") == 0)
        return SG_OK;
    if (reterr && reterr->status == SG_OK)
        *reterr = why;
    return status;
}

static sg_status verify_before(const struct publishing *publishing,
                               const struct buffer *bytes, const char *file,
                               sg_error *reterr)
{
    struct arena arena = {0};
    struct buffer proof = {.limit = LIMIT_FEED_SIGNATURE};
    char comment[SIGN_COMMENT_ROOM];
    bool found = false;
    const char *beside = arena_printf(&arena, "%s" STORE_SIGNATURE, file);
    sg_status status =
        beside ? read_if(beside, &proof, &found, reterr) : fault_memory(reterr);

    if (status == SG_OK)
        status =
            not_ours(publishing,
                     found ? sign_verify(&publishing->sodium, &publishing->open,
                                         bytes, &proof, comment)
                           : SIGN_UNREADABLE,
                     file, reterr);
    buffer_done(&proof);
    arena_done(&arena);
    return status;
}

sg_status publishing_before(struct publishing *publishing, sg_error *reterr)
{
    struct arena *arena = &publishing->published->arena;
    struct buffer bytes = {.limit = LIMIT_FEED_INDEX};
    struct problem_sink sink = {.tell = publishing->options->problem,
                                .user = publishing->options->user};
    bool found = false;
    const char *file =
        arena_printf(arena, "%s/" STORE_INDEX, publishing->options->site);
    sg_status status =
        file ? read_if(file, &bytes, &found, reterr) : fault_memory(reterr);

    if (status == SG_OK && found)
        status = verify_before(publishing, &bytes, file, reterr);
    if (status == SG_OK && found)
        status =
            read_feed_index(&bytes, file, &sink, &publishing->before, reterr);
    buffer_done(&bytes);
    return status;
}
