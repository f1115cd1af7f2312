/* SPDX-License-Identifier: MIT */
/* The frameworks in use: the inside of sg_catalogue.
 *
 *     const struct in_use *in_use = &catalogue->frameworks[role.framework];
 *
 * A framework in use is its unchanging data and a table of rules. Nothing here
 * knows how either was found: core/catalogue/ opens files and plugins and
 * fills this in. */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include "model/framework.h"
#include "model/overrides.h"
#include "model/reference.h"
#include "model/rules.h"
#include "skillgap/catalogue.h"

struct in_use {
    struct framework *framework;
    const struct rules *rules;  /* or NULL */
    const sg_feed_origin *feed; /* or NULL */
};

struct plug_host; /* only core/catalogue/ looks inside */
struct courses;
struct store; /* likewise */

struct sg_catalogue {
    struct reference *reference;
    struct in_use *frameworks; /* by framework id */
    uint32_t framework_count;
    struct plug_host *plugins;   /* or NULL */
    struct overrides *overrides; /* the council's own numbers, or NULL */
    struct courses *courses;     /* what closes a gap; NULL: none is known */
    struct store *store;         /* the feeds that were added */
};

/* The framework and role of a handle. */
static inline const struct in_use *
catalogue_in_use(const struct sg_catalogue *catalogue, sg_role role)
{
    return &catalogue->frameworks[role.framework];
}

static inline const struct role *
catalogue_role(const struct sg_catalogue *catalogue, sg_role role)
{
    return &catalogue->frameworks[role.framework].framework->roles[role.index];
}

/* The id of the role that was meant by what is no id: the role of that title or
 * job reference, else the nearest. NULL when none is near. Borrowed. */
const char *catalogue_role_meant(const struct sg_catalogue *catalogue,
                                 const char *written);

/* The ids of all kinds of work that the frameworks name, up to `most`; how many
 * were written. */
size_t catalogue_areas(const struct sg_catalogue *catalogue, const char **ids,
                       size_t most);

/* How many months somebody stays in a role at least before the next move.
 * *ret_source: who says so, NULL when the council does not name it;
 * *ret_assumed: it is the shared default. Both may be NULL. */
uint32_t catalogue_stay_months(const struct sg_catalogue *catalogue,
                               const char **ret_source, bool *ret_assumed);

/* Whether the law, or a duty of the council's own, asks for training in a
 * criterion, so that it is bought before anything else. A council's list counts
 * in place of the shared default, even where it is empty. *ret_assumed: the
 * council has not said it, so that either answer is the shared default; may be
 * NULL. */
bool catalogue_is_statutory(const struct sg_catalogue *catalogue,
                            uint16_t criterion, bool *ret_assumed);

/* Who says that a criterion is statutory, and why: a few words for brackets.
 * NULL when it is not. Borrowed. */
const char *catalogue_statutory_source(const struct sg_catalogue *catalogue,
                                       uint16_t criterion);

/* How many hours a week are full time. *ret_assumed: the council has not said
 * it, so that it is the shared default. */
float catalogue_full_time_hours(const struct sg_catalogue *catalogue,
                                bool *ret_assumed);

#endif
