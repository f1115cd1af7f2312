/* SPDX-License-Identifier: MIT */
/* From the rows of an HR export to a person. */
#include "shipped.h"
#include "staff_files.h"
#include "support.h"

#include "read/quals.h"
#include "workforce/person.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define ASSISTANT "county/admin-assistant-1"
#define ASSISTANT_2 "county/admin-assistant-2"
#define ADMINISTRATOR "county/administrator-1"

struct bench {
    struct shipped shipped;
    struct quals *quals;
    struct staff_reading reading;
};

static void bench_open(struct bench *bench)
{
    shipped_open(&bench->shipped);
    cr_assert_eq(read_quals(support_data(), bench->shipped.reference,
                            &bench->quals, NULL),
                 SG_OK);
    bench->reading = (struct staff_reading){
        .catalogue = &bench->shipped.catalogue, .quals = bench->quals};
    title_memo_begin(&bench->reading.titles);
    role_words_begin(&bench->reading.roles, &bench->shipped.catalogue);
}

static void bench_close(struct bench *bench)
{
    role_words_done(&bench->reading.roles);
    title_memo_done(&bench->reading.titles);
    quals_free(bench->quals);
    shipped_close(&bench->shipped);
}

/* ---- all that is made of somebody, as one text ---- */

static const char *or_none(const char *text)
{
    return text ? text : "-";
}

static void put_days(struct buffer *out, struct date from, struct date to)
{
    char first[DATE_ROOM], last[DATE_ROOM];

    date_write(from, first);
    date_write(to, last);
    buffer_printf(out, "%s..%s", first, last);
}

static void put_awards(struct buffer *out, const struct person *person)
{
    if (person->qualifications.given)
        buffer_puts(out, "; held:");
    for (size_t i = 0; i < person->qualifications.count; i++) {
        const struct person_qualification *one =
            &person->qualifications.items[i];
        buffer_printf(out, "%s %s", i ? "," : "", one->title);
        if (one->level)
            buffer_printf(out, " level=%u", one->level);
        if (one->scale != SCALE_NONE || one->scale_unknown)
            buffer_printf(out, " scale=%s%s", scale_name(one->scale),
                          one->scale_unknown ? "?" : "");
        if (one->subject)
            buffer_printf(out, " subject=%s", one->subject);
        if (one->status_given)
            buffer_printf(out, " %s", person_statuses[one->status]);
        if (one->awarded.year || one->expires.year) {
            buffer_puts(out, " ");
            put_days(out, one->awarded, one->expires);
        }
        cr_expect(one->status_given || one->status == STATUS_HELD);
    }
}

static void put_work(struct buffer *out, const struct person *person)
{
    if (person->experience.given)
        buffer_puts(out, "; work:");
    for (size_t i = 0; i < person->experience.count; i++) {
        const struct person_experience *one = &person->experience.items[i];
        buffer_printf(out, "%s role=%s title=%s area=%s ", i ? "," : "",
                      or_none(one->role), or_none(one->title),
                      or_none(one->area));
        put_days(out, one->from, one->to);
        if (one->hours_per_week > 0)
            buffer_printf(out, " %.1fh", (double)one->hours_per_week);
    }
}

/* "ROLE in TEAM; held: ...; work: ..."; what is absent is left out. */
static void describe(struct bench *bench, const struct staff_person *from,
                     struct buffer *out)
{
    struct staff_facts facts = {0};

    cr_assert(staff_facts_build(&facts, &bench->reading, from));
    const struct person *person = &facts.person;
    cr_expect_eq(facts.has_role, person->current_role != NULL);
    cr_expect(facts.handle.person == person);
    cr_expect(!person->skills.given && !person->credentials.given &&
                  !person->training.given && !person->confirmed.given,
              "an export has none of these, so nobody knows");
    cr_expect_geq(facts.handle.claim_count, person->qualifications.count);
    if (facts.has_role)
        cr_expect_str_eq(
            sg_role_info_of(bench->reading.catalogue, facts.role).id,
            person->current_role);
    buffer_printf(out, "%s in %s", or_none(person->current_role),
                  or_none(facts.post->team));
    put_awards(out, person);
    put_work(out, person);
    staff_facts_done(&facts);
}

