/* SPDX-License-Identifier: MIT */
/* Titles that were read before.
 *
 *     struct title_memo memo;
 *     title_memo_begin(&memo);
 *     title_memo_read(&memo, quals, "NVQ 3", &reading);
 *     title_memo_done(&memo);
 *
 * Many people hold the same; reading a title is much dearer than finding it
 * again. It keeps TITLE_MEMO_MOST titles and reads the others each time. Not
 * for several threads. */
#ifndef QUALS_MEMO_H
#define QUALS_MEMO_H

#include "base/strings.h"
#include "quals/quals.h"

enum { TITLE_MEMO_MOST = 20000 };

struct title_memo {
    struct arena arena;
    struct strings titles;
    struct sg_title_reading *readings; /* of each title */
    uint32_t room;
};

void title_memo_begin(struct title_memo *memo);
void title_memo_done(struct title_memo *memo);

/* As title_read(); `memo` may be NULL, and always has to be used with the same
 * `quals`. */
void title_memo_read(struct title_memo *memo, const struct quals *quals,
                     const char *title, struct sg_title_reading *reading);

#endif
