/* SPDX-License-Identifier: MIT */
/* Writing CSV that a spreadsheet shows and does not run. */
#include "write/csv.h"

#include "base/text.h"

#include <inttypes.h>
#include <string.h>

enum { PENCE = 100 };

void csv_writer_begin(struct csv_writer *csv, struct buffer *out)
{
    *csv = (struct csv_writer){.out = out};
    buffer_puts(out, "\xEF\xBB\xBF");
}

static const char *digits_end(const char *text)
{
    return text + strspn(text, "0123456789");
}

/* "-12" and "-12.5", and nothing behind it. */
static bool is_negative_number(const char *text)
{
    if (text[0] != '-')
        return false;
    const char *end = digits_end(text + 1);
    if (end == text + 1)
        return false;
    if (*end != '.')
        return *end == '\0';
    const char *point = end;
    end = digits_end(point + 1);
    return end > point + 1 && *end == '\0';
}

/* How a formula begins; spreadsheets of the Far East take the wide signs. */
static bool begins_formula(uint32_t point)
{
    static const uint32_t signs[] = {'=',  '+',    '-',    '@',    '\t',  '\r',
                                     '\n', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (signs[i] == point)
            return true;
    return false;
}

/* What a reader may throw away in front of a cell. */
static bool is_blank(uint32_t point)
{
    return point == ' ' || point == 0xA0 || point == 0x3000 || point == 0xFEFF;
}

bool csv_is_formula(const char *text)
{
    const char *at = text;
    uint32_t point = ' ';

    if (is_negative_number(text))
        return false;
    while (*at != '\0' && is_blank(point))
        point = text_next(&at);
    return begins_formula(point);
}

/* A control character that is no white space of a cell. */
static bool is_control(uint32_t point)
{
    if (point == '\t' || point == '\n' || point == '\r')
        return false;
    return point < 0x20 || (point >= 0x7F && point <= 0x9F);
}

/* The text between the quotes, if there are any. */
static void put_clean(struct buffer *out, const char *text)
{
    while (*text != '\0') {
        const char *start = text;
        const uint32_t point = text_next(&text);
        const size_t size = (size_t)(text - start);

        if (point == '"')
            buffer_puts(out, "\"\"");
        else if (is_control(point) || !text_is_utf8(start, size))
            buffer_puts(out, "\xEF\xBF\xBD");
        else
            buffer_add(out, start, size);
    }
}

static void next_cell(struct csv_writer *csv)
{
    if (csv->inside)
        buffer_puts(csv->out, ",");
    csv->inside = true;
}

/* Quotes also what another separator would split. */
static bool needs_quotes(const char *text)
{
    const size_t size = strlen(text);

    return size > 0 && (strpbrk(text, ",;\t\"\r\n") != NULL || text[0] == ' ' ||
                        text[size - 1] == ' ');
}

void csv_put_text(struct csv_writer *csv, const char *text)
{
    if (text == NULL)
        text = "";
    /* A row of one empty cell is not a blank line. */
    const bool quotes = needs_quotes(text) || (!csv->inside && *text == '\0');

    next_cell(csv);
    if (quotes)
        buffer_puts(csv->out, "\"");
    if (csv_is_formula(text))
        buffer_puts(csv->out, "'");
    put_clean(csv->out, text);
    if (quotes)
        buffer_puts(csv->out, "\"");
}

void csv_put_number(struct csv_writer *csv, int64_t number)
{
    next_cell(csv);
    buffer_printf(csv->out, "%" PRId64, number);
}

void csv_put_pounds(struct csv_writer *csv, uint64_t pence)
{
    next_cell(csv);
    buffer_printf(csv->out, "%" PRIu64 ".%02u", pence / PENCE,
                  (unsigned)(pence % PENCE));
}

void csv_put_end(struct csv_writer *csv)
{
    buffer_puts(csv->out, "\r\n");
    csv->inside = false;
}

void csv_put_row(struct csv_writer *csv, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_put_text(csv, texts[i]);
    csv_put_end(csv);
}
