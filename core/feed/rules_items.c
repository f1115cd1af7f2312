/* SPDX-License-Identifier: MIT */
/* What an index may say of a framework, and what the file has to say. */
#include "feed/rules.h"

#include "base/fault.h"
#include "base/limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sg_status extraneous(const struct feed_item *item, const char *what,
                            const char *file, sg_error *reterr)
{
    return fault_in(reterr, SG_TRUST, "extraneous", file,
                    "The item for %.96s %s (extraneous dependencies: something "
                    "is brought in beside what was asked for). The whole "
                    "publication was refused; tell the publisher.",
                    item->framework, what);
}

static sg_status check_file(struct feed_item *item,
                            const struct address *address, const char *file,
                            sg_error *reterr)
{
    if (item->files != 1)
        return extraneous(item, "comes with more than one file", file, reterr);
    if (strcmp(item->mime_type, "application/json") != 0)
        return extraneous(item, "comes with a file that is no JSON", file,
                          reterr);
    item->path = address_path(address, item->path);
    return item->path ? SG_OK
                      : extraneous(item,
                                   "names a file that is not in the feed's own "
                                   "folder, or that is no .json file",
                                   file, reterr);
}

enum { PART_MOST = 0xFFFFF };

/* The numbers of a program's version, "0.1.0", as one that can be compared. */
static uint64_t program_number(const char *version)
{
    uint64_t number = 0;

    for (int i = 0; i < 3; i++) {
        char *end = NULL;
        const unsigned long part = strtoul(version, &end, 10);
        number = number << 20 | (part < PART_MOST ? part : PART_MOST);
        version = *end ? end + 1 : end;
    }
    return number;
}

static sg_status check_program(const struct feed_item *item, const char *file,
                               sg_error *reterr)
{
    if (program_number(item->min_program) <= program_number(SKILLGAP_VERSION))
        return SG_OK;
    return fault_in(reterr, SG_INPUT, "newer-program", file,
                    "%.96s needs skillgap %.20s or newer, and this is "
                    "skillgap " SKILLGAP_VERSION ". Install the newer one; "
                    "what is here goes on being used.",
                    item->framework, item->min_program);
}

static sg_status check_serial(const struct feed_index *index,
                              const struct feed_item *item,
                              const struct feed_record *record,
                              const char *file, sg_error *reterr)
{
    const uint32_t held =
        record ? feed_record_floor(record, item->framework) : 0;

    if (item->serial < held)
        return fault_in(reterr, SG_TRUST, "rollback", file,
                        "The server has number %u of %.96s, and number %u was "
                        "here already: it offers old data as if it were new "
                        "(rollback). It was refused; tell the publisher.",
                        (unsigned)item->serial, item->framework,
                        (unsigned)held);
    /* It is the number of the publication in which it changed. */
    if (item->serial > index->serial)
        return fault_in(reterr, SG_TRUST, "fast-forward", file,
                        "The number of %.96s is %u, and that of the feed is "
                        "%u: as if to use all numbers up, so that no later one "
                        "could be taken (fast-forward). It was refused; tell "
                        "the publisher.",
                        item->framework, (unsigned)item->serial,
                        (unsigned)index->serial);
    return SG_OK;
}

/* A number stands for the same bytes for ever. */
static sg_status check_bytes_of_number(const struct feed_item *item,
                                       const struct feed_record *record,
                                       const char *file, sg_error *reterr)
{
    for (size_t i = 0; record && i < record->held_count; i++) {
        const struct held_framework *held =
            held_framework_find(&record->held[i], item->framework);
        if (held && held->serial == item->serial &&
            strcmp(held->sha256, item->sha256) != 0)
            return fault_in(reterr, SG_TRUST, "rollback", file,
                            "The server has another number %u of %.96s than "
                            "the one that was here: one number stands for two "
                            "things (rollback). It was refused; tell the "
                            "publisher.",
                            (unsigned)item->serial, item->framework);
    }
    return SG_OK;
}

