/* SPDX-License-Identifier: MIT */
/* What changed between two publications, framework by framework. */
#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "feed/operation.h"
#include "gap/revision.h"
#include "read/read.h"

#include <string.h>

/* Reads the framework of a publication; NULL, and SG_OK, when it has none of
 * that id or no longer can be read: then it counts as new. */
static sg_status load(const struct operation *operation,
                      const struct held_publication *held, const char *folder,
                      const char *id, struct framework **ret_framework,
                      sg_error *reterr)
{
    struct arena arena = {0};
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink nowhere = {0};
    sg_error why = {0};
    const bool has = held && held_framework_find(held, id);
    const char *file = has ? store_framework(&arena, folder, id) : NULL;
    sg_status status = SG_OK;

    *ret_framework = NULL;
    if (has && !file)
        status = fault_memory(reterr);
    else if (has)
        status = file_read(file, &bytes, &why);
    if (has && status == SG_OK)
        status = read_framework(&bytes, file, operation->reference, &nowhere,
                                ret_framework, &why);
    buffer_done(&bytes);
    arena_done(&arena);
    if (status == SG_STORAGE)
        return fault_memory(reterr);
    return SG_OK;
}

static bool is_same(const struct held_publication *older,
                    const struct held_publication *newer, const char *id)
{
    const struct held_framework *a = held_framework_find(older, id);
    const struct held_framework *b = held_framework_find(newer, id);

    return a && b && strcmp(a->sha256, b->sha256) == 0;
}

/* One framework of either. */
static sg_status compare_one(struct operation *operation,
                             const struct held_publication *older,
                             const char *older_folder,
                             const struct held_publication *newer,
                             const char *newer_folder, const char *id,
                             sg_revision **ret_revision, sg_error *reterr)
{
    struct framework *a = NULL, *b = NULL;
    sg_status status = load(operation, older, older_folder, id, &a, reterr);

    *ret_revision = NULL;
    if (status == SG_OK)
        status = load(operation, newer, newer_folder, id, &b, reterr);
    if (status == SG_OK && (a || b))
        status = revision_new(operation->reference, a, b, ret_revision, reterr);
    framework_free(a);
    framework_free(b);
    return status;
}

sg_status operation_revisions(struct operation *operation,
                              const struct held_publication *older,
                              const char *older_folder,
                              const struct held_publication *newer,
                              const char *newer_folder, sg_feed_news *news,
                              sg_error *reterr)
{
    const size_t most = (older ? older->count : 0) + (newer ? newer->count : 0);
    sg_revision **revisions =
        arena_array(&operation->result->arena, most, sizeof *revisions);
    sg_status status = operation_reference(operation, reterr);

    news->revisions = revisions;
    if (!revisions)
        return fault_memory(reterr);
    for (size_t i = 0; status == SG_OK && i < most; i++) {
        const size_t first = newer ? newer->count : 0;
        const char *id = i < first ? newer->frameworks[i].id
                                   : older->frameworks[i - first].id;
        sg_revision *revision = NULL;
        if (is_same(older, newer, id) ||
            (i >= first && newer && held_framework_find(newer, id)))
            continue;
        status = compare_one(operation, older, older_folder, newer,
                             newer_folder, id, &revision, reterr);
        if (revision)
            revisions[news->revision_count++] = revision;
    }
    return status;
}
