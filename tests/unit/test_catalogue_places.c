/* SPDX-License-Identifier: MIT */
/* Where data and plugins are looked for. */
#define _XOPEN_SOURCE 700

#include "catalogue/places.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena arena;

/* Each test has a process of its own, and so an environment of its own. */
static void clear_environment(void)
{
    unsetenv("SKILLGAP_DATA");
    unsetenv("SKILLGAP_PLUGINS");
    unsetenv("XDG_DATA_HOME");
    unsetenv("XDG_CONFIG_HOME");
    setenv("HOME", "/people/someone", 1);
}

static void free_arena(void)
{
    arena_done(&arena);
}

TestSuite(catalogue_places, .init = clear_environment, .fini = free_arena);

static struct places find(const sg_catalogue_options *options)
{
    struct places places;
    sg_error error = {0};
    cr_assert_eq(places_find(options, NULL, &arena, &places, &error), SG_OK);
    return places;
}

static void expect_places(const char *const *found, size_t count,
                          const char *const *wanted, size_t wanted_count)
{
    cr_assert_eq(count, wanted_count, "%zu places, not %zu", count,
                 wanted_count);
    for (size_t i = 0; i < count; i++)
        cr_expect_str_eq(found[i], wanted[i], "place %zu: %s, not %s", i,
                         found[i], wanted[i]);
}

/* What came with the program: beside the folder that holds this test. */
static const char *own(const char *below)
{
    char program[1024];
    const ssize_t length =
        readlink("/proc/self/exe", program, sizeof program - 1);
    cr_assert(length > 0);
    program[length] = '\0';
    for (int cuts = 0; cuts < 2; cuts++)
        *strrchr(program, '/') = '\0';
    return arena_printf(&arena, "%s%s", program, below);
}

Test(catalogue_places, without_options_the_users_own_come_before_the_programs)
{
    const struct places places = find(NULL);
    const char *const data[] = {"/people/someone/.local/share/skillgap",
                                own("/share/skillgap")};
    const char *const plugins[] = {
        "/people/someone/.local/share/skillgap/plugins",
        own("/lib/skillgap/plugins")};
    expect_places(places.data, places.data_count, data, 2);
    expect_places(places.plugins, places.plugin_count, plugins, 2);
    cr_expect_eq(places.data_given, 0);
}

Test(catalogue_places, given_folders_come_first_then_those_of_the_environment)
{
    const char *const given[] = {"mine", "/ours"};
    const sg_catalogue_options options = {.data_dirs = given,
                                          .data_dir_count = 2,
                                          .plugin_dirs = given,
                                          .plugin_dir_count = 1};
    setenv("SKILLGAP_DATA", "/one:two:/three", 1);
    setenv("SKILLGAP_PLUGINS", "/plugins", 1);
    setenv("XDG_DATA_HOME", "/xdg", 1);
    const struct places places = find(&options);
    const char *const data[] = {"mine",
                                "/ours",
                                "/one",
                                "two",
                                "/three",
                                "/xdg/skillgap",
                                own("/share/skillgap")};
    const char *const plugins[] = {"mine", "/plugins", "/xdg/skillgap/plugins",
                                   own("/lib/skillgap/plugins")};
    expect_places(places.data, places.data_count, data, 7);
    expect_places(places.plugins, places.plugin_count, plugins, 4);
    cr_expect_eq(places.data_given, 2);
}

/* The lists that SKILLGAP_DATA can be, and the places that come of them. */
static const struct {
    const char *value;
    const char *wanted; /* parts joined by "|" */
    const char *why;
} lists[] = {
    {"", "", "set to nothing is as good as unset"},
    {":", "", "two empty parts"},
    {"/a", "/a", "one place needs no colon"},
    {":/a::/b:", "/a|/b", "empty parts are left out, wherever they stand"},
    {"/a:/b:/a", "/a|/b", "a place is not looked at twice"},
    {"/with space", "/with space", "only colons part"},
};

Test(catalogue_places, a_list_in_the_environment_is_parted_at_colons)
{
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        char joined[256] = "";
        setenv("SKILLGAP_DATA", lists[i].value, 1);
        const struct places places = find(NULL);
        for (size_t p = 0; p + 2 < places.data_count; p++) {
            strcat(joined, p ? "|" : "");
            strcat(joined, places.data[p]);
        }
        cr_expect_str_eq(joined, lists[i].wanted, "row %zu, %s: %s", i,
                         lists[i].why, joined);
    }
}

Test(catalogue_places, a_relative_data_home_counts_as_unset)
{
    setenv("XDG_DATA_HOME", "relative/share", 1);
    const struct places places = find(NULL);
    cr_expect_str_eq(places.data[0], "/people/someone/.local/share/skillgap");
}

Test(catalogue_places, without_a_home_there_is_no_place_of_the_user)
{
    unsetenv("HOME");
    const struct places places = find(NULL);
    const char *const data[] = {own("/share/skillgap")};
    expect_places(places.data, places.data_count, data, 1);
}

Test(catalogue_places, more_given_folders_than_any_fixed_number_are_all_kept)
{
    enum { MANY = 1000 };
    const char **given = arena_array(&arena, MANY, sizeof *given);
    cr_assert(given);
    for (int i = 0; i < MANY; i++)
        given[i] = arena_printf(&arena, "/folder/%d", i);
    const sg_catalogue_options options = {.data_dirs = given,
                                          .data_dir_count = MANY};
    const struct places places = find(&options);
    cr_expect_eq(places.data_given, MANY);
    cr_expect_eq(places.data_count, MANY + 2);
    cr_expect_str_eq(places.data[MANY + 1], own("/share/skillgap"));
}

Test(catalogue_places, own_numbers_are_looked_for_in_named_folders_then_config)
{
    const char *const given[] = {"mine"};
    const sg_catalogue_options options = {.data_dirs = given,
                                          .data_dir_count = 1};
    setenv("SKILLGAP_DATA", "/one", 1);
    const struct places places = find(&options);
    const char *const files[] = {
        "mine/overrides.json", "/one/overrides.json",
        "/people/someone/.config/skillgap/overrides.json",
        own("/share/skillgap/overrides.json")};
    expect_places(places.overrides, places.override_count, files, 4);
}

Test(catalogue_places, a_relative_config_home_counts_as_unset)
{
    setenv("XDG_CONFIG_HOME", "/etc/mine", 1);
    cr_expect_str_eq(find(NULL).overrides[0],
                     "/etc/mine/skillgap/overrides.json");
    setenv("XDG_CONFIG_HOME", "mine", 1);
    cr_expect_str_eq(find(NULL).overrides[0],
                     "/people/someone/.config/skillgap/overrides.json");
}
