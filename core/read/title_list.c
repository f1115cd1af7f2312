/* SPDX-License-Identifier: MIT */
/* A list of titles: one on each line, or a column of a CSV. */
#include "read/title_list.h"

#include "base/fault.h"
#include "base/limits.h"
#include "base/text.h"
#include "read/windows_text.h"

#include <stdio.h>
#include <string.h>

enum { NO_COLUMN = -1 };

/* The text on its way, cut apart in place. */
struct listing {
    char *at;
    uint32_t line; /* of `at` */
    char separator;
    bool closed; /* no quote is left open */
    const char *file;
    struct problem_sink *sink;
    struct title_list *list;
    sg_error *reterr;
};

static sg_status refuse(const struct listing *listing, uint32_t line,
                        const char *reason, const char *message)
{
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, reason, listing->file, "%s", message);
    problem.line = line;
    problem_tell(listing->sink, listing->reterr, &problem);
    return SG_INPUT;
}

static void warn(const struct listing *listing, uint32_t line,
                 const char *reason, const char *message)
{
    sg_error problem = {0};
    fault_in(&problem, SG_INPUT, reason, listing->file, "%s", message);
    problem.line = line;
    problem.warning = true;
    problem_tell(listing->sink, listing->reterr, &problem);
}

/* ---- before reading ---- */

static bool begins(const struct buffer *bytes, const char *with, size_t size)
{
    return bytes->size >= size && memcmp(bytes->data, with, size) == 0;
}

static sg_status refuse_foreign(const struct listing *listing,
                                const struct buffer *bytes)
{
    if (bytes->size == 0)
        return refuse(listing, 0, "empty",
                      "This file is empty; was it saved completely?");
    if (begins(bytes, "\xFF\xFE", 2) || begins(bytes, "\xFE\xFF", 2))
        return refuse(listing, 1, "encoding",
                      "This file is UTF-16 text; save it as UTF-8.");
    if (begins(bytes, "PK\x03\x04", 4))
        return refuse(listing, 0, "syntax",
                      "This is an Excel file (.xlsx); save it as CSV UTF-8 "
                      "and give that file.");
    if (memchr(bytes->data, '\0', bytes->size))
        return refuse(listing, 0, "encoding",
                      "There is a zero byte in this file, which text never "
                      "has; save it again as UTF-8 text.");
    return SG_OK;
}

static char *text_of_bytes(const struct listing *listing,
                           const struct buffer *bytes)
{
    const size_t mark = begins(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    const char *from = bytes->data + mark;
    const size_t size = bytes->size - mark;
    if (text_is_utf8(from, size))
        return arena_strndup(&listing->list->arena, from, size);
    warn(listing, 0, "encoding",
         "This file is not UTF-8 and is read as Windows text; save it as "
         "UTF-8 if letters with accents look wrong.");
    return windows_text(&listing->list->arena, from, size);
}

/* ---- cells ---- */

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r' || byte == '\0';
}

/* Takes the cell in quotes whose opening quote is behind: "" is a quote. */
static void take_quoted(struct listing *listing, char **out)
{
    listing->closed = false;
    while (*listing->at) {
        const char byte = *listing->at++;
        listing->line += byte == '\n';
        if (byte == '"' && *listing->at != '"') {
            listing->closed = true;
            return;
        }
        listing->at += byte == '"';
        *(*out)++ = byte;
    }
}

