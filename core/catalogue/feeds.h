/* SPDX-License-Identifier: MIT */
/* The feeds as one more place that frameworks are read from.
 *
 *     struct feed_in_use feed = {0};
 *     status = feeds_place(store, i, today, &arena, &feed, reterr);
 *     if (status == SG_OK && feed.place) ...
 */
#ifndef CATALOGUE_FEEDS_H
#define CATALOGUE_FEEDS_H

#include "skillgap/catalogue.h"
#include "store/store.h"

struct feed_in_use {
    const char *place; /* the folder of the publication in use; NULL: none is */
    const sg_feed_origin *origin; /* of the store's arena */
};

/* `today` may be NULL: the clock's. `arena` is for the path. SG_STORAGE only
 * without memory. */
sg_status feeds_place(const struct store *store, size_t index,
                      const char *today, struct arena *arena,
                      struct feed_in_use *ret_feed, sg_error *reterr);

/* Says that a feed was added and nothing of it is in use. */
void feeds_warn_unused(const struct store *store, size_t index,
                       sg_problem_fn problem, void *user);

/* Says which frameworks of the publication in use are not there any more. */
void feeds_warn_missing(const struct store *store, size_t index,
                        const char *place, sg_problem_fn problem, void *user);

/* Says how old the data is, once its day has gone by. */
void feeds_warn(const sg_feed_origin *origin, sg_problem_fn problem,
                void *user);

#endif
