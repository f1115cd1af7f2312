/* SPDX-License-Identifier: MIT */
/* The eight invented people: what each way says that it does is what judging
 * finds once all of its actions are supposed to be done. */
#include "rounds.h"
#include "support.h"

#include "skillgap/ways.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TODAY "2026-11-22"

static const char *const people[] = {
    "school-leaver", "returner",       "long-service",   "acting-up",
    "degree-abroad", "two-half-posts", "studying-clerk", "nothing-on-file"};

/* One step up, two, and another council. */
static const char *const targets[] = {"county/administrator-1",
                                      "county/senior-administrator",
                                      "st-albans/community-support-2"};

enum {
    PEOPLE = sizeof people / sizeof people[0],
    TARGETS = ROUNDS(sizeof targets / sizeof targets[0], 1),
    ROUTES_TRIED = 4
};

static sg_role role_of(const sg_catalogue *catalogue, const char *id)
{
    sg_role role;
    sg_error error = {0};

    cr_assert_eq(sg_catalogue_find(catalogue, id, &role, &error), SG_OK);
    return role;
}

static sg_person *read_person(const char *name)
{
    char path[1024];
    const char *const data_dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = data_dirs,
                                       .data_dir_count = 1};
    sg_person *person = NULL;
    sg_error error = {0};

    snprintf(path, sizeof path, "%s/examples/people/%s.json", support_data(),
             name);
    cr_assert_eq(sg_person_read(path, &options, NULL, NULL, &person, &error),
                 SG_OK, "%s", error.message);
    return person;
}

/* Every action of the way is done. */
static sg_verdict verdict_after(const sg_catalogue *catalogue, const char *name,
                                sg_role to, const sg_route *route, size_t line)
{
    sg_person *person = read_person(name);
    sg_gap *gap = NULL;
    sg_error error = {0};

    for (size_t i = 0; i < route->action_count; i++) {
        const sg_action *action = &route->actions[i];
        cr_assert_not_null(action->assume, "%s: %s", name, action->label);
        cr_assert_eq(
            sg_person_assume(person, catalogue, action->assume, TODAY, &error),
            SG_OK, "%s: %s: %s", name, action->assume, error.message);
    }
    const sg_gap_request request = {.person = person, .to = to, .today = TODAY};
    cr_assert_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_OK);
    const sg_verdict verdict = gap->lines[line].verdict;
    sg_gap_free(gap);
    sg_person_free(person);
    return verdict;
}

static unsigned try_line(const sg_catalogue *catalogue, const char *name,
                         sg_role to, const sg_line_ways *ways, size_t line)
{
    unsigned tried = 0;

    for (size_t r = 0; r < ways->route_count && tried < ROUTES_TRIED; r++) {
        const sg_route *route = &ways->routes[r];
        if (route->confirm || route->action_count == 0)
            continue;
        tried++;
        const sg_verdict after =
            verdict_after(catalogue, name, to, route, line);
        cr_expect(after >= route->then, "%s, line %s, by \"%s\"%s: %s, not %s",
                  name, ways->line, route->actions[0].assume,
                  route->action_count > 1 ? " and more" : "",
                  sg_verdict_word(after), sg_verdict_word(route->then));
    }
    return tried;
}

static unsigned try_person(const sg_catalogue *catalogue, const char *name,
                           sg_role to)
{
    sg_person *person = read_person(name);
    const sg_gap_request request = {.person = person, .to = to, .today = TODAY};
    sg_ways *ways = NULL;
    sg_error error = {0};
    unsigned tried = 0;

    cr_assert_eq(sg_ways_new(catalogue, &request, &ways, &error), SG_OK, "%s",
                 error.message);
    for (size_t i = 0; i < ways->line_count; i++)
        tried += try_line(catalogue, name, to, &ways->lines[i], i);
    sg_ways_free(ways);
    sg_person_free(person);
    return tried;
}

Test(ways_people, each_way_does_what_it_says_once_it_is_done)
{
    sg_catalogue *catalogue = support_catalogue(true);
    unsigned tried = 0;

    for (size_t p = 0; p < PEOPLE; p++)
        for (size_t t = 0; t < TARGETS; t++)
            tried += try_person(catalogue, people[p],
                                role_of(catalogue, targets[t]));
    printf("%u ways were tried\n", tried);
    cr_expect_gt(tried, ROUNDS(200u, 60u));
    sg_catalogue_free(catalogue);
}

/* The plan's steps, all done together. */
static void check_plan(const sg_catalogue *catalogue, const char *name,
                       sg_role to, sg_prefer prefer)
{
    sg_person *person = read_person(name);
    sg_gap_request request = {.person = person, .to = to, .today = TODAY};
    sg_gap *gap = NULL;
    sg_gap *after = NULL;
    sg_plan *plan = NULL;
    sg_error error = {0};

    cr_assert_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_OK);
    cr_assert_eq(sg_plan_new(catalogue, &request, gap, prefer, &plan, &error),
                 SG_OK);
    cr_expect(plan->exact);
    sg_person *done = read_person(name);
    for (size_t i = 0; i < plan->step_count; i++)
        cr_assert_eq(sg_person_assume(done, catalogue,
                                      plan->steps[i].action.assume, TODAY,
                                      &error),
                     SG_OK, "%s", error.message);
    request.person = done;
    cr_assert_eq(sg_gap_new(catalogue, &request, &after, &error), SG_OK);
    for (size_t i = 0; i < plan->step_count; i++)
        for (size_t c = 0; c < plan->steps[i].close_count; c++)
            for (size_t l = 0; l < after->line_count; l++)
                cr_expect(
                    strcmp(after->lines[l].id, plan->steps[i].closes[c]) != 0 ||
                        after->lines[l].verdict != SG_UNMET,
                    "%s: %s is unmet after the plan", name, after->lines[l].id);
    sg_gap_free(after);
    sg_plan_free(plan);
    sg_gap_free(gap);
    sg_person_free(done);
    sg_person_free(person);
}

Test(ways_people, a_plan_closes_the_lines_that_its_steps_name)
{
    sg_catalogue *catalogue = support_catalogue(true);

    for (size_t p = 0; p < PEOPLE; p++)
        for (size_t t = 0; t < TARGETS; t++)
            for (int prefer = SG_CHEAPEST; prefer <= SG_ON_THE_JOB; prefer++)
                check_plan(catalogue, people[p], role_of(catalogue, targets[t]),
                           (sg_prefer)prefer);
    sg_catalogue_free(catalogue);
}
