/* SPDX-License-Identifier: MIT */
/* From the flat arrays to the trees and sources that results show. */
#include "model/view.h"

sg_source view_line_source(const struct framework *framework,
                           const struct line *line)
{
    const struct role *role = &framework->roles[line->role];
    const struct section *section = &framework->sections[role->specification];
    const struct document *document = &framework->documents[role->document];

    return (sg_source){
        .document = framework_text(framework, document->title),
        .section = framework_text(framework, section->title),
        .column = framework_text_or_null(framework, role->column),
        .item = framework_text_or_null(framework, line->items),
    };
}

/* The numbers of a cell's bullets: "1, 4". */
static const char *item_numbers(const struct framework *framework,
                                struct span items, struct arena *arena)
{
    const char *numbers = "";

    for (uint32_t i = 0; numbers && i < items.count; i++) {
        const char *number =
            framework_text(framework, framework->items[items.first + i].number);
        if (*number != '\0')
            numbers = arena_printf(arena, "%s%s%s", numbers,
                                   *numbers == '\0' ? "" : ", ", number);
    }
    return numbers && *numbers == '\0' ? NULL : numbers;
}

sg_source view_cell_source(const struct framework *framework,
                           const struct role *role, const struct cell *cell,
                           struct arena *arena)
{
    const struct scale *scale = &framework->scales[cell->scale];
    const struct section *section = &framework->sections[scale->section];
    const struct document *document = &framework->documents[role->document];

    return (sg_source){
        .document = framework_text(framework, document->title),
        .section = framework_text(framework, section->title),
        .column = framework_text_or_null(framework, role->column),
        .item = scale->heading_printed
                    ? framework_text_or_null(framework, scale->title)
                    : item_numbers(framework, cell->items, arena),
    };
}

static uint32_t count_parts(const struct framework *framework, uint32_t node)
{
    uint32_t count = 0;
    uint32_t end = framework->nodes[node].end;

    if (!node_is_group(&framework->nodes[node]))
        return 0;
    for (uint32_t p = node + 1; p < end; p = framework->nodes[p].end)
        count++;
    return count;
}

bool view_part(const struct framework *framework,
               const struct reference *reference, uint32_t at,
               struct arena *arena, sg_part *part)
{
    const struct node *node = &framework->nodes[at];
    uint32_t count = count_parts(framework, at);
    sg_part *parts = arena_array(arena, count, sizeof *parts);

    *part = (sg_part){
        .op = (sg_op)node->op,
        .n = node->n,
        .label = framework_node_label(framework, at, arena),
        .criterion = node->criterion == NO_CRITERION
                         ? NULL
                         : reference->criteria[node->criterion].id,
        .verdict = SG_ASK,
        .parts = parts,
        .part_count = count,
    };
    if (!parts || !part->label)
        return false;
    uint32_t child = at + 1;
    for (uint32_t i = 0; i < count; i++) {
        if (!view_part(framework, reference, child, arena, &parts[i]))
            return false;
        child = framework->nodes[child].end;
    }
    return true;
}

bool view_line(const struct framework *framework,
               const struct reference *reference, const struct line *line,
               struct arena *arena, sg_sheet_line *view)
{
    *view = (sg_sheet_line){
        .id = framework_text(framework, line->id),
        .strength = (sg_strength)line->strength,
        .source = view_line_source(framework, line),
    };
    if (!view_part(framework, reference, line->root, arena, &view->needs))
        return false;
    view->label = view->needs.label;
    return true;
}
