/* SPDX-License-Identifier: MIT */
/* What feeds brought, and how old it is. */
#include "catalogue/feeds.h"

#include "base/date.h"
#include "base/fault.h"

#include <unistd.h>

/* How many days a day is past, or 0. Without a clock nothing is old. */
static uint32_t days_past(const char *expires, const char *today)
{
    struct date end, now;

    if (!date_read(expires, &end) || !date_day(today, &now))
        return 0;
    const int32_t days = date_days(now) - date_days(end);
    return days > 0 ? (uint32_t)days : 0;
}

sg_status feeds_place(const struct store *store, size_t index,
                      const char *today, struct arena *arena,
                      struct feed_in_use *ret_feed, sg_error *reterr)
{
    const struct stored_feed *feed = &store->feeds[index];
    const struct feed_record *record = feed->record;

    *ret_feed = (struct feed_in_use){0};
    if (!record || !record->current || feed->key_changed)
        return SG_OK;
    sg_feed_origin *origin = arena_alloc(&feed->record->arena, sizeof *origin);
    ret_feed->place = store_publication(arena, feed->folder, record->current);
    if (!origin || !ret_feed->place)
        return fault_memory(reterr);
    const uint32_t days = days_past(record->expires, today);
    *origin = (sg_feed_origin){
        .name = feed->known->name,
        .publication = record->current,
        .checked = record->checked,
        .expires = record->expires,
        .expired = days > 0,
        .days_past = days,
        .rolled_back = record->rolled_back != NULL,
    };
    ret_feed->origin = origin;
    return SG_OK;
}

void feeds_warn(const sg_feed_origin *origin, sg_problem_fn problem, void *user)
{
    sg_error why = {0};

    if (!origin->expired || !problem)
        return;
    fault(&why, SG_TRUST, "expired",
          "What the feed '%.48s' brought may be out of date: it was good until "
          "%s, %u day%s ago, and the publisher was last heard on %s. Ask for "
          "news: skillgap feed update %.48s",
          origin->name, origin->expires, (unsigned)origin->days_past,
          origin->days_past == 1 ? "" : "s", origin->checked, origin->name);
    why.warning = true;
    problem(&why, user);
}

void feeds_warn_missing(const struct store *store, size_t index,
                        const char *place, sg_problem_fn problem, void *user)
{
    struct arena arena = {0};
    const struct stored_feed *feed = &store->feeds[index];
    const struct held_publication *held = feed_record_current(feed->record);

    for (size_t i = 0; problem && i < held->count; i++) {
        const char *id = held->frameworks[i].id;
        const char *file = store_framework(&arena, place, id);
        sg_error why = {0};
        if (!file || access(file, F_OK) == 0)
            continue;
        fault_in(&why, SG_STORAGE, "missing", file,
                 "The feed '%.48s' brought %.96s, and the file is not there "
                 "any more: what came with the program is used, if it has "
                 "that. Fetch it again: skillgap feed update %.48s",
                 feed->known->name, id, feed->known->name);
        why.warning = true;
        problem(&why, user);
    }
    arena_done(&arena);
}

void feeds_warn_unused(const struct store *store, size_t index,
                       sg_problem_fn problem, void *user)
{
    const struct stored_feed *feed = &store->feeds[index];
    const char *name = feed->known->name;
    sg_error why = {0};

    if (!problem || feed->broken)
        return;
    fault(&why, SG_TRUST, "not-fetched",
          "The feed '%.48s' was added, and nothing of it is in use%s: what "
          "came with the program is. Fetch it: skillgap feed update %.48s",
          name,
          feed->key_changed ? ", since what is here was signed by another key"
                            : "",
          name);
    why.warning = true;
    problem(&why, user);
}
