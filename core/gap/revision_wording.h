/* SPDX-License-Identifier: MIT */
/* Writing the one sentence over a whole revision: texts, and one change.
 *
 *     wording_add(&wording, " no longer asks for ");
 *     wording_cut(&wording, change->from, wording.width, true);
 */
#ifndef GAP_REVISION_WORDING_H
#define GAP_REVISION_WORDING_H

#include "base/buffer.h"
#include "skillgap/revision.h"

/* What is written, and how much of each text fits. */
struct wording {
    const sg_revision *revision;
    struct buffer out;
    size_t width; /* bytes of a text; 0: leave names out */
};

/* A text, or its beginning and dots; `inner`: within a sentence. */
void wording_cut(struct wording *wording, const char *text, size_t width,
                 bool inner);

/* As it is; at most as wide as the wording is. */
void wording_add(struct wording *wording, const char *text);
void wording_text(struct wording *wording, const char *text);

/* A role's one change in full, without a full stop. */
void wording_change(struct wording *wording, const sg_revision_role *role,
                    const sg_revision_change *change);

#endif
