/* SPDX-License-Identifier: MIT */
/* Bytes to model: frameworks, person files and the shared reference lists.
 *
 *     struct framework *framework = NULL;
 *     sg_status status = read_framework(&bytes, "county.json", reference,
 *                                       &sink, &framework, reterr);
 *
 * Every problem goes to the sink, in the order of the input: a syntax error
 * with line and column, an error of meaning with a JSON pointer. Unknown
 * fields are warnings that name the nearest known field. */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/buffer.h"
#include "model/courses.h"
#include "model/framework.h"
#include "model/overrides.h"
#include "model/person.h"
#include "model/reference.h"
#include "skillgap/error.h"

/* Where problems go, and how many there were. Zeroed: nowhere. */
struct problem_sink {
    sg_problem_fn tell; /* or NULL */
    void *user;
    uint32_t errors;
    uint32_t warnings;
    char id[128]; /* of the framework, as far as it could be read; or "" */
};

/* Hands a finished problem to the sink and, when it is the first error, to
 * reterr. */
void problem_tell(struct problem_sink *sink, sg_error *reterr,
                  const sg_error *problem);

/* Reads criteria.json, levels.json and words.json of a folder's reference/.
 * SG_INPUT, the first error in *reterr, all of all three told to the sink
 * (which may be NULL). */
sg_status read_reference(const char *folder, struct problem_sink *sink,
                         struct reference **ret_reference, sg_error *reterr);

/* Reads and compiles one framework file's bytes (a byte order mark is
 * accepted). With any error nothing is built: SG_INPUT, the first error in
 * *reterr, all of them told to the sink. `file` is only used in messages. */
sg_status read_framework(const struct buffer *bytes, const char *file,
                         const struct reference *reference,
                         struct problem_sink *sink,
                         struct framework **ret_framework, sg_error *reterr);

/* Reads one person file's bytes. As read_framework, but that no problem quotes
 * a value of the file: "format" must be skillgap-person/1, and what the shared
 * lists do not know (types, scales, sizes, criteria) is a warning. */
sg_status read_person(const struct buffer *bytes, const char *file,
                      const struct reference *reference,
                      struct problem_sink *sink, struct person **ret_person,
                      sg_error *reterr);

/* Reads one file of a council's own numbers. As read_framework; words and
 * criteria are held to the shared lists. Whether a framework of that name is
 * in use is not known here. */
sg_status read_overrides(const struct buffer *bytes, const char *file,
                         const struct reference *reference,
                         struct problem_sink *sink,
                         struct overrides **ret_overrides, sg_error *reterr);

/* Reads one catalogue of courses. As read_framework; criteria and levels are
 * held to the shared lists. The qualifications that courses give are not yet
 * read (`claim`). Free with courses_free. */
sg_status read_courses(const struct buffer *bytes, const char *file,
                       const struct reference *reference,
                       struct problem_sink *sink, struct courses **ret_courses,
                       sg_error *reterr);

/* A council's own file, which read_overrides took without an error. */
struct own_courses {
    const struct buffer *bytes;
    const char *file;
};

/* The same, changed by what a council says itself: its study hours, its figures
 * for courses, courses of its own. `own` may be NULL. What it says of a course
 * or a fund that there is not is a warning. */
sg_status read_courses_with(const struct buffer *bytes, const char *file,
                            const struct own_courses *own,
                            const struct reference *reference,
                            struct problem_sink *sink,
                            struct courses **ret_courses, sg_error *reterr);

/* Whether the format that a file says it has begins with `words`. Reads no
 * further than the format; what is no JSON has none. */
bool read_has_format(const struct buffer *bytes, const char *words);

#endif
