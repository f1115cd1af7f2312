/* SPDX-License-Identifier: MIT */
/* Plain text for a terminal: wrapped, indented, harmless.
 *
 *     struct page page = {.width = 80};
 *     page_heading(&page, '=', "From %s to %s", from, to);
 *     page_item(&page, 2, "ASK  ", STYLE_ASK, "%s", line->label);
 *     char *text = buffer_take(&page.out);
 *
 * No line but those of page_whole() is wider than `width` columns, and whatever
 * comes from data passes text_plain() first. A failure is remembered in `out`.
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

enum { PAGE_WIDTH = 80 }; /* where nobody says another */

struct page {
    struct buffer out;
    size_t width; /* columns */
    bool ascii;
    bool color;
    bool why; /* the reader wants every reason */
};

/* A style never says anything that the words do not. */
enum page_style {
    STYLE_PLAIN,
    STYLE_STRONG,
    STYLE_MET,
    STYLE_ASK,
    STYLE_UNMET,
    STYLE_COUNT
};

/* One cell of a row; `text` wraps within `width` columns. */
struct page_cell {
    const char *text; /* NULL: empty */
    size_t width;
    bool right; /* set at the right, for numbers */
    enum page_style style;
};

enum { PAGE_CELLS_MOST = 8, PAGE_CELL_SPACE = 2 };

void page_blank(struct page *page);

/* A heading, underlined with `rule`. */
__attribute__((format(printf, 3, 4))) void
page_heading(struct page *page, char rule, const char *format, ...);

/* A paragraph. */
__attribute__((format(printf, 3, 4))) void
page_text(struct page *page, size_t indent, const char *format, ...);

/* One line, however long it is: what must not be cut. */
__attribute__((format(printf, 2, 3))) void page_whole(struct page *page,
                                                      const char *format, ...);

/* A word in front, and text that hangs beside it. */
__attribute__((format(printf, 5, 6))) void
page_item(struct page *page, size_t indent, const char *lead,
          enum page_style style, const char *format, ...);

/* Cells beside each other; the last may be as wide as what is left (width 0).
 * At most PAGE_CELLS_MOST. */
void page_row(struct page *page, size_t indent, const struct page_cell *cells,
              size_t count);

#endif
