/* SPDX-License-Identifier: MIT */
/* What is wanted, written down as requirements over acts. */
#include "ways/planning.h"

#include <string.h>

enum { TERMS_MOST = 60000 };

static bool is_longer(const struct act *act, const struct act *wanted)
{
    return act->kind == wanted->kind && act->months >= wanted->months &&
           (act->kind == ACT_STAY ||
            (act->kind == ACT_JOB && act->course == wanted->course));
}

static void add_ref(struct planning *planning, uint32_t act)
{
    if (planning->ref_count < planning->ref_room)
        planning->act_refs[planning->ref_count++] = (uint16_t)act;
    else
        planning->too_many = true;
}

/* An act closes a leaf, and so does a longer one of its kind. */
static void add_refs(struct planning *planning, uint32_t index)
{
    const struct act *act = &planning->acts[index];

    add_ref(planning, index);
    if (act->kind != ACT_STAY && act->kind != ACT_JOB)
        return;
    for (uint32_t i = 0; i < planning->problem.act_count; i++)
        if (i != index && is_longer(&planning->acts[i], act))
            add_ref(planning, i);
}

/* What surely closes the leaf; where nothing does, what leaves it to be looked
 * at by a person. */
static void write_leaf(struct planning *planning, const struct want *want,
                       uint32_t node, struct term *term)
{
    const struct leaf_options *leaf =
        &want->leaves[node - want->judgement.first];
    sg_verdict then = SG_ASK;

    for (uint32_t i = 0; i < leaf->count; i++)
        if (leaf->options[i].then == SG_MET)
            then = SG_MET;
    term->op = TERM_ACTS;
    term->first_act = planning->ref_count;
    for (uint32_t i = 0; i < leaf->count; i++)
        if (leaf->options[i].then == then &&
            planning->acts[leaf->options[i].act].kind != ACT_CONFIRM)
            add_refs(planning, leaf->options[i].act);
    term->act_count = (uint16_t)(planning->ref_count - term->first_act);
}

static uint16_t write_node(struct planning *planning, const struct want *want,
                           uint32_t world, uint32_t node)
{
    const struct framework *to = want_framework(want);
    const struct node *is = &to->nodes[node];
    const uint32_t count = want->judgement.count;
    const uint16_t at = (uint16_t)planning->term_count++;
    struct term term = {.op = TERM_FALSE};

    if (want->met[world * count + node - want->judgement.first]) {
        term.op = TERM_TRUE;
    } else if (want_node_is_open(want, node)) {
        term.op = want->open_passes ? TERM_TRUE : TERM_FALSE;
    } else if (!node_is_group(is)) {
        write_leaf(planning, want, node, &term);
    } else {
        term.op = is->op == SG_ALL ? TERM_ALL : TERM_AT_LEAST;
        term.n = is->op == SG_ANY ? 1 : is->n;
        for (uint32_t p = node + 1; p < is->end; p = to->nodes[p].end)
            write_node(planning, want, world, p);
    }
    term.end = (uint16_t)planning->term_count;
    planning->terms[at] = term;
    return at;
}

static bool write_want(struct planning *planning, struct want *want)
{
    want->roots =
        arena_array(planning->arena, want->world_count, sizeof *want->roots);
    if (!want->roots)
        return false;
    for (uint32_t w = 0; w < want->world_count; w++)
        want->roots[w] = write_node(planning, want, w, want->judgement.first);
    return true;
}

static void write_single(struct planning *planning, uint32_t act)
{
    const uint16_t at = (uint16_t)planning->term_count++;

    planning->single_terms[act] = at;
    planning->terms[at] = (struct term){.op = TERM_ACTS,
                                        .end = (uint16_t)planning->term_count,
                                        .first_act = planning->ref_count,
                                        .act_count = 1};
    add_ref(planning, act);
}

/* ---- what acts take ---- */

/* Months that are not known come after all that are. */
enum { MONTHS_UNKNOWN_COUNT_AS = 1200 };

/* How far a course is from the work of the role that is aimed at: about the
 * first kind of it, about another kind, or about none. */
static uint8_t unsuited(const struct planning *planning,
                        const struct course *course)
{
    const struct judging *target = planning->target;
    const struct framework *to = target->to->framework;
    const struct span areas = to->roles[target->to_role].areas;

    for (uint32_t a = 0; a < areas.count; a++)
        for (uint32_t w = 0; w < course->work_count; w++)
            if (strcmp(course->work[w],
                       framework_text(
                           to, to->areas[to->area_refs[areas.first + a]].id)) ==
                0)
                return a > 0;
    return 2;
}

