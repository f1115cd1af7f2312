/* SPDX-License-Identifier: MIT */
/* Writing files and folders, and what is left when that fails. */
#define _XOPEN_SOURCE 700

#include "base/save.h"
#include "feeding.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

TestSuite(base_save, .init = feeding_begin, .fini = feeding_end, .timeout = 30);

static sg_error save_text(const char *name, const char *text)
{
    sg_error error = {0};
    const sg_status status = save_file(feeding_path("%s", name), text,
                                       strlen(text), SAVE_PRIVATE, &error);

    cr_expect_eq(status, error.status);
    return error;
}

static void expect_text(const char *name, const char *text)
{
    struct buffer bytes = feeding_bytes(name);

    cr_expect_eq(bytes.size, strlen(text), "%s: %zu bytes", name, bytes.size);
    cr_expect_str_eq(bytes.data ? bytes.data : "", text, "%s", name);
    buffer_done(&bytes);
}

static unsigned mode_of(const char *name)
{
    struct stat seen;

    cr_assert_eq(lstat(feeding_path("%s", name), &seen), 0, "%s", name);
    return seen.st_mode & (S_IFMT | 07777);
}

static void make_link(const char *to, const char *name)
{
    cr_assert_eq(symlink(to, feeding_path("%s", name)), 0);
}

Test(base_save, a_file_holds_just_what_was_written)
{
    static const char bytes[] = "a\0b\r\n\xff";
    cr_assert_eq(
        save_file(feeding_path("a"), bytes, sizeof bytes, SAVE_PRIVATE, NULL),
        SG_OK);
    struct buffer got = feeding_bytes("a");
    cr_expect_eq(got.size, sizeof bytes);
    cr_expect_arr_eq(got.data, bytes, sizeof bytes);
    buffer_done(&got);
    cr_expect_eq(save_text("empty", "").status, SG_OK);
    expect_text("empty", "");
    cr_expect_eq(feeding_count(""), 2, "nothing else is left");
}

Test(base_save, what_is_private_is_so_whatever_the_umask)
{
    umask(0);
    cr_assert_eq(save_text("private", "x").status, SG_OK);
    cr_expect_eq(mode_of("private"), S_IFREG | 0600);
    cr_assert_eq(save_folder(feeding_path("one/two"), SAVE_PRIVATE, NULL),
                 SG_OK);
    cr_expect_eq(mode_of("one"), S_IFDIR | 0700);
    cr_expect_eq(mode_of("one/two"), S_IFDIR | 0700);
    umask(022);
    cr_assert_eq(save_file(feeding_path("public"), "x", 1, SAVE_PUBLIC, NULL),
                 SG_OK);
    cr_expect_eq(mode_of("public"), S_IFREG | 0644);
}

Test(base_save, a_file_that_is_there_is_replaced_with_its_mode)
{
    feeding_write("a", "something that is longer");
    cr_assert_eq(chmod(feeding_path("a"), 0666), 0);
    cr_assert_eq(link(feeding_path("a"), feeding_path("other")), 0);
    cr_expect_eq(save_text("a", "new").status, SG_OK);
    expect_text("a", "new");
    cr_expect_eq(mode_of("a"), S_IFREG | 0600);
    expect_text("other", "something that is longer");
    cr_expect_eq(feeding_count(""), 2);
}

Test(base_save, a_link_in_its_place_is_replaced_and_not_followed)
{
    feeding_write("elsewhere/victim", "safe");
    make_link(feeding_path("elsewhere/victim"), "a");
    make_link("nowhere", "b");
    cr_expect_eq(save_text("a", "new").status, SG_OK);
    cr_expect_eq(save_text("b", "new").status, SG_OK);
    expect_text("elsewhere/victim", "safe");
    cr_expect_eq(mode_of("a"), S_IFREG | 0600);
    cr_expect_eq(mode_of("b"), S_IFREG | 0600);
    cr_expect_not(feeding_has("nowhere"));
}

static const char *fresh(int number)
{
    return arena_printf(feeding_arena(), SAVE_FRESH "%ld-%d", (long)getpid(),
                        number);
}

