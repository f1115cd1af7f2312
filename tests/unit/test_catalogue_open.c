/* SPDX-License-Identifier: MIT */
/* Opening catalogues: which files are used, and what is told of the others. */
#define _XOPEN_SOURCE 700

#include "skillgap/catalogue.h"
#include "skillgap/framework.h"
#include "skillgap/plugins.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROOM = 512 };

/* A folder of this test's own process. */
static char folder[] = "/tmp/skillgap-open-XXXXXX";

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

TestSuite(catalogue_open, .init = prepare, .fini = clean_up, .timeout = 60);

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

static void expect_refusal(const char *data, const char *reason)
{
    sg_catalogue *catalogue = NULL;
    sg_error error;
    const sg_status status = open_with(data, &catalogue, &error);
    cr_expect_eq(status, SG_INPUT);
    cr_expect_str_eq(error.reason, reason);
    cr_expect_null(catalogue);
    sg_catalogue_free(catalogue);
}

/* The version of a framework in use, or "" when it is not. */
static const char *version_of(const sg_catalogue *catalogue, const char *id)
{
    for (size_t i = 0; i < sg_catalogue_framework_count(catalogue); i++) {
        const sg_framework_info info = sg_catalogue_framework_at(catalogue, i);
        if (strcmp(info.id, id) == 0)
            return info.version;
    }
    return "";
}

Test(catalogue_open, the_shipped_frameworks_open_without_a_word)
{
    sg_catalogue *catalogue = open_well(NULL);
    cr_expect_eq(told, 0, "told: %s", last.message);
    cr_expect_str_eq(sg_catalogue_framework_at(catalogue, 0).id, "county");
    cr_expect_str_eq(sg_catalogue_framework_at(catalogue, 1).id, "st-albans");
    cr_expect_eq(sg_catalogue_role_count(catalogue), 8);
    cr_expect_eq(sg_catalogue_plugin_count(catalogue), 0);
    cr_expect_null(sg_catalogue_framework_at(catalogue, 0).plugin);
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, a_given_folder_that_is_not_there_is_an_error)
{
    expect_refusal("/nowhere/at/all", "missing");
}

Test(catalogue_open, a_given_file_is_no_folder)
{
    expect_refusal("/dev/null", "not-a-folder");
}

Test(catalogue_open, a_given_folder_may_hold_the_files_themselves)
{
    write_framework("mine.json", "mine", "7");
    sg_catalogue *catalogue = open_well(folder);
    cr_expect_str_eq(version_of(catalogue, "mine"), "7");
    cr_expect_str_eq(sg_catalogue_framework_at(catalogue, 1).id, "mine",
                     "frameworks are sorted by id");
    cr_expect(
        strstr(sg_catalogue_framework_at(catalogue, 1).file, "/mine.json"));
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, beside_a_frameworks_folder_other_files_are_not_read)
{
    make_folder("frameworks");
    write_text("notes.json", "this is no framework");
    write_framework("frameworks/mine.json", "mine", "8");
    sg_catalogue *catalogue = open_well(folder);
    cr_expect_str_eq(version_of(catalogue, "mine"), "8");
    cr_expect_eq(told, 0);
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, a_given_folder_without_a_framework_is_a_warning)
{
    sg_catalogue *catalogue = open_well(folder);
    cr_expect_eq(told, 1);
    cr_expect(last.warning);
    cr_expect_str_eq(last.reason, "no-framework");
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, the_first_place_wins_and_nothing_is_said)
{
    write_framework("county.json", "county", "my own");
    sg_catalogue *catalogue = open_well(folder);
    cr_expect_str_eq(version_of(catalogue, "county"), "my own");
    cr_expect_eq(sg_catalogue_framework_count(catalogue), 2);
    cr_expect_eq(told, 0);
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, two_of_one_id_in_one_folder_are_told)
{
    write_framework("a.json", "mine", "first");
    write_framework("b.json", "mine", "second");
    sg_catalogue *catalogue = open_well(folder);
    cr_expect_str_eq(version_of(catalogue, "mine"), "first");
    cr_expect_eq(told, 1);
    cr_expect_str_eq(last.reason, "duplicate-id");
    cr_expect(strstr(last.file, "/b.json") && strstr(last.message, "/a.json"));
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, a_broken_framework_in_a_given_folder_is_an_error)
{
    write_text("broken.json", "{");
    expect_refusal(folder, "syntax");
    cr_expect_geq(told, 1);
}

