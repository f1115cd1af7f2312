/* SPDX-License-Identifier: MIT */
/* From checked JSON to courses: the shipped file, and over it what a council
 * says itself.
 *
 *     struct making making = {.reference = reference, .root = root,
 *                             .own = own_root, ...};
 *     status = courses_build(&making, file, &courses, reterr);
 *
 * Nothing here judges. What of a council's file leads nowhere is a warning. */
#ifndef READ_COURSES_BUILD_H
#define READ_COURSES_BUILD_H

#include "model/courses.h"
#include "read/names.h"
#include "read/read.h"

#include <jansson.h>

/* One course to be built: where each figure of it stands. */
struct made_of {
    const json_t *course;
    const json_t *change; /* what a council says instead; or NULL */
    bool own;             /* the whole of it is a council's */
    size_t place;         /* in its list, for messages */
};

struct making {
    const struct reference *reference;
    const json_t *root;
    const json_t *own;    /* the council's whole file, or NULL */
    const char *own_file; /* its name in messages */
    struct problem_sink *sink;

    struct courses *courses;
    struct names sources; /* owners: entries of the file */
    struct made_of *list;
    uint32_t count;
    struct sourced council;
    bool failed; /* memory; an arena remembers its own */
};

/* Builds it; the making's own memory is given back in any case. SG_STORAGE
 * only without memory. */
sg_status courses_build(struct making *making, const char *file,
                        struct courses **ret_courses, sg_error *reterr);

/* Puts the shipped courses and the council's into making->list. */
void courses_merge(struct making *making);

/* Builds one course but for its entry requirement. */
void course_build(struct making *making, const struct made_of *from,
                  struct course *course);

/* Where a figure is from: its own source, else the council. NULL: it is not
 * given. */
struct sourced course_sourced(const struct making *making, const json_t *figure,
                              bool own);

uint32_t course_pence(const json_t *pounds);

/* Compiles what the courses ask for to start into courses->entry. */
sg_status courses_entry(const struct making *making, sg_error *reterr);

#endif
