/* SPDX-License-Identifier: MIT */
/* The shipped courses, and where they are opened from. */
#define _XOPEN_SOURCE 700

#include "base/text.h"
#include "model/courses.h"
#include "read/ofqual.h"
#include "skillgap/framework.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { ROOM = 1024 };

static sg_catalogue *shipped;
static unsigned told;
static sg_error last;

static void tell(const sg_error *problem, void *user)
{
    (void)user;
    told++;
    last = *problem;
}

static sg_status open_with(const char *const *dirs, size_t count,
                           sg_catalogue **ret_catalogue, sg_error *error)
{
    const sg_catalogue_options options = {.data_dirs = dirs,
                                          .data_dir_count = count,
                                          .without_plugins = true,
                                          .problem = tell};
    *error = (sg_error){0};
    told = 0;
    return sg_catalogue_open(&options, ret_catalogue, error);
}

static void open_shipped(void)
{
    const char *const dirs[] = {support_data()};
    sg_error error;
    setenv("XDG_DATA_HOME", "/nowhere", 1);
    setenv("XDG_CONFIG_HOME", "/nowhere", 1);
    unsetenv("SKILLGAP_DATA");
    cr_assert_eq(open_with(dirs, 1, &shipped, &error), SG_OK, "%s",
                 error.message);
    cr_expect_eq(told, 0, "%s", last.message);
    cr_assert_not_null(shipped->courses);
}

static void close_shipped(void)
{
    sg_catalogue_free(shipped);
}

TestSuite(catalogue_courses, .init = open_shipped, .fini = close_shipped,
          .timeout = 60);

static struct date day(const char *text)
{
    struct date date = {0};
    cr_assert(date_read(text, &date));
    return date;
}

static const struct course *course_of(const char *id)
{
    const struct course *course = courses_find(shipped->courses, id);
    cr_assert_not_null(course, "%s", id);
    return course;
}

Test(catalogue_courses, the_shipped_file_has_no_problem)
{
    const char *const dirs[] = {support_data()};
    char path[ROOM];
    sg_check_summary summary;
    sg_error error = {0};
    snprintf(path, sizeof path, "%s/reference/courses.json", support_data());
    told = 0;
    cr_expect_eq(
        sg_framework_check(path, dirs, 1, tell, NULL, &summary, &error), SG_OK,
        "%s", error.message);
    cr_expect_eq(told, 0, "%s", last.message);
    cr_expect(summary.catalogue);
    cr_expect_eq(summary.courses, shipped->courses->count);
    cr_expect_gt(summary.awards, 80);
    cr_expect_eq(summary.funds, 7);
}

/* Else a course that is bought would leave the line that it is for an ask. */
Test(catalogue_courses, nothing_is_open_about_what_they_give)
{
    const struct courses *courses = shipped->courses;
    for (uint32_t i = 0; i < courses->count; i++) {
        const struct claim *claim = &courses->items[i].claim;
        const char *id = courses->items[i].id;
        if (!courses->items[i].gives_qualification)
            continue;
        cr_expect(claim->level_known && claim->rqf_min == claim->rqf_max, "%s",
                  id);
        cr_expect_eq(claim->status, CLAIM_HELD, "%s", id);
        cr_expect_eq(claim->differs, 0, "%s: %u", id, claim->differs);
        cr_expect_not(claim->needs_human, "%s", id);
        cr_expect_not(claim->overseas, "%s", id);
    }
}

static const struct {
    const char *id;
    unsigned rqf, full_min;
    const char *subject;
} worth[] = {
    {"l2-diploma-business-administration", 2, 2, "15.2"},
    {"l3-diploma-business-administration", 3, 3, "15.2"},
    {"l4-nvq-diploma-business-administration", 4, 4, "15.2"},
    {"apprenticeship-business-administrator", 3, 3, "15.2"},
    {"cmi-l5-diploma-management", 5, 5, "15.3"},
    {"first-aid-at-work", 3, 0, "01.3"},
    {"functional-skills-l2-english-maths", 2, 0, "14.1"},
};

