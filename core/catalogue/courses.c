/* SPDX-License-Identifier: MIT */
/* Opening the courses, and reading what their qualifications are worth. */
#include "catalogue/courses.h"

#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"
#include "catalogue/input.h"
#include "catalogue/knowledge.h"
#include "model/courses.h"
#include "quals/claim.h"

#include <string.h>
#include <sys/stat.h>

enum { AREAS_MOST = 1024 };

/* A folder of frameworks alone is no reason to know of no course: the next
 * place is asked. NULL: no place has any, or memory ran out. */
static const char *first_file(const struct places *places, struct arena *arena)
{
    struct stat seen;
    for (size_t i = 0; i < places->data_count; i++) {
        const char *file =
            arena_printf(arena, "%s/reference/courses.json", places->data[i]);
        if (!file || stat(file, &seen) == 0)
            return file;
    }
    return NULL;
}

/* Nothing else says what a qualification that a course gives is worth. */
static sg_status read_claims(const struct places *places, struct arena *arena,
                             const struct reference *reference,
                             struct courses *courses, sg_error *reterr)
{
    const sg_status status =
        knowledge_find(places, arena, reference, &courses->quals, reterr);
    if (status == SG_OK)
        courses->titles = claim_knowledge(courses->quals);
    for (uint32_t i = 0; status == SG_OK && i < courses->count; i++) {
        struct course *course = &courses->items[i];
        if (course->gives_qualification)
            claim_read(courses->quals, &course->qualification, &course->claim);
    }
    return status;
}

static sg_status read_file(const char *file, const struct own_courses *own,
                           const struct reference *reference,
                           struct problem_sink *sink,
                           struct courses **ret_courses, sg_error *reterr)
{
    struct buffer bytes = {.limit = LIMIT_FILE_BYTES};
    sg_status status = input_bytes(file, &bytes, sink, reterr);
    if (status == SG_OK)
        status = read_courses_with(&bytes, file, own->bytes ? own : NULL,
                                   reference, sink, ret_courses, reterr);
    buffer_done(&bytes);
    return status;
}

/* What a council decided must not be left out without a word. */
static void warn_not_used(const struct overrides *overrides,
                          struct problem_sink *sink)
{
    sg_error problem = {0};
    if (!overrides ||
        (overrides->course_figures == 0 && overrides->courses_added == 0))
        return;
    fault_in(&problem, SG_INPUT, "no-courses", overrides->file,
             "What this file says of courses is not used, for the list of "
             "courses (reference/courses.json) was not found; install "
             "skillgap again, or name the folder of its data with --data or "
             "SKILLGAP_DATA.");
    problem.warning = true;
    problem_tell(sink, NULL, &problem);
}

/* A kind of work that no framework has can close nothing. */
static void warn_area(const struct course *course, const char *area,
                      const char *file, const char *const *known, size_t count,
                      struct problem_sink *sink)
{
    sg_error problem = {0};
    for (size_t i = 0; i < count; i++)
        if (strcmp(known[i], area) == 0)
            return;
    const char *near = text_nearest_words(area, known, count);
    fault_in(
        &problem, SG_INPUT, "unknown-area", file,
        "The course '%.96s' names a kind of work '%.96s' that no framework "
        "in use has, so it closes nothing by it; correct the id.%s%.96s%s",
        course->id, area, near ? " Did you mean '" : "", near ? near : "",
        near ? "'?" : "");
    problem.warning = true;
    problem_tell(sink, NULL, &problem);
}

/* Shipped courses speak of frameworks that may not be in use here; a council's
 * own do not. */
static void warn_own(const sg_catalogue *catalogue, const char *file,
                     struct problem_sink *sink)
{
    const char *known[AREAS_MOST];
    const size_t count = catalogue_areas(catalogue, known, AREAS_MOST);
    const struct courses *courses = catalogue->courses;
    for (uint32_t i = 0; i < courses->count; i++) {
        const struct course *course = &courses->items[i];
        if (course->own && course->area)
            warn_area(course, course->area, file, known, count, sink);
        for (uint32_t w = 0; course->own && w < course->work_count; w++)
            warn_area(course, course->work[w], file, known, count, sink);
    }
}

sg_status courses_open(const struct places *places,
                       const struct own_courses *own, struct problem_sink *sink,
                       sg_catalogue *catalogue, sg_error *reterr)
{
    struct arena arena = {0};
    const char *file = first_file(places, &arena);
    sg_status status = arena.failed ? fault_memory(reterr) : SG_OK;
    if (file)
        status = read_file(file, own, catalogue->reference, sink,
                           &catalogue->courses, reterr);
    else if (status == SG_OK)
        warn_not_used(catalogue->overrides, sink);
    if (status == SG_OK && catalogue->courses)
        status = read_claims(places, &arena, catalogue->reference,
                             catalogue->courses, reterr);
    if (status == SG_OK && catalogue->courses && own->bytes)
        warn_own(catalogue, own->file, sink);
    arena_done(&arena);
    return status;
}

void courses_close(struct courses *courses)
{
    if (courses)
        quals_free(courses->quals);
    courses_free(courses);
}
