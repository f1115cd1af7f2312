/* SPDX-License-Identifier: MIT */
/* Which addresses a feed may have, and which files are its own. */
#include "feed/address.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct arena arena;

static void free_arena(void)
{
    arena_done(&arena);
}

TestSuite(feed_address, .fini = free_arena, .timeout = 20);

static const struct {
    const char *text;
    bool plain_http;
    const char *url, *folder, *host;
    const char *reason;
} good[] = {
    {"https://council.example/jobs/feed.json", false,
     "https://council.example/jobs/feed.json", "https://council.example/jobs/",
     "council.example", "the whole address"},
    {"https://council.example/jobs/", false,
     "https://council.example/jobs/feed.json", "https://council.example/jobs/",
     "council.example", "a folder has the usual name"},
    {"https://council.example/jobs", false,
     "https://council.example/jobs/feed.json", "https://council.example/jobs/",
     "council.example", "a folder without its slash"},
    {"https://council.example", false, "https://council.example/feed.json",
     "https://council.example/", "council.example", "a host alone"},
    {"https://council.example:8443/feed.json", false,
     "https://council.example:8443/feed.json", "https://council.example:8443/",
     "council.example:8443", "a port"},
    {"https://Council.EXAMPLE/Jobs/feed.json", false,
     "https://council.example/Jobs/feed.json", "https://council.example/Jobs/",
     "council.example", "hosts have no case, paths have"},
    {"https://[2001:DB8::1]/a/", false, "https://[2001:db8::1]/a/feed.json",
     "https://[2001:db8::1]/a/", "[2001:db8::1]", "a number for a host"},
    {"https://council.example/a..b/...c/", false,
     "https://council.example/a..b/...c/feed.json",
     "https://council.example/a..b/...c/", "council.example",
     "dots that lead nowhere"},
    {"http://127.0.0.1:8000/", true, "http://127.0.0.1:8000/feed.json",
     "http://127.0.0.1:8000/", "127.0.0.1:8000", "this machine, when allowed"},
    {"http://localhost/a/", true, "http://localhost/a/feed.json",
     "http://localhost/a/", "localhost", "by its name"},
    {"http://[::1]:80/", true, "http://[::1]:80/feed.json", "http://[::1]:80/",
     "[::1]:80", "in the other numbers"},
    {"https://127.0.0.1/", true, "https://127.0.0.1/feed.json",
     "https://127.0.0.1/", "127.0.0.1", "the flag takes nothing away"},
};

Test(feed_address, an_address_names_an_index_and_the_folder_it_lies_in)
{
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct address address = {0};
        sg_error error = {0};
        cr_assert_eq(address_read(good[i].text, good[i].plain_http, &arena,
                                  &address, &error),
                     SG_OK, "%s: %s", good[i].reason, error.message);
        cr_expect_str_eq(address.url, good[i].url, "%s", good[i].reason);
        cr_expect_str_eq(address.folder, good[i].folder, "%s", good[i].reason);
        cr_expect_str_eq(address.host, good[i].host, "%s", good[i].reason);
    }
}

static const struct {
    const char *text;
    bool plain_http;
    const char *reason;
} bad[] = {
    {"", false, "nothing"},
    {"feed.json", false, "no scheme"},
    {"//council.example/", false, "no scheme either"},
    {"council.example/jobs/", false, "a host alone, as people write it"},
    {"HTTPS://council.example/", false, "large letters"},
    {" https://council.example/", false, "a space before it"},
    {"https://council.example/ ", false, "a space behind it"},
    {"https://council.example/a b/", false, "a space within"},
    {"https://council.example/\n", false, "a line end"},
    {"https://council.example/\x7f", false, "a sign that cannot be seen"},
    {"https://council.example/\xC3\xA9/", false, "a letter beyond ASCII"},
    {"https://", false, "no host"},
    {"https:///feed.json", false, "no host, but a path"},
    {"https:/council.example/", false, "one slash"},
    {"https:council.example", false, "none"},
    {"https://me@council.example/", false, "a name"},
    {"https://me:secret@council.example/", false, "a password"},
    {"https://council.example@evil.example/", false, "a host as a name"},
    {"https://@council.example/", false, "an empty name"},
    {"https://council.example/a@b/", false, "what some take for a name"},
    {"https://council.example/feed?x=1", false, "a question"},
    {"https://council.example?x=1", false, "a question of a bare host"},
    {"https://council.example/#a", false, "a mark"},
    {"https://council.example#@evil.example/", false, "a mark of a bare host"},
    {"https://council.example/%2e%2e/", false, "hidden dots"},
    {"https://council.example/a%00b/", false, "a hidden end"},
    {"https://council.example/a/../b/", false, "a way up"},
    {"https://council.example/../feed.json", false, "a way up from the top"},
    {"https://council.example\\@evil.example/", false, "a backslash"},
    {"https://council.example/a\\b/", false, "a backslash in the path"},
    {"https://council.example/\"x\"/", false, "quotes"},
    {"https://council.example/<x>/", false, "brackets"},
    {"https://council.example/{a,b}/", false, "a list, as curl reads it"},
    {"https://council.example/a|b/", false, "a pipe"},
    {"http://council.example/", false, "sent in the open"},
    {"http://council.example/", true, "the flag is for this machine alone"},
    {"http://127.0.0.1/", false, "this machine, without the flag"},
    {"http://localhost/", false, "by its name, without the flag"},
    {"http://127.0.0.1.evil.example/", true, "a host that looks like it"},
    {"http://localhost.evil.example/", true, "by its name"},
    {"http://localhosts/", true, "one letter more"},
    {"http://127.0.0.10/", true, "one digit more"},
    {"http://127.0.0.1@evil.example/", true, "as a name"},
    {"http://", true, "no host"},
    {"ftp://council.example/", false, "another scheme"},
    {"https://council.example/jobs/index.json", false,
     "an index has one name, or its signature would be looked for elsewhere"},
    {"file:///etc/passwd", true, "a file"},
    {"javascript:alert(1)", false, "no address at all"},
};