Test(catalogue_courses, their_qualifications_are_worth_what_their_kind_is)
{
    for (size_t i = 0; i < sizeof(worth) / sizeof(worth[0]); i++) {
        const struct claim *claim = &course_of(worth[i].id)->claim;
        cr_expect_eq(claim->rqf_min, worth[i].rqf, "%s", worth[i].id);
        cr_expect_eq(claim->full_min, worth[i].full_min, "%s", worth[i].id);
        cr_expect_str_eq(claim->subject, worth[i].subject, "%s", worth[i].id);
    }
}

static void expect_source(const struct sourced *from, const char *id)
{
    cr_assert(from->source && from->as_of, "%s", id);
    cr_expect(from->assumed ==
                      (strstr(from->source, "project's assumption") != NULL) ||
                  from->assumed,
              "%s: %s", id, from->source);
}

Test(catalogue_courses, every_figure_has_a_source)
{
    const struct courses *courses = shipped->courses;
    expect_source(&courses->study_hours_from, "study");
    expect_source(&courses->usual_training_from, "usual");
    for (uint32_t i = 0; i < courses->fund_count; i++)
        expect_source(&courses->funds[i].from, courses->funds[i].id);
    for (uint32_t i = 0; i < courses->count; i++) {
        const struct course *course = &courses->items[i];
        expect_source(&course->from, course->id);
        expect_source(&course->months_from, course->id);
        expect_source(&course->price_from, course->id);
        if (course->total_hours > 0)
            expect_source(&course->hours_from, course->id);
        if (course->entry_role != NO_INDEX)
            expect_source(&course->entry_from, course->id);
    }
}

Test(catalogue_courses, every_award_has_a_number_of_the_register)
{
    const struct courses *courses = shipped->courses;
    for (uint32_t i = 0; i < courses->count; i++)
        for (uint32_t a = 0; a < courses->items[i].award_count; a++) {
            const char *number = courses->items[i].awards[a].number;
            cr_expect(ofqual_fits(number) && ofqual_check_fits(number), "%s",
                      number);
        }
}

Test(catalogue_courses, kinds_of_work_are_those_of_a_framework)
{
    const struct framework *county = shipped->frameworks[0].framework;
    for (uint32_t i = 0; i < shipped->courses->count; i++) {
        const char *area = shipped->courses->items[i].area;
        bool known = area == NULL;
        for (uint32_t a = 0; a < county->area_count && !known; a++)
            known =
                strcmp(framework_text(county, county->areas[a].id), area) == 0;
        cr_expect(known, "%s", area);
    }
}

static const struct course_award *award_of(const char *id, const char *number)
{
    const struct course *course = course_of(id);
    for (uint32_t i = 0; i < course->award_count; i++)
        if (strcmp(course->awards[i].number, number) == 0)
            return &course->awards[i];
    cr_assert_fail("%s has no award %s", id, number);
    return NULL;
}

static const struct {
    const char *course, *number, *last, *after;
} closed[] = {
    {"l2-diploma-business-administration", "601/3607/8", "2022-09-30",
     "2022-10-01"},
    {"l3-diploma-business-administration", "601/3608/X", "2022-09-30",
     "2022-10-01"},
};

Test(catalogue_courses, closed_awards_are_closed_and_others_go_on)
{
    for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++) {
        const struct course_award *award =
            award_of(closed[i].course, closed[i].number);
        cr_expect(course_award_is_open(award, day(closed[i].last)));
        cr_expect_not(course_award_is_open(award, day(closed[i].after)));
        cr_expect(
            course_is_open(course_of(closed[i].course), day("2026-11-22")));
    }
}

static const struct {
    const char *course, *number, *fund, *last, *after;
} ended[] = {
    {"l3-diploma-business-administration", "601/4029/X",
     "advanced-learner-loan", "2026-07-31", "2026-08-01"},
    {"l2-diploma-business-administration", "601/3704/6", "local-flexibilities",
     "2022-07-31", "2022-08-01"},
    {"l4-nvq-diploma-business-administration", "601/3425/2",
     "advanced-learner-loan", "2026-12-31", "2027-01-01"},
    {"cmi-l3-diploma-management", "603/2023/0", "free-courses-for-jobs",
     "2026-07-31", "2026-08-01"},
};

