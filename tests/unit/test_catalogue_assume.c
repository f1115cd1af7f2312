/* SPDX-License-Identifier: MIT */
/* What is only supposed of a person: put where the file would say it, and
 * refused with a remedy when it says nothing. */
#include "support.h"

#include "base/limits.h"
#include "model/catalogue.h"
#include "model/person.h"
#include "skillgap/gap.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TODAY "2026-11-22"
#define ROLE "\"current_role\": \"county/admin-assistant-2\""

static sg_catalogue *catalogue;

static void open_catalogue(void)
{
    const char *const dirs[] = {support_data()};
    const sg_catalogue_options options = {
        .data_dirs = dirs, .data_dir_count = 1, .without_plugins = true};
    sg_error error = {0};
    cr_assert_eq(sg_catalogue_open(&options, &catalogue, &error), SG_OK, "%s",
                 error.message);
}

static void close_catalogue(void)
{
    sg_catalogue_free(catalogue);
}

TestSuite(assume, .init = open_catalogue, .fini = close_catalogue);

/* A person whose file has these members beside its format. */
static sg_person *person_with(const char *members)
{
    const char *const dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = dirs, .data_dir_count = 1};
    char path[] = "/tmp/skillgap-assume.XXXXXX";
    sg_person *person = NULL;
    sg_error error = {0};
    FILE *file = fdopen(mkstemp(path), "w");
    cr_assert_not_null(file);
    fprintf(file, "{\"format\": \"skillgap-person/1\"%s%s}",
            *members ? ", " : "", members);
    fclose(file);
    sg_person_read(path, &options, NULL, NULL, &person, &error);
    unlink(path);
    cr_assert_not_null(person, "%s: %s", members, error.message);
    return person;
}

static sg_status suppose(sg_person *person, const char *what, sg_error *error)
{
    *error = (sg_error){0};
    return sg_person_assume(person, catalogue, what, TODAY, error);
}

static void suppose_well(sg_person *person, const char *what)
{
    sg_error error;
    cr_assert_eq(suppose(person, what, &error), SG_OK, "%s: %s", what,
                 error.message);
}

/* All that an answer says of the lines, to be compared as one text. */
static char *answer_of(const sg_person *person, const char *to,
                       const char *today)
{
    sg_gap_request request = {.person = person, .today = today};
    sg_gap *gap = NULL;
    sg_error error = {0};
    char *text = NULL;
    size_t size = 0;
    cr_assert_eq(sg_catalogue_find(catalogue, to, &request.to, &error), SG_OK);
    cr_assert_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_OK, "%s",
                 error.message);
    FILE *out = open_memstream(&text, &size);
    cr_assert_not_null(out);
    for (size_t i = 0; i < gap->line_count; i++)
        fprintf(out, "%s %s %u %s\n", gap->lines[i].id,
                sg_verdict_word(gap->lines[i].verdict),
                (unsigned)gap->lines[i].missing_months, gap->lines[i].reason);
    fclose(out);
    sg_gap_free(gap);
    return text;
}

static const char *const targets[] = {
    "county/administrator-1", "county/administrator-2",
    "county/senior-administrator", "county/office-manager",
    "st-albans/community-support-2"};

static void expect_same_answers(const sg_person *supposed, const char *today,
                                const sg_person *written, const char *later,
                                const char *what)
{
    for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
        char *a = answer_of(supposed, targets[i], today);
        char *b = answer_of(written, targets[i], later);
        cr_expect_str_eq(a, b, "%s, %s", what, targets[i]);
        free(a);
        free(b);
    }
}

/* What is typed, and the file that says the same. The role is in both. */
static const struct {
    const char *what;
    const char *before;
    const char *after;
} same[] = {
    {"icdl", "", "\"credentials\": [{\"id\": \"icdl\"}]"},
    {"ECDL by 2027-03", "",
     "\"credentials\": [{\"id\": \"icdl\", \"issued\": \"2027-03\"}]"},
    {"  Icdl  by  2027 ", "\"credentials\": []",
     "\"credentials\": [{\"id\": \"icdl\", \"issued\": \"2027\"}]"},
    {"NVQ 3 in business administration by 2027-06", "",
     "\"qualifications\": [{\"title\": \"NVQ 3 in business administration\", "
     "\"status\": \"held\", \"awarded\": \"2027-06\"}]"},
    {"two A levels", "\"qualifications\": [{\"title\": \"NVQ 2\"}]",
     "\"qualifications\": [{\"title\": \"NVQ 2\"}, "
     "{\"title\": \"two A levels\", \"status\": \"held\"}]"},
    {"working towards NVQ 3 by 2027-06", "",
     "\"qualifications\": [{\"title\": \"working towards NVQ 3\", "
     "\"expected\": \"2027-06\"}]"},
    {"health-safety awareness", "",
     "\"skills\": [{\"id\": \"health-safety\", \"level\": \"awareness\"}]"},
    {"it-keyboard appropriate", "\"skills\": [{\"id\": \"literacy-numeracy\"}]",
     "\"skills\": [{\"id\": \"literacy-numeracy\"}, "
     "{\"id\": \"it-keyboard\", \"level\": \"appropriate\"}]"},
    {"Tact-Diplomacy", "", "\"skills\": [{\"id\": \"tact-diplomacy\"}]"},
    {"in-house-training by 2027-01-15", "",
     "\"training\": [{\"criterion\": \"in-house-training\", "
     "\"title\": \"in-house-training\", \"completed\": \"2027-01-15\"}]"},
};

