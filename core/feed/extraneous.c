/* SPDX-License-Identifier: MIT */
/* Whether a feed brings in what nobody asked it for. */
#include "feed/extraneous.h"

#include "base/fault.h"

#include <string.h>

/* The other feed that offers a framework, or NULL. */
static const char *offered_by(const struct store *store, const char *name,
                              const char *framework)
{
    for (size_t i = 0; i < store->count; i++) {
        const struct stored_feed *feed = &store->feeds[i];
        if (feed->record && strcmp(feed->known->name, name) != 0 &&
            held_framework_find(feed_record_current(feed->record), framework))
            return feed->known->name;
    }
    return NULL;
}

static bool is_in_use(const sg_catalogue *catalogue, const char *framework)
{
    for (size_t i = 0; i < sg_catalogue_framework_count(catalogue); i++)
        if (strcmp(sg_catalogue_framework_at(catalogue, i).id, framework) == 0)
            return true;
    return false;
}

/* Looks at what is in use only when it has to: a feed seldom grows. */
static sg_status check_new(struct operation *operation, const char *framework,
                           sg_catalogue **catalogue, sg_error *reterr)
{
    const sg_catalogue_options options = {
        .data_dirs = operation->options.data_dirs,
        .data_dir_count = operation->options.data_dir_count,
        .without_plugins = true,
        .without_courses = true,
    };

    if (!*catalogue) {
        const sg_status status = sg_catalogue_open(&options, catalogue, reterr);
        if (status != SG_OK)
            return status;
    }
    if (!is_in_use(*catalogue, framework))
        return SG_OK;
    return fault(reterr, SG_TRUST, "extraneous",
                 "This feed now brings %.96s as well, which it did not offer "
                 "when it was added, and which is here from elsewhere "
                 "(extraneous dependencies). It was refused. If the publisher "
                 "confirms it: skillgap feed remove NAME, then add the feed "
                 "again.",
                 framework);
}

sg_status extraneous_check(struct operation *operation, const char *name,
                           const struct feed_index *index,
                           const struct feed_record *record, sg_error *reterr)
{
    sg_catalogue *catalogue = NULL;
    sg_status status = SG_OK;

    for (size_t i = 0; status == SG_OK && i < index->count; i++) {
        const char *framework = index->items[i].framework;
        const char *other = offered_by(operation->store, name, framework);
        if (!feed_item_is_present(index, &index->items[i]))
            continue;
        if (other)
            status = fault(reterr, SG_TRUST, "extraneous",
                           "This feed brings %.96s, which the feed '%.48s' "
                           "brings already (extraneous dependencies). It was "
                           "refused: remove one of the two feeds.",
                           framework, other);
        else if (record && feed_record_floor(record, framework) == 0)
            status = check_new(operation, framework, &catalogue, reterr);
    }
    sg_catalogue_free(catalogue);
    return status;
}
