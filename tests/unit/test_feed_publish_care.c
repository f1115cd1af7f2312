/* SPDX-License-Identifier: MIT */
/* Publishing: keys, what was there before, and what goes wrong on the way. */
#define _XOPEN_SOURCE 700

#include "site.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static struct site_rig rig;

static void prepare(void)
{
    feeding_begin();
    site_begin(&rig);
}

static void clean_up(void)
{
    site_done(&rig);
    feeding_end();
}

TestSuite(feed_publish_care, .init = prepare, .fini = clean_up, .timeout = 60);

Test(feed_publish_care, a_framework_with_errors_keeps_all_from_being_written)
{
    feeding_write("jobs/a.json", "{\"format\": \"skillgap-framework/1\"}");
    feeding_write("jobs/z.json", "[");
    sg_error error = site_publish(&rig);
    cr_expect_eq(error.status, SG_INPUT);
    cr_expect_gt(rig.told.count, 2, "all problems of all files are told");
    cr_expect_not(feeding_has("site"), "not even the folder");
    unlink(feeding_path("jobs/a.json"));
    unlink(feeding_path("jobs/z.json"));
    site_well(&rig);
    feeding_write("jobs/z.json", "[");
    feeding_framework("jobs/county.json", "county", "2", "Another role");
    struct buffer before = feeding_bytes("site/feed.json");
    cr_expect_eq(site_publish(&rig).status, SG_INPUT);
    struct buffer after = feeding_bytes("site/feed.json");
    cr_expect_str_eq(after.data, before.data);
    cr_expect_eq(feeding_count("site/frameworks"), 2);
    buffer_done(&before);
    buffer_done(&after);
}

Test(feed_publish_care, two_files_of_one_id_are_one_too_many)
{
    feeding_framework("jobs/other.json", "county", "1", "Role");
    site_refused(&rig, SG_INPUT, "duplicate-id", "the same id");
    cr_expect_not(feeding_has("site"));
}

Test(feed_publish_care, frameworks_may_lie_in_a_folder_of_their_own)
{
    feeding_framework("data-folder/frameworks/one.json", "one", "1", "Role");
    feeding_write("data-folder/overrides.json", "{}");
    rig.options.folder = feeding_path("data-folder");
    site_well(&rig);
    cr_expect_eq(rig.published->framework_count, 1);
}

Test(feed_publish_care, a_folder_without_frameworks_is_refused)
{
    rig.options.folder = feeding_path("none");
    site_refused(&rig, SG_INPUT, "missing", "no folder");
    feeding_make_folder("empty");
    rig.options.folder = feeding_path("empty");
    site_refused(&rig, SG_INPUT, "no-framework", "an empty one");
    feeding_write("empty/overrides.json", "{}");
    feeding_write("empty/README.md", "x");
    site_refused(&rig, SG_INPUT, "no-framework", "with other files");
    cr_expect_not(feeding_has("site"));
}

Test(feed_publish_care, the_councils_own_numbers_are_not_published)
{
    feeding_write("jobs/overrides.json", "{}");
    site_well(&rig);
    cr_expect_eq(rig.published->framework_count, 1);
    cr_expect_eq(feeding_count("site/frameworks"), 2);
}

Test(feed_publish_care, another_key_signs_only_on_purpose)
{
    site_well(&rig);
    feeding_framework("jobs/county.json", "county", "2", "Another role");
    site_well(&rig);
    const char *other = feeding_key("other-key");
    rig.options.key_file = feeding_path("other-key");
    site_refused(&rig, SG_TRUST, "other-key", "a key that nobody has pinned");
    const char *id = site_comment("site/feed.json", rig.key);
    rig.options.replace_key = true;
    site_well(&rig);
    cr_expect_eq(rig.published->serial, 3, "the numbers go on");
    cr_expect_eq(rig.published->frameworks[0].serial, 2);
    cr_expect_neq(strcmp(id, site_comment("site/feed.json", other)), 0);
    cr_expect_not_null(
        strstr(site_comment("site/frameworks/county-2.json", other),
               "framework:county\tserial:2"));
    rig.options.replace_key = false;
    rig.options.key_file = feeding_path("key");
    site_refused(&rig, SG_TRUST, "other-key", "the old one has had its day");
}

