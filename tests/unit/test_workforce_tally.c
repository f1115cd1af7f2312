/* SPDX-License-Identifier: MIT */
/* Tallies: each person counted as a gap of their own says, partial results that
 * add up in any order, and refusals of what was changed or damaged. */
#include "hr_people.h"
#include "staff_files.h"
#include "support.h"

#include "catalogue/knowledge.h"
#include "read/staff/staff.h"
#include "skillgap/gap.h"
#include "workforce/by_role.h"
#include "workforce/person.h"
#include "write/partial.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

enum { PEOPLE = 70, QUESTIONS = 3 };

/* The questions that can be asked of them. */
static sg_tally_request question(const sg_catalogue *catalogue, int which)
{
    return (sg_tally_request){.target = (sg_needs_target)which,
                              .to = hr_role(catalogue, "1366")};
}

static void add_people(struct hr_export *export, uint32_t first, uint32_t end)
{
    for (uint32_t n = first; n < end; n++)
        hr_person(export, n);
}

/* ---- why somebody is not assessed ---- */

static const struct {
    const char *row;
    int reasons[QUESTIONS]; /* by target; REASON_COUNT: assessed */
} rows[] = {
    {"P,,Tax,,1367", {REASON_NO_ROLE, REASON_NO_ROLE, REASON_NO_ROLE}},
    {"P,Clerk,Tax,,1367",
     {REASON_ROLE_UNKNOWN, REASON_ROLE_UNKNOWN, REASON_ROLE_UNKNOWN}},
    {"P,1366,Tax,,", {REASON_IN_ROLE, REASON_COUNT, REASON_NO_TARGET}},
    {"P,1366,Tax,,Mayor",
     {REASON_IN_ROLE, REASON_COUNT, REASON_TARGET_UNKNOWN}},
    {"P,1366,Tax,,1366", {REASON_IN_ROLE, REASON_COUNT, REASON_IN_ROLE}},
    {"P,1385,Tax,,1366", {REASON_COUNT, REASON_NO_NEXT_ROLE, REASON_COUNT}},
    {"P,st-albans/community-support-2,,,1367",
     {REASON_COUNT, REASON_NO_NEXT_ROLE, REASON_COUNT}},
    {"P,1386,Tax,,1387\nP,1366,Tax,,1367",
     {REASON_COUNT, REASON_COUNT, REASON_COUNT}},
    {"P,1386,Tax,,\nP,Clerk,Tax,,1387",
     {REASON_COUNT, REASON_COUNT, REASON_COUNT}},
};

Test(workforce_tally, who_is_not_assessed_has_one_reason)
{
    sg_catalogue *catalogue = support_catalogue(false);

    for (size_t i = 0; i < COUNT(rows); i++)
        for (int which = 0; which < QUESTIONS; which++) {
            struct hr_export export = {0};
            const sg_tally_request asked = question(catalogue, which);
            const int reason = rows[i].reasons[which];
            buffer_printf(&export.posts, HR_POSTS "%s\nQ\n", rows[i].row);
            sg_tally *tally = hr_tally(catalogue, &export, &asked);
            cr_expect_eq(tally->staff, 1);
            cr_expect_eq(tally->rejected_rows, 1, "the row that is too short");
            cr_expect_eq(tally->several_posts,
                         strchr(rows[i].row, '\n') != NULL);
            cr_expect_eq(tally_assessed(tally), reason == REASON_COUNT);
            for (int r = 0; r < REASON_COUNT; r++)
                cr_expect_eq(tally->not_assessed[r], r == reason,
                             "'%s' asked %d: %s", rows[i].row, which,
                             tally_reason_words[r]);
            sg_tally_free(tally);
            hr_export_done(&export);
        }
    sg_catalogue_free(catalogue);
}

/* ---- the same by sg_gap_new ---- */

static sg_gap *gap_of(const sg_catalogue *catalogue,
                      const struct staff_facts *facts, sg_role to,
                      struct date day)
{
    char today[DATE_ROOM];
    sg_gap *gap = NULL;
    sg_error error = {0};

    date_write(day, today);
    const sg_gap_request request = {
        .to = to, .person = &facts->handle, .today = today};
    cr_assert_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_OK, "%s",
                 error.message);
    return gap;
}

