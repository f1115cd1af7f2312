/* SPDX-License-Identifier: MIT */
/* Wrapping by display width, so that a line fits whatever letters it holds. */
#include "report/page.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The longest ASCII spelling that text_plain() gives one byte's worth. */
enum { PLAIN_GROWTH = 4, CHARACTER_BYTES = 4, LEAD_BYTES = 64 };

static const char *const style_codes[STYLE_COUNT] = {
    [STYLE_PLAIN] = "",         [STYLE_STRONG] = "\033[1m",
    [STYLE_MET] = "\033[32m",   [STYLE_ASK] = "\033[33m",
    [STYLE_UNMET] = "\033[31m",
};

static char *formatted(const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    char *text = size < 0 ? NULL : malloc((size_t)size + 1);
    if (text != NULL)
        (void)vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

/* A copy that is safe to show, with every white space a plain space. */
static char *plain_copy(struct page *page, const char *text)
{
    size_t size = strlen(text);
    char *spaced = malloc(size + 1);
    char *plain = malloc(size * PLAIN_GROWTH + 1);
    if (spaced == NULL || plain == NULL) {
        page->out.failed = true;
        free(plain);
        plain = NULL;
        goto out;
    }
    memcpy(spaced, text, size + 1);
    for (char *at = spaced; (at = strpbrk(at, "\t\n\r\v\f")) != NULL;)
        *at = ' ';
    text_plain(plain, size * PLAIN_GROWTH + 1, spaced, page->ascii);
out:
    free(spaced);
    return plain;
}

/* Columns of the one character between two places. */
static size_t columns_between(const char *start, const char *end)
{
    char one[CHARACTER_BYTES + 1] = {0};
    size_t size = (size_t)(end - start);
    memcpy(one, start, size < CHARACTER_BYTES ? size : CHARACTER_BYTES);
    return text_width(one);
}

static size_t columns_of(const char *text, size_t size)
{
    size_t columns = 0;
    for (const char *at = text; at < text + size;) {
        const char *start = at;
        (void)text_next(&at);
        columns += columns_between(start, at);
    }
    return columns;
}

/* How many bytes of `text` go on a line of `room` columns; *next is where the
 * following line begins. A word longer than the line is cut. */
static size_t line_bytes(const char *text, size_t room, const char **next)
{
    const char *at = text;
    const char *space = NULL;
    size_t columns = 0;
    while (*at != '\0') {
        const char *start = at;
        (void)text_next(&at);
        columns += columns_between(start, at);
        if (*start == ' ')
            space = start;
        if (columns > room && *start != ' ') {
            const char *cut = space != NULL ? space : start;
            at = cut > text ? cut : at;
            break;
        }
    }
    size_t size = (size_t)(at - text);
    while (*at == ' ')
        at++;
    *next = at;
    while (size > 0 && text[size - 1] == ' ')
        size--;
    return size;
}

static void spaces(struct page *page, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_puts(&page->out, " ");
}

static void styled(struct page *page, enum page_style style, const char *bytes,
                   size_t size)
{
    bool marked = page->color && style != STYLE_PLAIN && size > 0;
    if (marked)
        buffer_puts(&page->out, style_codes[style]);
    buffer_add(&page->out, bytes, size);
    if (marked)
        buffer_puts(&page->out, "\033[0m");
}

static size_t room_from(const struct page *page, size_t column)
{
    return page->width > column ? page->width - column : 1;
}

/* Writes `plain` from `column` on; the first line's indent stands already. */
static void hang(struct page *page, size_t column, const char *plain,
                 enum page_style style)
{
    const char *rest = plain + strspn(plain, " ");
    for (bool first = true; first || *rest != '\0'; first = false) {
        const char *line = rest;
        size_t size = line_bytes(line, room_from(page, column), &rest);
        if (!first)
            spaces(page, column);
        styled(page, style, line, size);
        buffer_puts(&page->out, "\n");
    }
}

/* Formats, makes harmless, and gives the copy; NULL after a failure. */
static char *plain_formatted(struct page *page, const char *format,
                             va_list arguments)
{
    char *raw = formatted(format, arguments);
    char *plain = raw == NULL ? NULL : plain_copy(page, raw);
    if (plain == NULL)
        page->out.failed = true;
    free(raw);
    return plain;
}

void page_blank(struct page *page)
{
    buffer_puts(&page->out, "\n");
}

void page_heading(struct page *page, char rule, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *plain = plain_formatted(page, format, arguments);
    va_end(arguments);
    if (plain == NULL)
        return;
    hang(page, 0, plain, STYLE_STRONG);
    size_t columns = text_width(plain);
    if (columns > page->width)
        columns = page->width;
    for (size_t i = 0; i < columns; i++)
        buffer_add(&page->out, &rule, 1);
    buffer_puts(&page->out, "\n");
    free(plain);
}

void page_text(struct page *page, size_t indent, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *plain = plain_formatted(page, format, arguments);
    va_end(arguments);
    if (plain == NULL)
        return;
    spaces(page, indent);
    hang(page, indent, plain, STYLE_PLAIN);
    free(plain);
}

void page_whole(struct page *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *plain = plain_formatted(page, format, arguments);
    va_end(arguments);
    if (plain == NULL)
        return;
    buffer_printf(&page->out, "%s\n", plain);
    free(plain);
}

void page_item(struct page *page, size_t indent, const char *lead,
               enum page_style style, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *plain = plain_formatted(page, format, arguments);
    va_end(arguments);
    if (plain == NULL)
        return;
    char safe[LEAD_BYTES];
    text_plain(safe, sizeof(safe), lead, page->ascii);
    spaces(page, indent);
    styled(page, style, safe, strlen(safe));
    hang(page, indent + text_width(safe), plain, STYLE_PLAIN);
    free(plain);
}

/* A row that is being written: the unwritten rest of each cell. */
struct row {
    char *plain[PAGE_CELLS_MOST];
    const char *rest[PAGE_CELLS_MOST];
    size_t width[PAGE_CELLS_MOST];
};

static bool row_left(const struct row *row, size_t from, size_t count)
{
    for (size_t i = from; i < count; i++)
        if (*row->rest[i] != '\0')
            return true;
    return false;
}

/* Writes one line of one cell, and the space up to the next cell. */
static void row_cell(struct page *page, struct row *row,
                     const struct page_cell *cells, size_t at, size_t count)
{
    const char *line = row->rest[at];
    size_t size = line_bytes(line, row->width[at], &row->rest[at]);
    size_t columns = columns_of(line, size);
    size_t left = row->width[at] > columns ? row->width[at] - columns : 0;
    if (cells[at].right)
        spaces(page, left);
    styled(page, cells[at].style, line, size);
    if (!row_left(row, at + 1, count))
        return;
    spaces(page, (cells[at].right ? 0 : left) + PAGE_CELL_SPACE);
}

static bool row_begin(struct page *page, struct row *row, size_t indent,
                      const struct page_cell *cells, size_t count)
{
    size_t column = indent;
    for (size_t i = 0; i < count; i++) {
        const char *text = cells[i].text != NULL ? cells[i].text : "";
        size_t width = cells[i].width;
        row->width[i] = width != 0 ? width : room_from(page, column);
        column += row->width[i] + PAGE_CELL_SPACE;
        row->plain[i] = plain_copy(page, text);
        if (row->plain[i] == NULL)
            return false;
        row->rest[i] = row->plain[i] + strspn(row->plain[i], " ");
    }
    return true;
}

void page_row(struct page *page, size_t indent, const struct page_cell *cells,
              size_t count)
{
    struct row row = {0};
    if (row_begin(page, &row, indent, cells, count)) {
        while (row_left(&row, 0, count)) {
            spaces(page, indent);
            for (size_t i = 0; i < count && row_left(&row, i, count); i++)
                row_cell(page, &row, cells, i, count);
            buffer_puts(&page->out, "\n");
        }
    }
    for (size_t i = 0; i < PAGE_CELLS_MOST; i++)
        free(row.plain[i]);
}