Test(feed_publish_care, a_site_that_somebody_changed_is_not_built_upon)
{
    site_well(&rig);
    struct buffer index = feeding_bytes("site/feed.json");
    *strchr(index.data, '{') = ' ';
    feeding_write("site/feed.json", index.data);
    site_refused(&rig, SG_TRUST, "signature", "another index");
    *strchr(index.data, ' ') = '{';
    feeding_write("site/feed.json", index.data);
    site_well(&rig);
    buffer_done(&index);
    cr_assert_eq(unlink(feeding_path("site/feed.json.minisig")), 0);
    site_refused(&rig, SG_TRUST, "signature", "no signature");
    feeding_write("site/feed.json.minisig", "x\n");
    site_refused(&rig, SG_TRUST, "signature", "none that can be read");
    rig.options.replace_key = true;
    site_well(&rig);
    cr_expect_eq(rig.published->serial, 3);
}

Test(feed_publish_care, a_file_that_was_damaged_in_the_site_is_written_again)
{
    site_well(&rig);
    feeding_write("site/frameworks/county-1.json", "damaged");
    unlink(feeding_path("site/frameworks/county-1.json.minisig"));
    site_well(&rig);
    (void)site_comment("site/frameworks/county-1.json", rig.key);
}

/* Everybody who has added the feed would refuse it under another id. */
Test(feed_publish_care, a_site_keeps_its_id)
{
    rig.options.id = "one";
    site_well(&rig);
    struct buffer before = feeding_bytes("site/feed.json");
    rig.options.id = "two";
    site_refused(&rig, SG_TRUST, "other-id", "another id");
    struct buffer after = feeding_bytes("site/feed.json");
    cr_expect_eq(after.size, before.size);
    rig.options.id = "one";
    site_well(&rig);
    rig.options.id = NULL;
    site_well(&rig);
    cr_expect_str_eq(rig.published->id, "one", "as before");
    buffer_done(&before);
    buffer_done(&after);
}

Test(feed_publish_care, a_title_stays_until_there_is_another)
{
    rig.options.title = "Jobs";
    site_well(&rig);
    rig.options.title = NULL;
    site_well(&rig);
    cr_expect_str_eq(rig.published->title, "Jobs");
}

Test(feed_publish_care, the_secret_key_never_lies_in_the_site)
{
    feeding_make_folder("site/below");
    (void)feeding_key("site/key");
    (void)feeding_key("site/below/key");
    rig.options.key_file = feeding_path("site/key");
    site_refused(&rig, SG_USAGE, "key-in-site", "in the folder itself");
    rig.options.key_file = feeding_path("site/below/key");
    site_refused(&rig, SG_USAGE, "key-in-site", "further down");
    rig.options.key_file = feeding_path("site/../site/./key");
    site_refused(&rig, SG_USAGE, "key-in-site", "by a longer way");
    cr_assert_eq(symlink(feeding_path("site/key"), feeding_path("link")), 0);
    rig.options.key_file = feeding_path("link");
    site_refused(&rig, SG_USAGE, "key-in-site", "by a link");
    cr_assert_eq(symlink(feeding_path("site"), feeding_path("site-link")), 0);
    rig.options.key_file = feeding_path("site/key");
    rig.options.site = feeding_path("site-link");
    site_refused(&rig, SG_USAGE, "key-in-site", "a link to the site");
    feeding_make_folder("site-2");
    (void)feeding_key("site-2/key");
    rig.options.site = feeding_path("site");
    rig.options.key_file = feeding_path("site-2/key");
    site_well(&rig);
}

static const struct {
    const char *text;
    const char *why;
} no_keys[] = {
    {"", "an empty file"},
    {"x\n", "a word"},
    {"untrusted comment: "
     "x\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7"
     "GFO3\n",
     "the public one"},
};

Test(feed_publish_care, without_a_secret_key_nothing_is_written)
{
    for (size_t i = 0; i < sizeof no_keys / sizeof *no_keys; i++) {
        feeding_write("bad-key", no_keys[i].text);
        rig.options.key_file = feeding_path("bad-key");
        site_refused(&rig, SG_INPUT, "key", no_keys[i].why);
    }
    rig.options.key_file = feeding_path("no-key");
    site_refused(&rig, SG_INPUT, "missing", "no file");
    cr_expect_not(feeding_has("site"));
}

