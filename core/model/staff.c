/* SPDX-License-Identifier: MIT */
/* What HR exports say of many people, joined by person. */
#include "model/staff.h"

#include <stdlib.h>
#include <string.h>

const char *const staff_behind_columns[STAFF_BEHIND_COUNT] = {
    "rejected_row", "rejected_column", "rejected_reason", "rejected_because"};

static int by_id(const void *id, const void *person)
{
    return strcmp(id, ((const struct staff_person *)person)->id);
}

const struct staff_person *staff_find(const struct staff *staff, const char *id)
{
    if (staff->count == 0)
        return NULL;
    return bsearch(id, staff->persons, staff->count, sizeof(*staff->persons),
                   by_id);
}

void staff_free(struct staff *staff)
{
    if (!staff)
        return;
    arena_done(&staff->arena);
    free(staff->rejected);
    free(staff);
}
