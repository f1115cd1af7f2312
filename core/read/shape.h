/* SPDX-License-Identifier: MIT */
/* Checking JSON values against tables that look like the schema.
 *
 *     static const struct field area_fields[] = {
 *         {"id", &area_id, REQUIRED}, {"title", &text, REQUIRED}, {0}};
 *     static const struct shape area = {.kind = SHAPE_OBJECT,
 *                                       .fields = area_fields};
 *     struct checker checker = {.file = file, .sink = sink, ...};
 *     shape_check(&checker, &area, NULL, value);
 *
 * Every problem is told in the order of the file, with a JSON pointer. What a
 * table cannot say stands in a function beside it (`check`), which is called
 * only with a value whose own shape is right. */
#ifndef READ_SHAPE_H
#define READ_SHAPE_H

#include "base/limits.h"
#include "read/names.h"
#include "read/read.h"

#include <jansson.h>

struct checker;
struct shape;

enum shape_kind {
    SHAPE_TEXT,
    SHAPE_NUMBER,  /* whole */
    SHAPE_DECIMAL, /* any */
    SHAPE_FLAG,
    SHAPE_OBJECT,
    SHAPE_ARRAY,
    SHAPE_CHOICE,    /* `choose` says which */
    SHAPE_MISPLACED, /* does not belong here; `remedy` says so */
};

struct field {
    const char *name; /* NULL ends a table */
    const struct shape *shape;
    bool required;
};

enum { REQUIRED = true };

struct shape {
    enum shape_kind kind;
    bool nullable;
    bool unique;    /* arrays: no text twice */
    uint32_t least; /* characters, value or entries */
    uint32_t most;  /* 0: no ceiling */

    /* Texts. */
    bool (*fits)(const char *text);
    const char *remedy;       /* what would fit, in words */
    const char *const *words; /* the only ones, ended by NULL */
    uint8_t defines;          /* noun that it names; 0: none */
    uint8_t refers;           /* noun that it refers to; 0: none */
    /* References: what to do about an id that is not there; NULL: the usual. */
    const char *(*advice)(const struct checker *checker, const char *id);

    const struct field *fields; /* objects */
    const struct shape *values; /* objects: of members with any other name;
                                   NULL: they are not known */
    const struct shape *items;  /* arrays */
    const char *short_reason;   /* arrays: reason when too short */

    /* The shape to use, or NULL when the problem has been told. */
    const struct shape *(*choose)(struct checker *checker, json_t *value);
    /* Before the members of an object or array are looked at. */
    void (*begin)(struct checker *checker, json_t *value);
    /* Once the value's own shape is right; `parent` holds it. */
    void (*check)(struct checker *checker, json_t *parent, json_t *value);
};

struct place {
    const char *key; /* NULL: an array's entry */
    size_t index;
};

struct checker {
    const char *file;
    struct problem_sink *sink;
    sg_error *reterr;
    void *context; /* of the check functions */
    const char *const *nouns;
    struct names *names; /* one set for each noun; owners are JSON objects */
    const uint32_t *nameless; /* entries of each noun whose id is no text: any
                                 unknown id may be theirs. Or NULL */
    bool private_values; /* of a person: no problem quotes a value; the tables
                            then define, refer to and count nothing */
    bool failed;         /* memory ran out */

    struct place path[LIMIT_JSON_DEPTH + 2];
    size_t depth;
};

/* Checks a value at the present place. `parent` is the object or array that
 * holds it; NULL for the whole file. False when its own shape is wrong. */
bool shape_check(struct checker *checker, const struct shape *shape,
                 json_t *parent, json_t *value);

/* Parses a whole file. One that is no JSON has one problem, which the sink is
 * told too. */
sg_status checker_parse(const struct buffer *bytes, const char *file,
                        struct problem_sink *sink, json_t **ret_root,
                        sg_error *reterr);

/* Whether a file is of the format that is read ("skillgap-post/1"); what says
 * nothing of its format is told in its turn. Another format is one error, and
 * nothing else would be worth saying: "This file is of format 'x'; <advice>
 * 'skillgap-post/1'." */
bool checker_reads(struct checker *checker, const json_t *root,
                   const char *format, const char *advice);

/* Tell a problem at the present place. */
__attribute__((format(printf, 3, 4))) void
checker_error(struct checker *checker, const char *reason, const char *format,
              ...);
__attribute__((format(printf, 3, 4))) void
checker_warning(struct checker *checker, const char *reason, const char *format,
                ...);

void checker_enter(struct checker *checker, const char *key, size_t index);
void checker_leave(struct checker *checker);

enum { HINT_ROOM = 192 };

/* Writes " Did you mean 'x'?" or "". Past the errors that anybody is shown
 * nothing is looked for, so that a broken large file is still quick. */
void checker_hint(const struct checker *checker, const char *typed,
                  const char *const *names, size_t count, char hint[HINT_ROOM]);

#endif
