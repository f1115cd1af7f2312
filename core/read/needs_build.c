/* SPDX-License-Identifier: MIT */
/* A checked requirement tree into nodes in preorder. */
#include "read/builder.h"

#include <string.h>

static const json_t *member(const json_t *object, const char *key)
{
    return json_object_get(object, key);
}

static enum scale_id scale_of(const json_t *object)
{
    const char *name = json_string_value(member(object, "scale"));
    return name ? scale_from_name(name) : SCALE_NONE;
}

static enum subject_kind subject_kind_of(const json_t *subject)
{
    static const char *const words[] = {
        [SUBJECT_ANY] = "any",
        [SUBJECT_RELEVANT] = "relevant",
        [SUBJECT_RELEVANT_VOCATIONAL] = "relevant-vocational",
        [SUBJECT_SPECIALIST_AREA] = "specialist-area",
    };
    if (json_is_array(subject))
        return SUBJECT_CODES;
    const char *word = json_string_value(subject);
    for (size_t i = 0; word && i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(words[i], word) == 0)
            return (enum subject_kind)i;
    return SUBJECT_ANY;
}

static struct span codes_of(struct builder *builder, const json_t *subject)
{
    const uint32_t first = builder_count(builder, LIST_CODES);
    for (size_t i = 0; i < json_array_size(subject); i++) {
        const char *code = json_string_value(json_array_get(subject, i));
        const text_at built = builder_text(builder, code);
        builder_put(builder, LIST_CODES, &built);
    }
    return builder_since(builder, LIST_CODES, first);
}

static void build_qualification(struct builder *builder, const json_t *leaf,
                                struct node *node)
{
    const enum scale_id scale = scale_of(leaf);
    const uint32_t level = number_of(leaf, "level");
    const struct level_range range =
        reference_level(builder->reference, scale, level);
    const json_t *subject = member(leaf, "subject");
    node->u.qualification.scale = (uint8_t)scale;
    node->u.qualification.level = (uint8_t)level;
    node->u.qualification.min_rqf = range.min;
    node->u.qualification.max_rqf = range.max;
    node->u.qualification.subject = (uint8_t)subject_kind_of(subject);
    node->u.qualification.equivalent = flag_of(leaf, "equivalent", false);
    node->u.qualification.codes = codes_of(builder, subject);
    node->u.qualification.name = text_of(builder, leaf, "name");
    node->u.qualification.explained_as = text_of(builder, leaf, "explained_as");
}

static struct span roles_of(struct builder *builder, const json_t *leaf)
{
    const json_t *roles = member(leaf, "roles");
    const uint32_t first = builder_count(builder, LIST_ROLE_REFS);
    for (size_t i = 0; i < json_array_size(roles); i++) {
        const uint32_t role =
            index_of(builder, NOUN_ROLE, json_array_get(roles, i));
        builder_put(builder, LIST_ROLE_REFS, &role);
    }
    return builder_since(builder, LIST_ROLE_REFS, first);
}

static void build_experience(struct builder *builder, const json_t *leaf,
                             struct node *node)
{
    const char *word = json_string_value(member(leaf, "word"));
    const json_t *equivalent = member(leaf, "equivalent_to");
    const struct level_range range =
        reference_level(builder->reference, scale_of(equivalent),
                        number_of(equivalent, "level"));
    node->u.experience.word = builder_text(builder, word);
    node->u.experience.word_rank =
        word ? reference_word_rank(builder->reference, word) : 0;
    node->u.experience.equivalent_min_rqf = range.min;
    node->u.experience.equivalent_max_rqf = range.max;
    node->u.experience.relevant = flag_of(leaf, "relevant", false);
    node->u.experience.months = (uint16_t)number_of(leaf, "months");
    node->u.experience.roles = roles_of(builder, leaf);
    node->u.experience.areas = areas_of(builder, leaf);
}

static void build_detail(struct builder *builder, const json_t *leaf,
                         struct node *node)
{
    switch (node->op) {
    case SG_QUALIFICATION:
    case SG_WORKING_TOWARDS:
        build_qualification(builder, leaf, node);
        break;
    case SG_EXPERIENCE:
        build_experience(builder, leaf, node);
        break;
    case SG_SKILL:
        node->u.skill.degree = text_of(builder, leaf, "degree");
        node->u.skill.depth = text_of(builder, leaf, "depth");
        break;
    case SG_CREDENTIAL:
        node->u.credential.id = text_of(builder, leaf, "credential");
        break;
    default:
        break;
    }
}

static uint16_t criterion_of(const struct builder *builder, const json_t *leaf)
{
    const json_t *criterion = member(leaf, "criterion");
    if (!criterion)
        return NO_CRITERION;
    return (uint16_t)index_of(builder, NOUN_CRITERION, criterion);
}

/* Where the node stops is known once its parts stand behind it. */
static void close_node(struct builder *builder, uint32_t at)
{
    if (builder->failed)
        return;
    struct node *nodes = builder->lists[LIST_NODES].items;
    nodes[at].end = builder_count(builder, LIST_NODES);
}

uint32_t build_needs(struct builder *builder, const json_t *needs)
{
    const char *op = json_string_value(member(needs, "op"));
    struct node node;
    memset(&node, 0, sizeof(node)); /* padding too: it may go to a file */
    node.op = (uint8_t)needs_op_of(op)->op;
    node.n = (uint8_t)number_of(needs, "n");
    node.criterion = criterion_of(builder, needs);
    node.label = text_of(builder, needs, "label");
    node.printed = text_of(builder, needs, "printed");
    build_detail(builder, needs, &node);
    const uint32_t at = builder_put(builder, LIST_NODES, &node);
    const json_t *parts = member(needs, "parts");
    for (size_t i = 0; i < json_array_size(parts); i++)
        build_needs(builder, json_array_get(parts, i));
    close_node(builder, at);
    return at;
}
