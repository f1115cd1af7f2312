/* SPDX-License-Identifier: MIT */
/* What the forms of the report on a workforce have in common.
 *
 *     struct needs_told told;
 *     needs_told_init(&told, needs, "team");
 *     needs_head_text(&page, &told);
 *
 * A hidden figure has one way out of here, needs_figure_text() and
 * needs_figure_json(), and neither looks at its value. */
#ifndef REPORT_NEEDS_INSIDE_H
#define REPORT_NEEDS_INSIDE_H

#include "report/figures.h"
#include "report/page.h"
#include "skillgap/workforce.h"
#include "write/maker.h"

enum { FIGURE_ROOM = 32 };

/* What the walk of the report's table is given. */
struct needs_told {
    const sg_needs *needs;
    const char *by;                 /* team grade role */
    sg_sourced froms[ORIGINS_MOST]; /* what `origins` points into */
    struct origins origins;         /* of the prices */
};

/* `by` may be NULL. */
void needs_told_init(struct needs_told *told, const sg_needs *needs,
                     const char *by);

static inline const sg_needs *needs_of(const void *subject)
{
    const struct needs_told *told = subject;
    return told->needs;
}

/* "1,893"; "-" for what is hidden. Returns `out`. */
const char *needs_figure_text(const sg_figure *figure, char out[FIGURE_ROOM]);
const char *needs_number_text(uint64_t number, char out[FIGURE_ROOM]);

/* "£1,640"; nothing is "£0". Returns `out`. */
const char *needs_pounds_text(uint64_t pence, char out[MONEY_ROOM]);

/* A number, or null for what is hidden. */
json_t *needs_figure_json(struct maker *maker, const sg_figure *figure);

/* Whether any of them is hidden: what `suppressed` says beside them. */
bool needs_counts_hidden(const sg_need_counts *counts);

/* Whether somebody lacks it, has to be asked, or may have to be: a hidden
 * figure may stand for somebody. */
bool needs_somebody(const sg_need_counts *counts);

/* Whether somebody lacks it, as far as is told. */
bool needs_lacked(const sg_need_counts *counts);

/* Whether a group's row is told at all. Left out is what nobody there lacks,
 * has to be asked about, or is known to meet: mostly because it is not asked
 * there. */
bool needs_row_told(const sg_need_counts *counts);

/* "one role for all": the id of the target role, "next" or "stated". */
const char *needs_target_word(const sg_needs *needs);

/* The report's title, without an end. Returns `out`. */
enum { NEEDS_TITLE_ROOM = 512 };
const char *needs_title(const sg_needs *needs, char out[NEEDS_TITLE_ROOM]);

/* "Parks 40, Libraries 12, and 3 more; not told of 2": the groups of a kind
 * whose people lack a need, the most first. "" when there is none. */
void needs_where(struct buffer *out, const sg_needs *needs, const char *by,
                 size_t need, size_t most);

/* In words, wherever small counts and names are in it. */
#define NEEDS_BANNER "FOR INSIDE USE ONLY: names and small counts"

/* The pieces as JSON. */
json_t *needs_list_json(struct maker *maker, const void *subject);
json_t *needs_groups_json(struct maker *maker, const void *subject);
json_t *needs_one_step_json(struct maker *maker, const void *subject);
json_t *needs_holders_json(struct maker *maker, const void *subject);
json_t *needs_expiring_json(struct maker *maker, const void *subject);
json_t *needs_plan_json(struct maker *maker, const void *subject);

/* The pieces as text. */
void needs_list_text(struct page *page, const void *subject);
void needs_groups_text(struct page *page, const void *subject);
void needs_one_step_text(struct page *page, const void *subject);
void needs_holders_text(struct page *page, const void *subject);
void needs_expiring_text(struct page *page, const void *subject);
void needs_becoming_text(struct page *page, const void *subject);
void needs_plan_text(struct page *page, const void *subject);

/* A sentence: why there is no plan although a budget was given. */
extern const char needs_plan_kept_back[];
void needs_costs_text(struct page *page, const void *subject);

#endif
