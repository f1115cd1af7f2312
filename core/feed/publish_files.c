/* SPDX-License-Identifier: MIT */
/* The frameworks of a publication: checked, compared, numbered. */
#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "catalogue/folders.h"
#include "feed/publishing.h"
#include "gap/revision.h"
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The oldest program that reads what this one writes: "skillgap-framework/1"
 * has been the same since then. */
#define MIN_PROGRAM "0.1.0"

/* The index is to stay small: past the one nothing is begun, and the other is
 * never reached from there. */
enum { WORDS_ENOUGH = 4000, WORDS_MOST = 19000, COUNCIL_LETTERS = 100 };

static bool is_framework_name(const char *file)
{
    const char *slash = strrchr(file, '/');

    return strcmp(slash ? slash + 1 : file, "overrides.json") != 0;
}

static sg_status no_framework(const char *folder, sg_error *reterr)
{
    return fault_in(reterr, SG_INPUT, "no-framework", folder,
                    "This folder holds no framework (.json) to publish.");
}

static sg_status list_files(struct publishing *publishing,
                            const char *const **ret_files, size_t *ret_count,
                            sg_error *reterr)
{
    struct arena *arena = &publishing->published->arena;
    const char *folder = publishing->options->folder;
    const char *below = arena_printf(arena, "%s/frameworks", folder);

    if (!below)
        return fault_memory(reterr);
    if (!folder_exists(folder))
        return fault_in(reterr, SG_INPUT, "missing", folder,
                        "There is no folder of this name; give the one that "
                        "holds the framework files.");
    const sg_status status =
        file_list(arena, folder_exists(below) ? below : folder, ".json",
                  ret_files, ret_count, reterr);
    return status == SG_OK && *ret_count == 0 ? no_framework(folder, reterr)
                                              : status;
}

const char *publishing_path(const struct feed_item *item)
{
    const char *last = strrchr(item->path, '/');
    const char *lead = "frameworks";
    const size_t size = strlen(lead);

    if (!last || (size_t)(last - item->path) < size ||
        strncmp(last - size, lead, size) != 0)
        return NULL;
    return last - size;
}

/* A file that was published before, or NULL. */
static struct framework *load_before(const struct publishing *publishing,
                                     const struct feed_item *item)
{
    struct arena arena = {0};
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink nowhere = {0};
    struct framework *framework = NULL;
    const char *path = publishing_path(item);
    const char *file =
        path ? arena_printf(&arena, "%s/%s", publishing->options->site, path)
             : NULL;

    if (file && file_read(file, &bytes, NULL) == SG_OK)
        (void)read_framework(&bytes, file, publishing->reference, &nowhere,
                             &framework, NULL);
    buffer_done(&bytes);
    arena_done(&arena);
    return framework;
}

/* A version is never used for two things, and never again. */
static sg_status check_version(const struct publishing *publishing,
                               const struct feed_item *present,
                               const char *version, const char *file,
                               sg_error *reterr)
{
    const struct feed_index *before = publishing->before;

    if (strcmp(present->version, version) == 0)
        return fault_in(reterr, SG_INPUT, "same-version", file,
                        "This file has changed since version %.64s was "
                        "published, but it still says version %.64s. Give it a "
                        "new version.",
                        version, version);
    for (size_t i = 0; i < before->count; i++)
        if (strcmp(before->items[i].framework, present->framework) == 0 &&
            strcmp(before->items[i].version, version) == 0)
            return fault_in(reterr, SG_INPUT, "old-version", file,
                            "Version %.64s was published before, and then "
                            "version %.64s. To take a change back, publish the "
                            "old words as a new version.",
                            version, present->version);
    return SG_OK;
}

static const char *moment_text(struct arena *arena, uint64_t moment)
{
    const struct date day =
        date_add_days((struct date){1970, 1, 1}, (uint32_t)(moment / 86400));
    const unsigned second = (unsigned)(moment % 86400);
    char text[DATE_ROOM];

    date_write(day, text);
    return arena_printf(arena, "%sT%02u:%02u:%02uZ", text, second / 3600,
                        second / 60 % 60, second % 60);
}

/* A council's name may be longer than a title; it is cut between letters. */
static const char *title_of(struct arena *arena,
                            const struct framework *framework,
                            const char *version)
{
    const char *council = framework_text(framework, framework->council);
    const char *end = council;

    for (int letters = 0; *end && letters < COUNCIL_LETTERS; letters++)
        (void)text_next(&end);
    return arena_printf(arena, "%.*s%s, version %s", (int)(end - council),
                        council, *end ? "..." : "", version);
}

