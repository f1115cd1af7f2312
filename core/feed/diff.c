/* SPDX-License-Identifier: MIT */
/* What changed between two publications that are kept. */
#include "base/fault.h"
#include "catalogue/places.h"
#include "feed/operation.h"

#include <stdlib.h>
#include <string.h>

/* The public struct comes first, so that the one is the other. The revisions
 * hang from the news of a result. */
struct feed_diff {
    sg_feed_diff public;
    sg_feed_result *result;
};

/* A publication, and the folder that it lies in. */
struct side {
    const struct held_publication *held;
    const char *folder;
    struct held_publication shipped;
};

static sg_status no_publication(const char *name, uint32_t serial,
                                sg_error *reterr)
{
    if (serial == 0)
        return fault(reterr, SG_NOT_FOUND, "no-publication",
                     "Nothing has been fetched for the feed '%.48s' yet. Fetch "
                     "it: skillgap feed update %.48s",
                     name, name);
    return fault(reterr, SG_NOT_FOUND, "no-publication",
                 "Publication %u of the feed '%.48s' is not kept here; "
                 "'skillgap feed show %.48s' lists those that are.",
                 (unsigned)serial, name, name);
}

static sg_status take_held(struct operation *operation,
                           const struct stored_feed *feed, uint32_t serial,
                           struct side *side, sg_error *reterr)
{
    const struct feed_record *record = feed->key_changed ? NULL : feed->record;

    side->held = record && serial ? feed_record_held(record, serial) : NULL;
    if (!side->held)
        return no_publication(feed->known->name, serial, reterr);
    side->folder = store_publication(&operation->arena, feed->folder, serial);
    return side->folder ? SG_OK : fault_memory(reterr);
}

/* The publication before another; 0: there is none. */
static uint32_t serial_before(const struct feed_record *record, uint32_t serial)
{
    uint32_t best = 0;

    for (size_t i = 0; i < record->held_count; i++)
        if (record->held[i].serial < serial && record->held[i].serial > best)
            best = record->held[i].serial;
    return best;
}

/* What came with the program lies as in a publication: frameworks/ID.json. */
static sg_status take_shipped(struct operation *operation,
                              const struct held_publication *newer,
                              struct side *side, sg_error *reterr)
{
    struct places places;
    struct held_framework *frameworks =
        arena_array(&operation->arena, newer->count, sizeof *frameworks);
    const sg_status status =
        places_find(NULL, NULL, &operation->arena, &places, reterr);

    if (status != SG_OK || !frameworks)
        return fault_memory(reterr);
    for (size_t i = 0; i < newer->count; i++)
        frameworks[i] = (struct held_framework){.id = newer->frameworks[i].id,
                                                .sha256 = ""};
    side->shipped = (struct held_publication){.frameworks = frameworks,
                                              .count = newer->count};
    side->held = &side->shipped;
    side->folder =
        places.data_count > places.data_own ? places.data[places.data_own] : "";
    return SG_OK;
}

static sg_status compare(struct operation *operation,
                         const struct stored_feed *feed, sg_feed_diff *diff,
                         sg_error *reterr)
{
    const struct feed_record *record = feed->record;
    struct side older = {0}, newer = {0};

    if (diff->newer == 0 && record)
        diff->newer = record->current;
    sg_status status = take_held(operation, feed, diff->newer, &newer, reterr);
    if (status == SG_OK && diff->older == 0)
        diff->older = serial_before(record, diff->newer);
    if (status == SG_OK)
        status = diff->older
                     ? take_held(operation, feed, diff->older, &older, reterr)
                     : take_shipped(operation, newer.held, &older, reterr);
    if (status != SG_OK)
        return status;
    sg_feed_news *news =
        operation_news(operation, feed->known->name, SG_FEED_UNCHANGED);
    status = operation_revisions(operation, older.held, older.folder,
                                 newer.held, newer.folder, news, reterr);
    diff->name = news->name;
    diff->revisions = news->revisions;
    diff->revision_count = news->revision_count;
    return status;
}

sg_status sg_feed_diff_new(const char *name, uint32_t older, uint32_t newer,
                           const sg_feed_options *options,
                           sg_feed_diff **ret_diff, sg_error *reterr)
{
    struct operation operation;
    struct stored_feed *feed = NULL;
    struct feed_diff *diff = calloc(1, sizeof *diff);
    sg_feed_result *result = NULL;
    sg_status status = operation_look(&operation, options, reterr);

    *ret_diff = NULL;
    if (status == SG_OK && !diff)
        status = fault_memory(reterr);
    if (status == SG_OK)
        status = operation_find(&operation, name, &feed, reterr);
    if (status == SG_OK) {
        diff->public = (sg_feed_diff){.older = older, .newer = newer};
        status = compare(&operation, feed, &diff->public, reterr);
    }
    operation_end(&operation, &result);
    if (status == SG_OK) {
        diff->result = result;
        *ret_diff = &diff->public;
    } else {
        sg_feed_result_free(result);
        free(diff);
    }
    return status;
}

void sg_feed_diff_free(sg_feed_diff *diff)
{
    struct feed_diff *whole = (struct feed_diff *)diff;

    if (!whole)
        return;
    sg_feed_result_free(whole->result);
    free(whole);
}
