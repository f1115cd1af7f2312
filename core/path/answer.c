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

void answer_sum_up(const struct run *run, struct path_answer *answer)
{
    answer->exact = !run->full;
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
