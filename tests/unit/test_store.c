/* SPDX-License-Identifier: MIT */
/* What is kept of the feeds: reading it whole, broken or not at all, and who
 * may change it. */
#define _XOPEN_SOURCE 700

#include "feeding.h"
#include "store/store.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct feeding_told told;

TestSuite(store, .init = feeding_begin, .fini = feeding_end, .timeout = 30);

#define CONFIG "config/skillgap/config.json"
#define RECORD(feed) "data/skillgap/feeds/" feed "/record.json"

static sg_error try_open(struct store **ret_store)
{
    sg_error error = {0};

    told = (struct feeding_told){0};
    const sg_status status =
        store_open(feeding_path(CONFIG), feeding_path("data/skillgap"),
                   feeding_tell, &told, ret_store, &error);
    cr_expect_eq(status, error.status);
    cr_expect_eq(status == SG_OK, *ret_store != NULL);
    return error;
}

static struct store *open_well(void)
{
    struct store *store = NULL;
    const sg_error error = try_open(&store);

    cr_assert_eq(error.status, SG_OK, "%s: %s", error.file, error.message);
    return store;
}

/* The configuration with its two feeds, and a record of the first. */
static void fill(void)
{
    const struct config config = feeding_config();
    const struct feed_record record = feeding_record();
    struct store *store = open_well();
    sg_error error = {0};

    cr_assert_eq(store_save_config(store, &config, &error), SG_OK, "%s",
                 error.message);
    feeding_make_folder("data/skillgap/feeds/county");
    cr_assert_eq(store_save_record(feeding_path("data/skillgap/feeds/county"),
                                   &record, &error),
                 SG_OK, "%s", error.message);
    store_free(store);
}

Test(store, where_nothing_is_there_is_no_feed)
{
    struct store *store = open_well();
    cr_expect_eq(store->count, 0);
    cr_expect_eq(told.count, 0);
    cr_expect_null(store_find(store, "county"));
    cr_expect_eq(feeding_count(""), 0, "looking makes nothing");
    store_free(store);
    store_free(NULL);
}

Test(store, without_places_of_the_user_there_is_no_feed_either)
{
    struct store *store = NULL;
    sg_error error = {0};
    int lock = 0;
    cr_assert_eq(store_open(NULL, NULL, NULL, NULL, &store, NULL), SG_OK);
    cr_expect_eq(store->count, 0);
    cr_expect_eq(store_lock(store, &lock, &error), SG_STORAGE);
    cr_expect_str_eq(error.reason, "no-home");
    cr_expect_eq(lock, -1);
    store_free(store);
    fill();
    cr_assert_eq(
        store_open(feeding_path(CONFIG), NULL, NULL, NULL, &store, NULL),
        SG_OK);
    cr_expect_eq(store->count, 0, "known feeds, and no place for them");
    cr_expect_null(store_find(store, "county"));
    store_free(store);
}

Test(store, each_feed_has_its_record_or_none)
{
    fill();
    struct store *store = open_well();
    cr_expect_eq(told.count, 0, "%s", told.last.message);
    cr_assert_eq(store->count, 2);
    const struct stored_feed *county = store_find(store, "county");
    cr_assert_not_null(county);
    cr_assert_not_null(county->record);
    cr_expect_eq(county->record->current, 7);
    cr_expect_not(county->key_changed);
    cr_expect_str_eq(county->folder,
                     feeding_path("data/skillgap/feeds/county"));
    const struct stored_feed *city = store_find(store, "city-2");
    cr_assert_not_null(city);
    cr_expect_null(city->record);
    cr_expect_not(city->key_changed);
    cr_expect_null(store_find(store, "city"));
    store_free(store);
}

Test(store, files_are_the_users_alone_and_nothing_else_is_left)
{
    struct stat seen;
    umask(0);
    fill();
    cr_assert_eq(stat(feeding_path(CONFIG), &seen), 0);
    cr_expect_eq(seen.st_mode & 07777, 0600);
    cr_assert_eq(stat(feeding_path("config/skillgap"), &seen), 0);
    cr_expect_eq(seen.st_mode & 07777, 0700);
    cr_assert_eq(stat(feeding_path(RECORD("county")), &seen), 0);
    cr_expect_eq(seen.st_mode & 07777, 0600);
    cr_expect_eq(feeding_count("config/skillgap"), 1);
    cr_expect_eq(feeding_count("data/skillgap/feeds/county"), 1);
}

