/* SPDX-License-Identifier: MIT */
/* Which file of the council's own numbers is used, and what is told of it. */
#define _XOPEN_SOURCE 700

#include "model/catalogue.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROOM = 512 };

/* A folder of this test's own process, with one for each kind of place. */
static char folder[] = "/tmp/skillgap-own-XXXXXX";
static unsigned told;
static sg_error last;

static void tell(const sg_error *problem, void *user)
{
    (void)user;
    told++;
    last = *problem;
}

static const char *path(const char *below)
{
    static char paths[4][ROOM];
    static unsigned next;
    char *out = paths[next++ % 4];
    snprintf(out, ROOM, "%s/%s", folder, below);
    return out;
}

static void prepare(void)
{
    char named[2 * ROOM];
    cr_assert(mkdtemp(folder), "no temporary folder");
    cr_assert_eq(mkdir(path("given"), 0700), 0);
    cr_assert_eq(mkdir(path("named"), 0700), 0);
    cr_assert_eq(mkdir(path("config"), 0700), 0);
    cr_assert_eq(mkdir(path("config/skillgap"), 0700), 0);
    snprintf(named, sizeof named, "%s:%s", path("named"), support_data());
    setenv("SKILLGAP_DATA", named, 1);
    setenv("XDG_DATA_HOME", folder, 1);
    setenv("XDG_CONFIG_HOME", path("config"), 1);
}

static void clean_up(void)
{
    char command[ROOM];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(catalogue_overrides, .init = prepare, .fini = clean_up,
          .timeout = 60);

/* A file with these hours, and months for this framework. */
static void put(const char *below, unsigned hours, const char *framework)
{
    FILE *file = fopen(path(below), "w");
    cr_assert_not_null(file);
    fprintf(file,
            "{\"format\":\"skillgap-overrides/1\",\"full_time_hours\":%u,"
            "\"frameworks\":{\"%s\":{\"source\":\"x\",\"experience_months\":["
            "{\"word\":\"proven\",\"months\":9},"
            "{\"word\":\"significant\",\"months\":19}]}}}",
            hours, framework);
    cr_assert_eq(fclose(file), 0);
}

static sg_status open_with(const char *data, sg_catalogue **ret_catalogue)
{
    const sg_catalogue_options options = {.data_dirs = &data,
                                          .data_dir_count = data ? 1 : 0,
                                          .without_plugins = true,
                                          .problem = tell};
    sg_error error = {0};
    told = 0;
    return sg_catalogue_open(&options, ret_catalogue, &error);
}

/* The hours of the file that is used; 0 when none is. */
static float hours_with(const char *data)
{
    sg_catalogue *catalogue = NULL;
    cr_assert_eq(open_with(data, &catalogue), SG_OK, "%s", last.message);
    const float hours =
        catalogue->overrides ? catalogue->overrides->full_time_hours : 0;
    sg_catalogue_free(catalogue);
    return hours;
}

Test(catalogue_overrides, the_first_place_that_has_any_is_used)
{
    cr_expect_eq(hours_with(path("given")), 0, "no file, no numbers");
    put("config/skillgap/overrides.json", 31, "county");
    cr_expect_eq(hours_with(path("given")), 31, "the user's own");
    put("named/overrides.json", 32, "county");
    cr_expect_eq(hours_with(path("given")), 32, "SKILLGAP_DATA");
    put("given/overrides.json", 33, "county");
    cr_expect_eq(hours_with(path("given")), 33, "the options");
    cr_expect_eq(told, 0, "%s", last.message);
    cr_expect_eq(hours_with(NULL), 32);
}

Test(catalogue_overrides, without_a_config_home_the_usual_one_is_looked_at)
{
    unsetenv("XDG_CONFIG_HOME");
    setenv("HOME", folder, 1);
    cr_assert_eq(mkdir(path(".config"), 0700), 0);
    cr_assert_eq(mkdir(path(".config/skillgap"), 0700), 0);
    put(".config/skillgap/overrides.json", 34, "county");
    cr_expect_eq(hours_with(NULL), 34);
}

Test(catalogue_overrides, a_broken_file_is_refused_wherever_it_stands)
{
    static const char *const places[] = {"config/skillgap/overrides.json",
                                         "named/overrides.json",
                                         "given/overrides.json"};
    cr_assert_eq(mkdir(path("given/frameworks"), 0700), 0);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        sg_catalogue *catalogue = NULL;
        put(places[i], 999, "county");
        cr_expect_eq(open_with(path("given"), &catalogue), SG_INPUT, "%s",
                     places[i]);
        cr_expect_null(catalogue);
        cr_expect_eq(told, 1);
        cr_expect_str_eq(last.file, path(places[i]));
        cr_expect_str_eq(last.pointer, "/full_time_hours");
    }
}

