/* SPDX-License-Identifier: MIT */
/* Reading a person file: each way to break it, and what is said of it. */
#include "base/limits.h"
#include "people.h"
#include "support.h"

#include <criterion/criterion.h>
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

TestSuite(read_person, .init = open_reference, .fini = close_reference);

struct change {
    const char *from, *to;
    const char *reason;
    const char *pointer;
    const char *says; /* part of the message */
};

#define AWARD "/qualifications/0"
#define POST "/experience/0"

static const struct change errors[] = {
    /* The file as a whole. */
    {"'format': 'skillgap-person/1', ", "", "missing-field", "", "'format'"},
    {"person/1", "person/2", "newer-version", "/format", "newer program"},
    {"person/1", "person/0", "wrong-format", "/format", "person/1"},
    {"skillgap-person/1", "skillgap-framework/1", "wrong-format", "/format",
     "another kind"},
    {"'skillgap-person/1'", "1", "wrong-type", "/format", "text"},
    /* Wrong types. */
    {"'Nobody'", "5", "wrong-type", "/name", "text"},
    {"'name': 'Nobody'", "'skills': null, 'name': 'Nobody'", "duplicate-key",
     "", "twice"},
    {"'name': 'Nobody'", "'name': ''", "out-of-range", "/name", "empty"},
    {"'L2 Dip'", "['L2 Dip']", "wrong-type", AWARD "/title", "text"},
    {"'level': 2", "'level': '2'", "wrong-type", AWARD "/level",
     "whole number"},
    {"'level': 2", "'level': 2.5", "wrong-type", AWARD "/level",
     "whole number"},
    {"18.5", "'18.5'", "wrong-type", POST "/hours_per_week", "number"},
    {"'supervises': true", "'supervises': 'yes'", "wrong-type",
     POST "/supervises", "true"},
    {"['Pass', 'Merit']", "'Pass'", "wrong-type", AWARD "/grades", "list"},
    {"'Merit'", "9", "wrong-type", AWARD "/grades/1", "text"},
    {"'601/3607/8'", "60136078", "wrong-type", AWARD "/number", "text"},
    {"'awarded': '2022-07-31'", "'awarded': 2022", "wrong-type",
     AWARD "/awarded", "text"},
    /* Words that decide something. */
    {"'held'", "'hold'", "unknown-word", AWARD "/status", "'held'?"},
    {"'acting'", "'Paid'", "unknown-word", POST "/basis", "'paid'?"},
    {"'met'", "'mte'", "unknown-word", "/confirmed/0/verdict", "'met'?"},
    /* Numbers. */
    {"'level': 2", "'level': 0", "out-of-range", AWARD "/level", "1 to 12"},
    {"'level': 2", "'level': 13", "out-of-range", AWARD "/level", "1 to 12"},
    {"'count': 2", "'count': 101", "out-of-range", AWARD "/count", "1 to 100"},
    {"18.5", "168.5", "out-of-range", POST "/hours_per_week", "0 to 168"},
    {"18.5", "-0.5", "out-of-range", POST "/hours_per_week", "0 to 168"},
    /* Levels that the scale does not have. */
    {"'level': 2", "'level': 9", "bad-level", AWARD "/level",
     "1, 2, 3, 4, 5, 6, 7, 8"},
    {"'level': 2,\n   'scale': 'RQF'", "'level': 6, 'scale': 'NVQ'",
     "bad-level", AWARD "/level", "1, 2, 3, 4, 5."},
    {"'level': 2,\n   'scale': 'RQF'", "'level': 9, 'scale': 'EQF'",
     "bad-level", AWARD "/level", "2, 3, 4"},
    /* Dates. */
    {"2022-07-31", "31/07/2022", "bad-pattern", AWARD "/awarded", "1998-06"},
    {"2022-07-31", "2022-7", "bad-pattern", AWARD "/awarded", "1998-06"},
    {"2022-07-31", "", "bad-pattern", AWARD "/awarded", "1998-06"},
    {"2022-07-31", "2022-06-31", "out-of-range", AWARD "/awarded", "calendar"},
    {"2024-05-14", "2023-02-29", "out-of-range", "/credentials/0/issued",
     "calendar"},
    {"2020-03", "1820-03", "out-of-range", POST "/from", "1900"},
    {"2021-02-28", "2020-02", "wrong-order", POST "/to", "'from'"},
    {"2032-07", "2022-06", "wrong-order", AWARD "/expires", "'awarded'"},
    {"2027-05-13", "2024-05-13", "wrong-order", "/credentials/0/expires",
     "'issued'"},
    {"'expires': '2021'", "'expires': '2019'", "wrong-order",
     "/training/0/expires", "'completed'"},
    {"'expires': '2021'", "'expires': '2021-02-30'", "out-of-range",
     "/training/0/expires", "calendar"},
    /* Entries that would say nothing. */
    {"'id': 'it-keyboard', ", "", "missing-field", "/skills/0", "'id'"},
    {"'id': 'icdl', ", "", "missing-field", "/credentials/0", "'id'"},
    {"'line': 'a2-e-icdl', ", "", "missing-field", "/confirmed/0", "'line'"},
    {"'verdict': 'met', ", "", "missing-field", "/confirmed/0", "'verdict'"},
    {"'by': 'Manager',", "", "missing-field", "/confirmed/0", "'by'"},
    {"'on': '2026-09-14', ", "", "missing-field", "/confirmed/0", "'on'"},
};

