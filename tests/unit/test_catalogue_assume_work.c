/* SPDX-License-Identifier: MIT */
/* Work that is only supposed: from when, for how long, and until which day the
 * answer then is. */
#include "supposing.h"

#include "base/limits.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(assume_work, .init = open_catalogue, .fini = close_catalogue);

/* Work beside what else goes on: the file that says the same, and the day that
 * the answer is then for. */
static const struct {
    const char *what;
    const char *post;
    const char *later;
} work[] = {
    {"12 months as county/administrator-1",
     "\"role\": \"county/administrator-1\", \"from\": \"2026-12\", \"to\": "
     "\"2027-11\"",
     "2027-11-22"},
    {"1 year as 1372",
     "\"role\": \"county/senior-administrator\", \"from\": \"2026-12\", "
     "\"to\": \"2027-11\"",
     "2027-11-22"},
    {"3 months supervising",
     "\"role\": \"county/admin-assistant-2\", \"supervises\": true, "
     "\"from\": \"2026-12\", \"to\": \"2027-02\"",
     "2027-02-22"},
    {" 3  Months  Supervising ",
     "\"role\": \"county/admin-assistant-2\", \"supervises\": true, "
     "\"from\": \"2026-12\", \"to\": \"2027-02\"",
     "2027-02-22"},
    {"1 month of customer-service",
     "\"role\": \"county/admin-assistant-2\", \"area\": "
     "\"customer-service\", \"from\": \"2026-12\", \"to\": \"2026-12\"",
     "2026-12-22"},
    {"supervise-others",
     "\"role\": \"county/admin-assistant-2\", \"supervises\": true, "
     "\"from\": \"2026-12\", \"to\": \"2027-05\"",
     "2027-05-22"},
    {"guide-colleague",
     "\"role\": \"county/admin-assistant-2\", \"area\": "
     "\"guiding-colleagues\", \"from\": \"2026-12\", \"to\": \"2027-02\"",
     "2027-02-22"},
};

#define PRESENT                                                                \
    "{\"role\": \"county/admin-assistant-2\", \"from\": \"2026-01\", "         \
    "\"hours_per_week\": 37}"

Test(assume_work, work_counts_from_the_next_month_and_the_answer_is_for_its_end)
{
    for (size_t i = 0; i < sizeof(work) / sizeof(work[0]); i++) {
        char after[512];
        snprintf(after, sizeof(after),
                 ROLE ", \"experience\": [" PRESENT ", {%s}]", work[i].post);
        sg_person *supposed =
            person_with(ROLE ", \"experience\": [" PRESENT "]");
        sg_person *written = person_with(after);
        suppose_well(supposed, work[i].what);
        expect_same_answers(supposed, TODAY, written, work[i].later,
                            work[i].what);
        sg_person_free(supposed);
        sg_person_free(written);
    }
}

Test(assume_work, work_in_the_current_role_leaves_what_was_there_before)
{
    sg_person *person = person_with(ROLE);
    suppose_well(person, "3 months supervising");
    suppose_well(person, "2 months of customer-service");
    suppose_well(person, "1 month as county/administrator-1");
    const struct person *file = person->person;
    cr_assert_eq(file->experience.count, 4);
    cr_expect_eq(file->experience.items[0].from.year, 0,
                 "held until now, nobody knows how long");
    cr_expect_str_eq(file->experience.items[3].role, "county/administrator-1");
    sg_person_free(person);
}

/* What goes on at once takes no longer than the longest of it. */
static const struct {
    const char *first, *second;
    unsigned ahead;
} beside[] = {
    {"24 more months", "3 months supervising", 24},
    {"3 months supervising", "24 more months", 24},
    {"3 months supervising", "5 months of administration", 5},
    {"12 months as county/administrator-1", "6 more months", 12},
    {"6 more months", "6 more months", 12},
};

Test(assume_work, what_goes_on_at_once_counts_once)
{
    for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
        sg_person *person = person_with(ROLE);
        suppose_well(person, beside[i].first);
        suppose_well(person, beside[i].second);
        cr_expect_eq(person->months_ahead, beside[i].ahead, "%s, %s: %u",
                     beside[i].first, beside[i].second, person->months_ahead);
        sg_person_free(person);
    }
}

Test(assume_work, another_role_needs_no_current_one)
{
    sg_person *person = person_with("");
    suppose_well(person, "12 months as county/administrator-1");
    cr_expect_eq(person->person->experience.count, 1);
    sg_person_free(person);
}

/* The catalogue may be gone before the person. */
Test(assume_work, what_a_course_gave_is_the_persons_own)
{
    sg_person *person = person_with(ROLE);
    suppose_well(person, "l2-diploma-team-leading");
    sg_catalogue_free(catalogue);
    catalogue = NULL;
    cr_expect_str_eq(person->person->qualifications.items[0].subject, "15.3");
    cr_expect_str_eq(person->claims[0].title,
                     "Level 2 Diploma in Team Leading");
    sg_person_free(person);
}

Test(assume_work, no_more_posts_than_a_file_can_have)
{
    size_t room = 64 * (LIMIT_PERSON_ENTRIES + 2), used = 0;
    char *members = malloc(room);
    used += (size_t)snprintf(members, room, ROLE ", \"experience\": [");
    for (int i = 0; i < LIMIT_PERSON_ENTRIES; i++)
        used += (size_t)snprintf(members + used, room - used,
                                 "%s{\"area\": \"technical\"}", i ? "," : "");
    snprintf(members + used, room - used, "]");
    sg_person *person = person_with(members);
    sg_error error;
    cr_expect_eq(suppose(person, "3 months supervising", &error), SG_USAGE);
    cr_expect_not_null(strstr(error.message, "no more can be supposed"));
    cr_expect_eq(suppose(person, "24 more months", &error), SG_USAGE);
    cr_expect_eq(person->months_ahead, 0);
    sg_person_free(person);
    free(members);
}
