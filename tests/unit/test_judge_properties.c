/* SPDX-License-Identifier: MIT */
/* What must hold for every person, tried on random ones:
 * - more in a list that is there never makes a verdict worse;
 * - the order of the file plays no part, to the letter;
 * - one post told in two pieces is the same post;
 * - what is supposed (--assume) is as if the file said it;
 * - a list of skills that is there never makes a skill worse than the current
 *   role leaves it. */
#include "rounds.h"
#include "support.h"

#include "skillgap/gap.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TODAY "2026-11-22"

enum {
    PEOPLE = ROUNDS(120, 40),
    LIST_MOST = 6,
    LINES_MOST = 256,
    TEXT_ROOM = 4096
};

/* What a random file is made of. */
static const char *const qualifications[] = {
    "{\"title\":\"NVQ3 Bus Admin\"}",
    "{\"title\":\"NVQ Level 2\",\"subject\":\"15.2\"}",
    "{\"title\":\"A level French\"}",
    "{\"title\":\"A level History\"}",
    "{\"title\":\"GCSE Maths\",\"grades\":[\"C\"]}",
    "{\"title\":\"5 GCSEs A*-C\"}",
    "{\"title\":\"Level 3 Award in First Aid at Work\",\"awarded\":\"2022\"}",
    "{\"title\":\"NVQ 4\"}",
    "{\"title\":\"Abitur\",\"country\":\"DE\"}",
    "{\"title\":\"working towards NVQ 4 management\",\"expected\":\"2027\"}",
    "{\"title\":\"BA (Hons) Geography\"}",
    "{\"title\":\"CMS\"}",
    "{\"title\":\"some certificate\"}",
    "{\"type\":\"diploma\",\"level\":3,\"scale\":\"RQF\",\"subject\":\"15.3\"}",
};
static const char *const posts[] = {
    ("{\"role\":\"county/admin-assistant-1\",\"from\":\"2020-03\",\"to\":"
     "\"2020-10\"}"),
    ("{\"role\":\"county/administrator-1\",\"from\":\"2021-01\",\"to\":"
     "\"2023-01\",\"hours_per_week\":18.5}"),
    ("{\"role\":\"county/senior-administrator\",\"from\":\"2022-06\","
     "\"supervises\":true}"),
    ("{\"area\":\"customer-service\",\"from\":\"2015\",\"to\":\"2016\","
     "\"basis\":\"voluntary\"}"),
    "{\"area\":\"administration\",\"from\":\"2018-02\",\"to\":\"2018-09\"}",
    "{\"title\":\"Clerk\",\"from\":\"2009-01\",\"to\":\"2013-12\"}",
    "{\"title\":\"Clerk\",\"from\":\"2019-01\",\"to\":\"2019-03\"}",
    "{\"role\":\"st-albans/community-support-2\",\"from\":\"2024-05\"}",
    "{\"title\":\"Team leader, Example Mart\",\"supervises\":true}",
    "{\"area\":\"supervision\",\"from\":\"2012\",\"to\":\"2012\"}",
};
static const char *const skills[] = {
    "{\"id\":\"it-keyboard\",\"level\":\"basic\"}",
    "{\"id\":\"it-keyboard\",\"level\":\"appropriate\"}",
    "{\"id\":\"data-protection\",\"level\":\"appropriate awareness\"}",
    "{\"id\":\"data-protection\",\"level\":\"knowledge\"}",
    "{\"id\":\"health-safety\"}",
    "{\"id\":\"equality-diversity\",\"level\":\"understanding\"}",
    "{\"id\":\"literacy-numeracy\",\"level\":\"appropriate\"}",
    "{\"id\":\"tact-diplomacy\"}",
};
static const char *const credentials[] = {
    "{\"id\":\"icdl\"}",
    "{\"id\":\"ecdl\",\"expires\":\"2020-01\"}",
    "{\"id\":\"icdl\",\"issued\":\"2019\"}",
};
static const char *const trainings[] = {
    "{\"title\":\"Induction\"}",
    "{\"title\":\"Casework\",\"criterion\":\"in-house-training\"}",
    ("{\"title\":\"Old\",\"criterion\":\"in-house-training\",\"expires\":"
     "\"2020\"}"),
};

#define COUNT_OF(list) (sizeof(list) / sizeof(list)[0])

enum { QUALIFICATIONS, EXPERIENCE, SKILLS, CREDENTIALS, TRAINING, LISTS };

