/* SPDX-License-Identifier: MIT */
/* Reading one title.
 *
 *     sg_title_reading reading;
 *     title_read(quals, "NVQ3 Bus Admin", &reading);
 *
 * Never silently wrong: what the words do not say stays open, and where they
 * contradict each other it stays open too, and needs a human. Of several things
 * in one title the highest that is held counts, with `several` and needing a
 * human, where it is sure which that is; O levels, CSEs and GCSEs add up. */
#ifndef QUALS_TITLE_H
#define QUALS_TITLE_H

#include "quals/quals.h"

/* Fills *reading. Any bytes will do; what is longer than a title can be is not
 * read, and says so. Allocates nothing; strings are borrowed from `quals`. */
void title_read(const struct quals *quals, const char *title,
                struct sg_title_reading *reading);

#endif
