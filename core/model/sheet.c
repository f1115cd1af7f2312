/* SPDX-License-Identifier: MIT */
/* Everything that the documents say of one role, section by section. */
#include "base/fault.h"
#include "model/catalogue.h"
#include "model/view.h"

#include <stdlib.h>

struct sheet_builder {
    struct arena arena;
    const struct reference *reference;
    const struct framework *framework;
    const struct role *role;
};

/* The public struct comes first, so that the one is the other. */
struct sheet {
    sg_sheet public;
    struct arena arena;
};

static const sg_item *build_items(struct sheet_builder *builder,
                                  struct span span)
{
    const struct framework *framework = builder->framework;
    sg_item *items = arena_array(&builder->arena, span.count, sizeof *items);

    for (uint32_t i = 0; items && i < span.count; i++) {
        const struct item *item = &framework->items[span.first + i];
        const char **touches =
            arena_array(&builder->arena, item->touches.count, sizeof *touches);
        for (uint32_t t = 0; touches && t < item->touches.count; t++) {
            uint16_t criterion = framework->touches[item->touches.first + t];
            touches[t] = builder->reference->criteria[criterion].title;
        }
        items[i] = (sg_item){
            .text = framework_text(framework, item->text),
            .item = framework_text_or_null(framework, item->number),
            .touches = touches,
            .touch_count = item->touches.count,
        };
    }
    return items;
}

static sg_cell build_statement(struct sheet_builder *builder,
                               const struct statement *statement)
{
    const struct framework *framework = builder->framework;
    const struct document *document =
        &framework->documents[builder->role->document];
    const struct section *section = &framework->sections[statement->section];

    return (sg_cell){
        .items = build_items(builder, statement->items),
        .item_count = statement->items.count,
        .source = {.document = framework_text(framework, document->title),
                   .section = framework_text(framework, section->title)},
    };
}

static sg_cell build_cell(struct sheet_builder *builder,
                          const struct cell *cell)
{
    const struct framework *framework = builder->framework;
    const struct scale *scale = &framework->scales[cell->scale];

    return (sg_cell){
        .title = framework_text(framework, scale->title),
        .heading_printed = scale->heading_printed,
        .level = cell->level,
        .level_count = scale->levels.count,
        .items = build_items(builder, cell->items),
        .item_count = cell->items.count,
        .measures = build_items(builder, cell->measures),
        .measure_count = cell->measures.count,
        .source =
            view_cell_source(framework, builder->role, cell, &builder->arena),
    };
}

/* Collects what one section says: the family's statements, the role's own,
 * then its cells. `cells` may be NULL: then it only counts. */
static size_t collect_section(struct sheet_builder *builder, uint32_t section,
                              sg_cell *cells)
{
    const struct framework *framework = builder->framework;
    const struct role *role = builder->role;
    const struct span statements[] = {
        framework->families[role->family].statements, role->statements};
    size_t count = 0;

    for (size_t s = 0; s < 2; s++)
        for (uint32_t i = 0; i < statements[s].count; i++) {
            const struct statement *statement =
                &framework->statements[statements[s].first + i];
            if (statement->section != section)
                continue;
            if (cells)
                cells[count] = build_statement(builder, statement);
            count++;
        }
    for (uint32_t i = 0; i < role->cells.count; i++) {
        const struct cell *cell = &framework->cells[role->cells.first + i];
        if (framework->scales[cell->scale].section != section)
            continue;
        if (cells)
            cells[count] = build_cell(builder, cell);
        count++;
    }
    return count;
}

static void build_sections(struct sheet_builder *builder, sg_sheet *sheet)
{
    const struct framework *framework = builder->framework;
    sg_section *sections = arena_array(
        &builder->arena, framework->section_count, sizeof *sections);

    sheet->sections = sections;
    for (uint32_t i = 0; sections && i < framework->section_count; i++) {
        size_t count = collect_section(builder, i, NULL);
        if (count == 0)
            continue;
        sg_cell *cells = arena_array(&builder->arena, count, sizeof *cells);
        if (!cells)
            return;
        collect_section(builder, i, cells);
        sections[sheet->section_count++] = (sg_section){
            .id = framework_text(framework, framework->sections[i].id),
            .title = framework_text(framework, framework->sections[i].title),
            .cells = cells,
            .cell_count = count,
        };
    }
}

static void build_lines(struct sheet_builder *builder, sg_sheet *sheet)
{
    const struct framework *framework = builder->framework;
    struct span span = builder->role->lines;
    sg_sheet_line *lines =
        arena_array(&builder->arena, span.count, sizeof *lines);

    sheet->lines = lines;
    sheet->line_count = span.count;
    for (uint32_t i = 0; lines && i < span.count; i++)
        if (!view_line(framework, builder->reference,
                       &framework->lines[span.first + i], &builder->arena,
                       &lines[i]))
            return;
}

sg_status sg_sheet_new(const sg_catalogue *catalogue, sg_role handle,
                       sg_sheet **ret_sheet, sg_error *reterr)
{
    const struct framework *framework =
        catalogue->frameworks[handle.framework].framework;
    struct sheet_builder builder = {
        .reference = catalogue->reference,
        .framework = framework,
        .role = &framework->roles[handle.index],
    };
    struct sheet *sheet = calloc(1, sizeof *sheet);

    *ret_sheet = NULL;
    if (!sheet)
        return fault_memory(reterr);
    const struct role *role = builder.role;
    sheet->public.role = sg_role_info_of(catalogue, handle);
    sheet->public.framework =
        sg_catalogue_framework_at(catalogue, handle.framework);
    sheet->public.document =
        framework_text(framework, framework->documents[role->document].title);
    sheet->public.specification = framework_text(
        framework, framework->sections[role->specification].title);
    build_sections(&builder, &sheet->public);
    build_lines(&builder, &sheet->public);
    sheet->arena = builder.arena;
    if (sheet->arena.failed) {
        sg_sheet_free(&sheet->public);
        return fault_memory(reterr);
    }
    *ret_sheet = &sheet->public;
    return SG_OK;
}

void sg_sheet_free(sg_sheet *sheet)
{
    struct sheet *whole = (struct sheet *)sheet;

    if (!whole)
        return;
    arena_done(&whole->arena);
    free(whole);
}
