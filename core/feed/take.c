/* SPDX-License-Identifier: MIT */
/* Bringing one feed up to date. */
#include "feed/take.h"

#include "base/fault.h"
#include "feed/extraneous.h"
#include "feed/keep.h"
#include "feed/rules.h"

#include <string.h>
#include <time.h>

enum { A_DAY = 24 * 60 * 60 };

/* A feed on its way. */
struct passage {
    const struct taking *taking;
    struct address address;
    struct source source;
    struct incoming incoming;
    bool held_whole; /* what is in use is all there, and what it was */
    struct arena arena;
};

static void tell_progress(uint64_t bytes, uint64_t total, void *user)
{
    const struct taking *taking = user;
    const sg_feed_options *options = &taking->operation->options;

    options->progress(taking->known->name, bytes, total, options->user);
}

static void set_source(struct passage *passage)
{
    const struct taking *taking = passage->taking;
    const sg_feed_options *options = &taking->operation->options;
    const struct config *config = taking->operation->store->config;

    passage->source = (struct source){
        .address = &passage->address,
        .curl = taking->copy ? NULL : &taking->operation->curl,
        .folder = taking->copy,
        .ca_file = options->ca_file ? options->ca_file : config->ca_file,
        .progress = options->progress ? tell_progress : NULL,
        .user = (void *)taking,
    };
}

/* A server that was asked too often is left alone for as long as it said, but
 * never for more than a day: a clock that was wrong locks nobody out. */
static sg_status check_patience(const struct taking *taking, sg_error *reterr)
{
    const struct feed_record *record = taking->record;
    const time_t now = time(NULL);

    if (!record || taking->copy || !record->not_before ||
        (uint64_t)now >= record->not_before ||
        record->not_before - (uint64_t)now > A_DAY)
        return SG_OK;
    const unsigned minutes =
        (unsigned)((record->not_before - (uint64_t)now + 59) / 60);
    return fault(reterr, SG_NETWORK, "too-many-requests",
                 "The server of the feed '%.48s' was asked too often and wants "
                 "to be left alone for %u more minute%s. What is here goes on "
                 "being used.",
                 taking->known->name, minutes, minutes == 1 ? "" : "s");
}

static sg_status begin(struct passage *passage, sg_error *reterr)
{
    const struct taking *taking = passage->taking;
    struct operation *operation = taking->operation;
    sg_status status = address_read(taking->known->url, true, &passage->arena,
                                    &passage->address, reterr);

    if (status == SG_OK && !taking->copy)
        status = operation_curl(operation, reterr);
    if (status == SG_OK)
        status = check_patience(taking, reterr);
    set_source(passage);
    passage->held_whole =
        keep_is_whole(&operation->sodium, taking->feed_folder, taking->record);
    passage->incoming = (struct incoming){
        .sodium = &operation->sodium,
        .source = &passage->source,
        .key = taking->known->key,
        .record = taking->record,
        .feed_folder = taking->feed_folder,
        .store_folder = operation->store->folder,
        .today = operation->today,
        .whole =
            operation->options.forward || taking->copy || !passage->held_whole,
        .problem = operation->options.problem,
        .user = operation->options.user,
    };
    return status;
}

/* Remembers for how long to leave the server alone. That this could not be
 * written down changes nothing of what there is to say. */
static void keep_patience(const struct passage *passage)
{
    const struct taking *taking = passage->taking;
    const uint32_t wait = passage->incoming.index_bytes.retry_after;

    if (!taking->record || wait == 0)
        return;
    struct feed_record next = *taking->record;
    next.not_before = (uint32_t)time(NULL) + wait;
    (void)store_save_record(taking->feed_folder, &next, NULL);
}

/* The publisher was heard, and said what it had said before. */
static sg_status keep_checked(const struct passage *passage, uint32_t current,
                              sg_error *reterr)
{
    const struct taking *taking = passage->taking;
    char today[DATE_ROOM];
    struct feed_record next = *taking->record;

    date_write(passage->incoming.today, today);
    if (strcmp(today, next.checked) == 0 && next.not_before == 0 &&
        current == next.current)
        return SG_OK;
    next.checked = today;
    next.not_before = 0;
    if (current != next.current)
        next.rolled_back = NULL;
    next.current = current;
    return store_save_record(taking->feed_folder, &next, reterr);
}

/* Only heard of: somebody went back, and has not said "forward". */
static sg_status hear(struct passage *passage, sg_feed_news *news,
                      sg_error *reterr)
{
    const struct taking *taking = passage->taking;
    struct incoming *incoming = &passage->incoming;
    struct feed_record next;

    news->outcome = SG_FEED_HELD_BACK;
    if (incoming->unchanged)
        return keep_checked(passage, taking->record->current, reterr);
    news->newest = incoming->index->serial;
    if (!keep_record(incoming, taking->known->url, false, &passage->arena,
                     &next))
        return fault_memory(reterr);
    return store_save_record(taking->feed_folder, &next, reterr);
}

