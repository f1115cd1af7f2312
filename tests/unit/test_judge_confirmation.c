/* SPDX-License-Identifier: MIT */
/* What a confirmation settles, and when it lapses. */
#include "people.h"
#include "shipped.h"
#include "small.h"
#include "support.h"

#include "judge/judge.h"
#include "model/line_hash.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define TO "county/administrator-2"
#define ASKED "a2-e-icdl"

struct confirmation_case {
    const char *what;
    const char *confirmed; /* JSON; %s is the line's hash */
    sg_verdict verdict;
    enum confirmation_state state;
};

#define BY "\"line\":\"" ASKED "\",\"by\":\"M. Manager-Example\","
#define MET BY "\"verdict\":\"met\","
#define UNMET BY "\"verdict\":\"unmet\","

static const struct confirmation_case cases[] = {
    {"none", "", SG_ASK, CONFIRMATION_NONE},
    {"by version", "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"}",
     SG_MET, CONFIRMATION_SETTLES},
    {"unmet settles as well",
     "{" UNMET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"}", SG_UNMET,
     CONFIRMATION_SETTLES},
    {"by hash, whatever the version says",
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"0\",\"hash\":"
     "\"%s\"}",
     SG_MET, CONFIRMATION_SETTLES},
    {"of another wording",
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\",\"hash\":"
     "\"1-0000000000000000\"}",
     SG_ASK, CONFIRMATION_LAPSED},
    {"of another version",
     "{" MET "\"on\":\"2024-03-04\",\"framework_version\":\"0\"}", SG_ASK,
     CONFIRMATION_LAPSED},
    {"of nobody knows which wording", "{" MET "\"on\":\"2026-09-14\"}", SG_ASK,
     CONFIRMATION_UNDATED},
    {"that asks itself",
     "{" BY "\"verdict\":\"ask\",\"on\":\"2026-09-14\","
     "\"framework_version\":\"1\"}",
     SG_ASK, CONFIRMATION_UNSETTLED},
    {"the later one counts",
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"},"
     "{" UNMET "\"on\":\"2026-10-01\",\"framework_version\":\"1\"}",
     SG_UNMET, CONFIRMATION_SETTLES},
    {"in whichever order",
     "{" UNMET "\"on\":\"2026-10-01\",\"framework_version\":\"1\"},"
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"}",
     SG_UNMET, CONFIRMATION_SETTLES},
    {"one that holds goes before a later one that has lapsed",
     "{" MET "\"on\":\"2026-10-01\",\"framework_version\":\"0\"},"
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"}",
     SG_MET, CONFIRMATION_SETTLES},
    {"and whichever comes first",
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"},"
     "{" MET "\"on\":\"2026-10-01\",\"framework_version\":\"0\"}",
     SG_MET, CONFIRMATION_SETTLES},
    {"two of one day contradict each other",
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"},"
     "{" UNMET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"}",
     SG_ASK, CONFIRMATION_UNSETTLED},
    {"two of one day agree",
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"},"
     "{" MET "\"on\":\"2026-09-14\",\"framework_version\":\"1\"}",
     SG_MET, CONFIRMATION_SETTLES},
    {"an open one goes before one that has lapsed",
     "{" BY "\"verdict\":\"ask\",\"on\":\"2026-09-14\","
     "\"framework_version\":\"1\"},"
     "{" MET "\"on\":\"2026-10-01\",\"framework_version\":\"0\"}",
     SG_ASK, CONFIRMATION_UNSETTLED},
    {"and whichever of these comes first",
     "{" MET "\"on\":\"2026-10-01\",\"framework_version\":\"0\"},"
     "{" BY "\"verdict\":\"ask\",\"on\":\"2026-09-14\","
     "\"framework_version\":\"1\"}",
     SG_ASK, CONFIRMATION_UNSETTLED},
    {"two of one day that have lapsed both",
     "{" MET "\"on\":\"2026-10-01\",\"framework_version\":\"0\"},"
     "{" UNMET "\"on\":\"2026-10-01\",\"framework_version\":\"0\"}",
     SG_ASK, CONFIRMATION_LAPSED},
    {"of a day that has not come",
     "{" MET "\"on\":\"2026-12-01\",\"framework_version\":\"1\"}", SG_ASK,
     CONFIRMATION_NONE},
    {"of another line",
     "{\"line\":\"a1-e-icdl\",\"by\":\"M\",\"verdict\":\"met\",\"on\":"
     "\"2026-09-14\",\"framework_version\":\"1\"}",
     SG_ASK, CONFIRMATION_NONE},
};

