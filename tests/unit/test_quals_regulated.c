/* SPDX-License-Identifier: MIT */
/* The real titles of the register, against what the register says of them. */
#include "title_table.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { TITLES = 505, RIGHT_PERCENT = 90 };

/* The code of a subject area by its name: the list leaves some codes out. */
static const char *code_of(const struct quals *quals, const struct table *table,
                           size_t row)
{
    const char *code = table_cell(table, row, "ssa_code");
    const char *name = table_cell(table, row, "ssa_name");
    for (uint32_t i = 0; *code == '\0' && i < quals->subject_count; i++)
        if (strcmp(quals->subjects[i].title, name) == 0)
            code = quals->subjects[i].code;
    return code;
}

/* The list says "Entry Level" and leaves it to the title which one. */
static void expect_level(const char *title, const char *level,
                         const sg_title_reading *reading)
{
    const char *min = sg_rqf_word(reading->rqf_min);
    const char *max = sg_rqf_word(reading->rqf_max);
    cr_assert(min && max, "%s: no level", title);
    if (strcmp(level, "Entry Level") != 0) {
        cr_expect_str_eq(min, level + strlen("Level "), "%s", title);
        cr_expect_str_eq(max, min, "%s", title);
        return;
    }
    bool named = false;
    for (char step = '1'; step <= '3'; step++) {
        const char entry[] = {'E', step, '\0'};
        const char digit[] = {' ', step, '\0'};
        if (!strstr(title, digit))
            continue;
        named = true;
        cr_expect_str_eq(min, entry, "%s", title);
        cr_expect_str_eq(max, entry, "%s", title);
    }
    if (!named)
        cr_expect(reading->rqf_min == SG_RQF_E1 &&
                      reading->rqf_max == SG_RQF_E3,
                  "%s: %s to %s", title, min, max);
}

Test(quals, every_regulated_title_has_its_level)
{
    struct table table = table_read("titles/regulated.csv", ',');
    struct quals *quals = table_quals();
    cr_assert_eq(table.rows, TITLES);
    for (size_t row = 0; row < table.rows; row++) {
        const char *title = table_cell(&table, row, "title");
        sg_title_reading reading;
        title_read(quals, title, &reading);
        expect_level(title, table_cell(&table, row, "level"), &reading);
    }
    quals_free(quals);
    table_free(&table);
}

/* The size that a title names as a word; the names of bodies have none. */
static const char *size_named(const char *title)
{
    static const char *const words[][3] = {
        {" Award ", " AWARD ", "award"},
        {" Certificate ", " CERTIFICATE ", "certificate"},
        {" Diploma ", " DIPLOMA ", "diploma"}};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strstr(title, words[i][0]) || strstr(title, words[i][1]))
            return words[i][2];
    return "-";
}

Test(quals, every_regulated_title_that_names_a_size_has_it)
{
    struct table table = table_read("titles/regulated.csv", ',');
    struct quals *quals = table_quals();
    size_t named = 0;
    for (size_t row = 0; row < table.rows; row++) {
        const char *title = table_cell(&table, row, "title");
        sg_title_reading reading;
        title_read(quals, title, &reading);
        named += *size_named(title) != '-';
        cr_expect_str_eq(reading_cell(&reading, "size"), size_named(title),
                         "%s", title);
    }
    cr_expect_gt(named, table.rows / 2, "only %zu name a size", named);
    quals_free(quals);
    table_free(&table);
}

Test(quals, nine_of_ten_regulated_titles_have_their_subject_area)
{
    struct table table = table_read("titles/regulated.csv", ',');
    struct quals *quals = table_quals();
    size_t right = 0;
    for (size_t row = 0; row < table.rows; row++) {
        sg_title_reading reading;
        title_read(quals, table_cell(&table, row, "title"), &reading);
        right += reading.subject &&
                 strcmp(reading.subject, code_of(quals, &table, row)) == 0;
    }
    printf("%zu of %zu subject areas are right\n", right, table.rows);
    cr_expect_geq(right * 100, table.rows * RIGHT_PERCENT,
                  "%zu of %zu subject areas are right", right, table.rows);
    quals_free(quals);
    table_free(&table);
}