Test(catalogue_open, a_broken_framework_elsewhere_is_left_out_and_told)
{
    make_folder("skillgap");
    make_folder("skillgap/frameworks");
    write_text("skillgap/frameworks/broken.json", "{");
    sg_catalogue *catalogue = open_well(NULL);
    cr_expect_eq(sg_catalogue_framework_count(catalogue), 2);
    cr_expect_geq(told, 1);
    cr_expect(strstr(last.file, "broken.json"));
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, a_pipe_among_the_frameworks_does_not_block)
{
    char path[ROOM];
    make_folder("skillgap");
    make_folder("skillgap/frameworks");
    snprintf(path, sizeof path, "%s/skillgap/frameworks/pipe.json", folder);
    cr_assert_eq(mkfifo(path, 0600), 0);
    sg_catalogue *catalogue = open_well(NULL);
    cr_expect_eq(told, 1);
    cr_expect_str_eq(last.reason, "not-a-file");
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, without_reference_lists_nothing_opens)
{
    unsetenv("SKILLGAP_DATA");
    write_framework("mine.json", "mine", "1");
    expect_refusal(folder, "no-reference");
}

Test(catalogue_open, reference_lists_alone_are_not_enough)
{
    char link[ROOM], target[2 * ROOM], here[ROOM];
    cr_assert(getcwd(here, sizeof here));
    snprintf(target, sizeof target, "%s/%s/reference",
             support_data()[0] == '/' ? "" : here, support_data());
    snprintf(link, sizeof link, "%s/reference", folder);
    cr_assert_eq(symlink(target, link), 0);
    unsetenv("SKILLGAP_DATA");
    expect_refusal(folder, "no-framework");
}

Test(catalogue_open, no_options_and_no_error_are_fine)
{
    sg_catalogue *catalogue = NULL;
    cr_assert_eq(sg_catalogue_open(NULL, &catalogue, NULL), SG_OK);
    cr_expect_eq(sg_catalogue_framework_count(catalogue), 2);
    sg_catalogue_free(catalogue);
    sg_catalogue_free(NULL);
}

/* The plugin folder of a fixture of tests/hostile/plugins/. */
static const char *fixture(char *out, const char *name)
{
    const char *plugins = getenv("SKILLGAP_TEST_PLUGINS");
    cr_assert(plugins, "SKILLGAP_TEST_PLUGINS names no folder");
    snprintf(out, ROOM, "%s/%s", plugins, name);
    return out;
}

static sg_catalogue *open_with_plugins(const char *plugins)
{
    const char *data = folder;
    const sg_catalogue_options options = {.data_dirs = &data,
                                          .data_dir_count = 1,
                                          .plugin_dirs = &plugins,
                                          .plugin_dir_count = 1,
                                          .problem = tell};
    sg_catalogue *catalogue = NULL;
    sg_error error = {0};
    cr_assert_eq(sg_catalogue_open(&options, &catalogue, &error), SG_OK,
                 "%s: %s", error.file, error.message);
    return catalogue;
}

