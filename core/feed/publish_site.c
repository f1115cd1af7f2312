/* SPDX-License-Identifier: MIT */
/* The index of a publication, and writing the site. */
#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/save.h"
#include "feed/address.h"
#include "feed/publishing.h"
#include "feed/trusted.h"
#include "read/feed.h"
#include "store/store.h"
#include "write/feed.h"

#include <stdlib.h>
#include <string.h>

#define USUAL_TITLE "Job frameworks:"

enum { TITLE_ENOUGH = 160 };

sg_status publishing_number(struct publishing *publishing, sg_error *reterr)
{
    const uint32_t held = publishing->before ? publishing->before->serial : 0;
    const uint32_t wanted = publishing->options->serial;

    publishing->index.serial = wanted ? wanted : held + 1;
    if (wanted && wanted <= held)
        return fault(reterr, SG_TRUST, "lowered-serial",
                     "This site has published number %u already; a number is "
                     "never lowered and never used again, since everybody "
                     "would refuse it. Leave --serial out: the next one is %u.",
                     (unsigned)held, (unsigned)held + 1);
    if (held && publishing->index.serial - held > LIMIT_FEED_JUMP)
        return fault(reterr, SG_USAGE, "option-value",
                     "From %u to %u is more than a number may rise at once "
                     "(%d): everybody would refuse it.",
                     (unsigned)held, (unsigned)publishing->index.serial,
                     LIMIT_FEED_JUMP);
    return SG_OK;
}

/* "Job frameworks: county, st-albans", as far as there is room. */
static const char *usual_title(const struct publishing *publishing)
{
    struct arena *arena = &publishing->published->arena;
    const size_t count = publishing->file_count;
    const char *title = USUAL_TITLE;

    for (size_t i = 0; title && i < count; i++) {
        const char *id = publishing->files[i].item.framework;
        if (strlen(title) + strlen(id) > TITLE_ENOUGH)
            return arena_printf(arena, "%s and %zu more", title, count - i);
        title = arena_printf(arena, "%s%s %s", title, i > 0 ? "," : "", id);
    }
    return title;
}

/* One that was made from the frameworks, and so is made anew. */
static bool is_usual(const char *title)
{
    return strncmp(title, USUAL_TITLE, strlen(USUAL_TITLE)) == 0;
}

static void name_feed(struct publishing *publishing)
{
    const sg_publish_options *options = publishing->options;
    const struct feed_index *before = publishing->before;
    struct arena *arena = &publishing->published->arena;
    struct feed_index *index = &publishing->index;
    const struct date today = date_add_days(
        (struct date){1970, 1, 1}, (uint32_t)(publishing->moment / 86400));
    const unsigned second = (unsigned)(publishing->moment % 86400);
    char id[KEY_ID_ROOM], day[DATE_ROOM], end[DATE_ROOM];

    key_id_write(publishing->open.id, id);
    date_write(today, day);
    date_write(date_add_days(today, options->days), end);
    publishing->published->public.key_id = arena_strdup(arena, id);
    index->id = options->id ? arena_strdup(arena, options->id)
                : before    ? arena_strdup(arena, before->id)
                            : arena_printf(arena, "feed-%s", id);
    index->title = options->title ? arena_strdup(arena, options->title)
                   : before && !is_usual(before->title)
                       ? arena_strdup(arena, before->title)
                       : usual_title(publishing);
    index->expires = arena_strdup(arena, end);
    index->issued = arena_printf(arena, "%sT%02u:%02u:%02uZ", day,
                                 second / 3600, second / 60 % 60, second % 60);
}

static size_t count_versions(const struct feed_index *index,
                             const char *framework)
{
    size_t count = 0;

    for (size_t i = 0; i < index->count; i++)
        count += strcmp(index->items[i].framework, framework) == 0;
    return count;
}

static bool goes_on(const struct publishing *publishing, const char *framework)
{
    for (size_t i = 0; i < publishing->file_count; i++)
        if (strcmp(publishing->files[i].item.framework, framework) == 0)
            return true;
    return false;
}

