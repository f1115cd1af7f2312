/* SPDX-License-Identifier: MIT */
/* A checked framework file into the builder's lists, noun by noun. */
#include "read/builder.h"

#include <string.h>

/* What becomes of one entry of an array. */
typedef void build_fn(struct builder *builder, const json_t *entry);

static void build_each(struct builder *builder, const json_t *array,
                       build_fn *build)
{
    for (size_t i = 0; i < json_array_size(array); i++)
        build(builder, json_array_get(array, i));
}

static const json_t *member(const json_t *object, const char *key)
{
    return json_object_get(object, key);
}

static bool member_is(const json_t *object, const char *key, const char *word)
{
    const char *text = json_string_value(member(object, key));
    return text && strcmp(text, word) == 0;
}

static void build_document(struct builder *builder, const json_t *document)
{
    const struct document built = {
        .id = text_of(builder, document, "id"),
        .title = text_of(builder, document, "title"),
        .note = text_of(builder, document, "note"),
    };
    builder_put(builder, LIST_DOCUMENTS, &built);
}

static void build_area(struct builder *builder, const json_t *area)
{
    const struct area built = {
        .id = text_of(builder, area, "id"),
        .title = text_of(builder, area, "title"),
    };
    builder_put(builder, LIST_AREAS, &built);
}

static enum section_kind section_kind_of(const json_t *section)
{
    if (member_is(section, "kind", "statement"))
        return SECTION_STATEMENT;
    return member_is(section, "kind", "graded") ? SECTION_GRADED
                                                : SECTION_SPECIFICATION;
}

static void build_section(struct builder *builder, const json_t *section)
{
    const struct section built = {
        .id = text_of(builder, section, "id"),
        .title = text_of(builder, section, "title"),
        .kind = section_kind_of(section),
    };
    builder_put(builder, LIST_SECTIONS, &built);
}

static void build_word(struct builder *builder, const json_t *word)
{
    const text_at built = builder_text(builder, json_string_value(word));
    builder_put(builder, LIST_WORDS, &built);
}

static void build_word_order(struct builder *builder, const json_t *words)
{
    const uint32_t first = builder_count(builder, LIST_WORDS);
    build_each(builder, words, build_word);
    const struct word_order built = {
        .words = builder_since(builder, LIST_WORDS, first)};
    builder_put(builder, LIST_WORD_ORDERS, &built);
}

static void build_scale_level(struct builder *builder, const json_t *level)
{
    const struct scale_level built = {
        .summary = text_of(builder, level, "summary"),
        .why = text_of(builder, level, "why"),
    };
    builder_put(builder, LIST_SCALE_LEVELS, &built);
}

static enum when_raised when_raised_of(const json_t *scale)
{
    if (member_is(scale, "when_raised", "seek"))
        return RAISED_SEEK;
    return member_is(scale, "when_raised", "expect") ? RAISED_EXPECT
                                                     : RAISED_NONE;
}

static void build_scale(struct builder *builder, const json_t *scale)
{
    const uint32_t first = builder_count(builder, LIST_SCALE_LEVELS);
    build_each(builder, member(scale, "levels"), build_scale_level);
    const struct scale built = {
        .id = text_of(builder, scale, "id"),
        .title = text_of(builder, scale, "title"),
        .section = index_of(builder, NOUN_SECTION, member(scale, "section")),
        .heading_printed = flag_of(scale, "heading_printed", true),
        .when_raised = when_raised_of(scale),
        .levels = builder_since(builder, LIST_SCALE_LEVELS, first),
    };
    builder_put(builder, LIST_SCALES, &built);
}

static void build_touch(struct builder *builder, const json_t *criterion)
{
    const uint16_t built =
        (uint16_t)index_of(builder, NOUN_CRITERION, criterion);
    builder_put(builder, LIST_TOUCHES, &built);
}

static void build_item(struct builder *builder, const json_t *item)
{
    const uint32_t first = builder_count(builder, LIST_TOUCHES);
    build_each(builder, member(item, "touches"), build_touch);
    const struct item built = {
        .text = text_of(builder, item, "text"),
        .number = text_of(builder, item, "item"),
        .touches = builder_since(builder, LIST_TOUCHES, first),
    };
    builder_put(builder, LIST_ITEMS, &built);
}

static struct span items_of(struct builder *builder, const json_t *object,
                            const char *key)
{
    const uint32_t first = builder_count(builder, LIST_ITEMS);
    build_each(builder, member(object, key), build_item);
    return builder_since(builder, LIST_ITEMS, first);
}

static void build_statement(struct builder *builder, const json_t *statement)
{
    const struct statement built = {
        .section =
            index_of(builder, NOUN_SECTION, member(statement, "section")),
        .items = items_of(builder, statement, "items"),
    };
    builder_put(builder, LIST_STATEMENTS, &built);
}

static struct span statements_of(struct builder *builder, const json_t *object)
{
    const uint32_t first = builder_count(builder, LIST_STATEMENTS);
    build_each(builder, member(object, "statements"), build_statement);
    return builder_since(builder, LIST_STATEMENTS, first);
}

static void build_cell(struct builder *builder, const json_t *cell)
{
    struct cell built = {
        .scale = index_of(builder, NOUN_SCALE, member(cell, "scale")),
        .level = number_of(cell, "level"),
    };
    built.items = items_of(builder, cell, "items");
    built.measures = items_of(builder, cell, "measures");
    builder_put(builder, LIST_CELLS, &built);
}

static struct span cells_of(struct builder *builder, const json_t *role)
{
    const uint32_t first = builder_count(builder, LIST_CELLS);
    build_each(builder, member(role, "cells"), build_cell);
    return builder_since(builder, LIST_CELLS, first);
}

