/* SPDX-License-Identifier: MIT */
/* What qualifications are about, in words. */
#include "quals_data.h"
#include "support.h"

#include "quals/subject_names.h"
#include "read/quals.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

struct named {
    const char *title;
    size_t count;
    const char *names; /* NULL: none */
    const char *reason;
};

static const struct named titles[] = {
    {"6 GCSEs (9-1) inc Eng Lang + Maths", 2, "English language; Mathematics",
     "short forms are written out"},
    {"GCSE Maths, French, Maths", 3, "French; Mathematics",
     "sorted, and each once"},
    {"A-level Eng Lit (C)", 1, "English literature", "the longest that fits"},
    {"5 GCSEs", 0, NULL, "no subject is named"},
    {"", 0, NULL, "nothing at all"},
    {"BA English", 1, "English", "the name of the award is no subject"},
};

Test(subject_names, are_read_from_a_title)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    struct arena arena = {0};

    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
        struct subject_names names = {0};
        const size_t count =
            subject_names_add(&names, quals, titles[i].title, &arena);
        const char *all = subject_names_join(&names, &arena);
        cr_expect_eq(count, titles[i].count, "%s: %zu: %s", titles[i].title,
                     count, titles[i].reason);
        cr_expect(!all == !titles[i].names, "%s", titles[i].reason);
        if (all && titles[i].names)
            cr_expect_str_eq(all, titles[i].names, "%s: %s", titles[i].reason,
                             all);
    }
    arena_done(&arena);
    quals_free(quals);
    reference_free(reference);
}

Test(subject_names, a_text_longer_than_a_title_names_none)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    struct arena arena = {0};
    struct subject_names names = {0};
    char title[512];

    memset(title, 'x', sizeof title);
    memcpy(title, "GCSE French ", 12);
    title[sizeof title - 1] = '\0';
    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    cr_expect_eq(subject_names_add(&names, quals, title, &arena), 0);
    subject_keys_add(&names, quals, title, true, &arena);
    cr_expect_null(subject_names_join(&names, &arena));
    title[40] = '\0';
    subject_keys_add(&names, quals, title, true, &arena);
    cr_expect_str_eq(names.at[0], "french xxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    arena_done(&arena);
    quals_free(quals);
    reference_free(reference);
}

/* The first ones in their order are kept, and that there were more is said. */
Test(subject_names, more_than_are_kept_are_cut)
{
    static const char *const many[] = {"b", "c", "d", "e", "f", "g", "h", "i",
                                       "j", "k", "l", "m", "n", "o", "p", "q"};
    struct subject_names names = {0};

    for (size_t i = sizeof many / sizeof many[0]; i-- > 0;)
        subject_names_put(&names, many[i]);
    cr_expect_eq(names.count, (size_t)SUBJECT_NAMES_MOST);
    subject_names_put(&names, "c");
    cr_expect_not(names.more, "it is there already");
    subject_names_put(&names, "z");
    cr_expect(names.more, "one behind the last is left out");
    subject_names_put(&names, "a");
    cr_expect_eq(names.count, (size_t)SUBJECT_NAMES_MOST);
    cr_expect_str_eq(names.at[0], "a");
    cr_expect_str_eq(names.at[SUBJECT_NAMES_MOST - 1], "p");
}
