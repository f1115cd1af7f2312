/* SPDX-License-Identifier: MIT */
/**
 * All frameworks in use, with the rules of their plugins, and finding a role.
 *
 *     sg_catalogue *catalogue = NULL;
 *     sg_error error = {0};
 *     if (sg_catalogue_open(NULL, &catalogue, &error) == SG_OK) {
 *         sg_role role;
 *         if (sg_catalogue_find(catalogue, "1386", &role, &error) == SG_OK)
 *             puts(sg_role_info_of(catalogue, role).title);
 *     }
 *     sg_catalogue_free(catalogue);
 *
 * A catalogue never changes once it is open; several threads may read it.
 */
#ifndef SKILLGAP_CATALOGUE_H
#define SKILLGAP_CATALOGUE_H

#include <stddef.h>

#include "skillgap/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sg_catalogue sg_catalogue;

/** Where to look. All members may be NULL or 0: then the usual places. */
typedef struct sg_catalogue_options {
    const char *const *data_dirs; /**< searched first; each may hold
                                       frameworks/ and reference/ */
    size_t data_dir_count;
    const char *const *plugin_dirs; /**< searched first */
    size_t plugin_dir_count;
    bool without_plugins;  /**< leave every plugin closed */
    bool without_courses;  /**< leave the courses closed, for those who only
                                look at roles: what closes a gap is then not
                                known */
    const char *today;     /**< YYYY-MM-DD: by which the age of what feeds
                                brought is told; NULL: the clock's day */
    sg_problem_fn problem; /**< told of everything that was left out */
    void *user;
} sg_catalogue_options;

/** A role of a catalogue; as good as a pointer, and small. */
typedef struct sg_role {
    uint32_t framework;
    uint32_t index;
} sg_role;

/** The feed that a framework came from. */
typedef struct sg_feed_origin {
    const char *name;     /**< as it was added */
    uint32_t publication; /**< the feed's serial number */
    const char *checked;  /**< the day on which the publisher was last heard */
    const char *expires;  /**< the day after which this counts as old */
    bool expired;         /**< that day has gone by */
    uint32_t days_past;   /**< since then */
    bool rolled_back;     /**< somebody went back to this one */
} sg_feed_origin;

/** A framework as the answers name it. */
typedef struct sg_framework_info {
    const char *id;
    const char *version;
    const char *as_of; /**< the day on which its documents were read */
    const char *council;
    bool council_named; /**< false: the documents name no council */
    const char *note;   /**< or NULL */
    const char *file;   /**< where it was read from */
    const char *plugin; /**< id of the plugin whose rules it uses, or NULL */
    const sg_feed_origin *feed; /**< NULL: it did not come from a feed */
} sg_framework_info;

/** A role in short. Members are NULL where the document has none. */
typedef struct sg_role_info {
    const char *id;
    const char *title;
    const char *family;       /**< id */
    const char *family_title; /**< as published */
    const char *level;
    const char *grade;
    const char *ref;     /**< job reference */
    const char *council; /**< the framework's id */
    uint32_t rank;       /**< place in its family, 1 the lowest */
    uint32_t grade_rank; /**< place among the council's grades; 0: none */
} sg_role_info;

/**
 * Opens every framework and plugin that is found. The places, in this order:
 * the options' folders, SKILLGAP_DATA and SKILLGAP_PLUGINS, the user's own
 * ($XDG_DATA_HOME/skillgap), the feeds that were added, and what came with the
 * library. The first framework of an id wins. A framework with errors is left
 * out, which is one warning, unless it stands in a folder of the options: that
 * is an error, and all of them are told. A variable that names no folder is a
 * warning. SG_INPUT when no framework or no reference list is left; a plugin
 * that cannot be used is a warning. *ret_catalogue is the caller's to free.
 */
SG_API sg_status sg_catalogue_open(const sg_catalogue_options *options,
                                   sg_catalogue **ret_catalogue,
                                   sg_error *reterr);

/** Frees a catalogue and all that is borrowed from it. Accepts NULL. */
SG_API void sg_catalogue_free(sg_catalogue *catalogue);

SG_API size_t sg_catalogue_framework_count(const sg_catalogue *catalogue);
SG_API sg_framework_info
sg_catalogue_framework_at(const sg_catalogue *catalogue, size_t index);

/** Roles in published order, framework after framework (by id). */
SG_API size_t sg_catalogue_role_count(const sg_catalogue *catalogue);
SG_API sg_role sg_catalogue_role_at(const sg_catalogue *catalogue,
                                    size_t index);

/** What is known of a role. Borrowed from the catalogue. */
SG_API sg_role_info sg_role_info_of(const sg_catalogue *catalogue,
                                    sg_role role);

/**
 * Finds a role by id, job reference, title, or the id without its council, as
 * long as only one fits (case does not matter).
 * SG_NOT_FOUND names the nearest ids, or all that fit when there are several.
 */
SG_API sg_status sg_catalogue_find(const sg_catalogue *catalogue,
                                   const char *name, sg_role *ret_role,
                                   sg_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
