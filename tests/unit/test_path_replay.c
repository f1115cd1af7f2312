/* SPDX-License-Identifier: MIT */
/* Each step of each path of the shipped data, done over again by the gap
 * engine: a person file is written that says what somebody holds on the day of
 * the move, and no essential line of the role is unmet then; what is open is
 * just what the step asks. */
#include "support.h"

#include "skillgap/path.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TODAY "2026-11-22"
enum { TODAY_MONTH = 2026 * 12 + 10, FILE_ROOM = 64 };

static const char *const people[] = {
    "school-leaver", "returner",       "long-service",   "acting-up",
    "degree-abroad", "two-half-posts", "studying-clerk", "nothing-on-file"};

static sg_catalogue *catalogue;
static char file[FILE_ROOM];

static void open_all(void)
{
    catalogue = support_catalogue(true);
    snprintf(file, sizeof file, "/tmp/skillgap-replay-%ld.json",
             (long)getpid());
}

static void close_all(void)
{
    sg_catalogue_free(catalogue);
    unlink(file);
}

TestSuite(path_replay, .init = open_all, .fini = close_all);

/* ---- what somebody holds on the day of a move ---- */

static json_t *month_text(int month)
{
    return json_sprintf("%04d-%02d", month / 12, month % 12 + 1);
}

/* A role alone: every list is there, and empty. */
static json_t *file_of_role(const char *role, int32_t months)
{
    json_t *root =
        json_pack("{ss ss s[] s[] s[] s[] s[]}", "format", "skillgap-person/1",
                  "current_role", role, "qualifications", "experience",
                  "skills", "credentials", "training");

    if (months > 0)
        json_array_append_new(json_object_get(root, "experience"),
                              json_pack("{ss so so}", "role", role, "from",
                                        month_text(TODAY_MONTH - months + 1),
                                        "to", month_text(TODAY_MONTH)));
    return root;
}

/* A person, whose posts end today: what comes after is the path's. */
static json_t *file_of_person(const char *name)
{
    char path[1024];
    size_t at;
    json_t *post;

    snprintf(path, sizeof path, "%s/examples/people/%s.json", support_data(),
             name);
    json_t *root = json_load_file(path, 0, NULL);
    json_array_foreach(json_object_get(root, "experience"), at, post)
    {
        if (!json_object_get(post, "to"))
            json_object_set_new(post, "to", month_text(TODAY_MONTH));
    }
    return root;
}

static void add_stays(json_t *root, const sg_path *path, size_t step)
{
    json_t *posts = json_object_get(root, "experience");

    if (!posts) {
        posts = json_array();
        json_object_set_new(root, "experience", posts);
    }
    for (size_t s = 0; s <= step; s++) {
        const sg_path_step *is = &path->steps[s];
        if (is->months > 0 && is->from_role.id)
            json_array_append_new(
                posts,
                json_pack("{ss so so}", "role", is->from_role.id, "from",
                          month_text(TODAY_MONTH + 1 +
                                     (int)(is->entered - is->months)),
                          "to", month_text(TODAY_MONTH + (int)is->entered)));
    }
}

static void day_after(uint32_t months, char day[32])
{
    const int month = TODAY_MONTH + (int)months;

    snprintf(day, 32, "%04d-%02d-22", month / 12, month % 12 + 1);
}

/* Everything that was done up to a step, as if it were on file. */
static sg_person *read_on_the_day(json_t *root, const sg_path *path,
                                  size_t step)
{
    const char *const data_dirs[] = {support_data()};
    const sg_person_options options = {
        .data_dirs = data_dirs, .data_dir_count = 1, .catalogue = catalogue};
    sg_person *person = NULL;
    sg_error error = {0};
    char day[32];

    cr_assert_eq(json_dump_file(root, file, 0), 0);
    cr_assert_eq(sg_person_read(file, &options, NULL, NULL, &person, &error),
                 SG_OK, "%s", error.message);
    day_after(path->steps[step].entered, day);
    for (size_t s = 0; s <= step; s++)
        for (size_t a = 0; a < path->steps[s].action_count; a++) {
            const char *assume = path->steps[s].actions[a].assume;
            if (assume)
                cr_assert_eq(
                    sg_person_assume(person, catalogue, assume, day, &error),
                    SG_OK, "%s: %s", assume, error.message);
        }
    return person;
}

/* ---- holding the step to it ---- */

static bool asks_about(const sg_path_step *step, const char *line)
{
    for (size_t i = 0; i < step->ask_count; i++)
        if (strcmp(step->asks[i].line, line) == 0)
            return true;
    return false;
}

