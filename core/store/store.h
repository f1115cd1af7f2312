/* SPDX-License-Identifier: MIT */
/* Where feeds are kept on this machine, and what is known of each.
 *
 *     struct store *store = NULL;
 *     if (store_open(config_file, user_folder, NULL, &store, reterr) == SG_OK)
 *         for (size_t i = 0; i < store->count; i++)
 *             use(store->feeds[i].record);
 *     store_free(store);
 *
 * Below the user's data folder:
 *
 *     feeds/.lock                              who changes anything holds it
 *     feeds/NAME/record.json                   what is held, and which is used
 *     feeds/NAME/publication-7/feed.json       the index, and its .minisig
 *     feeds/NAME/publication-7/frameworks/     the files, each with its own
 *
 * A publication's folder never changes once it has its name. Which one is used
 * is told by the record alone, so that replacing that one file is the switch.
 * A reader opens the record once and then reads one whole publication. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "model/feed.h"
#include "skillgap/error.h"

#define STORE_INDEX "feed.json"
#define STORE_SIGNATURE ".minisig"

/* How many publications of a feed are kept. */
enum { STORE_KEPT = 3 };

struct stored_feed {
    const struct known_feed *known;
    const char *folder;
    struct feed_record *record; /* NULL: nothing has been fetched yet, or what
                                   was fetched counts no more */
    bool broken; /* there is a record, which cannot be read: told already */
    bool key_changed; /* what is held was checked with another key */
};

struct store {
    struct arena arena;
    const char *config_file; /* NULL: nothing says where the user's files are */
    const char *folder;      /* "feeds"; NULL likewise */
    struct config *config;
    struct stored_feed *feeds; /* one for each of config->feeds */
    size_t count;
};

/* Reads the configuration and every record. Both paths may be NULL. A
 * configuration that is not there is empty; one with errors is SG_INPUT. A
 * record that cannot be read is a warning to `problem` (may be NULL), and as
 * if nothing had been fetched. */
sg_status store_open(const char *config_file, const char *user_folder,
                     sg_problem_fn problem, void *user,
                     struct store **ret_store, sg_error *reterr);
void store_free(struct store *store);

/* NULL when there is none of that name. */
struct stored_feed *store_find(const struct store *store, const char *name);

/* Paths below the folder of a feed; of the arena, NULL without memory. */
const char *store_publication(struct arena *arena, const char *feed_folder,
                              uint32_t serial);
const char *store_framework(struct arena *arena, const char *publication,
                            const char *framework);

/* Takes the lock that everybody holds who changes anything, and makes the
 * store's folder when it is not there. SG_STORAGE, "busy", when another has it.
 * A process that dies gives it back. */
sg_status store_lock(const struct store *store, int *ret_lock,
                     sg_error *reterr);
void store_unlock(int lock);

sg_status store_save_config(const struct store *store,
                            const struct config *config, sg_error *reterr);
sg_status store_save_record(const char *feed_folder,
                            const struct feed_record *record, sg_error *reterr);

#endif
