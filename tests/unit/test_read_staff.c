/* SPDX-License-Identifier: MIT */
/* HR exports: three files and a map, joined by person, with realistic dirt. */
#include "base/limits.h"
#include "read/staff/cells.h"
#include "read/staff/staff.h"
#include "staff_files.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define POSTS "person_id,role\nP1,1366\nP2,1367\n"

static const struct staff_texts whole = {
    .staff = "Team,Person ID,ROLE,role-start,target_role,grade\n"
             "Tax,P2,1366,01/04/2019,1367,G5\n"
             "Tax,P1,Clerk,2019-04,,\n"
             "Parks,P1,1386,2020,,G5\n",
    .qualifications = "person_id;title;level;scale;subject;status;awarded;"
                      "expires\n"
                      "P1;\"NVQ; 3\";3;NVQ;15.2;held;2001-06;\n"
                      "P2;ECDL;;;;working-towards;;31/12/2027\n"
                      "P1;ECDL;;;;;1/2/2003 00:00:00;\n",
    .experience = "person_id\trole\tarea\tfrom\tto\thours_per_week\n"
                  "P1\t1386\toffice\t2001\t2003-05\t18.5\n"};

Test(staff, three_files_are_joined_by_person)
{
    struct staff_told told = {0};
    struct staff_people *staff = staff_files_read(&whole, &told);
    cr_assert_not_null(staff, "%s", told.error.message);
    cr_expect_str_eq(told.reasons, "");
    cr_assert_eq(staff->count, 2);
    const struct staff_person *one = staff_people_find(staff, "P1");
    const struct staff_person *two = staff_people_find(staff, "P2");
    cr_assert(one == &staff->persons[0] && two == &staff->persons[1]);
    cr_expect_null(staff_people_find(staff, "P3"));
    cr_assert(one->post_count == 2 && one->award_count == 2 &&
              one->work_count == 1);
    cr_expect_str_eq(one->posts[0].role, "Clerk");
    cr_expect_null(one->posts[0].grade);
    cr_expect_eq(one->posts[1].row, 4);
    cr_expect_str_eq(one->posts[1].grade, two->posts[0].grade);
    cr_expect_eq(two->posts[0].role_start.day, 1);
    cr_expect_eq(two->posts[0].role_start.month, 4);
    cr_expect_str_eq(two->posts[0].target_role, "1367");
    cr_expect_str_eq(one->awards[0].title, "NVQ; 3");
    cr_expect_eq(one->awards[0].awarded.month, 6);
    cr_expect_eq(one->awards[1].awarded.day, 1);
    cr_expect_eq(one->awards[1].row, 4);
    cr_expect_eq(two->awards[0].expires.year, 2027);
    cr_expect_str_eq(two->awards[0].status, "working-towards");
    cr_expect_eq(two->work_count, 0);
    cr_expect_eq(one->work[0].hours_per_week, 18.5f);
    cr_expect_eq(one->work[0].to.month, 5);
    cr_expect_eq(staff->account->sources[STAFF_AWARDS].used, 3);
    cr_expect_eq(staff->account->sources[STAFF_POSTS].column_count, 6);
    cr_expect_str_eq(staff->account->sources[STAFF_POSTS].columns[0],
                     "person_id");
    staff_people_free(staff);
    buffer_done(&told.messages);
}

