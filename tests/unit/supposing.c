/* SPDX-License-Identifier: MIT */
/* People whose files are a few members, and what is supposed of them. */
#include "supposing.h"

#include "support.h"

#include "skillgap/gap.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

sg_catalogue *catalogue;

void open_catalogue(void)
{
    const char *const dirs[] = {support_data()};
    const sg_catalogue_options options = {
        .data_dirs = dirs, .data_dir_count = 1, .without_plugins = true};
    sg_error error = {0};
    cr_assert_eq(sg_catalogue_open(&options, &catalogue, &error), SG_OK, "%s",
                 error.message);
}

void close_catalogue(void)
{
    sg_catalogue_free(catalogue);
}

/* A person whose file has these members beside its format. */
sg_person *person_with(const char *members)
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

sg_status suppose(sg_person *person, const char *what, sg_error *error)
{
    *error = (sg_error){0};
    return sg_person_assume(person, catalogue, what, TODAY, error);
}

void suppose_well(sg_person *person, const char *what)
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

void expect_same_answers(const sg_person *supposed, const char *today,
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
