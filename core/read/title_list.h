/* SPDX-License-Identifier: MIT */
/* A list of titles: one on each line, or a column of a CSV.
 *
 *     struct title_list list = {0};
 *     sg_status status = read_title_list(&bytes, file, &sink, &list, reterr);
 *     title_list_done(&list);
 */
#ifndef READ_TITLE_LIST_H
#define READ_TITLE_LIST_H

#include "read/read.h"

struct listed_title {
    const char *text; /* UTF-8, without spaces around it */
    uint32_t line;
};

struct title_list {
    struct arena arena;
    struct listed_title *titles;
    size_t count;
};

/* A file whose first line has a cell "title" is a CSV (comma, semicolon or
 * tab). Empty titles are left out; a row that is too short is a warning.
 * SG_INPUT: "encoding", "syntax" (a quote that is never closed), "too-large"
 * (past LIMIT_TITLES), "empty". No message quotes a title. */
sg_status read_title_list(const struct buffer *bytes, const char *file,
                          struct problem_sink *sink, struct title_list *list,
                          sg_error *reterr);

void title_list_done(struct title_list *list);

#endif
