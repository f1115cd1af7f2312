/* SPDX-License-Identifier: MIT */
/* Reading a framework file: parse, check everything, then compile. */
#include "base/fault.h"
#include "read/builder.h"
#include "read/framework_check.h"
#include "read/framework_cycle.h"
#include "read/json.h"
#include "read/read.h"

#include <stdlib.h>
#include <string.h>

#define FORMAT "skillgap-framework/1"
#define FORMAT_NAME "skillgap-framework/"

/* What is known of the file before any table is looked at. False when it is
 * no framework that this program reads: then nothing else would be worth
 * saying of it. */
static bool is_readable(struct checker *checker, const json_t *root)
{
    const char *format = json_string_value(json_object_get(root, "format"));
    if (!format || strcmp(format, FORMAT) == 0)
        return true; /* missing or wrong, it is told in its turn */
    const size_t length = strlen(FORMAT_NAME);
    checker_enter(checker, "format", 0);
    if (strncmp(format, FORMAT_NAME, length) != 0)
        checker_error(checker, "wrong-format",
                      "This is a file of format '%.60s' and not a framework; "
                      "give a file of format '" FORMAT "'.",
                      format);
    else if (strtoul(format + length, NULL, 10) > 1)
        checker_error(checker, "newer-version",
                      "This file is of format '%.60s' and this program reads "
                      "'" FORMAT "'; use a newer program.",
                      format);
    else
        checker_error(checker, "wrong-format",
                      "There is no format '%.60s'; write '" FORMAT "'.",
                      format);
    checker_leave(checker);
    return false;
}

/* Notes the ids of a list, so that what stands before it in the file can
 * refer to it too. What is malformed is told later, in file order. */
static bool note_ids(struct names *names, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *entry = json_array_get(list, i);
        const char *id = json_string_value(json_object_get(entry, "id"));
        if (id && !names_add(names, id, entry))
            return false;
    }
    return true;
}

static bool note_roles(struct names *names, const json_t *families)
{
    for (size_t i = 0; i < json_array_size(families); i++) {
        const json_t *family = json_array_get(families, i);
        if (!note_ids(names, json_object_get(family, "roles")))
            return false;
    }
    return true;
}

static bool note_criteria(struct names *names,
                          const struct reference *reference)
{
    for (uint16_t i = 0; i < reference->criterion_count; i++) {
        const struct criterion *criterion = &reference->criteria[i];
        if (!names_add(names, criterion->id, criterion))
            return false;
    }
    return true;
}

static bool note_all(struct framework_check *check, const json_t *root)
{
    struct names *names = check->names;
    const json_t *families = json_object_get(root, "families");
    check->id = json_string_value(json_object_get(root, "id"));
    return note_ids(&names[NOUN_DOCUMENT],
                    json_object_get(root, "documents")) &&
           note_ids(&names[NOUN_AREA], json_object_get(root, "areas")) &&
           note_ids(&names[NOUN_SECTION], json_object_get(root, "sections")) &&
           note_ids(&names[NOUN_SCALE], json_object_get(root, "scales")) &&
           note_ids(&names[NOUN_FAMILY], families) &&
           note_roles(&names[NOUN_ROLE], families) &&
           note_criteria(&names[NOUN_CRITERION], check->reference);
}

static sg_status check_all(struct checker *checker,
                           struct framework_check *check, json_t *root)
{
    const uint32_t before = checker->sink->errors;
    if (is_readable(checker, root)) {
        if (!note_all(check, root))
            checker->failed = true;
        shape_check(checker, &framework_shape, NULL, root);
    }
    if (checker->failed)
        return fault_memory(checker->reterr);
    return checker->sink->errors > before ? SG_INPUT : SG_OK;
}

static sg_status compile(const struct framework_check *check,
                         const json_t *root, const char *file,
                         struct framework **ret_framework, sg_error *reterr)
{
    struct builder builder = {.names = check->names,
                              .reference = check->reference};
    build_framework(&builder, root);
    return builder_finish(&builder, file, ret_framework, reterr);
}

static sg_status read_root(json_t *root, const char *file,
                           const struct reference *reference,
                           struct problem_sink *sink,
                           struct framework **ret_framework, sg_error *reterr)
{
    struct framework_check check = {.reference = reference};
    struct checker checker = {.file = file,
                              .sink = sink,
                              .reterr = reterr,
                              .context = &check,
                              .nouns = noun_words,
                              .names = check.names};
    sg_status status = check_all(&checker, &check, root);
    if (status == SG_OK)
        status = compile(&check, root, file, ret_framework, reterr);
    if (status == SG_OK)
        status = framework_cycles(*ret_framework, sink, reterr);
    framework_check_done(&check);
    return status;
}

/* A file that is no JSON has one problem, which the sink is told too. */
static sg_status parse(const struct buffer *bytes, const char *file,
                       struct problem_sink *sink, json_t **ret_root,
                       sg_error *reterr)
{
    sg_error problem = {0};
    const sg_status status = json_read(bytes, file, ret_root, &problem);
    if (status == SG_INPUT)
        problem_tell(sink, reterr, &problem);
    else if (status != SG_OK)
        return fault_memory(reterr);
    return status;
}

sg_status read_framework(const struct buffer *bytes, const char *file,
                         const struct reference *reference,
                         struct problem_sink *sink,
                         struct framework **ret_framework, sg_error *reterr)
{
    struct problem_sink nowhere = {0};
    json_t *root = NULL;
    *ret_framework = NULL;
    sink = sink ? sink : &nowhere;
    sg_status status = parse(bytes, file, sink, &root, reterr);
    if (status == SG_OK)
        status = read_root(root, file, reference, sink, ret_framework, reterr);
    json_decref(root);
    if (status != SG_OK) {
        framework_free(*ret_framework);
        *ret_framework = NULL;
    }
    return status;
}
