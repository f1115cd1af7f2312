/* SPDX-License-Identifier: MIT */
/* Publishing: the key, and what happens in which order. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/save.h"
#include "catalogue/input.h"
#include "feed/publishing.h"
#include "read/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum { PASSWORD_ROOM = 1024, DAYS_MOST = 3650 };

static sg_status key_refused(enum key_verdict verdict, const char *file,
                             sg_error *reterr)
{
    switch (verdict) {
    case KEY_GOOD:
        return SG_OK;
    case KEY_UNREADABLE:
        return fault_in(reterr, SG_INPUT, "key", file,
                        "This is no secret key of minisign. Make one: skillgap "
                        "publish --new-key FILE");
    case KEY_NEEDS_PASSWORD:
        return fault_in(reterr, SG_TRUST, "password", file,
                        "This key is protected by a password, and nobody can "
                        "be asked for it here. Run this at a terminal, or give "
                        "the password as the first line of standard input.");
    case KEY_WRONG_PASSWORD:
        return fault_in(reterr, SG_TRUST, "password", file,
                        "This is not the password of this key; try again.");
    case KEY_NO_MEMORY:
        break;
    }
    return fault_memory(reterr);
}

/* Asks for a password only when the key has one. */
static sg_status open_key(struct publishing *publishing, sg_error *reterr)
{
    const sg_publish_options *options = publishing->options;
    struct buffer bytes = {.limit = LIMIT_FEED_SIGNATURE};
    char password[PASSWORD_ROOM];
    sg_status status = file_read(options->key_file, &bytes, reterr);

    if (status == SG_OK) {
        const char *text = bytes.data ? bytes.data : "";
        enum key_verdict verdict =
            key_open(&publishing->sodium, text, NULL, &publishing->secret);
        if (verdict == KEY_NEEDS_PASSWORD && options->password &&
            options->password(password, sizeof password, options->user))
            verdict = key_open(&publishing->sodium, text, password,
                               &publishing->secret);
        publishing->sodium.sodium_memzero(password, sizeof password);
        status = key_refused(verdict, options->key_file, reterr);
    }
    if (bytes.data)
        publishing->sodium.sodium_memzero(bytes.data, bytes.size);
    buffer_done(&bytes);
    if (status == SG_OK)
        key_public(&publishing->secret, &publishing->open);
    return status;
}

/* A secret key in the folder that goes to the web is secret no more. */
static sg_status check_key_place(const sg_publish_options *options,
                                 sg_error *reterr)
{
    char *key = realpath(options->key_file, NULL);
    char *site = realpath(options->site, NULL);
    const size_t size = site ? strlen(site) : 0;
    const bool inside = key && site && strncmp(key, site, size) == 0 &&
                        (key[size] == '/' || size == 1);

    free(key);
    free(site);
    return inside ? fault_in(reterr, SG_USAGE, "key-in-site", options->key_file,
                             "The secret key lies in the folder that is to be "
                             "served to everybody. Move it elsewhere; if the "
                             "folder was ever served, make a new key.")
                  : SG_OK;
}

/* Two that publish at once would take the same number. Who publishes holds the
 * key, so that the key's file is what is locked: nothing is left behind. */
static sg_status lock_key(const char *file, int *ret_lock, sg_error *reterr)
{
    *ret_lock = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (*ret_lock < 0 || flock(*ret_lock, LOCK_EX | LOCK_NB) == 0 ||
        errno != EWOULDBLOCK)
        return SG_OK; /* what is wrong with the file is told by its reader */
    return fault_in(reterr, SG_STORAGE, "busy", file,
                    "Another skillgap is publishing with this key at this "
                    "moment; nothing was done. Try again when it has "
                    "finished.");
}

static sg_status check_options(const sg_publish_options *options,
                               sg_error *reterr)
{
    if (options->days < 1 || options->days > DAYS_MOST)
        return fault(reterr, SG_USAGE, "option-value",
                     "A publication is good for 1 to %d days.", DAYS_MOST);
    if (options->id && !fits_feed_id(options->id))
        return fault(reterr, SG_USAGE, "option-value",
                     "The id of a feed is made of letters, digits and - . _ : "
                     "+, at most 96.");
    if (options->title && (!options->title[0] || strlen(options->title) > 200))
        return fault(reterr, SG_USAGE, "option-value",
                     "The title of a feed has 1 to 200 letters.");
    for (const char *at = options->title; at && *at; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7F)
            return fault(reterr, SG_USAGE, "option-value",
                         "The title of a feed is one line of plain letters.");
    return check_key_place(options, reterr);
}

/* Everybody who has added the feed would refuse it under another id. */
static sg_status check_id(const struct publishing *publishing, sg_error *reterr)
{
    const char *id = publishing->options->id;
    const struct feed_index *before = publishing->before;

    if (!id || !before || strcmp(id, before->id) == 0)
        return SG_OK;
    return fault(reterr, SG_TRUST, "other-id",
                 "This site is the feed '%.96s', and everybody who has added "
                 "it would refuse it as '%.96s'. Leave --id out; or publish "
                 "to a new folder, and let everybody add that feed.",
                 before->id, id);
}

