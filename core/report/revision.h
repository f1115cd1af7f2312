/* SPDX-License-Identifier: MIT */
/* What a new version of a framework changes, as JSON and as words.
 *
 *     maker_put(maker, root, "revisions", revisions_json(maker, list, count));
 */
#ifndef REPORT_REVISION_H
#define REPORT_REVISION_H

#include "report/page.h"
#include "skillgap/revision.h"
#include "write/maker.h"

json_t *revision_json(struct maker *maker, const sg_revision *revision);
json_t *revisions_json(struct maker *maker, sg_revision *const *revisions,
                       size_t count);

/* One sentence for each framework, hanging behind a dash. */
void revisions_text(struct page *page, sg_revision *const *revisions,
                    size_t count);

/* The sentence, then role by role. */
void revision_whole_text(struct page *page, const sg_revision *revision);

#endif
