/* SPDX-License-Identifier: MIT */
/* What a current role settles, worked out once. */
#include "workforce/by_role.h"

#include "model/tally.h"
#include "skillgap/gap.h"

#include <string.h>

bool by_role_begin(struct by_role *cache, const sg_catalogue *catalogue)
{
    *cache = (struct by_role){.catalogue = catalogue,
                              .role_count =
                                  (uint32_t)sg_catalogue_role_count(catalogue)};
    cache->pairs =
        arena_array(&cache->arena, cache->role_count, sizeof *cache->pairs);
    return cache->pairs != NULL;
}

void by_role_done(struct by_role *cache)
{
    arena_done(&cache->arena);
}

static const struct leaf_answer *line_answers(struct by_role *cache,
                                              const struct judging *judging,
                                              uint32_t line)
{
    struct judgement judgement;

    judge_by_role_alone(judging, line, &judgement);
    const size_t size = judgement.count * sizeof judgement.answers[0];
    struct leaf_answer *kept = arena_alloc(&cache->arena, size);
    if (kept)
        memcpy(kept, judgement.answers, size);
    return kept;
}

static const struct leaf_answer *const *work_out(struct by_role *cache,
                                                 sg_role from, sg_role to)
{
    const struct judging judging =
        judging_between(cache->catalogue, from, to, SG_MONTHS_UNKNOWN);
    const struct span lines = catalogue_role(cache->catalogue, to)->lines;
    const struct leaf_answer **answers = arena_array(
        &cache->arena, lines.count + 1, sizeof(const struct leaf_answer *));

    for (uint32_t i = 0; answers && i < lines.count; i++)
        answers[i] = line_answers(cache, &judging, lines.first + i);
    return cache->arena.failed ? NULL : answers;
}

const struct leaf_answer *const *by_role_answers(struct by_role *cache,
                                                 sg_role from, sg_role to)
{
    const uint32_t at = tally_role_number(cache->catalogue, from);
    const struct leaf_answer *const ***of =
        &cache->pairs[tally_role_number(cache->catalogue, to)];

    if (!*of)
        *of = arena_array(&cache->arena, cache->role_count, sizeof **of);
    if (!*of)
        return NULL;
    if (!(*of)[at])
        (*of)[at] = work_out(cache, from, to);
    return (*of)[at];
}
