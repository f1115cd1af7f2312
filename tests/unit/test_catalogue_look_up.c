/* SPDX-License-Identifier: MIT */
/* What of a person's file no framework in use knows: told, and not quoted. */
#include "base/limits.h"
#include "breakable.h"
#include "model/catalogue.h"
#include "model/line_hash.h"
#include "support.h"

#include "skillgap/person.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TODAY "2026-11-22"

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

TestSuite(look_up, .init = open_catalogue, .fini = close_catalogue);

static void keep(const sg_error *problem, void *user)
{
    struct problems *problems = user;
    if (problems->count < KEPT)
        problems->list[problems->count++] = *problem;
}

/* A person whose file has these members beside its format; single quotes
 * become double ones. */
static sg_person *read_from(const char *members, char *path)
{
    const char *const dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = dirs, .data_dir_count = 1};
    sg_person *person = NULL;
    sg_error error = {0};
    FILE *file = fdopen(mkstemp(path), "w");
    cr_assert_not_null(file);
    fputs("{\"format\": \"skillgap-person/1\", ", file);
    for (const char *at = members; *at; at++)
        fputc(*at == '\'' ? '"' : *at, file);
    fputs("}", file);
    fclose(file);
    sg_person_read(path, &options, NULL, NULL, &person, &error);
    unlink(path);
    cr_assert_not_null(person, "%s: %s", members, error.message);
    return person;
}

static struct problems looked_up(const char *members)
{
    char path[] = "/tmp/skillgap-look.XXXXXX";
    struct problems found = {0};
    sg_error error = {0};
    sg_person *person = read_from(members, path);
    cr_expect_eq(
        sg_person_look_up(person, catalogue, TODAY, keep, &found, &error),
        SG_OK);
    for (size_t i = 0; i < found.count; i++)
        cr_expect_str_eq(found.list[i].file, path);
    sg_person_free(person);
    return found;
}

static void keep_last(const sg_error *problem, void *user)
{
    *(sg_error *)user = *problem;
}

/* Of the county's framework, as it is shipped. */
#define VERSION "1"
#define CONFIRMED(verdict, day)                                                \
    "{'line': 'a1-e-icdl', 'verdict': '" verdict "', 'by': 'B', 'on': '" day   \
    "', 'framework_version': '" VERSION "'}"

