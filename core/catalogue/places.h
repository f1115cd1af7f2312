/* SPDX-License-Identifier: MIT */
/* Where data and plugins are looked for, in order.
 *
 *     struct places places;
 *     places_find(options, &arena, &places);
 *
 * What came with the library is found from the place of the library itself
 * (<prefix>/lib beside <prefix>/share/skillgap and <prefix>/lib/skillgap/
 * plugins), or of the program (<prefix>/bin) that has it linked in: so any
 * program finds it, an installed tree can be moved, and a build tree, which
 * has the same shape, needs no installing. */
#ifndef CATALOGUE_PLACES_H
#define CATALOGUE_PLACES_H

#include "base/arena.h"
#include "skillgap/catalogue.h"

#include <stddef.h>

struct places {
    const char *const *data; /* folders that may hold frameworks/, reference/ */
    size_t data_count;
    size_t data_given; /* the first so many were given by the caller */
    size_t data_named; /* and up to here they are of SKILLGAP_DATA */
    const char *const *plugins;
    size_t plugin_count;
    size_t plugins_given;
    size_t plugins_named; /* of SKILLGAP_PLUGINS */
    /* Files that may hold the council's own numbers: in each data folder that
     * was given or named, in the user's configuration, with the program. */
    const char *const *overrides;
    size_t override_count;
};

/* Lists the places; none is checked for existence. `options` may be NULL.
 * SG_STORAGE only without memory. */
sg_status places_find(const sg_catalogue_options *options, struct arena *arena,
                      struct places *places, sg_error *reterr);

#endif