/* What goes wrong in one file, by what is told of it. */
static const struct {
    struct staff_texts texts;
    const char *reasons;
    size_t persons; /* 0: nothing is read */
    const char *why;
} told_of[] = {
    {{.staff = "employee_ref,Job Title,Directorate,Band\nP1,a,b,c\n"},
     "",
     1,
     "synonyms"},
    {{.staff = "PERSON-ID, Role ,Shoe Size,,\nP1,a,b,,\n"},
     "unknown-column@1",
     1,
     "an unknown column is named, one without name not"},
    {{.staff = "person_id,role,Role\nP1,a,b\n"},
     "duplicate-column@1",
     0,
     "two of one name"},
    {{.staff = "person_id,role,notes,notes\nP1,a,b,c\n"},
     "unknown-column@1",
     1,
     "two that are not needed"},
    {{.staff = "employee_ref,payroll_id,role\nP1,a,b\n"},
     "ambiguous-column@1",
     0,
     "two ids, of which one may be a post's"},
    {{.staff = "person_id,payroll_id,role\nP1,a,b\n"},
     "unknown-column@1",
     1,
     "our name goes before a synonym"},
    {{.staff = "person_id,job_title,job_code\nP1,a,b\n"},
     "ambiguous-column@1 unknown-column@1",
     1,
     "two roles: the better is used"},
    {{.staff = "Smith,John\nJones,Mary\n"},
     "missing-column@1 missing-column@1",
     0,
     "no header at all"},
    {{.staff = "person_id,role\n"}, "no-rows@0", 0, "a header alone"},
    {{.staff = "\n \n"}, "empty@0", 0, "blank lines alone"},
    {{.staff = "\"person_id,role\nP1,a\n"}, "syntax@1", 0, "a broken header"},
    {{.staff = "PK\x03\x04"}, "wrong-format@0", 0, "a workbook"},
    {{.staff = "person_id,role\nP1,caf\xE9\n"}, "encoding@0", 1, "Windows"},
    {{.staff = POSTS "P3\n"}, "ragged-row@4", 2, "too short"},
    {{.staff = POSTS "P3,a,b\n"}, "ragged-row@4", 2, "too long"},
    {{.staff = POSTS "P3,a,, \n"}, "", 3, "empty cells behind"},
    {{.staff = POSTS "P3,\"a\n"}, "open-quote@4", 2, "an open quote"},
    {{.staff = POSTS ",a\n"}, "missing-cell@4", 2, "no id"},
    {{.staff = POSTS "P3,\n"}, "", 3, "no role is no fault"},
    {{.staff = POSTS "P1,1366\n"}, "repeated-row@4", 2, "the same row"},
    {{.staff = POSTS "P1,1386\n"}, "", 2, "another post"},
    {{.staff = POSTS "6.01E+07,a\n"}, "spreadsheet-number@4", 2, "a lost id"},
    {{.staff = POSTS "P3,1.386E+03\n"}, "spreadsheet-number@4", 2, "a role"},
    {{.staff = POSTS "P3,12E4\n"}, "", 3, "a reference that is none"},
    {{.staff = POSTS "P3,#N/A\n"}, "spreadsheet-error@4", 2, "a formula"},
    {{.staff = POSTS "P3,#####\n"}, "spreadsheet-error@4", 2, "too narrow"},
    {{.staff = "person_id,role,role_start\nP1,a,30/02/2020\n"},
     "no-such-date@2",
     0,
     "no such day"},
    {{.staff = "person_id,role,role_start\nP1,a,12/31/2020\n"},
     "no-such-date@2",
     0,
     "month first"},
    {{.staff = "person_id,role,role_start\nP1,a,43831\n"},
     "bad-date@2",
     0,
     "a spreadsheet's number"},
    {{.staff = POSTS, .qualifications = "person_id,title\nP9,ECDL\n"},
     "unknown-person@2",
     2,
     "nobody of the staff file"},
    {{.staff = POSTS, .qualifications = "person_id,title\nP1,\n"},
     "missing-cell@2",
     2,
     "no title"},
    {{.staff = POSTS,
      .qualifications = "person_id,title,awarded,expires\nP1,a,2020,2019-01\n"},
     "date-order@2",
     2,
     "expired before it was awarded"},
    {{.staff = POSTS, .qualifications = "person_id,level\nP1,3\n"},
     "missing-column@1",
     0,
     "a needed column"},
    {{.staff = POSTS,
      .qualifications = "person_id,title,notes\nP1,GCSE,maths\nP1,GCSE,art\n"},
     "unknown-column@1",
     2,
     "rows that differ where nothing is read"},
    {{.staff = POSTS,
      .experience = "person_id,from,to\nP1,2020-02,2020-01\nP1,,\n"},
     "date-order@2 missing-cell@3",
     2,
     "work that ends before it begins"},
    {{.staff = POSTS,
      .experience = "person_id,from,hours\nP1,2020,37\nP1,2020,\"37,5\"\n"
                    "P1,2020,200\nP1,2021,0\n"},
     "bad-number@3 bad-number@4",
     2,
     "hours"},
    {{.staff = POSTS "P3\n,a\n", .strict = true},
     "ragged-row@4 missing-cell@5",
     0,
     "strict: after all were told"},
    {{.staff = POSTS, .strict = true}, "", 2, "strict, and nothing wrong"},
};

