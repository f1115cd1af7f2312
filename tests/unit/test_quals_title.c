/* SPDX-License-Identifier: MIT */
/* What titles say, row by row of tests/titles/readings.tsv and edges.tsv; and
 * what else a reading tells. */
#include "title_table.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *const columns[] = {
    "type",    "scale",  "level", "rqf_min", "rqf_max",    "size",
    "subject", "status", "count", "number",  "full_level", "open"};

static void expect_readings(const char *name, size_t least)
{
    struct table table = table_read(name, '\t');
    struct quals *quals = table_quals();
    cr_assert_geq(table.rows, least);
    for (size_t row = 0; row < table.rows; row++) {
        const char *title = table_cell(&table, row, "title");
        sg_title_reading reading;
        title_read(quals, title, &reading);
        for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
            cr_expect_str_eq(reading_cell(&reading, columns[i]),
                             table_cell(&table, row, columns[i]), "%s, %s: %s",
                             title, columns[i],
                             table_cell(&table, row, "reason"));
    }
    quals_free(quals);
    table_free(&table);
}

Test(quals, each_title_is_read_as_its_row_says)
{
    expect_readings("titles/readings.tsv", 80);
}

Test(quals, each_title_at_an_edge_of_a_rule_is_read_as_its_row_says)
{
    expect_readings("titles/edges.tsv", 20);
}

static sg_title_reading read_one(const char *title)
{
    struct quals *quals = table_quals();
    sg_title_reading reading;
    title_read(quals, title, &reading);
    /* What is borrowed is not looked at by the callers. */
    quals_free(quals);
    return reading;
}

/* Each has more words than there is room for, the last kind only once its
 * short forms are written out. */
static const struct {
    const char *word;
    size_t times;
} crowds[] = {{"x ", 97}, {"7 ", 97}, {"& ", 97}, {"nvql ", 49}};

Test(quals, a_title_of_too_many_words_is_not_read_and_says_so)
{
    for (size_t i = 0; i < sizeof(crowds) / sizeof(crowds[0]); i++) {
        char title[400] = "";
        for (size_t times = 0; times < crowds[i].times; times++)
            strcat(title, crowds[i].word);
        const sg_title_reading reading = read_one(title);
        cr_expect(reading.needs_human, "%s", title);
        cr_expect_eq(reading.note_count, 1, "%s", title);
        cr_expect_str_eq(reading_cell(&reading, "open"),
                         "type,level,size,subject,status,full", "%s", title);
    }
}

static const struct {
    const char *title;
    bool needs_human;
    bool several;
    bool not_a_qualification;
    const char *reason;
} flags[] = {
    {"NVQ Level 3", false, false, false, "nothing is unusual"},
    {"NVQ Level 4", true, false, false, "its meaning has changed"},
    {"NVQ 2 and 3", true, true, false, "two qualifications in one cell"},
    {"NVQ 2+3", true, true, false, "the same with a sign"},
    {"2 A levels, 6 GCSEs", true, true, false, "two kinds"},
    {"DBS", false, false, true, "a clearance"},
    {"none", false, false, true, "nobody holds it"},
    {"BA (Romania)", true, false, false, "from abroad"},
    {"HNC or equivalent", true, false, false, "anything"},
    {"CMS", true, false, false, "its level is from memory"},
    {"xyzzy", true, false, false, "nothing is understood"},
};

Test(quals, a_human_is_asked_for_where_words_are_not_enough)
{
    for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
        const sg_title_reading reading = read_one(flags[i].title);
        cr_expect_eq(reading.needs_human, flags[i].needs_human, "%s: %s",
                     flags[i].title, flags[i].reason);
        cr_expect_eq(reading.several, flags[i].several, "%s: %s",
                     flags[i].title, flags[i].reason);
        cr_expect_eq(reading.not_a_qualification, flags[i].not_a_qualification,
                     "%s: %s", flags[i].title, flags[i].reason);
    }
}

Test(quals, what_was_renamed_or_closed_names_its_successor)
{
    struct quals *quals = table_quals();
    sg_title_reading reading;
    title_read(quals, "ECDL", &reading);
    cr_expect_str_eq(reading.successor, "ICDL");
    title_read(quals, "City & Guilds 5528", &reading);
    cr_assert_not_null(reading.successor);
    cr_expect_eq(reading.status, SG_STATUS_HELD, "closed is still held");
    title_read(quals, "VTCT L2 Diploma in Team Leading 601/3522/0", &reading);
    cr_expect_not_null(reading.successor, "by its number");
    title_read(quals, "NVQ 3", &reading);
    cr_expect_null(reading.successor);
    quals_free(quals);
}

static const struct {
    const char *title;
    const char *number;
    bool suspect;
    const char *reason;
} numbers[] = {
    {"601/3607/8", "601/3607/8", false, "it fits"},
    {"601/3608/x", "601/3608/X", false, "ten is written X"},
    {"60136078", "601/3607/8", false, "without strokes"},
    {"601/3607/9", "601/3607/9", true, "the last one should be 8"},
    {"610/0111/5", "610/0111/5", true, "a real one that does not fit"},
    {"01022003", "", false, "a date"},
    {"1601/3607/8", "", false, "too long"},
    {"601/3607/81", "", false, "too long at the end"},
    {"NVQ 3", "", false, "no number"},
};

Test(quals, a_qualification_number_is_kept_and_a_wrong_one_is_suspect)
{
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        const sg_title_reading reading = read_one(numbers[i].title);
        cr_expect_str_eq(reading.number, numbers[i].number, "%s: %s",
                         numbers[i].title, numbers[i].reason);
        cr_expect_eq(reading.number_suspect, numbers[i].suspect, "%s: %s",
                     numbers[i].title, numbers[i].reason);
    }
}

Test(quals, grades_are_kept_one_by_one_or_as_a_range)
{
    sg_title_reading reading = read_one("A levels: Maths B, History A*");
    cr_assert_eq(reading.grade_count, 2);
    cr_expect_str_eq(reading.grades[0], "B");
    cr_expect_str_eq(reading.grades[1], "A*");
    reading = read_one("5 GCSEs 9 to 4");
    cr_assert_eq(reading.grade_count, 1);
    cr_expect_str_eq(reading.grades[0], "9-4");
}

Test(quals, that_awards_are_no_full_level_is_custom_and_marked_as_assumed)
{
    cr_expect(read_one("Level 3 Award in Sales").full_assumed);
    cr_expect_not(read_one("NVQ 3").full_assumed, "NVQ 3 is on the list");
}

Test(quals, a_first_aid_certificate_is_good_for_three_years)
{
    cr_expect_eq(read_one("First Aid at Work").valid_months, 36);
    cr_expect_eq(read_one("ECDL").valid_months, 0);
}