/* Puts into the tally what two gaps say, today's and one 90 days on. */
static void add_gaps(struct sg_tally *tally, const struct staff_person *from,
                     const struct staff_facts *facts, sg_role to)
{
    sg_gap *now = gap_of(tally->catalogue, facts, to, tally->today);
    sg_gap *then = gap_of(tally->catalogue, facts, to,
                          date_add_days(tally->today, SG_EXPIRING_DAYS));
    const char *team = facts->post->team ? facts->post->team : "";
    struct tally_target *target = tally_target(tally, to);
    struct tally_cell *cells[] = {tally_team(tally, target, team),
                                  tally_role(tally, target, facts->role)};
    uint32_t *lacking = calloc(now->line_count + 1, sizeof *lacking);
    uint32_t count = 0;

    cr_assert_eq(target->line_count, now->line_count);
    for (uint32_t i = 0; i < now->line_count; i++) {
        const sg_verdict verdict = now->lines[i].verdict;
        for (size_t c = 0; c < COUNT(cells); c++)
            cells[c]->counts[i * TALLY_STATES + verdict]++;
        if (verdict == SG_MET)
            cells[0]->holders[i] = arena_strdup(&tally->arena, from->id);
        if (verdict == SG_UNMET && now->lines[i].strength == SG_ESSENTIAL)
            lacking[count++] = i;
        target->expiring[i] +=
            verdict == SG_MET && then->lines[i].verdict != SG_MET;
    }
    cells[0]->staff++;
    cells[1]->staff++;
    tally_class(tally, target, lacking, count)->staff++;
    free(lacking);
    sg_gap_free(now);
    sg_gap_free(then);
}

static void add_by_gaps(struct sg_tally *tally, struct staff_reading *reading,
                        const struct staff_person *from)
{
    const sg_catalogue *catalogue = tally->catalogue;
    struct staff_facts facts = {0};
    sg_role to = tally->to;
    sg_role next[2];
    enum tally_reason reason = REASON_COUNT;
    const char *written = NULL;

    cr_assert(staff_facts_build(&facts, reading, from));
    for (size_t i = from->post_count; i-- > 0;)
        written =
            from->posts[i].target_role ? from->posts[i].target_role : written;
    if (!facts.has_role)
        reason = facts.post->role ? REASON_ROLE_UNKNOWN : REASON_NO_ROLE;
    else if (tally->wanted == SG_NEEDS_NEXT &&
             next_roles(catalogue, facts.role, next, 2) == 0)
        reason = REASON_NO_NEXT_ROLE;
    else if (tally->wanted == SG_NEEDS_STATED && !written)
        reason = REASON_NO_TARGET;
    else if (tally->wanted == SG_NEEDS_STATED &&
             sg_catalogue_find(catalogue, written, &to, NULL) != SG_OK)
        reason = REASON_TARGET_UNKNOWN;
    if (tally->wanted == SG_NEEDS_NEXT)
        to = next[0];
    if (reason == REASON_COUNT && to.framework == facts.role.framework &&
        to.index == facts.role.index)
        reason = REASON_IN_ROLE;
    tally->staff++;
    tally->several_posts += from->post_count > 1;
    if (reason != REASON_COUNT)
        tally->not_assessed[reason]++;
    else
        add_gaps(tally, from, &facts, to);
    staff_facts_done(&facts);
}

static struct staff_people *read_export(const struct hr_export *export)
{
    struct hr_files files;
    struct staff_people *staff = NULL;
    sg_error error = {0};

    hr_files_write(&files, export);
    cr_assert_eq(
        staff_people_read(&(struct staff_files){.staff = files.posts,
                                                .qualifications = files.awards,
                                                .experience = files.work},
                          true, NULL, &staff, &error),
        SG_OK, "%s", error.message);
    hr_files_remove(&files);
    return staff;
}

static void begin_reading(struct staff_reading *reading,
                          const sg_catalogue *catalogue)
{
    *reading = (struct staff_reading){.catalogue = catalogue,
                                      .quals = knowledge_of(catalogue)};
    title_memo_begin(&reading->titles);
    role_words_begin(&reading->roles, catalogue);
}

