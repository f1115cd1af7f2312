/* SPDX-License-Identifier: MIT */
/* How one leaf of a line compares with the leaf in its place in another
 * version: each of its members gives a sign, and they must agree. */
#include "gap/revision_leaf.h"

#include "judge/kind.h"

#include <string.h>

unsigned order_of_numbers(unsigned a, unsigned b)
{
    return b > a ? IS_MORE : b < a ? IS_LESS : IS_SAME;
}

bool node_is_award(const struct node *node)
{
    return node->op == SG_QUALIFICATION || node->op == SG_WORKING_TOWARDS;
}

static bool same_text(const struct two *two, text_at a, text_at b)
{
    return strcmp(framework_text(two->fa, a), framework_text(two->fb, b)) == 0;
}

/* A narrower set asks more. `a_in_b`: each member of a counts in b. */
static unsigned by_sets(uint32_t a_count, uint32_t b_count, bool a_in_b,
                        bool b_in_a)
{
    if (a_count == 0 || b_count == 0) /* none: any will do */
        return order_of_numbers(a_count > 0, b_count > 0);
    if (a_in_b && b_in_a)
        return IS_SAME;
    return b_in_a ? IS_MORE : a_in_b ? IS_LESS : IS_OTHER;
}

/* ---- qualifications ---- */

/* Ranges of levels have an order unless one lies within the other. */
static unsigned by_ranges(unsigned a_min, unsigned a_max, unsigned b_min,
                          unsigned b_max)
{
    return a_max == 0 || b_max == 0 ? IS_OTHER
                                    : order_of_numbers(a_min, b_min) |
                                          order_of_numbers(a_max, b_max);
}

/* Another award or scale of the same worth is another thing to hold. */
static unsigned by_level(const struct two *two)
{
    const struct node *a = two->a;
    const struct node *b = two->b;

    if (a->u.qualification.scale == b->u.qualification.scale &&
        a->u.qualification.level == b->u.qualification.level &&
        same_text(two, a->u.qualification.name, b->u.qualification.name))
        return IS_SAME;
    const unsigned sign =
        by_ranges(a->u.qualification.min_rqf, a->u.qualification.max_rqf,
                  b->u.qualification.min_rqf, b->u.qualification.max_rqf);
    return sign == IS_SAME ? IS_OTHER : sign;
}

static bool codes_within(const struct framework *a, struct span some,
                         const struct framework *b, struct span all)
{
    for (uint32_t i = 0; i < some.count; i++) {
        const char *code = framework_text(a, a->codes[some.first + i]);
        bool found = false;
        for (uint32_t j = 0; j < all.count && !found; j++)
            found =
                strcmp(code, framework_text(b, b->codes[all.first + j])) == 0;
        if (!found)
            return false;
    }
    return true;
}

/* Any subject is the widest; relevant and vocational is narrower than
 * relevant. Codes and words have no order. */
static unsigned by_subject(const struct two *two)
{
    static const uint8_t narrowness[] = {
        [SUBJECT_ANY] = 1,
        [SUBJECT_RELEVANT] = 2,
        [SUBJECT_RELEVANT_VOCATIONAL] = 3,
        [SUBJECT_SPECIALIST_AREA] = 0,
        [SUBJECT_CODES] = 0,
    };
    const uint8_t a = two->a->u.qualification.subject;
    const uint8_t b = two->b->u.qualification.subject;
    const struct span codes_a = two->a->u.qualification.codes;
    const struct span codes_b = two->b->u.qualification.codes;

    if (a == SUBJECT_CODES && b == SUBJECT_CODES)
        return by_sets(codes_a.count, codes_b.count,
                       codes_within(two->fa, codes_a, two->fb, codes_b),
                       codes_within(two->fb, codes_b, two->fa, codes_a));
    if (a == b)
        return IS_SAME;
    if (a == SUBJECT_ANY || b == SUBJECT_ANY)
        return order_of_numbers(a != SUBJECT_ANY, b != SUBJECT_ANY);
    return narrowness[a] > 0 && narrowness[b] > 0
               ? order_of_numbers(narrowness[a], narrowness[b])
               : IS_OTHER;
}

static unsigned by_qualification(const struct two *two)
{
    return by_level(two) | by_subject(two) |
           order_of_numbers(two->a->op == SG_QUALIFICATION,
                            two->b->op == SG_QUALIFICATION) |
           order_of_numbers(!two->a->u.qualification.equivalent,
                            !two->b->u.qualification.equivalent);
}

/* ---- experience ---- */

/* No word asks more than the lowest, "some", and less than all others. */
static unsigned amount_rank(const struct node *node)
{
    if (node->u.experience.word == 0)
        return 3;
    return 2U * node->u.experience.word_rank;
}

