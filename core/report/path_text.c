/* SPDX-License-Identifier: MIT */
/* Paths as short stories, and the choices side by side. */
#include "report/path_text.h"

#include "base/buffer.h"
#include "report/figures.h"
#include "report/shared.h"

#include <stdio.h>
#include <string.h>

enum { NAME_ROOM = 24, BEST_ROOM = 64 };

/* "A" to "Z", then by number. */
static const char *path_name(size_t index, char out[NAME_ROOM])
{
    if (index < 26)
        (void)snprintf(out, NAME_ROOM, "%c", 'A' + (char)index);
    else
        (void)snprintf(out, NAME_ROOM, "%zu", index + 1);
    return out;
}

/* ---- head ---- */

static void from_words(struct page *page, const sg_paths *paths)
{
    const char *to = text_or_none(paths->to.title);
    char count[48];
    (void)snprintf(count, sizeof(count), "%zu path%s", paths->path_count,
                   plural(paths->path_count));
    if (paths->path_count == 0)
        (void)snprintf(count, sizeof(count), "no path");
    if (paths->person != NULL)
        page_heading(page, '=', "%s to %s: %s",
                     paths->person->name != NULL ? paths->person->name
                                                 : "A person file",
                     to, count);
    else
        page_heading(page, '=', "From %s to %s: %s",
                     text_or_none(paths->from.title), to, count);
    if (paths->person == NULL)
        page_text(page, 0, "%s -> %s", text_or_none(paths->from.id),
                  text_or_none(paths->to.id));
}

void path_heading_text(struct page *page, const void *subject)
{
    const sg_paths *paths = subject;
    from_words(page, paths);
    basis_text(page, paths->person, &paths->from, paths->months);
    if (paths->person == NULL)
        page_text(page, 0, "This answer is for %s.",
                  text_or_none(paths->today));
    if (paths->path_count > 1)
        page_text(page, 0,
                  "Each is better than every other one in months, in cost or "
                  "in the number of moves. The table of choices is below.");
    else if (paths->path_count == 1)
        page_text(page, 0,
                  "No other path is quicker, cheaper or has fewer moves.");
    if (!paths->exact)
        page_text(page, 0,
                  "The search was cut short: these paths can be followed, but "
                  "there may be better ones. None takes fewer than %u "
                  "months. %s",
                  (unsigned)paths->months_at_least,
                  text_or_none(paths->reason));
}

/* ---- one path ---- */

static void best_at(const sg_path *path, char out[BEST_ROOM])
{
    (void)snprintf(
        out, BEST_ROOM, "%s%s%s%s%s", path->quickest ? "quickest" : "",
        path->quickest && (path->cheapest || path->fewest_moves) ? ", " : "",
        path->cheapest ? "cheapest" : "",
        path->cheapest && path->fewest_moves ? ", " : "",
        path->fewest_moves ? "fewest moves" : "");
}

static void action_text(struct page *page, const struct origins *origins,
                        const sg_action *action)
{
    char months[DURATION_ROOM];
    char cost[MONEY_ROOM];
    duration_text(action->filled_months > action->months ? action->filled_months
                                                         : action->months,
                  action->months_known, months);
    money_text(action->cost_pence, cost);
    if (strcmp(action->kind, "experience") == 0 && action->course == NULL)
        page_item(page, 5, "- ", STYLE_PLAIN, "%s%s", action->label,
                  action->assumed ? " (assumed)" : "");
    else
        page_item(page, 5, "- ", STYLE_PLAIN, "%s%s: %s, %s%s",
                  action->for_what != NULL ? "first " : "", action->label,
                  months, cost, action->assumed ? " (assumed)" : "");
    if (page->why)
        figures_text(page, 7, origins, action, false);
    else if (action->entry != NULL)
        page_text(page, 7, "%s.", action->entry);
}

static bool is_time(const sg_action *action)
{
    return strcmp(action->kind, "experience") == 0 && action->course == NULL;
}

static void actions_heading(struct page *page, const sg_path_step *step,
                            bool time)
{
    if (time)
        page_text(page, 3, "By then you have:");
    else if (step->begin == NULL)
        page_text(page, 3, "Have done by then:");
    else if (step->begin_in == 0)
        page_text(page, 3, "Have done by then (begin now):");
    else
        page_text(page, 3, "Have done by then (begin by %s at the latest):",
                  step->begin);
}

static void actions_text(struct page *page, const struct origins *origins,
                         const sg_path_step *step, bool time)
{
    bool said = false;
    for (size_t i = 0; i < step->action_count; i++) {
        if (is_time(&step->actions[i]) != time)
            continue;
        if (!said)
            actions_heading(page, step, time);
        said = true;
        action_text(page, origins, &step->actions[i]);
    }
}

static void again_text(struct page *page, const sg_path_step *step)
{
    struct buffer out = {0};
    for (size_t i = 0; i < step->ask_count; i++) {
        if (!step->asks[i].again)
            continue;
        if (out.data != NULL && out.data[0] != '\0')
            buffer_puts(&out, "; ");
        buffer_puts(&out, text_or_none(step->asks[i].label));
    }
    if (out.failed)
        page->out.failed = true;
    else if (out.data != NULL)
        page_text(page, 3, "Ask again, for this post: %s.", out.data);
    buffer_done(&out);
}

