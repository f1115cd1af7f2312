/* SPDX-License-Identifier: MIT */
/* What a qualification of a file claims, title and fields joined. Each row is
 * a list of entries and what the last claim made of it is. */
#include "people.h"
#include "quals/claim.h"
#include "read/quals.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Words that a row compares: "level 3", "level 4-6", "level ?"; "full 2",
 * "full 0-3"; "15.2", "15.2*" (assumed), "-"; status; flags. */
struct claim_case {
    const char *entries; /* JSON, single quotes for double ones */
    const char *level;
    const char *full;
    const char *subject;
    const char
        *flags; /* in this order: nvq overseas together working (working*:
                   only expected) open
                   differs:LETTERS assumed failed expires:DATE*
                   until?: it runs out, nobody knows when */
    const char *why;
};

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

    /* Words of expiry. */
    {"{'title':'NVQ L2 Bus Admin expires 03/2020'}", "2", "2", "15.2*",
     "nvq expires:2020-03", "a month"},
    {"{'title':'NVQ Bus Admin expires 3/2020'}", "?", "0-8", "15.2*",
     "nvq expires:2020-03", "the 3 is no level"},
    {"{'title':'First Aid at Work exp 2019'}", "?", "0-8", "01.3*",
     "expires:2019", "such a certificate runs out"},
    {"{'title':'First Aid at Work valid until 01/2020'}", "?", "0-8", "01.3*",
     "expires:2020-01", "and so this says"},
    {"{'title':'First Aid at Work, expiry date: 31/03/2027'}", "?", "0-8",
     "01.3*", "expires:2027-03-31", "a day"},
    {"{'title':'First Aid at Work (expires 31.03.27)'}", "?", "0-8", "01.3*",
     "expires:2027-03-31", "a year of two digits behind day and month"},
    {"{'title':'First Aid at Work exp. 31-03-98'}", "?", "0-8", "01.3*",
     "expires:1998-03-31", "of long ago"},
    {"{'title':'First Aid at Work expires 2027-03-31'}", "?", "0-8", "01.3*",
     "expires:2027-03-31", "the year first"},
    {"{'title':'First Aid at Work expires 2027-03'}", "?", "0-8", "01.3*",
     "expires:2027-03", ""},
    {"{'title':'First Aid at Work renew by 03/27'}", "?", "0-8", "01.3*",
     "expires:2027-03", "27 is no month"},
    {"{'title':'First Aid at Work expires 31st March 2027'}", "?", "0-8",
     "01.3*", "expires:2027-03-31", ""},
    {"{'title':'First Aid at Work expires on 31 Mar 27'}", "?", "0-8", "01.3*",
     "expires:2027-03-31", "a day and a month stand before it"},
    {"{'title':'First Aid at Work expires end of March 2027'}", "?", "0-8",
     "01.3*", "expires:2027-03", ""},
    {"{'title':'First Aid at Work expires March 31st 2027'}", "?", "0-8",
     "01.3*", "expires:2027-03-31", ""},
    {"{'title':'First Aid at Work expires Mar \\u002727'}", "?", "0-8", "01.3*",
     "expires:2027-03", "the mark says that it is a year"},
    {"{'title':'First Aid at Work expires 03 2027'}", "?", "0-8", "01.3*",
     "expires:2027-03", "no mark between"},
    {"{'title':'First Aid at Work, renewal due 03/2027'}", "?", "0-8", "01.3*",
     "expires:2027-03", "due, but not to be completed"},
    {"{'title':'First Aid at Work expired 03/2020'}", "?", "0-8", "01.3*",
     "expires:2020-03", ""},
    {"{'title':'First Aid at Work expires 2027 (expiry 2027)'}", "?", "0-8",
     "01.3*", "expires:2027", "the same twice"},
    {"{'title':'First Aid at Work valid up to 2027'}", "?", "0-8", "01.3*",
     "expires:2027", ""},
    {"{'title':'First Aid at Work expirse 2027'}", "?", "0-8", "01.3*",
     "until?", "not a word that is known"},
    {"{'title':'NVQ 2 exp 2027'}", "2", "2", "-", "nvq open until?",
     "expected, or experience"},
    {"{'title':'NVQ 2 exp'}", "2", "2", "-", "nvq", "experience: no date"},
    {"{'title':'NVQ 2 expires 03/12'}", "2", "2", "-", "nvq open until?",
     "a day in December, or March 2012"},
    {"{'title':'NVQ 2 expires 27/03'}", "2", "2", "-", "nvq open until?",
     "of which year?"},
    {"{'title':'NVQ 2 expires Mar 27'}", "2", "2", "-", "nvq open until?",
     "a day, or a year"},
    {"{'title':'NVQ 2 expires 31/02/2027'}", "2", "2", "-", "nvq open until?",
     "there is no such day"},
    {"{'title':'NVQ 2 expires 2026/7'}", "2", "2", "-", "nvq open until?",
     "two years, or a month"},
    {"{'title':'NVQ 2 expires in 3 years'}", "2", "2", "-", "nvq open until?",
     "from when?"},
    {"{'title':'NVQ 2 expires 3 2 2027'}", "2", "2", "-", "nvq open until?",
     "three numbers apart"},
    {"{'title':'NVQ 2 expires'}", "2", "2", "-", "nvq open until?", "when?"},
    {"{'title':'NVQ 2 expires soon 2027-03'}", "2", "2", "-", "nvq open until?",
     "a word between"},
    {"{'title':'NVQ 2 expires 2025, renewed'}", "2", "2", "-",
     "nvq open until?", "until when?"},
    {"{'title':'NVQ 2 expires 2025, expiry 2027'}", "2", "2", "-",
     "nvq open until?", "which of the two?"},
    {"{'title':'NVQ 2 expired 2025 expires'}", "2", "2", "-", "nvq open until?",
     "one date, and none"},
    {"{'title':'NVQ 2 does not expire'}", "2", "2", "-", "nvq open",
     "not: somebody has to look"},
    {"{'title':'NVQ 2 (doesn\\u0027t expire)'}", "2", "2", "-", "nvq",
     "it does not run out"},
    {"{'title':'NVQ 2 valid to all'}", "2", "2", "-", "nvq open until?", ""},
    {"{'title':'NVQ 2 valid'}", "2", "2", "-", "nvq", "of no day"},
    {"{'title':'Expires 2027 NVQ 2'}", "2", "2", "-", "nvq expires:2027",
     "in front"},
    {"{'title':'NVQ 2 Admin, First Aid at Work exp 2019'}", "?", "0-8", "-",
     "open until?", "of one of the two"},
    {"{'title':'NVQ 2 expires 2020','expires':'2030'}", "2", "2", "-",
     "nvq expires:2030", "the field counts"},
    {"{'title':'NVQ 2 expires','expires':'2030'}", "2", "2", "-",
     "nvq open expires:2030", "and the title is as unsure as it was"},
    {"{'title':'NVQ 2 expires 03/12','status':'held'}", "2", "2", "-",
     "nvq differs:U until?", "held, but until when?"},
    {"{'title':'First Aid at Work expires 2030','awarded':'2020'}", "?", "0-8",
     "01.3*", "expires:2030", "what is said goes before what is usual"},

    /* A scale that names the type. */
    {"{'title':'Business Administration','level':3,'scale':'NVQ'}", "3", "3",
     "15.2*", "nvq", "as if the title said NVQ"},
    {"{'title':'Business Administration','level':3,'scale':'SVQ'}", "3", "3",
     "15.2*", "nvq", "as if it said SVQ"},
    {"{'title':'Business Administration','level':4,'scale':'NVQ'}", "4-6",
     "4-6", "15.2*", "nvq", "the old level 4"},
    {"{'title':'Business Administration Level 3','scale':'NVQ'}", "3", "3",
     "15.2*", "nvq differs:L", "the title has the level"},
    {"{'title':'Business Administration Level 4','scale':'NVQ'}", "4-6", "4-6",
     "15.2*", "nvq differs:L", "which is on that scale"},
    {"{'level':3,'scale':'NVQ'}", "3", "3", "-", "nvq", "there is no title"},
    {"{'title':'Business Administration','level':3,'scale':'RQF'}", "3", "0-3",
     "15.2*", "", "RQF names no type"},
    {"{'title':'Diploma in Business Administration','level':3,'scale':'NVQ'}",
     "3", "3", "15.2*", "nvq", "an NVQ Diploma"},
    {"{'title':'Certificate in Management','type':'certificate','level':3,"
     "'scale':'NVQ'}",
     "3", "0-3", "15.3*", "nvq", "an NVQ Certificate may be small"},
    {"{'title':'Award in Leadership','level':3,'scale':'NVQ'}", "3", "0",
     "15.3*", "nvq assumed", "an award is small"},
    {"{'title':'City & Guilds Administration','level':2,'scale':'NVQ'}", "2",
     "2", "15.2*", "nvq", "who gave it says nothing else"},
    {"{'title':'Management','type':'other','level':3,'scale':'NVQ'}", "3",
     "0-3", "15.3*", "", "its type is said"},
    {"{'title':'ECDL','level':2,'scale':'NVQ'}", "2", "0-2", "06.2*", "",
     "an ECDL is no NVQ"},
    {"{'title':'A level French','level':3,'scale':'NVQ'}", "3", "2", "12.2*",
     "", "nor is an A level"},
    {"{'title':'First Aid at Work','level':3,'scale':'NVQ','expires':'2030'}",
     "3", "0-3", "01.3*", "expires:2030", "nor a certificate of first aid"},
    {"{'title':'No qualifications','level':3,'scale':'NVQ'}", "3", "0-3", "-",
     "open", "nor nothing"},
    {"{'title':'HNC and A level Art','level':3,'scale':'NVQ'}", "3", "3", "-",
     "differs:L", "nor two things"},
    {"{'title':'Management or equivalent','level':3,'scale':'NVQ'}", "3", "0-3",
     "15.3*", "", "whatever is equivalent"},
    {"{'title':'Management?','level':3,'scale':'NVQ'}", "3", "0-3", "15.3*", "",
     "somebody doubts it"},

    /* Together. */
    {"{'title':'A level French'},{'title':'A level History'}", "3", "3",
     "10.1*", "together", "two are full level 3"},
    {"{'title':'A level French'},{'title':'A Level French'}", "3", "2", "12.2*",
     "", "the same one twice is one"},
    {"{'title':'A level French'},{'title':'A level Maths','status':"
     "'working-towards'}",
     "3", "2", "02.2*", "working", "only what is held"},
    {"{'title':'3 GCSEs','count':3,'grades':['C','B','C']},{'title':'2 GCSEs',"
     "'count':2,'grades':['5','4']}",
     "2", "2", "-", "together", "two certificates of several"},
    {"{'title':'GCSEs'}", "1-2", "0-2", "-", "", "nobody knows how many"},
    {"{'title':'2 A levels','grades':['C','U']}", "3", "2", "-", "",
     "U is no pass"},
    {"{'title':'2 AS levels','awarded':'2012'}", "3", "2", "-", "",
     "by the rule of before September 2015"},
    {"{'title':'2 AS levels','awarded':'2018'}", "3", "0-3", "-", "",
     "that rule has ended"},
    {"{'title':'AS level Art','awarded':'2012'},{'title':'AS level Music',"
     "'awarded':'2013'}",
     "3", "2", "09.1*", "together", "two of before September 2015"},
    {"{'title':'ABRSM Grade 8 Piano'}", "3", "0", "09.1*", "",
     "graded examinations are not full"},
    {"{'title':'5 GCSEs A*-C'},{'title':'GCSE Maths','grades':['C']}", "2", "2",
     "02.2*", "together", "the five are enough alone"},
    {"{'title':'4 GCSEs A*-C'},{'title':'GCSE Maths','grades':['C']}", "2",
     "0-2", "02.2*", "together", "the one may be among the four"},
    {"{'title':'GCSE Maths','grades':['4']},{'title':'GCSE English','grades':"
     "['5']},{'title':'GCSE French','grades':['6']},{'title':'GCSE Art',"
     "'grades':['4']},{'title':'O level History','grades':['B']}",
     "2", "2", "02.2*", "together", "five on five lines"},
    {"{'title':'GCSE Maths','grades':['D']},{'title':'GCSE English','grades':"
     "['E']}",
     "1", "0", "12.1*", "", "none is a pass"},
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

    /* Together, at the edges. */
    {"{'title':'A level French'},{'title':'A level Maths','country':'FR'}", "3",
     "2", "02.2*", "overseas", "what is from abroad does not add up"},
    {"{'type':'a-level','subject':'15.3'},{'type':'a-level','subject':'15.3'}",
     "3", "2-3", "15.3", "together", "two, or one that was entered twice"},
    {"{'title':'A level','subject':'15.3'},{'title':'A level'}", "3", "2-3",
     "15.3", "together", "the one without a subject may be of that one"},
    {"{'title':'A level French'},{'title':'A level Maths'},{'title':'A level "
     "History'}",
     "3", "3", "02.2*", "together", "three subjects"},
    {"{'title':'GCSE Maths'},{'title':'GCSE French'}", "1-2", "0", "02.2*",
     "together", "two without grades"},
    {"{'title':'CSE Maths','grades':['1']},{'title':'GCSE French','grades':"
     "['B']}",
     "2", "0", "02.2*", "together", "old and new add up"},
    /* The same subject twice. */
    {"{'title':'GCSE Maths C'},{'title':'GCSE Maths B'}", "2", "0", "02.2*", "",
     "taken twice"},
    {"{'title':'GCSE Mathematics C'},{'title':'GCSE Maths C'}", "2", "0",
     "02.2*", "", "written twice"},
    {"{'title':'O level Maths B'},{'title':'CSE Maths grade 1'}", "2", "0",
     "02.2*", "", "one subject, whatever it was called"},
    {"{'title':'A level French'},{'title':'A level French grade B'}", "3", "2",
     "12.2*", "", ""},
    {"{'title':'GCSE Maths C'},{'title':'GCSE Maths B'},{'title':'GCSE Art "
     "C'},{'title':'GCSE French C'},{'title':'GCSE History C'}",
     "2", "0", "02.2*", "together", "four subjects"},
    {"{'title':'GCSE English C'},{'title':'GCSE English Language "
     "C'},{'title':'GCSE Art C'},{'title':'GCSE French C'},{'title':'GCSE "
     "History C'}",
     "2", "0-2", "09.2*", "together", "English may be English language"},
    {"{'title':'GCSE English C'},{'title':'GCSE English Literature "
     "C'},{'title':'GCSE Art C'},{'title':'GCSE French C'},{'title':'GCSE "
     "History C'}",
     "2", "2", "09.2*", "together", "and is not literature"},
    {"{'title':'GCSE English C'},{'title':'GCSE English Language "
     "C'},{'title':'GCSE English Literature C'},{'title':'GCSE Art "
     "C'},{'title':'GCSE French C'},{'title':'GCSE History C'}",
     "2", "2", "09.2*", "together", "five at least"},
    {"{'title':'A level Maths'},{'title':'A level Further Maths'}", "3", "3",
     "02.2*", "together", "two subjects"},
    {"{'title':'A level Additional Science'},{'title':'A level Science'}", "3",
     "3", "02.1*", "together", "so are these"},
    {"{'title':'A level Maths'},{'title':'A level Pure Maths'}", "3", "2-3",
     "02.2*", "together", "nobody knows"},
    {"{'title':'A level Zumba'},{'title':'A level Zonk'}", "3", "3", "-",
     "together", "subjects that nobody knows, but two"},
    {"{'title':'A level Zumba'},{'title':'A level ZUMBA grade B'}", "3", "2",
     "-", "", "and one"},
    {"{'title':'A level PE'},{'title':'A level Physical Education'}", "3",
     "2-3", "08.1*", "together", "initials"},
    {"{'title':'A level PE'},{'title':'A level Religious Education'}", "3", "3",
     "10.4*", "together", "not of this"},
    {"{'title':'A level PE'},{'title':'A level Physical Education Theory'}",
     "3", "3", "-", "together", "nor of so many words"},
    {"{'title':'A level'},{'title':'A level French'}", "3", "2-3", "12.2*",
     "together", "the one may be French"},
    {"{'title':'A level'},{'title':'A level'}", "3", "2-3", "-", "together",
     "two, or one entered twice"},
    {"{'title':'A level','subject':'French'},{'title':'A "
     "level','subject':'German'}",
     "3", "3", "12.2*", "together", "by their fields"},
    {"{'title':'A level','subject':'French'},{'title':'A level French'}", "3",
     "2", "12.2*", "", "by field and title"},
    {"{'title':'A level English','subject':'English Literature'},{'title':'A "
     "level English','subject':'English Language'}",
     "3", "3", "12.1*", "together", "the field says more"},
    {"{'title':'A level English Literature','subject':'English'},{'title':'A "
     "level English Language','subject':'English'}",
     "3", "3", "12.1*", "together", "the title says more"},
    {"{'title':'A level French','subject':'02.2'},{'title':'A level "
     "French','subject':'12.2'}",
     "3", "3", "02.2", "together", "the code counts"},
    {"{'type':'a-level','subject':'02.2'},{'type':'a-level','subject':'12.2'}",
     "3", "3", "02.2", "together", "of two areas"},
    {"{'type':'a-level','subject':'12.2'},{'type':'a-level'},{'type':'a-level'}"
     ",{'type':'a-level','subject':'02.2'}",
     "3", "3", "02.2", "together", "two areas, and two that may be of them"},
    {"{'title':'4 GCSEs A*-C: Maths, English, French, Art'},{'title':'GCSE "
     "Maths C'}",
     "2", "0", "02.2*", "together", "it is among the four"},
    {"{'title':'4 GCSEs A*-C: Maths, English, French, Art'},{'title':'GCSE "
     "History C'}",
     "2", "2", "10.1*", "together", "it is not"},
    {"{'title':'4 GCSEs A*-C inc Maths'},{'title':'GCSE Maths C'}", "2", "0",
     "02.2*", "", "it is one of the four"},
    {"{'title':'4 GCSEs A*-C inc Maths'},{'title':'GCSE Art C'}", "2", "0-2",
     "09.2*", "together", "it may be one of the other three"},
    {"{'title':'4 GCSEs A*-C inc Maths, English and French'},{'title':'GCSE "
     "Art C'},{'title':'GCSE History C'}",
     "2", "2", "09.2*", "together", "one of the two at most is the fourth"},
    {"{'title':'4 GCSEs inc Maths'},{'title':'GCSE Maths C'},{'title':'GCSE "
     "Art C'}",
     "2", "0-2", "02.2*", "together",
     "without grades they may be passed or not"},
    {"{'title':'4 GCSEs: Maths,English,French,Art'},{'title':'GCSE Maths "
     "C'}",
     "2", "0", "02.2*", "together", "four subjects"},
    {"{'title':'5 GCSEs A*-C inc English Language and "
     "Literature'},{'title':'GCSE Art C'}",
     "2", "2", "09.2*", "together", ""},
    {"{'title':'2 GCSEs A*-C: Maths, English, French'},{'title':'GCSE Art "
     "C'},{'title':'GCSE History C'}",
     "2", "0", "09.2*", "together", "more names than there are say nothing"},
    {"{'title':'GCSEs'},{'title':'GCSE Art C'}", "2", "0-2", "09.2*",
     "together", "nobody knows how many"},
    {"{'title':'3 GCSEs','grades':['A','B','D']},{'title':'GCSE Art "
     "C'},{'title':'GCSE Maths C'},{'title':'GCSE French C'},{'title':'GCSE "
     "History C'}",
     "2", "0-2", "02.2*", "together", "two passes, and four"},
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