/* The next fresh names, as an attacker or a crash may have left them. */
Test(base_save, a_fresh_name_that_is_taken_is_passed_over)
{
    feeding_write("victim", "safe");
    for (int i = 0; i < 3; i++)
        make_link("victim", fresh(i));
    cr_expect_eq(save_text("a", "new").status, SG_OK);
    expect_text("a", "new");
    expect_text("victim", "safe");
    for (int i = 3; i < 100; i++)
        make_link("victim", fresh(i));
    const sg_error error = save_text("a", "newer");
    cr_expect_eq(error.status, SG_STORAGE, "it does not try for ever");
    expect_text("a", "new");
}

static const char *long_name(size_t length)
{
    char *name = arena_alloc(feeding_arena(), length + 1);

    cr_assert_not_null(name);
    memset(name, 'x', length);
    return name;
}

static void expect_failure(const char *name, const char *reason,
                           const char *why)
{
    const size_t before = feeding_count("");
    const sg_error error = save_text(name, "new");

    cr_expect_eq(error.status, SG_STORAGE, "%s", why);
    cr_expect_str_eq(error.reason, reason, "%s", why);
    cr_expect_gt(strlen(error.message), 0);
    cr_expect_eq(feeding_count(""), before, "%s: something is left", why);
}

Test(base_save, what_cannot_be_written_says_so_and_leaves_nothing)
{
    feeding_write("file", "safe");
    feeding_write("folder/inside", "safe");
    make_link("loop", "loop");
    expect_failure("none/a", "missing", "the folder is not there");
    expect_failure("file/a", "not-a-folder", "a file is no folder");
    expect_failure("folder", "storage", "a folder is in its place");
    expect_failure("loop/a", "storage", "links in a ring");
    expect_failure(long_name(256), "storage", "no file has a name so long");
    expect_failure(long_name(5000), "storage", "nor a path");
    expect_text("file", "safe");
    expect_text("folder/inside", "safe");
    cr_expect_eq(feeding_count("folder"), 1);
}

/* As a full disk, which needs a disk of its own: the write itself fails. */
Test(base_save, what_is_cut_off_while_it_is_written_leaves_the_old_file)
{
    char text[4096];
    struct rlimit before, small;
    feeding_write("a", "old");
    memset(text, 'x', sizeof text);
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 1000;
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
    sg_error error = {0};
    const sg_status status =
        save_file(feeding_path("a"), text, sizeof text, SAVE_PRIVATE, &error);
    const sg_status fresh =
        save_new_file(feeding_path("b"), text, sizeof text, SAVE_PRIVATE, NULL);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    cr_expect_eq(status, SG_STORAGE);
    cr_expect_eq(fresh, SG_STORAGE);
    cr_expect_str_eq(error.reason, "file-limit", "%s", error.message);
    expect_text("a", "old");
    cr_expect_eq(feeding_count(""), 1, "half a file is left");
}

Test(base_save, a_new_file_takes_no_name_that_is_taken)
{
    feeding_write("file", "safe");
    feeding_make_folder("folder");
    make_link("nowhere", "link");
    static const char *const taken[] = {"file", "folder", "link"};
    for (size_t i = 0; i < 3; i++) {
        sg_error error = {0};
        cr_expect_eq(save_new_file(feeding_path("%s", taken[i]), "new", 3,
                                   SAVE_PRIVATE, &error),
                     SG_STORAGE);
        cr_expect_str_eq(error.reason, "exists", "%s", taken[i]);
    }
    expect_text("file", "safe");
    cr_expect_not(feeding_has("nowhere"), "the link was followed");
    cr_expect_eq(save_new_file(feeding_path("a"), "new", 3, SAVE_PRIVATE, NULL),
                 SG_OK);
    expect_text("a", "new");
    cr_expect_eq(mode_of("a"), S_IFREG | 0600);
    cr_expect_eq(feeding_count(""), 4);
}

Test(base_save, a_name_without_a_folder_is_of_the_folder_one_is_in)
{
    cr_assert_eq(chdir(feeding_folder()), 0);
    cr_expect_eq(save_file("a", "new", 3, SAVE_PRIVATE, NULL), SG_OK);
    expect_text("a", "new");
    cr_expect_eq(save_folder("b/c/", SAVE_PRIVATE, NULL), SG_OK);
    cr_expect(feeding_has("b/c"));
}