/* What is told of each, where, and what the message holds. */
static const struct {
    const char *members;
    const char *reason;
    const char *pointer;
    const char *says;
} told[] = {
    {"'current_role': 'county/zqsecret'", "unknown-role", "/current_role",
     "skillgap roles"},
    {"'current_role': '1387'", "unknown-role", "/current_role",
     "Did you mean 'county/admin-assistant-2'?"},
    {"'current_role': 'county/admin-asistant-2'", "unknown-role",
     "/current_role", "Did you mean 'county/admin-assistant-2'?"},
    {"'experience': [{'role': 'senior administrator'}]", "unknown-role",
     "/experience/0/role", "Did you mean 'county/senior-administrator'?"},
    {"'experience': [{'area': 'administation'}]", "unknown-area",
     "/experience/0/area", "Did you mean 'administration'?"},
    {"'credentials': [{'id': 'icld'}]", "unused-credential",
     "/credentials/0/id", "Did you mean 'icdl'?"},
    {"'experience': [{'area': 'administration'}, {'role': 'zqsecret'}]",
     "unknown-role", "/experience/1/role", "skillgap roles"},
    {"'experience': [{'area': 'zqsecret'}]", "unknown-area",
     "/experience/0/area", "administration, "},
    {"'skills': [{'id': 'work-experience'}]", "unused-skill", "/skills/0/id",
     "no line"},
    {"'credentials': [{'id': 'ecdl'}, {'id': 'first-aid'}, {'id': 'zqsecret'}]",
     "unused-credential", "/credentials/2/id", "icdl"},
    {"'qualifications': [{'title': 'NVQ 3 zqsecret', 'awarded': '2027'}]",
     "ahead", "/qualifications/0/awarded", "not come yet"},
    {"'qualifications': [{'title': 'NVQ 3', 'status': 'held', "
     "'awarded': '2026-11-23'}]",
     "ahead", "/qualifications/0/awarded", "not come yet"},
    {"'credentials': [{'id': 'icdl', 'issued': '2026-12'}]", "ahead",
     "/credentials/0/issued", "not come yet"},
    {"'training': [{'completed': '2030-01-01'}]", "ahead",
     "/training/0/completed", "not come yet"},

    /* Qualifications that contradict themselves. */
    {"'qualifications': [{'title': 'NVQ 3 zqsecret', 'status': 'held', "
     "'expected': '2030'}]",
     "ahead", "/qualifications/0/expected", "says that it is held"},
    {"'qualifications': [{'title': 'NVQ 3', 'awarded': '2020', "
     "'expected': '2027'}]",
     "ahead", "/qualifications/0/expected", "says that it is held"},
    {"'qualifications': [{}, {'title': 'GCSE Zqsecret', 'grades': ['U']}]",
     "failed", "/qualifications/1/grades", "counts for nothing"},
    {"'qualifications': [{'title': 'Failed NVQ 3 zqsecret', "
     "'status': 'held'}]",
     "contradiction", "/qualifications/0/status", "whether it is held"},
    {"'qualifications': [{'title': 'A level zqsecret', 'type': 'nvq'}]",
     "contradiction", "/qualifications/0/type", "another type"},
    {"'qualifications': [{'title': 'NVQ 2', 'level': 3, 'scale': 'NVQ'}]",
     "contradiction", "/qualifications/0/level", "another level"},
    {"'qualifications': [{'title': 'NVQ 4', 'scale': 'RQF'}]", "contradiction",
     "/qualifications/0/scale", "another level"},
    {"'qualifications': [{'title': 'Level 3 Diploma in Business', "
     "'size': 'award'}]",
     "contradiction", "/qualifications/0/size", "another size"},
    {"'qualifications': [{'title': 'Level 3 Diploma in Business', "
     "'type': 'certificate'}]",
     "contradiction", "/qualifications/0/type", "another size"},
    {"'qualifications': [{'title': 'NVQ3 Bus Admin', 'subject': 'zqsecret'}]",
     "contradiction", "/qualifications/0/subject", "another subject"},
    {"'qualifications': [{'title': '6 GCSEs A*-C', 'count': 5}]",
     "contradiction", "/qualifications/0/count", "another number"},
    {"'qualifications': [{'title': 'NVQ 3', 'subject': '99.9'}]",
     "unknown-subject", "/qualifications/0/subject", "such as 15.2"},
    {"'qualifications': [{'title': 'NVQ 3', 'subject': '15'}]",
     "unknown-subject", "/qualifications/0/subject", "such as 15.2"},

    /* Posts that lie ahead. */
    {"'experience': [{'from': '2030'}]", "ahead", "/experience/0/from",
     "does not count yet"},
    {"'experience': [{'from': '2026-12-01', 'to': '2028'}]", "ahead",
     "/experience/0/from", "does not count yet"},
    {"'experience': [{'from': '2020', 'to': '2027'}]", "ahead",
     "/experience/0/to", "up to today"},

    /* Confirmations that settle nothing. */
    {"'confirmed': [{'line': 'a1-e-icdl', 'verdict': 'met', "
     "'by': 'Zqsecret', 'on': '2026-01-01'}]",
     "undated", "/confirmed/0", "settles nothing"},
    {"'confirmed': [{'line': 'zqsecret', 'verdict': 'met', 'by': 'B', "
     "'on': '2026-01-01', 'hash': '0'}]",
     "unknown-line", "/confirmed/0/line", "settles nothing"},
    {"'confirmed': [{'line': 'a1-e-icld', 'verdict': 'met', 'by': 'B', "
     "'on': '2026-01-01'}]",
     "unknown-line", "/confirmed/0/line", "Did you mean 'a1-e-icdl'?"},
    {"'confirmed': [{'line': 'a1-e-icdl', 'verdict': 'met', 'by': 'B', "
     "'on': '2026-01-01', 'hash': 'zqsecret'}]",
     "lapsed", "/confirmed/0", "confirmed again"},
    {"'confirmed': [{'line': 'a1-e-icdl', 'verdict': 'met', 'by': 'B', "
     "'on': '2026-01-01', 'framework_version': 'zqsecret'}]",
     "lapsed", "/confirmed/0", "confirmed again"},
    {"'confirmed': [{'line': 'a1-e-icdl', 'verdict': 'met', 'by': 'B', "
     "'on': '2026-12', 'framework_version': '" VERSION "'}]",
     "ahead", "/confirmed/0/on", "until then"},
    {"'confirmed': [" CONFIRMED("met", "2026-01-01") ", " CONFIRMED(
         "met", "2026-01-01") ", " CONFIRMED("unmet", "2026-01-01") "]",
     "contradiction", "/confirmed/2/verdict", "Entry 1 "},
};

