/* SPDX-License-Identifier: MIT */
/* From lines to requirements over acts. */
#include "ways/planning.h"

#include "judge/leaf.h"
#include "judge/lookup.h"
#include "ways/options.h"

#include <string.h>

enum {
    SOURCE_LINES = 256,
    WORLDS_MOST = 64,        /* different ones, of one line */
    WEEKS_PER_MONTH_X3 = 13, /* a month is 13/3 weeks */
};

/* ---- beginning ---- */

bool planning_begin(struct planning *planning, const struct asked *asked,
                    struct arena *arena)
{
    const struct sg_person *person = asked->request->person;
    const struct courses *courses = asked->catalogue->courses;
    const double hours = courses ? (double)courses->study_hours_per_week : 0;

    *planning =
        (struct planning){.asked = asked, .courses = courses, .arena = arena};
    if (person)
        planning->titles = person->titles;
    else if (courses)
        planning->titles = courses->titles;
    planning->today = asked->today;
    planning->acts = arena_array(arena, ACTS_MOST, sizeof *planning->acts);
    planning->problem.hours_per_month =
        (hours > 0 ? hours : 1) * WEEKS_PER_MONTH_X3 / 3;
    planning->problem.most_steps = LIMIT_WAYS_STEPS;
    return planning->acts != NULL;
}

/* ---- later ---- */

struct ahead {
    struct ahead *next;
    uint32_t months;
    struct held held;
};

/* The present role goes on from next month, whatever the file says of it: as
 * "so many more months" supposes (catalogue/assume_work.c). */
static void add_present(struct held *held, const struct framework *framework,
                        int32_t month, uint32_t months)
{
    struct held_post *posts =
        arena_array(&held->arena, (size_t)held->post_count + 1, sizeof *posts);

    if (!posts)
        return; /* memory */
    for (uint32_t i = 0; i < held->post_count; i++)
        posts[i] = held->posts[i];
    posts[held->post_count++] = (struct held_post){
        .framework = framework,
        .role = held->role.index,
        .title =
            framework_text(framework, framework->roles[held->role.index].title),
        .first = month + 1,
        .first_may = month + 1,
        .last = month + (int32_t)months,
        .last_may = month + (int32_t)months};
    held->posts = posts;
}

const struct held *planning_ahead(struct planning *planning, uint32_t months)
{
    const sg_catalogue *catalogue = planning->asked->catalogue;

    for (const struct ahead *one = planning->ahead; one; one = one->next)
        if (one->months == months)
            return &one->held;
    struct ahead *ahead = arena_alloc(planning->arena, sizeof *ahead);
    if (!ahead)
        return NULL; /* memory */
    ahead->months = months;
    ahead->next = planning->ahead;
    planning->ahead = ahead;
    if (!held_build(&ahead->held, planning->asked->request->person, catalogue,
                    date_add_months(planning->today, months)))
        return NULL; /* memory */
    if (ahead->held.role_known)
        add_present(&ahead->held,
                    catalogue_in_use(catalogue, ahead->held.role)->framework,
                    date_month(planning->today, 1), months);
    return ahead->held.arena.failed ? NULL : &ahead->held;
}

void planning_done(struct planning *planning)
{
    for (struct ahead *one = planning->ahead; one; one = one->next)
        held_done(&one->held);
    planning->ahead = NULL;
}

/* ---- what is met in which world ---- */

static void note_world(struct want *want, const bool *met)
{
    const uint32_t count = want->judgement.count;

    for (uint32_t w = 0; w < want->world_count; w++)
        if (memcmp(&want->met[w * count], met, count * sizeof *met) == 0)
            return;
    if (want->world_count < WORLDS_MOST)
        memcpy(&want->met[want->world_count * count], met, count * sizeof *met);
    want->world_count++;
}

/* Without worlds, or with too many: what is met in every one. */
void want_note_judgement(struct want *want)
{
    want->world_count = 1;
    for (uint32_t i = 0; i < want->judgement.count; i++)
        want->met[i] = want->judgement.answers[i].verdict == SG_MET;
}

/* What is met in one world of the current role. */
static void judge_world(const struct want *want, const struct worlds *world,
                        bool *met)
{
    const struct judging *judging = &want->judging;
    const struct framework *to = judging->to->framework;
    const uint32_t first = want->judgement.first;
    sg_verdict verdicts[LIMIT_TREE_NODES];

    for (uint32_t i = want->judgement.count; i-- > 0;) {
        const uint32_t node = first + i;
        verdicts[i] = node_is_group(&to->nodes[node])
                          ? judge_group(to, node, verdicts, first)
                          : leaf_judge(judging, world, node).verdict;
        met[i] = verdicts[i] == SG_MET;
    }
}

