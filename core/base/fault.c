/* SPDX-License-Identifier: MIT */
/* Filling an sg_error. */
#include "base/fault.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>

/* The message passes through text_plain: whatever a name that stands in it
 * holds, it stays one line and cannot steer a terminal. */
static void fill(sg_error *error, sg_status status, const char *reason,
                 const char *format, va_list values)
{
    char message[2 * sizeof(error->message)];
    if (vsnprintf(message, sizeof(message), format, values) < 0)
        message[0] = '\0';
    error->status = status;
    text_plain(error->reason, sizeof(error->reason), reason, false);
    text_plain(error->message, sizeof(error->message), message, false);
}

static bool is_wanted(const sg_error *reterr)
{
    return reterr && reterr->status == SG_OK;
}

sg_status fault(sg_error *reterr, sg_status status, const char *reason,
                const char *format, ...)
{
    if (!is_wanted(reterr))
        return status;
    va_list values;
    va_start(values, format);
    fill(reterr, status, reason, format, values);
    va_end(values);
    return status;
}

sg_status fault_in(sg_error *reterr, sg_status status, const char *reason,
                   const char *file, const char *format, ...)
{
    if (!is_wanted(reterr))
        return status;
    va_list values;
    va_start(values, format);
    fill(reterr, status, reason, format, values);
    va_end(values);
    snprintf(reterr->file, sizeof(reterr->file), "%s", file ? file : "");
    return status;
}

sg_status fault_memory(sg_error *reterr)
{
    return fault(reterr, SG_STORAGE, "memory",
                 "There is not enough memory; close other programs or use a "
                 "smaller input.");
}
