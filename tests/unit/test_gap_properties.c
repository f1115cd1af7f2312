/* SPDX-License-Identifier: MIT */
/* What must hold of every pair of roles: tried on random ones, the same at
 * each run. */
#include "judge/judge.h"
#include "shipped.h"
#include "small.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CASES = 400 };

/* xorshift: small, and the same everywhere. */
static uint32_t draw(uint32_t *state, uint32_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state % below;
}

static const char *const leaves[] = {
    NVQ(1),
    NVQ(2),
    NVQ(3),
    NVQ(4),
    RQF(2),
    RQF(5),
    SKILL("it-keyboard", "basic"),
    SKILL("it-keyboard", "appropriate"),
    SKILL("it-keyboard", "straightforward"),
    SKILL("health-safety", "basic"),
    WORK("some"),
    WORK("proven"),
    WORK("significant"),
    "{\"op\":\"experience\",\"label\":\"any work\",\"criterion\":"
    "\"work-experience\"}",
    "{\"op\":\"experience\",\"label\":\"stated\",\"criterion\":"
    "\"work-experience\",\"months\":18,\"relevant\":true}",
    "{\"op\":\"training\",\"label\":\"in-house\",\"criterion\":"
    "\"in-house-training\"}",
    "{\"op\":\"not-needed-here\",\"label\":\"no\",\"criterion\":\"icdl\"}",
    "{\"op\":\"credential\",\"label\":\"ICDL\",\"criterion\":\"icdl\","
    "\"credential\":\"icdl\"}",
    "{\"op\":\"working-towards\",\"label\":\"studying\",\"criterion\":"
    "\"vocational-qualification\",\"scale\":\"NVQ\",\"level\":3,\"subject\":"
    "\"relevant\"}",
    AT("experienced", "t/low"), /* last: the low role cannot ask for itself */
};

enum { LEAVES = sizeof leaves / sizeof leaves[0] };

struct text {
    char data[24000];
    size_t used;
};

static void add(struct text *text, const char *more)
{
    size_t length = strlen(more);

    cr_assert(text->used + length < sizeof text->data);
    memcpy(text->data + text->used, more, length + 1);
    text->used += length;
}

static void add_tree(struct text *text, uint32_t *state, uint32_t kinds,
                     int depth)
{
    uint32_t kind = depth == 0 ? 0 : draw(state, 5);
    uint32_t parts = 2 + draw(state, 2);

    if (kind < 2) {
        add(text, leaves[draw(state, kinds)]);
        return;
    }
    add(text, kind == 2   ? "{\"op\":\"all\",\"parts\":["
              : kind == 3 ? "{\"op\":\"any\",\"parts\":["
                          : "{\"op\":\"at-least\",\"n\":2,\"parts\":[");
    for (uint32_t i = 0; i < parts; i++) {
        add(text, i > 0 ? "," : "");
        add_tree(text, state, kinds, depth - 1);
    }
    add(text, "]}");
}

static void add_lines(struct text *text, uint32_t *state, const char *prefix,
                      uint32_t count)
{
    char head[64];

    for (uint32_t i = 0; i < count; i++) {
        snprintf(head, sizeof head, "%s{\"id\":\"%s%u\",\"items\":[\"%u\"],",
                 text->used > 0 ? "," : "", prefix, i, i + 1);
        add(text, head);
        add(text, "\"needs\":");
        add_tree(text, state, LEAVES - (prefix[0] != 'x'), 2);
        add(text, "}");
    }
}

static struct judging judging_small(const struct shipped *small, uint32_t from,
                                    uint32_t to)
{
    return judging_between(&small->catalogue, (sg_role){0, from},
                           (sg_role){0, to}, SG_MONTHS_UNKNOWN);
}

Test(properties, a_role_against_itself_has_no_unmet_essential_line)
{
    uint32_t state = 20261122;

    for (int i = 0; i < CASES; i++) {
        struct text low = {.used = 0};
        struct shipped small;
        uint32_t counts[2][3];
        bool assumed;
        add_lines(&low, &state, "x", 1 + draw(&state, 4));
        shipped_from_json(&small, small_framework("", "", low.data, ""));
        struct judging judging = judging_small(&small, 1, 1);
        judge_role(&judging, counts, &assumed);
        cr_assert_eq(counts[SG_ESSENTIAL][SG_UNMET], 0, "case %d: %s", i,
                     low.data);
        shipped_close(&small);
    }
}