/* Fills the item of a file that is new or has changed. */
static sg_status fill_changed(struct publishing *publishing,
                              const struct framework *framework,
                              const struct feed_item *present,
                              struct published_file *file, sg_error *reterr)
{
    struct published *published = publishing->published;
    struct arena *arena = &published->arena;
    struct feed_item *item = &file->item;
    struct framework *older = present ? load_before(publishing, present) : NULL;
    struct buffer words = {.limit = WORDS_MOST};
    sg_revision *revision = NULL;
    const sg_status status = revision_new(publishing->reference, older,
                                          framework, &revision, reterr);

    framework_free(older);
    if (status != SG_OK)
        return status;
    sg_published_framework *told =
        &published->frameworks[published->public.framework_count++];
    publishing_words(revision, &words);
    file->changed = true;
    item->serial = publishing->index.serial;
    item->min_program = MIN_PROGRAM;
    item->path = arena_printf(arena, "frameworks/%s-%u.json", item->framework,
                              (unsigned)item->serial);
    item->title = title_of(arena, framework, item->version);
    item->words = arena_strdup(arena, words.data ? words.data : "");
    item->published = moment_text(arena, publishing->moment);
    *told = (sg_published_framework){.id = item->framework,
                                     .version = item->version,
                                     .serial = item->serial,
                                     .changed = true,
                                     .revision = revision};
    buffer_done(&words);
    return SG_OK;
}

static void fill_same(struct publishing *publishing,
                      const struct feed_item *present,
                      struct published_file *file)
{
    struct published *published = publishing->published;
    const char *path = publishing_path(present);

    file->item = *present;
    file->item.path = path ? path : present->path;
    published->frameworks[published->public.framework_count++] =
        (sg_published_framework){.id = present->framework,
                                 .version = present->version,
                                 .serial = present->serial};
}

static sg_status check_double(const struct publishing *publishing,
                              const char *id, const char *path,
                              sg_error *reterr)
{
    for (size_t i = 0; i < publishing->file_count; i++)
        if (strcmp(publishing->files[i].item.framework, id) == 0)
            return fault_in(reterr, SG_INPUT, "duplicate-id", path,
                            "This file has the id '%.96s', as %.200s has. Keep "
                            "only one of them.",
                            id, publishing->files[i].file);
    return SG_OK;
}

static sg_status fill_file(struct publishing *publishing, const char *path,
                           const struct buffer *bytes,
                           const struct framework *framework, sg_error *reterr)
{
    struct arena *arena = &publishing->published->arena;
    const char *id = framework_text(framework, framework->id);
    const char *version = framework_text(framework, framework->version);
    const struct feed_item *present =
        publishing->before ? feed_index_find(publishing->before, id) : NULL;
    struct published_file *file = &publishing->files[publishing->file_count];
    char sha256[SHA256_ROOM];
    sg_status status = check_double(publishing, id, path, reterr);

    if (status != SG_OK)
        return status;
    sha256_write(&publishing->sodium, bytes, sha256);
    file->file = path;
    file->item = (struct feed_item){
        .framework = arena_strdup(arena, id),
        .version = arena_strdup(arena, version),
        .sha256 = arena_strdup(arena, sha256),
        .mime_type = "application/json",
        .size = (uint32_t)bytes->size,
        .files = 1,
    };
    publishing->file_count++;
    if (arena->failed)
        return fault_memory(reterr);
    if (present && strcmp(present->sha256, sha256) == 0) {
        fill_same(publishing, present, file);
        return SG_OK;
    }
    if (present)
        status = check_version(publishing, present, version, path, reterr);
    return status == SG_OK
               ? fill_changed(publishing, framework, present, file, reterr)
               : status;
}

/* Reads one file; what is wrong with it is told, and then the others are read
 * all the same. */
static sg_status read_file(struct publishing *publishing, const char *path,
                           sg_error *reterr)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct problem_sink sink = {.tell = publishing->options->problem,
                                .user = publishing->options->user};
    struct framework *framework = NULL;
    sg_status status = file_read(path, &bytes, reterr);

    if (status == SG_OK)
        status = read_framework(&bytes, path, publishing->reference, &sink,
                                &framework, reterr);
    if (status == SG_OK)
        status = fill_file(publishing, path, &bytes, framework, reterr);
    framework_free(framework);
    buffer_done(&bytes);
    return status;
}