static void expect_first(const struct change *row, bool warning)
{
    char *text = people_with(row->from, row->to);
    struct problems found = {0};
    struct person *person = people_read(reference, text, &found);
    free(text);
    cr_expect_eq(person != NULL, warning, "%s", row->to);
    person_free(person);
    cr_assert_geq(found.count, 1, "%s: nothing is told", row->to);
    const sg_error *first = &found.list[0];
    cr_expect_eq(first->warning, warning, "%s", row->to);
    cr_expect_str_eq(first->reason, row->reason, "%s: %s: %s", row->to,
                     first->reason, first->message);
    cr_expect_str_eq(first->pointer, row->pointer, "%s: %s", row->to,
                     first->pointer);
    cr_expect(strstr(first->message, row->says), "%s: %s", row->to,
              first->message);
    cr_expect_str_eq(first->file, "p.json");
}

Test(read_person, each_mistake_is_told_at_its_place)
{
    for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
        expect_first(&errors[i], false);
}

static const struct change warnings[] = {
    {"'name'", "'nmae'", "unknown-field", "/nmae", "'name'?"},
    {"'hours_per_week'", "'hours'", "unknown-field", POST "/hours", "'hours'"},
    {"'type': 'diploma'", "'type': 'btec'", "unknown-word", AWARD "/type",
     "apprenticeship"},
    {"'type': 'diploma'", "'type': 'diplomma'", "unknown-word", AWARD "/type",
     "'diploma'?"},
    {"'scale': 'RQF'", "'scale': 'rqf'", "unknown-word", AWARD "/scale",
     "'RQF'?"},
    {"'scale': 'RQF'", "'scale': 'QCF'", "unknown-word", AWARD "/scale", "EQF"},
    {"'size': 'diploma'", "'size': 'large'", "unknown-word", AWARD "/size",
     "award, certificate"},
    {"'count': 2", "'count': 3", "contradiction", AWARD "/count", "'grades'"},
    {"3607/8", "3607/9", "check-character", AWARD "/number", "certificate"},
    {"3607/8", "3607/X", "check-character", AWARD "/number", "certificate"},
    {"601/3607/8", "610/0124/0", "check-character", AWARD "/number",
     "certificate"},
    {"'it-keyboard'", "'it-keybord'", "unknown-criterion", "/skills/0/id",
     "'it-keyboard'?"},
    {"'in-house-training'", "'dancing'", "unknown-criterion",
     "/training/0/criterion", "criteria.json"},
};

Test(read_person, what_nobody_knows_is_a_warning_and_is_read)
{
    for (size_t i = 0; i < sizeof(warnings) / sizeof(warnings[0]); i++)
        expect_first(&warnings[i], true);
}

