/* SPDX-License-Identifier: MIT */
/* Entries that count together, by subject. */
#include "claim_table.h"
#include "quals/claim.h"
#include "read/quals.h"
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>

static const struct claim_case cases[] = {
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
    {"{'title':'A level Zon'},{'title':'A level Zonk'}", "3", "3", "-",
     "together", "a word is not another that begins with it"},
    {"{'type':'gcse','count':4,'grades':['A-C']},{'title':'GCSE Art C'}", "2",
     "0-2", "09.2*", "together", "four without names"},
    {"{'title':'4 GCSEs A*-C','subject':'09.1'},{'title':'GCSE Art C'}", "2",
     "0-2", "09.1*", "together", "four of an area"},
    {"{'title':'2 GCSEs: Maths, English','grades':['C']},{'title':'GCSE Art "
     "C'}",
     "2", "0", "09.2*", "together", "one grade of two"},
    {"{'title':'4 GCSEs A*-C inc English'},{'title':'GCSE English Language "
     "C'}",
     "2", "0-2", "12.1*", "together", "which may be the English of the four"},
    {"{'title':'2 GCSEs A*-C'},{'type':'gcse','count':3,'grades':['A-C']}", "2",
     "2", "-", "together", "certificates of several are different ones"},
    {"{'type':'gcse','count':3,'grades':['A-C']},{'title':'2 GCSEs A*-C'}", "2",
     "2", "-", "together", "in any order"},
    {"{'title':'2 A levels'},{'title':'2 A levels'}", "3", "3", "-", "",
     "unless they are the same"},
    {"{'title':'3 GCSEs A*-C','subject':'09.1'},{'title':'3 GCSEs A*-C',"
     "'subject':'12.2'}",
     "2", "2", "09.1", "together", "of two areas"},
    {"{'title':'3 GCSEs A*-C'},{'title':'3 GCSEs A*-C','subject':'12.2'}", "2",
     "2", "12.2", "together", "of one area and of others"},
    {"{'title':'A level French Sept'},{'title':'A level French'}", "3", "2",
     "12.2*", "", "a month is no subject"},
    /* And in one title. */
    {"{'title':'GCSEs: Maths C, Maths B, English C, French C, Art C'}", "1-2",
     "0", "-", "", "four subjects, one of them taken twice"},
    {"{'title':'GCSEs: Maths D, Maths C, English C, French C, Art C, History "
     "B'}",
     "1-2", "0-2", "-", "",
     "five, and which grade is of which is not looked at"},
};

Test(claims_together, count_by_subject)
{
    claim_cases_check(cases, sizeof cases / sizeof cases[0]);
}

/* Nobody has as many; who says so is asked. */
Test(claims_together, of_very_many_are_not_compared)
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
