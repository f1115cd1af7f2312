/* SPDX-License-Identifier: MIT */
/* Parsing and checking a whole file by its table. */
#include "read/shaped.h"

#include "base/fault.h"

sg_status shaped_parse(const struct buffer *bytes, const char *file,
                       const struct shape *shape, const char *format,
                       struct problem_sink *sink, json_t **ret_root,
                       sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    struct checker checker = {.file = file, .reterr = reterr};

    checker.sink = sink ? sink : &nowhere;
    const uint32_t before = checker.sink->errors;
    const sg_status status =
        checker_parse(bytes, file, checker.sink, ret_root, reterr);
    if (status != SG_OK)
        return status;
    if (!format ||
        checker_reads(&checker, *ret_root, format, "this has to be of format"))
        shape_check(&checker, shape, NULL, *ret_root);
    if (checker.failed)
        return fault_memory(reterr);
    return checker.sink->errors > before ? SG_INPUT : SG_OK;
}
