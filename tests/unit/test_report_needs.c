/* SPDX-License-Identifier: MIT */
/* The report on the needs of a workforce, as text and as JSON. */
#include <criterion/criterion.h>

#include "base/text.h"
#include "needs_sample.h"
#include "report/table.h"

#include <stdlib.h>
#include <string.h>

static const char *const secrets[] = {SAMPLE_SECRET_SHOWN};

static char *report_of(const sg_needs *needs, const char *by,
                       sg_report_options options)
{
    sg_error error = {0};
    char *text = NULL;
    cr_assert_eq(sg_report_needs(needs, by, &options, &text, &error), SG_OK);
    return text;
}

static char *sample_text(bool internal, const char *by)
{
    sg_needs needs = sample_needs();
    needs.internal = internal;
    return report_of(&needs, by, (sg_report_options){.width = 80});
}

static json_t *sample_object(bool internal)
{
    sg_needs needs = sample_needs();
    needs.internal = internal;
    char *text = report_of(&needs, NULL, (sg_report_options){.json = true});
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    cr_assert_not_null(root);
    free(text);
    return root;
}

/* ---- text ---- */

/* The widest line of `text`; changes `text`. */
static size_t widest(char *text)
{
    size_t most = 0;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
        if (text_width(line) > most)
            most = text_width(line);
    return most;
}

Test(report, needs_fit_every_width)
{
    for (unsigned width = 40; width <= 200; width += width < 90 ? 1 : 22)
        for (int ascii = 0; ascii <= 1; ascii++) {
            sg_needs needs = sample_needs();
            needs.internal = width % 2 == 0;
            char *text = report_of(
                &needs, "team",
                (sg_report_options){.width = width, .ascii = ascii == 1});
            cr_expect_leq(widest(text), width, "width %u, ascii %d", width,
                          ascii);
            free(text);
        }
}

Test(report, needs_in_ascii_are_ascii_and_nothing_acts_on_the_terminal)
{
    sg_needs needs = sample_needs();
    char *text = report_of(&needs, NULL, (sg_report_options){.ascii = true});
    for (const char *at = text; *at; at++)
        cr_assert(*at == '\n' || (*at >= ' ' && *at <= '~'), "byte %d",
                  (unsigned char)*at);
    cr_expect_not_null(strstr(text, "GBP 145,684"));
    free(text);
}

Test(report, colour_of_needs_adds_nothing_to_the_words)
{
    sg_needs needs = sample_needs();
    char *plain = report_of(&needs, NULL, (sg_report_options){.width = 80});
    char *color = report_of(&needs, NULL,
                            (sg_report_options){.width = 80, .color = true});
    char *to = color;
    for (const char *from = color; *from;) {
        if (*from == '\033')
            from = strchr(from, 'm') + 1;
        else
            *to++ = *from++;
    }
    *to = '\0';
    cr_expect_str_eq(color, plain);
    free(color);
    free(plain);
}

/* What somebody asks at a budget meeting, and the words that answer. */
static const struct {
    const char *words;
    const char *why;
} answers[] = {
    {"What staff need to become The role administrator-1\n", "the target"},
    {"This answer is for 2026-11-22.", "the day"},
    {"Staff in the exports: 2,000. Looked at: 1,893.", "how many"},
    {"     52  No role is on file", "who was left out"},
    {"      -  Small groups", "also when how many is not told"},
    {"1,204     88     601  \u00a3145,684  NVQ level 3", "how many need it"},
    {"   10      0  1,883*        \u00a30  Fire warden training (the law asks "
     "for it)",
     "with those whose target does not ask for it"},
    {"   62      -       -    \u00a35,580  =HYPERLINK", "a hidden figure"},
    {"0  1,893       0         ?  Tact", "a need without a course"},
    {"    =1+1 40; not told of 1\n", "in which teams"},
    {"=1+1 (staff: 120)\n   40    6   74  \u00a34,840  NVQ", "a team"},
    {"Parks (staff: 12)\n  Nobody there is known to lack anything.",
     "a team that needs nothing"},
    {"     23  +44 ring the college", "who is one step away"},
    {"What runs out within 90 days", "what runs out"},
    {"for @SUM(A1) Office Manager. Unmet now: 0.", "what becomes essential"},
    {"What \u00a320,000 buys first", "the budget"},
    {"It makes 22 people ready.", "what it buys"},
    {"1. A morning with the fire service: \u00a30. The law asks for it",
     "the law first"},
    {"22 seats: 2 groups of up to 10 at \u00a38,000 each, and 2 one by one at",
     "seats and groups"},
    {"than 24 people ready, 2 more than these do.", "how far from the best"},
    {"Buying the best value first would make 13 ready, for \u00a319,990.",
     "what the usual way would do"},
    {"\u00a31,210 a seat, or \u00a38,000 for a group of up to 10 [1,",
     "what a seat costs"},
    {"[2] A provider, as of 2026-01-02", "who says so"},
    {"No course is known for:\n  - Tact", "what has no price"},
    {"county, version 2026.1", "what was read"},
};