static const struct change harmless[] = {
    {"Nobody", "Nobody", NULL, NULL, "the file as it is"},
    {"'format'", "'$schema': 'x', 'format'", NULL, NULL, "a schema"},
    {"'level': 2", "'level': 2.0", NULL, NULL, "a whole number"},
    {"18.5", "0", NULL, NULL, "no fixed hours"},
    {"18.5", "37", NULL, NULL, "whole hours"},
    {"2022-07-31", "2032-07-31", NULL, NULL, "an award in the future"},
    {"'to': '2021-02-28'", "'to': '2020'", NULL, NULL,
     "a year that may hold the month"},
    {"'to': '2021-02-28'", "'to': '2020-03'", NULL, NULL, "one month"},
    {"'to': '2021-02-28'", "'to': '2030-01'", NULL, NULL, "an end ahead"},
    {"'scale': 'RQF', ", "", NULL, NULL, "a level without a scale"},
    {"'level': 2,", "", NULL, NULL, "a scale without a level"},
    {"601/3607/8", "610/0111/5", NULL, NULL, "an early number"},
    {"601/3607/8", "601/3414/8", NULL, NULL, "a right number"},
    {"601/3607/8", "GG4K 22", NULL, NULL, "a number of another body"},
    {"601/3607/8", "600/1006/X", NULL, NULL, "ten is X"},
    {"'icdl'", "'Forklift'", NULL, NULL, "credentials are no closed list"},
    {"'15.2'", "'Business'", NULL, NULL, "a subject in words"},
    {"{'format'", "\xEF\xBB\xBF{'format'", NULL, NULL, "a byte order mark"},
};

Test(read_person, what_the_contract_allows_is_taken_without_a_word)
{
    for (size_t i = 0; i < sizeof(harmless) / sizeof(harmless[0]); i++) {
        char *text = people_with(harmless[i].from, harmless[i].to);
        struct problems found = {0};
        person_free(people_read(reference, text, &found));
        cr_expect_eq(found.count, 0, "%s: %s", harmless[i].says,
                     found.list[0].message);
        free(text);
    }
}

Test(read_person, all_mistakes_are_told_in_the_order_of_the_file)
{
    char *text = people_with("'status': 'held'", "'status': 'gone'");
    memcpy(strstr(text, "\"basis\": \"acting\""), "\"basis\": \"acted!\"", 17);
    memcpy(strstr(text, "2026-09-14"), "2026-99-14", 10);
    struct problems found = {0};
    people_read(reference, text, &found);
    free(text);
    cr_assert_eq(found.count, 3);
    cr_expect_str_eq(found.list[0].pointer, AWARD "/status");
    cr_expect_str_eq(found.list[1].pointer, POST "/basis");
    cr_expect_str_eq(found.list[2].pointer, "/confirmed/0/on");
}

Test(read_person, every_field_is_kept_as_it_is_given)
{
    struct problems found = {0};
    char *text = people_with("", "");
    struct person *person = people_read(reference, text, &found);
    free(text);
    cr_assert_not_null(person);
    cr_expect_str_eq(person->name, "Nobody");
    cr_expect_str_eq(person->current_role, "county/administrator-1");
    cr_assert_eq(person->qualifications.count, 1);
    const struct person_qualification *award = person->qualifications.items;
    cr_expect_str_eq(award->title, "L2 Dip");
    cr_expect_str_eq(award->type, "diploma");
    cr_expect_eq(award->level, 2);
    cr_expect_eq(award->scale, SCALE_RQF);
    cr_expect_str_eq(award->subject, "15.2");
    cr_expect_eq(award->size, SIZE_DIPLOMA);
    cr_expect_eq(award->count, 2);
    cr_assert_eq(award->grade_count, 2);
    cr_expect_str_eq(award->grades[1], "Merit");
    cr_expect_str_eq(award->country, "GB");
    cr_expect(award->status_given && award->status == STATUS_HELD);
    cr_expect_eq(award->awarded.day, 31);
    cr_expect_eq(award->expected.year, 2022);
    cr_expect_eq(award->expires.month, 7);
    cr_expect_str_eq(award->number, "601/3607/8");
    cr_expect_not(award->scale_unknown || award->size_unknown);
    person_free(person);
}

