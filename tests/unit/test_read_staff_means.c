/* SPDX-License-Identifier: MIT */
/* What a map of HR exports says that cells mean. */
#include "base/limits.h"
#include "read/shape.h"
#include "read/staff/map.h"
#include "staff_files.h"
#include "support.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define MEANS(rest)                                                            \
    "{\"format\": \"skillgap-staff-map/1\", \"means\": {" rest "}}"
#define POST "person_id,role\nP1,x\n"

static const char *or_dot(const char *text)
{
    return text ? text : ".";
}

/* All texts of the staff, "." for one that was not given. */
static void show(const struct staff_people *staff, struct buffer *out)
{
    for (size_t p = 0; staff && p < staff->count; p++) {
        const struct staff_person *person = &staff->persons[p];
        for (size_t i = 0; i < person->post_count; i++) {
            const struct staff_post *post = &person->posts[i];
            buffer_printf(out, "[%s|%s|%s|%s]", or_dot(post->role),
                          or_dot(post->target_role), or_dot(post->team),
                          or_dot(post->grade));
        }
        for (size_t i = 0; i < person->award_count; i++) {
            const struct staff_award *award = &person->awards[i];
            buffer_printf(out, "(%s|%s|%s|%s|%s)", or_dot(award->title),
                          or_dot(award->level), or_dot(award->scale),
                          or_dot(award->subject), or_dot(award->status));
        }
        for (size_t i = 0; i < person->work_count; i++)
            buffer_printf(out, "<%s|%s>", or_dot(person->work[i].role),
                          or_dot(person->work[i].area));
    }
}

static void expect(size_t i, const struct staff_texts *texts, const char *shown,
                   const char *reasons, const char *why)
{
    struct staff_told told = {0};
    struct buffer out = {0};
    struct staff_people *staff = staff_files_read(texts, &told);
    show(staff, &out);
    cr_expect_str_eq(out.data ? out.data : "", shown, "%zu, %s: %s", i, why,
                     out.data);
    cr_expect_str_eq(told.reasons, reasons, "%zu, %s: %s", i, why,
                     told.messages.data);
    staff_people_free(staff);
    buffer_done(&told.messages);
    buffer_done(&out);
}