/* As the judging layer goes through them (judge.c), but one by one: what
 * closes the line has to close it in each. */
static void note_worlds(struct want *want)
{
    const struct judging *judging = &want->judging;
    const struct framework *to = judging->to->framework;
    uint32_t lines[SOURCE_LINES];
    struct worlds worlds = {0};
    bool met[LIMIT_TREE_NODES];

    const uint32_t count =
        lines_sharing(judging->from->framework, judging->from_role, true, false,
                      to, to->lines[want->line].root, lines, SOURCE_LINES);
    if (count > SOURCE_LINES ||
        !worlds_start(&worlds, judging->from->framework, lines, count)) {
        want_note_judgement(want);
        return;
    }
    do {
        judge_world(want, &worlds, met);
        note_world(want, met);
    } while (want->world_count <= WORLDS_MOST && worlds_next(&worlds));
    if (want->world_count > WORLDS_MOST)
        want_note_judgement(want);
}

/* ---- what only a person can settle ---- */

static const struct leaf_answer *answer_at(const struct want *want,
                                           uint32_t node)
{
    return &want->judgement.answers[node - want->judgement.first];
}

/* "Where appropriate": whether this post needs it is open, and so is the
 * whole. */
static bool depends_on_post(const struct want *want, uint32_t node)
{
    const struct framework *to = want_framework(want);

    if (to->nodes[node].op != SG_ANY)
        return false;
    for (uint32_t p = node + 1; p < to->nodes[node].end; p = to->nodes[p].end)
        if (to->nodes[p].op == SG_NOT_NEEDED_HERE &&
            answer_at(want, p)->verdict == SG_ASK)
            return true;
    return false;
}

bool want_node_is_open(const struct want *want, uint32_t node)
{
    const struct node *is = &want_framework(want)->nodes[node];

    if (node_is_group(is))
        return depends_on_post(want, node);
    return answer_at(want, node)->verdict == SG_ASK &&
           (is->op == SG_SKILL || is->op == SG_NOT_NEEDED_HERE);
}

/* Whether a node can be true with all that is open left false, by the kinds of
 * its leaves alone. */
static bool can_be_true(const struct want *want, uint32_t node)
{
    const struct framework *to = want_framework(want);
    const struct node *is = &to->nodes[node];
    uint32_t parts = 0, can = 0;

    if (answer_at(want, node)->verdict == SG_MET)
        return true;
    if (want_node_is_open(want, node))
        return false;
    if (!node_is_group(is))
        return is->op != SG_NOT_NEEDED_HERE;
    for (uint32_t p = node + 1; p < is->end; p = to->nodes[p].end) {
        parts++;
        can += can_be_true(want, p);
    }
    return can >= (is->op == SG_ANY ? 1 : is->op == SG_ALL ? parts : is->n);
}

bool want_leaf_is_open(const struct want *want, uint32_t node)
{
    const struct framework *to = want_framework(want);

    if (want_node_is_open(want, node))
        return true;
    for (uint32_t i = want->judgement.first; i < node; i++)
        if (to->nodes[i].end > node && want_node_is_open(want, i))
            return true;
    return false;
}

/* ---- wants ---- */

static bool find_options(struct planning *planning, struct want *want)
{
    const struct framework *to = want_framework(want);

    for (uint32_t i = 0; i < want->judgement.count; i++) {
        const uint32_t node = want->judgement.first + i;
        if (!node_is_group(&to->nodes[node]) &&
            want->judgement.answers[i].verdict != SG_MET &&
            !options_find(planning, want, node))
            return false;
    }
    return true;
}

static bool remember(struct planning *planning, struct want *want)
{
    if (planning->want_count == planning->want_room) {
        const uint32_t room = planning->want_room * 2 + 16;
        struct want **more = arena_array(planning->arena, room, sizeof *more);
        if (!more)
            return false;
        if (planning->want_count > 0)
            memcpy(more, planning->wants, planning->want_count * sizeof *more);
        planning->wants = more;
        planning->want_room = room;
    }
    want->number = planning->want_count;
    planning->wants[planning->want_count++] = want;
    return true;
}

/* Somebody has confirmed that it is not met, or the council's rules say so:
 * what the file left open is not asked again. */