Test(properties, an_essential_line_more_in_the_current_role_makes_nothing_worse)
{
    uint32_t state = 7;
    uint32_t better = 0;

    for (int i = 0; i < CASES; i++) {
        struct text low = {.used = 0};
        struct text more = {.used = 0};
        struct text high = {.used = 0};
        struct shipped before, after;
        add_lines(&low, &state, "a", 1 + draw(&state, 2));
        memcpy(&more, &low, sizeof more);
        add_lines(&more, &state, "b", 1);
        add_lines(&high, &state, "x", 3);
        shipped_from_json(&before,
                          small_framework(low.data, "", high.data, ""));
        shipped_from_json(&after,
                          small_framework(more.data, "", high.data, ""));
        struct judging one = judging_small(&before, 0, 1);
        struct judging two = judging_small(&after, 0, 1);
        for (uint32_t line = 0; line < 3; line++) {
            const struct framework *a = before.in_use[0].framework;
            const struct framework *b = after.in_use[0].framework;
            sg_verdict was =
                judge_verdict(&one, a->roles[1].lines.first + line);
            sg_verdict is = judge_verdict(&two, b->roles[1].lines.first + line);
            cr_assert_geq(is, was, "case %d line %u: now %s, more %s", i, line,
                          low.data, more.data);
            better += is > was;
        }
        shipped_close(&before);
        shipped_close(&after);
    }
    cr_expect_gt(better, 20, "only %u verdicts changed at all", better);
}

/* The verdict of an all or any over the given leaves. */
static sg_verdict group_of(const char *op, const char *a, const char *b)
{
    char line[2048];
    struct shipped small;
    struct judging judging;

    snprintf(line, sizeof line,
             "{\"id\":\"x\",\"items\":[\"1\"],\"needs\":{\"op\":\"%s\","
             "\"parts\":[%s,%s]}}",
             op, a, b);
    shipped_from_json(&small, small_framework(LINE("a", NVQ(2)), "", line, ""));
    judging = judging_small(&small, 0, 1);
    sg_verdict verdict = judge_verdict(
        &judging, small.in_use[0].framework->roles[1].lines.first);
    shipped_close(&small);
    return verdict;
}

static sg_verdict leaf_of(const char *leaf)
{
    return group_of("all", leaf, leaf);
}

Test(properties, or_and_and_follow_their_laws)
{
    const size_t count = LEAVES;

    for (size_t i = 0; i < count; i += 2)
        for (size_t j = 0; j < count; j += 3) {
            sg_verdict a = leaf_of(leaves[i]);
            sg_verdict b = leaf_of(leaves[j]);
            sg_verdict larger = a > b ? a : b;
            sg_verdict smaller = a < b ? a : b;
            cr_expect_eq(group_of("any", leaves[i], leaves[j]), larger);
            cr_expect_eq(group_of("any", leaves[j], leaves[i]), larger);
            cr_expect_eq(group_of("all", leaves[i], leaves[j]), smaller);
            cr_expect_eq(group_of("all", leaves[j], leaves[i]), smaller);
        }
}

Test(properties, every_shipped_pair_is_explained_in_order_and_as_judged)
{
    struct shipped shipped;
    size_t pairs = 0;

    shipped_open(&shipped);
    size_t count = sg_catalogue_role_count(&shipped.catalogue);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            const sg_gap_request request = {
                .from = sg_catalogue_role_at(&shipped.catalogue, i),
                .to = sg_catalogue_role_at(&shipped.catalogue, j),
                .months = 24};
            struct judging judging = judging_between(
                &shipped.catalogue, request.from, request.to, 24);
            const struct role *role =
                catalogue_role(&shipped.catalogue, request.to);
            sg_gap *gap = NULL;
            cr_assert_eq(sg_gap_new(&shipped.catalogue, &request, &gap, NULL),
                         SG_OK);
            cr_assert_eq(gap->line_count, role->lines.count);
            for (uint32_t l = 0; l < role->lines.count; l++) {
                uint32_t line = role->lines.first + l;
                cr_expect_eq(gap->lines[l].verdict,
                             judge_verdict(&judging, line));
                cr_expect_str_eq(
                    gap->lines[l].id,
                    framework_text(judging.to->framework,
                                   judging.to->framework->lines[line].id));
                cr_expect(gap->lines[l].reason && gap->lines[l].reason[0]);
            }
            if (i == j)
                cr_expect_eq(gap->counts[SG_ESSENTIAL].by[SG_UNMET], 0);
            sg_gap_free(gap);
            pairs++;
        }
    cr_expect_eq(pairs, 64);
    shipped_close(&shipped);
}
