/* SPDX-License-Identifier: MIT */
/* Writing CSV that a spreadsheet shows and does not run. */
#include <criterion/criterion.h>

#include "write/csv.h"

#include <stdlib.h>
#include <string.h>

#define MARK "\xEF\xBB\xBF"

static const struct {
    const char *text;
    const char *cell;
    const char *why;
} cells[] = {
    {"Team A", "Team A", "plain text needs no quotes"},
    {NULL, "", "no text is an empty cell"},
    {"", "", "an empty text is an empty cell"},
    {"a,b", "\"a,b\"", "a comma"},
    {"a;b", "\"a;b\"", "a semicolon splits cells in some countries"},
    {"say \"yes\"", "\"say \"\"yes\"\"\"", "quotes are doubled"},
    {"a\r\nb", "\"a\r\nb\"", "an end of line within a cell"},
    {" a ", "\" a \"", "spaces at the ends are kept"},
    {"=1+1", "'=1+1", "a formula"},
    {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
     "a formula that has to be quoted"},
    {"+44 1727", "'+44 1727", "a telephone number is a formula to Excel"},
    {"-2+3", "'-2+3", "a sum that begins with minus"},
    {"-", "'-", "a minus alone is no number"},
    {"-1.", "'-1.", "nor is one that ends in a point"},
    {"-.5", "'-.5", "nor one without a digit in front"},
    {"-1e5", "'-1e5", "nor one that is not written out"},
    {"-12", "-12", "a negative number stays one"},
    {"-12.50", "-12.50", "with digits behind the point too"},
    {"@SUM(A1)", "'@SUM(A1)", "an old way to begin a formula"},
    {"\t=1", "\"'\t=1\"", "a tab may be thrown away, and a formula is left"},
    {"\r=1", "\"'\r=1\"", "likewise the end of a line"},
    {"\n=1", "\"'\n=1\"", "in any form"},
    {"  =1", "\"'  =1\"", "and spaces"},
    {"\xC2\xA0=1", "'\xC2\xA0=1", "and spaces that do not break"},
    {"\xEF\xBC\x9D"
     "1",
     "'\xEF\xBC\x9D"
     "1",
     "a wide equals sign"},
    {"a=1", "a=1", "within a text it is nothing"},
    {"  ", "\"  \"", "spaces alone are nothing either"},
    {"a\033[31mb\x7F", "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD",
     "control characters are shown to be there, and do nothing"},
    {"\xC2\x9B"
     "5n",
     "\xEF\xBF\xBD"
     "5n",
     "also those above ASCII"},
    {"caf\xE9", "caf\xEF\xBF\xBD", "a byte that is no UTF-8"},
    {"caf\xC3\xA9", "caf\xC3\xA9", "UTF-8 stays as it is"},
};

Test(csv_writing, a_cell_is_shown_and_never_run)
{
    for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
        struct buffer bytes = {0}, want = {0};
        struct csv_writer csv;
        csv_writer_begin(&csv, &bytes);
        csv_put_text(&csv, "x");
        csv_put_text(&csv, cells[i].text);
        csv_put_end(&csv);
        buffer_printf(&want, MARK "x,%s\r\n", cells[i].cell);
        cr_expect_str_eq(bytes.data, want.data, "%s: %s", cells[i].why,
                         bytes.data);
        buffer_done(&bytes);
        buffer_done(&want);
    }
}

Test(csv_writing, numbers_and_money_are_bare)
{
    struct buffer bytes = {0};
    struct csv_writer csv;
    csv_writer_begin(&csv, &bytes);
    csv_put_number(&csv, -7);
    csv_put_number(&csv, INT64_MAX);
    csv_put_pounds(&csv, 0);
    csv_put_pounds(&csv, 5);
    csv_put_pounds(&csv, 164000);
    csv_put_end(&csv);
    cr_expect_str_eq(bytes.data,
                     MARK "-7,9223372036854775807,0.00,0.05,1640.00\r\n");
    buffer_done(&bytes);
}

Test(csv_writing, a_row_of_one_empty_cell_is_no_blank_line)
{
    static const char *const row[] = {NULL, "b", NULL};
    struct buffer bytes = {0};
    struct csv_writer csv;
    csv_writer_begin(&csv, &bytes);
    csv_put_row(&csv, row, 1);
    csv_put_row(&csv, row, 3);
    cr_expect_str_eq(bytes.data, MARK "\"\"\r\n\"\",b,\r\n");
    buffer_done(&bytes);
}

Test(csv_writing, past_its_ceiling_a_buffer_has_failed)
{
    struct buffer bytes = {.limit = 8};
    struct csv_writer csv;
    csv_writer_begin(&csv, &bytes);
    csv_put_text(&csv, "too long for it");
    csv_put_end(&csv);
    cr_expect(bytes.failed);
    cr_expect_null(buffer_take(&bytes));
}
