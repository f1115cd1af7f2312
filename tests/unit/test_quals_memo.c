/* SPDX-License-Identifier: MIT */
/* Titles that were read before: the same reading with and without, whatever
 * else was read, and however many there are.
 *
 * The memo itself is compiled here once more, asking for memory from functions
 * that fail on demand. */
#include "support.h"

#include "quals/title.h"
#include "read/quals.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* So many more pieces of memory are there. -1: no end to it. */
static long pieces_left = -1;

static bool is_spent(void)
{
    if (pieces_left > 0)
        pieces_left--;
    return pieces_left == 0;
}

static void *spare_calloc(size_t count, size_t size)
{
    return is_spent() ? NULL : calloc(count, size);
}

static void *spare_realloc(void *place, size_t size)
{
    return is_spent() ? NULL : realloc(place, size);
}

#define calloc spare_calloc
#define realloc spare_realloc

#include "../../core/base/arena.c"
#include "../../core/base/strings.c"
#include "../../core/quals/memo.c"

#undef calloc
#undef realloc

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Some that open everything, some that are nothing, some alike. */
static const char *const titles[] = {
    "NVQ 3",
    "NVQ 3 ",
    "nvq 3",
    "NVQ 2 Business Administration",
    "working towards NVQ 3 bus admin",
    "C&G 5528 L2 Dip Bus Admin 601/3607/8",
    "5 GCSEs A*-C incl. Maths and English",
    "GCSE Maths C",
    "GCSE Maths",
    "2 A levels",
    "HNC Public Administration",
    "BTEC National Diploma",
    "ECDL",
    "Level 3 Award in First Aid at Work",
    "driving licence",
    "BA (Hons) Geography 2:1",
    "NVQ 2 and NVQ 3",
    "degree, University of Lagos",
    "Zzz",
    "",
    " ",
    "\xC3\xA9\xFF\x01",
};

static struct quals *open_quals(void)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    sg_error error = {0};

    cr_assert_eq(read_quals(support_data(), reference, &quals, &error), SG_OK,
                 "%s", error.message);
    reference_free(reference);
    return quals;
}

/* Texts of a reading are the list's own, so that equal ones are one. */
static bool words_are_same(const sg_title_reading *a, const sg_title_reading *b)
{
    bool same =
        a->award == b->award && a->subject == b->subject &&
        a->subject_title == b->subject_title && a->successor == b->successor &&
        strcmp(a->level, b->level) == 0 && strcmp(a->number, b->number) == 0 &&
        a->grade_count == b->grade_count && a->note_count == b->note_count;

    for (uint32_t i = 0; same && i < a->grade_count; i++)
        same = strcmp(a->grades[i], b->grades[i]) == 0;
    for (uint32_t i = 0; same && i < a->note_count; i++)
        same = strcmp(a->notes[i], b->notes[i]) == 0;
    return same;
}

static bool is_same(const sg_title_reading *a, const sg_title_reading *b)
{
    return words_are_same(a, b) && a->type == b->type && a->scale == b->scale &&
           a->rqf_min == b->rqf_min && a->rqf_max == b->rqf_max &&
           a->level_assumed == b->level_assumed && a->size == b->size &&
           a->full == b->full && a->full_assumed == b->full_assumed &&
           a->status == b->status && a->count == b->count &&
           a->number_suspect == b->number_suspect && a->several == b->several &&
           a->not_a_qualification == b->not_a_qualification &&
           a->needs_human == b->needs_human &&
           a->valid_months == b->valid_months && a->open == b->open;
}

/* Reads it by the memo and plainly. */
static void check(struct title_memo *memo, const struct quals *quals,
                  const char *title, const char *why)
{
    sg_title_reading plain, kept;

    memset(&kept, 0xAA, sizeof kept);
    title_read(quals, title, &plain);
    title_memo_read(memo, quals, title, &kept);
    cr_assert(is_same(&plain, &kept), "'%s' is read otherwise %s", title, why);
}

Test(quals_memo, what_was_read_before_is_the_same_reading)
{
    struct quals *quals = open_quals();
    struct title_memo memo;

    title_memo_begin(&memo);
    for (size_t i = 0; i < COUNT(titles); i++)
        check(&memo, quals, titles[i], "the first time");
    cr_expect_eq(memo.titles.count, COUNT(titles), "each is kept once");
    for (size_t i = COUNT(titles); i-- > 0;)
        check(&memo, quals, titles[i], "the second time");
    cr_expect_eq(memo.titles.count, COUNT(titles), "none is kept twice");
    title_memo_done(&memo);
    quals_free(quals);
}

