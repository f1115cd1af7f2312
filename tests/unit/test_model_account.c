/* SPDX-License-Identifier: MIT */
/* What is told of a person file: all of it, as it stands, and no more. */
#include "people.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct reference *reference;

static void open_reference(void)
{
    reference = support_reference();
}

static void close_reference(void)
{
    reference_free(reference);
}

TestSuite(model_account, .init = open_reference, .fini = close_reference);

#define TODAY "2026-11-22"

static sg_person_account *account_of(const char *json)
{
    struct problems found = {0};
    struct sg_person person = {.person = people_read(reference, json, &found)};
    sg_person_account *account = NULL;
    sg_error error = {0};
    cr_assert_not_null(person.person, "%s", found.list[0].message);
    cr_assert_eq(sg_person_account_new(&person, TODAY, &account, &error), SG_OK,
                 "%s", error.message);
    person_free(person.person);
    return account;
}

/* The facts of an entry with a bar after each. */
static const char *facts_of(const sg_person_entry *entry)
{
    static char text[1024];
    size_t used = 0;
    text[0] = '\0';
    for (size_t i = 0; i < entry->fact_count && used < sizeof(text); i++)
        used += (size_t)snprintf(text + used, sizeof(text) - used, "%s|",
                                 entry->facts[i].text);
    return text;
}

struct months {
    const char *post;
    uint32_t least, most;
    const char *reason;
};

static const struct months spans[] = {
    {"'from': '2011-02'", 190, 190, "both ends count"},
    {"'from': '2026-11'", 1, 1, "this month counts"},
    {"'from': '2026-11-22', 'to': '2026-11-22'", 1, 1, "so does one day"},
    {"'from': '2027-01'", 0, 0, "what lies ahead does not"},
    {"'from': '2026-10', 'to': '2028-01'", 2, 2, "nor its end"},
    {"'from': '2010', 'to': '2012'", 14, 36, "years alone are a range"},
    {"'from': '2010', 'to': '2010'", 1, 12, "one year is at least a month"},
    {"'from': '2010', 'to': '2011'", 2, 24, "two years may be two months"},
    {"'from': '2010-05', 'to': '2010'", 1, 8, "only the end is a year"},
};

Test(model_account, months_are_counted_up_to_today)
{
    for (size_t i = 0; i < sizeof(spans) / sizeof(spans[0]); i++) {
        char json[256];
        snprintf(json, sizeof(json),
                 "{'format': 'skillgap-person/1', 'experience': [{%s}]}",
                 spans[i].post);
        for (char *at = json; (at = strchr(at, '\''));)
            *at = '"';
        sg_person_account *account = account_of(json);
        const sg_person_entry *post =
            account->lists[SG_PERSON_EXPERIENCE].entries;
        cr_expect(post->has_months, "%s", spans[i].reason);
        cr_expect_eq(post->months_least, spans[i].least, "%s: %u",
                     spans[i].reason, (unsigned)post->months_least);
        cr_expect_eq(post->months_most, spans[i].most, "%s: %u",
                     spans[i].reason, (unsigned)post->months_most);
        sg_person_account_free(account);
    }
}

Test(model_account, a_post_that_lies_ahead_is_told_as_that)
{
    sg_person_account *account = account_of(
        "{\"format\": \"skillgap-person/1\", \"experience\": ["
        "{\"from\": \"2030\"}, {\"from\": \"2026-12\", \"to\": \"2028\"},"
        " {\"from\": \"2026-11-30\"}]}");
    const sg_person_entry *posts = account->lists[SG_PERSON_EXPERIENCE].entries;
    cr_expect_str_eq(facts_of(&posts[0]), "begins 2030|");
    cr_expect_str_eq(facts_of(&posts[1]), "begins 2026-12 and ends 2028|");
    cr_expect_str_eq(facts_of(&posts[2]), "from 2026-11-30 to today|1 month|");
    sg_person_account_free(account);
}

/* What its claim adds to an entry of that status. */
static const char *status_of(struct claim claim)
{
    static struct person_qualification from;
    struct person person = {
        .qualifications = {.given = true, .count = 1, .items = &from}};
    const struct sg_person whole = {
        .person = &person, .claims = &claim, .claim_count = 1};
    sg_person_account *account = NULL;
    cr_assert_eq(sg_person_account_new(&whole, TODAY, &account, NULL), SG_OK);
    const char *facts =
        facts_of(account->lists[SG_PERSON_QUALIFICATIONS].entries);
    sg_person_account_free(account);
    return facts;
}

Test(model_account, what_is_only_expected_is_not_held)
{
    struct claim claim = {.title = "",
                          .status = CLAIM_WORKING_TOWARDS,
                          .only_expected = true,
                          .expected = {.year = 2027}};
    cr_expect_str_eq(status_of(claim), "only expected, so not held yet|");
    claim.expected.year = 2026;
    cr_expect_str_eq(status_of(claim), "only expected, so not held yet|",
                     "this year is not over");
    claim.expected.year = 2025;
    cr_expect_str_eq(
        status_of(claim),
        "only expected, and that day has passed: awarded or not is open|");
}

