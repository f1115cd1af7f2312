/* SPDX-License-Identifier: MIT */
/* The few lines that a key or a signature of minisign consists of.
 *
 *     struct lines lines;
 *     if (lines_split(&bytes, &lines) && lines.count >= 2) ...
 *     lines_done(&lines);
 */
#ifndef FEED_LINES_H
#define FEED_LINES_H

#include "base/buffer.h"
#include "feed/late.h"

#include <stdbool.h>
#include <stdint.h>

enum { LINES_MOST = 8 };

struct lines {
    char *text;
    const char *at[LINES_MOST]; /* without their ends */
    size_t count;
};

/* False for bytes that are no lines of text, and without memory. */
bool lines_split(const struct buffer *bytes, struct lines *ret_lines);
void lines_done(struct lines *lines);

/* Reads just so many bytes. */
bool lines_base64(const struct late_sodium *sodium, const char *text,
                  uint8_t *bytes, size_t size);

/* Adds a line. */
void lines_put_base64(const struct late_sodium *sodium, const uint8_t *bytes,
                      size_t size, struct buffer *out);

#endif
