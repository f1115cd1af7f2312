/* SPDX-License-Identifier: MIT */
/* One leaf against one file: what the two shipped councils do not have. */
#include "councils.h"
#include "people.h"
#include "shipped.h"
#include "small.h"
#include "support.h"

#include "judge/held_leaf.h"
#include "judge/judge.h"
#include "quals/claim.h"
#include "read/quals.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define QUALIFICATION(rest)                                                    \
    "{\"op\":\"qualification\",\"label\":\"q\",\"criterion\":"                 \
    "\"vocational-qualification\"," rest "}"
#define ANY_SUBJECT "\"equivalent\":true,\"subject\":\"any\""

struct held_case {
    const char *why;
    const char *leaf;
    const char *person; /* members of the file, single quotes for double */
    sg_verdict verdict;
    enum cause cause;
    bool unread;     /* nobody knows about titles */
    const char *low; /* essential lines of t/low */
    const struct rules *rules;
};

static bool twelve(const void *context, const struct rules_experience *words,
                   struct months_rule *months)
{
    (void)context;
    (void)words;
    *months = (struct months_rule){.months = 12, .assumed = true};
    return true;
}

/* Settles what has no criterion, and nothing else. */
static bool opinion_without_criterion(const void *context,
                                      const struct rules_line *line,
                                      struct opinion_rule *opinion)
{
    (void)context;
    opinion->verdict = SG_MET;
    return line->criterion[0] == '\0';
}

static const struct rules mute = {.id = "mute"};
static const struct rules opinionated = {.id = "opinionated",
                                         .experience_months = twelve,
                                         .opinion = opinion_without_criterion};

