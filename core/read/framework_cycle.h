/* SPDX-License-Identifier: MIT */
/* Roles that nobody can ever come to, since each asks for another first.
 *
 *     status = framework_cycles(framework, sink, reterr);
 *
 * A role can be reached when each of its essential lines can be met, and an
 * experience leaf that names roles can be met when one of those can be
 * reached; so a named role with an alternative beside it makes no cycle. */
#ifndef READ_FRAMEWORK_CYCLE_H
#define READ_FRAMEWORK_CYCLE_H

#include "read/read.h"

/* Tells each cycle once, with the ids of its roles. SG_INPUT when there is
 * one. Takes time in proportion to the framework. */
sg_status framework_cycles(const struct framework *framework,
                           struct problem_sink *sink, sg_error *reterr);

#endif
