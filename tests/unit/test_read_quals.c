/* SPDX-License-Identifier: MIT */
/* What is known about qualifications, as it is shipped; and what is refused. */
#include "model/person.h"
#include "quals/lex.h"
#include "read/quals.h"
#include "read/quals_shape.h"
#include "support.h"
#include "title_table.h"

#include <criterion/criterion.h>
#include <string.h>

/* The words of the data are numbers here: the same list in the same order. */
Test(quals, the_words_of_the_data_are_those_of_the_public_header)
{
    cr_expect_null(sg_title_type_word(SG_TYPE_OPEN));
    cr_expect_str_eq(sg_title_type_word(SG_TYPE_OTHER), "other");
    cr_expect_null(sg_title_type_word((sg_title_type)(SG_TYPE_OTHER + 1)));
    cr_expect_null(person_types[SG_TYPE_OTHER + 1], "no word without a type");
    for (int i = SG_RQF_E1; rqf_words[i]; i++)
        cr_expect_str_eq(rqf_words[i], sg_rqf_word((sg_rqf)i));
    for (int i = SG_SIZE_AWARD; size_words[i]; i++)
        cr_expect_str_eq(size_words[i], sg_title_size_word((sg_title_size)i));
    for (int i = SG_FULL_NOT; full_words[i]; i++)
        cr_expect_str_eq(full_words[i], sg_title_full_word((sg_title_full)i));
    for (int i = SG_SCALE_RQF; i <= SG_SCALE_EQF; i++)
        cr_expect_str_eq(scale_name((enum scale_id)i),
                         sg_title_scale_word((sg_title_scale)i));
    cr_expect_null(sg_title_type_word((sg_title_type)99));
    cr_expect_null(sg_title_scale_word((sg_title_scale)99));
    cr_expect_null(sg_rqf_word((sg_rqf)99));
    cr_expect_null(sg_title_size_word((sg_title_size)99));
    cr_expect_null(sg_title_full_word((sg_title_full)99));
    cr_expect_null(sg_title_status_word((sg_title_status)99));
    cr_expect_null(sg_title_open_word((sg_title_open)(1 << 20)));
}

Test(quals, all_fifty_subject_areas_are_known)
{
    struct quals *quals = table_quals();
    cr_expect_eq(quals->subject_count, 50);
    quals_free(quals);
}

Test(quals, every_phrase_of_the_data_can_be_found)
{
    struct quals *quals = table_quals();
    cr_assert_eq(quals->phrase_count, quals->said_count);
    for (uint32_t i = 1; i < quals->phrase_count; i++)
        cr_expect_leq(quals->phrases[i - 1].words[0],
                      quals->phrases[i].words[0], "phrase %u", i);
    for (int i = 0; i < KEY_COUNT; i++)
        cr_expect_neq(quals->keys[i], NO_WORD, "key word %d", i);
    quals_free(quals);
}

static const struct {
    const char *typed;
    const char *known; /* NULL: none */
    const char *reason;
} guesses[] = {
    {"managment", "management", "a letter less"},
    {"managemennt", "management", "a letter more"},
    {"mamagement", "management", "another letter"},
    {"buisness", "business", "two letters that changed places"},
    {"managmnt", NULL, "two letters less"},
    {"levle", NULL, "short words are left alone"},
    {"reading", "reading", "a word of its own is no mistake for leading"},
    {"gcses", "gcse", "a plural"},
    {"as", "as", "no plural of a"},
};

Test(quals, a_word_is_mended_only_where_one_word_can_be_meant)
{
    struct quals *quals = table_quals();
    for (size_t i = 0; i < sizeof(guesses) / sizeof(guesses[0]); i++) {
        bool plural;
        const uint16_t word =
            vocabulary_guess(quals, guesses[i].typed, &plural);
        if (guesses[i].known == NULL) {
            cr_expect_eq(word, NO_WORD, "%s: %s", guesses[i].typed,
                         guesses[i].reason);
            continue;
        }
        cr_assert_neq(word, NO_WORD, "%s: %s", guesses[i].typed,
                      guesses[i].reason);
        cr_expect_str_eq(quals->words[word], guesses[i].known, "%s: %s",
                         guesses[i].typed, guesses[i].reason);
    }
    quals_free(quals);
}

Test(quals, a_folder_without_the_list_is_refused_by_name)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    sg_error error = {0};
    cr_expect_eq(read_quals("/nowhere", reference, &quals, &error), SG_INPUT);
    cr_expect_str_eq(error.reason, "missing");
    cr_expect_null(quals);
    reference_free(reference);
}
