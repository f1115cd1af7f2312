/* SPDX-License-Identifier: MIT */
/* One line against the line of the same id in another version.
 *
 * Two trees of one shape are held together node for node: "and", "or" and "at
 * least" never ask less where a part asks more, so that signs which all point
 * one way decide. For any other trees the engine decides: the one that always
 * satisfies the other asks more. */
#include "gap/revision_parts.h"

#include "gap/revision_leaf.h"
#include "judge/judge.h"
#include "judge/same.h"

#include <string.h>

static bool same_text(const struct two *two, text_at a, text_at b)
{
    return strcmp(framework_text(two->fa, a), framework_text(two->fb, b)) == 0;
}

/* How many of its parts a group wants. */
static unsigned parts_wanted(const struct framework *framework, uint32_t at)
{
    const struct node *group = &framework->nodes[at];
    unsigned parts = 0;

    if (group->op != SG_ALL)
        return group->op == SG_ANY ? 1 : group->n;
    for (uint32_t p = at + 1; p < group->end; p = framework->nodes[p].end)
        parts++;
    return parts;
}

static unsigned tree_order(const struct revising *revising, uint32_t root_a,
                           uint32_t root_b)
{
    struct two two = {.fa = revising->older.framework,
                      .fb = revising->newer.framework,
                      .ladders_same = revising->ladders_same};
    const uint32_t size = two.fa->nodes[root_a].end - root_a;
    unsigned order = IS_SAME;

    if (size != two.fb->nodes[root_b].end - root_b)
        return IS_OTHER;
    for (uint32_t i = 0; i < size && order != IS_OTHER; i++) {
        two.a = &two.fa->nodes[root_a + i];
        two.b = &two.fb->nodes[root_b + i];
        if (node_is_group(two.a) != node_is_group(two.b) ||
            two.a->end - root_a != two.b->end - root_b)
            return IS_OTHER;
        order |= node_is_group(two.a)
                     ? order_of_numbers(parts_wanted(two.fa, root_a + i),
                                        parts_wanted(two.fb, root_b + i))
                     : leaf_order(&two);
    }
    return order;
}

/* Whether whoever meets the one line always meets the other. */
static bool covers(const struct reference *reference, const struct in_use *a,
                   uint32_t line_a, const struct in_use *b, uint32_t line_b)
{
    const struct judging words = {
        .reference = reference,
        .from = a,
        .from_role = a->framework->lines[line_a].role,
        .months = -1, /* not known */
        .to = b,
        .to_role = b->framework->lines[line_b].role,
        .words_only = true,
        .without_rules = true,
    };
    struct judgement judgement;

    judge_line_over(&words, &line_a, 1, line_b, &judgement);
    return judgement.verdict == SG_MET;
}

/* Whether each leaf of a tree is one of another tree's. */
static bool leaves_within(const struct framework *a, uint32_t root_a,
                          const struct framework *b, uint32_t root_b)
{
    for (uint32_t i = root_a; i < a->nodes[root_a].end; i++) {
        bool found = node_is_group(&a->nodes[i]);
        for (uint32_t j = root_b; j < b->nodes[root_b].end && !found; j++)
            found = leaf_same(a, i, b, j);
        if (!found)
            return false;
    }
    return true;
}

static sg_revision_kind kind_of_trees(const struct revising *revising,
                                      uint32_t older, uint32_t newer)
{
    const struct in_use *a = &revising->older;
    const struct in_use *b = &revising->newer;
    const uint32_t root_a = a->framework->lines[older].root;
    const uint32_t root_b = b->framework->lines[newer].root;
    const unsigned order = tree_order(revising, root_a, root_b);

    if (order == IS_SAME)
        return SG_REVISION_REWORDED;
    if (order != IS_OTHER)
        return order == IS_MORE ? SG_REVISION_RAISED : SG_REVISION_LOWERED;
    const bool less = covers(revising->reference, a, older, b, newer);
    const bool more = covers(revising->reference, b, newer, a, older);
    if (more != less)
        return more ? SG_REVISION_RAISED : SG_REVISION_LOWERED;
    /* Parts in another order say the same; another award of the same worth
     * does not. */
    return more && leaves_within(a->framework, root_a, b->framework, root_b) &&
                   leaves_within(b->framework, root_b, a->framework, root_a)
               ? SG_REVISION_REWORDED
               : SG_REVISION_DIFFERENT;
}

/* Whether two trees that ask for the same also have the same texts. */
static bool texts_same(const struct framework *fa, uint32_t root_a,
                       const struct framework *fb, uint32_t root_b)
{
    for (uint32_t i = 0; i < fa->nodes[root_a].end - root_a; i++) {
        const struct two two = {.fa = fa,
                                .fb = fb,
                                .a = &fa->nodes[root_a + i],
                                .b = &fb->nodes[root_b + i]};
        if (!same_text(&two, two.a->label, two.b->label) ||
            !same_text(&two, two.a->printed, two.b->printed) ||
            (node_is_award(two.a) &&
             !same_text(&two, two.a->u.qualification.explained_as,
                        two.b->u.qualification.explained_as)))
            return false;
    }
    return true;
}

bool line_revised(const struct revising *revising, uint32_t older,
                  uint32_t newer, sg_revision_kind *ret_kind)
{
    const struct framework *fa = revising->older.framework;
    const struct framework *fb = revising->newer.framework;
    const struct line *a = &fa->lines[older];
    const struct line *b = &fb->lines[newer];

    if (a->strength != b->strength) {
        *ret_kind = b->strength == SG_ESSENTIAL ? SG_REVISION_RAISED
                                                : SG_REVISION_LOWERED;
        return true;
    }
    if (!tree_same(fa, a->root, fb, b->root)) {
        *ret_kind = kind_of_trees(revising, older, newer);
        return true;
    }
    *ret_kind = SG_REVISION_REWORDED;
    return !texts_same(fa, a->root, fb, b->root);
}
