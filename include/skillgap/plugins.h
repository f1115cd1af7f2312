/* SPDX-License-Identifier: MIT */
/**
 * Which plugins were found, which are in use, and why the others are not.
 *
 *     for (size_t i = 0; i < sg_catalogue_plugin_count(catalogue); i++)
 *         puts(sg_catalogue_plugin_at(catalogue, i).file);
 *
 * A plugin is native code that runs with the user's rights. It is opened only
 * from a plugin folder, and only after the file itself has been looked at.
 */
#ifndef SKILLGAP_PLUGINS_H
#define SKILLGAP_PLUGINS_H

#include "skillgap/catalogue.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum sg_plugin_state {
    SG_PLUGIN_LOADED = 0,
    SG_PLUGIN_REFUSED,
    SG_PLUGIN_QUARANTINED,
} sg_plugin_state;

typedef struct sg_plugin_info {
    const char *id; /**< NULL when the file never told */
    const char *version;
    const char *file;
    sg_plugin_state state;
    const char *reason; /**< why it is not loaded, with the remedy; or NULL */
    uint32_t abi;       /**< 0 when the file never told */
    const char *const *councils;
    size_t council_count;
} sg_plugin_info;

SG_API size_t sg_catalogue_plugin_count(const sg_catalogue *catalogue);
SG_API sg_plugin_info sg_catalogue_plugin_at(const sg_catalogue *catalogue,
                                             size_t index);

/** "loaded", "refused", "quarantined". */
SG_API const char *sg_plugin_state_word(sg_plugin_state state);

/** One plugin file, opened by itself. Freed with sg_plugin_check_free(). */
typedef struct sg_plugin_check sg_plugin_check;

/**
 * Looks at one file and, when that finds nothing wrong, opens it. SG_PLUGIN
 * when it cannot be used, with the reason in *reterr; *ret_check is filled in
 * both cases, and is NULL only when memory ran out.
 */
SG_API sg_status sg_plugin_check_new(const char *path,
                                     sg_plugin_check **ret_check,
                                     sg_error *reterr);
SG_API sg_plugin_info sg_plugin_check_info(const sg_plugin_check *check);
SG_API void sg_plugin_check_free(sg_plugin_check *check);

#ifdef __cplusplus
}
#endif

#endif
