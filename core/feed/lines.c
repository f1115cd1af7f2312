/* SPDX-License-Identifier: MIT */
/* Lines of base64. */
#include "feed/lines.h"

#include <stdlib.h>
#include <string.h>

enum { LINE_ROOM = 512 };

bool lines_split(const struct buffer *bytes, struct lines *ret_lines)
{
    struct lines lines = {0};

    *ret_lines = lines;
    if (bytes->size == 0 || memchr(bytes->data, '\0', bytes->size))
        return false;
    lines.text = malloc(bytes->size + 1);
    if (!lines.text)
        return false;
    memcpy(lines.text, bytes->data, bytes->size);
    lines.text[bytes->size] = '\0';
    for (char *rest = lines.text; *rest && lines.count < LINES_MOST;) {
        char *end = rest + strcspn(rest, "\r\n");
        char *next = *end == '\r' && end[1] == '\n' ? end + 2
                     : *end                         ? end + 1
                                                    : end;
        *end = '\0';
        lines.at[lines.count++] = rest;
        rest = next;
    }
    *ret_lines = lines;
    return true;
}

void lines_done(struct lines *lines)
{
    free(lines->text);
    *lines = (struct lines){0};
}

bool lines_base64(const struct late_sodium *sodium, const char *text,
                  uint8_t *bytes, size_t size)
{
    const size_t letters = strlen(text);
    size_t found = 0;
    const char *end = NULL;

    /* The library takes letters beyond ASCII for others. */
    for (size_t i = 0; i < letters; i++)
        if ((unsigned char)text[i] > '~')
            return false;
    return sodium->sodium_base642bin(bytes, size, text, letters, NULL, &found,
                                     &end,
                                     sodium_base64_VARIANT_ORIGINAL) == 0 &&
           found == size && *end == '\0';
}

void lines_put_base64(const struct late_sodium *sodium, const uint8_t *bytes,
                      size_t size, struct buffer *out)
{
    char text[LINE_ROOM];

    sodium->sodium_bin2base64(text, sizeof text, bytes, size,
                              sodium_base64_VARIANT_ORIGINAL);
    buffer_printf(out, "%s\n", text);
}
