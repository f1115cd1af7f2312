/* SPDX-License-Identifier: MIT */
/* CSV files longer than the window on them. */
#include "base/limits.h"
#include "read/csv.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static struct csv_reader *reader_of(const struct csv_source *source)
{
    struct csv_reader *reader = NULL;
    sg_error error = {0};
    cr_assert_eq(csv_reader_new(source, &reader, &error), SG_OK, "%s",
                 error.message);
    return reader;
}

static struct csv_row next_of(struct csv_reader *reader)
{
    struct csv_row row;
    sg_error error = {0};
    cr_assert_eq(csv_reader_next(reader, &row, &error), SG_OK, "%s",
                 error.message);
    return row;
}

/* Row `n` has a cell that tells its length, and one of that length; some have
 * a line end in it. */
static uint32_t length_of(uint32_t n)
{
    return n * 7919u % 3000u;
}

static bool is_quoted(uint32_t n)
{
    return n % 5 == 0;
}

static void add_row(struct buffer *text, uint32_t n)
{
    buffer_printf(text, "%u,%s", (unsigned)n, is_quoted(n) ? "\"\n" : "");
    for (uint32_t i = 0; i < length_of(n); i++)
        buffer_puts(text, "y");
    buffer_puts(text, is_quoted(n) ? "\"\r\n" : "\r\n");
}

static void expect_row(const struct csv_row *row, uint32_t n)
{
    cr_assert_eq(row->number, n + 1);
    cr_assert_eq(row->fault, ROW_WHOLE, "row %u", (unsigned)n);
    cr_assert_eq(row->count, 2);
    cr_assert_eq((uint32_t)atoi(row->cells[0].text), n);
    cr_assert_eq(row->cells[1].size, length_of(n) + is_quoted(n));
    cr_assert_eq(strspn(row->cells[1].text, "\ny"), row->cells[1].size);
}

static void expect_rows(const struct csv_source *source, uint32_t count)
{
    struct csv_reader *reader = reader_of(source);
    for (uint32_t n = 0; n < count; n++) {
        const struct csv_row row = next_of(reader);
        expect_row(&row, n);
    }
    cr_expect_eq(next_of(reader).number, 0);
    cr_expect_gt(csv_reader_bytes(reader), CSV_WINDOW);
    csv_reader_free(reader);
}

static struct buffer widened(const struct buffer *text)
{
    struct buffer wide = {0};
    buffer_add(&wide, "\xFE\xFF", 2);
    for (size_t i = 0; i < text->size; i++)
        buffer_add(&wide, (const char[]){0, text->data[i]}, 2);
    return wide;
}

static int file_of(const struct buffer *text)
{
    char path[] = "/tmp/skillgap-csv-XXXXXX";
    const int fd = mkstemp(path);
    cr_assert_geq(fd, 0);
    unlink(path);
    cr_assert_eq(write(fd, text->data, text->size), (ssize_t)text->size);
    cr_assert_eq(lseek(fd, 0, SEEK_SET), 0);
    return fd;
}

Test(csv_long, rows_may_stand_anywhere_in_the_window)
{
    enum { ROWS = 1500 };
    struct buffer text = {0};
    for (uint32_t n = 0; n < ROWS; n++)
        add_row(&text, n);
    struct buffer wide = widened(&text);
    expect_rows(&(struct csv_source){.file = "f", .bytes = &text}, ROWS);
    expect_rows(&(struct csv_source){.file = "f", .bytes = &wide}, ROWS);
    const int fd = file_of(&text), wide_fd = file_of(&wide);
    expect_rows(&(struct csv_source){.file = "f", .fd = fd}, ROWS);
    expect_rows(&(struct csv_source){.file = "f", .fd = wide_fd}, ROWS);
    close(fd);
    close(wide_fd);
    buffer_done(&text);
    buffer_done(&wide);
}

/* A line that no window holds is one faulty row, whatever its line end, and
 * also where that is cut in two by the end of a window. */
Test(csv_long, a_line_longer_than_the_window_is_one_row)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    for (size_t i = 0; i < COUNT(ends); i++)
        for (long more = -3; more <= 3; more++) {
            struct buffer text = {0};
            const long size = 2L * CSV_WINDOW + more;
            buffer_printf(&text, "a,b%s", ends[i]);
            while ((long)text.size < size)
                buffer_puts(&text, "x");
            buffer_printf(&text, "%s1,2%s", ends[i], ends[i]);
            struct csv_reader *reader =
                reader_of(&(struct csv_source){.file = "f", .bytes = &text});
            cr_expect_eq(next_of(reader).fault, ROW_WHOLE);
            const struct csv_row broken = next_of(reader);
            cr_expect(broken.number == 2 && broken.fault == ROW_LONG);
            const struct csv_row last = next_of(reader);
            cr_expect_eq(last.number, 3, "%zu, %ld", i, more);
            cr_assert_eq(last.count, 2, "%zu, %ld", i, more);
            cr_expect_str_eq(last.cells[1].text, "2");
            cr_expect_eq(next_of(reader).number, 0);
            csv_reader_free(reader);
            buffer_done(&text);
        }
}

Test(csv_long, a_zero_byte_is_found_wherever_it_stands)
{
    enum { ROWS = 400 };
    struct buffer text = {0};
    sg_error error = {0};
    struct csv_row row;
    for (uint32_t n = 0; n < ROWS; n++)
        add_row(&text, n);
    buffer_add(&text, "a,\0\n", 4);
    struct csv_reader *reader =
        reader_of(&(struct csv_source){.file = "f", .bytes = &text});
    sg_status status = SG_OK;
    uint32_t rows = 0;
    for (; status == SG_OK && rows <= ROWS; rows++)
        status = csv_reader_next(reader, &row, &error);
    cr_expect_eq(status, SG_INPUT);
    cr_expect_str_eq(error.reason, "encoding");
    csv_reader_free(reader);
    buffer_done(&text);
}
