/* SPDX-License-Identifier: MIT */
/* Publishing into a site of the test's own, as feeding.h has it.
 *
 *     site_begin(&rig);
 *     rig.options.days = 1;
 *     sg_error error = site_publish(&rig);
 *     site_done(&rig);
 *
 * The folder is "jobs", with the framework "county", version 1; the site is
 * "site", the key "key". The day is 2026-11-27. */
#ifndef TESTS_SITE_H
#define TESTS_SITE_H

#include "feeding.h"
#include "skillgap/publish.h"

#include <jansson.h>

struct site_rig {
    sg_publish_options options; /* to be changed by the test */
    sg_published *published;    /* of the last time; NULL when it failed */
    struct feeding_told told;
    const char *key;
};

void site_begin(struct site_rig *rig);

/* Publishes; the error is empty when that went well. */
sg_error site_publish(struct site_rig *rig);

/* The same, which ends the test when it does not go well. */
void site_well(struct site_rig *rig);

/* Publishes, and holds the refusal to what it has to be. */
sg_error site_refused(struct site_rig *rig, sg_status status,
                      const char *reason, const char *why);

/* The site's index. To be freed with json_decref. */
json_t *site_index(void);

/* The trusted comment of a file of the site; of the arena. Ends the test when
 * it is not signed with that public key. */
const char *site_comment(const char *file, const char *key);

void site_done(struct site_rig *rig);

#endif