/* The printed numbers of a line, "1, 2". */
static text_at printed_numbers(struct builder *builder, const json_t *numbers)
{
    if (json_array_size(numbers) == 1)
        return builder_text(builder,
                            json_string_value(json_array_get(numbers, 0)));
    struct buffer joined = {0};
    for (size_t i = 0; i < json_array_size(numbers); i++) {
        buffer_puts(&joined, i > 0 ? ", " : "");
        buffer_puts(&joined, json_string_value(json_array_get(numbers, i)));
    }
    const char *text = NULL;
    if (joined.failed)
        builder->failed = true;
    else
        text = arena_strndup(&builder->scratch, joined.data, joined.size);
    buffer_done(&joined);
    return builder_text(builder, text);
}

static void build_lines(struct builder *builder, const json_t *lines,
                        sg_strength strength)
{
    for (size_t i = 0; i < json_array_size(lines); i++) {
        const json_t *line = json_array_get(lines, i);
        const struct line built = {
            .id = text_of(builder, line, "id"),
            .items = printed_numbers(builder, member(line, "items")),
            .role = builder_count(builder, LIST_ROLES), /* put after them */
            .root = build_needs(builder, member(line, "needs")),
            .strength = (uint8_t)strength,
        };
        builder_put(builder, LIST_LINES, &built);
    }
}

static void build_specification(struct builder *builder,
                                const json_t *specification, struct role *role)
{
    const uint32_t first = builder_count(builder, LIST_LINES);
    role->specification =
        index_of(builder, NOUN_SECTION, member(specification, "section"));
    build_lines(builder, member(specification, "essential"), SG_ESSENTIAL);
    role->essential_count = builder_count(builder, LIST_LINES) - first;
    build_lines(builder, member(specification, "desirable"), SG_DESIRABLE);
    role->lines = builder_since(builder, LIST_LINES, first);
}

static void build_role(struct builder *builder, const json_t *role,
                       uint32_t family_document)
{
    const json_t *document = member(role, "document");
    struct role built = {
        .id = text_of(builder, role, "id"),
        .title = text_of(builder, role, "title"),
        .ref = text_of(builder, role, "ref"),
        .level = text_of(builder, role, "level"),
        .grade = text_of(builder, role, "grade"),
        .column = text_of(builder, role, "column"),
        .family = builder_count(builder, LIST_FAMILIES), /* put after them */
        .document = document ? index_of(builder, NOUN_DOCUMENT, document)
                             : family_document,
        .rank = number_of(role, "rank"),
        .grade_rank = number_of(role, "grade_rank"),
        .areas = areas_of(builder, role),
    };
    built.statements = statements_of(builder, role);
    built.cells = cells_of(builder, role);
    build_specification(builder, member(role, "specification"), &built);
    builder_put(builder, LIST_ROLES, &built);
}

static void build_family(struct builder *builder, const json_t *family)
{
    struct family built = {
        .id = text_of(builder, family, "id"),
        .title = text_of(builder, family, "title"),
        .document =
            index_of(builder, NOUN_DOCUMENT, member(family, "document")),
        .areas = areas_of(builder, family),
        .statements = statements_of(builder, family),
    };
    const json_t *roles = member(family, "roles");
    const uint32_t first = builder_count(builder, LIST_ROLES);
    for (size_t i = 0; i < json_array_size(roles); i++)
        build_role(builder, json_array_get(roles, i), built.document);
    built.roles = builder_since(builder, LIST_ROLES, first);
    builder_put(builder, LIST_FAMILIES, &built);
}

static void build_top(struct builder *builder, const json_t *root)
{
    const json_t *council = member(root, "council");
    builder->top = (struct framework){
        .id = text_of(builder, root, "id"),
        .version = text_of(builder, root, "version"),
        .as_of = text_of(builder, root, "as_of"),
        .note = text_of(builder, root, "note"),
        .council = text_of(builder, council, "name"),
        .council_note = text_of(builder, council, "note"),
        .council_named = flag_of(council, "named", true),
    };
}

void build_framework(struct builder *builder, const json_t *root)
{
    build_top(builder, root);
    build_each(builder, member(root, "documents"), build_document);
    build_each(builder, member(root, "word_orders"), build_word_order);
    build_each(builder, member(root, "areas"), build_area);
    build_each(builder, member(root, "sections"), build_section);
    build_each(builder, member(root, "scales"), build_scale);
    build_each(builder, member(root, "families"), build_family);
}

static void build_bare_role(struct builder *builder, const json_t *role)
{
    struct role built = {
        .id = text_of(builder, role, "id"),
        .family = builder_count(builder, LIST_FAMILIES), /* put after them */
    };
    const json_t *lines = member(member(role, "specification"), "essential");
    const uint32_t first = builder_count(builder, LIST_LINES);
    for (size_t i = 0; i < json_array_size(lines); i++) {
        const struct line line = {
            .role = builder_count(builder, LIST_ROLES),
            .root =
                build_needs(builder, member(json_array_get(lines, i), "needs")),
            .strength = SG_ESSENTIAL,
        };
        builder_put(builder, LIST_LINES, &line);
    }
    built.lines = builder_since(builder, LIST_LINES, first);
    built.essential_count = built.lines.count;
    builder_put(builder, LIST_ROLES, &built);
}

static void build_bare_family(struct builder *builder, const json_t *family)
{
    const uint32_t first = builder_count(builder, LIST_ROLES);
    build_each(builder, member(family, "roles"), build_bare_role);
    const struct family built = {.roles =
                                     builder_since(builder, LIST_ROLES, first)};
    builder_put(builder, LIST_FAMILIES, &built);
}

void build_roles(struct builder *builder, const json_t *root)
{
    builder_text(builder, ""); /* what everything left out refers to */
    build_each(builder, member(root, "families"), build_bare_family);
}
