/* SPDX-License-Identifier: MIT */
/* The library that writes workbooks, opened when one is asked for.
 *
 *     struct late_xlsx xlsx;
 *     if (late_xlsx_open(&xlsx, reterr) == SG_OK)
 *         workbook = xlsx.workbook_new_opt(path, &options);
 *
 * Linked in the usual way it would bring two more libraries with it, and cost
 * every other command some milliseconds at its start. Its header gives the
 * types, so that a call is checked by the compiler all the same. It stays open
 * until the program ends. */
#ifndef REPORT_NEEDS_LATE_H
#define REPORT_NEEDS_LATE_H

#include "skillgap/error.h"

#include <xlsxwriter.h>

#define LATE_XLSX(X)                                                           \
    X(format_set_align)                                                        \
    X(format_set_bg_color)                                                     \
    X(format_set_bold)                                                         \
    X(format_set_bottom)                                                       \
    X(format_set_bottom_color)                                                 \
    X(format_set_font_color)                                                   \
    X(format_set_font_size)                                                    \
    X(format_set_indent)                                                       \
    X(format_set_num_format)                                                   \
    X(format_set_rotation)                                                     \
    X(format_set_text_wrap)                                                    \
    X(lxw_workbook_free)                                                       \
    X(workbook_add_format)                                                     \
    X(workbook_add_worksheet)                                                  \
    X(workbook_close)                                                          \
    X(workbook_new_opt)                                                        \
    X(workbook_set_properties)                                                 \
    X(worksheet_autofilter)                                                    \
    X(worksheet_conditional_format_range)                                      \
    X(worksheet_fit_to_pages)                                                  \
    X(worksheet_freeze_panes)                                                  \
    X(worksheet_print_area)                                                    \
    X(worksheet_repeat_rows)                                                   \
    X(worksheet_set_column)                                                    \
    X(worksheet_set_footer)                                                    \
    X(worksheet_set_header)                                                    \
    X(worksheet_set_landscape)                                                 \
    X(worksheet_set_margins)                                                   \
    X(worksheet_set_paper)                                                     \
    X(worksheet_set_row)                                                       \
    X(worksheet_write_number)                                                  \
    X(worksheet_write_string)

#define LATE_XLSX_MEMBER(name) __typeof__(&name) name;

struct late_xlsx {
    LATE_XLSX(LATE_XLSX_MEMBER)
};

/* SG_STORAGE, "no-library", when it is not installed. The struct is the
 * caller's; each call opens the library again, which costs nothing once it is
 * open. */
sg_status late_xlsx_open(struct late_xlsx *ret_xlsx, sg_error *reterr);

#endif
