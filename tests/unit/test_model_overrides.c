/* SPDX-License-Identifier: MIT */
/* Whose months count: the document's, the council's own, the plugin's. */
#include "shipped.h"
#include "small.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct shipped shipped;

static bool plugin_months(const void *context,
                          const struct rules_experience *words,
                          struct months_rule *ret_rule)
{
    (void)context;
    (void)words;
    *ret_rule = (struct months_rule){
        .months = 12, .assumed = true, .reason = "a guess"};
    return true;
}

static const struct rules rules = {
    .id = "t", .version = "1", .experience_months = plugin_months};

static struct override_months months[] = {
    {"t", "proven", 2, NULL, 0, 18, "the council says so"},
    {"t", "proven", 2, "supervisory-experience", 0, 30, "for supervising"},
    {"t", NULL, 0, NULL, 0, 6, "no amount"},
    {"t", NULL, 0, NULL, 3, 36, "level 3"},
    {"u", "significant", 3, NULL, 0, 48, "another council"},
    {"t", "experienced", 2, "it-keyboard", 0, 15, "for IT"},
    {"t", "extensive", 4, NULL, 0, 19, "the most"},
};
static struct overrides own = {.months = months,
                               .month_count = sizeof months / sizeof months[0]};

static void close_shipped(void)
{
    shipped_close(&shipped);
}

TestSuite(model_overrides, .fini = close_shipped);

/* The one line of a role that asks for some experience, told to somebody with
 * 20 months in the role below. */
static sg_gap *gap_to(const char *needs)
{
    char line[512];
    snprintf(line, sizeof line, "{\"id\":\"x\",\"items\":[\"1\"],\"needs\":%s}",
             needs);
    shipped_from_json(&shipped, small_framework("", "", line, ""));
    shipped.catalogue.overrides = &own;
    shipped.in_use[0].rules = &rules;
    sg_gap *gap = shipped_gap(&shipped, "t/low", "t/high", 20);
    shipped.catalogue.overrides = NULL;
    return gap;
}

#define EXPERIENCE(criterion, more)                                            \
    "{\"op\":\"experience\",\"label\":\"Work\",\"criterion\":\"" criterion     \
    "\",\"areas\":[\"office\"]" more "}"

static const struct {
    const char *needs;
    sg_verdict verdict;
    bool assumed;
    const char *says; /* within the reason */
    const char *why;
} rows[] = {
    {EXPERIENCE("work-experience", ",\"word\":\"proven\""), SG_MET, false,
     "18 (the council says so)", "the council's own go before the plugin's"},
    {EXPERIENCE("supervisory-experience", ",\"word\":\"proven\""), SG_ASK,
     false, "30 (for supervising)", "an entry for the criterion goes first"},
    {EXPERIENCE("work-experience", ",\"word\":\"experienced\""), SG_MET, false,
     "18 (the council says so)", "a word that counts as the same"},
    {EXPERIENCE("supervisory-experience", ",\"word\":\"experienced\""), SG_ASK,
     false, "30 (for supervising)", "for that criterion too"},
    {EXPERIENCE("it-keyboard", ",\"word\":\"experienced\""), SG_MET, false,
     "15 (for IT)", "the very word goes first"},
    {EXPERIENCE("it-keyboard", ",\"word\":\"proven\""), SG_MET, false,
     "18 (the council says so)", "here it is the other one"},
    {EXPERIENCE("work-experience", ",\"word\":\"extensive\""), SG_MET, false,
     "19 (the most)", "what is more has its own"},
    {EXPERIENCE("work-experience", ",\"word\":\"significant\""), SG_MET, true,
     "12 (assumed: a guess)", "another framework's word is the plugin's"},
    {EXPERIENCE("work-experience", ",\"word\":\"proven\",\"months\":24"),
     SG_ASK, false, "24 are wanted", "what the document states stands"},
    {EXPERIENCE("work-experience", ""), SG_MET, false, "6 (no amount)",
     "where no amount is printed"},
    {EXPERIENCE("work-experience", ",\"word\":\"some\""), SG_MET, false,
     "any length is enough", "any time is enough, whatever is set"},
    {EXPERIENCE("work-experience",
                ",\"equivalent_to\":{\"scale\":\"NVQ\",\"level\":3}"),
     SG_ASK, false, "36 (level 3)", "equivalent experience has its own"},
    {EXPERIENCE("work-experience",
                ",\"equivalent_to\":{\"scale\":\"NVQ\",\"level\":2}"),
     SG_MET, true, "12 (assumed: a guess)", "another level is another thing"},
};

Test(model_overrides, the_first_who_says_how_long_is_heard)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        sg_gap *gap = gap_to(rows[i].needs);
        const sg_gap_line *line = gap_line(gap, "x");
        cr_expect_eq(line->verdict, rows[i].verdict, "%s", rows[i].why);
        cr_expect_eq(line->assumed, rows[i].assumed, "%s", rows[i].why);
        cr_expect_not_null(strstr(line->reason, rows[i].says), "%s: %s",
                           rows[i].why, line->reason);
        sg_gap_free(gap);
        if (i + 1 < sizeof rows / sizeof rows[0])
            shipped_close(&shipped);
    }
}

