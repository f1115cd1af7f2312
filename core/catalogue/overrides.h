/* SPDX-License-Identifier: MIT */
/* The council's own numbers, from the first place that has any.
 *
 *     status = own_numbers_open(&places, &sink, catalogue, reterr);
 */
#ifndef CATALOGUE_OVERRIDES_H
#define CATALOGUE_OVERRIDES_H

#include "catalogue/places.h"
#include "model/catalogue.h"
#include "read/read.h"

#define OVERRIDES_NAME "overrides.json"

/* Fills catalogue->overrides, which stays NULL where no place has the file.
 * The catalogue's frameworks and reference lists must be open already: a
 * framework that is not in use is a warning. One file counts and no other is
 * mixed in. SG_INPUT when it cannot be read or has errors, wherever it stands:
 * what a council decided must not be left out. The bytes stay in *bytes, which
 * the caller frees in any case: what they say of courses is for courses_open.
 */
sg_status own_numbers_open(const struct places *places,
                           struct problem_sink *sink, sg_catalogue *catalogue,
                           struct buffer *bytes, sg_error *reterr);

/* Tells of each entry that is in the wrong order (words.json) with what the
 * plugin of its framework says of another word. The plugins are open. */
void own_numbers_order(const sg_catalogue *catalogue,
                       struct problem_sink *sink);

#endif
