/* SPDX-License-Identifier: MIT */
/* Rows that were left out, written as a spreadsheet may open them, and read
 * again. */
#include "model/staff.h"
#include "read/staff/cells.h"
#include "staff_files.h"
#include "write/csv.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* ---- the guard ---- */

/* What cells may be made of that matters to a spreadsheet. */
static const char *const pieces[] = {"",
                                     "=",
                                     "+",
                                     "-",
                                     "@",
                                     "\t",
                                     "\r",
                                     "\n",
                                     " ",
                                     "1",
                                     ".",
                                     "x",
                                     "'",
                                     "\xC2\xA0",
                                     "\xE3\x80\x80",
                                     "\xEF\xBB\xBF",
                                     "\xEF\xBC\x9D",
                                     "\xEF\xBC\x8B",
                                     "\xEF\xBC\x8D",
                                     "\xEF\xBC\xA0",
                                     "\xE9",
                                     "\xC2"};
enum { PIECES = COUNT(pieces), LONGEST = 4, CELL_ROOM = 4 * LONGEST + 2 };

static bool ends_in_space(const char *text)
{
    static const char *const spaces[] = {" ", "\t", "\r", "\n", "\xC2\xA0"};
    for (size_t i = 0; i < COUNT(spaces); i++) {
        const size_t size = strlen(spaces[i]), whole = strlen(text);
        if (whole >= size && strcmp(text + whole - size, spaces[i]) == 0)
            return true;
    }
    return false;
}

/* Reads a text with an apostrophe in front. */
static bool loses_apostrophe(const char *text)
{
    char bytes[CELL_ROOM];
    const size_t size = (size_t)snprintf(bytes, sizeof(bytes), "'%s", text);
    struct csv_cell cell = {bytes, size};
    staff_cell_clean(&cell);
    cr_assert_eq(strlen(cell.text), cell.size);
    return cell.text > bytes;
}

Test(staff_again, the_reader_takes_off_the_guard_that_the_writer_puts_on)
{
    size_t texts = 1, formulas = 0;
    for (size_t i = 0; i < LONGEST; i++)
        texts *= PIECES;
    for (size_t i = 0; i < texts; i++) {
        char text[CELL_ROOM] = "";
        for (size_t rest = i; rest > 0; rest /= PIECES)
            strcat(text, pieces[rest % PIECES]);
        /* No cell that was read has spaces at its end. */
        if (ends_in_space(text))
            continue;
        formulas += csv_is_formula(text);
        cr_assert_eq(loses_apostrophe(text), csv_is_formula(text), "'%s'",
                     text);
    }
    cr_expect_gt(formulas, texts / 10);
}

static const struct {
    const char *text, *read, *why;
} cells[] = {
    {"'=1+1", "=1+1", "a guard"},
    {" '=1+1 ", "=1+1", "with spaces around it"},
    {"'  =1+1", "=1+1", "with spaces behind it"},
    {"''=1+1", "''=1+1", "two apostrophes guard nothing"},
    {"'-12", "'-12", "a number is not guarded"},
    {"'-12.5", "'-12.5", "nor one with a point"},
    {"'-12.", "-12.", "what is no number is"},
    {"'tis", "'tis", "an apostrophe"},
    {"'", "'", "one alone"},
    {"O'=", "O'=", "one further on"},
    {"=1", "=1", "none"},
};

Test(staff_again, one_apostrophe_goes_where_it_is_a_guard)
{
    for (size_t i = 0; i < COUNT(cells); i++) {
        char bytes[32];
        snprintf(bytes, sizeof(bytes), "%s", cells[i].text);
        struct csv_cell cell = {bytes, strlen(bytes)};
        staff_cell_clean(&cell);
        cr_expect_str_eq(cell.text, cells[i].read, "%s", cells[i].why);
        cr_expect_eq(cell.size, strlen(cells[i].read), "%s", cells[i].why);
    }
}

/* ---- written and read again ---- */

static void write_rejected(const struct staff_people *staff, struct buffer *out)
{
    const struct staff_source *source = &staff->account->sources[STAFF_POSTS];
    struct csv_writer csv;
    csv_writer_begin(&csv, out);
    for (size_t i = 0; i < source->column_count; i++)
        csv_put_text(&csv, source->columns[i]);
    csv_put_row(&csv, staff_behind_columns, STAFF_BEHIND_COUNT);
    for (size_t r = 0; r < staff->account->rejected_count; r++) {
        const struct staff_rejected *row = &staff->account->rejected[r];
        for (size_t i = 0; i < source->column_count; i++)
            csv_put_text(&csv, row->cells ? row->cells[i] : NULL);
        csv_put_number(&csv, row->row);
        csv_put_text(&csv, row->column);
        csv_put_text(&csv, row->reason);
        csv_put_text(&csv, row->sentence);
        csv_put_end(&csv);
    }
}

/* Reads a text, and again what was left out of it, in which each `from` becomes
 * `to` first. */
static struct staff_people *read_again(const char *text, const char *from,
                                       const char *to, struct staff_told *told)
{
    struct staff_told first = {0};
    struct buffer out = {0};
    struct staff_people *staff =
        staff_files_read(&(struct staff_texts){.staff = text}, &first);
    cr_assert_not_null(staff, "%s", first.error.message);
    write_rejected(staff, &out);
    for (char *at = out.data; from && (at = strstr(at, from)); at++)
        memcpy(at, to, strlen(to));
    staff_people_free(staff);
    buffer_done(&first.messages);
    staff = staff_files_read(&(struct staff_texts){.staff = out.data}, told);
    buffer_done(&out);
    return staff;
}

