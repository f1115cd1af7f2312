/* SPDX-License-Identifier: MIT */
/* The columns of HR exports: what a map file calls them, and those that are not
 * needed. */
#include "read/shape.h"
#include "read/staff/map.h"
#include "staff_files.h"

#include <criterion/criterion.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* ---- the map ---- */

#define MAP(rest) "{\"format\": \"skillgap-staff-map/1\"" rest "}"

static const struct {
    const char *staff, *map, *reasons;
    size_t persons;
    const char *why;
} maps[] = {
    {"Nr,Was\nP1,a\n",
     MAP(", \"columns\": {\"person_id\": \"NR\", \"role\": \"was\"}"), "", 1,
     "renames"},
    {"employee_ref,payroll_id,role\nP1,a,b\n",
     MAP(", \"columns\": {\"person_id\": \"payroll id\"}"), "unknown-column@1",
     1, "settles what is ambiguous"},
    {"person_id,role,NI Number\nP1,a,b\n", MAP(", \"drop\": [\"ni_number\"]"),
     "", 1, "drops without a word"},
    {"employee_ref,payroll_id,role\nP1,a,b\n",
     MAP(", \"drop\": [\"Employee Ref\"]"), "", 1, "drops a synonym"},
    {"person_id,role\nP1,a\n", MAP(", \"columns\": {\"team\": \"Tema\"}"),
     "unused-name@0", 1, "a name that is nowhere"},
    {"person_id,was\nP1,a\n", MAP(", \"columns\": {\"role\": \"what\"}"),
     "missing-column@1", 0, "a needed one that is nowhere"},
    {"person_id,role\nP1,a\n", MAP(", \"columns\": {\"rôle\": \"a\"}"),
     "unknown-field@0", 1, "a column that there is not"},
    {"person_id,role\nP1,a\n", MAP(", \"drop\": [1]"), "wrong-type@0", 0,
     "not as the schema says"},
    {"person_id,role\nP1,a\n", "{\"format\": \"skillgap-person/1\"}",
     "wrong-format@0", 0, "another file"},
    {"person_id,role\nP1,a\n", "{", "syntax@1", 0, "no JSON"},
};

Test(staff, a_map_says_what_columns_are_called)
{
    for (size_t i = 0; i < COUNT(maps); i++) {
        struct staff_told told = {0};
        const struct staff_texts texts = {.staff = maps[i].staff,
                                          .map = maps[i].map};
        struct staff_people *staff = staff_files_read(&texts, &told);
        cr_expect_str_eq(told.reasons, maps[i].reasons, "%s", maps[i].why);
        cr_expect_eq(staff ? staff->count : 0, maps[i].persons, "%s",
                     maps[i].why);
        staff_people_free(staff);
        buffer_done(&told.messages);
    }
}

Test(staff, every_column_can_be_mapped)
{
    const struct shape *columns = staff_map_shape.fields[2].shape;
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        cr_expect_str_eq(columns->fields[i].name, staff_column_names[i]);
    cr_expect_null(columns->fields[COLUMN_COUNT].name);
}

/* ---- columns that are not needed ---- */

Test(staff, columns_that_are_not_needed_are_named_in_one_sentence)
{
    struct buffer header = {0};
    struct staff_told told = {0};
    buffer_puts(&header, "person_id,role,first");
    for (int i = 0; i < 60; i++)
        buffer_printf(&header, ",not needed %d", i);
    buffer_puts(&header, "\n");
    struct staff_people *staff =
        staff_files_read(&(struct staff_texts){.staff = header.data}, &told);
    cr_expect_str_eq(told.reasons, "unknown-column@1 no-rows@0");
    cr_expect_not_null(strstr(told.messages.data,
                              "61 columns are not needed and not read: "
                              "'first', 'not needed 0', 'not needed 1', "));
    cr_expect_not_null(strstr(told.messages.data, "' and 4"),
                       "how many are not named: %s", told.messages.data);
    staff_people_free(staff);
    buffer_done(&told.messages);
    buffer_done(&header);
}