static const struct held_case cases[] = {
    {"an SVQ is a full level as an NVQ is",
     QUALIFICATION("\"scale\":\"SVQ\",\"level\":3," ANY_SUBJECT),
     "'qualifications':[{'title':'SVQ 3'}]", SG_MET, CAUSE_CLAIM_FITS, false,
     "", NULL},
    {"a level on RQF names no size",
     QUALIFICATION("\"scale\":\"RQF\",\"level\":3," ANY_SUBJECT),
     "'qualifications':[{'title':'Level 3 Certificate in Management'}]", SG_MET,
     CAUSE_CLAIM_FITS, false, "", NULL},
    {"an award that nobody knows, or similar",
     QUALIFICATION("\"name\":\"Zzz\"," ANY_SUBJECT),
     "'qualifications':[{'title':'NVQ 3'}]", SG_ASK, CAUSE_CLAIM_SIMILAR, false,
     "", NULL},
    {"the same without similar",
     QUALIFICATION("\"name\":\"Zzz\",\"equivalent\":false,\"subject\":\"any\""),
     "'qualifications':[{'title':'NVQ 3'}]", SG_ASK, CAUSE_CLAIM_NOT_NAMED,
     false, "", NULL},
    {"the named award itself",
     QUALIFICATION("\"name\":\"CMS\",\"equivalent\":false,\"subject\":\"any\""),
     "'qualifications':[{'title':'Cert in Mgmt'},{'title':'CMS'}]", SG_MET,
     CAUSE_CLAIM_FITS, false, "", NULL},
    {"titles that nobody reads are open",
     QUALIFICATION("\"name\":\"CMS\"," ANY_SUBJECT),
     "'qualifications':[{'title':'CMS'}]", SG_UNMET, CAUSE_FILE_NONE, true, "",
     NULL},
    {"one of the subjects that the line lists",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3,\"equivalent\":true,"
                   "\"subject\":[\"15.1\",\"15.2\"]"),
     "'qualifications':[{'title':'NVQ 3','subject':'15.2'}]", SG_MET,
     CAUSE_CLAIM_FITS, false, "", NULL},
    {"none of them",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3,\"equivalent\":true,"
                   "\"subject\":[\"15.1\",\"15.2\"]"),
     "'qualifications':[{'title':'NVQ 3','subject':'09.1'}]", SG_ASK,
     CAUSE_CLAIM_SUBJECT_OTHER, false, "", NULL},
    {"two A levels, of which one is listed",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3,\"equivalent\":true,"
                   "\"subject\":[\"15.1\"]"),
     "'qualifications':[{'title':'A level Maths','subject':'15.1'},{'title':"
     "'A level French','subject':'15.2'}]",
     SG_ASK, CAUSE_CLAIM_SUBJECT_OTHER, false, "", NULL},
    {"withdrawn is neither held nor not",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT),
     "'qualifications':[{'title':'NVQ 3 withdrawn'}]", SG_ASK,
     CAUSE_CLAIM_STATUS_OPEN, false, "", NULL},
    {"it runs out some time this year",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT),
     "'qualifications':[{'title':'NVQ 3','expires':'2026'}]", SG_ASK,
     CAUSE_CLAIM_STATUS_OPEN, false, "", NULL},
    {"it runs out, and nobody says when",
     QUALIFICATION("\"scale\":\"RQF\",\"level\":3," ANY_SUBJECT),
     "'qualifications':[{'title':'Level 3 Award in First Aid at Work'}]",
     SG_ASK, CAUSE_CLAIM_STATUS_OPEN, false, "", NULL},
    {"expected one day, so not held before it",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT),
     "'qualifications':[{'title':'NVQ 3','expected':'2027-06'}]", SG_UNMET,
     CAUSE_CLAIM_STUDYING, false, "", NULL},
    {"expected one day that has passed, and nobody says what became of it",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT),
     "'qualifications':[{'title':'NVQ 3','expected':'2020-06'}]", SG_ASK,
     CAUSE_CLAIM_STATUS_OPEN, false, "", NULL},
    {"what was failed is no qualification",
     QUALIFICATION("\"scale\":\"RQF\",\"level\":1," ANY_SUBJECT),
     "'qualifications':[{'type':'gcse','grades':['U'],'status':'held'}]",
     SG_UNMET, CAUSE_FILE_NONE, false, "", NULL},
    {"a level word in capitals", SKILL("it-keyboard", "appropriate"),
     "'skills':[{'id':'it-keyboard','level':'Appropriate'}]", SG_MET,
     CAUSE_SKILL_LISTED, false, "", NULL},
    {"and one among others", SKILL("it-keyboard", "appropriate"),
     "'skills':[{'id':'it-keyboard','level':'Very BASIC'}]", SG_ASK,
     CAUSE_SKILL_BELOW, false, "", NULL},
    {"spaces before a level word", SKILL("it-keyboard", "basic"),
     "'skills':[{'id':'it-keyboard','level':'  very  basic'}]", SG_MET,
     CAUSE_SKILL_LISTED, false, "", NULL},
    {"a word longer than any", SKILL("it-keyboard", "basic"),
     "'skills':[{'id':'it-keyboard','level':'"
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'}"
     "]",
     SG_ASK, CAUSE_SKILL_WORD_OPEN, false, "", NULL},
    {"of two entries the nearer one is told",
     SKILL("it-keyboard", "appropriate"),
     "'skills':[{'id':'it-keyboard','level':'basic'},{'id':'it-keyboard',"
     "'level':'zzz'}]",
     SG_ASK, CAUSE_SKILL_WORD_OPEN, false, "", NULL},
    {"the same credential, by its id alone",
     "{\"op\":\"credential\",\"label\":\"c\",\"criterion\":\"icdl\","
     "\"credential\":\"icdl\"}",
     "'credentials':[{'id':'icdl'}]", SG_MET, CAUSE_CREDENTIAL_HELD, true, "",
     NULL},
    {"another name, and nobody knows",
     "{\"op\":\"credential\",\"label\":\"c\",\"criterion\":\"icdl\","
     "\"credential\":\"icdl\"}",
     "'credentials':[{'id':'ecdl'}]", SG_UNMET, CAUSE_FILE_NONE, true, "",
     NULL},
    {"training of no stated kind that has run out",
     "{\"op\":\"training\",\"label\":\"t\",\"criterion\":"
     "\"in-house-training\"}",
     "'training':[{'title':'x','expires':'2020'}]", SG_UNMET, CAUSE_FILE_NONE,
     false, "", NULL},
    {"a role and its kind of work", AT("some", "t/low"),
     "'experience':[{'role':'t/low','area':'office','from':'2020-01'}]", SG_MET,
     CAUSE_WORK_ANY_TIME, false, "", NULL},
    {"some, but a stated length",
     "{\"op\":\"experience\",\"label\":\"w\",\"criterion\":"
     "\"work-experience\",\"word\":\"some\",\"months\":12,\"areas\":["
     "\"office\"]}",
     "'experience':[{'area':'office','from':'2026-10'}]", SG_ASK,
     CAUSE_WORK_SHORT, false, "", NULL},
    {"a post that ended this very month", WORK("some"),
     "'experience':[{'area':'office','from':'2026-11','to':'2026-11'}]", SG_MET,
     CAUSE_WORK_ANY_TIME, false, "", NULL},
    {"the current role, in a post that ends this month", WORK("some"),
     "'current_role':'t/low','experience':[{'role':'t/low','from':'2020-01',"
     "'to':'2026-11'}]",
     SG_MET, CAUSE_WORK_ANY_TIME, false, "", NULL},
    {"the current role beside a post of no role", WORK("some"),
     "'current_role':'t/low','experience':[{'area':'office','from':'2020-01'}]",
     SG_MET, CAUSE_WORK_ANY_TIME, false, "", NULL},
    {"a post that begins today", WORK("some"),
     "'experience':[{'area':'office','from':'2026-11-22'}]", SG_MET,
     CAUSE_WORK_ANY_TIME, false, "", NULL},
    {"one that begins tomorrow is no experience yet", WORK("some"),
     "'experience':[{'area':'office','from':'2026-11-23'}]", SG_UNMET,
     CAUSE_FILE_NONE, false, "", NULL},
    {"nor is the time in a current role that has not begun", WORK("some"),
     "'current_role':'t/low','experience':[{'role':'t/low','from':'2027-03'}]",
     SG_UNMET, CAUSE_FILE_NONE, false, "", NULL},
    {"who was in it before, and will be again", WORK("some"),
     "'current_role':'t/low','experience':[{'role':'t/low','from':'2015','to':"
     "'2019'},{'role':'t/low','from':'2027'}]",
     SG_MET, CAUSE_WORK_ANY_TIME, false, "", NULL},
    {"what a role asks for is asked before it begins",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT),
     "'current_role':'t/low','experience':[{'role':'t/low','from':'2027'}]",
     SG_MET, CAUSE_SAME, false,
     LINE("l", QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT)),
     NULL},
    {"a named award of a stated level",
     QUALIFICATION(
         "\"name\":\"CMS\",\"scale\":\"RQF\",\"level\":4," ANY_SUBJECT),
     "'qualifications':[{'title':'CMS'}]", SG_MET, CAUSE_CLAIM_FITS, false, "",
     NULL},
    {"an NVQ of nobody knows which level",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT),
     "'qualifications':[{'title':'NVQ'}]", SG_ASK, CAUSE_CLAIM_UNKNOWN, false,
     "", NULL},
    {"where appropriate, of nobody knows what",
     "{\"op\":\"not-needed-here\",\"label\":\"n\"}", "'skills':[]", SG_ASK,
     CAUSE_POST, false, "", NULL},
    {"no formal qualification is needed",
     "{\"op\":\"no-formal-qualification\",\"label\":\"n\"}", "'skills':[]",
     SG_MET, CAUSE_ALWAYS, false, "", NULL},
    {"rules that say nothing of subjects", NVQ(3),
     "'qualifications':[{'title':'NVQ 3','subject':'15.2'}]", SG_ASK,
     CAUSE_CLAIM_SUBJECT_OTHER, false, "", &mute},
    {"an opinion on a line without a criterion",
     "{\"op\":\"not-needed-here\",\"label\":\"n\"}", "'skills':[]", SG_MET,
     CAUSE_POST, false, "", &opinionated},
    {"the role guarantees what the file shows by custom only",
     QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT),
     "'current_role':'t/low','qualifications':[{'title':'Level 3 Diploma in "
     "Management'}]",
     SG_MET, CAUSE_SAME, false,
     LINE("l", QUALIFICATION("\"scale\":\"NVQ\",\"level\":3," ANY_SUBJECT)),
     NULL},
    {"a certificate that is the credential, and runs out nobody knows when",
     "{\"op\":\"credential\",\"label\":\"c\",\"criterion\":\"icdl\","
     "\"credential\":\"ilm\"}",
     "'qualifications':[{'title':'ILM Level 3 First Aid at Work'}]", SG_ASK,
     CAUSE_CLAIM_STATUS_OPEN, false, "", NULL},
    {"supervising leaves the guiding of colleagues open",
     "{\"op\":\"experience\",\"label\":\"g\",\"criterion\":"
     "\"guiding-colleagues\",\"word\":\"some\",\"areas\":[\"office\"]}",
     "'experience':[{'title':'x','from':'2020-01','to':'2020-02',"
     "'supervises':true}]",
     SG_ASK, CAUSE_WORK_KIND_OPEN, false, "", NULL},
    {"but not where roles are named",
     "{\"op\":\"experience\",\"label\":\"g\",\"criterion\":"
     "\"guiding-colleagues\",\"word\":\"proven\",\"roles\":[\"t/low\"]}",
     "'experience':[{'title':'x','from':'2020-01','to':'2020-02',"
     "'supervises':true}]",
     SG_UNMET, CAUSE_WORK_TOO_SHORT, false, "", &opinionated},
    {"nor does it make less of such work",
     "{\"op\":\"experience\",\"label\":\"g\",\"criterion\":"
     "\"guiding-colleagues\",\"word\":\"some\",\"areas\":[\"office\"]}",
     "'experience':[{'area':'office','from':'2020-01','supervises':true}]",
     SG_MET, CAUSE_WORK_ANY_TIME, false, "", NULL},
    {"a short time in the named role, and a long one in its kind of work",
     AT("proven", "t/low"),
     "'experience':[{'role':'t/low','from':'2026-09'},{'area':'office',"
     "'from':'2020-01','to':'2024-12'}]",
     SG_ASK, CAUSE_WORK_KIND_OPEN, false, "", &opinionated},
};

