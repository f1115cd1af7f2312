/* SPDX-License-Identifier: MIT */
/* What a council may write into the lists of qualifications, and what is
 * refused. */
#include "quals/lex.h"
#include "quals_data.h"
#include "title_table.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LISTS "qualifications.json"

/* Each row changes the data in one place, and one thing that a title says. */
static const struct {
    const char *file;
    const char *from;
    const char *to;
    const char *title;
    const char *column;
    const char *before;
    const char *after;
    const char *reason;
} changes[] = {
    {LISTS, "'rqf': ['3', '3'], 'full': '3', 'source'",
     "'rqf': ['3', '3'], 'full': '3', 'assumed': true, 'source'",
     "GNVQ Advanced", "size", "full", "-",
     "a full level that is only assumed tells no size"},
    {LISTS, "'say': ['incomplete'", "'say': ['3 of 6 units', 'incomplete'",
     "NVQ 3 of 6 units", "level", "3", "-",
     "a number inside what is said of the status is no level"},
    {LISTS, "{ 'say': ['foundation'], 'rqf': ['1', '1'] }",
     "{ 'say': ['part 2'], 'rqf': ['1', '1'] }", "GNVQ Catering part 2",
     "rqf_max", "3", "1", "a number that names a stage says which"},
    {LISTS, "{ 'say': ['foundation'], 'rqf': ['1', '1'] }",
     "{ 'say': ['part 2'], 'rqf': ['3', '3'] }", "GNVQ part 2 Catering 3",
     "level", "-", "3", "and then the other number is the only one"},
    {LISTS, "'means': 'nvq level'", "'means': 'nvq level two'", "NVQL Retail",
     "level", "-", "2", "a number in letters inside what a word stands for"},
    {LISTS, "'means': 'nvq level'", "'means': 'v nvq level'", "NVQL 2 Retail",
     "level", "2", "2", "a single letter at the beginning is no number"},
    {"subjects.json", "'say': ['marketing'",
     "'say': ['retail marketing', 'marketing'",
     "Level 3 Certificate in Retail Marketing", "subject", "07.1", "15.4",
     "the longer words count, not the trade that they begin with"},
};

Test(quals, a_word_more_in_the_data_changes_what_a_title_says)
{
    struct quals *shipped = table_quals();
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        struct quals *quals = NULL;
        sg_title_reading reading;
        sg_error error = {0};
        cr_assert_eq(quals_data_with(changes[i].file, changes[i].from,
                                     changes[i].to, &quals, &error),
                     SG_OK, "%s %s", error.pointer, error.message);
        title_read(shipped, changes[i].title, &reading);
        cr_expect_str_eq(reading_cell(&reading, changes[i].column),
                         changes[i].before, "as shipped, %s: %s",
                         changes[i].title, changes[i].reason);
        title_read(quals, changes[i].title, &reading);
        cr_expect_str_eq(reading_cell(&reading, changes[i].column),
                         changes[i].after, "%s: %s", changes[i].title,
                         changes[i].reason);
        quals_free(quals);
    }
    quals_free(shipped);
}

static const struct {
    const char *from;
    const char *to;
    const char *reason;  /* of the error */
    const char *pointer; /* or NULL: the message names the words */
    const char *why;
} refused[] = {
    {"'short': ['nvql'", "'short': ['nvq l'", "bad-pattern",
     "/abbreviations/1/short/0", "a short form of two words is never found"},
    {"'short': ['nvql'", "'short': ['NVQL'", "bad-pattern",
     "/abbreviations/1/short/0", "titles are read in small letters"},
    {"'short': ['nvql'", "'short': ['5'", "bad-pattern",
     "/abbreviations/1/short/0", "a number stands for itself"},
    {"'means': 'nvq level'", "'means': 'nvq  level'", "bad-pattern",
     "/abbreviations/1/means", "words are set apart by one space"},
    {"'means': 'nvq level'", "'means': 'nvq level '", "bad-pattern",
     "/abbreviations/1/means", "and nothing stands behind them"},
    {"'means': 'nvq level'", "'means': '&'", "bad-pattern",
     "/abbreviations/1/means", "signs are written as words"},
    {"'means': 'nvq level'", "'means': 'a b c d e f g h i'", "bad-pattern",
     "/abbreviations/1/means", "nine words are more than a phrase has"},
    {"'say': ['gnvq'", "'say': ['nvql nvql nvql nvql nvql', 'gnvq'", "too-long",
     NULL, "ten words once they are written out"},
};

Test(quals, words_that_could_never_be_found_are_refused)
{
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        struct quals *quals = NULL;
        sg_error error = {0};
        cr_expect_eq(quals_data_with(LISTS, refused[i].from, refused[i].to,
                                     &quals, &error),
                     SG_INPUT, "%s: %s", refused[i].to, refused[i].why);
        cr_expect_null(quals);
        cr_expect_str_eq(error.reason, refused[i].reason, "%s: %s",
                         refused[i].to, error.message);
        if (refused[i].pointer)
            cr_expect_str_eq(error.pointer, refused[i].pointer, "%s",
                             refused[i].to);
        else
            cr_expect(strstr(error.message, "nvql nvql"), "%s", error.message);
    }
}

/* Four letters for each number, so that all differ. */
static char *words_from(struct arena *arena, unsigned first)
{
    char *text = arena_alloc(arena, PHRASE_WORDS_MOST * 5);
    char *at = text;
    for (unsigned i = first; i < first + PHRASE_WORDS_MOST; i++)
        at += sprintf(at, "%s%c%c%c%c", i == first ? "" : " ",
                      'a' + (int)(i / 17576 % 26), 'a' + (int)(i / 676 % 26),
                      'a' + (int)(i / 26 % 26), 'a' + (int)(i % 26));
    return text;
}

Test(quals, more_words_than_a_number_can_hold_are_refused)
{
    struct quals *quals = calloc(1, sizeof(*quals));
    sg_error error = {0};
    cr_assert_not_null(quals);
    quals->said_count = NUMBER_WORD / PHRASE_WORDS_MOST;
    quals->said =
        arena_array(&quals->arena, quals->said_count, sizeof(*quals->said));
    for (unsigned i = 0; i < quals->said_count; i++)
        quals->said[i] = (struct said){
            .text = words_from(&quals->arena, i * PHRASE_WORDS_MOST),
            .class = PHRASE_ORDINARY};
    cr_expect_eq(quals_index(quals, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "too-many");
    quals_free(quals);
    quals_free(NULL);
}