static void put_range(char *out, size_t room, unsigned min, unsigned max)
{
    if (min == max)
        snprintf(out, room, "%u", min);
    else
        snprintf(out, room, "%u-%u", min, max);
}

static void put_flags(char *out, size_t room, const struct claim *claim)
{
    static const char letters[] = "TLZSUC";
    char expires[DATE_ROOM];
    size_t size = 0;
#define PUT(...) size += (size_t)snprintf(out + size, room - size, __VA_ARGS__)
    out[0] = '\0';
    if (claim->nvq)
        PUT(" nvq");
    if (claim->overseas)
        PUT(" overseas");
    if (claim->together)
        PUT(" together");
    if (claim->status != CLAIM_HELD)
        PUT(claim->status == CLAIM_OPEN ? " open" : " working");
    if (claim->only_expected)
        PUT("*");
    if (claim->differs)
        PUT(" differs:");
    for (unsigned i = 0; letters[i]; i++)
        if (claim->differs >> i & 1)
            PUT("%c", letters[i]);
    if (claim->full_assumed)
        PUT(" assumed");
    if (claim->failed)
        PUT(" failed");
    cr_expect(claim->none || !claim->failed, "a fail is no qualification");
    date_write(claim->expires, expires);
    if (claim->expires.year)
        PUT(" expires:%s%s", expires, claim->expiry_assumed ? "*" : "");
    if (claim->expiry_open)
        PUT(" until?");
#undef PUT
}

