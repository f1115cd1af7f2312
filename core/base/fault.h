/* SPDX-License-Identifier: MIT */
/* Filling an sg_error.
 *
 *     return fault(reterr, SG_INPUT, "syntax", "...: %s", what);
 *
 * The first error wins: an sg_error that holds one is left as it is. */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include "skillgap/error.h"

/* Returns `status`. `reterr` may be NULL. */
__attribute__((format(printf, 4, 5))) sg_status fault(sg_error *reterr,
                                                      sg_status status,
                                                      const char *reason,
                                                      const char *format, ...);

/* The same with the file's name. */
__attribute__((format(printf, 5, 6))) sg_status
fault_in(sg_error *reterr, sg_status status, const char *reason,
         const char *file, const char *format, ...);

/* Out of memory: SG_STORAGE, reason "memory". */
sg_status fault_memory(sg_error *reterr);

#endif