Test(catalogue_overrides, what_cannot_be_read_is_not_gone_past)
{
    sg_catalogue *catalogue = NULL;
    const char *file = path("config/skillgap/overrides.json");
    cr_assert_eq(symlink("nowhere", file), 0);
    cr_expect_eq(open_with(NULL, &catalogue), SG_INPUT, "a dead link");
    cr_assert_eq(unlink(file), 0);
    cr_assert_eq(mkdir(file, 0700), 0);
    cr_expect_eq(open_with(NULL, &catalogue), SG_INPUT, "a folder");
    cr_assert_eq(rmdir(file), 0);
    cr_assert_eq(rmdir(path("config/skillgap")), 0);
    cr_assert_eq(symlink("skillgap", path("config/skillgap")), 0);
    cr_expect_eq(open_with(NULL, &catalogue), SG_INPUT,
                 "a folder that is a link to itself may hold the file");
}

Test(catalogue_overrides, a_framework_that_is_not_in_use_is_one_warning)
{
    put("given/overrides.json", 33, "countty");
    cr_expect_eq(hours_with(path("given")), 33);
    cr_expect_eq(told, 1);
    cr_expect(last.warning);
    cr_expect_str_eq(last.reason, "unknown-framework");
    cr_expect_str_eq(last.pointer, "/frameworks/countty");
    cr_expect_not_null(strstr(last.message, "'county'"), "%s", last.message);
}

/* Beside what the county's plugin supposes: proven and experienced 12 months,
 * significant 24, extensive 36. */
static const struct {
    const char *entries;
    const char *pointer; /* of the one warning; NULL: none */
    const char *says;
    const char *why;
} orders[] = {
    {"{'word':'proven','months':18}", NULL, NULL, "below what is more"},
    {"{'word':'proven','months':24}", NULL, NULL, "as long as what is more"},
    {"{'word':'proven','months':25}", "/0", "'significant'", "longer than it"},
    {"{'word':'significant','months':11}", "/0", "which is less, stays at 12",
     "shorter than what is less"},
    {"{'word':'extensive','months':36},{'word':'experienced','months':60},"
     "{'word':'significant','months':24}",
     NULL, NULL, "its own numbers are compared when the file is read"},
    {"{'word':null,'months':6},{'word':'experienced','months':60}", "/1",
     "'significant', which is more, stays at 24", "and so is its group"},
    {"{'word':'proven','months':60},{'word':'significant','months':60},"
     "{'word':'extensive','months':60}",
     NULL, NULL, "all of them are the council's"},
    {"{'word':'proven','months':60,'criterion':'supervisory-experience'}", NULL,
     NULL, "no line asks for that"},
    {"{'word':'proven','months':60,'criterion':'work-experience'}", "/0",
     "'significant'", "this one is asked for"},
    {"{'word':'zzz','months':60}", NULL, NULL, "a word of no order"},
    {"{'equivalent_to':{'scale':'NVQ','level':3},'months':60}", NULL, NULL,
     "a level is no word"},
};

/* All warnings but those of the reading of the file. */
static void tell_order(const sg_error *problem, void *user)
{
    (void)user;
    if (strcmp(problem->reason, "wrong-order") != 0 ||
        !strstr(problem->message, "plugin"))
        return;
    told++;
    last = *problem;
}

static void put_entries(const char *entries)
{
    FILE *file = fopen(path("given/overrides.json"), "w");
    cr_assert_not_null(file);
    fputs("{\"format\":\"skillgap-overrides/1\",\"frameworks\":{\"county\":{"
          "\"source\":\"x\",\"experience_months\":[",
          file);
    for (; *entries; entries++)
        fputc(*entries == '\'' ? '"' : *entries, file);
    fputs("]},\"st-albans\":{\"source\":\"x\"}}}", file);
    cr_assert_eq(fclose(file), 0);
}

Test(catalogue_overrides, words_stay_in_their_order_beside_the_plugins)
{
    char plugins[2 * ROOM], given[ROOM];
    const char *const data_dirs[] = {given};
    const char *const plugin_dirs[] = {plugins};
    const sg_catalogue_options options = {.data_dirs = data_dirs,
                                          .data_dir_count = 1,
                                          .plugin_dirs = plugin_dirs,
                                          .plugin_dir_count = 1,
                                          .problem = tell_order};
    snprintf(given, sizeof given, "%s", path("given"));
    snprintf(plugins, sizeof plugins, "%s/../../lib/skillgap/plugins",
             getenv("SKILLGAP_TEST_PLUGINS"));
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
        sg_catalogue *catalogue = NULL;
        sg_error error = {0};
        told = 0;
        put_entries(orders[i].entries);
        cr_assert_eq(sg_catalogue_open(&options, &catalogue, &error), SG_OK,
                     "%s", error.message);
        cr_expect_eq(told, orders[i].pointer != NULL, "%s", orders[i].why);
        if (told > 0 && orders[i].pointer) {
            char pointer[ROOM];
            snprintf(pointer, sizeof pointer,
                     "/frameworks/county/experience_months%s",
                     orders[i].pointer);
            cr_expect_str_eq(last.pointer, pointer);
            cr_expect_str_eq(last.file, path("given/overrides.json"));
            cr_expect_not_null(strstr(last.message, orders[i].says), "%s: %s",
                               orders[i].why, last.message);
        }
        sg_catalogue_free(catalogue);
    }
}