/* Cuts one cell off. Sets *ret_last at the last one of its row. */
static char *take_cell(struct listing *listing, bool *ret_last)
{
    char *cell = listing->at, *out = cell;
    if (listing->separator && *listing->at == '"') {
        listing->at++;
        take_quoted(listing, &out);
    }
    while (!is_line_end(*listing->at) &&
           (!listing->separator || *listing->at != listing->separator))
        *out++ = *listing->at++;
    *ret_last = is_line_end(*listing->at);
    if (*ret_last) {
        listing->at += *listing->at == '\r';
        listing->line += *listing->at == '\n';
        listing->at += *listing->at == '\n';
    } else {
        listing->at++;
    }
    *out = '\0';
    return cell;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static char *trimmed(char *text)
{
    while (is_space(*text))
        text++;
    size_t length = strlen(text);
    while (length > 0 && is_space(text[length - 1]))
        length--;
    text[length] = '\0';
    return text;
}

/* ---- the header ---- */

/* The column of "title" when the first line is cut at `separator`. */
static int title_column(const char *text, char separator)
{
    const size_t size = strcspn(text, "\r\n");
    int column = 0;
    for (const char *at = text; at <= text + size; column++) {
        const char *end = at;
        while (end < text + size && *end != separator)
            end++;
        char cell[8] = "";
        while (at < end && (is_space(*at) || *at == '"'))
            at++;
        const char *last = end;
        while (last > at && (is_space(last[-1]) || last[-1] == '"'))
            last--;
        if (last - at < (ptrdiff_t)sizeof(cell))
            snprintf(cell, sizeof(cell), "%.*s", (int)(last - at), at);
        if (text_same(cell, "title"))
            return column;
        at = end + 1;
    }
    return NO_COLUMN;
}

/* The column of a CSV, and its separator; a plain list has none. */
static int find_column(struct listing *listing)
{
    static const char separators[] = {',', ';', '\t'};
    for (size_t i = 0; i < sizeof(separators); i++) {
        const int column = title_column(listing->at, separators[i]);
        if (column == NO_COLUMN)
            continue;
        listing->separator = separators[i];
        return column;
    }
    return NO_COLUMN;
}

/* ---- rows ---- */

static size_t count_lines(const char *text)
{
    size_t count = 1;
    for (; *text; text++)
        count += *text == '\n' || *text == '\r';
    return count;
}

static sg_status keep(struct listing *listing, char *cell, uint32_t line)
{
    struct title_list *list = listing->list;
    const char *text = trimmed(cell);
    if (*text == '\0')
        return SG_OK;
    if (list->count == LIMIT_TITLES)
        return refuse(listing, line, "too-large",
                      "There are more titles than are read at once; split "
                      "the file.");
    list->titles[list->count++] =
        (struct listed_title){.text = text, .line = line};
    return SG_OK;
}

/* The cell of the column, or NULL when the row is too short. */
static char *take_row(struct listing *listing, int column, bool *ret_blank)
{
    char *found = NULL;
    bool last = false;
    *ret_blank = false;
    for (int i = 0; !last; i++) {
        char *cell = take_cell(listing, &last);
        *ret_blank = i == 0 && last && *trimmed(cell) == '\0';
        if (i == column)
            found = cell;
    }
    return found;
}

static sg_status read_rows(struct listing *listing, int column)
{
    sg_status status = SG_OK;
    while (*listing->at && status == SG_OK) {
        const uint32_t line = listing->line;
        bool blank = false;
        char *cell = take_row(listing, column, &blank);
        if (!listing->closed)
            return refuse(listing, line, "syntax",
                          "A quotation mark is opened in this row and never "
                          "closed; close it.");
        if (cell)
            status = keep(listing, cell, line);
        else if (!blank)
            warn(listing, line, "short-row",
                 "This row has no cell for the title and is left out.");
    }
    return status;
}

sg_status read_title_list(const struct buffer *bytes, const char *file,
                          struct problem_sink *sink, struct title_list *list,
                          sg_error *reterr)
{
    struct listing listing = {.line = 1,
                              .closed = true,
                              .file = file,
                              .sink = sink,
                              .list = list,
                              .reterr = reterr};
    sg_status status = refuse_foreign(&listing, bytes);
    if (status != SG_OK)
        return status;
    listing.at = text_of_bytes(&listing, bytes);
    if (!listing.at)
        return fault_memory(reterr);
    list->titles = arena_array(&list->arena, count_lines(listing.at),
                               sizeof(*list->titles));
    if (!list->titles)
        return fault_memory(reterr);
    const int column = find_column(&listing);
    bool blank = false;
    if (column != NO_COLUMN)
        (void)take_row(&listing, 0, &blank); /* the header */
    return read_rows(&listing, column == NO_COLUMN ? 0 : column);
}

void title_list_done(struct title_list *list)
{
    arena_done(&list->arena);
    *list = (struct title_list){0};
}
