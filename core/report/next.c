/* SPDX-License-Identifier: MIT */
/* Every role as a place to go next, in the order that gap/next.c gives. */
#include "report/shared.h"
#include "report/table.h"

#include <stdio.h>
#include <string.h>

enum {
    VERDICT_WIDTH = 5,
    COUNT_WIDTH = 3,
    MOVE_WIDTH = 15,
    ROLE_COLUMN =
        2 * VERDICT_WIDTH + 2 * COUNT_WIDTH + MOVE_WIDTH + 5 * PAGE_CELL_SPACE,
    ROLE_WIDTH_LEAST = 20, /* with less, the role goes below */
    ROLE_INDENT = VERDICT_WIDTH + PAGE_CELL_SPACE,
};

static json_t *from_json(struct maker *maker, const void *subject)
{
    const sg_next *next = subject;
    return maker_text(maker, next->from.id);
}

static json_t *next_person_json(struct maker *maker, const void *subject)
{
    const sg_next *next = subject;
    return person_json(maker, next->person);
}

static json_t *next_months_json(struct maker *maker, const void *subject)
{
    const sg_next *next = subject;
    return time_json(maker, next->months, next->person);
}

static json_t *next_from_role_json(struct maker *maker, const void *subject)
{
    const sg_next *next = subject;
    return from_role_json(maker, &next->from);
}

static json_t *notice_json(struct maker *maker, const void *subject)
{
    const sg_next *next = subject;
    return maker_text(maker, next->notice);
}

static json_t *next_framework_json(struct maker *maker, const void *subject)
{
    const sg_next *next = subject;
    return from_framework_json(maker, &next->from_framework);
}

static json_t *frameworks_json(struct maker *maker, const void *subject)
{
    const sg_next *next = subject;
    json_t *list = maker_array(maker);
    for (size_t i = 0; i < next->framework_count; i++)
        maker_add(maker, list, framework_json(maker, &next->frameworks[i]));
    return list;
}

/* How soon a role can be reached; NULL: that was not looked for. */
static const sg_reach_role *reach_of(const sg_next *next, size_t at)
{
    return next->reach != NULL && at < next->reach->role_count
               ? &next->reach->roles[at]
               : NULL;
}

static json_t *reach_json(struct maker *maker, const sg_next *next, size_t at)
{
    const sg_reach_role *reach = reach_of(next, at);
    if (reach == NULL)
        return maker_text(maker, NULL);
    json_t *object = maker_object(maker);
    maker_put(maker, object, "moves",
              maker_number_or_null(maker, reach->moves));
    maker_put(maker, object, "months_at_least",
              reach->moves > 0 ? maker_number(maker, reach->months_at_least)
                               : maker_text(maker, NULL));
    return object;
}

static json_t *roles_json(struct maker *maker, const void *subject)
{
    const sg_next *next = subject;
    json_t *roles = maker_array(maker);
    for (size_t i = 0; i < next->role_count; i++) {
        const sg_next_role *role = &next->roles[i];
        json_t *object = maker_object(maker);
        role_put(maker, object, &role->role);
        maker_put_text(maker, object, "verdict",
                       sg_verdict_word(role->verdict));
        maker_put(maker, object, "counts", counts_json(maker, role->counts));
        maker_put_flag(maker, object, "assumed", role->assumed);
        maker_put(maker, object, "mode", mode_json(maker, &role->mode));
        maker_put_text(maker, object, "move", sg_move_word(role->move));
        maker_put_number(maker, object, "skipped", role->skipped);
        maker_put(maker, object, "reach", reach_json(maker, next, i));
        maker_add(maker, roles, object);
    }
    return roles;
}

/* What the two outer counts mean, which depends on what the answer rests on. */
static void legend_text(struct page *page, const sg_gap_person *person)
{
    const char *unmet = "your role does not ask for it";
    const char *met = "your role covers it";
    if (person != NULL && counts_role(person)) {
        unmet = "neither on file nor guaranteed by your role";
        met = "on file, or guaranteed by your role";
    } else if (person != NULL) {
        unmet = "not on file";
        met = "on file";
    }
    page_text(page, 0,
              "Counts are essential lines of each role. UNMET: %s. ASK: a "
              "person has to answer. MET: %s.",
              unmet, met);
}

static void heading_text(struct page *page, const void *subject)
{
    const sg_next *next = subject;
    if (next->person == NULL)
        page_heading(page, '=', "Where to go from %s",
                     text_or_none(next->from.title));
    else
        page_heading(page, '=', "Where to go from here: %s",
                     next->person->name != NULL ? next->person->name
                                                : "a person file");
    legend_text(page, next->person);
    basis_text(page, next->person, &next->from, next->months);
    if (next->reach != NULL && next->reach->role_count < next->role_count)
        page_text(page, 0,
                  "There are too many roles to say how soon each can be "
                  "reached: skillgap path says it of one.");
}

static void row_text(struct page *page, const char *const texts[6],
                     enum page_style style)
{
    const struct page_cell cells[] = {
        {.text = texts[0], .width = VERDICT_WIDTH, .style = style},
        {.text = texts[1], .width = VERDICT_WIDTH, .right = true},
        {.text = texts[2], .width = COUNT_WIDTH, .right = true},
        {.text = texts[3], .width = COUNT_WIDTH, .right = true},
        {.text = texts[4], .width = MOVE_WIDTH},
        {.text = texts[5]},
    };
    const size_t count = sizeof(cells) / sizeof(cells[0]);
    const bool beside = page->width >= ROLE_COLUMN + ROLE_WIDTH_LEAST;
    page_row(page, 0, cells, beside ? count : count - 1);
    if (!beside)
        page_text(page, ROLE_INDENT, "%s", texts[5]);
}

