/* SPDX-License-Identifier: MIT */
/* What a council says of courses: taken over the shipped ones, or refused. */
#include "base/file.h"
#include "base/limits.h"
#include "breakable.h"
#include "model/courses.h"
#include "read/read.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In single quotes, which become double ones. */
static const char own_file[] =
    "{'format': 'skillgap-overrides/1', 'source': 'Policy 3',\n"
    " 'as_of': '2026-04-01', 'study_hours_per_week': 6.5, 'courses': {\n"
    " 'change': [\n"
    "  {'id': 'l3-diploma-business-administration', 'price': 1200.50,\n"
    "   'months': 15, 'hours': {'guided': 100, 'total': 500}},\n"
    "  {'id': 'first-aid-at-work', 'price': {'typical': 180, 'least': 150,\n"
    "   'most': 200}, 'note': 'Book early.',\n"
    "   'group': {'seats': 12, 'price': 1500.50}},\n"
    "  {'id': 'training-it-keyboard', 'hours': {'total': 10}},\n"
    "  {'id': 'icdl-l1-award', 'offered': false}],\n"
    " 'add': [\n"
    "  {'id': 'care-day', 'title': 'Care day', 'kind': 'training',\n"
    "   'gives': {'criteria': ['tact-diplomacy']},\n"
    "   'hours': {'total': 7, 'paid': true}, 'months': {'typical': 0},\n"
    "   'price': {'typical': 45, 'least': 45, 'most': 45,\n"
    "    'source': 'A quotation'},\n"
    "   'group': {'seats': 20, 'price': 600, 'source': 'A letter',\n"
    "    'assumed': true},\n"
    "   'requires': {'op': 'credential', 'label': 'First aid',\n"
    "    'criterion': 'icdl', 'credential': 'first-aid'},\n"
    "   'awards': [{'number': '601/3607/8', 'body': 'B', 'funding': [\n"
    "    {'fund': 'levy'}]}],\n"
    "   'funding': [{'fund': 'council-budget', 'ends': '2027-07-31'}]}]}}\n";

#define CHANGE "/courses/change"
#define CARE "/courses/add/0"

static struct reference *reference;
static struct buffer shipped;
static char shipped_path[1024];

static void open_data(void)
{
    sg_error error = {0};
    reference = support_reference();
    shipped.limit = LIMIT_FILE_BYTES;
    snprintf(shipped_path, sizeof(shipped_path), "%s/reference/courses.json",
             support_data());
    cr_assert_eq(file_read(shipped_path, &shipped, &error), SG_OK);
}

static void close_data(void)
{
    buffer_done(&shipped);
    reference_free(reference);
}

TestSuite(own_courses, .init = open_data, .fini = close_data, .timeout = 120);

/* The file with its first `from` exchanged for `to`. To be freed. */
static char *with(const char *from, const char *to)
{
    const char *at = strstr(own_file, from);
    cr_assert_not_null(at, "the file holds no %s", from);
    const size_t room = sizeof(own_file) + strlen(to);
    char *text = malloc(room);
    cr_assert_not_null(text);
    snprintf(text, room, "%.*s%s%s", (int)(at - own_file), own_file, to,
             at + strlen(from));
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    return text;
}

static void keep(const sg_error *problem, void *user)
{
    struct problems *problems = user;
    if (problems->count < KEPT)
        problems->list[problems->count] = *problem;
    problems->count++;
}

/* Both files, as opening a catalogue reads them. NULL when the council's has
 * errors. */
static struct courses *read_over(const char *text, struct problems *found)
{
    struct buffer bytes = support_bytes(text);
    const struct own_courses own = {.bytes = &bytes, .file = "o.json"};
    struct problem_sink sink = {.tell = keep, .user = found};
    struct overrides *overrides = NULL;
    struct courses *courses = NULL;
    sg_error error = {0};
    sg_status status =
        read_overrides(&bytes, "o.json", reference, &sink, &overrides, &error);
    if (status == SG_OK)
        status = read_courses_with(&shipped, shipped_path, &own, reference,
                                   &sink, &courses, &error);
    cr_expect_eq(status == SG_OK, courses != NULL);
    overrides_free(overrides);
    buffer_done(&bytes);
    return courses;
}

