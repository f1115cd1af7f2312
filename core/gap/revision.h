/* SPDX-License-Identifier: MIT */
/* Comparing two versions of one framework.
 *
 *     sg_revision *revision = NULL;
 *     if (revision_new(reference, older, newer, &revision, reterr) == SG_OK)
 *         puts(revision->sentence);
 *     sg_revision_free(revision);
 */
#ifndef GAP_REVISION_H
#define GAP_REVISION_H

#include "model/framework.h"
#include "skillgap/revision.h"

/* `older` is NULL for a first version, `newer` for a framework that is
 * withdrawn; one of them must be there. Both were compiled with `reference`
 * and have one id. Nothing is borrowed from them. SG_STORAGE without memory,
 * nothing else. What has not changed is compared once; a line that has costs
 * at most its worlds (judge.h), twice. */
sg_status revision_new(const struct reference *reference,
                       const struct framework *older,
                       const struct framework *newer,
                       sg_revision **ret_revision, sg_error *reterr);

#endif
