/* SPDX-License-Identifier: MIT */
/* The engine against verdicts that were written down, with reasons from the
 * documents, before it ran. */
#include "shipped.h"
#include "tsv.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Columns of tests/expected/pairs.tsv. */
enum { FROM, TO, MONTHS, STRENGTH, BULLETS, VERDICT, CHANGE, REASON, COLUMNS };

/* "1, 2" as the table writes it: "1-2". */
static void as_range(const char *items, char *out, size_t room)
{
    const char *last = strrchr(items, ' ');

    if (last)
        snprintf(out, room, "%d-%s", atoi(items), last + 1);
    else
        snprintf(out, room, "%s", items);
}

static const sg_gap_line *find_line(const sg_gap *gap, const char *strength,
                                    const char *bullets)
{
    char range[64];

    for (size_t i = 0; i < gap->line_count; i++) {
        as_range(gap->lines[i].source.item, range, sizeof range);
        if (strcmp(sg_strength_word(gap->lines[i].strength), strength) == 0 &&
            strcmp(range, bullets) == 0)
            return &gap->lines[i];
    }
    return NULL;
}

static void check_row(const struct tsv *row, const sg_gap *gap)
{
    const char *const *cells = row->cells;
    const sg_gap_line *line;

    if (strcmp(cells[STRENGTH], "overall") == 0) {
        cr_expect_str_eq(sg_verdict_word(gap->verdict), cells[VERDICT],
                         "row %zu, %s > %s overall: %s, expected %s (%s)",
                         row->row, cells[FROM], cells[TO],
                         sg_verdict_word(gap->verdict), cells[VERDICT],
                         cells[REASON]);
        return;
    }
    line = find_line(gap, cells[STRENGTH], cells[BULLETS]);
    cr_assert(line, "row %zu: no %s line %s in %s", row->row, cells[STRENGTH],
              cells[BULLETS], cells[TO]);
    cr_expect_str_eq(sg_verdict_word(line->verdict), cells[VERDICT],
                     "row %zu, %s > %s, %s: %s (%s), expected %s (%s)",
                     row->row, cells[FROM], cells[TO], line->id,
                     sg_verdict_word(line->verdict), line->reason,
                     cells[VERDICT], cells[REASON]);
    cr_expect_str_eq(sg_change_word(line->change), cells[CHANGE],
                     "row %zu, %s > %s, %s: change %s, expected %s (%s)",
                     row->row, cells[FROM], cells[TO], line->id,
                     sg_change_word(line->change), cells[CHANGE],
                     cells[REASON]);
}

Test(expected, verdicts_and_changes_are_those_written_down_beforehand)
{
    struct shipped shipped;
    struct tsv row = tsv_open("tests/expected/pairs.tsv");
    size_t rows = 0;

    shipped_open(&shipped);
    while (tsv_next(&row)) {
        cr_assert_eq(row.count, COLUMNS, "row %zu has %zu cells", row.row,
                     row.count);
        int32_t months = row.cells[MONTHS][0] == '-' ? SG_MONTHS_UNKNOWN
                                                     : atoi(row.cells[MONTHS]);
        sg_gap *gap =
            shipped_gap(&shipped, row.cells[FROM], row.cells[TO], months);
        check_row(&row, gap);
        sg_gap_free(gap);
        rows++;
    }
    cr_expect_geq(rows, 120, "only %zu rows were checked", rows);
    tsv_close(&row);
    shipped_close(&shipped);
}