Test(feed_address, what_could_be_read_in_two_ways_is_refused)
{
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct address address = {0};
        sg_error error = {0};
        cr_expect_eq(address_read(bad[i].text, bad[i].plain_http, &arena,
                                  &address, &error),
                     SG_USAGE, "%s: '%s'", bad[i].reason, bad[i].text);
        cr_expect_str_eq(error.reason, "address", "%s", bad[i].reason);
        cr_expect_null(address.url, "%s", bad[i].reason);
        cr_expect_gt(strlen(error.message), 0, "%s", bad[i].reason);
    }
}

/* Each of them has a second reading: curl takes dots out of a path, and what a
 * host without a name or a port beyond all ports means is anybody's guess. */
static const struct {
    const char *text;
    const char *reason;
} two_readings[] = {
    {"https://council.example/jobs/..", "a way up at the end"},
    {"https://council.example/./feed.json", "a part that is none"},
    {"https://council.example/jobs/.", "the same at the end"},
    {"https://council.example//feed.json", "an empty part"},
    {"https://council.example/a//b/", "an empty part within"},
    {"https://:443/feed.json", "a port without a host"},
    {"https://council.example:/feed.json", "a colon without a port"},
    {"https://council.example:x/", "a port of letters"},
    {"https://council.example:99999/", "no port has such a number"},
    {"https://me:secret/feed.json", "half a password, the @ forgotten"},
};

Test(feed_address, what_curl_would_write_in_another_way_is_refused)
{
    for (size_t i = 0; i < sizeof two_readings / sizeof *two_readings; i++) {
        struct address address = {0};
        cr_expect_eq(
            address_read(two_readings[i].text, false, &arena, &address, NULL),
            SG_USAGE, "%s: '%s'", two_readings[i].reason, two_readings[i].text);
    }
}

Test(feed_address, a_password_is_never_repeated)
{
    static const char *const texts[] = {
        "https://me:hunter2@council.example/", "https://hunter2@x/a?b",
        "HTTPS://me:hunter2@council.example/", "ftp://me:hunter2@x/",
        "http://me:hunter2@council.example/"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct address address = {0};
        sg_error error = {0};
        cr_expect_eq(address_read(texts[i], false, &arena, &address, &error),
                     SG_USAGE);
        cr_expect_null(strstr(error.message, "hunter2"), "%s", error.message);
        cr_expect_null(strstr(error.file, "hunter2"), "%s", error.file);
    }
}

Test(feed_address, an_address_has_a_most_length)
{
    char text[2000];
    for (size_t size = 990; size <= 1010; size++) {
        struct address address = {0};
        const int lead = snprintf(text, sizeof text, "https://c.example/");
        memset(text + lead, 'a', size - (size_t)lead);
        text[size] = '\0';
        cr_expect_eq(address_read(text, false, &arena, &address, NULL),
                     size <= 1000 ? SG_OK : SG_USAGE, "%zu letters", size);
    }
}