Test(base_save, folders_are_made_unless_they_are_there)
{
    sg_error error = {0};
    feeding_make_folder("real");
    make_link("real", "link");
    feeding_write("file", "safe");
    cr_expect_eq(save_folder(feeding_path("a/b/c"), SAVE_PRIVATE, NULL), SG_OK);
    cr_expect_eq(save_folder(feeding_path("a/b/c"), SAVE_PRIVATE, NULL), SG_OK);
    cr_expect_eq(save_folder(feeding_path("link/d"), SAVE_PRIVATE, NULL), SG_OK,
                 "a user's folder may be a link");
    cr_expect(feeding_has("real/d"));
    cr_expect_eq(save_folder(feeding_path("file/d"), SAVE_PRIVATE, &error),
                 SG_STORAGE);
    cr_expect_str_eq(error.reason, "not-a-folder", "%s", error.message);
    expect_text("file", "safe");
    cr_expect_eq(save_folder(long_name(5000), SAVE_PRIVATE, NULL), SG_STORAGE);
}

Test(base_save, fresh_folders_differ_and_get_their_name_in_the_end)
{
    const char *one = NULL, *two = NULL;
    cr_assert_eq(
        save_fresh_folder(feeding_arena(), feeding_folder(), &one, NULL),
        SG_OK);
    cr_assert_eq(
        save_fresh_folder(feeding_arena(), feeding_folder(), &two, NULL),
        SG_OK);
    cr_expect_str_neq(one, two);
    const char *name = strrchr(one, '/') + 1;
    cr_expect_eq(strncmp(name, SAVE_FRESH, strlen(SAVE_FRESH)), 0, "%s", name);
    cr_expect_eq(mode_of(name), S_IFDIR | 0700);
    cr_expect_eq(save_rename(one, feeding_path("done"), NULL), SG_OK);
    cr_expect_not(feeding_has(name));
    cr_expect_eq(feeding_count("done"), 0);
    feeding_write("full/a", "safe");
    cr_expect_eq(save_rename(two, feeding_path("full"), NULL), SG_STORAGE,
                 "a folder that holds something is not replaced");
    expect_text("full/a", "safe");
    cr_expect_eq(
        save_fresh_folder(feeding_arena(), feeding_path("none"), &one, NULL),
        SG_STORAGE);
}

Test(base_save, what_is_removed_is_gone_and_no_link_is_followed)
{
    feeding_write("safe/a", "safe");
    feeding_write("folder/one/two/a", "x");
    feeding_write("file", "x");
    make_link("safe", "link");
    make_link("nowhere", "dangling");
    make_link("../../safe", "folder/one/link");
    make_link("../safe/a", "folder/file-link");
    static const char *const names[] = {"folder",   "file", "link",
                                        "dangling", "none", "none/below"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        sg_error error = {0};
        cr_expect_eq(save_remove(feeding_path("%s", names[i]), &error), SG_OK,
                     "%s: %s", names[i], error.message);
        cr_expect_not(feeding_has(names[i]), "%s", names[i]);
    }
    expect_text("safe/a", "safe");
    cr_expect_eq(feeding_count("safe"), 1);
    cr_expect_eq(feeding_count(""), 1);
}

Test(base_save, folders_in_folders_past_all_measure_are_left)
{
    feeding_write("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/a", "x");
    cr_expect_eq(save_remove(feeding_path("1"), NULL), SG_OK);
    feeding_write("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/a", "x");
    cr_expect_eq(save_remove(feeding_path("1"), NULL), SG_STORAGE);
    cr_expect(feeding_has("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/a"));
}

Test(base_save, only_what_was_never_finished_is_swept_away)
{
    feeding_write(SAVE_FRESH "12-0", "x");
    feeding_write(SAVE_FRESH "12-1/frameworks/a", "x");
    feeding_write("safe/a", "safe");
    make_link("safe", SAVE_FRESH "12-2");
    feeding_write(".new", "safe");
    feeding_write("new-1", "safe");
    feeding_write(".lock", "safe");
    feeding_write("below/" SAVE_FRESH "12-3", "of another folder");
    cr_expect_eq(save_sweep(feeding_folder(), NULL), SG_OK);
    static const char *const kept[] = {"safe/a", ".new", "new-1", ".lock",
                                       "below/" SAVE_FRESH "12-3"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        cr_expect(feeding_has(kept[i]), "%s", kept[i]);
    cr_expect_eq(feeding_count(""), 5);
    cr_expect_eq(save_sweep(feeding_path("none"), NULL), SG_OK,
                 "where there is no folder there is nothing to sweep");
}
