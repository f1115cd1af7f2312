/* SPDX-License-Identifier: MIT */
/* Two files that are written together, or not at all. */
#define _XOPEN_SOURCE 700

#include "base/save.h"
#include "feeding.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

TestSuite(base_save_pair, .init = feeding_begin, .fini = feeding_end,
          .timeout = 30);

static sg_status save_both(const char *first, const char *first_text,
                           const char *second, const char *second_text)
{
    const struct save_part one = {feeding_path("%s", first), first_text,
                                  strlen(first_text)};
    const struct save_part two = {feeding_path("%s", second), second_text,
                                  strlen(second_text)};
    sg_error error = {0};
    const sg_status status = save_pair(&one, &two, SAVE_PRIVATE, &error);

    cr_expect_eq(status, error.status);
    return status;
}

static void expect_text(const char *name, const char *text)
{
    struct buffer bytes = feeding_bytes(name);

    cr_expect_str_eq(bytes.data ? bytes.data : "", text, "%s", name);
    buffer_done(&bytes);
}

Test(base_save_pair, both_are_written_and_nothing_else_is_left)
{
    struct stat seen;
    feeding_write("a", "old");
    cr_assert_eq(symlink("victim", feeding_path("b")), 0);
    feeding_write("victim", "safe");
    cr_expect_eq(save_both("a", "one", "b", "two"), SG_OK);
    expect_text("a", "one");
    expect_text("b", "two");
    expect_text("victim", "safe");
    cr_assert_eq(lstat(feeding_path("b"), &seen), 0);
    cr_expect_eq(seen.st_mode, S_IFREG | 0600);
    cr_expect_eq(feeding_count("."), 3);
}

static const struct {
    const char *first, *second;
    const char *why;
} places[] = {
    {"none/a", "b", "no folder for the first"},
    {"a", "none/b", "no folder for the second"},
    {"folder", "b", "a folder in place of the first"},
};

Test(base_save_pair, when_one_cannot_be_written_both_stay_as_they_were)
{
    feeding_write("a", "old a");
    feeding_write("b", "old b");
    feeding_write("folder/inside", "safe");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        cr_expect_eq(save_both(places[i].first, "new", places[i].second, "new"),
                     SG_STORAGE, "%s", places[i].why);
        expect_text("a", "old a");
        expect_text("b", "old b");
        cr_expect_eq(feeding_count("."), 3, "%s", places[i].why);
    }
}

/* The second is too long for what the disk still has, the first is not. */
Test(base_save_pair, a_disk_that_fills_up_leaves_both_as_they_were)
{
    struct rlimit before, small;
    feeding_write("a", "old a");
    feeding_write("b", "old b");
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 10;
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
    const sg_status second = save_both("a", "short", "b", "longer than ten");
    const sg_status first = save_both("a", "longer than ten", "b", "short");
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    cr_expect_eq(first, SG_STORAGE);
    cr_expect_eq(second, SG_STORAGE);
    expect_text("a", "old a");
    expect_text("b", "old b");
    cr_expect_eq(feeding_count("."), 2);
}