Test(assume, it_is_as_if_the_file_said_it)
{
    for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
        char before[512], after[512];
        snprintf(before, sizeof(before), ROLE "%s%s",
                 *same[i].before ? ", " : "", same[i].before);
        snprintf(after, sizeof(after), ROLE ", %s", same[i].after);
        sg_person *supposed = person_with(before);
        sg_person *written = person_with(after);
        suppose_well(supposed, same[i].what);
        expect_same_answers(supposed, TODAY, written, TODAY, same[i].what);
        sg_person_free(supposed);
        sg_person_free(written);
    }
}

Test(assume, the_day_is_kept_where_the_list_has_one)
{
    sg_person *person = person_with("");
    suppose_well(person, "icdl by 2027-03");
    suppose_well(person, "NVQ 3 by 2028-04-05");
    suppose_well(person, "working towards NVQ 4 by 2029");
    suppose_well(person, "in-house-training by 2027-01-15");
    const struct person *file = person->person;
    cr_expect_eq(file->credentials.items[0].issued.month, 3);
    cr_expect_eq(file->qualifications.items[0].awarded.day, 5);
    cr_expect(file->qualifications.items[0].status_given);
    cr_expect_eq(file->qualifications.items[1].expected.year, 2029);
    cr_expect_eq(file->qualifications.items[1].awarded.year, 0);
    cr_expect_not(file->qualifications.items[1].status_given);
    cr_expect_eq(file->training.items[0].completed.day, 15);
    sg_person_free(person);
}

/* A post that goes on is only longer on a later day. */
Test(assume, more_months_are_a_later_day)
{
    static const char file[] =
        ROLE ", \"experience\": [{\"role\": \"county/admin-assistant-2\", "
             "\"from\": \"2026-01\", \"hours_per_week\": 37}]";
    static const char *const ways[] = {"24 more months", "2 more years",
                                       "24 months",      "2 years",
                                       "24 More Months", " 24  more  months "};
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        sg_person *supposed = person_with(file);
        sg_person *written = person_with(file);
        suppose_well(supposed, ways[i]);
        expect_same_answers(supposed, TODAY, written, "2028-11-22", ways[i]);
        sg_person_free(supposed);
        sg_person_free(written);
    }
}

Test(assume, months_add_up)
{
    sg_person *person = person_with(ROLE);
    suppose_well(person, "1 more month");
    suppose_well(person, "2 more years");
    cr_expect_eq(person->months_ahead, 25);
    cr_expect_eq(person->person->experience.count, 2,
                 "the role held until now, and from next month on: once each");
    cr_expect_eq(person->person->experience.items[1].from.year, 2026);
    cr_expect_eq(person->person->experience.items[1].from.month, 12);
    cr_assert_eq(person->assumed_count, 2);
    cr_expect_str_eq(person->assumed[0], "1 more month");
    cr_expect_str_eq(person->assumed[1], "2 more years");
    sg_person_free(person);
}

/* Where nothing goes on by the file, the months have to count all the same. */
static const char *const no_beginning[] = {
    ROLE,
    ROLE ", \"experience\": []",
    ROLE ", \"experience\": [{\"role\": \"county/admin-assistant-2\"}]",
    ROLE ", \"experience\": [{\"role\": \"county/admin-assistant-2\", "
         "\"to\": \"2027-01\"}]",
    ROLE ", \"experience\": [{\"role\": \"county/admin-assistant-2\", "
         "\"from\": \"2010\", \"to\": \"2012\"}]",
};

Test(assume, months_count_whatever_the_file_says_of_the_post)
{
    for (size_t i = 0; i < sizeof(no_beginning) / sizeof(no_beginning[0]);
         i++) {
        sg_person *person = person_with(no_beginning[i]);
        suppose_well(person, "24 more months");
        const struct person_experience *items =
            person->person->experience.items;
        const size_t count = person->person->experience.count;
        cr_expect_eq(items[count - 1].from.year, 2026, "%s", no_beginning[i]);
        cr_expect_eq(items[count - 1].to.year, 0, "%s", no_beginning[i]);
        cr_expect_str_eq(items[count - 1].role, "county/admin-assistant-2");
        sg_person_free(person);
    }
}