static const struct {
    struct staff_texts texts;
    const char *shown, *reasons, *why;
} meanings[] = {
    {{.staff = "person_id,role,team,grade,target_role\n"
               "P1,Admin Asst II,Rev&Bens,Gr 5,Mgr\n",
      .qualifications = "person_id,title,level,scale,subject,status\n"
                        "P1,NVQ Lvl3 Bus Adm,three,nat,Bus,done\n",
      .experience = "person_id,from,role,area\nP1,2020,Admin Asst II,desk\n",
      .map = MEANS("\"role\": {\"Admin Asst II\": \"c/aa2\"},"
                   "\"team\": {\"Rev&Bens\": \"Revenues\"},"
                   "\"grade\": {\"Gr 5\": \"Grade 5\"},"
                   "\"target_role\": {\"Mgr\": \"c/mgr\"},"
                   "\"title\": {\"NVQ Lvl3 Bus Adm\": \"NVQ level 3\"},"
                   "\"level\": {\"three\": \"3\"},"
                   "\"scale\": {\"nat\": \"NVQ\"},"
                   "\"subject\": {\"Bus\": \"15.2\"},"
                   "\"status\": {\"done\": \"held\"},"
                   "\"area\": {\"desk\": \"office\"}")},
     "[c/aa2|c/mgr|Revenues|Grade 5](NVQ level 3|3|NVQ|15.2|held)"
     "<c/aa2|office>",
     "",
     "every column that has words"},
    {{.staff = "person_id,role\nP1, ADMIN_asst--ii. \nP2,Admin Asst 2\n",
      .map = MEANS("\"role\": {\"Admin  Asst II\": \"a\"}")},
     "[a|.|.|.][Admin Asst 2|.|.|.]",
     "",
     "case, spaces and signs are free, letters and digits are not"},
    {{.staff = "person_id,role\nP1,caf\xC3\xA9\nP2,cafe\nP3,CAF\xC3\x89\n",
      .map = MEANS("\"role\": {\"Caf\xC3\xA9\": \"a\"}")},
     "[a|.|.|.][cafe|.|.|.][CAF\xC3\x89|.|.|.]",
     "",
     "what is not ASCII counts as it is"},
    {{.staff = "person_id,role,team\nP1,-,-\nP2,--,?\nP3,?,-\n",
      .map = MEANS("\"role\": {\"-\": \"\", \"?\": \"a\"}")},
     "[.|.|-|.][--|.|?|.][a|.|-|.]",
     "",
     "words without a letter are compared as they stand, in their column"},
    {{.staff = "person_id,role\nP1,a\nP2,b\n",
      .map = MEANS("\"role\": {\"a\": \"b\", \"b\": \"c\"}")},
     "[b|.|.|.][c|.|.|.]",
     "",
     "a value is not looked up again"},
    {{.staff = "person_id,role,target_role\nP1,a,a\nP2,b,b\n",
      .map = MEANS("\"role\": {\"A\": \"x\", \"b\": \"y\"},"
                   "\"target_role\": {\"a\": \"z\"}")},
     "[x|z|.|.][y|y|.|.]",
     "",
     "a target role has words of its own before those of roles"},
    {{.staff = "person_id,role,target_role\nP1,q,a\n",
      .map = MEANS("\"role\": {\"a\": \"x\"}")},
     "[q|x|.|.]",
     "",
     "words of roles are used by a target role alone"},
    {{.staff = "person_id,role,target_role\nP1,a,q\n",
      .map = MEANS("\"target_role\": {\"a\": \"x\"}")},
     "[a|q|.|.]",
     "unused-words@0",
     "but not the other way round"},
    {{.staff = POST,
      .qualifications = "person_id,title\nP1,none\nP1,N/A\n",
      .map = MEANS("\"title\": {\"none\": \"\", \"n/a\": \" \xC2\xA0 \"}")},
     "[x|.|.|.]",
     "missing-cell@2 missing-cell@3",
     "an empty value is an empty cell, also one of spaces"},
    {{.staff = "person_id,role,team\n,,-\nP1,a,-\n",
      .map = MEANS("\"team\": {\"-\": \"\"}")},
     "[a|.|.|.]",
     "missing-cell@2",
     "a row of such cells is no blank one"},
    {{.staff = "person_id,role\nP1,#N/A\nP2,1.2E+05\nP3,#REF!\n",
      .map = MEANS("\"role\": {\"#n/a\": \"\", \"1.2E+05\": \"120000\"}")},
     "[.|.|.|.][120000|.|.|.]",
     "spreadsheet-error@4",
     "what the map settles is no fault"},
    {{.staff = "person_id,role\nP1,a\n",
      .map = MEANS("\"role\": {\"a\": \" #N/A \"}")},
     "[#N/A|.|.|.]",
     "",
     "a value is taken as it is, but for spaces around it"},
    {{.staff = "person_id,role\nP1,a\nP1,A\nP1,a\n",
      .map = MEANS("\"role\": {\"a\": \"b\"}")},
     "[b|.|.|.][b|.|.|.]",
     "repeated-row@4",
     "rows are the same when they are written the same"},
    {{.staff = "person_id,role\nP1,=a\nP2,'=b\nP3,-\nP4,'-\n",
      .map = MEANS("\"role\": {\"'=a\": \"x\", \"=b\": \"y\", "
                   "\"'-\": \"z\"}")},
     "[x|.|.|.][y|.|.|.][z|.|.|.][z|.|.|.]",
     "",
     "a guard is no part of words, here or there"},
    {{.staff = POST, .map = MEANS("\"role\": {}")},
     "[x|.|.|.]",
     "",
     "a column without words"},
};

Test(staff_means, a_cell_with_such_words_is_read_as_the_value)
{
    for (size_t i = 0; i < COUNT(meanings); i++)
        expect(i, &meanings[i].texts, meanings[i].shown, meanings[i].reasons,
               meanings[i].why);
}

Test(staff_means, rows_left_out_keep_their_cells_as_written)
{
    const struct staff_texts texts = {
        .staff = "person_id,role,role_start\nP1, Admin Asst ,31/02/2020\n",
        .map = MEANS("\"role\": {\"admin asst\": \"c/aa\"}")};
    struct staff_told told = {0};
    struct staff_people *staff = staff_files_read(&texts, &told);
    cr_assert_not_null(staff);
    cr_expect_str_eq(told.reasons, "no-such-date@2");
    cr_assert_eq(staff->account->rejected_count, 1);
    cr_expect_str_eq(staff->account->rejected[0].cells[1], "Admin Asst");
    staff_people_free(staff);
    buffer_done(&told.messages);
}