static sg_status read_moment(struct publishing *publishing, sg_error *reterr)
{
    const char *text = publishing->options->today;
    struct date day = {0};

    publishing->moment = (uint64_t)time(NULL);
    if (!text)
        return SG_OK;
    if (!date_day(text, &day))
        return fault(reterr, SG_USAGE, "option-value",
                     "The day has to be written as in 2026-03-31.");
    publishing->moment =
        (uint64_t)(date_days(day) - date_days((struct date){1970, 1, 1})) * 24 *
        60 * 60;
    return SG_OK;
}

static sg_status read_reference_lists(struct publishing *publishing,
                                      sg_error *reterr)
{
    const sg_publish_options *options = publishing->options;
    struct problem_sink sink = {.tell = options->problem,
                                .user = options->user};

    return input_reference(options->data_dirs, options->data_dir_count, &sink,
                           &publishing->reference, reterr);
}

static sg_status prepare(struct publishing *publishing, sg_error *reterr)
{
    publishing->published = calloc(1, sizeof *publishing->published);
    sg_status status = publishing->published ? SG_OK : fault_memory(reterr);

    if (status == SG_OK)
        status = check_options(publishing->options, reterr);
    if (status == SG_OK)
        status = read_moment(publishing, reterr);
    if (status == SG_OK)
        status = late_sodium_open(&publishing->sodium, reterr);
    if (status == SG_OK)
        status = read_reference_lists(publishing, reterr);
    return status == SG_OK ? open_key(publishing, reterr) : status;
}

sg_status sg_publish(const sg_publish_options *options,
                     sg_published **ret_published, sg_error *reterr)
{
    struct publishing publishing = {.options = options};
    int lock = -1;
    sg_status status = prepare(&publishing, reterr);

    *ret_published = NULL;
    if (status == SG_OK)
        status = lock_key(options->key_file, &lock, reterr);
    if (status == SG_OK)
        status = publishing_before(&publishing, reterr);
    if (status == SG_OK)
        status = check_id(&publishing, reterr);
    if (status == SG_OK)
        status = publishing_number(&publishing, reterr);
    if (status == SG_OK)
        status = publishing_frameworks(&publishing, reterr);
    if (status == SG_OK)
        status = publishing_index(&publishing, reterr);
    if (status == SG_OK)
        status = publishing_write(&publishing, reterr);
    if (publishing.sodium.sodium_memzero)
        key_wipe(&publishing.sodium, &publishing.secret);
    if (lock >= 0)
        close(lock);
    reference_free(publishing.reference);
    feed_index_free(publishing.before);
    if (status == SG_OK)
        *ret_published = &publishing.published->public;
    else if (publishing.published)
        sg_published_free(&publishing.published->public);
    return status;
}

void sg_published_free(sg_published *published)
{
    struct published *whole = (struct published *)published;

    if (!whole)
        return;
    for (size_t i = 0; i < published->framework_count; i++)
        sg_revision_free((sg_revision *)whole->frameworks[i].revision);
    arena_done(&whole->arena);
    free(whole);
}

static sg_status save_keys(const char *file, const struct buffer *secret,
                           const struct buffer *open, sg_error *reterr)
{
    struct arena arena = {0};
    const char *beside = arena_printf(&arena, "%s.pub", file);
    sg_status status = beside && !secret->failed && !open->failed
                           ? SG_OK
                           : fault_memory(reterr);

    if (status == SG_OK)
        status =
            save_new_file(beside, open->data, open->size, SAVE_PUBLIC, reterr);
    if (status == SG_OK) {
        status = save_new_file(file, secret->data, secret->size, SAVE_PRIVATE,
                               reterr);
        if (status != SG_OK)
            (void)save_remove(beside, NULL); /* half a pair is none */
    }
    arena_done(&arena);
    return status;
}

sg_status sg_key_make(const char *file, const char *password, char **ret_key_id,
                      sg_error *reterr)
{
    struct late_sodium sodium;
    struct buffer secret = {0}, open = {0};
    struct public_key key;
    char id[KEY_ID_ROOM];
    sg_status status = late_sodium_open(&sodium, reterr);

    *ret_key_id = NULL;
    if (status == SG_OK && !key_make(&sodium, password, &secret, &open))
        status = fault_memory(reterr);
    if (status == SG_OK)
        status = save_keys(file, &secret, &open, reterr);
    if (status == SG_OK && key_read(&sodium, open.data, &key)) {
        key_id_write(key.id, id);
        *ret_key_id = strdup(id);
    }
    if (secret.data)
        sodium.sodium_memzero(secret.data, secret.size);
    buffer_done(&secret);
    buffer_done(&open);
    if (status == SG_OK && !*ret_key_id)
        status = fault_memory(reterr);
    return status;
}
