/* SPDX-License-Identifier: MIT */
/* Reading one person file. Nothing of it is kept beyond the handle. */
#include "skillgap/person.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "catalogue/input.h"
#include "catalogue/knowledge.h"
#include "quals/claim.h"

#include <stdlib.h>

/* What the titles say, with the knowledge that stays behind the person. */
static sg_status read_claims(struct sg_person *person,
                             const sg_person_options *options,
                             struct problem_sink *sink, sg_error *reterr)
{
    sg_status status = SG_OK;
    person->quals = knowledge_of(options->catalogue);
    if (person->quals == NULL) {
        status = knowledge_open(options->data_dirs, options->data_dir_count,
                                sink, &person->own_quals, reterr);
        person->quals = person->own_quals;
    }
    if (status != SG_OK)
        return status;
    person->titles = claim_knowledge(person->quals);
    return claims_read(person->quals, NULL, person->person, &person->arena,
                       &person->claims, &person->claim_count)
               ? SG_OK
               : fault_memory(reterr);
}

static sg_status read_file(const char *path, const sg_person_options *options,
                           struct problem_sink *sink,
                           struct person **ret_person, sg_error *reterr)
{
    struct reference *reference = NULL;
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_status status = input_reference(
        options->data_dirs, options->data_dir_count, sink, &reference, reterr);
    if (status == SG_OK)
        status = input_bytes(path, &bytes, sink, reterr);
    if (status == SG_OK)
        status = read_person(&bytes, file_label(path), reference, sink,
                             ret_person, reterr);
    buffer_done(&bytes);
    reference_free(reference);
    return status;
}

sg_status sg_person_read(const char *path, const sg_person_options *options,
                         sg_problem_fn problem, void *user,
                         sg_person **ret_person, sg_error *reterr)
{
    static const sg_person_options usual = {0};
    struct problem_sink sink = {.tell = problem, .user = user};
    *ret_person = NULL;
    sg_person *person = calloc(1, sizeof(*person));
    if (!person)
        return fault_memory(reterr);
    options = options ? options : &usual;
    sg_status status = read_file(path, options, &sink, &person->person, reterr);
    if (status == SG_OK)
        status = read_claims(person, options, &sink, reterr);
    if (status == SG_OK) {
        person->file = arena_strdup(&person->person->arena, file_label(path));
        status = person->file ? SG_OK : fault_memory(reterr);
    }
    if (status == SG_OK)
        *ret_person = person;
    else
        sg_person_free(person);
    return status;
}

void sg_person_free(sg_person *person)
{
    if (!person)
        return;
    person_free(person->person);
    arena_done(&person->arena);
    quals_free(person->own_quals);
    free(person);
}