static const struct {
    const char *what;
    const char *says;
} refused[] = {
    {"", "24 more months"},
    {"   ", "24 more months"},
    {"by 2027", "by 2027"},
    {"flying", "'flying' cannot be supposed"},
    {"health-saftey awareness", "Did you mean 'health-safety'?"},
    {"helth-safety", "Did you mean 'health-safety'?"},
    {"a long holiday", "cannot be supposed"},
    {"0 months", "cannot be supposed"},
    {"-3 months", "cannot be supposed"},
    {"two years", "cannot be supposed"},
    {"24 months by 2027-06", "cannot be supposed"},
    {"1201 months", "up to 1200"},
    {"101 years", "up to 1200"},
    {"99999999999999999999999999 months", "up to 1200"},
    {"18446744073709551615 years", "up to 1200"},
    {"icdl by soon", "'soon'"},
    {"icdl by 2027-13", "'2027-13'"},
    {"NVQ 3 by 2027-02-30", "'2027-02-30'"},
    {"NVQ 3 by 31/12/2027", "'31/12/2027'"},
    {"work-experience", "the months, that would show it"},
    {"vocational-qualification", "by a qualification or by work"},
    {"NVQ 3 \xff\xfe", "UTF-8"},
};

Test(assume, what_says_nothing_is_refused_and_nothing_is_added)
{
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        sg_person *person = person_with(ROLE);
        sg_error error;
        cr_expect_eq(suppose(person, refused[i].what, &error), SG_USAGE, "%s",
                     refused[i].what);
        cr_expect_str_eq(error.reason, "assume", "%s", refused[i].what);
        cr_expect_not_null(strstr(error.message, refused[i].says), "%s: %s",
                           refused[i].what, error.message);
        const struct person *file = person->person;
        cr_expect(!file->qualifications.given && !file->experience.given &&
                      !file->skills.given && !file->credentials.given &&
                      !file->training.given,
                  "%s", refused[i].what);
        cr_expect_eq(person->assumed_count + person->months_ahead, 0);
        sg_person_free(person);
    }
}

Test(assume, months_need_a_current_role)
{
    sg_person *person = person_with("");
    sg_error error;
    cr_expect_eq(suppose(person, "24 more months", &error), SG_USAGE);
    cr_expect_str_eq(error.reason, "assume");
    cr_expect_not_null(strstr(error.message, "current_role"));
    sg_person_free(person);
}

Test(assume, months_together_have_a_ceiling)
{
    sg_person *person = person_with(ROLE);
    sg_error error;
    suppose_well(person, "1200 months");
    cr_expect_eq(suppose(person, "1 month", &error), SG_USAGE);
    cr_expect_eq(person->months_ahead, LIMIT_ASSUMED_MONTHS);
    sg_person_free(person);
}

Test(assume, so_many_things_and_so_long_a_text_and_no_more)
{
    sg_person *person = person_with("");
    sg_error error;
    char text[LIMIT_ASSUMED_BYTES + 2];
    memset(text, 'x', sizeof(text));
    text[sizeof(text) - 1] = '\0';
    cr_expect_eq(suppose(person, text, &error), SG_USAGE);
    cr_expect_not_null(strstr(error.message, "400"));
    for (int i = 0; i < LIMIT_ASSUMPTIONS; i++)
        suppose_well(person, "NVQ 3");
    cr_expect_eq(suppose(person, "NVQ 3", &error), SG_USAGE);
    cr_expect_not_null(strstr(error.message, "100"));
    cr_expect_eq(person->person->qualifications.count, LIMIT_ASSUMPTIONS);
    cr_expect_geq(person->claim_count, LIMIT_ASSUMPTIONS);
    sg_person_free(person);
}

/* The words are the command line's, so that they may be quoted; the file's may
 * not. */
Test(assume, no_error_quotes_the_file)
{
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        sg_person *person = person_with(
            "\"name\": \"Zq7xSecret\", \"current_role\": \"Zq7xSecret\", "
            "\"qualifications\": [{\"title\": \"Zq7xSecret\"}]");
        sg_error error;
        cr_expect_neq(suppose(person, refused[i].what, &error), SG_OK);
        cr_expect_null(strstr(error.message, "Zq7x"), "%s", error.message);
        sg_person_free(person);
    }
}

Test(assume, a_day_that_is_none_is_refused)
{
    sg_person *person = person_with(ROLE);
    sg_error error = {0};
    cr_expect_eq(
        sg_person_assume(person, catalogue, "icdl", "2026-02-30", &error),
        SG_USAGE);
    cr_expect_str_eq(error.reason, "bad-date");
    sg_person_free(person);
}
