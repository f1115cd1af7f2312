/* SPDX-License-Identifier: MIT */
/* Along one path: months add up, and lines are met or open. */
#include "path/walk.h"

#include "base/buffer.h"
#include "judge/judge.h"

sg_role_info compiled_role(const struct compiled *compiled, uint32_t place)
{
    const struct place *is = &compiled->places[place];

    return is->is_role ? sg_role_info_of(compiled->asked.catalogue, is->role)
                       : (sg_role_info){0};
}

/* ---- time ---- */

const struct path_step *walk_step(const struct walk *walk, uint32_t step)
{
    return &walk->answer->steps[walk->point->first_step + step];
}

uint32_t walk_role_before(const struct walk *walk, uint32_t step)
{
    return step == 0 ? walk->compiled->start : walk_step(walk, step - 1)->role;
}

void walk_pass_time(struct walk *walk, uint32_t step)
{
    const struct path_problem *problem = &walk->compiled->problem;
    const struct path_span fed =
        problem->roles[walk_role_before(walk, step)].counters;

    for (uint32_t i = 0; i < fed.count; i++)
        walk->months[problem->refs[fed.first + i]] +=
            walk_step(walk, step)->stay;
}

static const char *months_text(struct arena *arena, uint32_t months)
{
    return arena_printf(arena, "%u month%s", (unsigned)months,
                        months == 1 ? "" : "s");
}

static bool feeds(const struct path_problem *problem, uint32_t role,
                  uint32_t counter)
{
    const struct path_span fed = problem->roles[role].counters;

    for (uint32_t i = 0; i < fed.count; i++)
        if (problem->refs[fed.first + i] == counter)
            return true;
    return false;
}

const char *walk_months_from(const struct walk *walk, uint32_t step,
                             uint32_t counter)
{
    const struct path_problem *problem = &walk->compiled->problem;
    const uint32_t initial = problem->initial[counter];
    struct buffer out = {0};
    const char *comma = ": ";

    buffer_puts(&out, months_text(walk->arena, walk->months[counter]));
    if (initial > 0) {
        buffer_puts(&out, arena_printf(walk->arena, "%s%u before today", comma,
                                       (unsigned)initial));
        comma = ", ";
    }
    for (uint32_t s = 0; s <= step; s++) {
        const uint32_t role = walk_role_before(walk, s);
        const uint32_t stay = walk_step(walk, s)->stay;
        if (stay == 0 || !feeds(problem, role, counter))
            continue;
        buffer_puts(
            &out, arena_printf(walk->arena, "%s%u as %s", comma, (unsigned)stay,
                               compiled_role(walk->compiled, role).title));
        comma = ", ";
    }
    const char *text =
        out.failed || !out.data ? NULL : arena_strdup(walk->arena, out.data);
    buffer_done(&out);
    return text;
}

/* ---- how a line stands on arrival ---- */

struct standing_of walk_standing(const struct walk *walk)
{
    return (struct standing_of){
        .compiled = walk->compiled, .done = walk->done, .months = walk->months};
}

sg_verdict walk_line(const struct walk *walk, const struct want *want)
{
    const struct standing_of standing = walk_standing(walk);

    if (want_is_met(want))
        return SG_MET;
    for (uint32_t w = 0; w < want->world_count; w++)
        if (compile_verdict(&standing, want, w, want->judgement.first) !=
            SG_MET)
            return SG_ASK;
    return SG_MET;
}

static void rest(const struct walk *walk, const struct want *want,
                 uint32_t world, uint32_t node, struct resting *resting);

/* "At least n": the n best parts, in their order. */
static void rest_on_parts(const struct walk *walk, const struct want *want,
                          uint32_t world, uint32_t node,
                          struct resting *resting)
{
    const struct standing_of standing = walk_standing(walk);
    const struct framework *to = want_framework(want);
    const struct node *is = &to->nodes[node];
    uint32_t left = is->op == SG_ALL   ? UINT32_MAX
                    : is->op == SG_ANY ? 1
                                       : is->n;

    for (int verdict = SG_MET; verdict >= SG_ASK; verdict--)
        for (uint32_t p = node + 1; p < is->end && left > 0;
             p = to->nodes[p].end)
            if ((int)compile_verdict(&standing, want, world, p) == verdict) {
                rest(walk, want, world, p, resting);
                left--;
            }
}

static void rest(const struct walk *walk, const struct want *want,
                 uint32_t world, uint32_t node, struct resting *resting)
{
    const uint32_t at = node - want->judgement.first;

    if (want->met[world * want->judgement.count + at])
        return;
    if (node_is_group(&want_framework(want)->nodes[node])) {
        rest_on_parts(walk, want, world, node, resting);
        return;
    }
    for (uint32_t i = 0; i < resting->count; i++)
        if (resting->nodes[i] == node)
            return;
    resting->nodes[resting->count++] = node;
}

struct resting walk_resting(const struct walk *walk, const struct want *want)
{
    struct resting resting = {.count = 0};

    for (uint32_t w = 0; !want_is_met(want) && w < want->world_count; w++)
        rest(walk, want, w, want->judgement.first, &resting);
    return resting;
}

const struct act *walk_act_behind(const struct walk *walk,
                                  const struct want *want, uint32_t node)
{
    const struct leaf_options *options =
        &want->leaves[node - want->judgement.first];
    const struct act *found = NULL;
    sg_verdict best = SG_UNMET;

    for (uint32_t i = 0; i < options->count; i++)
        if (walk->done[options->options[i].act] &&
            options->options[i].then > best) {
            found = &walk->compiled->planning.acts[options->options[i].act];
            best = options->options[i].then;
        }
    return found;
}
