/* SPDX-License-Identifier: MIT */
/* What must hold of any two versions: the shipped frameworks, edited at random,
 * the same at each run. */
#include "support.h"
#include "versions.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { CASES = 80 };

/* xorshift: small, and the same everywhere. */
static uint32_t draw(uint32_t *state, size_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return (uint32_t)(*state % below);
}

/* ---- random edits ---- */

static const char *const needs[] = {
    "{\"op\":\"qualification\",\"label\":\"NVQ 2\",\"criterion\":"
    "\"vocational-qualification\",\"scale\":\"NVQ\",\"level\":2}",
    "{\"op\":\"qualification\",\"label\":\"NVQ 4\",\"criterion\":"
    "\"vocational-qualification\",\"scale\":\"NVQ\",\"level\":4,"
    "\"equivalent\":true,\"subject\":\"relevant\"}",
    "{\"op\":\"skill\",\"label\":\"Basic IT\",\"criterion\":\"it-keyboard\","
    "\"degree\":\"basic\"}",
    "{\"op\":\"skill\",\"label\":\"Good IT\",\"criterion\":\"it-keyboard\","
    "\"degree\":\"appropriate\"}",
    "{\"op\":\"experience\",\"label\":\"Work\",\"criterion\":"
    "\"work-experience\",\"months\":12}",
    "{\"op\":\"experience\",\"label\":\"Work\",\"criterion\":"
    "\"work-experience\",\"word\":\"proven\",\"relevant\":true}",
};

enum { NEEDS = sizeof needs / sizeof needs[0] };

static json_t *some_needs(uint32_t *state)
{
    static const char *const ops[] = {"all", "any"};
    const uint32_t kind = draw(state, 4);

    if (kind > 1)
        return json_loads(needs[draw(state, NEEDS)], 0, NULL);
    return json_pack("{s:s, s:[o, o]}", "op", ops[kind], "parts",
                     json_loads(needs[draw(state, NEEDS)], 0, NULL),
                     json_loads(needs[draw(state, NEEDS)], 0, NULL));
}

static void edit_line(json_t *lines, uint32_t *state, uint32_t kind, int number)
{
    const size_t count = json_array_size(lines);
    char id[32];

    snprintf(id, sizeof id, "extra-%d", number);
    if (kind == 0)
        json_array_insert_new(lines, draw(state, count + 1),
                              json_pack("{s:s, s:[s], s:o}", "id", id, "items",
                                        "9", "needs", some_needs(state)));
    if (kind == 0 || count == 0)
        return;
    const uint32_t at = draw(state, count);
    if (kind == 1)
        json_array_remove(lines, at);
    else
        json_object_set_new(json_array_get(lines, at), "needs",
                            some_needs(state));
}

/* A line from one list to the other. */
static void edit_strength(json_t *role, uint32_t *state)
{
    const bool up = draw(state, 2) == 0;
    json_t *from = versions_lines(role, up ? "desirable" : "essential");
    json_t *to = versions_lines(role, up ? "essential" : "desirable");

    if (json_array_size(from) == 0 || !to)
        return;
    const uint32_t at = draw(state, json_array_size(from));
    json_array_append(to, json_array_get(from, at));
    json_array_remove(from, at);
}

static void edit_cell(json_t *role, uint32_t *state)
{
    json_t *cells = json_object_get(role, "cells");
    const uint32_t at = draw(state, json_array_size(cells));

    if (draw(state, 3) == 0)
        json_array_remove(cells, at);
    else
        json_object_set_new(json_array_get(cells, at), "level",
                            json_integer(1 + draw(state, 4)));
}

static void edit(json_t *root, uint32_t *state, int number)
{
    const uint32_t kind = draw(state, 8);
    const uint32_t at = draw(state, json_array_size(versions_roles(root)));
    json_t *role = versions_role(root, at);

    if (kind < 4)
        edit_line(
            versions_lines(role, draw(state, 2) ? "essential" : "desirable"),
            state, kind, number);
    else if (kind == 4)
        edit_strength(role, state);
    else if (kind == 5)
        edit_cell(role, state);
    else if (kind == 6)
        versions_set(role, draw(state, 2) ? "title" : "ref", "another");
    else if (json_array_size(versions_roles(root)) > 1)
        json_array_remove(versions_roles(root), at);
}

/* ---- what must hold of any two versions ---- */