struct act_cost planning_cost(const struct planning *planning,
                              const struct act *act)
{
    const struct course *course = act->course;
    struct act_cost cost = {
        .months = act->months_known ? act->months : MONTHS_UNKNOWN_COUNT_AS,
        .elsewhere = act->kind == ACT_WORK,
        .off_the_job = act->kind == ACT_COURSE || act->kind == ACT_START,
        .requires = NO_TERM,
    };

    if (course) {
        cost.pence = course->price_pence;
        cost.hours = course->paid_hours || act->kind == ACT_START
                         ? 0
                         : course->total_hours;
        if (course->kind != COURSE_QUALIFICATION)
            cost.off_the_job = false;
        if (course->gives_qualification && !course->credential)
            cost.unsuited = unsuited(planning, course);
    } else if (act->kind == ACT_TRAIN && planning->courses) {
        cost.pence = planning->courses->usual_training_pence;
        cost.hours = 0; /* at work, in working hours */
    }
    return cost;
}

/* What is open to start with is for the provider to say. */
static struct act_cost cost_with_entry(const struct planning *planning,
                                       const struct act *act)
{
    struct act_cost cost = planning_cost(planning, act);

    if (act->entry && act->entry->judgement.verdict == SG_UNMET)
    cost.requires = act->entry->roots[0];
    return cost;
}

/* The entry to a course has to be there in every world: with several, all of
 * them are parts of one term. */
static void join_worlds(struct planning *planning, struct want *want)
{
    if (want->world_count < 2)
        return;
    const uint16_t at = (uint16_t)planning->term_count++;
    for (uint32_t w = 0; w < want->world_count; w++)
        write_node(planning, want, w, want->judgement.first);
    planning->terms[at] =
        (struct term){.op = TERM_ALL, .end = (uint16_t)planning->term_count};
    want->roots[0] = at;
    want->world_count = 1;
}

static bool make_room(struct planning *planning)
{
    const uint32_t acts = planning->problem.act_count;
    size_t terms = (size_t)acts + 1;
    size_t refs = acts;

    for (uint32_t w = 0; w < planning->want_count; w++) {
        const struct want *want = planning->wants[w];
        size_t options = 0;
        for (uint32_t i = 0; i < want->judgement.count; i++)
            options += want->leaves[i].count;
        terms += 2 * ((size_t)want->world_count * want->judgement.count + 1);
        refs += 2 * (size_t)want->world_count * options * 8;
    }
    if (terms > TERMS_MOST)
        return false;
    planning->term_room = (uint32_t)terms;
    planning->ref_room = (uint32_t)refs;
    planning->terms = arena_array(planning->arena, terms, sizeof(struct term));
    planning->act_refs =
        arena_array(planning->arena, refs, sizeof *planning->act_refs);
    planning->single_terms =
        arena_array(planning->arena, (size_t)acts + 1, sizeof(uint16_t));
    return planning->terms && planning->act_refs && planning->single_terms;
}

/* Past the ceiling of terms each line counts by what is met in every world:
 * still right, but more may be asked for than is needed. */
static bool make_less_room(struct planning *planning)
{
    planning->too_many = true;
    for (uint32_t w = 0; w < planning->want_count; w++)
        want_note_judgement(planning->wants[w]);
    return make_room(planning);
}

bool planning_finish(struct planning *planning)
{
    struct problem *problem = &planning->problem;

    if (!planning_find_entries(planning))
        return false;
    struct act_cost *costs = arena_array(
        planning->arena, (size_t)problem->act_count + 1, sizeof *costs);
    if (!costs || planning->arena->failed ||
        (!make_room(planning) && !make_less_room(planning)))
        return false;
    for (uint32_t i = 0; i < problem->act_count; i++)
        write_single(planning, i);
    for (uint32_t w = 0; w < planning->want_count; w++)
        if (!write_want(planning, planning->wants[w]))
            return false;
    for (uint32_t i = 0; i < problem->act_count; i++)
        if (planning->acts[i].entry)
            join_worlds(planning, planning->acts[i].entry);
    for (uint32_t i = 0; i < problem->act_count; i++)
        costs[i] = cost_with_entry(planning, &planning->acts[i]);
    problem->terms = planning->terms;
    problem->act_refs = planning->act_refs;
    problem->acts = costs;
    return true;
}