static struct person *person_of(const struct shipped *shipped,
                                const char *members)
{
    char json[1024];
    struct problems found = {0};
    snprintf(json, sizeof json, "{'format':'skillgap-person/1',%s}", members);
    for (char *at = json; *at; at++)
        if (*at == '\'')
            *at = '"';
    struct person *person = people_read(shipped->reference, json, &found);
    cr_assert(person, "%s", members);
    return person;
}

static void check(const struct held_case *row, const struct quals *quals)
{
    char line[1024];
    struct shipped shipped;
    struct held held;
    struct sg_person person = {0};
    struct judgement judgement;

    snprintf(line, sizeof line, "{\"id\":\"x\",\"items\":[\"1\"],\"needs\":%s}",
             row->leaf);
    shipped_from_json(&shipped, small_framework(row->low, "", line, ""));
    shipped.in_use[0].rules = row->rules;
    person.person = person_of(&shipped, row->person);
    if (!row->unread) {
        person.titles = claim_knowledge(quals);
        cr_assert(claims_read(quals, NULL, person.person, &person.arena,
                              &person.claims, &person.claim_count));
    }
    cr_assert(held_build(&held, &person, &shipped.catalogue,
                         (struct date){2026, 11, 22}));
    const sg_role to = shipped_role(&shipped, "t/high");
    struct judging judging = judging_of_person(&shipped.catalogue, &held, to);
    const struct framework *framework = judging.to->framework;
    judge_line(&judging, framework->roles[to.index].lines.first, &judgement);
    cr_expect_eq(judgement.verdict, row->verdict, "%s: %s", row->why,
                 sg_verdict_word(judgement.verdict));
    cr_expect_eq(judgement.answers[0].cause, row->cause, "%s: cause %d for %d",
                 row->why, (int)judgement.answers[0].cause, (int)row->cause);
    held_done(&held);
    arena_done(&person.arena);
    person_free(person.person);
    shipped_close(&shipped);
}

