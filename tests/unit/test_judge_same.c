/* SPDX-License-Identifier: MIT */
/* When two requirements are the same, word for word. */
#include "judge/same.h"

#include "councils.h"

#include <criterion/criterion.h>
#include <stdio.h>

#define NVQ_2 VOCATIONAL(LEVEL("NVQ", 2))

/* Each is the one line of two roles. */
static const struct {
    const char *one, *other;
    bool same;
    const char *reason;
} rows[] = {
    {NVQ_2, NVQ_2, true, "the same words"},
    {NVQ_2, Q("management-qualification", LEVEL("NVQ", 2)), false,
     "another criterion"},
    {NVQ_2, TOWARDS(LEVEL("NVQ", 2)), false, "to hold and to work towards"},
    {TOWARDS(LEVEL("NVQ", 2)), TOWARDS(LEVEL("NVQ", 2)), true,
     "to work towards the same"},
    {NVQ_2, VOCATIONAL(LEVEL("RQF", 2)), false, "another scale"},
    {NVQ_2, VOCATIONAL(LEVEL("NVQ", 3)), false, "another level"},
    {NVQ_2, VOCATIONAL(LEVEL("NVQ", 2) ",'subject':'relevant'"), false,
     "any subject and a relevant one"},
    {NVQ_2, VOCATIONAL(LEVEL("NVQ", 2) ",'equivalent':true"), false,
     "an equivalent will do in one of them"},
    {VOCATIONAL(",'name':'CMS'"), VOCATIONAL(",'name':'DMS'"), false,
     "another award"},
    {VOCATIONAL(",'subject':['15.2']"), VOCATIONAL(",'subject':['15.2']"), true,
     "the same subject area"},
    {VOCATIONAL(",'subject':['15.2']"), VOCATIONAL(",'subject':['15.3']"),
     false, "another subject area"},
    {VOCATIONAL(",'subject':['15.2']"),
     VOCATIONAL(",'subject':['15.2','15.3']"), false, "one more subject area"},
    {WORKED(",'word':'some'"), WORKED(",'word':'some'"), true, ""},
    {WORKED(",'word':'some'"), WORKED(",'word':'proven'"), false,
     "another amount"},
    {WORKED(",'equivalent_to':{'scale':'NVQ','level':4}"),
     WORKED(",'equivalent_to':{'scale':'RQF','level':4}"), false,
     "4 to 6 and exactly 4"},
    {WORKED(",'equivalent_to':{'scale':'RQF','level':3}"),
     WORKED(",'equivalent_to':{'scale':'RQF','level':4}"), false,
     "another level"},
    {WORKED(",'word':'some'"), WORKED(",'word':'some','relevant':true"), false,
     "relevant in one of them"},
    {WORKED(",'months':12"), WORKED(",'months':24"), false, "other months"},
    {WORKED(",'roles':['@/below']"), WORKED(",'roles':['@/below']"), true,
     "the same role"},
    {WORKED(",'roles':['@/below']"), WORKED(",'roles':['@/now']"), false,
     "another role"},
    {WORKED(",'roles':['@/below']"), WORKED(",'roles':['@/below','@/now']"),
     false, "one more role"},
    {WORKED(",'areas':['office']"), WORKED(",'areas':['office']"), true,
     "the same kind of work"},
    {WORKED(",'areas':['office']"), WORKED(",'areas':['care']"), false,
     "another kind of work"},
    {WORKED(",'areas':['office']"), WORKED(",'areas':['office','care']"), false,
     "one more kind of work"},
    {ABLE("it-keyboard", ",'degree':'basic'"),
     ABLE("it-keyboard", ",'degree':'appropriate'"), false, "how much"},
    {ABLE("it-keyboard", ",'depth':'awareness'"),
     ABLE("it-keyboard", ",'depth':'knowledge'"), false, "how deep"},
    {HOLDS("icdl", "icdl"), HOLDS("icdl", "icdl"), true, "one credential"},
    {HOLDS("icdl", "icdl"), HOLDS("icdl", "first-aid"), false, "two of them"},
    {TRAINED("icdl"), TRAINED("icdl"), true,
     "training has no words of its own"},
    {N_OF(1, NVQ_2 "," TRAINED("icdl")), N_OF(2, NVQ_2 "," TRAINED("icdl")),
     false, "one of two, and two"},
    {EITHER(NVQ_2 "," TRAINED("icdl")), BOTH(NVQ_2 "," TRAINED("icdl")), false,
     "or, and and"},
    {EITHER(BOTH(NVQ_2 "," NVQ_2 "," NVQ_2) "," NVQ_2),
     EITHER(BOTH(NVQ_2 "," NVQ_2) "," NVQ_2 "," NVQ_2), false,
     "the same parts in other groups"},
    {EITHER(NVQ_2 "," TRAINED("icdl")), NVQ_2, false, "a part less"},
};

Test(judge_same, requirements_are_the_same_where_the_table_says_so)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct shipped councils;
        char now[1000], want[1000];
        snprintf(now, sizeof now, ASKS("a", "%s"), rows[i].one);
        snprintf(want, sizeof want, ASKS("x", "%s"), rows[i].other);
        councils_open(&councils, &(struct council){.now = now, .want = want});
        const struct framework *t = councils.in_use[0].framework;
        const uint32_t a = t->lines[t->roles[0].lines.first].root;
        const uint32_t x = t->lines[t->roles[2].lines.first].root;
        cr_expect_eq(tree_same(t, a, t, x), rows[i].same, "row %zu: %s", i,
                     rows[i].reason);
        cr_expect_eq(tree_same(t, x, t, a), rows[i].same,
                     "row %zu, the other way round: %s", i, rows[i].reason);
        shipped_close(&councils);
    }
}
