/* SPDX-License-Identifier: MIT */
/* Why there is no path.
 *
 * All study done and all the time in the world: which roles can be entered
 * then? What still blocks the nearest one that cannot is what blocks the
 * path. */
#include "path/blocked.h"

#include "base/buffer.h"
#include "path/steps_inside.h"

enum { BLOCKS_MOST = 64 };

struct blocking {
    struct compiled *compiled;
    struct arena *arena;
    const struct path_problem *problem;
    bool *entered;   /* by role: it can be */
    bool *next;      /* by role: one that can be entered leads to it */
    bool *fed;       /* by counter: some role that can be entered feeds it */
    uint32_t *ahead; /* by role: moves to the target */
    sg_path_block *blocks;
    size_t count;
};

/* ---- what can be entered ---- */

static bool act_is_possible(const struct blocking *blocking, uint32_t act)
{
    const struct path_act *is = &blocking->problem->acts[act];

    return path_months_of_hours(is->hours, blocking->compiled->study_minutes) !=
           PATH_NONE;
}

static bool leaf_is_possible(const struct blocking *blocking, uint32_t at)
{
    const struct path_problem *problem = blocking->problem;
    const struct path_leaf *leaf = &problem->leaves[at];

    for (uint32_t i = 0; i < leaf->acts.count; i++)
        if (act_is_possible(blocking, problem->refs[leaf->acts.first + i]))
            return true;
    return leaf->counter != PATH_NONE &&
           (blocking->fed[leaf->counter] ||
            problem->initial[leaf->counter] >= leaf->months);
}

static bool term_is_possible(const struct blocking *blocking, uint32_t at)
{
    const struct path_term *terms = blocking->problem->terms;
    uint32_t parts = 0;

    if (terms[at].op == PATH_LEAF)
        return leaf_is_possible(blocking, terms[at].leaf);
    if (terms[at].op != PATH_AT_LEAST)
        return terms[at].op == PATH_TRUE;
    for (uint32_t p = at + 1; p < terms[at].end; p = terms[p].end)
        parts += term_is_possible(blocking, p);
    return parts >= terms[at].n;
}

static bool role_is_possible(const struct blocking *blocking, uint32_t role)
{
    const struct path_span asks = blocking->problem->roles[role].asks;

    for (uint32_t i = 0; i < asks.count; i++)
        if (!term_is_possible(blocking,
                              blocking->problem->refs[asks.first + i]))
            return false;
    return true;
}

static void enter(struct blocking *blocking, uint32_t role)
{
    const struct path_span fed = blocking->problem->roles[role].counters;

    blocking->entered[role] = true;
    for (uint32_t i = 0; i < fed.count; i++)
        blocking->fed[blocking->problem->refs[fed.first + i]] = true;
}

/* Enters what a role that can be entered leads to, as far as that is possible;
 * and notes what is next. */
static bool go_on_from(struct blocking *blocking, uint32_t role)
{
    const struct path_span moves = blocking->problem->roles[role].moves;
    bool changed = false;

    for (uint32_t m = 0; m < moves.count; m++) {
        const uint32_t to = blocking->problem->refs[moves.first + m];
        blocking->next[to] = true;
        if (blocking->entered[to] || !role_is_possible(blocking, to))
            continue;
        enter(blocking, to);
        changed = true;
    }
    return changed;
}

static void enter_all(struct blocking *blocking)
{
    bool changed = true;

    enter(blocking, blocking->compiled->start);
    while (changed) {
        changed = false;
        for (uint32_t r = 0; r < blocking->problem->role_count; r++)
            if (blocking->entered[r])
                changed |= go_on_from(blocking, r);
    }
}

static void measure(struct blocking *blocking)
{
    const struct path_problem *problem = blocking->problem;
    bool changed = true;

    for (uint32_t r = 0; r < problem->role_count; r++)
        blocking->ahead[r] = PATH_NONE;
    blocking->ahead[blocking->compiled->target] = 0;
    while (changed) {
        changed = false;
        for (uint32_t r = 0; r < problem->role_count; r++)
            for (uint32_t m = 0; m < problem->roles[r].moves.count; m++) {
                const uint32_t to =
                    problem->refs[problem->roles[r].moves.first + m];
                if (blocking->ahead[to] == PATH_NONE ||
                    blocking->ahead[to] + 1 >= blocking->ahead[r])
                    continue;
                blocking->ahead[r] = blocking->ahead[to] + 1;
                changed = true;
            }
    }
}

