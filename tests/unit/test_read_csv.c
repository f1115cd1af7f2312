/* SPDX-License-Identifier: MIT */
/* CSV files: encodings, separators, line ends, quotes, and what is no CSV. */
#include "base/limits.h"
#include "read/csv.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BYTES(text) text, sizeof(text) - 1

/* Rows are shown as "1:a|b 2:c|d"; "!" and the fault for one without cells. */
static void show_rows(struct csv_reader *reader, char *out, size_t room)
{
    struct csv_row row;
    sg_error error = {0};
    size_t used = 0;
    out[0] = '\0';
    while (csv_reader_next(reader, &row, &error) == SG_OK && row.number > 0) {
        used +=
            (size_t)snprintf(out + used, room - used, "%s%u:", used ? " " : "",
                             (unsigned)row.number);
        if (row.fault != ROW_WHOLE)
            used += (size_t)snprintf(out + used, room - used, "!%d",
                                     (int)row.fault);
        for (uint32_t i = 0; i < row.count; i++) {
            cr_expect_eq(strlen(row.cells[i].text), row.cells[i].size);
            used += (size_t)snprintf(out + used, room - used, "%s%s",
                                     i ? "|" : "", row.cells[i].text);
        }
    }
    cr_expect_eq(error.status, SG_OK, "%s", error.message);
}

static const struct {
    const char *bytes;
    size_t size;
    const char *rows;
    bool windows;
    const char *reason;
} files[] = {
    {BYTES("a,b\n1,2\n"), "1:a|b 2:1|2", 0, "comma, LF"},
    {BYTES("a,b\n1,2"), "1:a|b 2:1|2", 0, "no line end at the end"},
    {BYTES("a;b\r\n1,5;2\r\n"), "1:a|b 2:1,5|2", 0, "semicolon, CRLF"},
    {BYTES("a\tb\r1\t\r"), "1:a|b 2:1|", 0, "tab, CR alone"},
    {BYTES("\"a;x\",b\n1,2\n"), "1:a;x|b 2:1|2", 0,
     "separators in quotes do not count"},
    {BYTES("sep=;\na;b,c\n"), "2:a|b,c", 0, "Excel's own line"},
    {BYTES("id\nx\n"), "1:id 2:x", 0, "one column"},
    {BYTES("\xEF\xBB\xBF"
           "a,b\n"),
     "1:a|b", 0, "UTF-8 with a byte order mark"},
    {BYTES("caf\xC3\xA9,b\n"), "1:caf\xC3\xA9|b", 0, "UTF-8"},
    {BYTES("caf\xE9,b\n\x93x\x94,\xC3\xA9\n"),
     "1:caf\xC3\xA9|b 2:\xE2\x80\x9Cx\xE2\x80\x9D|\xC3\xA9", 1,
     "Windows text, and UTF-8 in it"},
    {BYTES("\xFF\xFE"
           "a\0,\0b\0\n\0\xE9\0,\0\x3D\xD8\x00\xDE\n\0"),
     "1:a|b 2:\xC3\xA9|\xF0\x9F\x98\x80", 0, "UTF-16, small end first"},
    {BYTES("\xFE\xFF"
           "\0a\0,\0b\0\n\x20\xAC\0,\xDE\x00\0\n"),
     "1:a|b 2:\xE2\x82\xAC|\xEF\xBF\xBD", 0,
     "UTF-16, big end first; half a pair"},
    {BYTES("a,b\n\n , \n,\n1,2\n\n"), "1:a|b 5:1|2", 0,
     "blank rows count and are left out"},
    {BYTES("a,b\n\"x\ny\",2\n3,4\n"), "1:a|b 2:x\ny|2 3:3|4", 0,
     "a line end in quotes is in the cell; rows count, not lines"},
    {BYTES("a,b\n\"say \"\"x\"\"\",2\n"), "1:a|b 2:say \"x\"|2", 0,
     "a quote written twice"},
    {BYTES("a,b\n1\n1,2,3\n"), "1:a|b 2:1 3:1|2|3", 0, "ragged rows"},
    {BYTES("a,b\n\"x,2\n3,4\n"), "1:a|b 2:!1 3:3|4", 0,
     "a quote that is never closed costs its row"},
    {BYTES("a,b\n\"x,2\n3,4\n\"y\",5\n"), "1:a|b 2:!1 3:3|4 4:y|5", 0,
     "so does one that the next quote would close"},
    {BYTES("a,b\n1,\"O\" level\n3,4\n"), "1:a|b 2:!1 3:3|4", 0,
     "quotes round a part of a cell"},
    {BYTES("a,b\n1,5\" pipe\n3,4\n"), "1:a|b 2:!1 3:3|4", 0,
     "a quote in a cell that has none round it"},
    {BYTES("\xEF\xBB\xBF"), "", 0, "only a byte order mark"},
};

