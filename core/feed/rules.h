/* SPDX-License-Identifier: MIT */
/* What a rightly signed index may say, and what is an attack all the same.
 *
 *     status = rules_index(index, &trusted, record, today, url, reterr);
 *
 * Each refusal is SG_TRUST and names one of the attacks that The Update
 * Framework describes (https://theupdateframework.io/security/), by a stable
 * reason and in plain words. Nothing here reads or writes a file. */
#ifndef FEED_RULES_H
#define FEED_RULES_H

#include "base/date.h"
#include "feed/address.h"
#include "feed/sign.h"
#include "feed/trusted.h"
#include "model/feed.h"
#include "model/framework.h"

/* Turns what verifying gave into SG_OK or a refusal. `what`: the file's name
 * for people. */
sg_status rules_signature(enum sign_verdict verdict, const char *file,
                          sg_error *reterr);

/* The feed, its serial, its expiry. `record`: what is known of the feed, or
 * NULL; `sha256`: of the index's bytes. */
sg_status rules_index(const struct feed_index *index,
                      const struct trusted *trusted, const char *sha256,
                      const struct feed_record *record, struct date today,
                      const char *file, sg_error *reterr);

/* Whether a day has gone by: what is not renewed may be held back by somebody
 * (indefinite freeze). */
sg_status rules_expiry(const char *expires, struct date today, const char *file,
                       sg_error *reterr);

/* Whether the index was made on a day that this machine's clock has not
 * reached: then the clock is wrong, which is said and stops nothing. */
bool rules_clock_is_behind(const struct feed_index *index, struct date today);

/* Each item by itself and beside the others; and where its file lies, which
 * becomes its `path`. */
sg_status rules_items(struct feed_index *index, const struct address *address,
                      const struct feed_record *record, const char *file,
                      sg_error *reterr);

/* A file's bytes against what the index says of them. */
sg_status rules_bytes(const struct feed_item *item, size_t size,
                      const char *sha256, const char *file, sg_error *reterr);

/* A file's trusted comment likewise. */
sg_status rules_comment(const struct feed_index *index,
                        const struct feed_item *item,
                        const struct trusted *trusted, const char *file,
                        sg_error *reterr);

/* And what the file says of itself. */
sg_status rules_framework(const struct feed_item *item,
                          const struct framework *framework, const char *file,
                          sg_error *reterr);

#endif
