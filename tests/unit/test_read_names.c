/* SPDX-License-Identifier: MIT */
/* A set of names that is found by hashing. */
#include "read/names.h"

#include <criterion/criterion.h>
#include <stdio.h>

Test(names, each_name_keeps_its_first_place_and_owner)
{
    struct names names = {0};
    int a, b;
    cr_expect_eq(names_index(&names, "x"), NAMES_NONE, "an empty set");
    cr_assert(names_add(&names, "x", &a));
    cr_assert(names_add(&names, "y", &b));
    cr_assert(names_add(&names, "x", &b), "adding again changes nothing");
    cr_expect_eq(names.count, 2);
    cr_expect_eq(names_index(&names, "x"), 0);
    cr_expect_eq(names_index(&names, "y"), 1);
    cr_expect_eq(names.owners[0], &a);
    cr_expect_eq(names_index(&names, "z"), NAMES_NONE);
    names_done(&names);
}

Test(names, a_hundred_thousand_names_are_all_found)
{
    enum { MANY = 100000 };
    static char texts[MANY][16];
    struct names names = {0};
    for (unsigned i = 0; i < MANY; i++) {
        snprintf(texts[i], sizeof(texts[i]), "line-%u", i);
        cr_assert(names_add(&names, texts[i], texts[i]));
    }
    for (unsigned i = 0; i < MANY; i++)
        cr_assert_eq(names_index(&names, texts[i]), i);
    names_done(&names);
}
