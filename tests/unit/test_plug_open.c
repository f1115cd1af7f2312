/* SPDX-License-Identifier: MIT */
/* Opening plugins: which are refused and why, and what their answers become.
 *
 * The plugins are those of tests/hostile/plugins/, built. */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include "base/limits.h"
#include "plug/plug.h"
#include "skillgap/plugin.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_FOLDERS = 8, NAME_ROOM = 512 };

static void fixture_folder(char *out, const char *name)
{
    const char *plugins = getenv("SKILLGAP_TEST_PLUGINS");
    cr_assert(plugins, "SKILLGAP_TEST_PLUGINS names no folder");
    snprintf(out, NAME_ROOM, "%s/%s", plugins, name);
}

/* Opens the folders of the named fixtures, in this order. */
static struct plug_host *open_folders(const char *const *names, size_t count)
{
    char folders[MOST_FOLDERS][NAME_ROOM];
    const char *paths[MOST_FOLDERS];
    struct plug_host *host = NULL;
    sg_error error = {0};

    cr_assert(count <= MOST_FOLDERS);
    for (size_t i = 0; i < count; i++) {
        fixture_folder(folders[i], names[i]);
        paths[i] = folders[i];
    }
    cr_assert_eq(plug_open(paths, count, &host, &error), SG_OK, "%s",
                 error.message);
    return host;
}

static struct plug_host *open_one(const char *name)
{
    return open_folders(&name, 1);
}

TestSuite(plug_open, .timeout = 20);

static const struct {
    const char *name;
    const char *reason; /* NULL: it is loaded */
    const char *says;   /* must be part of the sentence */
    const char *why;
} fixtures[] = {
    {"fair", NULL, NULL, "nothing is wrong with it"},
    {"short_descriptor", NULL, NULL, "an older plugin is shorter"},
    {"size_page", NULL, NULL, "4096 is the most, and is allowed"},
    {"bad_answers", NULL, NULL, "only its answers are bad"},
    {"wrong_major", "abi",
     "built for plugin interface 2.0, this program has 1.0: ask its council "
     "for a build for this version",
     "another major number"},
    {"newer_minor", "abi", "interface 1.1", "a minor above the host's"},
    {"null_descriptor", "descriptor", "says nothing", "no description"},
    {"size_zero", "descriptor", "0 bytes", "too short for its own size"},
    {"size_four", "descriptor", "4 bytes", "too short for an id"},
    {"size_huge", "descriptor", "4294967295 bytes", "past 4096 bytes"},
    {"bad_id", "id", "hyphens", "an id is made of few characters"},
    {"bad_version", "version", "readable", "not UTF-8"},
    {"long_version", "version", "readable", "longer than the ceiling"},
    {"null_councils", "councils", "no council", "no list"},
    {"no_councils", "councils", "no council", "an empty list"},
    {"bad_council", "councils", "number 2", "not a framework's id"},
    {"no_entry", "no-entry", "skillgap_plugin", "any other library"},
    {"missing_function", "cannot-load", "a_function_that_nobody_has",
     "everything is resolved when it is opened"},
};

Test(plug_open, each_fixture_is_loaded_or_refused_with_its_reason)
{
    for (size_t i = 0; i < sizeof fixtures / sizeof fixtures[0]; i++) {
        char path[2 * NAME_ROOM];
        struct plug_host *host = NULL;
        sg_error error = {0};
        fixture_folder(path, fixtures[i].name);
        snprintf(path + strlen(path), NAME_ROOM, "/%s.so", fixtures[i].name);
        const sg_status status = plug_open_file(path, &host, &error);
        cr_assert(host && plug_count(host) == 1);
        const sg_plugin_info info = plug_at(host, 0);
        if (!fixtures[i].reason) {
            cr_expect(status == SG_OK && info.state == SG_PLUGIN_LOADED &&
                          !info.reason,
                      "%s (%s): %s", fixtures[i].name, fixtures[i].why,
                      error.message);
        } else {
            cr_expect(status == SG_PLUGIN && info.state == SG_PLUGIN_REFUSED &&
                          strcmp(error.reason, fixtures[i].reason) == 0,
                      "%s (%s): wanted %s, got \"%s\"", fixtures[i].name,
                      fixtures[i].why, fixtures[i].reason, error.reason);
            cr_expect(info.reason && strstr(info.reason, fixtures[i].says),
                      "%s: \"%s\" does not say \"%s\"", fixtures[i].name,
                      info.reason ? info.reason : "", fixtures[i].says);
        }
        plug_free(host);
    }
}

