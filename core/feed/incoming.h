/* SPDX-License-Identifier: MIT */
/* A publication on its way in: fetched, verified, and read where nobody uses it
 * yet.
 *
 *     struct incoming incoming = {.source = &source, .key = word, ...};
 *     status = incoming_index(&incoming, reterr);
 *     if (status == SG_OK && !incoming.unchanged)
 *         status = incoming_stage(&incoming, reterr);
 *     incoming_done(&incoming);
 *
 * Whatever fails leaves nothing behind but, after a crash, a folder of a fresh
 * name that the next run sweeps away. */
#ifndef FEED_INCOMING_H
#define FEED_INCOMING_H

#include "base/date.h"
#include "feed/sign.h"
#include "feed/source.h"
#include "model/feed.h"
#include "model/reference.h"
#include "skillgap/catalogue.h"
#include "store/store.h"

struct incoming {
    /* Given. */
    const struct late_sodium *sodium;
    const struct source *source;
    const char *key;                  /* pinned, base64 */
    const struct feed_record *record; /* that goes with it, or NULL */
    const char *feed_folder;          /* where the record's files are */
    const char *store_folder;
    struct date today;
    bool whole; /* ask for the index even if it is as it was */
    sg_problem_fn problem;
    void *user;

    /* Found. */
    struct arena arena;
    struct fetched index_bytes;
    struct fetched index_signature;
    char index_sha256[SHA256_ROOM];
    struct feed_index *index; /* NULL while the server says "unchanged" */
    bool unchanged;           /* it is the index that was heard of last */
    struct public_key public_key;
    const char *staged; /* the folder with the whole publication, or NULL */
};

/* Fetches and verifies the index. */
sg_status incoming_index(struct incoming *incoming, sg_error *reterr);

/* Fetches and verifies all that the index offers, into a fresh folder. What is
 * held already is copied. */
sg_status incoming_stage(struct incoming *incoming, sg_error *reterr);

/* Reads every staged framework as it will be read, and holds it to its item.
 * SG_INPUT for what is no good. */
sg_status incoming_read(struct incoming *incoming,
                        const struct reference *reference, sg_error *reterr);

/* Removes what was staged unless it was put to use (`staged` is then NULL). */
void incoming_done(struct incoming *incoming);

#endif