static void compare(const sg_gap *gap, const sg_path_step *step,
                    const char *who, const char *to)
{
    size_t open = 0;

    for (size_t i = 0; i < gap->line_count; i++) {
        const sg_gap_line *line = &gap->lines[i];
        if (line->strength != SG_ESSENTIAL)
            continue;
        cr_expect_neq(line->verdict, SG_UNMET, "%s to %s: %s of %s: %s", who,
                      to, line->id, step->role.id, line->reason);
        open += line->verdict == SG_ASK;
        cr_expect_eq(line->verdict == SG_ASK, asks_about(step, line->id),
                     "%s to %s: %s of %s is %s: %s", who, to, line->id,
                     step->role.id, sg_verdict_word(line->verdict),
                     line->reason);
    }
    cr_expect_eq(open, step->ask_count, "%s to %s: %s", who, to, step->role.id);
}

static void replay_step(json_t *root, const sg_path *path, size_t step,
                        const char *who, const char *to)
{
    char day[32];
    sg_gap *gap = NULL;
    sg_error error = {0};

    day_after(path->steps[step].entered, day);
    add_stays(root, path, step);
    sg_person *person = read_on_the_day(root, path, step);
    sg_gap_request request = {.person = person, .today = day};
    cr_assert_eq(sg_catalogue_find(catalogue, path->steps[step].role.id,
                                   &request.to, &error),
                 SG_OK);
    cr_assert_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_OK, "%s",
                 error.message);
    compare(gap, &path->steps[step], who, to);
    sg_gap_free(gap);
    sg_person_free(person);
}

/* `name`: of a person; else the role and months of the request. Counts the
 * steps that were looked at. */
static size_t replay(const char *name, const sg_path_request *request,
                     const char *from, const char *to)
{
    sg_paths *paths = NULL;
    sg_error error = {0};
    size_t steps = 0;

    if (sg_paths_new(catalogue, request, &paths, &error) != SG_OK) {
        cr_expect_str_eq(error.reason, "same-role");
        return 0;
    }
    cr_expect(paths->exact);
    for (size_t p = 0; p < paths->path_count; p++)
        for (size_t s = 0; s < paths->paths[p].moves; s++) {
            json_t *root = name ? file_of_person(name)
                                : file_of_role(from, request->gap.months);
            replay_step(root, &paths->paths[p], s, name ? name : from, to);
            json_decref(root);
            steps++;
        }
    sg_paths_free(paths);
    return steps;
}

Test(path_replay, every_step_from_every_role_has_no_unmet_line)
{
    const size_t count = sg_catalogue_role_count(catalogue);
    size_t steps = 0;

    for (size_t f = 0; f < count; f++)
        for (size_t t = 0; t < count; t++)
            for (int32_t months = -1; months <= 18; months += 19) {
                const sg_path_request request = {
                    .gap = {.from = sg_catalogue_role_at(catalogue, f),
                            .to = sg_catalogue_role_at(catalogue, t),
                            .months = months,
                            .today = TODAY},
                    .through_others = months > 0};
                steps += replay(NULL, &request,
                                sg_role_info_of(catalogue, request.gap.from).id,
                                sg_role_info_of(catalogue, request.gap.to).id);
            }
    cr_expect_gt(steps, 100);
}

Test(path_replay, every_step_of_every_person_has_no_unmet_line)
{
    const char *const data_dirs[] = {support_data()};
    const sg_person_options options = {
        .data_dirs = data_dirs, .data_dir_count = 1, .catalogue = catalogue};
    size_t steps = 0;

    for (size_t p = 0; p < sizeof people / sizeof people[0]; p++) {
        char path[1024];
        sg_person *person = NULL;
        sg_error error = {0};
        snprintf(path, sizeof path, "%s/examples/people/%s.json",
                 support_data(), people[p]);
        cr_assert_eq(
            sg_person_read(path, &options, NULL, NULL, &person, &error), SG_OK);
        const size_t count = sg_catalogue_role_count(catalogue);
        for (size_t t = 0; t < 2 * count; t++) {
            const sg_path_request request = {
                .gap = {.person = person,
                        .to = sg_catalogue_role_at(catalogue, t % count),
                        .today = TODAY},
                .study_hours_per_week = t < count ? 0 : 3.5,
                .through_others = t >= count};
            steps += replay(people[p], &request, NULL,
                            sg_role_info_of(catalogue, request.gap.to).id);
        }
        sg_person_free(person);
    }
    cr_expect_gt(steps, 50);
}
