/* SPDX-License-Identifier: MIT */
/* Reading a catalogue of courses: what is taken, and what is refused where. */
#include "breakable.h"
#include "model/courses.h"
#include "read/read.h"
#include "support.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In single quotes, which become double ones. */
static const char full[] =
    "{'format': 'skillgap-courses/1', 'version': '7', 'as_of': '2026-11-22',\n"
    " 'sources': [\n"
    "  {'id': 'list', 'title': 'A list', 'as_of': '2025-02-18'},\n"
    "  {'id': 'guess', 'title': 'We guess', 'as_of': '2026-11-22',\n"
    "   'assumed': true}],\n"
    " 'study_hours_per_week': {'value': 4.5, 'source': 'guess'},\n"
    " 'usual_training': {'hours': 7, 'price': 99.99, 'source': 'guess'},\n"
    " 'funding': [{'id': 'levy', 'title': 'Levy', 'pays': 'All of it.',\n"
    "   'who': 'All.', 'employee_pays': 'Nothing.', 'source': 'list'}],\n"
    " 'courses': [\n"
    "  {'id': 'diploma', 'title': 'Level 3 Diploma', 'kind': 'qualification',\n"
    "   'needs_work': true, 'source': 'list',\n"
    "   'gives': {'qualification': {'type': 'diploma', 'level': 3,\n"
    "     'scale': 'RQF', 'size': 'diploma', 'subject': '15.2'}},\n"
    "   'hours': {'guided': 282, 'total': 580, 'source': 'list'},\n"
    "   'months': {'typical': 12, 'source': 'list', 'assumed': true},\n"
    "   'price': {'typical': 1640.50, 'least': 600, 'most': 2000,\n"
    "     'source': 'list'},\n"
    "   'group': {'seats': 12, 'price': 15000.25, 'source': 'list',\n"
    "     'assumed': true},\n"
    "   'requires': {'op': 'any', 'printed': 'or', 'parts': [\n"
    "     {'op': 'qualification', 'label': 'Five GCSEs',\n"
    "      'criterion': 'vocational-qualification', 'scale': 'RQF',\n"
    "      'level': 2, 'equivalent': true, 'subject': 'any'},\n"
    "     {'op': 'experience', 'label': 'Such work',\n"
    "      'criterion': 'work-experience'}]},\n"
    "   'requires_source': 'guess',\n"
    "   'awards': [{'number': '601/3608/X', 'body': 'C&G',\n"
    "     'closes': '2022-09-30', 'source': 'list', 'funding': [\n"
    "      {'fund': 'levy', 'opens': '2020-01-01', 'ends': '2026-07-31'}]}],\n"
    "   'funding': [{'fund': 'levy'}]},\n"
    "  {'id': 'lead', 'title': 'Leading', 'kind': 'on-the-job',\n"
    "   'reference': 'ST0070', 'note': 'A note.', 'source': 'list',\n"
    "   'opens': '2026-01-01', 'closes': '2027-01-01',\n"
    "   'gives': {'experience': {'supervises': true, 'area': 'supervision'},\n"
    "     'credential': 'icdl',\n"
    "     'criteria': ['health-safety', 'it-keyboard']},\n"
    "   'months': {'typical': 0, 'source': 'guess'},\n"
    "   'price': {'typical': 0, 'least': 0, 'most': 0, 'source': 'guess'}}]}\n";

#define ONE "/courses/0"
#define TWO_ "/courses/1"

static struct reference *reference;

/* jansson gets so many pieces of memory, then one time none. */
static long pieces_left;

static void *piece(size_t size)
{
    return pieces_left-- == 0 ? NULL : malloc(size);
}

static void open_reference(void)
{
    json_set_alloc_funcs(piece, free);
    pieces_left = -1;
    reference = support_reference();
}

static void close_reference(void)
{
    reference_free(reference);
}

TestSuite(read_courses, .init = open_reference, .fini = close_reference,
          .timeout = 120);