static uint32_t line_at(const struct framework *framework, const char *id)
{
    for (uint32_t i = 0; i < framework->line_count; i++)
        if (strcmp(framework_text(framework, framework->lines[i].id), id) == 0)
            return i;
    cr_assert(false, "no line %s", id);
    return 0;
}

static struct person *person_of(const struct shipped *shipped,
                                const char *confirmed, const char *hash)
{
    char list[1024], file[1400];
    struct problems found = {0};

    snprintf(list, sizeof list, "%s", confirmed);
    char *place = strstr(list, "%s");
    if (place) {
        char rest[512];
        snprintf(rest, sizeof rest, "%s", place + 2);
        snprintf(place, sizeof list - (size_t)(place - list), "%s%s", hash,
                 rest);
    }
    snprintf(file, sizeof file,
             "{\"format\":\"skillgap-person/1\",\"skills\":[],\"confirmed\":"
             "[%s]}",
             list);
    struct person *person = people_read(shipped->reference, file, &found);
    cr_assert(person, "%s", file);
    return person;
}

Test(confirmation, settles_what_is_open_while_the_line_stays_the_same)
{
    struct shipped shipped;

    shipped_open(&shipped);
    const sg_role to = shipped_role(&shipped, TO);
    const struct framework *framework =
        shipped.catalogue.frameworks[to.framework].framework;
    const uint32_t line = line_at(framework, ASKED);
    char hash[LINE_HASH_ROOM];
    line_hash(framework, line, hash);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sg_person person = {
            .person = person_of(&shipped, cases[i].confirmed, hash)};
        struct held held;
        struct judgement judgement;
        cr_assert(held_build(&held, &person, &shipped.catalogue,
                             (struct date){2026, 11, 22}));
        const struct judging judging =
            judging_of_person(&shipped.catalogue, &held, to);
        judge_line(&judging, line, &judgement);
        cr_expect_eq(judgement.verdict, cases[i].verdict, "%s", cases[i].what);
        cr_expect_eq(judgement.confirmation, cases[i].state, "%s: %d",
                     cases[i].what, (int)judgement.confirmation);
        held_done(&held);
        person_free(person.person);
    }
    shipped_close(&shipped);
}

Test(confirmation, never_overturns_what_is_settled)
{
    struct shipped shipped;

    shipped_open(&shipped);
    const sg_role to = shipped_role(&shipped, TO);
    const struct framework *framework =
        shipped.catalogue.frameworks[to.framework].framework;
    const uint32_t line = line_at(framework, "a2-e-health-safety");
    struct sg_person person = {
        .person = person_of(&shipped,
                            "{\"line\":\"a2-e-health-safety\",\"by\":\"M\","
                            "\"verdict\":\"met\",\"on\":\"2026-09-14\","
                            "\"framework_version\":\"1\"}",
                            "")};
    struct held held;
    struct judgement judgement;
    cr_assert(held_build(&held, &person, &shipped.catalogue,
                         (struct date){2026, 11, 22}));
    const struct judging judging =
        judging_of_person(&shipped.catalogue, &held, to);
    judge_line(&judging, line, &judgement);
    cr_expect_eq(judgement.verdict, SG_UNMET);
    cr_expect_eq(judgement.confirmation, CONFIRMATION_NONE);
    held_done(&held);
    person_free(person.person);
    shipped_close(&shipped);
}

