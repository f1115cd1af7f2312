/* SPDX-License-Identifier: MIT */
/* Partial results: written, read back and added up in any order; and refused
 * where they were changed, damaged or made for something else. */
#include "hr_people.h"
#include "rounds.h"
#include "support.h"

#include "model/tally.h"
#include "write/partial.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

enum { PEOPLE = 60, QUESTIONS = 3, MODE_BITS = 0777 };

static sg_catalogue *catalogue;
static char folder[] = "/tmp/skillgap-partial-XXXXXX";
static char path[64];

static void begin(void)
{
    catalogue = support_catalogue(false);
    cr_assert_not_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/p.json", folder);
}

static void end(void)
{
    unlink(path);
    rmdir(folder);
    sg_catalogue_free(catalogue);
}

TestSuite(workforce_partial, .init = begin, .fini = end);

static sg_tally *tally_of(uint32_t first, uint32_t last, int which)
{
    struct hr_export export = {0};
    const sg_tally_request asked = {.target = (sg_needs_target)which,
                                    .to = hr_role(catalogue, "1366")};

    for (uint32_t n = first; n < last; n++)
        hr_person(&export, n);
    sg_tally *tally = hr_tally(catalogue, &export, &asked);
    hr_export_done(&export);
    return tally;
}

/* What the reader says of so many bytes; its reason is kept. */
static sg_status read_bytes(const char *bytes, size_t size, sg_tally **tally,
                            sg_error *error)
{
    *error = (sg_error){0};
    hr_write(path, bytes, size);
    const sg_status status =
        sg_tally_read(catalogue, path, NULL, NULL, tally, error);
    cr_assert_eq(*tally != NULL, status == SG_OK);
    return status;
}

/* ---- there and back ---- */

Test(workforce_partial, written_and_read_it_is_the_same)
{
    umask(0);
    for (int which = 0; which < QUESTIONS; which++) {
        sg_tally *tally = tally_of(0, PEOPLE, which);
        sg_tally *again = NULL;
        sg_error error = {0};
        struct stat about;
        char *before = write_partial(tally);
        cr_assert_eq(sg_tally_write(tally, path, &error), SG_OK);
        cr_assert_eq(stat(path, &about), 0);
        cr_expect_eq(about.st_mode & MODE_BITS, 0600, "it is about people");
        cr_assert_eq((size_t)about.st_size, strlen(before));
        cr_assert_eq(sg_tally_read(catalogue, path, NULL, NULL, &again, &error),
                     SG_OK, "%s", error.message);
        char *after = write_partial(again);
        cr_expect_str_eq(before, after);
        cr_expect_eq(again->staff, PEOPLE);
        cr_expect_eq(tally_assessed(again), tally_assessed(tally));
        free(before);
        free(after);
        sg_tally_free(again);
        sg_tally_free(tally);
    }
}

/* Every hand-over by file, in any order, ends with the bytes of all at once. */
static char *added_up(uint32_t seed, int which)
{
    enum { PARTS_MOST = 6 };
    sg_tally *parts[PARTS_MOST] = {0};
    struct hr_export exports[PARTS_MOST] = {{.posts = {0}}};
    sg_tally *sum = NULL;
    sg_error error = {0};

    srand(seed);
    for (uint32_t n = 0; n < PEOPLE; n++)
        hr_person(&exports[rand() % PARTS_MOST], n);
    for (int i = 0; i < PARTS_MOST; i++) {
        if (!exports[i].posts.size)
            continue;
        const sg_tally_request asked = {.target = (sg_needs_target)which,
                                        .to = hr_role(catalogue, "1366")};
        parts[i] = hr_tally(catalogue, &exports[i], &asked);
        hr_export_done(&exports[i]);
    }
    for (int left = PARTS_MOST; left > 0; left--) {
        const int at = rand() % left;
        sg_tally *one = parts[at];
        parts[at] = parts[left - 1];
        if (one && rand() % 2) {
            sg_tally *read = NULL;
            cr_assert_eq(sg_tally_write(one, path, &error), SG_OK);
            cr_assert_eq(
                sg_tally_read(catalogue, path, NULL, NULL, &read, &error),
                SG_OK, "%s", error.message);
            sg_tally_free(one);
            one = read;
        }
        if (sum && one) {
            cr_assert_eq(sg_tally_add(sum, one, &error), SG_OK);
            sg_tally_free(one);
        } else if (one) {
            sum = one;
        }
    }
    char *text = write_partial(sum);
    sg_tally_free(sum);
    return text;
}

