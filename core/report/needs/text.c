/* SPDX-License-Identifier: MIT */
/* The needs of a workforce in columns: of all, and of each group. */
#include "base/text.h"
#include "report/needs/inside.h"
#include "report/shared.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define HIDDEN "-"
#define POUND "\u00a3"

/* Thirty teams fill some five pages: what somebody still reads. */
enum { LABEL_LEAST = 24, LABEL_INDENT = 4, WHERE_MOST = 12, GROUPS_MOST = 30 };

/* ---- figures ---- */

const char *needs_number_text(uint64_t number, char out[FIGURE_ROOM])
{
    char digits[FIGURE_ROOM];
    size_t at = 0;
    const int count = snprintf(digits, sizeof(digits), "%" PRIu64, number);
    for (int i = 0; i < count && at + 2 < FIGURE_ROOM; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            out[at++] = ',';
        out[at++] = digits[i];
    }
    out[at] = '\0';
    return out;
}

const char *needs_figure_text(const sg_figure *figure, char out[FIGURE_ROOM])
{
    if (!figure->hidden)
        return needs_number_text(figure->value, out);
    (void)snprintf(out, FIGURE_ROOM, HIDDEN);
    return out;
}

const char *needs_pounds_text(uint64_t pence, char out[MONEY_ROOM])
{
    if (pence == 0)
        (void)snprintf(out, MONEY_ROOM, POUND "0");
    else
        money_text(pence, out);
    return out;
}

/* ---- columns ---- */

enum column { UNMET, ASK, MET, COST, NUMBERS };

static const char *const column_titles[NUMBERS] = {"UNMET", "ASK", "MET",
                                                   "COST"};

/* The numbers of one row as they are shown, and what it is about. */
struct row {
    char numbers[NUMBERS][MONEY_ROOM + 1];
    const sg_need *need;
    const sg_need_counts *counts;
};

/* What of a page's rows has to be explained below their titles. */
struct layout {
    size_t width[NUMBERS];
    bool rest;    /* a number has a * */
    bool no_cost; /* a cost is not known */
};

/* A target that does not ask for it counts as met, and the number says so. */
static bool shows_rest(const sg_need_counts *counts)
{
    return counts->met.hidden && !counts->rest.hidden;
}

static void row_fill(struct row *row, const sg_need *need,
                     const sg_need_counts *counts)
{
    char met[FIGURE_ROOM];
    const bool rest = shows_rest(counts);
    row->need = need;
    row->counts = counts;
    (void)needs_figure_text(&counts->unmet, row->numbers[UNMET]);
    (void)needs_figure_text(&counts->ask, row->numbers[ASK]);
    (void)snprintf(row->numbers[MET], sizeof(row->numbers[MET]), "%s%s",
                   needs_figure_text(rest ? &counts->rest : &counts->met, met),
                   rest ? "*" : "");
    if (!need->price.known)
        (void)snprintf(row->numbers[COST], MONEY_ROOM, "?");
    else if (counts->cost_pence.hidden)
        (void)snprintf(row->numbers[COST], MONEY_ROOM, HIDDEN);
    else
        (void)needs_pounds_text(counts->cost_pence.value, row->numbers[COST]);
}

/* As many columns as the page will need for it. */
static size_t columns_of(const struct page *page, const char *text)
{
    char plain[4 * MONEY_ROOM];
    text_plain(plain, sizeof(plain), text, page->ascii);
    return text_width(plain);
}

static void layout_init(struct layout *layout)
{
    *layout = (struct layout){0};
    for (size_t i = 0; i < NUMBERS; i++)
        layout->width[i] = strlen(column_titles[i]);
}

/* Makes room for a row. */
static void layout_fit(struct layout *layout, const struct page *page,
                       const sg_need *need, const sg_need_counts *counts)
{
    struct row row;
    row_fill(&row, need, counts);
    for (size_t i = 0; i < NUMBERS; i++) {
        const size_t width = columns_of(page, row.numbers[i]);
        if (width > layout->width[i])
            layout->width[i] = width;
    }
    layout->rest |= shows_rest(counts);
    layout->no_cost |= !need->price.known;
}

/* A narrow page has the label below its numbers. */
static void row_text(struct page *page, const struct layout *layout,
                     const char *const numbers[NUMBERS], bool marked,
                     const char *label)
{
    struct page_cell cells[NUMBERS + 1] = {{.text = NULL}};
    size_t taken = 0;
    for (size_t i = 0; i < NUMBERS; i++) {
        cells[i] = (struct page_cell){
            .text = numbers[i], .width = layout->width[i], .right = true};
        taken += layout->width[i] + PAGE_CELL_SPACE;
    }
    cells[UNMET].style = marked ? STYLE_UNMET : STYLE_PLAIN;
    cells[NUMBERS].text = label;
    const bool beside = page->width >= taken + LABEL_LEAST;
    page_row(page, 0, cells, beside ? NUMBERS + 1 : NUMBERS);
    if (!beside)
        page_text(page, LABEL_INDENT, "%s", label);
}

static void titles_text(struct page *page, const struct layout *layout)
{
    row_text(page, layout, column_titles, false, "Need");
}

static void need_row_text(struct page *page, const struct layout *layout,
                          const struct row *row, const char *label)
{
    const char *numbers[NUMBERS];
    const sg_figure *unmet = &row->counts->unmet;
    for (size_t i = 0; i < NUMBERS; i++)
        numbers[i] = row->numbers[i];
    row_text(page, layout, numbers, !unmet->hidden && unmet->value > 0, label);
}

