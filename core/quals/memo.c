/* SPDX-License-Identifier: MIT */
/* Titles that were read before. */
#include "quals/memo.h"

#include "quals/title.h"

#include <stdlib.h>
#include <string.h>

void title_memo_begin(struct title_memo *memo)
{
    *memo = (struct title_memo){0};
    memo->titles.arena = &memo->arena;
}

void title_memo_done(struct title_memo *memo)
{
    strings_done(&memo->titles);
    free(memo->readings);
    arena_done(&memo->arena);
}

static bool make_room(struct title_memo *memo)
{
    if (memo->titles.count < memo->room)
        return true;
    const uint32_t room = memo->room ? memo->room * 2 : 256;
    struct sg_title_reading *readings =
        realloc(memo->readings, room * sizeof(*readings));
    if (!readings) /* memory */
        return false;
    memo->readings = readings;
    memo->room = room;
    return true;
}

/* Without room or memory a title is just read again. */
void title_memo_read(struct title_memo *memo, const struct quals *quals,
                     const char *title, struct sg_title_reading *reading)
{
    const size_t size = memo ? strlen(title) : 0;
    uint32_t at =
        memo ? strings_find(&memo->titles, title, size) : STRINGS_NONE;

    if (at != STRINGS_NONE) {
        *reading = memo->readings[at];
        return;
    }
    title_read(quals, title, reading);
    if (!memo || memo->titles.count == TITLE_MEMO_MOST)
        return;
    if (!make_room(memo)) /* memory */
        return;
    at = strings_add(&memo->titles, title, size);
    if (at != STRINGS_NONE) /* memory */
        memo->readings[at] = *reading;
}