Test(staff, what_is_wrong_is_told_and_the_rest_is_used)
{
    for (size_t i = 0; i < COUNT(told_of); i++) {
        struct staff_told told = {0};
        struct staff_people *staff = staff_files_read(&told_of[i].texts, &told);
        cr_expect_str_eq(told.reasons, told_of[i].reasons, "%s",
                         told_of[i].why);
        cr_expect_eq(staff ? staff->count : 0, told_of[i].persons, "%s",
                     told_of[i].why);
        staff_people_free(staff);
        buffer_done(&told.messages);
    }
}

/* ---- cells ---- */

static const struct {
    const char *text;
    const char *date; /* "": a fault */
    enum staff_fault fault;
} dates[] = {
    {"2020", "2020", FAULT_NONE},
    {"2020-02", "2020-02", FAULT_NONE},
    {"2020-02-29", "2020-02-29", FAULT_NONE},
    {"29/02/2020", "2020-02-29", FAULT_NONE},
    {"1/2/2020", "2020-02-01", FAULT_NONE},
    {"2020-02-29T00:00:00", "2020-02-29", FAULT_NONE},
    {"29/02/2020 09:30", "2020-02-29", FAULT_NONE},
    {"29/02/2021", "", FAULT_NO_SUCH_DATE},
    {"2021-02-29", "", FAULT_NO_SUCH_DATE},
    {"2021-13", "", FAULT_NO_SUCH_DATE},
    {"0/1/2020", "", FAULT_NO_SUCH_DATE},
    {"00/00/0000", "", FAULT_NO_SUCH_DATE},
    {"1850-01-01", "", FAULT_NO_SUCH_DATE},
    {"01/02/20", "", FAULT_BAD_DATE},
    {"1.2.2020", "", FAULT_BAD_DATE},
    {"Feb 2020", "", FAULT_BAD_DATE},
    {"43831", "", FAULT_BAD_DATE},
    {"111/1/2020", "", FAULT_BAD_DATE},
    {"1/1/2020x", "", FAULT_BAD_DATE},
    {"/1/2020", "", FAULT_BAD_DATE},
    {"1/", "", FAULT_BAD_DATE},
    {"-", "", FAULT_BAD_DATE},
};

Test(staff, dates_are_read_as_councils_write_them)
{
    for (size_t i = 0; i < COUNT(dates); i++) {
        struct date date;
        char shown[DATE_ROOM];
        cr_expect_eq(staff_cell_date(dates[i].text, &date), dates[i].fault,
                     "%s", dates[i].text);
        date_write(date, shown);
        cr_expect_str_eq(shown, dates[i].date, "%s", dates[i].text);
    }
}

static const struct {
    const char *text;
    bool rounded;
} numbers[] = {
    {"6.01E+07", true}, {"6E+07", true},      {"-1.5e-3", true},
    {"6.01E07", false}, {"E+07", false},      {"6.01E+", false},
    {"60109", false},   {"6.01E+07x", false}, {"500/1234/5", false},
};

Test(staff, numbers_that_lost_their_digits_are_known)
{
    for (size_t i = 0; i < COUNT(numbers); i++)
        cr_expect_eq(staff_cell_is_rounded(numbers[i].text), numbers[i].rounded,
                     "%s", numbers[i].text);
}

Test(staff, spaces_around_cells_are_no_part_of_them)
{
    char text[] = "\xC2\xA0 \tNVQ 3\r\n \xC2\xA0", blank[] = " \xC2\xA0 ";
    struct csv_cell cell = {text, sizeof(text) - 1};
    staff_cell_trim(&cell);
    cr_expect_str_eq(cell.text, "NVQ 3");
    cr_expect_eq(cell.size, 5);
    cell = (struct csv_cell){blank, sizeof(blank) - 1};
    staff_cell_trim(&cell);
    cr_expect_eq(cell.size, 0);
}

