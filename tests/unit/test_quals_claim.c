/* SPDX-License-Identifier: MIT */
/* What a qualification of a file claims, title and fields joined. Each row is
 * a list of entries and what the last claim made of it is. */
#include "claim_table.h"
#include "quals/claim.h"
#include "read/quals.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct claim_case cases[] = {
    /* Titles alone. */
    {"{'title':'NVQ3 Bus Admin'}", "3", "3", "15.2*", "nvq", "full by name"},
    {"{'title':'NVQ 4'}", "4-6", "4-6", "-", "nvq", "the old level 4"},
    {"{'title':'NVQ level 5 management'}", "7-8", "7-8", "15.3*", "nvq",
     "the old level 5"},
    {"{'title':'Level 4 NVQ Diploma in Business Administration'}", "4", "4",
     "15.2*", "nvq", "today's title: the number is the level"},
    {"{'title':'SVQ 2'}", "2", "2", "-", "nvq", "as an NVQ"},
    {"{'title':'Level 3 Award in First Aid at Work','awarded':'2022-09'}", "3",
     "0", "01.3*", "assumed expires:2025-09*",
     "the level is no size; good for 36 months"},
    {"{'title':'FS L2 Eng'}", "2", "0", "14.1*", "", "never a full level"},
    {"{'title':'HNC Business'}", "4-5", "4-5", "-", "", "4 or 5 by era"},
    {"{'title':'BA (Hons) Geography'}", "6", "6", "11.1*", "",
     "a degree is whole"},
    {"{'title':'CMS'}", "4-5", "4-5", "15.3*", "", "an old name, by memory"},
    {"{'title':'ECDL'}", "1-3", "0-3", "06.2*", "", "1, 2 or 3"},
    {"{'title':'AAT L3'}", "3", "0-3", "15.1*", "", "its size is not said"},
    {"{'title':'Level 3 Certificate in Management'}", "3", "0-3", "15.3*", "",
     "a certificate may be large or small"},
    {"{'title':'Level 3 Diploma in Management'}", "3", "3", "15.3*", "assumed",
     "a diploma is full by custom"},
    {"{'title':'Level 1 Diploma in Business'}", "1", "0", "-", "",
     "there is no full level 1"},
    {"{'title':'some certificate'}", "?", "0-8", "-", "",
     "nobody can tell what it is"},
    {"{'title':'working towards NVQ 3'}", "3", "3", "-", "nvq working",
     "by its words"},
    {"{'title':'NVQ 2 - 2 units only'}", "2", "2", "-", "nvq open",
     "units are not the whole"},
    {"{'title':'Abitur'}", "?", "0-8", "-", "overseas", "a German name"},
    {"{'title':'Access to HE'}", "3", "3", "-", "", "full by rule"},
    {"{'title':'AS level History'}", "3", "0-3", "10.1*", "",
     "depends on the year and how many"},

    /* Fields alone. */
    {"{'type':'nvq','level':3,'scale':'NVQ'}", "3", "3", "-", "nvq", ""},
    {"{'type':'nvq','level':4}", "4-6", "4-6", "-", "nvq",
     "an NVQ's number is on the old scale"},
    {"{'type':'nvq','level':4,'scale':'RQF'}", "4", "4", "-", "nvq", ""},
    {"{'type':'svq','level':4}", "5-6", "5-6", "-", "nvq", "SVQ 4: SCQF 8-9"},
    {"{'type':'diploma','level':3,'scale':'RQF','subject':'15.2'}", "3", "3",
     "15.2", "assumed", "full by custom"},
    {"{'type':'certificate','level':2,'scale':'RQF','size':'certificate'}", "2",
     "0-2", "-", "", ""},
    {"{'type':'certificate','level':2,'scale':'RQF','size':'full'}", "2", "2",
     "-", "", "the file says so"},
    {"{'type':'award','level':3,'scale':'RQF','size':'award'}", "3", "0", "-",
     "assumed", ""},
    {"{'type':'degree'}", "6", "6", "-", "", "by the type"},
    {"{'type':'other','level':6,'scale':'SCQF'}", "3", "0-3", "-", "",
     "SCQF 6 is level 3"},
    {"{'type':'other','level':3,'scale':'SCQF'}", "0", "0", "-", "",
     "SCQF 3 is entry level"},
    {"{'type':'other','level':5,'scale':'EQF'}", "4-5", "0-5", "-", "",
     "EQF 5 is both"},
    {"{'type':'other','level':3,'scale':'ABC'}", "?", "0-8", "-", "",
     "a scale that nobody knows"},
    {"{'type':'vocational','level':3}", "?", "0-8", "-", "",
     "a level belongs to a scale"},
    {"{'type':'apprenticeship','level':3}", "3", "3", "-", "assumed",
     "full by custom"},
    {"{'type':'magic','level':3,'scale':'RQF'}", "3", "0-3", "-", "",
     "an unknown type"},
    {"{'type':'other','level':3,'scale':'RQF','country':'Scotland'}", "3",
     "0-3", "-", "", "not overseas"},
    {"{'type':'degree','country':'BR'}", "6", "6", "-", "overseas", ""},
    {"{'type':'degree','country':'GB-SCT'}", "6", "6", "-", "", ""},
    {"{'type':'nvq','level':3,'status':'working-towards'}", "3", "3", "-",
     "nvq working", ""},

    /* Schools. */
    {"{'type':'gcse','count':5,'grades':['5','5','4','4','4']}", "2", "2", "-",
     "", "five passes"},
    {"{'type':'gcse','count':6,'grades':['6','6','5','4','4','3']}", "2", "2",
     "-", "", "still five passes"},
    {"{'type':'gcse','count':4,'grades':['B','C','C','C']}", "2", "0", "-", "",
     "four are no full level"},
    {"{'type':'gcse','grades':['D','E']}", "1", "0", "-", "", "level 1"},
    {"{'type':'gcse','count':5,'grades':['A*-C']}", "2", "2", "-", "",
     "one range for all"},
    {"{'type':'gcse','count':5}", "1-2", "0-2", "-", "", "no grades"},
    {"{'type':'gcse','count':5,'grades':['C']}", "2", "0-2", "-", "",
     "one grade of five"},
    {"{'title':'5 GCSEs A*-C inc English'}", "2", "2", "-", "", ""},
    {"{'title':'GCSE Maths','grades':['C']}", "2", "0", "02.2*", "", ""},
    {"{'title':'2 A-levels'}", "3", "3", "-", "", ""},
    {"{'title':'A level French'}", "3", "2", "12.2*", "",
     "one A level is full level 2 only"},
    {"{'type':'a-level','grades':['C','D']}", "3", "3", "-", "", "two grades"},

    /* Both: where they differ, the field counts. */
    {"{'title':'NVQ 2','level':3,'scale':'NVQ'}", "3", "3", "-",
     "nvq differs:L", ""},
    {"{'title':'NVQ 3','type':'nvq','level':3,'scale':'NVQ'}", "3", "3", "-",
     "nvq", "the same twice"},
    {"{'title':'NVQ 3','type':'a-level'}", "3", "2", "-", "differs:T", ""},
    {"{'title':'AAT L3','type':'diploma'}", "3", "3", "15.1*", "assumed",
     "a body awards all kinds"},
    {"{'title':'NVQ3 Bus Admin','subject':'15.3'}", "3", "3", "15.3",
     "nvq differs:S", ""},
    {"{'title':'NVQ 3','subject':'business administration'}", "3", "3", "15.2*",
     "nvq", "words for a subject are read"},
    {"{'title':'NVQ 3','subject':'zzz'}", "3", "3", "-", "nvq", ""},
    {"{'title':'working towards NVQ 3','status':'held'}", "3", "3", "-",
     "nvq differs:U", ""},
    {"{'title':'Level 3 Diploma in Business','size':'award'}", "3", "0", "-",
     "differs:Z assumed", ""},
    {"{'title':'6 GCSEs A*-C','count':5}", "2", "2", "-", "differs:C", ""},
    {"{'title':'NVQ 4','scale':'RQF'}", "4", "4", "-", "nvq differs:L", ""},

    /* The edges of joining. */
    {"{}", "?", "0-8", "-", "", "nothing at all is said"},
    {"{'type':'professional'}", "?", "0-8", "-", "", "a type alone"},
    {"{'type':'award','level':3,'scale':'RQF'}", "3", "0", "-", "assumed",
     "a type can be a size"},
    {"{'type':'certificate','level':3,'scale':'RQF'}", "3", "0-3", "-", "",
     "and so can this one"},
    {"{'type':'apprenticeship'}", "?", "0-8", "-", "", "of no level"},
    {"{'type':'functional-skills','level':2}", "2", "0", "-", "",
     "counted on RQF"},
    {"{'title':'Level 3 Diploma','level':2}", "2", "2", "-",
     "differs:L assumed", "on the title's own scale"},
    {"{'title':'NVQ 3','level':2,'scale':'NVQ'}", "2", "2", "-",
     "nvq differs:L", "the field is lower"},
    {"{'title':'NVQ 3','scale':'NVQ'}", "3", "3", "-", "nvq",
     "the same scale says nothing new"},
    {"{'title':'SCQF level 10 degree','scale':'SCQF'}", "6", "6", "-", "",
     "two digits"},
    {"{'title':'Entry level 3 English','scale':'RQF'}", "0", "0", "12.1*", "",
     "an entry level is no number"},
    {"{'type':'other','level':12,'scale':'SCQF'}", "8", "0-8", "-", "",
     "the top of a scale"},
    {"{'title':'NVQ3 Bus Admin','subject':'business administration'}", "3", "3",
     "15.2*", "nvq", "words and title agree"},
    {"{'title':'NVQ3 Bus Admin','subject':'zzz'}", "3", "3", "-",
     "nvq differs:S", "words that nobody knows"},
    {"{'title':'Level 2 NVQ Certificate in Business','type':'certificate'}",
     "2", "0-2", "-", "nvq", "an NVQ by name, whatever its type"},
    {"{'title':'Level 3 SVQ','type':'vocational'}", "3", "3", "-", "nvq",
     "and so is an SVQ"},
    {"{'title':'NVQ 3 withdrawn'}", "3", "3", "-", "nvq open", ""},
    {"{'title':'NVQ 2','size':'full'}", "2", "2", "-", "nvq", ""},
    {"{'type':'other','size':'full'}", "?", "0-8", "-", "",
     "full of which level?"},
    {"{'type':'other','size':'award'}", "?", "0", "-", "",
     "an award of any level is small"},
    {"{'title':'degree','country':'Wales'}", "6", "6", "-", "", "at home"},

    /* Counts and grades. */
    {"{'type':'gcse','count':5,'grades':['D-G']}", "1", "0", "-", "",
     "one range of fails for all"},
    {"{'type':'gcse','count':5,'grades':['A*-Q']}", "1-2", "0-2", "-", "",
     "a range whose end nobody knows"},
    {"{'type':'gcse','count':5,'grades':['A-']}", "1-2", "0-2", "-", "",
     "a range without an end"},
    {"{'type':'gcse','count':5,'grades':['U']}", "1-2", "0", "-", "",
     "one of five failed leaves four"},
    {"{'type':'gcse','count':1,'grades':['U']}", "1", "0", "-", "failed", ""},
    {"{'title':'GCSE Maths','grades':['u']}", "1", "0", "02.2*", "failed",
     "U is ungraded"},
    {"{'title':'A level Maths','grades':['U','X']}", "3", "0", "02.2*",
     "failed", "no result is no pass either"},
    {"{'title':'GCSEs','grades':['U']}", "1-2", "0-2", "-", "failed",
     "however many there are"},
    {"{'title':'GCSE Maths','grades':['U','C']}", "2", "0", "02.2*", "",
     "the second time it was passed"},
    {"{'type':'gcse','grades':['F']}", "1", "0", "-", "",
     "F is a grade of GCSE"},
    {"{'title':'NVQ 3','grades':['Fail']}", "3", "3", "-", "nvq failed",
     "of any award"},
    {"{'title':'NVQ 3','grades':['Fail','Pass']}", "3", "3", "-", "nvq",
     "one of its units, or the first time"},
    {"{'title':'NVQ 2 and GCSE Maths','grades':['U']}", "?", "0-8", "-", "",
     "which of the two was failed, nobody says"},
    {"{'type':'gcse','count':1,'grades':['U','U','C']}", "2", "0", "-", "",
     "more fails than there are"},

    /* Expected. */
    {"{'title':'NVQ 3','expected':'2027-06'}", "3", "3", "-", "nvq working*",
     "nobody says that it is held"},
    {"{'type':'nvq','level':3,'expected':'2027'}", "3", "3", "-",
     "nvq working*", "without a title too"},
    {"{'title':'NVQ 3','expected':'2027','awarded':'2026'}", "3", "3", "-",
     "nvq", "awarded is held"},
    {"{'title':'NVQ 3','expected':'2027','status':'held'}", "3", "3", "-",
     "nvq", "the file says so"},
    {"{'title':'NVQ 3 withdrawn','expected':'2027'}", "3", "3", "-", "nvq open",
     "the title says more"},
    {"{'title':'working towards NVQ 3','expected':'2027'}", "3", "3", "-",
     "nvq working", "the title says so, whatever the day"},
    {"{'type':'gcse','count':2,'grades':['A','B','C']}", "2", "0", "-", "",
     "more grades than there are"},
    {"{'title':'5 GCSEs D-G'}", "1", "0", "-", "", "by the title's grades"},
    {"{'title':'A level Maths and A level French'}", "3", "3", "-", "",
     "two in one title are two"},
    {"{'title':'GCE Maths'}", "1-3", "0-3", "02.2*", "",
     "O or A level: nobody knows"},

    /* A type that is another kind of thing than the title. */
    {"{'title':'NVQ 3','type':'gcse'}", "3", "0", "-", "differs:T", ""},
    {"{'title':'A level French','type':'nvq'}", "3", "3", "12.2*",
     "nvq differs:T", ""},
    {"{'title':'NVQ 3','type':'svq'}", "3", "3", "-", "nvq differs:T", ""},
    {"{'title':'NVQ 3','type':'degree'}", "3", "3", "-", "differs:T", ""},
    {"{'title':'NVQ 3','type':'apprenticeship'}", "3", "3", "-", "differs:T",
     ""},
    {"{'title':'NVQ 3','type':'functional-skills'}", "3", "0", "-", "differs:T",
     ""},
    {"{'title':'AAT L3','type':'nvq'}", "3", "3", "15.1*", "nvq",
     "a body may award an NVQ"},
    {"{'title':'Certificate','type':'degree'}", "6", "6", "-", "differs:T", ""},
    {"{'type':'gcse','level':2,'scale':'ABC'}", "?", "0", "-", "",
     "one GCSE of an unknown scale is no full level"},
    {"{'title':'NVQ 2 and GCSE Maths','type':'gcse'}", "1-2", "0-2", "-", "",
     "two things in one title"},
    {"{'title':'SCQF level 9','scale':'NVQ'}", "?", "0-8", "-", "differs:L",
     "there is no NVQ 9"},
};