static bool texts_equal(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static const sg_revision_change *find_change(const sg_revision_role *role,
                                             const sg_revision_change *like)
{
    for (size_t i = 0; i < role->change_count; i++)
        if (role->changes[i].part == like->part &&
            texts_equal(role->changes[i].id, like->id) &&
            (like->id || texts_equal(role->changes[i].what, like->what)))
            return &role->changes[i];
    return NULL;
}

static const sg_revision_role *find_role(const sg_revision *revision,
                                         const char *id)
{
    for (size_t i = 0; i < revision->role_count; i++)
        if (strcmp(revision->roles[i].id, id) == 0)
            return &revision->roles[i];
    return NULL;
}

static void expect_mirrored(const sg_revision_role *there,
                            const sg_revision_role *back, int number,
                            uint32_t *kinds)
{
    cr_assert_not_null(back, "case %d: %s", number, there->id);
    cr_assert_eq(there->change_count, back->change_count, "case %d: %s", number,
                 there->id);
    cr_assert(there->fate == SG_ROLE_CHANGED ? back->fate == SG_ROLE_CHANGED
                                             : there->fate + back->fate == 1);
    cr_assert(there->effect <= SG_EFFECT_LESS
                  ? back->effect + there->effect == SG_EFFECT_LESS
                  : back->effect == there->effect,
              "case %d: %s", number, there->id);
    for (size_t i = 0; i < there->change_count; i++) {
        const sg_revision_change *change = &there->changes[i];
        const sg_revision_change *other = find_change(back, change);
        cr_assert_not_null(other, "case %d: %s", number, change->sentence);
        cr_assert(versions_opposite(change->kind) == other->kind,
                  "case %d: %s / %s: %s", number, change->sentence,
                  other->sentence, sg_revision_kind_word(other->kind));
        cr_assert(texts_equal(change->from, other->to) &&
                      texts_equal(change->to, other->from),
                  "case %d: %s / %s", number, change->sentence,
                  other->sentence);
        kinds[change->kind] += change->part == SG_REVISION_LINE;
    }
}

/* Which lines are new is counted once more, in the plainest way. */
static uint32_t new_lines(const struct framework *older,
                          const struct framework *newer, const char *role)
{
    const uint32_t at = framework_role(older, role);
    const uint32_t to = framework_role(newer, role);
    uint32_t count = 0;

    if (at == NO_INDEX || to == NO_INDEX)
        return 0;
    const struct span in_older = older->roles[at].lines;
    const struct span in_newer = newer->roles[to].lines;
    for (uint32_t n = 0; n < in_newer.count; n++) {
        bool found = false;
        for (uint32_t o = 0; o < in_older.count && !found; o++)
            found =
                strcmp(
                    framework_text(newer, newer->lines[in_newer.first + n].id),
                    framework_text(older,
                                   older->lines[in_older.first + o].id)) == 0;
        count += !found;
    }
    return count;
}

static void expect_new_lines(const struct framework *older,
                             const struct framework *newer,
                             const sg_revision_role *role)
{
    uint32_t told = 0;

    for (size_t i = 0; i < role->change_count; i++)
        told += role->changes[i].part == SG_REVISION_LINE &&
                role->changes[i].kind == SG_REVISION_NEW;
    cr_assert_eq(told, new_lines(older, newer, role->id), "%s", role->id);
}

static void check_pair(const struct reference *reference,
                       const struct framework *a, const struct framework *b,
                       int number, uint32_t *kinds)
{
    sg_revision *there = versions_compare(reference, a, b);
    sg_revision *back = versions_compare(reference, b, a);
    sg_revision *again = versions_compare(reference, a, b);

    cr_assert_eq(there->role_count, back->role_count, "case %d", number);
    cr_assert_eq(there->role_count, again->role_count);
    cr_assert_str_eq(there->sentence, again->sentence);
    cr_assert_eq(there->counts.same + there->counts.changed +
                     there->counts.added,
                 b->role_count, "case %d: each role is counted once", number);
    for (size_t i = 0; i < there->role_count; i++) {
        const sg_revision_role *role = &there->roles[i];
        cr_assert_str_eq(role->sentence, again->roles[i].sentence);
        expect_mirrored(role, find_role(back, role->id), number, kinds);
        expect_new_lines(a, b, role);
    }
    sg_revision_free(there);
    sg_revision_free(back);
    sg_revision_free(again);
}

static void edit_at_random(const char *id, uint32_t state, uint32_t *kinds)
{
    struct reference *reference = support_reference();
    struct framework *shipped = support_shipped(reference, id);
    uint32_t tried = 0;

    for (int i = 0; i < CASES; i++) {
        json_t *root = versions_json(id);
        const uint32_t count = 1 + draw(&state, 8);
        for (uint32_t e = 0; e < count; e++)
            edit(root, &state, (int)e);
        struct framework *other = versions_try(reference, root);
        json_decref(root);
        if (!other)
            continue; /* what another role asks for is gone, say */
        check_pair(reference, shipped, other, i, kinds);
        framework_free(other);
        tried++;
    }
    cr_expect_gt(tried, CASES / 4, "%s: only %u could be read", id, tried);
    framework_free(shipped);
    reference_free(reference);
}

Test(revision, swapped_versions_change_the_reverse, .timeout = 300)
{
    uint32_t kinds[SG_REVISION_REWORDED + 1] = {0};

    edit_at_random("county", 20261127, kinds);
    edit_at_random("st-albans", 7, kinds);
    for (int k = 0; k < SG_REVISION_REWORDED; k++)
        cr_expect_gt(kinds[k], 10, "%s came up %u times",
                     sg_revision_kind_word((sg_revision_kind)k), kinds[k]);
}
