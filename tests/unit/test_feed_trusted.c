/* SPDX-License-Identifier: MIT */
/* What a trusted comment says was signed. */
#include "feed/trusted.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(feed_trusted, .timeout = 20);

#define INDEX "skillgap-feed:1"
#define FRAMEWORK "skillgap-framework:1"

static const struct {
    const char *comment;
    const char *feed, *framework;
    uint32_t serial;
    const char *reason;
} good[] = {
    {INDEX "\tfeed:a\tserial:7\ttimestamp:1795000000", "a", "", 7, "an index"},
    {FRAMEWORK "\tfeed:a\tframework:county\tserial:2\ttimestamp:1", "a",
     "county", 2, "a framework"},
    {INDEX "\tserial:7\tfeed:a", "a", "", 7, "in another order"},
    {INDEX "\tfeed:a\tserial:1\tnew-field:x\tfile:feed.json", "a", "", 1,
     "fields of a later time"},
    {INDEX "\tfeed:a:b\tserial:1", "a:b", "", 1, "a colon in the id"},
    {INDEX "\tfeed:a\tserial:2147483647", "a", "", INT32_MAX, "the most"},
    {INDEX "\tmyfeed:b\tfeed:a\tfeedx:c\tserial:1\tserials:9", "a", "", 1,
     "names that only look alike"},
};

Test(feed_trusted, a_comment_says_which_feed_which_framework_which_number)
{
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct trusted trusted;
        cr_assert(trusted_read(good[i].comment, &trusted), "%s",
                  good[i].reason);
        cr_expect_str_eq(trusted.feed, good[i].feed, "%s", good[i].reason);
        cr_expect_str_eq(trusted.framework, good[i].framework, "%s",
                         good[i].reason);
        cr_expect_eq(trusted.serial, good[i].serial, "%s", good[i].reason);
    }
}

static const struct {
    const char *comment;
    const char *reason;
} bad[] = {
    {"", "nothing"},
    {"timestamp:1795000000\tfile:feed.json\thashed", "of minisign itself"},
    {INDEX, "the lead alone"},
    {INDEX "\t", "the lead and nothing behind it"},
    {"skillgap-feed:2\tfeed:a\tserial:1", "of a later time"},
    {"skillgap-feed:11\tfeed:a\tserial:1", "a lead that only begins so"},
    {"skillgap-feed:1x\tfeed:a\tserial:1", "likewise"},
    {"skillgap-feed:1 feed:a serial:1", "spaces for tabs"},
    {" " INDEX "\tfeed:a\tserial:1", "a space before it"},
    {"\t" INDEX "\tfeed:a\tserial:1", "a tab before it"},
    {"x\t" INDEX "\tfeed:a\tserial:1", "something else first"},
    {"Skillgap-feed:1\tfeed:a\tserial:1", "large letters"},
    {INDEX "\tserial:1", "no feed"},
    {INDEX "\tfeed:a", "no serial"},
    {INDEX "\tfeed:\tserial:1", "an empty feed"},
    {INDEX "\tfeed\tserial:1", "a feed without a value"},
    {INDEX "\tfeed:a\tserial:", "an empty serial"},
    {FRAMEWORK "\tfeed:a\tserial:1", "no framework"},
    {FRAMEWORK "\tfeed:a\tframework:\tserial:1", "an empty framework"},
    {INDEX "\tfeed:a\tfeed:b\tserial:1", "two feeds"},
    {INDEX "\tfeed:a\tfeed:a\tserial:1", "the same feed twice"},
    {INDEX "\tfeed:a\tserial:1\tserial:2", "two serials"},
    {FRAMEWORK "\tfeed:a\tframework:b\tframework:c\tserial:1",
     "two frameworks"},
    {INDEX "\tfeed:a\tserial:0", "zero"},
    {INDEX "\tfeed:a\tserial:000", "zero, written longer"},
    {INDEX "\tfeed:a\tserial:-1", "less than zero"},
    {INDEX "\tfeed:a\tserial:+1", "a sign"},
    {INDEX "\tfeed:a\tserial: 1", "a space"},
    {INDEX "\tfeed:a\tserial:1 ", "a space behind it"},
    {INDEX "\tfeed:a\tserial:0x1", "other digits"},
    {INDEX "\tfeed:a\tserial:1e3", "a power"},
    {INDEX "\tfeed:a\tserial:1.0", "a fraction"},
    {INDEX "\tfeed:a\tserial:2147483648", "one too many"},
    {INDEX "\tfeed:a\tserial:4294967297", "one, if it wrapped round"},
    {INDEX "\tfeed:a\tserial:18446744073709551617", "one, wrapped further"},
    {INDEX "\tfeed:a\tserial:00000000001", "eleven digits"},
    {INDEX "\tfeed:a\tserial:\xD9\xA1", "digits of another script"},
};