static void check(const struct claim_case *row, const struct claim *claim)
{
    char text[128];
    if (claim->level_known)
        put_range(text, sizeof text, claim->rqf_min, claim->rqf_max);
    else
        snprintf(text, sizeof text, "?");
    cr_expect_str_eq(text, row->level, "%s (%s): level %s for %s", row->entries,
                     row->why, text, row->level);
    put_range(text, sizeof text, claim->full_min, claim->full_max);
    cr_expect_str_eq(text, row->full, "%s (%s): full %s for %s", row->entries,
                     row->why, text, row->full);
    snprintf(text, sizeof text, "%s%s", claim->subject ? claim->subject : "-",
             claim->subject_assumed ? "*" : "");
    cr_expect_str_eq(text, row->subject, "%s (%s): subject %s for %s",
                     row->entries, row->why, text, row->subject);
    put_flags(text, sizeof text, claim);
    cr_expect_str_eq(text[0] ? text + 1 : text, row->flags,
                     "%s (%s): flags '%s' for '%s'", row->entries, row->why,
                     text, row->flags);
}

static struct person *person_of(const struct reference *reference,
                                const char *entries)
{
    char json[1024];
    struct problems found = {0};
    snprintf(json, sizeof json,
             "{\"format\":\"skillgap-person/1\",\"qualifications\":[%s]}",
             entries);
    for (char *at = json; *at; at++)
        if (*at == '\'')
            *at = '"';
    struct person *person = people_read(reference, json, &found);
    cr_assert(person, "%s", entries);
    return person;
}

