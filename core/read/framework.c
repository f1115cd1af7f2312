/* SPDX-License-Identifier: MIT */
/* Reading a framework file: parse, check everything, then compile. */
#include "base/fault.h"
#include "base/text.h"
#include "read/builder.h"
#include "read/framework_check.h"
#include "read/framework_cycle.h"
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FORMAT "skillgap-framework/1"
#define FORMAT_NAME "skillgap-framework/"

/* A slip of a few letters in the format's name. */
static bool is_nearly_format(const char *format)
{
    enum { SLIPS = 4 };
    return text_distance(format, FORMAT, SLIPS) <= SLIPS;
}

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
    if (strncmp(format, FORMAT_NAME, length) != 0 && is_nearly_format(format))
        checker_error(checker, "wrong-format",
                      "There is no format '%.60s'; did you mean '" FORMAT "'?",
                      format);
    else if (strncmp(format, FORMAT_NAME, length) != 0)
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
 * refer to it too. What is malformed is told later, in file order; an entry
 * without an id may be what an unknown id means. */
static bool note_ids(struct framework_check *check, enum noun noun,
                     const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *entry = json_array_get(list, i);
        const char *id = json_string_value(json_object_get(entry, "id"));
        if (!id)
            check->nameless[noun]++;
        else if (!names_add(&check->names[noun], id, entry))
            return false;
    }
    return true;
}

static bool note_roles(struct framework_check *check, const json_t *families)
{
    for (size_t i = 0; i < json_array_size(families); i++) {
        const json_t *family = json_array_get(families, i);
        if (!note_ids(check, NOUN_ROLE, json_object_get(family, "roles")))
            return false;
    }
    return true;
}

/* Roles are held to the framework's id unless that is what is wrong: it does
 * not fit, or several roles agree that it is another. */
static void note_framework(struct framework_check *check, const char *id)
{
    const struct names *roles = &check->names[NOUN_ROLE];
    const size_t length = id ? strlen(id) : 0;
    bool one_fits = roles->count < 2;
    if (!id || !fits_id(id))
        return;
    for (uint32_t i = 0; i < roles->count && !one_fits; i++)
        one_fits = strncmp(roles->ids[i], id, length) == 0 &&
                   roles->ids[i][length] == '/';
    check->id_is_odd = !one_fits;
    check->id = one_fits ? id : NULL;
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

/* The arrays at the top of the file whose entries have ids. */
static const struct {
    const char *key;
    enum noun noun;
} id_lists[] = {
    {"documents", NOUN_DOCUMENT}, {"areas", NOUN_AREA},
    {"sections", NOUN_SECTION},   {"scales", NOUN_SCALE},
    {"families", NOUN_FAMILY},
};

static bool note_all(struct framework_check *check, const json_t *root)
{
    for (size_t i = 0; i < sizeof(id_lists) / sizeof(id_lists[0]); i++)
        if (!note_ids(check, id_lists[i].noun,
                      json_object_get(root, id_lists[i].key)))
            return false;
    if (!note_roles(check, json_object_get(root, "families")))
        return false;
    note_framework(check, json_string_value(json_object_get(root, "id")));
    return note_words(check, json_object_get(root, "word_orders")) &&
           note_criteria(&check->names[NOUN_CRITERION], check->reference);
}

/* For those who speak of the file although it cannot be used. */
static void note_id(struct problem_sink *sink, const json_t *root)
{
    const char *id = json_string_value(json_object_get(root, "id"));
    if (id && fits_id(id))
        snprintf(sink->id, sizeof(sink->id), "%s", id);
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

/* A file with errors is searched for cycles all the same when the roles and
 * what they need are sound, so that nobody has to run the check twice. */
static sg_status search_broken(const struct checker *checker,
                               const struct framework_check *check,
                               const json_t *root)
{
    struct framework *roles = NULL;
    if (!needs_are_sound(check, root))
        return SG_OK;
    struct builder builder = {.names = check->names,
                              .reference = check->reference};
    build_roles(&builder, root);
    sg_status status =
        builder_finish(&builder, checker->file, &roles, checker->reterr);
    if (status == SG_OK)
        status = framework_cycles(roles, checker->sink, checker->reterr);
    framework_free(roles);
    return status;
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
                              .names = check.names,
                              .nameless = check.nameless};
    note_id(sink, root);
    sg_status status = check_all(&checker, &check, root);
    if (status == SG_INPUT &&
        search_broken(&checker, &check, root) == SG_STORAGE)
        status = fault_memory(reterr);
    if (status == SG_OK)
        status = compile(&check, root, file, ret_framework, reterr);
    if (status == SG_OK)
        status = framework_cycles(*ret_framework, sink, reterr);
    framework_check_done(&check);
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
    sg_status status = checker_parse(bytes, file, sink, &root, reterr);
    if (status == SG_OK)
        status = read_root(root, file, reference, sink, ret_framework, reterr);
    json_decref(root);
    if (status != SG_OK) {
        framework_free(*ret_framework);
        *ret_framework = NULL;
    }
    return status;
}
