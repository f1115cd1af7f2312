/* SPDX-License-Identifier: MIT */
/* Going back to a publication that is kept. */
#include "base/fault.h"
#include "feed/operation.h"

/* The publication to go back to: the one before that in use. NULL when there is
 * none. */
static const struct held_publication *
publication_before(const struct feed_record *record)
{
    const struct held_publication *best = NULL;

    for (size_t i = 0; i < record->held_count; i++) {
        const struct held_publication *held = &record->held[i];
        if (held->serial < record->current &&
            (!best || held->serial > best->serial))
            best = held;
    }
    return best;
}

static sg_status choose(const struct stored_feed *feed, uint32_t wanted,
                        const struct held_publication **ret_held,
                        sg_error *reterr)
{
    const struct feed_record *record = feed->key_changed ? NULL : feed->record;

    *ret_held = !record || !record->current ? NULL
                : wanted                    ? feed_record_held(record, wanted)
                                            : publication_before(record);
    if (*ret_held && (*ret_held)->serial != record->current)
        return SG_OK;
    if (*ret_held)
        return fault(reterr, SG_USAGE, "same-publication",
                     "Publication %u is the one in use already; nothing was "
                     "changed.",
                     (unsigned)wanted);
    if (!wanted)
        return fault(reterr, SG_NOT_FOUND, "no-publication",
                     "Nothing is kept of the feed '%.48s' that is older than "
                     "what is in use, so that there is nothing to go back to.",
                     feed->known->name);
    return fault(reterr, SG_NOT_FOUND, "no-publication",
                 "Publication %u of the feed '%.48s' is not kept here; "
                 "'skillgap feed show %.48s' lists those that are.",
                 (unsigned)wanted, feed->known->name, feed->known->name);
}

static sg_status go_back(struct operation *operation,
                         const struct stored_feed *feed,
                         const void *publication, sg_error *reterr)
{
    const uint32_t wanted = *(const uint32_t *)publication;
    const struct held_publication *held = NULL;
    const struct feed_record *now = feed->record;
    char today[DATE_ROOM];
    sg_status status = choose(feed, wanted, &held, reterr);

    if (status != SG_OK)
        return status;
    struct feed_record next = *now;
    date_write(operation->today, today);
    next.current = held->serial;
    /* The newest is no way back: from there all goes on. */
    const bool newest = held->serial == now->serial;
    next.rolled_back = newest ? NULL : today;
    status = store_save_record(feed->folder, &next, reterr);
    if (status != SG_OK)
        return status;
    sg_feed_news *news =
        operation_news(operation, feed->known->name,
                       newest ? SG_FEED_UPDATED : SG_FEED_ROLLED_BACK);
    news->before = now->current;
    news->after = held->serial;
    news->newest = now->serial;
    news->expires = arena_strdup(&operation->result->arena, held->expires);
    return operation_revisions(
        operation, feed_record_current(now),
        store_publication(&operation->arena, feed->folder, now->current), held,
        store_publication(&operation->arena, feed->folder, held->serial), news,
        reterr);
}

sg_status sg_feed_rollback(const char *name, uint32_t publication,
                           const sg_feed_options *options,
                           sg_feed_result **ret_result, sg_error *reterr)
{
    return operation_on(name, options, go_back, &publication, ret_result,
                        reterr);
}