/* The file with its first `from` exchanged for `to`. To be freed. */
static char *with(const char *from, const char *to)
{
    const char *at = strstr(full, from);
    cr_assert_not_null(at, "the file holds no %s", from);
    const size_t room = sizeof(full) + strlen(to);
    char *text = malloc(room);
    cr_assert_not_null(text);
    snprintf(text, room, "%.*s%s%s", (int)(at - full), full, to,
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

static struct courses *read_text(const char *text, struct problems *found)
{
    struct buffer bytes = support_bytes(text);
    struct problem_sink sink = {.tell = keep, .user = found};
    struct courses *courses = NULL;
    sg_error error = {0};
    const sg_status status =
        read_courses(&bytes, "x.json", reference, &sink, &courses, &error);
    cr_expect_eq(status == SG_OK, courses != NULL);
    cr_expect_eq(sink.errors > 0, status == SG_INPUT);
    buffer_done(&bytes);
    return courses;
}

static struct courses *read_full(void)
{
    struct problems found = {0};
    char *text = with("{", "{");
    struct courses *courses = read_text(text, &found);
    cr_assert_not_null(courses, "%s %s", found.list[0].pointer,
                       found.list[0].message);
    cr_expect_eq(found.count, 0, "%s", found.list[0].message);
    free(text);
    return courses;
}

Test(read_courses, every_field_is_kept)
{
    struct courses *courses = read_full();
    const struct course *one = &courses->items[0], *two = &courses->items[1];
    cr_expect_str_eq(courses->version, "7");
    cr_expect_eq(courses->count, 2);
    cr_expect_float_eq(courses->study_hours_per_week, 4.5, 1e-6);
    cr_expect(courses->study_hours_from.assumed, "as its source is");
    cr_expect_eq(courses->usual_training_pence, 9999);
    cr_expect_str_eq(one->title, "Level 3 Diploma");
    cr_expect(one->offered && one->needs_work && !one->own);
    cr_expect(one->gives_qualification);
    cr_expect_str_eq(one->qualification.title, "Level 3 Diploma");
    cr_expect_str_eq(one->qualification.subject, "15.2");
    cr_expect_eq(one->qualification.level, 3);
    cr_expect_eq(one->qualification.size, SIZE_DIPLOMA);
    cr_expect_eq(one->guided_hours, 282);
    cr_expect_eq(one->total_hours, 580);
    cr_expect_not(one->paid_hours);
    cr_expect_eq(one->months, 12);
    cr_expect_eq(one->price_pence, 164050);
    cr_expect_eq(one->price_least_pence, 60000);
    cr_expect_eq(one->price_most_pence, 200000);
    cr_expect_eq(one->group_seats, 12);
    cr_expect_eq(one->group_price_pence, 1500025);
    cr_expect_eq(two->kind, COURSE_ON_THE_JOB);
    cr_expect(two->supervises);
    cr_expect_str_eq(two->area, "supervision");
    cr_expect_str_eq(two->credential, "icdl");
    cr_expect_str_eq(two->reference, "ST0070");
    cr_assert_eq(two->criterion_count, 2);
    cr_expect_str_eq(reference->criteria[two->criteria[1]].id, "it-keyboard");
    cr_expect_null(two->hours_from.source, "no hours are given");
    cr_expect_eq(two->group_seats, 0, "and no price for a group");
    cr_expect_eq(two->group_price_pence, 0);
    cr_expect_null(two->group_from.source);
    courses_free(courses);
}

Test(read_courses, every_figure_says_where_it_is_from)
{
    struct courses *courses = read_full();
    const struct course *one = &courses->items[0];
    cr_expect_str_eq(one->from.source, "A list");
    cr_expect_str_eq(one->from.as_of, "2025-02-18");
    cr_expect_not(one->from.assumed);
    cr_expect(one->months_from.assumed, "the figure says so");
    cr_expect_str_eq(one->months_from.source, "A list");
    cr_expect(one->group_from.assumed, "and so does the group's");
    cr_expect_str_eq(one->group_from.as_of, "2025-02-18");
    cr_expect(one->entry_from.assumed, "the source says so");
    cr_expect_str_eq(one->entry_from.source, "We guess");
    courses_free(courses);
}

Test(read_courses, awards_and_funds_keep_their_dates)
{
    struct courses *courses = read_full();
    const struct course *one = &courses->items[0];
    cr_assert_eq(one->award_count, 1);
    const struct course_award *award = &one->awards[0];
    cr_expect_str_eq(award->number, "601/3608/X");
    cr_expect_eq(award->closes.day, 30);
    cr_assert_eq(award->fund_count, 1);
    cr_expect_eq(award->funds[0].fund, &courses->funds[0]);
    cr_expect_eq(award->funds[0].opens.year, 2020);
    cr_expect_eq(award->funds[0].ends.month, 7);
    cr_assert_eq(one->fund_count, 1);
    cr_expect_eq(one->funds[0].ends.year, 0);
    courses_free(courses);
}

Test(read_courses, what_is_asked_for_to_start_is_a_role_of_its_own)
{
    struct courses *courses = read_full();
    const struct framework *entry = courses->entry.framework;
    cr_assert_not_null(entry);
    cr_assert_eq(entry->role_count, 1);
    cr_expect_eq(courses->items[0].entry_role, 0);
    cr_expect_eq(courses->items[1].entry_role, NO_INDEX);
    const struct role *role = &entry->roles[0];
    cr_expect_str_eq(framework_text(entry, role->id), "courses/diploma");
    cr_assert_eq(role->lines.count, 1);
    cr_expect_eq(role->essential_count, 1);
    const struct node *root =
        &entry->nodes[entry->lines[role->lines.first].root];
    cr_expect_eq(root->op, SG_ANY);
    cr_expect_eq(root[1].u.qualification.min_rqf, 2);
    cr_expect_eq(root[2].op, SG_EXPERIENCE);
    courses_free(courses);
}

/* A change of the file, and the problem that it makes. */
static const struct {
    const char *from, *to;
    const char *reason, *pointer, *says;
} wrong[] = {
    {"courses/1", "courses/2", "newer-version", "/format", "newer program"},
    {"skillgap-courses/1", "skillgap-curses/1", "wrong-format", "/format",
     "skillgap-courses/1"},
    {"'version': '7', ", "", "missing-field", "", "version"},
    {"'as_of': '2025-02-18'", "'as_of': '2025-02-30'", "out-of-range",
     "/sources/0/as_of", "no day"},
    {"'id': 'guess'", "'id': 'list'", "duplicate-id", "/sources/1/id",
     "Another source"},
    {"'value': 4.5", "'value': 0", "out-of-range",
     "/study_hours_per_week/value", "from 1 to 60"},
    {"4.5, 'source': 'guess'", "4.5", "missing-field", "/study_hours_per_week",
     "who assumed it"},
    {"99.99", "99.999", "out-of-range", "/usual_training/price", "penny"},
    {"'price': 99.99", "'price': -1", "out-of-range", "/usual_training/price",
     "from 0"},
    {"'who': 'All.', ", "", "missing-field", "/funding/0", "'who'"},
    {"'id': 'lead'", "'id': 'diploma'", "duplicate-id", TWO_ "/id",
     "Another course"},
    {"'id': 'lead'", "'id': 'To Lead'", "bad-pattern", TWO_ "/id",
     "lower-case"},
    {"'kind': 'on-the-job'", "'kind': 'on-job'", "unknown-word", TWO_ "/kind",
     "on-the-job"},
    {"true, 'source': 'list'", "true, 'source': 'lst'", "unknown-reference",
     ONE "/source", "Did you mean 'list'?"},
    {"true, 'source': 'list'", "true", "missing-field", ONE, "'source'"},
    {"'type': 'diploma'", "'type': 'diplom'", "unknown-word",
     ONE "/gives/qualification/type", "Did you mean 'diploma'?"},
    {"'level': 3", "'level': 9", "bad-level", ONE "/gives/qualification/level",
     "RQF has no level 9"},
    {"'scale': 'RQF', 'size'", "'scale': 'QCF', 'size'", "unknown-word",
     ONE "/gives/qualification/scale", "RQF"},
    {"'scale': 'RQF', 'size'", "'size'", "missing-field",
     ONE "/gives/qualification", "'scale'"},
    {"'size': 'diploma'", "'size': 'large'", "unknown-word",
     ONE "/gives/qualification/size", "award"},
    {"'subject': '15.2'", "'subject': 'office work'", "bad-pattern",
     ONE "/gives/qualification/subject", "15.2"},
    {"'guided': 282", "'guided': 581", "out-of-range", ONE "/hours",
     "part of 'total'"},
    {"'total': 580, ", "", "missing-field", ONE "/hours", "'total'"},
    {"'typical': 12", "'typical': 121", "out-of-range", ONE "/months/typical",
     "from 0 to 120"},
    {"'months': {'typical': 12, 'source': 'list', 'assumed': true},", "",
     "missing-field", ONE, "'months'"},
    {"'least': 600", "'least': 1700", "wrong-order", ONE "/price", "between"},
    {"'most': 2000", "'most': 1600", "wrong-order", ONE "/price", "between"},
    {"'most': 2000", "'most': '2000'", "wrong-type", ONE "/price/most",
     "without quotes"},
    {"'seats': 12", "'seats': 1", "out-of-range", ONE "/group/seats",
     "from 2 to 1000"},
    {"'seats': 12", "'seats': 1001", "out-of-range", ONE "/group/seats",
     "from 2 to 1000"},
    {"'seats': 12", "'seats': 2.5", "wrong-type", ONE "/group/seats", "whole"},
    {"'seats': 12, ", "", "missing-field", ONE "/group", "'seats'"},
    {"'price': 15000.25, ", "", "missing-field", ONE "/group", "'price'"},
    {"15000.25", "-1", "out-of-range", ONE "/group/price", "from 0"},
    {"15000.25", "100001", "out-of-range", ONE "/group/price", "to 100000"},
    {"15000.25", "15000.255", "out-of-range", ONE "/group/price", "penny"},
    {"15000.25", "'15000'", "wrong-type", ONE "/group/price", "number"},
    {"15000.25, 'source': 'list'", "15000.25, 'source': 'lst'",
     "unknown-reference", ONE "/group/source", "Did you mean 'list'?"},
    {"15000.25, 'source': 'list'", "15000.25", "missing-field", ONE "/group",
     "who assumed it"},
    {"'level': 2", "'level': 13", "out-of-range", ONE "/requires/parts/0/level",
     "12"},
    {"'criterion': 'work-experience'", "'criterion': 'work-experence'",
     "unknown-criterion", ONE "/requires/parts/1/criterion",
     "Did you mean 'work-experience'?"},
    {"'op': 'experience'", "'op': 'training'", "unknown-word",
     ONE "/requires/parts/1/op", "'training' cannot be asked for"},
    {"'label': 'Such work'", "'label': 'Such work', 'relevant': true",
     "misplaced-field", ONE "/requires/parts/1/relevant", "take it out"},
    {"'label': 'Such work'", "'label': 'Such work', 'roles': ['county/x']",
     "misplaced-field", ONE "/requires/parts/1/roles", "take it out"},
    {"'label': 'Such work'", "'label': 'Such work', 'areas': ['desk']",
     "misplaced-field", ONE "/requires/parts/1/areas", "take it out"},
    {"'subject': 'any'", "'subject': 'relevant'", "misplaced-field",
     ONE "/requires/parts/0/subject", "take it out"},
    {"'parts': [", "'parts': [], 'x': [", "empty-group", ONE "/requires/parts",
     "add what is missing"},
    {",\n   'requires_source': 'guess'", "", "missing-field", ONE,
     "'requires_source'"},
    {"601/3608/X", "601/3608", "bad-pattern", ONE "/awards/0/number",
     "601/3607/8"},
    {"'closes': '2022-09-30'", "'opens': '2022-10-01', 'closes': '2022-09-30'",
     "wrong-order", ONE "/awards/0", "'closes' is before 'opens'"},
    {"'closes': '2022-09-30', 'source': 'list'", "'closes': '2022-09-30'",
     "missing-field", ONE "/awards/0", "'source'"},
    {"'ends': '2026-07-31'", "'ends': '2019-07-31'", "wrong-order",
     ONE "/awards/0/funding/0", "'ends' is before 'opens'"},
    {"'funding': [{'fund': 'levy'}]", "'funding': [{'fund': 'levvy'}]",
     "unknown-reference", ONE "/funding/0/fund", "Did you mean 'levy'?"},
    {"'opens': '2026-01-01'", "'opens': '2028-01-01'", "wrong-order", TWO_,
     "'closes' is before 'opens'"},
    {"'supervises': true, 'area': 'supervision'", "'supervises': false",
     "gives-nothing", TWO_ "/gives/experience", "'area'"},
    {"'health-safety'", "'health-saftey'", "unknown-criterion",
     TWO_ "/gives/criteria/0", "Did you mean 'health-safety'?"},
    {"'it-keyboard'", "'health-safety'", "duplicate-entry",
     TWO_ "/gives/criteria/1", "take one out"},
    {"'qualification': {'type': 'diploma', 'level': 3,\n     'scale': 'RQF', "
     "'size': 'diploma', 'subject': '15.2'}",
     "", "gives-nothing", ONE "/gives", "closes no gap"},
};

Test(read_courses, each_mistake_is_told_where_it_is_with_its_remedy)
{
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct problems found = {0};
        char *text = with(wrong[i].from, wrong[i].to);
        cr_expect_null(read_text(text, &found), "%s", wrong[i].to);
        bool told = false;
        for (size_t p = 0; p < found.count && p < KEPT; p++) {
            const sg_error *problem = &found.list[p];
            told |= strcmp(problem->reason, wrong[i].reason) == 0 &&
                    strcmp(problem->pointer, wrong[i].pointer) == 0 &&
                    strstr(problem->message, wrong[i].says) != NULL;
        }
        cr_expect(told, "%s: %zu problems, the first %s at %s: %s", wrong[i].to,
                  found.count, found.list[0].reason, found.list[0].pointer,
                  found.list[0].message);
        free(text);
    }
}

static const struct {
    const char *from, *to, *reason, *pointer, *says;
} odd[] = {
    {"'note': 'A note.'", "'nte': 'A note.'", "unknown-field", TWO_ "/nte",
     "Did you mean 'note'?"},
    {"601/3608/X", "601/3608/1", "check-character", ONE "/awards/0/number",
     "compare it with the register"},
    {"15000.25", "19686.01", "dearer-group", ONE "/group",
     "costs 19686.01 pounds and as many single seats 19686.00"},
    {"15000.25", "1640.49", "cheaper-group", ONE "/group",
     "1640.49 pounds and one seat alone 1640.50; write what all of it costs"},
};

Test(read_courses, what_is_odd_is_a_warning_and_the_rest_is_read)
{
    for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
        struct problems found = {0};
        char *text = with(odd[i].from, odd[i].to);
        struct courses *courses = read_text(text, &found);
        cr_expect_not_null(courses, "%s", found.list[0].message);
        cr_expect_eq(found.count, 1);
        cr_expect(found.list[0].warning);
        cr_expect_str_eq(found.list[0].reason, odd[i].reason);
        cr_expect_str_eq(found.list[0].pointer, odd[i].pointer);
        cr_expect_not_null(strstr(found.list[0].message, odd[i].says), "%s",
                           found.list[0].message);
        courses_free(courses);
        free(text);
    }
}