static const struct {
    const char *field;
    const char *const *pool;
    size_t count;
} lists[LISTS] = {
    {"qualifications", qualifications, COUNT_OF(qualifications)},
    {"experience", posts, COUNT_OF(posts)},
    {"skills", skills, COUNT_OF(skills)},
    {"credentials", credentials, COUNT_OF(credentials)},
    {"training", trainings, COUNT_OF(trainings)},
};

/* One random file, as indices into the pools. */
struct draft {
    const char *role; /* or NULL */
    size_t counts[LISTS];
    size_t picks[LISTS][LIST_MOST + 1];
    const char *extra; /* one more entry, or NULL */
    size_t extra_list; /* of which list */
};

static uint32_t state;

static size_t below(size_t most)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % most;
}

static struct draft draft_make(void)
{
    static const char *const roles[] = {NULL, NULL, "county/admin-assistant-2",
                                        "county/administrator-1"};
    struct draft draft = {.role = roles[below(4)]};

    for (size_t l = 0; l < LISTS; l++) {
        draft.counts[l] = below(LIST_MOST);
        for (size_t i = 0; i < draft.counts[l]; i++)
            draft.picks[l][i] = below(lists[l].count);
    }
    return draft;
}

static void shuffle(struct draft *draft)
{
    for (size_t l = 0; l < LISTS; l++)
        for (size_t i = draft->counts[l]; i > 1; i--) {
            const size_t other = below(i);
            const size_t kept = draft->picks[l][i - 1];
            draft->picks[l][i - 1] = draft->picks[l][other];
            draft->picks[l][other] = kept;
        }
}

static void write_draft(const struct draft *draft, FILE *out)
{
    fprintf(out, "{\"format\":\"skillgap-person/1\"");
    if (draft->role)
        fprintf(out, ",\"current_role\":\"%s\"", draft->role);
    for (size_t l = 0; l < LISTS; l++) {
        fprintf(out, ",\"%s\":[", lists[l].field);
        for (size_t i = 0; i < draft->counts[l]; i++)
            fprintf(out, "%s%s", i ? "," : "",
                    lists[l].pool[draft->picks[l][i]]);
        if (draft->extra && l == draft->extra_list)
            fprintf(out, "%s%s", draft->counts[l] ? "," : "", draft->extra);
        fputs("]", out);
    }
    fputs("}", out);
}

static sg_person *read_draft(const struct draft *draft)
{
    char path[] = "/tmp/skillgap-draft-XXXXXX";
    const char *const data_dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = data_dirs,
                                       .data_dir_count = 1};
    const int file = mkstemp(path);
    FILE *out = file < 0 ? NULL : fdopen(file, "w");
    sg_person *person = NULL;
    sg_error error = {0};

    cr_assert(out, "no temporary file");
    write_draft(draft, out);
    fclose(out);
    const sg_status status =
        sg_person_read(path, &options, NULL, NULL, &person, &error);
    unlink(path);
    cr_assert_eq(status, SG_OK, "%s", error.message);
    return person;
}

static sg_catalogue *catalogue;

static void open_catalogue(void)
{
    catalogue = support_catalogue(true);
}

/* The answer for one line, with what of it must be equal. */
struct verdict {
    sg_verdict verdict;
    uint32_t months;
    uint64_t reason; /* a hash of all the words */
};

static uint64_t hash_words(const char *text, uint64_t hash)
{
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return hash;
}

/* Judges against every role, into one long list. */
static size_t judge_all(const sg_person *person, const char *today,
                        struct verdict *verdicts)
{
    size_t count = 0;

    for (size_t r = 0; r < sg_catalogue_role_count(catalogue); r++) {
        const sg_gap_request request = {
            .to = sg_catalogue_role_at(catalogue, r),
            .person = person,
            .today = today,
        };
        sg_gap *gap = NULL;
        cr_assert_eq(sg_gap_new(catalogue, &request, &gap, NULL), SG_OK);
        for (size_t i = 0; i < gap->line_count; i++) {
            const sg_gap_line *line = &gap->lines[i];
            cr_assert(line->reason[0] != '\0');
            cr_assert_null(strchr(line->reason, '{'), "%s", line->reason);
            verdicts[count++] = (struct verdict){
                .verdict = line->verdict,
                .months = line->missing_months,
                .reason = hash_words(line->reason, 1),
            };
        }
        sg_gap_free(gap);
    }
    cr_assert_lt(count, LINES_MOST);
    return count;
}

