/* SPDX-License-Identifier: MIT */
/* From checked JSON to what is known about qualifications.
 *
 *     struct taking taking = {.quals = quals};
 *     take_subjects(&taking, subjects);
 *     take_qualifications(&taking, qualifications);
 *     taking_finish(&taking);
 */
#ifndef READ_QUALS_TAKE_H
#define READ_QUALS_TAKE_H

#include "quals/quals.h"

#include <jansson.h>

struct taking {
    struct quals *quals;
    struct said *said; /* grows; taking_finish() hands it over */
    uint32_t said_count;
    uint32_t said_room;
    bool failed; /* memory ran out */
};

void take_subjects(struct taking *taking, const json_t *root);
void take_qualifications(struct taking *taking, const json_t *root);

/* False when memory ran out anywhere. Frees what was only needed meanwhile. */
bool taking_finish(struct taking *taking);

#endif
