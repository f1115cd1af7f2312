/* SPDX-License-Identifier: MIT */
#include "path_random.h"

#include <stdlib.h>
#include <string.h>

/* ---- from a draft to a problem ---- */

static void *room_for(uint32_t count, size_t size)
{
    void *room = malloc(count ? count * size : 1);
    if (!room)
        abort();
    return room;
}

static void *copy_of(const void *list, uint32_t count, size_t size)
{
    void *copy = room_for(count, size);
    if (count)
        memcpy(copy, list, count * size);
    return copy;
}

/* The references of a problem, as they are collected. */
struct refs {
    uint32_t at[1024];
    uint32_t lines[1024];
    uint32_t count;
};

static struct path_span refs_of_bits(struct refs *refs, uint32_t bits)
{
    struct path_span span = {.first = refs->count};
    for (uint32_t i = 0; i < 32; i++)
        if (bits & BIT(i))
            refs->at[refs->count++] = i;
    span.count = refs->count - span.first;
    return span;
}

static struct path_span refs_of_asks(struct refs *refs,
                                     const struct path_draft_role *role)
{
    const struct path_span span = {.first = refs->count,
                                   .count = role->ask_count};
    for (uint32_t i = 0; i < role->ask_count; i++) {
        refs->lines[refs->count] = role->lines[i];
        refs->at[refs->count++] = role->asks[i];
    }
    return span;
}

static void take_roles(struct path_random *random, struct refs *refs,
                       const struct path_draft *draft)
{
    for (uint32_t i = 0; i < draft->role_count; i++) {
        const struct path_draft_role *role = &draft->roles[i];
        random->roles[i] =
            (struct path_role){.stay = role->stay,
                               .asks = refs_of_asks(refs, role),
                               .moves = refs_of_bits(refs, role->moves),
                               .counters = refs_of_bits(refs, role->counters)};
    }
}

static void take_leaves(struct path_random *random, struct refs *refs,
                        const struct path_draft *draft)
{
    for (uint32_t i = 0; i < draft->leaf_count; i++) {
        const struct path_draft_leaf *leaf = &draft->leaves[i];
        random->leaves[i] = (struct path_leaf){
            .acts = refs_of_bits(refs, leaf->acts),
            .counter = leaf->months ? leaf->counter : PATH_NONE,
            .months = leaf->months};
    }
}

static void take_acts(struct path_random *random, struct refs *refs,
                      const struct path_draft *draft)
{
    for (uint32_t i = 0; i < draft->act_count; i++) {
        const struct path_draft_act *act = &draft->acts[i];
        random->acts[i] =
            (struct path_act){.pence = act->pence,
                              .hours = act->hours,
                              .months = act->months,
                              .requires = refs_of_bits(refs, act->requires)};
    }
}

void path_random_from(struct path_random *ret_random,
                      const struct path_draft *draft)
{
    struct refs refs = {.count = 0};
    struct path_random random = {.query = draft->query};

    random.roles = room_for(draft->role_count, sizeof(*random.roles));
    random.leaves = room_for(draft->leaf_count, sizeof(*random.leaves));
    random.acts = room_for(draft->act_count, sizeof(*random.acts));
    random.terms =
        copy_of(draft->terms, draft->term_count, sizeof(*random.terms));
    random.initial =
        copy_of(draft->initial, draft->counter_count, sizeof(*random.initial));
    take_roles(&random, &refs, draft);
    take_leaves(&random, &refs, draft);
    take_acts(&random, &refs, draft);
    random.refs = copy_of(refs.at, refs.count, sizeof(*random.refs));
    random.lines = copy_of(refs.lines, refs.count, sizeof(*random.lines));
    random.problem =
        (struct path_problem){.roles = random.roles,
                              .role_count = draft->role_count,
                              .terms = random.terms,
                              .term_count = draft->term_count,
                              .leaves = random.leaves,
                              .leaf_count = draft->leaf_count,
                              .acts = random.acts,
                              .act_count = draft->act_count,
                              .initial = random.initial,
                              .counter_count = draft->counter_count,
                              .refs = random.refs,
                              .ref_count = refs.count};
    *ret_random = random;
}

void path_random_done(struct path_random *random)
{
    free(random->roles);
    free(random->terms);
    free(random->leaves);
    free(random->acts);
    free(random->initial);
    free(random->refs);
    free(random->lines);
    memset(random, 0, sizeof(*random));
}

/* ---- a draft by chance ---- */