/* ---- words of no cell ---- */

static const struct {
    const char *map, *message, *why;
} unused[] = {
    {MEANS("\"role\": {\"x\": \"y\", \"Zed\": \"z\"}"),
     "unused-words /means No cell has these words of 'means': 'Zed' (role); "
     "check their spelling, or take them out.\n",
     "one of two"},
    {MEANS("\"title\": {\"b\": \"\"}, \"role\": {\"a\\u001b[1m\": \"\"}, "
           "\"team\": {\"c\": \"\"}"),
     "unused-words /means No cell has these words of 'means': 'a?[1m' (role), "
     "'c' (team), 'b' (title); check their spelling, or take them out.\n",
     "as many as are named, made harmless"},
    {MEANS("\"role\": {\"a\": \"\", \"b\": \"\", \"c\": \"\", \"d\": \"\", "
           "\"e\": \"\"}"),
     "unused-words /means No cell has these words of 'means': 'a' (role), 'b' "
     "(role), 'c' (role) and 2 more; check their spelling, or take them "
     "out.\n",
     "more than are named"},
};

Test(staff_means, words_that_no_cell_has_are_told_once)
{
    for (size_t i = 0; i < COUNT(unused); i++) {
        const struct staff_texts texts = {.staff = POST, .map = unused[i].map};
        struct staff_told told = {0};
        struct staff_people *staff = staff_files_read(&texts, &told);
        cr_expect_not_null(staff, "%s", unused[i].why);
        cr_expect_str_eq(told.messages.data, unused[i].message, "%s: %s",
                         unused[i].why, told.messages.data);
        cr_expect(told.errors == 0 && told.warnings == 1);
        staff_people_free(staff);
        buffer_done(&told.messages);
    }
}

Test(staff_means, the_longest_words_are_named_in_part)
{
    struct buffer map = {0};
    struct staff_told told = {0};
    buffer_puts(&map, "{\"format\": \"skillgap-staff-map/1\", \"means\": {"
                      "\"target_role\": {");
    for (int i = 0; i < 3; i++) {
        buffer_printf(&map, "%s\"%d", i ? ", " : "", i);
        for (int c = 1; c < LIMIT_STAFF_MAP_LENGTH; c++)
            buffer_puts(&map, "\xF0\x9F\x98\x80");
        buffer_puts(&map, "\": \"\"");
    }
    buffer_puts(&map, "}}}");
    const struct staff_texts texts = {.staff = POST, .map = map.data};
    struct staff_people *staff = staff_files_read(&texts, &told);
    cr_expect_not_null(staff, "%s", told.error.message);
    cr_expect_str_eq(told.reasons, "unused-words@0");
    cr_expect_not_null(strstr(told.messages.data, "take them out."));
    cr_expect_null(strchr(told.messages.data, '?'), "no half character: %s",
                   told.messages.data);
    staff_people_free(staff);
    buffer_done(&told.messages);
    buffer_done(&map);
}

/* ---- hostile maps ---- */

