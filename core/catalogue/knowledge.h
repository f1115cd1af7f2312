/* SPDX-License-Identifier: MIT */
/* Opening what is known about qualifications, wherever the data is.
 *
 *     struct quals *quals = NULL;
 *     sg_status status = knowledge_open(dirs, count, &sink, &quals, reterr);
 */
#ifndef CATALOGUE_KNOWLEDGE_H
#define CATALOGUE_KNOWLEDGE_H

#include "catalogue/places.h"
#include "quals/quals.h"
#include "read/read.h"

/* Reads it from the first place that has it; `data_dirs` are searched first.
 * SG_INPUT, "no-reference", when none has. Free with quals_free. */
sg_status knowledge_open(const char *const *data_dirs, size_t count,
                         struct problem_sink *sink, struct quals **ret_quals,
                         sg_error *reterr);

/* What an opened catalogue knows of them; NULL: nothing, or `catalogue` is. */
const struct quals *knowledge_of(const struct sg_catalogue *catalogue);

/* The same as knowledge_open for those who know the places already, and the
 * lists that are shared. The arena holds names of files for as long as this
 * takes. */
sg_status knowledge_find(const struct places *places, struct arena *arena,
                         const struct reference *reference,
                         struct quals **ret_quals, sg_error *reterr);

#endif