Test(csv, each_file_gives_its_rows)
{
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        struct buffer bytes = {0};
        struct csv_reader *reader = NULL;
        sg_error error = {0};
        char rows[512];
        buffer_add(&bytes, files[i].bytes, files[i].size);
        cr_assert_eq(
            csv_reader_new(&(struct csv_source){.file = "f", .bytes = &bytes},
                           &reader, &error),
            SG_OK, "%s: %s", files[i].reason, error.message);
        show_rows(reader, rows, sizeof(rows));
        cr_expect_str_eq(rows, files[i].rows, "%s", files[i].reason);
        cr_expect_eq(csv_reader_is_windows(reader), files[i].windows, "%s",
                     files[i].reason);
        csv_reader_free(reader);
        buffer_done(&bytes);
    }
}

static const struct {
    const char *bytes;
    size_t size;
    const char *reason;
    const char *word; /* of the sentence */
} refused[] = {
    {BYTES(""), "empty", "empty"},
    {BYTES("PK\x03\x04zip"), "wrong-format", ".xlsx"},
    {BYTES("\xD0\xCF\x11\xE0\xA1"), "wrong-format", ".xls)"},
    {BYTES("%PDF-1.7\n"), "wrong-format", "PDF"},
    {BYTES("a\0b\0"), "encoding", "zero byte"},
    {BYTES("\xFF\xFE"
           "a\0b"),
     "encoding", "half a character"},
    {BYTES("\xFF\xFE"
           "a\0\0\0"),
     "encoding", "zero byte"},
};

Test(csv, what_is_no_csv_is_named)
{
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        struct buffer bytes = {0};
        struct csv_reader *reader = NULL;
        sg_error error = {0};
        buffer_add(&bytes, refused[i].bytes, refused[i].size);
        cr_expect_eq(
            csv_reader_new(&(struct csv_source){.file = "f", .bytes = &bytes},
                           &reader, &error),
            SG_INPUT);
        cr_expect_null(reader);
        cr_expect_str_eq(error.reason, refused[i].reason, "row %zu", i);
        cr_expect_not_null(strstr(error.message, refused[i].word), "row %zu",
                           i);
        buffer_done(&bytes);
    }
}

static void add_times(struct buffer *bytes, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buffer_puts(bytes, text);
}

static void expect_rows(const struct buffer *bytes, const char *rows)
{
    struct csv_reader *reader = NULL;
    char shown[512];
    cr_assert_eq(
        csv_reader_new(&(struct csv_source){.file = "f", .bytes = bytes},
                       &reader, NULL),
        SG_OK);
    show_rows(reader, shown, sizeof(shown));
    cr_expect_str_eq(shown, rows);
    csv_reader_free(reader);
}

Test(csv, rows_past_the_limits_are_left_out_and_reading_goes_on)
{
    struct buffer bytes = {0};
    buffer_puts(&bytes, "a,b\n");
    add_times(&bytes, "x", LIMIT_CSV_ROW_BYTES + 1);
    buffer_puts(&bytes, "\n1,2\n");
    add_times(&bytes, ",y", LIMIT_CSV_CELLS);
    buffer_puts(&bytes, "\n3,4\n");
    expect_rows(&bytes, "1:a|b 2:!2 3:1|2 4:!3 5:3|4");
    buffer_done(&bytes);
}

/* An open quote is given up at the limit of a row, so that a file full of them
 * is read in a bounded time. */
Test(csv, an_open_quote_is_given_up_at_the_limit)
{
    struct buffer bytes = {0};
    struct csv_reader *reader = NULL;
    struct csv_row row;
    size_t whole = 0, faulty = 0;
    add_times(&bytes, "a,b\r\"x,2\r", 100000);
    cr_assert_eq(
        csv_reader_new(&(struct csv_source){.file = "f", .bytes = &bytes},
                       &reader, NULL),
        SG_OK);
    while (csv_reader_next(reader, &row, NULL) == SG_OK && row.number > 0)
        *(row.fault == ROW_WHOLE ? &whole : &faulty) += 1;
    cr_expect_eq(whole, 100000);
    cr_expect_eq(faulty, 100000);
    csv_reader_free(reader);
    buffer_done(&bytes);
}

/* Every file of the table, cut at every byte and copied into memory of just
 * that size, so that a sanitizer sees a byte too many. */
Test(csv, a_file_cut_anywhere_is_read_to_its_end)
{
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
        for (size_t size = 1; size < files[i].size; size++) {
            struct csv_reader *reader = NULL;
            char *cut = malloc(size);
            char rows[512];
            cr_assert_not_null(cut);
            memcpy(cut, files[i].bytes, size);
            const struct buffer bytes = {.data = cut, .size = size};
            if (csv_reader_new(
                    &(struct csv_source){.file = "f", .bytes = &bytes}, &reader,
                    NULL) == SG_OK)
                show_rows(reader, rows, sizeof(rows));
            csv_reader_free(reader);
            free(cut);
        }
}
