/* SPDX-License-Identifier: MIT */
/* Reading a whole file, and listing a folder. */
#include "base/file.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static void make_folder(void)
{
    snprintf(folder, sizeof(folder), "/tmp/skillgap-test-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
}

static void path_in(char path[128], const char *name)
{
    snprintf(path, 128, "%s/%s", folder, name);
}

static void write_file(const char *name, const char *text)
{
    char path[128];
    path_in(path, name);
    FILE *file = fopen(path, "w");
    cr_assert_not_null(file);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

static void remove_folder(void)
{
    static const char *const names[] = {"a.json",       "b.json", "c.txt",
                                        ".hidden.json", "pipe",   "gone"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        char path[128];
        path_in(path, names[i]);
        unlink(path);
    }
    rmdir(folder);
}

TestSuite(file, .init = make_folder, .fini = remove_folder, .timeout = 20);

/* Reads a file of the folder; the reason when it cannot. */
static sg_error read_named(const char *name, size_t limit, char out[64])
{
    char path[128];
    sg_error error = {0};
    struct buffer bytes = {.limit = limit};
    path_in(path, name);
    const sg_status status = file_read(path, &bytes, &error);
    cr_expect_eq(status, error.status);
    snprintf(out, 64, "%s", bytes.data ? bytes.data : "");
    buffer_done(&bytes);
    return error;
}

Test(file, all_of_a_file_is_read)
{
    char text[64];
    write_file("a.json", "{\"a\": 1}\n");
    cr_expect_eq(read_named("a.json", 100, text).status, SG_OK);
    cr_expect_str_eq(text, "{\"a\": 1}\n");
}

Test(file, a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not)
{
    char text[64];
    write_file("a.json", "12345");
    cr_expect_eq(read_named("a.json", 5, text).status, SG_OK);
    const sg_error error = read_named("a.json", 4, text);
    cr_expect_eq(error.status, SG_INPUT);
    cr_expect_str_eq(error.reason, "too-large");
}

Test(file, what_is_no_file_is_refused_at_once)
{
    char path[128], text[64];
    path_in(path, "pipe");
    cr_assert_eq(mkfifo(path, 0600), 0);
    cr_expect_str_eq(read_named("pipe", 0, text).reason, "not-a-file",
                     "a FIFO would wait for ever");
    cr_expect_str_eq(read_named(".", 0, text).reason, "not-a-file");
    cr_expect_str_eq(read_named("../../dev/null", 0, text).reason,
                     "not-a-file");
}

Test(file, what_is_wrong_with_a_name_is_said)
{
    char path[128], text[64];
    sg_error error = {0};
    struct buffer bytes = {0};
    cr_expect_eq(file_read("", &bytes, &error), SG_INPUT);
    cr_expect(strstr(error.message, "name of the file is empty"));
    path_in(path, "gone");
    cr_assert_eq(symlink("/nowhere/at/all", path), 0);
    const sg_error dangling = read_named("gone", 0, text);
    cr_expect_str_eq(dangling.reason, "missing");
    cr_expect(strstr(dangling.message, "link to a file"), "%s",
              dangling.message);
    cr_expect_str_eq(file_label("-"), "standard input");
    cr_expect_str_eq(file_label("a.json"), "a.json");
}

Test(file, a_missing_file_is_named)
{
    char text[64], path[128];
    const sg_error error = read_named("no.json", 0, text);
    path_in(path, "no.json");
    cr_expect_eq(error.status, SG_INPUT);
    cr_expect_str_eq(error.reason, "missing");
    cr_expect_str_eq(error.file, path);
    write_file("a.json", "x");
    cr_expect_str_eq(read_named("a.json/b", 0, text).reason, "missing");
    path_in(path, "gone");
    cr_assert_eq(symlink("nowhere", path), 0);
    cr_expect_str_eq(read_named("gone", 0, text).reason, "missing",
                     "a link to nowhere");
}

Test(file, a_dash_is_standard_input)
{
    char path[128];
    write_file("a.json", "from input");
    path_in(path, "a.json");
    cr_assert_not_null(freopen(path, "r", stdin));
    struct buffer bytes = {.limit = 100};
    sg_error error = {0};
    cr_expect_eq(file_read("-", &bytes, &error), SG_OK, "%s", error.message);
    cr_expect_str_eq(bytes.data, "from input");
    buffer_done(&bytes);
}

Test(file, a_list_is_sorted_and_has_the_ending_only)
{
    write_file("b.json", "");
    write_file("a.json", "");
    write_file("c.txt", "");
    write_file(".hidden.json", "");
    struct arena arena = {0};
    const char *const *paths = NULL;
    size_t count = 0;
    char path[128];
    cr_assert_eq(file_list(&arena, folder, ".json", &paths, &count, NULL),
                 SG_OK);
    cr_assert_eq(count, 2);
    path_in(path, "a.json");
    cr_expect_str_eq(paths[0], path);
    path_in(path, "b.json");
    cr_expect_str_eq(paths[1], path);
    arena_done(&arena);
}

Test(file, a_folder_that_does_not_exist_is_empty)
{
    struct arena arena = {0};
    const char *const *paths = NULL;
    size_t count = 9;
    sg_error error = {0};
    cr_expect_eq(
        file_list(&arena, "/nonexistent", ".json", &paths, &count, &error),
        SG_OK);
    cr_expect_eq(count, 0);
    char path[128];
    write_file("a.json", "");
    path_in(path, "a.json");
    cr_expect_eq(file_list(&arena, path, ".json", &paths, &count, &error),
                 SG_INPUT, "a file is no folder");
    arena_done(&arena);
}
