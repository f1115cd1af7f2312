/* SPDX-License-Identifier: MIT */
/* Opening the council's own numbers. */
#include "catalogue/overrides.h"

#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "catalogue/input.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* A link that leads nowhere, or a file that may not be looked at, is there: to
 * go on without it would be to go on with other numbers. */
static bool is_there(const char *file)
{
    struct stat seen;

    return lstat(file, &seen) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

static const char *first_file(const struct places *places)
{
    for (size_t i = 0; i < places->override_count; i++)
        if (is_there(places->overrides[i]))
            return places->overrides[i];
    return NULL;
}

static void warn_unknown(const struct overrides *overrides, const char *id,
                         const char *const *known, size_t count,
                         struct problem_sink *sink)
{
    sg_error problem = {0};
    const char *nearest = text_nearest_words(id, known, count);

    fault_in(&problem, SG_INPUT, "unknown-framework", overrides->file,
             "No framework in use has the id '%.96s', so its numbers are not "
             "used; correct the id, or add the framework.%s%.96s%s",
             id, nearest ? " Did you mean '" : "", nearest ? nearest : "",
             nearest ? "'?" : "");
    problem.warning = true;
    problem.has_pointer = true;
    snprintf(problem.pointer, sizeof problem.pointer, "/frameworks/%s", id);
    problem_tell(sink, NULL, &problem);
}

static bool is_among(const char *id, const char *const *known, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(known[i], id) == 0)
            return true;
    return false;
}

/* The entries of one framework stand together. */
static void warn_all_unknown(const sg_catalogue *catalogue,
                             struct problem_sink *sink)
{
    const struct overrides *overrides = catalogue->overrides;
    const char *known[LIMIT_FRAMEWORKS], *last = NULL;
    const size_t count = sg_catalogue_framework_count(catalogue);

    for (size_t i = 0; i < count; i++)
        known[i] = sg_catalogue_framework_at(catalogue, i).id;
    for (size_t i = 0; i < overrides->month_count; i++) {
        const char *id = overrides->months[i].framework;
        if (id != last && !is_among(id, known, count))
            warn_unknown(overrides, id, known, count, sink);
        last = id;
    }
}

sg_status own_numbers_open(const struct places *places,
                           struct problem_sink *sink, sg_catalogue *catalogue,
                           struct buffer *bytes, sg_error *reterr)
{
    const char *file = first_file(places);

    bytes->limit = LIMIT_FILE_BYTES;
    if (!file)
        return SG_OK;
    sg_status status = input_bytes(file, bytes, sink, reterr);
    if (status == SG_OK)
        status = read_overrides(bytes, file, catalogue->reference, sink,
                                &catalogue->overrides, reterr);
    if (status == SG_OK)
        warn_all_unknown(catalogue, sink);
    if (status == SG_OK)
        own_numbers_order(catalogue, sink);
    return status;
}
