/* SPDX-License-Identifier: MIT */
/* Feeds as one more place of frameworks: before what came with the program, and
 * never in the way of it.
 *
 * What came with the program is found from the library's own place, so that
 * these tests open the library itself; what is inside it here has none. */
#define _XOPEN_SOURCE 700

#include "site.h"
#include "skillgap/feed.h"
#include "store/store.h"
#include "support.h"

#include <criterion/criterion.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct {
    __typeof__(&sg_catalogue_open) open;
    __typeof__(&sg_catalogue_free) free;
    __typeof__(&sg_catalogue_framework_count) count;
    __typeof__(&sg_catalogue_framework_at) at;
} library;

static struct site_rig rig;
static struct feeding_told told;
static sg_catalogue *catalogue;

static void take(void *opened, const char *name, void *ret_function)
{
    void *found = dlsym(opened, name);

    cr_assert_not_null(found, "%s", name);
    memcpy(ret_function, &found, sizeof found);
}

/* <build>/tests/unit/<test> has it in <build>/lib. */
static void open_library(void)
{
    char path[1024];
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

    cr_assert_gt(length, 0);
    path[length] = '\0';
    for (int cuts = 0; cuts < 3; cuts++)
        *strrchr(path, '/') = '\0';
    strcat(path, "/lib/libskillgap.so.0");
    void *opened = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    cr_assert_not_null(opened, "%s", dlerror());
    take(opened, "sg_catalogue_open", &library.open);
    take(opened, "sg_catalogue_free", &library.free);
    take(opened, "sg_catalogue_framework_count", &library.count);
    take(opened, "sg_catalogue_framework_at", &library.at);
}

static void save_config(const char *key)
{
    struct known_feed feeds[] = {
        {"here", "https://c.example/jobs/feed.json", key}};
    const struct config config = {.feeds = feeds, .feed_count = 1};
    const struct store store = {
        .config_file = feeding_path("config/skillgap/config.json")};

    cr_assert_eq(store_save_config(&store, &config, NULL), SG_OK);
}

static const sg_feed_options *feed_options(void)
{
    static sg_feed_options options;

    options = (sg_feed_options){.data_dirs = rig.options.data_dirs,
                                .data_dir_count = 1,
                                .today = "2026-11-27"};
    return &options;
}

/* Publishes county of that version, and takes it in. */
static void bring(const char *version)
{
    sg_feed_result *result = NULL;
    sg_error error = {0};

    feeding_framework("jobs/county.json", "county", version, version);
    site_well(&rig);
    cr_assert_eq(sg_feed_import("here", feeding_path("site"), feed_options(),
                                &result, &error),
                 SG_OK, "%s: %s", error.reason, error.message);
    sg_feed_result_free(result);
}

static void prepare(void)
{
    feeding_begin();
    open_library();
    site_begin(&rig);
    save_config(rig.key);
}

static void clean_up(void)
{
    if (catalogue)
        library.free(catalogue);
    site_done(&rig);
    feeding_end();
}

TestSuite(catalogue_feeds, .init = prepare, .fini = clean_up, .timeout = 60);

static sg_error open_on(const char *today)
{
    const sg_catalogue_options options = {.without_plugins = true,
                                          .without_courses = true,
                                          .today = today,
                                          .problem = feeding_tell,
                                          .user = &told};
    sg_error error = {0};

    if (catalogue)
        library.free(catalogue);
    told = (struct feeding_told){0};
    cr_expect_eq(library.open(&options, &catalogue, &error), error.status);
    return error;
}

/* Opens on the day of the publication; the framework of that id. */
static sg_framework_info county(void)
{
    const sg_error error = open_on("2026-11-27");

    cr_assert_eq(error.status, SG_OK, "%s", error.message);
    for (size_t i = 0; i < library.count(catalogue); i++)
        if (strcmp(library.at(catalogue, i).id, "county") == 0)
            return library.at(catalogue, i);
    cr_assert(false, "there is no county");
    return (sg_framework_info){0};
}

static void expect_shipped(const char *why)
{
    const sg_framework_info info = county();

    cr_expect_null(info.feed, "%s", why);
    cr_expect_not_null(strstr(info.file, "/share/skillgap/"), "%s: %s", why,
                       info.file);
}

#define PUBLICATION "data/skillgap/feeds/here/publication-1"

Test(catalogue_feeds, a_framework_of_a_feed_replaces_the_shipped_one)
{
    expect_shipped("nothing has been fetched yet");
    cr_expect_eq(told.count, 1);
    cr_expect_str_eq(told.last.reason, "not-fetched");
    bring("from-feed");
    const sg_framework_info info = county();
    cr_expect_eq(told.count, 0, "%s", told.last.message);
    cr_expect_str_eq(info.version, "from-feed");
    cr_expect_str_eq(info.file,
                     feeding_path(PUBLICATION "/frameworks/county.json"));
    cr_assert_not_null(info.feed);
    cr_expect_str_eq(info.feed->name, "here");
    cr_expect_eq(info.feed->publication, 1);
    cr_expect_str_eq(info.feed->checked, "2026-11-27");
    cr_expect_str_eq(info.feed->expires, "2027-02-25");
    cr_expect_not(info.feed->expired);
    cr_expect_eq(info.feed->days_past, 0);
    cr_expect_not(info.feed->rolled_back);
    cr_assert_eq(library.count(catalogue), 2, "and the other one stays");
    const sg_framework_info other = library.at(catalogue, 1);
    cr_expect_str_eq(other.id, "st-albans");
    cr_expect_null(other.feed);
}

