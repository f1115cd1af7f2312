/* SPDX-License-Identifier: MIT */
/* The eight invented people, line by line: tests/expected/people.tsv was
 * written by hand before anything judged them. */
#include "support.h"
#include "tsv.h"

#include "skillgap/gap.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TODAY "2026-11-22"

enum {
    PERSON,
    TO,
    PLUGIN,
    LINE,
    STRENGTH,
    VERDICT,
    MONTHS,
    ASSUMED,
    BY,
    REASON
};

/* One catalogue with the shipped plugins, and one without any. */
static sg_person *read_person(const char *name)
{
    char path[1024];
    const char *const data_dirs[] = {support_data()};
    const sg_person_options options = {.data_dirs = data_dirs,
                                       .data_dir_count = 1};
    sg_person *person = NULL;
    sg_error error = {0};

    snprintf(path, sizeof path, "%s/examples/people/%s.json", support_data(),
             name);
    cr_assert_eq(sg_person_read(path, &options, NULL, NULL, &person, &error),
                 SG_OK, "%s: %s", name, error.message);
    return person;
}

static sg_gap *gap_of(const sg_catalogue *catalogue, const sg_person *person,
                      const char *to)
{
    sg_gap_request request = {.person = person, .today = TODAY};
    sg_gap *gap = NULL;
    sg_error error = {0};

    cr_assert_eq(sg_catalogue_find(catalogue, to, &request.to, &error), SG_OK);
    cr_assert_eq(sg_gap_new(catalogue, &request, &gap, &error), SG_OK, "%s",
                 error.message);
    return gap;
}

static const sg_gap_line *find_line(const sg_gap *gap, const char *id)
{
    for (size_t i = 0; i < gap->line_count; i++)
        if (strcmp(gap->lines[i].id, id) == 0)
            return &gap->lines[i];
    return NULL;
}

static void check_line(const struct tsv *row, const sg_gap_line *line)
{
    const char *const *cells = row->cells;
    char months[16] = "-";

    if (line->missing_months > 0)
        snprintf(months, sizeof months, "%u", line->missing_months);
    cr_expect_str_eq(sg_verdict_word(line->verdict), cells[VERDICT],
                     "row %zu, %s, %s: %s for %s. It says: %s It ought to: %s",
                     row->row, cells[PERSON], cells[LINE],
                     sg_verdict_word(line->verdict), cells[VERDICT],
                     line->reason, cells[REASON]);
    cr_expect_str_eq(months, cells[MONTHS], "row %zu, %s, %s: %s months: %s",
                     row->row, cells[PERSON], cells[LINE], months,
                     line->reason);
    cr_expect_str_eq(line->assumed ? "yes" : "no", cells[ASSUMED],
                     "row %zu, %s, %s: assumed: %s", row->row, cells[PERSON],
                     cells[LINE], line->reason);
    cr_expect_str_eq(line->decided_by, cells[BY], "row %zu, %s, %s: %s: %s",
                     row->row, cells[PERSON], cells[LINE], line->decided_by,
                     line->reason);
    cr_expect_str_eq(sg_strength_word(line->strength), cells[STRENGTH]);
}

static void check_row(const struct tsv *row, const sg_gap *gap)
{
    const sg_gap_line *line = find_line(gap, row->cells[LINE]);

    if (strcmp(row->cells[LINE], "overall") == 0) {
        cr_expect_str_eq(sg_verdict_word(gap->verdict), row->cells[VERDICT],
                         "row %zu, %s to %s: %s", row->row, row->cells[PERSON],
                         row->cells[TO], row->cells[REASON]);
        return;
    }
    cr_assert(line, "row %zu: no line %s", row->row, row->cells[LINE]);
    check_line(row, line);
}

Test(people, are_judged_as_an_adviser_would)
{
    sg_catalogue *catalogues[] = {support_catalogue(false),
                                  support_catalogue(true)};
    struct tsv tsv = tsv_open("tests/expected/people.tsv");
    size_t rows = 0;

    while (tsv_next(&tsv)) {
        const bool plugin = strcmp(tsv.cells[PLUGIN], "yes") == 0;
        sg_person *person = read_person(tsv.cells[PERSON]);
        sg_gap *gap = gap_of(catalogues[plugin], person, tsv.cells[TO]);
        check_row(&tsv, gap);
        sg_gap_free(gap);
        sg_person_free(person);
        rows++;
    }
    cr_expect_geq(rows, 150, "only %zu rows", rows);
    tsv_close(&tsv);
    for (size_t i = 0; i < 2; i++)
        sg_catalogue_free(catalogues[i]);
}