Test(catalogue_open, a_framework_gets_the_plugin_that_names_it)
{
    char plugins[ROOM];
    write_framework("fair.json", "fair", "1");
    sg_catalogue *catalogue = open_with_plugins(fixture(plugins, "fair"));
    cr_expect_eq(told, 0, "told: %s", last.message);
    const sg_framework_info info = sg_catalogue_framework_at(catalogue, 1);
    cr_expect_str_eq(info.id, "fair");
    cr_assert(info.plugin);
    cr_expect_str_eq(info.plugin, "fair");
    cr_expect_null(sg_catalogue_framework_at(catalogue, 0).plugin,
                   "county has no plugin here");
    cr_expect_eq(sg_catalogue_plugin_count(catalogue), 1);
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, a_refused_plugin_is_a_warning)
{
    char plugins[ROOM];
    write_framework("mine.json", "mine", "1");
    sg_catalogue *catalogue =
        open_with_plugins(fixture(plugins, "wrong_major"));
    cr_expect_eq(told, 1);
    cr_expect(last.warning);
    cr_expect_eq(last.status, SG_PLUGIN);
    cr_expect(strstr(last.file, "wrong_major.so"));
    cr_expect(strstr(last.message, "interface 2.0"), "%s", last.message);
    const sg_plugin_info info = sg_catalogue_plugin_at(catalogue, 0);
    cr_expect_str_eq(sg_plugin_state_word(info.state), "refused");
    sg_catalogue_free(catalogue);
}

Test(catalogue_open, one_plugin_file_can_be_checked_by_itself)
{
    char path[ROOM];
    sg_plugin_check *check = NULL;
    sg_error error = {0};
    cr_expect_eq(
        sg_plugin_check_new(fixture(path, "fair/fair.so"), &check, &error),
        SG_OK);
    cr_assert(check);
    cr_expect_eq(sg_plugin_check_info(check).state, SG_PLUGIN_LOADED);
    sg_plugin_check_free(check);
    cr_expect_eq(sg_plugin_check_new(fixture(path, "size_huge/size_huge.so"),
                                     &check, &error),
                 SG_PLUGIN);
    cr_assert(check, "a refused one is told about as well");
    cr_expect_str_eq(error.reason, "descriptor");
    cr_expect_str_eq(sg_plugin_check_info(check).reason, error.message);
    sg_plugin_check_free(check);
    sg_plugin_check_free(NULL);
}

Test(catalogue_open, checking_a_framework_counts_what_it_holds)
{
    char path[ROOM];
    sg_check_summary summary;
    sg_error error = {0};
    write_framework("mine.json", "mine", "3");
    snprintf(path, sizeof path, "%s/mine.json", folder);
    cr_expect_eq(
        sg_framework_check(path, NULL, 0, tell, NULL, &summary, &error), SG_OK,
        "%s", error.message);
    cr_expect_str_eq(summary.id, "mine");
    cr_expect_str_eq(summary.version, "3");
    cr_expect_eq(summary.families, 1);
    cr_expect_eq(summary.roles, 1);
    cr_expect_eq(summary.lines, 1);
    cr_expect_eq(summary.cells, 0);
    cr_expect_eq(summary.errors, 0);
    cr_expect_eq(told, 0);
}

Test(catalogue_open, checking_tells_every_error_and_counts_them)
{
    char path[ROOM];
    sg_check_summary summary;
    sg_error error = {0};
    write_text("bad.json",
               "{\"format\":\"skillgap-framework/1\",\"id\":\"A!\"}");
    snprintf(path, sizeof path, "%s/bad.json", folder);
    cr_expect_eq(
        sg_framework_check(path, NULL, 0, tell, NULL, &summary, &error),
        SG_INPUT);
    cr_expect_geq(summary.errors, 2, "a bad id and missing fields");
    cr_expect_eq(told, summary.errors + summary.warnings);
}

Test(catalogue_open, checking_a_missing_file_tells_it_once)
{
    sg_check_summary summary;
    sg_error error = {0};
    cr_expect_eq(sg_framework_check("/nowhere.json", NULL, 0, tell, NULL,
                                    &summary, &error),
                 SG_INPUT);
    cr_expect_str_eq(error.reason, "missing");
    cr_expect_eq(told, 1);
    cr_expect_eq(summary.errors, 1);
}