/* What is new comes first, then what was there, in its order. */
static sg_status list_items(struct publishing *publishing, size_t history,
                            sg_error *reterr)
{
    const struct feed_index *before = publishing->before;
    struct feed_index *index = &publishing->index;
    const size_t known = before ? before->count : 0;

    index->count = 0;
    index->items =
        arena_array(&publishing->published->arena,
                    publishing->file_count + known, sizeof *index->items);
    if (!index->items)
        return fault_memory(reterr);
    for (size_t i = 0; i < publishing->file_count; i++)
        if (publishing->files[i].changed)
            index->items[index->count++] = publishing->files[i].item;
    for (size_t i = 0; i < known; i++) {
        const struct feed_item *item = &before->items[i];
        const char *path = publishing_path(item);
        if (!goes_on(publishing, item->framework) || !path ||
            count_versions(index, item->framework) >= history)
            continue;
        index->items[index->count] = *item;
        index->items[index->count++].path = path;
    }
    for (size_t i = 0; i < index->count; i++)
        index->items[i].expires = index->expires;
    return SG_OK;
}

sg_status publishing_index(struct publishing *publishing, sg_error *reterr)
{
    name_feed(publishing);
    return publishing->published->arena.failed ? fault_memory(reterr) : SG_OK;
}

/* Signs, and saves both together: the signature first. Who has the index before
 * it asks for the index, is told that it is unchanged, and never sees the two
 * apart. */
static sg_status save_signed(const struct publishing *publishing,
                             const struct buffer *bytes, const char *place,
                             const struct trusted *trusted, sg_error *reterr)
{
    struct arena arena = {0};
    struct buffer comment = {0}, proof = {0};
    const char *beside = arena_printf(&arena, "%s" STORE_SIGNATURE, place);
    sg_status status = SG_OK;

    trusted_write(trusted, publishing->moment, &comment);
    if (beside && !comment.failed)
        sign_bytes(&publishing->sodium, &publishing->secret, bytes,
                   comment.data, &proof);
    if (!beside || comment.failed || proof.failed || !proof.data)
        status = fault_memory(reterr);
    if (status == SG_OK)
        status = save_pair(&(struct save_part){beside, proof.data, proof.size},
                           &(struct save_part){place, bytes->data, bytes->size},
                           SAVE_PUBLIC, reterr);
    buffer_done(&comment);
    buffer_done(&proof);
    arena_done(&arena);
    return status;
}

/* Whether the site has a file already, with a signature that says the same. */
static bool is_there(const struct publishing *publishing,
                     const struct buffer *bytes, const char *place,
                     const struct trusted *trusted)
{
    struct arena arena = {0};
    struct buffer found = {.limit = LIMIT_FILE_BYTES};
    struct buffer proof = {.limit = LIMIT_FEED_SIGNATURE};
    const char *beside = arena_printf(&arena, "%s" STORE_SIGNATURE, place);
    struct trusted said;
    char comment[SIGN_COMMENT_ROOM];
    const bool there = beside && file_read(place, &found, NULL) == SG_OK &&
                       found.size == bytes->size &&
                       memcmp(found.data, bytes->data, bytes->size) == 0 &&
                       file_read(beside, &proof, NULL) == SG_OK &&
                       sign_verify(&publishing->sodium, &publishing->open,
                                   &found, &proof, comment) == SIGN_GOOD &&
                       trusted_read(comment, &said) &&
                       said.serial == trusted->serial &&
                       strcmp(said.feed, trusted->feed) == 0 &&
                       strcmp(said.framework, trusted->framework) == 0;

    buffer_done(&found);
    buffer_done(&proof);
    arena_done(&arena);
    return there;
}

static sg_status write_one(const struct publishing *publishing,
                           const struct published_file *file, sg_error *reterr)
{
    struct arena arena = {0};
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    struct trusted trusted = {.serial = file->item.serial};
    const char *place = arena_printf(&arena, "%s/%s", publishing->options->site,
                                     file->item.path);
    char sha256[SHA256_ROOM] = "";
    sg_status status =
        place ? file_read(file->file, &bytes, reterr) : fault_memory(reterr);

    strncpy(trusted.feed, publishing->index.id, TRUSTED_ROOM - 1);
    strncpy(trusted.framework, file->item.framework, TRUSTED_ROOM - 1);
    if (status == SG_OK)
        sha256_write(&publishing->sodium, &bytes, sha256);
    if (status == SG_OK && strcmp(sha256, file->item.sha256) != 0)
        status = fault_in(reterr, SG_INPUT, "changed", file->file,
                          "This file was changed while it was being published. "
                          "Nothing was put in place; try again.");
    if (status == SG_OK && !is_there(publishing, &bytes, place, &trusted))
        status = save_signed(publishing, &bytes, place, &trusted, reterr);
    buffer_done(&bytes);
    arena_done(&arena);
    return status;
}