static void close_what_was_settled(struct judgement *judgement)
{
    if ((judgement->confirmation != CONFIRMATION_SETTLES &&
         !judgement->by_opinion) ||
        judgement->verdict != SG_UNMET)
        return;
    for (uint32_t i = 0; i < judgement->count; i++)
        if (judgement->answers[i].verdict == SG_ASK)
            judgement->answers[i].verdict = SG_UNMET;
}

/* A line, judged; without what could be done about it. */
static struct want *new_want(struct planning *planning,
                             const struct judging *judging, uint32_t line)
{
    struct arena *arena = planning->arena;
    struct want *want = arena_alloc(arena, sizeof *want);

    if (!want || !remember(planning, want))
        return NULL;
    want->judging = *judging;
    if (!planning->target)
        planning->target = &want->judging;
    want->line = line;
    judge_line(judging, line, &want->judgement);
    close_what_was_settled(&want->judgement);
    want->leaves =
        arena_array(arena, want->judgement.count, sizeof *want->leaves);
    want->met = arena_array(arena, (size_t)WORLDS_MOST * want->judgement.count,
                            sizeof *want->met);
    if (!want->leaves || !want->met)
        return NULL;
    if (judging->held || !judging->from)
        want_note_judgement(want);
    else
        note_worlds(want);
    want->open_passes = !can_be_true(want, want->judgement.first);
    return want;
}

struct want *planning_want(struct planning *planning,
                           const struct judging *judging, uint32_t line)
{
    struct want *want = new_want(planning, judging, line);

    return want && (want_is_met(want) || find_options(planning, want)) ? want
                                                                       : NULL;
}

/* What a course asks for to start is a want of its own; what is open there is
 * for the provider to say, so only what is unmet has to be done. */
static bool find_entry(struct planning *planning, struct act *act)
{
    const struct courses *courses = planning->courses;

    if (!act->course || act->course->entry_role == NO_INDEX)
        return true;
    struct judging judging = act->want->judging;
    judging.to = &courses->entry;
    judging.to_role = act->course->entry_role;
    judging.post = NULL;
    const struct role *role =
        &courses->entry.framework->roles[act->course->entry_role];
    act->entry = new_want(planning, &judging, role->lines.first);
    return act->entry && (act->entry->judgement.verdict != SG_UNMET ||
                          find_options(planning, act->entry));
}

/* Acts that are found on the way are looked at in their turn. */
bool planning_find_entries(struct planning *planning)
{
    for (uint32_t i = 0; i < planning->problem.act_count; i++)
        if (!find_entry(planning, &planning->acts[i]))
            return false;
    return true;
}

bool want_is_possible(const struct planning *planning, const struct want *want)
{
    struct problem problem = planning->problem;
    struct act_set all = {{0}};

    problem.roots = want->roots;
    problem.root_count = want->world_count;
    for (uint32_t i = 0; i < problem.act_count; i++)
        act_set_add(&all, i);
    return solve_is_ready(&problem, &all);
}

const struct act *planning_needed_for(const struct planning *planning,
                                      const struct act_set *acts, uint32_t act)
{
    const struct problem *problem = &planning->problem;

    for (uint32_t i = 0; i < problem->act_count; i++) {
        const uint16_t requires = problem->acts[i].requires;
        if (i == act || !act_set_has(acts, i) || requires == NO_TERM)
            continue;
        for (uint32_t t = requires; t < problem->terms[requires].end; t++)
            for (uint32_t r = 0; r < problem->terms[t].act_count; r++)
                if (problem->act_refs[problem->terms[t].first_act + r] == act)
                    return &planning->acts[i];
    }
    return NULL;
}

/* Takes out what is closed by the time at which it could begin. */
static bool leave_out_late(const struct planning *planning,
                           const struct act_set *acts, struct act_set *within)
{
    bool late = false;

    for (uint32_t i = 0; i < planning->problem.act_count; i++) {
        const struct course *course = planning->acts[i].course;
        if (!act_set_has(acts, i) || !course)
            continue;
        const uint32_t start = solve_start_of(&planning->problem, acts, i);
        if (course_is_open(course, date_add_months(planning->today, start)))
            continue;
        act_set_remove(within, i);
        late = true;
    }
    return late;
}

void planning_solve(const struct planning *planning,
                    const struct problem *problem, enum solve_aim aim,
                    struct solution *ret_solution)
{
    struct act_set within;
    bool left_out = false;

    memset(&within, 0xff, sizeof within);
    solve_within(problem, aim, &within, ret_solution);
    while (ret_solution->found &&
           leave_out_late(planning, &ret_solution->acts, &within)) {
        left_out = true;
        solve_within(problem, aim, &within, ret_solution);
    }
    ret_solution->exact &= !left_out;
}