/* What a case is rich in. */
enum kind {
    PLAIN,
    TANGLED, /* roles, moves, counters, and months that are there */
    STUDIOUS /* hours: what a role on the way asks for is cheap and takes many,
                or dear and takes few, and so is what the target asks for */
};

static const enum kind kinds[] = {PLAIN,   PLAIN,   PLAIN,   PLAIN,
                                  TANGLED, TANGLED, STUDIOUS};
enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

struct chance {
    uint64_t state;
    enum kind kind;
    struct path_draft draft;
};

/* splitmix64: neighbouring seeds have nothing in common. */
static uint32_t draw(struct chance *chance, uint32_t below)
{
    uint64_t bits = chance->state += 0x9e3779b97f4a7c15u;
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111ebu;
    return (uint32_t)((bits ^ bits >> 31) >> 32) % below;
}

/* So many bits of the first `of`, not `never`. */
static uint32_t draw_bits(struct chance *chance, uint32_t count, uint32_t of,
                          uint32_t never)
{
    uint32_t bits = 0;
    while (count > 0) {
        const uint32_t bit = BIT(draw(chance, of));
        if (bits & bit || never & bit)
            continue;
        bits |= bit;
        count--;
    }
    return bits;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The start seldom moves straight to the target, and lists few counters: else
 * most cases would be one move and a wait. */
static void draw_role(struct chance *chance, uint32_t at)
{
    struct path_draft *draft = &chance->draft;
    struct path_draft_role *role = &draft->roles[at];
    const bool is_start = at == draft->query.start;
    const bool is_tangled = chance->kind == TANGLED;
    const uint32_t in_ten = is_start ? 2 + is_tangled : 7 - is_tangled;
    uint32_t never = BIT(at), others = draft->role_count - 1;

    if (is_start && others > 1 && draw(chance, 10)) {
        never |= BIT(draft->query.target);
        others--;
    }
    role->stay = draw(chance, 2) ? 0 : draw(chance, 3);
    const uint32_t count = 2 + least(2, draw(chance, 5));
    role->moves =
        draw_bits(chance, least(count, others), draft->role_count, never);
    for (uint32_t c = 0; c < draft->counter_count; c++)
        role->counters |= draw(chance, 10) < in_ten ? BIT(c) : 0;
}

/* How many of each there are. */
static void draw_size(struct chance *chance)
{
    struct path_draft *draft = &chance->draft;

    if (chance->kind == TANGLED) {
        draft->role_count = 5 + draw(chance, 2);
        draft->counter_count = 2 + draw(chance, 2);
        draft->query.most_moves = 4;
        return;
    }
    draft->role_count = draw(chance, 30) ? 3 + draw(chance, 4) : 2;
    draft->counter_count = draw(chance, 30) ? 1 + draw(chance, 3) : 0;
    draft->query.most_moves =
        draw(chance, 20) ? 2 + least(2, draw(chance, 4)) : 1;
}

static void draw_roles(struct chance *chance)
{
    struct path_draft *draft = &chance->draft;

    draft->query.start = draw(chance, draft->role_count);
    do
        draft->query.target = draw(chance, draft->role_count);
    while (draft->query.target == draft->query.start);
    for (uint32_t i = 0; i < draft->counter_count; i++)
        if (chance->kind == TANGLED || draw(chance, 2))
            draft->initial[i] = draw(chance, 3);
    for (uint32_t i = 0; i < draft->role_count; i++)
        draw_role(chance, i);
}

/* What an act requires stands before it, with all that that requires. */
static void draw_requires(struct chance *chance, uint32_t at)
{
    struct path_draft_act *acts = chance->draft.acts;
    const uint32_t other = draw(chance, at);

    acts[at].requires = BIT(other) | acts[other].requires;
    for (uint32_t i = 0; i < at; i++)
        if (acts[at].requires & BIT(i) && acts[at].months < acts[i].months)
            acts[at].months = acts[i].months;
}

/* What is done sooner costs more, as a rule. In a studious case acts 0 and 2
 * take hours, acts 1 and 3 cost money. In a third of the cases the hours
 * fill months to the minute: 13 hours are a month of three hours a week. */
static void draw_act(struct chance *chance, uint32_t at, bool even)
{
    struct path_draft_act *act = &chance->draft.acts[at];
    const bool is_studious = chance->kind == STUDIOUS;
    const bool is_long = !is_studious && draw(chance, 3) == 0;
    const bool is_much =
        is_studious ? at % 2 == 0 : !is_long && draw(chance, 3) == 0;

    act->months = is_long ? 2 + draw(chance, 3) : draw(chance, 4) / 3;
    if (even && draw(chance, 4))
        act->hours = 13 * (is_much ? 2 : 1);
    else if (is_much || draw(chance, 2))
        act->hours = 1 + draw(chance, is_much ? 60 : 12);
    if (draw(chance, 24))
        act->pence = (is_long || is_much ? 1 : 8) + draw(chance, 6);
    if (at > 0 && !is_studious && draw(chance, 5) == 0)
        draw_requires(chance, at);
}

static void draw_acts(struct chance *chance)
{
    struct path_draft *draft = &chance->draft;
    const bool even = draw(chance, 3) == 0;
    uint32_t hours = 0;

    draft->act_count = draw(chance, 16) ? 3 + draw(chance, 2) : draw(chance, 2);
    if (chance->kind == STUDIOUS)
        draft->act_count = 4;
    for (uint32_t i = 0; i < draft->act_count; i++) {
        draw_act(chance, i, even);
        hours += draft->acts[i].hours;
    }
    if (draw(chance, 30) == 0)
        draft->query.study_minutes = 0;
    else if (even)
        draft->query.study_minutes = 180 * (1 + draw(chance, 2));
    else /* so that all acts take 1 to 4 months */
        draft->query.study_minutes =
            1 + hours * 180 / (13 * (1 + draw(chance, 4)));
}

/* Half of the counters want four months; where there is more on the way, they
 * want less. */
static uint32_t draw_months(struct chance *chance)
{
    const uint32_t less = draw(chance, 4);

    return 4 - (chance->kind == TANGLED ? less : least(less, draw(chance, 3)));
}

/* Most can be bought or waited for. */
static void draw_leaves(struct chance *chance)
{
    struct path_draft *draft = &chance->draft;

    draft->leaf_count = 3 + draw(chance, 4);
    for (uint32_t i = 0; i < draft->leaf_count; i++) {
        struct path_draft_leaf *leaf = &draft->leaves[i];
        const uint32_t what = draw(chance, 40);
        const uint32_t acts = 1 + (draw(chance, 3) > 0);
        if (what > 4)
            leaf->acts = draw_bits(chance, least(acts, draft->act_count),
                                   draft->act_count, 0);
        if ((what < 5 || what > 6) && what > 0 && draft->counter_count > 0) {
            leaf->counter = draw(chance, draft->counter_count);
            leaf->months = draw_months(chance);
        }
    }
}

/* The first leaves of a studious case: a choice; months, that count at the
 * start; and the choice that is the target's. */
static void draw_studious_leaves(struct chance *chance)
{
    struct path_draft *draft = &chance->draft;

    draft->leaves[0] = (struct path_draft_leaf){.acts = BIT(0) | BIT(1)};
    draft->leaves[1] = (struct path_draft_leaf){.months = 0};
    draft->leaves[2] = (struct path_draft_leaf){.acts = BIT(2) | BIT(3)};
    if (draft->counter_count > 0) {
        draft->leaves[1].months = 1 + draw(chance, 4);
        draft->roles[draft->query.start].counters |= BIT(0);
    }
}

/* A tree over some of the leaves (bits); the number of its root. */
static uint32_t draw_term(struct chance *chance, uint32_t depth,
                          uint32_t leaves)
{
    struct path_draft *draft = &chance->draft;
    const uint32_t at = draft->term_count++;
    const uint32_t what = depth == 0 ? 0 : draw(chance, 7);
    struct path_term term = {.op = PATH_LEAF};

    if (draw(chance, 30) == 0) {
        term.op = draw(chance, 2) ? PATH_TRUE : PATH_FALSE;
    } else if (what < 4) {
        do
            term.leaf = draw(chance, draft->leaf_count);
        while (!(leaves & BIT(term.leaf)));
    } else {
        const uint32_t parts = 1 + draw(chance, 3);
        term.op = PATH_AT_LEAST;
        term.n = (uint8_t)(what == 4 ? 1 : 1 + draw(chance, parts));
        if (what == 5)
            term.n = (uint8_t)parts;
        for (uint32_t i = 0; i < parts; i++)
            draw_term(chance, depth - 1, leaves);
    }
    term.end = draft->term_count;
    draft->terms[at] = term;
    return at;
}

/* One line: a tree, or for each of two or three worlds one of the same few
 * leaves; mostly one leaf in a studious case. */
static void draw_line(struct chance *chance, uint32_t at, uint32_t line)
{
    struct path_draft *draft = &chance->draft;
    struct path_draft_role *role = &draft->roles[at];
    uint32_t worlds = draw(chance, 4) ? 1 : 2 + draw(chance, 2);
    uint32_t leaves = ~0u, depth = 2;

    if (worlds > 1)
        leaves = draw_bits(chance, 2, draft->leaf_count, 0);
    if (chance->kind == STUDIOUS && draw(chance, 3)) {
        leaves = BIT(at == draft->query.target ? 2 : draw(chance, 2));
        worlds = 1;
        depth = 0;
    }
    for (uint32_t i = 0; i < worlds; i++) {
        role->lines[role->ask_count] = line;
        role->asks[role->ask_count++] = draw_term(chance, depth, leaves);
    }
}

static uint32_t draw_line_count(struct chance *chance, uint32_t role)
{
    if (role == chance->draft.query.target)
        return 2 + draw(chance, 2);
    if (chance->kind == STUDIOUS)
        return 1 + draw(chance, 2);
    return chance->kind == TANGLED || draw(chance, 3) ? 1 : 0;
}

void path_random_init(struct path_random *ret_random, uint64_t seed)
{
    struct chance chance = {.state = seed};
    uint32_t line = 0;

    chance.kind = kinds[draw(&chance, KINDS)];
    draw_size(&chance);
    draw_roles(&chance);
    draw_acts(&chance);
    draw_leaves(&chance);
    if (chance.kind == STUDIOUS)
        draw_studious_leaves(&chance);
    for (uint32_t i = 0; i < chance.draft.role_count; i++) {
        uint32_t left = draw_line_count(&chance, i);
        for (; left > 0; left--)
            draw_line(&chance, i, line++);
    }
    path_random_from(ret_random, &chance.draft);
}

/* ---- as facts ---- */

static void print_pairs(const struct path_random *random, FILE *to,
                        const char *name, uint32_t of, struct path_span span)
{
    for (uint32_t i = 0; i < span.count; i++)
        fprintf(to, "%s(%u,%u). ", name, of, random->refs[span.first + i]);
}

static void print_term(const struct path_random *random, FILE *to, uint32_t at)
{
    const struct path_term *term = &random->terms[at];

    if (term->op == PATH_TRUE)
        fprintf(to, "true(%u). ", at);
    if (term->op == PATH_LEAF)
        fprintf(to, "term_leaf(%u,%u). ", at, term->leaf);
    if (term->op != PATH_AT_LEAST)
        return;
    fprintf(to, "group(%u,%u). ", at, term->n);
    for (uint32_t p = at + 1; p < term->end; p = random->terms[p].end)
        fprintf(to, "part(%u,%u). ", at, p);
}

void path_random_facts(const struct path_random *random, FILE *to)
{
    const struct path_problem *problem = &random->problem;

    fprintf(to, "start(%u). target(%u). most_moves(%u). minutes(%u).\n",
            random->query.start, random->query.target, random->query.most_moves,
            random->query.study_minutes);
    for (uint32_t i = 0; i < problem->role_count; i++) {
        fprintf(to, "stay(%u,%u). ", i, random->roles[i].stay);
        print_pairs(random, to, "move", i, random->roles[i].moves);
        print_pairs(random, to, "feeds", i, random->roles[i].counters);
        print_pairs(random, to, "asks", i, random->roles[i].asks);
    }
    fputc('\n', to);
    for (uint32_t i = 0; i < problem->term_count; i++)
        print_term(random, to, i);
    for (uint32_t i = 0; i < problem->leaf_count; i++) {
        print_pairs(random, to, "leaf_act", i, random->leaves[i].acts);
        if (random->leaves[i].counter != PATH_NONE)
            fprintf(to, "leaf_counter(%u,%u,%u). ", i,
                    random->leaves[i].counter, random->leaves[i].months);
    }
    fputc('\n', to);
    for (uint32_t i = 0; i < problem->act_count; i++) {
        fprintf(to, "act(%u,%u,%u,%u). ", i, random->acts[i].pence,
                random->acts[i].hours, random->acts[i].months);
        print_pairs(random, to, "requires", i, random->acts[i].requires);
    }
    for (uint32_t i = 0; i < problem->counter_count; i++)
        fprintf(to, "initial(%u,%u). ", i, random->initial[i]);
    fputc('\n', to);
}