static size_t judge_draft(const struct draft *draft, struct verdict *verdicts)
{
    sg_person *person = read_draft(draft);
    const size_t count = judge_all(person, TODAY, verdicts);

    sg_person_free(person);
    return count;
}

Test(judge_properties, more_on_file_is_never_worse)
{
    struct verdict before[LINES_MOST], after[LINES_MOST];
    size_t better = 0;

    open_catalogue();
    state = 1;
    for (size_t p = 0; p < PEOPLE; p++) {
        struct draft draft = draft_make();
        const size_t count = judge_draft(&draft, before);
        const size_t list = below(LISTS);
        draft.picks[list][draft.counts[list]++] = below(lists[list].count);
        judge_draft(&draft, after);
        for (size_t i = 0; i < count; i++) {
            cr_assert_geq(after[i].verdict, before[i].verdict,
                          "person %zu, line %zu: worse with one more of %s", p,
                          i, lists[list].field);
            better += after[i].verdict > before[i].verdict;
        }
    }
    cr_expect_gt(better, PEOPLE / 3, "the additions hardly ever mattered: %zu",
                 better);
    sg_catalogue_free(catalogue);
}

Test(judge_properties, order_plays_no_part)
{
    struct verdict before[LINES_MOST], after[LINES_MOST];

    open_catalogue();
    state = 2;
    for (size_t p = 0; p < PEOPLE; p++) {
        struct draft draft = draft_make();
        const size_t count = judge_draft(&draft, before);
        shuffle(&draft);
        judge_draft(&draft, after);
        cr_assert_arr_eq(after, before, count * sizeof before[0], "person %zu",
                         p);
    }
    sg_catalogue_free(catalogue);
}

/* One post, whole and in two pieces. */
static const char *const split[][2] = {
    {"{\"role\":\"county/administrator-1\",\"from\":\"2020-01\",\"to\":"
     "\"2021-06\"}",
     "{\"role\":\"county/administrator-1\",\"from\":\"2020-01\",\"to\":"
     "\"2020-05\"},{\"role\":\"county/administrator-1\",\"from\":\"2020-06\","
     "\"to\":\"2021-06\"}"},
    {"{\"area\":\"administration\",\"from\":\"2024-07\"}",
     "{\"area\":\"administration\",\"from\":\"2024-07\",\"to\":\"2025-12\"},"
     "{\"area\":\"administration\",\"from\":\"2026-01\"}"},
    {"{\"title\":\"Clerk\",\"from\":\"2011-01\",\"to\":\"2013-12\"}",
     "{\"title\":\"Clerk\",\"from\":\"2011-01\",\"to\":\"2011-01\"},{\"title\":"
     "\"Clerk\",\"from\":\"2011-02\",\"to\":\"2013-12\"}"},
};

Test(judge_properties, a_post_in_two_pieces_is_one_post)
{
    struct verdict before[LINES_MOST], after[LINES_MOST];

    open_catalogue();
    state = 3;
    for (size_t p = 0; p < PEOPLE; p++) {
        struct draft draft = draft_make();
        const size_t which = below(COUNT_OF(split));
        draft.extra_list = EXPERIENCE;
        draft.extra = split[which][0];
        const size_t count = judge_draft(&draft, before);
        draft.extra = split[which][1];
        judge_draft(&draft, after);
        for (size_t i = 0; i < count; i++)
            cr_assert(before[i].verdict == after[i].verdict &&
                          before[i].months == after[i].months,
                      "person %zu, line %zu", p, i);
    }
    sg_catalogue_free(catalogue);
}

/* What is supposed, and the entry that says the same. */
static const struct {
    const char *assume;
    size_t list;
    const char *entry;
} supposed[] = {
    {"NVQ 3 in business administration by 2027-06", QUALIFICATIONS,
     "{\"title\":\"NVQ 3 in business administration\",\"status\":\"held\","
     "\"awarded\":\"2027-06\"}"},
    {"A level Maths", QUALIFICATIONS,
     "{\"title\":\"A level Maths\",\"status\":\"held\"}"},
    {"working towards NVQ 4 by 2028", QUALIFICATIONS,
     "{\"title\":\"working towards NVQ 4\",\"expected\":\"2028\"}"},
    {"ICDL by 2027-03", CREDENTIALS,
     "{\"id\":\"icdl\",\"issued\":\"2027-03\"}"},
    {"health-safety awareness", SKILLS,
     "{\"id\":\"health-safety\",\"level\":\"awareness\"}"},
    {"tact-diplomacy", SKILLS, "{\"id\":\"tact-diplomacy\"}"},
    {"in-house-training by 2027", TRAINING,
     "{\"title\":\"in-house-training\",\"criterion\":\"in-house-training\","
     "\"completed\":\"2027\"}"},
};