Test(plug_open, a_loaded_plugin_tells_who_it_is)
{
    struct plug_host *host = open_one("fair");
    const sg_plugin_info info = plug_at(host, 0);
    cr_expect_str_eq(info.id, "fair");
    cr_expect_str_eq(info.version, "1");
    cr_expect_eq(info.abi, SG_PLUGIN_ABI);
    cr_expect_eq(info.file[0], '/', "an absolute name, not %s", info.file);
    cr_expect_eq(info.council_count, 1);
    cr_expect_str_eq(info.councils[0], "fair");
    plug_free(host);
}

Test(plug_open, a_refused_plugin_still_tells_its_version_number)
{
    struct plug_host *host = open_one("wrong_major");
    cr_expect_eq(plug_at(host, 0).abi, (SG_PLUGIN_ABI_MAJOR + 1) << 16);
    cr_expect_null(plug_at(host, 0).id);
    cr_expect_null(plug_rules(host, "wrong-major"));
    plug_free(host);
}

Test(plug_open, a_missing_file_is_an_input_error)
{
    struct plug_host *host = NULL;
    sg_error error = {0};
    cr_expect_eq(plug_open_file("/nowhere/at/all.so", &host, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "missing");
    cr_assert(host);
    cr_expect_eq(plug_at(host, 0).state, SG_PLUGIN_REFUSED);
    plug_free(host);
}

Test(plug_open, only_a_file_of_a_plugin_folder_is_to_be_moved_out_of_it)
{
    char path[2 * NAME_ROOM];
    struct plug_host *host = open_one("no_entry");
    cr_assert_eq(plug_count(host), 1);
    cr_expect(strstr(plug_at(host, 0).reason, "Move it out of the plugin "
                                              "folder."));
    plug_free(host);

    sg_error error = {0};
    fixture_folder(path, "no_entry");
    snprintf(path + strlen(path), NAME_ROOM, "/no_entry.so");
    cr_expect_eq(plug_open_file(path, &host, &error), SG_PLUGIN);
    cr_expect_null(strstr(error.message, "Move it"), "%s", error.message);
    cr_expect(strstr(error.message, "Check that it is the right file."));
    cr_expect_str_eq(plug_at(host, 0).reason, error.message);
    plug_free(host);
}

Test(plug_open, a_folder_that_is_not_there_has_no_plugins)
{
    struct plug_host *host = open_one("there_is_no_such_fixture");
    cr_expect_eq(plug_count(host), 0);
    cr_expect_null(plug_rules(host, "county"));
    plug_free(host);
}

Test(plug_open, a_file_in_place_of_a_folder_is_named)
{
    static const char *const folder = "/dev/null";
    struct plug_host *host = NULL;
    sg_error error = {0};
    cr_assert_eq(plug_open(&folder, 1, &host, &error), SG_OK);
    cr_assert_eq(plug_count(host), 1);
    cr_expect_str_eq(plug_at(host, 0).file, "/dev/null");
    cr_expect_eq(plug_at(host, 0).state, SG_PLUGIN_REFUSED);
    plug_free(host);
}

Test(plug_open, a_folder_that_is_named_twice_is_looked_at_once)
{
    static const char *const names[] = {"fair", "fair/.", "twin_a/../fair"};
    struct plug_host *host = open_folders(names, 3);
    cr_expect_eq(plug_count(host), 1);
    plug_free(host);
}

Test(plug_open, bad_plugins_do_not_keep_a_good_one_out)
{
    static const char *const names[] = {"no_entry", "size_huge", "fair",
                                        "bad_id"};
    struct plug_host *host = open_folders(names, 4);
    cr_expect_eq(plug_count(host), 4);
    cr_expect_not_null(plug_rules(host, "fair"));
    plug_free(host);
}

Test(plug_open, the_first_plugin_of_an_id_wins)
{
    static const char *const names[] = {"twin_a", "twin_b"};
    struct plug_host *host = open_folders(names, 2);
    cr_expect_eq(plug_at(host, 0).state, SG_PLUGIN_LOADED);
    cr_expect_eq(plug_at(host, 1).state, SG_PLUGIN_REFUSED);
    cr_expect(strstr(plug_at(host, 1).reason, "twin_a.so"),
              "the other one is named: %s", plug_at(host, 1).reason);
    cr_expect_not_null(plug_rules(host, "twin-a"));
    cr_expect_null(plug_rules(host, "twin-b"));
    plug_free(host);
}

Test(plug_open, the_order_of_folders_decides_which_is_first)
{
    static const char *const names[] = {"twin_b", "twin_a"};
    struct plug_host *host = open_folders(names, 2);
    cr_expect_not_null(plug_rules(host, "twin-b"));
    cr_expect_null(plug_rules(host, "twin-a"));
    plug_free(host);
}

Test(plug_open, a_council_has_one_plugin)
{
    static const char *const names[] = {"twin_a", "twin_rival"};
    struct plug_host *host = open_folders(names, 2);
    cr_expect_eq(plug_at(host, 1).state, SG_PLUGIN_REFUSED);
    cr_expect(strstr(plug_at(host, 1).reason, "twin-a"), "%s",
              plug_at(host, 1).reason);
    cr_expect_str_eq(plug_rules(host, "twin-a")->id, "twin");
    plug_free(host);
}

Test(plug_open, what_stands_past_a_plugins_size_is_not_there)
{
    struct plug_host *host = open_one("short_descriptor");
    const struct rules *rules = plug_rules(host, "short-descriptor");
    cr_assert(rules);
    cr_expect(!rules->experience_months && !rules->subject_relevance &&
              !rules->move && !rules->opinion);
    plug_free(host);
}

Test(plug_open, files_past_the_most_are_said_to_be_left_out)
{
    char folder[] = "/tmp/skillgap-many-XXXXXX", name[NAME_ROOM];
    const char *const folders[] = {folder};
    struct plug_host *host = NULL;
    sg_error error = {0};
    cr_assert(mkdtemp(folder));
    for (int i = 0; i < LIMIT_PLUGINS + 9; i++) {
        snprintf(name, sizeof name, "%s/%04d.so", folder, i);
        FILE *file = fopen(name, "w");
        cr_assert(file && fclose(file) == 0);
    }
    const sg_status status = plug_open(folders, 1, &host, &error);
    for (int i = 0; i < LIMIT_PLUGINS + 9; i++) {
        snprintf(name, sizeof name, "%s/%04d.so", folder, i);
        unlink(name);
    }
    rmdir(folder);
    cr_assert_eq(status, SG_OK);
    cr_assert_eq(plug_count(host), LIMIT_PLUGINS);
    cr_expect(strstr(plug_at(host, LIMIT_PLUGINS - 2).reason, "empty"));
    cr_expect(strstr(plug_at(host, LIMIT_PLUGINS - 1).reason, "too many"));
    plug_free(host);
}

/* A council with five grades, of which its roles have two: 2 and 5. */
static const char pool[] = "\0f/low\0f/high\0family\0Low\0High\0Grade 5";
enum { LOW_ID = 1, HIGH_ID = 7, FAMILY_ID = 14, LOW = 21, HIGH = 25, G5 = 30 };
static struct family families[] = {{.id = FAMILY_ID, .title = FAMILY_ID}};
static struct role roles[] = {
    {.id = LOW_ID, .title = LOW, .rank = 1, .grade_rank = 2, .next_grade = 5},
    {.id = HIGH_ID, .title = HIGH, .rank = 2, .grade_rank = 5, .grade = G5},
    {.id = HIGH_ID, .title = HIGH, .rank = 3},
    {.id = HIGH_ID, .title = HIGH, .rank = 4},
    {.id = HIGH_ID, .title = HIGH, .rank = 5},
};
static const struct framework framework = {
    .pool = pool,
    .pool_size = sizeof pool,
    .families = families,
    .family_count = 1,
    .roles = roles,
    .role_count = 5,
};

Test(plug_open, months_arrive_with_their_reason)
{
    struct plug_host *host = open_one("fair");
    const struct rules *rules = plug_rules(host, "fair");
    struct months_rule months = {0};
    struct rules_experience words = {.framework = &framework,
                                     .word = "proven",
                                     .criterion = "work-experience"};
    cr_assert(rules->experience_months(rules->context, &words, &months));
    cr_expect_eq(months.months, 7);
    cr_expect(months.assumed);
    cr_expect_str_eq(months.reason, "said by fair");
    words.word = "long"; /* fair's answer is 1200, the most that is believed */
    cr_assert(rules->experience_months(rules->context, &words, &months));
    cr_expect_eq(months.months, 1200);
    words.word = NULL;
    cr_expect_not(rules->experience_months(rules->context, &words, &months));
    plug_free(host);
}

Test(plug_open, relevance_has_three_answers)
{
    struct plug_host *host = open_one("fair");
    const struct rules *rules = plug_rules(host, "fair");
    cr_expect_eq(rules->subject_relevance(rules->context, "family", "15.2"), 1);
    cr_expect_eq(rules->subject_relevance(rules->context, "family", "09.4"), 0);
    cr_expect_eq(rules->subject_relevance(rules->context, "other", "15.2"), -1);
    plug_free(host);
}

Test(plug_open, a_step_up_in_grade_is_to_the_next_grade_that_a_role_has)
{
    struct plug_host *host = open_one("fair");
    const struct rules *rules = plug_rules(host, "fair");
    struct move_rule move = {0};
    cr_assert(rules->move(rules->context, &framework, 0, 1, &move));
    cr_expect_str_eq(move.kind, "vacancy");
    cr_expect_str_eq(move.text, "Wait for one.");
    cr_expect_not(move.assumed);
    cr_expect_not(rules->move(rules->context, &framework, 1, 0, &move));
    plug_free(host);
}

Test(plug_open, an_opinion_sees_the_line_and_both_roles)
{
    struct plug_host *host = open_one("fair");
    const struct rules *rules = plug_rules(host, "fair");
    struct opinion_rule opinion = {0};
    struct rules_line line = {.framework = &framework,
                              .role = 1,
                              .from_framework = &framework,
                              .line = "a-line",
                              .criterion = "work-experience",
                              .months = 12};
    cr_assert(rules->opinion(rules->context, &line, &opinion));
    cr_expect_eq(opinion.verdict, SG_MET);
    cr_expect_str_eq(opinion.reason, "High", "the target's title came back");
    line.from_framework = NULL;
    cr_expect_not(rules->opinion(rules->context, &line, &opinion),
                  "fair wants a current role");
    plug_free(host);
}

/* What bad_answers gives for each number that it is asked about. */
static const char *const bad_months[] = {"no month",
                                         "more than a hundred years",
                                         "assumed is neither 0 nor 1",
                                         "a reason that is not UTF-8",
                                         "an empty reason",
                                         "it returned 2"};

Test(plug_open, months_that_make_no_sense_count_as_no_answer)
{
    struct plug_host *host = open_one("bad_answers");
    const struct rules *rules = plug_rules(host, "bad-answers");
    for (unsigned i = 0; i < sizeof bad_months / sizeof bad_months[0]; i++) {
        struct months_rule months = {.months = 99};
        const struct rules_experience words = {
            .framework = &framework, .criterion = "c", .equivalent_level = i};
        cr_expect_not(rules->experience_months(rules->context, &words, &months),
                      "answer %u: %s", i, bad_months[i]);
        cr_expect_eq(months.months, 99, "answer %u was written down", i);
    }
    plug_free(host);
}

/* By the rank of the target, modulo 5; the roles above have ranks 1 to 5. */
static const char *const bad_moves[] = {
    "a kind that does not exist", "no text", "a text that is not UTF-8",
    "assumed is neither 0 nor 1", "no kind"};

Test(plug_open, moves_that_make_no_sense_count_as_no_answer)
{
    struct plug_host *host = open_one("bad_answers");
    const struct rules *rules = plug_rules(host, "bad-answers");
    for (uint32_t i = 0; i < framework.role_count; i++) {
        struct move_rule move = {0};
        cr_expect_not(rules->move(rules->context, &framework, 0, i, &move),
                      "answer %u: %s", (unsigned)i, bad_moves[i]);
    }
    plug_free(host);
}

static const char *const bad_opinions[] = {
    "it says that it has none", "a verdict above met",
    "a verdict far below unmet", "a reason that is not UTF-8"};

Test(plug_open, opinions_and_relevance_that_make_no_sense_count_as_no_answer)
{
    struct plug_host *host = open_one("bad_answers");
    const struct rules *rules = plug_rules(host, "bad-answers");
    for (int i = 0; i < 4; i++) {
        struct opinion_rule opinion = {0};
        const struct rules_line line = {.framework = &framework,
                                        .line = "l",
                                        .criterion = "c",
                                        .months = i};
        cr_expect_not(rules->opinion(rules->context, &line, &opinion),
                      "answer %d: %s", i, bad_opinions[i]);
    }
    cr_expect_eq(rules->subject_relevance(rules->context, "f", "15.2"), -1);
    plug_free(host);
}