static void end_reading(struct staff_reading *reading)
{
    title_memo_done(&reading->titles);
    role_words_done(&reading->roles);
}

Test(workforce_tally, it_is_the_sum_of_the_gaps_of_all)
{
    sg_catalogue *catalogue = support_catalogue(false);
    struct hr_export export = {0};
    uint32_t expiring = 0;

    add_people(&export, 0, PEOPLE);
    struct staff_people *staff = read_export(&export);
    cr_assert_eq(staff->count, PEOPLE);
    for (int which = 0; which < QUESTIONS; which++) {
        const sg_tally_request asked = question(catalogue, which);
        sg_tally *tally = hr_tally(catalogue, &export, &asked);
        struct sg_tally *sum = tally_new(catalogue);
        struct staff_reading reading;
        sum->wanted = asked.target;
        sum->to = asked.to;
        sum->today = tally->today;
        begin_reading(&reading, catalogue);
        for (size_t i = 0; i < staff->count; i++)
            add_by_gaps(sum, &reading, &staff->persons[i]);
        end_reading(&reading);
        char *counted = write_partial(tally);
        char *added = write_partial(sum);
        cr_expect_str_eq(counted, added, "question %d", which);
        for (uint32_t t = 0; t < sum->role_count; t++)
            for (uint32_t i = 0;
                 sum->targets[t] && i < sum->targets[t]->line_count; i++)
                expiring += sum->targets[t]->expiring[i];
        free(counted);
        free(added);
        tally_free(sum);
        sg_tally_free(tally);
    }
    cr_expect_gt(expiring, 0, "something runs out, so that it is tried");
    staff_people_free(staff);
    hr_export_done(&export);
    sg_catalogue_free(catalogue);
}

/* ---- what a role settles, kept ---- */

static unsigned check_cache(struct by_role *cache, const struct held *held,
                            sg_role from, sg_role to)
{
    const sg_catalogue *catalogue = cache->catalogue;
    const struct judging judging = judging_of_person(catalogue, held, to);
    const struct span lines = catalogue_role(catalogue, to)->lines;
    const struct leaf_answer *const *kept = by_role_answers(cache, from, to);
    static struct judgement with, without;
    unsigned met = 0;

    cr_assert_not_null(kept);
    cr_expect(by_role_answers(cache, from, to) == kept, "worked out once");
    for (uint32_t i = 0; i < lines.count; i++) {
        const sg_verdict verdict =
            judge_with_file(&judging, lines.first + i, kept[i], &with);
        judge_line(&judging, lines.first + i, &without);
        cr_expect_eq(verdict, without.verdict, "line %u", i);
        cr_expect_eq(with.count, without.count);
        for (uint32_t n = 0; n < with.count; n++)
            cr_expect_eq(with.answers[n].verdict, without.answers[n].verdict);
        met += verdict == SG_MET;
    }
    return met;
}

Test(workforce_tally, what_a_role_settles_is_kept_and_the_same)
{
    for (int plugins = 0; plugins < 2; plugins++) {
        sg_catalogue *catalogue = support_catalogue(plugins == 1);
        const size_t roles = sg_catalogue_role_count(catalogue);
        struct hr_export export = {0};
        struct staff_reading reading;
        struct by_role cache;
        unsigned met = 0;

        add_people(&export, 0, PEOPLE / 2);
        struct staff_people *staff = read_export(&export);
        cr_assert(by_role_begin(&cache, catalogue));
        begin_reading(&reading, catalogue);
        for (size_t i = 0; i < staff->count; i++) {
            struct staff_facts facts = {0};
            struct held held;
            cr_assert(staff_facts_build(&facts, &reading, &staff->persons[i]));
            cr_assert(held_build(&held, &facts.handle, catalogue,
                                 (struct date){2026, 11, 22}));
            for (size_t to = 0; facts.has_role && to < roles; to++)
                met += check_cache(&cache, &held, facts.role,
                                   sg_catalogue_role_at(catalogue, to));
            held_done(&held);
            staff_facts_done(&facts);
        }
        cr_expect_gt(met, 100);
        end_reading(&reading);
        by_role_done(&cache);
        staff_people_free(staff);
        hr_export_done(&export);
        sg_catalogue_free(catalogue);
    }
}