static struct courses *read_good(const char *from, const char *to)
{
    struct problems found = {0};
    char *text = with(from, to);
    struct courses *courses = read_over(text, &found);
    cr_assert_not_null(courses, "%s %s", found.list[0].pointer,
                       found.list[0].message);
    cr_expect_eq(found.count, 0, "%s", found.list[0].message);
    free(text);
    return courses;
}

static const struct course *course_of(const struct courses *courses,
                                      const char *id)
{
    const struct course *course = courses_find(courses, id);
    cr_assert_not_null(course, "%s", id);
    return course;
}

static void expect_council(const struct sourced *from)
{
    cr_expect_str_eq(from->source, "Policy 3");
    cr_expect_str_eq(from->as_of, "2026-04-01");
    cr_expect_not(from->assumed);
}

Test(own_courses, a_figure_of_the_council_is_its_own_and_not_assumed)
{
    struct courses *courses = read_good("{", "{");
    const struct course *one =
        course_of(courses, "l3-diploma-business-administration");
    cr_expect_eq(one->price_pence, 120050);
    cr_expect_eq(one->price_least_pence, 120050);
    cr_expect_eq(one->price_most_pence, 120050);
    cr_expect_eq(one->months, 15);
    cr_expect_eq(one->guided_hours, 100);
    cr_expect_eq(one->total_hours, 500);
    expect_council(&one->price_from);
    expect_council(&one->months_from);
    expect_council(&one->hours_from);
    cr_expect_not(one->own, "the course itself is not");
    cr_expect_not_null(strstr(one->from.source, "Department"));
    cr_expect_float_eq(courses->study_hours_per_week, 6.5, 1e-6);
    expect_council(&courses->study_hours_from);
    courses_free(courses);
}

Test(own_courses, a_price_for_a_group_is_the_councils_own_too)
{
    struct courses *courses = read_good("{", "{");
    const struct course *aid = course_of(courses, "first-aid-at-work");
    const struct course *care = course_of(courses, "care-day");
    cr_expect_eq(aid->group_seats, 12);
    cr_expect_eq(aid->group_price_pence, 150050);
    expect_council(&aid->group_from);
    cr_expect_eq(care->group_seats, 20);
    cr_expect_eq(care->group_price_pence, 60000);
    cr_expect_str_eq(care->group_from.source, "A letter");
    cr_expect_str_eq(care->group_from.as_of, "2026-04-01");
    cr_expect(care->group_from.assumed, "the council says so itself");
    cr_expect_eq(course_of(courses, "training-it-keyboard")->group_seats, 0);
    courses_free(courses);
}

Test(own_courses, what_the_council_does_not_say_stays)
{
    struct courses *courses = read_good("{", "{");
    const struct course *aid = course_of(courses, "first-aid-at-work");
    cr_expect_eq(aid->price_pence, 18000);
    cr_expect_eq(aid->price_least_pence, 15000);
    cr_expect_eq(aid->price_most_pence, 20000);
    cr_expect_str_eq(aid->note, "Book early.");
    cr_expect_eq(aid->total_hours, 18);
    cr_expect(aid->hours_from.assumed);
    const struct course *keyboard = course_of(courses, "training-it-keyboard");
    cr_expect_eq(keyboard->total_hours, 10);
    cr_expect(keyboard->paid_hours, "it is still done at work");
    courses_free(courses);
}

Test(own_courses, one_that_is_not_offered_is_never_open)
{
    const struct date today = {.year = 2026, .month = 11, .day = 22};
    struct courses *courses = read_good("{", "{");
    cr_expect_not(course_is_open(course_of(courses, "icdl-l1-award"), today));
    cr_expect(course_is_open(course_of(courses, "icdl-l2-core"), today));
    courses_free(courses);
}

