/* SPDX-License-Identifier: MIT */
/* Walks the table of a report, for text or for JSON. */
#include "report/table.h"

#include "base/fault.h"
#include "base/text.h"

static char *write_json(const struct report *report, const void *subject)
{
    struct maker maker = {0};
    json_t *root = maker_object(&maker);
    maker_put_number(&maker, root, "skillgap", REPORT_JSON_VERSION);
    maker_put_text(&maker, root, "kind", report->kind);
    for (size_t i = 0; i < report->row_count; i++) {
        const struct report_row *row = &report->rows[i];
        maker_put(&maker, root, row->key, row->json(&maker, subject));
    }
    return maker_print(&maker, root, report->layout);
}

/* Takes back what was written since `mark`. */
static void page_cut(struct page *page, size_t mark)
{
    page->out.size = mark;
    if (page->out.data != NULL)
        page->out.data[mark] = '\0';
}

/* Writes one row below a blank line and its heading; both go again when the
 * row has nothing to say. */
static void write_row(struct page *page, const struct report_row *row,
                      const void *subject)
{
    size_t mark = page->out.size;
    if (mark > 0)
        page_blank(page);
    if (row->heading != NULL)
        page_heading(page, '-', "%s", row->heading);
    size_t start = page->out.size;
    row->text(page, subject);
    if (page->out.size == start)
        page_cut(page, mark);
}

static char *write_text(const struct report *report, const void *subject,
                        const sg_report_options *options)
{
    struct page page = {
        .width = options->width == 0 ? PAGE_WIDTH : options->width,
        .ascii = options->ascii,
        .color = options->color,
        .why = options->why,
    };
    for (size_t i = 0; i < report->row_count; i++)
        if (report->rows[i].text != NULL)
            write_row(&page, &report->rows[i], subject);
    return buffer_take(&page.out);
}

sg_status report_write(const struct report *report, const void *subject,
                       const sg_report_options *options, char **ret_text,
                       sg_error *reterr)
{
    static const sg_report_options usual = {0};
    if (options == NULL)
        options = &usual;
    *ret_text = options->json ? write_json(report, subject)
                              : write_text(report, subject, options);
    return *ret_text == NULL ? fault_memory(reterr) : SG_OK;
}

const char *sg_nearest(const char *typed, const char *const *names,
                       size_t count)
{
    return text_nearest(typed, names, count);
}
