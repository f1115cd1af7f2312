/* SPDX-License-Identifier: MIT */
/* Files and folders that nobody named by hand, and that cannot be used. */
#define _XOPEN_SOURCE 700

#include "skillgap/catalogue.h"
#include "skillgap/framework.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROOM = 512 };

/* A folder of this test's own process. */
static char folder[] = "/tmp/skillgap-left-XXXXXX";

/* The problems that were told: how many, and the last. */
static unsigned told;
static sg_error last;

static void tell(const sg_error *problem, void *user)
{
    (void)user;
    told++;
    last = *problem;
}

static void prepare(void)
{
    cr_assert(mkdtemp(folder), "no temporary folder");
    unsetenv("SKILLGAP_PLUGINS");
    setenv("XDG_DATA_HOME", folder, 1);
    setenv("SKILLGAP_DATA", support_data(), 1);
}

static void clean_up(void)
{
    char command[ROOM];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(catalogue_left_out, .init = prepare, .fini = clean_up, .timeout = 60);

static const char small[] =
    "{\"format\":\"skillgap-framework/1\",\"id\":\"%s\",\"version\":\"%s\","
    "\"as_of\":\"2026-01-01\",\"council\":{\"name\":\"Here\"},"
    "\"documents\":[{\"id\":\"d\",\"title\":\"D\"}],"
    "\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"specification\"}],"
    "\"families\":[{\"id\":\"f\",\"title\":\"F\",\"document\":\"d\","
    "\"roles\":[{\"id\":\"%s/role\",\"title\":\"Role\",\"level\":\"1\","
    "\"rank\":1,\"specification\":{\"section\":\"s\",\"essential\":["
    "{\"id\":\"l\",\"items\":[\"1\"],\"needs\":{\"op\":\"skill\","
    "\"label\":\"Numbers\",\"criterion\":\"literacy-numeracy\"}}]}}]}]}";

static void write_text(const char *name, const char *text)
{
    char path[ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    cr_assert(file, "%s cannot be written", path);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

static void write_framework(const char *name, const char *id,
                            const char *version)
{
    char text[2 * sizeof small];
    snprintf(text, sizeof text, small, id, version, id);
    write_text(name, text);
}

static void make_folder(const char *name)
{
    char path[ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    cr_assert_eq(mkdir(path, 0755), 0);
}

/* Opens with one given data folder, or none for NULL, and without plugins. */
static sg_status open_with(const char *data, sg_catalogue **ret_catalogue,
                           sg_error *error)
{
    const sg_catalogue_options options = {.data_dirs = &data,
                                          .data_dir_count = data ? 1 : 0,
                                          .without_plugins = true,
                                          .problem = tell};
    *error = (sg_error){0};
    return sg_catalogue_open(&options, ret_catalogue, error);
}

static sg_catalogue *open_well(const char *data)
{
    sg_catalogue *catalogue = NULL;
    sg_error error;
    cr_assert_eq(open_with(data, &catalogue, &error), SG_OK, "%s: %s",
                 error.file, error.message);
    return catalogue;
}

/* The user's own frameworks. */
static void make_own(void)
{
    make_folder("skillgap");
    make_folder("skillgap/frameworks");
}

static void expect_one_warning(const char *file, const char *says)
{
    cr_assert_eq(told, 1, "%u were told, the last %s", told, last.message);
    cr_expect(last.warning);
    cr_expect_str_eq(last.reason, "left-out");
    cr_expect(strstr(last.file, file), "%s", last.file);
    cr_expect(strstr(last.message, says), "%s", last.message);
    cr_expect(strstr(last.message, "skillgap check"), "%s", last.message);
}

Test(catalogue_left_out, a_broken_framework_is_one_warning)
{
    make_own();
    write_text("skillgap/frameworks/x.json",
               "{\"format\":\"skillgap-framework/1\",\"id\":\"county\","
               "\"nite\":1,\"noote\":2}");
    sg_catalogue *catalogue = open_well(NULL);
    expect_one_warning("/x.json", "6 errors");
    cr_expect(strstr(last.message, "frameworks is used instead"), "%s",
              last.message);
    sg_catalogue_free(catalogue);
}

Test(catalogue_left_out, what_replaces_a_file_that_is_no_json_goes_by_its_name)
{
    make_own();
    write_text("skillgap/frameworks/county.json", "{");
    sg_catalogue *catalogue = open_well(NULL);
    expect_one_warning("/county.json", "is used instead");
    cr_expect(strstr(last.message, "1 error and"), "%s", last.message);
    sg_catalogue_free(catalogue);
}

Test(catalogue_left_out, it_is_said_when_nothing_takes_its_place)
{
    make_own();
    write_text("skillgap/frameworks/mine.json", "{}");
    sg_catalogue *catalogue = open_well(NULL);
    expect_one_warning("/mine.json", "Nothing is used instead");
    sg_catalogue_free(catalogue);
}

Test(catalogue_left_out, the_warnings_of_a_good_framework_are_told)
{
    make_own();
    write_framework("skillgap/frameworks/mine.json", "mine",
                    "1\",\"nite\":\"2");
    sg_catalogue *catalogue = open_well(NULL);
    cr_expect_eq(told, 1);
    cr_expect_str_eq(last.reason, "unknown-field");
    sg_catalogue_free(catalogue);
}

static void expect_variable_warning(const char *variable, const char *entry,
                                    const char *reason)
{
    cr_expect_eq(told, 1, "%s=%s: %u were told", variable, entry, told);
    cr_expect(last.warning);
    cr_expect_str_eq(last.reason, reason);
    cr_expect_str_eq(last.file, entry);
    cr_expect(strstr(last.message, variable), "%s", last.message);
}

Test(catalogue_left_out, a_variable_that_names_no_folder_is_a_warning)
{
    char value[2 * ROOM];
    snprintf(value, sizeof value, "/no/such/place:%s", support_data());
    setenv("SKILLGAP_DATA", value, 1);
    sg_catalogue_free(open_well(NULL));
    expect_variable_warning("SKILLGAP_DATA", "/no/such/place", "missing");
    snprintf(value, sizeof value, "%s:/dev/null", support_data());
    setenv("SKILLGAP_DATA", value, 1);
    told = 0;
    sg_catalogue_free(open_well(NULL));
    expect_variable_warning("SKILLGAP_DATA", "/dev/null", "not-a-folder");
}

Test(catalogue_left_out, so_is_one_that_names_no_folder_of_plugins)
{
    const sg_catalogue_options options = {.problem = tell};
    sg_catalogue *catalogue = NULL;
    setenv("SKILLGAP_PLUGINS", "/no/such/plugins", 1);
    cr_assert_eq(sg_catalogue_open(&options, &catalogue, NULL), SG_OK);
    expect_variable_warning("SKILLGAP_PLUGINS", "/no/such/plugins", "missing");
    sg_catalogue_free(catalogue);
}