/* Otherwise the test above would hold for a memo that keeps nothing. */
Test(quals_memo, a_title_that_is_known_is_not_read_again)
{
    struct quals *quals = open_quals();
    struct title_memo memo;
    sg_title_reading reading;

    title_memo_begin(&memo);
    title_memo_read(&memo, quals, "NVQ 3", &reading);
    cr_assert_eq(memo.titles.count, 1);
    memo.readings[0].count = 77;
    title_memo_read(&memo, quals, "NVQ 3", &reading);
    cr_expect_eq(reading.count, 77, "it comes from the memo");
    title_memo_read(&memo, quals, "NVQ 2", &reading);
    cr_expect_neq(reading.count, 77, "and is of that title only");
    title_memo_done(&memo);
    quals_free(quals);
}

Test(quals_memo, what_the_caller_does_to_a_reading_is_not_kept)
{
    struct quals *quals = open_quals();
    struct title_memo memo;
    char title[] = "NVQ 3";
    sg_title_reading reading;

    title_memo_begin(&memo);
    title_memo_read(&memo, quals, title, &reading);
    memset(&reading, 0x55, sizeof reading);
    memset(title, 'x', sizeof title - 1);
    check(&memo, quals, "NVQ 3", "after the caller changed what it got");
    check(&memo, quals, title, "though it was another text then");
    title_memo_done(&memo);
    quals_free(quals);
}

Test(quals_memo, without_a_memo_a_title_is_read_all_the_same)
{
    struct quals *quals = open_quals();

    for (size_t i = 0; i < COUNT(titles); i++)
        check(NULL, quals, titles[i], "without a memo");
    quals_free(quals);
}

/* No two are the same title. */
static void nth_title(unsigned n, char *title, size_t room)
{
    snprintf(title, room, "NVQ %u in subject %u", n % 5 + 1, n);
}

Test(quals_memo, more_than_it_keeps_are_read_each_time)
{
    enum { MORE = 300, STEP = 501, ROOM = 64 };
    struct quals *quals = open_quals();
    struct title_memo memo;
    sg_title_reading reading;
    char title[ROOM];

    title_memo_begin(&memo);
    for (unsigned n = 0; n < TITLE_MEMO_MOST + MORE; n++) {
        nth_title(n, title, sizeof title);
        title_memo_read(&memo, quals, title, &reading);
    }
    cr_expect_eq(memo.titles.count, TITLE_MEMO_MOST);
    cr_expect_geq(memo.room, TITLE_MEMO_MOST);
    for (unsigned n = 0; n < TITLE_MEMO_MOST + MORE;
         n += n < TITLE_MEMO_MOST - 2 * STEP ? STEP : 7) {
        nth_title(n, title, sizeof title);
        check(&memo, quals, title, n < TITLE_MEMO_MOST ? "kept" : "not kept");
    }
    cr_expect_eq(memo.titles.count, TITLE_MEMO_MOST);
    title_memo_done(&memo);
    quals_free(quals);
}

/* From each piece on there is no memory, for good: nothing is lost but time. */
Test(quals_memo, without_memory_a_title_is_read_all_the_same)
{
    enum { PIECES = 40, ROOM = 64, MANY = 600 };
    struct quals *quals = open_quals();
    size_t fewest = MANY;
    size_t most = 0;
    char title[ROOM];

    for (long pieces = 1; pieces < PIECES; pieces++) {
        struct title_memo memo;
        pieces_left = pieces;
        title_memo_begin(&memo);
        for (unsigned n = 0; n < MANY; n++) {
            nth_title(n, title, sizeof title);
            check(&memo, quals, title, "without memory");
            if (n % 50 == 0)
                check(&memo, quals, title, "again, without memory");
        }
        fewest = memo.titles.count < fewest ? memo.titles.count : fewest;
        most = memo.titles.count > most ? memo.titles.count : most;
        pieces_left = -1;
        title_memo_done(&memo);
    }
    cr_expect_eq(fewest, 0, "it ran out at once");
    cr_expect_eq(most, MANY, "and at last there was enough");
    quals_free(quals);
}
