/* SPDX-License-Identifier: MIT */
/* Study that is supposed to begin or to be finished. */
#include "supposing.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(assume_study, .init = open_catalogue, .fini = close_catalogue);

#define STUDYING                                                               \
    "\"qualifications\": [{\"title\": \"NVQ 3 bus admin\", \"level\": 3, "     \
    "\"scale\": \"NVQ\", \"status\": \"working-towards\", \"expected\": "      \
    "\"2027-06\"}, {\"title\": \"Other\", \"status\": \"held\"}]"

Test(assume_study, what_is_begun_can_be_finished_under_its_own_title)
{
    sg_person *person = person_with(STUDYING);
    suppose_well(person, "finish nvq 3 BUS admin by 2027-05");
    const struct person_qualification *done =
        &person->person->qualifications.items[0];
    cr_expect_eq(person->person->qualifications.count, 2);
    cr_expect_eq(done->status, STATUS_HELD);
    cr_expect(done->status_given);
    cr_expect_eq(done->awarded.year, 2027);
    cr_expect_eq(person->claims[0].status, CLAIM_HELD);
    sg_person_free(person);
}

/* What cannot be supposed, and which words the answer has. */
static const struct {
    const char *what;
    const char *says;
} refused[] = {
    {"finish Other", "nothing that is worked towards"}, /* it is held */
    {"finish NVQ 3", "just the title 'NVQ 3'"},
    {"start training-health-safety", "gives a qualification"},
    {"start nothing-like-it", "gives a qualification"},
};

Test(assume_study, what_is_not_on_file_or_not_listed_is_refused)
{
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        sg_person *person = person_with(STUDYING);
        sg_error error;
        cr_expect_eq(suppose(person, refused[i].what, &error), SG_USAGE, "%s",
                     refused[i].what);
        cr_expect_not_null(strstr(error.message, refused[i].says), "%s: %s",
                           refused[i].what, error.message);
        cr_expect_eq(person->person->qualifications.count, 2);
        sg_person_free(person);
    }
}

Test(assume_study, a_course_can_be_begun)
{
    sg_person *person = person_with("");
    suppose_well(person, "start l3-diploma-business-administration by 2028-02");
    cr_assert_eq(person->person->qualifications.count, 1);
    const struct person_qualification *begun =
        &person->person->qualifications.items[0];
    cr_expect_eq(begun->status, STATUS_WORKING_TOWARDS);
    cr_expect_eq(begun->expected.year, 2028);
    cr_expect_eq(person->claims[0].status, CLAIM_WORKING_TOWARDS);
    sg_person_free(person);
}

/* A slip in an id must not turn it into a qualification that is held. */
Test(assume_study, an_id_with_a_slip_is_no_title)
{
    static const char *const slips[] = {
        "l3-diploma-busines-administration",
        "12 months l3-diploma-business-administration"};
    for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++) {
        sg_person *person = person_with("");
        sg_error error;
        cr_expect_eq(suppose(person, slips[i], &error), SG_USAGE, "%s",
                     slips[i]);
        cr_expect(!person->person->qualifications.given);
        sg_person_free(person);
    }
    sg_person *person = person_with("");
    sg_error error;
    (void)suppose(person, slips[0], &error);
    cr_expect_not_null(
        strstr(error.message, "'l3-diploma-business-administration'"), "%s",
        error.message);
    sg_person_free(person);
}