/* In the place of the price of a group of twelve at 1,640.50 a seat. */
static const struct {
    const char *price, *why;
} worth_it[] = {
    {"19686", "as much as the seats"},
    {"1640.50", "as much as one of them"},
    {"0", "for nothing"},
};

Test(read_courses, a_group_that_costs_no_more_than_its_seats_is_not_odd)
{
    for (size_t i = 0; i < sizeof(worth_it) / sizeof(worth_it[0]); i++) {
        struct problems found = {0};
        char *text = with("15000.25", worth_it[i].price);
        struct courses *courses = read_text(text, &found);
        cr_expect_eq(found.count, 0, "%s: %s", worth_it[i].why,
                     found.list[0].message);
        cr_assert_not_null(courses);
        cr_expect_eq(courses->items[0].group_seats, 12);
        courses_free(courses);
        free(text);
    }
}

Test(read_courses, what_is_no_group_is_not_called_dear_as_well)
{
    struct problems found = {0};
    char *text = with("'seats': 12", "'seats': 1");
    cr_expect_null(read_text(text, &found));
    cr_expect_eq(found.count, 1, "%s", found.list[1].message);
    free(text);
}

Test(read_courses, one_number_is_of_one_course)
{
    struct problems found = {0};
    char *text = with("'reference': 'ST0070'",
                      "'awards': [{'number': '601/3608/X', 'body': 'x', "
                      "'source': 'list'}]");
    cr_expect_null(read_text(text, &found));
    cr_expect_str_eq(found.list[0].reason, "duplicate-number");
    cr_expect_str_eq(found.list[0].pointer, TWO_ "/awards/0/number");
    free(text);
}

/* Each piece in turn: whatever was half built is given back. */
Test(read_courses, without_memory_nothing_is_called_wrong)
{
    char *text = with("{", "{");
    struct buffer bytes = support_bytes(text);
    sg_status status = SG_STORAGE;
    for (long n = 0; status != SG_OK; n++) {
        struct courses *courses = NULL;
        sg_error error = {0};
        pieces_left = n;
        status =
            read_courses(&bytes, "x.json", reference, NULL, &courses, &error);
        pieces_left = -1;
        cr_assert(status == SG_OK || status == SG_STORAGE, "piece %ld: %s", n,
                  error.message);
        cr_assert_eq(status == SG_OK, courses != NULL);
        courses_free(courses);
    }
    buffer_done(&bytes);
    free(text);
}