Test(held, a_leaf_is_judged_by_what_the_file_says)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;

    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check(&cases[i], quals);
    quals_free(quals);
    reference_free(reference);
}

/* Work that is surely of the kind is too short, and what the duties of another
 * role touch may add to it: the answer points at those duties. */
Test(held, duties_that_touch_the_work_may_make_up_what_is_short)
{
    struct shipped councils;
    struct held held;
    struct sg_person person = {0};
    struct judgement judgement;

    councils_open(
        &councils,
        &(struct council){.touches = "'work-experience'",
                          .want = ASKS("x", WORKED(",'word':'proven','areas':["
                                                   "'office']"))});
    councils.in_use[0].rules = &opinionated;
    person.person = person_of(
        &councils, "'experience':[{'area':'office','from':'2026-09'},"
                   "{'role':'t/other','from':'2015-01','to':'2019-12'}]");
    cr_assert(held_build(&held, &person, &councils.catalogue,
                         (struct date){2026, 11, 22}));
    const sg_role to = shipped_role(&councils, "t/want");
    const struct judging judging =
        judging_of_person(&councils.catalogue, &held, to);
    judge_line(&judging, judging.to->framework->roles[to.index].lines.first,
               &judgement);
    const struct leaf_answer *answer = &judgement.answers[0];
    cr_expect_eq(judgement.verdict, SG_ASK);
    cr_expect_eq(answer->cause, CAUSE_WORK_KIND_OPEN, "cause %d",
                 (int)answer->cause);
    cr_expect_eq(answer->held_months, 3);
    cr_expect_neq(answer->place, NO_INDEX);
    cr_expect(held.posts[answer->held].framework, "the post in a role");
    held_done(&held);
    arena_done(&person.arena);
    person_free(person.person);
    shipped_close(&councils);
}

