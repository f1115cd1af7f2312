/* SPDX-License-Identifier: MIT */
/**
 * Publishing frameworks: files in, a signed feed out.
 *
 *     sg_publish_options options = {.folder = "jobs", .site = "public",
 *                                   .key_file = "jobs.key", .days = 90};
 *     sg_published *published = NULL;
 *     if (sg_publish(&options, &published, &error) == SG_OK)
 *         printf("publication %u\n", (unsigned)published->serial);
 *     sg_published_free(published);
 *
 * The site is a folder of plain files that any web server can serve: feed.json
 * (JSON Feed 1.1), the framework files, and a minisign signature beside each.
 */
#ifndef SKILLGAP_PUBLISH_H
#define SKILLGAP_PUBLISH_H

#include "skillgap/catalogue.h"
#include "skillgap/revision.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Asked for a password when a key has one. Writes at most room - 1 bytes and
 * ends them; false when nobody can be asked. */
typedef bool (*sg_password_fn)(char *out, size_t room, void *user);

typedef struct sg_publish_options {
    const char *folder;   /**< with the framework files, or with frameworks/ */
    const char *site;     /**< where to write; made when it is not there */
    const char *key_file; /**< secret key as minisign writes it */
    uint32_t days;        /**< for how long it is good, 1 to 3650 */
    const char *title;    /**< of the feed; NULL: as before, or the councils */
    const char *url; /**< https address of the site's folder, or NULL: what the
                          index names is then relative to it */
    const char *id;  /**< of the feed; NULL: as before, or made from the key */
    uint32_t serial; /**< of this publication; 0: the next one */
    const char *const *withdraw; /**< frameworks that may be left out now */
    size_t withdraw_count;
    bool replace_key;  /**< the site was signed with another key: sign all anew
                        */
    const char *today; /**< YYYY-MM-DD; NULL: the clock's moment */
    const char *const *data_dirs; /**< where the shared lists are */
    size_t data_dir_count;
    sg_password_fn password; /**< or NULL */
    sg_problem_fn problem;   /**< told every problem of the frameworks */
    void *user;              /**< of both */
} sg_publish_options;

typedef struct sg_published_framework {
    const char *id;
    const char *version;
    uint32_t serial;
    bool changed;                /**< it is new in this publication */
    const sg_revision *revision; /**< what changed, or NULL */
} sg_published_framework;

typedef struct sg_published {
    const char *id; /**< of the feed */
    const char *title;
    const char *site;
    const char *key_id;
    uint32_t serial;
    const char *expires;
    const sg_published_framework *frameworks;
    size_t framework_count;
    const char *const *withdrawn;
    size_t withdrawn_count;
} sg_published;

/**
 * Publishes. Nothing is written unless every framework is without errors. The
 * index comes last, so that who fetches in between gets the publication before.
 * SG_INPUT for frameworks with errors, "same-version" when a file changed and
 * its version did not, "old-version" when its version was published before,
 * "withdrawn" when a framework is missing; SG_TRUST "lowered-serial",
 * "other-key" when the site was signed by another key, "password"; SG_STORAGE.
 */
SG_API sg_status sg_publish(const sg_publish_options *options,
                            sg_published **ret_published, sg_error *reterr);
SG_API void sg_published_free(sg_published *published);

/** Makes a pair of keys: `file`, which is secret, and `file`.pub for everybody.
 * Neither may be there. `password` "": the secret key is not protected.
 * *ret_key_id is to be free()d. */
SG_API sg_status sg_key_make(const char *file, const char *password,
                             char **ret_key_id, sg_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