Test(model_account, what_was_failed_counts_for_nothing)
{
    const struct claim claim = {.title = "",
                                .status = CLAIM_HELD,
                                .none = true,
                                .failed = true,
                                .level_known = true,
                                .rqf_min = 1,
                                .rqf_max = 1};
    cr_expect_str_eq(status_of(claim), "not passed, so it counts for nothing|");
}

Test(model_account, every_field_of_the_file_is_told)
{
    char *text = people_with("", "");
    sg_person_account *account = account_of(text);
    free(text);
    static const char *const facts[SG_PERSON_LIST_COUNT] = {
        ("type diploma|RQF level 2|size diploma|2 of them|grades Pass, Merit|"
         "subject 15.2|awarded in GB|held|awarded 2022-07-31|expected 2022|"
         "expires 2032-07|number 601/3607/8|"),
        ("role county/admin-assistant-2|kind of work administration|"
         "from 2020-03 to 2021-02-28|12 months|18.5 hours a week|"
         "acting up in this role|supervises|"),
        "level basic|",
        "issued 2024-05-14|expires 2027-05-13|",
        "for in-house-training|completed 2020-02|expired 2021|",
        ("met|confirmed by Manager on 2026-09-14|for framework version 1|"
         "for the line whose hash is 0123abcd|evidence: Seen|"),
    };
    cr_expect_str_eq(account->name, "Nobody");
    cr_expect_str_eq(account->current_role, "county/administrator-1");
    cr_expect_str_eq(account->today, TODAY);
    for (size_t i = 0; i < SG_PERSON_LIST_COUNT; i++) {
        const sg_person_list *list = &account->lists[i];
        cr_assert(list->given && list->entry_count == 1, "%s", list->id);
        cr_expect_str_eq(facts_of(list->entries), facts[i]);
        cr_expect_eq(list->entries->open_count, 0, "%s", list->id);
    }
    sg_person_account_free(account);
}

Test(model_account, what_is_left_out_is_told_as_open_and_never_made_up)
{
    sg_person_account *account = account_of(
        "{\"format\": \"skillgap-person/1\", \"qualifications\": [{},"
        " {\"level\": 3}, {\"level\": 3, \"scale\": \"QCF\"},"
        " {\"scale\": \"NVQ\"}], \"experience\": [{}, {\"to\": \"2020\"}]}");
    const sg_person_entry *awards =
        account->lists[SG_PERSON_QUALIFICATIONS].entries;
    const sg_person_entry *posts = account->lists[SG_PERSON_EXPERIENCE].entries;
    cr_expect_str_eq(facts_of(&awards[0]), "");
    cr_expect_eq(awards[0].open_count, 4);
    cr_expect_str_eq(facts_of(&awards[1]),
                     "level 3 on a scale that is not given|");
    cr_expect_str_eq(facts_of(&awards[2]),
                     "level 3 on a scale that is not known|");
    cr_expect_str_eq(facts_of(&awards[3]), "on the scale NVQ|");
    cr_expect_str_eq(facts_of(&posts[0]), "");
    cr_expect_str_eq(facts_of(&posts[1]), "to 2020|");
    cr_expect_not(posts[0].has_months || posts[1].has_months);
    sg_person_account_free(account);
}

Test(model_account, absent_and_empty_lists_say_different_things)
{
    sg_person_account *account =
        account_of("{\"format\": \"skillgap-person/1\", \"skills\": [],"
                   " \"experience\": []}");
    const sg_person_list *lists = account->lists;
    cr_expect(lists[SG_PERSON_SKILLS].given);
    cr_expect_not_null(strstr(lists[SG_PERSON_SKILLS].note, "empty"));
    cr_expect_not(lists[SG_PERSON_TRAINING].given);
    cr_expect_not_null(strstr(lists[SG_PERSON_TRAINING].note, "will be asked"));
    sg_person_account_free(account);
}

Test(model_account, today_has_to_be_a_day_of_the_calendar)
{
    static const char *const days[] = {"2026", "2026-11", "2026-02-30", "",
                                       "x"};
    struct problems found = {0};
    struct sg_person person = {
        .person = people_read(reference, "{\"format\": \"skillgap-person/1\"}",
                              &found)};
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
        sg_person_account *account = NULL;
        sg_error error = {0};
        cr_expect_eq(sg_person_account_new(&person, days[i], &account, &error),
                     SG_USAGE, "%s", days[i]);
        cr_expect_str_eq(error.reason, "bad-date");
        cr_expect_null(account);
    }
    sg_person_account *account = NULL;
    cr_expect_eq(sg_person_account_new(&person, NULL, &account, NULL), SG_OK);
    cr_expect_eq(strlen(account->today), strlen(TODAY), "the clock's");
    sg_person_account_free(account);
    person_free(person.person);
}