/* A line, and the same with one thing changed. */
static const char *const lines[] = {
    "{\"op\":\"experience\",\"label\":\"work\",\"criterion\":"
    "\"work-experience\",\"word\":\"proven\",\"areas\":[\"office\"]}",
    "{\"op\":\"experience\",\"label\":\"works\",\"criterion\":"
    "\"work-experience\",\"word\":\"proven\",\"areas\":[\"office\"]}",
    "{\"op\":\"experience\",\"label\":\"work\",\"criterion\":"
    "\"work-experience\",\"word\":\"some\",\"areas\":[\"office\"]}",
    "{\"op\":\"experience\",\"label\":\"work\",\"criterion\":"
    "\"work-experience\",\"word\":\"proven\",\"roles\":[\"t/low\"]}",
    "{\"op\":\"experience\",\"label\":\"work\",\"criterion\":"
    "\"work-experience\",\"word\":\"proven\",\"relevant\":true}",
    "{\"op\":\"skill\",\"label\":\"work\",\"criterion\":\"it-keyboard\","
    "\"degree\":\"basic\"}",
    "{\"op\":\"skill\",\"label\":\"work\",\"criterion\":\"it-keyboard\","
    "\"depth\":\"basic\"}",
    "{\"op\":\"qualification\",\"label\":\"work\",\"criterion\":"
    "\"vocational-qualification\",\"scale\":\"NVQ\",\"level\":2,"
    "\"equivalent\":true,\"subject\":\"any\"}",
    "{\"op\":\"qualification\",\"label\":\"work\",\"criterion\":"
    "\"vocational-qualification\",\"scale\":\"NVQ\",\"level\":2,"
    "\"equivalent\":false,\"subject\":\"any\"}",
    "{\"op\":\"qualification\",\"label\":\"work\",\"criterion\":"
    "\"vocational-qualification\",\"scale\":\"NVQ\",\"level\":3,"
    "\"equivalent\":true,\"subject\":\"any\"}",
    "{\"op\":\"credential\",\"label\":\"work\",\"criterion\":\"icdl\","
    "\"credential\":\"icdl\"}",
};

Test(confirmation, each_change_of_a_line_changes_its_hash)
{
    enum { LINES = sizeof lines / sizeof lines[0] };
    char hashes[2 * LINES][LINE_HASH_ROOM];
    struct reference *reference = support_reference();

    for (size_t i = 0; i < LINES; i++) {
        char line[512];
        snprintf(line, sizeof line,
                 "{\"id\":\"x\",\"items\":[\"1\"],\"needs\":%s}", lines[i]);
        struct framework *framework =
            support_framework(reference, small_framework("", "", line, ""));
        line_hash(framework, 0, hashes[2 * i]);
        framework_free(framework);
        framework =
            support_framework(reference, small_framework("", "", "", line));
        line_hash(framework, 0, hashes[2 * i + 1]);
        framework_free(framework);
    }
    for (size_t a = 0; a < 2 * LINES; a++)
        for (size_t b = 0; b < a; b++)
            cr_expect_str_neq(hashes[a], hashes[b], "%zu and %zu", a, b);
    reference_free(reference);
}

Test(confirmation, the_place_in_the_document_is_not_part_of_the_hash)
{
    struct reference *reference = support_reference();
    char one[LINE_HASH_ROOM], other[LINE_HASH_ROOM];
    struct framework *framework = support_framework(
        reference, small_framework("", "", LINE("x", NVQ(2)), ""));
    line_hash(framework, 0, one);
    framework_free(framework);
    framework = support_framework(
        reference,
        small_framework("", "", LINE("w", NVQ(3)) "," LINE("x", NVQ(2)), ""));
    line_hash(framework, 1, other);
    framework_free(framework);
    cr_expect_str_eq(one, other);
    reference_free(reference);
}