static bool is_published(const struct publishing *publishing, const char *id)
{
    for (size_t i = 0; i < publishing->file_count; i++)
        if (strcmp(publishing->files[i].item.framework, id) == 0)
            return true;
    return false;
}

static bool may_go(const sg_publish_options *options, const char *id)
{
    for (size_t i = 0; i < options->withdraw_count; i++)
        if (strcmp(options->withdraw[i], id) == 0)
            return true;
    return false;
}

/* A misspelt id would leave in what was to go. */
static sg_status check_withdraw_known(const struct publishing *publishing,
                                      sg_error *reterr)
{
    const sg_publish_options *options = publishing->options;

    for (size_t i = 0; i < options->withdraw_count; i++) {
        const char *id = options->withdraw[i];
        if (!is_published(publishing, id) &&
            (!publishing->before || !feed_index_find(publishing->before, id)))
            return fault(reterr, SG_NOT_FOUND, "not-found",
                         "This site has not published a framework '%.96s', so "
                         "that there is nothing to withdraw. Check its id.",
                         id);
    }
    return SG_OK;
}

/* What was published and is not there now is withdrawn only on purpose. */
static sg_status check_withdrawn(struct publishing *publishing,
                                 sg_error *reterr)
{
    const struct feed_index *before = publishing->before;
    struct published *published = publishing->published;
    const size_t most = before ? before->count : 0;
    const char **withdrawn =
        arena_array(&published->arena, most, sizeof *withdrawn);

    if (!withdrawn)
        return fault_memory(reterr);
    published->public.withdrawn = withdrawn;
    for (size_t i = 0; i < most; i++) {
        const struct feed_item *item = &before->items[i];
        if (!feed_item_is_present(before, item) ||
            is_published(publishing, item->framework))
            continue;
        if (!may_go(publishing->options, item->framework))
            return fault_in(reterr, SG_INPUT, "withdrawn",
                            publishing->options->folder,
                            "%.96s was published before and is not in this "
                            "folder. Put it back, or say that it is to go: "
                            "--withdraw %.96s",
                            item->framework, item->framework);
        withdrawn[published->public.withdrawn_count++] =
            arena_strdup(&published->arena, item->framework);
    }
    return SG_OK;
}

sg_status publishing_frameworks(struct publishing *publishing, sg_error *reterr)
{
    struct published *published = publishing->published;
    const char *const *paths = NULL;
    size_t count = 0;
    sg_status status = list_files(publishing, &paths, &count, reterr);

    if (status != SG_OK)
        return status;
    publishing->files =
        arena_array(&published->arena, count, sizeof *publishing->files);
    published->frameworks =
        arena_array(&published->arena, count, sizeof *published->frameworks);
    published->public.frameworks = published->frameworks;
    if (!publishing->files || !published->frameworks)
        return fault_memory(reterr);
    for (size_t i = 0; i < count; i++) {
        if (!is_framework_name(paths[i]))
            continue;
        const sg_status one = read_file(publishing, paths[i], reterr);
        status = status == SG_OK ? one : status;
    }
    if (status == SG_OK && publishing->file_count == 0)
        status = no_framework(publishing->options->folder, reterr);
    if (status == SG_OK)
        status = check_withdraw_known(publishing, reterr);
    if (status == SG_OK)
        status = check_withdrawn(publishing, reterr);
    return status;
}

/* Within one role, and of the notes. */
static void put_changes(const sg_revision_change *changes, size_t count,
                        const char *lead, struct buffer *out)
{
    for (size_t i = 0; i < count && out->size < WORDS_ENOUGH; i++)
        buffer_printf(out, "\n- %s%s", lead, changes[i].sentence);
}

void publishing_words(const sg_revision *revision, struct buffer *out)
{
    char lead[300];

    buffer_puts(out, revision->sentence);
    if (!revision->older)
        return;
    for (size_t i = 0; i < revision->role_count; i++) {
        const sg_revision_role *role = &revision->roles[i];
        snprintf(lead, sizeof lead, "%.280s: ", role->title);
        if (role->change_count == 0 && out->size < WORDS_ENOUGH)
            buffer_printf(out, "\n- %s%s", lead, role->sentence);
        put_changes(role->changes, role->change_count, lead, out);
    }
    put_changes(revision->notes, revision->note_count, "", out);
    if (out->size >= WORDS_ENOUGH)
        buffer_puts(out, "\n- and more: skillgap feed diff shows all.");
}