Test(feed_publish_care, options_have_their_bounds)
{
    char title[300];
    rig.options.days = 0;
    site_refused(&rig, SG_USAGE, "option-value", "no day");
    rig.options.days = 3651;
    site_refused(&rig, SG_USAGE, "option-value", "more than ten years");
    rig.options.days = 3650;
    site_well(&rig);
    cr_expect_str_eq(rig.published->expires, "2036-11-24");
    rig.options.today = "2026-11";
    site_refused(&rig, SG_USAGE, "option-value", "no whole day");
    rig.options.today = "2026-11-27";
    rig.options.id = "a b";
    site_refused(&rig, SG_USAGE, "option-value", "a space in the id");
    rig.options.id = "";
    site_refused(&rig, SG_USAGE, "option-value", "no id");
    rig.options.id = NULL;
    memset(title, 'x', sizeof title);
    title[201] = '\0';
    rig.options.title = title;
    site_refused(&rig, SG_USAGE, "option-value", "a long title");
    title[200] = '\0';
    site_well(&rig);
}

Test(feed_publish_care, keys_are_made_once_and_the_secret_one_is_secret)
{
    char *id = NULL;
    struct stat seen;
    sg_error error = {0};
    umask(0);
    cr_assert_eq(sg_key_make(feeding_path("new"), "", &id, NULL), SG_OK);
    cr_expect_eq(strlen(id), 16);
    free(id);
    cr_assert_eq(stat(feeding_path("new"), &seen), 0);
    cr_expect_eq(seen.st_mode & 07777, 0600);
    struct buffer before = feeding_bytes("new");
    cr_expect_eq(sg_key_make(feeding_path("new"), "", &id, &error), SG_STORAGE);
    cr_expect_str_eq(error.reason, "exists");
    cr_expect_null(id);
    unlink(feeding_path("new.pub"));
    cr_expect_eq(sg_key_make(feeding_path("new"), "", &id, NULL), SG_STORAGE,
                 "half of a pair is there");
    cr_expect_not(feeding_has("new.pub"), "half of another pair is left");
    struct buffer after = feeding_bytes("new");
    cr_expect_str_eq(after.data, before.data);
    buffer_done(&before);
    buffer_done(&after);
    cr_expect_eq(sg_key_make(feeding_path("none/new"), "", &id, NULL),
                 SG_STORAGE);
}

/* Publishes while no file can be longer than so many bytes, as on a disk that
 * fills up; then the site has to be what it was. */
static void expect_whole_with(rlim_t most)
{
    struct rlimit before, small;
    const char *comment = site_comment("site/feed.json", rig.key);
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = most;
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
    const sg_error error = site_publish(&rig);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    cr_expect_eq(error.status, SG_STORAGE);
    cr_expect_str_eq(site_comment("site/feed.json", rig.key), comment);
    site_well(&rig);
    cr_expect_eq(rig.published->serial, 2);
    cr_expect_eq(feeding_count("site"), 3, "something unfinished is left");
    cr_expect_eq(feeding_count("site/frameworks"), 4);
}

Test(feed_publish_care, a_framework_that_finds_no_room_leaves_the_site_whole)
{
    site_well(&rig);
    feeding_framework("jobs/county.json", "county", "2", "Another role");
    expect_whole_with(100);
}

/* Longer than a signature and than the framework, shorter than the index. */
Test(feed_publish_care, an_index_that_finds_no_room_leaves_the_site_whole)
{
    site_well(&rig);
    feeding_framework("jobs/county.json", "county", "2", "Another role");
    expect_whole_with(800);
}

Test(feed_publish_care, the_index_lists_no_more_than_so_many_versions)
{
    enum { MANY = 25, LISTED = 20 };
    char version[8];
    for (int i = 1; i <= MANY; i++) {
        snprintf(version, sizeof version, "%d", i);
        feeding_framework("jobs/county.json", "county", version, version);
        site_well(&rig);
    }
    json_t *root = site_index();
    const json_t *items = json_object_get(root, "items");
    cr_expect_eq(json_array_size(items), LISTED);
    for (size_t i = 0; i < json_array_size(items); i++)
        cr_expect_eq(json_integer_value(json_object_get(
                         json_object_get(json_array_get(items, i), "_skillgap"),
                         "serial")),
                     (json_int_t)(MANY - i));
    json_decref(root);
}