Test(model_overrides, what_the_council_set_is_not_the_plugins_decision)
{
    sg_gap *gap =
        gap_to(EXPERIENCE("supervisory-experience", ",\"word\":\"proven\""));
    cr_expect_str_eq(gap_line(gap, "x")->decided_by, "engine");
    sg_gap_free(gap);
}

Test(model_overrides, the_councils_full_time_hours_are_not_assumed)
{
    struct overrides hours = {.full_time_hours = 35};
    bool assumed = false;
    shipped_open(&shipped);
    cr_expect_float_eq(catalogue_full_time_hours(&shipped.catalogue, &assumed),
                       37, 0.001);
    cr_expect(assumed, "the shared default is");
    shipped.catalogue.overrides = &own;
    catalogue_full_time_hours(&shipped.catalogue, &assumed);
    cr_expect(assumed, "and so where the council set only months");
    shipped.catalogue.overrides = &hours;
    cr_expect_float_eq(catalogue_full_time_hours(&shipped.catalogue, &assumed),
                       35, 0.001);
    cr_expect_not(assumed);
    shipped.catalogue.overrides = NULL;
}

/* With what the reference lists say, then with a council's own. */
static const struct {
    const char *criterion;
    bool usual, own;
} laws[] = {
    {"health-safety", true, false},      {"data-protection", true, false},
    {"equality-diversity", false, true}, {"icdl", false, false},
    {"work-experience", false, false},
};

static void expect_statutory(size_t row, bool wanted, bool wanted_assumed)
{
    const struct sg_catalogue *catalogue = &shipped.catalogue;
    const char *id = laws[row].criterion;
    const int index = reference_criterion(catalogue->reference, id);
    bool assumed = !wanted_assumed;
    cr_assert_geq(index, 0, "%s", id);
    cr_expect_eq(catalogue_is_statutory(catalogue, (uint16_t)index, &assumed),
                 wanted, "%s", id);
    cr_expect_eq(assumed, wanted_assumed, "%s", id);
    cr_expect_eq(catalogue_is_statutory(catalogue, (uint16_t)index, NULL),
                 wanted, "%s", id);
    cr_expect_eq(catalogue_statutory_source(catalogue, (uint16_t)index) != NULL,
                 wanted, "%s: who says so", id);
}

Test(model_overrides, what_is_statutory_is_assumed_until_the_council_says_it)
{
    uint16_t one = 0;
    struct overrides list = {.statutory_given = true,
                             .statutory = &one,
                             .statutory_count = 1,
                             .statutory_source = "Policy 3"};
    const struct overrides none = {.statutory_given = true};
    shipped_open(&shipped);
    one = (uint16_t)reference_criterion(shipped.catalogue.reference,
                                        "equality-diversity");
    for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++) {
        shipped.catalogue.overrides = NULL;
        expect_statutory(i, laws[i].usual, true);
        shipped.catalogue.overrides = &own; /* it sets months only */
        expect_statutory(i, laws[i].usual, true);
        shipped.catalogue.overrides = &list;
        expect_statutory(i, laws[i].own, false);
        shipped.catalogue.overrides = (struct overrides *)&none;
        expect_statutory(i, false, false);
    }
    shipped.catalogue.overrides = &list;
    cr_expect_str_eq(catalogue_statutory_source(&shipped.catalogue, one),
                     "Policy 3");
    shipped.catalogue.overrides = NULL;
}

Test(model_overrides, an_assumed_duty_names_its_law)
{
    shipped_open(&shipped);
    const struct reference *reference = shipped.catalogue.reference;
    const int safety = reference_criterion(reference, "health-safety");
    const char *source =
        catalogue_statutory_source(&shipped.catalogue, (uint16_t)safety);
    cr_assert_not_null(source);
    cr_expect_not_null(strstr(source, "Act 1974"), "%s", source);
    cr_expect_not_null(strstr(source, "assumption"), "%s", source);
}

Test(model_overrides, what_is_no_criterion_is_not_statutory)
{
    bool assumed = false;
    shipped_open(&shipped);
    cr_expect_not(
        catalogue_is_statutory(&shipped.catalogue, UINT16_MAX, &assumed));
    cr_expect_null(catalogue_statutory_source(
        &shipped.catalogue, shipped.catalogue.reference->criterion_count));
}

Test(model_overrides, how_long_people_stay_is_the_councils_or_assumed)
{
    struct overrides stays = {.stay_given = true, .stay_source = "HR policy"};
    const char *source = NULL;
    bool assumed = false;
    shipped_open(&shipped);
    cr_expect_eq(catalogue_stay_months(&shipped.catalogue, &source, &assumed),
                 6);
    cr_expect(assumed);
    cr_expect_not_null(source, "who assumes it");
    shipped.catalogue.overrides = &stays;
    cr_expect_eq(catalogue_stay_months(&shipped.catalogue, &source, &assumed),
                 0, "none at all is a number too");
    cr_expect_not(assumed);
    cr_expect_str_eq(source, "HR policy");
    shipped.catalogue.overrides = NULL;
}