static const struct {
    const char *url;
    const char *path; /* NULL: it is not the feed's */
    const char *reason;
} files[] = {
    {"frameworks/county-2.json", "frameworks/county-2.json", "as we write it"},
    {"county.json", "county.json", "beside the index"},
    {"a/b/c_d.1-2.json", "a/b/c_d.1-2.json", "deeper"},
    {"https://c.example/feed/frameworks/a.json", "frameworks/a.json",
     "absolute, in the feed's folder"},
    {"https://c.example/feedX/a.json", NULL, "a folder that looks like it"},
    {"https://c.example/feed", NULL, "the folder itself, without its slash"},
    {"https://c.example/feed/", NULL, "the folder itself"},
    {"https://c.example/a.json", NULL, "the folder above"},
    {"https://c.example/feed/../a.json", NULL, "a way up"},
    {"https://c.example.evil.example/feed/a.json", NULL, "a longer host"},
    {"https://evil.example/feed/a.json", NULL, "another host"},
    {"http://c.example/feed/a.json", NULL, "in the open"},
    {"https://c.example:443/feed/a.json", NULL, "written in another way"},
    {"https://C.example/feed/a.json", NULL, "with another case"},
    {"https://c.example/feed/https://c.example/feed/a.json", NULL, "twice"},
    {"//evil.example/a.json", NULL, "a host without a scheme"},
    {"/feed/a.json", NULL, "from the top"},
    {"../a.json", NULL, "a way up"},
    {"frameworks/../a.json", NULL, "a way up within"},
    {"frameworks/..", NULL, "a way up at the end"},
    {"./a.json", NULL, "a part that is none"},
    {"frameworks//a.json", NULL, "an empty part"},
    {"frameworks/", NULL, "a folder"},
    {"frameworks/a.json/", NULL, "a file as a folder"},
    {".hidden.json", NULL, "a hidden file"},
    {"frameworks/.a.json", NULL, "a hidden file in a folder"},
    {".git/a.json", NULL, "a hidden folder"},
    {".json", NULL, "an ending without a name"},
    {"a/.json", NULL, "the same in a folder"},
    {"plugin.so", NULL, "a program"},
    {"frameworks/county.so", NULL, "a program among the frameworks"},
    {"a.json.so", NULL, "a program with another ending before"},
    {"a.json%00.so", NULL, "a hidden end"},
    {"a%2f..%2fb.json", NULL, "hidden slashes"},
    {"A.json", NULL, "large letters, which some disks do not tell apart"},
    {"a.JSON", NULL, "a large ending"},
    {"a b.json", NULL, "a space"},
    {"a\\b.json", NULL, "a backslash"},
    {"a.json?x", NULL, "a question"},
    {"a.json#x", NULL, "a mark"},
    {"a.json\n", NULL, "a line end"},
    {"c:a.json", NULL, "a drive"},
    {"\xC3\xA9.json", NULL, "a letter beyond ASCII"},
    {"a.jsonx", NULL, "a longer ending"},
    {"", NULL, "nothing"},
};

Test(feed_address, a_file_of_the_feed_lies_in_its_folder_and_is_json)
{
    const struct address address = {.url = "https://c.example/feed/feed.json",
                                    .folder = "https://c.example/feed/",
                                    .host = "c.example"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *path = address_path(&address, files[i].url);
        if (files[i].path)
            cr_expect_str_eq(path ? path : "none", files[i].path, "%s: %s",
                             files[i].reason, files[i].url);
        else
            cr_expect_null(path, "%s: %s gives %s", files[i].reason,
                           files[i].url, path);
    }
}

Test(feed_address, a_path_has_a_most_length)
{
    const struct address address = {.folder = "https://c.example/"};
    char path[400];
    for (size_t size = 295; size <= 305; size++) {
        memset(path, 'a', size);
        strcpy(path + size - strlen(".json"), ".json");
        cr_expect_eq(address_path(&address, path) != NULL, size <= 300, "%zu",
                     size);
    }
}

static const struct {
    const char *url;
    bool holds;
    const char *reason;
} redirects[] = {
    {"https://c.example/feed/feed.json", true, "where it was"},
    {"https://c.example/feed/2026/feed.json", true, "further down"},
    {"https://c.example/feedX/feed.json", false, "a folder that looks like it"},
    {"https://c.example/", false, "the folder above"},
    {"https://c.example/feed/../x", false, "a way up"},
    {"https://c.example/feed/%2e%2e/x", false, "a hidden way up"},
    {"https://c.example/feed/..%2fx", false, "half hidden"},
    {"http://c.example/feed/feed.json", false, "in the open"},
    {"https://evil.example/feed/feed.json", false, "another host"},
    {"https://c.example:8443/feed/feed.json", false, "another port"},
};

Test(feed_address, a_redirect_stays_in_the_folder)
{
    const struct address address = {.folder = "https://c.example/feed/"};
    for (size_t i = 0; i < sizeof redirects / sizeof *redirects; i++)
        cr_expect_eq(address_holds(&address, redirects[i].url),
                     redirects[i].holds, "%s: %s", redirects[i].reason,
                     redirects[i].url);
}

Test(feed_address, a_redirect_may_not_end_in_a_way_up)
{
    const struct address address = {.folder = "https://c.example/feed/"};
    cr_expect_not(address_holds(&address, "https://c.example/feed/.."));
    cr_expect_not(address_holds(&address, "https://c.example/feed/a/.."));
}