static void reach_text(struct page *page, const sg_reach_role *reach)
{
    char text[96];
    const char *const row[] = {"", "", "", "", "", text};
    if (reach == NULL)
        return;
    if (reach->moves == 0)
        (void)snprintf(text, sizeof(text), "no path is known");
    else if (reach->months_at_least == 0)
        (void)snprintf(text, sizeof(text), "%u move%s at least; could be now",
                       (unsigned)reach->moves, plural(reach->moves));
    else
        (void)snprintf(text, sizeof(text), "%u move%s and %u months at least",
                       (unsigned)reach->moves, plural(reach->moves),
                       (unsigned)reach->months_at_least);
    row_text(page, row, STYLE_PLAIN);
}

static void role_text(struct page *page, const sg_next_role *role,
                      const sg_reach_role *reach)
{
    static const char *const moves[] = {
        [SG_MOVE_UP] = "up",
        [SG_MOVE_SIDE] = "side",
        [SG_MOVE_UNKNOWN] = "not known",
        [SG_MOVE_DOWN] = "down",
    };
    char numbers[3][16], skipped[32] = "";
    const uint32_t *by = role->counts[SG_ESSENTIAL].by;
    for (int verdict = SG_UNMET; verdict <= SG_MET; verdict++)
        (void)snprintf(numbers[verdict], sizeof(numbers[0]), "%u",
                       (unsigned)by[verdict]);
    if (role->skipped > 0)
        (void)snprintf(skipped, sizeof(skipped), "skips %u level%s",
                       (unsigned)role->skipped, plural(role->skipped));
    const char *const first[] = {verdict_mark(role->verdict),
                                 numbers[SG_UNMET],
                                 numbers[SG_ASK],
                                 numbers[SG_MET],
                                 moves[role->move],
                                 text_or_none(role->role.title)};
    const char *const second[] = {"", "",      "",
                                  "", skipped, text_or_none(role->role.id)};
    static const char *const assumed[] = {
        "", "", "", "", "", "(assumed: see What this does not decide)"};
    row_text(page, first, verdict_style(role->verdict));
    row_text(page, second, STYLE_PLAIN);
    reach_text(page, reach);
    if (role->assumed)
        row_text(page, assumed, STYLE_PLAIN);
}

static bool same_words(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_mode(const sg_mode *a, const sg_mode *b)
{
    return same_words(a->text, b->text) && a->assumed == b->assumed;
}

/* Whether an earlier role had the same words about the move. */
static bool mode_said(const sg_next *next, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (same_mode(&next->roles[i].mode, &next->roles[at].mode))
            return true;
    return false;
}

static bool one_mode(const sg_next *next)
{
    for (size_t i = 1; i < next->role_count; i++)
        if (!mode_said(next, i))
            return false;
    return true;
}

/* The words about the move, once, and whom they are for unless it is all. */
static void modes_text(struct page *page, const sg_next *next)
{
    bool one = one_mode(next);
    page_blank(page);
    page_heading(page, '-', "How one moves");
    for (size_t i = 0; i < next->role_count; i++) {
        const sg_mode *mode = &next->roles[i].mode;
        if (mode_said(next, i) || mode->text == NULL)
            continue;
        page_text(page, 2, "%s%s", mode->text,
                  mode->assumed ? " (assumed)" : "");
        for (size_t r = i; !one && r < next->role_count; r++)
            if (same_mode(mode, &next->roles[r].mode))
                page_item(page, 4, "- ", STYLE_PLAIN, "%s",
                          text_or_none(next->roles[r].role.title));
    }
}

static void roles_text(struct page *page, const void *subject)
{
    static const char *const titles[] = {"",    "UNMET", "ASK",
                                         "MET", "Move",  "Role"};
    const sg_next *next = subject;
    if (next->role_count == 0) {
        page_text(page, 0, "There is no other role.");
        return;
    }
    row_text(page, titles, STYLE_PLAIN);
    for (size_t i = 0; i < next->role_count; i++)
        role_text(page, &next->roles[i], reach_of(next, i));
    modes_text(page, next);
}

static void notice_text(struct page *page, const void *subject)
{
    const sg_next *next = subject;
    if (next->notice != NULL)
        page_text(page, 2, "%s", next->notice);
}

static void framework_text(struct page *page, const void *subject)
{
    const sg_next *next = subject;
    for (size_t i = 0; i < next->framework_count; i++)
        framework_text_line(page, &next->frameworks[i]);
}

static const struct report_row rows[] = {
    {"from", NULL, from_json, heading_text, NULL},
    {"person", NULL, next_person_json, NULL, "from"},
    {"months", NULL, next_months_json, NULL, "from"},
    {"from_role", NULL, next_from_role_json, NULL, "from"},
    {"roles", NULL, roles_json, roles_text, NULL},
    {"notice", "What this does not decide", notice_json, notice_text, NULL},
    {"from_framework", NULL, next_framework_json, NULL, "frameworks"},
    {"frameworks", "What this was read from", frameworks_json, framework_text,
     NULL},
};

const struct report *report_next_table(void)
{
    static const struct report report = {
        .kind = "next",
        .layout = MAKER_INDENTED,
        .rows = rows,
        .row_count = sizeof(rows) / sizeof(rows[0]),
    };
    return &report;
}

sg_status sg_report_next(const sg_next *next, const sg_report_options *options,
                         char **ret_text, sg_error *reterr)
{
    return report_write(report_next_table(), next, options, ret_text, reterr);
}