/* ---- in words ---- */

static void add_block(struct blocking *blocking, sg_path_block block)
{
    if (blocking->count < BLOCKS_MOST)
        blocking->blocks[blocking->count++] = block;
}

struct said {
    struct buffer why, unblock;
    bool length, course, role, elsewhere; /* what was said to help already */
};

static void say(struct buffer *out, const char *text)
{
    if (out->data && *out->data)
        buffer_puts(out, " ");
    buffer_puts(out, text);
}

static void say_once(struct buffer *out, bool *was_said, const char *text)
{
    if (!*was_said)
        say(out, text);
    *was_said = true;
}

static void say_experience(struct said *said, const struct wanted_leaf *leaf,
                           const char *label, struct arena *arena)
{
    if (leaf->months == 0) {
        say(&said->why, arena_printf(arena,
                                     "Nobody says how many months \"%s\" "
                                     "means.",
                                     label));
        say_once(&said->unblock, &said->length,
                 "Ask HR how many months it is, and have that put into the "
                 "council's overrides.json (experience_months).");
        return;
    }
    say(&said->why,
        arena_printf(arena, "No role that can be reached counts as \"%s\".",
                     label));
    say_once(&said->unblock, &said->role,
             "Look for such work for a time: acting up, a secondment, or "
             "unpaid.");
}

static void say_leaf(const struct blocking *blocking, const struct want *want,
                     uint32_t node, struct said *said)
{
    const struct framework *to = want_framework(want);
    const struct wanted_leaf *leaf =
        compile_leaf(blocking->compiled, want, node);
    const char *label = framework_node_label(to, node, blocking->arena);

    if (to->nodes[node].op == SG_EXPERIENCE) {
        say_experience(said, leaf, label, blocking->arena);
        return;
    }
    say(&said->why, arena_printf(blocking->arena,
                                 leaf->act_count > 0
                                     ? "There is no time to study for \"%s\"."
                                     : "No course that is listed gives \"%s\".",
                                 label));
    if (leaf->act_count > 0)
        say_once(&said->unblock, &said->elsewhere,
                 "Allow for some hours of study a week.");
    else
        say_once(&said->unblock, &said->course,
                 "Ask the learning team for a course, and have it put into "
                 "the council's overrides.json.");
}

static const char *taken(struct buffer *out, struct arena *arena)
{
    const char *text =
        out->failed || !out->data ? NULL : arena_strdup(arena, out->data);

    buffer_done(out);
    return text ? text : "";
}

/* Whether anything closes a leaf of a line: an act, or one of its times. */
static bool can_be_closed(const struct blocking *blocking,
                          const struct wanted_leaf *wanted)
{
    if (wanted->leaf != PATH_NONE && leaf_is_possible(blocking, wanted->leaf))
        return true;
    for (uint32_t t = 1; t < wanted->time_count; t++)
        if (wanted->times[t].leaf != PATH_NONE &&
            leaf_is_possible(blocking, wanted->times[t].leaf))
            return true;
    return wanted->leaf == PATH_NONE; /* it was not asked for */
}

static void block_line(struct blocking *blocking, uint32_t role,
                       const struct want *want)
{
    const struct framework *to = want_framework(want);
    struct said said = {0};

    for (uint32_t i = 0; i < want->judgement.count; i++) {
        const uint32_t node = want->judgement.first + i;
        if (!node_is_group(&to->nodes[node]) &&
            !can_be_closed(blocking,
                           compile_leaf(blocking->compiled, want, node)))
            say_leaf(blocking, want, node, &said);
    }
    const char *question = want->judgement.verdict == SG_ASK
                               ? steps_question_today(want, blocking->arena)
                               : NULL;
    if (question)
        say(&said.unblock, arena_printf(blocking->arena,
                                        "It may be met already: %s", question));
    add_block(
        blocking,
        (sg_path_block){.role = compiled_role(blocking->compiled, role),
                        .line = framework_text(to, to->lines[want->line].id),
                        .label = framework_node_label(to, want->judgement.first,
                                                      blocking->arena),
                        .why = taken(&said.why, blocking->arena),
                        .unblock = taken(&said.unblock, blocking->arena)});
}