Test(catalogue_courses, funding_ends_on_its_day)
{
    for (size_t i = 0; i < sizeof(ended) / sizeof(ended[0]); i++) {
        const struct course_award *award =
            award_of(ended[i].course, ended[i].number);
        bool found = false;
        for (uint32_t f = 0; f < award->fund_count; f++) {
            const struct course_fund *fund = &award->funds[f];
            if (strcmp(fund->fund->id, ended[i].fund) != 0)
                continue;
            found = true;
            cr_expect(course_fund_is_open(fund, day(ended[i].last)));
            cr_expect_not(course_fund_is_open(fund, day(ended[i].after)));
        }
        cr_expect(found, "%s: %s", ended[i].number, ended[i].fund);
    }
}

/* ---- where they are opened from ---- */

static char folder[] = "/tmp/skillgap-courses-XXXXXX";

static void make_folder(void)
{
    char command[ROOM];
    open_shipped();
    cr_assert(mkdtemp(folder));
    snprintf(command, sizeof command,
             "cd '%s' && cp -r '%s/reference' '%s/frameworks' . && "
             "rm reference/courses.json reference/qualifications.json",
             folder, support_data(), support_data());
    cr_assert_eq(system(command), 0);
}

static void remove_folder(void)
{
    char command[ROOM];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_expect_eq(system(command), 0);
    close_shipped();
}

TestSuite(courses_place, .init = make_folder, .fini = remove_folder,
          .timeout = 60);

static void put_courses(const char *text)
{
    char path[ROOM];
    snprintf(path, sizeof path, "%s/reference/courses.json", folder);
    FILE *file = fopen(path, "w");
    cr_assert_not_null(file);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

static sg_status open_both(sg_catalogue **ret_catalogue, sg_error *error)
{
    const char *const dirs[] = {folder, support_data()};
    return open_with(dirs, 2, ret_catalogue, error);
}

static const char small[] =
    "{\"format\": \"skillgap-courses/1\", \"version\": \"small\", "
    "\"as_of\": \"2026-11-22\", \"sources\": [{\"id\": \"s\", \"title\": "
    "\"S\", \"as_of\": \"2026-11-22\"}], \"study_hours_per_week\": "
    "{\"value\": 5, \"source\": \"s\"}, \"usual_training\": {\"hours\": 1, "
    "\"price\": 1, \"source\": \"s\"}, \"funding\": [], \"courses\": []}";

Test(courses_place, a_folder_without_any_leaves_them_to_the_next)
{
    sg_catalogue *catalogue = NULL;
    sg_error error;
    cr_assert_eq(open_both(&catalogue, &error), SG_OK, "%s", error.message);
    cr_assert_not_null(catalogue->courses);
    cr_expect_eq(catalogue->courses->count, shipped->courses->count);
    sg_catalogue_free(catalogue);
}

Test(courses_place, the_first_place_that_has_any_counts)
{
    sg_catalogue *catalogue = NULL;
    sg_error error;
    put_courses(small);
    cr_assert_eq(open_both(&catalogue, &error), SG_OK, "%s", error.message);
    cr_expect_str_eq(catalogue->courses->version, "small");
    cr_expect_eq(catalogue->courses->count, 0);
    cr_expect_null(catalogue->courses->entry.framework);
    sg_catalogue_free(catalogue);
}

Test(courses_place, one_with_errors_stops_and_says_where)
{
    sg_catalogue *catalogue = NULL;
    sg_error error;
    put_courses("{\"format\": \"skillgap-courses/1\"}");
    cr_expect_eq(open_both(&catalogue, &error), SG_INPUT);
    cr_expect_null(catalogue);
    cr_expect_not_null(strstr(error.file, "courses.json"));
    cr_expect_gt(told, 3, "all of its errors are told");
}

Test(courses_place, who_does_not_want_them_does_not_read_them)
{
    const char *const dirs[] = {folder, support_data()};
    const sg_catalogue_options options = {.data_dirs = dirs,
                                          .data_dir_count = 2,
                                          .without_plugins = true,
                                          .without_courses = true};
    sg_catalogue *catalogue = NULL;
    sg_error error = {0};
    put_courses("broken");
    cr_assert_eq(sg_catalogue_open(&options, &catalogue, &error), SG_OK, "%s",
                 error.message);
    cr_expect_null(catalogue->courses);
    sg_catalogue_free(catalogue);
}
