/* SPDX-License-Identifier: MIT */
/* A tally as a partial result: "skillgap-partial/1".
 *
 *     char *text = write_partial(tally);
 */
#ifndef WRITE_PARTIAL_H
#define WRITE_PARTIAL_H

#include "model/tally.h"

/* To be free()d; NULL without memory. Equal tallies give equal bytes, however
 * they came about. It has small counts and ids of people in it. */
char *write_partial(const struct sg_tally *tally);

#endif
