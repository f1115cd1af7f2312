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
#include "model/feed.h"
#include "skillgap/catalogue.h"

#include <stddef.h>

struct places {
    const char *const *data; /* folders that may hold frameworks/, reference/ */
    size_t data_count;
    size_t data_given;       /* the first so many were given by the caller */
    size_t data_environment; /* and up to here they are of SKILLGAP_DATA */
    size_t data_named;       /* and up to here the configuration names them */
    size_t data_own; /* up to here they are the user's; behind them come the
                        feeds, and what came with the program */
    const char *const *plugins;
    size_t plugin_count;
    size_t plugins_given;
    size_t plugins_environment; /* of SKILLGAP_PLUGINS */
    size_t plugins_named;       /* of the configuration */
    /* Files that may hold the council's own numbers: in each data folder that
     * was given or named, in the user's configuration, with the program. */
    const char *const *overrides;
    size_t override_count;
};

/* The user's own folder and file, which hold what is kept for them. Members are
 * NULL when nothing says where the user's files are. */
struct own_places {
    const char *data;   /* $XDG_DATA_HOME/skillgap */
    const char *config; /* $XDG_CONFIG_HOME/skillgap */
    const char *config_file;
};

/* SG_STORAGE only without memory. */
sg_status places_own(struct arena *arena, struct own_places *places,
                     sg_error *reterr);

/* Lists the places; none is checked for existence. `options` may be NULL, and
 * so may `config`: then the folders that it names are left out. The strings of
 * `config` are borrowed. SG_STORAGE only without memory. */
sg_status places_find(const sg_catalogue_options *options,
                      const struct config *config, struct arena *arena,
                      struct places *places, sg_error *reterr);

#endif
