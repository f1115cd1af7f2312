/* SPDX-License-Identifier: MIT */
/* What of a person's file no framework in use knows: told, and not quoted. */
#include "breakable.h"
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

/* Looks up a person whose file has these members beside its format; single
 * quotes become double ones. */
static struct problems looked_up(const char *members)
{
    const char *const dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = dirs, .data_dir_count = 1};
    char path[] = "/tmp/skillgap-look.XXXXXX";
    struct problems found = {0};
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
    cr_expect_eq(
        sg_person_look_up(person, catalogue, TODAY, keep, &found, &error),
        SG_OK);
    for (size_t i = 0; i < found.count; i++)
        cr_expect_str_eq(found.list[i].file, path);
    sg_person_free(person);
    return found;
}

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
     "skillgap roles"},
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
};

/* An id that no council knows is told when the file is read, and only then. */
Test(look_up, what_is_known_is_passed_over)
{
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        const struct problems found = looked_up(known[i]);
        cr_expect_eq(found.count, 0, "%s: %s", known[i], found.list[0].message);
    }
}
