/* SPDX-License-Identifier: MIT */
/* From two names to a judged gap: what gap and compare have in common.
 *
 *     status = judged_gap(session, from, to, &gap);
 */
#ifndef CLI_JUDGED_H
#define CLI_JUDGED_H

#include "session.h"

/* Opens the catalogue, finds both roles and judges, with the months of the
 * request. *ret_gap is for sg_gap_free(), before the session ends. */
sg_status judged_gap(struct session *session, const char *from, const char *to,
                     sg_gap **ret_gap);

#endif
