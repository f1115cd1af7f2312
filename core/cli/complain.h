/* SPDX-License-Identifier: MIT */
/* Filling an sg_error in the program.
 *
 *     return complain(reterr, SG_USAGE, "option", "There is no ...", ...);
 */
#ifndef CLI_COMPLAIN_H
#define CLI_COMPLAIN_H

#include "skillgap/error.h"

/* Returns `status`. */
__attribute__((format(printf, 4, 5))) sg_status
complain(sg_error *reterr, sg_status status, const char *reason,
         const char *format, ...);

/* SG_STORAGE: no memory left. */
sg_status complain_memory(sg_error *reterr);

#endif
