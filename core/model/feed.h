/* SPDX-License-Identifier: MIT */
/* A feed of frameworks: what its index says, and what is held of it here.
 *
 *     const struct feed_item *item = feed_index_find(index, "county");
 *
 * All strings are of the arena of the struct that they hang from. */
#ifndef MODEL_FEED_H
#define MODEL_FEED_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    FEED_KEY_CHARS = 56,   /* of a minisign public key in base64 */
    FEED_SHA256_CHARS = 64 /* of a SHA-256 in hexadecimal */
};

/* One version of one framework: an item of the index. */
struct feed_item {
    const char *framework; /* id */
    const char *version;
    uint32_t serial;         /* of the framework: rises when its bytes change */
    const char *sha256;      /* of the file, in small hexadecimal digits */
    const char *expires;     /* YYYY-MM-DD */
    const char *min_program; /* the oldest program that can read the file */
    const char *path; /* of the file: as the index gives it, until it is known
                         to lie below the folder of the index */
    const char *mime_type;
    uint32_t size; /* of the file in bytes */
    size_t files;  /* how many the item comes with: one is right */
    const char *title;
    const char *words;     /* what has changed */
    const char *published; /* YYYY-MM-DDThh:mm:ssZ */
};

/* The index: JSON Feed 1.1 with what a JSON Feed has no words for. */
struct feed_index {
    struct arena arena;
    const char *title;
    const char *id;          /* the same in every publication of the feed */
    uint32_t serial;         /* rises with each publication */
    const char *issued;      /* YYYY-MM-DDThh:mm:ssZ */
    const char *expires;     /* YYYY-MM-DD: past it, ask for a newer one */
    struct feed_item *items; /* newest first */
    size_t count;
};

/* A framework that a publication holds. */
struct held_framework {
    const char *id;
    const char *version;
    uint32_t serial;
    const char *sha256;
};

/* A publication that is kept in the store, in a folder of its own. */
struct held_publication {
    uint32_t serial;
    const char *received; /* day */
    const char *issued;
    const char *expires;
    const struct held_framework *frameworks;
    size_t count;
};

/* The highest serial of a framework that was ever taken. */
struct serial_floor {
    const char *framework;
    uint32_t serial;
};

/* What is known of a feed here, beside its files. Whoever replaces the record
 * switches from one publication to another: there is nothing else to do. */
struct feed_record {
    struct arena arena;
    const char *key; /* with which all of this was checked, base64 */
    const char *url; /* from which it was fetched */
    const char *id;  /* of the feed */
    const char *title;
    uint32_t serial;     /* the highest of the feed that was ever taken */
    uint32_t current;    /* the publication in use: its serial; 0: none */
    const char *checked; /* the day on which the publisher was last heard */
    const char *expires; /* of the newest index that was heard */
    const char *index_sha256; /* of that index */
    const char *etag;         /* of that index, or NULL */
    const char *modified;     /* its Last-Modified, or NULL */
    const char *rolled_back;  /* the day on which somebody went back, or NULL */
    uint32_t not_before; /* Unix time: ask the server no sooner; 0: at once */
    struct serial_floor *floors;
    size_t floor_count;
    struct held_publication *held; /* newest first */
    size_t held_count;
};

/* A feed that somebody has added. */
struct known_feed {
    const char *name;
    const char *url; /* of the index */
    const char *key; /* public, base64 */
};

/* The user's configuration. */
struct config {
    struct arena arena;
    struct known_feed *feeds; /* in the order in which they were added */
    size_t feed_count;
    const char *schema;  /* "$schema", or NULL */
    bool has_unknown;    /* fields that nobody knows: who writes the file anew
                            would lose them */
    const char *ca_file; /* certificates to trust as well, or NULL */
    const char **data;   /* further folders */
    size_t data_count;
    const char **plugins;
    size_t plugin_count;
};

/* The present version of a framework: the one with the highest serial. NULL
 * when the index has none. */
const struct feed_item *feed_index_find(const struct feed_index *index,
                                        const char *framework);

/* Whether an item is the present version of its framework. */
bool feed_item_is_present(const struct feed_index *index,
                          const struct feed_item *item);

/* The publication in use, or NULL. */
const struct held_publication *
feed_record_current(const struct feed_record *record);

const struct held_publication *
feed_record_held(const struct feed_record *record, uint32_t serial);

const struct held_framework *
held_framework_find(const struct held_publication *held, const char *id);

/* The highest serial of a framework that was ever taken; 0: none. */
uint32_t feed_record_floor(const struct feed_record *record,
                           const char *framework);

const struct known_feed *config_find(const struct config *config,
                                     const char *name);

void feed_index_free(struct feed_index *index);
void feed_record_free(struct feed_record *record);
void config_free(struct config *config);

#endif