Test(workforce_partial, added_in_any_order_it_is_that_of_all_at_once)
{
    enum { SPLITS = ROUNDS(8, 3) };

    for (int which = 0; which < QUESTIONS; which++) {
        sg_tally *all = tally_of(0, PEOPLE, which);
        char *expected = write_partial(all);
        for (uint32_t seed = 1; seed <= SPLITS; seed++) {
            char *text = added_up(seed, which);
            cr_expect_str_eq(text, expected, "seed %u", seed);
            free(text);
        }
        free(expected);
        sg_tally_free(all);
    }
}

/* ---- single holders ---- */

#define TWO_ROWS HR_POSTS "P1,1387,Tax,,\nP2,1387,Tax,,\n"

/* Who is named as the one who meets the NVQ 3 of Administrator 1. */
static char *holders(const char *posts, const char *awards)
{
    struct hr_export export = {0};
    const sg_tally_request asked = {.target = SG_NEEDS_ROLE,
                                    .to = hr_role(catalogue, "1366")};

    buffer_puts(&export.posts, posts);
    buffer_puts(&export.awards, awards);
    sg_tally *tally = hr_tally(catalogue, &export, &asked);
    char *text = write_partial(tally);
    sg_tally_free(tally);
    hr_export_done(&export);
    return text;
}

static const struct {
    const char *awards, *named, *not_named, *why;
} held[] = {
    {HR_AWARDS "P1,NVQ 3 Business Administration,3,NVQ,held,,\n", "\"P1\"",
     "\"P2\"", "the first alone"},
    {HR_AWARDS "P2,NVQ 3 Business Administration,3,NVQ,held,,\n", "\"P2\"",
     "\"P1\"", "the second alone"},
    {HR_AWARDS "P1,NVQ 3 Business Administration,3,NVQ,held,,\n"
               "P2,NVQ 3 Business Administration,3,NVQ,held,,\n",
     "\"holders\"", "\"P", "where two have it, neither is named"},
};

Test(workforce_partial, who_alone_holds_something_is_named_and_nobody_else)
{
    for (size_t i = 0; i < COUNT(held); i++) {
        char *text = holders(TWO_ROWS, held[i].awards);
        cr_expect_not_null(strstr(text, held[i].named), "%s", held[i].why);
        cr_expect_null(strstr(text, held[i].not_named), "%s", held[i].why);
        free(text);
    }
}

/* ---- other questions ---- */

static const struct {
    sg_needs_target target;
    const char *to, *today, *reason; /* NULL: they add up */
} others[] = {
    {SG_NEEDS_ROLE, "1366", HR_TODAY, NULL},
    {SG_NEEDS_ROLE, "1367", HR_TODAY, "other-question"},
    {SG_NEEDS_ROLE, "st-albans/community-support-2", HR_TODAY,
     "other-question"},
    {SG_NEEDS_ROLE, "1366", "2026-11-23", "other-question"},
    {SG_NEEDS_NEXT, "1366", HR_TODAY, "other-question"},
    {SG_NEEDS_STATED, "1366", HR_TODAY, "other-question"},
};

Test(workforce_partial, another_day_or_target_does_not_add_up)
{
    for (size_t i = 0; i < COUNT(others); i++) {
        struct hr_export export = {0};
        const sg_tally_request asked = {.target = others[i].target,
                                        .to = hr_role(catalogue, others[i].to),
                                        .today = others[i].today};
        sg_tally *tally = tally_of(0, 20, SG_NEEDS_ROLE);
        sg_error error = {0};
        char *before = write_partial(tally);
        hr_person(&export, 30);
        sg_tally *more = hr_tally(catalogue, &export, &asked);
        const sg_status status = sg_tally_add(tally, more, &error);
        cr_expect_eq(status, others[i].reason ? SG_INPUT : SG_OK, "%zu", i);
        if (others[i].reason) {
            char *after = write_partial(tally);
            cr_expect_str_eq(error.reason, others[i].reason);
            cr_expect_str_eq(before, after, "it is left as it was");
            free(after);
        }
        free(before);
        hr_export_done(&export);
        sg_tally_free(more);
        sg_tally_free(tally);
    }
}

