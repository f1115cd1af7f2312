/* SPDX-License-Identifier: MIT */
/* Reading what is known about qualifications, from a folder's reference/. */
#include "read/quals.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "read/json.h"
#include "read/quals_shape.h"
#include "read/quals_take.h"

#include <stdlib.h>
#include <string.h>

/* The two files while they are read: names of the first are referred to by
 * the second, and borrowed from it. */
struct loading {
    struct names names[QUALS_NOUN_COUNT];
    struct arena paths;
    json_t *subjects;
    json_t *qualifications;
    sg_error *reterr;
};

static void check_format(struct checker *checker, const json_t *root,
                         const char *wanted)
{
    const char *format = json_string_value(json_object_get(root, "format"));
    if (!format || strcmp(format, wanted) == 0)
        return;
    checker_enter(checker, "format", 0);
    checker_error(checker, "wrong-format",
                  "This file is of format '%.60s' and '%s' is needed here.",
                  format, wanted);
    checker_leave(checker);
}

static sg_status check(struct loading *loading, const char *path,
                       const char *format, const struct shape *shape,
                       json_t *root)
{
    struct problem_sink sink = {0};
    struct checker checker = {.file = path,
                              .sink = &sink,
                              .reterr = loading->reterr,
                              .nouns = quals_nouns,
                              .names = loading->names};
    check_format(&checker, root, format);
    shape_check(&checker, shape, NULL, root);
    if (checker.failed)
        return fault_memory(loading->reterr);
    return sink.errors > 0 ? SG_INPUT : SG_OK;
}

static sg_status load(struct loading *loading, const char *folder,
                      const char *name, const char *format,
                      const struct shape *shape, json_t **ret_root)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    const char *path =
        arena_printf(&loading->paths, "%s/reference/%s", folder, name);
    if (!path)
        return fault_memory(loading->reterr);
    sg_status status = file_read(path, &bytes, loading->reterr);
    if (status == SG_OK)
        status = json_read(&bytes, path, ret_root, loading->reterr);
    if (status == SG_OK)
        status = check(loading, path, format, shape, *ret_root);
    buffer_done(&bytes);
    return status;
}

static sg_status build(const struct loading *loading, struct quals *quals,
                       const struct reference *reference)
{
    struct taking taking = {.quals = quals};
    memcpy(quals->scales, reference->levels, sizeof(quals->scales));
    memcpy(quals->scale_assumed, reference->scale_assumed,
           sizeof(quals->scale_assumed));
    take_subjects(&taking, loading->subjects);
    take_qualifications(&taking, loading->qualifications);
    if (!taking_finish(&taking))
        return fault_memory(loading->reterr);
    return quals_index(quals, loading->reterr);
}

static void loading_done(struct loading *loading)
{
    for (size_t i = 0; i < QUALS_NOUN_COUNT; i++)
        names_done(&loading->names[i]);
    json_decref(loading->subjects);
    json_decref(loading->qualifications);
    arena_done(&loading->paths);
}

sg_status read_quals(const char *folder, const struct reference *reference,
                     struct quals **ret_quals, sg_error *reterr)
{
    struct loading loading = {.reterr = reterr};
    *ret_quals = NULL;
    struct quals *quals = calloc(1, sizeof(*quals));
    if (!quals)
        return fault_memory(reterr);
    sg_status status =
        load(&loading, folder, "subjects.json", "skillgap-subjects/1",
             &subjects_file, &loading.subjects);
    if (status == SG_OK)
        status = load(&loading, folder, "qualifications.json",
                      "skillgap-qualifications/1", &qualifications_file,
                      &loading.qualifications);
    if (status == SG_OK)
        status = build(&loading, quals, reference);
    loading_done(&loading);
    if (status == SG_OK)
        *ret_quals = quals;
    else
        quals_free(quals);
    return status;
}