Test(store, a_record_that_was_checked_with_another_key_is_marked)
{
    fill();
    struct config config = feeding_config();
    struct known_feed other[] = {config.feeds[0], config.feeds[1]};
    struct store *store = open_well();
    other[0].key = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO4";
    config.feeds = other;
    cr_assert_eq(store_save_config(store, &config, NULL), SG_OK);
    store_free(store);
    store = open_well();
    cr_expect(store_find(store, "county")->key_changed);
    cr_expect_not(store_find(store, "city-2")->key_changed);
    cr_expect_eq(told.count, 0);
    store_free(store);
}

static const struct {
    const char *text;
    const char *reason;
    const char *why;
} broken[] = {
    {"", "empty", "an empty file, as some file systems leave it"},
    {"{\"format\": \"skillgap-feed-rec", "syntax", "cut off"},
    {"{}", "missing-field", "an object with nothing in it"},
    {"[]", "wrong-type", "no object"},
    {"\xff\xfe", "encoding", "no text"},
    {"{\"format\": \"skillgap-feed-record/2\"}", "newer-version",
     "a later one"},
};

Test(store, a_broken_record_is_a_warning_and_as_if_nothing_had_been_fetched)
{
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        fill();
        feeding_write(RECORD("county"), broken[i].text);
        struct store *store = open_well();
        cr_expect_null(store_find(store, "county")->record, "%s",
                       broken[i].why);
        cr_assert_eq(told.count, 1, "%s", broken[i].why);
        cr_expect(told.last.warning);
        cr_expect_str_eq(told.last.reason, broken[i].reason, "%s: %s",
                         broken[i].why, told.last.message);
        cr_expect_str_eq(told.last.file, feeding_path(RECORD("county")));
        cr_expect_not_null(
            strstr(told.last.message, "skillgap feed update county"), "%s",
            told.last.message);
        store_free(store);
    }
}

Test(store, a_folder_in_place_of_a_record_is_a_warning_too)
{
    fill();
    feeding_make_folder(RECORD("city-2"));
    struct store *store = open_well();
    cr_expect_eq(told.count, 1);
    cr_expect_null(store_find(store, "city-2")->record);
    cr_expect_not_null(store_find(store, "county")->record);
    store_free(store);
}

Test(store, a_broken_configuration_is_an_error_and_not_taken_for_an_empty_one)
{
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct store *store = NULL;
        feeding_write(CONFIG, broken[i].text);
        const sg_error error = try_open(&store);
        cr_expect_eq(error.status, SG_INPUT, "%s", broken[i].why);
        cr_expect_str_eq(error.file, feeding_path(CONFIG));
    }
    unlink(feeding_path(CONFIG));
    feeding_make_folder(CONFIG);
    struct store *store = NULL;
    cr_expect_eq(try_open(&store).status, SG_INPUT, "a folder in its place");
}

