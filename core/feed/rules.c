/* SPDX-License-Identifier: MIT */
/* What an index may say of a feed as a whole. */
#include "feed/rules.h"

#include "base/fault.h"
#include "base/limits.h"

#include <stdio.h>
#include <string.h>

sg_status rules_signature(enum sign_verdict verdict, const char *file,
                          sg_error *reterr)
{
    switch (verdict) {
    case SIGN_GOOD:
        return SG_OK;
    case SIGN_UNREADABLE:
        return fault_in(reterr, SG_TRUST, "signature-missing", file,
                        "This comes without a signature that can be read, so "
                        "that anybody may have made it (arbitrary "
                        "installation). It was refused; tell the publisher.");
    case SIGN_OTHER_KEY:
        return fault_in(reterr, SG_TRUST, "unknown-key", file,
                        "This is signed by a key that is not the one pinned "
                        "for this feed (arbitrary installation). It was "
                        "refused. If the publisher told you of a new key: "
                        "skillgap feed trust NAME --key FILE");
    case SIGN_WRONG:
        break;
    }
    return fault_in(reterr, SG_TRUST, "signature", file,
                    "The signature does not fit: this is not what the "
                    "publisher signed (arbitrary installation). It was "
                    "refused. If the feed is being published at this moment, "
                    "try again in a minute; otherwise tell the publisher.");
}

sg_status rules_expiry(const char *expires, struct date today, const char *file,
                       sg_error *reterr)
{
    char now[DATE_ROOM];
    struct date end = {0};

    if (!date_read(expires, &end) || today.year == 0 ||
        date_days(today) <= date_days(end))
        return SG_OK;
    date_write(today, now);
    return fault_in(reterr, SG_TRUST, "expired", file,
                    "What the server has was good until %s, and today is %s. "
                    "The publisher has not renewed it, or somebody keeps newer "
                    "data back (indefinite freeze), or this machine's clock is "
                    "wrong. What is here goes on being used.",
                    expires, now);
}

/* A day's difference is the time zone's. */
bool rules_clock_is_behind(const struct feed_index *index, struct date today)
{
    char day[DATE_ROOM];
    struct date issued = {0};

    snprintf(day, sizeof day, "%.10s", index->issued);
    return today.year != 0 && date_read(day, &issued) &&
           date_days(issued) - date_days(today) > 1;
}

static sg_status check_serial(const struct feed_index *index,
                              const char *sha256,
                              const struct feed_record *record,
                              const char *file, sg_error *reterr)
{
    const unsigned held = record->serial, got = index->serial;

    if (got < held)
        return fault_in(reterr, SG_TRUST, "rollback", file,
                        "The server has publication %u, and publication %u was "
                        "here already: it offers old data as if it were new "
                        "(rollback). It was refused; tell the publisher.",
                        got, held);
    if (got == held && record->index_sha256 &&
        strcmp(record->index_sha256, sha256) != 0)
        return fault_in(reterr, SG_TRUST, "rollback", file,
                        "The server has another publication %u than the one "
                        "that was here: one number stands for two things "
                        "(rollback). It was refused; tell the publisher.",
                        got);
    if (got - held > LIMIT_FEED_JUMP)
        return fault_in(reterr, SG_TRUST, "fast-forward", file,
                        "The publication's number jumps from %u to %u, as if "
                        "to use all numbers up, so that no later one could be "
                        "taken (fast-forward). It was refused; tell the "
                        "publisher.",
                        held, got);
    return SG_OK;
}

sg_status rules_index(const struct feed_index *index,
                      const struct trusted *trusted, const char *sha256,
                      const struct feed_record *record, struct date today,
                      const char *file, sg_error *reterr)
{
    if (trusted->framework[0] || strcmp(trusted->feed, index->id) != 0 ||
        trusted->serial != index->serial)
        return fault_in(reterr, SG_TRUST, "wrong-software", file,
                        "The signature is the publisher's, but for another "
                        "file than this (wrong software). It was refused; tell "
                        "the publisher.");
    if (record && strcmp(record->id, index->id) != 0)
        return fault_in(reterr, SG_TRUST, "wrong-software", file,
                        "This is the feed '%.96s', and the one that was added "
                        "is '%.96s' (wrong software). It was refused. If the "
                        "publisher began anew: skillgap feed remove NAME, then "
                        "add it again.",
                        index->id, record->id);
    sg_status status = SG_OK;
    if (record)
        status = check_serial(index, sha256, record, file, reterr);
    return status == SG_OK ? rules_expiry(index->expires, today, file, reterr)
                           : status;
}