static const struct {
    const char *map;
    const char *reasons;
    bool read;
    const char *why;
} hostile[] = {
    {"{\"format\": \"skillgap-staff-map/1\", \"means\": []}", "wrong-type@0",
     false, "a list"},
    {"{\"format\": \"skillgap-staff-map/1\", \"means\": null}", "wrong-type@0",
     false, "nothing"},
    {MEANS("\"role\": \"a\""), "wrong-type@0", false, "a text for a column"},
    {MEANS("\"role\": [\"a\"]"), "wrong-type@0", false, "a list for a column"},
    {MEANS("\"role\": {\"a\": 1, \"b\": null, \"c\": {}, \"d\": true}"),
     "wrong-type@0 wrong-type@0 wrong-type@0 wrong-type@0", false,
     "values that are no texts"},
    {MEANS("\"person_id\": {\"a\": \"b\"}, \"awarded\": {\"x\": \"2020\"}, "
           "\"hours_per_week\": {\"full\": \"37\"}"),
     "unknown-field@0 unknown-field@0 unknown-field@0", true,
     "columns without words"},
    {MEANS("\"person_id\": 5"), "unknown-field@0", true, "or what else"},
    {MEANS("\"role\": {\"\": \"a\"}"), "out-of-range@0", false, "no words"},
    {MEANS("\"role\": {\" \\u00a0\\u2003\": \"a\"}"), "out-of-range@0", false,
     "blank words"},
    {MEANS("\"role\": {\"x\": \"a\", \"X\": \"b\"}"), "duplicate-entry@0",
     false, "the same but for case"},
    {MEANS("\"role\": {\"x y\": \"a\", \"X_Y\": \"a\", \"'x-y\": \"a\"}"),
     "duplicate-entry@0 duplicate-entry@0", false, "thrice, with one value"},
    {MEANS("\"role\": {\"-\": \"a\", \" - \": \"b\"}"), "duplicate-entry@0",
     false, "the same but for spaces around them"},
    {MEANS("\"role\": {\"x\": \"a\"}, \"team\": {\"X\": \"b\"}"),
     "unused-words@0", true, "the same in two columns"},
    {MEANS("\"role\": {\"x\": \"a\", \"x\": \"b\"}"), "duplicate-key@1", false,
     "the very same"},
    {MEANS("\"role\": {\"x\\u0000\": \"a\"}"), "encoding@1", false, "a NUL"},
    {MEANS("\"role\": {\"x\": \"a\\u0000\"}"), "encoding@1", false,
     "a NUL in a value"},
    {MEANS("\"role\": {\"x\": \"a\""), "syntax@1", false, "a brace too few"},
    {MEANS("\"role\": {\"caf\xE9\": \"a\"}"), "encoding@1", false, "no UTF-8"},
};

Test(staff_means, a_map_that_is_wrong_is_refused)
{
    for (size_t i = 0; i < COUNT(hostile); i++) {
        const struct staff_texts texts = {.staff = POST, .map = hostile[i].map};
        struct staff_told told = {0};
        struct staff_people *staff = staff_files_read(&texts, &told);
        cr_expect_str_eq(told.reasons, hostile[i].reasons, "%s: %s",
                         hostile[i].why, told.messages.data);
        cr_expect_eq(staff != NULL, hostile[i].read, "%s", hostile[i].why);
        staff_people_free(staff);
        buffer_done(&told.messages);
    }
}

Test(staff_means, an_error_names_its_place_and_both_words)
{
    const struct staff_texts texts = {
        .staff = POST, .map = MEANS("\"team\": {\"a/b\": \"\", \"AB\": \"\"}")};
    struct staff_told told = {0};
    cr_expect_null(staff_files_read(&texts, &told));
    cr_expect_str_eq(told.error.pointer, "/means/team/AB");
    cr_expect_str_eq(told.error.message,
                     "'AB' is the same as 'a/b' but for case, spaces and "
                     "signs; take one out.");
    buffer_done(&told.messages);
}

/* ---- ceilings ---- */

/* A map of so many words of a role, each of `length` characters and those of
 * its number; P1 has the last of them. */
static void make_map(struct buffer *map, struct buffer *staff, int count,
                     int length, int value_length)
{
    buffer_puts(map, "{\"format\": \"skillgap-staff-map/1\", \"means\": {"
                     "\"role\": {");
    for (int i = 0; i < count; i++) {
        struct buffer words = {0};
        for (int c = 0; c < length; c++)
            buffer_puts(&words, "\xF0\x9F\x98\x80");
        if (count > 1)
            buffer_printf(&words, "%d", i);
        buffer_printf(map, "%s\"%s\": \"", i ? ", " : "", words.data);
        for (int c = 0; c < value_length; c++)
            buffer_puts(map, "\xF0\x9F\x98\x81");
        buffer_puts(map, "\"");
        if (i == count - 1)
            buffer_printf(staff, "person_id,role\nP1,%s\n", words.data);
        buffer_done(&words);
    }
    buffer_puts(map, "}}}");
}