/* ---- changed by hand ---- */

/* The text with its first `from` exchanged for `to`. */
static char *with(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    char *changed = calloc(1, strlen(text) + strlen(to) + 1);

    cr_assert(at && changed, "'%s' is not there", from);
    memcpy(changed, text, (size_t)(at - text));
    strcat(changed, to);
    strcat(changed, at + strlen(from));
    return changed;
}

static const struct {
    const char *from, *to, *reason;
} changes[] = {
    {"\"county/administrator-1\"", "\"county/administrator-9\"",
     "other-framework"},
    {"{\"role\":\"county/administrator-1\"", "{\"role\":\"x/y\"",
     "other-framework"},
    {"{\"role\":\"county/admin-assistant-1\"", "{\"role\":\"x/y\"",
     "other-framework"},
    {"\"lines\":[\"", "\"lines\":[\"0", "other-framework"},
    {"\"lines\":[\"", "\"lines\":[\"x\",\"", "other-framework"},
    {"\"to\":\"county/administrator-1\",", "", "sums"},
    {"{\"role\":\"county/admin-assistant-1\"",
     "{\"role\":\"county/admin-assistant-2\"", "sums"},
    {"\"name\":\"Parks\"", "\"name\":\"Tax\"", "sums"},
    {"skillgap-partial/1", "skillgap-perhaps/1", "wrong-format"},
};

Test(workforce_partial, what_was_made_with_something_else_is_refused)
{
    sg_tally *tally = tally_of(0, PEOPLE, SG_NEEDS_ROLE);
    char *text = write_partial(tally);

    for (size_t i = 0; i < COUNT(changes); i++) {
        char *changed = with(text, changes[i].from, changes[i].to);
        sg_tally *read = NULL;
        sg_error error;
        cr_expect_eq(read_bytes(changed, strlen(changed), &read, &error),
                     SG_INPUT, "%s", changes[i].to);
        cr_expect_str_eq(error.reason, changes[i].reason, "%s: %s",
                         changes[i].to, error.message);
        sg_tally_free(read);
        free(changed);
    }
    free(text);
    sg_tally_free(tally);
}

/* Where the next number stands that is no part of a text; NULL: none. */
static const char *next_number(const char *at)
{
    bool in_text = false;

    for (; *at; at++) {
        in_text ^= *at == '"';
        if (!in_text && isdigit((unsigned char)*at))
            return at;
    }
    return NULL;
}

static char *with_number(const char *text, const char *at, long number)
{
    char *changed = calloc(1, strlen(text) + 24);
    char *after;

    cr_assert_not_null(changed);
    strtol(at, &after, 10);
    sprintf(changed, "%.*s%ld%s", (int)(at - text), text, number, after);
    return changed;
}

/* Nothing stands against these: who has several posts, which rows were left
 * out, and what runs out, so long as it is no more than is met. */
static bool is_free(const char *text, const char *at)
{
    static const char *const before[] = {"\"several_posts\":",
                                         "\"rejected_rows\":"};
    const char *expiring = NULL;

    for (size_t i = 0; i < COUNT(before); i++)
        if (at >= text + strlen(before[i]) &&
            strncmp(at - strlen(before[i]), before[i], strlen(before[i])) == 0)
            return true;
    for (const char *list = text;
         (list = strstr(list, "\"expiring\":")) && list < at; list++)
        expiring = list;
    return expiring && strchr(expiring, ']') > at;
}

/* Any one number, a little or much larger, or none. */
Test(workforce_partial, any_count_changed_by_hand_is_refused)
{
    static const long more[] = {1, 4, 2147483600};

    for (int which = 0; which < QUESTIONS; which++) {
        sg_tally *tally = tally_of(0, 12, which);
        char *text = write_partial(tally);
        unsigned tried = 0;
        for (const char *at = next_number(text); at;) {
            char *after;
            const long number = strtol(at, &after, 10);
            for (size_t i = 0; !is_free(text, at) && i < COUNT(more);
                 i++, tried++) {
                char *changed = with_number(text, at, number + more[i]);
                sg_tally *read = NULL;
                sg_error error;
                cr_expect_eq(
                    read_bytes(changed, strlen(changed), &read, &error),
                    SG_INPUT, "%ld at byte %td", number, at - text);
                cr_expect_str_eq(error.reason, "sums", "%s", error.message);
                sg_tally_free(read);
                free(changed);
            }
            at = next_number(after);
        }
        cr_expect_gt(tried, 100);
        free(text);
        sg_tally_free(tally);
    }
}

