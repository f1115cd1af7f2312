/* SPDX-License-Identifier: MIT */
/* What kind of text a CSV file is, and the text.
 *
 *     struct csv_text text = {0};
 *     sg_status status = csv_text_of(&bytes, file, &sink, &text, reterr);
 *     free(text.converted);
 */
#ifndef READ_CSV_TEXT_H
#define READ_CSV_TEXT_H

#include "read/read.h"

struct csv_text {
    const char *bytes; /* without a byte order mark */
    size_t size;
    char *converted; /* what `bytes` points into when it was UTF-16; to be
                        freed */
    bool windows;    /* not all of it is UTF-8: cells that are not are
                        Windows-1252 */
};

/* As csv_reader_new. */
sg_status csv_text_of(const struct buffer *bytes, const char *file,
                      struct problem_sink *sink, struct csv_text *ret_text,
                      sg_error *reterr);

#endif