Test(claims, titles_and_fields_are_joined)
{
    claim_cases_check(cases, sizeof cases / sizeof cases[0]);
}

/* What several are about is told, and whether that is all of it. */
static const struct {
    const char *entries;
    const char *subjects; /* NULL: nothing is known */
    bool missing;
} about[] = {
    {"{'title':'6 GCSEs inc Eng Lang + Maths','count':6}",
     "English language; Mathematics", true},
    {"{'title':'2 A levels: French, History'}", "French; History", false},
    {"{'title':'5 GCSEs','subject':'09.1'}", "Performing arts", false},
    {"{'title':'5 GCSEs inc French','subject':'09.1'}", "Performing arts",
     false},
    {"{'type':'gcse','count':5}", NULL, true},
    {"{'title':'A level French'},{'title':'A level'}", "French", true},
    {"{'title':'17 GCSEs: French, German, Spanish, Italian, Urdu, Polish, "
     "Punjabi, Latin, Biology, Chemistry, Physics, Statistics, Mathematics, "
     "English, Welsh, Science, Linguistics'}",
     "Biology; Chemistry; English; French; German; Italian; Latin; "
     "Linguistics; Mathematics; Physics; Polish; Punjabi; Science; Spanish; "
     "Statistics; Urdu",
     true},
};

