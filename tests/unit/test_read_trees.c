/* SPDX-License-Identifier: MIT */
/* Requirement trees: how large they may be, and roles that none can reach. */
#include "breakable.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct reference *reference;

static void open_reference(void)
{
    reference = support_reference();
}

static void close_reference(void)
{
    reference_free(reference);
}

TestSuite(read_trees, .init = open_reference, .fini = close_reference);

/* A group in a group, `depth` nodes from the root to the leaf. */
static char *nested(size_t depth)
{
    char needs[1024] = "'needs': ";
    for (size_t i = 1; i < depth; i++)
        strcat(needs, "{'op': 'all', 'parts': [");
    strcat(needs, "{'op': 'training', 'label': 'L', "
                  "'criterion': 'in-house-training'}");
    for (size_t i = 1; i < depth; i++)
        strcat(needs, "]}");
    return breakable_with(WISH_NEEDS, needs);
}

Test(read_trees, trees_have_a_depth)
{
    struct problems found = {0};
    char *text = nested(8);
    framework_free(breakable_read(reference, text, &found));
    cr_expect_eq(found.count, 0, "%s", found.list[0].message);
    free(text);
    text = nested(9);
    breakable_read(reference, text, &found);
    cr_assert_eq(found.count, 1);
    cr_expect_str_eq(found.list[0].reason, "nesting");
    free(text);
}

Test(read_trees, trees_have_a_size)
{
    static char needs[64 * 1024];
    strcpy(needs, "'needs': {'op': 'all', 'parts': [");
    for (int group = 0; group < 5; group++) {
        strcat(needs, "{'op': 'all', 'parts': [");
        for (int leaf = 0; leaf < 60; leaf++)
            strcat(needs, "{'op': 'training', 'label': 'L', 'criterion': "
                          "'in-house-training'},");
        needs[strlen(needs) - 1] = ']';
        strcat(needs, "},");
    }
    needs[strlen(needs) - 1] = ']';
    strcat(needs, "}");
    char *text = breakable_with(WISH_NEEDS, needs);
    struct problems found = {0};
    breakable_read(reference, text, &found);
    free(text);
    cr_assert_eq(found.count, 1, "told once");
    cr_expect_str_eq(found.list[0].reason, "too-large");
}

/* Whether the role t/low can be held when it asks for what `needs` says; the
 * role t/high asks for t/low, without an alternative. */
static bool makes_a_cycle(const char *needs)
{
    char all[1024];
    snprintf(all, sizeof(all), "'needs': %s", needs);
    char *text = breakable_with(LOW_NEEDS, all);
    /* high-two: the leaf that names t/low is all that is asked for. */
    strstr(strstr(text, "high-two"), "\"n\": 2")[5] = '3';
    struct problems found = {0};
    struct framework *framework = breakable_read(reference, text, &found);
    const bool cycle = found.count == 1 && !framework &&
                       strcmp(found.list[0].reason, "cycle") == 0;
    cr_expect(cycle || framework, "%s: %s", needs, found.list[0].message);
    framework_free(framework);
    free(text);
    return cycle;
}

#define AT(roles)                                                              \
    "{'op': 'experience', 'label': 'L', 'criterion': 'work-experience', "      \
    "'roles': [" roles "]}"
#define SKILL "{'op': 'skill', 'label': 'L', 'criterion': 'it-keyboard'}"

Test(read_trees, a_cycle_is_what_has_no_other_way_in)
{
    cr_expect(makes_a_cycle(AT("'t/high'")), "each asks for the other");
    cr_expect(makes_a_cycle(AT("'t/high', 't/low'")), "either is closed");
    cr_expect(makes_a_cycle("{'op': 'all', 'parts': [" SKILL
                            "," AT("'t/high'") "]}"));
    cr_expect(makes_a_cycle("{'op': 'any', 'parts': [" AT("'t/high'") "]}"),
              "any of one part is that part");
    cr_expect(makes_a_cycle("{'op': 'at-least', 'n': 2, 'parts': [" SKILL
                            "," AT("'t/high'") "]}"));
    cr_expect_not(makes_a_cycle(
        "{'op': 'any', 'parts': [" AT("'t/high'") "," SKILL "]}"));
    cr_expect_not(makes_a_cycle("{'op': 'at-least', 'n': 1, 'parts': [" SKILL
                                "," AT("'t/high'") "]}"));
    cr_expect_not(makes_a_cycle(
        "{'op': 'experience', 'label': 'L', 'criterion': 'work-experience', "
        "'roles': ['t/high'], 'areas': ['office']}"));
}

Test(read_trees, a_cycle_names_its_roles)
{
    char *text = breakable_with(
        LOW_NEEDS, "'needs': {'op': 'experience', 'label': 'L', "
                   "'criterion': 'work-experience', 'roles': ['t/high']}");
    strstr(strstr(text, "high-two"), "\"n\": 2")[5] = '3';
    struct problems found = {0};
    breakable_read(reference, text, &found);
    free(text);
    cr_assert_eq(found.count, 1);
    cr_expect(strstr(found.list[0].message, "t/low -> t/high -> t/low"), "%s",
              found.list[0].message);
}