static size_t judge_supposed(const struct draft *draft, const char *assume,
                             struct verdict *verdicts)
{
    sg_person *person = read_draft(draft);
    sg_error error = {0};
    cr_assert_eq(sg_person_assume(person, catalogue, assume, TODAY, &error),
                 SG_OK, "%s: %s", assume, error.message);
    const size_t count = judge_all(person, TODAY, verdicts);
    sg_person_free(person);
    return count;
}

Test(judge_properties, what_is_supposed_is_as_if_the_file_said_so)
{
    struct verdict before[LINES_MOST], after[LINES_MOST];

    open_catalogue();
    state = 4;
    for (size_t p = 0; p < PEOPLE; p++) {
        struct draft draft = draft_make();
        const size_t which = below(COUNT_OF(supposed));
        const size_t count =
            judge_supposed(&draft, supposed[which].assume, before);
        draft.extra = supposed[which].entry;
        draft.extra_list = supposed[which].list;
        judge_draft(&draft, after);
        cr_assert_arr_eq(after, before, count * sizeof before[0],
                         "person %zu: %s", p, supposed[which].assume);
    }
    sg_catalogue_free(catalogue);
}

/* More months are the same file, read so many months later, with the post that
 * it leaves out. */
Test(judge_properties, more_months_are_a_later_day)
{
    struct verdict before[LINES_MOST], after[LINES_MOST];
    size_t tried = 0;

    open_catalogue();
    state = 5;
    for (size_t p = 0; p < PEOPLE; p++) {
        struct draft draft = draft_make();
        char post[192];
        if (!draft.role)
            continue;
        const size_t count = judge_supposed(&draft, "24 more months", before);
        snprintf(post, sizeof post,
                 "{\"role\":\"%s\"},{\"role\":\"%s\",\"from\":\"2026-12\"}",
                 draft.role, draft.role);
        draft.extra = post;
        draft.extra_list = EXPERIENCE;
        sg_person *person = read_draft(&draft);
        judge_all(person, "2028-11-22", after);
        sg_person_free(person);
        cr_assert_arr_eq(after, before, count * sizeof before[0], "person %zu",
                         p);
        tried++;
    }
    cr_expect_gt(tried, PEOPLE / 4);
    sg_catalogue_free(catalogue);
}

static bool is_skill(const sg_gap_line *line)
{
    return line->needs.op == SG_SKILL;
}

static sg_gap *gap_of(const sg_gap_request *request)
{
    sg_gap *gap = NULL;

    cr_assert_eq(sg_gap_new(catalogue, request, &gap, NULL), SG_OK);
    return gap;
}

Test(judge_properties, a_skill_is_never_worse_than_the_role_leaves_it)
{
    size_t open = 0;

    open_catalogue();
    state = 6;
    for (size_t p = 0; p < PEOPLE; p++) {
        struct draft draft = draft_make();
        sg_person *person = read_draft(&draft);
        sg_gap_request request = {.person = person, .today = TODAY};
        const size_t roles =
            draft.role ? sg_catalogue_role_count(catalogue) : 0;
        for (size_t r = 0; r < roles; r++) {
            sg_gap_request alone = {.months = SG_MONTHS_UNKNOWN};
            alone.to = request.to = sg_catalogue_role_at(catalogue, r);
            cr_assert_eq(
                sg_catalogue_find(catalogue, draft.role, &alone.from, NULL),
                SG_OK);
            sg_gap *with = gap_of(&request);
            sg_gap *without = gap_of(&alone);
            for (size_t i = 0; i < with->line_count; i++) {
                if (!is_skill(&with->lines[i]))
                    continue;
                cr_assert_geq(with->lines[i].verdict, without->lines[i].verdict,
                              "person %zu: %s", p, with->lines[i].id);
                open += without->lines[i].verdict == SG_ASK;
            }
            sg_gap_free(with);
            sg_gap_free(without);
        }
        sg_person_free(person);
    }
    cr_expect_gt(open, 50, "hardly anything was left open: %zu", open);
    sg_catalogue_free(catalogue);
}