/* Two items of one framework with one number: which is meant? */
static sg_status check_single(const struct feed_index *index,
                              const struct feed_item *item, const char *file,
                              sg_error *reterr)
{
    for (size_t i = 0; i < index->count; i++) {
        const struct feed_item *other = &index->items[i];
        if (other != item && other->serial == item->serial &&
            strcmp(other->framework, item->framework) == 0)
            return fault_in(reterr, SG_TRUST, "mix-and-match", file,
                            "The index has two files for number %u of %.96s "
                            "(mix-and-match). It was refused; tell the "
                            "publisher.",
                            (unsigned)item->serial, item->framework);
    }
    return SG_OK;
}

static sg_status check_present(const struct feed_index *index,
                               struct feed_item *item,
                               const struct address *address,
                               const struct feed_record *record,
                               const char *file, sg_error *reterr)
{
    sg_status status = check_single(index, item, file, reterr);

    if (status == SG_OK)
        status = check_serial(index, item, record, file, reterr);
    if (status == SG_OK)
        status = check_bytes_of_number(item, record, file, reterr);
    if (status == SG_OK)
        status = check_program(item, file, reterr);
    return status == SG_OK ? check_file(item, address, file, reterr) : status;
}

/* An index that has nothing, or less than the feed had, is signed all the same;
 * but one that has nothing at all cannot be meant. */
sg_status rules_items(struct feed_index *index, const struct address *address,
                      const struct feed_record *record, const char *file,
                      sg_error *reterr)
{
    size_t present = 0;
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < index->count; i++) {
        struct feed_item *item = &index->items[i];
        if (!feed_item_is_present(index, item))
            continue;
        present++;
        status = check_present(index, item, address, record, file, reterr);
    }
    if (status == SG_OK && present == 0)
        return fault_in(reterr, SG_INPUT, "feed-format", file,
                        "This feed offers no framework. Check the address, or "
                        "tell the publisher.");
    if (status == SG_OK && present > LIMIT_FRAMEWORKS)
        return fault_in(reterr, SG_INPUT, "feed-format", file,
                        "This feed offers %zu frameworks, and at most %d can "
                        "be in use. Tell the publisher.",
                        present, LIMIT_FRAMEWORKS);
    return status;
}

sg_status rules_bytes(const struct feed_item *item, size_t size,
                      const char *sha256, const char *file, sg_error *reterr)
{
    if (size == item->size && strcmp(sha256, item->sha256) == 0)
        return SG_OK;
    return fault_in(reterr, SG_TRUST, "mix-and-match", file,
                    "This file is not the one that belongs to the index: the "
                    "server mixes files of different publications "
                    "(mix-and-match), or the file is damaged. It was refused; "
                    "try again later, or tell the publisher.");
}

sg_status rules_comment(const struct feed_index *index,
                        const struct feed_item *item,
                        const struct trusted *trusted, const char *file,
                        sg_error *reterr)
{
    if (strcmp(trusted->feed, index->id) == 0 &&
        strcmp(trusted->framework, item->framework) == 0 &&
        trusted->serial == item->serial)
        return SG_OK;
    return fault_in(reterr, SG_TRUST, "wrong-software", file,
                    "The signature is the publisher's, but for another "
                    "framework or version than the one that was asked for "
                    "(wrong software). It was refused; tell the publisher.");
}

sg_status rules_framework(const struct feed_item *item,
                          const struct framework *framework, const char *file,
                          sg_error *reterr)
{
    const char *id = framework_text(framework, framework->id);
    const char *version = framework_text(framework, framework->version);

    if (strcmp(id, item->framework) == 0 && strcmp(version, item->version) == 0)
        return SG_OK;
    return fault_in(reterr, SG_TRUST, "wrong-software", file,
                    "This file is version %.64s of %.96s, and the index has it "
                    "as version %.64s of %.96s (wrong software). It was "
                    "refused; tell the publisher.",
                    version, id, item->version, item->framework);
}
