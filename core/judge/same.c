/* SPDX-License-Identifier: MIT */
/* Whether two requirements say the same, word for word but for the label. */
#include "judge/same.h"

#include <string.h>

static bool text_equal(const struct framework *a, text_at at_a,
                       const struct framework *b, text_at at_b)
{
    return strcmp(framework_text(a, at_a), framework_text(b, at_b)) == 0;
}

/* Runs of ids or codes, in the same order. */
static bool codes_same(const struct framework *a, struct span span_a,
                       const struct framework *b, struct span span_b)
{
    if (span_a.count != span_b.count)
        return false;
    for (uint32_t i = 0; i < span_a.count; i++)
        if (!text_equal(a, a->codes[span_a.first + i], b,
                        b->codes[span_b.first + i]))
            return false;
    return true;
}

static bool roles_same(const struct framework *a, struct span span_a,
                       const struct framework *b, struct span span_b)
{
    if (span_a.count != span_b.count)
        return false;
    for (uint32_t i = 0; i < span_a.count; i++) {
        const struct role *role_a = &a->roles[a->role_refs[span_a.first + i]];
        const struct role *role_b = &b->roles[b->role_refs[span_b.first + i]];
        if (!text_equal(a, role_a->id, b, role_b->id))
            return false;
    }
    return true;
}

static bool areas_same(const struct framework *a, struct span span_a,
                       const struct framework *b, struct span span_b)
{
    if (span_a.count != span_b.count)
        return false;
    for (uint32_t i = 0; i < span_a.count; i++) {
        const struct area *area_a = &a->areas[a->area_refs[span_a.first + i]];
        const struct area *area_b = &b->areas[b->area_refs[span_b.first + i]];
        if (!text_equal(a, area_a->id, b, area_b->id))
            return false;
    }
    return true;
}

static bool qualifications_same(const struct framework *a,
                                const struct node *node_a,
                                const struct framework *b,
                                const struct node *node_b)
{
    return node_a->u.qualification.scale == node_b->u.qualification.scale &&
           node_a->u.qualification.level == node_b->u.qualification.level &&
           node_a->u.qualification.subject == node_b->u.qualification.subject &&
           node_a->u.qualification.equivalent ==
               node_b->u.qualification.equivalent &&
           text_equal(a, node_a->u.qualification.name, b,
                      node_b->u.qualification.name) &&
           codes_same(a, node_a->u.qualification.codes, b,
                      node_b->u.qualification.codes);
}

static bool experiences_same(const struct framework *a,
                             const struct node *node_a,
                             const struct framework *b,
                             const struct node *node_b)
{
    return text_equal(a, node_a->u.experience.word, b,
                      node_b->u.experience.word) &&
           node_a->u.experience.equivalent_min_rqf ==
               node_b->u.experience.equivalent_min_rqf &&
           node_a->u.experience.equivalent_max_rqf ==
               node_b->u.experience.equivalent_max_rqf &&
           node_a->u.experience.relevant == node_b->u.experience.relevant &&
           node_a->u.experience.months == node_b->u.experience.months &&
           roles_same(a, node_a->u.experience.roles, b,
                      node_b->u.experience.roles) &&
           areas_same(a, node_a->u.experience.areas, b,
                      node_b->u.experience.areas);
}

bool leaf_same(const struct framework *a, uint32_t at_a,
               const struct framework *b, uint32_t at_b)
{
    const struct node *node_a = &a->nodes[at_a];
    const struct node *node_b = &b->nodes[at_b];

    if (node_a->op != node_b->op || node_a->criterion != node_b->criterion)
        return false;
    switch (node_a->op) {
    case SG_QUALIFICATION:
    case SG_WORKING_TOWARDS:
        return qualifications_same(a, node_a, b, node_b);
    case SG_EXPERIENCE:
        return experiences_same(a, node_a, b, node_b);
    case SG_SKILL:
        return text_equal(a, node_a->u.skill.degree, b,
                          node_b->u.skill.degree) &&
               text_equal(a, node_a->u.skill.depth, b, node_b->u.skill.depth);
    case SG_CREDENTIAL:
        return text_equal(a, node_a->u.credential.id, b,
                          node_b->u.credential.id);
    default:
        return true;
    }
}

bool tree_same(const struct framework *a, uint32_t at_a,
               const struct framework *b, uint32_t at_b)
{
    uint32_t size = a->nodes[at_a].end - at_a;

    if (size != b->nodes[at_b].end - at_b)
        return false;
    for (uint32_t i = 0; i < size; i++) {
        const struct node *node_a = &a->nodes[at_a + i];
        const struct node *node_b = &b->nodes[at_b + i];
        if (node_a->op != node_b->op || node_a->n != node_b->n ||
            node_a->end - at_a != node_b->end - at_b)
            return false;
        if (!node_is_group(node_a) && !leaf_same(a, at_a + i, b, at_b + i))
            return false;
    }
    return true;
}
