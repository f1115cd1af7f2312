/* SPDX-License-Identifier: MIT */
/* What tests of feeds share. */
#define _XOPEN_SOURCE 700

#include "feeding.h"

#include "skillgap/publish.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/skillgap-feeding-XXXXXX";
static struct arena arena;

void feeding_begin(void)
{
    cr_assert_not_null(mkdtemp(folder));
    unsetenv("SKILLGAP_DATA");
    unsetenv("SKILLGAP_PLUGINS");
    setenv("XDG_DATA_HOME", feeding_path("data"), 1);
    setenv("XDG_CONFIG_HOME", feeding_path("config"), 1);
}

void feeding_end(void)
{
    char command[64];

    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_expect_eq(system(command), 0);
    arena_done(&arena);
}

struct arena *feeding_arena(void)
{
    return &arena;
}

const char *feeding_folder(void)
{
    return folder;
}

const char *feeding_path(const char *format, ...)
{
    char name[6000];
    va_list values;

    va_start(values, format);
    vsnprintf(name, sizeof name, format, values);
    va_end(values);
    const char *path = arena_printf(&arena, "%s/%s", folder, name);
    cr_assert_not_null(path);
    return path;
}

void feeding_make_folder(const char *name)
{
    char *path = arena_strdup(&arena, feeding_path("%s", name));

    for (char *at = path + strlen(folder) + 1; (at = strchr(at, '/')); at++) {
        *at = '\0';
        (void)mkdir(path, 0700);
        *at = '/';
    }
    (void)mkdir(path, 0700);
    struct stat seen;
    cr_assert(stat(path, &seen) == 0 && S_ISDIR(seen.st_mode), "%s", path);
}

void feeding_write(const char *name, const char *text)
{
    const char *slash = strrchr(name, '/');

    if (slash)
        feeding_make_folder(
            arena_strndup(&arena, name, (size_t)(slash - name)));
    FILE *file = fopen(feeding_path("%s", name), "w");
    cr_assert_not_null(file, "%s", name);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

struct buffer feeding_bytes(const char *name)
{
    struct buffer bytes = {0};
    char piece[4096];
    FILE *file = fopen(feeding_path("%s", name), "r");

    cr_assert_not_null(file, "%s", name);
    for (size_t size; (size = fread(piece, 1, sizeof piece, file)) > 0;)
        buffer_add(&bytes, piece, size);
    cr_assert_eq(fclose(file), 0);
    cr_assert(!bytes.failed);
    return bytes;
}

bool feeding_has(const char *name)
{
    struct stat seen;

    return lstat(feeding_path("%s", name), &seen) == 0;
}

size_t feeding_count(const char *name)
{
    DIR *opened = opendir(feeding_path("%s", name));
    size_t count = 0;

    cr_assert_not_null(opened, "%s", name);
    for (struct dirent *entry; (entry = readdir(opened));)
        count +=
            strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(opened);
    return count;
}

static const char framework[] =
    "{\"format\":\"skillgap-framework/1\",\"id\":\"%s\",\"version\":\"%s\","
    "\"as_of\":\"2026-01-01\",\"council\":{\"name\":\"Here\"},"
    "\"documents\":[{\"id\":\"d\",\"title\":\"D\"}],"
    "\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"specification\"}],"
    "\"families\":[{\"id\":\"f\",\"title\":\"F\",\"document\":\"d\","
    "\"roles\":[{\"id\":\"%s/role\",\"title\":\"%s\",\"level\":\"1\","
    "\"rank\":1,\"specification\":{\"section\":\"s\",\"essential\":["
    "{\"id\":\"l\",\"items\":[\"1\"],\"needs\":{\"op\":\"skill\","
    "\"label\":\"Numbers\",\"criterion\":\"literacy-numeracy\"}}]}}]}]}\n";

void feeding_framework(const char *name, const char *id, const char *version,
                       const char *title)
{
    feeding_write(name,
                  arena_printf(&arena, framework, id, version, id, title));
}

const char *feeding_key(const char *name)
{
    char *id = NULL;
    sg_error error = {0};

    cr_assert_eq(sg_key_make(feeding_path("%s", name), "", &id, &error), SG_OK,
                 "%s", error.message);
    free(id);
    struct buffer bytes = feeding_bytes(arena_printf(&arena, "%s.pub", name));
    const char *word = strchr(bytes.data, '\n');
    cr_assert_not_null(word);
    const char *kept = arena_strndup(&arena, word + 1, FEED_KEY_CHARS);
    buffer_done(&bytes);
    return kept;
}

struct late_sodium feeding_sodium(void)
{
    struct late_sodium sodium;
    sg_error error = {0};

    cr_assert_eq(late_sodium_open(&sodium, &error), SG_OK, "%s", error.message);
    return sodium;
}

#define SHA(digit)                                                             \
    digit digit digit digit digit digit digit digit digit digit digit digit    \
        digit digit digit digit
#define KEY "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"

struct feed_record feeding_record(void)
{
    static const struct held_framework newer[] = {
        {"county", "2026-11", 2, SHA("00ff")},
        {"st-albans", "1", 1, SHA("1a2b")}};
    static const struct held_framework older[] = {
        {"county", "2026-10", 1, SHA("beef")}};
    static struct held_publication held[] = {
        {7, "2026-11-27", "2026-11-26T09:00:00Z", "2027-02-24", newer, 2},
        {5, "2026-10-01", "2026-09-30T23:59:59Z", "2026-12-29", older, 1}};
    static struct serial_floor floors[] = {{"county", 2}, {"st-albans", 9}};

    return (struct feed_record){
        .key = KEY,
        .url = "https://council.example/jobs/feed.json",
        .id = "feed-E7620F1842B4E81F",
        .title = "Jobs \"here\", \xC3\xA9t\xC3\xA9",
        .serial = 8,
        .current = 7,
        .checked = "2026-11-27",
        .expires = "2027-02-25",
        .index_sha256 = SHA("c0de"),
        .etag = "W/\"5f-abc\"",
        .modified = "Fri, 27 Nov 2026 03:00:00 GMT",
        .rolled_back = "2026-11-20",
        .not_before = 4102444800u,
        .floors = floors,
        .floor_count = 2,
        .held = held,
        .held_count = 2,
    };
}

struct config feeding_config(void)
{
    static struct known_feed feeds[] = {
        {"county", "https://council.example/jobs/feed.json", KEY},
        {"city-2", "https://city.example:8443/feed.json", KEY}};
    static const char *data[] = {"/srv/councils", "/srv/more of them"};
    static const char *plugins[] = {"/srv/rules"};

    return (struct config){
        .feeds = feeds,
        .feed_count = 2,
        .ca_file = "/etc/ssl/council.pem",
        .data = data,
        .data_count = 2,
        .plugins = plugins,
        .plugin_count = 1,
    };
}

void feeding_tell(const sg_error *problem, void *told)
{
    struct feeding_told *here = told;

    here->count++;
    here->last = *problem;
}
