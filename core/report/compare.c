/* SPDX-License-Identifier: MIT */
/* Two roles beside each other: what each asks for and how the job differs. */
#include "report/gap_rows.h"
#include "report/shared.h"

#include <stdio.h>

enum { COLUMN_INDENT = 4, COLUMNS = 2 };

static void heading_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    page_heading(page, '=', "%s and %s", text_or_none(gap->from.title),
                 text_or_none(gap->to.title));
    gap_ids_text(page, gap);
}

static size_t count_lines(const sg_gap *gap, sg_change kind)
{
    size_t count = 0;
    for (size_t i = 0; i < gap->line_count; i++)
        count += gap->lines[i].change == kind;
    return count;
}

static void line_group(struct page *page, const sg_gap *gap, sg_change kind,
                       const char *heading)
{
    page_text(page, 0, "%s", heading);
    for (size_t i = 0; i < gap->line_count; i++)
        if (gap->lines[i].change == kind)
            page_item(page, 2, "- ", STYLE_PLAIN, "%s (%s)",
                      text_or_none(gap->lines[i].label),
                      sg_strength_word(gap->lines[i].strength));
}

/* The lines of the second role, by how they compare with the first. */
static void compared_lines_text(struct page *page, const void *subject)
{
    static const struct {
        sg_change kind;
        const char *heading;
    } groups[] = {
        {SG_NEW, "New:"},
        {SG_RAISED, "Raised:"},
        {SG_LOWERED, "Lowered:"},
        {SG_SAME, "The same:"},
        {SG_CHANGE_NONE, "Not compared:"},
    };
    const sg_gap *gap = subject;
    bool begun = false;
    for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
        if (count_lines(gap, groups[i].kind) == 0)
            continue;
        if (begun)
            page_blank(page);
        line_group(page, gap, groups[i].kind, groups[i].heading);
        begun = true;
    }
}

static void cells_text(struct page *page, const char *left, const char *right)
{
    size_t space = COLUMN_INDENT + PAGE_CELL_SPACE;
    size_t width =
        page->width > space + COLUMNS ? (page->width - space) / COLUMNS : 1;
    const struct page_cell cells[COLUMNS] = {{.text = left, .width = width},
                                             {.text = right, .width = width}};
    page_row(page, COLUMN_INDENT, cells, COLUMNS);
}

static void change_text(struct page *page, const sg_gap_change *change)
{
    page_item(page, 2, "- ", STYLE_PLAIN, "%s: %s (%s)",
              text_or_none(change->section), text_or_none(change->area),
              sg_change_word(change->kind));
    cells_text(page, change->from != NULL ? change->from : "(nothing)",
               change->to != NULL ? change->to : "(nothing)");
    if (change->why != NULL)
        page_item(page, COLUMN_INDENT, "Why: ", STYLE_PLAIN, "%s", change->why);
}

/* Rows that the documents do not let anybody grade. */
static void ungraded_text(struct page *page, const sg_gap *gap)
{
    for (size_t i = 0; i < gap->ungraded_count; i++) {
        const sg_gap_change *change = &gap->ungraded[i];
        page_blank(page);
        page_item(page, 2, "- ", STYLE_PLAIN,
                  "%s: %s (different; the documents do not say which is "
                  "higher)",
                  text_or_none(change->section), text_or_none(change->area));
        cells_text(page, change->from, change->to);
    }
}

static void same_text(struct page *page, const sg_gap *gap, size_t same)
{
    page_text(page, 2, "The same in both (%zu):", same);
    for (size_t i = 0; i < gap->change_count; i++)
        if (gap->changes[i].kind == SG_SAME)
            page_item(page, 4, "- ", STYLE_PLAIN, "%s: %s",
                      text_or_none(gap->changes[i].section),
                      text_or_none(gap->changes[i].area));
}

static void compared_changes_text(struct page *page, const void *subject)
{
    const sg_gap *gap = subject;
    size_t same = 0;
    if (gap->change_count == 0)
        return;
    cells_text(page, gap->from.title, gap->to.title);
    for (size_t i = 0; i < gap->change_count; i++) {
        if (gap->changes[i].kind == SG_SAME) {
            same++;
            continue;
        }
        page_blank(page);
        change_text(page, &gap->changes[i]);
    }
    ungraded_text(page, gap);
    if (same == 0)
        return;
    page_blank(page);
    same_text(page, gap, same);
}

static const struct report_row rows[] = {
    {"from", NULL, gap_from_json, heading_text, NULL},
    {"to", NULL, gap_to_json, NULL, "from"},
    GAP_ROLE_ROWS,
    {"lines", "The person specification", gap_lines_json, compared_lines_text,
     NULL},
    {"dropped", "Asked for only by the first role", gap_dropped_json,
     gap_dropped_text, NULL},
    {"changes", "The job itself", gap_changes_json, compared_changes_text,
     NULL},
    {"ungraded", NULL, gap_ungraded_json, NULL, "changes"},
    GAP_LAST_ROWS,
};

const struct report *report_compare_table(void)
{
    static const struct report report = {
        .kind = "compare",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_compare(const sg_gap *gap, const sg_report_options *options,
                            char **ret_text, sg_error *reterr)
{
    return report_write(report_compare_table(), gap, options, ret_text, reterr);
}
