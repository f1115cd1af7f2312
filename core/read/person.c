/* SPDX-License-Identifier: MIT */
/* Reading a person file: parse, check everything, then build. */
#include "base/fault.h"
#include "read/person_check.h"

#include <stdlib.h>
#include <string.h>

#define FORMAT "skillgap-person/1"
#define FORMAT_NAME "skillgap-person/"

/* Whether it is a person file that this program reads; nothing else would be
 * worth saying of another. Its format is not quoted: it may be anything. */
static bool is_readable(struct checker *checker, const json_t *root)
{
    const char *format = json_string_value(json_object_get(root, "format"));
    if (!format || strcmp(format, FORMAT) == 0)
        return true; /* missing or wrong, it is told in its turn */
    const size_t length = strlen(FORMAT_NAME);
    const bool newer = strncmp(format, FORMAT_NAME, length) == 0 &&
                       strtoul(format + length, NULL, 10) > 1;
    checker_enter(checker, "format", 0);
    if (newer)
        checker_error(checker, "newer-version",
                      "This person file is of a newer format, and this "
                      "program reads '" FORMAT "'; use a newer program.");
    else
        checker_error(checker, "wrong-format",
                      "This is the format of another kind of file; give a "
                      "person file, whose format is '" FORMAT "'.");
    checker_leave(checker);
    return false;
}

static bool note_criteria(struct person_check *check)
{
    const struct reference *reference = check->reference;
    for (uint16_t i = 0; i < reference->criterion_count; i++) {
        const struct criterion *criterion = &reference->criteria[i];
        if (!names_add(&check->criteria, criterion->id, criterion))
            return false;
    }
    return true;
}

static sg_status check_root(json_t *root, const char *file,
                            const struct reference *reference,
                            struct problem_sink *sink, sg_error *reterr)
{
    const uint32_t before = sink->errors;
    struct person_check check = {.reference = reference};
    struct checker checker = {.file = file,
                              .sink = sink,
                              .reterr = reterr,
                              .context = &check,
                              .private_values = true};
    checker.failed = !note_criteria(&check);
    if (is_readable(&checker, root))
        shape_check(&checker, &person_shape, NULL, root);
    names_done(&check.criteria);
    if (checker.failed)
        return fault_memory(reterr);
    return sink->errors > before ? SG_INPUT : SG_OK;
}

static sg_status build(const json_t *root, struct person **ret_person,
                       sg_error *reterr)
{
    struct person *person = calloc(1, sizeof(*person));
    if (person)
        person_build(person, root);
    if (!person || person->arena.failed) {
        person_free(person);
        return fault_memory(reterr);
    }
    *ret_person = person;
    return SG_OK;
}

sg_status read_person(const struct buffer *bytes, const char *file,
                      const struct reference *reference,
                      struct problem_sink *sink, struct person **ret_person,
                      sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    json_t *root = NULL;
    *ret_person = NULL;
    sink = sink ? sink : &nowhere;
    sg_status status = checker_parse(bytes, file, sink, &root, reterr);
    if (status == SG_OK)
        status = check_root(root, file, reference, sink, reterr);
    if (status == SG_OK)
        status = build(root, ret_person, reterr);
    json_decref(root);
    return status;
}