/* One less of a count and one more of the next: rows still add up. */
Test(workforce_partial, a_person_moved_to_another_count_is_refused)
{
    sg_tally *tally = tally_of(0, 12, SG_NEEDS_ROLE);
    char *text = write_partial(tally);
    unsigned tried = 0;

    for (const char *at = next_number(text); at;) {
        char *after;
        const long number = strtol(at, &after, 10);
        if (number > 0 && *after == ',' && isdigit((unsigned char)after[1]) &&
            !is_free(text, at)) {
            char *more =
                with_number(text, after + 1, strtol(after + 1, NULL, 10) + 1);
            char *both = with_number(more, more + (at - text), number - 1);
            sg_tally *read = NULL;
            sg_error error;
            cr_expect_eq(read_bytes(both, strlen(both), &read, &error),
                         SG_INPUT, "at byte %td", at - text);
            cr_expect_str_eq(error.reason, "sums", "%s", error.message);
            sg_tally_free(read);
            free(both);
            free(more);
            tried++;
        }
        at = next_number(after);
    }
    cr_expect_gt(tried, 30);
    free(text);
    sg_tally_free(tally);
}

/* ---- damaged ---- */

Test(workforce_partial, cut_anywhere_it_is_refused)
{
    enum { STEP = ROUNDS(37, 113) };
    sg_tally *tally = tally_of(0, PEOPLE, SG_NEEDS_NEXT);
    char *text = write_partial(tally);
    const size_t size = strlen(text);
    sg_error error;

    for (size_t cut = 0; cut < size; cut += STEP) {
        sg_tally *read = NULL;
        /* The line's end may be missing. */
        cr_expect_eq(
            read_bytes(text, cut < size - 1 ? cut : cut - 1, &read, &error),
            SG_INPUT, "%zu of %zu bytes", cut, size);
        sg_tally_free(read);
    }
    free(text);
    sg_tally_free(tally);
}

/* Whatever a byte becomes: read, then it is whole, or refused. */
Test(workforce_partial, with_a_byte_changed_it_is_whole_or_refused)
{
    enum { STEP = ROUNDS(11, 37) };
    static const char other[] = "9\"{]\xFF-";
    sg_tally *tally = tally_of(0, 20, SG_NEEDS_STATED);
    char *text = write_partial(tally);
    const size_t size = strlen(text);

    for (size_t at = 0; at < size; at += STEP) {
        const char was = text[at];
        sg_tally *read = NULL;
        sg_error error;
        text[at] = other[at / STEP % (sizeof other - 1)];
        const sg_status status = read_bytes(text, size, &read, &error);
        cr_expect(status == SG_OK || status == SG_INPUT);
        if (read) {
            char *again = write_partial(read);
            cr_expect_not_null(again);
            cr_expect_leq(tally_assessed(read), read->staff);
            free(again);
        }
        sg_tally_free(read);
        text[at] = was;
    }
    free(text);
    sg_tally_free(tally);
}

/* ---- requests that cannot be ---- */

Test(workforce_partial, requests_that_cannot_be_are_refused)
{
    sg_tally *tally = NULL;
    sg_error error = {0};
    const sg_role none = {.framework = 99};

    hr_write(path, HR_POSTS "P,1366,,,\nQ\n", strlen(HR_POSTS) + 12);
    sg_tally_request request = {.staff = path, .today = "2026-02-30"};
    cr_expect_eq(sg_tally_new(catalogue, &request, &tally, &error), SG_USAGE);
    cr_expect_str_eq(error.reason, "bad-date");
    error = (sg_error){0};
    request.today = HR_TODAY;
    request.to = none;
    cr_expect_eq(sg_tally_new(catalogue, &request, &tally, &error), SG_USAGE);
    cr_expect_str_eq(error.reason, "no-role");
    error = (sg_error){0};
    request.target = SG_NEEDS_NEXT;
    request.strict = true;
    cr_expect_eq(sg_tally_new(catalogue, &request, &tally, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "ragged-row");
    cr_expect_null(tally);
    sg_tally_free(NULL);
}
