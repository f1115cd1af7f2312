/* SPDX-License-Identifier: MIT */
/* Text that fits the terminal and does nothing to it. */
#include <criterion/criterion.h>

#include "base/text.h"
#include "report/page.h"
#include "report_sample.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 80 };

/* The widest line of `text`; changes `text`. */
static size_t widest(char *text)
{
    size_t most = 0;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
        if (text_width(line) > most)
            most = text_width(line);
    return most;
}

static char *item_of(const char *words, size_t width, bool ascii)
{
    struct page page = {.width = width, .ascii = ascii};
    page_item(&page, 4, "ASK  ", STYLE_ASK, "%s", words);
    char *text = buffer_take(&page.out);
    cr_assert_not_null(text);
    return text;
}

static const struct {
    const char *words;
    const char *why;
} hard_words[] = {
    {"one two three", "words that fit"},
    {"", "no words"},
    {LONG_WORD LONG_WORD, "one word, longer than two lines"},
    {WIDE_WORDS WIDE_WORDS WIDE_WORDS WIDE_WORDS WIDE_WORDS WIDE_WORDS
         WIDE_WORDS WIDE_WORDS WIDE_WORDS WIDE_WORDS,
     "letters that take two columns"},
    {"e\xCC\x81" LONG_WORD " e\xCC\x81 " LONG_WORD, "combining marks"},
    {"caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x80\x93 " LONG_WORD,
     "quotes and dashes"},
    {"\xFF\xFE " LONG_WORD, "bytes that are no UTF-8"},
    {NASTY " " LONG_WORD, "control characters"},
    {"a\nb\tc", "white space of other kinds"},
};

Test(report, no_line_is_wider_than_the_page)
{
    for (size_t i = 0; i < sizeof(hard_words) / sizeof(hard_words[0]); i++)
        for (int ascii = 0; ascii <= 1; ascii++) {
            char *text = item_of(hard_words[i].words, WIDTH, ascii == 1);
            cr_expect_leq(widest(text), WIDTH, "%s, ascii %d",
                          hard_words[i].why, ascii);
            free(text);
        }
}

Test(report, a_long_word_fills_its_line_to_the_last_column)
{
    char *text = item_of(LONG_WORD LONG_WORD, WIDTH, false);
    cr_expect_eq(widest(text), WIDTH);
    free(text);
}

Test(report, words_hang_beside_what_leads_them)
{
    char *text = item_of("one two three", 16, false);
    cr_expect_str_eq(text, "    ASK  one two\n         three\n");
    free(text);
}

Test(report, a_narrow_page_loses_no_letter)
{
    struct page page = {.width = 3};
    page_text(&page, 6, "%s", "abc");
    char *text = buffer_take(&page.out);
    cr_expect_str_eq(text, "      a\n      b\n      c\n");
    free(text);
}

Test(report, ascii_text_has_nothing_but_ascii)
{
    for (size_t i = 0; i < sizeof(hard_words) / sizeof(hard_words[0]); i++) {
        char *text = item_of(hard_words[i].words, WIDTH, true);
        for (const char *at = text; *at != '\0'; at++)
            cr_expect((unsigned char)*at < 0x7F, "%s", hard_words[i].why);
        free(text);
    }
}

Test(report, control_characters_of_data_do_nothing)
{
    char *text = item_of(NASTY, WIDTH, false);
    cr_expect_null(strpbrk(text, "\033\x07"));
    cr_expect_null(strstr(text, "\xC2\x9B"), "an eight-bit escape");
    cr_expect_null(strstr(text, "\xE2\x80\xAE"), "right-to-left override");
    cr_expect_not_null(strstr(text, "red"));
    free(text);
}

Test(report, control_characters_in_what_leads_do_nothing_either)
{
    struct page page = {.width = WIDTH};
    page_item(&page, 0, NASTY, STYLE_PLAIN, "%s", "words");
    char *text = buffer_take(&page.out);
    cr_expect_null(strpbrk(text, "\033\x07"));
    free(text);
}

Test(report, a_style_colours_only_a_page_with_colours)
{
    struct page plain = {.width = WIDTH};
    struct page bright = {.width = WIDTH, .color = true};
    page_item(&plain, 0, "ASK  ", STYLE_ASK, "%s", "words");
    page_item(&bright, 0, "ASK  ", STYLE_ASK, "%s", "words");
    char *without = buffer_take(&plain.out);
    char *with = buffer_take(&bright.out);
    cr_expect_str_eq(without, "ASK  words\n");
    cr_expect_str_eq(with, "\033[33mASK  \033[0mwords\n");
    free(without);
    free(with);
}

Test(report, cells_wrap_beside_each_other)
{
    struct page page = {.width = 30};
    const struct page_cell cells[] = {{.text = "one two", .width = 5},
                                      {.text = "7", .width = 3, .right = true},
                                      {.text = "a wide last cell of words"}};
    page_row(&page, 1, cells, 3);
    char *text = buffer_take(&page.out);
    cr_expect_str_eq(text, " one      7  a wide last cell\n"
                           " two         of words\n");
    free(text);
}

Test(report, a_heading_is_underlined_as_far_as_it_goes)
{
    struct page page = {.width = WIDTH};
    page_heading(&page, '=', "%s", "caf\xC3\xA9");
    char *text = buffer_take(&page.out);
    cr_expect_str_eq(text, "caf\xC3\xA9\n====\n");
    free(text);
}