Test(own_courses, an_own_course_stands_last_and_names_the_council)
{
    struct courses *courses = read_good("{", "{");
    const struct course *care = course_of(courses, "care-day");
    cr_expect_eq(care, &courses->items[courses->count - 1]);
    cr_expect(care->own && care->offered);
    expect_council(&care->from);
    expect_council(&care->hours_from);
    expect_council(&care->entry_from);
    cr_expect_str_eq(care->price_from.source, "A quotation");
    cr_expect_str_eq(care->price_from.as_of, "2026-04-01");
    cr_assert_eq(care->fund_count, 1);
    cr_expect_str_eq(care->funds[0].fund->id, "council-budget");
    cr_assert_eq(care->award_count, 1);
    cr_expect_eq(care->awards[0].fund_count, 1);
    const struct framework *entry = courses->entry.framework;
    cr_assert_eq(care->entry_role, entry->role_count - 1);
    cr_expect_str_eq(framework_text(entry, entry->roles[care->entry_role].id),
                     "courses/care-day");
    courses_free(courses);
}

Test(own_courses, one_with_the_id_of_a_listed_one_replaces_it)
{
    struct courses *courses = read_good("'care-day'", "'icdl-l2-core'");
    const struct course *core = course_of(courses, "icdl-l2-core");
    uint32_t count = 0;
    for (uint32_t i = 0; i < courses->count; i++)
        count += strcmp(courses->items[i].id, "icdl-l2-core") == 0;
    cr_expect_eq(count, 1);
    cr_expect(core->own);
    cr_expect_str_eq(core->title, "Care day");
    courses_free(courses);
}

static const struct {
    const char *from, *to;
    const char *reason, *pointer, *says;
} odd[] = {
    {"'id': 'icdl-l1-award'", "'id': 'icdl-l1-awrd'", "unknown-course",
     CHANGE "/3/id", "Did you mean 'icdl-l1-award'?"},
    {"'fund': 'council-budget'", "'fund': 'council-buget'", "unknown-fund",
     CARE "/funding/0/fund", "Did you mean 'council-budget'?"},
    {"'fund': 'levy'", "'fund': 'levvy'", "unknown-fund",
     CARE "/awards/0/funding/0/fund", "Did you mean 'levy'?"},
    {"'offered': false", "'offred': false, 'months': 1", "unknown-field",
     CHANGE "/3/offred", "Did you mean 'offered'?"},
    {"1500.50", "2160.50", "dearer-group", CHANGE "/1/group",
     "costs 2160.50 pounds and as many single seats 2160.00"},
    {"'price': 600", "'price': 901", "dearer-group", CARE "/group",
     "single seats 900.00"},
    {"'price': 1200.50", "'price': 80, 'group': {'seats': 3, 'price': 241}",
     "dearer-group", CHANGE "/0/group", "single seats 240.00"},
    {"'hours': {'total': 10}", "'group': {'seats': 2, 'price': 99999}",
     "dearer-group", CHANGE "/2/group", "say in the course's 'price'"},
    {"'hours': {'total': 10}", "'group': {'seats': 2, 'price': 0.01}",
     "cheaper-group", CHANGE "/2/group", "what all of it costs together"},
    {"'seats': 12", "'source': 'x', 'seats': 12", "unknown-field",
     CHANGE "/1/group/source", "ignored"},
};

/* In the place of the price of one seat of a diploma that is listed at 1,640.
 */
static const struct {
    const char *to, *why;
} sound[] = {
    {"'price': 60000, 'group': {'seats': 2, 'price': 99999}",
     "the listed price does not count beside the council's own"},
    {"'group': {'seats': 2, 'price': 3000}", "without one it does"},
    {"'price': 0.7, 'group': {'seats': 3, 'price': 2.1}",
     "three times 0.7 is a little less than 2.1 to a computer"},
    {"'price': 0, 'group': {'seats': 3, 'price': 0}", "all for nothing"},
};