Test(report, needs_answer_what_a_budget_meeting_asks)
{
    char *text = sample_text(false, NULL);
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
        cr_expect_not_null(strstr(text, answers[i].words), "%s: %s\n%s",
                           answers[i].why, answers[i].words, text);
    free(text);
}

Test(report, needs_are_told_by_the_kind_of_group_that_is_asked_for)
{
    char *text = sample_text(false, "role");
    cr_expect_not_null(strstr(text, "What they need, by role"));
    cr_expect_not_null(strstr(text, "\nClerk (staff: 120)"));
    cr_expect_null(strstr(text, "Parks"));
    free(text);
}

Test(report, a_plan_that_may_not_be_told_is_not_passed_over)
{
    sg_needs needs = sample_needs();
    needs.plan = NULL;
    char *text = report_of(&needs, NULL, (sg_report_options){.width = 80});
    cr_expect_not_null(strstr(text, "buys first"));
    cr_expect_not_null(strstr(text, "Not told:"));
    free(text);
    needs.has_budget = false;
    text = report_of(&needs, NULL, (sg_report_options){.width = 80});
    cr_expect_null(strstr(text, "buys first"));
    free(text);
}

Test(report, a_plan_that_is_proved_best_says_so)
{
    sg_needs needs = sample_needs();
    sg_needs_plan plan = *needs.plan;
    plan.optimal = true;
    needs.plan = &plan;
    char *text = report_of(&needs, NULL, (sg_report_options){.width = 80});
    cr_expect_not_null(strstr(text, "This is proved best"));
    free(text);
}

Test(report, needs_without_anything_are_a_report_all_the_same)
{
    const sg_needs needs = {.today = "2026-11-22", .target = SG_NEEDS_STATED};
    char *text = report_of(&needs, NULL, (sg_report_options){.width = 80});
    cr_expect_not_null(strstr(text, "the roles that they aim at"));
    cr_expect_not_null(strstr(text, "Nobody could be looked at"));
    cr_expect_null(strstr(text, "buys first"));
    free(text);
}

/* ---- what stays inside ---- */

Test(report, hidden_figures_of_needs_are_nowhere)
{
    for (int form = 0; form < 4; form++) {
        sg_needs needs = sample_needs();
        needs.internal = form >= 2;
        char *text =
            report_of(&needs, NULL, (sg_report_options){.json = form % 2 == 1});
        for (size_t i = 0; i < sizeof(secrets) / sizeof(secrets[0]); i++)
            cr_expect_null(strstr(text, secrets[i]), "form %d: %s", form,
                           secrets[i]);
        free(text);
    }
}

Test(report, names_are_told_inside_only_and_the_output_says_so)
{
    char *inside = sample_text(true, NULL);
    char *outside = sample_text(false, NULL);
    cr_expect_not_null(strstr(inside, "FOR INSIDE USE ONLY"));
    cr_expect_not_null(strstr(inside, "@P-00417"));
    cr_expect_null(strstr(outside, "INSIDE USE"));
    cr_expect_null(strstr(outside, "P-00417"));
    free(inside);
    free(outside);
    json_t *root = sample_object(false);
    cr_expect_eq(json_array_size(json_object_get(root, "single_holders")), 0);
    json_decref(root);
    root = sample_object(true);
    cr_expect_eq(json_array_size(json_object_get(root, "single_holders")), 2);
    json_decref(root);
}

/* ---- JSON ---- */

/* Follows "needs/1/price/label". NULL when there is no such place. */
static const json_t *at(const json_t *value, const char *path)
{
    char steps[128];
    (void)snprintf(steps, sizeof(steps), "%s", path);
    for (char *step = strtok(steps, "/"); step && value;
         step = strtok(NULL, "/"))
        value = json_is_array(value)
                    ? json_array_get(value, (size_t)strtoul(step, NULL, 10))
                    : json_object_get(value, step);
    return value;
}

