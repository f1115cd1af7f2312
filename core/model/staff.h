/* SPDX-License-Identifier: MIT */
/* What HR exports say of one person, and what became of their rows.
 *
 *     for (size_t i = 0; i < person->post_count; i++)
 *         look_at(&person->posts[i]);
 *
 * Nothing is judged here: roles are not looked up and titles not read. A text
 * that was not given is NULL, a date no date. Texts are as written, or what a
 * map file says they mean. */
#ifndef MODEL_STAFF_H
#define MODEL_STAFF_H

#include "base/arena.h"
#include "base/date.h"

#include <stddef.h>
#include <stdint.h>

/* Rows are counted as a spreadsheet does: the header is row 1, blank rows
 * count, a cell of several lines is still one row. */

struct staff_post {
    const char *role; /* role id, job reference or title, as written */
    const char *team;
    const char *grade;
    const char *target_role;
    struct date role_start;
    uint32_t row;
};

struct staff_award {
    const char *title;
    const char *level; /* level, scale and status as written */
    const char *scale;
    const char *subject;
    const char *status;
    struct date awarded, expires;
    uint32_t row;
};

struct staff_work {
    const char *role; /* as written */
    const char *area;
    struct date from;
    struct date to;       /* no date: still there */
    float hours_per_week; /* 0: not said */
    uint32_t row;
};

/* Each list is in the order of its file. There is at least one post. */
struct staff_person {
    const char *id;
    const struct staff_post *posts;
    size_t post_count;
    const struct staff_award *awards;
    size_t award_count;
    const struct staff_work *work;
    size_t work_count;
};

enum staff_file { STAFF_POSTS, STAFF_AWARDS, STAFF_WORK, STAFF_FILE_COUNT };

/* One of the three exports. */
struct staff_source {
    const char *file;           /* as messages name it; NULL: not given */
    const char *const *columns; /* those that were read, by our names */
    size_t column_count;
    uint32_t used; /* rows */
    uint32_t rejected;
};

/* A row that was left out. It is about somebody: only `reason` and `sentence`
 * are fit to be shown, the cells are for whoever is to correct them. */
struct staff_rejected {
    enum staff_file file;
    uint32_t row;
    const char *column; /* by our name; NULL: the whole row */
    uint32_t place;     /* of the column in the file, from 1; or 0 */
    const char *reason; /* a stable word: "no-such-date" */
    const char *sentence;
    /* As written, one for each column of the source, none of them NULL. NULL:
     * where the cells begin and end cannot be told. */
    const char *const *cells;
};

/* The columns that a file of rejected rows has behind those of the source, so
 * that it can be corrected and read again as it is. */
enum { STAFF_BEHIND_COUNT = 4 };
extern const char *const staff_behind_columns[STAFF_BEHIND_COUNT];

/* What became of the rows of all exports. */
struct staff_account {
    struct arena arena;
    struct staff_source sources[STAFF_FILE_COUNT];
    struct staff_rejected *rejected; /* by file, then by row */
    size_t rejected_count;
};

/* Frees it. Accepts NULL and one that is half built. */
void staff_account_free(struct staff_account *account);

#endif