Test(own_courses, a_group_is_held_to_the_price_that_counts)
{
    for (size_t i = 0; i < sizeof(sound) / sizeof(sound[0]); i++) {
        struct problems found = {0};
        char *text = with("'price': 1200.50", sound[i].to);
        struct courses *courses = read_over(text, &found);
        cr_expect_not_null(courses, "%s", sound[i].why);
        cr_expect_eq(found.count, 0, "%s: %s", sound[i].why,
                     found.list[0].message);
        courses_free(courses);
        free(text);
    }
}

Test(own_courses, what_leads_nowhere_is_a_warning)
{
    for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
        struct problems found = {0};
        char *text = with(odd[i].from, odd[i].to);
        struct courses *courses = read_over(text, &found);
        cr_expect_not_null(courses, "%s: %s", odd[i].to, found.list[0].message);
        cr_expect_eq(found.count, 1, "%s", odd[i].to);
        cr_expect(found.list[0].warning);
        cr_expect_str_eq(found.list[0].file, "o.json");
        cr_expect_str_eq(found.list[0].reason, odd[i].reason);
        cr_expect_str_eq(found.list[0].pointer, odd[i].pointer);
        cr_expect_not_null(strstr(found.list[0].message, odd[i].says), "%s",
                           found.list[0].message);
        courses_free(courses);
        free(text);
    }
}

static const struct {
    const char *from, *to;
    const char *reason, *pointer;
} wrong[] = {
    {" 'source': 'Policy 3',", "", "missing-field", ""},
    {"'as_of': '2026-04-01', ", "", "missing-field", ""},
    {"6.5", "61", "out-of-range", "/study_hours_per_week"},
    {"'id': 'l3-diploma-business-administration', ", "", "missing-field",
     CHANGE "/0"},
    {"1200.50", "1200.505", "out-of-range", CHANGE "/0/price"},
    {"1200.50", "'1200'", "wrong-type", CHANGE "/0/price"},
    {"'months': 15", "'months': 15.5", "wrong-type", CHANGE "/0/months"},
    {"'guided': 100", "'guided': 501", "out-of-range", CHANGE "/0/hours"},
    {"'least': 150", "'least': 190", "wrong-order", CHANGE "/1/price"},
    {"'seats': 12", "'seats': 1", "out-of-range", CHANGE "/1/group/seats"},
    {"'seats': 12, ", "", "missing-field", CHANGE "/1/group"},
    {"'seats': 12, 'price': 1500.50", "'seats': 12", "missing-field",
     CHANGE "/1/group"},
    {"1500.50", "1500.505", "out-of-range", CHANGE "/1/group/price"},
    {"{'seats': 12, 'price': 1500.50}", "1500", "wrong-type",
     CHANGE "/1/group"},
    {"'seats': 20", "'seats': 2000", "out-of-range", CARE "/group/seats"},
    {", 'offered': false", "", "missing-field", CHANGE "/3"},
    {"'icdl-l1-award'", "'first-aid-at-work'", "duplicate-entry", CHANGE "/3"},
    {"'icdl-l1-award'", "'care-day'", "contradiction", CHANGE "/3"},
    {"'gives': {'criteria': ['tact-diplomacy']}", "'gives': {}",
     "gives-nothing", CARE "/gives"},
    {"'tact-diplomacy'", "'tact-and-diplomacy'", "unknown-criterion",
     CARE "/gives/criteria/0"},
    {"'months': {'typical': 0},", "", "missing-field", CARE},
    {"'op': 'credential'", "'op': 'credentials'", "unknown-word",
     CARE "/requires/op"},
};

Test(own_courses, what_is_wrong_is_refused_at_its_place)
{
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct problems found = {0};
        char *text = with(wrong[i].from, wrong[i].to);
        struct courses *courses = read_over(text, &found);
        cr_expect_null(courses, "%s", wrong[i].from);
        cr_expect_eq(found.count, 1, "%s: %zu", wrong[i].from, found.count);
        cr_expect_str_eq(found.list[0].reason, wrong[i].reason, "%s: %s",
                         wrong[i].from, found.list[0].reason);
        cr_expect_str_eq(found.list[0].pointer, wrong[i].pointer, "%s: %s",
                         wrong[i].from, found.list[0].pointer);
        courses_free(courses);
        free(text);
    }
}