Test(store, a_field_that_nobody_knows_is_not_lost_by_writing)
{
    fill();
    feeding_write(CONFIG, "{\"format\": \"skillgap-config/1\", \"new\": 1}");
    struct store *store = open_well();
    sg_error error = {0};
    cr_expect_eq(told.count, 1);
    cr_expect_eq(store_save_config(store, store->config, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "unknown-field");
    struct buffer bytes = feeding_bytes(CONFIG);
    cr_expect_not_null(strstr(bytes.data, "\"new\": 1"));
    buffer_done(&bytes);
    store_free(store);
}

Test(store, paths_are_as_the_header_draws_them)
{
    struct arena *arena = feeding_arena();
    const char *publication = store_publication(arena, "feeds/county", 7);
    cr_expect_str_eq(publication, "feeds/county/publication-7");
    cr_expect_str_eq(store_publication(arena, "f", UINT32_MAX),
                     "f/publication-4294967295");
    cr_expect_str_eq(store_framework(arena, publication, "st-albans"),
                     "feeds/county/publication-7/frameworks/st-albans.json");
}

Test(store, the_lock_is_for_one_alone)
{
    struct store *store = open_well(), *other = open_well();
    int lock = -1, second = 5;
    sg_error error = {0};
    cr_assert_eq(store_lock(store, &lock, NULL), SG_OK);
    cr_expect_geq(lock, 0);
    cr_expect(fcntl(lock, F_GETFD) & FD_CLOEXEC);
    cr_expect_eq(store_lock(other, &second, &error), SG_STORAGE);
    cr_expect_str_eq(error.reason, "busy");
    cr_expect_eq(second, -1);
    store_unlock(second);
    store_unlock(lock);
    cr_assert_eq(store_lock(other, &second, NULL), SG_OK, "it was given back");
    store_unlock(second);
    struct stat seen;
    cr_assert_eq(stat(feeding_path("data/skillgap/feeds/.lock"), &seen), 0);
    cr_expect_eq(seen.st_mode & 07777, 0600);
    store_free(store);
    store_free(other);
}

Test(store, who_dies_gives_the_lock_back)
{
    struct store *store = open_well();
    int lock = -1, ends[2];
    char ready;
    cr_assert_eq(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        const bool locked = store_lock(store, &lock, NULL) == SG_OK;
        if (write(ends[1], locked ? "y" : "n", 1) == 1)
            pause();
        _exit(0);
    }
    cr_assert_eq(read(ends[0], &ready, 1), 1);
    cr_expect_eq(ready, 'y');
    sg_error error = {0};
    cr_expect_eq(store_lock(store, &lock, &error), SG_STORAGE);
    cr_expect_str_eq(error.reason, "busy");
    cr_assert_eq(kill(child, SIGKILL), 0);
    cr_assert_eq(waitpid(child, NULL, 0), child);
    cr_expect_eq(store_lock(store, &lock, NULL), SG_OK);
    store_unlock(lock);
    store_free(store);
}

Test(store, a_store_that_others_may_write_to_is_not_trusted)
{
    static const mode_t modes[] = {0777, 0770, 0702, 0720};
    struct store *store = open_well();
    int lock = -1;
    feeding_make_folder("data/skillgap/feeds");
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        sg_error error = {0};
        cr_assert_eq(chmod(feeding_path("data/skillgap/feeds"), modes[i]), 0);
        cr_expect_eq(store_lock(store, &lock, &error), SG_STORAGE, "%o",
                     (unsigned)modes[i]);
        cr_expect_str_eq(error.reason, "writable-by-others");
    }
    cr_assert_eq(chmod(feeding_path("data/skillgap/feeds"), 0755), 0);
    cr_expect_eq(store_lock(store, &lock, NULL), SG_OK, "reading does no harm");
    store_unlock(lock);
    store_free(store);
}

Test(store, a_lock_that_is_a_link_is_not_followed)
{
    struct store *store = open_well();
    int lock = -1;
    sg_error error = {0};
    feeding_make_folder("data/skillgap/feeds");
    cr_assert_eq(symlink(feeding_path("victim"),
                         feeding_path("data/skillgap/feeds/.lock")),
                 0);
    cr_expect_eq(store_lock(store, &lock, &error), SG_STORAGE);
    cr_expect_eq(lock, -1);
    cr_expect_not(feeding_has("victim"));
    store_free(store);
}

Test(store, what_is_in_the_way_of_the_store_is_said)
{
    struct store *store = open_well();
    int lock = -1;
    sg_error error = {0};
    feeding_write("data/skillgap/feeds", "a file");
    cr_expect_eq(store_lock(store, &lock, &error), SG_STORAGE);
    cr_expect_str_eq(error.reason, "not-a-folder", "%s", error.message);
    const struct feed_record record = feeding_record();
    cr_expect_eq(store_save_record(feeding_path("nowhere"), &record, NULL),
                 SG_STORAGE);
    store_free(store);
}
