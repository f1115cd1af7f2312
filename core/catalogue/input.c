/* SPDX-License-Identifier: MIT */
/* What reading one file begins with: the shared lists, and its bytes. */
#include "catalogue/input.h"

#include "base/file.h"
#include "catalogue/folders.h"

static void sink_tell(const sg_error *problem, void *user)
{
    problem_tell(user, NULL, problem);
}

sg_status input_reference(const char *const *data_dirs, size_t count,
                          struct problem_sink *sink,
                          struct reference **ret_reference, sg_error *reterr)
{
    const sg_catalogue_options options = {.data_dirs = data_dirs,
                                          .data_dir_count = count};
    struct arena arena = {0};
    struct places places;
    sg_status status = folders_check(data_dirs, count, reterr);

    if (status == SG_OK)
        status = places_find(&options, NULL, &arena, &places, reterr);
    if (status == SG_OK)
        status = folders_warn("SKILLGAP_DATA", places.data + places.data_given,
                              places.data_environment - places.data_given,
                              sink_tell, sink, reterr);
    if (status == SG_OK)
        status =
            folders_reference(&places, &arena, sink, ret_reference, reterr);
    arena_done(&arena);
    return status;
}

sg_status input_bytes(const char *path, struct buffer *bytes,
                      struct problem_sink *sink, sg_error *reterr)
{
    sg_error why = {0};
    const sg_status status = file_read(path, bytes, &why);

    if (status == SG_OK)
        return SG_OK;
    if (reterr && reterr->status == SG_OK)
        *reterr = why;
    problem_tell(sink, NULL, &why);
    return status;
}
