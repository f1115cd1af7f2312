/* SPDX-License-Identifier: MIT */
/* Every other role as a place to go next. */
#include "skillgap/gap.h"

#include "base/fault.h"
#include "gap/parts.h"
#include "judge/judge.h"

#include <stdlib.h>

struct next {
    sg_next public;
    struct arena arena;
};

/* What orders two places to go: direction, essential lines that are unmet and
 * open, and then the published order. */
struct candidate {
    sg_next_role role;
    size_t published;
};

static int compare_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;
    const uint32_t *counts_a = a->role.counts[SG_ESSENTIAL].by;
    const uint32_t *counts_b = b->role.counts[SG_ESSENTIAL].by;
    const int order[] = {
        compare_number(a->role.move, b->role.move),
        compare_number(counts_a[SG_UNMET], counts_b[SG_UNMET]),
        compare_number(counts_a[SG_ASK], counts_b[SG_ASK]),
        compare_number(a->published, b->published),
    };

    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if (order[i] != 0)
            return order[i];
    return 0;
}

static void fill_candidate(const sg_catalogue *catalogue, sg_role from,
                           sg_role to, int32_t months, sg_next_role *role)
{
    struct judging judging = judging_between(catalogue, from, to, months);
    uint32_t counts[2][3];

    role->role = sg_role_info_of(catalogue, to);
    role->verdict = judge_role(&judging, counts, &role->assumed);
    for (int s = 0; s < 2; s++)
        for (int v = 0; v < 3; v++)
            role->counts[s].by[v] = counts[s][v];
    role->move = move_direction(&judging, &role->skipped);
    move_mode(&judging, &role->mode);
}

static bool fill_next(const sg_catalogue *catalogue, sg_role from,
                      struct candidate *candidates, struct next *next)
{
    size_t total = sg_catalogue_role_count(catalogue);
    size_t count = 0;
    struct judging judging =
        judging_between(catalogue, from, from, next->public.months);

    for (size_t i = 0; i < total; i++) {
        sg_role to = sg_catalogue_role_at(catalogue, i);
        if (to.framework == from.framework && to.index == from.index)
            continue;
        candidates[count].published = i;
        fill_candidate(catalogue, from, to, next->public.months,
                       &candidates[count++].role);
    }
    qsort(candidates, count, sizeof *candidates, compare_candidates);
    sg_next_role *roles = arena_array(&next->arena, count, sizeof *roles);
    for (size_t i = 0; roles && i < count; i++)
        roles[i] = candidates[i].role;
    next->public.roles = roles;
    next->public.role_count = count;
    bool assumed = false;
    for (size_t i = 0; i < count; i++)
        assumed |= candidates[i].role.assumed;
    next->public.notice = notice_text(&judging, false, assumed, &next->arena);
    return !next->arena.failed;
}

sg_status sg_next_new(const sg_catalogue *catalogue,
                      const sg_gap_request *request, sg_next **ret_next,
                      sg_error *reterr)
{
    const sg_role from = request->from;
    const int32_t months = request->months;
    size_t total = sg_catalogue_role_count(catalogue);
    sg_status status = judging_check_months(months, reterr);
    struct candidate *candidates = NULL;
    struct next *next = NULL;

    *ret_next = NULL;
    if (status != SG_OK)
        return status;
    next = calloc(1, sizeof *next);
    candidates = calloc(total + 1, sizeof *candidates);
    if (next)
        next->public.months = months;
    if (!next || !candidates || !fill_next(catalogue, from, candidates, next)) {
        status = fault_memory(reterr);
        goto out;
    }
    next->public.from = sg_role_info_of(catalogue, from);
    next->public.from_framework =
        sg_catalogue_framework_at(catalogue, from.framework);
    *ret_next = &next->public;
    next = NULL;
out:
    free(candidates);
    sg_next_free(next ? &next->public : NULL);
    return status;
}

void sg_next_free(sg_next *next)
{
    struct next *whole = (struct next *)next;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