static unsigned by_word(const struct two *two)
{
    const unsigned a = amount_rank(two->a);
    const unsigned b = amount_rank(two->b);

    if (same_text(two, two->a->u.experience.word, two->b->u.experience.word))
        return IS_SAME;
    return a == 0 || b == 0 || a == b ? IS_OTHER : order_of_numbers(a, b);
}

static unsigned by_equivalent(const struct two *two)
{
    const unsigned a_min = two->a->u.experience.equivalent_min_rqf;
    const unsigned a_max = two->a->u.experience.equivalent_max_rqf;
    const unsigned b_min = two->b->u.experience.equivalent_min_rqf;
    const unsigned b_max = two->b->u.experience.equivalent_max_rqf;

    return a_min == b_min && a_max == b_max
               ? IS_SAME
               : by_ranges(a_min, a_max, b_min, b_max);
}

static unsigned by_areas(const struct two *two)
{
    const struct span a = two->a->u.experience.areas;
    const struct span b = two->b->u.experience.areas;

    return by_sets(a.count, b.count,
                   kind_areas_among(two->fa, a, two->fb, b) == a.count,
                   kind_areas_among(two->fb, b, two->fa, a) == b.count);
}

/* Whether time in one named role counts for another one: it is the same, or
 * as high in the family. */
static bool role_counts(const struct framework *a, const struct role *is,
                        const struct framework *b, const struct role *wanted,
                        bool ladders_same)
{
    if (strcmp(framework_text(a, is->id), framework_text(b, wanted->id)) == 0)
        return true;
    return ladders_same && is->rank >= wanted->rank &&
           strcmp(framework_text(a, a->families[is->family].id),
                  framework_text(b, b->families[wanted->family].id)) == 0;
}

static bool roles_count(const struct framework *a, struct span some,
                        const struct framework *b, struct span all,
                        bool ladders_same)
{
    for (uint32_t i = 0; i < some.count; i++) {
        const struct role *is = &a->roles[a->role_refs[some.first + i]];
        bool found = false;
        for (uint32_t j = 0; j < all.count && !found; j++)
            found = role_counts(
                a, is, b, &b->roles[b->role_refs[all.first + j]], ladders_same);
        if (!found)
            return false;
    }
    return true;
}

static unsigned by_roles(const struct two *two)
{
    const struct span a = two->a->u.experience.roles;
    const struct span b = two->b->u.experience.roles;

    return by_sets(a.count, b.count,
                   roles_count(two->fa, a, two->fb, b, two->ladders_same),
                   roles_count(two->fb, b, two->fa, a, two->ladders_same));
}

static unsigned by_experience(const struct two *two)
{
    return by_word(two) |
           order_of_numbers(two->a->u.experience.months, /* 0: none stated */
                            two->b->u.experience.months) |
           by_equivalent(two) | by_areas(two) | by_roles(two) |
           order_of_numbers(two->a->u.experience.relevant,
                            two->b->u.experience.relevant);
}

/* ---- skills ---- */

static unsigned by_order(enum word_compare older_to_newer)
{
    switch (older_to_newer) {
    case WORD_LOWER:
        return IS_MORE;
    case WORD_HIGHER:
        return IS_LESS;
    case WORD_EQUAL:
        return IS_SAME;
    default:
        return IS_OTHER;
    }
}

/* Level words by the orders of both versions; what one does not know the other
 * may. A missing word is left to the engine. */
static unsigned by_level_word(const struct two *two, text_at at_a, text_at at_b)
{
    const char *a = framework_text(two->fa, at_a);
    const char *b = framework_text(two->fb, at_b);
    const unsigned in_older = by_order(framework_compare_words(two->fa, a, b));
    const unsigned in_newer = by_order(framework_compare_words(two->fb, a, b));

    if (strcmp(a, b) == 0)
        return IS_SAME;
    if (*a == '\0' || *b == '\0')
        return IS_OTHER;
    return in_older == IS_OTHER   ? in_newer
           : in_newer == IS_OTHER ? in_older
                                  : in_older | in_newer;
}

unsigned leaf_order(const struct two *two)
{
    if (two->a->criterion != two->b->criterion)
        return IS_OTHER;
    if (node_is_award(two->a) && node_is_award(two->b))
        return by_qualification(two);
    if (two->a->op != two->b->op)
        return IS_OTHER;
    switch ((sg_op)two->a->op) {
    case SG_EXPERIENCE:
        return by_experience(two);
    case SG_SKILL:
        return by_level_word(two, two->a->u.skill.degree,
                             two->b->u.skill.degree) |
               by_level_word(two, two->a->u.skill.depth, two->b->u.skill.depth);
    case SG_CREDENTIAL:
        return same_text(two, two->a->u.credential.id, two->b->u.credential.id)
                   ? IS_SAME
                   : IS_OTHER;
    default:
        return IS_SAME;
    }
}
