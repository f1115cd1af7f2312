/* SPDX-License-Identifier: MIT */
/* Everything that the documents say of one role. */
#include "report/shared.h"
#include "report/table.h"

#include <stdio.h>

static json_t *role_row_json(struct maker *maker, const void *subject)
{
    const sg_sheet *sheet = subject;
    return role_json(maker, &sheet->role);
}

static json_t *document_json(struct maker *maker, const void *subject)
{
    const sg_sheet *sheet = subject;
    return maker_text(maker, sheet->document);
}

static json_t *specification_json(struct maker *maker, const void *subject)
{
    const sg_sheet *sheet = subject;
    return maker_text(maker, sheet->specification);
}

static json_t *framework_row_json(struct maker *maker, const void *subject)
{
    const sg_sheet *sheet = subject;
    return framework_json(maker, &sheet->framework);
}

static json_t *items_json(struct maker *maker, const sg_item *items,
                          size_t count)
{
    json_t *array = maker_array(maker);
    for (size_t i = 0; i < count; i++) {
        json_t *object = maker_object(maker);
        maker_put_text(maker, object, "item", items[i].item);
        maker_put_text(maker, object, "text", items[i].text);
        maker_put(maker, object, "touches",
                  maker_texts(maker, items[i].touches, items[i].touch_count));
        maker_add(maker, array, object);
    }
    return array;
}

static json_t *cell_json(struct maker *maker, const sg_cell *cell)
{
    json_t *object = maker_object(maker);
    maker_put_text(maker, object, "title", cell->title);
    maker_put_flag(maker, object, "heading_printed", cell->heading_printed);
    maker_put(maker, object, "level", maker_number_or_null(maker, cell->level));
    maker_put(maker, object, "level_count",
              maker_number_or_null(maker, cell->level_count));
    maker_put(maker, object, "items",
              items_json(maker, cell->items, cell->item_count));
    maker_put(maker, object, "measures",
              items_json(maker, cell->measures, cell->measure_count));
    maker_put(maker, object, "source", source_json(maker, &cell->source));
    return object;
}

static json_t *sections_json(struct maker *maker, const void *subject)
{
    const sg_sheet *sheet = subject;
    json_t *sections = maker_array(maker);
    for (size_t i = 0; i < sheet->section_count; i++) {
        const sg_section *section = &sheet->sections[i];
        json_t *object = maker_object(maker);
        json_t *cells = maker_array(maker);
        for (size_t c = 0; c < section->cell_count; c++)
            maker_add(maker, cells, cell_json(maker, &section->cells[c]));
        maker_put_text(maker, object, "id", section->id);
        maker_put_text(maker, object, "title", section->title);
        maker_put(maker, object, "cells", cells);
        maker_add(maker, sections, object);
    }
    return sections;
}

static json_t *lines_json(struct maker *maker, const void *subject)
{
    const sg_sheet *sheet = subject;
    json_t *lines = maker_array(maker);
    for (size_t i = 0; i < sheet->line_count; i++)
        maker_add(maker, lines, sheet_line_json(maker, &sheet->lines[i]));
    return lines;
}

static void fact_text(struct page *page, const char *lead, const char *fact)
{
    if (fact != NULL)
        page_item(page, 0, lead, STYLE_PLAIN, "%s", fact);
}

static void heading_text(struct page *page, const void *subject)
{
    const sg_sheet *sheet = subject;
    const sg_role_info *role = &sheet->role;
    page_heading(page, '=', "%s", text_or_none(role->title));
    fact_text(page, "Role id:       ", role->id);
    fact_text(page, "Job reference: ", role->ref);
    fact_text(page, "Job family:    ", role->family_title);
    fact_text(page, "Level:         ", role->level);
    fact_text(page, "Grade:         ", role->grade);
    fact_text(page, "Document:      ", sheet->document);
}