/* The folder's address; a file's name is not part of it. */
static sg_status base_address(struct publishing *publishing,
                              const char **ret_base, sg_error *reterr)
{
    struct address address;

    *ret_base = NULL;
    if (!publishing->options->url)
        return SG_OK;
    const sg_status status =
        address_read(publishing->options->url, true,
                     &publishing->published->arena, &address, reterr);
    if (status == SG_OK)
        *ret_base = address.folder;
    return status;
}

/* The index as text, with as much history as there is room for. */
static sg_status index_text(struct publishing *publishing, const char *base,
                            char **ret_text, sg_error *reterr)
{
    sg_status status = SG_OK;

    *ret_text = NULL;
    for (size_t history = LIMIT_FEED_HISTORY; history > 0; history /= 2) {
        status = list_items(publishing, history, reterr);
        if (status != SG_OK)
            return status;
        free(*ret_text);
        *ret_text = write_feed_index(&publishing->index, base);
        if (!*ret_text)
            return fault_memory(reterr);
        if (strlen(*ret_text) <= LIMIT_FEED_INDEX)
            return SG_OK;
    }
    return fault(reterr, SG_INPUT, "too-large",
                 "The index would be larger than anybody accepts (%d MB). "
                 "Publish fewer frameworks in one feed.",
                 LIMIT_FEED_INDEX / 1024 / 1024);
}

/* Nothing is signed that this program itself would refuse. */
static sg_status check_text(const struct publishing *publishing, char *text,
                            sg_error *reterr)
{
    const struct buffer bytes = {.data = text, .size = strlen(text)};
    struct problem_sink sink = {.tell = publishing->options->problem,
                                .user = publishing->options->user};
    struct feed_index *index = NULL;
    const sg_status status =
        read_feed_index(&bytes, STORE_INDEX, &sink, &index, reterr);

    feed_index_free(index);
    return status;
}

static sg_status save_index(const struct publishing *publishing, char *text,
                            sg_error *reterr)
{
    struct arena arena = {0};
    const char *place =
        arena_printf(&arena, "%s/" STORE_INDEX, publishing->options->site);
    const struct buffer bytes = {.data = text, .size = strlen(text)};
    struct trusted trusted = {.serial = publishing->index.serial};
    sg_status status = place ? SG_OK : fault_memory(reterr);

    strncpy(trusted.feed, publishing->index.id, TRUSTED_ROOM - 1);
    if (status == SG_OK)
        status = save_signed(publishing, &bytes, place, &trusted, reterr);
    arena_done(&arena);
    return status;
}

static sg_status save_all(struct publishing *publishing, char *text,
                          sg_error *reterr)
{
    struct arena arena = {0};
    const char *site = publishing->options->site;
    const char *folder = arena_printf(&arena, "%s/frameworks", site);
    sg_status status = folder ? save_folder(folder, SAVE_PUBLIC, reterr)
                              : fault_memory(reterr);

    if (status == SG_OK)
        status = save_sweep(site, reterr);
    if (status == SG_OK)
        status = save_sweep(folder, reterr);
    for (size_t i = 0; status == SG_OK && i < publishing->file_count; i++)
        status = write_one(publishing, &publishing->files[i], reterr);
    if (status == SG_OK)
        status = save_index(publishing, text, reterr);
    arena_done(&arena);
    return status;
}

/* The rest is borrowed from the index of before, which goes. */
static void tell(struct publishing *publishing)
{
    struct published *published = publishing->published;
    struct arena *arena = &published->arena;

    published->public.id = publishing->index.id;
    published->public.title = publishing->index.title;
    published->public.site = arena_strdup(arena, publishing->options->site);
    published->public.serial = publishing->index.serial;
    published->public.expires = publishing->index.expires;
    for (size_t i = 0; i < published->public.framework_count; i++) {
        sg_published_framework *told = &published->frameworks[i];
        told->id = arena_strdup(arena, told->id);
        told->version = arena_strdup(arena, told->version);
    }
}

sg_status publishing_write(struct publishing *publishing, sg_error *reterr)
{
    const char *base = NULL;
    char *text = NULL;
    sg_status status = base_address(publishing, &base, reterr);

    if (status == SG_OK)
        status = index_text(publishing, base, &text, reterr);
    if (status == SG_OK)
        status = check_text(publishing, text, reterr);
    if (status == SG_OK)
        status = save_all(publishing, text, reterr);
    free(text);
    tell(publishing);
    return status == SG_OK && publishing->published->arena.failed
               ? fault_memory(reterr)
               : status;
}
