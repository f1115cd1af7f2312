/* SPDX-License-Identifier: MIT */
/* Opening what is known about qualifications, wherever the data is. */
#include "catalogue/knowledge.h"

#include "base/fault.h"
#include "catalogue/input.h"
#include "model/catalogue.h"
#include "model/courses.h"
#include "read/quals.h"

#include <sys/stat.h>

/* A folder of criteria alone is no reason to know nothing about titles: the
 * next place is asked. */
static bool has_quals(const struct places *places, size_t place,
                      struct arena *arena)
{
    struct stat seen;
    const char *path = arena_printf(arena, "%s/reference/qualifications.json",
                                    places->data[place]);
    return path && stat(path, &seen) == 0;
}

const struct quals *knowledge_of(const struct sg_catalogue *catalogue)
{
    return catalogue != NULL && catalogue->courses != NULL
               ? catalogue->courses->quals
               : NULL;
}

sg_status knowledge_find(const struct places *places, struct arena *arena,
                         const struct reference *reference,
                         struct quals **ret_quals, sg_error *reterr)
{
    for (size_t i = 0; i < places->data_count; i++)
        if (has_quals(places, i, arena))
            return read_quals(places->data[i], reference, ret_quals, reterr);
    if (arena->failed)
        return fault_memory(reterr);
    return fault(reterr, SG_INPUT, "no-reference",
                 "The list of qualifications (reference/qualifications.json) "
                 "was not found; install skillgap again, or name the folder "
                 "of its data with --data or SKILLGAP_DATA.");
}

sg_status knowledge_open(const char *const *data_dirs, size_t count,
                         struct problem_sink *sink, struct quals **ret_quals,
                         sg_error *reterr)
{
    const sg_catalogue_options options = {.data_dirs = data_dirs,
                                          .data_dir_count = count};
    struct reference *reference = NULL;
    struct arena arena = {0};
    struct places places;
    *ret_quals = NULL;
    sg_status status =
        input_reference(data_dirs, count, sink, &reference, reterr);
    if (status == SG_OK)
        status = places_find(&options, NULL, &arena, &places, reterr);
    if (status == SG_OK)
        status = knowledge_find(&places, &arena, reference, ret_quals, reterr);
    reference_free(reference);
    arena_done(&arena);
    return status;
}