/* "text [health and safety, data protection]" */
static void item_text(struct page *page, size_t indent, const sg_item *item)
{
    struct buffer line = {0};
    buffer_puts(&line, text_or_none(item->text));
    for (size_t i = 0; i < item->touch_count; i++)
        buffer_printf(&line, "%s%s", i == 0 ? " [" : ", ", item->touches[i]);
    if (item->touch_count > 0)
        buffer_puts(&line, "]");
    if (line.failed)
        page->out.failed = true;
    else
        page_item(page, indent, "- ", STYLE_PLAIN, "%s", line.data);
    buffer_done(&line);
}

static void cell_text(struct page *page, const sg_cell *cell)
{
    size_t indent = 2;
    if (cell->title != NULL && cell->level > 0 && cell->level_count > 1)
        page_text(page, indent, "%s (level %u of %u)", cell->title,
                  (unsigned)cell->level, (unsigned)cell->level_count);
    else if (cell->title != NULL)
        page_text(page, indent, "%s", cell->title);
    if (cell->title != NULL)
        indent += 2;
    for (size_t i = 0; i < cell->item_count; i++)
        item_text(page, indent, &cell->items[i]);
    if (cell->measure_count == 0)
        return;
    page_text(page, indent, "Measured by:");
    for (size_t i = 0; i < cell->measure_count; i++)
        item_text(page, indent + 2, &cell->measures[i]);
}

static void sections_text(struct page *page, const void *subject)
{
    const sg_sheet *sheet = subject;
    for (size_t i = 0; i < sheet->section_count; i++) {
        const sg_section *section = &sheet->sections[i];
        if (i > 0)
            page_blank(page);
        page_heading(page, '-', "%s", text_or_none(section->title));
        for (size_t c = 0; c < section->cell_count; c++)
            cell_text(page, &section->cells[c]);
    }
}

static void strength_text(struct page *page, const sg_sheet *sheet,
                          sg_strength strength, const char *heading)
{
    bool begun = false;
    for (size_t i = 0; i < sheet->line_count; i++) {
        const sg_sheet_line *line = &sheet->lines[i];
        char lead[48];
        if (line->strength != strength)
            continue;
        if (!begun)
            page_text(page, 2, "%s", heading);
        begun = true;
        (void)snprintf(lead, sizeof(lead), "%s. ",
                       line->source.item != NULL ? line->source.item : "-");
        page_item(page, 4, lead, STYLE_PLAIN, "%s", text_or_none(line->label));
    }
}

static void lines_text(struct page *page, const void *subject)
{
    const sg_sheet *sheet = subject;
    if (sheet->line_count == 0)
        return;
    page_heading(page, '-', "%s",
                 sheet->specification != NULL ? sheet->specification
                                              : "Person specification");
    strength_text(page, sheet, SG_ESSENTIAL,
                  "Essential (numbered in printed order):");
    strength_text(page, sheet, SG_DESIRABLE,
                  "Desirable (numbered in printed order):");
}

static void framework_text(struct page *page, const void *subject)
{
    const sg_sheet *sheet = subject;
    page_text(page, 2,
              "Words in [brackets] name what a statement shows in use. Levels "
              "such as (level 2 of 6) are this file's reading of how the "
              "published roles differ.");
    framework_text_line(page, &sheet->framework);
    if (sheet->framework.note != NULL)
        page_text(page, 4, "%s", sheet->framework.note);
}

static const struct report_row rows[] = {
    {"role", NULL, role_row_json, heading_text, NULL},
    {"document", NULL, document_json, NULL, "role"},
    {"lines", NULL, lines_json, lines_text, NULL},
    {"specification", NULL, specification_json, NULL, "lines"},
    {"sections", NULL, sections_json, sections_text, NULL},
    {"framework", "What this was read from", framework_row_json, framework_text,
     NULL},
};

const struct report *report_sheet_table(void)
{
    static const struct report report = {
        .kind = "show",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_sheet(const sg_sheet *sheet,
                          const sg_report_options *options, char **ret_text,
                          sg_error *reterr)
{
    return report_write(report_sheet_table(), sheet, options, ret_text, reterr);
}