Test(claims, titles_and_fields_are_joined)
{
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct person *person = person_of(reference, cases[i].entries);
        struct arena arena = {0};
        const struct claim *claims;
        size_t count;
        cr_assert(claims_read(quals, NULL, person, &arena, &claims, &count));
        cr_assert_geq(count, person->qualifications.count);
        check(&cases[i], &claims[count - 1]);
        arena_done(&arena);
        person_free(person);
    }
    quals_free(quals);
    reference_free(reference);
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
        struct person *person = person_of(reference, about[i].entries);
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

/* Nobody has as many; who says so is asked. */
Test(claims, of_very_many_are_not_compared)
{
    enum { MANY = 300, ROOM = 24 };
    static char titles[MANY][ROOM];
    static struct person_qualification items[MANY];
    struct reference *reference = support_reference();
    struct quals *quals = NULL;
    struct person person = {0};
    struct arena arena = {0};
    const struct claim *claims;
    size_t count;

    cr_assert_eq(read_quals(support_data(), reference, &quals, NULL), SG_OK);
    for (int i = 0; i < MANY; i++) {
        snprintf(titles[i], ROOM, "GCSE Zz%c%c grade C", 'a' + i / 26,
                 'a' + i % 26);
        items[i].title = titles[i];
    }
    person.qualifications.items = items;
    for (size_t i = 0; i < 2; i++) {
        person.qualifications.count = i == 0 ? 200 : MANY;
        cr_assert(claims_read(quals, NULL, &person, &arena, &claims, &count));
        cr_expect_eq(count, person.qualifications.count + 1);
        cr_expect_eq(claims[count - 1].full_min, i == 0 ? 2 : 0);
        cr_expect_eq(claims[count - 1].full_max, 2);
    }
    arena_done(&arena);
    quals_free(quals);
    reference_free(reference);
}