/* ---- left out ---- */

Test(staff, rows_left_out_can_be_written_corrected_and_fed_back)
{
    const struct staff_texts texts = {
        .staff = "NI,Person ID,Job Ref,Team,Start Date\n"
                 "QQ1,P1,1366,Tax,31/02/2020\n"
                 "QQ2,P2,1367,\"Tax, \"\"A\"\"\",2020\n"
                 "QQ3,P3\n"
                 "QQ4,\"P4,1366,Tax,2020\n"};
    static const char *const cells[][4] = {{"P1", "1366", "Tax", "31/02/2020"},
                                           {"P3", "", "", ""}};
    struct staff_told told = {0};
    struct staff_people *staff = staff_files_read(&texts, &told);
    cr_assert_not_null(staff);
    cr_assert_eq(staff->account->rejected_count, 3);
    const struct staff_source *source = &staff->account->sources[STAFF_POSTS];
    cr_assert_eq(source->column_count, 4);
    cr_expect_str_eq(source->columns[3], "role_start");
    cr_expect_eq(source->rejected, 3);
    for (size_t r = 0; r < COUNT(cells); r++)
        for (size_t i = 0; i < source->column_count; i++)
            cr_expect_str_eq(staff->account->rejected[r].cells[i], cells[r][i]);
    cr_expect_eq(staff->account->rejected[0].row, 2);
    cr_expect_str_eq(staff->account->rejected[0].column, "role_start");
    cr_expect_str_eq(staff->account->rejected[0].reason, "no-such-date");
    cr_expect_null(staff->account->rejected[1].column);
    cr_expect_eq(staff->account->rejected[1].row, 4);
    cr_expect_null(staff->account->rejected[2].cells,
                   "where they end is not known");
    staff_people_free(staff);
    buffer_done(&told.messages);
}

Test(staff, a_problem_names_the_columns_place_in_the_file)
{
    struct staff_told told = {0};
    const struct staff_texts texts = {
        .staff = "x,role_start,role,person_id\n1,2020-13,a,P1\n",
        .strict = true};
    cr_expect_null(staff_files_read(&texts, &told));
    cr_expect_eq(told.error.line, 2);
    cr_expect_eq(told.error.column, 2);
    cr_expect_not_null(strstr(told.error.message, "'role_start'"));
    buffer_done(&told.messages);
}

Test(staff, one_person_has_no_more_rows_than_a_person_file)
{
    struct buffer text = {0};
    struct staff_told told = {0};
    buffer_puts(&text, "person_id,title\n");
    for (int i = 0; i <= LIMIT_PERSON_ENTRIES; i++)
        buffer_printf(&text, "P1,Course %d\n", i);
    struct staff_people *staff = staff_files_read(
        &(struct staff_texts){.staff = POSTS, .qualifications = text.data},
        &told);
    cr_assert_not_null(staff);
    cr_expect_str_eq(told.reasons, "too-many-rows@1002");
    cr_expect_eq(staff->persons[0].award_count, LIMIT_PERSON_ENTRIES);
    staff_people_free(staff);
    buffer_done(&told.messages);
    buffer_done(&text);
}

Test(staff, many_persons_in_any_order_are_found)
{
    enum { PERSONS = 5000, STEP = 1777 };
    struct buffer posts = {0}, awards = {0};
    struct staff_told told = {0};
    buffer_puts(&posts, "person_id,role\n");
    buffer_puts(&awards, "person_id,title\n");
    for (int i = 0; i < PERSONS; i++) {
        buffer_printf(&posts, "%d,R%d\n", i * STEP % PERSONS, i % 9);
        buffer_printf(&awards, "%d,T%d\n%d,U\n", i, i, PERSONS - 1 - i);
    }
    struct staff_people *staff =
        staff_files_read(&(struct staff_texts){.staff = posts.data,
                                               .qualifications = awards.data},
                         &told);
    cr_assert_not_null(staff, "%s", told.error.message);
    cr_assert_eq(staff->count, PERSONS);
    for (int i = 0; i < PERSONS; i++) {
        char id[16];
        snprintf(id, sizeof(id), "%d", i);
        const struct staff_person *person = staff_people_find(staff, id);
        cr_assert(person && person->post_count == 1 &&
                  person->award_count == 2);
        cr_assert(atoi(person->awards[0].title + 1) == i ||
                  atoi(person->awards[1].title + 1) == i);
        cr_assert_lt(person->awards[0].row, person->awards[1].row);
    }
    staff_people_free(staff);
    buffer_done(&told.messages);
    buffer_done(&posts);
    buffer_done(&awards);
}

