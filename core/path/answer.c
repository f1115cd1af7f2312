/* SPDX-License-Identifier: MIT */
/* From what a search has found to what is handed over. */
#include "path/inside.h"

#include <stdlib.h>

/* Everything behind an answer. */
struct answer_memory {
    struct arena arena;
};

static uint32_t count_acts(const struct run *run, struct label *label)
{
    uint32_t count = 0;

    for (uint32_t w = 0; w < run->act_words; w++)
        count += (uint32_t)__builtin_popcountll(label_acts(run, label)[w]);
    return count;
}

static void write_step(const struct run *run, struct label *label,
                       struct path_step *step, uint32_t *acts, uint32_t *used)
{
    const uint64_t *now = label_acts(run, label);
    const uint64_t *before = label_acts(run, label->before);

    *step = (struct path_step){.role = run->stops[label->stop].role,
                               .entered = label->entered,
                               .stay = label->stay,
                               .acts = {.first = *used}};
    for (uint32_t a = 0; a < run->act_count; a++)
        if (bit_has(now, a) && !bit_has(before, a))
            acts[(*used)++] = run->act_of[a];
    step->acts.count = *used - step->acts.first;
}

bool answer_write(const struct run *run, struct path_answer *answer)
{
    struct answer_memory *memory = calloc(1, sizeof *memory);
    uint32_t steps = 0, acts = 0, used = 0;

    if (!memory)
        return false;
    answer->memory = memory;
    for (uint32_t i = 0; i < run->point_count; i++) {
        steps += run->points[i].moves;
        acts += count_acts(run, run->arrivals[i]);
    }
    struct path_point *to =
        arena_array(&memory->arena, run->point_count, sizeof *to);
    struct path_step *step = arena_array(&memory->arena, steps, sizeof *step);
    uint32_t *act = arena_array(&memory->arena, acts, sizeof *act);
    if (!to || !step || !act)
        return false;
    steps = 0;
    for (uint32_t i = 0; i < run->point_count; i++) {
        to[i] = run->points[i];
        to[i].first_step = steps;
        steps += to[i].moves;
        for (struct label *label = run->arrivals[i]; label->before;
             label = label->before)
            write_step(run, label, &step[to[i].first_step + label->moves - 1],
                       act, &used);
    }
    answer->points = to;
    answer->point_count = run->point_count;
    answer->steps = step;
    answer->acts = act;
    return true;
}

/* ---- two answers ---- */

static bool is_no_worse(const struct path_point *a, const struct path_point *b)
{
    return a->months <= b->months && a->pence <= b->pence &&
           a->moves <= b->moves;
}

/* Whether some point of an answer leaves no need for this one. Of equals the
 * first answer's stands. */
static bool is_outdone(const struct path_answer *by,
                       const struct path_point *point, bool by_equals)
{
    for (uint32_t i = 0; i < by->point_count; i++)
        if (is_no_worse(&by->points[i], point) &&
            (by_equals || !is_no_worse(point, &by->points[i])))
            return true;
    return false;
}

static uint32_t acts_of(const struct path_answer *answer)
{
    uint32_t acts = 0;

    for (uint32_t i = 0; i < answer->point_count; i++)
        for (uint32_t s = 0; s < answer->points[i].moves; s++)
            acts += answer->steps[answer->points[i].first_step + s].acts.count;
    return acts;
}

/* Lists in the making, with room for all that both answers have. */
struct joining {
    struct path_point *points;
    struct path_step *steps;
    uint32_t *acts;
    uint32_t point_count, step_count, act_count;
};

static bool joining_begin(struct joining *joining, struct arena *arena,
                          const struct path_answer *a,
                          const struct path_answer *b)
{
    const size_t points = (size_t)a->point_count + b->point_count;
    size_t steps = 0;

    for (uint32_t i = 0; i < a->point_count; i++)
        steps += a->points[i].moves;
    for (uint32_t i = 0; i < b->point_count; i++)
        steps += b->points[i].moves;
    *joining = (struct joining){
        .points = arena_array(arena, points, sizeof *joining->points),
        .steps = arena_array(arena, steps, sizeof *joining->steps),
        .acts = arena_array(arena, (size_t)acts_of(a) + acts_of(b),
                            sizeof *joining->acts)};
    return joining->points && joining->steps && joining->acts;
}

/* In its place by months, then money. */
static void add_point(struct joining *joining, const struct path_answer *from,
                      const struct path_point *point)
{
    uint32_t at = joining->point_count++;

    for (; at > 0 && (joining->points[at - 1].months > point->months ||
                      (joining->points[at - 1].months == point->months &&
                       joining->points[at - 1].pence > point->pence));
         at--)
        joining->points[at] = joining->points[at - 1];
    joining->points[at] = *point;
    joining->points[at].first_step = joining->step_count;
    for (uint32_t s = 0; s < point->moves; s++) {
        struct path_step step = from->steps[point->first_step + s];
        for (uint32_t a = 0; a < step.acts.count; a++)
            joining->acts[joining->act_count + a] =
                from->acts[step.acts.first + a];
        step.acts.first = joining->act_count;
        joining->act_count += step.acts.count;
        joining->steps[joining->step_count++] = step;
    }
}

bool path_answer_join(struct path_answer *answer,
                      const struct path_answer *other)
{
    struct answer_memory *memory = calloc(1, sizeof *memory);
    struct joining joining;

    if (!memory)
        return false;
    if (!joining_begin(&joining, &memory->arena, answer, other)) {
        arena_done(&memory->arena);
        free(memory);
        return false;
    }
    for (uint32_t i = 0; i < answer->point_count; i++)
        if (!is_outdone(other, &answer->points[i], false))
            add_point(&joining, answer, &answer->points[i]);
    for (uint32_t i = 0; i < other->point_count; i++)
        if (!is_outdone(answer, &other->points[i], true))
            add_point(&joining, other, &other->points[i]);
    struct path_answer joined = *answer;
    joined.points = joining.points;
    joined.point_count = joining.point_count;
    joined.steps = joining.steps;
    joined.acts = joining.acts;
    joined.memory = memory;
    path_answer_done(answer);
    *answer = joined;
    return true;
}

void answer_sum_up(const struct run *run, struct path_answer *answer)
{
    answer->exact = !run->full && !run->deep;
    answer->months_at_least = run->least_left;
    if (run->point_count > 0 && run->points[0].months < answer->months_at_least)
        answer->months_at_least = run->points[0].months;
    answer->labels = run->labels;
    answer->bytes = run->bytes;
}

void path_answer_done(struct path_answer *answer)
{
    struct answer_memory *memory = answer->memory;

    if (memory) {
        arena_done(&memory->arena);
        free(memory);
    }
    *answer = (struct path_answer){0};
}
