/* SPDX-License-Identifier: MIT */
/* What "skillgap person" can do, one function for each word after it.
 *
 *     status = person_check(session, "me.json");
 */
#ifndef CLI_PERSON_H
#define CLI_PERSON_H

#include "session.h"

/* Says in plain words what was understood of a person file. */
sg_status person_check(struct session *session, const char *file);

/* Says what each title of a list says, and what it leaves open. */
sg_status person_titles(struct session *session, const char *file);

#endif
