/* SPDX-License-Identifier: MIT */
/* Reading a catalogue of courses: parse, check everything, then build. */
#include "base/fault.h"
#include "read/courses_build.h"
#include "read/courses_check.h"
#include "read/courses_cycle.h"
#include "read/read.h"

#include <stdlib.h>
#include <string.h>

#define FORMAT "skillgap-courses/1"

/* What stands further down can be referred to, too. An id that is there twice
 * or is no text is told in its turn. */
static bool note_ids(struct names *names, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *entry = json_array_get(list, i);
        const char *id = json_string_value(json_object_get(entry, "id"));
        if (id && names_index(names, id) == NAMES_NONE &&
            !names_add(names, id, entry))
            return false;
    }
    return true;
}

static sg_status check_root(json_t *root, const char *file,
                            const struct reference *reference,
                            struct problem_sink *sink, sg_error *reterr)
{
    const uint32_t before = sink->errors;
    struct courses_check check = {.framework = {.reference = reference}};
    struct checker checker = {.file = file,
                              .sink = sink,
                              .reterr = reterr,
                              .context = &check,
                              .nouns = course_nouns,
                              .names = check.names};
    checker.failed =
        !courses_note_criteria(&check) ||
        !note_ids(&check.names[COURSES_SOURCE],
                  json_object_get(root, "sources")) ||
        !note_ids(&check.names[COURSES_FUND], json_object_get(root, "funding"));
    if (checker_reads(&checker, root, FORMAT,
                      "a catalogue of courses is of format"))
        shape_check(&checker, &courses_shape, NULL, root);
    courses_check_done(&check);
    if (checker.failed)
        return fault_memory(reterr);
    return sink->errors > before ? SG_INPUT : SG_OK;
}

sg_status read_courses_with(const struct buffer *bytes, const char *file,
                            const struct own_courses *own,
                            const struct reference *reference,
                            struct problem_sink *sink,
                            struct courses **ret_courses, sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    json_t *root = NULL, *own_root = NULL;
    *ret_courses = NULL;
    sink = sink ? sink : &nowhere;
    sg_status status = checker_parse(bytes, file, sink, &root, reterr);
    if (status == SG_OK)
        status = check_root(root, file, reference, sink, reterr);
    if (status == SG_OK && own)
        status = checker_parse(own->bytes, own->file, sink, &own_root, reterr);
    if (status == SG_OK) {
        struct making making = {.reference = reference,
                                .root = root,
                                .own = own_root,
                                .own_file = own ? own->file : NULL,
                                .sink = sink};
        status = courses_build(&making, file, ret_courses, reterr);
        if (status == SG_OK && !courses_cycles(*ret_courses, sink)) {
            courses_free(*ret_courses);
            *ret_courses = NULL;
            status = fault_memory(reterr);
        }
    }
    json_decref(own_root);
    json_decref(root);
    return status;
}

sg_status read_courses(const struct buffer *bytes, const char *file,
                       const struct reference *reference,
                       struct problem_sink *sink, struct courses **ret_courses,
                       sg_error *reterr)
{
    return read_courses_with(bytes, file, NULL, reference, sink, ret_courses,
                             reterr);
}