#define HEADER "person_id,role,team,role_start\n"
#define ROWS                                                                   \
    HEADER "=P1,@role,+44 1727,31/02/2020\n"                                   \
           "-,\"\xEF\xBC\x9D"                                                  \
           "1, \"\"x\"\"\",-5,31/02/2020\n"                                    \
           "'=P3,'tis,'-5,31/02/2020\n"

Test(staff_again, corrected_rows_are_read_as_they_were_meant)
{
    static const char *const want[][3] = {{"'=P3", "'tis", "'-5"},
                                          {"-",
                                           "\xEF\xBC\x9D"
                                           "1, \"x\"",
                                           "-5"},
                                          {"=P1", "@role", "+44 1727"}};
    struct staff_told told = {0};
    struct staff_people *staff = read_again(ROWS, "31/02", "28/02", &told);
    cr_assert_not_null(staff, "%s", told.error.message);
    cr_expect_str_eq(told.reasons, "", "%s", told.messages.data);
    cr_assert_eq(staff->count, 3);
    for (size_t i = 0; i < COUNT(want); i++) {
        /* An apostrophe that the export itself had there is a guard too. */
        const char *id = want[i][0] + (i == 0);
        const struct staff_person *person = staff_people_find(staff, id);
        cr_assert_not_null(person, "%s", id);
        cr_expect_str_eq(person->posts[0].role, want[i][1]);
        cr_expect_str_eq(person->posts[0].team, want[i][2]);
    }
    staff_people_free(staff);
    buffer_done(&told.messages);
}

Test(staff_again, rows_that_nobody_corrected_stay_as_they_are)
{
    struct staff_told told = {0}, first = {0};
    struct staff_people *staff = read_again(ROWS, NULL, NULL, &told);
    struct staff_people *before =
        staff_files_read(&(struct staff_texts){.staff = ROWS}, &first);
    cr_assert(staff && before);
    cr_expect_str_eq(told.reasons,
                     "no-such-date@2 no-such-date@3 no-such-date@4");
    cr_assert_eq(staff->account->rejected_count,
                 before->account->rejected_count);
    for (size_t r = 0; r < staff->account->rejected_count; r++)
        for (size_t i = 0; i < 4; i++)
            cr_expect_str_eq(staff->account->rejected[r].cells[i],
                             before->account->rejected[r].cells[i]);
    staff_people_free(staff);
    staff_people_free(before);
    buffer_done(&told.messages);
    buffer_done(&first.messages);
}

static const struct {
    const char *text;
    const char *reasons;
    size_t posts;
    const char *why;
} again[] = {
    {HEADER "P1,a,t,2020\nP1,a,t,2020\nP1,a,t,2020\n", "repeated-row@3", 1,
     "two that were the same, on different rows"},
    {HEADER "P1,a,t,2020\nP1,a,t,2020\nP1,a,,\nP1,a\n", "", 2,
     "rows that differ"},
    {HEADER "P1,\"a\n", "no-rows@0", 0, "a row without cells is a blank one"},
};

Test(staff_again, the_columns_behind_ours_count_for_nothing)
{
    for (size_t i = 0; i < COUNT(again); i++) {
        struct staff_told told = {0};
        struct staff_people *staff =
            read_again(again[i].text, NULL, NULL, &told);
        size_t posts = 0;
        cr_assert_not_null(staff);
        cr_expect_str_eq(told.reasons, again[i].reasons, "%s", again[i].why);
        for (size_t p = 0; p < staff->count; p++)
            posts += staff->persons[p].post_count;
        cr_expect_eq(posts, again[i].posts, "%s", again[i].why);
        staff_people_free(staff);
        buffer_done(&told.messages);
    }
}

static const struct {
    struct staff_texts texts;
    const char *reasons;
    size_t persons;
    const char *why;
} headers[] = {
    {{.staff = "person_id,role,rejected_row,rejected_column,rejected_reason,"
               "rejected_because\nP1,a,1,b,c,d\n"},
     "",
     1,
     "all four"},
    {{.staff = "rejected_row,person_id,Rejected Reason,role\n2,P1,x,a\n"},
     "",
     1,
     "some, elsewhere, as a person would write them"},
    {{.staff = "person_id,role,rejected_row,rejected\nP1,a,1,x\nP1,a,2,x\n"},
     "unknown-column@1",
     1,
     "another one"},
    {{.staff = "person_id,role,notes,rejected_row\nP1,a,x,1\nP1,a,y,2\n"},
     "unknown-column@1",
     1,
     "rows that differ in front of them"},
    {{.staff = "person_id,role,rejected_row\nP1,a\nP1,a,1,2\n"},
     "ragged-row@2 ragged-row@3",
     0,
     "they are columns of the file"},
    {{.staff = "rejected_row,rejected_reason\nP1,a\nP1,a\nP1,b\n",
      .map =
          "{\"format\": \"skillgap-staff-map/1\", \"columns\": {"
          "\"person_id\": \"rejected_row\", \"role\": \"rejected_reason\"}}"},
     "repeated-row@3",
     1,
     "a map that takes them for others"},
};

Test(staff_again, the_columns_behind_ours_are_passed_over)
{
    for (size_t i = 0; i < COUNT(headers); i++) {
        struct staff_told told = {0};
        struct staff_people *staff = staff_files_read(&headers[i].texts, &told);
        cr_assert_not_null(staff, "%s: %s", headers[i].why, told.error.message);
        cr_expect_str_eq(told.reasons, headers[i].reasons, "%s",
                         headers[i].why);
        cr_expect_eq(staff->count, headers[i].persons, "%s", headers[i].why);
        staff_people_free(staff);
        buffer_done(&told.messages);
    }
}