Test(claims, of_several_tell_what_they_are_about)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    for (size_t i = 0; i < sizeof about / sizeof about[0]; i++) {
        struct person *person = claim_person(reference, about[i].entries);
        struct arena arena = {0};
        const struct claim *claims;
        size_t count;
        cr_assert(claims_read(quals, NULL, person, &arena, &claims, &count));
        const struct claim *last = &claims[count - 1];
        cr_expect_str_eq(last->subjects ? last->subjects : "-",
                         about[i].subjects ? about[i].subjects : "-", "%s: %s",
                         about[i].entries, last->subjects);
        cr_expect_eq(last->subjects_missing, about[i].missing, "%s",
                     about[i].entries);
        arena_done(&arena);
        person_free(person);
    }
    quals_free(quals);
    reference_free(reference);
}

Test(claims, credentials_are_told_by_name)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    const struct title_knowledge titles = claim_knowledge(quals);
    const void *context = titles.context;
    cr_expect_eq(titles.valid_months(context, "first-aid-at-work"), 36);
    cr_expect_eq(titles.valid_months(context, "first_aid"), 36);
    cr_expect_eq(titles.valid_months(context, "icdl"), 0);
    cr_expect(titles.same_credential(context, "icdl", "icdl"));
    cr_expect(titles.same_credential(context, "ecdl", "icdl"));
    cr_expect_not(titles.same_credential(context, "icdl", "first-aid"));
    cr_expect_not(titles.same_credential(context, "icdl-advanced", "icdl"));
    cr_expect_not(titles.same_credential(context, "zzz", "yyy"));
    cr_expect_not(titles.same_credential(context, "ecdl", "ecdl-level-1"));
    char id[200];
    memset(id, 'a', sizeof id - 1);
    id[sizeof id - 1] = '\0';
    cr_expect_eq(titles.valid_months(context, id), 0, "longer than any title");
    quals_free(quals);
    reference_free(reference);
}