static void asks_text(struct page *page, const sg_path_step *step)
{
    bool said = false;
    for (size_t i = 0; i < step->ask_count; i++) {
        if (step->asks[i].again)
            continue;
        if (!said)
            page_text(page, 3, "Ask before you move:");
        said = true;
        page_item(page, 5, "- ", STYLE_PLAIN, "%s", step->asks[i].question);
    }
    again_text(page, step);
    for (size_t i = 0; i < step->spare_count; i++) {
        if (i == 0)
            page_text(page, 3, "Ask first, it may save you some of this:");
        page_item(page, 5, "- ", STYLE_PLAIN, "%s: %s",
                  text_or_none(step->spares[i].label),
                  step->spares[i].question);
    }
}

static void reasons_text(struct page *page, const sg_path_step *step)
{
    if (!page->why || step->reason_count == 0)
        return;
    page_text(page, 3, "Why it is possible then:");
    for (size_t i = 0; i < step->reason_count; i++)
        page_item(page, 5, "- ", STYLE_PLAIN, "%s. %s%s",
                  step->reasons[i].label, step->reasons[i].how,
                  step->reasons[i].assumed ? " (assumed)" : "");
}

static void stay_text(struct page *page, const sg_path_step *step, size_t at)
{
    const char *from = step->from_role.title;
    if (from == NULL || (at == 0 && step->months == 0))
        return;
    page_text(page, 3, "%s %u month%s as %s first.", at == 0 ? "Stay" : "Work",
              (unsigned)step->months, plural(step->months), from);
}

static void step_text(struct page *page, const struct origins *origins,
                      const sg_path_step *step, size_t at)
{
    char lead[16];
    (void)snprintf(lead, sizeof(lead), "%zu. ", at + 1);
    if (step->entered == 0)
        page_item(page, 0, lead, STYLE_STRONG, "%s: at once (%s)",
                  text_or_none(step->role.title), step->on);
    else
        page_item(page, 0, lead, STYLE_STRONG, "%s: %u month%s from now (%s)",
                  text_or_none(step->role.title), (unsigned)step->entered,
                  plural(step->entered), step->on);
    stay_text(page, step, at);
    actions_text(page, origins, step, false);
    actions_text(page, origins, step, true);
    reasons_text(page, step);
    asks_text(page, step);
}

static void path_text(struct page *page, const struct origins *origins,
                      const sg_path *path, size_t index)
{
    char name[NAME_ROOM], cost[MONEY_ROOM], best[BEST_ROOM];
    money_text(path->cost_pence, cost);
    best_at(path, best);
    if (index > 0)
        page_blank(page);
    page_heading(page, '-', "Path %s: %u months, %s, %u move%s%s%s%s",
                 path_name(index, name), (unsigned)path->months, cost,
                 (unsigned)path->moves, plural(path->moves),
                 best[0] != '\0' ? " (" : "", best, best[0] != '\0' ? ")" : "");
    for (size_t i = 0; i < path->moves; i++)
        step_text(page, origins, &path->steps[i], i);
}

/* ---- the choices ---- */

enum {
    PATH_WIDTH = 4,
    MONTHS_WIDTH = 9,
    COST_WIDTH = 10,
    MOVES_WIDTH = 5,
    STUDY_WIDTH = 7
};

static void choice_row(struct page *page, const char *const texts[6])
{
    const struct page_cell cells[] = {
        {.text = texts[0], .width = PATH_WIDTH},
        {.text = texts[1], .width = MONTHS_WIDTH, .right = true},
        {.text = texts[2], .width = COST_WIDTH, .right = true},
        {.text = texts[3], .width = MOVES_WIDTH, .right = true},
        {.text = texts[4], .width = STUDY_WIDTH, .right = true},
        {.text = texts[5]},
    };
    page_row(page, 0, cells, sizeof(cells) / sizeof(cells[0]));
}

static void choices_text(struct page *page, const sg_paths *paths)
{
    static const char *const titles[] = {"Path",  "Months", "Cost",
                                         "Moves", "Study",  "Best at"};
    page_blank(page);
    page_heading(page, '-', "The choices");
    choice_row(page, titles);
    for (size_t i = 0; i < paths->path_count; i++) {
        const sg_path *path = &paths->paths[i];
        char name[NAME_ROOM], months[16], cost[MONEY_ROOM], moves[16];
        char hours[24], best[BEST_ROOM];
        (void)snprintf(months, sizeof(months), "%u", (unsigned)path->months);
        money_text(path->cost_pence, cost);
        (void)snprintf(moves, sizeof(moves), "%u", (unsigned)path->moves);
        (void)snprintf(hours, sizeof(hours), "%u h", (unsigned)path->hours);
        best_at(path, best);
        const char *const texts[] = {path_name(i, name),
                                     months,
                                     cost,
                                     moves,
                                     hours,
                                     best[0] != '\0'         ? best
                                     : paths->path_count > 1 ? "a middle way"
                                                             : "the only one"};
        choice_row(page, texts);
    }
    page_text(
        page, 0,
        "Cost is to the council, before funding. Study is beside work, as "
        "far as its hours are known; an apprenticeship's are at work.");
}