static const struct {
    int count, length, value_length;
    const char *reasons;
    const char *why;
} sizes[] = {
    {1, LIMIT_STAFF_MAP_LENGTH, LIMIT_STAFF_MAP_LENGTH, "",
     "the longest, of the largest characters"},
    {1, LIMIT_STAFF_MAP_LENGTH + 1, 1, "out-of-range@0", "longer words"},
    {1, 1, LIMIT_STAFF_MAP_LENGTH + 1, "out-of-range@0", "a longer value"},
    {1, 100000, 1, "out-of-range@0", "very long words"},
    {LIMIT_STAFF_MAP_WORDS, 1, 1, "unused-words@0", "as many as there may be"},
    {LIMIT_STAFF_MAP_WORDS + 1, 1, 1, "out-of-range@0", "one more"},
};

Test(staff_means, there_is_a_ceiling_to_words_and_values)
{
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct buffer map = {0}, posts = {0};
        struct staff_told told = {0};
        make_map(&map, &posts, sizes[i].count, sizes[i].length,
                 sizes[i].value_length);
        const struct staff_texts texts = {.staff = posts.data, .map = map.data};
        struct staff_people *staff = staff_files_read(&texts, &told);
        cr_expect_str_eq(told.reasons, sizes[i].reasons, "%s", sizes[i].why);
        cr_expect_eq(staff != NULL, told.errors == 0, "%s", sizes[i].why);
        if (staff)
            cr_expect_eq(strlen(staff->persons[0].posts[0].role),
                         4 * (size_t)sizes[i].value_length, "%s", sizes[i].why);
        staff_people_free(staff);
        buffer_done(&told.messages);
        buffer_done(&map);
        buffer_done(&posts);
    }
}

Test(staff_means, a_cell_past_the_ceiling_is_still_too_long)
{
    struct buffer posts = {0};
    struct staff_told told = {0};
    buffer_puts(&posts, POST "P2,x");
    for (int i = 0; i < LIMIT_STAFF_CELL_BYTES; i++)
        buffer_puts(&posts, "-");
    const struct staff_texts texts = {.staff = posts.data,
                                      .map = MEANS("\"role\": {\"x\": \"a\"}")};
    struct staff_people *staff = staff_files_read(&texts, &told);
    cr_expect_str_eq(told.reasons, "long-cell@3");
    staff_people_free(staff);
    buffer_done(&told.messages);
    buffer_done(&posts);
}

Test(staff_means, a_map_cut_anywhere_is_read_or_refused)
{
    char map[] = MEANS("\"role\": {\"a b\": \"c\", \"-\": \"\"}");
    for (size_t size = sizeof(map) - 1; size-- > 0;) {
        const struct staff_texts texts = {.staff = POST, .map = map};
        struct staff_told told = {0};
        map[size] = '\0';
        cr_expect_null(staff_files_read(&texts, &told), "%s", map);
        cr_expect_eq(told.status, SG_INPUT);
        buffer_done(&told.messages);
    }
}

/* ---- the schema ---- */

static json_t *member(json_t *from, const char *name)
{
    json_t *found = json_object_get(from, name);
    cr_assert_not_null(found, "the schema has no %s", name);
    return found;
}

static json_int_t number(json_t *from, const char *name)
{
    return json_integer_value(member(from, name));
}

Test(staff_means, the_table_is_as_the_schema_says)
{
    char path[1024];
    json_error_t error;
    snprintf(path, sizeof(path), "%s/schema/staff-map.schema.json",
             support_data());
    json_t *schema = json_load_file(path, 0, &error);
    cr_assert_not_null(schema, "%s", error.text);
    json_t *properties = member(schema, "properties");
    const struct field *fields = staff_map_shape.fields;
    for (size_t i = 0; fields[i].name; i++)
        cr_expect_not_null(json_object_get(properties, fields[i].name));
    const struct field *columns = fields[4].shape->fields;
    cr_assert_str_eq(fields[4].name, "means");
    json_t *known = member(member(properties, "means"), "properties");
    size_t count = 0;
    for (; columns[count].name; count++)
        cr_expect_not_null(json_object_get(known, columns[count].name));
    cr_expect_eq(count, json_object_size(known));
    json_t *meaning = member(member(schema, "$defs"), "meanings");
    cr_expect_eq(number(meaning, "maxProperties"), LIMIT_STAFF_MAP_WORDS);
    cr_expect_eq(number(member(meaning, "propertyNames"), "maxLength"),
                 LIMIT_STAFF_MAP_LENGTH);
    cr_expect_eq(number(member(meaning, "additionalProperties"), "maxLength"),
                 LIMIT_STAFF_MAP_LENGTH);
    json_decref(schema);
}
