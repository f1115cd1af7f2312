/* SPDX-License-Identifier: MIT */
/* Every other role as a place to go next. */
#include "skillgap/gap.h"

#include "base/fault.h"
#include "gap/parts.h"
#include "gap/person.h"
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

static void fill_candidate(const struct asked *asked, sg_role to,
                           sg_next_role *role)
{
    struct judging judging = asked_judging(asked, to);
    uint32_t counts[2][3];

    role->role = sg_role_info_of(asked->catalogue, to);
    role->verdict = judge_role(&judging, counts, &role->assumed);
    for (int s = 0; s < 2; s++)
        for (int v = 0; v < 3; v++)
            role->counts[s].by[v] = counts[s][v];
    role->move = move_direction(&judging, &role->skipped);
    move_mode(&judging, &role->mode);
}

static bool is_current(const struct asked *asked, sg_role role)
{
    return asked->has_role && role.framework == asked->role.framework &&
           role.index == asked->role.index;
}

/* The notice speaks of the current role and of no particular target. */
static bool fill_notice(const struct asked *asked, bool assumed,
                        struct next *next)
{
    const sg_role any = asked->has_role ? asked->role : (sg_role){0};
    struct judging judging = asked_judging(asked, any);

    next->public.notice = notice_text(&judging, false, assumed, &next->arena);
    return !next->arena.failed;
}

static bool fill_next(const struct asked *asked, struct candidate *candidates,
                      struct next *next)
{
    size_t total = sg_catalogue_role_count(asked->catalogue);
    size_t count = 0;
    bool assumed = false;

    for (size_t i = 0; i < total; i++) {
        sg_role to = sg_catalogue_role_at(asked->catalogue, i);
        if (is_current(asked, to))
            continue;
        candidates[count].published = i;
        fill_candidate(asked, to, &candidates[count].role);
        assumed |= candidates[count++].role.assumed;
    }
    qsort(candidates, count, sizeof *candidates, compare_candidates);
    sg_next_role *roles = arena_array(&next->arena, count, sizeof *roles);
    for (size_t i = 0; roles && i < count; i++)
        roles[i] = candidates[i].role;
    next->public.roles = roles;
    next->public.role_count = count;
    return fill_notice(asked, assumed, next);
}

static bool fill_heads(const struct asked *asked, struct next *next)
{
    const sg_catalogue *catalogue = asked->catalogue;
    const size_t count = sg_catalogue_framework_count(catalogue);
    sg_framework_info *frameworks =
        arena_array(&next->arena, count, sizeof *frameworks);

    for (size_t i = 0; frameworks && i < count; i++)
        frameworks[i] = sg_catalogue_framework_at(catalogue, i);
    next->public.frameworks = frameworks;
    next->public.framework_count = count;
    next->public.person = asked_person(asked, &next->arena);
    next->public.months =
        asked->request->person ? SG_MONTHS_UNKNOWN : asked->request->months;
    if (asked->has_role) {
        next->public.from = sg_role_info_of(catalogue, asked->role);
        next->public.from_framework =
            sg_catalogue_framework_at(catalogue, asked->role.framework);
    }
    return !next->arena.failed;
}

static sg_status make(const struct asked *asked, sg_next **ret_next,
                      sg_error *reterr)
{
    size_t total = sg_catalogue_role_count(asked->catalogue);
    struct next *next = calloc(1, sizeof *next);
    struct candidate *candidates = calloc(total + 1, sizeof *candidates);
    const bool made = next && candidates &&
                      fill_next(asked, candidates, next) &&
                      fill_heads(asked, next);

    free(candidates);
    if (!made) {
        sg_next_free(next ? &next->public : NULL);
        return fault_memory(reterr);
    }
    *ret_next = &next->public;
    return SG_OK;
}

sg_status sg_next_new(const sg_catalogue *catalogue,
                      const sg_gap_request *request, sg_next **ret_next,
                      sg_error *reterr)
{
    struct asked asked;
    sg_status status = asked_open(&asked, catalogue, request, reterr);

    *ret_next = NULL;
    if (status != SG_OK)
        return status;
    status = make(&asked, ret_next, reterr);
    asked_done(&asked);
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
