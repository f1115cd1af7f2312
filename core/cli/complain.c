/* SPDX-License-Identifier: MIT */
/* Filling an sg_error in the program. */
#include "complain.h"

#include <stdarg.h>
#include <stdio.h>

sg_status complain(sg_error *reterr, sg_status status, const char *reason,
                   const char *format, ...)
{
    va_list arguments;
    *reterr = (sg_error){.status = status};
    (void)snprintf(reterr->reason, sizeof(reterr->reason), "%s", reason);
    va_start(arguments, format);
    (void)vsnprintf(reterr->message, sizeof(reterr->message), format,
                    arguments);
    va_end(arguments);
    return status;
}

sg_status complain_memory(sg_error *reterr)
{
    return complain(reterr, SG_STORAGE, "memory",
                    "There is not enough memory left.");
}