/* The lines whose terms are among those that cannot be true. They are written
 * line after line, world after world (compile_terms.c). */
static void block_role(struct blocking *blocking, uint32_t role)
{
    const struct place *place = &blocking->compiled->places[role];
    const struct path_problem *problem = blocking->problem;
    uint32_t ask = problem->roles[role].asks.first;

    for (uint32_t i = 0; i < place->want_count; i++) {
        const struct want *want = place->wants[i];
        bool possible = true;
        if (want_is_met(want))
            continue;
        for (uint32_t w = 0; w < want->world_count; w++)
            possible &= term_is_possible(blocking, problem->refs[ask++]);
        if (!possible)
            block_line(blocking, role, want);
    }
}

/* ---- all of it ---- */

static void block_moves(struct blocking *blocking, uint32_t fewest,
                        uint32_t most)
{
    const struct compiled *compiled = blocking->compiled;
    sg_path_block block = {.role =
                               sg_role_info_of(compiled->asked.catalogue,
                                               compiled->asked.request->to)};

    if (fewest == PATH_NONE) {
        block.why =
            compiled->moving.allow_down
                ? "No chain of moves that is known here leads from the one "
                  "role to the other."
                : "No chain of moves that is known here leads from the one "
                  "role to the other, up or sideways. Moves down were left "
                  "out.";
        block.unblock = "Ask HR whether one can apply for the post all the "
                        "same.";
    } else {
        block.why =
            fewest > most
                ? arena_printf(blocking->arena,
                               "It takes at least %u moves, and at most %u "
                               "were allowed.",
                               (unsigned)fewest, (unsigned)most)
                : arena_printf(blocking->arena,
                               "It takes more moves than the %u that were "
                               "allowed.",
                               (unsigned)most);
        block.unblock = "Allow more moves.";
    }
    add_block(blocking, block);
}

/* Of the roles that can be entered, the nearest to the target; of those that
 * cannot be but are next, too. */
static uint32_t nearest(const struct blocking *blocking, bool entered)
{
    uint32_t best = PATH_NONE;

    for (uint32_t r = 0; r < blocking->problem->role_count; r++) {
        if (blocking->entered[r] != entered ||
            blocking->ahead[r] == PATH_NONE || (!entered && !blocking->next[r]))
            continue;
        if (best == PATH_NONE || blocking->ahead[r] < blocking->ahead[best])
            best = r;
    }
    return best;
}

static void find_blocks(struct blocking *blocking, bool exact, sg_paths *paths)
{
    struct compiled *compiled = blocking->compiled;

    if (compiled->target == PATH_NONE) {
        block_moves(blocking, compiled->fewest, compiled->looked);
        return;
    }
    measure(blocking);
    enter_all(blocking);
    const uint32_t reached = nearest(blocking, true);
    if (reached != PATH_NONE && reached != compiled->start &&
        reached != compiled->target)
        paths->nearest = compiled_role(compiled, reached);
    const uint32_t next = nearest(blocking, false);
    if (!blocking->entered[compiled->target] && next != PATH_NONE)
        block_role(blocking, next);
    else if (exact)
        block_moves(blocking, compiled->fewest, compiled->looked);
}

bool blocked_build(struct compiled *compiled, bool exact, sg_paths *paths)
{
    const struct path_problem *problem = &compiled->problem;
    struct arena *arena = &compiled->arena;
    struct blocking blocking = {
        .compiled = compiled,
        .arena = arena,
        .problem = problem,
        .entered = arena_array(arena, (size_t)problem->role_count + 1,
                               sizeof *blocking.entered),
        .next = arena_array(arena, (size_t)problem->role_count + 1,
                            sizeof *blocking.next),
        .fed = arena_array(arena, (size_t)problem->counter_count + 1,
                           sizeof *blocking.fed),
        .ahead = arena_array(arena, (size_t)problem->role_count + 1,
                             sizeof *blocking.ahead),
        .blocks = arena_array(arena, BLOCKS_MOST, sizeof *blocking.blocks)};

    if (arena->failed)
        return false;
    find_blocks(&blocking, exact, paths);
    paths->blocked = blocking.blocks;
    paths->block_count = blocking.count;
    return !arena->failed;
}