/* Every place that the contract names; its value as JSON. */
static const struct {
    const char *path;
    const char *json;
} promised[] = {
    {"skillgap", "1"},
    {"kind", "\"needs\""},
    {"internal", "false"},
    {"staff", "2000"},
    {"assessed", "1893"},
    {"several_posts", "null"},
    {"suppressed", "true"},
    {"not_assessed/0/reason", "\"no-role\""},
    {"not_assessed/0/staff", "52"},
    {"not_assessed/0/suppressed", "false"},
    {"not_assessed/1/staff", "null"},
    {"not_assessed/1/suppressed", "true"},
    {"target", "\"county/administrator-1\""},
    {"needs/0/need", "\"e-0011223344556677\""},
    {"needs/0/kind", "\"qualification\""},
    {"needs/0/level", "3"},
    {"needs/0/strength", "\"essential\""},
    {"needs/0/unmet", "1204"},
    {"needs/0/ask", "88"},
    {"needs/0/met", "601"},
    {"needs/0/cost_pence", "14568400"},
    {"needs/0/suppressed", "false"},
    {"needs/0/price/seat_pence", "121000"},
    {"needs/0/price/assumed", "true"},
    {"needs/1/unmet", "62"},
    {"needs/1/ask", "null"},
    {"needs/1/met", "null"},
    {"needs/1/suppressed", "true"},
    {"needs/1/level", "null"},
    {"needs/2/met", "null"},
    {"needs/2/rest", "1883"},
    {"needs/2/suppressed", "true"}, /* a count is null */
    {"needs/3/cost_pence", "null"}, /* nothing is known that costs anything */
    {"needs/3/suppressed", "false"},
    {"needs/3/price", "null"},
    {"groups/0/by", "\"team\""},
    {"groups/0/name", "\"=1+1\""},
    {"groups/0/needs/0/unmet", "40"},
    {"groups/0/needs/1/unmet", "null"},
    {"groups/0/needs/1/suppressed", "true"},
    {"groups/1/staff", "null"},
    {"groups/1/merged", "true"},
    {"one_step/0/needs/1", "\"e-8899aabbccddeeff\""},
    {"one_step/0/staff", "23"},
    {"expiring/0/need", "\"e-8899aabbccddeeff\""},
    {"expiring/1/staff", "null"},
    {"becomes_essential/0/need", "\"d-0123012301230123\""},
    {"plan/budget_pence", "2000000"},
    {"plan/spent_pence", "1842000"},
    {"plan/buys/0/statutory", "true"},
    {"plan/buys/1/seats", "22"},
    {"plan/buys/1/groups", "2"},
    {"plan/buys/1/needs/0", "\"e-0011223344556677\""},
    {"plan/eligible_before", "312"},
    {"plan/eligible_after", "334"},
    {"plan/optimal", "false"},
    {"plan/more", "22"},
    {"plan/bound", "24"},
    {"frameworks/0/version", "\"2026.1\""},
};

Test(report, needs_as_json_have_what_the_contract_names)
{
    json_t *root = sample_object(false);
    for (size_t i = 0; i < sizeof(promised) / sizeof(promised[0]); i++) {
        const json_t *value = at(root, promised[i].path);
        cr_assert_not_null(value, "%s is missing", promised[i].path);
        char *seen = json_dumps(value, JSON_ENCODE_ANY);
        cr_expect_str_eq(seen, promised[i].json, "%s", promised[i].path);
        free(seen);
    }
    json_decref(root);
}

static const struct {
    sg_needs_target target;
    const char *word;
} targets[] = {
    {SG_NEEDS_ROLE, "county/administrator-1"},
    {SG_NEEDS_NEXT, "next"},
    {SG_NEEDS_STATED, "stated"},
};

Test(report, the_target_of_needs_is_a_role_or_a_word)
{
    for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
        sg_needs needs = sample_needs();
        needs.target = targets[i].target;
        if (needs.target != SG_NEEDS_ROLE)
            needs.to = (sg_role_info){0};
        char *text = report_of(&needs, NULL, (sg_report_options){.json = true});
        json_t *root = json_loads(text, 0, NULL);
        cr_expect_str_eq(json_string_value(json_object_get(root, "target")),
                         targets[i].word);
        cr_expect_eq(json_is_null(json_object_get(root, "to_role")),
                     needs.target != SG_NEEDS_ROLE);
        json_decref(root);
        free(text);
    }
}

/* Where a number may be null, `suppressed` says whether that is why. */
static void look_at(const json_t *object)
{
    static const char *const counts[] = {"unmet", "ask", "met", "staff"};
    const json_t *flag = json_object_get(object, "suppressed");
    bool hidden = false;
    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
        hidden |= json_is_null(json_object_get(object, counts[i]));
    if (hidden)
        cr_expect(json_is_true(flag));
}

static void look_through(json_t *value)
{
    const char *key;
    json_t *part;
    size_t i;
    if (json_is_object(value)) {
        look_at(value);
        json_object_foreach(value, key, part) look_through(part);
    }
    json_array_foreach(value, i, part) look_through(part);
}

Test(report, every_null_count_of_needs_has_suppressed_beside_it)
{
    json_t *root = sample_object(false);
    look_through(root);
    json_decref(root);
}