Test(look_up, what_nobody_knows_is_told_at_its_place)
{
    for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
        const struct problems found = looked_up(told[i].members);
        cr_assert_eq(found.count, 1, "%s: %zu", told[i].members, found.count);
        const sg_error *first = &found.list[0];
        cr_expect(first->warning, "%s", told[i].members);
        cr_expect_str_eq(first->reason, told[i].reason, "%s", told[i].members);
        cr_expect_str_eq(first->pointer, told[i].pointer);
        cr_expect_not_null(strstr(first->message, told[i].says), "%s: %s",
                           told[i].members, first->message);
        cr_expect_null(strstr(first->message, "zqsecret"), "%s",
                       first->message);
    }
}

static const char *const known[] = {
    "'name': 'zqsecret'",
    "'current_role': 'county/admin-assistant-2'",
    "'experience': [{'role': 'st-albans/community-support-2', "
    "'area': 'administration'}]",
    "'skills': [{'id': 'tact-diplomacy'}, {'id': 'zqsecret'}]",
    "'credentials': [{'id': 'icdl', 'issued': '2026'}, {'id': 'ECDL'}]",
    "'qualifications': [{'title': 'NVQ 3', 'awarded': '2026-11-22'}]",
    "'qualifications': [{'title': 'NVQ 3', 'awarded': '2026'}]",
    "'qualifications': [{'title': 'NVQ 3 (working towards)', "
    "'awarded': '2027'}]",
    "'qualifications': [{'title': 'NVQ 3', 'status': 'working-towards', "
    "'awarded': '2027'}]",
    "'training': [{'completed': '2026-11'}]",
    "'qualifications': [{'title': 'NVQ 3', 'expected': '2027'}]",
    "'qualifications': [{'title': 'NVQ 3', 'expected': '2026', "
    "'status': 'held'}]",
    "'qualifications': [{'title': 'GCSE Maths', 'grades': ['U', 'C']}]",
    "'qualifications': [{'title': 'NVQ 3', 'subject': '15.2'}, "
    "{'title': 'NVQ 3', 'subject': 'retail'}]",
    "'experience': [{'from': '2026-11-30'}, {'to': '2026-11-30'}]",
    "'confirmed': [" CONFIRMED("met", "2026-01-01") ", " CONFIRMED(
        "unmet", "2026-01-02") ", " CONFIRMED("unmet", "2026-01-02") "]",
};

/* An id that no council knows is told when the file is read, and only then. */
Test(look_up, what_is_known_is_passed_over)
{
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        const struct problems found = looked_up(known[i]);
        cr_expect_eq(found.count, 0, "%s: %s", known[i], found.list[0].message);
    }
}

/* A hash goes before the version: the line itself has not changed. */
Test(look_up, a_confirmation_holds_as_long_as_its_line)
{
    const struct framework *county = NULL;
    char hash[LINE_HASH_ROOM], members[256];
    for (uint32_t f = 0; f < catalogue->framework_count; f++) {
        county = catalogue->frameworks[f].framework;
        if (strcmp(framework_text(county, county->id), "county") == 0)
            break;
    }
    uint32_t line = 0;
    while (strcmp(framework_text(county, county->lines[line].id),
                  "a1-e-icdl") != 0)
        line++;
    line_hash(county, line, hash);
    snprintf(members, sizeof(members),
             "'confirmed': [{'line': 'a1-e-icdl', 'verdict': 'met', "
             "'by': 'B', 'on': '2026-01-01', 'framework_version': '0', "
             "'hash': '%s'}]",
             hash);
    cr_expect_eq(looked_up(members).count, 0, "%s", members);
}

/* Past fifty nobody reads them, and looking for them takes time. */
Test(look_up, hints_are_given_as_long_as_somebody_reads_them)
{
    static char members[8192];
    size_t used = (size_t)snprintf(members, sizeof(members),
                                   "'credentials': [{'id': 'icld'}");
    for (size_t i = 0; i < LIMIT_PROBLEMS_SHOWN; i++)
        used += (size_t)snprintf(members + used, sizeof(members) - used,
                                 ", {'id': 'icld'}");
    snprintf(members + used, sizeof(members) - used,
             "], 'confirmed': [{'line': 'a1-e-icld', 'verdict': 'met', "
             "'by': 'B', 'on': '2026-01-01'}]");
    char path[] = "/tmp/skillgap-look.XXXXXX";
    sg_person *person = read_from(members, path);
    sg_error last = {0}, error = {0};
    cr_assert_eq(
        sg_person_look_up(person, catalogue, TODAY, keep_last, &last, &error),
        SG_OK);
    cr_expect_null(strstr(last.message, "Did you mean"), "%s", last.message);
    cr_expect_str_eq(last.reason, "unknown-line");
    /* Who is not told needs no hint. */
    cr_expect_eq(
        sg_person_look_up(person, catalogue, TODAY, NULL, NULL, &error), SG_OK);
    sg_person_free(person);
}