Test(catalogue_feeds, a_framework_of_the_users_own_goes_before_a_feed)
{
    bring("from-feed");
    feeding_framework("data/skillgap/frameworks/mine.json", "county", "mine",
                      "Role");
    const sg_framework_info info = county();
    cr_expect_str_eq(info.version, "mine");
    cr_expect_null(info.feed);
    cr_expect_eq(open_on("2030-01-01").status, SG_OK);
    cr_expect_eq(told.count, 0, "what is not used is not old: %s",
                 told.last.message);
}

static const struct {
    const char *today;
    unsigned days_past;
    const char *why;
} days[] = {
    {"2026-11-27", 0, "the day itself"},
    {"2027-02-25", 0, "the last day"},
    {"2027-02-26", 1, "the day after"},
    {"2028-02-25", 365, "a year after"},
};

Test(catalogue_feeds, what_is_past_its_day_is_used_and_said_to_be_old)
{
    bring("from-feed");
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        cr_assert_eq(open_on(days[i].today).status, SG_OK);
        const sg_framework_info info = library.at(catalogue, 0);
        cr_expect_str_eq(info.version, "from-feed", "%s", days[i].why);
        cr_assert_not_null(info.feed);
        cr_expect_eq(info.feed->expired, days[i].days_past > 0, "%s",
                     days[i].why);
        cr_expect_eq(info.feed->days_past, days[i].days_past, "%s",
                     days[i].why);
        cr_expect_eq(told.count, days[i].days_past > 0, "%s", days[i].why);
        if (days[i].days_past) {
            cr_expect(told.last.warning);
            cr_expect_str_eq(told.last.reason, "expired");
            cr_expect_not_null(
                strstr(told.last.message, "skillgap feed update here"));
        }
    }
}

Test(catalogue_feeds, a_feed_that_was_rolled_back_says_so)
{
    sg_feed_result *result = NULL;
    sg_error error = {0};
    bring("one");
    bring("two");
    cr_expect_str_eq(county().version, "two");
    cr_expect_eq(county().feed->publication, 2);
    cr_assert_eq(sg_feed_rollback("here", 0, feed_options(), &result, &error),
                 SG_OK, "%s", error.message);
    sg_feed_result_free(result);
    const sg_framework_info info = county();
    cr_expect_str_eq(info.version, "one");
    cr_expect_eq(info.feed->publication, 1);
    cr_expect(info.feed->rolled_back);
}

Test(catalogue_feeds, what_another_key_signed_is_not_used)
{
    bring("from-feed");
    save_config(feeding_key("other-key"));
    expect_shipped("another key is pinned");
    save_config(rig.key);
    cr_expect_str_eq(county().version, "from-feed");
}

static void expect_fallback(const char *reason, const char *why)
{
    expect_shipped(why);
    cr_expect_eq(told.count, 1, "%s: %u", why, told.count);
    cr_expect(told.last.warning, "%s", why);
    if (reason)
        cr_expect_str_eq(told.last.reason, reason, "%s: %s", why,
                         told.last.message);
}

Test(catalogue_feeds, a_broken_file_falls_back_with_one_warning)
{
    bring("from-feed");
    feeding_write(PUBLICATION "/frameworks/county.json", "[");
    expect_fallback(NULL, "no JSON");
    feeding_write(PUBLICATION "/frameworks/county.json", "");
    expect_fallback(NULL, "empty");
    unlink(feeding_path(PUBLICATION "/frameworks/county.json"));
    expect_fallback("missing", "no file");
    cr_expect_not_null(strstr(told.last.message, "skillgap feed update here"));
    cr_assert_eq(rename(feeding_path(PUBLICATION), feeding_path("gone")), 0);
    expect_fallback("missing", "no folder");
    feeding_write(PUBLICATION, "a file");
    expect_shipped("a file in its place");
    cr_expect_geq(told.count, 1);
}

static const char *const records[] = {
    "", "[", "{}", "{\"format\": \"skillgap-feed-record/2\"}", "\xff"};

Test(catalogue_feeds, a_broken_record_falls_back_with_one_warning)
{
    bring("from-feed");
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        feeding_write("data/skillgap/feeds/here/record.json", records[i]);
        expect_fallback(NULL, records[i]);
    }
    unlink(feeding_path("data/skillgap/feeds/here/record.json"));
    expect_shipped("no record");
    cr_expect_eq(told.count, 1, "that nothing of it is in use");
}

Test(catalogue_feeds, folders_that_no_record_speaks_of_are_not_looked_at)
{
    feeding_framework(
        "data/skillgap/feeds/here/publication-1/frameworks/x.json", "county",
        "unsigned", "Role");
    feeding_framework(
        "data/skillgap/feeds/other/publication-1/frameworks/x.json", "county",
        "unsigned", "Role");
    feeding_framework("data/skillgap/feeds/.new-1-0/frameworks/x.json",
                      "county", "unsigned", "Role");
    expect_shipped("nobody has verified them");
    cr_expect_eq(told.count, 1, "that nothing of the feed is in use");
}

Test(catalogue_feeds, a_feed_brings_frameworks_and_nothing_else)
{
    bring("from-feed");
    feeding_write(PUBLICATION "/reference/criteria.json", "[");
    feeding_write(PUBLICATION "/overrides.json", "[");
    feeding_write(PUBLICATION "/plugins/evil.so", "x");
    cr_expect_str_eq(county().version, "from-feed");
    cr_expect_eq(told.count, 0, "%s", told.last.message);
}

Test(catalogue_feeds, a_broken_configuration_stops_everything)
{
    bring("from-feed");
    feeding_write("config/skillgap/config.json", "[");
    const sg_error error = open_on(NULL);
    cr_expect_eq(error.status, SG_INPUT);
    cr_expect_str_eq(error.file, feeding_path("config/skillgap/config.json"));
    cr_expect_null(catalogue);
}
