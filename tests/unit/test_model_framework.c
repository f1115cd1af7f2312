/* SPDX-License-Identifier: MIT */
/* Looking things up in a compiled framework and in the reference lists. */
#include "model/framework.h"
#include "support.h"

#include <criterion/criterion.h>

static struct reference *reference;
static struct framework *county;

static void open_county(void)
{
    reference = support_reference();
    county = support_shipped(reference, "county");
}

static void close_county(void)
{
    framework_free(county);
    reference_free(reference);
}

TestSuite(framework, .init = open_county, .fini = close_county);

Test(framework, a_role_is_found_by_its_exact_id)
{
    const uint32_t role = framework_role(county, "county/office-manager");
    cr_assert_neq(role, NO_INDEX);
    cr_expect_str_eq(framework_text(county, county->roles[role].ref), "1385");
    cr_expect_eq(framework_role(county, "county/Office-Manager"), NO_INDEX);
    cr_expect_eq(framework_role(county, ""), NO_INDEX);
}

Test(framework, a_text_that_is_not_there_is_empty_or_null)
{
    cr_expect_str_eq(framework_text(county, 0), "");
    cr_expect_null(framework_text_or_null(county, 0));
    cr_expect_str_eq(framework_text(county, county->pool_size), "");
    cr_expect_str_eq(framework_text_or_null(county, county->id), "county");
}

struct comparing {
    const char *have, *want;
    enum word_compare result;
    const char *why;
};

static const struct comparing comparings[] = {
    {"basic", "basic", WORD_EQUAL, "the same word"},
    {"odd", "odd", WORD_EQUAL, "the same word, in no order"},
    {NULL, NULL, WORD_EQUAL, "no word in either"},
    {NULL, "", WORD_EQUAL, "an empty word is none"},
    {"basic", "appropriate", WORD_LOWER, "the order says so"},
    {"appropriate", "basic", WORD_HIGHER, "and the other way"},
    {"awareness", "knowledge", WORD_LOWER, "another order"},
    {"basic", "knowledge", WORD_UNORDERED, "words of two orders"},
    {"basic", "odd", WORD_UNORDERED, "a word of no order"},
    {NULL, "basic", WORD_HIGHER, "no word is not below the lowest"},
    {"basic", NULL, WORD_LOWER, "the lowest is not above no word"},
    {NULL, "appropriate", WORD_UNORDERED, "it may or may not be enough"},
    {"appropriate", "", WORD_UNORDERED, "and the other way"},
    {"Appropriate", "appropriate", WORD_EQUAL, "case plays no part"},
    {"BASIC", "appropriate", WORD_LOWER, "nor in an order"},
    {"Odd", "odd", WORD_EQUAL, "nor for a word of no order"},
};

Test(framework, words_compare_as_the_orders_say)
{
    static const char json[] =
        "{\"format\":\"skillgap-framework/1\",\"id\":\"t\",\"version\":\"1\","
        "\"as_of\":\"2026-01-01\",\"council\":{\"name\":\"T\"},"
        "\"documents\":[{\"id\":\"d\",\"title\":\"D\"}],"
        "\"word_orders\":[[\"basic\",\"appropriate\"],"
        "[\"awareness\",\"knowledge\"]],"
        "\"sections\":[{\"id\":\"s\",\"title\":\"S\","
        "\"kind\":\"specification\"}],"
        "\"families\":[{\"id\":\"f\",\"title\":\"F\",\"document\":\"d\","
        "\"roles\":[{\"id\":\"t/r\",\"title\":\"R\",\"level\":\"1\","
        "\"rank\":1,\"specification\":{\"section\":\"s\",\"essential\":[]}}"
        "]}]}";
    struct framework *small = support_framework(reference, json);
    for (size_t i = 0; i < sizeof(comparings) / sizeof(comparings[0]); i++)
        cr_expect_eq(framework_compare_words(small, comparings[i].have,
                                             comparings[i].want),
                     comparings[i].result, "%s", comparings[i].why);
    framework_free(small);
}

/* A tree by hand: 0 all{1 "a", 2 any{3 "b", 4 "c"}, 5 any{6 "d"}}. */
Test(framework, a_label_joins_the_parts_by_the_printed_words)
{
    static const char pool[] = "\0a\0b\0c\0d\0and/or\0own";
    struct node nodes[] = {
        {.op = SG_ALL, .end = 7},
        {.op = SG_SKILL, .end = 2, .label = 1},
        {.op = SG_ANY, .end = 5, .printed = 9},
        {.op = SG_SKILL, .end = 4, .label = 3},
        {.op = SG_SKILL, .end = 5, .label = 5},
        {.op = SG_ANY, .end = 7},
        {.op = SG_SKILL, .end = 7, .label = 7},
    };
    const struct framework tree = {
        .pool = pool, .pool_size = sizeof(pool), .nodes = nodes};
    struct arena arena = {0};
    cr_expect_str_eq(framework_node_label(&tree, 0, &arena),
                     "a and (b and/or c) and d");
    cr_expect_str_eq(framework_node_label(&tree, 3, &arena), "b");
    nodes[0].op = SG_AT_LEAST;
    nodes[0].n = 2;
    cr_expect_str_eq(framework_node_label(&tree, 0, &arena),
                     "at least 2 of: a or (b and/or c) or d");
    nodes[2].label = 16;
    cr_expect_str_eq(framework_node_label(&tree, 0, &arena),
                     "at least 2 of: a or own or d");
    arena_done(&arena);
}

Test(framework, freeing_nothing_is_allowed)
{
    framework_free(NULL);
    reference_free(NULL);
}

Test(framework, the_reference_lists_answer)
{
    const int found = reference_criterion(reference, "health-safety");
    cr_assert_geq(found, 0);
    cr_expect_str_eq(reference->criteria[found].title, "health and safety");
    cr_expect_eq(reference_criterion(reference, "health"), -1);
    cr_expect_eq(reference_word_rank(reference, "proven"),
                 reference_word_rank(reference, "experienced"));
    cr_expect_lt(reference_word_rank(reference, "some"),
                 reference_word_rank(reference, "proven"));
    cr_expect_eq(reference_word_rank(reference, "vast"), 0);
}

Test(framework, a_level_is_worth_what_the_list_says)
{
    const struct level_range nvq4 = reference_level(reference, SCALE_NVQ, 4);
    cr_expect_eq(nvq4.min, 4);
    cr_expect_eq(nvq4.max, 6);
    cr_expect_eq(reference_level(reference, SCALE_NVQ, 6).min, 0);
    cr_expect_eq(reference_level(reference, SCALE_NVQ, 600).min, 0);
    cr_expect_eq(reference_level(reference, SCALE_NONE, 1).min, 0);
    cr_expect_eq(reference_level(reference, SCALE_COUNT, 1).min, 0);
}

Test(framework, scales_have_names)
{
    for (int i = SCALE_RQF; i < SCALE_COUNT; i++)
        cr_expect_eq((int)scale_from_name(scale_name((enum scale_id)i)), i);
    cr_expect_eq(scale_from_name("nvq"), SCALE_NONE);
    cr_expect_eq(scale_from_name(""), SCALE_NONE);
    cr_expect_str_eq(scale_name(SCALE_NONE), "");
    cr_expect_str_eq(scale_name(SCALE_COUNT), "");
}