/* One of the named roles does no stated work: how near a post is, the others
 * say. */
Test(held, an_open_post_is_as_near_as_the_nearest_named_role)
{
    struct shipped councils;
    struct held held;
    struct sg_person person = {0};
    struct judgement judgement;

    councils_open(
        &councils,
        &(struct council){.want = ASKS("x", WORKED(",'word':'proven','roles':["
                                                   "'@/other','@/below']"))});
    person.person = person_of(
        &councils, "'experience':[{'title':'first','from':'2000-01','to':"
                   "'2009-12'},{'title':'second','area':'office','from':"
                   "'2010-01','to':'2019-12'}]");
    cr_assert(held_build(&held, &person, &councils.catalogue,
                         (struct date){2026, 11, 22}));
    const sg_role to = shipped_role(&councils, "t/want");
    const struct judging judging =
        judging_of_person(&councils.catalogue, &held, to);
    judge_line(&judging, judging.to->framework->roles[to.index].lines.first,
               &judgement);
    const struct leaf_answer *answer = &judgement.answers[0];
    cr_expect_eq(answer->cause, CAUSE_WORK_KIND_OPEN, "cause %d",
                 (int)answer->cause);
    cr_assert_neq(answer->held, NO_INDEX);
    cr_expect_str_eq(held.posts[answer->held].title, "second");
    cr_assert_neq(answer->also[0], NO_INDEX);
    cr_expect_str_eq(held.posts[answer->also[0]].title, "first");
    cr_expect_eq(answer->also[1], NO_INDEX);
    held_done(&held);
    arena_done(&person.arena);
    person_free(person.person);
    shipped_close(&councils);
}
