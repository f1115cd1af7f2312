/* SPDX-License-Identifier: MIT */
/* A string that grows, up to a ceiling. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

static bool over_limit(const struct buffer *buffer, size_t count)
{
    if (count >= SIZE_MAX / 4 - buffer->size)
        return true;
    return buffer->limit > 0 && buffer->size + count > buffer->limit;
}

/* Makes room for `count` more bytes and the NUL behind them. */
static bool reserve(struct buffer *buffer, size_t count)
{
    if (buffer->failed)
        return false;
    if (over_limit(buffer, count)) {
        buffer->failed = true;
        return false;
    }
    const size_t wanted = buffer->size + count + 1;
    if (wanted <= buffer->room)
        return true;
    size_t room = buffer->room ? buffer->room : FIRST_ROOM;
    while (room < wanted)
        room *= 2;
    char *data = realloc(buffer->data, room);
    if (!data) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->room = room;
    return true;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t count)
{
    if (!reserve(buffer, count))
        return;
    if (count > 0)
        memcpy(buffer->data + buffer->size, bytes, count);
    buffer->size += count;
    buffer->data[buffer->size] = '\0';
}

void buffer_puts(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    const int length = vsnprintf(NULL, 0, format, values);
    va_end(values);
    if (length < 0) {
        buffer->failed = true;
        return;
    }
    if (!reserve(buffer, (size_t)length))
        return;
    va_start(values, format);
    vsnprintf(buffer->data + buffer->size, (size_t)length + 1, format, values);
    va_end(values);
    buffer->size += (size_t)length;
}

char *buffer_take(struct buffer *buffer)
{
    /* An empty string is still a string. */
    buffer_add(buffer, "", 0);
    if (buffer->failed) {
        buffer_done(buffer);
        return NULL;
    }
    char *data = buffer->data;
    *buffer = (struct buffer){.limit = buffer->limit};
    return data;
}

void buffer_done(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){.limit = buffer->limit};
}
