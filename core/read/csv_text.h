/* SPDX-License-Identifier: MIT */
/* The text of a CSV file, a window at a time.
 *
 *     struct csv_text text;
 *     sg_status status = csv_text_open(&text, &source, reterr);
 *     while (status == SG_OK && text.at < text.end) {
 *         text.at += taken(text.at, text.end);
 *         status = csv_text_fill(&text, reterr);
 *     }
 *     csv_text_done(&text);
 *
 * UTF-16 becomes UTF-8 on the way; other bytes stay as they are. Memory is
 * CSV_WINDOW bytes, however large the file. */
#ifndef READ_CSV_TEXT_H
#define READ_CSV_TEXT_H

#include "base/limits.h"
#include "read/read.h"

/* Behind `at` there is always more than the longest row, or all that is left
 * of the file. */
enum {
    CSV_LEAST = LIMIT_CSV_ROW_BYTES + 2,
    CSV_WINDOW = 4 * LIMIT_CSV_ROW_BYTES
};

/* Where the bytes come from. */
struct csv_source {
    const char *file;           /* as messages name it */
    const struct buffer *bytes; /* borrowed; or NULL, then: */
    int fd;                     /* of a file at its beginning; borrowed */
};

struct csv_text {
    const char *at, *end; /* what is here and was not taken yet */
    bool over;            /* nothing comes behind it */
    uint64_t read;        /* bytes of the source so far */

    struct csv_source source;
    bool drained;       /* nothing comes from the source any more */
    int unit;           /* bytes of one: 2 in UTF-16 */
    bool big_end_first; /* in UTF-16 */
    char *window;       /* of CSV_WINDOW bytes */
    unsigned char *raw; /* UTF-16 on its way */
    size_t raw_size;
};

/* Takes the beginning: byte order mark and all. SG_INPUT as csv_reader_new.
 * csv_text_done() in every case. */
sg_status csv_text_open(struct csv_text *text, const struct csv_source *source,
                        sg_error *reterr);

/* Moves the window to `at` when less than CSV_LEAST is left of it; pointers
 * into it then mean something else. SG_INPUT: "encoding", "unreadable". */
sg_status csv_text_fill(struct csv_text *text, sg_error *reterr);

void csv_text_done(struct csv_text *text);

#endif