/* Ends with a check of the whole text. */
static void check(struct bench *bench, const struct staff_texts *texts,
                  const char *expected, const char *why)
{
    struct staff_told told = {0};
    struct staff_people *staff = staff_files_read(texts, &told);
    struct buffer out = {0};

    cr_assert_not_null(staff, "%s: %s", why, told.error.message);
    cr_assert_eq(staff->count, 1);
    describe(bench, &staff->persons[0], &out);
    cr_expect_str_eq(out.data, expected, "%s:\n%s\nrather than\n%s", why,
                     out.data, expected);
    buffer_done(&out);
    buffer_done(&told.messages);
    staff_people_free(staff);
}

/* ---- posts ---- */

#define POSTS(rows) "person_id,role,team,role_start\n" rows
#define WORK(rows) "person_id,role,area,from,to,hours_per_week\n" rows

static const struct {
    const char *posts, *work, *expected, *why;
} posts[] = {
    {POSTS("P,1366,Tax,\n"), NULL, ADMINISTRATOR " in Tax",
     "nobody says since when: time there is absent and not nothing"},
    {POSTS("P,1366,,2019-04\n"), NULL,
     ADMINISTRATOR " in -; work: role=" ADMINISTRATOR
                   " title=- area=- 2019-04..",
     "since when: it is experience as well"},
    {POSTS("P,Clerk,Tax,2019-04\nP,1386,Parks,2020\n"), NULL,
     ASSISTANT " in Parks; work: role=- title=Clerk area=- 2019-04.., "
               "role=" ASSISTANT " title=- area=- 2020..",
     "the first known role counts, not the first post"},
    {POSTS("P,1366,Tax,\nP,1386,Parks,2020-05-07\n"), NULL,
     ADMINISTRATOR " in Tax; work: role=" ASSISTANT
                   " title=- area=- 2020-05-07..",
     "of two known ones the first, though only the other has a date"},
    {POSTS("P,1386,Parks,\nP,1366,Tax,\n"), NULL, ASSISTANT " in Parks",
     "without any date there is nothing to reckon with"},
    {POSTS("P,1386,Parks,2021\nP,1366,Tax,\n"), NULL,
     ASSISTANT " in Parks; work: role=" ASSISTANT " title=- area=- 2021.., "
               "role=" ADMINISTRATOR " title=- area=- ..",
     "another post without a date stands beside a dated one"},
    {POSTS("P,Clerk,Tax,2019\nP,Cook,Parks,2020\n"), NULL,
     "- in Tax; work: role=- title=Clerk area=- 2019.., role=- title=Cook "
     "area=- 2020..",
     "none is known: the first is the main one, and no current role"},
    {POSTS("P,Clerk,Tax,\n"), NULL, "- in Tax", "none is known, and no date"},
    {POSTS("P,,Tax,2019\nP,1386,Parks,\n"), NULL, ASSISTANT " in Parks",
     "a post without a role is no work of any kind"},
    {POSTS("P,,Tax,2019\n"), NULL, "- in Tax", "nor is it a role"},
    {POSTS("P,1366,Tax,\n"), WORK("P,1386,,2001,2003-05,18.5\n"),
     ADMINISTRATOR " in Tax; work: role=" ASSISTANT
                   " title=- area=- 2001..2003-05 18.5h",
     "earlier work in a known role"},
    {POSTS("P,1366,Tax,2019\nP,1387,Tax,2018\n"),
     WORK("P,Cook,catering,2001,,\n"),
     ADMINISTRATOR " in Tax; work: role=" ADMINISTRATOR
                   " title=- area=- 2019.., role=" ASSISTANT_2
                   " title=- area=- 2018.., role=- title=Cook area=catering "
                   "2001..",
     "posts first, then earlier work; a kind of work that nobody knows stays"},
    {POSTS("P,1366,Tax,\n"),
     WORK("P,,Clerical and ADMINISTRATIVE work,2001,,\n"),
     ADMINISTRATOR " in Tax; work: role=- title=- area=administration 2001..",
     "a kind of work by its title, in the second framework"},
    {POSTS("P,1366,Tax,\n"),
     WORK("P,,supervising others,2001,,\nP,,Supervision,2002,,\n"),
     ADMINISTRATOR " in Tax; work: role=- title=- area=supervision 2001.., "
                   "role=- title=- area=supervision 2002..",
     "by its title in the first, and by its id in another case"},
    {POSTS("P,1366,Tax,\n"), WORK("P,,supervising,2001,,\n"),
     ADMINISTRATOR " in Tax; work: role=- title=- area=supervising 2001..",
     "half a title is none"},
};