static void legend_text(struct page *page, const struct layout *layout)
{
    page_text(page, 0,
              "UNMET: they do not have it, by what is on file. ASK: a person "
              "has to answer. MET: they have it. COST: of training for those "
              "who do not meet it.");
    if (layout->rest)
        page_text(page, 0,
                  "*: they have it, or the role that they aim at does not ask "
                  "for it.");
    if (layout->no_cost)
        page_text(page, 0, "?: no course is known for it.");
}

/* ---- of all ---- */

static void strength_text(struct page *page, const struct layout *layout,
                          const sg_needs *needs, sg_strength strength,
                          const char *heading)
{
    struct buffer label = {0};
    bool told = false;
    for (size_t i = 0; i < needs->need_count; i++) {
        const sg_need *need = &needs->needs[i];
        struct row row;
        if (need->strength != strength)
            continue;
        if (!told) {
            page_blank(page);
            page_item(page, 0, "", STYLE_STRONG, "%s", heading);
            titles_text(page, layout);
            told = true;
        }
        label.size = 0;
        buffer_printf(&label, "%s%s", text_or_none(need->label),
                      need->statutory ? " (the law asks for it)" : "");
        row_fill(&row, need, &need->all);
        need_row_text(page, layout, &row, label.failed ? "" : label.data);
    }
    page->out.failed |= label.failed;
    buffer_done(&label);
}

void needs_list_text(struct page *page, const void *subject)
{
    const sg_needs *needs = needs_of(subject);
    struct layout layout;
    layout_init(&layout);
    for (size_t i = 0; i < needs->need_count; i++)
        layout_fit(&layout, page, &needs->needs[i], &needs->needs[i].all);
    if (needs->need_count == 0) {
        page_text(page, 0,
                  "Nobody could be looked at, so no need is known. What to do "
                  "is said above.");
        return;
    }
    legend_text(page, &layout);
    strength_text(page, &layout, needs, SG_ESSENTIAL,
                  "Essential: without it nobody is shortlisted");
    strength_text(page, &layout, needs, SG_DESIRABLE,
                  "Desirable: it never decides");
}

/* ---- of each group ---- */

static bool is_by(const struct needs_told *told, const sg_need_group *group)
{
    return strcmp(group->by, told->by) == 0;
}

static void group_text(struct page *page, const struct layout *layout,
                       const sg_needs *needs, const sg_need_group *group)
{
    char staff[FIGURE_ROOM];
    struct buffer label = {0};
    bool none = true;
    page_blank(page);
    page_item(page, 0, "", STYLE_STRONG, "%s (staff: %s)",
              text_or_none(group->name),
              needs_figure_text(&group->staff, staff));
    for (size_t i = 0; i < needs->need_count; i++) {
        const sg_need *need = &needs->needs[i];
        struct row row;
        if (!needs_lacked(&group->needs[i]))
            continue;
        none = false;
        label.size = 0;
        buffer_printf(&label, "%s%s", text_or_none(need->label),
                      need->strength == SG_DESIRABLE ? " (desirable)" : "");
        row_fill(&row, need, &group->needs[i]);
        need_row_text(page, layout, &row, label.failed ? "" : label.data);
    }
    if (none)
        page_text(page, 2, "Nobody there is known to lack anything.");
    page->out.failed |= label.failed;
    buffer_done(&label);
}

/* The same question from the other side: where is it lacked? */
static void where_text(struct page *page, const struct needs_told *told)
{
    const sg_needs *needs = told->needs;
    struct buffer where = {0};
    bool begun = false;
    for (size_t i = 0; i < needs->need_count; i++) {
        const sg_need *need = &needs->needs[i];
        where.size = 0;
        needs_where(&where, needs, told->by, i, WHERE_MOST);
        if (where.size == 0 || where.failed)
            continue;
        if (!begun)
            page_text(page, 0, "Where it is lacked, the most first:");
        begun = true;
        page_item(page, 2, "- ", STYLE_PLAIN, "%s%s", text_or_none(need->label),
                  need->strength == SG_DESIRABLE ? " (desirable)" : "");
        page_text(page, 4, "%s", where.data);
    }
    if (begun)
        page_blank(page);
    page->out.failed |= where.failed;
    buffer_done(&where);
}

static void more_text(struct page *page, const char *by, size_t count)
{
    char all[FIGURE_ROOM];
    char more[FIGURE_ROOM];
    page_blank(page);
    page_text(page, 0,
              "And %s more: of %s %ss the first %d are shown, in their order. "
              "All of them: --csv, --xlsx or --json.",
              needs_number_text(count - GROUPS_MOST, more),
              needs_number_text(count, all), by, GROUPS_MOST);
}

void needs_groups_text(struct page *page, const void *subject)
{
    const struct needs_told *told = subject;
    const sg_needs *needs = told->needs;
    struct layout layout;
    size_t count = 0;
    layout_init(&layout);
    for (size_t g = 0; g < needs->group_count; g++) {
        const sg_need_group *group = &needs->groups[g];
        if (!is_by(told, group))
            continue;
        count++;
        for (size_t i = 0; i < needs->need_count; i++)
            if (needs_lacked(&group->needs[i]))
                layout_fit(&layout, page, &needs->needs[i], &group->needs[i]);
    }
    if (count == 0)
        return;
    page_heading(page, '-', "What they need, by %s", told->by);
    where_text(page, told);
    page_text(
        page, 0,
        "Each %s, with what somebody there lacks. Who has to be asked about "
        "the rest: see --json, --csv or --xlsx.",
        told->by);
    page_blank(page);
    titles_text(page, &layout);
    for (size_t g = 0, at = 0; g < needs->group_count && at < GROUPS_MOST; g++)
        if (is_by(told, &needs->groups[g])) {
            group_text(page, &layout, needs, &needs->groups[g]);
            at++;
        }
    if (count > GROUPS_MOST)
        more_text(page, told->by, count);
}