Test(read_person, the_other_lists_are_kept_as_they_are_given)
{
    struct problems found = {0};
    char *text = people_with("", "");
    struct person *person = people_read(reference, text, &found);
    free(text);
    cr_assert_not_null(person);
    const struct person_experience *post = person->experience.items;
    cr_expect_str_eq(post->role, "county/admin-assistant-2");
    cr_expect_str_eq(post->area, "administration");
    cr_expect_str_eq(post->title, "Clerk");
    cr_expect_eq(post->from.month, 3);
    cr_expect_eq(post->to.day, 28);
    cr_expect_float_eq(post->hours_per_week, 18.5F, 0.001F);
    cr_expect(post->basis_given && post->basis == BASIS_ACTING);
    cr_expect(post->supervises_given && post->supervises);
    cr_expect_str_eq(person->skills.items[0].id, "it-keyboard");
    cr_expect_str_eq(person->skills.items[0].level, "basic");
    cr_expect_str_eq(person->credentials.items[0].id, "icdl");
    cr_expect_eq(person->credentials.items[0].issued.day, 14);
    cr_expect_eq(person->credentials.items[0].expires.year, 2027);
    cr_expect_str_eq(person->training.items[0].title, "Induction");
    cr_expect_str_eq(person->training.items[0].criterion, "in-house-training");
    cr_expect_eq(person->training.items[0].completed.month, 2);
    cr_expect_eq(person->training.items[0].expires.year, 2021);
    const struct person_confirmation *one = person->confirmed.items;
    cr_expect_str_eq(one->line, "a2-e-icdl");
    cr_expect_eq(one->verdict, SG_MET);
    cr_expect_str_eq(one->by, "Manager");
    cr_expect_eq(one->on.day, 14);
    cr_expect_str_eq(one->evidence, "Seen");
    cr_expect_str_eq(one->framework_version, "1");
    cr_expect_str_eq(one->hash, "0123abcd");
    person_free(person);
}

Test(read_person, a_list_that_is_absent_differs_from_one_that_is_empty)
{
    struct problems found = {0};
    struct person *person =
        people_read(reference,
                    "{\"format\": \"skillgap-person/1\", \"skills\": [],"
                    " \"experience\": [{}], \"qualifications\": [{}]}",
                    &found);
    cr_assert_not_null(person);
    cr_expect_eq(found.count, 0);
    cr_expect(person->skills.given && person->skills.count == 0);
    cr_expect_not(person->training.given);
    cr_expect_not(person->credentials.given);
    cr_expect_not(person->confirmed.given);
    cr_expect_null(person->name);
    cr_expect_null(person->current_role);
    const struct person_qualification *award = person->qualifications.items;
    cr_expect_not(award->status_given);
    cr_expect_null(award->title);
    cr_expect_eq(award->level + award->count + award->awarded.year, 0);
    cr_expect_eq(award->size, SIZE_UNKNOWN);
    cr_expect_not(award->size_unknown || award->scale_unknown);
    cr_expect_not(person->experience.items[0].supervises_given);
    cr_expect_not(person->experience.items[0].basis_given);
    person_free(person);
}

Test(read_person, unknown_words_are_kept_as_unknown)
{
    struct problems found = {0};
    char *text = people_with("'type': 'diploma', 'level': 2,\n   'scale': "
                             "'RQF', 'subject': '15.2', 'size': 'diploma'",
                             "'type': 'X', 'level': 12, 'scale': 'Y', "
                             "'size': 'Z'");
    struct person *person = people_read(reference, text, &found);
    free(text);
    cr_assert_not_null(person);
    cr_expect_eq(found.count, 3);
    const struct person_qualification *award = person->qualifications.items;
    cr_expect_str_eq(award->type, "X");
    cr_expect(award->scale_unknown && award->scale == SCALE_NONE);
    cr_expect(award->size_unknown && award->size == SIZE_UNKNOWN);
    cr_expect_eq(award->level, 12, "as written");
    person_free(person);
}

Test(read_person, a_list_without_end_is_refused)
{
    enum { TOO_MANY = LIMIT_PERSON_ENTRIES + 1 };
    struct problems found = {0};
    struct buffer text = {0};
    buffer_puts(&text, "{\"format\": \"skillgap-person/1\", \"training\": [{}");
    for (int i = 1; i < TOO_MANY; i++)
        buffer_puts(&text, ",{}");
    buffer_puts(&text, "]}");
    cr_assert_not(text.failed);
    cr_expect_null(people_read(reference, text.data, &found));
    cr_assert_eq(found.count, 1);
    cr_expect_str_eq(found.list[0].reason, "out-of-range");
    cr_expect_str_eq(found.list[0].pointer, "/training");
    buffer_done(&text);
}

Test(read_person, a_person_that_is_none_can_be_freed)
{
    person_free(NULL);
    sg_person_free(NULL);
    sg_person_account_free(NULL);
}