Test(workforce_person,
     posts_and_earlier_work_are_read_as_a_person_file_has_them)
{
    struct bench bench;

    bench_open(&bench);
    for (size_t i = 0; i < COUNT(posts); i++)
        check(&bench,
              &(struct staff_texts){.staff = posts[i].posts,
                                    .experience = posts[i].work},
              posts[i].expected, posts[i].why);
    bench_close(&bench);
}

/* ---- qualifications ---- */

/* What is made of the cells level, scale, status of an NVQ. */
static const struct {
    const char *cells, *expected, *why;
} awards[] = {
    {",,", "NVQ", "nothing but a title"},
    {"3,,", "NVQ level=3", "a number"},
    {"Level 3,,", "NVQ level=3", "in words"},
    {"LEVEL 3,,", "NVQ level=3", "in capitals"},
    {"level3,,", "NVQ level=3", "without a space"},
    {"Level   3,,", "NVQ level=3", "with several"},
    {"L3,,", "NVQ level=3", "short"},
    {"l 3,,", "NVQ level=3", "short, with a space"},
    {"Lvl 3,,", "NVQ level=3", "another short form"},
    {"03,,", "NVQ level=3", "with a leading zero"},
    {"12,,", "NVQ level=12", "the highest of any scale"},
    {"13,,", "NVQ (13)", "above it the words are kept"},
    {"0,,", "NVQ (0)", "no level"},
    {"259,,", "NVQ (259)", "not 3 of another 256"},
    {"4294967299,,", "NVQ (4294967299)", "nor of more"},
    {"99999999999999999999999,,", "NVQ (99999999999999999999999)",
     "nor of what no number holds"},
    {"3a,,", "NVQ (3a)", "a letter behind"},
    {"3-4,,", "NVQ (3-4)", "a range is for the title reader"},
    {"3 4,,", "NVQ (3 4)", "two numbers"},
    {"III,,", "NVQ (III)", "Roman"},
    {"Level three,,", "NVQ (Level three)", "in letters"},
    {"Levels 3,,", "NVQ (Levels 3)", "several levels"},
    {"Level,,", "NVQ (Level)", "no number at all"},
    {"L,,", "NVQ (L)", "not even a word"},
    {"Entry 3,,", "NVQ (Entry 3)", "entry level 3 is not level 3"},
    {"3,NVQ,", "NVQ level=3 scale=NVQ", "a scale"},
    {"3,nvq,", "NVQ level=3 scale=NVQ", "in small letters"},
    {"3,SCQF,", "NVQ level=3 scale=SCQF", "the Scottish one"},
    {"3,GVQ,", "NVQ level=3 scale=?", "one that nobody knows is told"},
    {",,held", "NVQ held", "held"},
    {",,Held", "NVQ held", "in capitals"},
    {",,working-towards", "NVQ working-towards", "the contract's word"},
    {",,Working towards", "NVQ working-towards", "as people write it"},
    {",,Withdrawn", "NVQ (Withdrawn)", "for the title reader"},
    {",,not held", "NVQ (not held)", "not taken for held"},
    {"III,,Withdrawn", "NVQ (III) (Withdrawn)", "both"},
    {"3,NVQ,working towards", "NVQ level=3 scale=NVQ working-towards", "all"},
};