Test(feed_trusted, the_comment_of_anything_else_is_none)
{
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct trusted trusted;
        cr_expect_not(trusted_read(bad[i].comment, &trusted), "%s: %s",
                      bad[i].reason, bad[i].comment);
    }
}

Test(feed_trusted, a_framework_is_never_taken_for_an_index_or_the_other_way)
{
    struct trusted trusted;
    cr_assert(
        trusted_read(FRAMEWORK "\tfeed:a\tframework:b\tserial:1", &trusted));
    cr_expect_str_eq(trusted.framework, "b");
    cr_expect_not(
        trusted_read("skillgap-feed:1\tskillgap-framework:1", &trusted));
    cr_expect_str_eq(trusted.framework, "");
    cr_expect_eq(trusted.serial, 0);
}

Test(feed_trusted, ids_longer_than_any_are_refused_and_not_cut)
{
    for (size_t size = 95; size < 110; size++) {
        char comment[600], id[200];
        struct trusted trusted;
        memset(id, 'a', size);
        id[size] = '\0';
        snprintf(comment, sizeof comment,
                 FRAMEWORK "\tfeed:%s\tframework:%s\tserial:3", id, id);
        const bool read = trusted_read(comment, &trusted);
        cr_expect_eq(read, size < TRUSTED_ROOM, "%zu letters", size);
        if (read)
            cr_expect_str_eq(trusted.framework, id);
    }
}

static void expect_round_trip(const char *feed, const char *framework,
                              uint32_t serial)
{
    struct trusted given = {.serial = serial}, got;
    struct buffer out = {0};
    strcpy(given.feed, feed);
    strcpy(given.framework, framework);
    trusted_write(&given, 18446744073709551615u, &out);
    cr_assert_not(out.failed);
    cr_assert(trusted_read(out.data, &got), "%s", out.data);
    cr_expect_str_eq(got.feed, feed);
    cr_expect_str_eq(got.framework, framework);
    cr_expect_eq(got.serial, serial);
    cr_expect_null(strpbrk(out.data, "\r\n"), "one line");
    buffer_done(&out);
}

Test(feed_trusted, what_is_written_is_read_as_it_was)
{
    expect_round_trip("feed-E7620F1842B4E81F", "", 1);
    expect_round_trip("feed-E7620F1842B4E81F", "county", 2);
    expect_round_trip("uk.gov:a_b+c-d.1", "st-albans", INT32_MAX);
    expect_round_trip("serial", "feed", 3);
}

Test(feed_trusted, a_comment_is_written_as_the_format_has_it)
{
    struct trusted trusted = {"a", "", 7};
    struct buffer out = {0};
    trusted_write(&trusted, 1795000000, &out);
    cr_expect_str_eq(out.data,
                     "skillgap-feed:1\tfeed:a\tserial:7\ttimestamp:1795000000");
    buffer_done(&out);
    strcpy(trusted.framework, "county");
    trusted_write(&trusted, 0, &out);
    cr_expect_str_eq(out.data, "skillgap-framework:1\tfeed:a\tframework:county"
                               "\tserial:7\ttimestamp:0");
    buffer_done(&out);
}
