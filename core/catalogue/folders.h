/* SPDX-License-Identifier: MIT */
/* What opening a catalogue and checking one file both do with their folders.
 *
 *     sg_status status = folders_check(places.data, places.data_given, reterr);
 *     if (status == SG_OK)
 *         status = folders_reference(&places, &arena, &reference, reterr);
 */
#ifndef CATALOGUE_FOLDERS_H
#define CATALOGUE_FOLDERS_H

#include "catalogue/places.h"
#include "model/reference.h"
#include "read/read.h"

#include <stdbool.h>

bool folder_exists(const char *path);

/* Whether something else has its name. */
bool folder_is_other(const char *path);

/* Folders that somebody named have to be there, or the answer would come from
 * others without a word. SG_INPUT, "missing" or "not-a-folder". */
sg_status folders_check(const char *const *paths, size_t count,
                        sg_error *reterr);

/* Folders that a variable of the environment names: one that is not there is a
 * warning, since the variable may be older than the day's work. SG_STORAGE
 * only without memory. */
sg_status folders_warn(const char *variable, const char *const *paths,
                       size_t count, sg_problem_fn tell, void *user,
                       sg_error *reterr);

/* The same for all folders that the environment and the configuration name, for
 * who opens a catalogue. */
sg_status folders_warn_named(const sg_catalogue_options *options,
                             const struct places *places, sg_error *reterr);

/* Reads the reference lists of the first place that has any, and tells their
 * problems. SG_INPUT, "no-reference", when none has. */
sg_status folders_reference(const struct places *places, struct arena *arena,
                            struct problem_sink *sink,
                            struct reference **ret_reference, sg_error *reterr);

#endif