Test(workforce_person, levels_and_status_are_words_or_stay_with_the_title)
{
    struct bench bench;

    bench_open(&bench);
    for (size_t i = 0; i < COUNT(awards); i++) {
        char rows[200], expected[200];
        snprintf(rows, sizeof rows,
                 "person_id,title,level,scale,status\nP,NVQ,%s\n",
                 awards[i].cells);
        snprintf(expected, sizeof expected, ADMINISTRATOR " in Tax; held: %s",
                 awards[i].expected);
        check(&bench,
              &(struct staff_texts){.staff = POSTS("P,1366,Tax,\n"),
                                    .qualifications = rows},
              expected, awards[i].why);
    }
    bench_close(&bench);
}

#define HELD(rows) "person_id,title,subject,awarded,expires\n" rows

static const struct {
    const char *posts, *held, *expected, *why;
} absent[] = {
    {POSTS("P,1366,Tax,\n"), NULL, ADMINISTRATOR " in Tax",
     "no file of qualifications"},
    {POSTS("P,1366,Tax,\n"), HELD("P,NVQ 3,,,\nP,ECDL,15.2,2001-06,2027\n"),
     ADMINISTRATOR " in Tax; held: NVQ 3, ECDL subject=15.2 2001-06..2027",
     "two rows, in their order"},
};

Test(workforce_person, what_has_no_row_is_absent_and_not_empty)
{
    struct bench bench;
    struct staff_told told = {0};
    struct buffer out = {0};

    bench_open(&bench);
    for (size_t i = 0; i < COUNT(absent); i++)
        check(&bench,
              &(struct staff_texts){.staff = absent[i].posts,
                                    .qualifications = absent[i].held},
              absent[i].expected, absent[i].why);
    struct staff_people *staff = staff_files_read(
        &(struct staff_texts){.staff = POSTS("P,1366,Tax,\nQ,1386,Tax,\n"),
                              .qualifications = HELD("P,NVQ 3,,,\n"),
                              .experience = WORK("P,Cook,,2001,,\n")},
        &told);
    cr_assert_not_null(staff);
    describe(&bench, staff_people_find(staff, "Q"), &out);
    cr_expect_str_eq(out.data, ASSISTANT " in Tax",
                     "the rows of others say nothing of this one");
    buffer_done(&out);
    buffer_done(&told.messages);
    staff_people_free(staff);
    bench_close(&bench);
}

/* A title is claimed as it would be from a person file: its words count. */
Test(workforce_person, words_that_stay_with_the_title_are_read_there)
{
    struct bench bench;
    struct staff_told told = {0};
    struct staff_facts facts = {0};

    bench_open(&bench);
    struct staff_people *staff = staff_files_read(
        &(struct staff_texts){.staff = POSTS("P,1366,Tax,\n"),
                              .qualifications =
                                  "person_id,title,level,status\n"
                                  "P,NVQ,Level 3,\nP,NVQ 3,,studying\n"
                                  "P,NVQ 2,,\n"},
        &told);
    cr_assert_not_null(staff);
    cr_assert(staff_facts_build(&facts, &bench.reading, &staff->persons[0]));
    const struct claim *claims = facts.handle.claims;
    cr_assert_geq(facts.handle.claim_count, 3);
    cr_expect(claims[0].nvq && claims[0].rqf_min == 3);
    cr_expect_eq(claims[1].status, CLAIM_WORKING_TOWARDS);
    cr_expect_eq(claims[2].status, CLAIM_HELD);
    cr_expect_eq(claims[2].rqf_min, 2);
    staff_facts_done(&facts);
    buffer_done(&told.messages);
    staff_people_free(staff);
    bench_close(&bench);
}