/* ---- no path ---- */

void path_blocked_text(struct page *page, const void *subject)
{
    const sg_paths *paths = subject;
    for (size_t i = 0; i < paths->block_count; i++) {
        const sg_path_block *block = &paths->blocked[i];
        if (block->label != NULL)
            page_item(page, 2, "- ", STYLE_PLAIN, "%s asks for: %s",
                      text_or_none(block->role.title), block->label);
        page_text(page, block->label != NULL ? 4 : 2, "%s", block->why);
        if (block->unblock != NULL && block->unblock[0] != '\0')
            page_text(page, block->label != NULL ? 4 : 2, "What would help: %s",
                      block->unblock);
    }
    if (paths->block_count > 0 && paths->blocked[0].line == NULL)
        page_text(page, 2,
                  "--max-moves, --allow-down and --through-others let more be "
                  "looked at.");
    if (paths->path_count == 0 && paths->nearest.title != NULL)
        page_text(page, 2, "The nearest role that can be reached: %s (%s).",
                  paths->nearest.title, paths->nearest.id);
}

/* ---- said once ---- */

static bool same_mode(const sg_mode *a, const sg_mode *b)
{
    return strcmp(a->text, b->text) == 0 && a->assumed == b->assumed;
}

/* Whether a path before it, or a step before it, moves in just this way. */
static bool mode_was_said(const sg_paths *paths, size_t path, size_t step)
{
    const sg_mode *mode = &paths->paths[path].steps[step].mode;
    for (size_t p = 0; p <= path; p++)
        for (size_t s = 0; s < paths->paths[p].moves; s++) {
            if (p == path && s == step)
                return false;
            if (same_mode(&paths->paths[p].steps[s].mode, mode))
                return true;
        }
    return false;
}

static void moves_text(struct page *page, const sg_paths *paths)
{
    page_blank(page);
    page_heading(page, '-', "How one moves");
    for (size_t p = 0; p < paths->path_count; p++)
        for (size_t s = 0; s < paths->paths[p].moves; s++) {
            const sg_path_step *step = &paths->paths[p].steps[s];
            if (mode_was_said(paths, p, s) || step->mode.text == NULL)
                continue;
            page_item(page, 2, "- ", STYLE_PLAIN, "%s%s", step->mode.text,
                      step->mode.assumed ? " (assumed)" : "");
        }
}

void paths_text(struct page *page, const void *subject)
{
    const sg_paths *paths = subject;
    struct origins origins = {0};
    origins_of_paths(&origins, paths);
    for (size_t i = 0; i < paths->path_count; i++)
        path_text(page, &origins, &paths->paths[i], i);
    if (paths->path_count == 0)
        return;
    choices_text(page, paths);
    moves_text(page, paths);
}

void path_model_text(struct page *page, const void *subject)
{
    const sg_paths *paths = subject;
    const bool elsewhere =
        paths->from.id == NULL ||
        strcmp(paths->from_framework.id, paths->framework.id) != 0;
    page_text(page, 2,
              "You stay at least %u month%s in a role before the next "
              "move%s. You study up to %g hours a week beside work%s. Paths "
              "of up to %u move%s were looked at%s.",
              (unsigned)paths->stay_months, plural(paths->stay_months),
              paths->stay_from.assumed ? " (assumed)" : "",
              paths->study_hours_per_week,
              paths->study_from.assumed ? " (assumed)" : "",
              (unsigned)paths->most_moves, plural(paths->most_moves),
              paths->allow_down ? ", moves down too" : "");
    if (!paths->through_others && !elsewhere)
        page_text(page, 2,
                  "Leaving this council for another one and coming back was "
                  "not looked at: --through-others does that.");
    else if (!paths->through_others)
        page_text(page, 2,
                  "Going through other councils was not looked at: "
                  "--through-others does that.");
    page_text(page, 2, "Not reckoned with:");
    for (size_t i = 0; i < paths->not_modelled_count; i++)
        page_item(page, 4, "- ", STYLE_PLAIN, "%s", paths->not_modelled[i]);
}

void path_sources_text(struct page *page, const void *subject)
{
    struct origins origins = {0};
    if (!page->why)
        return;
    origins_of_paths(&origins, subject);
    origins_sources_text(page, &origins);
}

void path_notice_text(struct page *page, const void *subject)
{
    const sg_paths *paths = subject;
    if (paths->notice != NULL)
        page_text(page, 2, "%s", paths->notice);
}

void path_framework_text(struct page *page, const void *subject)
{
    const sg_paths *paths = subject;
    framework_text_line(page, &paths->framework);
    if (paths->from_framework.id != NULL &&
        strcmp(paths->from_framework.id, paths->framework.id) != 0)
        framework_text_line(page, &paths->from_framework);
}
