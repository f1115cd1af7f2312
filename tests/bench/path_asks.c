/* SPDX-License-Identifier: MIT */
#include "path_maker.h"

/* ---- What can be studied ---- */

static struct path_act *act_at(const struct maker *maker, uint32_t index)
{
    return (struct path_act *)maker->acts.items + index;
}

struct range {
    uint32_t low;
    uint32_t high;
};

static struct path_act *add_act(struct maker *maker, struct range months,
                                struct range hours, struct range pence)
{
    struct path_act *act = list_add(&maker->acts);
    act->months = chance_between(&maker->chance, months.low, months.high);
    act->hours = chance_between(&maker->chance, hours.low, hours.high);
    act->pence = chance_between(&maker->chance, pence.low, pence.high);
    return act;
}

/* One in four courses has a cheaper one beside it that takes longer; above the
 * first level one in three asks for the course below it. */
static void add_courses(struct maker *maker, uint32_t subject, uint32_t level)
{
    struct chance *chance = &maker->chance;
    const uint32_t index = maker->acts.count;
    struct path_act *act =
        add_act(maker, (struct range){6 + 4 * level, 8 + 4 * level},
                (struct range){120 + 100 * level, 200 + 100 * level},
                (struct range){50000 + 50000 * level, 100000 + 50000 * level});

    maker->course[subject][level] = index;
    if (level > 0 && chance_one_in(chance, 3)) {
        const uint32_t below = maker->course[subject][level - 1];
        act->months += act_at(maker, below)->months;
        begin_span(maker, &act->requires);
        add_ref(maker, below);
        end_span(maker, &act->requires);
    }
    if (chance_one_in(chance, 4)) {
        struct path_act cheaper = *act;
        cheaper.months += 3 + level;
        cheaper.pence -= cheaper.pence / 4;
        *(struct path_act *)list_add(&maker->acts) = cheaper;
    }
}

static void add_trainings(struct maker *maker, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        add_act(maker, (struct range){0, 0}, (struct range){4, 30},
                (struct range){3000, 20000});
}

static void make_acts(struct maker *maker)
{
    for (uint32_t s = 0; s < maker->graph->subject_count; s++) {
        for (uint32_t level = 0; level < COURSE_LEVELS; level++)
            add_courses(maker, s, level);
        maker->course[s][COURSE_LEVELS] = maker->acts.count;
    }
    maker->credentials = maker->acts.count;
    for (uint32_t a = 0; a < maker->graph->area_count; a++)
        add_act(maker, (struct range){3, 9}, (struct range){40, 160},
                (struct range){20000, 100000});
    maker->family_trainings = maker->acts.count;
    add_trainings(maker, maker->families.count);
    maker->grade_trainings = maker->acts.count;
    add_trainings(maker, MOST_GRADE + 1);
}

/* ---- What is asked for ---- */

static uint32_t open_group(struct maker *maker, uint8_t n)
{
    struct path_term *term = list_add(&maker->terms);
    term->op = PATH_AT_LEAST;
    term->n = n;
    return maker->terms.count - 1;
}

static void close_group(struct maker *maker, uint32_t group)
{
    ((struct path_term *)maker->terms.items)[group].end = maker->terms.count;
}

static struct path_leaf *add_leaf(struct maker *maker)
{
    struct path_term *term = list_add(&maker->terms);
    struct path_leaf *leaf = list_add(&maker->leaves);
    term->op = PATH_LEAF;
    term->end = maker->terms.count;
    term->leaf = maker->leaves.count - 1;
    leaf->counter = PATH_NONE;
    return leaf;
}

static void add_months_leaf(struct maker *maker, uint32_t counter,
                            uint32_t months)
{
    struct path_leaf *leaf = add_leaf(maker);
    leaf->counter = counter;
    leaf->months = months;
}

static void add_act_leaf(struct maker *maker, uint32_t act)
{
    struct path_leaf *leaf = add_leaf(maker);
    begin_span(maker, &leaf->acts);
    add_ref(maker, act);
    end_span(maker, &leaf->acts);
}

static void add_course_refs(struct maker *maker, uint32_t subject,
                            uint32_t level)
{
    for (uint32_t act = maker->course[subject][level];
         act < maker->course[subject][COURSE_LEVELS]; act++)
        add_ref(maker, act);
}

/* A course of one of the family's subjects, or of either. */
static void add_course_leaf(struct maker *maker, const struct family *family,
                            uint32_t level, bool either)
{
    struct path_leaf *leaf = add_leaf(maker);
    begin_span(maker, &leaf->acts);
    add_course_refs(maker, family->subjects[0], level);
    if (either && family->subjects[1] != family->subjects[0])
        add_course_refs(maker, family->subjects[1], level);
    end_span(maker, &leaf->acts);
}

static uint32_t level_of_grade(uint32_t grade)
{
    const uint32_t level = (grade - 1) / 2;
    return level < COURSE_LEVELS ? level : COURSE_LEVELS - 1;
}

