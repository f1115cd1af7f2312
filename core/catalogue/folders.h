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

#include <stdbool.h>

bool folder_exists(const char *path);

/* Folders that somebody named have to be there, or the answer would come from
 * others without a word. SG_INPUT, "missing" or "not-a-folder". */
sg_status folders_check(const char *const *paths, size_t count,
                        sg_error *reterr);

/* Reads the reference lists of the first place that has any. SG_INPUT,
 * "no-reference", when none has. */
sg_status folders_reference(const struct places *places, struct arena *arena,
                            struct reference **ret_reference, sg_error *reterr);

#endif