static sg_status put_to_use(struct passage *passage, struct feed_record *next,
                            sg_error *reterr)
{
    const struct taking *taking = passage->taking;
    struct operation *operation = taking->operation;
    struct incoming *incoming = &passage->incoming;
    sg_status status = operation_reference(operation, reterr);

    if (status == SG_OK)
        status = incoming_stage(incoming, reterr);
    if (status == SG_OK)
        status = incoming_read(incoming, operation->reference, reterr);
    if (status == SG_OK &&
        !keep_record(incoming, taking->known->url, true, &passage->arena, next))
        status = fault_memory(reterr);
    if (status == SG_OK)
        status = keep_staged(incoming, reterr);
    if (status == SG_OK && taking->config)
        status = store_save_config(operation->store, taking->config, reterr);
    return status == SG_OK
               ? store_save_record(taking->feed_folder, next, reterr)
               : status;
}

/* What the news say changed, from the publication `before` (0: none). */
static sg_status tell_changes(struct passage *passage,
                              const struct feed_record *now, uint32_t before,
                              sg_feed_news *news, sg_error *reterr)
{
    const struct taking *taking = passage->taking;
    const struct held_publication *older =
        before ? feed_record_held(now, before) : NULL;
    const char *older_folder =
        store_publication(&passage->arena, taking->feed_folder, before);
    const char *newer_folder =
        store_publication(&passage->arena, taking->feed_folder, now->current);

    if (!older_folder || !newer_folder)
        return fault_memory(reterr);
    return operation_revisions(taking->operation, older, older_folder,
                               feed_record_current(now), newer_folder, news,
                               reterr);
}

/* What is kept already is only switched to. */
static sg_status go_forward(struct passage *passage, sg_feed_news *news,
                            sg_error *reterr)
{
    struct feed_record next = *passage->taking->record;

    next.current = next.serial;
    news->outcome = SG_FEED_UPDATED;
    news->after = next.current;
    const sg_status status = keep_checked(passage, next.current, reterr);
    return status == SG_OK
               ? tell_changes(passage, &next, news->before, news, reterr)
               : status;
}

static sg_status take_whole(struct passage *passage, sg_feed_news *news,
                            sg_error *reterr)
{
    const struct taking *taking = passage->taking;
    const struct incoming *incoming = &passage->incoming;
    struct feed_record next;
    sg_status status =
        extraneous_check(taking->operation, taking->known->name,
                         incoming->index, taking->record, reterr);

    if (status == SG_OK)
        status = put_to_use(passage, &next, reterr);
    if (status != SG_OK)
        return status;
    news->outcome = SG_FEED_UPDATED;
    news->after = next.current;
    status = tell_changes(passage, &next, news->before, news, reterr);
    keep_tidy(taking->feed_folder, &next);
    return status;
}

static void warn_clock(const struct passage *passage)
{
    const struct incoming *incoming = &passage->incoming;
    char today[DATE_ROOM];
    sg_error warning = {0};

    if (!incoming->index || !incoming->problem ||
        !rules_clock_is_behind(incoming->index, incoming->today))
        return;
    date_write(incoming->today, today);
    fault(&warning, SG_TRUST, "clock",
          "This machine's clock says %s, and the feed was signed on %.10s: the "
          "clock is behind. Set it; until then nobody can tell here when data "
          "is old.",
          today, incoming->index->issued);
    warning.warning = true;
    incoming->problem(&warning, incoming->user);
}

static sg_status take(struct passage *passage, sg_feed_news *news,
                      sg_error *reterr)
{
    const struct taking *taking = passage->taking;
    const struct feed_record *record = taking->record;
    struct incoming *incoming = &passage->incoming;
    const sg_status status = incoming_index(incoming, reterr);

    if (status != SG_OK) {
        keep_patience(passage);
        return status;
    }
    warn_clock(passage);
    news->newest = incoming->index ? incoming->index->serial : record->serial;
    if (record && record->rolled_back && !taking->may_end_rollback)
        return hear(passage, news, reterr);
    if (!incoming->unchanged || !record)
        return take_whole(passage, news, reterr);
    if (passage->held_whole && record->current == record->serial) {
        news->outcome = SG_FEED_UNCHANGED;
        return keep_checked(passage, record->current, reterr);
    }
    if (passage->held_whole && feed_record_held(record, record->serial))
        return go_forward(passage, news, reterr);
    return take_whole(passage, news, reterr);
}

sg_status take_news(const struct taking *taking, sg_feed_news *news,
                    sg_error *reterr)
{
    struct passage passage = {.taking = taking};
    const struct feed_record *record = taking->record;

    news->before = news->after = record ? record->current : 0;
    sg_status status = begin(&passage, reterr);
    if (status == SG_OK)
        status = take(&passage, news, reterr);
    const char *expires = passage.incoming.index
                              ? passage.incoming.index->expires
                          : record ? record->expires
                                   : NULL;
    if (expires)
        news->expires =
            arena_strdup(&taking->operation->result->arena, expires);
    if (status != SG_OK)
        news->outcome = SG_FEED_FAILED;
    incoming_done(&passage.incoming);
    arena_done(&passage.arena);
    return status;
}