/* A qualification or experience; one in five times also the qualification
 * below with half the experience. */
static uint32_t ask_qualification(struct maker *maker,
                                  const struct family *family, uint32_t role)
{
    struct chance *chance = &maker->chance;
    const uint32_t grade = maker->graph->grades[role];
    const uint32_t level = level_of_grade(grade);
    const uint32_t months =
        12 + 6 * chance_below(chance, 3) + (grade > 6 ? 12 : 0);
    const bool either = chance_one_in(chance, 2);
    const uint32_t line = open_group(maker, 1);

    add_course_leaf(maker, family, level, either);
    if (level > 0 && chance_one_in(chance, 5)) {
        const uint32_t both = open_group(maker, 2);
        add_course_leaf(maker, family, level - 1, either);
        add_months_leaf(maker, role, months / 2);
        close_group(maker, both);
    }
    add_months_leaf(maker, role, months);
    close_group(maker, line);
    return line;
}

/* The area's credential, half the time or a course, or work in it. */
static uint32_t ask_area(struct maker *maker, const struct family *family,
                         uint32_t role)
{
    struct chance *chance = &maker->chance;
    const uint32_t areas = maker->graph->area_count;
    const uint32_t area =
        chance_one_in(chance, 3) ? (family->area + 1) % areas : family->area;
    const uint32_t line = open_group(maker, 1);
    struct path_leaf *leaf = add_leaf(maker);

    begin_span(maker, &leaf->acts);
    add_ref(maker, maker->credentials + area);
    if (chance_one_in(chance, 2))
        add_course_refs(maker, area % maker->graph->subject_count,
                        level_of_grade(maker->graph->grades[role]));
    end_span(maker, &leaf->acts);
    add_months_leaf(maker, maker->graph->problem.role_count + area,
                    12 * chance_between(chance, 1, 3));
    close_group(maker, line);
    return line;
}

/* A training of the family or of the grade, or supervision; one in five times
 * two of these three. */
static uint32_t ask_training(struct maker *maker, uint32_t family_index,
                             uint32_t role)
{
    struct chance *chance = &maker->chance;
    const uint32_t supervision =
        maker->graph->problem.role_count + maker->graph->area_count;
    const uint32_t of_family = maker->family_trainings + family_index;
    const uint32_t of_grade =
        maker->grade_trainings + maker->graph->grades[role];
    const bool two = chance_one_in(chance, 5);
    const bool by_grade = chance_one_in(chance, 2);
    const uint32_t line = open_group(maker, two ? 2 : 1);

    if (two || by_grade)
        add_act_leaf(maker, of_grade);
    if (two || !by_grade)
        add_act_leaf(maker, of_family);
    add_months_leaf(maker, supervision, 6 * chance_between(chance, 1, 4));
    close_group(maker, line);
    return line;
}

static void add_asks(struct maker *maker, uint32_t family_index, uint32_t role)
{
    const struct family *family = family_at(maker, family_index);
    struct path_span *asks = &role_at(maker, role)->asks;
    /* One after the other: in a list C leaves the order open. */
    const uint32_t qualification = ask_qualification(maker, family, role);
    const uint32_t area = ask_area(maker, family, role);
    const uint32_t training = ask_training(maker, family_index, role);

    begin_span(maker, asks);
    add_ref(maker, qualification);
    add_ref(maker, area);
    add_ref(maker, training);
    end_span(maker, asks);
}

/* Each role has a counter of what it asks for in its family: the level below
 * it, and all above it. Then come the areas', then supervision: the upper
 * half of each ladder. */
static void add_counters(struct maker *maker, const struct family *family,
                         uint32_t level)
{
    const uint32_t roles = maker->graph->problem.role_count;
    struct path_span *counters =
        &role_at(maker, family->first + level)->counters;

    begin_span(maker, counters);
    for (uint32_t i = 0; i < level; i++)
        add_ref(maker, family->first + i);
    if (level + 1 < family->levels)
        add_ref(maker, family->first + level + 1);
    add_ref(maker, roles + family->area);
    if (family->other_area != family->area)
        add_ref(maker, roles + family->other_area);
    if (level >= family->levels / 2)
        add_ref(maker, roles + maker->graph->area_count);
    end_span(maker, counters);
}

void make_asks(struct maker *maker)
{
    struct path_problem *problem = &maker->graph->problem;

    make_acts(maker);
    for (uint32_t f = 0; f < maker->families.count; f++) {
        const struct family *family = family_at(maker, f);
        for (uint32_t i = 0; i < family->levels; i++) {
            add_asks(maker, f, family->first + i);
            add_counters(maker, family, i);
        }
    }
    problem->counter_count = problem->role_count + maker->graph->area_count + 1;
    problem->initial = must_have(problem->counter_count, sizeof(uint32_t));
}