Test(staff, files_that_are_not_there_are_named)
{
    const struct staff_files missing = {.staff = "/nowhere/staff.csv"};
    const struct staff_files twice = {.staff = "-", .experience = "-"};
    struct problem_sink sink = {0};
    struct staff_people *staff = NULL;
    sg_error error = {0};
    cr_expect_eq(staff_people_read(&missing, false, &sink, &staff, &error),
                 SG_INPUT);
    cr_expect_str_eq(error.reason, "missing");
    cr_expect_eq(sink.errors, 1);
    error = (sg_error){0};
    cr_expect_eq(staff_people_read(&twice, false, NULL, &staff, &error),
                 SG_USAGE);
    cr_expect_null(staff);
    staff_people_free(NULL);
}

/* ---- privacy and damage ---- */

/* Every cell of a person holds SECRET in some form; so may what should be a
 * header and is none. */
static const struct staff_texts secrets[] = {
    {.staff = "SECRET,SECRET role\nSECRET,b\n"},
    {.staff = "person_id,SECRET\nSECRET,b\n"},
    {.staff = "person_id,role,role_start\n"
              "SECRET1,SECRET,SECRET\nSECRET,SECRET,2020-SECRET\n"
              "SECRET2,SECRET\nSECRET3,\"SECRET\n,SECRET,\n"
              "SECRET4,SECRET,\nSECRET4,SECRET,\nSECRET5,SECRET,31/02/2020\n",
     .qualifications = "person_id,title,awarded,expires\n"
                       "SECRET9,SECRET,,\nSECRET4,,,\n"
                       "SECRET4,SECRET,2020,2019\nSECRET4,SECRET,SECRET,\n",
     .experience = "person_id,from,to,hours\nSECRET4,SECRET,,\n"
                   "SECRET4,2020,SECRET,\nSECRET4,2020,,SECRET\n"},
};

Test(staff, no_message_holds_anything_of_a_cell)
{
    for (size_t i = 0; i < 2 * COUNT(secrets); i++) {
        struct staff_texts texts = secrets[i / 2];
        struct staff_told told = {0};
        texts.strict = i % 2;
        struct staff_people *staff = staff_files_read(&texts, &told);
        cr_expect_neq(told.messages.size, 0);
        cr_expect_null(strstr(told.messages.data, "SECRET"), "%zu: %s", i,
                       told.messages.data);
        cr_expect_null(strstr(told.messages.data, "31/02"));
        cr_expect_null(strstr(told.error.message, "SECRET"));
        for (size_t r = 0; staff && r < staff->account->rejected_count; r++)
            cr_expect_null(
                strstr(staff->account->rejected[r].sentence, "SECRET"));
        staff_people_free(staff);
        buffer_done(&told.messages);
    }
}

static char *cut(const char *text, size_t size)
{
    char *copy = calloc(1, size + 1);
    cr_assert_not_null(copy);
    memcpy(copy, text, size);
    return copy;
}

Test(staff, files_cut_anywhere_are_read_or_refused)
{
    const char *const texts[] = {whole.staff, whole.qualifications,
                                 whole.experience};
    for (size_t t = 0; t < COUNT(texts); t++)
        for (size_t size = 0; size < strlen(texts[t]); size++) {
            char *part = cut(texts[t], size);
            struct staff_texts damaged = whole;
            struct staff_told told = {0};
            *(t == 0   ? &damaged.staff
              : t == 1 ? &damaged.qualifications
                       : &damaged.experience) = part;
            struct staff_people *staff = staff_files_read(&damaged, &told);
            cr_expect(told.status == SG_OK || told.status == SG_INPUT);
            staff_people_free(staff);
            buffer_done(&told.messages);
            free(part);
        }
}
