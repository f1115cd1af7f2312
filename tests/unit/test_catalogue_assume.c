/* SPDX-License-Identifier: MIT */
/* What is only supposed of a person: put where the file would say it, and
 * refused with a remedy when it says nothing. */
#include "supposing.h"

#include "base/limits.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(assume, .init = open_catalogue, .fini = close_catalogue);

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
    {"l3-diploma-business-administration by 2028-01", "",
     "\"qualifications\": [{\"title\": \"Level 3 Diploma in Business "
     "Administration\", \"type\": \"diploma\", \"level\": 3, \"scale\": "
     "\"RQF\", \"size\": \"diploma\", \"subject\": \"15.2\", \"status\": "
     "\"held\", \"awarded\": \"2028-01\"}]"},
    {"ICDL-L2-core by 2027", "",
     "\"qualifications\": [{\"title\": \"ICDL Core, Level 2 Certificate in IT "
     "User Skills\", \"type\": \"certificate\", \"level\": 2, \"scale\": "
     "\"RQF\", "
     "\"size\": \"certificate\", \"subject\": \"06.2\", \"status\": \"held\", "
     "\"awarded\": \"2027\"}], "
     "\"credentials\": [{\"id\": \"icdl\", \"issued\": \"2027\"}]"},
    {"training-data-protection appropriate awareness", "",
     "\"skills\": [{\"id\": \"data-protection\", \"level\": "
     "\"appropriate awareness\"}]"},
    {"training-health-safety", "", "\"skills\": [{\"id\": \"health-safety\"}]"},
    {"training-in-house by 2027-02", "",
     "\"training\": [{\"criterion\": \"in-house-training\", "
     "\"title\": \"The in-house training of the service area\", "
     "\"completed\": \"2027-02\"}]"},
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
    {"3 months as nobody", "nobody"},
    {"3 months as", "cannot be supposed"},
    {"3 months of costumer-service", "Did you mean 'customer-service'?"},
    {"3 months of", "cannot be supposed"},
    {"3 months supervising people", "cannot be supposed"},
    {"3 months supervising by 2027", "cannot be supposed"},
    {"1201 months supervising", "up to 1200"},
    {"supervise-others by 2027", "begins next month"},
    {"training-data-protecton", "Did you mean 'training-data-protection'?"},
    {"l3-diploma-business-administration awareness", "no level words"},
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

Test(assume, more_months_need_a_current_role)
{
    sg_person *person = person_with("");
    sg_error error;
    cr_expect_eq(suppose(person, "24 more months", &error), SG_USAGE);
    cr_expect_str_eq(error.reason, "assume");
    cr_expect_not_null(strstr(error.message, "current_role"));
    sg_person_free(person);
}

Test(assume, work_of_a_kind_needs_no_current_role)
{
    static const char *const ways[] = {"3 months supervising",
                                       "3 months of customer-service",
                                       "help-at-counter"};
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        sg_person *person = person_with("");
        suppose_well(person, ways[i]);
        cr_expect_eq(person->person->experience.count, 1, "%s", ways[i]);
        cr_expect_null(person->person->experience.items[0].role);
        sg_person_free(person);
    }
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
